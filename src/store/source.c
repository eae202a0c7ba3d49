/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/source.h"

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

gboolean
daybook_reader_has_source (DaybookReader *self,
                           gint64         order)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT 1 FROM source_rows WHERE \"order\" = :order AND raw <> '' LIMIT 1", NULL);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  return daybook_statement_next (statement, NULL);
}

GPtrArray *
daybook_reader_source (DaybookReader  *self,
                       gint64          order,
                       guint           max_rows,
                       GError        **error)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_source_table_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT r.form, f.header, r.raw FROM source_rows r LEFT JOIN source_forms f ON f.form = r.form"
    " WHERE r.\"order\" = :order AND r.raw <> '' ORDER BY r.form", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":order", order);
  while (daybook_statement_next (statement, &local))
    g_ptr_array_add (tables, read_table (statement, max_rows));
  if (local == NULL)
    return g_steal_pointer (&tables);

  g_propagate_error (error, local);
  return NULL;
}
