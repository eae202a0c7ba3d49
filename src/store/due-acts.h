/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "store/due-list.h"

G_BEGIN_DECLS

/* What people say of what is due: done, or put off. The edits are to be committed; taking such an act back
 * brings it back. */

/* `items` (DaybookDueItem) are done: a task gets its end, an article is reviewed, of anything else it is noted that nobody need be
 * told again. `agent`: who says so; `now`: UTC seconds. Errors: as the reader; CONSTRAINT: a call says what
 * came of it. */
DaybookEdit *daybook_due_act_done   (DaybookReader    *reader,
                                     GPtrArray        *items,
                                     const DaybookId  *agent,
                                     gint64            now,
                                     GError          **error);

/* Adds to the edit that one of them is done: for acts of which that is a part. */
gboolean     daybook_due_add_done    (DaybookEdit      *edit,
                                      DaybookReader    *reader,
                                      const DaybookDueItem *item,
                                      const DaybookId  *agent,
                                      gint64            now,
                                      GError          **error);
/* Adds to the edit that a task is done; the case that it is of is told. Errors: as the reader; CONSTRAINT: it is
 * done already, or a call that does not say what came of it. */
gboolean     daybook_task_end       (DaybookEdit      *edit,
                                     DaybookReader    *reader,
                                     const DaybookRow *task,
                                     const DaybookId  *agent,
                                     gint64            now,
                                     GError          **error);

/* Whether what is put off comes back when the customer answers. */
typedef enum
{
  DAYBOOK_SNOOZE_UNTIL_HEARD,
  DAYBOOK_SNOOZE_ANYWAY,
} DaybookSnooze;

/* They are not shown before `until` (UTC seconds). Errors: as the reader; CONSTRAINT: it is over. */
DaybookEdit *daybook_due_act_snooze (DaybookReader    *reader,
                                     GPtrArray        *items,
                                     gint64            until,
                                     DaybookSnooze     manner,
                                     const DaybookId  *agent,
                                     gint64            now,
                                     GError          **error);
/* Adds to the edit that one of them is put off: for acts of which that is a part. */
gboolean     daybook_due_add_snooze  (DaybookEdit      *edit,
                                      DaybookReader    *reader,
                                      const DaybookDueItem *item,
                                      gint64            until,
                                      DaybookSnooze     manner,
                                      const DaybookId  *agent,
                                      gint64            now,
                                      GError          **error);
/* What people call it: "Answer the customer · R-A2031", of a task its title. (transfer full) */
char        *daybook_due_item_title (DaybookReader    *reader,
                                     const DaybookDueItem *item);
/* The arithmetic in words; of a chore also how often it was missed. (transfer full) */
char        *daybook_due_item_explain (DaybookReader  *reader,
                                     const DaybookDueItem *item);

G_END_DECLS
