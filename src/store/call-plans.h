/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/call-plan-starter.h"
#include "store/due-list.h"

G_BEGIN_DECLS

/* A call-back plan as people see it: one of the shop's, or one that Daybook brings and nobody has switched on
 * (CU-08, RH-25, RV-06, AS-14). */
typedef struct
{
  DaybookRow               *row;     /* owned; NULL: nobody has switched it on */
  const DaybookCallStarter *starter; /* lives for good; NULL: it is the shop's own */
} DaybookCallPlanEntry;

void                      daybook_call_plan_entry_free (DaybookCallPlanEntry       *self);
const char               *daybook_call_plan_name       (const DaybookCallPlanEntry *self);
gboolean                  daybook_call_plan_is_used    (const DaybookCallPlanEntry *self);
/* When it calls, as far as it matters for one that is looked at; texts are borrowed. */
DaybookCallPlanOn         daybook_call_plan_on         (const DaybookCallPlanEntry *self);
guint                     daybook_call_plan_days       (const DaybookCallPlanEntry *self);
const char               *daybook_call_plan_of         (const DaybookCallPlanEntry *self);
guint                     daybook_call_plan_grade      (const DaybookCallPlanEntry *self);
/* "3 days after a case is closed: Complaint", "every 60 days, from VIP 1 up". (transfer full) */
char                     *daybook_call_plan_words      (DaybookReader              *reader,
                                                        const DaybookCallPlanEntry *self);

/* Those that Daybook brings, in their order; ends with NULL. */
extern const char *const  daybook_call_starter_keys[];
/* Read once, and it lives for good. NULL: there is none of that key. Any thread. */
const DaybookCallStarter *daybook_call_starter         (const char                 *key);

/* The shop's, those in use first, then what Daybook brings beside them. (element-type DaybookCallPlanEntry) */
GPtrArray                *daybook_call_plans_read      (DaybookReader              *reader,
                                                        GError                    **error);
/* By the key of one that Daybook brings, by id, or by name. Errors: NOT_FOUND. */
DaybookCallPlanEntry     *daybook_call_plan_find       (DaybookReader              *reader,
                                                        const char                 *word,
                                                        GError                    **error);
/* The plan by which a call is due; NULL: it is by none, or gone. (transfer full) */
DaybookRow               *daybook_call_plan_of_item    (DaybookReader              *reader,
                                                        const DaybookDueItem       *item);

/* What a plan would do. */
typedef struct
{
  guint n;     /* so many calls in the next 30 days, as far as can be said */
  char *wants; /* why there will be none: what the shop's files do not carry; or NULL */
} DaybookCallPreview;

void                      daybook_call_preview_clear   (DaybookCallPreview         *self);
/* It looks at many rows: not for the thread of the window. */
gboolean                  daybook_reader_call_preview  (DaybookReader              *reader,
                                                        const DaybookCallPlanEntry *plan,
                                                        gint64                      now,
                                                        DaybookCallPreview         *preview,
                                                        GError                    **error);

/* --- Acts: edits to be committed --- */

/* It is in use from now on, or no longer. `id` gets its id; may be NULL. */
DaybookEdit              *daybook_call_plan_act_use    (const DaybookCallPlanEntry *self,
                                                        gboolean                    used,
                                                        const DaybookId            *agent,
                                                        gint64                      now,
                                                        DaybookId                  *id);
/* Adds to the edit that a field gets a value (taken over); one that nobody has switched on becomes the shop's. What
 * happened before it began to call, or to look elsewhere, does not count. */
void                      daybook_call_plan_set        (DaybookEdit                *edit,
                                                        const DaybookCallPlanEntry *self,
                                                        guint                       field,
                                                        DaybookValue                value,
                                                        gint64                      now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCallPlanEntry, daybook_call_plan_entry_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookCallPreview, daybook_call_preview_clear)

G_END_DECLS
