/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader-private.h"

G_BEGIN_DECLS

/* An undo takes back an act, a redo takes back the undo, and so on: follows that
 * chain to its end, the act whose operations hold what is visible now. `undone`
 * says whether the first act is out of force. */
gint64   daybook_history_last       (DaybookDatabase  *db,
                                     gint64            act,
                                     gboolean         *undone);

/* The operation from which the value of operation `n` comes: an undo only puts
 * back what an earlier one had written. `act`: the act of that origin. */
gint64   daybook_history_origin     (DaybookDatabase  *db,
                                     gint64            n,
                                     gint64           *act);
/* The act of an operation; 0 when there is none. */
gint64   daybook_history_act_of     (DaybookDatabase  *db,
                                     gint64            n);
/* Whether one act was done after another. */
gboolean daybook_history_is_later   (DaybookDatabase  *db,
                                     gint64            act,
                                     gint64            other);
/* The act that an undo or redo takes back, or 0. */
gint64   daybook_history_of_act     (DaybookDatabase  *db,
                                     gint64            act);
/* Whether the act made the row. */
gboolean daybook_history_made       (DaybookDatabase  *db,
                                     const DaybookTable *table,
                                     gint64            row,
                                     gint64            act);
/* Whether a row in the trash is there because the act that had made it was taken
 * back: nothing in force speaks of it any more. */
gboolean daybook_history_is_forgotten (DaybookDatabase *db,
                                     const DaybookTable *table,
                                     gint64            row);
/* Whether the act opened the book: it made a shop and its first owner. */
gboolean daybook_history_is_opening (DaybookDatabase  *db,
                                     gint64            act);
/* When an act was done, in milliseconds since 1970. The stamp orders acts and only grows: a clock that
 * once stood in the future would be shown for all that follows. What counts for people is the clock of
 * the laptop when the act was done, which its id carries. */
gint64   daybook_history_time       (const DaybookId  *act,
                                     gint64            hlc);
/* Who did an act, and when (UTC seconds). */
void     daybook_history_who        (DaybookDatabase  *db,
                                     gint64            act,
                                     char            **by,
                                     gint64           *at);

/* NOT_FOUND: there is no such act. */
void     daybook_history_set_no_act (GError          **error);

G_END_DECLS
