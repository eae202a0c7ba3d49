/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/print-act.h"

#include <glib/gi18n-lib.h>

/* What deletes much is done on the explicit word only, and carries it (RECORDS §5). */
static gboolean
commit (DaybookCli   *cli,
        DaybookEdit  *edit,
        gboolean      consent,
        GError      **error)
{
  g_autoptr(GError) local_error = NULL;

  if (daybook_commit_and_print (cli, edit, &local_error))
    return TRUE;

  if (!g_error_matches (local_error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSENT))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!consent)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSENT,
                 g_dngettext (GETTEXT_PACKAGE, "%u row would go to the trash at once, a large part of the book; say --yes if that is meant.",
                              "%u rows would go to the trash at once, a large part of the book; say --yes if that is meant.",
                              daybook_edit_size (edit)), daybook_edit_size (edit));
  else
    {
      daybook_edit_give_consent (edit);
      return daybook_commit_and_print (cli, edit, error);
    }

  return FALSE;
}

static gboolean
delete_rows (DaybookCli          *cli,
             const DaybookTable  *table,
             char               **words,
             gboolean             consent,
             GError             **error)
{
  guint n_rows = g_strv_length (words);
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row moved to the trash", "%u rows moved to the trash", n_rows), n_rows);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);

  for (char **word = words; *word != NULL; word++)
    {
      g_autoptr(DaybookRow) row = daybook_find_row_in_use (cli->store, table, *word, error);

      if (row == NULL)
        return FALSE;
      daybook_edit_delete (edit, table, &row->id);
    }

  return commit (cli, edit, consent, error);
}

static gboolean
run_delete (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  gboolean consent = FALSE;
  const GOptionEntry entries[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &consent, N_("Delete even a large part of the book"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 2, G_MAXUINT, error);
  const DaybookTable *table = words != NULL ? daybook_find_table (cli, words[0], error) : NULL;

  return table != NULL &&
         daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL &&
         daybook_cli_check_author_of (cli, table, error) &&
         delete_rows (cli, table, words + 1, consent, error);
}

const DaybookCommand daybook_command_delete = {
  "delete", "KIND ID… [--yes]",
  N_("Move rows to the trash, as one act"),
  DAYBOOK_WORDS_TEXT,
  run_delete,
};
