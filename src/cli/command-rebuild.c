/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/output.h"

#include "store/backup.h"

#include <glib/gi18n-lib.h>

static gboolean
rebuild (DaybookCli        *cli,
         DaybookInterrupt  *interrupt,
         GError           **error)
{
  if (!daybook_store_rebuild (cli->store, daybook_interrupt_show_progress, interrupt,
                              daybook_interrupt_get_cancellable (interrupt), error))
    return FALSE;

  if (daybook_cli_is_json (cli))
    {
      g_autoptr(JsonObject) object = json_object_new ();

      json_object_set_boolean_member (object, "rebuilt", TRUE);
      daybook_print_json (object);
    }
  else
    daybook_print ("%s\n", _("The search index and everything else that is derived were made anew."));
  return TRUE;
}

static gboolean
run_rebuild (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);
  g_autoptr(DaybookInterrupt) interrupt = NULL;

  if (words == NULL)
    return FALSE;

  interrupt = daybook_interrupt_new ();
  return daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL && rebuild (cli, interrupt, error);
}

const DaybookCommand daybook_command_rebuild = {
  "rebuild", "",
  N_("Make the search index and all derived data anew"),
  DAYBOOK_WORDS_TEXT,
  run_rebuild,
};
