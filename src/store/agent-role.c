/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/agent-role.h"

#include "core/shop.h"

gboolean
daybook_reader_is_owner (DaybookReader   *self,
                         const DaybookId *agent)
{
  g_autoptr(DaybookRow) row = daybook_reader_find (self, &daybook_agents, agent, NULL);

  return row != NULL && daybook_row_int (row, DAYBOOK_AGENT_ROLE) == DAYBOOK_ROLE_OWNER;
}
