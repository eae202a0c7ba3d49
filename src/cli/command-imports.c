/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/disclosure-words.h"
#include "cli/find-row.h"
#include "cli/print-forms.h"
#include "cli/print-list.h"
#include "cli/print-problems.h"

#include "core/shop.h"
#include "exchange/form.h"
#include "exchange/problem-file.h"
#include "store/import-problems.h"

#include <glib/gi18n-lib.h>

/* --- The problems of one ------------------------------------------------ */

typedef struct
{
  DaybookReader *reader;
  DaybookId      act;
} Kept;

static GPtrArray *
read_kept (gpointer   data,
           guint      from,
           guint      limit,
           GError   **error)
{
  Kept *kept = data;

  return daybook_reader_import_problems (kept->reader, &kept->act, from, limit, error);
}

/* The newest import whose field says so. One that is taken back counts. */
static DaybookRow *
find_by (DaybookReader  *reader,
         guint           field,
         const char     *word,
         GError        **error)
{
  g_autoptr(DaybookRow) newest = NULL;

  for (DaybookRows rows = DAYBOOK_ROWS_LIVE; rows <= DAYBOOK_ROWS_DELETED; rows++)
    {
      g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_imports);
      g_autoptr(GArray) keys = NULL;
      g_autoptr(DaybookRow) row = NULL;

      query->rows = rows;
      query->sort = DAYBOOK_IMPORT_AT;
      query->order = DAYBOOK_SORT_DESCENDING;
      daybook_query_add (query, field, DAYBOOK_OP_EQ, (const char *[]) { word, NULL });
      keys = daybook_reader_keys (reader, query, 1, error);
      if (keys == NULL)
        return NULL;
      if (keys->len > 0)
        row = daybook_reader_row (reader, &daybook_imports, g_array_index (keys, gint64, 0), error);
      if (row != NULL && (newest == NULL || daybook_row_int (row, DAYBOOK_IMPORT_AT) > daybook_row_int (newest, DAYBOOK_IMPORT_AT)))
        {
          g_clear_pointer (&newest, daybook_row_unref);
          newest = g_steal_pointer (&row);
        }
    }

  return g_steal_pointer (&newest);
}

/* By the id of its act or its own, or by the file. */
static DaybookRow *
find_import (DaybookStore  *store,
             const char    *word,
             GError       **error)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  GError *local = NULL;
  DaybookRow *row = find_by (reader, DAYBOOK_IMPORT_ACT, word, &local);

  if (row == NULL && local == NULL)
    row = find_by (reader, DAYBOOK_IMPORT_FILE, word, &local);
  if (row == NULL && local == NULL)
    row = daybook_find_row (store, &daybook_imports, word, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return row;
}

static gboolean
print_kept (DaybookCli        *cli,
            const DaybookRow  *row,
            Kept              *kept,
            GError           **error)
{
  g_autoptr(JsonObject) object = daybook_row_to_json (cli, row);
  JsonArray *problems;

  if (!daybook_cli_is_json (cli))
    {
      g_autofree char *file = daybook_text_clean (daybook_row_text (row, DAYBOOK_IMPORT_FILE));

      daybook_print ("%s\n", file);
      return daybook_print_problems (read_kept, kept, error);
    }

  problems = daybook_problems_to_json (read_kept, kept, error);
  if (problems == NULL)
    return FALSE;

  json_object_set_array_member (object, "errors", problems);
  daybook_print_json (object);
  return TRUE;
}

static gboolean
show_problems (DaybookCli  *cli,
               const char  *word,
               GError     **error)
{
  g_autoptr(DaybookRow) row = find_import (cli->store, word, error);
  Kept kept = { .reader = daybook_store_get_reader (cli->store) };

  if (row == NULL)
    return FALSE;

  /* One whose act cannot be read has no problems either. */
  if (!daybook_id_parse (daybook_row_text (row, DAYBOOK_IMPORT_ACT), &kept.act))
    kept.act = (DaybookId) { { 0 } };
  return print_kept (cli, row, &kept, error);
}

/* --- Their rows as a file ------------------------------------------------ */

static void
answer_saved (DaybookCli                *cli,
              const DaybookProblemFiles *files)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *names = json_array_new ();

  for (guint i = 0; i < files->paths->len; i++)
    {
      g_autofree char *name = g_filename_display_name (g_ptr_array_index (files->paths, i));

      json_array_add_string_element (names, name);
      if (!daybook_cli_is_json (cli))
        daybook_print ("%s\n", name);
    }

  json_object_set_int_member (object, "rows", (gint64) files->n_rows);
  json_object_set_array_member (object, "files", names);
  if (daybook_cli_is_json (cli))
    daybook_print_json (object);
}

/* Masked rows could not be taken again: whoever wants these must say that they are to be in full. */
static gboolean
read_disclosure (DaybookDisclosureWords  *words,
                 DaybookCli              *cli,
                 DaybookDisclosure      **disclosure,
                 GError                 **error)
{
  if (cli->asks_unmasked)
    return daybook_disclosure_words_read (words, cli, disclosure, error);

  g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                       _("The rows are written as they stand in the file, with names and numbers in full: say so with --unmasked."));
  return FALSE;
}

static gboolean
save_problems (DaybookCli               *cli,
               const char               *word,
               const char               *path,
               const DaybookDisclosure  *disclosure,
               GError                  **error)
{
  g_autoptr(DaybookRow) row = daybook_cli_check_unmasked (cli, error) ? find_import (cli->store, word, error) : NULL;
  DaybookProblemSource source = { .disclosure = disclosure };
  g_autoptr(DaybookProblemFiles) files = NULL;

  if (row == NULL)
    return FALSE;

  source.about = daybook_form_kind_about (daybook_row_text (row, DAYBOOK_IMPORT_KIND));
  daybook_id_parse (daybook_row_text (row, DAYBOOK_IMPORT_ACT), &source.act);
  files = daybook_problem_file_save (cli->store, &source, path, error);
  if (files == NULL)
    return FALSE;

  answer_saved (cli, files);
  return TRUE;
}

/* --- The command -------------------------------------------------------- */

static gboolean
check_wish (const char  *problems,
            const char  *to,
            gboolean     forms,
            GError     **error)
{
  if (forms && (problems != NULL || to != NULL))
    g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                         _("--forms is about files that were not imported yet: leave --problems and --to out."));
  else if (to != NULL && !g_str_has_suffix (to, ".csv"))
    g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                         _("The rows are written as CSV: give the file a name that ends with .csv."));
  else if (to != NULL && problems == NULL)
    g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                         _("Say with --problems of which import the rows are to be written."));
  else
    return TRUE;

  return FALSE;
}

static gboolean
run_imports (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  g_auto(DaybookListRange) range = DAYBOOK_LIST_RANGE_INIT;
  g_autofree char *problems = NULL;
  g_autofree char *to = NULL;
  g_auto(DaybookDisclosureWords) disclosure_words = { NULL, NULL, NULL };
  g_autoptr(DaybookDisclosure) disclosure = NULL;
  gboolean forms = FALSE;
  const GOptionEntry entries[] = {
    DAYBOOK_LIST_OPTIONS (range),
    { "problems", 0, 0, G_OPTION_ARG_FILENAME, &problems, N_("What was wrong with the rows of this import"), N_("ACT|FILE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("Write those rows whole into this file, to be corrected and imported again"), N_("FILE") },
    DAYBOOK_DISCLOSURE_OPTIONS (disclosure_words),
    { "forms", 0, 0, G_OPTION_ARG_NONE, &forms, N_("What the files of each platform can tell"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(DaybookQuery) query = NULL;

  if (words == NULL || !check_wish (problems, to, forms, error)
      || (to != NULL && !read_disclosure (&disclosure_words, cli, &disclosure, error)))
    return FALSE;
  if (forms)
    return daybook_print_forms (cli, error);
  if (daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;
  if (to != NULL)
    return save_problems (cli, problems, to, disclosure, error);
  if (problems != NULL)
    return show_problems (cli, problems, error);

  query = daybook_query_new (&daybook_imports);
  query->sort = DAYBOOK_IMPORT_AT;
  query->order = DAYBOOK_SORT_DESCENDING;
  return daybook_print_query (cli, "imports", query, &range, error);
}

const DaybookCommand daybook_command_imports = {
  "imports", "[--limit N] [--after ID] [--problems ACT|FILE [--to FILE --unmasked --basis BASIS [--reason TEXT] [--recipient WHO]]] [--forms]",
  N_("List the files that were imported"),
  DAYBOOK_WORDS_TEXT,
  run_imports,
};
