/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/fill-phrase.h"

#include "cli/find-case.h"
#include "cli/find-row.h"
#include "cli/output.h"
#include "cli/read-field.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/phrase-fill.h"
#include "core/phrase-path.h"
#include "core/place-list.h"
#include "store/phrase-rows.h"
#include "store/phrases.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Which phrase, and for whom --------------------------------------------------------- */

/* Whoever speaks; NULL: nobody has said who that is. */
static const DaybookId *
speaker (DaybookCli *cli)
{
  return daybook_cli_check_known (cli, NULL) ? daybook_store_get_agent (cli->store) : NULL;
}

DaybookRow *
daybook_find_phrase (DaybookCli  *cli,
                     const char  *word,
                     gint64       language,
                     const char  *channel,
                     GError     **error)
{
  DaybookPhraseFor wanted = { (DaybookLanguage) language, speaker (cli), channel };
  DaybookId id;

  if (daybook_id_parse (word, &id))
    return daybook_find_row_in_use (cli->store, &daybook_phrases, word, error);

  if (wanted.language == DAYBOOK_LANGUAGE_ANY)
    wanted.language = daybook_language_here ();
  return daybook_reader_find_phrase (daybook_store_get_reader (cli->store), word, &wanted, error);
}

/* The case, order or customer of which it speaks. */
static gboolean
find_of (DaybookCli  *cli,
         const char  *word,
         DaybookRow **of,
         GError     **error)
{
  g_autoptr(DaybookRow) row = word != NULL ? daybook_find_any_row (cli->store, word, error) : NULL;
  const DaybookTable *base = row != NULL ? daybook_table_base (row->table) : NULL;

  if (word == NULL)
    return TRUE;
  if (base == &daybook_cases)
    *of = daybook_find_case (cli, word, error);
  else if (base == &daybook_orders || base == &daybook_customers)
    *of = g_steal_pointer (&row);
  else if (row != NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("“%s” is no case, order or customer."), word);
  return *of != NULL;
}

/* --- What is said to it ------------------------------------------------------------------- */

/* The options, as written. */
typedef struct
{
  char *of;
  char *channel;
  char *language;
  char *promise;
  gint  variant; /* from 1 */
} FillWords;

static void
clear_words (FillWords *words)
{
  g_free (words->of);
  g_free (words->channel);
  g_free (words->language);
  g_free (words->promise);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FillWords, clear_words)

static gboolean
check_channel (DaybookCli  *cli,
               const char  *channel,
               GError     **error)
{
  gint64 number;

  return daybook_read_word (cli, &daybook_cases.fields[DAYBOOK_CASE_CHANNEL], channel, &number, error);
}

/* What is meant for the telephone is not written into a chat. */
static gboolean
check_fits (const DaybookRow  *phrase,
            const char        *channel,
            GError           **error)
{
  const char *channels = daybook_row_text (phrase, DAYBOOK_PHRASE_CHANNELS);

  if (channel == NULL || *channels == '\0' || daybook_place_list_has (channels, channel))
    return TRUE;

  g_auto(GStrv) each = g_strsplit (channels, " ", -1);
  g_autofree char *joined = g_strjoinv (", ", each);
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               /* Translators: a phrase's title; the channels for which it is; another channel. */
               _("“%s” is for %s and not for %s."), daybook_row_text (phrase, DAYBOOK_PHRASE_TITLE), joined, channel);
  return FALSE;
}

static gboolean
check_variant (const DaybookPhraseText  *text,
               const FillWords          *said,
               GError                  **error)
{
  guint n = text->variants->len;

  if (said->variant >= 1 && (guint) said->variant <= n)
    return TRUE;

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
               g_dngettext (GETTEXT_PACKAGE, "There is %u way to say it: --variant takes 1.",
                            "There are %u ways to say it: --variant takes 1 to %u.", n), n, n);
  return FALSE;
}

/* NAME=VALUE; a name that the phrase does not know is a slip, unless it is a placeholder's: then whoever fills
 * several phrases may give it to each. */
static GHashTable *
read_values (const DaybookPhraseText  *text,
             char                    **words,
             GError                  **error)
{
  g_autoptr(GHashTable) values = daybook_phrase_values_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *equals = strchr (words[i], '=');
      g_autofree char *name = equals != NULL ? g_strndup (words[i], (gsize) (equals - words[i])) : NULL;

      if (name == NULL)
        {
          g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is not NAME=VALUE."), words[i]);
          return NULL;
        }
      if (!daybook_phrase_text_names (text, name) && daybook_placeholder_find (name) == DAYBOOK_PLACEHOLDER_NONE)
        {
          g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("The phrase does not ask for “%s”."), name);
          return NULL;
        }
      daybook_phrase_values_set (values, name, equals + 1);
    }

  return g_steal_pointer (&values);
}

/* What the person promises with it, else what the phrase proposes. */
static gboolean
read_promise (DaybookCli        *cli,
              const DaybookRow  *phrase,
              const char        *word,
              gint64            *moment,
              GError           **error)
{
  gint64 now = daybook_store_get_now (cli->store);
  GTimeZone *zone = daybook_store_get_zone (cli->store);

  if (word != NULL)
    return daybook_phrase_when (word, now, zone, moment, error);

  /* “today 18:00” is nothing to promise in the evening: the time is asked for then. */
  daybook_phrase_when (daybook_row_text (phrase, DAYBOOK_PHRASE_PROMISE), now, zone, moment, NULL);
  return TRUE;
}

/* --- Printing ------------------------------------------------------------------------------ */

static JsonArray *
places_to_json (const DaybookPhraseBlank *blank)
{
  JsonArray *places = json_array_new ();

  for (guint i = 0; i < blank->places->len; i++)
    {
      const DaybookPhrasePlace *place = &g_array_index (blank->places, DaybookPhrasePlace, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "start", place->first);
      json_object_set_int_member (object, "end", place->end);
      json_array_add_object_element (places, object);
    }

  return places;
}

static void
print_json (const DaybookPhraseFilling *filling)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *blanks = json_array_new ();

  for (guint i = 0; i < filling->blanks->len; i++)
    {
      const DaybookPhraseBlank *blank = g_ptr_array_index (filling->blanks, i);
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "name", blank->name);
      json_object_set_array_member (one, "places", places_to_json (blank));
      json_array_add_object_element (blanks, one);
    }

  json_object_set_string_member (object, "text", filling->text);
  json_object_set_array_member (object, "blanks", blanks);
  daybook_print_json (object);
}

/* For people; what stands in the text can steer no terminal. */
static void
print_text (const DaybookPhraseFilling *filling)
{
  g_auto(GStrv) lines = g_strsplit (filling->text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *clean = daybook_text_clean (lines[i]);
      daybook_print ("%s\n", clean);
    }

  if (filling->blanks->len > 0)
    daybook_print ("\n");
  for (guint i = 0; i < filling->blanks->len; i++)
    {
      const DaybookPhraseBlank *blank = g_ptr_array_index (filling->blanks, i);
      g_autofree char *clean = daybook_text_clean (blank->name);

      /* Translators: the name of what is still to be put into a text. */
      daybook_print (_("Still to be said: %s\n"), clean);
    }
}

/* --- The command ----------------------------------------------------------------------------- */

static gboolean
fill (DaybookCli        *cli,
      const DaybookRow  *phrase,
      char             **words,
      const FillWords   *said,
      GError           **error)
{
  g_autoptr(DaybookPhraseText) text = daybook_phrase_text_parse (daybook_row_text (phrase, DAYBOOK_PHRASE_TEXT));
  g_autoptr(GHashTable) values = check_variant (text, said, error) ? read_values (text, words, error) : NULL;
  g_autoptr(DaybookRow) of = NULL;
  g_auto(DaybookPhraseRows) rows = { 0 };

  if (values == NULL || !find_of (cli, said->of, &of, error) || !daybook_phrase_rows_read (cli->store, of, &rows, error)
      || !read_promise (cli, phrase, said->promise, &rows.about.promised, error))
    return FALSE;

  if (speaker (cli) == NULL)
    rows.about.agent = NULL;
  rows.about.language = (DaybookLanguage) daybook_row_int (phrase, DAYBOOK_PHRASE_LANGUAGE);
  g_autoptr(DaybookPhraseFacts) facts = daybook_phrase_facts_new (&rows.about);
  g_autoptr(DaybookPhraseFilling) filling = daybook_phrase_fill (text, (guint) said->variant - 1, values, daybook_phrase_facts_lookup, facts);

  if (daybook_cli_is_json (cli))
    print_json (filling);
  else
    print_text (filling);
  if (filling->blanks->len > 0)
    cli->exit = DAYBOOK_EXIT_PARTLY;
  return TRUE;
}

gboolean
daybook_run_phrase_fill (DaybookCli  *cli,
                         char       **arguments,
                         GError     **error)
{
  g_auto(FillWords) said = { .variant = 1 };
  const GOptionEntry entries[] = {
    { "for", 0, 0, G_OPTION_ARG_FILENAME, &said.of, N_("The case, order or customer of which it speaks"), N_("ID") },
    { "channel", 0, 0, G_OPTION_ARG_FILENAME, &said.channel, N_("By which way it is said: phone, wechat, shop_chat, …"), N_("CHANNEL") },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &said.language, N_("Of several with the same name the one in this language: zh_cn, zh_tw, en"), N_("LANGUAGE") },
    { "variant", 0, 0, G_OPTION_ARG_INT, &said.variant, N_("Which of the ways to say it (1)"), N_("N") },
    { "promise", 0, 0, G_OPTION_ARG_FILENAME, &said.promise, N_("What is promised with it: a time, or a span such as 2h"), N_("TIME") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, G_MAXUINT, error);
  g_autoptr(DaybookRow) phrase = NULL;
  gint64 language;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !check_channel (cli, said.channel, error)
      || !daybook_read_word (cli, &daybook_phrases.fields[DAYBOOK_PHRASE_LANGUAGE], said.language, &language, error))
    return FALSE;

  phrase = daybook_find_phrase (cli, words[0], language, said.channel, error);
  return phrase != NULL && check_fits (phrase, said.channel, error) && fill (cli, phrase, words + 1, &said, error);
}
