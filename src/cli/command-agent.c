/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/agent-desk.h"
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/print-act.h"
#include "cli/print-agent.h"

#include "core/shop.h"

#include <glib/gi18n-lib.h>

int
daybook_agent_read_role (const char  *word,
                         GError     **error)
{
  const DaybookField *field = &daybook_agents.fields[DAYBOOK_AGENT_ROLE];
  g_autoptr(GString) list = NULL;
  int role = daybook_field_word (field, word);

  if (role >= 0)
    return role;

  list = g_string_new (NULL);
  for (guint i = 0; field->words[i].word != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", field->words[i].word);

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
               _("“%s” is no role. There are: %s."), word, list->str);
  return -1;
}

/* Two people of one name or code could not be told apart by --as. */
static gboolean
check_free (DaybookCli  *cli,
            const char  *word,
            GError     **error)
{
  g_autoptr(DaybookRow) agent = word != NULL ? daybook_find_agent (cli->store, word, NULL) : NULL;

  if (agent == NULL)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
               _("There is somebody called “%s” already."), word);
  return FALSE;
}

static gboolean
add_agent (DaybookCli  *cli,
           const char  *name,
           const char  *code,
           int          role,
           GError     **error)
{
  g_autofree char *title = g_strdup_printf (_("Agent “%s” added"), name);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  DaybookId id;

  if (!check_free (cli, name, error) || !check_free (cli, code, error))
    return FALSE;

  daybook_id_fresh (&id, daybook_store_get_now (cli->store) * 1000);
  daybook_edit_create (edit, &daybook_agents, &id);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_AGENT_CODE, daybook_value_text (code));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (role));
  return daybook_commit_and_print_row (cli, edit, &daybook_agents, &id, error);
}

static gboolean
run_add (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_autofree char *code = NULL;
  g_autofree char *role_word = NULL;
  const GOptionEntry entries[] = {
    { "code", 0, 0, G_OPTION_ARG_FILENAME, &code, N_("The agent’s code"), N_("CODE") },
    { "role", 0, 0, G_OPTION_ARG_FILENAME, &role_word, N_("owner, lead, agent (unless said otherwise), part_time or read_only"), N_("ROLE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  int role = words != NULL ? daybook_agent_read_role (role_word != NULL ? role_word : "agent", error) : -1;

  return role >= 0 && daybook_cli_open (cli, DAYBOOK_STORE_CREATE, error) != NULL &&
         daybook_cli_check_right (cli, DAYBOOK_RIGHT_PEOPLE, error) && add_agent (cli, words[0], code, role, error);
}

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL && daybook_print_agents (cli, error);
}

static gboolean
set_role (DaybookCli  *cli,
          const char  *word,
          int          role,
          GError     **error)
{
  g_autoptr(DaybookRow) agent = daybook_find_agent (cli->store, word, error);
  g_autoptr(DaybookEdit) edit = NULL;
  g_autofree char *title = NULL;

  if (agent == NULL)
    return FALSE;

  title = g_strdup_printf (_("Role of “%s” changed"), daybook_row_text (agent, DAYBOOK_AGENT_NAME));
  edit = daybook_cli_new_edit (cli, title);
  daybook_edit_set (edit, &daybook_agents, &agent->id, DAYBOOK_AGENT_ROLE, daybook_value_int (role));
  return daybook_commit_and_print_row (cli, edit, &daybook_agents, &agent->id, error);
}

static gboolean
run_role (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, 2, error);
  int role = words != NULL ? daybook_agent_read_role (words[1], error) : -1;

  return role >= 0 && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL &&
         daybook_cli_check_right (cli, DAYBOOK_RIGHT_PEOPLE, error) && set_role (cli, words[0], role, error);
}

static gboolean
run_agent (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "add", run_add },
    { "list", run_list },
    { "role", run_role },
    { "pin", daybook_agent_run_pin },
    { "trust", daybook_agent_run_trust },
    { "quota", daybook_agent_run_quota },
    { "sub-account", daybook_agent_run_sub_account },
    { "channel", daybook_agent_run_channel },
    { "hours", daybook_agent_run_hours },
    { "laptop", daybook_agent_run_laptop },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_agent = {
  "agent",
  "add NAME [--code CODE] [--role ROLE] | list | role AGENT ROLE | pin AGENT [--remove] | trust AGENT [yes|no] | quota AGENT N|role"
  " | sub-account [PLATFORM ACCOUNT [AGENT]] | channel [CHANNEL [AGENT [DEPUTY]]] | hours [N] | laptop [ROLE]",
  N_("The people who work here: who they are, what they may do and what they answer for"),
  DAYBOOK_WORDS_TEXT,
  run_agent,
};
