/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/call-plans.h"

#include "core/case.h"
#include "core/due-call.h"
#include "core/words.h"
#include "store/calls-resource.h"
#include "store/customer-group.h"
#include "store/due-calls.h"
#include "store/grades.h"
#include "store/reader-private.h"
#include "store/registers.h"
#include "store/rules.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCE_PATH "/io/github/daybook/Daybook/calls/"
#define MONTH (30 * 24 * 60 * 60)

/* --- What Daybook brings ------------------------------------------------------------------- */

const char *const daybook_call_starter_keys[] = { "after_complaint", "after_return", "after_delivery", "vip_rhythm", NULL };

static DaybookCallStarter *
read_starter (const char *key)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, key, ".json", NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (daybook_calls_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GError) error = NULL;
  DaybookCallStarter *starter = bytes != NULL ? daybook_call_starter_parse (g_bytes_get_data (bytes, NULL), key, &error) : NULL;

  /* It is ours: a test reads each of them. */
  if (error != NULL)
    g_warning ("%s", error->message);
  return starter;
}

const DaybookCallStarter *
daybook_call_starter (const char *key)
{
  static GMutex mutex;
  static GHashTable *known = NULL; /* key → DaybookCallStarter */
  DaybookCallStarter *starter;

  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  starter = g_hash_table_lookup (known, key);
  if (starter == NULL && (starter = read_starter (key)) != NULL)
    g_hash_table_insert (known, starter->key, starter);
  g_mutex_unlock (&mutex);
  return starter;
}

/* --- One plan ------------------------------------------------------------------------------- */

void
daybook_call_plan_entry_free (DaybookCallPlanEntry *self)
{
  g_clear_pointer (&self->row, daybook_row_unref);
  g_free (self);
}

const char *
daybook_call_plan_name (const DaybookCallPlanEntry *self)
{
  return self->row != NULL ? daybook_row_text (self->row, DAYBOOK_CALL_PLAN_NAME) : self->starter->title;
}

gboolean
daybook_call_plan_is_used (const DaybookCallPlanEntry *self)
{
  return self->row != NULL && daybook_row_int (self->row, DAYBOOK_CALL_PLAN_USED) != 0;
}

DaybookCallPlanOn
daybook_call_plan_on (const DaybookCallPlanEntry *self)
{
  return self->row != NULL ? (DaybookCallPlanOn) daybook_row_int (self->row, DAYBOOK_CALL_PLAN_ON) : self->starter->on;
}

guint
daybook_call_plan_days (const DaybookCallPlanEntry *self)
{
  return self->row != NULL ? (guint) CLAMP (daybook_row_int (self->row, DAYBOOK_CALL_PLAN_DAYS), 0, DAYBOOK_CALL_PLAN_MOST_DAYS) : self->starter->days;
}

const char *
daybook_call_plan_of (const DaybookCallPlanEntry *self)
{
  const char *of = self->row != NULL ? daybook_row_text (self->row, DAYBOOK_CALL_PLAN_REGISTER) : self->starter->of;

  return of != NULL && *of != '\0' ? of : NULL;
}

guint
daybook_call_plan_grade (const DaybookCallPlanEntry *self)
{
  return self->row != NULL ? (guint) daybook_row_int (self->row, DAYBOOK_CALL_PLAN_GRADE) : self->starter->grade;
}

static char *
closed_words (DaybookReader *reader,
              const char    *of,
              guint          days)
{
  DaybookRegister *definition = of != NULL ? daybook_reader_register (reader, of) : NULL;

  if (of == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day after any case is closed", "%u days after any case is closed", days), days);

  /* Translators: how many days, and a register: “Complaint”. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u day after a case is closed: %2$s", "%1$u days after a case is closed: %2$s", days),
                          days, definition != NULL ? daybook_register_get_label (definition) : of);
}

static char *
when_words (DaybookReader              *reader,
            const DaybookCallPlanEntry *self)
{
  guint days = daybook_call_plan_days (self);

  switch (daybook_call_plan_on (self))
    {
    case DAYBOOK_CALL_PLAN_CLOSED:
      return closed_words (reader, daybook_call_plan_of (self), days);
    case DAYBOOK_CALL_PLAN_DELIVERED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day after an order is received", "%u days after an order is received", days), days);
    case DAYBOOK_CALL_PLAN_INTERVAL:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "when they have not heard from us for %u day",
                                           "when they have not heard from us for %u days", days), days);
    }
}

char *
daybook_call_plan_words (DaybookReader              *reader,
                         const DaybookCallPlanEntry *self)
{
  g_autofree char *when = when_words (reader, self);
  guint grade = daybook_call_plan_grade (self);
  g_auto(DaybookGradeRules) rules = { 0 };

  if (grade == DAYBOOK_GRADE_NONE || grade >= DAYBOOK_N_GRADES || !daybook_reader_grades (reader, &rules, NULL))
    return g_steal_pointer (&when);

  /* Translators: when somebody is called, and a grade: “VIP 1”. */
  return g_strdup_printf (_("%1$s, from %2$s up"), when, daybook_grade_name (&rules, (DaybookGrade) grade));
}

/* --- Reading --------------------------------------------------------------------------------- */

static void
add_entry (GPtrArray                *all,
           DaybookRow               *row,
           const DaybookCallStarter *starter)
{
  DaybookCallPlanEntry *self = g_new0 (DaybookCallPlanEntry, 1);

  self->row = row != NULL ? daybook_row_ref (row) : NULL;
  self->starter = starter;
  g_ptr_array_add (all, self);
}

static gboolean
has_starter (GPtrArray  *all,
             const char *key)
{
  for (guint i = 0; i < all->len; i++)
    {
      const DaybookCallPlanEntry *self = g_ptr_array_index (all, i);

      if (self->starter != NULL && g_str_equal (self->starter->key, key))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
daybook_call_plans_read (DaybookReader  *reader,
                         GError        **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_call_plan_entry_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT rowid FROM call_plans WHERE deleted = 0 ORDER BY used DESC, rowid", error);
  g_autoptr(GArray) keys = statement != NULL ? daybook_statement_keys (statement, error) : NULL;

  if (keys == NULL)
    return NULL;

  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr(DaybookRow) row = daybook_reader_row (reader, &daybook_call_plans, g_array_index (keys, gint64, i), error);
      const char *key = row != NULL ? daybook_row_text (row, DAYBOOK_CALL_PLAN_STARTER) : NULL;

      if (row == NULL)
        return NULL;
      add_entry (all, row, key != NULL ? daybook_call_starter (key) : NULL);
    }
  for (const char *const *key = daybook_call_starter_keys; *key != NULL; key++)
    if (!has_starter (all, *key))
      add_entry (all, NULL, daybook_call_starter (*key));
  return g_steal_pointer (&all);
}

static gboolean
is_called (const DaybookCallPlanEntry *self,
           const char                 *word)
{
  char id[DAYBOOK_ID_STRING_SIZE] = "";

  if (self->row != NULL)
    daybook_id_print (&self->row->id, id);
  return g_str_equal (word, id) || g_strcmp0 (word, daybook_call_plan_name (self)) == 0
         || (self->starter != NULL && g_str_equal (word, self->starter->key));
}

DaybookCallPlanEntry *
daybook_call_plan_find (DaybookReader  *reader,
                        const char     *word,
                        GError        **error)
{
  g_autoptr(GPtrArray) all = daybook_call_plans_read (reader, error);

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    if (is_called (g_ptr_array_index (all, i), word))
      return g_ptr_array_steal_index (all, i);

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("There is no call-back plan “%s”: “daybookctl call plan list” shows them."), word);
  return NULL;
}

DaybookRow *
daybook_call_plan_of_item (DaybookReader        *reader,
                           const DaybookDueItem *item)
{
  g_autoptr(GPtrArray) plans = item->due.rule == DAYBOOK_RULE_CALL_BACK ? daybook_reader_all (reader, &daybook_call_plans, NULL) : NULL;

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      DaybookRow *row = g_ptr_array_index (plans, i);

      if (daybook_call_cycle_is_of (item->due.cycle, &row->id))
        return daybook_row_ref (row);
    }
  return NULL;
}

/* --- What it would do -------------------------------------------------------------------------- */

void
daybook_call_preview_clear (DaybookCallPreview *self)
{
  g_clear_pointer (&self->wants, g_free);
}

/* So many were closed or received in the last 30 days: as many will be in the next. `:of` and `:grade` say which. */
#define OF_GRADE "(:grade = 0 OR (SELECT c.grade FROM customers c WHERE c.rowid = " DAYBOOK_CUSTOMER_ROOT ("x.customer") ") >= :grade)"
#define COUNT_CLOSED \
  "SELECT count (*) FROM cases x INDEXED BY cases_ended WHERE x.closed_at >= :from AND x.deleted = 0 AND x.merged_into IS NULL" \
  " AND (:of IS NULL OR x.register = :of) AND " OF_GRADE
#define COUNT_RECEIVED \
  "SELECT (SELECT count (*) FROM orders x INDEXED BY orders_stage WHERE x.stage = 5 AND x.deleted = 0 AND x.created >= :from - 7776000" \
  "   AND x.completed_at >= :from AND " OF_GRADE ")" \
  " + (SELECT count (*) FROM orders x INDEXED BY orders_stage WHERE x.stage = 4 AND x.deleted = 0 AND x.created >= :from AND " OF_GRADE ")"
#define KNOWS_RECEIVED \
  "SELECT EXISTS (SELECT 1 FROM orders INDEXED BY orders_stage WHERE stage = 4 AND deleted = 0)" \
  " OR EXISTS (SELECT 1 FROM orders INDEXED BY orders_stage WHERE stage = 5 AND completed_at IS NOT NULL AND deleted = 0)"
#define KNOWS_GRADES "SELECT EXISTS (SELECT 1 FROM customers INDEXED BY customers_graded WHERE grade <> 0 AND deleted = 0)"

static gboolean
ask (DaybookReader               *reader,
     const char                  *sql,
     const DaybookCallPlanEntry  *plan,
     gint64                       from,
     guint                       *n,
     GError                     **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, sql, error);
  gint64 number;

  if (statement == NULL)
    return FALSE;

  if (strstr (sql, ":of ") != NULL)
    daybook_bind_text (statement, ":of", daybook_call_plan_of (plan));
  if (strstr (sql, ":from") != NULL)
    daybook_bind_int (statement, ":from", from);
  if (strstr (sql, ":grade") != NULL)
    daybook_bind_int (statement, ":grade", daybook_call_plan_grade (plan));
  if (!daybook_statement_number (statement, &number, error))
    return FALSE;

  *n = (guint) number;
  return TRUE;
}

static DaybookCallTerm *
make_term (const DaybookCallPlanEntry *plan,
           gint64                      now)
{
  DaybookCallTerm *term = g_new0 (DaybookCallTerm, 1);

  term->on = daybook_call_plan_on (plan);
  term->days = daybook_call_plan_days (plan);
  term->grade = daybook_call_plan_grade (plan);
  term->since = daybook_call_plan_is_used (plan) ? daybook_row_int (plan->row, DAYBOOK_CALL_PLAN_SINCE) : now;
  return term;
}

/* Those who would be called by then if it was in use alone. */
static gboolean
count_customers (DaybookReader               *reader,
                 const DaybookCallPlanEntry  *plan,
                 gint64                       now,
                 guint                       *n,
                 GError                     **error)
{
  g_auto(DaybookDueTerms) terms = { 0 };
  g_autoptr(GArray) items = g_array_new (FALSE, TRUE, sizeof (DaybookDue));
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT rowid FROM customers INDEXED BY customers_graded WHERE grade <> 0 AND deleted = 0", error);
  g_autoptr(GArray) rows = statement != NULL ? daybook_statement_keys (statement, error) : NULL;

  if (rows == NULL || !daybook_reader_due_terms (reader, &terms, error))
    return FALSE;

  g_ptr_array_set_size (terms.calls, 0);
  g_ptr_array_add (terms.calls, make_term (plan, now));
  for (guint i = 0; i < rows->len; i++)
    if (!daybook_due_reckon_customer (reader->db, &terms, g_array_index (rows, gint64, i), items, error))
      return FALSE;
  *n = 0;
  for (guint i = 0; i < items->len; i++)
    *n += g_array_index (items, DaybookDue, i).due <= now + MONTH;
  return TRUE;
}

/* The question whether the shop's rows carry what the plan needs, and the sentence where they do not. */
static const char *
what_it_needs (DaybookCallPlanOn   on,
               const char        **sentence)
{
  switch (on)
    {
    case DAYBOOK_CALL_PLAN_DELIVERED:
      *sentence = N_("No export so far said that an order was received.");
      return KNOWS_RECEIVED;
    case DAYBOOK_CALL_PLAN_INTERVAL:
      *sentence = N_("No customer has a VIP grade so far.");
      return KNOWS_GRADES;
    case DAYBOOK_CALL_PLAN_CLOSED:
    default:
      return NULL;
    }
}

gboolean
daybook_reader_call_preview (DaybookReader               *reader,
                             const DaybookCallPlanEntry  *plan,
                             gint64                       now,
                             DaybookCallPreview          *preview,
                             GError                     **error)
{
  DaybookCallPlanOn on = daybook_call_plan_on (plan);
  const char *sentence = NULL;
  const char *question = what_it_needs (on, &sentence);
  guint known = 1;

  *preview = (DaybookCallPreview) { 0, NULL };
  if (question != NULL && !ask (reader, question, plan, 0, &known, error))
    return FALSE;
  if (known == 0)
    {
      preview->wants = g_strdup (_(sentence));
      return TRUE;
    }

  if (on == DAYBOOK_CALL_PLAN_INTERVAL)
    return count_customers (reader, plan, now, &preview->n, error);
  return ask (reader, on == DAYBOOK_CALL_PLAN_CLOSED ? COUNT_CLOSED : COUNT_RECEIVED, plan, now - MONTH, &preview->n, error);
}

/* --- Acts ------------------------------------------------------------------------------------------ */

DaybookEdit *
daybook_call_plan_act_use (const DaybookCallPlanEntry *self,
                           gboolean                    used,
                           const DaybookId            *agent,
                           gint64                      now,
                           DaybookId                  *id)
{
  g_autofree char *title = g_strdup_printf (used ? _("Switched on: %s") : _("Switched off: %s"), daybook_call_plan_name (self));
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, agent);

  daybook_call_plan_set (edit, self, DAYBOOK_CALL_PLAN_USED, daybook_value_int (used), now);
  if (id != NULL && self->row != NULL)
    *id = self->row->id;
  else if (id != NULL)
    daybook_call_starter_id (self->starter->key, id);
  return edit;
}

static gboolean
begins_anew (const DaybookCallPlanEntry *self,
             guint                       field,
             const DaybookValue         *value)
{
  if (field == DAYBOOK_CALL_PLAN_USED)
    return value->type == DAYBOOK_VALUE_INT && value->number != 0 && !daybook_call_plan_is_used (self);

  return field == DAYBOOK_CALL_PLAN_ON || field == DAYBOOK_CALL_PLAN_REGISTER;
}

void
daybook_call_plan_set (DaybookEdit                *edit,
                       const DaybookCallPlanEntry *self,
                       guint                       field,
                       DaybookValue                value,
                       gint64                      now)
{
  gboolean anew = begins_anew (self, field, &value);

  if (self->row == NULL)
    {
      if (daybook_edit_size (edit) == 0)
        daybook_call_starter_adopt (self->starter, edit, FALSE, now);
      daybook_edit_give (edit, field, value);
      return;
    }

  daybook_edit_set (edit, &daybook_call_plans, &self->row->id, field, value);
  if (anew)
    daybook_edit_set (edit, &daybook_call_plans, &self->row->id, DAYBOOK_CALL_PLAN_SINCE, daybook_value_int (now));
}
