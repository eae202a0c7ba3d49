/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a file is not imported: first where it is and why, then, when the file is read once
 * more, the rows themselves. */

#include "store/staging-private.h"

void
daybook_problem_place_free (DaybookProblemPlace *self)
{
  g_free (self->why);
  g_free (self);
}

static DaybookProblemPlace *
read_place (DaybookStatement *statement)
{
  DaybookProblemPlace *place = g_new0 (DaybookProblemPlace, 1);

  place->row = (guint64) sqlite3_column_int64 (statement, 0);
  place->n_rows = (guint64) sqlite3_column_int64 (statement, 1);
  place->why = g_strdup (daybook_column_text (statement, 2));
  return place;
}

GPtrArray *
daybook_staging_problem_places (DaybookStaging  *self,
                                guint            sheet,
                                GError         **error)
{
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_problem_place_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT row, max (rows), group_concat (said, ' ') FROM"
    " (SELECT row, rows, ifnull (nullif (\"column\", '') || ': ', '') || why AS said FROM problems"
    " WHERE sheet = :sheet ORDER BY row, rowid) GROUP BY row ORDER BY row", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":sheet", sheet);
  while (daybook_statement_next (statement, &local))
    g_ptr_array_add (places, read_place (statement));
  if (local == NULL)
    return g_steal_pointer (&places);

  g_propagate_error (error, local);
  return NULL;
}

gboolean
daybook_staging_keep_row (DaybookStaging           *self,
                          const DaybookProblemRow  *row,
                          GError                  **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "INSERT OR REPLACE INTO problem_rows (tbl, sheet, row, raw, why) VALUES (:table, :sheet, :row, :raw, :why)", error);

  DaybookErased *erased = daybook_staging_erased (self, error);

  g_return_val_if_fail (!self->finished, FALSE);

  if (statement == NULL || erased == NULL)
    return FALSE;
  if (row->row > 0 && daybook_erased_has_cells (erased, self->spec.platform, row->raw, "\x1f"))
    return TRUE;

  daybook_problem_row_bind (row, statement);
  return daybook_statement_run (statement, error);
}

GPtrArray *
daybook_staging_problem_rows (DaybookStaging  *self,
                              guint            from,
                              guint            limit,
                              GError         **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT tbl, sheet, row, raw, why FROM problem_rows ORDER BY tbl, sheet, row LIMIT :limit OFFSET :from", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":limit", limit);
  daybook_bind_int (statement, ":from", from);
  return daybook_problem_rows_read (statement, error);
}
