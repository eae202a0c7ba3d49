/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/input.h"
#include "cli/interrupt.h"
#include "cli/passphrase.h"
#include "cli/print-act.h"
#include "cli/print-problems.h"
#include "cli/print-sums.h"
#include "cli/read-paste.h"

#include "core/json.h"
#include "core/moment.h"
#include "core/shop.h"
#include "exchange/born-words.h"
#include "exchange/import.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* So many imports of others may come in while one is read. */
#define READINGS_MAX 100
/* So often a passphrase may be mistyped. */
#define TRIES_MAX 3

/* What was asked for, of every file alike. */
typedef struct
{
  DaybookCli       *cli;
  DaybookInterrupt *interrupt;
  char             *platform;
  char             *shop_name;
  char             *mapping_file;
  char             *as_of_text;
  gint64            as_of; /* UTC seconds; 0: as the file says */
  gboolean          dry_run;
  gboolean          reviews; /* the files are texts of reviews that were copied from a page */
  DaybookMapping   *mapping;
  char             *passphrase; /* of the archives; NULL: none is known */
  gboolean          is_given;   /* ... through a descriptor: there is no other */
  DaybookId         shop;
  gboolean          is_new_shop; /* it is opened with the first file that is taken */
  guint             n_left_out; /* lines of the text at hand that are of no review */
} Request;

static void
clear_request (Request *request)
{
  g_free (request->platform);
  g_free (request->shop_name);
  g_free (request->mapping_file);
  g_free (request->as_of_text);
  g_clear_pointer (&request->mapping, daybook_mapping_unref);
  g_clear_pointer (&request->passphrase, daybook_passphrase_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, clear_request)

/* --- The shop ----------------------------------------------------------- */

static DaybookOutcome *
open_shop (Request  *request,
           GError  **error)
{
  DaybookStore *store = request->cli->store;
  g_autoptr(DaybookRow) first = daybook_reader_find (daybook_store_get_reader (store), &daybook_shops, daybook_store_get_shop (store), error);
  g_autofree char *title = g_strdup_printf (_("Shop “%s” opened"), request->shop_name);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (request->cli, title);

  if (first == NULL)
    return NULL;

  daybook_shop_open (edit, first, &request->shop, request->shop_name);
  return daybook_store_commit (store, edit, error);
}

/* The shop that --shop names, or an id for one that nobody knows. */
static gboolean
choose_shop (Request  *request,
             GError  **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(DaybookRow) shop = NULL;

  if (request->shop_name == NULL)
    {
      request->shop = *daybook_store_get_shop (request->cli->store);
      return TRUE;
    }

  shop = daybook_find_row_in_use (request->cli->store, &daybook_shops, request->shop_name, &local_error);
  if (shop != NULL)
    {
      request->shop = shop->id;
      return TRUE;
    }

  if (!g_error_matches (local_error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  daybook_id_random (&request->shop);
  request->is_new_shop = TRUE;
  return TRUE;
}

/* --- The answer --------------------------------------------------------- */

static GPtrArray *
read_problems (gpointer   data,
               guint      from,
               guint      limit,
               GError   **error)
{
  return daybook_staging_problems (daybook_import_get_staging (data), from, limit, error);
}

/* {"refund": 5, "return": 7}; a file of which no cases are born has none. */
static void
set_cases (JsonObject    *object,
           DaybookImport *import)
{
  GPtrArray *born = daybook_staging_get_born (daybook_import_get_staging (import));
  JsonObject *cases;

  if (born == NULL)
    return;

  cases = json_object_new ();
  for (guint i = 0; i < born->len; i++)
    {
      const DaybookBornOf *one = g_ptr_array_index (born, i);

      if (one->n > 0)
        json_object_set_int_member (cases, daybook_register_get_key (one->definition), one->n);
    }
  json_object_set_object_member (object, "cases", cases);
}

static gboolean
print_json (Request               *request,
            DaybookImport         *import,
            const DaybookOutcome  *outcome,
            GError               **error)
{
  const DaybookStagingCounts *counts = daybook_import_get_counts (import);
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *problems = daybook_problems_to_json (read_problems, import, error);

  if (problems == NULL)
    return FALSE;

  daybook_json_set_text (object, "file", daybook_import_get_file (import));
  daybook_json_set_text (object, "platform", daybook_import_get_platform (import));
  daybook_json_set_text (object, "kind", daybook_import_get_kind (import));
  daybook_json_set_text (object, "encoding", daybook_import_get_encoding (import));
  daybook_json_set_moment (object, "as_of", request->cli, daybook_import_get_as_of (import));
  json_object_set_int_member (object, "rows", (gint64) counts->rows);
  json_object_set_int_member (object, "new", (gint64) counts->n_new);
  json_object_set_int_member (object, "updated", (gint64) counts->n_updated);
  json_object_set_int_member (object, "same", (gint64) counts->n_same);
  json_object_set_int_member (object, "older", (gint64) counts->n_older);
  if (request->reviews)
    json_object_set_int_member (object, "left_out", request->n_left_out);
  set_cases (object, import);
  json_object_set_array_member (object, "errors", problems);
  json_object_set_member (object, "sums", daybook_json_read (daybook_import_get_sums (import), -1, NULL));
  daybook_json_set_id (object, "act", outcome != NULL ? &outcome->act : NULL);
  daybook_print_json (object);
  return TRUE;
}

/* Exports that do not say when they were made are often taken for older than they are. */
static void
print_older (Request       *request,
             DaybookImport *import)
{
  guint64 n = daybook_import_get_counts (import)->n_older;
  g_autofree char *as_of = daybook_moment_to_iso (daybook_import_get_as_of (import), daybook_store_get_zone (request->cli->store));

  if (n == 0)
    return;

  daybook_print (g_dngettext (GETTEXT_PACKAGE,
                              "%llu is in the book from a later file: what this one says otherwise was left out.\n",
                              "%llu are in the book from a later file: what this one says otherwise was left out.\n",
                              (gulong) n), (unsigned long long) n);
  daybook_print (_("It counts as of %s. If it was exported later, say when with --as-of.\n"), as_of);
}

static void
print_left_out (Request *request)
{
  if (request->n_left_out > 0)
    daybook_print (g_dngettext (GETTEXT_PACKAGE, "%u line is of no review and was left out.\n",
                                "%u lines are of no review and were left out.\n", request->n_left_out), request->n_left_out);
}

static void
print_cases (Request       *request,
             DaybookImport *import)
{
  g_autofree char *text = daybook_born_describe (daybook_staging_get_born (daybook_import_get_staging (import)),
                                                 request->dry_run ? DAYBOOK_BORN_AHEAD : DAYBOOK_BORN_PAST);

  if (text != NULL)
    daybook_print ("%s\n", text);
}

static gboolean
print_text (Request        *request,
            DaybookImport  *import,
            GError        **error)
{
  const DaybookStagingCounts *counts = daybook_import_get_counts (import);
  g_autofree char *file = daybook_text_clean (daybook_import_get_file (import));

  daybook_print ("%s: %s, %s, %s\n", file, daybook_import_get_platform (import),
                 daybook_import_get_kind (import), daybook_import_get_encoding (import));
  daybook_print (_("new %llu · updated %llu · same %llu · with problems %llu\n"), (unsigned long long) counts->n_new,
                 (unsigned long long) counts->n_updated, (unsigned long long) counts->n_same, (unsigned long long) counts->n_problems);
  print_older (request, import);
  print_left_out (request);
  print_cases (request, import);
  daybook_print_sums (request->cli, daybook_import_get_kind (import), daybook_import_get_sums (import));
  if (request->dry_run)
    daybook_print ("%s\n", _("Nothing was imported: this was a dry run."));
  return daybook_print_problems (read_problems, import, error);
}

/* What is wrong with the file, and where this command has an answer to it. */
static char *
explain_refusal (DaybookImport *import,
                 const GError  *error)
{
  g_autofree char *sentence = daybook_text_clean (error->message);

  if (import == NULL || daybook_import_get_unknown (import) == NULL)
    return g_steal_pointer (&sentence);

  return g_strconcat (sentence, " ", _("On the command line --mapping says it."), NULL);
}

/* What people read for its name. */
static char *
name_text (const char *path)
{
  return g_str_equal (path, DAYBOOK_STANDARD_INPUT) ? g_strdup (daybook_pasted_name ()) : g_filename_display_basename (path);
}

/* A file that cannot be imported is an answer too: the others go on. `import`: NULL where there
 * was nothing to read. */
static void
print_refused (Request       *request,
               const char    *path,
               DaybookImport *import,
               const GError  *error)
{
  g_autofree char *file = name_text (path);
  g_autofree char *sentence = explain_refusal (import, error);

  if (daybook_cli_is_json (request->cli))
    {
      g_autoptr(JsonObject) object = json_object_new ();

      json_object_set_string_member (object, "file", file);
      json_object_set_string_member (object, "error", sentence);
      daybook_print_json (object);
    }

  g_autofree char *shown = daybook_text_clean (file);
  fprintf (stderr, "daybookctl: %s: %s\n", shown, sentence);
}

/* --- One file ----------------------------------------------------------- */

/* Asks for the passphrase of a file that needs one, or another. FALSE with the
 * error as it should be said. */
static gboolean
ask_passphrase (Request        *request,
                DaybookImport  *import,
                guint          *n_tries,
                GError        **error)
{
  g_autofree char *file = daybook_text_clean (daybook_import_get_file (import));
  g_autofree char *sentence = NULL;
  g_autofree char *question = NULL;

  if (!g_error_matches (*error, DAYBOOK_ERROR, DAYBOOK_ERROR_PASSPHRASE) || request->is_given || ++*n_tries > TRIES_MAX)
    return FALSE;

  sentence = daybook_text_clean ((*error)->message);
  /* Translators: a sentence that says why, and the name of a file */
  question = g_strdup_printf (_("%s Password of “%s”:"), sentence, file);
  g_clear_error (error);
  g_clear_pointer (&request->passphrase, daybook_passphrase_free);
  request->passphrase = daybook_passphrase_ask (question, daybook_interrupt_get_cancellable (request->interrupt), error);
  return request->passphrase != NULL;
}

static gboolean
read_staged (Request        *request,
             DaybookImport  *import,
             GError        **error)
{
  GError *local = NULL;
  guint n_tries = 0;

  do
    {
      daybook_import_set_passphrase (import, request->passphrase);
      if (daybook_import_prepare (import, daybook_interrupt_show_progress, request->interrupt,
                                  daybook_interrupt_get_cancellable (request->interrupt), &local))
        return TRUE;
    }
  while (ask_passphrase (request, import, &n_tries, &local));

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
prepare (Request        *request,
         DaybookImport  *import,
         GError        **error)
{
  if (request->platform != NULL)
    daybook_import_set_platform (import, request->platform);
  if (request->mapping != NULL)
    daybook_import_set_mapping (import, request->mapping);
  daybook_import_set_shop (import, &request->shop);

  if (!read_staged (request, import, error))
    return FALSE;

  if (request->as_of != 0)
    daybook_import_set_as_of (import, request->as_of);
  return TRUE;
}

/* Whether another import came in between: the file is then held against the book anew. */
static gboolean
must_read_again (guint    *n_readings,
                 GError  **error)
{
  if (!g_error_matches (*error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT) || ++*n_readings >= READINGS_MAX)
    return FALSE;

  g_clear_error (error);
  return TRUE;
}

static gboolean
merge_staged (Request         *request,
              DaybookImport   *import,
              DaybookOutcome **outcome,
              GError         **error)
{
  /* Before the import, so that that is what `undo` takes back. */
  if (!daybook_import_remember_mapping (import, error))
    return FALSE;

  *outcome = daybook_store_merge (request->cli->store, daybook_import_get_staging (import),
                                  daybook_interrupt_show_progress, request->interrupt,
                                  daybook_interrupt_get_cancellable (request->interrupt), error);
  return *outcome != NULL;
}

/* A new shop is opened for a file that is going in, and not left behind empty: not by one
 * of whose rows none is an order. */
static gboolean
merge_into_new_shop (Request         *request,
                     DaybookImport   *import,
                     DaybookOutcome **outcome,
                     GError         **error)
{
  g_autoptr(DaybookOutcome) opening = NULL;
  g_autoptr(DaybookOutcome) closing = NULL;

  if (daybook_import_get_counts (import)->n_new == 0)
    return TRUE;

  opening = open_shop (request, error);
  if (opening == NULL)
    return FALSE;
  if (merge_staged (request, import, outcome, error))
    {
      request->is_new_shop = FALSE;
      return TRUE;
    }

  closing = daybook_store_undo (request->cli->store, &opening->act, NULL);
  return FALSE;
}

static gboolean
merge (Request         *request,
       DaybookImport   *import,
       DaybookOutcome **outcome,
       GError         **error)
{
  if (request->dry_run)
    return TRUE;

  return request->is_new_shop ? merge_into_new_shop (request, import, outcome, error)
                              : merge_staged (request, import, outcome, error);
}

static gboolean
bring_in (Request         *request,
          DaybookImport   *import,
          DaybookOutcome **outcome,
          GError         **error)
{
  GError *local = NULL;
  guint n_readings = 0;

  do
    if (prepare (request, import, &local) && merge (request, import, outcome, &local))
      return TRUE;
  while (must_read_again (&n_readings, &local));

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
answer (Request               *request,
        DaybookImport         *import,
        const DaybookOutcome  *outcome,
        GError               **error)
{
  return daybook_cli_is_json (request->cli) ? print_json (request, import, outcome, error)
                                            : print_text (request, import, error);
}

static DaybookExit
take_in (Request       *request,
         const char    *path,
         DaybookImport *import)
{
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done = bring_in (request, import, &outcome, &error) && answer (request, import, outcome, &error);
  gboolean whole = done && daybook_import_get_counts (import)->n_problems == 0;

  if (daybook_import_get_staging (import) != NULL)
    daybook_staging_discard (daybook_import_get_staging (import));

  if (!done)
    {
      print_refused (request, path, import, error);
      return DAYBOOK_EXIT_FAILED;
    }

  return whole ? DAYBOOK_EXIT_DONE : DAYBOOK_EXIT_PARTLY;
}

static DaybookExit
import_reviews (Request    *request,
                const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookPasted) pasted = daybook_read_paste (request->cli, path, request->platform, &request->n_left_out,
                                                        daybook_interrupt_get_cancellable (request->interrupt), &error);
  g_autoptr(DaybookImport) import = NULL;
  g_autofree char *name = name_text (path);

  if (pasted == NULL)
    {
      print_refused (request, path, NULL, error);
      return DAYBOOK_EXIT_FAILED;
    }

  import = daybook_import_new (request->cli->store, daybook_pasted_get_path (pasted));
  daybook_pasted_tell (pasted, import);
  daybook_import_set_name (import, name);
  return take_in (request, path, import);
}

static DaybookExit
import_file (Request    *request,
             const char *path)
{
  g_autoptr(DaybookImport) import = NULL;

  if (request->reviews)
    return import_reviews (request, path);

  import = daybook_import_new (request->cli->store, path);
  return take_in (request, path, import);
}

/* A file that was refused is worse than one with a row left out. */
static DaybookExit
worse (DaybookExit a,
       DaybookExit b)
{
  if (a == DAYBOOK_EXIT_FAILED || b == DAYBOOK_EXIT_FAILED)
    return DAYBOOK_EXIT_FAILED;

  return MAX (a, b);
}

/* A page does not say whose it is; and what is copied from one has no columns to map. */
static gboolean
check_reviews (Request  *request,
               GError  **error)
{
  if (!request->reviews || (request->platform != NULL && request->mapping_file == NULL))
    return TRUE;

  if (request->platform == NULL)
    g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("--reviews needs --platform: a page does not say whose it is."));
  else
    g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("--reviews and --mapping exclude each other."));
  return FALSE;
}

static gboolean
read_as_of (Request  *request,
            GError  **error)
{
  g_autoptr(GError) local_error = NULL;

  if (request->as_of_text == NULL
      || daybook_moment_parse (request->as_of_text, daybook_store_get_zone (request->cli->store), &request->as_of, &local_error))
    return TRUE;

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, "--as-of: %s", local_error->message);
  return FALSE;
}

/* From the descriptor, where there is one; the terminal is asked when a file needs it. */
static gboolean
read_passphrase (Request  *request,
                 GError  **error)
{
  g_autoptr(GError) local_error = NULL;

  request->passphrase = daybook_passphrase_read (&local_error);
  request->is_given = request->passphrase != NULL;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
import_files (Request  *request,
              char    **files,
              GError  **error)
{
  GCancellable *cancellable = daybook_interrupt_get_cancellable (request->interrupt);

  if (!request->dry_run && !daybook_cli_check_author (request->cli, error))
    return FALSE;

  if (request->mapping_file != NULL)
    {
      request->mapping = daybook_mapping_load (request->mapping_file, error);
      if (request->mapping == NULL)
        return FALSE;
    }

  if (!read_passphrase (request, error) || !read_as_of (request, error) || !choose_shop (request, error))
    return FALSE;

  for (char **file = files; *file != NULL && !g_cancellable_is_cancelled (cancellable); file++)
    request->cli->exit = worse (request->cli->exit, import_file (request, *file));
  return TRUE;
}

static gboolean
run_import (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_auto(Request) request = { .cli = cli };
  g_autoptr(DaybookInterrupt) interrupt = NULL;
  const GOptionEntry entries[] = {
    { "platform", 0, 0, G_OPTION_ARG_FILENAME, &request.platform, N_("Where the file comes from, when it does not say so"), N_("ID") },
    { "shop", 0, 0, G_OPTION_ARG_FILENAME, &request.shop_name, N_("Whose orders these are; a new name opens a shop"), N_("NAME") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &request.dry_run, N_("Only say what importing would do"), NULL },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &request.as_of_text, N_("When the file was exported, where it does not say so"), N_("TIME") },
    { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &request.mapping_file, N_("Which column is which, for a table nobody knows"), N_("FILE") },
    { "reviews", 0, 0, G_OPTION_ARG_NONE, &request.reviews, N_("The files are reviews copied from a page; - is standard input"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, G_MAXUINT, error);

  if (words == NULL || !check_reviews (&request, error))
    return FALSE;

  interrupt = daybook_interrupt_new ();
  request.interrupt = interrupt;
  return daybook_cli_open (cli, DAYBOOK_STORE_CREATE, error) != NULL && import_files (&request, words, error);
}

const DaybookCommand daybook_command_import = {
  "import", "FILE… [--platform ID] [--shop NAME] [--as-of TIME] [--dry-run] [--mapping FILE] [--reviews]",
  N_("Import files that a marketplace gives"),
  DAYBOOK_WORDS_FILES,
  run_import,
};
