/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/guard-words.h"

#include "cli/find-row.h"
#include "cli/input.h"
#include "cli/interrupt.h"
#include "cli/print-act.h"
#include "cli/read-field.h"

#include "core/error.h"
#include "core/guarded-lines.h"
#include "core/guarded-word.h"
#include "core/han.h"
#include "store/guard-words.h"
#include "store/word-guard.h"

#include <glib/gi18n-lib.h>

/* No list of words is longer. */
#define MOST_BYTES (1024 * 1024)

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

/* --- list ------------------------------------------------------------------------------- */

/* The options of a list, as written. */
typedef struct
{
  DaybookListRange  range;
  char             *rule;
  char             *search;
  gboolean          own;
  gboolean          off;
} ListWords;

static void
clear_list (ListWords *words)
{
  daybook_list_range_clear (&words->range);
  g_free (words->rule);
  g_free (words->search);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ListWords, clear_list)

static gboolean
id_at (gpointer   data,
       guint      place,
       DaybookId *id)
{
  *id = ((const DaybookGuardedEntry *) g_ptr_array_index ((GPtrArray *) data, place))->id;
  return TRUE;
}

static gboolean
is_off (const DaybookGuardedEntry *entry)
{
  return entry->off || entry->rule_off;
}

static gboolean
is_asked (const DaybookGuardedEntry *entry,
          const ListWords           *said,
          const char                *folded)
{
  return (!said->own || !entry->shipped) && (!said->off || is_off (entry)) && (said->rule == NULL || g_strcmp0 (entry->rule, said->rule) == 0)
         && daybook_guarded_entry_holds (entry, folded);
}

/* Those that are asked for, of all that there are. */
static GPtrArray *
pick (GPtrArray       *entries,
      const ListWords *said)
{
  GPtrArray *picked = g_ptr_array_new ();
  g_autofree char *folded = daybook_han_fold (said->search != NULL ? said->search : "");

  for (guint i = 0; i < entries->len; i++)
    if (is_asked (g_ptr_array_index (entries, i), said, folded))
      g_ptr_array_add (picked, g_ptr_array_index (entries, i));
  return picked;
}

static JsonArray *
channels_to_json (guint channels)
{
  JsonArray *array = json_array_new ();

  for (guint i = DAYBOOK_CHANNEL_UNKNOWN + 1; daybook_channel_words[i].word != NULL; i++)
    if ((channels & DAYBOOK_GUARD_CHANNEL (i)) != 0)
      json_array_add_string_element (array, daybook_channel_words[i].word);
  return array;
}

static JsonObject *
entry_to_json (const DaybookGuardedEntry *entry)
{
  JsonObject *object = json_object_new ();

  daybook_json_set_id (object, "id", &entry->id);
  json_object_set_string_member (object, "kind", daybook_guarded_words.kind);
  daybook_json_set_text (object, "text", entry->text);
  daybook_json_set_text (object, "rule", entry->rule);
  daybook_json_set_text (object, "rule_title", entry->title);
  daybook_json_set_text (object, "why", entry->why);
  daybook_json_set_text (object, "instead", entry->instead);
  json_object_set_array_member (object, "channels", channels_to_json (entry->channels));
  json_object_set_boolean_member (object, "shipped", entry->shipped);
  json_object_set_boolean_member (object, "spares", entry->spares);
  json_object_set_boolean_member (object, "off", is_off (entry));
  return object;
}

static void
print_row (DaybookTextTable          *table,
           const DaybookGuardedEntry *entry)
{
  g_autofree char *channels = daybook_guarded_channels_print (entry->channels);

  daybook_text_table_row (table);
  daybook_text_table_cell (table, entry->text);
  daybook_text_table_cell (table, entry->rule != NULL ? entry->rule : "");
  daybook_text_table_cell (table, is_off (entry) ? _("Off") : entry->spares ? _("May be said") : entry->shipped ? "" : _("The shop’s"));
  daybook_text_table_cell (table, channels != NULL ? channels : "");
  daybook_text_table_cell (table, entry->instead != NULL ? entry->instead : "");
}

static void
print_list_text (GPtrArray *entries,
                 guint      first,
                 guint      last)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Word"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Rule"), DAYBOOK_ALIGN_WHOLE);
  daybook_text_table_column (table, "", DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Channels"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Better wording"), DAYBOOK_ALIGN_WHOLE);
  for (guint i = first; i < last; i++)
    print_row (table, g_ptr_array_index (entries, i));
  daybook_print_table (table);
}

static void
print_list_json (GPtrArray *entries,
                 guint      first,
                 guint      last)
{
  daybook_print_list_begin (daybook_guarded_words.plural, entries->len);
  for (guint i = first; i < last; i++)
    {
      g_autoptr(JsonObject) object = entry_to_json (g_ptr_array_index (entries, i));

      daybook_print_list_row (object, i - first);
    }
  daybook_print_list_end ();
}

gboolean
daybook_run_guard_list (DaybookCli  *cli,
                        char       **arguments,
                        GError     **error)
{
  g_auto(ListWords) said = { DAYBOOK_LIST_RANGE_INIT, NULL, NULL, FALSE, FALSE };
  const GOptionEntry entries[] = {
    { "own", 0, 0, G_OPTION_ARG_NONE, &said.own, N_("Only the shop’s own"), NULL },
    { "off", 0, 0, G_OPTION_ARG_NONE, &said.off, N_("Only those that are switched off"), NULL },
    { "rule", 0, 0, G_OPTION_ARG_FILENAME, &said.rule, N_("Only those of this rule: negative, forbidden, …"), N_("RULE") },
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &said.search, N_("Only those in which this is"), N_("TEXT") },
    DAYBOOK_LIST_OPTIONS (said.range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(GPtrArray) all = NULL, picked = NULL;
  guint first, last;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL
      || (all = daybook_reader_guarded (reader_of (cli), error)) == NULL)
    return FALSE;

  picked = pick (all, &said);
  if (!daybook_list_range_cut (&said.range, picked->len, id_at, picked, &first, &last, error))
    return FALSE;

  if (daybook_cli_is_json (cli))
    print_list_json (picked, first, last);
  else if (picked->len == 0)
    daybook_print ("%s\n", _("There are none."));
  else
    print_list_text (picked, first, last);
  return TRUE;
}

/* --- add -------------------------------------------------------------------------------- */

/* The options of a new word, as written. */
typedef struct
{
  char     *instead;
  char     *why;
  char     *rule;
  char     *channels;
  gboolean  spares;
} NewWords;

static void
clear_new (NewWords *words)
{
  g_free (words->instead);
  g_free (words->why);
  g_free (words->rule);
  g_free (words->channels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewWords, clear_new)

/* Channels as one word of the command line has them, with blanks or commas between. */
static gboolean
read_channels (const char  *words,
               guint       *channels,
               GError     **error)
{
  g_auto(GStrv) names = g_strsplit_set (words != NULL ? words : "", " ,", -1);

  for (char **name = names; *name != NULL; name++)
    {
      int channel = **name != '\0' ? daybook_word_index (daybook_channel_words, *name) : DAYBOOK_CHANNEL_UNKNOWN;

      if (channel > DAYBOOK_CHANNEL_UNKNOWN)
        *channels |= DAYBOOK_GUARD_CHANNEL (channel);
      else if (**name != '\0')
        {
          g_autofree char *known = daybook_guard_list_channels ();

          g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%1$s” is no channel; there are: %2$s."), *name, known);
          return FALSE;
        }
    }
  return TRUE;
}

static GHashTable *
read_known (DaybookCli  *cli,
            GError     **error)
{
  g_autoptr(GPtrArray) entries = daybook_reader_guarded (reader_of (cli), error);

  return entries != NULL ? daybook_guarded_entries_keys (entries) : NULL;
}

static gboolean
add_one (DaybookCli             *cli,
         const DaybookGuardOwn  *own,
         GError                **error)
{
  g_autoptr(GHashTable) known = read_known (cli, error);
  g_autofree char *key = daybook_guard_word_key (own->text);
  g_autofree char *title = g_strdup_printf (_("Guarded word added: %s"), own->text);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  DaybookId id;

  if (known == NULL)
    return FALSE;
  if (g_hash_table_contains (known, key))
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT, _("“%s” is guarded already."), own->text);
      return FALSE;
    }

  daybook_id_fresh (&id, daybook_store_get_now (cli->store) * 1000);
  daybook_guarded_word_create (edit, &id, own);
  return daybook_commit_and_print_row (cli, edit, &daybook_guarded_words, &id, error);
}

static void
print_added (DaybookCli           *cli,
             const DaybookOutcome *outcome,
             GPtrArray            *lines)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *problems = json_array_new ();
  guint n = daybook_guarded_lines_count (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      const DaybookGuardedLine *line = g_ptr_array_index (lines, i);
      JsonObject *problem = line->fault != NULL ? json_object_new () : NULL;

      if (problem == NULL)
        continue;
      json_object_set_int_member (problem, "line", line->number);
      json_object_set_string_member (problem, "why", line->fault);
      json_array_add_object_element (problems, problem);
      if (!daybook_cli_is_json (cli))
        daybook_print ("%s\n", line->fault);
    }
  daybook_json_set_id (object, "act", outcome != NULL ? &outcome->act : NULL);
  json_object_set_int_member (object, "added", n);
  json_object_set_array_member (object, "problems", problems);
  if (daybook_cli_is_json (cli))
    daybook_print_json (object);
  else
    daybook_print (ngettext ("%u word added.\n", "%u words added.\n", n), n);
}

/* What a line does not say of its word is as the options say. */
static void
add_lines (DaybookCli            *cli,
           DaybookEdit           *edit,
           GPtrArray             *lines,
           const DaybookGuardOwn *usual)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const DaybookGuardedLine *line = g_ptr_array_index (lines, i);
      DaybookGuardOwn own = *usual;
      DaybookId id;

      if (line->fault != NULL)
        continue;
      own.text = line->text;
      own.instead = line->instead != NULL ? line->instead : usual->instead;
      own.why = line->why != NULL ? line->why : usual->why;
      daybook_id_fresh (&id, daybook_store_get_now (cli->store) * 1000);
      daybook_guarded_word_create (edit, &id, &own);
    }
}

static gboolean
add_many (DaybookCli             *cli,
          const DaybookGuardOwn  *usual,
          GCancellable           *cancellable,
          GError                **error)
{
  g_autofree char *text = daybook_input_text (DAYBOOK_STANDARD_INPUT, MOST_BYTES, cancellable, error);
  g_autoptr(GHashTable) known = text != NULL ? read_known (cli, error) : NULL;
  g_autoptr(GPtrArray) lines = known != NULL ? daybook_guarded_lines_read (text, known) : NULL;
  guint n = lines != NULL ? daybook_guarded_lines_count (lines) : 0;
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u guarded word added", "%u guarded words added", n), n);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (lines == NULL)
    return FALSE;

  add_lines (cli, edit, lines, usual);
  if (n > 0 && (outcome = daybook_store_commit (cli->store, edit, error)) == NULL)
    return FALSE;

  if (n < lines->len)
    cli->exit = DAYBOOK_EXIT_PARTLY;
  print_added (cli, outcome, lines);
  return TRUE;
}

gboolean
daybook_run_guard_add (DaybookCli  *cli,
                       char       **arguments,
                       GError     **error)
{
  g_auto(NewWords) said = { NULL };
  const GOptionEntry entries[] = {
    { "instead", 0, 0, G_OPTION_ARG_FILENAME, &said.instead, N_("The better wording"), N_("TEXT") },
    { "why", 0, 0, G_OPTION_ARG_FILENAME, &said.why, N_("Why it is not said"), N_("TEXT") },
    { "rule", 0, 0, G_OPTION_ARG_FILENAME, &said.rule, N_("The rule it belongs to: negative, forbidden, …"), N_("RULE") },
    { "channels", 0, 0, G_OPTION_ARG_FILENAME, &said.channels, N_("The only ways by which it is not said, with commas between"), N_("CHANNELS") },
    { "spares", 0, 0, G_OPTION_ARG_NONE, &said.spares, N_("It may be said, and so may what is guarded in it"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  g_autoptr(DaybookInterrupt) interrupt = daybook_interrupt_new ();
  DaybookGuardOwn own = { 0 };

  if (words == NULL || !read_channels (said.channels, &own.channels, error)
      || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;

  own.text = words[0];
  own.instead = said.instead;
  own.why = said.why;
  own.rule = said.rule;
  own.passes = said.spares;
  return g_str_equal (words[0], DAYBOOK_STANDARD_INPUT) ? add_many (cli, &own, daybook_interrupt_get_cancellable (interrupt), error)
                                                         : add_one (cli, &own, error);
}

/* --- set, remove ------------------------------------------------------------------------ */

typedef enum
{
  OF_THE_SHOP,
  OF_DAYBOOK,
} Whose;

/* The word of that id or in that spelling; NULL: there is none. */
static const DaybookGuardedEntry *
find_entry (GPtrArray  *entries,
            const char *word,
            Whose       whose)
{
  g_autofree char *key = daybook_guard_word_key (word);
  DaybookId id;
  gboolean is_id = daybook_id_parse (word, &id);

  for (guint i = 0; i < entries->len; i++)
    {
      const DaybookGuardedEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *own = entry->text != NULL ? daybook_guard_word_key (entry->text) : NULL;

      if (entry->shipped == (whose == OF_DAYBOOK) && (is_id ? daybook_id_equal (&entry->id, &id) : g_strcmp0 (own, key) == 0))
        return entry;
    }

  return NULL;
}

/* One of the shop's own. */
static const DaybookGuardedEntry *
find_own (GPtrArray   *entries,
          const char  *word,
          GError     **error)
{
  const DaybookGuardedEntry *entry = find_entry (entries, word, OF_THE_SHOP);

  if (entry != NULL)
    return entry;
  if (find_entry (entries, word, OF_DAYBOOK) != NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("“%s” is one that Daybook brings; it can be switched off: daybookctl guard off WORD"), word);
  else
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("The shop guards no word “%s”."), word);
  return NULL;
}

static gboolean
add_change (DaybookCli        *cli,
            DaybookEdit       *edit,
            const DaybookRow  *row,
            const char        *word,
            GError           **error)
{
  DaybookValue value;
  guint field;

  if (!daybook_read_assignment (cli, &daybook_guarded_words, row, word, &field, &value, error))
    return FALSE;

  daybook_edit_set (edit, &daybook_guarded_words, &row->id, field, value);
  return TRUE;
}

gboolean
daybook_run_guard_set (DaybookCli  *cli,
                       char       **arguments,
                       GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, G_MAXUINT, error);
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(DaybookRow) row = NULL;
  const DaybookGuardedEntry *entry;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error)
      || (entries = daybook_reader_guarded (reader_of (cli), error)) == NULL || (entry = find_own (entries, words[0], error)) == NULL
      || (row = daybook_reader_find (reader_of (cli), &daybook_guarded_words, &entry->id, error)) == NULL)
    return FALSE;

  g_autofree char *title = g_strdup_printf (_("Guarded word changed: %s"), entry->text);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  for (guint i = 1; words[i] != NULL; i++)
    if (!add_change (cli, edit, row, words[i], error))
      return FALSE;

  return daybook_commit_and_print_row (cli, edit, &daybook_guarded_words, &row->id, error);
}

gboolean
daybook_run_guard_remove (DaybookCli  *cli,
                          char       **arguments,
                          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, G_MAXUINT, error);
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  const DaybookGuardedEntry *entry;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error)
      || (entries = daybook_reader_guarded (reader_of (cli), error)) == NULL)
    return FALSE;

  g_autofree char *all = g_strjoinv (", ", words);
  g_autofree char *title = g_strdup_printf (_("No longer guarded: %s"), all);
  edit = daybook_cli_new_edit (cli, title);
  for (char **word = words; *word != NULL; word++)
    {
      if ((entry = find_own (entries, *word, error)) == NULL)
        return FALSE;
      daybook_edit_delete (edit, &daybook_guarded_words, &entry->id);
    }

  return daybook_commit_and_print (cli, edit, error);
}

/* --- on, off ---------------------------------------------------------------------------- */

/* The title of a rule; NULL: there is none of that name. */
static const char *
find_rule (const char *rule)
{
  GPtrArray *lists = daybook_guard_shipped ();

  for (guint i = 0; i < lists->len; i++)
    if (g_str_equal (((const DaybookGuardList *) g_ptr_array_index (lists, i))->rule, rule))
      return ((const DaybookGuardList *) g_ptr_array_index (lists, i))->title;

  return g_str_equal (rule, DAYBOOK_GUARD_NAMES) ? _("Names of colleagues") : NULL;
}

static gboolean
switch_rule (DaybookCli  *cli,
             const char  *rule,
             const char  *name,
             gboolean     on,
             GError     **error)
{
  g_autofree char *title = g_strdup_printf (on ? _("Word guard: “%s” is on") : _("Word guard: “%s” is off"), name);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);

  if (!daybook_cli_check_right (cli, DAYBOOK_RIGHT_SETTINGS, error))
    return FALSE;
  if (daybook_reader_guard_rule_is_on (reader_of (cli), rule) != on)
    daybook_guard_rule_switch (edit, reader_of (cli), rule, on);
  return daybook_commit_and_print (cli, edit, error);
}

static gboolean
switch_word (DaybookCli  *cli,
             const char  *word,
             gboolean     on,
             GError     **error)
{
  g_autoptr(GPtrArray) entries = daybook_reader_guarded (reader_of (cli), error);
  const DaybookGuardedEntry *entry = entries != NULL ? find_entry (entries, word, OF_DAYBOOK) : NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (entries == NULL)
    return FALSE;
  if (entry == NULL)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("“%s” is neither a rule nor a word that Daybook brings."), word);
      return FALSE;
    }

  g_autofree char *title = g_strdup_printf (on ? _("Word guard: “%s” is on") : _("Word guard: “%s” is off"), entry->text);
  edit = daybook_cli_new_edit (cli, title);
  daybook_guarded_entry_switch (edit, entry, on);
  return daybook_commit_and_print (cli, edit, error);
}

static gboolean
run_switch (DaybookCli  *cli,
            char       **arguments,
            gboolean     on,
            GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);
  const char *title;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;

  title = find_rule (words[0]);
  return title != NULL ? switch_rule (cli, words[0], title, on, error) : switch_word (cli, words[0], on, error);
}

gboolean
daybook_run_guard_on (DaybookCli  *cli,
                      char       **arguments,
                      GError     **error)
{
  return run_switch (cli, arguments, TRUE, error);
}

gboolean
daybook_run_guard_off (DaybookCli  *cli,
                       char       **arguments,
                       GError     **error)
{
  return run_switch (cli, arguments, FALSE, error);
}
