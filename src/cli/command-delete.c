/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/print-act.h"

#include <glib/gi18n-lib.h>

static gboolean
delete_rows (DaybookCli          *cli,
             const DaybookTable  *table,
             char               **words,
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

  return daybook_commit_and_print (cli, edit, error);
}

static gboolean
run_delete (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, G_MAXUINT, error);
  const DaybookTable *table = words != NULL ? daybook_find_table (words[0], error) : NULL;

  return table != NULL &&
         daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL &&
         daybook_cli_check_author_of (cli, table, error) &&
         delete_rows (cli, table, words + 1, error);
}

const DaybookCommand daybook_command_delete = {
  "delete", "KIND ID…",
  N_("Move rows to the trash, as one act"),
  DAYBOOK_WORDS_TEXT,
  run_delete,
};
