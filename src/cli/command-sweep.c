/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/print-act.h"
#include "cli/print-row.h"

#include "core/day.h"
#include "store/passes.h"

#include <glib/gi18n-lib.h>

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

static char *
today_of (DaybookCli *cli)
{
  return daybook_day_of (daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store));
}

/* --- list --------------------------------------------------------------------------- */

static void
print_json (DaybookCli        *cli,
            const DaybookPass *pass,
            const char        *day,
            GPtrArray         *ticks)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *rows = json_array_new ();

  for (guint i = 0; i < pass->rounds->len * pass->steps->len; i++)
    {
      const DaybookPassRound *round = g_ptr_array_index (pass->rounds, i / pass->steps->len);
      const DaybookPassStep *step = g_ptr_array_index (pass->steps, i % pass->steps->len);
      const DaybookRow *tick = daybook_pass_ticks_find (ticks, round->key, step->key);
      JsonObject *row = json_object_new ();

      json_object_set_string_member (row, "round", round->key);
      json_object_set_string_member (row, "step", step->key);
      json_object_set_boolean_member (row, "done", tick != NULL);
      daybook_json_set_moment (row, "at", cli, tick != NULL ? daybook_row_int (tick, DAYBOOK_PASS_TICK_AT) : 0);
      daybook_json_set_id (row, "agent", tick != NULL ? daybook_row_ref_id (tick, DAYBOOK_PASS_TICK_AGENT) : NULL);
      json_array_add_object_element (rows, row);
    }
  json_object_set_string_member (object, "pass", pass->key);
  json_object_set_string_member (object, "day", day);
  json_object_set_int_member (object, "done", ticks->len);
  json_object_set_array_member (object, "rows", rows);
  daybook_print_json (object);
}

static void
print_text (DaybookCli        *cli,
            const DaybookPass *pass,
            GPtrArray         *ticks)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, "", DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Round"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Checkpoint"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("When"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Agent"), DAYBOOK_ALIGN_LEFT);
  for (guint i = 0; i < pass->rounds->len * pass->steps->len; i++)
    {
      const DaybookPassRound *round = g_ptr_array_index (pass->rounds, i / pass->steps->len);
      const DaybookPassStep *step = g_ptr_array_index (pass->steps, i % pass->steps->len);
      const DaybookRow *tick = daybook_pass_ticks_find (ticks, round->key, step->key);
      g_autofree char *at = tick != NULL ? daybook_row_field_text (cli, tick, DAYBOOK_PASS_TICK_AT) : g_strdup ("");
      g_autofree char *agent = tick != NULL ? daybook_row_field_text (cli, tick, DAYBOOK_PASS_TICK_AGENT) : g_strdup ("");

      daybook_text_table_row (table);
      daybook_text_table_cell (table, tick != NULL ? "✓" : "");
      daybook_text_table_cell (table, round->label);
      daybook_text_table_cell (table, step->label);
      daybook_text_table_cell (table, at);
      daybook_text_table_cell (table, agent);
    }
  daybook_print_table (table);
}

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &word, N_("Of this day (2026-11-29); without it today"), N_("DAY") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  const DaybookPass *pass = daybook_pass_shipped (DAYBOOK_PASS_SWEEP);
  g_autofree char *day = NULL;
  g_autoptr(GPtrArray) ticks = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;
  if (word != NULL && !daybook_day_is (word))
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is no day; one is written 2026-11-29."), word);
      return FALSE;
    }

  day = word != NULL ? g_strdup (word) : today_of (cli);
  ticks = daybook_reader_pass_ticks (reader_of (cli), pass->key, day, error);
  if (ticks == NULL)
    return FALSE;
  if (daybook_cli_is_json (cli))
    print_json (cli, pass, day, ticks);
  else
    print_text (cli, pass, ticks);
  return TRUE;
}

/* --- tick ----------------------------------------------------------------------------- */

/* “there are: before, after” */
static char *
name_keys (GPtrArray *all)
{
  GString *keys = g_string_new (NULL);

  /* Both have their key first. */
  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (keys, i > 0 ? ", %s" : "%s", *(char **) g_ptr_array_index (all, i));
  return g_string_free (keys, FALSE);
}

static gboolean
check_place (const DaybookPass  *pass,
             char              **words,
             GError            **error)
{
  const char *unknown = NULL;
  GPtrArray *known = NULL;

  if (daybook_pass_find_round (pass, words[0]) == NULL)
    unknown = words[0], known = pass->rounds;
  else if (daybook_pass_find_step (pass, words[1]) == NULL)
    unknown = words[1], known = pass->steps;
  if (unknown == NULL)
    return TRUE;

  g_autofree char *keys = name_keys (known);
  /* Translators: %2$s is a list of words. */
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("The sweep has no “%1$s”; there are: %2$s."), unknown, keys);
  return FALSE;
}

static gboolean
run_state (DaybookCli       *cli,
           char            **arguments,
           DaybookTickState  state,
           GError          **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, 2, error);
  const DaybookPass *pass = daybook_pass_shipped (DAYBOOK_PASS_SWEEP);
  g_autofree char *day = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookId id;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error)
      || !check_place (pass, words, error))
    return FALSE;

  day = today_of (cli);
  edit = daybook_pass_act_tick (pass, day, daybook_pass_find_round (pass, words[0]), daybook_pass_find_step (pass, words[1]), state,
                                daybook_store_get_agent (cli->store), daybook_store_get_now (cli->store));
  daybook_pass_tick_id (&id, pass->key, day, words[0], words[1]);
  return daybook_commit_and_print_row (cli, edit, &daybook_pass_ticks, &id, error);
}

static gboolean
run_tick (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  return run_state (cli, arguments, DAYBOOK_TICK_ON, error);
}

static gboolean
run_untick (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  return run_state (cli, arguments, DAYBOOK_TICK_OFF, error);
}

static gboolean
run_sweep (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "list", run_list },
    { "tick", run_tick },
    { "untick", run_untick },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_sweep = {
  "sweep", "list [--day DAY] | tick ROUND PLACE | untick ROUND PLACE",
  N_("Go through the shop’s back office, place by place, and tick each"),
  DAYBOOK_WORDS_TEXT,
  run_sweep,
};
