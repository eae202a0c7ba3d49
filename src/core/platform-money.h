/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"

G_BEGIN_DECLS

/* Whether what the book says was given back is what the platform says (issue: money moved is
 * compared with the list of refunds and the payment bills). Pure: rows in, a verdict out. Amounts
 * are minor units of the order's currency. */

typedef enum
{
  DAYBOOK_PLATFORM_SILENT,  /* no export says anything of refunds */
  DAYBOOK_PLATFORM_AGREES,
  DAYBOOK_PLATFORM_WAITS,   /* it is asked for, or on its way */
  DAYBOOK_PLATFORM_DIFFERS,
} DaybookPlatformVerdict;

/* Where a figure of the platform comes from. */
typedef enum
{
  DAYBOOK_PLATFORM_BY_LIST,  /* of refunds and after-sales */
  DAYBOOK_PLATFORM_BY_BILLS,
  DAYBOOK_PLATFORM_BY_ORDER, /* the orders' own export */
} DaybookPlatformSource;

typedef struct
{
  DaybookPlatformVerdict verdict;
  DaybookPlatformSource  source;
  gint64                 refunded; /* that the platform says went back */
  gint64                 waiting;  /* that is asked for, or on its way */
  gint64                 written;  /* that the book says went back, by ways that the platform sees */
  gint64                 at;       /* of the newest; UTC seconds; 0: not known */
  char                  *number;   /* of the newest, or NULL */
  guint                  n;        /* refunds that make the figure */
} DaybookPlatformMoney;

void  daybook_platform_money_clear   (DaybookPlatformMoney *money);
/* `aftersales` and `payments`: rows of those tables, newest first, of the order. `order`: its row.
 * `written`: the sum of the order's money events. */
void  daybook_platform_money_compare (DaybookPlatformMoney *money,
                                      GPtrArray            *aftersales,
                                      GPtrArray            *payments,
                                      const DaybookRow     *order,
                                      gint64                written);
/* The word of a verdict for scripts: "agrees". */
const char *daybook_platform_verdict_word (DaybookPlatformVerdict verdict);
/* The word of a source for scripts: "list". */
const char *daybook_platform_source_word  (DaybookPlatformSource  source);
/* "Platform: refunded ¥50.00 on 24 Nov 2026, refund 12345. It agrees with the book." `zone`: the
 * shop's. (transfer full) */
char *daybook_platform_money_say     (const DaybookPlatformMoney *money,
                                      const char           *currency,
                                      GTimeZone            *zone);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookPlatformMoney, daybook_platform_money_clear)

G_END_DECLS
