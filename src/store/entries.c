/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/entries.h"

#include "core/entry.h"
#include "core/membership.h"
#include "core/order.h"
#include "core/payment.h"
#include "core/shop.h"
#include "store/billed-orders.h"
#include "store/customer-group.h"
#include "store/order-number.h"
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
  const char *payment = daybook_row_text (order, DAYBOOK_ORDER_PAYMENT);

  if (daybook_table_field (table, "order_number") < 0)
    return g_array_new (FALSE, FALSE, sizeof (gint64));

  g_autofree char *sql = g_strdup_printf (
    "SELECT rowid FROM %s WHERE %s AND shop = (SELECT shop FROM orders WHERE rowid = :order) AND deleted = 0"
    " ORDER BY rowid DESC LIMIT :limit", table->plural,
    table == &daybook_payments ? DAYBOOK_BILLED_MATCH : "order_number = :number AND :payment IS :payment");
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, sql, error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":order", order->rowid);
  daybook_bind_text (statement, ":number", daybook_row_text (order, DAYBOOK_ORDER_NUMBER));
  daybook_bind_text (statement, ":payment", *payment != '\0' ? payment : NULL);
  daybook_bind_int (statement, ":limit", limit);
  return daybook_statement_keys (statement, error);
}

/* Those of `keys` (taken over) that are not in the trash, behind what is in `rows`. */
static gboolean
load_rows (DaybookReader       *self,
           const DaybookTable  *table,
           GArray              *keys,
           GPtrArray           *rows,
           GError             **error)
{
  g_autoptr(GArray) all = keys;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      g_autoptr(DaybookRow) row = daybook_row_load (self->db, table, g_array_index (all, gint64, i), error);

      if (row == NULL)
        return FALSE;
      if (daybook_row_int (row, DAYBOOK_FIELD_DELETED) == 0)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }

  return all != NULL;
}

GPtrArray *
daybook_reader_entries (DaybookReader       *self,
                        const DaybookTable  *table,
                        const DaybookRow    *order,
                        guint                limit,
                        GError             **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  return load_rows (self, table, find_keys (self, table, order, limit, error), rows, error) ? g_steal_pointer (&rows) : NULL;
}

static GArray *
find_orders (DaybookReader     *self,
             const DaybookRow  *entry,
             GError           **error)
{
  DaybookEntryFields fields = { 0 };
  const char *number;
  gint64 shop;

  if (entry->table == &daybook_payments)
    return daybook_billed_orders (self->db, entry, error);

  daybook_entry_fields (entry->table, &fields);
  if (fields.order_number < 0)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  number = daybook_row_text (entry, (guint) fields.order_number);
  shop = daybook_row_key (self->db, &daybook_shops, daybook_row_ref_id (entry, fields.shop), NULL, NULL, error);
  if (shop == 0)
    return NULL;
  return *number != '\0' ? daybook_orders_of_number (self->db, shop, number, error) : g_array_new (FALSE, FALSE, sizeof (gint64));
}

GPtrArray *
daybook_reader_orders_of_entry (DaybookReader     *self,
                                const DaybookRow  *entry,
                                GError           **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  return load_rows (self, &daybook_orders, find_orders (self, entry, error), rows, error) ? g_steal_pointer (&rows) : NULL;
}

static GArray *
find_lines (DaybookReader     *self,
            const DaybookRow  *customer,
            guint              limit,
            GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT rowid FROM memberships WHERE customer IN " DAYBOOK_CUSTOMER_GROUP (":customer") " AND deleted = 0"
    " ORDER BY rowid DESC LIMIT :limit", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":customer", customer->rowid);
  daybook_bind_int (statement, ":limit", limit);
  return daybook_statement_keys (statement, error);
}

GPtrArray *
daybook_reader_memberships (DaybookReader     *self,
                            const DaybookRow  *customer,
                            guint              limit,
                            GError           **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  return load_rows (self, &daybook_memberships, find_lines (self, customer, limit, error), rows, error) ? g_steal_pointer (&rows) : NULL;
}
