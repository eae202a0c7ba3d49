/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/register-ledger.h"

#include "cli/output.h"
#include "cli/print-act.h"
#include "core/ledger.h"
#include "core/money.h"
#include "store/agent-role.h"
#include "store/setting.h"

#include <glib/gi18n-lib.h>

/* In place of a sum: it is left as it is. */
#define AS_IT_IS -1

static gboolean
check_first (int       first,
             gboolean  off,
             GError  **error)
{
  if (first != AS_IT_IS && off)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("--first and --off exclude each other."));
      return FALSE;
    }
  if (first != AS_IT_IS && (first < 1 || first > DAYBOOK_LEDGER_FIRST_MOST))
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("--first is a number from 1 to %d."), DAYBOOK_LEDGER_FIRST_MOST);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_owner (DaybookCli  *cli,
             GError     **error)
{
  if (!daybook_cli_check_known (cli, error))
    return FALSE;
  if (daybook_reader_is_owner (daybook_store_get_reader (cli->store), daybook_store_get_agent (cli->store)))
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("Only the owner has the ledger of complaints."));
  return FALSE;
}

static gboolean
set_first (DaybookCli  *cli,
           guint        first,
           GError     **error)
{
  DaybookReader *reader = daybook_store_get_reader (cli->store);
  g_autofree char *setting = daybook_ledger_setting (first);
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;

  edit = daybook_cli_new_edit (cli, first > 0 ? _("Complaint ledger on") : _("Complaint ledger off"));
  daybook_setting_set (edit, reader, DAYBOOK_LEDGER_SETTING, setting);
  outcome = daybook_store_commit (cli->store, edit, error);
  return outcome != NULL;
}

/* {"first_minor"}: null where the ledger is off. */
static void
answer (DaybookCli *cli)
{
  const char *currency = daybook_store_get_currency (cli->store);
  g_autofree char *setting = daybook_setting_get (daybook_store_get_reader (cli->store), DAYBOOK_LEDGER_SETTING);
  guint first = daybook_ledger_first (setting);
  gint64 one = daybook_ledger_sum (first, 1, currency);
  g_autofree char *money = daybook_money_format (one, currency);
  g_autoptr(JsonObject) object = json_object_new ();

  if (first > 0)
    json_object_set_int_member (object, "first_minor", one);
  else
    json_object_set_null_member (object, "first_minor");
  if (daybook_cli_is_json (cli))
    daybook_print_json (object);
  else if (first > 0)
    /* Translators: %s is an amount. */
    daybook_print (_("Complaints are counted by agents: the first of a month comes to %s.\n"), money);
  else
    daybook_print (_("Complaints are not counted by agents.\n"));
}

gboolean
daybook_register_run_ledger (DaybookCli  *cli,
                             char       **arguments,
                             GError     **error)
{
  int first = AS_IT_IS;
  gboolean off = FALSE;
  const GOptionEntry entries[] = {
    { "first", 0, 0, G_OPTION_ARG_INT, &first, N_("Count complaints by agents; the first of a month comes to N"), N_("N") },
    { "off", 0, 0, G_OPTION_ARG_NONE, &off, N_("Do not count them"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);

  if (words == NULL || !check_first (first, off, error) || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL
      || !check_owner (cli, error)
      || ((first != AS_IT_IS || off) && !set_first (cli, off ? 0 : (guint) first, error)))
    return FALSE;

  answer (cli);
  return TRUE;
}
