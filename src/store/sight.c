/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sight.h"

#include "store/history.h"

gint64
daybook_sight_known (DaybookDatabase  *db,
                     gint64            order,
                     GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT o.as_of, a.key, a.as_of FROM orders o LEFT JOIN sights s ON s.\"order\" = o.rowid"
    " LEFT JOIN acts a ON a.key = s.act WHERE o.rowid = :order", error);
  GError *local = NULL;
  gint64 known = 0;

  if (statement == NULL)
    return -1;

  daybook_bind_int (statement, ":order", order);
  if (daybook_statement_next (statement, &local))
    {
      gint64 act = sqlite3_column_int64 (statement, 1);
      gint64 seen = sqlite3_column_int64 (statement, 2);
      gboolean undone = FALSE;

      known = sqlite3_column_int64 (statement, 0);
      if (seen > known)
        daybook_history_last (db, act, &undone);
      if (seen > known && !undone)
        known = seen;
    }
  if (local == NULL)
    return known;

  g_propagate_error (error, local);
  return -1;
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
  g_autoptr(DaybookStatement) statement = act == 0 ? NULL : daybook_database_prepare (db,
    "INSERT OR REPLACE INTO sights (\"order\", act) VALUES (:order, :act)", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  daybook_bind_int (statement, ":act", act);
  return daybook_statement_run (statement, error);
}
