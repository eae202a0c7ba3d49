/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/due-key.h"
#include "cli/grade-contacts.h"
#include "cli/find-row.h"
#include "cli/output.h"
#include "cli/print-act.h"
#include "cli/print-list.h"
#include "cli/print-row.h"
#include "cli/read-field.h"

#include "core/words.h"
#include "store/grade-proposals.h"
#include "store/grades.h"
#include "store/reach.h"

#include <glib/gi18n-lib.h>

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

static const char *
grade_word (DaybookGrade grade)
{
  return daybook_grade_words[grade].word;
}

/* --- list ------------------------------------------------------------------------------ */

static void
set_number (JsonObject *object,
            const char *member,
            gint64      number,
            gint64      none)
{
  if (number != none)
    json_object_set_int_member (object, member, number);
  else
    json_object_set_null_member (object, member);
}

static void
set_money (JsonObject *object,
           const char *member,
           gint64      minor,
           const char *currency)
{
  JsonObject *money;

  if (minor < 0)
    {
      json_object_set_null_member (object, member);
      return;
    }

  money = json_object_new ();
  json_object_set_int_member (money, "minor", minor);
  json_object_set_string_member (money, "currency", currency);
  json_object_set_object_member (object, member, money);
}

static JsonObject *
grade_to_json (const DaybookGradeRules *rules,
               DaybookGrade             grade)
{
  const DaybookGradeRule *rule = &rules->of[grade];
  g_autofree char *asks = daybook_grade_rule_asks (rule);
  g_autofree char *gives = daybook_grade_rule_gives (rule);
  JsonObject *object = json_object_new ();
  DaybookId id;

  daybook_grade_row_id (&id, grade);
  daybook_json_set_id (object, "id", &id);
  json_object_set_string_member (object, "kind", daybook_grades.kind);
  json_object_set_string_member (object, "title", daybook_grade_name (rules, grade));
  json_object_set_string_member (object, "grade", grade_word (grade));
  json_object_set_boolean_member (object, "used", rule->used);
  daybook_json_set_text (object, "name", rule->name);
  set_money (object, "spent", rule->spent, rule->currency);
  set_number (object, "orders", rule->orders, -1);
  set_number (object, "days", rule->days, 0);
  json_object_set_boolean_member (object, "either", rule->either);
  json_object_set_boolean_member (object, "by_hand", rule->by_hand);
  if (rule->discount > 0)
    json_object_set_double_member (object, "discount", (double) rule->discount / 10);
  else
    json_object_set_null_member (object, "discount");
  json_object_set_boolean_member (object, "stacked", rule->stacked);
  daybook_json_set_text (object, "benefits", rule->benefits);
  set_number (object, "interval", rule->interval, 0);
  json_object_set_string_member (object, "asks", asks);
  json_object_set_string_member (object, "gives", gives);
  return object;
}

static void
print_grades (const DaybookGradeRules *rules)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("VIP grade"), DAYBOOK_ALIGN_WHOLE);
  daybook_text_table_column (table, _("Name"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Used"), DAYBOOK_ALIGN_LEFT);
  /* Translators: what a VIP grade asks of a customer, and what it gives. */
  daybook_text_table_column (table, C_("grade", "Asks"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, C_("grade", "Gives"), DAYBOOK_ALIGN_LEFT);
  for (guint i = DAYBOOK_GRADE_1; i < DAYBOOK_N_GRADES; i++)
    {
      const DaybookGradeRule *rule = &rules->of[i];
      g_autofree char *asks = rule->by_hand ? g_strdup (_("Given by hand only")) : daybook_grade_rule_asks (rule);
      g_autofree char *gives = daybook_grade_rule_gives (rule);

      daybook_text_table_row (table);
      daybook_text_table_cell (table, grade_word ((DaybookGrade) i));
      daybook_text_table_cell (table, daybook_grade_name (rules, (DaybookGrade) i));
      daybook_text_table_cell (table, rule->used ? _("Yes") : _("No"));
      daybook_text_table_cell (table, asks);
      daybook_text_table_cell (table, gives);
    }
  daybook_print_table (table);
}

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);
  g_auto(DaybookGradeRules) rules = { 0 };

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_reader_grades (reader_of (cli), &rules, error))
    return FALSE;

  if (!daybook_cli_is_json (cli))
    {
      print_grades (&rules);
      return TRUE;
    }

  daybook_print_list_begin (daybook_grades.plural, DAYBOOK_N_GRADES - 1);
  for (guint i = DAYBOOK_GRADE_1; i < DAYBOOK_N_GRADES; i++)
    {
      g_autoptr(JsonObject) object = grade_to_json (&rules, (DaybookGrade) i);

      daybook_print_list_row (object, i - 1);
    }
  daybook_print_list_end ();
  return TRUE;
}

/* --- set ------------------------------------------------------------------------------- */

static gboolean
find_grade (const char    *word,
            DaybookGrade  *grade,
            GError       **error)
{
  for (guint i = DAYBOOK_GRADE_1; i < DAYBOOK_N_GRADES; i++)
    if (g_str_equal (word, grade_word ((DaybookGrade) i)))
      {
        *grade = (DaybookGrade) i;
        return TRUE;
      }

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("There is no VIP grade “%s”: they are vip_1, vip_2 and vip_3."), word);
  return FALSE;
}

/* "used=no", or a field of the grade. */
static gboolean
add_change (DaybookCli    *cli,
            DaybookEdit   *edit,
            DaybookGrade   grade,
            const char    *word,
            GError       **error)
{
  g_autoptr(DaybookRow) none = daybook_row_new (&daybook_grades);
  DaybookAssignManner manner;
  DaybookValue value;
  const char *text;
  int field;

  if (g_str_equal (word, "used=yes") || g_str_equal (word, "used=no"))
    return daybook_grade_use (edit, reader_of (cli), grade, g_str_equal (word, "used=yes"), error);

  field = daybook_split_assignment (&daybook_grades, word, &manner, &text, error);
  return field >= 0 && daybook_read_value (cli, none, &daybook_grades.fields[field], text, &value, error)
         && daybook_grade_say (edit, reader_of (cli), grade, (guint) field, value, error);
}

static gboolean
run_set (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, G_MAXUINT, error);
  g_auto(DaybookGradeRules) rules = { 0 };
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookGrade grade;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_right (cli, DAYBOOK_RIGHT_SETTINGS, error)
      || !find_grade (words[0], &grade, error) || !daybook_reader_grades (reader_of (cli), &rules, error))
    return FALSE;

  g_autofree char *title = g_strdup_printf (_("VIP grade · %s"), daybook_grade_name (&rules, grade));
  edit = daybook_cli_new_edit (cli, title);
  for (guint i = 1; words[i] != NULL; i++)
    if (!add_change (cli, edit, grade, words[i], error))
      return FALSE;

  outcome = daybook_store_commit (cli->store, edit, error);
  if (outcome == NULL || !daybook_cli_settle_due (cli, error))
    return FALSE;

  g_auto(DaybookGradeRules) now = { 0 };
  if (!daybook_reader_grades (reader_of (cli), &now, error))
    return FALSE;
  if (daybook_cli_is_json (cli))
    {
      g_autoptr(JsonObject) object = grade_to_json (&now, grade);

      daybook_print_json (object);
    }
  else
    print_grades (&now);
  return TRUE;
}

/* --- proposals ----------------------------------------------------------------------------- */

static JsonObject *
candidate_to_json (DaybookCli                  *cli,
                   const DaybookGradeRules     *rules,
                   const DaybookGradeCandidate *candidate)
{
  g_autoptr(DaybookRow) row = daybook_reader_row (reader_of (cli), &daybook_customers, candidate->customer, NULL);
  g_autofree char *title = row != NULL ? daybook_row_display_title (cli, row) : NULL;
  g_autofree char *why = daybook_grade_proposal_reason (&candidate->proposal, rules);
  JsonObject *object = json_object_new ();

  daybook_json_set_id (object, "id", &candidate->id);
  json_object_set_string_member (object, "kind", daybook_customers.kind);
  json_object_set_string_member (object, "title", title != NULL ? title : "");
  json_object_set_string_member (object, "from", grade_word (candidate->proposal.from));
  json_object_set_string_member (object, "to", grade_word (candidate->proposal.to));
  set_money (object, "spent", candidate->proposal.spent, rules->of[candidate->proposal.quoted].currency);
  json_object_set_int_member (object, "orders", candidate->proposal.orders);
  json_object_set_string_member (object, "why", why);
  return object;
}

typedef struct
{
  GArray *candidates;
} Listed;

static gboolean
id_at (gpointer    data,
       guint       place,
       DaybookId  *id)
{
  *id = g_array_index (((Listed *) data)->candidates, DaybookGradeCandidate, place).id;
  return TRUE;
}

static void
print_candidates (DaybookCli               *cli,
                  const DaybookGradeRules  *rules,
                  GArray                   *candidates,
                  guint                     first,
                  guint                     last)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Customer"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("VIP grade"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Proposed"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Why"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("ID"), DAYBOOK_ALIGN_WHOLE);
  for (guint i = first; i < last; i++)
    {
      const DaybookGradeCandidate *candidate = &g_array_index (candidates, DaybookGradeCandidate, i);
      g_autoptr(DaybookRow) row = daybook_reader_row (reader_of (cli), &daybook_customers, candidate->customer, NULL);
      g_autofree char *title = row != NULL ? daybook_row_display_title (cli, row) : g_strdup ("");
      g_autofree char *why = daybook_grade_proposal_reason (&candidate->proposal, rules);
      g_autofree char *id = daybook_id_to_string (&candidate->id);

      daybook_text_table_row (table);
      daybook_text_table_cell (table, title);
      daybook_text_table_cell (table, daybook_grade_name (rules, candidate->proposal.from));
      daybook_text_table_cell (table, daybook_grade_name (rules, candidate->proposal.to));
      daybook_text_table_cell (table, why);
      daybook_text_table_cell (table, id);
    }
  daybook_print_table (table);
}

static gboolean
run_proposals (DaybookCli  *cli,
               char       **arguments,
               GError     **error)
{
  g_auto(DaybookListRange) range = DAYBOOK_LIST_RANGE_INIT;
  const GOptionEntry entries[] = {
    DAYBOOK_LIST_OPTIONS (range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_auto(DaybookGradeRules) rules = { 0 };
  g_autoptr(GArray) candidates = NULL;
  guint first, last;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL
      || !daybook_reader_check (reader_of (cli), DAYBOOK_RIGHT_LIST, error) || !daybook_reader_grades (reader_of (cli), &rules, error))
    return FALSE;

  candidates = daybook_reader_grade_candidates (reader_of (cli), &rules, daybook_store_get_now (cli->store), NULL, NULL, error);
  if (candidates == NULL || !daybook_list_range_cut (&range, candidates->len, id_at, &(Listed) { candidates }, &first, &last, error)
      || !daybook_cli_check_bulk (cli, &daybook_customers, last - first, error))
    return FALSE;
  if (!daybook_cli_is_json (cli))
    {
      print_candidates (cli, &rules, candidates, first, last);
      return TRUE;
    }

  daybook_print_list_begin ("proposals", candidates->len);
  for (guint i = first; i < last; i++)
    {
      g_autoptr(JsonObject) object = candidate_to_json (cli, &rules, &g_array_index (candidates, DaybookGradeCandidate, i));

      daybook_print_list_row (object, i - first);
    }
  daybook_print_list_end ();
  return TRUE;
}

/* --- confirm, decline --------------------------------------------------------------------------- */

/* Of the named customers those for whom a grade is proposed. Errors: NOT_FOUND: none is for one of them. */
static GArray *
find_named (DaybookCli               *cli,
            const DaybookGradeRules  *rules,
            char                    **words,
            GError                  **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (DaybookGradeCandidate));

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr(DaybookRow) row = daybook_find_row_in_use (cli->store, &daybook_customers, words[i], error);
      DaybookGradeCandidate candidate;

      if (row == NULL)
        return NULL;
      if (!daybook_reader_grade_candidate (reader_of (cli), rules, row, daybook_store_get_now (cli->store), &candidate))
        {
          g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                       _("No other grade is proposed for “%s”. “daybookctl grade proposals” shows for whom one is."), words[i]);
          return NULL;
        }
      g_array_append_val (found, candidate);
    }
  return g_steal_pointer (&found);
}

static GArray *
find_candidates (DaybookCli               *cli,
                 const DaybookGradeRules  *rules,
                 gboolean                  all,
                 char                    **words,
                 GError                  **error)
{
  if (all != (words[0] == NULL))
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Name the customers, or say --all."));
      return NULL;
    }

  return all ? daybook_reader_grade_candidates (reader_of (cli), rules, daybook_store_get_now (cli->store), NULL, NULL, error)
             : find_named (cli, rules, words, error);
}

typedef enum
{
  CONFIRM,
  DECLINE,
} Answer;

static gboolean
run_answer (DaybookCli  *cli,
            char       **arguments,
            Answer       answer,
            GError     **error)
{
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("All that are proposed, in one act"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, G_MAXUINT, error);
  g_auto(DaybookGradeRules) rules = { 0 };
  g_autoptr(GArray) candidates = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  const DaybookId *agent;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_right (cli, DAYBOOK_RIGHT_GRADE, error)
      || !daybook_reader_grades (reader_of (cli), &rules, error))
    return FALSE;

  candidates = find_candidates (cli, &rules, all, words, error);
  if (candidates == NULL)
    return FALSE;

  agent = daybook_store_get_agent (cli->store);
  edit = answer == CONFIRM ? daybook_grade_act_confirm (reader_of (cli), &rules, candidates, agent)
                           : daybook_grade_act_decline (reader_of (cli), candidates, agent, daybook_store_get_now (cli->store), error);
  return edit != NULL && daybook_commit_and_print (cli, edit, error);
}

static gboolean
run_confirm (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  return run_answer (cli, arguments, CONFIRM, error);
}

static gboolean
run_decline (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  return run_answer (cli, arguments, DECLINE, error);
}

static gboolean
run_grade (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "list", run_list },
    { "set", run_set },
    { "proposals", run_proposals },
    { "contacts", daybook_grade_run_contacts },
    { "confirm", run_confirm },
    { "decline", run_decline },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_grade = {
  "grade", "list | set GRADE used=yes|no|FIELD=VALUE… | proposals [--limit N] [--after ID] | contacts [--limit N] [--after ID] | confirm CUSTOMER…|--all | decline CUSTOMER…|--all",
  N_("VIP grades: what they ask and give, who is to have another one, and who is to hear from the shop"),
  DAYBOOK_WORDS_TEXT,
  run_grade,
};
