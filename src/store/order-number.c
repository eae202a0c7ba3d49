/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/order-number.h"

#include "core/order.h"
#include "store/merge-rule.h"
#include "store/row-sql.h"

GArray *
daybook_orders_of_number (DaybookDatabase  *db,
                          gint64            shop,
                          const char       *number,
                          GError          **error)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT DISTINCT s.id, i.platform FROM imports i JOIN shops s ON s.rowid = i.shop WHERE :shop IN (0, s.rowid)", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":shop", shop);
  while (local == NULL && daybook_statement_next (statement, &local))
    {
      DaybookId id = { { 0 } };

      daybook_column_id (statement, 0, &id);
      g_autofree char *text = daybook_id_to_string (&id);
      daybook_merge_order_id (text, daybook_column_text (statement, 1), number, &id);

      gint64 key = daybook_row_key (db, &daybook_orders, &id, NULL, NULL, &local);
      if (key != 0)
        g_array_append_val (keys, key);
    }
  if (local == NULL)
    return g_steal_pointer (&keys);

  g_propagate_error (error, local);
  return NULL;
}
