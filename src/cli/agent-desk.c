/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/agent-desk.h"

#include "cli/find-row.h"
#include "cli/hidden-line.h"
#include "cli/pin.h"
#include "cli/print-act.h"
#include "cli/print-agent.h"
#include "cli/print-list.h"
#include "cli/read-query.h"

#include "core/case.h"
#include "core/pin.h"
#include "core/presence.h"
#include "core/shop.h"
#include "store/gate.h"
#include "store/setting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
open_book (DaybookCli  *cli,
           char       **words,
           GError     **error)
{
  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL;
}

/* Commits a change of one field of a person, and prints them. */
static gboolean
change_agent (DaybookCli        *cli,
              const DaybookRow  *agent,
              guint              field,
              DaybookValue       value,
              GError           **error)
{
  /* Translators: title of an act in the history: “PIN · 小王” */
  g_autofree char *title = g_strdup_printf (_("%s · %s"), _(daybook_agents.fields[field].label), daybook_row_text (agent, DAYBOOK_AGENT_NAME));
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(DaybookRow) now = NULL;

  daybook_edit_set (edit, &daybook_agents, &agent->id, field, value);
  outcome = daybook_store_commit (cli->store, edit, error);
  now = outcome != NULL ? daybook_reader_find (daybook_store_get_reader (cli->store), &daybook_agents, &agent->id, error) : NULL;
  return now != NULL && daybook_print_agent (cli, now, error);
}

/* --- pin -------------------------------------------------------------------------------- */

static char *
ask_hash (const DaybookRow  *agent,
          GError           **error)
{
  char *pin = daybook_pin_ask_new (daybook_row_text (agent, DAYBOOK_AGENT_NAME), error);
  char *hash = pin != NULL ? daybook_pin_hash (pin, error) : NULL;

  daybook_hidden_line_free (pin);
  return hash;
}

gboolean
daybook_agent_run_pin (DaybookCli  *cli,
                       char       **arguments,
                       GError     **error)
{
  gboolean removes = FALSE;
  const GOptionEntry entries[] = {
    { "remove", 0, 0, G_OPTION_ARG_NONE, &removes, N_("They are asked for none any more"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  g_autoptr(DaybookRow) agent = NULL;
  g_autofree char *hash = NULL;

  if (!open_book (cli, words, error) || !daybook_cli_check_author (cli, error)
      || (agent = daybook_find_row_in_use (cli->store, &daybook_agents, words[0], error)) == NULL)
    return FALSE;

  hash = removes ? NULL : ask_hash (agent, error);
  return (removes || hash != NULL) && change_agent (cli, agent, DAYBOOK_AGENT_PIN, daybook_value_text (hash), error);
}

/* --- trust, quota ------------------------------------------------------------------------- */

static gboolean
read_answer (const char  *word,
             gboolean    *answer,
             GError     **error)
{
  *answer = word == NULL || g_str_equal (word, "yes");
  if (*answer || g_str_equal (word, "no"))
    return TRUE;

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is neither yes nor no."), word);
  return FALSE;
}

gboolean
daybook_agent_run_trust (DaybookCli  *cli,
                         char       **arguments,
                         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 2, error);
  g_autoptr(DaybookRow) agent = NULL;
  gboolean trusted;

  if (words == NULL || !read_answer (words[1], &trusted, error) || !open_book (cli, words, error)
      || !daybook_cli_check_right (cli, DAYBOOK_RIGHT_OWNERS, error)
      || (agent = daybook_find_row_in_use (cli->store, &daybook_agents, words[0], error)) == NULL)
    return FALSE;

  return change_agent (cli, agent, DAYBOOK_AGENT_TRUSTED, daybook_value_int (trusted), error);
}

/* "role" is none: as many as the role has. */
static gboolean
read_quota (const char    *word,
            DaybookValue  *value,
            GError       **error)
{
  guint64 number;

  *value = (DaybookValue) DAYBOOK_VALUE_INIT;
  if (g_str_equal (word, "role"))
    return TRUE;
  if (g_ascii_string_to_unsigned (word, 10, 1, 100000, &number, NULL))
    {
      *value = daybook_value_int ((gint64) number);
      return TRUE;
    }

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
               _("“%s” is no number from 1 to 100000, and not “role”, which is as many as their role has."), word);
  return FALSE;
}

gboolean
daybook_agent_run_quota (DaybookCli  *cli,
                         char       **arguments,
                         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, 2, error);
  g_autoptr(DaybookRow) agent = NULL;
  DaybookValue value;

  if (words == NULL || !read_quota (words[1], &value, error) || !open_book (cli, words, error)
      || !daybook_cli_check_right (cli, DAYBOOK_RIGHT_OWNERS, error)
      || (agent = daybook_find_row_in_use (cli->store, &daybook_agents, words[0], error)) == NULL)
    return FALSE;

  return change_agent (cli, agent, DAYBOOK_AGENT_QUOTA, value, error);
}

/* --- sub-account, channel ------------------------------------------------------------------ */

static gboolean
print_all (DaybookCli          *cli,
           const DaybookTable  *table,
           GError             **error)
{
  const DaybookListRange all = { 0, NULL };
  g_autoptr(DaybookQuery) query = daybook_query_new (table);

  return daybook_print_query (cli, table->plural, query, &all, error);
}

/* The person that the word names; "-" is nobody. */
static gboolean
find_person (DaybookCli    *cli,
             const char    *word,
             DaybookValue  *value,
             GError       **error)
{
  g_autoptr(DaybookRow) agent = NULL;

  *value = (DaybookValue) DAYBOOK_VALUE_INIT;
  if (word == NULL || g_str_equal (word, "-"))
    return TRUE;

  agent = daybook_find_row_in_use (cli->store, &daybook_agents, word, error);
  if (agent != NULL)
    *value = daybook_value_id (&agent->id);
  return agent != NULL;
}

gboolean
daybook_agent_run_sub_account (DaybookCli  *cli,
                               char       **arguments,
                               GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 3, error);
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookValue agent;
  DaybookId id;

  if (words != NULL && words[0] == NULL)
    return open_book (cli, words, error) && print_all (cli, &daybook_sub_accounts, error);
  if (words != NULL && words[1] == NULL)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Say it as PLATFORM ACCOUNT AGENT; AGENT left out ends it."));
      return FALSE;
    }
  if (!open_book (cli, words, error) || !daybook_cli_check_right (cli, DAYBOOK_RIGHT_PEOPLE, error)
      || !find_person (cli, words[2], &agent, error))
    return FALSE;

  g_autofree char *title = g_strdup_printf (_("Sub-account “%s”"), words[1]);
  edit = daybook_cli_new_edit (cli, title);
  daybook_sub_account_give (edit, daybook_store_get_shop (cli->store), words[0], words[1], agent, &id);
  return daybook_commit_and_print_row (cli, edit, &daybook_sub_accounts, &id, error);
}

gboolean
daybook_agent_run_channel (DaybookCli  *cli,
                           char       **arguments,
                           GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 3, error);
  const DaybookField *field = &daybook_channel_people.fields[DAYBOOK_CHANNEL_PERSON_CHANNEL];
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookValue agent, deputy, channel;
  DaybookId id;

  if (words != NULL && words[0] == NULL)
    return open_book (cli, words, error) && print_all (cli, &daybook_channel_people, error);
  if (words != NULL && !daybook_query_resolve (field, words[0], 0, NULL, NULL, &channel, error))
    return daybook_blame_words (error);
  if (!open_book (cli, words, error) || !daybook_cli_check_right (cli, DAYBOOK_RIGHT_PEOPLE, error)
      || !find_person (cli, words[1], &agent, error) || !find_person (cli, words[1] != NULL ? words[2] : NULL, &deputy, error))
    return FALSE;

  g_autofree char *title = g_strdup_printf (_("Who answers for: %s"), g_dpgettext2 (GETTEXT_PACKAGE, "channel", field->words[channel.number].label));
  edit = daybook_cli_new_edit (cli, title);
  daybook_channel_person_give (edit, (guint) channel.number, agent, deputy, &id);
  return daybook_commit_and_print_row (cli, edit, &daybook_channel_people, &id, error);
}

/* --- hours -------------------------------------------------------------------------------- */

static void
print_hours (DaybookCli *cli)
{
  g_autofree char *setting = daybook_setting_get (daybook_store_get_reader (cli->store), DAYBOOK_PRESENCE_HOURS_SETTING);
  guint hours = daybook_presence_hours (setting);
  g_autoptr(JsonObject) object = json_object_new ();

  if (!daybook_cli_is_json (cli))
    {
      daybook_print ("%u\n", hours);
      return;
    }

  json_object_set_int_member (object, "hours", hours);
  daybook_print_json (object);
}

static gboolean
read_hours (const char  *word,
            guint64     *hours,
            GError     **error)
{
  if (g_ascii_string_to_unsigned (word, 10, 1, DAYBOOK_PRESENCE_HOURS_MOST, hours, NULL))
    return TRUE;

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is no number of hours from 1 to %d."), word, DAYBOOK_PRESENCE_HOURS_MOST);
  return FALSE;
}

static gboolean
set_hours (DaybookCli  *cli,
           guint64      hours,
           GError     **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GUINT64_FORMAT, hours);
  /* Translators: the title of an act. */
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A forgotten shift ends after %u hour", "A forgotten shift ends after %u hours",
                                                         (gulong) hours), (guint) hours);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_setting_set (edit, daybook_store_get_reader (cli->store), DAYBOOK_PRESENCE_HOURS_SETTING, value);
  outcome = daybook_store_commit (cli->store, edit, error);
  return outcome != NULL;
}

gboolean
daybook_agent_run_hours (DaybookCli  *cli,
                         char       **arguments,
                         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 1, error);
  guint64 hours = 0;

  if (words == NULL || (words[0] != NULL && !read_hours (words[0], &hours, error)) || !open_book (cli, words, error))
    return FALSE;
  if (hours != 0 && (!daybook_cli_check_right (cli, DAYBOOK_RIGHT_SETTINGS, error) || !set_hours (cli, hours, error)))
    return FALSE;

  print_hours (cli);
  return TRUE;
}

/* --- laptop ------------------------------------------------------------------------------- */

static void
print_laptop (DaybookCli  *cli,
              DaybookRole  role)
{
  const char *word = daybook_field_word_name (&daybook_agents.fields[DAYBOOK_AGENT_ROLE], role);
  g_autoptr(JsonObject) object = json_object_new ();

  if (!daybook_cli_is_json (cli))
    {
      daybook_print ("%s\n", word);
      return;
    }

  json_object_set_string_member (object, "laptop", word);
  daybook_print_json (object);
}

/* The owner may, on a laptop of a lower role too: else nobody could lift it again. */
static gboolean
check_owner (DaybookCli  *cli,
             GError     **error)
{
  g_autoptr(DaybookRow) agent = daybook_cli_check_known (cli, error)
    ? daybook_reader_find (daybook_store_get_reader (cli->store), &daybook_agents, daybook_store_get_agent (cli->store), error) : NULL;

  return agent != NULL
         && (daybook_row_int (agent, DAYBOOK_AGENT_ROLE) == DAYBOOK_ROLE_OWNER || daybook_cli_check_right (cli, DAYBOOK_RIGHT_OWNERS, error));
}

gboolean
daybook_agent_run_laptop (DaybookCli  *cli,
                          char       **arguments,
                          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 1, error);
  int wanted = words != NULL && words[0] != NULL ? daybook_agent_read_role (words[0], error) : 0;
  DaybookRole role;

  if (wanted < 0 || !open_book (cli, words, error))
    return FALSE;
  if (words[0] != NULL && (!check_owner (cli, error) || !daybook_gate_set_laptop (cli->store, (DaybookRole) wanted, error)))
    return FALSE;
  if (!daybook_gate_read_laptop (daybook_store_get_reader (cli->store), &role, error))
    return FALSE;

  print_laptop (cli, role);
  return TRUE;
}
