/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/disclosure-words.h"
#include "cli/find-row.h"
#include "cli/interrupt.h"
#include "cli/looks.h"
#include "cli/output.h"
#include "cli/print-list.h"
#include "cli/read-query.h"

#include "exchange/derived.h"
#include "exchange/export.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

/* What was asked for, word by word. */
typedef struct
{
  char                *to;
  char                *where;
  char                *sort;
  char                *columns;
  DaybookDisclosureWords disclosure;
  const char          *view;   /* its name, where one is exported */
  DaybookExportFormat  format;
} Request;

static void
clear_request (Request *request)
{
  g_free (request->to);
  g_free (request->where);
  g_free (request->sort);
  g_free (request->columns);
  daybook_disclosure_words_clear (&request->disclosure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, clear_request)

static gboolean
read_target (Request  *request,
             GError  **error)
{
  if (request->to != NULL && daybook_export_format_find (request->to, &request->format))
    return TRUE;

  g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                       _("Say with --to which file to write: its name ends with .csv, .xlsx or .json."));
  return FALSE;
}

/* A kind, else a view. */
static DaybookQuery *
begin_query (DaybookCli  *cli,
             Request     *request,
             const char  *word,
             GError     **error)
{
  const DaybookTable *table = daybook_reader_table (daybook_store_get_reader (cli->store), word);

  if (table != NULL)
    return daybook_query_new (table);

  request->view = word;
  return daybook_read_view (cli, word, error);
}

static gboolean
set_columns (DaybookExport       *export,
             const DaybookTable  *table,
             const char          *columns,
             GError             **error)
{
  g_autoptr(GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto(GStrv) names = columns != NULL ? g_strsplit (columns, ",", -1) : NULL;

  if (names == NULL)
    return TRUE;

  for (char **name = names; *name != NULL; name++)
    {
      int column = daybook_derived_find (table, g_strstrip (*name));

      if (column < 0 && daybook_find_field (table, *name, error) < 0)
        return FALSE;
      g_array_append_val (fields, column);
    }

  daybook_export_set_columns (export, &g_array_index (fields, guint, 0), fields->len);
  return TRUE;
}

static void
answer (DaybookCli *cli,
        const char *path,
        gint64      n_rows,
        guint       n_left_out)
{
  g_autofree char *file = g_filename_display_name (path);
  g_autoptr(JsonObject) object = json_object_new ();

  if (!daybook_cli_is_json (cli))
    {
      daybook_print (ngettext ("%lld row exported: %s\n", "%lld rows exported: %s\n", (gulong) n_rows),
                     (long long) n_rows, file);
      daybook_disclosure_tell_left_out (cli, object, n_left_out);
      return;
    }

  json_object_set_int_member (object, "rows", n_rows);
  json_object_set_string_member (object, "file", file);
  daybook_disclosure_tell_left_out (cli, object, n_left_out);
  daybook_print_json (object);
}

static gboolean
export_query (DaybookCli          *cli,
              Request             *request,
              const DaybookQuery  *query,
              const DaybookDisclosure *disclosure,
              DaybookInterrupt    *interrupt,
              GError             **error)
{
  g_autoptr(DaybookExport) export = daybook_export_new (cli->store, query, request->to, request->format);
  gint64 n_rows;

  if (!set_columns (export, query->table, request->columns, error) || !daybook_cli_log_query (cli, query, error))
    return FALSE;

  if (request->view != NULL)
    daybook_export_set_title (export, request->view);
  if (disclosure != NULL)
    daybook_export_disclose (export, disclosure);
  n_rows = daybook_export_run (export, daybook_interrupt_show_progress, interrupt,
                               daybook_interrupt_get_cancellable (interrupt), error);
  if (n_rows < 0)
    return FALSE;

  answer (cli, request->to, n_rows, daybook_export_get_n_left_out (export));
  return TRUE;
}

static gboolean
run_export (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_auto(Request) request = { 0 };
  g_autoptr(DaybookInterrupt) interrupt = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &request.to, N_("Into this file: a .csv, .xlsx or .json"), N_("FILE") },
    { "where", 0, 0, G_OPTION_ARG_FILENAME, &request.where, N_("Only rows for which this holds"), N_("EXPR") },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &request.sort, N_("In the order of this field; - before it turns it round"), N_("[-]FIELD") },
    { "columns", 0, 0, G_OPTION_ARG_FILENAME, &request.columns, N_("Only these fields, in this order"), N_("FIELD,…") },
    DAYBOOK_DISCLOSURE_OPTIONS (request.disclosure),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  g_autoptr(DaybookDisclosure) disclosure = NULL;

  if (words == NULL || !read_target (&request, error)
      || !daybook_disclosure_words_read (&request.disclosure, cli, &disclosure, error))
    return FALSE;

  interrupt = daybook_interrupt_new ();
  if (daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_lead (cli, error)
      || !daybook_cli_check_unmasked (cli, error))
    return FALSE;

  g_autoptr(DaybookQuery) query = begin_query (cli, &request, words[0], error);

  return query != NULL &&
         daybook_read_where (cli, query, request.where, error) &&
         daybook_read_sort (query, request.sort, error) &&
         (export_query (cli, &request, query, disclosure, interrupt, error) || daybook_blame_words (error));
}

const DaybookCommand daybook_command_export = {
  "export", "KIND|VIEW --to FILE [--where EXPR] [--sort [-]FIELD] [--columns FIELD,…]"
  " [--unmasked --basis BASIS [--reason TEXT] [--recipient WHO]]",
  N_("Write a list into a file for spreadsheet programs, or as JSON"),
  DAYBOOK_WORDS_FILES,
  run_export,
};
