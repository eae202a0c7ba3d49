/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/erase-cut.h"

#include <string.h>

static gboolean
cut_from (GString   *text,
          GPtrArray *needles)
{
  gboolean cut = FALSE;

  for (guint i = 0; i < needles->len; i++)
    cut |= g_string_replace (text, g_ptr_array_index (needles, i), "***", 0) > 0;
  return cut;
}

static gboolean
is_in (const char *text,
       GPtrArray  *needles)
{
  for (guint i = 0; i < needles->len; i++)
    if (strstr (text, g_ptr_array_index (needles, i)) != NULL)
      return TRUE;

  return FALSE;
}

/* erase_hit (all, text): whether the text holds anything of the person; `all`: names too. */
static void
hit (sqlite3_context  *context,
     int               n_arguments,
     sqlite3_value   **arguments)
{
  const DaybookErasePlan *plan = sqlite3_user_data (context);
  const char *text = sqlite3_value_type (arguments[1]) == SQLITE_TEXT ? (const char *) sqlite3_value_text (arguments[1]) : NULL;

  sqlite3_result_int (context, text != NULL && (is_in (text, plan->strong)
                                                || (sqlite3_value_int (arguments[0]) != 0 && is_in (text, plan->weak))));
}

/* erase_cut (all, text): the text without it; `all` 2: without masked names too. */
static void
cut (sqlite3_context  *context,
     int               n_arguments,
     sqlite3_value   **arguments)
{
  const DaybookErasePlan *plan = sqlite3_user_data (context);
  g_autoptr(GString) text = NULL;

  if (sqlite3_value_type (arguments[1]) != SQLITE_TEXT)
    {
      sqlite3_result_value (context, arguments[1]);
      return;
    }

  text = g_string_new ((const char *) sqlite3_value_text (arguments[1]));
  cut_from (text, plan->strong);
  if (sqlite3_value_int (arguments[0]) != 0)
    cut_from (text, plan->weak);
  if (sqlite3_value_int (arguments[0]) == 2)
    cut_from (text, plan->masked);
  sqlite3_result_text (context, text->str, -1, SQLITE_TRANSIENT);
}

gboolean
daybook_erase_cut_register (DaybookErasePlan  *plan,
                            DaybookDatabase   *db,
                            GError           **error)
{
  int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
  int code = sqlite3_create_function_v2 (db->handle, "erase_hit", 2, flags, plan, hit, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2 (db->handle, "erase_cut", 2, flags, plan, cut, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;

  daybook_database_set_error (error, db->handle, code);
  return FALSE;
}

/* The columns of a table that may hold a text and are no part of its key. (element-type utf8) */
static GPtrArray *
text_columns (DaybookDatabase *db,
              const char      *table)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT name FROM pragma_table_info (:table) WHERE type IN ('TEXT', 'ANY') AND pk = 0", NULL);

  if (statement == NULL)
    return columns;

  daybook_bind_text (statement, ":table", table);
  while (daybook_statement_next (statement, NULL))
    g_ptr_array_add (columns, g_strdup (daybook_column_text (statement, 0)));
  return columns;
}

gboolean
daybook_erase_cut_table (DaybookDatabase  *db,
                         const char       *table,
                         const char       *where,
                         gboolean          all,
                         GError          **error)
{
  g_autoptr(GPtrArray) columns = text_columns (db, table);
  g_autoptr(GString) set = g_string_new (NULL);
  g_autoptr(GString) hits = g_string_new (NULL);
  g_autofree char *sql = NULL;

  for (guint i = 0; i < columns->len; i++)
    {
      const char *column = g_ptr_array_index (columns, i);

      g_string_append_printf (set, "%s\"%s\" = erase_cut (%d, \"%s\")", i > 0 ? ", " : "", column, all, column);
      g_string_append_printf (hits, "%serase_hit (%d, \"%s\")", i > 0 ? " OR " : "", all, column);
    }
  if (columns->len == 0)
    return TRUE;

  sql = g_strdup_printf ("UPDATE main.\"%s\" SET %s WHERE (%s) AND (%s)", table, set->str, where, hits->str);
  return daybook_database_run (db, sql, error);
}

/* Of the names, those that nobody else has. */
static GPtrArray *
find_unique (DaybookDatabase *db,
             GPtrArray       *names)
{
  GPtrArray *unique = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
        "SELECT 1 FROM customers WHERE name = :name UNION ALL SELECT 1 FROM orders WHERE receiver = :name OR buyer = :name LIMIT 1", NULL);

      if (statement == NULL)
        continue;
      daybook_bind_text (statement, ":name", g_ptr_array_index (names, i));
      if (!daybook_statement_next (statement, NULL))
        daybook_erase_add_text (unique, g_ptr_array_index (names, i));
    }
  return unique;
}

/* A name may be a word of the shop's, or one of its own people's. */
static gboolean
is_of_shop (const char *table)
{
  static const char *const SHOP[] = {
    "agents", "shops", "products", "order_lines", "registers", "rules", "calendars", "settings", "views", "articles", "revisions",
    "phrases", "guarded_words", "trade_contacts", "grades", "chores", "shift_templates", "call_plans", "campaigns", "market_notes", NULL,
  };

  return g_strv_contains (SHOP, table);
}

static gboolean
cut_everywhere (DaybookDatabase  *db,
                GError          **error)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'", error);

  while (statement != NULL && daybook_statement_next (statement, NULL))
    g_ptr_array_add (tables, g_strdup (daybook_column_text (statement, 0)));
  for (guint i = 0; i < tables->len; i++)
    if (!daybook_erase_cut_table (db, g_ptr_array_index (tables, i), "1", !is_of_shop (g_ptr_array_index (tables, i)), error))
      return FALSE;

  return statement != NULL;
}

gboolean
daybook_erase_cut_rest (DaybookErasePlan  *plan,
                        DaybookDatabase   *db,
                        GError           **error)
{
  g_autoptr(GPtrArray) unique = find_unique (db, plan->weak);
  GPtrArray *weak = plan->weak;
  gboolean ok;

  plan->weak = unique;
  ok = cut_everywhere (db, error);
  plan->weak = weak;
  return ok;
}
