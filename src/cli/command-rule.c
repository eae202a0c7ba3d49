/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/due-key.h"
#include "cli/output.h"
#include "cli/print-act.h"
#include "cli/read-field.h"

#include "store/follow-ups.h"
#include "store/rules.h"

#include <glib/gi18n-lib.h>

/* --- list ----------------------------------------------------------------------------- */

typedef struct
{
  DaybookDueTerms terms;
  GPtrArray      *platforms; /* DaybookPlatformFacts */
  guint           counts[DAYBOOK_N_RULES];
} Listing;

static void
clear_listing (Listing *listing)
{
  daybook_due_terms_clear (&listing->terms);
  g_clear_pointer (&listing->platforms, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, clear_listing)

static gboolean
read_listing (DaybookCli  *cli,
              Listing     *listing,
              GError     **error)
{
  DaybookReader *reader = daybook_store_get_reader (cli->store);

  listing->platforms = daybook_reader_platform_facts (reader, error);
  return listing->platforms != NULL && daybook_reader_due_terms (reader, &listing->terms, error)
         && daybook_reader_follow_ups (reader, &listing->terms, daybook_store_get_now (cli->store), listing->counts, error);
}

/* Of which platforms' orders it raises nothing, and why. */
static JsonArray *
gaps_to_json (const Listing *listing,
              DaybookRuleId  id)
{
  JsonArray *gaps = json_array_new ();

  for (guint i = 0; i < listing->platforms->len; i++)
    {
      const DaybookPlatformFacts *platform = g_ptr_array_index (listing->platforms, i);
      g_autofree char *why = daybook_facts_missing (id, platform->facts);
      JsonObject *gap;

      if (why == NULL)
        continue;
      gap = json_object_new ();
      json_object_set_string_member (gap, "platform", platform->platform);
      json_object_set_string_member (gap, "why", why);
      json_array_add_object_element (gaps, gap);
    }
  return gaps;
}

static void
add_follow_up (const Listing *listing,
               DaybookRuleId  id,
               JsonObject    *object)
{
  const DaybookRuleKind *kind = daybook_rule_kind (id);
  guint at = listing->terms.rules.of[id].at;
  g_autofree char *time = (kind->parts & DAYBOOK_RULE_AT) != 0 ? g_strdup_printf ("%02u:%02u", at / 60, at % 60) : NULL;

  if (time != NULL)
    json_object_set_string_member (object, "at", time);
  else
    json_object_set_null_member (object, "at");
  if (daybook_rule_is_follow_up (id))
    json_object_set_int_member (object, "now", listing->counts[id]);
  else
    json_object_set_null_member (object, "now");
  json_object_set_array_member (object, "off_for", gaps_to_json (listing, id));
}

static JsonObject *
rule_to_json (const Listing *listing,
              DaybookRuleId  id)
{
  const DaybookDueTerms *terms = &listing->terms;
  const DaybookRuleKind *kind = daybook_rule_kind (id);
  const DaybookRule *rule = &terms->rules.of[id];
  JsonObject *object = json_object_new ();
  DaybookId row;

  daybook_rule_row_id (&row, kind->key);
  daybook_json_set_id (object, "id", &row);
  json_object_set_string_member (object, "kind", daybook_rules.kind);
  json_object_set_string_member (object, "title", _(kind->label));
  json_object_set_string_member (object, "key", kind->key);
  json_object_set_string_member (object, "help", _(kind->help));
  json_object_set_boolean_member (object, "used", rule->used);
  if ((kind->parts & (DAYBOOK_RULE_BEFORE | DAYBOOK_RULE_AFTER)) != 0)
    json_object_set_int_member (object, "within_s", rule->within);
  else
    json_object_set_null_member (object, "within_s");
  if ((kind->parts & DAYBOOK_RULE_COUNTED) != 0)
    json_object_set_int_member (object, "number", rule->number);
  else
    json_object_set_null_member (object, "number");
  add_follow_up (listing, id, object);
  return object;
}

/* "2 h 16:00": how long, and at what time of day. (transfer full) */
static char *
time_words (const DaybookRuleKind *kind,
            const DaybookRule     *rule)
{
  g_autofree char *span = (kind->parts & (DAYBOOK_RULE_BEFORE | DAYBOOK_RULE_AFTER)) != 0 ? daybook_due_span_words (rule->within) : NULL;

  if ((kind->parts & DAYBOOK_RULE_AT) == 0)
    return span != NULL ? g_steal_pointer (&span) : g_strdup ("");

  return g_strdup_printf ("%s%s%02u:%02u", span != NULL ? span : "", span != NULL ? ", " : "", rule->at / 60, rule->at % 60);
}

static void
print_row (DaybookTextTable *table,
           const Listing    *listing,
           DaybookRuleId     id)
{
  const DaybookDueTerms *terms = &listing->terms;
  const DaybookRuleKind *kind = daybook_rule_kind (id);
  const DaybookRule *rule = &terms->rules.of[id];
  g_autofree char *within = time_words (kind, rule);
  g_autofree char *now = daybook_rule_is_follow_up (id) ? g_strdup_printf ("%u", listing->counts[id]) : g_strdup ("");
  g_autofree char *number = (kind->parts & DAYBOOK_RULE_COUNTED) != 0 ? g_strdup_printf ("%u", rule->number) : g_strdup ("");

  daybook_text_table_row (table);
  daybook_text_table_cell (table, kind->key);
  daybook_text_table_cell (table, rule->used ? _("Yes") : _("No"));
  daybook_text_table_cell (table, within);
  daybook_text_table_cell (table, number);
  daybook_text_table_cell (table, now);
  daybook_text_table_cell (table, _(kind->help));
}

static void
print_text (const Listing *listing)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Key"), DAYBOOK_ALIGN_WHOLE);
  daybook_text_table_column (table, _("Used"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Time"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Number"), DAYBOOK_ALIGN_RIGHT);
  /* Translators: a column: how many things a rule has on today's list. */
  daybook_text_table_column (table, _("Now"), DAYBOOK_ALIGN_RIGHT);
  daybook_text_table_column (table, "", DAYBOOK_ALIGN_WHOLE);
  for (guint i = 0; i < DAYBOOK_N_RULES; i++)
    print_row (table, listing, (DaybookRuleId) i);
  daybook_print_table (table);
}

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);
  g_auto(Listing) listing = { 0 };

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !read_listing (cli, &listing, error))
    return FALSE;

  if (!daybook_cli_is_json (cli))
    {
      print_text (&listing);
      return TRUE;
    }

  daybook_print_list_begin (daybook_rules.plural, DAYBOOK_N_RULES);
  for (guint i = 0; i < DAYBOOK_N_RULES; i++)
    {
      g_autoptr(JsonObject) object = rule_to_json (&listing, (DaybookRuleId) i);

      daybook_print_list_row (object, i);
    }
  daybook_print_list_end ();
  return TRUE;
}

/* --- set -------------------------------------------------------------------------------- */

static gboolean
add_change (DaybookCli     *cli,
            DaybookEdit    *edit,
            DaybookRuleId   rule,
            const char     *word,
            GError        **error)
{
  g_autoptr(DaybookRow) none = daybook_row_new (&daybook_rules);
  DaybookAssignManner manner;
  const char *text;
  DaybookValue value;
  int field = daybook_split_assignment (&daybook_rules, word, &manner, &text, error);

  if (field < 0)
    return FALSE;
  if (field != DAYBOOK_RULE_ROW_USED && field != DAYBOOK_RULE_ROW_WITHIN && field != DAYBOOK_RULE_ROW_NUMBER
      && field != DAYBOOK_RULE_ROW_AT)
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Of a rule used, within, at and number are set; “%s” is none of them."), word);
      return FALSE;
    }

  return daybook_read_value (cli, none, &daybook_rules.fields[field], text, &value, error)
         && daybook_rule_say (edit, daybook_store_get_reader (cli->store), rule, (guint) field, value, error);
}

static gboolean
run_set (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, G_MAXUINT, error);
  int rule = words != NULL ? daybook_rule_find (words[0]) : -1;
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookId id;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_right (cli, DAYBOOK_RIGHT_SETTINGS, error))
    return FALSE;
  if (rule < 0)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("There is no rule “%s”."), words[0]);
      return FALSE;
    }

  g_autofree char *title = g_strdup_printf (_("Rule · %s"), _(daybook_rule_kind ((DaybookRuleId) rule)->label));
  edit = daybook_cli_new_edit (cli, title);
  for (guint i = 1; words[i] != NULL; i++)
    if (!add_change (cli, edit, (DaybookRuleId) rule, words[i], error))
      return FALSE;

  daybook_rule_row_id (&id, words[0]);
  return daybook_commit_and_print_row (cli, edit, &daybook_rules, &id, error) && daybook_cli_settle_due (cli, error);
}

static gboolean
run_rule (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "list", run_list },
    { "set", run_set },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_rule = {
  "rule", "list | set RULE FIELD=VALUE…",
  N_("List or set the rules by which things are due"),
  DAYBOOK_WORDS_TEXT,
  run_rule,
};
