/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/announcement.h"
#include "core/edit.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What people do with announcements: the rules, and the edits that come of it. No clock is read here: `now` is UTC
 * seconds; `agent` is who acts. */

/* So many characters make a title of a text that has none. */
#define DAYBOOK_ANNOUNCEMENT_TITLE_MOST 80

/* The first line of the text that says something, and of that the first characters; "" of a blank text.
 * (transfer full) */
char        *daybook_announcement_title_of   (const char       *text);
/* What its text says beside the title, which may be the beginning of it; "" when that is all. */
const char  *daybook_announcement_body       (const DaybookRow *row);
/* Whether nobody need know it any more. */
gboolean     daybook_announcement_is_over    (const DaybookRow *row,
                                              gint64            now);
/* A new one with an id of its own, said now by the agent, to everyone, without an end; to be filled. (transfer full) */
DaybookRow  *daybook_announcement_draft      (const DaybookId  *agent,
                                              gint64            now);
/* Whether it can be said so. `before`: NULL of a new one; a time that was over while it stood there stays as it is.
 * Errors: CONSTRAINT, with a sentence: it has no title, or ends before it begins. */
gboolean     daybook_announcement_check      (const DaybookRow *before,
                                              const DaybookRow *after,
                                              gint64            now,
                                              GError          **error);

/* --- Parts of an edit --- */

/* Adds the announcement as `draft` has it; without a title it gets that of its text. Errors: as above. */
gboolean     daybook_announcement_add        (DaybookEdit      *edit,
                                              const DaybookRow *draft,
                                              gint64            now,
                                              GError          **error);
/* Adds that `agent` has read an announcement, or an article as it is in `revision`, its newest one (NULL of an
 * announcement). `mark`: the row that says so of an earlier time; NULL: there is none, or it is in the trash. Of an
 * announcement twice is once. */
void         daybook_read_mark_add           (DaybookEdit      *edit,
                                              const DaybookRow *of,
                                              const DaybookId  *revision,
                                              const DaybookRow *mark,
                                              const DaybookId  *agent,
                                              gint64            now);

/* --- Whole acts: edits to be committed. (transfer full) --- */

/* NULL with CONSTRAINT: as above. */
DaybookEdit *daybook_announcement_act_add    (const DaybookRow *draft,
                                              const DaybookId  *agent,
                                              gint64            now,
                                              GError          **error);
/* What differs between the two. NULL with CONSTRAINT: as above. */
DaybookEdit *daybook_announcement_act_change (const DaybookRow *before,
                                              const DaybookRow *after,
                                              const DaybookId  *agent,
                                              gint64            now,
                                              GError          **error);
/* From now on nobody need know it. */
DaybookEdit *daybook_announcement_act_end    (const DaybookRow *row,
                                              const DaybookId  *agent,
                                              gint64            now);
/* To the trash. (element-type DaybookRow) */
DaybookEdit *daybook_announcement_act_drop   (GPtrArray        *rows,
                                              const DaybookId  *agent);
/* An act that says what was read: `rows` are announcements and articles, and what is to be said of each is added with
 * daybook_read_mark_add(). (element-type DaybookRow) */
DaybookEdit *daybook_read_act                (GPtrArray        *rows,
                                              const DaybookId  *agent);

G_END_DECLS
