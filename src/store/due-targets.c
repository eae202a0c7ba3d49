/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/due-targets.h"

#include "core/attention.h"
#include "core/case.h"
#include "core/chore.h"
#include "core/customer.h"
#include "core/event.h"
#include "core/pass.h"
#include "core/remembered-day.h"
#include "core/shop.h"
#include "core/task.h"
#include "core/use.h"
#include "store/chore-due.h"
#include "store/customer-group.h"
#include "store/due-calls.h"
#include "store/due-orders.h"
#include "store/due-touched.h"
#include "store/row-sql.h"

/* The case, task, chore or article that a touched row is of. */
static gboolean
add_targets (DaybookDatabase     *db,
             const char          *sql,
             const DaybookTable  *table,
             gint64               rowid,
             GHashTable          *targets,
             GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", rowid);
  while (daybook_statement_next (statement, &local))
    if (sqlite3_column_type (statement, 0) != SQLITE_NULL)
      daybook_touched_add (targets, table, sqlite3_column_int64 (statement, 0));
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* Whoever has a rhythm, or had one, of whom these are: those who heard from the shop need not be called soon. */
#define RHYTHM_OF(whose) \
  "SELECT c.rowid FROM customers c WHERE c.rowid = " DAYBOOK_CUSTOMER_ROOT (whose) " AND (c.grade <> 0 OR c.interval IS NOT NULL)"

/* Whether somebody has looked up its parcel, or put a name on it, is asked of the shop. */
static gboolean
add_of_order (DaybookDatabase  *db,
              gint64            rowid,
              GHashTable       *targets,
              GError          **error)
{
  gboolean asked;

  daybook_touched_add (targets, &daybook_orders, rowid);
  if (!add_targets (db, "SELECT shop FROM orders WHERE rowid = :row", &daybook_shops, rowid, targets, error)
      || !daybook_due_calls_at_intervals (db, &asked, error))
    return FALSE;

  return !asked || add_targets (db, RHYTHM_OF ("SELECT customer FROM orders WHERE rowid = :row"), &daybook_customers, rowid, targets, error);
}

static gboolean
add_of_attention (DaybookDatabase  *db,
                  gint64            rowid,
                  GHashTable       *targets,
                  GError          **error)
{
  g_autoptr(DaybookRow) row = daybook_row_load (db, &daybook_attentions, rowid, error);
  const DaybookTable *table = row != NULL ? daybook_registry_find (daybook_row_text (row, DAYBOOK_ATTENTION_KIND)) : NULL;
  GError *local = NULL;
  DaybookId id;
  gint64 of;

  if (row == NULL || table == NULL || !daybook_id_parse (daybook_row_text (row, DAYBOOK_ATTENTION_ROW), &id))
    return row != NULL;

  of = daybook_row_key (db, table, &id, NULL, NULL, &local);
  if (of != 0 && table == &daybook_orders)
    add_of_order (db, of, targets, &local);
  else if (of != 0)
    daybook_touched_add (targets, table, of);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* An import is of its shop; one that is taken back was the last word on orders of which nobody knows now. */
static gboolean
add_of_import (DaybookDatabase  *db,
               gint64            rowid,
               GHashTable       *targets,
               GError          **error)
{
  return daybook_due_reckon_import (db, rowid, error)
         && add_targets (db, "SELECT shop FROM imports WHERE rowid = :row", &daybook_shops, rowid, targets, error)
         && add_targets (db, "SELECT d.row FROM due_items d JOIN imports i ON i.rowid = :row WHERE d.kind = 'order' AND i.deleted <> 0",
                         &daybook_orders, rowid, targets, error);
}

static gboolean
add_of_tick (DaybookDatabase  *db,
             gint64            rowid,
             GHashTable       *targets,
             GError          **error)
{
  GError *local = NULL;
  gint64 of = daybook_chore_of_tick (db, rowid, &local);

  if (of != 0)
    daybook_touched_add (targets, &daybook_chores, of);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
add_of_event (DaybookDatabase  *db,
              gint64            rowid,
              GHashTable       *targets,
              GError          **error)
{
  return add_targets (db, "SELECT \"case\" FROM events WHERE rowid = :row", &daybook_cases, rowid, targets, error)
         && add_targets (db, RHYTHM_OF ("SELECT customer FROM events WHERE rowid = :row"), &daybook_customers, rowid, targets, error)
         && add_targets (db, RHYTHM_OF ("SELECT s.customer FROM events e JOIN cases s ON s.rowid = e.\"case\" WHERE e.rowid = :row"),
                         &daybook_customers, rowid, targets, error);
}

/* A call about a case is made once. */
static gboolean
add_of_task (DaybookDatabase  *db,
             gint64            rowid,
             GHashTable       *targets,
             GError          **error)
{
  daybook_touched_add (targets, &daybook_tasks, rowid);
  return add_targets (db, "SELECT \"case\" FROM tasks WHERE rowid = :row", &daybook_cases, rowid, targets, error)
         && add_targets (db, RHYTHM_OF ("SELECT customer FROM tasks WHERE rowid = :row"), &daybook_customers, rowid, targets, error);
}

/* A case may have come to another customer. */
static gboolean
add_of_case (DaybookDatabase  *db,
             gint64            rowid,
             GHashTable       *targets,
             GError          **error)
{
  daybook_touched_add (targets, &daybook_cases, rowid);
  return add_targets (db, RHYTHM_OF ("SELECT customer FROM cases WHERE rowid = :row"), &daybook_customers, rowid, targets, error);
}

/* The same day may stand with another who was merged with its customer. */
static gboolean
add_of_day (DaybookDatabase  *db,
            gint64            rowid,
            GHashTable       *targets,
            GError          **error)
{
  daybook_touched_add (targets, &daybook_remembered_days, rowid);
  return add_targets (db, "SELECT d.rowid FROM remembered_days d WHERE d.deleted = 0 AND d.customer IN "
                      DAYBOOK_CUSTOMER_GROUP ("SELECT customer FROM remembered_days WHERE rowid = :row"),
                      &daybook_remembered_days, rowid, targets, error);
}

/* Whose grade is another, or who wants no messages any more: what was closed or received may be called about, or no longer. */
#define IS_PLANNED "EXISTS (SELECT 1 FROM call_plans WHERE used AND deleted = 0)"

/* What belongs to one row of a customer. */
static gboolean
add_of_member (DaybookDatabase  *db,
               gint64            rowid,
               GHashTable       *targets,
               GError          **error)
{
  return add_targets (db, "SELECT rowid FROM cases WHERE customer = :row AND deleted = 0 AND (closed_at IS NULL OR " IS_PLANNED ")",
                      &daybook_cases, rowid, targets, error)
         && add_targets (db, "SELECT rowid FROM orders WHERE customer = :row AND stage IN (4, 5) AND " IS_PLANNED,
                         &daybook_orders, rowid, targets, error)
         && add_targets (db, "SELECT rowid FROM remembered_days WHERE customer = :row AND deleted = 0",
                         &daybook_remembered_days, rowid, targets, error);
}

/* Whose grade or rhythm is another, who is one with another, or who wants no messages any more. */
static gboolean
add_of_customer (DaybookDatabase  *db,
                 gint64            rowid,
                 GHashTable       *targets,
                 GError          **error)
{
  g_autoptr(GArray) group = daybook_customer_group (db, rowid, error);

  if (group == NULL)
    return FALSE;

  daybook_touched_add (targets, &daybook_customers, rowid);
  daybook_touched_add (targets, &daybook_customers, g_array_index (group, gint64, 0));
  for (guint i = 0; i < group->len; i++)
    if (!add_of_member (db, g_array_index (group, gint64, i), targets, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_of (DaybookDatabase       *db,
        const DaybookTouched  *touched,
        GHashTable            *targets,
        GError               **error)
{
  if (touched->table == &daybook_orders)
    return add_of_order (db, touched->rowid, targets, error);
  if (touched->table == &daybook_products)
    return add_targets (db, "SELECT p.rowid FROM products p JOIN products t ON t.rowid = :row AND t.shop = p.shop"
                        " AND (p.rowid = t.rowid OR p.sku = t.sku)", &daybook_products, touched->rowid, targets, error);
  if (touched->table == &daybook_imports)
    return add_of_import (db, touched->rowid, targets, error);
  if (touched->table == &daybook_events)
    return add_of_event (db, touched->rowid, targets, error);
  if (touched->table == &daybook_tasks)
    return add_of_task (db, touched->rowid, targets, error);
  if (touched->table == &daybook_cases)
    return add_of_case (db, touched->rowid, targets, error);
  if (touched->table == &daybook_uses)
    return add_targets (db, RHYTHM_OF ("SELECT customer FROM uses WHERE rowid = :row"), &daybook_customers, touched->rowid, targets, error);
  if (touched->table == &daybook_customers)
    return add_of_customer (db, touched->rowid, targets, error);
  if (touched->table == &daybook_remembered_days)
    return add_of_day (db, touched->rowid, targets, error);
  if (touched->table == &daybook_attentions)
    return add_of_attention (db, touched->rowid, targets, error);
  if (touched->table == &daybook_pass_ticks)
    return add_of_tick (db, touched->rowid, targets, error);
  daybook_touched_add (targets, touched->table, touched->rowid);
  return TRUE;
}

static gboolean
add_of_touched (DaybookDatabase  *db,
                GHashTable       *touched,
                GHashTable       *targets,
                GError          **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!add_of (db, key, targets, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_of_heard (DaybookDatabase  *db,
              GHashTable       *heard,
              GHashTable       *targets,
              GError          **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, heard);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!add_targets (db, RHYTHM_OF (":row"), &daybook_customers, *(gint64 *) key, targets, error))
      return FALSE;
  return TRUE;
}

GHashTable *
daybook_due_targets (DaybookDatabase  *db,
                     GError          **error)
{
  g_autoptr(GHashTable) touched = g_steal_pointer (&db->touched);
  g_autoptr(GHashTable) heard = g_steal_pointer (&db->heard);
  g_autoptr(GHashTable) targets = daybook_touched_new ();

  if ((touched != NULL && !add_of_touched (db, touched, targets, error))
      || (heard != NULL && !add_of_heard (db, heard, targets, error)))
    return NULL;
  return g_steal_pointer (&targets);
}
