/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-agent.h"

#include "cli/print-list.h"
#include "cli/print-row.h"

#include "core/answering.h"
#include "core/shop.h"
#include "store/presences.h"

#include <glib/gi18n-lib.h>

static gboolean
has_pin (const DaybookRow *agent)
{
  return *daybook_row_text (agent, DAYBOOK_AGENT_PIN) != '\0';
}

static void
set_time (DaybookCli *cli,
          JsonObject *object,
          const char *member,
          gint64      time)
{
  if (time != 0)
    daybook_json_set_moment (object, member, cli, time);
  else
    json_object_set_null_member (object, member);
}

static JsonObject *
to_json (DaybookCli              *cli,
         const DaybookRow        *agent,
         const DaybookAttendance *attendance)
{
  JsonObject *object = daybook_row_to_json (cli, agent);

  json_object_set_boolean_member (object, "has_pin", has_pin (agent));
  set_time (cli, object, "on_since", attendance->on_since);
  set_time (cli, object, "away_since", attendance->away_since);
  daybook_json_set_text (object, "away_note", attendance->note);
  return object;
}

static char *
describe (DaybookCli              *cli,
          const DaybookAttendance *attendance)
{
  return daybook_attendance_describe (attendance, daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store));
}

/* What they answer for, or NULL. (transfer full) */
static char *
read_answering (DaybookCli       *cli,
                const DaybookRow *agent)
{
  DaybookReader *reader = daybook_store_get_reader (cli->store);
  g_autoptr(GPtrArray) channels = daybook_reader_all (reader, &daybook_channel_people, NULL);
  g_autoptr(GPtrArray) accounts = daybook_reader_all (reader, &daybook_sub_accounts, NULL);

  return channels != NULL && accounts != NULL ? daybook_answering_describe (channels, accounts, &agent->id) : NULL;
}

static void
add_line (DaybookCli              *cli,
          DaybookTextTable        *text,
          const DaybookRow        *agent,
          const DaybookAttendance *attendance)
{
  static const guint FIELDS[] = { DAYBOOK_AGENT_CODE, DAYBOOK_AGENT_NAME, DAYBOOK_AGENT_ROLE, DAYBOOK_AGENT_SHIFT };
  g_autofree char *id = daybook_id_to_string (&agent->id);
  g_autofree char *quota = daybook_row_field_text (cli, agent, DAYBOOK_AGENT_QUOTA);
  g_autofree char *trusted = daybook_row_field_text (cli, agent, DAYBOOK_AGENT_TRUSTED);
  g_autofree char *standing = describe (cli, attendance);
  g_autofree char *answering = read_answering (cli, agent);

  daybook_text_table_row (text);
  daybook_text_table_cell (text, id);
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      g_autofree char *cell = daybook_row_field_text (cli, agent, FIELDS[i]);

      daybook_text_table_cell (text, cell);
    }
  daybook_text_table_cell (text, has_pin (agent) ? _("yes") : _("no"));
  daybook_text_table_cell (text, trusted);
  daybook_text_table_cell (text, quota);
  daybook_text_table_cell (text, standing);
  daybook_text_table_cell (text, answering != NULL ? answering : "");
}

static DaybookTextTable *
new_table (void)
{
  static const guint FIELDS[] = { DAYBOOK_AGENT_CODE, DAYBOOK_AGENT_NAME, DAYBOOK_AGENT_ROLE, DAYBOOK_AGENT_SHIFT, DAYBOOK_AGENT_PIN, DAYBOOK_AGENT_TRUSTED };
  DaybookTextTable *text = daybook_print_new_table ();

  daybook_text_table_column (text, _("Id"), DAYBOOK_ALIGN_LEFT);
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    daybook_text_table_column (text, _(daybook_agents.fields[FIELDS[i]].label), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (text, _(daybook_agents.fields[DAYBOOK_AGENT_QUOTA].label), DAYBOOK_ALIGN_RIGHT);
  daybook_text_table_column (text, _("Now"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (text, _("Answers for"), DAYBOOK_ALIGN_LEFT);
  return text;
}

static gboolean
print_each (DaybookCli        *cli,
            GPtrArray         *agents,
            DaybookTextTable  *text,
            GError           **error)
{
  for (guint i = 0; i < agents->len; i++)
    {
      const DaybookRow *agent = g_ptr_array_index (agents, i);
      g_auto(DaybookAttendance) attendance = DAYBOOK_ATTENDANCE_INIT;

      if (!daybook_attendance_read (daybook_store_get_reader (cli->store), &agent->id, &attendance, error))
        return FALSE;
      if (text != NULL)
        {
          add_line (cli, text, agent, &attendance);
          continue;
        }

      g_autoptr(JsonObject) object = to_json (cli, agent, &attendance);
      daybook_print_list_row (object, i);
    }

  return TRUE;
}

gboolean
daybook_print_agents (DaybookCli  *cli,
                      GError     **error)
{
  g_autoptr(GPtrArray) agents = daybook_reader_all (daybook_store_get_reader (cli->store), &daybook_agents, error);
  g_autoptr(DaybookTextTable) text = daybook_cli_is_json (cli) ? NULL : new_table ();

  if (agents == NULL)
    return FALSE;

  if (text == NULL)
    daybook_print_list_begin (daybook_agents.plural, agents->len);
  if (!print_each (cli, agents, text, error))
    return FALSE;

  if (text == NULL)
    daybook_print_list_end ();
  else
    daybook_print_table (text);
  return TRUE;
}

gboolean
daybook_print_agent (DaybookCli        *cli,
                     const DaybookRow  *agent,
                     GError           **error)
{
  g_auto(DaybookAttendance) attendance = DAYBOOK_ATTENDANCE_INIT;
  g_autofree char *standing = NULL;
  g_autofree char *answering = NULL;

  if (!daybook_attendance_read (daybook_store_get_reader (cli->store), &agent->id, &attendance, error))
    return FALSE;

  if (daybook_cli_is_json (cli))
    {
      g_autoptr(JsonObject) object = to_json (cli, agent, &attendance);

      daybook_print_json (object);
      return TRUE;
    }

  guint width = daybook_text_width (_(daybook_agents.fields[DAYBOOK_AGENT_TRUSTED].label));
  standing = describe (cli, &attendance);
  answering = read_answering (cli, agent);
  daybook_print_details (cli, agent);
  daybook_print_detail (_(daybook_agents.fields[DAYBOOK_AGENT_PIN].label), width, has_pin (agent) ? _("yes") : _("no"));
  daybook_print_detail (_("Now"), width, *standing != '\0' ? standing : _("off shift"));
  if (answering != NULL)
    daybook_print_detail (_("Answers for"), width, answering);
  return TRUE;
}
