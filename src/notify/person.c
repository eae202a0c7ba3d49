/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify/person.h"

#include "core/shift.h"
#include "core/shop.h"
#include "store/reminders.h"

static const DaybookId *
find_person (DaybookStore  *store,
             GError       **error)
{
  DaybookId person;

  if (!daybook_reminders_person (daybook_store_get_reader (store), &person, error))
    return NULL;

  daybook_store_set_agent (store, &person);
  return daybook_store_get_agent (store);
}

static DaybookCalendar *
read_shift (DaybookStore *store)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autoptr(DaybookRow) agent = daybook_reader_find (reader, &daybook_agents, daybook_store_get_agent (store), NULL);
  const DaybookId *of = agent != NULL ? daybook_row_ref_id (agent, DAYBOOK_AGENT_SHIFT) : NULL;
  g_autoptr(DaybookRow) shift = of != NULL ? daybook_reader_find (reader, &daybook_shift_templates, of, NULL) : NULL;

  return shift != NULL && daybook_row_int (shift, DAYBOOK_SHIFT_TEMPLATE_DELETED) == 0 ? daybook_shift_template_calendar (shift, NULL) : NULL;
}

gboolean
daybook_notify_find_person (DaybookStore      *store,
                            const DaybookId  **person,
                            DaybookCalendar  **shift,
                            GError           **error)
{
  GError *local = NULL;
  const DaybookId *found = find_person (store, &local);

  if (local != NULL && !g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  g_clear_error (&local);
  *person = found;
  *shift = read_shift (store);
  return TRUE;
}
