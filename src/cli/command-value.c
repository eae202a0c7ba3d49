/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/output.h"
#include "cli/print-act.h"
#include "store/customer-value.h"
#include "store/setting.h"

#include <glib/gi18n-lib.h>

/* {"bounds":"30,90,180,365;2,3,4,5;…"}: null where the customers propose them. */
static void
answer (DaybookCli *cli)
{
  g_autofree char *setting = daybook_setting_get (daybook_store_get_reader (cli->store), DAYBOOK_RFM_SETTING);
  g_autoptr(JsonObject) object = json_object_new ();

  daybook_json_set_text (object, "bounds", *setting != '\0' ? setting : NULL);
  if (daybook_cli_is_json (cli))
    daybook_print_json (object);
  else if (*setting != '\0')
    daybook_print ("%s\n", setting);
  else
    daybook_print ("%s\n", _("The bounds are those that the shop’s customers propose; “report value” shows them."));
}

static gboolean
set_bounds (DaybookCli              *cli,
            const DaybookRfmBounds  *bounds,
            GError                 **error)
{
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (!daybook_cli_check_right (cli, DAYBOOK_RIGHT_SETTINGS, error))
    return FALSE;

  edit = daybook_customer_value_act_bounds (cli->store, bounds);
  outcome = daybook_store_commit (cli->store, edit, error);
  return outcome != NULL;
}

static gboolean
change (DaybookCli  *cli,
        const char  *word,
        gboolean     proposed,
        GError     **error)
{
  DaybookRfmBounds bounds;

  if (word == NULL && !proposed)
    return TRUE;
  if (word == NULL)
    return set_bounds (cli, NULL, error);
  if (daybook_rfm_bounds_parse (word, &bounds, error))
    return set_bounds (cli, &bounds, error);
  if (*word == '\0')
    g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Write the bounds, or --proposed."));
  return FALSE;
}

static gboolean
run_bounds (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  gboolean proposed = FALSE;
  const GOptionEntry entries[] = {
    { "proposed", 0, 0, G_OPTION_ARG_NONE, &proposed, N_("Those that the shop’s customers propose"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 1, error);

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !change (cli, words[0], proposed, error))
    return FALSE;

  answer (cli);
  return TRUE;
}

static gboolean
run_customer_value (DaybookCli  *cli,
                    char       **arguments,
                    GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "bounds", run_bounds },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_value = {
  "value", "bounds [DAYS;SALES;MONEY | --proposed]",
  N_("Show or set the bounds by which customers are scored"),
  DAYBOOK_WORDS_TEXT,
  run_customer_value,
};
