/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/due-calls.h"

#include "core/case.h"
#include "core/event.h"
#include "core/task.h"
#include "store/call-plans.h"
#include "store/customer-group.h"

/* --- The plans --------------------------------------------------------------------------- */

static DaybookCallTerm *
read_term (DaybookStatement *statement)
{
  DaybookCallTerm *term = g_new0 (DaybookCallTerm, 1);

  daybook_column_id (statement, 0, &term->id);
  term->on = (DaybookCallPlanOn) sqlite3_column_int (statement, 1);
  if (sqlite3_column_type (statement, 2) != SQLITE_NULL && *daybook_column_text (statement, 2) != '\0')
    term->of = g_strdup (daybook_column_text (statement, 2));
  term->days = (guint) CLAMP (sqlite3_column_int64 (statement, 3), 0, DAYBOOK_CALL_PLAN_MOST_DAYS);
  term->grade = (guint) sqlite3_column_int (statement, 4);
  if (sqlite3_column_type (statement, 5) != SQLITE_NULL)
    daybook_column_id (statement, 5, &term->agent);
  term->role = (guint) sqlite3_column_int (statement, 6);
  term->since = sqlite3_column_int64 (statement, 7);
  return term;
}

GPtrArray *
daybook_due_read_calls (DaybookDatabase  *db,
                        GError          **error)
{
  g_autoptr(GPtrArray) calls = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_call_term_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT p.id, p.\"on\", p.register, p.days, p.grade, a.id, p.role, p.since FROM call_plans p LEFT JOIN agents a ON a.rowid = p.agent"
    " WHERE p.used AND p.deleted = 0 ORDER BY p.id", error);
  gboolean found = TRUE;

  if (statement == NULL)
    return NULL;

  while (found)
    {
      if (!daybook_statement_found (statement, &found, error))
        return NULL;
      if (found)
        g_ptr_array_add (calls, read_term (statement));
    }
  return g_steal_pointer (&calls);
}

gboolean
daybook_due_calls_at_intervals (DaybookDatabase  *db,
                                gboolean         *calls,
                                GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM call_plans WHERE used AND \"on\" = 0 AND deleted = 0", error);

  return statement != NULL && daybook_statement_found (statement, calls, error);
}

gboolean
daybook_due_wants_completed (DaybookDatabase *db,
                             gint64           completed_at)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM call_plans WHERE used AND \"on\" = 1 AND deleted = 0 AND coalesce (since, 0) <= :at", NULL);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":at", completed_at);
  return daybook_statement_next (statement, NULL);
}

/* --- The customer ------------------------------------------------------------------------- */

/* Of the one on whose card they are. */
#define CUSTOMER "coalesce (c.grade, 0), coalesce (c.quiet OR c.deleted, 0)"
#define JOIN_CUSTOMER(whose) " LEFT JOIN customers c ON c.rowid = " DAYBOOK_CUSTOMER_ROOT (whose)

static void
fill_customer (DaybookStatement *statement,
               DaybookCallFacts *facts)
{
  facts->grade = (guint) sqlite3_column_int (statement, 0);
  facts->unwanted = sqlite3_column_int (statement, 1) != 0;
}

/* FALSE without error: no plan asks for such a thing. */
static gboolean
is_asked (const DaybookDueTerms *terms,
          DaybookCallPlanOn      on)
{
  return daybook_call_terms_since (terms, on) != G_MAXINT64;
}

/* --- An order ------------------------------------------------------------------------------- */

gboolean
daybook_due_reckon_received (DaybookDatabase        *db,
                             const DaybookDueTerms  *terms,
                             gint64                  order,
                             gint64                  moment,
                             gint64                  as_of,
                             GArray                 *items,
                             GError                **error)
{
  DaybookCallFacts facts = { .on = DAYBOOK_CALL_PLAN_DELIVERED, .moment = moment, .as_of = as_of };
  g_autoptr(DaybookStatement) statement = NULL;
  gboolean found;

  if (!is_asked (terms, facts.on))
    return TRUE;

  statement = daybook_database_prepare (db,
    "SELECT " CUSTOMER ", a.id FROM orders o" JOIN_CUSTOMER ("o.customer") " LEFT JOIN agents a ON a.rowid = o.agent"
    " WHERE o.rowid = :order", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  if (!daybook_statement_found (statement, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  fill_customer (statement, &facts);
  if (sqlite3_column_type (statement, 2) != SQLITE_NULL)
    daybook_column_id (statement, 2, &facts.agent);
  daybook_due_of_call (terms, &facts, items);
  return TRUE;
}

/* --- A case ----------------------------------------------------------------------------------- */

/* Whether a call about it is planned, or was made since it was closed: the customer is not called twice. */
static gboolean
is_called_anyhow (DaybookDatabase  *db,
                  gint64            rowid,
                  gint64            closed_at,
                  gboolean         *called,
                  GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM tasks WHERE \"case\" = :row AND kind = :kind AND deleted = 0 AND (done_at IS NULL OR done_at >= :closed) LIMIT 1", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", rowid);
  daybook_bind_int (statement, ":kind", DAYBOOK_TASK_CALL_BACK);
  daybook_bind_int (statement, ":closed", closed_at);
  return daybook_statement_found (statement, called, error);
}

static gboolean
read_customer_of_case (DaybookDatabase   *db,
                       gint64             rowid,
                       DaybookCallFacts  *facts,
                       GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT " CUSTOMER " FROM cases k" JOIN_CUSTOMER ("k.customer") " WHERE k.rowid = :row", error);
  gboolean found;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", rowid);
  if (!daybook_statement_found (statement, &found, error))
    return FALSE;
  if (found)
    fill_customer (statement, facts);
  return TRUE;
}

gboolean
daybook_due_reckon_closed (DaybookDatabase        *db,
                           const DaybookDueTerms  *terms,
                           const DaybookRow       *row,
                           GArray                 *items,
                           GError                **error)
{
  const DaybookId *owner = daybook_row_ref_id (row, DAYBOOK_CASE_OWNER);
  DaybookCallFacts facts = { .on = DAYBOOK_CALL_PLAN_CLOSED, .of = daybook_row_text (row, DAYBOOK_CASE_REGISTER),
                             .moment = daybook_row_int (row, DAYBOOK_CASE_CLOSED_AT) };
  gboolean called;

  if (!is_asked (terms, facts.on) || facts.moment == 0 || daybook_row_int (row, DAYBOOK_CASE_DELETED) != 0
      || daybook_row_has (row, DAYBOOK_CASE_MERGED_INTO))
    return TRUE;
  if (!is_called_anyhow (db, row->rowid, facts.moment, &called, error) || (!called && !read_customer_of_case (db, row->rowid, &facts, error)))
    return FALSE;

  if (owner != NULL)
    facts.agent = *owner;
  if (!called)
    daybook_due_of_call (terms, &facts, items);
  return TRUE;
}

/* --- A customer ----------------------------------------------------------------------------------- */

/* When they, or whoever was merged into them, heard from the shop: were told or called, or bought. */
#define HEARD \
  "max (coalesce ((SELECT max (e.at) FROM events e WHERE e.customer IN " DAYBOOK_CUSTOMER_GROUP (":row") \
  "  AND e.kind IN (:call, :told) AND e.deleted = 0), 0)," \
  " coalesce ((SELECT max (o.created) FROM orders o WHERE o.customer IN " DAYBOOK_CUSTOMER_GROUP (":row") " AND o.deleted = 0), 0))"

gboolean
daybook_due_reckon_customer (DaybookDatabase        *db,
                             const DaybookDueTerms  *terms,
                             gint64                  customer,
                             GArray                 *items,
                             GError                **error)
{
  DaybookCallFacts facts = { .on = DAYBOOK_CALL_PLAN_INTERVAL };
  g_autoptr(DaybookStatement) statement = NULL;
  gboolean found;

  if (!is_asked (terms, facts.on))
    return TRUE;

  statement = daybook_database_prepare (db, "SELECT " CUSTOMER ", " HEARD " FROM customers c WHERE c.rowid = :row AND c.grade <> 0"
                                        " AND c.merged_into IS NULL", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", customer);
  daybook_bind_int (statement, ":call", DAYBOOK_EVENT_CALL);
  daybook_bind_int (statement, ":told", DAYBOOK_EVENT_TOLD);
  if (!daybook_statement_found (statement, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  fill_customer (statement, &facts);
  facts.moment = sqlite3_column_int64 (statement, 2);
  daybook_due_of_call (terms, &facts, items);
  return TRUE;
}
