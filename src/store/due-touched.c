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
#include "store/due-calls.h"
#include "store/registers.h"

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

GHashTable *
daybook_touched_new (void)
{
  return g_hash_table_new_full (hash_touched, equal_touched, g_free, NULL);
}

void
daybook_touched_add (GHashTable         *set,
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
    case DAYBOOK_ORDER_CUSTOMER:
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
    db->touched = daybook_touched_new ();
  daybook_touched_add (db->touched, table, rowid);
}

static void
touch_heard (DaybookDatabase *db,
             gint64           customer)
{
  if (db->heard == NULL)
    db->heard = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_add (db->heard, g_memdup2 (&customer, sizeof customer));
}

/* --- Whose a row was ------------------------------------------------------------------- */

static const struct
{
  const DaybookTable *table;
  int                 field;
  const char         *read;
} OWNED[] = {
  { &daybook_customers, DAYBOOK_CUSTOMER_MERGED_INTO, "SELECT merged_into FROM customers WHERE rowid = :row" },
  { &daybook_orders, DAYBOOK_ORDER_CUSTOMER, "SELECT customer FROM orders WHERE rowid = :row" },
  { &daybook_cases, DAYBOOK_CASE_CUSTOMER, "SELECT customer FROM cases WHERE rowid = :row" },
  { &daybook_events, DAYBOOK_EVENT_CUSTOMER, "SELECT customer FROM events WHERE rowid = :row" },
  { &daybook_tasks, DAYBOOK_TASK_CUSTOMER, "SELECT customer FROM tasks WHERE rowid = :row" },
  { &daybook_uses, DAYBOOK_USE_CUSTOMER, "SELECT customer FROM uses WHERE rowid = :row" },
};

/* NULL: the field does not say whose the row is. */
static const char *
find_owned (const DaybookTable *table,
            int                 field)
{
  for (guint i = 0; i < G_N_ELEMENTS (OWNED); i++)
    if (OWNED[i].table == table && OWNED[i].field == field)
      return OWNED[i].read;

  return NULL;
}

/* The one whose the row is, as the book has it now. Only plans ask when a customer bought, and few shops have one. */
static gboolean
touch_owner (DaybookDatabase     *db,
             const DaybookTable  *table,
             gint64               rowid,
             const char          *read,
             GError             **error)
{
  g_autoptr(DaybookStatement) statement = NULL;
  gboolean asked = TRUE;
  gint64 owner;

  if (table == &daybook_orders && !daybook_due_calls_at_intervals (db, &asked, error))
    return FALSE;
  if (!asked)
    return TRUE;

  statement = daybook_database_prepare (db, read, error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", rowid);
  if (!daybook_statement_number (statement, &owner, error))
    return FALSE;

  if (owner != 0 && table == &daybook_customers)
    touch (db, table, owner);
  else if (owner != 0)
    touch_heard (db, owner);
  return TRUE;
}

gboolean
daybook_due_touch (DaybookDatabase     *db,
                   const DaybookTable  *table,
                   gint64               rowid,
                   int                  field,
                   GError             **error)
{
  const DaybookTable *base = daybook_table_base (table);
  const char *owned = find_owned (base, field);

  if (is_rule (base, field))
    db->rules_touched = TRUE;
  if (matters (base, field))
    touch (db, base, rowid);
  return owned == NULL || touch_owner (db, base, rowid, owned, error);
}

/* --- Rows that are made ---------------------------------------------------------------- */

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
static gboolean
touch_born_order (DaybookDatabase     *db,
                  gint64               rowid,
                  const DaybookValue  *values,
                  GError             **error)
{
  if (!is_open_order (values) && !is_called_order (db, values))
    return touch_owner (db, &daybook_orders, rowid, find_owned (&daybook_orders, DAYBOOK_ORDER_CUSTOMER), error);

  touch (db, &daybook_orders, rowid);
  return TRUE;
}

gboolean
daybook_due_touch_born (DaybookDatabase     *db,
                        const DaybookTable  *table,
                        gint64               rowid,
                        const DaybookValue  *values,
                        GError             **error)
{
  if (table == &daybook_orders)
    return touch_born_order (db, rowid, values, error);

  if (table == &daybook_products)
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
    return daybook_due_touch (db, table, rowid, -1, error);
  return TRUE;
}

void
daybook_due_forget (DaybookDatabase *db)
{
  g_clear_pointer (&db->touched, g_hash_table_unref);
  g_clear_pointer (&db->heard, g_hash_table_unref);
  db->rules_touched = db->facts_grew = FALSE;
}
