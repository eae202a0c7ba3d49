/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stock-products.h"

#include "core/shop.h"
#include "core/stock.h"
#include "store/reader-private.h"
#include "store/row-sql.h"

gboolean
daybook_stock_any (DaybookDatabase *db)
{
  return daybook_database_number (db, "SELECT EXISTS (SELECT 1 FROM stocks)", 0, NULL) != 0;
}

/* Both none where no list has the SKU. */
static gboolean
add_up (DaybookDatabase  *db,
        gint64            shop,
        const char       *sku,
        DaybookValue     *on_hand,
        DaybookValue     *counted,
        GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT sum (on_hand), max (as_of) FROM stocks WHERE number = :sku AND shop = :shop AND deleted = 0 AND on_hand IS NOT NULL", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":sku", sku);
  daybook_bind_int (statement, ":shop", shop);
  if (!daybook_statement_next (statement, error))
    return FALSE;
  *on_hand = daybook_column_value (statement, 0);
  *counted = daybook_column_value (statement, 1);
  return TRUE;
}

static GArray *
find_products (DaybookDatabase  *db,
               gint64            shop,
               const char       *sku,
               GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT rowid FROM products WHERE sku = :sku AND shop = :shop", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":sku", sku);
  daybook_bind_int (statement, ":shop", shop);
  return daybook_statement_keys (statement, error);
}

gboolean
daybook_stock_tell (DaybookTransaction  *transaction,
                    gint64               shop,
                    const char          *sku,
                    GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  g_autoptr(GArray) products = find_products (db, shop, sku, error);
  DaybookValue on_hand = DAYBOOK_VALUE_INIT;
  DaybookValue counted = DAYBOOK_VALUE_INIT;

  if (products == NULL || !add_up (db, shop, sku, &on_hand, &counted, error))
    return FALSE;

  for (guint i = 0; i < products->len; i++)
    {
      gint64 product = g_array_index (products, gint64, i);

      if (!daybook_transaction_set (transaction, &daybook_products, product, DAYBOOK_PRODUCT_ON_HAND, &on_hand, error)
          || !daybook_transaction_set (transaction, &daybook_products, product, DAYBOOK_PRODUCT_COUNTED, &counted, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
daybook_stock_tell_row (DaybookTransaction  *transaction,
                        gint64               row,
                        GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (daybook_transaction_database (transaction),
    "SELECT shop, number FROM stocks WHERE rowid = :row", error);
  g_autofree char *sku = NULL;
  gint64 shop;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", row);
  if (!daybook_statement_next (statement, error))
    return FALSE;
  shop = sqlite3_column_int64 (statement, 0);
  sku = g_strdup (daybook_column_text (statement, 1));
  return daybook_stock_tell (transaction, shop, sku, error);
}
