/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/plain-rows.h"
#include "cli/print-act.h"

#include "core/trade-contact.h"

#include <glib/gi18n-lib.h>

/* Those named are the list, in this order; all others are off it. */
static gboolean
set_emergency (DaybookCli  *cli,
               char       **words,
               GError     **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, _("Emergency list"));

  for (char **word = words; *word != NULL; word++)
    {
      DaybookRow *row = daybook_find_row_in_use (cli->store, &daybook_trade_contacts, *word, error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (list, row);
    }

  g_autoptr(GPtrArray) all = daybook_reader_all (daybook_store_get_reader (cli->store), &daybook_trade_contacts, error);
  if (all == NULL)
    return FALSE;
  daybook_trade_contact_set_emergency (edit, all, list);
  return daybook_commit_and_print (cli, edit, error);
}

/* Whom to call, the first first (KB-08). */
static gboolean
run_emergency (DaybookCli  *cli,
               char       **arguments,
               GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, G_MAXUINT, error);
  char *none[] = { NULL };

  if (words == NULL)
    return FALSE;
  if (*words == NULL)
    return daybook_plain_rows_list (cli, &daybook_trade_contacts, none, "emergency = true", "position", error);

  return daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL && daybook_cli_check_author (cli, error) && set_emergency (cli, words, error);
}

static gboolean
run_contact (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "list", daybook_plain_rows_run_list },
    { "add", daybook_plain_rows_run_add },
    { "set", daybook_plain_rows_run_set },
    { "remove", daybook_plain_rows_run_remove },
    { "emergency", run_emergency },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_contact = {
  "contact",
  "list [--where EXPR] [--limit N] [--after ID] | add NAME [FIELD=VALUE…] | set CONTACT FIELD=VALUE… FIELD+=TEXT… | remove CONTACT… | emergency [CONTACT…]",
  N_("Keep whom the shop itself calls, and the emergency list"),
  DAYBOOK_WORDS_TEXT,
  run_contact,
};
