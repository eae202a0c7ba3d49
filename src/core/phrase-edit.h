/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/phrase.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What a person does to phrases: the rules, and the edits that come of it. No clock is read here: `now` is UTC seconds;
 * `agent` is who acts. A phrase at a form is a row that is nobody else's: whoever shows it writes into its values. Rows
 * may be of daybook_used_phrases; what is counted is written by nobody. Pure; any thread. */

/* So many characters make a title of a text that has none. */
#define DAYBOOK_PHRASE_TITLE_MOST 40

/* A new one with an id of its own, nobody's own and in use; to be filled. (transfer full) */
DaybookRow  *daybook_phrase_draft      (gint64             now);
/* The same words once more with an id of their own: nothing leads to it (key), and Daybook has not brought it. `title`: as
 * people read it. (transfer full) */
DaybookRow  *daybook_phrase_double     (const DaybookRow  *phrase,
                                        const char        *title,
                                        gint64             now);
/* Whether something stands in it that is worth keeping. */
gboolean     daybook_phrase_is_written (const DaybookRow  *draft);
/* Whether any field is another one. `before` NULL: whether it is written. */
gboolean     daybook_phrase_differs    (const DaybookRow  *before,
                                        const DaybookRow  *after);
/* Whether it can be kept as it stands: it says something, and each field what such a field may say. `field`: the first
 * that may not, or NULL. Errors: CONSTRAINT, with a sentence. */
gboolean     daybook_phrase_check      (const DaybookRow  *after,
                                        guint             *field,
                                        GError           **error);

/* --- Acts: edits to be committed. (transfer full) --- */

/* Without a title it gets the beginning of its text. NULL with CONSTRAINT: as above. */
DaybookEdit *daybook_phrase_act_add    (const DaybookRow  *draft,
                                        const DaybookId   *agent,
                                        GError           **error);
/* What differs between the two. NULL with CONSTRAINT: as above. */
DaybookEdit *daybook_phrase_act_change (const DaybookRow  *before,
                                        const DaybookRow  *after,
                                        const DaybookId   *agent,
                                        GError           **error);
/* One field of several (element-type DaybookRow); of those that have the value nothing is said. `what`: a sentence for
 * the history, as people read it. */
DaybookEdit *daybook_phrase_act_set    (GPtrArray         *rows,
                                        guint              field,
                                        const DaybookValue *value,
                                        const char        *what,
                                        const DaybookId   *agent);

G_END_DECLS
