/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/entries.h"

#include "core/order.h"
#include "store/reader-private.h"
#include "store/row-sql.h"

/* A row's key begins with its day. */
static GArray *
find_keys (DaybookReader       *self,
           const DaybookTable  *table,
           const DaybookRow    *order,
           guint                limit,
           GError             **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT e.rowid FROM %s e JOIN orders o ON o.shop = e.shop"
    " WHERE o.rowid = :order AND e.order_number = :number AND e.deleted = 0 ORDER BY e.rowid DESC LIMIT :limit", table->plural);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, sql, error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":order", order->rowid);
  daybook_bind_text (statement, ":number", daybook_row_text (order, DAYBOOK_ORDER_NUMBER));
  daybook_bind_int (statement, ":limit", limit);
  return daybook_statement_keys (statement, error);
}

GPtrArray *
daybook_reader_entries (DaybookReader       *self,
                        const DaybookTable  *table,
                        const DaybookRow    *order,
                        guint                limit,
                        GError             **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GArray) keys = find_keys (self, table, order, limit, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      DaybookRow *row = daybook_row_load (self->db, table, g_array_index (keys, gint64, i), error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }

  return keys != NULL ? g_steal_pointer (&rows) : NULL;
}
