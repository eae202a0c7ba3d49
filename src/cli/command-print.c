/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/disclosure-words.h"
#include "cli/find-row.h"
#include "cli/interrupt.h"
#include "cli/looks.h"
#include "cli/output.h"
#include "cli/read-query.h"

#include "core/aftersale.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/review.h"
#include "core/shop.h"
#include "exchange/derived.h"
#include "exchange/export.h"
#include "exchange/print.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

/* What was asked for, word by word. */
typedef struct
{
  char *out;
  char *paper;
  char *view;
  char *where;
  char *sort;
  char *columns;
  DaybookDisclosureWords disclosure;
  DaybookDisclosure *disclosed; /* what was said with it; NULL: masked */
} Request;

static void
clear_request (Request *request)
{
  g_free (request->out);
  g_free (request->paper);
  g_free (request->view);
  g_free (request->where);
  g_free (request->sort);
  g_free (request->columns);
  daybook_disclosure_words_clear (&request->disclosure);
  g_clear_pointer (&request->disclosed, daybook_disclosure_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, clear_request)

static gboolean
check_target (const Request  *request,
              GError        **error)
{
  g_autofree char *lower = request->out != NULL ? g_ascii_strdown (request->out, -1) : NULL;

  if (request->paper != NULL && g_ascii_strcasecmp (request->paper, "A4") != 0)
    g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                 _("There is no paper “%s” here: it is A4, which printers fit to their own."), request->paper);
  else if (lower == NULL || !g_str_has_suffix (lower, ".pdf"))
    g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                         _("Say with --out which file to write: its name ends with .pdf."));
  else
    return TRUE;

  return FALSE;
}

/* "3 pages: case.pdf" */
static void
answer (DaybookCli *cli,
        const char *path,
        guint       n_pages,
        guint       n_left_out)
{
  g_autofree char *file = g_filename_display_name (path);
  g_autoptr(JsonObject) object = json_object_new ();

  if (!daybook_cli_is_json (cli))
    {
      daybook_print (ngettext ("%u page printed: %s\n", "%u pages printed: %s\n", n_pages), n_pages, file);
      daybook_disclosure_tell_left_out (cli, object, n_left_out);
      return;
    }

  json_object_set_int_member (object, "pages", n_pages);
  json_object_set_string_member (object, "file", file);
  daybook_disclosure_tell_left_out (cli, object, n_left_out);
  daybook_print_json (object);
}

static gboolean
save (DaybookCli     *cli,
      const Request  *request,
      DaybookPrint   *print,
      GError        **error)
{
  g_autoptr(DaybookPaper) paper = NULL;

  daybook_print_set_path (print, request->out);
  paper = daybook_print_run (print, error);
  if (paper != NULL)
    answer (cli, request->out, daybook_paper_get_n_pages (paper), 0);
  return paper != NULL;
}

/* Reads the words behind the verb; `more` are options of its own, or NULL. */
static char **
read_words (DaybookCli          *cli,
            Request             *request,
            char               **arguments,
            const GOptionEntry  *more,
            GError             **error)
{
  g_autoptr(GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  const GOptionEntry both[] = {
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &request->out, N_("Into this file: a .pdf"), N_("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &request->paper, N_("On paper of this size: A4"), N_("SIZE") },
  };
  g_auto(GStrv) words = NULL;

  g_array_append_vals (entries, both, G_N_ELEMENTS (both));
  for (; more != NULL && more->long_name != NULL; more++)
    g_array_append_val (entries, *more);
  words = daybook_cli_parse (cli, (const GOptionEntry *) (gconstpointer) entries->data, arguments, 1, 1, error);
  return words != NULL && check_target (request, error) ? g_steal_pointer (&words) : NULL;
}

/* --- One case, one form ------------------------------------------------------------- */

static gboolean
print_case (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_auto(Request) request = { 0 };
  const GOptionEntry entries[] = { DAYBOOK_DISCLOSURE_OPTIONS (request.disclosure), G_OPTION_ENTRY_NULL };
  g_auto(GStrv) words = read_words (cli, &request, arguments, entries, error);
  g_autoptr(DaybookRow) row = NULL;
  g_autoptr(DaybookPrint) print = NULL;

  if (words == NULL || !daybook_disclosure_words_read (&request.disclosure, cli, &request.disclosed, error)
      || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_unmasked (cli, error))
    return FALSE;

  row = daybook_find_row (cli->store, &daybook_cases, words[0], error);
  if (row == NULL)
    return FALSE;

  print = daybook_print_new_case (cli->store, &row->id);
  if (request.disclosed != NULL)
    daybook_print_disclose (print, request.disclosed);
  return save (cli, &request, print, error);
}

static gboolean
print_form (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_auto(Request) request = { 0 };
  g_auto(GStrv) words = read_words (cli, &request, arguments, NULL, error);
  g_autoptr(DaybookPrint) print = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  print = daybook_print_new_form (cli->store, words[0]);
  return save (cli, &request, print, error);
}

/* --- A list --------------------------------------------------------------------------- */

/* What a sheet of paper has room for: as much as the window shows at first. */
static const struct
{
  const DaybookTable *table;
  const char         *columns;
} SHOWN[] = {
  { &daybook_orders, "number,stage,flag,paid,created,title,receiver,agent" },
  { &daybook_customers, "name,account,orders,last_order,paid" },
  { &daybook_products, "title,number,sku,on_hand,platform" },
  { &daybook_aftersales, "number,stage,kind,amount,deadline,asked_at,order_number,reason" },
  { &daybook_reviews, "stars,words,written_at,buyer,product,order_number" },
  { &daybook_cases, "number,stage,subject,order,customer,handler,opened_at" },
};

/* (transfer full) NULL: this list has none of its own. */
static char *
columns_of (DaybookCli         *cli,
            const DaybookTable *table)
{
  DaybookRegister *definition = table->base == &daybook_cases ? daybook_reader_register (daybook_store_get_reader (cli->store), table->part)
                                                              : NULL;

  if (definition != NULL)
    return g_strjoinv (",", (char **) daybook_register_get_columns (definition));
  for (guint i = 0; i < G_N_ELEMENTS (SHOWN); i++)
    if (SHOWN[i].table == table)
      return g_strdup (SHOWN[i].columns);

  return NULL;
}

/* Errors: DAYBOOK_CLI_ERROR_USAGE. */
static gboolean
set_columns (DaybookCli          *cli,
             DaybookExport       *export,
             const DaybookTable  *table,
             const char          *asked,
             GError             **error)
{
  g_autofree char *columns = asked != NULL ? g_strdup (asked) : columns_of (cli, table);
  g_auto(GStrv) names = columns != NULL ? g_strsplit (columns, ",", -1) : NULL;
  g_autoptr(GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      int column = daybook_derived_find (table, g_strstrip (names[i]));

      if (column >= 0)
        g_array_append_val (fields, column);
      else if (asked != NULL && daybook_find_field (table, names[i], error) < 0)
        return FALSE;
    }

  if (fields->len > 0)
    daybook_export_set_columns (export, &g_array_index (fields, guint, 0), fields->len);
  return TRUE;
}

static gboolean
print_query (DaybookCli          *cli,
             const Request       *request,
             const DaybookQuery  *query,
             DaybookInterrupt    *interrupt,
             GError             **error)
{
  g_autoptr(DaybookExport) export = daybook_export_new (cli->store, query, request->out, DAYBOOK_EXPORT_PDF);
  g_autoptr(DaybookPaper) paper = NULL;

  if (!set_columns (cli, export, query->table, request->columns, error) || !daybook_cli_log_query (cli, query, error))
    return FALSE;

  if (request->view != NULL)
    daybook_export_set_title (export, request->view);
  if (request->disclosed != NULL)
    daybook_export_disclose (export, request->disclosed);
  if (daybook_export_run (export, daybook_interrupt_show_progress, interrupt,
                          daybook_interrupt_get_cancellable (interrupt), error) < 0)
    return FALSE;

  paper = daybook_export_take_paper (export);
  answer (cli, request->out, daybook_paper_get_n_pages (paper), daybook_export_get_n_left_out (export));
  return TRUE;
}

static gboolean
print_list (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_auto(Request) request = { 0 };
  g_autoptr(DaybookInterrupt) interrupt = NULL;
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &request.view, N_("Only what this saved view shows"), N_("NAME") },
    { "where", 0, 0, G_OPTION_ARG_FILENAME, &request.where, N_("Only rows for which this holds"), N_("EXPR") },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &request.sort, N_("In the order of this field; - before it turns it round"), N_("[-]FIELD") },
    { "columns", 0, 0, G_OPTION_ARG_FILENAME, &request.columns, N_("Only these fields, in this order"), N_("FIELD,…") },
    DAYBOOK_DISCLOSURE_OPTIONS (request.disclosure),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = read_words (cli, &request, arguments, entries, error);
  const DaybookTable *table;

  if (words == NULL || !daybook_disclosure_words_read (&request.disclosure, cli, &request.disclosed, error))
    return FALSE;

  /* Before the book is opened: its threads are not to be interrupted. */
  interrupt = daybook_interrupt_new ();
  table = daybook_find_table (cli, words[0], error);
  if (table == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_lead (cli, error)
      || !daybook_cli_check_reader_of (cli, table, error) || !daybook_cli_check_unmasked (cli, error))
    return FALSE;

  g_autoptr(DaybookQuery) query = daybook_read_list (cli, table, request.view, request.where, request.sort, error);

  return query != NULL && (print_query (cli, &request, query, interrupt, error) || daybook_blame_words (error));
}

/* --- The command ------------------------------------------------------------------------ */

static gboolean
run_print (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "case", print_case },
    { "form", print_form },
    { "list", print_list },
    { NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_print = {
  "print", "case NUMBER --out FILE | form REGISTER --out FILE | list KIND --out FILE [--view NAME] [--where EXPR] [--sort [-]FIELD] [--columns FIELD,…]"
  " [--unmasked --basis BASIS [--reason TEXT] [--recipient WHO]]",
  N_("Print a case, a blank form of a register, or a list, as PDF"),
  DAYBOOK_WORDS_FILES,
  run_print,
};
