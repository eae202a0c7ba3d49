/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/call-plan.h"
#include "core/edit.h"

G_BEGIN_DECLS

/* A call-back plan that Daybook brings: data/calls/README.md says what its members mean. */
typedef struct
{
  char             *key;
  char             *title;
  char             *help;
  DaybookCallPlanOn on;
  char             *of;        /* key of a register; NULL: any */
  guint             days;
  guint             grade;
  gboolean          survey;
  char             *questions; /* a line each */
} DaybookCallStarter;

/* `name` is the file's, for the error. Errors: FORMAT, with the line. (transfer full) */
DaybookCallStarter *daybook_call_starter_parse (const char               *json,
                                                const char               *name,
                                                GError                  **error);
void                daybook_call_starter_free  (DaybookCallStarter       *self);
/* The id of the shop's plan that is made of it: the same on every laptop. */
void                daybook_call_starter_id    (const char               *key,
                                                DaybookId                *id);
/* Adds to the edit the plan that is made of it, in use from `now` on or not. */
void                daybook_call_starter_adopt (const DaybookCallStarter *self,
                                                DaybookEdit              *edit,
                                                gboolean                  used,
                                                gint64                    now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCallStarter, daybook_call_starter_free)

G_END_DECLS
