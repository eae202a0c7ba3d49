/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sight.h"

#include "core/order.h"
#include "store/history.h"

/* More imports than these in a row are hardly ever taken back. */
#define SIGHTS_MAX 4

static void
raise_carried (DaybookSight       *seen,
               guint64             carried,
               const DaybookSight *sight)
{
  for (guint i = 0; i < DAYBOOK_ORDER_N_FIELDS; i++)
    if ((carried >> i & 1) != 0 && sight->as_of > seen[i].as_of)
      seen[i] = *sight;
}

/* Brings `known` forward to the last file in force that only saw the order; with
 * `seen` also what is known of its fields. */
static gboolean
read_sights (DaybookDatabase  *db,
             gint64            order,
             gint64           *known,
             DaybookSight     *seen,
             GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT a.key, a.as_of, s.carried FROM sights s CROSS JOIN acts a ON a.key = s.act"
    " WHERE s.\"order\" = :order ORDER BY s.act DESC", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  while (daybook_statement_next (statement, &local))
    {
      const DaybookSight sight = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };
      gboolean matters = seen != NULL || sight.as_of > *known;
      gboolean undone = FALSE;

      if (matters)
        daybook_history_last (db, sight.act, &undone);
      if (matters && !undone)
        *known = MAX (*known, sight.as_of);
      if (seen != NULL && !undone)
        raise_carried (seen, (guint64) sqlite3_column_int64 (statement, 2), &sight);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_sight_raise (DaybookDatabase  *db,
                     gint64            order,
                     DaybookSight     *seen,
                     GError          **error)
{
  gint64 known = 0;

  return read_sights (db, order, &known, seen, error);
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
    return read_sights (db, order, &known, NULL, error) ? known : -1;

  g_propagate_error (error, local);
  return -1;
}

static gboolean
drop_oldest (DaybookDatabase  *db,
             gint64            order,
             GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "DELETE FROM sights WHERE \"order\" = :order AND act <="
    " (SELECT act FROM sights WHERE \"order\" = :order ORDER BY act DESC LIMIT 1 OFFSET :most)", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  daybook_bind_int (statement, ":most", SIGHTS_MAX);
  return daybook_statement_run (statement, error);
}

gboolean
daybook_sight_add (DaybookDatabase  *db,
                   gint64            order,
                   gint64            act,
                   guint64           carried,
                   GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "INSERT INTO sights (\"order\", act, carried) VALUES (:order, :act, :carried)"
    " ON CONFLICT DO UPDATE SET carried = carried | excluded.carried", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  daybook_bind_int (statement, ":act", act);
  daybook_bind_int (statement, ":carried", (gint64) carried);
  return daybook_statement_run (statement, error) && drop_oldest (db, order, error);
}

gboolean
daybook_sight_note (DaybookTransaction  *transaction,
                    gint64               order,
                    guint64              carried,
                    gint64               as_of,
                    GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  gint64 known = daybook_sight_known (db, order, error);

  if (known < 0 || known >= as_of)
    return known >= 0;

  gint64 act = daybook_transaction_act (transaction, error);
  return act != 0 && daybook_sight_add (db, order, act, carried, error);
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
