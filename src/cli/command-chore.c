/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/due-key.h"
#include "cli/find-chore.h"
#include "cli/find-row.h"
#include "cli/print-act.h"
#include "cli/read-field.h"

#include "core/day.h"
#include "core/moment.h"
#include "core/shop.h"
#include "store/due-acts.h"

#include <glib/gi18n-lib.h>

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

static gint64
now_of (DaybookCli *cli)
{
  return daybook_store_get_now (cli->store);
}

/* --- list ----------------------------------------------------------------------------- */

static JsonArray *
list_steps (DaybookCli         *cli,
            const DaybookChore *chore,
            GPtrArray          *ticks)
{
  g_autoptr(DaybookPass) pass = daybook_chore_list (chore);
  const DaybookPassRound *round = g_ptr_array_index (pass->rounds, 0);
  JsonArray *steps = json_array_new ();

  for (guint i = 0; i < pass->steps->len; i++)
    {
      const DaybookPassStep *step = g_ptr_array_index (pass->steps, i);
      const DaybookRow *tick = ticks != NULL ? daybook_pass_ticks_find (ticks, round->key, step->key) : NULL;
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "step", step->key);
      json_object_set_string_member (object, "label", step->label);
      json_object_set_boolean_member (object, "done", tick != NULL);
      daybook_json_set_moment (object, "at", cli, tick != NULL ? daybook_row_int (tick, DAYBOOK_PASS_TICK_AT) : 0);
      daybook_json_set_id (object, "agent", tick != NULL ? daybook_row_ref_id (tick, DAYBOOK_PASS_TICK_AGENT) : NULL);
      json_array_add_object_element (steps, object);
    }
  return steps;
}

/* The ticks of the time at hand; NULL: there are none. */
static GPtrArray *
read_ticks (DaybookCli         *cli,
            const DaybookChore *chore)
{
  g_autofree char *key = chore->at_hand != 0 ? daybook_chore_pass_key (chore->row) : NULL;
  g_autofree char *day = chore->at_hand != 0 ? daybook_chore_day (reader_of (cli), chore->at_hand) : NULL;

  return key != NULL ? daybook_reader_pass_ticks (reader_of (cli), key, day, NULL) : NULL;
}

static JsonObject *
chore_to_json (DaybookCli         *cli,
               const DaybookChore *chore)
{
  JsonObject *object = json_object_new ();
  g_autoptr(GPtrArray) ticks = read_ticks (cli, chore);
  g_autofree char *title = daybook_chore_title (chore);
  g_autofree char *name = daybook_chore_name (chore);
  gint64 role = chore->row != NULL ? daybook_row_int (chore->row, DAYBOOK_CHORE_ROLE) : DAYBOOK_CHORE_ANYONE;

  daybook_json_set_id (object, "id", chore->row != NULL ? &chore->row->id : NULL);
  daybook_json_set_text (object, "template", name);
  json_object_set_string_member (object, "title", title);
  json_object_set_string_member (object, "recurrence", daybook_chore_when (chore));
  json_object_set_boolean_member (object, "used", daybook_chore_is_used (chore));
  json_object_set_string_member (object, "role", daybook_field_word_name (&daybook_chores.fields[DAYBOOK_CHORE_ROLE], role));
  daybook_json_set_id (object, "agent", chore->row != NULL ? daybook_row_ref_id (chore->row, DAYBOOK_CHORE_PERSON) : NULL);
  daybook_json_set_moment (object, "open", cli, chore->open);
  json_object_set_int_member (object, "times", chore->n_due);
  daybook_json_set_moment (object, "at_hand", cli, chore->at_hand);
  json_object_set_array_member (object, "steps", list_steps (cli, chore, ticks));
  return object;
}

static void
print_row (DaybookCli         *cli,
           DaybookTextTable   *table,
           const DaybookChore *chore)
{
  g_autofree char *title = daybook_chore_title (chore);
  g_autofree char *name = daybook_chore_name (chore);
  g_autofree char *id = chore->row != NULL ? daybook_id_to_string (&chore->row->id) : NULL;
  g_autofree char *open = chore->open != 0 ? daybook_moment_format (chore->open, now_of (cli), daybook_store_get_zone (cli->store)) : g_strdup ("");
  g_autofree char *times = chore->n_due > 1 ? g_strdup_printf ("%s ×%u", open, chore->n_due) : g_steal_pointer (&open);
  DaybookRecurrence recurrence;
  g_autofree char *when = daybook_recurrence_parse (daybook_chore_when (chore), &recurrence, NULL)
                            ? daybook_recurrence_words (&recurrence) : g_strdup (daybook_chore_when (chore));

  daybook_text_table_row (table);
  daybook_text_table_cell (table, daybook_chore_is_used (chore) ? "✓" : "");
  daybook_text_table_cell (table, title);
  daybook_text_table_cell (table, when);
  daybook_text_table_cell (table, times);
  daybook_text_table_cell (table, name != NULL ? name : id);
}

static void
print_text (DaybookCli *cli,
            GPtrArray  *all)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Used"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Chore"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("How often"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Due"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Name"), DAYBOOK_ALIGN_WHOLE);
  for (guint i = 0; i < all->len; i++)
    print_row (cli, table, g_ptr_array_index (all, i));
  daybook_print_table (table);
}

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);
  g_autoptr(GPtrArray) all = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_settle_due (cli, error)
      || (all = daybook_chores_read (reader_of (cli), error)) == NULL)
    return FALSE;

  if (!daybook_cli_is_json (cli))
    {
      print_text (cli, all);
      return TRUE;
    }

  daybook_print_list_begin (daybook_chores.plural, all->len);
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr(JsonObject) object = chore_to_json (cli, g_ptr_array_index (all, i));

      daybook_print_list_row (object, i);
    }
  daybook_print_list_end ();
  return TRUE;
}

/* --- new ---------------------------------------------------------------------------------- */

/* The options of a new one, as written. */
typedef struct
{
  char  *every;
  char  *role;
  char  *to;
  char  *note;
  char **items;
} NewWords;

static void
clear_new (NewWords *words)
{
  g_free (words->every);
  g_free (words->role);
  g_free (words->to);
  g_free (words->note);
  g_strfreev (words->items);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewWords, clear_new)

static gboolean
give_rest (DaybookCli      *cli,
           DaybookEdit     *edit,
           const NewWords  *said,
           GError         **error)
{
  g_autofree char *items = said->items != NULL ? g_strjoinv ("\n", said->items) : NULL;
  g_autoptr(DaybookRow) to = said->to != NULL ? daybook_find_agent (cli->store, said->to, error) : NULL;
  gint64 role;

  if ((said->to != NULL && to == NULL)
      || !daybook_read_word (cli, &daybook_chores.fields[DAYBOOK_CHORE_ROLE], said->role, &role, error))
    return FALSE;

  daybook_edit_give (edit, DAYBOOK_CHORE_ROLE, daybook_value_int (role));
  if (to != NULL)
    daybook_edit_give (edit, DAYBOOK_CHORE_PERSON, daybook_value_id (&to->id));
  if (items != NULL)
    daybook_edit_give (edit, DAYBOOK_CHORE_ITEMS, daybook_value_text (items));
  if (said->note != NULL)
    daybook_edit_give (edit, DAYBOOK_CHORE_NOTE, daybook_value_text (said->note));
  return TRUE;
}

static gboolean
run_new (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(NewWords) said = { NULL };
  const GOptionEntry entries[] = {
    { "every", 0, 0, G_OPTION_ARG_FILENAME, &said.every, N_("How often: “daily 18:00”, “weekly sun 14:30”, “monthly 1,16 10:00”, “monthly last 17:00”"), N_("RECURRENCE") },
    { "item", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &said.items, N_("What is ticked off each time; may be given several times"), N_("TEXT") },
    { "role", 0, 0, G_OPTION_ARG_FILENAME, &said.role, N_("In which role it is done"), N_("ROLE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &said.to, N_("Who does it"), N_("AGENT") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &said.note, N_("What is to be said of it"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  DaybookRecurrence recurrence;
  DaybookId id;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_right (cli, DAYBOOK_RIGHT_SETTINGS, error))
    return FALSE;
  if (said.every == NULL)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Say with --every how often it is to be done."));
      return FALSE;
    }
  if (!daybook_recurrence_parse (said.every, &recurrence, error))
    return FALSE;

  g_autofree char *even = daybook_recurrence_print (&recurrence);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, words[0]);
  daybook_chore_add (edit, words[0], even, now_of (cli), &id);
  return give_rest (cli, edit, &said, error) && daybook_commit_and_print_row (cli, edit, &daybook_chores, &id, error);
}

/* --- set, on, off ----------------------------------------------------------------------------- */

/* One of the shop's: a template that nobody has switched on has nothing to change, and nothing due. */
static DaybookChore *
find_used (DaybookCli  *cli,
           const char  *word,
           GError     **error)
{
  g_autoptr(DaybookChore) chore = daybook_find_chore (cli, word, error);

  if (chore == NULL || chore->row != NULL)
    return g_steal_pointer (&chore);

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("Nobody has switched on “%s”: “daybookctl chore on” does."), word);
  return NULL;
}

static gboolean
add_change (DaybookCli          *cli,
            DaybookEdit         *edit,
            const DaybookChore  *chore,
            const char          *word,
            GError             **error)
{
  DaybookValue value;
  guint field;

  if (!daybook_read_assignment (cli, &daybook_chores, chore->row, word, &field, &value, error))
    return FALSE;

  daybook_chore_set (edit, chore, field, value, now_of (cli));
  return TRUE;
}

static gboolean
run_set (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse_settings (cli, arguments, 2, G_MAXUINT, error);
  g_autoptr(DaybookChore) chore = NULL;

  if (words == NULL || !daybook_cli_settle_due (cli, error) || (chore = find_used (cli, words[0], error)) == NULL)
    return FALSE;

  g_autofree char *name = daybook_chore_title (chore);
  /* Translators: an act in the history; %s: a chore, such as “Weekly Meeting” */
  g_autofree char *title = g_strdup_printf (_("Chore · %s"), name);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  for (guint i = 1; words[i] != NULL; i++)
    if (!add_change (cli, edit, chore, words[i], error))
      return FALSE;

  return daybook_commit_and_print_row (cli, edit, &daybook_chores, &chore->row->id, error);
}

static gboolean
run_switch (DaybookCli          *cli,
            char               **arguments,
            DaybookChoreSwitch   state,
            GError             **error)
{
  g_auto(GStrv) words = daybook_cli_parse_settings (cli, arguments, 1, 1, error);
  g_autoptr(DaybookChore) chore = NULL;
  DaybookId id;

  if (words == NULL || !daybook_cli_settle_due (cli, error)
      || (chore = state == DAYBOOK_CHORE_ON ? daybook_find_chore (cli, words[0], error) : find_used (cli, words[0], error)) == NULL)
    return FALSE;

  g_autoptr(DaybookEdit) edit = daybook_chore_act_use (chore, state, daybook_store_get_agent (cli->store), now_of (cli), &id);
  return daybook_commit_and_print_row (cli, edit, &daybook_chores, &id, error);
}

static gboolean
run_on (DaybookCli  *cli,
        char       **arguments,
        GError     **error)
{
  return run_switch (cli, arguments, DAYBOOK_CHORE_ON, error);
}

static gboolean
run_off (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  return run_switch (cli, arguments, DAYBOOK_CHORE_OFF, error);
}

/* --- done ------------------------------------------------------------------------------------ */

static gboolean
run_done (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);
  g_autoptr(DaybookChore) chore = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookDueItem *item;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error)
      || !daybook_cli_settle_due (cli, error) || (chore = find_used (cli, words[0], error)) == NULL
      || (item = daybook_due_find (reader_of (cli), chore->row, DAYBOOK_RULE_CHORE, 0, error)) == NULL)
    return FALSE;

  g_ptr_array_add (items, item);
  edit = daybook_due_act_done (reader_of (cli), items, daybook_store_get_agent (cli->store), now_of (cli), error);
  return edit != NULL && daybook_commit_and_print (cli, edit, error);
}

/* --- tick --------------------------------------------------------------------------------------- */

static gboolean
check_step (const DaybookChore  *chore,
            const char          *step,
            GError             **error)
{
  g_autoptr(DaybookPass) pass = daybook_chore_list (chore);
  g_autoptr(GString) keys = g_string_new (NULL);

  if (chore->at_hand == 0)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("This is switched off: there is nothing to tick off."));
      return FALSE;
    }
  if (daybook_pass_find_step (pass, step) != NULL)
    return TRUE;

  for (guint i = 0; i < pass->steps->len; i++)
    g_string_append_printf (keys, i > 0 ? ", %s" : "%s", ((const DaybookPassStep *) g_ptr_array_index (pass->steps, i))->key);
  /* Translators: %2$s is a list of words. */
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("The list has no “%1$s”; there are: %2$s."), step, keys->str);
  return FALSE;
}

static gboolean
run_state (DaybookCli        *cli,
           char             **arguments,
           DaybookTickState   state,
           GError           **error)
{
  g_autofree char *day = NULL;
  const GOptionEntry entries[] = {
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &day, N_("Of this day (2026-11-29); without it the one at hand"), N_("DAY") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 2, 2, error);
  g_autoptr(DaybookChore) chore = NULL;
  g_autofree char *key = NULL;
  DaybookId id;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;
  if (day != NULL && !daybook_day_is (day))
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is no day; one is written 2026-11-29."), day);
      return FALSE;
    }
  if (!daybook_cli_settle_due (cli, error) || (chore = find_used (cli, words[0], error)) == NULL || !check_step (chore, words[1], error))
    return FALSE;

  if (day == NULL)
    day = daybook_chore_day (reader_of (cli), chore->at_hand);
  key = daybook_chore_pass_key (chore->row);
  daybook_pass_tick_id (&id, key, day, daybook_chore_round_key (chore->row), words[1]);
  g_autoptr(DaybookEdit) edit = daybook_chore_act_tick (chore, day, words[1], state, daybook_store_get_agent (cli->store), now_of (cli));
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
run_chore (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "list", run_list },
    { "new", run_new },
    { "on", run_on },
    { "off", run_off },
    { "set", run_set },
    { "done", run_done },
    { "tick", run_tick },
    { "untick", run_untick },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_chore = {
  "chore",
  "list | new TITLE --every RECURRENCE [--item TEXT…] [--role ROLE] [--to AGENT] [--note TEXT] | on CHORE | off CHORE | set CHORE FIELD=VALUE…"
  " | done CHORE | tick CHORE STEP [--day DAY] | untick CHORE STEP [--day DAY]",
  N_("Do what comes again, and tick off its list"),
  DAYBOOK_WORDS_TEXT,
  run_chore,
};
