/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/due-key.h"
#include "cli/output.h"
#include "cli/print-act.h"
#include "cli/read-field.h"

#include "core/attention.h"
#include "store/due-acts.h"

#include <glib/gi18n-lib.h>

/* done, snooze and explain: what people say and ask of what is due. */

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

static GPtrArray *
find_items (DaybookCli  *cli,
            char       **words,
            GError     **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      DaybookDueItem *item = daybook_find_due (cli, words[i], error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  return g_steal_pointer (&items);
}

static gboolean
open_to_write (DaybookCli  *cli,
               GError     **error)
{
  return daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL && daybook_cli_check_author (cli, error)
         && daybook_cli_settle_due (cli, error);
}

static gboolean
run_done (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, G_MAXUINT, error);
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (words == NULL || !open_to_write (cli, error) || (items = find_items (cli, words, error)) == NULL)
    return FALSE;

  edit = daybook_due_act_done (reader_of (cli), items, daybook_store_get_agent (cli->store), daybook_store_get_now (cli->store), error);
  return edit != NULL && daybook_commit_and_print (cli, edit, error);
}

static gboolean
run_snooze (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_autofree char *until = NULL;
  gboolean keep = FALSE;
  const GOptionEntry entries[] = {
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &until, N_("Not before"), N_("TIME") },
    { "keep", 0, 0, G_OPTION_ARG_NONE, &keep, N_("Also if the customer answers"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, G_MAXUINT, error);
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  gint64 moment;

  if (words == NULL || !open_to_write (cli, error))
    return FALSE;
  if (until == NULL)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Say with --until when it comes back."));
      return FALSE;
    }
  if (!daybook_read_soon (cli, &daybook_attentions.fields[DAYBOOK_ATTENTION_UNTIL], until, &moment, error)
      || (items = find_items (cli, words, error)) == NULL)
    return FALSE;

  edit = daybook_due_act_snooze (reader_of (cli), items, moment, keep ? DAYBOOK_SNOOZE_ANYWAY : DAYBOOK_SNOOZE_UNTIL_HEARD,
                                 daybook_store_get_agent (cli->store), daybook_store_get_now (cli->store), error);
  return edit != NULL && daybook_commit_and_print (cli, edit, error);
}

static gboolean
run_explain (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);
  g_autoptr(DaybookDueItem) item = NULL;
  g_autoptr(JsonObject) object = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_settle_due (cli, error)
      || (item = daybook_find_due (cli, words[0], error)) == NULL)
    return FALSE;

  object = daybook_due_to_json (cli, item);
  if (daybook_cli_is_json (cli))
    daybook_print_json (object);
  else
    daybook_print ("%s\n", json_object_get_string_member (object, "why"));
  return TRUE;
}

const DaybookCommand daybook_command_done = {
  "done", "KEY…",
  N_("Say that what is due is done"),
  DAYBOOK_WORDS_TEXT,
  run_done,
};

const DaybookCommand daybook_command_snooze = {
  "snooze", "KEY… --until TIME [--keep]",
  N_("Put off what is due"),
  DAYBOOK_WORDS_TEXT,
  run_snooze,
};

const DaybookCommand daybook_command_explain = {
  "explain", "KEY",
  N_("Say why something is due when it is"),
  DAYBOOK_WORDS_TEXT,
  run_explain,
};
