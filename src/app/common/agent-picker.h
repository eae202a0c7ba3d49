/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Chooses one of the shop's people, or nobody. It follows the shop's list. */
#define DAYBOOK_TYPE_AGENT_PICKER (daybook_agent_picker_get_type ())
G_DECLARE_FINAL_TYPE (DaybookAgentPicker, daybook_agent_picker, DAYBOOK, AGENT_PICKER, AdwBin)

/* Once. */
void daybook_agent_picker_set_desk  (DaybookAgentPicker *self,
                                     DaybookDesk        *desk);
/* Offers only people of these roles, bit i: DaybookRole i; at first all. Whoever is shown stays in the
 * list. */
void daybook_agent_picker_set_roles (DaybookAgentPicker *self,
                                     guint               roles);
/* Shows an agent without emitting `picked`; NULL is nobody. */
void daybook_agent_picker_set_agent (DaybookAgentPicker *self,
                                     const DaybookId    *agent);
/* Shows that the rows have different agents: any can be picked, nobody too. */
void daybook_agent_picker_set_mixed (DaybookAgentPicker *self);
void daybook_agent_picker_begin     (DaybookAgentPicker *self);

/* How a list of people names one: with the code, by which namesakes are told apart.
 * (transfer full) */
char *daybook_agent_label           (const DaybookRow   *agent);

/* Signal `picked` (const DaybookRow *agent): a person chose; NULL is nobody. */

G_END_DECLS
