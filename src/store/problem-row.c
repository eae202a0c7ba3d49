/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/problem-row.h"

DaybookProblemRow *
daybook_problem_row_new (guint       table,
                         guint       sheet,
                         guint64     row,
                         const char *raw,
                         const char *why)
{
  DaybookProblemRow *self = g_new0 (DaybookProblemRow, 1);

  self->table = table;
  self->sheet = sheet;
  self->row = row;
  self->raw = g_strdup (raw);
  self->why = g_strdup (why);
  return self;
}

void
daybook_problem_row_free (DaybookProblemRow *self)
{
  g_free (self->raw);
  g_free (self->why);
  g_free (self);
}

void
daybook_problem_row_bind (const DaybookProblemRow *self,
                          DaybookStatement        *statement)
{
  daybook_bind_int (statement, ":table", self->table);
  daybook_bind_int (statement, ":sheet", self->sheet);
  daybook_bind_int (statement, ":row", (gint64) self->row);
  daybook_bind_text (statement, ":raw", self->raw);
  daybook_bind_text (statement, ":why", self->why);
}

GPtrArray *
daybook_problem_rows_read (DaybookStatement  *statement,
                           GError           **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_problem_row_free);
  GError *local = NULL;

  while (daybook_statement_next (statement, &local))
    g_ptr_array_add (rows, daybook_problem_row_new ((guint) sqlite3_column_int (statement, 0),
                                                    (guint) sqlite3_column_int (statement, 1),
                                                    (guint64) sqlite3_column_int64 (statement, 2),
                                                    daybook_column_text (statement, 3),
                                                    sqlite3_column_type (statement, 4) == SQLITE_TEXT
                                                      ? daybook_column_text (statement, 4) : NULL));
  if (local == NULL)
    return g_steal_pointer (&rows);

  g_propagate_error (error, local);
  return NULL;
}
