/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/fill-phrase.h"
#include "cli/print-act.h"
#include "cli/read-field.h"

#include "core/phrase-text.h"
#include "core/words.h"
#include "store/phrases.h"

#include <glib/gi18n-lib.h>

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

/* --- list ------------------------------------------------------------------------------ */

/* The options of a list, as written. */
typedef struct
{
  DaybookListRange range;
  char            *purpose;
  char            *language;
  gboolean         unused;
  gboolean         most_used;
} ListWords;

static void
clear_list (ListWords *words)
{
  daybook_list_range_clear (&words->range);
  g_free (words->purpose);
  g_free (words->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ListWords, clear_list)

/* What a list is made of. */
typedef struct
{
  GPtrArray  *rows; /* DaybookRow */
  GHashTable *uses;
} Phrases;

static gboolean
id_at (gpointer   data,
       guint      place,
       DaybookId *id)
{
  const Phrases *phrases = data;

  *id = ((const DaybookRow *) g_ptr_array_index (phrases->rows, place))->id;
  return TRUE;
}

/* The most used first; those that were as often by what they are called. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const DaybookRow *first = *(DaybookRow *const *) a, *second = *(DaybookRow *const *) b;
  const Phrases *phrases = data;
  guint of_first = daybook_phrase_uses_of (phrases->uses, first->rowid), of_second = daybook_phrase_uses_of (phrases->uses, second->rowid);

  if (of_first != of_second)
    return of_first > of_second ? -1 : 1;
  return g_strcmp0 (daybook_row_text (first, DAYBOOK_PHRASE_TITLE), daybook_row_text (second, DAYBOOK_PHRASE_TITLE));
}

/* Adds a condition, unless nothing is said. */
static gboolean
narrow (DaybookCli    *cli,
        DaybookQuery  *query,
        guint          field,
        const char    *word,
        GError       **error)
{
  const char *const words[] = { word, NULL };
  gint64 number;

  if (word == NULL)
    return TRUE;
  if (!daybook_read_word (cli, &daybook_phrases.fields[field], word, &number, error))
    return FALSE;

  daybook_query_add (query, field, DAYBOOK_OP_EQ, words);
  return TRUE;
}

/* Those in use that are nobody else's own. */
static DaybookQuery *
make_query (DaybookCli       *cli,
            const ListWords  *said,
            GError          **error)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_phrases);
  g_autofree char *mine = daybook_id_to_string (daybook_store_get_agent (cli->store));
  gboolean known = daybook_cli_check_known (cli, NULL);
  const char *const in_use[] = { "false", NULL };
  const char *const own[] = { mine, NULL };

  daybook_query_add (query, DAYBOOK_PHRASE_RETIRED, DAYBOOK_OP_EQ, in_use);
  daybook_query_add (query, DAYBOOK_PHRASE_AGENT, DAYBOOK_OP_EQ, NULL);
  if (known)
    {
      DaybookCondition *condition;

      daybook_query_add (query, DAYBOOK_PHRASE_AGENT, DAYBOOK_OP_EQ, own);
      condition = g_ptr_array_index (query->conditions, query->conditions->len - 1);
      condition->join = DAYBOOK_JOIN_OR;
    }
  query->sort = DAYBOOK_PHRASE_TITLE;
  if (!narrow (cli, query, DAYBOOK_PHRASE_PURPOSE, said->purpose, error) || !narrow (cli, query, DAYBOOK_PHRASE_LANGUAGE, said->language, error))
    return NULL;

  return g_steal_pointer (&query);
}

static gboolean
read_phrases (DaybookCli       *cli,
              const ListWords  *said,
              Phrases          *phrases,
              GError          **error)
{
  g_autoptr(DaybookQuery) query = make_query (cli, said, error);
  g_autoptr(GArray) keys = query != NULL ? daybook_reader_keys (reader_of (cli), query, 0, error) : NULL;

  if (keys == NULL || (phrases->uses = daybook_reader_phrase_uses (reader_of (cli), error)) == NULL)
    return FALSE;

  for (guint i = keys->len; i-- > 0 && said->unused;)
    if (daybook_phrase_uses_of (phrases->uses, g_array_index (keys, gint64, i)) > 0)
      g_array_remove_index (keys, i);
  phrases->rows = daybook_reader_rows (reader_of (cli), &daybook_phrases, (const gint64 *) (void *) keys->data, keys->len, error);
  if (phrases->rows != NULL && said->most_used)
    g_ptr_array_sort_with_data (phrases->rows, compare, phrases);
  return phrases->rows != NULL;
}

static void
clear_phrases (Phrases *phrases)
{
  g_clear_pointer (&phrases->rows, g_ptr_array_unref);
  g_clear_pointer (&phrases->uses, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Phrases, clear_phrases)

static void
print_list_json (DaybookCli    *cli,
                 const Phrases *phrases,
                 guint          first,
                 guint          last)
{
  daybook_print_list_begin (daybook_phrases.plural, phrases->rows->len);
  for (guint i = first; i < last; i++)
    {
      const DaybookRow *row = g_ptr_array_index (phrases->rows, i);
      g_autoptr(JsonObject) object = daybook_row_to_json (cli, row);

      json_object_set_int_member (object, "uses", daybook_phrase_uses_of (phrases->uses, row->rowid));
      daybook_print_list_row (object, i - first);
    }
  daybook_print_list_end ();
}

static void
print_list_text (const Phrases *phrases,
                 guint          first,
                 guint          last)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Title"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Purpose"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Language"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Uses"), DAYBOOK_ALIGN_RIGHT);
  daybook_text_table_column (table, _("Name"), DAYBOOK_ALIGN_WHOLE);
  for (guint i = first; i < last; i++)
    {
      const DaybookRow *row = g_ptr_array_index (phrases->rows, i);
      g_autofree char *uses = g_strdup_printf ("%u", daybook_phrase_uses_of (phrases->uses, row->rowid));
      g_autofree char *id = daybook_id_to_string (&row->id);

      daybook_text_table_row (table);
      daybook_text_table_cell (table, daybook_row_text (row, DAYBOOK_PHRASE_TITLE));
      daybook_text_table_cell (table, daybook_words_enum (&daybook_phrases.fields[DAYBOOK_PHRASE_PURPOSE], daybook_row_int (row, DAYBOOK_PHRASE_PURPOSE)));
      daybook_text_table_cell (table, daybook_words_enum (&daybook_phrases.fields[DAYBOOK_PHRASE_LANGUAGE], daybook_row_int (row, DAYBOOK_PHRASE_LANGUAGE)));
      daybook_text_table_cell (table, uses);
      daybook_text_table_cell (table, daybook_row_has (row, DAYBOOK_PHRASE_KEY) ? daybook_row_text (row, DAYBOOK_PHRASE_KEY) : id);
    }
  daybook_print_table (table);
}

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(ListWords) said = { DAYBOOK_LIST_RANGE_INIT, NULL, NULL, FALSE, FALSE };
  const GOptionEntry entries[] = {
    { "purpose", 0, 0, G_OPTION_ARG_FILENAME, &said.purpose, N_("Only those for this: greeting, apology, shipping, …"), N_("PURPOSE") },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &said.language, N_("Only those in this language: zh_cn, zh_tw, en"), N_("LANGUAGE") },
    { "unused", 0, 0, G_OPTION_ARG_NONE, &said.unused, N_("Only those that were never of use"), NULL },
    { "most-used", 0, 0, G_OPTION_ARG_NONE, &said.most_used, N_("Those that were of use most often come first"), NULL },
    DAYBOOK_LIST_OPTIONS (said.range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_auto(Phrases) phrases = { NULL, NULL };
  guint first, last;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !read_phrases (cli, &said, &phrases, error)
      || !daybook_list_range_cut (&said.range, phrases.rows->len, id_at, &phrases, &first, &last, error))
    return FALSE;

  if (daybook_cli_is_json (cli))
    print_list_json (cli, &phrases, first, last);
  else if (phrases.rows->len == 0)
    daybook_print ("%s\n", _("There are none."));
  else
    print_list_text (&phrases, first, last);
  return TRUE;
}

/* --- new, set ---------------------------------------------------------------------------- */

/* What is wrong with a text is said, and the text is kept: nothing of it is ever sent as it stands. */
static void
warn_of (const char *text)
{
  g_autoptr(GPtrArray) sentences = daybook_phrase_text_check (text);

  for (guint i = 0; i < sentences->len; i++)
    g_printerr ("daybookctl: %s\n", (char *) g_ptr_array_index (sentences, i));
}

/* FIELD=VALUE or, of lines, FIELD+=LINE. `phrase` gets the value too, so that several lines can be added. */
static gboolean
add_change (DaybookCli   *cli,
            DaybookEdit  *edit,
            DaybookRow   *phrase,
            const char   *word,
            GError      **error)
{
  DaybookValue value;
  guint field;

  if (!daybook_read_assignment (cli, &daybook_phrases, phrase, word, &field, &value, error))
    return FALSE;

  daybook_value_clear (&phrase->values[field]);
  phrase->values[field] = daybook_value_copy (&value);
  daybook_edit_set (edit, &daybook_phrases, &phrase->id, field, value);
  return TRUE;
}

static gboolean
add_changes (DaybookCli        *cli,
             DaybookEdit       *edit,
             const DaybookRow  *phrase,
             char             **words,
             GError           **error)
{
  g_autoptr(DaybookRow) changed = daybook_row_copy (phrase);

  for (guint i = 0; words[i] != NULL; i++)
    if (!add_change (cli, edit, changed, words[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
commit (DaybookCli       *cli,
        DaybookEdit      *edit,
        const DaybookId  *id,
        GError          **error)
{
  g_autoptr(DaybookRow) row = NULL;

  if (!daybook_commit_and_print_row (cli, edit, &daybook_phrases, id, error))
    return FALSE;

  row = daybook_reader_find (reader_of (cli), &daybook_phrases, id, error);
  if (row != NULL)
    warn_of (daybook_row_text (row, DAYBOOK_PHRASE_TEXT));
  return row != NULL;
}

/* The options of a new phrase, as written. */
typedef struct
{
  char     *text;
  char     *purpose;
  char     *language;
  char     *key;
  gboolean  own;
} NewWords;

static void
clear_new (NewWords *words)
{
  g_free (words->text);
  g_free (words->purpose);
  g_free (words->language);
  g_free (words->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewWords, clear_new)

static gboolean
make_phrase (DaybookCli       *cli,
             char            **words,
             const NewWords   *said,
             GError          **error)
{
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, words[0]);
  g_autoptr(DaybookRow) row = daybook_row_new (&daybook_phrases);
  gint64 purpose, language;

  if (!daybook_read_word (cli, &daybook_phrases.fields[DAYBOOK_PHRASE_PURPOSE], said->purpose, &purpose, error)
      || !daybook_read_word (cli, &daybook_phrases.fields[DAYBOOK_PHRASE_LANGUAGE], said->language, &language, error))
    return FALSE;

  daybook_id_fresh (&row->id, daybook_store_get_now (cli->store) * 1000);
  daybook_edit_create (edit, &daybook_phrases, &row->id);
  daybook_edit_give (edit, DAYBOOK_PHRASE_TITLE, daybook_value_text (words[0]));
  daybook_edit_give (edit, DAYBOOK_PHRASE_TEXT, daybook_value_text (said->text));
  daybook_edit_give (edit, DAYBOOK_PHRASE_KEY, daybook_value_text (said->key));
  daybook_edit_give (edit, DAYBOOK_PHRASE_PURPOSE, daybook_value_int (purpose));
  daybook_edit_give (edit, DAYBOOK_PHRASE_LANGUAGE, daybook_value_int (language));
  if (said->own)
    daybook_edit_give (edit, DAYBOOK_PHRASE_AGENT, daybook_value_id (daybook_store_get_agent (cli->store)));
  return add_changes (cli, edit, row, words + 1, error) && commit (cli, edit, &row->id, error);
}

static gboolean
run_new (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(NewWords) said = { NULL };
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &said.text, N_("What it says, with {customer}, {?what is asked for} and the like"), N_("TEXT") },
    { "purpose", 0, 0, G_OPTION_ARG_FILENAME, &said.purpose, N_("What it is for: greeting, apology, shipping, …"), N_("PURPOSE") },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &said.language, N_("In which language it is: zh_cn, zh_tw, en"), N_("LANGUAGE") },
    { "key", 0, 0, G_OPTION_ARG_FILENAME, &said.key, N_("A short name, by which other phrases lead to it"), N_("KEY") },
    { "own", 0, 0, G_OPTION_ARG_NONE, &said.own, N_("It is one’s own and not the shop’s"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, G_MAXUINT, error);

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;
  if (said.text == NULL)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Say with --text what the phrase says."));
      return FALSE;
    }

  return make_phrase (cli, words, &said, error);
}

static gboolean
run_set (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, G_MAXUINT, error);
  g_autoptr(DaybookRow) phrase = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error)
      || (phrase = daybook_find_phrase (cli, words[0], DAYBOOK_LANGUAGE_ANY, NULL, error)) == NULL)
    return FALSE;

  edit = daybook_cli_new_edit (cli, daybook_row_text (phrase, DAYBOOK_PHRASE_TITLE));
  return add_changes (cli, edit, phrase, words + 1, error) && commit (cli, edit, &phrase->id, error);
}

static gboolean
run_phrase (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "fill", daybook_run_phrase_fill },
    { "list", run_list },
    { "new", run_new },
    { "set", run_set },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_phrase = {
  "phrase",
  "fill ID [NAME=VALUE…] [--for ID] [--channel CHANNEL] [--language LANGUAGE] [--variant N] [--promise TIME]"
  " | list [--purpose PURPOSE] [--language LANGUAGE] [--unused] [--most-used] [--limit N] [--after ID]"
  " | new TITLE --text TEXT [--purpose PURPOSE] [--language LANGUAGE] [--key KEY] [--own] [FIELD=VALUE…]"
  " | set ID FIELD=VALUE…",
  N_("Fill a phrase for a customer, list phrases, write them"),
  DAYBOOK_WORDS_TEXT,
  run_phrase,
};
