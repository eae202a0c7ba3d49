/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chore.h"
#include "core/edit.h"
#include "store/due-list.h"
#include "store/passes.h"

G_BEGIN_DECLS

/* A chore as people see it: one of the shop's, or a template that Daybook brings and nobody has switched on. */
typedef struct
{
  DaybookRow             *row;     /* owned; NULL: a template */
  const DaybookPass      *shipped; /* its template, which lives for good; NULL: it has none */
  const DaybookPassRound *round;   /* of that */
  gint64                  open;    /* the time that is not done, UTC seconds; 0: there is none */
  gint64                  at_hand; /* the time whose list is ticked off; 0: there is none */
  guint                   n_due;   /* so many times it is due by now; 0: it is still to come */
} DaybookChore;

void          daybook_chore_free      (DaybookChore       *self);
/* Its title; of a template with several rounds, with the round. (transfer full) */
char         *daybook_chore_title     (const DaybookChore *self);
/* Its recurrence as it is kept. */
const char   *daybook_chore_when      (const DaybookChore *self);
gboolean      daybook_chore_is_used   (const DaybookChore *self);
/* What is ticked off. (transfer full) */
DaybookPass  *daybook_chore_list      (const DaybookChore *self);
/* The day of a time, in the shop's zone. (transfer full) */
char         *daybook_chore_day       (DaybookReader      *reader,
                                       gint64              moment);

/* All of the shop's, those in use first, then the templates in their order. (element-type DaybookChore) */
GPtrArray    *daybook_chores_read     (DaybookReader      *reader,
                                       GError            **error);
/* One of the shop's. `row` is kept. */
DaybookChore *daybook_chore_read      (DaybookReader      *reader,
                                       DaybookRow         *row,
                                       GError            **error);
/* A template; it is the shop's chore where somebody has switched it on once. NULL without error: there is none
 * of that key and round. */
DaybookChore *daybook_chore_template  (DaybookReader      *reader,
                                       const char         *pass,
                                       const char         *round,
                                       GError            **error);

/* --- Acts: edits to be committed --- */

typedef enum
{
  DAYBOOK_CHORE_OFF,
  DAYBOOK_CHORE_ON,
} DaybookChoreSwitch;

/* Switches it on or off; a template becomes a chore of the shop. What was missed while it was off does not
 * count. `id` gets its id; may be NULL. */
DaybookEdit  *daybook_chore_act_use   (const DaybookChore *self,
                                       DaybookChoreSwitch  state,
                                       const DaybookId    *agent,
                                       gint64              now,
                                       DaybookId          *id);
/* Adds to the edit that a field gets a value (taken over). Another recurrence counts from now on, but what is
 * overdue stays so until it would be due by the new one. */
void          daybook_chore_set       (DaybookEdit        *edit,
                                       const DaybookChore *self,
                                       guint               field,
                                       DaybookValue        value,
                                       gint64              now);
/* Adds a new one of the shop's own, in use from now on. `id` gets its id. */
void          daybook_chore_add       (DaybookEdit        *edit,
                                       const char         *title,
                                       const char         *recurrence,
                                       gint64              now,
                                       DaybookId          *id);
/* A place of its list was ticked, or was not, for that day. */
DaybookEdit  *daybook_chore_act_tick  (const DaybookChore *self,
                                       const char         *day,
                                       const char         *step,
                                       DaybookTickState    state,
                                       const DaybookId    *agent,
                                       gint64              now);
/* What is due of it, NULL where nothing is. (transfer full) */
DaybookDueItem *daybook_chore_item    (DaybookReader      *reader,
                                       const DaybookChore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookChore, daybook_chore_free)

G_END_DECLS
