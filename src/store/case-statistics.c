/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/case-statistics.h"

#include "core/event.h"
#include "core/ledger.h"
#include "core/register-money.h"
#include "core/shop.h"
#include "store/agent-role.h"
#include "store/reader-private.h"
#include "store/registers.h"
#include "store/row-sql.h"
#include "store/setting.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

/* How often it is looked whether anybody still wants it. */
#define CASES_PER_LOOK 256

typedef struct
{
  DaybookStatistics *statistics;
  DaybookRegister   *definition;
  const DaybookTable *table;
  DaybookDatabase   *db;
  GArray            *begins; /* gint64: when each month does, UTC seconds */
  GArray            *fields; /* guint: of each part */
  int                agent;  /* field of the person whose complaints are counted, -1: none are */
  int                counts; /* field that says which are */
  gint64             now;
} Count;

static void
free_row (gpointer data)
{
  DaybookStatisticsRow *row = data;

  g_free (row->key);
  g_free (row->label);
  g_free (row->months);
  g_free (row);
}

static void
clear_part (DaybookStatisticsPart *part)
{
  g_free (part->label);
  g_ptr_array_unref (part->rows);
}

static void
free_part (gpointer data)
{
  clear_part (data);
  g_free (data);
}

void
daybook_case_statistics_free (DaybookStatistics *self)
{
  if (self->ledger != NULL)
    {
      clear_part (&self->ledger->agents);
      g_free (self->ledger->currency);
      g_free (self->ledger);
    }
  g_free (self->title);
  g_ptr_array_unref (self->months);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* --- Months ------------------------------------------------------------------------ */

static void
add_months (Count     *count,
            GTimeZone *zone,
            guint      n_months)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (count->now);
  g_autoptr(GDateTime) here = g_date_time_to_timezone (utc, zone);
  g_autoptr(GDateTime) first = g_date_time_new (zone, g_date_time_get_year (here), g_date_time_get_month (here), 1, 0, 0, 0);

  for (guint i = n_months; i > 0; i--)
    {
      g_autoptr(GDateTime) month = g_date_time_add_months (first, 1 - (gint) i);
      gint64 begins = g_date_time_to_unix (month);

      g_array_append_val (count->begins, begins);
      g_ptr_array_add (count->statistics->months, g_date_time_format (month, "%Y-%m"));
    }
}

static guint
month_of (const Count *count,
          gint64       moment)
{
  guint month = count->begins->len - 1;

  while (month > 0 && moment < g_array_index (count->begins, gint64, month))
    month--;
  return month;
}

/* --- Parts --------------------------------------------------------------------------- */

static void
init_part (Count                 *count,
           DaybookStatisticsPart *part,
           guint                  field)
{
  part->name = daybook_field_get_name (&count->table->fields[field]);
  part->label = g_strdup (_(count->table->fields[field].label));
  part->rows = g_ptr_array_new_with_free_func (free_row);
}

static void
add_part (Count *count,
          guint  field)
{
  DaybookStatisticsPart *part = g_new0 (DaybookStatisticsPart, 1);

  init_part (count, part, field);
  g_ptr_array_add (count->statistics->parts, part);
  g_array_append_val (count->fields, field);
}

/* A register that has no causes, or no reasons, does not count them. */
static void
add_parts (Count *count)
{
  if (daybook_register_get_causes (count->definition)->len > 0)
    add_part (count, DAYBOOK_CASE_CAUSE);
  if (daybook_register_get_reasons (count->definition)->len > 0)
    add_part (count, DAYBOOK_CASE_REASON);
  for (guint i = DAYBOOK_CASE_N_FIELDS; i < count->table->n_fields; i++)
    if ((count->table->fields[i].flags & DAYBOOK_FIELD_STARS) != 0 && (count->table->fields[i].flags & DAYBOOK_FIELD_HIDDEN) == 0)
      add_part (count, i);
}

static char *
label_of (const DaybookField *field,
          const char         *key)
{
  int word = field->words != NULL ? daybook_word_index (field->words, key) : -1;

  if (*key == '\0')
    /* Translators: of cases of which nobody has given the cause. */
    return g_strdup (_("Not given"));
  if ((field->flags & DAYBOOK_FIELD_STARS) != 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s star", "%s stars", (gulong) g_ascii_strtoull (key, NULL, 10)), key);

  return g_strdup (word >= 0 ? field->words[word].label : key);
}

static DaybookStatisticsRow *
obtain_row (Count                 *count,
            DaybookStatisticsPart *part,
            const DaybookField    *field,
            const char            *key)
{
  DaybookStatisticsRow *row;

  for (guint i = 0; i < part->rows->len; i++)
    if (g_str_equal (((DaybookStatisticsRow *) g_ptr_array_index (part->rows, i))->key, key))
      return g_ptr_array_index (part->rows, i);

  row = g_new0 (DaybookStatisticsRow, 1);
  row->key = g_strdup (key);
  row->label = label_of (field, key);
  row->months = g_new0 (guint, count->begins->len);
  g_ptr_array_add (part->rows, row);
  return row;
}

static void
count_parts (Count            *count,
             const DaybookRow *row,
             guint             month)
{
  for (guint i = 0; i < count->fields->len; i++)
    {
      guint field = g_array_index (count->fields, guint, i);
      const DaybookValue *value = &row->values[field];
      g_autofree char *key = value->type == DAYBOOK_VALUE_INT ? g_strdup_printf ("%" G_GINT64_FORMAT, value->number)
                                                              : g_strdup (daybook_row_text (row, field));
      DaybookStatisticsRow *counted = obtain_row (count, g_ptr_array_index (count->statistics->parts, i), &row->table->fields[field], key);

      counted->total++;
      counted->months[month]++;
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const DaybookStatisticsRow *first = *(const DaybookStatisticsRow *const *) a, *second = *(const DaybookStatisticsRow *const *) b;

  if ((*first->key == '\0') != (*second->key == '\0'))
    return *first->key == '\0' ? 1 : -1;
  if (g_ascii_isdigit (*first->key) && g_ascii_isdigit (*second->key))
    return g_strcmp0 (second->key, first->key);
  if (first->total != second->total)
    return first->total < second->total ? 1 : -1;

  return g_strcmp0 (first->key, second->key);
}

/* --- The ledger ------------------------------------------------------------------------- */

/* Others than the owner see no more of it than that there are complaints. */
static void
add_ledger (Count           *count,
            DaybookReader   *reader,
            const char      *currency,
            const DaybookId *viewer)
{
  const DaybookRegisterLedger *ledger = daybook_register_get_ledger (count->definition);
  g_autofree char *setting = daybook_setting_get (reader, DAYBOOK_LEDGER_SETTING);
  guint first = daybook_ledger_first (setting);

  count->agent = daybook_table_role (count->table, ledger->agent);
  count->counts = daybook_table_role (count->table, ledger->counts);
  if (first == 0 || count->agent < 0 || count->counts < 0 || viewer == NULL || !daybook_reader_is_owner (reader, viewer))
    return;

  count->statistics->ledger = g_new0 (DaybookStatisticsLedger, 1);
  count->statistics->ledger->first = first;
  count->statistics->ledger->currency = g_strdup (currency);
  init_part (count, &count->statistics->ledger->agents, (guint) count->agent);
}

static void
count_complaint (Count            *count,
                 const DaybookRow *row,
                 guint             month)
{
  const DaybookId *agent = daybook_row_ref_id (row, (guint) count->agent);
  DaybookStatisticsRow *counted;
  g_autofree char *key = NULL;

  if (agent == NULL || daybook_row_int (row, (guint) count->counts) != DAYBOOK_ANSWER_YES)
    return;

  key = daybook_id_to_string (agent);
  counted = obtain_row (count, &count->statistics->ledger->agents, &row->table->fields[count->agent], key);
  counted->total++;
  counted->months[month]++;
}

/* They were counted by their ids. */
static gboolean
name_agents (Count          *count,
             DaybookReader  *reader,
             GError        **error)
{
  GPtrArray *rows = count->statistics->ledger->agents.rows;

  for (guint i = 0; i < rows->len; i++)
    {
      DaybookStatisticsRow *counted = g_ptr_array_index (rows, i);
      DaybookId id;
      g_autoptr(DaybookRow) agent = daybook_id_parse (counted->key, &id) ? daybook_reader_find (reader, &daybook_agents, &id, error) : NULL;

      if (agent == NULL)
        return FALSE;
      g_free (counted->label);
      counted->label = g_strdup (daybook_row_text (agent, DAYBOOK_AGENT_NAME));
    }

  g_ptr_array_sort (rows, compare_rows);
  return TRUE;
}

/* --- Answers ----------------------------------------------------------------------------- */

/* When the customer was told something first, or the case was closed; 0: not yet. -1 on error. */
static gint64
answered_at (Count             *count,
             const DaybookRow  *row,
             GError           **error)
{
  gint64 closed = daybook_row_int (row, DAYBOOK_CASE_CLOSED_AT);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (count->db,
    "SELECT min (at) FROM events WHERE \"case\" = :row AND kind IN (:call, :told) AND deleted = 0", error);
  gint64 told;

  if (statement == NULL)
    return -1;

  daybook_bind_int (statement, ":row", row->rowid);
  daybook_bind_int (statement, ":call", DAYBOOK_EVENT_CALL);
  daybook_bind_int (statement, ":told", DAYBOOK_EVENT_TOLD);
  if (!daybook_statement_next (statement, error))
    return -1;

  told = sqlite3_column_int64 (statement, 0);
  return told != 0 && closed != 0 ? MIN (told, closed) : MAX (told, closed);
}

static gboolean
count_answer (Count             *count,
              const DaybookRow  *row,
              GError           **error)
{
  const DaybookLimit *limit = daybook_limit_of (daybook_register_get_respond (count->definition), row);
  gint64 until = daybook_row_int (row, DAYBOOK_CASE_OPENED_AT) + limit->within;
  gint64 answered = answered_at (count, row, error);

  if (answered < 0)
    return FALSE;

  count->statistics->n_answered += answered != 0;
  if (limit->within == 0 || limit->hours != DAYBOOK_HOURS_ALWAYS || (answered == 0 && count->now <= until))
    return TRUE;

  count->statistics->n_timed++;
  count->statistics->n_in_time += answered != 0 && answered <= until;
  return TRUE;
}

/* --- All of them --------------------------------------------------------------------------- */

static GArray *
find_cases (Count   *count,
            GError **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (count->db,
    "SELECT rowid FROM cases WHERE register = :key AND opened_at >= :from AND deleted = 0 AND merged_into IS NULL", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":key", daybook_register_get_key (count->definition));
  daybook_bind_int (statement, ":from", g_array_index (count->begins, gint64, 0));
  return daybook_statement_keys (statement, error);
}

static gboolean
count_cases (Count         *count,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(GArray) cases = find_cases (count, error);

  for (guint i = 0; cases != NULL && i < cases->len; i++)
    {
      g_autoptr(DaybookRow) row = NULL;
      guint month;

      if (i % CASES_PER_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      row = daybook_row_load (count->db, count->table, g_array_index (cases, gint64, i), error);
      if (row == NULL || !count_answer (count, row, error))
        return FALSE;
      count->statistics->n_cases++;
      month = month_of (count, daybook_row_int (row, DAYBOOK_CASE_OPENED_AT));
      count_parts (count, row, month);
      if (count->statistics->ledger != NULL)
        count_complaint (count, row, month);
    }

  for (guint i = 0; i < count->statistics->parts->len; i++)
    g_ptr_array_sort (((DaybookStatisticsPart *) g_ptr_array_index (count->statistics->parts, i))->rows, compare_rows);
  return cases != NULL;
}

DaybookStatistics *
daybook_case_statistics_read (DaybookStore     *store,
                              const DaybookId  *viewer,
                              const char       *key,
                              guint             n_months,
                              GCancellable     *cancellable,
                              GError          **error)
{
  g_autoptr(DaybookReader) reader = daybook_reader_new (store, error);
  DaybookRegister *definition = reader != NULL ? daybook_reader_register (reader, key) : NULL;
  g_autoptr(DaybookStatistics) statistics = NULL;
  g_autoptr(GArray) begins = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));

  if (definition == NULL)
    {
      if (reader != NULL)
        g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                     _("There is no register “%s”. “daybookctl register list” shows which there are."), key);
      return NULL;
    }

  statistics = g_new0 (DaybookStatistics, 1);
  statistics->title = g_strdup (daybook_register_get_title (definition));
  statistics->months = g_ptr_array_new_with_free_func (g_free);
  statistics->parts = g_ptr_array_new_with_free_func (free_part);
  Count count = { statistics, definition, daybook_register_get_table (definition), reader->db, begins, fields, -1, -1,
                  daybook_store_get_now (store) };
  add_months (&count, daybook_store_get_zone (store), CLAMP (n_months, 1, DAYBOOK_STATISTICS_MOST_MONTHS));
  add_parts (&count);
  add_ledger (&count, reader, daybook_store_get_currency (store), viewer);
  if (!count_cases (&count, cancellable, error) || (statistics->ledger != NULL && !name_agents (&count, reader, error)))
    return NULL;

  return g_steal_pointer (&statistics);
}

gint64
daybook_statistics_ledger_sum (const DaybookStatistics    *self,
                               const DaybookStatisticsRow *agent,
                               guint                       month)
{
  return daybook_ledger_sum (self->ledger->first, agent->months[month], self->ledger->currency);
}

gint64
daybook_statistics_ledger_total (const DaybookStatistics    *self,
                                 const DaybookStatisticsRow *agent)
{
  gint64 total = 0;

  for (guint i = 0; i < self->months->len; i++)
    total += daybook_statistics_ledger_sum (self, agent, i);
  return total;
}

/* --- In a thread ------------------------------------------------------------------------------ */

typedef struct
{
  char     *key;
  guint     n_months;
  DaybookId viewer;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->key);
  g_free (job);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  DaybookStatistics *statistics = daybook_case_statistics_read (source, &job->viewer, job->key, job->n_months, cancellable, &error);

  if (statistics != NULL)
    g_task_return_pointer (task, statistics, (GDestroyNotify) daybook_case_statistics_free);
  else
    g_task_return_error (task, error);
}

void
daybook_case_statistics_read_async (DaybookStore        *store,
                                    const char          *key,
                                    guint                n_months,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->key = g_strdup (key);
  job->n_months = n_months;
  job->viewer = *daybook_store_get_agent (store);
  g_task_set_source_tag (task, daybook_case_statistics_read_async);
  g_task_set_task_data (task, job, free_job);
  daybook_task_run_in_thread (task, read_in_thread);
}

DaybookStatistics *
daybook_case_statistics_read_finish (DaybookStore  *store,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
