/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/days-ahead.h"

#include "core/customer.h"
#include "core/moment.h"
#include "store/customer-group.h"
#include "store/reader-private.h"

#include <glib/gi18n-lib.h>

/* From the midnight that begins the day of `now` to the one that ends the last of so many days. */
static void
bind_days (DaybookStatement *statement,
           DaybookReader    *reader,
           gint64            now,
           guint             days)
{
  GTimeZone *zone = daybook_store_get_zone (reader->store);

  daybook_bind_int (statement, ":from", daybook_moment_day (now, zone, 0));
  daybook_bind_int (statement, ":to", daybook_moment_day (now, zone, (int) days + 1));
}

GPtrArray *
daybook_reader_days_ahead (DaybookReader  *reader,
                           gint64          now,
                           guint           days,
                           guint           limit,
                           GError        **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT rowid FROM due_items INDEXED BY due_items_day WHERE rule = 'day' AND due >= :from AND due < :to ORDER BY due, rowid LIMIT :limit", error);
  g_autoptr(GArray) keys = NULL;

  if (statement == NULL)
    return NULL;

  bind_days (statement, reader, now, days);
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

/* Everyone once, by the card that they are on. */
static GArray *
find_roots (DaybookReader  *reader,
            GArray         *customers,
            GError        **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GArray) roots = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < customers->len; i++)
    {
      gint64 root = daybook_customer_root (reader->db, g_array_index (customers, gint64, i), error);

      if (root == 0)
        return NULL;
      if (g_hash_table_add (seen, g_memdup2 (&root, sizeof root)))
        g_array_append_val (roots, root);
    }
  return g_steal_pointer (&roots);
}

DaybookQuery *
daybook_reader_customers_of_days (DaybookReader  *reader,
                                  gint64          now,
                                  guint           days,
                                  GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT r.customer FROM due_items d INDEXED BY due_items_day JOIN remembered_days r ON r.rowid = d.row"
    " WHERE d.rule = 'day' AND d.due >= :from AND d.due < :to AND r.deleted = 0 ORDER BY d.due, d.rowid", error);
  g_autoptr(GArray) customers = NULL;
  g_autoptr(GArray) roots = NULL;
  DaybookQuery *query;

  if (statement == NULL)
    return NULL;

  bind_days (statement, reader, now, days);
  customers = daybook_statement_keys (statement, error);
  roots = customers != NULL ? find_roots (reader, customers, error) : NULL;
  if (roots == NULL)
    return NULL;

  query = daybook_query_new (&daybook_customers);
  daybook_query_set_keys (query, roots, _("Days to come"));
  return query;
}

DaybookRow *
daybook_reader_next_day (DaybookReader      *reader,
                         const DaybookRow   *customer,
                         const GDate        *from,
                         DaybookYearlyTime  *next,
                         GError            **error)
{
  g_autoptr(GPtrArray) days = daybook_reader_parts (reader, &daybook_remembered_days, DAYBOOK_REMEMBERED_CUSTOMER, &customer->id, error);
  DaybookRow *first = NULL;

  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      DaybookYearlyTime time;

      if (!daybook_remembered_day_next (g_ptr_array_index (days, i), from, &time)
          || (first != NULL && g_date_compare (&time.date, &next->date) >= 0))
        continue;
      first = g_ptr_array_index (days, i);
      *next = time;
    }
  return first != NULL ? daybook_row_ref (first) : NULL;
}
