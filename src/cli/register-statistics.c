/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/register-statistics.h"

#include "cli/output.h"
#include "cli/print-list.h"

#include "core/ledger.h"
#include "core/money.h"
#include "exchange/statistics-file.h"

#include <glib/gi18n-lib.h>

#define MONTHS 12

/* --- Printing -------------------------------------------------------------------- */

static JsonArray *
rows_to_json (const DaybookStatistics *statistics,
              GPtrArray               *rows)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookStatisticsRow *row = g_ptr_array_index (rows, i);
      JsonObject *object = json_object_new ();
      JsonObject *months = json_object_new ();

      for (guint k = 0; k < statistics->months->len; k++)
        json_object_set_int_member (months, g_ptr_array_index (statistics->months, k), row->months[k]);
      daybook_json_set_text (object, "key", *row->key != '\0' ? row->key : NULL);
      json_object_set_string_member (object, "label", row->label);
      json_object_set_int_member (object, "total", row->total);
      json_object_set_object_member (object, "months", months);
      json_array_add_object_element (array, object);
    }
  return array;
}

/* {"first_minor","agents":[{"key","label","total","fine_minor","months":{"2026-11":{"complaints","fine_minor"}}}]} */
static JsonObject *
ledger_to_json (const DaybookStatistics *statistics)
{
  const DaybookStatisticsLedger *ledger = statistics->ledger;
  JsonObject *object = json_object_new ();
  JsonArray *agents = json_array_new ();

  for (guint i = 0; i < ledger->agents.rows->len; i++)
    {
      const DaybookStatisticsRow *row = g_ptr_array_index (ledger->agents.rows, i);
      JsonObject *agent = json_object_new ();
      JsonObject *months = json_object_new ();

      for (guint k = 0; k < statistics->months->len; k++)
        {
          JsonObject *month = json_object_new ();

          json_object_set_int_member (month, "complaints", row->months[k]);
          json_object_set_int_member (month, "fine_minor", daybook_statistics_ledger_sum (statistics, row, k));
          json_object_set_object_member (months, g_ptr_array_index (statistics->months, k), month);
        }
      json_object_set_string_member (agent, "key", row->key);
      json_object_set_string_member (agent, "label", row->label);
      json_object_set_int_member (agent, "total", row->total);
      json_object_set_int_member (agent, "fine_minor", daybook_statistics_ledger_total (statistics, row));
      json_object_set_object_member (agent, "months", months);
      json_array_add_object_element (agents, agent);
    }
  json_object_set_int_member (object, "first_minor", daybook_ledger_sum (ledger->first, 1, ledger->currency));
  json_object_set_array_member (object, "agents", agents);
  return object;
}

/* {"register","cases","answered","timed","in_time","counted":[{"by","rows":[…]}],"ledger":{…}} */
static void
print_json (const char              *key,
            const DaybookStatistics *statistics)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *counted = json_array_new ();

  json_object_set_string_member (object, "register", key);
  json_object_set_int_member (object, "cases", statistics->n_cases);
  json_object_set_int_member (object, "answered", statistics->n_answered);
  json_object_set_int_member (object, "timed", statistics->n_timed);
  json_object_set_int_member (object, "in_time", statistics->n_in_time);
  for (guint i = 0; i < statistics->parts->len; i++)
    {
      const DaybookStatisticsPart *part = g_ptr_array_index (statistics->parts, i);
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "by", part->name);
      json_object_set_array_member (one, "rows", rows_to_json (statistics, part->rows));
      json_array_add_object_element (counted, one);
    }
  json_object_set_array_member (object, "counted", counted);
  if (statistics->ledger != NULL)
    json_object_set_object_member (object, "ledger", ledger_to_json (statistics));
  else
    json_object_set_null_member (object, "ledger");
  daybook_print_json (object);
}

static DaybookTextTable *
new_table (const DaybookStatistics *statistics,
           const char              *heading)
{
  DaybookTextTable *table = daybook_print_new_table ();

  daybook_text_table_column (table, heading, DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Total"), DAYBOOK_ALIGN_RIGHT);
  for (guint i = 0; i < statistics->months->len; i++)
    daybook_text_table_column (table, g_ptr_array_index (statistics->months, i), DAYBOOK_ALIGN_RIGHT);
  return table;
}

/* The amounts of the ledger; how many complaints they are for stands in its part. */
static void
print_ledger (const DaybookStatistics *statistics)
{
  const DaybookStatisticsLedger *ledger = statistics->ledger;
  g_autoptr(DaybookTextTable) table = new_table (statistics, _("Ledger of Complaints"));

  for (guint i = 0; i < ledger->agents.rows->len; i++)
    {
      const DaybookStatisticsRow *row = g_ptr_array_index (ledger->agents.rows, i);
      g_autofree char *total = daybook_money_format (daybook_statistics_ledger_total (statistics, row), ledger->currency);

      daybook_text_table_row (table);
      daybook_text_table_cell (table, row->label);
      daybook_text_table_cell (table, total);
      for (guint k = 0; k < statistics->months->len; k++)
        {
          g_autofree char *fine = daybook_money_format (daybook_statistics_ledger_sum (statistics, row, k), ledger->currency);

          daybook_text_table_cell (table, fine);
        }
    }
  daybook_print_table (table);
}

static void
print_part (const DaybookStatistics     *statistics,
            const DaybookStatisticsPart *part)
{
  g_autoptr(DaybookTextTable) table = new_table (statistics, part->label);

  for (guint i = 0; i < part->rows->len; i++)
    {
      const DaybookStatisticsRow *row = g_ptr_array_index (part->rows, i);
      g_autofree char *total = g_strdup_printf ("%u", row->total);

      daybook_text_table_row (table);
      daybook_text_table_cell (table, row->label);
      daybook_text_table_cell (table, total);
      for (guint k = 0; k < statistics->months->len; k++)
        {
          g_autofree char *number = g_strdup_printf ("%u", row->months[k]);

          daybook_text_table_cell (table, number);
        }
    }
  daybook_print_table (table);
}

static void
print_text (const DaybookStatistics *statistics)
{
  daybook_print (_("%s: %u cases, %u answered; of %u that could be timed %u in time.\n"), statistics->title, statistics->n_cases,
                 statistics->n_answered, statistics->n_timed, statistics->n_in_time);
  for (guint i = 0; i < statistics->parts->len; i++)
    {
      daybook_print ("\n");
      print_part (statistics, g_ptr_array_index (statistics->parts, i));
    }
  if (statistics->ledger != NULL && statistics->ledger->agents.rows->len > 0)
    {
      daybook_print ("\n");
      print_part (statistics, &statistics->ledger->agents);
      daybook_print ("\n");
      print_ledger (statistics);
    }
}

/* --- Writing ------------------------------------------------------------------------ */

static gboolean
write_file (DaybookCli               *cli,
            const char               *key,
            const DaybookStatistics  *statistics,
            const char               *path,
            GError                  **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr(JsonObject) object = json_object_new ();
  DaybookExportFormat format;

  if (!daybook_export_format_find (path, &format) || format == DAYBOOK_EXPORT_JSON)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("--to names a file that ends with .xlsx or .csv."));
      return FALSE;
    }
  if (!daybook_statistics_write (cli->store, statistics, path, format, error))
    return FALSE;

  json_object_set_string_member (object, "register", key);
  json_object_set_string_member (object, "file", shown);
  if (daybook_cli_is_json (cli))
    daybook_print_json (object);
  else
    daybook_print (_("The statistics of “%s” are in %s.\n"), statistics->title, shown);
  return TRUE;
}

gboolean
daybook_register_run_statistics (DaybookCli  *cli,
                                 char       **arguments,
                                 GError     **error)
{
  g_autofree char *to = NULL;
  int n_months = MONTHS;
  const GOptionEntry entries[] = {
    { "months", 0, 0, G_OPTION_ARG_INT, &n_months, N_("Of so many months (12)"), N_("N") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("Into this file, not on the terminal"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  g_autoptr(DaybookStatistics) statistics = NULL;
  const DaybookId *viewer;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;
  if (n_months < 1 || n_months > DAYBOOK_STATISTICS_MOST_MONTHS)
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("--months is a number from 1 to %d."), DAYBOOK_STATISTICS_MOST_MONTHS);
      return FALSE;
    }

  /* Where nobody has said who asks, it may be anybody. */
  viewer = daybook_cli_check_known (cli, NULL) ? daybook_store_get_agent (cli->store) : NULL;
  statistics = daybook_case_statistics_read (cli->store, viewer, words[0], (guint) n_months, NULL, error);
  if (statistics == NULL)
    return FALSE;
  if (to != NULL)
    return write_file (cli, words[0], statistics, to, error);

  if (daybook_cli_is_json (cli))
    print_json (words[0], statistics);
  else
    print_text (statistics);
  return TRUE;
}
