/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/due-orders.h"

#include "core/attention.h"
#include "core/moment.h"
#include "core/shop.h"
#include "store/due-calls.h"
#include "store/sight.h"

#define DAY (24 * 60 * 60)
/* An export that has not come for a month is of a channel that the shop has left. */
#define LEFT_DAYS 30

/* --- Orders -------------------------------------------------------------------------------- */

static void
fill_state (DaybookStatement  *statement,
            DaybookOrderState *state)
{
  *state = (DaybookOrderState) {
    .stage = (DaybookStage) sqlite3_column_int (statement, 0),
    .refund = (DaybookRefund) sqlite3_column_int (statement, 1),
    .created = sqlite3_column_int64 (statement, 2),
    .paid_at = sqlite3_column_int64 (statement, 3),
    .shipped_at = sqlite3_column_int64 (statement, 4),
    .as_of = sqlite3_column_int64 (statement, 5),
    .tracked = sqlite3_column_int (statement, 6) != 0,
    .received_at = sqlite3_column_int64 (statement, 11),
  };
  if (sqlite3_column_type (statement, 7) != SQLITE_NULL)
    daybook_column_id (statement, 7, &state->agent);
  state->facts = (DaybookOrderFacts) sqlite3_column_int64 (statement, 9) | daybook_platform_facts (daybook_column_text (statement, 8))
                 | daybook_order_facts (state->stage, state->shipped_at, state->tracked, !daybook_id_is_null (&state->agent));
}

/* The time of the export by which the order came to the stage that it has. */
static gboolean
read_stage_since (DaybookDatabase    *db,
                  gint64              order,
                  gint64             *since,
                  GError            **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT coalesce (a.as_of, 0) FROM orders r"
    " LEFT JOIN field_ops f ON f.tbl = 'order' AND f.row = r.rowid AND f.field = 'stage'"
    " JOIN ops o ON o.n = coalesce (f.op, r.born) JOIN acts a ON a.key = o.act WHERE r.rowid = :order", error);
  gboolean found;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  if (!daybook_statement_found (statement, &found, error))
    return FALSE;

  *since = found ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/* What an order shows of its platform's exports is true of the others too. */
static gboolean
note_facts (DaybookDatabase         *db,
            DaybookStatement        *order,
            const DaybookOrderState *state,
            GError                 **error)
{
  DaybookOrderFacts known = (DaybookOrderFacts) sqlite3_column_int64 (order, 9);
  DaybookOrderFacts shown = daybook_order_facts (state->stage, state->shipped_at, state->tracked, !daybook_id_is_null (&state->agent));

  if ((shown & ~known) == 0 || sqlite3_column_type (order, 8) == SQLITE_NULL)
    return TRUE;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "INSERT INTO order_facts (shop, platform, facts) VALUES (:shop, :platform, :facts)"
    " ON CONFLICT (shop, platform) DO UPDATE SET facts = facts | :facts", error);

  if (statement == NULL)
    return FALSE;

  /* Whatever has no tracking number is late only where others have one. */
  db->facts_grew = db->facts_grew || (shown & ~known & DAYBOOK_FACT_TRACKING) != 0;
  daybook_bind_int (statement, ":shop", sqlite3_column_int64 (order, 10));
  daybook_bind_text (statement, ":platform", daybook_column_text (order, 8));
  daybook_bind_int (statement, ":facts", shown);
  return daybook_statement_run (statement, error);
}

static DaybookStatement *
select_order (DaybookDatabase  *db,
              gint64            order,
              gboolean         *found,
              GError          **error)
{
  DaybookStatement *statement = daybook_database_prepare (db,
    "SELECT o.stage, o.refund, o.created, o.paid_at, o.shipped_at, o.as_of, o.tracking IS NOT NULL, a.id, o.platform,"
    "  coalesce (f.facts, 0), o.shop, o.completed_at"
    " FROM orders o LEFT JOIN agents a ON a.rowid = o.agent"
    " LEFT JOIN order_facts f ON f.shop = o.shop AND f.platform = o.platform"
    " WHERE o.rowid = :order AND o.deleted = 0", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":order", order);
  if (daybook_statement_found (statement, found, error))
    return statement;

  daybook_statement_done (statement);
  return NULL;
}

/* Appends what is due of the order in that state, of which more is to be known. */
static gboolean
reckon_state (DaybookDatabase        *db,
              const DaybookDueTerms  *terms,
              gint64                  order,
              DaybookOrderState      *state,
              GArray                 *items,
              GError                **error)
{
  if (state->stage == DAYBOOK_STAGE_COMPLETED)
    return state->refund == DAYBOOK_REFUND_FULL || daybook_due_reckon_received (db, terms, order, state->received_at, 0, items, error);
  if (!daybook_stage_is_open (state->stage))
    return TRUE;

  state->as_of = daybook_sight_known (db, order, error);
  if (state->as_of < 0)
    return FALSE;

  daybook_due_of_order (terms, state, items);
  return state->stage != DAYBOOK_STAGE_DELIVERED || state->refund == DAYBOOK_REFUND_FULL
         || (read_stage_since (db, order, &state->received_at, error)
             && daybook_due_reckon_received (db, terms, order, state->received_at, state->as_of, items, error));
}

typedef enum
{
  ORDER_NOTES_FACTS,
  ORDER_IS_LOOKED_AT,
} OrderManner;

static gboolean
reckon_order (DaybookDatabase        *db,
              const DaybookDueTerms  *terms,
              gint64                  order,
              OrderManner             manner,
              GArray                 *items,
              GError                **error)
{
  gboolean found = FALSE;
  g_autoptr(DaybookStatement) statement = select_order (db, order, &found, error);
  DaybookOrderState state;

  if (statement == NULL || !found)
    return statement != NULL;

  fill_state (statement, &state);
  return (manner == ORDER_IS_LOOKED_AT || note_facts (db, statement, &state, error))
         && reckon_state (db, terms, order, &state, items, error);
}

gboolean
daybook_due_reckon_order (DaybookDatabase        *db,
                          const DaybookDueTerms  *terms,
                          gint64                  order,
                          GArray                 *items,
                          GError                **error)
{
  return reckon_order (db, terms, order, ORDER_NOTES_FACTS, items, error);
}

gboolean
daybook_due_peek_order (DaybookDatabase        *db,
                        const DaybookDueTerms  *terms,
                        gint64                  order,
                        GArray                 *items,
                        GError                **error)
{
  return reckon_order (db, terms, order, ORDER_IS_LOOKED_AT, items, error);
}

gboolean
daybook_due_note_facts (DaybookDatabase  *db,
                        GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "INSERT INTO order_facts (shop, platform, facts)"
    " SELECT shop, platform, max (tracking IS NOT NULL) * :tracking | max (agent IS NOT NULL) * :agent FROM ("
    "  SELECT shop, platform, tracking, agent FROM orders WHERE stage >= 1 AND stage <= 4 AND deleted = 0"
    "  UNION ALL SELECT shop, platform, NULL, agent FROM orders INDEXED BY orders_agent WHERE agent IS NOT NULL AND deleted = 0)"
    " WHERE shop IS NOT NULL AND platform IS NOT NULL GROUP BY shop, platform"
    " ON CONFLICT (shop, platform) DO UPDATE SET facts = facts | excluded.facts", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":tracking", DAYBOOK_FACT_TRACKING);
  daybook_bind_int (statement, ":agent", DAYBOOK_FACT_AGENT);
  return daybook_statement_run (statement, error);
}

/* --- A shop's days ---------------------------------------------------------------------------- */

/* The newest export of each of its platforms, but for those that it has left; `newest` of all, 0: there is none. */
static gboolean
add_exports (DaybookDatabase        *db,
             const DaybookDueTerms  *terms,
             gint64                  shop,
             gint64                 *newest,
             GArray                 *items,
             GError                **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT max (as_of) AS newest FROM imports"
    " WHERE shop = :shop AND deleted = 0 AND state = 1 AND as_of IS NOT NULL AND coalesce (kind, 'orders') IN ('orders', 'order_lines')"
    " GROUP BY platform ORDER BY newest DESC", error);
  gboolean found = TRUE;

  *newest = 0;
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":shop", shop);
  while (found && daybook_statement_found (statement, &found, error))
    {
      gint64 as_of = found ? sqlite3_column_int64 (statement, 0) : 0;

      *newest = MAX (*newest, as_of);
      if (found && as_of > *newest - LEFT_DAYS * DAY)
        daybook_due_of_export (terms, as_of, items);
    }
  return !found;
}

/* Whether somebody has looked it up. */
static gboolean
is_looked_up (DaybookDatabase  *db,
              const DaybookId  *order,
              gint64            shipped_at,
              gboolean         *looked_up,
              GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM attentions WHERE id = :id AND deleted = 0 AND done_at IS NOT NULL", error);
  DaybookId id;

  if (statement == NULL)
    return FALSE;

  daybook_attention_row_id (&id, daybook_rule_kind (DAYBOOK_RULE_TRACE)->key, daybook_orders.kind, order, shipped_at);
  daybook_bind_id (statement, ":id", &id);
  return daybook_statement_found (statement, looked_up, error);
}

/* Whether one of the parcels that left on the day is still to be looked up. */
static gboolean
has_untraced (DaybookDatabase        *db,
              const DaybookDueTerms  *terms,
              gint64                  shop,
              gint64                  midnight,
              gboolean               *wanted,
              GError                **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT id, shipped_at FROM orders INDEXED BY orders_on_way"
    " WHERE stage = 3 AND deleted = 0 AND tracking IS NOT NULL AND shipped_at >= :from AND shipped_at < :to AND shop = :shop", error);
  gboolean found = TRUE, looked_up = TRUE;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":from", midnight);
  daybook_bind_int (statement, ":to", daybook_moment_day (midnight, terms->zone, 1));
  daybook_bind_int (statement, ":shop", shop);
  while (found && looked_up)
    {
      DaybookId id;

      if (!daybook_statement_found (statement, &found, error)
          || (found && (!daybook_column_id (statement, 0, &id)
                        || !is_looked_up (db, &id, sqlite3_column_int64 (statement, 1), &looked_up, error))))
        return FALSE;
    }

  *wanted = found;
  return TRUE;
}

static gboolean
add_traces (DaybookDatabase        *db,
            const DaybookDueTerms  *terms,
            gint64                  shop,
            gint64                  newest,
            GArray                 *items,
            GError                **error)
{
  for (int day = -DAYBOOK_TRACE_DAYS; day <= 0; day++)
    {
      gint64 midnight = daybook_moment_day (newest, terms->zone, day);
      gboolean wanted;

      if (!has_untraced (db, terms, shop, midnight, &wanted, error))
        return FALSE;
      if (wanted)
        daybook_due_of_trace (terms, midnight, items);
    }
  return TRUE;
}

/* Whether anybody puts names on the shop's orders. */
static gboolean
has_names (DaybookDatabase  *db,
           gint64            shop,
           gboolean         *names,
           GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM order_facts WHERE shop = :shop AND facts & :agent", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":shop", shop);
  daybook_bind_int (statement, ":agent", DAYBOOK_FACT_AGENT);
  return daybook_statement_found (statement, names, error);
}

/* Appends the month where a sale of it has no name. */
static gboolean
add_month (DaybookDatabase        *db,
           const DaybookDueTerms  *terms,
           gint64                  shop,
           const DaybookDue       *month,
           GArray                 *items,
           GError                **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM orders INDEXED BY orders_agent WHERE agent IS NULL AND created >= :from AND created < :to"
    " AND stage >= 2 AND stage <= 5 AND shop = :shop AND deleted = 0 LIMIT 1", error);
  gboolean found;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":from", month->began);
  daybook_bind_int (statement, ":to", daybook_moment_day (month->due, terms->zone, 1));
  daybook_bind_int (statement, ":shop", shop);
  if (!daybook_statement_found (statement, &found, error))
    return FALSE;
  if (found)
    g_array_append_val (items, *month);
  return TRUE;
}

/* The month of the newest export, and the one before. */
static gboolean
add_months (DaybookDatabase        *db,
            const DaybookDueTerms  *terms,
            gint64                  shop,
            gint64                  newest,
            GArray                 *items,
            GError                **error)
{
  g_autoptr(GArray) months = g_array_new (FALSE, TRUE, sizeof (DaybookDue));
  gboolean names;

  if (!has_names (db, shop, &names, error))
    return FALSE;
  if (!names)
    return TRUE;

  daybook_due_of_month (terms, newest, months);
  if (months->len == 1)
    daybook_due_of_month (terms, g_array_index (months, DaybookDue, 0).began - 1, months);
  for (guint i = 0; i < months->len; i++)
    if (!add_month (db, terms, shop, &g_array_index (months, DaybookDue, i), items, error))
      return FALSE;
  return TRUE;
}

gboolean
daybook_due_reckon_shop (DaybookDatabase        *db,
                         const DaybookDueTerms  *terms,
                         gint64                  shop,
                         GArray                 *items,
                         GError                **error)
{
  gint64 newest;

  return add_exports (db, terms, shop, &newest, items, error)
         && (newest == 0 || (add_traces (db, terms, shop, newest, items, error) && add_months (db, terms, shop, newest, items, error)));
}

/* --- Goods ------------------------------------------------------------------------------------- */

/* The list by which the number fell below what is wanted: the time of its export; 0: it was never more. */
static gboolean
read_low_since (DaybookDatabase  *db,
                gint64            product,
                gint64            wanted,
                gint64           *since,
                GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT coalesce (a.as_of, 0) FROM ops o JOIN acts a ON a.key = o.act"
    " WHERE o.tbl = 'product' AND o.row = :product AND o.kind = 1 AND o.field = 'on_hand'"
    "  AND o.value < :wanted AND o.old >= :wanted ORDER BY a.hlc DESC LIMIT 1", error);
  gboolean found;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":product", product);
  daybook_bind_int (statement, ":wanted", wanted);
  if (!daybook_statement_found (statement, &found, error))
    return FALSE;

  *since = found ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

gboolean
daybook_due_reckon_product (DaybookDatabase        *db,
                            const DaybookDueTerms  *terms,
                            gint64                  product,
                            GArray                 *items,
                            GError                **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT p.on_hand, p.counted FROM products p"
    " WHERE p.rowid = :product AND p.deleted = 0 AND p.on_hand IS NOT NULL AND p.counted IS NOT NULL"
    /* What is sold on several platforms is counted once. */
    "  AND NOT EXISTS (SELECT 1 FROM products o WHERE o.sku = p.sku AND o.shop = p.shop AND o.rowid < p.rowid AND o.deleted = 0)", error);
  gint64 wanted = terms->rules.of[DAYBOOK_RULE_STOCK].number;
  gboolean found;
  gint64 since;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":product", product);
  if (!daybook_statement_found (statement, &found, error))
    return FALSE;
  if (!found || sqlite3_column_int64 (statement, 0) >= wanted)
    return TRUE;
  if (!read_low_since (db, product, wanted, &since, error))
    return FALSE;

  daybook_due_of_stock (terms, sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1), since, items);
  return TRUE;
}

/* --- Imports -------------------------------------------------------------------------------------- */

static gboolean
raise_known (DaybookDatabase  *db,
             gint64            act,
             gint64            as_of,
             GError          **error)
{
  g_autoptr(DaybookStatement) raise = daybook_database_prepare (db,
    "UPDATE due_items SET as_of = :as_of WHERE kind = 'order' AND as_of <> 0 AND as_of < :as_of"
    " AND EXISTS (SELECT 1 FROM sights WHERE \"order\" = due_items.row AND act = :act)", error);
  g_autoptr(DaybookStatement) end = daybook_database_prepare (db,
    "DELETE FROM due_items WHERE kind = 'order' AND ends <> 0 AND as_of <> 0 AND ends <= as_of", error);

  if (raise == NULL || end == NULL)
    return FALSE;

  daybook_bind_int (raise, ":as_of", as_of);
  daybook_bind_int (raise, ":act", act);
  return daybook_statement_run (raise, error) && daybook_statement_run (end, error);
}

gboolean
daybook_due_reckon_import (DaybookDatabase  *db,
                           gint64            import,
                           GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT act FROM imports WHERE rowid = :import AND as_of IS NOT NULL", error);
  g_autoptr(DaybookStatement) act = daybook_database_prepare (db, "SELECT key, as_of FROM acts WHERE id = :id", error);
  gboolean found;
  DaybookId id;

  if (statement == NULL || act == NULL)
    return FALSE;

  daybook_bind_int (statement, ":import", import);
  if (!daybook_statement_found (statement, &found, error))
    return FALSE;
  if (!found || !daybook_id_parse (daybook_column_text (statement, 0), &id))
    return TRUE;

  daybook_bind_id (act, ":id", &id);
  return daybook_statement_found (act, &found, error) && (!found || raise_known (db, sqlite3_column_int64 (act, 0), sqlite3_column_int64 (act, 1), error));
}
