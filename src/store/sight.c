/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sight.h"

#include "store/history.h"

/* More imports than these in a row are hardly ever taken back. */
#define SIGHTS_MAX 4

/* The time from when the files in force, that only saw the order, know it; or `known`. */
static gint64
find_last_sight (DaybookDatabase  *db,
                 gint64            order,
                 gint64            known,
                 GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT a.key, a.as_of FROM sights s CROSS JOIN acts a ON a.key = s.act WHERE s.\"order\" = :order ORDER BY s.act DESC", error);
  GError *local = NULL;

  if (statement == NULL)
    return -1;

  daybook_bind_int (statement, ":order", order);
  while (daybook_statement_next (statement, &local))
    {
      gint64 seen = sqlite3_column_int64 (statement, 1);
      gboolean undone = FALSE;

      if (seen > known)
        daybook_history_last (db, sqlite3_column_int64 (statement, 0), &undone);
      if (seen > known && !undone)
        known = seen;
    }
  if (local == NULL)
    return known;

  g_propagate_error (error, local);
  return -1;
}

gint64
daybook_sight_known (DaybookDatabase  *db,
                     gint64            order,
                     GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT as_of FROM orders WHERE rowid = :order", error);
  GError *local = NULL;

  if (statement == NULL)
    return -1;

  daybook_bind_int (statement, ":order", order);
  gint64 known = daybook_statement_next (statement, &local) ? sqlite3_column_int64 (statement, 0) : 0;
  if (local == NULL)
    return find_last_sight (db, order, known, error);

  g_propagate_error (error, local);
  return -1;
}

static gboolean
run (DaybookDatabase  *db,
     const char       *sql,
     gint64            order,
     gint64            number,
     GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, order);
  sqlite3_bind_int64 (statement, 2, number);
  return daybook_statement_run (statement, error);
}

gboolean
daybook_sight_add (DaybookDatabase  *db,
                   gint64            order,
                   gint64            act,
                   GError          **error)
{
  return run (db, "INSERT OR IGNORE INTO sights (\"order\", act) VALUES (?1, ?2)", order, act, error)
         && run (db, "DELETE FROM sights WHERE \"order\" = ?1 AND act <="
                     " (SELECT act FROM sights WHERE \"order\" = ?1 ORDER BY act DESC LIMIT 1 OFFSET ?2)",
                 order, SIGHTS_MAX, error);
}

gboolean
daybook_sight_note (DaybookTransaction  *transaction,
                    gint64               order,
                    gint64               as_of,
                    GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  gint64 known = daybook_sight_known (db, order, error);

  if (known < 0 || known >= as_of)
    return known >= 0;

  gint64 act = daybook_transaction_act (transaction, error);
  return act != 0 && daybook_sight_add (db, order, act, error);
}

gboolean
daybook_sight_forget (DaybookDatabase  *db,
                      gint64            order,
                      GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "DELETE FROM sights WHERE \"order\" = :order", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  return daybook_statement_run (statement, error);
}
