/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/find-row.h"

#include "cli/cli.h"
#include "core/order.h"
#include "core/register.h"
#include "core/shift.h"
#include "core/shop.h"
#include "store/reach.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
set_not_found (GError             **error,
               const DaybookTable  *table,
               const char          *word)
{
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
               _("%s “%s” does not exist."), table != NULL ? _(table->label) : _("Row"), word);
}

static char *
shop_name (DaybookStore    *store,
           const DaybookId *id)
{
  g_autoptr(DaybookRow) shop = NULL;

  if (id != NULL)
    shop = daybook_reader_find (daybook_store_get_reader (store), &daybook_shops, id, NULL);

  return g_strdup (shop != NULL ? daybook_row_text (shop, DAYBOOK_SHOP_NAME) : "");
}

/* Two shops may have an order of the same number: say which there are. */
static void
set_ambiguous (GError       **error,
               DaybookStore  *store,
               GPtrArray     *orders)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < orders->len; i++)
    {
      const DaybookRow *order = g_ptr_array_index (orders, i);
      g_autofree char *shop = shop_name (store, daybook_row_ref_id (order, DAYBOOK_ORDER_SHOP));
      g_autofree char *id = daybook_id_to_string (&order->id);

      g_string_append_printf (list, "%s%s:%s (%s, %s)", i > 0 ? ", " : "", shop,
                              daybook_row_text (order, DAYBOOK_ORDER_NUMBER), daybook_row_text (order, DAYBOOK_ORDER_PLATFORM), id);
    }

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT,
               _("Several orders have this number; name one as SHOP:NUMBER or by its id: %s."), list->str);
}

/* Those in the trash. Nobody waits long for an index that only this would use. */
static GPtrArray *
find_deleted_orders (DaybookReader  *reader,
                     const char     *number,
                     GError        **error)
{
  const char *const words[] = { number, NULL };
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GArray) keys = NULL;

  query->rows = DAYBOOK_ROWS_DELETED;
  daybook_query_add (query, DAYBOOK_ORDER_NUMBER, DAYBOOK_OP_EQ, words);
  keys = daybook_reader_keys (reader, query, 0, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      DaybookRow *row = daybook_reader_row (reader, &daybook_orders, g_array_index (keys, gint64, i), error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (orders, row);
    }

  return keys != NULL ? g_steal_pointer (&orders) : NULL;
}

/* The orders of this number, in whatever shop; if there is none, those in the trash. */
static GPtrArray *
find_orders (DaybookStore  *store,
             const char    *number,
             GError       **error)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autoptr(GPtrArray) orders = daybook_reader_orders_numbered (reader, number, error);

  if (orders == NULL || orders->len > 0)
    return g_steal_pointer (&orders);

  return find_deleted_orders (reader, number, error);
}

static DaybookRow *
only_order (DaybookStore  *store,
            GPtrArray     *orders,
            const char    *word,
            GError       **error)
{
  if (orders->len == 0)
    set_not_found (error, &daybook_orders, word);
  else if (orders->len > 1)
    set_ambiguous (error, store, orders);
  else
    return daybook_row_ref (g_ptr_array_index (orders, 0));

  return NULL;
}

/* SHOP:NUMBER, where the shop is its name or its platform there. */
static DaybookRow *
find_order_of_shop (DaybookStore  *store,
                    const char    *word,
                    const char    *colon,
                    GError       **error)
{
  g_autofree char *shop = g_strndup (word, (gsize) (colon - word));
  g_autoptr(GPtrArray) orders = find_orders (store, colon + 1, error);

  if (orders == NULL)
    return NULL;

  for (guint i = orders->len; i-- > 0;)
    {
      const DaybookRow *order = g_ptr_array_index (orders, i);
      g_autofree char *name = shop_name (store, daybook_row_ref_id (order, DAYBOOK_ORDER_SHOP));

      if (!g_str_equal (name, shop) && !g_str_equal (daybook_row_text (order, DAYBOOK_ORDER_PLATFORM), shop))
        g_ptr_array_remove_index (orders, i);
    }

  return only_order (store, orders, word, error);
}

static DaybookRow *
find_order (DaybookStore  *store,
            const char    *word,
            GError       **error)
{
  g_autoptr(GPtrArray) orders = find_orders (store, word, error);
  const char *colon = strrchr (word, ':');

  if (orders == NULL)
    return NULL;

  if (orders->len == 0 && colon != NULL)
    return find_order_of_shop (store, word, colon, error);

  return only_order (store, orders, word, error);
}

/* One that is in the trash, or was merged into another, too. */
static DaybookRow *
find_case (DaybookStore  *store,
           const char    *word,
           GError       **error)
{
  g_autofree char *number = g_ascii_strup (word, -1);
  gint64 key = daybook_reader_case_numbered (daybook_store_get_reader (store), number, error);

  if (key > 0)
    return daybook_reader_row (daybook_store_get_reader (store), &daybook_cases, key, error);
  if (key == 0)
    set_not_found (error, &daybook_cases, word);
  return NULL;
}

static gboolean
is_named (const DaybookRow *row,
          const char       *word)
{
  return g_str_equal (daybook_row_text (row, (guint) row->table->title), word) ||
         (row->table == &daybook_agents && g_str_equal (daybook_row_text (row, DAYBOOK_AGENT_CODE), word));
}

/* Small tables only: reading them whole is bounded. */
static DaybookRow *
find_named (DaybookStore        *store,
            const DaybookTable  *table,
            const char          *word,
            GError             **error)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (daybook_store_get_reader (store), table, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (is_named (g_ptr_array_index (rows, i), word))
      return daybook_row_ref (g_ptr_array_index (rows, i));

  if (rows != NULL)
    set_not_found (error, table, word);
  return NULL;
}

static gboolean
has_names (const DaybookTable *table)
{
  return table == &daybook_agents || table == &daybook_shops || table == &daybook_views || table == &daybook_settings || table == &daybook_registers
         || table == &daybook_shift_templates;
}

/* What is not theirs to see is found, and not shown. */
static DaybookRow *
keep_reached (DaybookStore  *store,
              DaybookRow    *found,
              GError       **error)
{
  g_autoptr(DaybookRow) row = found;

  return row != NULL && daybook_reader_check_row (daybook_store_get_reader (store), row, error) ? g_steal_pointer (&row) : NULL;
}

static DaybookRow *
find_row (DaybookStore        *store,
                  const DaybookTable  *table,
                  const char          *word,
                  GError             **error)
{
  g_autoptr(GError) local_error = NULL;
  DaybookRow *row = NULL;
  DaybookId id;

  if (daybook_id_parse (word, &id))
    {
      row = daybook_reader_find (daybook_store_get_reader (store), table, &id, &local_error);
      if (row == NULL && g_error_matches (local_error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
        set_not_found (error, table, word);
      else if (row == NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return row;
    }

  if (table == &daybook_orders)
    return find_order (store, word, error);
  if (daybook_table_base (table) == &daybook_cases)
    return find_case (store, word, error);
  if (has_names (table))
    return find_named (store, table, word, error);

  set_not_found (error, table, word);
  return NULL;
}

DaybookRow *
daybook_find_row (DaybookStore        *store,
                  const DaybookTable  *table,
                  const char          *word,
                  GError             **error)
{
  return keep_reached (store, find_row (store, table, word, error), error);
}

DaybookRow *
daybook_find_row_in_use (DaybookStore        *store,
                         const DaybookTable  *table,
                         const char          *word,
                         GError             **error)
{
  g_autoptr(DaybookRow) row = daybook_find_row (store, table, word, error);

  if (row == NULL || daybook_row_int (row, DAYBOOK_FIELD_DELETED) == 0)
    return g_steal_pointer (&row);

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("“%s” is in the trash. Restore it first."), word);
  return NULL;
}

DaybookRow *
daybook_find_any_row (DaybookStore  *store,
                      const char    *word,
                      GError       **error)
{
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);
  DaybookId id;

  if (!daybook_id_parse (word, &id))
    {
      DaybookRow *found = find_case (store, word, NULL);

      return keep_reached (store, found != NULL ? found : find_order (store, word, error), error);
    }

  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr(GError) local_error = NULL;
      DaybookRow *row = daybook_reader_find (daybook_store_get_reader (store), tables[i], &id, &local_error);

      if (row != NULL)
        return keep_reached (store, row, error);
      if (!g_error_matches (local_error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  set_not_found (error, NULL, word);
  return NULL;
}

DaybookRow *
daybook_find_agent (DaybookStore  *store,
                    const char    *word,
                    GError       **error)
{
  return daybook_find_row (store, &daybook_agents, word, error);
}

/* What stands behind a point is a register, which only the book knows. */
static const DaybookTable *
find_of_register (DaybookCli  *cli,
                  const char  *word,
                  GError     **error)
{
  const DaybookTable *table;

  if (daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return NULL;

  table = daybook_reader_table (daybook_store_get_reader (cli->store), word);
  if (table == NULL)
    g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                 _("“%s” names no register. “daybookctl register list” shows which there are."), word);
  return table;
}

const DaybookTable *
daybook_find_table (DaybookCli  *cli,
                    const char  *word,
                    GError     **error)
{
  const DaybookTable *table = daybook_registry_find (word);
  g_autoptr(GString) list = NULL;
  const DaybookTable *const *tables;
  guint n_tables;

  if (table != NULL)
    return table;
  if (strchr (word, '.') != NULL)
    return find_of_register (cli, word, error);

  list = g_string_new (NULL);
  tables = daybook_registry_tables (&n_tables);
  for (guint i = 0; i < n_tables; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", tables[i]->plural);

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
               _("“%s” is no kind of row. There are: %s."), word, list->str);
  return NULL;
}

int
daybook_find_field (const DaybookTable  *table,
                    const char          *word,
                    GError             **error)
{
  int field = daybook_table_told_field (table, word);

  if (field < 0)
    g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                 _("%s have no field “%s”."), _(table->labels), word);
  return field;
}
