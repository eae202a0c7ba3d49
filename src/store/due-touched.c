/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/due-touched.h"

#include "core/article.h"
#include "core/attention.h"
#include "core/call-plan.h"
#include "core/campaign.h"
#include "core/case.h"
#include "core/chore.h"
#include "core/customer.h"
#include "core/due-order.h"
#include "core/event.h"
#include "core/grade.h"
#include "core/opening.h"
#include "core/pass.h"
#include "core/remembered-day.h"
#include "core/rule.h"
#include "core/shop.h"
#include "core/task.h"
#include "core/use.h"
#include "store/case-row.h"
#include "store/chore-due.h"
#include "store/customer-group.h"
#include "store/due-calls.h"
#include "store/due-orders.h"
#include "store/registers.h"
#include "store/row-sql.h"

/* --- What was touched ------------------------------------------------------------------ */

static guint
hash_touched (gconstpointer data)
{
  const DaybookTouched *touched = data;

  return g_int64_hash (&touched->rowid) ^ g_direct_hash (touched->table);
}

static gboolean
equal_touched (gconstpointer a,
               gconstpointer b)
{
  const DaybookTouched *first = a, *second = b;

  return first->rowid == second->rowid && first->table == second->table;
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (hash_touched, equal_touched, g_free, NULL);
}

static void
add_to_set (GHashTable         *set,
            const DaybookTable *table,
            gint64              rowid)
{
  const DaybookTouched touched = { table, rowid };

  g_hash_table_add (set, g_memdup2 (&touched, sizeof touched));
}

/* Rows of these tables say by what all others are reckoned. */
static gboolean
is_rule (const DaybookTable *table,
         int                 field)
{
  return table == &daybook_rules || table == &daybook_openings || table == &daybook_registers || table == &daybook_grades
         || (table == &daybook_call_plans && field != DAYBOOK_CALL_PLAN_NAME && field != DAYBOOK_CALL_PLAN_QUESTIONS && field != DAYBOOK_CALL_PLAN_SURVEY)
         || (table == &daybook_shops && (field == DAYBOOK_SHOP_ZONE || field == DAYBOOK_SHOP_DELETED));
}

static gboolean
matters_of_order (int field)
{
  switch (field)
    {
    case DAYBOOK_ORDER_DELETED:
    case DAYBOOK_ORDER_STAGE:
    case DAYBOOK_ORDER_REFUND:
    case DAYBOOK_ORDER_CREATED:
    case DAYBOOK_ORDER_PAID_AT:
    case DAYBOOK_ORDER_SHIPPED_AT:
    case DAYBOOK_ORDER_COMPLETED_AT:
    case DAYBOOK_ORDER_TRACKING:
    case DAYBOOK_ORDER_AS_OF:
    case DAYBOOK_ORDER_AGENT:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Most of what is done to an article is writing. -1: it is new. */
static gboolean
matters_of_article (int field)
{
  return field == -1 || field == DAYBOOK_ARTICLE_DELETED || field == DAYBOOK_ARTICLE_STATE || field == DAYBOOK_ARTICLE_OWNER
         || field == DAYBOOK_ARTICLE_REVIEW_BY;
}

/* By which is reckoned how fast a customer is answered, whether they are called, and when they are to hear from the shop. */
static gboolean
matters_of_customer (int field)
{
  return field == DAYBOOK_CUSTOMER_GRADE || field == DAYBOOK_CUSTOMER_INTERVAL || field == DAYBOOK_CUSTOMER_QUIET
         || field == DAYBOOK_CUSTOMER_DELETED || field == DAYBOOK_CUSTOMER_MERGED_INTO || field == DAYBOOK_CUSTOMER_FIRST_SEEN;
}

/* A million imported customers and orders pass here. */
static gboolean
matters (const DaybookTable *table,
         int                 field)
{
  return table == &daybook_cases || table == &daybook_tasks || table == &daybook_events || table == &daybook_attentions
         || table == &daybook_chores || table == &daybook_pass_ticks || table == &daybook_uses || table == &daybook_remembered_days
         || table == &daybook_campaigns
         || (table == &daybook_articles && matters_of_article (field))
         || (table == &daybook_customers && matters_of_customer (field))
         || (table == &daybook_orders && matters_of_order (field))
         || (table == &daybook_products && (field == DAYBOOK_PRODUCT_ON_HAND || field == DAYBOOK_PRODUCT_COUNTED || field == DAYBOOK_PRODUCT_DELETED))
         || (table == &daybook_imports && (field == DAYBOOK_IMPORT_STATE || field == DAYBOOK_IMPORT_DELETED));
}

static void
touch (DaybookDatabase    *db,
       const DaybookTable *table,
       gint64              rowid)
{
  if (db->touched == NULL)
    db->touched = new_set ();
  add_to_set (db->touched, table, rowid);
}

void
daybook_due_touch (DaybookDatabase    *db,
                   const DaybookTable *table,
                   gint64              rowid,
                   int                 field)
{
  const DaybookTable *base = daybook_table_base (table);

  if (is_rule (base, field))
    db->rules_touched = TRUE;
  if (matters (base, field))
    touch (db, base, rowid);
}

static gboolean
is_open_order (const DaybookValue *values)
{
  return values[DAYBOOK_ORDER_STAGE].type == DAYBOOK_VALUE_INT && daybook_stage_is_open ((DaybookStage) values[DAYBOOK_ORDER_STAGE].number);
}

/* Whether it was completed since a plan to call such customers began. */
static gboolean
is_called_order (DaybookDatabase    *db,
                 const DaybookValue *values)
{
  const DaybookValue *stage = &values[DAYBOOK_ORDER_STAGE], *completed = &values[DAYBOOK_ORDER_COMPLETED_AT];

  return stage->type == DAYBOOK_VALUE_INT && stage->number == DAYBOOK_STAGE_COMPLETED && completed->type == DAYBOOK_VALUE_INT
         && daybook_due_wants_completed (db, completed->number);
}

/* Of most orders, which have come to their end, nothing will ever be due. */
void
daybook_due_touch_born (DaybookDatabase    *db,
                        const DaybookTable *table,
                        gint64              rowid,
                        const DaybookValue *values)
{
  if (table == &daybook_orders)
    {
      if (is_open_order (values) || is_called_order (db, values))
        touch (db, table, rowid);
    }
  else if (table == &daybook_products)
    {
      if (values[DAYBOOK_PRODUCT_ON_HAND].type == DAYBOOK_VALUE_INT)
        touch (db, table, rowid);
    }
  else if (table == &daybook_customers)
    {
      const DaybookValue *grade = &values[DAYBOOK_CUSTOMER_GRADE];

      if ((grade->type == DAYBOOK_VALUE_INT && grade->number != 0) || values[DAYBOOK_CUSTOMER_INTERVAL].type == DAYBOOK_VALUE_INT)
        touch (db, table, rowid);
    }
  else if (table == &daybook_imports)
    touch (db, table, rowid);
  else
    daybook_due_touch (db, table, rowid, -1);
}

/* --- Of what something is due -------------------------------------------------------------- */

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
      add_to_set (targets, table, sqlite3_column_int64 (statement, 0));
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* Whether somebody has looked up its parcel, or put a name on it, is asked of the shop. */
static gboolean
add_of_order (DaybookDatabase  *db,
              gint64            rowid,
              GHashTable       *targets,
              GError          **error)
{
  add_to_set (targets, &daybook_orders, rowid);
  return add_targets (db, "SELECT shop FROM orders WHERE rowid = :row", &daybook_shops, rowid, targets, error);
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
    add_to_set (targets, table, of);
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
    add_to_set (targets, &daybook_chores, of);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* Whoever has a rhythm, or had one, of whom these are: those who heard from the shop need not be called soon. */
#define RHYTHM_OF(whose) \
  "SELECT c.rowid FROM customers k JOIN customers c ON c.rowid = coalesce (k.merged_into, k.rowid)" \
  " WHERE k.rowid = (" whose ") AND (c.grade <> 0 OR c.interval IS NOT NULL)"

static gboolean
add_of_event (DaybookDatabase  *db,
              gint64            rowid,
              GHashTable       *targets,
              GError          **error)
{
  return add_targets (db, "SELECT \"case\" FROM events WHERE rowid = :row", &daybook_cases, rowid, targets, error)
         && add_targets (db, RHYTHM_OF ("SELECT coalesce (e.customer, s.customer) FROM events e LEFT JOIN cases s ON s.rowid = e.\"case\""
                                        " WHERE e.rowid = :row"), &daybook_customers, rowid, targets, error);
}

/* A call about a case is made once. */
static gboolean
add_of_task (DaybookDatabase  *db,
             gint64            rowid,
             GHashTable       *targets,
             GError          **error)
{
  add_to_set (targets, &daybook_tasks, rowid);
  return add_targets (db, "SELECT \"case\" FROM tasks WHERE rowid = :row", &daybook_cases, rowid, targets, error)
         && add_targets (db, RHYTHM_OF ("SELECT customer FROM tasks WHERE rowid = :row"), &daybook_customers, rowid, targets, error);
}

/* A case may have come to another customer, or from one. */
static gboolean
add_of_case (DaybookDatabase  *db,
             gint64            rowid,
             GHashTable       *targets,
             GError          **error)
{
  add_to_set (targets, &daybook_cases, rowid);
  return add_targets (db, RHYTHM_OF ("SELECT customer FROM cases WHERE rowid = :row"), &daybook_customers, rowid, targets, error);
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

  if (group == NULL || !add_targets (db, "SELECT merged_into FROM customers WHERE rowid = :row", &daybook_customers, rowid, targets, error))
    return FALSE;

  add_to_set (targets, &daybook_customers, rowid);
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
  if (touched->table == &daybook_attentions)
    return add_of_attention (db, touched->rowid, targets, error);
  if (touched->table == &daybook_pass_ticks)
    return add_of_tick (db, touched->rowid, targets, error);
  add_to_set (targets, touched->table, touched->rowid);
  return TRUE;
}

GHashTable *
daybook_due_targets (DaybookDatabase  *db,
                     GError          **error)
{
  g_autoptr(GHashTable) touched = g_steal_pointer (&db->touched);
  g_autoptr(GHashTable) targets = new_set ();
  GHashTableIter iter;
  gpointer key;

  if (touched == NULL)
    return g_steal_pointer (&targets);

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!add_of (db, key, targets, error))
      return NULL;
  return g_steal_pointer (&targets);
}

void
daybook_due_forget (DaybookDatabase *db)
{
  g_clear_pointer (&db->touched, g_hash_table_unref);
  db->rules_touched = db->facts_grew = FALSE;
}
