/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/days-ahead.h"

#include "core/moment.h"
#include "store/reader-private.h"

GPtrArray *
daybook_reader_days_ahead (DaybookReader  *reader,
                           gint64          now,
                           guint           days,
                           guint           limit,
                           GError        **error)
{
  GTimeZone *zone = daybook_store_get_zone (reader->store);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT rowid FROM due_items INDEXED BY due_items_day WHERE rule = 'day' AND due >= :from AND due < :to ORDER BY due, rowid LIMIT :limit", error);
  g_autoptr(GArray) keys = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":from", daybook_moment_day (now, zone, 0));
  daybook_bind_int (statement, ":to", daybook_moment_day (now, zone, (int) days + 1));
  daybook_bind_int (statement, ":limit", limit);
  keys = daybook_statement_keys (statement, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      DaybookDueItem *item = daybook_due_item (reader, g_array_index (keys, gint64, i), NULL);

      /* Done meanwhile. */
      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  return keys != NULL ? g_steal_pointer (&items) : NULL;
}
