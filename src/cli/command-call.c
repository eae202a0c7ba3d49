/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/output.h"
#include "cli/plain-rows.h"
#include "cli/print-act.h"
#include "cli/read-field.h"

#include "store/call-plans.h"

#include <glib/gi18n-lib.h>

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

/* --- list --------------------------------------------------------------------------------- */

static JsonObject *
plan_to_json (DaybookCli                  *cli,
              const DaybookCallPlanEntry  *plan,
              const DaybookCallPreview    *preview)
{
  JsonObject *object = json_object_new ();
  g_autofree char *words = daybook_call_plan_words (reader_of (cli), plan);
  const char *questions = plan->row != NULL ? daybook_row_text (plan->row, DAYBOOK_CALL_PLAN_QUESTIONS) : plan->starter->questions;
  gboolean survey = plan->row != NULL ? daybook_row_int (plan->row, DAYBOOK_CALL_PLAN_SURVEY) != 0 : plan->starter->survey;

  daybook_json_set_id (object, "id", plan->row != NULL ? &plan->row->id : NULL);
  json_object_set_string_member (object, "kind", daybook_call_plans.kind);
  json_object_set_string_member (object, "title", daybook_call_plan_name (plan));
  daybook_json_set_text (object, "starter", plan->starter != NULL ? plan->starter->key : NULL);
  json_object_set_boolean_member (object, "used", daybook_call_plan_is_used (plan));
  json_object_set_string_member (object, "on", daybook_field_word_name (&daybook_call_plans.fields[DAYBOOK_CALL_PLAN_ON], daybook_call_plan_on (plan)));
  daybook_json_set_text (object, "register", daybook_call_plan_of (plan));
  json_object_set_int_member (object, "days", daybook_call_plan_days (plan));
  json_object_set_string_member (object, "grade", daybook_field_word_name (&daybook_call_plans.fields[DAYBOOK_CALL_PLAN_GRADE], daybook_call_plan_grade (plan)));
  json_object_set_string_member (object, "words", words);
  json_object_set_string_member (object, "questions", questions);
  json_object_set_boolean_member (object, "survey", survey);
  json_object_set_int_member (object, "calls", preview->n);
  daybook_json_set_text (object, "wants", preview->wants);
  return object;
}

static void
print_row (DaybookCli                  *cli,
           DaybookTextTable            *table,
           const DaybookCallPlanEntry  *plan,
           const DaybookCallPreview    *preview)
{
  g_autofree char *words = daybook_call_plan_words (reader_of (cli), plan);
  g_autofree char *calls = preview->wants != NULL ? g_strdup (preview->wants) : g_strdup_printf ("%u", preview->n);
  g_autofree char *id = plan->starter == NULL ? daybook_id_to_string (&plan->row->id) : NULL;

  daybook_text_table_row (table);
  daybook_text_table_cell (table, daybook_call_plan_is_used (plan) ? "✓" : "");
  daybook_text_table_cell (table, daybook_call_plan_name (plan));
  daybook_text_table_cell (table, words);
  daybook_text_table_cell (table, calls);
  daybook_text_table_cell (table, plan->starter != NULL ? plan->starter->key : id);
}

/* Each with what it would do; as text, or in JSON. */
static gboolean
print_plans (DaybookCli        *cli,
             GPtrArray         *all,
             DaybookTextTable  *table,
             GError           **error)
{
  for (guint i = 0; i < all->len; i++)
    {
      const DaybookCallPlanEntry *plan = g_ptr_array_index (all, i);
      g_auto(DaybookCallPreview) preview = { 0 };

      if (!daybook_reader_call_preview (reader_of (cli), plan, daybook_store_get_now (cli->store), &preview, error))
        return FALSE;
      if (table != NULL)
        print_row (cli, table, plan, &preview);
      else
        {
          g_autoptr(JsonObject) object = plan_to_json (cli, plan, &preview);

          daybook_print_list_row (object, i);
        }
    }
  return TRUE;
}

static gboolean
print_text (DaybookCli  *cli,
            GPtrArray   *all,
            GError     **error)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Used"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Call-back plan"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("When"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Calls in 30 days"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Name"), DAYBOOK_ALIGN_WHOLE);
  if (!print_plans (cli, all, table, error))
    return FALSE;

  daybook_print_table (table);
  return TRUE;
}

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);
  g_autoptr(GPtrArray) all = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || (all = daybook_call_plans_read (reader_of (cli), error)) == NULL)
    return FALSE;
  if (!daybook_cli_is_json (cli))
    return print_text (cli, all, error);

  daybook_print_list_begin (daybook_call_plans.plural, all->len);
  if (!print_plans (cli, all, NULL, error))
    return FALSE;
  daybook_print_list_end ();
  return TRUE;
}

/* --- add, set, on, off ------------------------------------------------------------------------ */

static gboolean
run_add (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse_settings (cli, arguments, 2, G_MAXUINT, error);

  return words != NULL && daybook_plain_rows_add (cli, &daybook_call_plans, words, DAYBOOK_CALL_PLAN_SINCE, -1, error);
}

static gboolean
add_change (DaybookCli                  *cli,
            DaybookEdit                 *edit,
            const DaybookCallPlanEntry  *plan,
            const char                  *word,
            GError                     **error)
{
  DaybookValue value;
  guint field;

  if (!daybook_read_assignment (cli, &daybook_call_plans, plan->row, word, &field, &value, error))
    return FALSE;

  daybook_call_plan_set (edit, plan, field, value, daybook_store_get_now (cli->store));
  return TRUE;
}

static void
find_id (const DaybookCallPlanEntry *plan,
         DaybookId                  *id)
{
  if (plan->row != NULL)
    *id = plan->row->id;
  else
    daybook_call_starter_id (plan->starter->key, id);
}

static gboolean
run_set (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse_settings (cli, arguments, 2, G_MAXUINT, error);
  g_autoptr(DaybookCallPlanEntry) plan = NULL;
  DaybookId id;

  if (words == NULL || (plan = daybook_call_plan_find (reader_of (cli), words[0], error)) == NULL)
    return FALSE;

  g_autofree char *title = g_strdup_printf (_("%1$s: %2$s"), _(daybook_call_plans.label), daybook_call_plan_name (plan));
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  for (guint i = 1; words[i] != NULL; i++)
    if (!add_change (cli, edit, plan, words[i], error))
      return FALSE;
  find_id (plan, &id);
  return daybook_commit_and_print_row (cli, edit, &daybook_call_plans, &id, error);
}

static gboolean
run_switch (DaybookCli  *cli,
            char       **arguments,
            gboolean     used,
            GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse_settings (cli, arguments, 1, 1, error);
  g_autoptr(DaybookCallPlanEntry) plan = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookId id;

  if (words == NULL || (plan = daybook_call_plan_find (reader_of (cli), words[0], error)) == NULL)
    return FALSE;

  edit = daybook_call_plan_act_use (plan, used, daybook_store_get_agent (cli->store), daybook_store_get_now (cli->store), &id);
  return daybook_commit_and_print_row (cli, edit, &daybook_call_plans, &id, error);
}

static gboolean
run_on (DaybookCli  *cli,
        char       **arguments,
        GError     **error)
{
  return run_switch (cli, arguments, TRUE, error);
}

static gboolean
run_off (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  return run_switch (cli, arguments, FALSE, error);
}

static gboolean
run_plan (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "list", run_list },
    { "set", run_set },
    { "add", run_add },
    { "on", run_on },
    { "off", run_off },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

static gboolean
run_call (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "plan", run_plan },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_call = {
  "call",
  "plan list | plan set PLAN FIELD=VALUE… | plan add NAME FIELD=VALUE… | plan on PLAN | plan off PLAN",
  N_("Say whom the shop calls back by itself"),
  DAYBOOK_WORDS_TEXT,
  run_call,
};
