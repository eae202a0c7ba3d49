/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/born-facts.h"

#include "core/contact.h"
#include "core/entry.h"
#include "core/mask.h"
#include "core/order.h"
#include "core/shop.h"
#include "store/order-number.h"
#include "store/row-sql.h"

void
daybook_born_facts_clear (DaybookBornFacts *known)
{
  g_clear_pointer (&known->order, daybook_row_unref);
  g_clear_pointer (&known->currency, g_free);
}

/* Mostly one or none. NULL without an error: none. (transfer full) */
static DaybookRow *
find_order (DaybookDatabase           *db,
            const DaybookRow          *row,
            const DaybookEntryFields  *fields,
            gint64                     shop,
            GError                   **error)
{
  const char *number = daybook_row_text (row, (guint) fields->order_number);
  g_autoptr(GArray) keys = *number != '\0' ? daybook_orders_of_number (db, shop, number, error) : NULL;

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autoptr(DaybookRow) order = daybook_row_load (db, &daybook_orders, g_array_index (keys, gint64, i), error);

      if (order == NULL || daybook_row_int (order, DAYBOOK_ORDER_DELETED) == 0)
        return g_steal_pointer (&order);
    }

  return NULL;
}

/* The customer whose account the row names. A masked one is nobody's. */
static gboolean
find_customer (DaybookDatabase   *db,
               const DaybookRow  *row,
               const char        *platform,
               DaybookId         *customer,
               GError           **error)
{
  int buyer = daybook_table_field (row->table, "buyer");
  const char *account = buyer >= 0 ? daybook_row_text (row, (guint) buyer) : "";
  DaybookId handle;
  GError *local = NULL;

  *customer = (DaybookId) { { 0 } };
  if (*account == '\0' || daybook_mask_is_masked (account))
    return TRUE;

  daybook_handle_row_id (&handle, platform, account);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT c.id FROM handles h JOIN customers c ON c.rowid = h.customer WHERE h.id = :id AND h.deleted = 0 AND c.deleted = 0", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_id (statement, ":id", &handle);
  if (daybook_statement_next (statement, &local))
    daybook_column_id (statement, 0, customer);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gboolean
read_shop (DaybookDatabase  *db,
           gint64            shop,
           DaybookBornFacts *known,
           GError          **error)
{
  g_autoptr(DaybookRow) row = daybook_row_load (db, &daybook_shops, shop, error);
  const char *currency = known->order != NULL ? daybook_row_text (known->order, DAYBOOK_ORDER_CURRENCY) : "";

  if (row == NULL)
    return FALSE;

  known->currency = g_strdup (*currency != '\0' ? currency : daybook_row_text (row, DAYBOOK_SHOP_CURRENCY));
  known->facts.shop = row->id;
  known->facts.order = known->order;
  known->facts.currency = known->currency;
  return TRUE;
}

gboolean
daybook_born_facts_read (DaybookDatabase   *db,
                         const DaybookRow  *row,
                         gint64             as_of,
                         DaybookBornFacts  *known,
                         GError           **error)
{
  DaybookEntryFields fields = { 0 };
  GError *local = NULL;
  gint64 shop;

  daybook_entry_fields (row->table, &fields);
  shop = daybook_row_key (db, &daybook_shops, daybook_row_ref_id (row, fields.shop), NULL, NULL, &local);
  *known = (DaybookBornFacts) { .facts = { .as_of = as_of } };
  if (local == NULL)
    known->order = find_order (db, row, &fields, shop, &local);
  if (local == NULL && (known->order == NULL || !daybook_row_has (known->order, DAYBOOK_ORDER_CUSTOMER)))
    find_customer (db, row, daybook_row_text (row, fields.platform), &known->facts.customer, &local);
  if (local == NULL)
    read_shop (db, shop, known, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}
