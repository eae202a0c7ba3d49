/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/due-items.h"

#include "core/article.h"
#include "core/attention.h"
#include "core/campaign.h"
#include "core/case.h"
#include "core/chore.h"
#include "core/customer.h"
#include "core/due-article.h"
#include "core/due-campaign.h"
#include "core/due-case.h"
#include "core/due-day.h"
#include "core/event.h"
#include "core/remembered-day.h"
#include "core/shop.h"
#include "core/task.h"
#include "store/case-row.h"
#include "store/case-course.h"
#include "store/chore-due.h"
#include "store/customer-group.h"
#include "store/due-calls.h"
#include "store/due-orders.h"
#include "store/due-targets.h"
#include "store/due-terms.h"
#include "store/due-touched.h"
#include "store/local.h"
#include "store/registers.h"
#include "store/rhythm.h"
#include "store/row-sql.h"

#include <string.h>

/* --- What people said of it ------------------------------------------------------------------ */

/* An answer of the customer wakes what was put off, unless it was said otherwise. */
static gboolean
is_woken (DaybookDatabase     *db,
          const DaybookTable  *table,
          gint64               rowid,
          gint64               snoozed_at,
          GError             **error)
{
  g_autoptr(DaybookStatement) statement = table != &daybook_cases ? NULL : daybook_database_prepare (db,
    "SELECT 1 FROM events WHERE \"case\" = :row AND kind = :heard AND at > :since AND deleted = 0 LIMIT 1", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", rowid);
  daybook_bind_int (statement, ":heard", DAYBOOK_EVENT_HEARD);
  daybook_bind_int (statement, ":since", snoozed_at);
  return daybook_statement_next (statement, error);
}

typedef struct
{
  gboolean done;
  gint64   shows; /* not before; 0: at once */
} Said;

static gboolean
read_said (DaybookDatabase     *db,
           const DaybookTable  *table,
           gint64               rowid,
           const DaybookId     *attention,
           Said                *said,
           GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT done_at, until, snoozed_at, keep FROM attentions WHERE id = :id AND deleted = 0", error);
  GError *local = NULL;

  *said = (Said) { FALSE, 0 };
  if (statement == NULL)
    return FALSE;

  daybook_bind_id (statement, ":id", attention);
  if (daybook_statement_next (statement, &local))
    {
      said->done = sqlite3_column_type (statement, 0) != SQLITE_NULL;
      said->shows = sqlite3_column_int64 (statement, 1);
      if (said->shows != 0 && sqlite3_column_int64 (statement, 3) == 0
          && is_woken (db, table, rowid, sqlite3_column_int64 (statement, 2), &local))
        said->shows = 0;
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* --- Reckoning --------------------------------------------------------------------------------- */

static gboolean
reckon_case (DaybookDatabase        *db,
             const DaybookDueTerms  *terms,
             const DaybookRow       *row,
             GArray                 *items,
             GError                **error)
{
  DaybookRegister *definition = daybook_register_in_force (db, daybook_row_text (row, DAYBOOK_CASE_REGISTER));
  g_auto(DaybookCaseCourse) course = { 0 };

  if (daybook_row_has (row, DAYBOOK_CASE_CLOSED_AT))
    return daybook_due_reckon_closed (db, terms, row, items, error);
  if (definition == NULL)
    return TRUE;
  if (!daybook_case_course_read (db, definition, row, &terms->rules, &course, error))
    return FALSE;

  daybook_due_of_case (terms, definition, row, &course, items);
  return TRUE;
}

/* Of what something is due. */
typedef struct
{
  const DaybookTable *table;
  gint64              rowid;
  DaybookId           id;
} Of;

static gboolean
insert_item (DaybookDatabase     *db,
             const Of            *of,
             const DaybookDue    *due,
             gint64               shows,
             gint64               generation,
             GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "INSERT INTO due_items (kind, row, rule, cycle, due, warn, shows, agent, role, began, within, hours, paused, waits, as_of, ends, generation)"
    " VALUES (:kind, :row, :rule, :cycle, :due, :warn, :shows, (SELECT rowid FROM agents WHERE id = :agent), :role,"
    "  :began, :within, :hours, :paused, :waits, :as_of, :ends, :generation)"
    " ON CONFLICT (kind, row, rule, cycle) DO UPDATE SET due = excluded.due, warn = excluded.warn, shows = excluded.shows,"
    "  agent = excluded.agent, role = excluded.role, began = excluded.began, within = excluded.within, hours = excluded.hours,"
    "  paused = excluded.paused, waits = excluded.waits, as_of = excluded.as_of, ends = excluded.ends, generation = excluded.generation", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":kind", of->table->kind);
  daybook_bind_int (statement, ":row", of->rowid);
  daybook_bind_text (statement, ":rule", daybook_rule_kind (due->rule)->key);
  daybook_bind_int (statement, ":cycle", due->cycle);
  daybook_bind_int (statement, ":due", due->due);
  daybook_bind_int (statement, ":warn", due->warn);
  daybook_bind_int (statement, ":shows", shows);
  daybook_bind_id (statement, ":agent", daybook_id_is_null (&due->agent) ? NULL : &due->agent);
  daybook_bind_int (statement, ":role", due->role);
  daybook_bind_int (statement, ":began", due->began);
  daybook_bind_int (statement, ":within", due->within);
  daybook_bind_int (statement, ":hours", due->hours);
  daybook_bind_int (statement, ":paused", due->paused);
  daybook_bind_int (statement, ":waits", due->waits);
  daybook_bind_int (statement, ":as_of", due->as_of);
  daybook_bind_int (statement, ":ends", due->ends);
  daybook_bind_int (statement, ":generation", generation);
  return daybook_statement_run (statement, error);
}

/* What was done is taken out of the items. */
static gboolean
write_items (DaybookDatabase     *db,
             const Of            *of,
             GArray              *items,
             gint64               generation,
             GError             **error)
{
  for (guint i = items->len; i > 0; i--)
    {
      const DaybookDue *due = &g_array_index (items, DaybookDue, i - 1);
      DaybookId attention;
      Said said;

      daybook_attention_row_id (&attention, daybook_rule_kind (due->rule)->key, of->table->kind, &of->id, due->cycle);
      if (!read_said (db, of->table, of->rowid, &attention, &said, error))
        return FALSE;
      if (said.done)
        g_array_remove_index (items, i - 1);
      else if (!insert_item (db, of, due, said.shows, generation, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_among (GArray     *items,
          const char *rule,
          gint64      cycle)
{
  for (guint i = 0; i < items->len; i++)
    {
      const DaybookDue *due = &g_array_index (items, DaybookDue, i);

      if (due->cycle == cycle && g_str_equal (daybook_rule_kind (due->rule)->key, rule))
        return TRUE;
    }
  return FALSE;
}

/* The keys of what is due of the row, and is not among `items`. (transfer full) */
static GArray *
find_others (DaybookDatabase     *db,
             const DaybookTable  *table,
             gint64               rowid,
             GArray              *items,
             GError             **error)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT rowid, rule, cycle FROM due_items WHERE kind = :kind AND row = :row", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":kind", table->kind);
  daybook_bind_int (statement, ":row", rowid);
  while (daybook_statement_next (statement, &local))
    {
      gint64 key = sqlite3_column_int64 (statement, 0);

      if (!is_among (items, daybook_column_text (statement, 1), sqlite3_column_int64 (statement, 2)))
        g_array_append_val (keys, key);
    }
  if (local == NULL)
    return g_steal_pointer (&keys);

  g_propagate_error (error, local);
  return NULL;
}

/* What is due no longer goes; what still is keeps its key, by which lists know it. */
static gboolean
forget_others (DaybookDatabase     *db,
               const DaybookTable  *table,
               gint64               rowid,
               GArray              *items,
               GError             **error)
{
  g_autoptr(GArray) keys = find_others (db, table, rowid, items, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "DELETE FROM due_items WHERE rowid = :key", error);

      if (statement == NULL)
        return FALSE;
      daybook_bind_int (statement, ":key", g_array_index (keys, gint64, i));
      if (!daybook_statement_run (statement, error))
        return FALSE;
    }
  return keys != NULL;
}

/* Two who were merged may each have had the same day: one of the rows stands for both, the same one on every laptop. */
#define IS_SAID_BEFORE \
  "EXISTS (SELECT 1 FROM remembered_days o WHERE o.customer IN " DAYBOOK_CUSTOMER_GROUP ("d.customer") \
  " AND o.customer <> d.customer AND o.deleted = 0 AND o.kind = d.kind AND o.name IS d.name AND o.lunar = d.lunar" \
  " AND o.month = d.month AND o.day = d.day AND o.leap = d.leap" \
  " AND o.once = d.once AND (d.once = 0 OR o.year IS d.year) AND o.id < d.id)"

/* Who wants no messages is not congratulated, and nobody twice. */
static gboolean
reckon_day (DaybookDatabase        *db,
            const DaybookDueTerms  *terms,
            const DaybookRow       *row,
            GArray                 *items,
            GError                **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM remembered_days d JOIN customers c ON c.rowid = " DAYBOOK_CUSTOMER_ROOT ("d.customer")
    " WHERE d.rowid = :row AND c.quiet = 0 AND c.deleted = 0 AND NOT " IS_SAID_BEFORE, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", row->rowid);
  if (daybook_statement_next (statement, &local))
    daybook_due_of_day (terms, row, items);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* When they are to hear from the shop, and when a plan calls them. */
static gboolean
reckon_customer (DaybookDatabase        *db,
                 const DaybookDueTerms  *terms,
                 const DaybookRow       *row,
                 GArray                 *items,
                 GError                **error)
{
  return daybook_rhythm_reckon (db, terms, row, items, error)
         && daybook_due_reckon_customer (db, terms, row->rowid, items, error);
}

/* Appends what is due of a row that people write. */
static gboolean
reckon_row (DaybookDatabase        *db,
            const DaybookDueTerms  *terms,
            const Of               *of,
            GArray                 *items,
            GError                **error)
{
  g_autoptr(DaybookRow) row = daybook_row_load_whole (db, of->table, of->rowid, error);

  if (row == NULL || (of->table == &daybook_cases && !reckon_case (db, terms, row, items, error))
      || (of->table == &daybook_chores && !daybook_chore_reckon (db, terms, row, items, error))
      || (of->table == &daybook_customers && !reckon_customer (db, terms, row, items, error))
      || (of->table == &daybook_remembered_days && !reckon_day (db, terms, row, items, error)))
    return FALSE;

  if (of->table == &daybook_tasks)
    daybook_due_of_task (terms, row, items);
  if (of->table == &daybook_articles)
    daybook_due_of_article (terms, row, items);
  if (of->table == &daybook_campaigns)
    daybook_due_of_campaign (terms, row, items);
  return TRUE;
}

static gboolean
reckon (DaybookDatabase        *db,
        const DaybookDueTerms  *terms,
        const Of               *of,
        GArray                 *items,
        GError                **error)
{
  if (of->table == &daybook_orders)
    return daybook_due_reckon_order (db, terms, of->rowid, items, error);
  if (of->table == &daybook_shops)
    return daybook_due_reckon_shop (db, terms, of->rowid, items, error);
  if (of->table == &daybook_products)
    return daybook_due_reckon_product (db, terms, of->rowid, items, error);
  return reckon_row (db, terms, of, items, error);
}

gboolean
daybook_due_reckon (DaybookDatabase        *db,
                    const DaybookDueTerms  *terms,
                    const DaybookTable     *table,
                    gint64                  rowid,
                    gint64                  generation,
                    GError                **error)
{
  g_autoptr(GArray) items = g_array_new (FALSE, TRUE, sizeof (DaybookDue));
  Of of = { .table = table, .rowid = rowid };

  return reckon (db, terms, &of, items, error)
         && (items->len == 0 || daybook_row_id (db, table, rowid, &of.id, error))
         && write_items (db, &of, items, generation, error) && forget_others (db, table, rowid, items, error);
}

/* --- At the end of a transaction ------------------------------------------------------------------ */

static gboolean
want_rebuild (DaybookDatabase  *db,
              GError          **error)
{
  gint64 wanted;

  db->rules_changed = TRUE;
  return daybook_local_read (db, "due_wanted", &wanted, error) && daybook_local_write (db, "due_wanted", wanted + 1, error);
}

/* Shops come last, after what their orders show of themselves; the others in an order that is the same each time. */
static int
compare_targets (gconstpointer a,
                 gconstpointer b)
{
  const DaybookTouched *first = *(DaybookTouched *const *) a, *second = *(DaybookTouched *const *) b;
  int by_shop = (first->table == &daybook_shops) - (second->table == &daybook_shops);
  int by_kind = by_shop != 0 ? by_shop : strcmp (first->table->kind, second->table->kind);

  return by_kind != 0 ? by_kind : (first->rowid > second->rowid) - (first->rowid < second->rowid);
}

static gboolean
reckon_all (DaybookDatabase  *db,
            GHashTable       *targets,
            GError          **error)
{
  g_auto(DaybookDueTerms) terms = { 0 };
  guint n;
  g_autofree gpointer *sorted = g_hash_table_get_keys_as_array (targets, &n);
  gint64 generation;

  if (n == 0)
    return TRUE;
  if (!daybook_due_terms_read (db, &terms, error) || !daybook_local_read (db, "due_wanted", &generation, error))
    return FALSE;

  qsort (sorted, n, sizeof *sorted, compare_targets);
  for (guint i = 0; i < n; i++)
    {
      const DaybookTouched *target = sorted[i];

      if (!daybook_due_reckon (db, &terms, target->table, target->rowid, generation, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
daybook_due_flush (DaybookDatabase  *db,
                   GError          **error)
{
  g_autoptr(GHashTable) targets = daybook_due_targets (db, error);

  if (targets == NULL || !reckon_all (db, targets, error))
    return FALSE;
  if (!db->rules_touched && !db->facts_grew)
    return TRUE;

  db->rules_touched = db->facts_grew = FALSE;
  return want_rebuild (db, error);
}
