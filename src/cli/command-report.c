/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/find-row.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/print-list.h"
#include "cli/print-report.h"
#include "core/customer.h"
#include "core/mask.h"
#include "core/moment.h"
#include "core/shop.h"
#include "exchange/report-commission.h"
#include "exchange/report-file.h"
#include "exchange/report-quality.h"
#include "exchange/report-value.h"
#include "store/customer-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MONTHS 12

/* What each report takes beside its own words. */
typedef struct
{
  char  *path;  /* --to, or NULL */
  gint64 limit; /* --limit */
} Answer;

#define ANSWER_INIT { NULL, DAYBOOK_LIST_LIMIT }
#define ANSWER_OPTIONS(answer) \
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &(answer).path, N_("Into this file (.pdf, .html, .xlsx, .csv, .json)"), N_("FILE") }, \
  { "limit", 0, 0, G_OPTION_ARG_INT64, &(answer).limit, N_("At most so many ids behind a figure (100; 0 is all)"), N_("N") }

static void
clear_answer (Answer *answer)
{
  g_free (answer->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, clear_answer)

/* --- Answers -------------------------------------------------------------------------------- */

static guint
count_rows (const DaybookReport *report)
{
  guint n = 0;

  for (guint i = 0; i < report->parts->len; i++)
    n += ((const DaybookReportPart *) g_ptr_array_index (report->parts, i))->rows->len;
  return n;
}

/* As other exports answer: how many rows, and where. */
static gboolean
write_file (DaybookCli           *cli,
            const DaybookReport  *report,
            const char           *path,
            GError              **error)
{
  if (!daybook_cli_check_known (cli, error) || !daybook_report_save (report, cli->store, path, error))
    return FALSE;

  if (daybook_cli_is_json (cli))
    {
      g_autoptr(JsonObject) object = json_object_new ();

      json_object_set_int_member (object, "rows", count_rows (report));
      json_object_set_string_member (object, "file", path);
      daybook_print_json (object);
    }
  else
    daybook_print ("%s\n", path);
  return TRUE;
}

static gboolean
answer_with (DaybookCli           *cli,
             const DaybookReport  *report,
             const Answer         *answer,
             GError              **error)
{
  g_autoptr(JsonObject) object = NULL;

  if (answer->path != NULL)
    return write_file (cli, report, answer->path, error);
  if (!daybook_cli_is_json (cli))
    {
      daybook_print_report (report);
      return TRUE;
    }

  object = daybook_report_to_json (report, daybook_store_get_reader (cli->store), (guint) answer->limit, error);
  if (object == NULL)
    return FALSE;
  daybook_print_json (object);
  return TRUE;
}

static gboolean
check_answer (const Answer *answer,
              GError      **error)
{
  if (answer->limit >= 0 && answer->limit <= G_MAXUINT)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("--limit is a number from 0 on."));
  return FALSE;
}

/* --- value ------------------------------------------------------------------------------------- */

static gboolean
run_value (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  g_auto(Answer) answer = ANSWER_INIT;
  int months = MONTHS;
  const GOptionEntry entries[] = {
    { "months", 0, 0, G_OPTION_ARG_INT, &months, N_("The last so many months, with this one (12)"), N_("N") },
    ANSWER_OPTIONS (answer),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(DaybookInterrupt) interrupt = words != NULL ? daybook_interrupt_new () : NULL;
  g_autoptr(DaybookCustomerValue) value = NULL;
  g_autoptr(DaybookReport) report = NULL;

  if (words == NULL || !check_answer (&answer, error))
    return FALSE;
  if (months < 1 || months > DAYBOOK_VALUE_MOST_MONTHS)
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("--months is a number from 1 to %d."), DAYBOOK_VALUE_MOST_MONTHS);
      return FALSE;
    }
  if (daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  value = daybook_customer_value_read (cli->store, (guint) months, daybook_interrupt_show_progress, interrupt,
                                       daybook_interrupt_get_cancellable (interrupt), error);
  if (value == NULL)
    return FALSE;
  report = daybook_report_of_value (value);
  return answer_with (cli, report, &answer, error);
}

/* --- commission ---------------------------------------------------------------------------------- */

/* "2026-11" is its first day. */
static gboolean
read_month (DaybookCli  *cli,
            const char  *word,
            gint64      *moment,
            GError     **error)
{
  g_autofree char *day = NULL;

  if (word == NULL)
    {
      *moment = daybook_store_get_now (cli->store);
      return TRUE;
    }

  day = strlen (word) == strlen ("2026-11") ? g_strconcat (word, "-01", NULL) : g_strdup (word);
  if (daybook_moment_parse (day, daybook_store_get_zone (cli->store), moment, NULL))
    return TRUE;

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is no month; write it like 2026-11."), word);
  return FALSE;
}

static gboolean
run_commission (DaybookCli  *cli,
                char       **arguments,
                GError     **error)
{
  g_auto(Answer) answer = ANSWER_INIT;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_("In this month (2026-11), else in the present one"), N_("DATE") },
    ANSWER_OPTIONS (answer),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(DaybookCommission) commission = NULL;
  g_autoptr(DaybookReport) report = NULL;
  gint64 moment;

  if (words == NULL || !check_answer (&answer, error) || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL
      || !daybook_cli_check_known (cli, error) || !read_month (cli, date, &moment, error))
    return FALSE;

  commission = daybook_commission_read (cli->store, daybook_store_get_agent (cli->store), moment, NULL, error);
  if (commission == NULL)
    return FALSE;
  report = daybook_report_of_commission (commission, daybook_store_get_reader (cli->store), daybook_store_get_zone (cli->store),
                                         daybook_store_get_currency (cli->store), error);
  return report != NULL && answer_with (cli, report, &answer, error);
}

/* --- quality ---------------------------------------------------------------------------------------- */

static const DaybookTable *
find_subject (DaybookCli  *cli,
              const char  *word,
              GError     **error)
{
  const DaybookTable *table = daybook_find_table (cli, word, error);

  if (table == NULL || table == &daybook_products || table == &daybook_customers)
    return table;

  g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Products and customers have a quality record."));
  return NULL;
}

static gboolean
run_quality (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  g_auto(Answer) answer = ANSWER_INIT;
  const GOptionEntry entries[] = {
    ANSWER_OPTIONS (answer),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 2, 2, error);
  const DaybookTable *table = words != NULL && check_answer (&answer, error) ? find_subject (cli, words[0], error) : NULL;
  g_autoptr(DaybookRow) row = NULL;
  g_autoptr(DaybookQuality) quality = NULL;
  g_autoptr(DaybookReport) report = NULL;
  g_autofree char *name = NULL;

  if (table == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  row = daybook_find_row (cli->store, table, words[1], error);
  quality = row != NULL ? daybook_quality_read (cli->store, table, row->rowid, NULL, error) : NULL;
  if (quality == NULL)
    return FALSE;

  name = daybook_mask (table->fields[table->title].mask, daybook_row_text (row, (guint) table->title));
  report = daybook_report_of_quality (quality, name, daybook_store_get_currency (cli->store));
  return answer_with (cli, report, &answer, error);
}

static gboolean
run_report (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "value", run_value },
    { "commission", run_commission },
    { "quality", run_quality },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_report = {
  "report", "value [--months N] | commission [--date DATE] | quality KIND ID [--limit N] [--to FILE]",
  N_("Count customers’ value, orders by agent, or what became of goods, into a file too"),
  DAYBOOK_WORDS_FILES,
  run_report,
};
