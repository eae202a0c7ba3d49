/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "simulation.h"

#include "store/case-row.h"
#include "store/payload.h"
#include "store/row-sql.h"
#include "store/spot.h"

#include <string.h>

/* "DEVICE:N" of an operation, whatever its key on this laptop. */
static char *
op_name (DaybookDatabase *db,
         gint64           n)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT d.id, ifnull (o.origin, o.n) FROM ops o JOIN acts a ON a.key = o.act"
    " JOIN devices d ON d.key = a.device WHERE o.n = :n", NULL);
  DaybookId device;

  daybook_bind_int (statement, ":n", n);
  if (!daybook_statement_next (statement, NULL) || !daybook_column_id (statement, 0, &device))
    return g_strdup ("?");

  g_autofree char *id = daybook_id_to_string (&device);
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, id, (gint64) sqlite3_column_int64 (statement, 1));
}

static char *
print_value (const DaybookValue *value)
{
  g_autoptr(JsonNode) node = daybook_payload_value_to_json (value);

  return json_to_string (node, FALSE);
}

static char *
row_name (DaybookDatabase *db,
          const char      *kind,
          gint64           row)
{
  const DaybookTable *table = daybook_registry_find (kind);
  DaybookId id = { { 0 } };

  daybook_row_id (db, table, row, &id, NULL);
  g_autofree char *text = daybook_id_to_string (&id);
  return g_strdup_printf ("%s/%s", kind, text);
}

static void
dump_row (DaybookDatabase    *db,
          const DaybookTable *table,
          gint64              row,
          gint64              born,
          GString            *out)
{
  g_autofree char *name = row_name (db, daybook_table_base (table)->kind, row);
  g_autofree char *maker = op_name (db, born);

  g_string_append_printf (out, "row %s %s\n", name, maker);
  for (guint i = 0; i < table->n_fields; i++)
    {
      const DaybookSpot spot = { table, row, i };
      g_auto(DaybookStanding) standing = DAYBOOK_STANDING_INIT;

      g_assert_true (daybook_spot_read (db, &spot, &standing, NULL));
      g_autofree char *value = print_value (&standing.value);
      g_autofree char *op = op_name (db, standing.op);
      g_string_append_printf (out, "%s/%s\t%s\t%s\n", name, table->fields[i].name, value, op);
    }
}

static void
dump_table (DaybookDatabase    *db,
            const DaybookTable *table,
            GString            *out)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rowid, born FROM %s ORDER BY id", table->plural);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, NULL);

  while (daybook_statement_next (statement, NULL))
    {
      gint64 key = sqlite3_column_int64 (statement, 0);
      g_autoptr(DaybookRow) row = daybook_row_load_whole (db, table, key, NULL);

      dump_row (db, row->table, key, sqlite3_column_int64 (statement, 1), out);
    }
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
dump_conflicts (DaybookDatabase *db,
                GString         *out)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT tbl, row, field, value, loser, winner FROM conflicts", NULL);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  while (daybook_statement_next (statement, NULL))
    {
      g_auto(DaybookValue) value = daybook_column_value (statement, 3);
      g_autofree char *name = row_name (db, daybook_column_text (statement, 0), sqlite3_column_int64 (statement, 1));
      g_autofree char *text = print_value (&value);
      g_autofree char *loser = op_name (db, sqlite3_column_int64 (statement, 4));
      g_autofree char *winner = op_name (db, sqlite3_column_int64 (statement, 5));

      g_ptr_array_add (lines, g_strdup_printf ("lost %s/%s\t%s\t%s %s\n", name, daybook_column_text (statement, 2), text, loser, winner));
    }

  g_ptr_array_sort (lines, compare_texts);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (out, g_ptr_array_index (lines, i));
}

/* What happened, in the order of the log. */
static void
dump_history (DaybookDatabase *db,
              GString         *out)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT o.seq, o.n, o.kind, o.tbl, o.row, o.field, o.value, o.old, o.base, a.id, u.id, a.size"
    " FROM ops o JOIN acts a ON a.key = o.act LEFT JOIN acts u ON u.key = a.of_act ORDER BY o.seq", NULL);

  while (daybook_statement_next (statement, NULL))
    {
      g_auto(DaybookValue) value = daybook_column_value (statement, 6);
      g_auto(DaybookValue) old = daybook_column_value (statement, 7);
      g_auto(DaybookValue) act = daybook_column_value (statement, 9);
      g_auto(DaybookValue) of_act = daybook_column_value (statement, 10);
      g_autofree char *op = op_name (db, sqlite3_column_int64 (statement, 1));
      g_autofree char *name = row_name (db, daybook_column_text (statement, 3), sqlite3_column_int64 (statement, 4));
      g_autofree char *to = print_value (&value);
      g_autofree char *from = print_value (&old);
      g_autofree char *base = op_name (db, sqlite3_column_int64 (statement, 8));
      g_autofree char *by = print_value (&act);
      g_autofree char *of = print_value (&of_act);

      g_string_append_printf (out, "op %s %s %s %s/%s %s %s %s %s %s %s\n", daybook_column_text (statement, 0), op,
                              daybook_column_text (statement, 2), name, daybook_column_text (statement, 5),
                              to, from, base, by, of, daybook_column_text (statement, 11));
    }
}

char *
sim_dump (SimLaptop *self)
{
  GError *error = NULL;
  g_autoptr(DaybookDatabase) db = daybook_database_open (daybook_store_get_path (self->store), DAYBOOK_DATABASE_READ, 1000, &error);
  GString *out = g_string_new (NULL);
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  g_assert_no_error (error);
  for (guint i = 0; i < n_tables; i++)
    dump_table (db, tables[i], out);
  dump_conflicts (db, out);
  dump_history (db, out);
  g_string_append_printf (out, "shadows %d held %d\n",
                          (int) daybook_database_number (db, "SELECT count (*) FROM shadows", -1, NULL),
                          (int) daybook_database_number (db, "SELECT count (*) FROM held_ops", -1, NULL));
  return g_string_free (out, FALSE);
}

char *
sim_compare (const char *a,
             const char *b)
{
  g_auto(GStrv) left = g_strsplit (a, "\n", -1);
  g_auto(GStrv) right = g_strsplit (b, "\n", -1);

  for (guint i = 0; left[i] != NULL || right[i] != NULL; i++)
    {
      if (g_strcmp0 (left[i], right[i]) != 0)
        return g_strdup_printf ("the books differ:\n  %s\n  %s", left[i], right[i]);
      if (left[i] == NULL)
        break;
    }

  return NULL;
}
