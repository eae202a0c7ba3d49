/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/source.h"

#include "core/order.h"
#include "store/reader-private.h"

#include <string.h>

#define CELL_SEPARATOR "\x1f"
#define ROW_SEPARATOR "\x1e"

void
daybook_source_table_free (DaybookSourceTable *table)
{
  g_strfreev (table->headings);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

gboolean
daybook_source_note_form (DaybookDatabase  *db,
                          guint64           form,
                          const char       *header,
                          GError          **error)
{
  if (header == NULL || *header == '\0')
    return TRUE;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "INSERT INTO source_forms (form, header) VALUES (:form, :header) ON CONFLICT (form) DO NOTHING", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":form", (gint64) form);
  daybook_bind_text (statement, ":header", header);
  return daybook_statement_run (statement, error);
}

static void
add_rows (DaybookSourceTable *table,
          const char         *raw,
          guint               max_rows)
{
  gsize length;

  for (const char *row = raw; row != NULL; row = row[length] != '\0' ? row + length + 1 : NULL)
    {
      length = strcspn (row, ROW_SEPARATOR);
      table->n_rows++;
      if (max_rows > 0 && table->n_rows > max_rows)
        continue;

      g_autofree char *cells = g_strndup (row, length);
      g_ptr_array_add (table->rows, g_strsplit (cells, CELL_SEPARATOR, -1));
    }
}

static DaybookSourceTable *
read_table (DaybookStatement *statement,
            guint             max_rows)
{
  DaybookSourceTable *table = g_new0 (DaybookSourceTable, 1);
  const char *header = daybook_column_text (statement, 1);

  table->form = (guint64) sqlite3_column_int64 (statement, 0);
  table->headings = *header != '\0' ? g_strsplit (header, CELL_SEPARATOR, -1) : NULL;
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  add_rows (table, daybook_column_text (statement, 2), max_rows);
  return table;
}

/* Of an order's several rows one text holds all. */
static DaybookStatement *
select_source (DaybookReader     *self,
               const DaybookRow  *row,
               GError           **error)
{
  DaybookStatement *statement = daybook_database_prepare (self->db, row->table == &daybook_orders
    ? "SELECT r.form, f.header, r.raw FROM source_rows r LEFT JOIN source_forms f ON f.form = r.form"
      " WHERE r.\"order\" = :row AND r.raw <> '' AND :tbl = 'order' ORDER BY r.form"
    : "SELECT r.form, f.header, r.raw FROM entry_sources r LEFT JOIN source_forms f ON f.form = r.form"
      " WHERE r.tbl = :tbl AND r.row = :row AND r.raw <> '' ORDER BY r.form", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":tbl", row->table->kind);
  daybook_bind_int (statement, ":row", row->rowid);
  return statement;
}

gboolean
daybook_reader_has_source (DaybookReader    *self,
                           const DaybookRow *row)
{
  g_autoptr(DaybookStatement) statement = select_source (self, row, NULL);

  return statement != NULL && daybook_statement_next (statement, NULL);
}

GPtrArray *
daybook_reader_source (DaybookReader     *self,
                       const DaybookRow  *row,
                       guint              max_rows,
                       GError           **error)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_source_table_free);
  g_autoptr(DaybookStatement) statement = select_source (self, row, error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  while (daybook_statement_next (statement, &local))
    g_ptr_array_add (tables, read_table (statement, max_rows));
  if (local == NULL)
    return g_steal_pointer (&tables);

  g_propagate_error (error, local);
  return NULL;
}
