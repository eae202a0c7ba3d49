/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify/acts.h"

#include "store/due-acts.h"

/* (element-type DaybookDueItem) (transfer full) */
static GPtrArray *
read_items (DaybookStore  *store,
            const GArray  *about,
            GError       **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);

  for (guint i = 0; i < about->len; i++)
    {
      const DaybookReminder *reminder = &g_array_index (about, DaybookReminder, i);
      g_autoptr(GError) local = NULL;
      g_autoptr(DaybookDueItem) item = daybook_due_item (daybook_store_get_reader (store), reminder->key, &local);

      if (local != NULL && !g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      /* A rebuild gives keys anew. */
      if (item != NULL && item->due.due == reminder->due)
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  return g_steal_pointer (&items);
}

gboolean
daybook_notify_can_do (DaybookStore *store,
                       const GArray *about,
                       gint64        now)
{
  g_autoptr(GPtrArray) items = about->len == 1 ? read_items (store, about, NULL) : NULL;
  g_autoptr(DaybookEdit) edit = items != NULL && items->len == 1
    ? daybook_due_act_done (daybook_store_get_reader (store), items, daybook_store_get_agent (store), now, NULL) : NULL;

  return edit != NULL;
}

/* Nothing to do is well done. */
static gboolean
commit (DaybookStore  *store,
        DaybookEdit   *edit,
        GError       **error)
{
  g_autoptr(DaybookOutcome) outcome = edit != NULL ? daybook_store_commit (store, edit, error) : NULL;

  return outcome != NULL;
}

gboolean
daybook_notify_do (DaybookStore  *store,
                   const GArray  *about,
                   gint64         now,
                   GError       **error)
{
  g_autoptr(GPtrArray) items = read_items (store, about, error);
  g_autoptr(DaybookEdit) edit = NULL;

  if (items == NULL || items->len == 0)
    return items != NULL;

  edit = daybook_due_act_done (daybook_store_get_reader (store), items, daybook_store_get_agent (store), now, error);
  return commit (store, edit, error);
}

gboolean
daybook_notify_snooze (DaybookStore  *store,
                       const GArray  *about,
                       gint64         now,
                       GError       **error)
{
  g_autoptr(GPtrArray) items = read_items (store, about, error);
  g_autoptr(DaybookEdit) edit = NULL;

  if (items == NULL || items->len == 0)
    return items != NULL;

  edit = daybook_due_act_snooze (daybook_store_get_reader (store), items, now + DAYBOOK_NOTIFY_SNOOZE, DAYBOOK_SNOOZE_UNTIL_HEARD,
                                 daybook_store_get_agent (store), now, error);
  return commit (store, edit, error);
}
