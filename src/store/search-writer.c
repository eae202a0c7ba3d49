/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-writer.h"

#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"

const DaybookSearchPlace daybook_search_places[] = {
  { &daybook_orders, "orders_words", "orders_names", "orders_numbers", 0 },
  { &daybook_customers, "customers_words", "customers_names", NULL, 1 },
  { &daybook_products, "products_words", "products_names", "products_numbers", -1 },
  { NULL, NULL, NULL, NULL, -1 },
};

const DaybookSearchPlace *
daybook_search_place (const DaybookTable *table)
{
  for (const DaybookSearchPlace *place = daybook_search_places; place->table != NULL; place++)
    if (place->table == table)
      return place;

  return NULL;
}

static gboolean
insert_text (DaybookDatabase  *search,
             const char       *table,
             gint64            rowid,
             const GString    *text,
             GError          **error)
{
  if (table == NULL || text->len == 0)
    return TRUE;

  g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (rowid, text) VALUES (:row, :text)", table);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (search, sql, error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", rowid);
  daybook_bind_text (statement, ":text", text->str);
  return daybook_statement_run (statement, error);
}

static gboolean
insert_keys (DaybookDatabase        *search,
             int                     tbl,
             gint64                  rowid,
             const DaybookDocument  *document,
             GError                **error)
{
  for (guint i = 0; tbl >= 0 && i < document->keys->len; i++)
    {
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (search,
        "INSERT OR IGNORE INTO phone_keys (key, tbl, row) VALUES (:key, :tbl, :row)", error);

      if (statement == NULL)
        return FALSE;
      daybook_bind_int (statement, ":key", g_array_index (document->keys, gint64, i));
      daybook_bind_int (statement, ":tbl", tbl);
      daybook_bind_int (statement, ":row", rowid);
      if (!daybook_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
daybook_search_insert (DaybookDatabase           *search,
                       const DaybookSearchPlace  *place,
                       gint64                     rowid,
                       const DaybookDocument     *document,
                       GError                   **error)
{
  return insert_text (search, place->words, rowid, document->words, error)
         && insert_text (search, place->names, rowid, document->names, error)
         && insert_text (search, place->numbers, rowid, document->numbers, error)
         && insert_keys (search, place->keys, rowid, document, error);
}

static gboolean
delete_text (DaybookDatabase  *search,
             const char       *table,
             gint64            rowid,
             GError          **error)
{
  if (table == NULL)
    return TRUE;

  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE rowid = :row", table);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (search, sql, error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", rowid);
  return daybook_statement_run (statement, error);
}

static gboolean
delete_keys (DaybookDatabase  *search,
             int               tbl,
             gint64            rowid,
             GError          **error)
{
  if (tbl < 0)
    return TRUE;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (search,
    "DELETE FROM phone_keys WHERE row = :row AND tbl = :tbl", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", rowid);
  daybook_bind_int (statement, ":tbl", tbl);
  return daybook_statement_run (statement, error);
}

gboolean
daybook_search_delete (DaybookDatabase           *search,
                       const DaybookSearchPlace  *place,
                       gint64                     rowid,
                       GError                   **error)
{
  return delete_text (search, place->words, rowid, error)
         && delete_text (search, place->names, rowid, error)
         && delete_text (search, place->numbers, rowid, error)
         && delete_keys (search, place->keys, rowid, error);
}
