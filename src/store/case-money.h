/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case-rule.h"
#include "core/platform-money.h"
#include "store/database.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What the book knows of a case's money: what was moved, and what other cases of its order do
 * with the same money and the same goods. */

/* The sum of the money events of a case and of those that were merged into it, in its currency. */
gboolean   daybook_case_moved        (DaybookDatabase    *db,
                                      const DaybookRow   *row,
                                      gint64             *moved,
                                      GError            **error);
/* What is to go back, or went back, by other cases of its order. A case that ended without money
 * lets go of what it had. */
gboolean   daybook_case_elsewhere    (DaybookDatabase    *db,
                                      const DaybookRow   *row,
                                      gint64             *elsewhere,
                                      GError            **error);

/* Which of the others are meant. */
typedef enum
{
  DAYBOOK_DOUBLES_SEND, /* they send other goods for the same ones */
  DAYBOOK_DOUBLES_PAY,  /* they give the money for the same goods back */
} DaybookDoubles;

typedef struct
{
  DaybookRow *row;       /* the other case */
  gboolean    confirmed; /* somebody has said that both are meant */
} DaybookDouble;

void       daybook_double_free       (DaybookDouble      *self);
/* Other cases of the order that do so with goods of which not enough were bought for both; where a
 * case names no goods, all are meant. (element-type DaybookDouble) (transfer full) */
GPtrArray *daybook_case_doubles      (DaybookDatabase    *db,
                                      const DaybookRow   *row,
                                      DaybookDoubles      which,
                                      GError            **error);

/* Whether what a person makes of the case gives back money for goods that another case replaces,
 * or the other way round, and nobody has said that both are meant. `before` NULL: a new one.
 * `moves`: money is written down as gone to the customer. Errors: CONSTRAINT. */
gboolean   daybook_case_check_doubles (DaybookDatabase   *db,
                                      DaybookRegister    *definition,
                                      const DaybookRow   *before,
                                      const DaybookRow   *after,
                                      gboolean            moves,
                                      GError            **error);

/* --- The same for whoever has a reader ------------------------------------------- */

gboolean   daybook_reader_case_moved (DaybookReader      *reader,
                                      const DaybookRow   *row,
                                      gint64             *moved,
                                      GError            **error);
/* Those of which the case's own register makes doubles: where it pays back, those that send;
 * where it sends, those that pay back. (element-type DaybookDouble) (transfer full) */
GPtrArray *daybook_reader_case_doubles (DaybookReader    *reader,
                                      DaybookRegister    *definition,
                                      const DaybookRow   *row,
                                      GError            **error);
gboolean   daybook_reader_check_doubles (DaybookReader   *reader,
                                      DaybookRegister    *definition,
                                      const DaybookRow   *before,
                                      const DaybookRow   *after,
                                      gboolean            moves,
                                      GError            **error);
/* What the platform's list of refunds and the bills say of the case's order, beside what the book
 * has written. The caller clears it. */
gboolean   daybook_reader_platform_money (DaybookReader  *reader,
                                      const DaybookRow   *row,
                                      DaybookPlatformMoney *money,
                                      GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookDouble, daybook_double_free)

G_END_DECLS
