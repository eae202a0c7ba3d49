/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/registers.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* Cases that are born of rows which imports bring (core/birth.h), within the import's act: each once,
 * by an id that follows from the row's (RECORDS §4). Until somebody has taken a case up it says what
 * its row says, its stage too: nothing of anybody's work can be lost by that, and nobody has to close
 * by hand what the platform has settled. From then on an import only brings the platform's deadline,
 * the order and the customer, where the case has none (DESIGN §3). */

/* How the row stands in the book. */
typedef enum
{
  DAYBOOK_BORN_SAME,    /* the import said nothing new of it */
  DAYBOOK_BORN_CHANGED,
  DAYBOOK_BORN_NEW,     /* or it came out of the trash */
} DaybookBornStanding;

/* The first of the registers (DaybookBornOf) that wants such a row, and has cases of it by itself
 * where `by_itself`; NULL: none. */
DaybookBornOf *daybook_born_of_find   (GPtrArray           *registers,
                                       const DaybookRow    *row,
                                       gboolean             by_itself);
/* Whether the row's case is in the trash because somebody has put it there: it comes back when the
 * row is imported again (RECORDS §3). FALSE with an error on failure. */
gboolean       daybook_born_case_lies_in_trash (DaybookDatabase *db,
                                       const DaybookId     *row,
                                       GError             **error);
/* Whether the row has, or had, a case: what was taken back with what had opened it was none. FALSE
 * with an error on failure. */
gboolean       daybook_born_case_was_made (DaybookDatabase *db,
                                       const DaybookId     *row,
                                       GError             **error);
/* Opens the case of a row (a key of `rows`) that has none, in that register. */
gboolean       daybook_born_case_make (DaybookTransaction  *transaction,
                                       DaybookBornOf       *of,
                                       const DaybookTable  *rows,
                                       gint64               row,
                                       GError             **error);
/* Whether the row's case is in the book, and not in the trash. FALSE with an error on failure. */
gboolean       daybook_born_case_is_there (DaybookDatabase *db,
                                       const DaybookId     *row,
                                       GError             **error);
/* Opens the case of a row (a key of `rows`), or brings the one that there is up to it. `registers`:
 * DaybookBornOf, those by themselves, whose number counts up. `as_of`: of the file, UTC seconds. */
gboolean       daybook_born_case_take (DaybookTransaction  *transaction,
                                       GPtrArray           *registers,
                                       const DaybookTable  *rows,
                                       gint64               row,
                                       DaybookBornStanding  standing,
                                       gint64               as_of,
                                       GError             **error);
/* The order (a key) has come into the book after rows that speak of it: their cases are of it now. */
gboolean       daybook_born_cases_meet_order (DaybookTransaction *transaction,
                                       gint64               order,
                                       GError             **error);

G_END_DECLS
