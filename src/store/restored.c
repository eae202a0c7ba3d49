/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/restored.h"

#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"
#include "store/reader-private.h"
#include "store/row-sql.h"

static gboolean
restore_all (DaybookTransaction  *transaction,
             const DaybookTable  *table,
             gint64               order,
             const char          *sql,
             GError             **error)
{
  DaybookValue no = daybook_value_int (0);
  g_autoptr(DaybookStatement) statement =
    daybook_database_prepare (daybook_transaction_database (transaction), sql, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  g_autoptr(GArray) keys = daybook_statement_keys (statement, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (!daybook_transaction_set (transaction, table, g_array_index (keys, gint64, i), DAYBOOK_FIELD_DELETED, &no, error))
      return FALSE;

  return keys != NULL;
}

gboolean
daybook_restored_complete (DaybookTransaction   *transaction,
                           const DaybookChange  *change,
                           GError              **error)
{
  if (change->kind != DAYBOOK_CHANGE_SET || change->table != &daybook_orders || change->field != DAYBOOK_FIELD_DELETED
      || change->value.number != 0)
    return TRUE;

  GError *local = NULL;
  gint64 order = daybook_row_key (daybook_transaction_database (transaction), &daybook_orders, &change->row, NULL, NULL, &local);
  if (local == NULL
      && restore_all (transaction, &daybook_shops, order,
                      "SELECT s.rowid FROM orders o JOIN shops s ON s.rowid = o.shop"
                      " WHERE o.rowid = :order AND s.deleted <> 0", &local)
      && restore_all (transaction, &daybook_customers, order,
                      "SELECT c.rowid FROM orders o JOIN customers c ON c.rowid = o.customer"
                      " WHERE o.rowid = :order AND c.deleted <> 0", &local)
      && restore_all (transaction, &daybook_products, order,
                      "SELECT DISTINCT p.rowid FROM order_lines l JOIN products p ON p.rowid = l.product"
                      " WHERE l.\"order\" = :order AND l.deleted = 0 AND p.deleted <> 0", &local))
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}
