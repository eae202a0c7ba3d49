/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/import-problems.h"

#include "store/reader-private.h"

/* So many are copied from the staging file at a time. */
#define PIECE 1000

static gboolean
keep_problem (DaybookDatabase       *db,
              gint64                 act,
              guint                  place,
              const DaybookProblem  *problem,
              GError               **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "INSERT INTO import_problems (act, place, row, \"column\", value, why)"
    " VALUES (:act, :place, :row, :column, :value, :why)", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":act", act);
  daybook_bind_int (statement, ":place", place);
  daybook_bind_int (statement, ":row", (gint64) problem->row);
  daybook_bind_text (statement, ":column", problem->column);
  daybook_bind_text (statement, ":value", problem->value);
  daybook_bind_text (statement, ":why", problem->why);
  return daybook_statement_run (statement, error);
}

static gboolean
keep_row (DaybookDatabase          *db,
          gint64                    act,
          const DaybookProblemRow  *row,
          GError                  **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "INSERT INTO import_problem_rows (act, tbl, sheet, row, raw, why)"
    " VALUES (:act, :table, :sheet, :row, :raw, :why)", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":act", act);
  daybook_problem_row_bind (row, statement);
  return daybook_statement_run (statement, error);
}

static gboolean
keep_rows (DaybookDatabase  *db,
           gint64            act,
           DaybookStaging   *staging,
           GError          **error)
{
  for (guint from = 0;; from += PIECE)
    {
      g_autoptr(GPtrArray) rows = daybook_staging_problem_rows (staging, from, PIECE, error);

      if (rows == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        if (!keep_row (db, act, g_ptr_array_index (rows, i), error))
          return FALSE;
      if (rows->len < PIECE)
        return TRUE;
    }
}

static gboolean
keep_problems (DaybookDatabase  *db,
               gint64            act,
               DaybookStaging   *staging,
               GError          **error)
{
  for (guint from = 0; from < DAYBOOK_IMPORT_PROBLEMS_MAX; from += PIECE)
    {
      g_autoptr(GPtrArray) problems = daybook_staging_problems (staging, from, PIECE, error);

      if (problems == NULL)
        return FALSE;
      for (guint i = 0; i < problems->len; i++)
        if (!keep_problem (db, act, from + i, g_ptr_array_index (problems, i), error))
          return FALSE;
      if (problems->len < PIECE)
        break;
    }

  return TRUE;
}

gboolean
daybook_import_problems_keep (DaybookTransaction  *transaction,
                              DaybookStaging      *staging,
                              GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  gint64 act = daybook_transaction_act (transaction, error);

  return act != 0 && keep_problems (db, act, staging, error) && keep_rows (db, act, staging, error);
}

GPtrArray *
daybook_reader_import_problems (DaybookReader    *self,
                                const DaybookId  *act,
                                guint             from,
                                guint             limit,
                                GError          **error)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_problem_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT p.row, p.\"column\", p.value, p.why FROM acts a JOIN import_problems p ON p.act = a.key"
    " WHERE a.id = :act AND p.place >= :from ORDER BY p.place LIMIT :limit", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_id (statement, ":act", act);
  daybook_bind_int (statement, ":from", from);
  daybook_bind_int (statement, ":limit", limit);
  while (daybook_statement_next (statement, &local))
    g_ptr_array_add (problems, daybook_problem_new ((guint64) sqlite3_column_int64 (statement, 0),
                                                    daybook_column_text (statement, 1),
                                                    daybook_column_text (statement, 2),
                                                    daybook_column_text (statement, 3)));
  if (local == NULL)
    return g_steal_pointer (&problems);

  g_propagate_error (error, local);
  return NULL;
}

GPtrArray *
daybook_reader_import_problem_rows (DaybookReader    *self,
                                    const DaybookId  *act,
                                    guint             from,
                                    guint             limit,
                                    GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT r.tbl, r.sheet, r.row, r.raw, r.why FROM acts a JOIN import_problem_rows r ON r.act = a.key"
    " WHERE a.id = :act ORDER BY r.tbl, r.sheet, r.row LIMIT :limit OFFSET :from", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_id (statement, ":act", act);
  daybook_bind_int (statement, ":from", from);
  daybook_bind_int (statement, ":limit", limit);
  return daybook_problem_rows_read (statement, error);
}
