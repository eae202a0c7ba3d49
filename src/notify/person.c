/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify/person.h"

#include "store/reminders.h"
#include "store/rules.h"

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
  *shift = daybook_reader_shift (daybook_store_get_reader (store), daybook_store_get_agent (store));
  return TRUE;
}
