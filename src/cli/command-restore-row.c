/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/print-act.h"

#include <glib/gi18n-lib.h>

static gboolean
restore_row (DaybookCli  *cli,
             const char  *word,
             GError     **error)
{
  g_autoptr(DaybookRow) row = daybook_find_any_row (cli->store, word, error);
  g_autoptr(DaybookEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (row == NULL || !daybook_cli_check_author_of (cli, row->table, error))
    return FALSE;

  if (daybook_row_int (row, DAYBOOK_FIELD_DELETED) == 0)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                   _("“%s” is not in the trash."), word);
      return FALSE;
    }

  name = daybook_row_masked_title (cli, row);
  title = g_strdup_printf (_("“%s” restored from the trash"), name);
  edit = daybook_cli_new_edit (cli, title);
  daybook_edit_restore (edit, row->table, &row->id);
  return daybook_commit_and_print (cli, edit, error);
}

static gboolean
run_restore_row (DaybookCli  *cli,
                 char       **arguments,
                 GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL &&
         restore_row (cli, words[0], error);
}

const DaybookCommand daybook_command_restore_row = {
  "restore-row", "ID",
  N_("Bring a row back from the trash"),
  DAYBOOK_WORDS_TEXT,
  run_restore_row,
};
