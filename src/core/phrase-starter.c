/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phrase-starter.h"

#include "core/case.h"
#include "core/phrase-path.h"
#include "core/place-list.h"
#include "core/register-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BETWEEN_WAYS "\n---\n"

static const DaybookLanguage LANGUAGES[] = { DAYBOOK_LANGUAGE_ZH_CN, DAYBOOK_LANGUAGE_ZH_TW, DAYBOOK_LANGUAGE_EN };

static void
free_starter (gpointer data)
{
  DaybookPhraseStarter *self = data;

  g_free (self->key);
  for (guint i = 0; i < DAYBOOK_N_LANGUAGES; i++)
    {
      g_free (self->titles[i]);
      g_free (self->texts[i]);
      g_free (self->paths[i]);
    }
  g_free (self->registers);
  g_free (self->channels);
  g_free (self->stage);
  g_free (self->snooze);
  g_free (self->promise);
  g_free (self);
}

/* --- Texts in all languages ---------------------------------------------------------------- */

static JsonObject *
read_texts (DaybookRegisterRead *read,
            JsonObject          *object,
            const char          *member,
            char                *texts[DAYBOOK_N_LANGUAGES])
{
  JsonObject *each = daybook_register_object (read, object, member, DAYBOOK_MEMBER_REQUIRED);

  for (guint i = 0; each != NULL && i < G_N_ELEMENTS (LANGUAGES); i++)
    texts[LANGUAGES[i]] = g_strdup (daybook_register_text (read, each, daybook_language_code (LANGUAGES[i]), DAYBOOK_MEMBER_REQUIRED));
  return each;
}

/* Other ways to say it, behind the first. */
static void
add_alternatives (DaybookRegisterRead *read,
                  JsonObject          *object,
                  char                *texts[DAYBOOK_N_LANGUAGES])
{
  JsonObject *each = json_object_has_member (object, "alternatives")
                       ? daybook_register_object (read, object, "alternatives", DAYBOOK_MEMBER_REQUIRED)
                       : NULL;

  for (guint i = 0; each != NULL && i < G_N_ELEMENTS (LANGUAGES); i++)
    {
      g_auto(GStrv) ways = daybook_register_texts (read, each, daybook_language_code (LANGUAGES[i]));
      g_autofree char *joined = g_strjoinv (BETWEEN_WAYS, ways);
      char *first = texts[LANGUAGES[i]];

      if (*joined != '\0' && first != NULL)
        {
          texts[LANGUAGES[i]] = g_strconcat (first, BETWEEN_WAYS, joined, NULL);
          g_free (first);
        }
    }
}

/* --- Words --------------------------------------------------------------------------------- */

/* The index of the member's word. */
static int
read_word (DaybookRegisterRead *read,
           JsonObject          *object,
           const char          *member,
           DaybookMemberNeed    need,
           const DaybookWord   *words)
{
  const char *word = daybook_register_text (read, object, member, need);
  int index = word != NULL ? daybook_word_index (words, word) : 0;

  if (index < 0)
    /* Translators: the member's name, and its value. */
    daybook_register_wrong (read, object, member, g_strdup_printf (_("“%s” is “%s”, which is none that there is"), member, word));
  return MAX (index, 0);
}

static gboolean
is_channel (const char *word)
{
  return daybook_word_index (daybook_channel_words, word) > DAYBOOK_CHANNEL_UNKNOWN;
}

/* A list, as a field keeps it; NULL where it is empty. */
static char *
read_list (DaybookRegisterRead *read,
           JsonObject          *object,
           const char          *member,
           gboolean           (*is_one) (const char *word))
{
  g_auto(GStrv) words = daybook_register_texts (read, object, member);

  for (guint i = 0; words[i] != NULL; i++)
    if (!is_one (words[i]))
      daybook_register_wrong (read, object, member, g_strdup_printf (_("“%s” is “%s”, which is none that there is"), member, words[i]));

  return words[0] != NULL ? g_strjoinv (" ", words) : NULL;
}

/* --- What follows ---------------------------------------------------------------------------- */

static void
read_path (DaybookRegisterRead *read,
           JsonObject          *object,
           GPtrArray           *paths[DAYBOOK_N_LANGUAGES])
{
  char *labels[DAYBOOK_N_LANGUAGES] = { NULL };
  const char *to = daybook_register_text (read, object, "to", DAYBOOK_MEMBER_REQUIRED);

  read_texts (read, object, "label", labels);
  if (to != NULL && !daybook_is_key (to))
    daybook_register_wrong (read, object, "to", g_strdup_printf (_("“%s” is no name: small letters, digits and _ make one"), to));
  for (guint i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    {
      char *label = labels[LANGUAGES[i]];

      if (label != NULL && strchr (label, '\n') != NULL)
        daybook_register_wrong (read, object, "label", g_strdup_printf (_("“%s” is one line"), "label"));
      if (label != NULL && to != NULL)
        daybook_phrase_paths_add (paths[LANGUAGES[i]], label, to);
      g_free (label);
    }
}

static void
read_paths (DaybookRegisterRead  *read,
            JsonObject           *object,
            DaybookPhraseStarter *self)
{
  g_autoptr(GPtrArray) list = daybook_register_list (read, object, "paths");
  GPtrArray *paths[DAYBOOK_N_LANGUAGES] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    paths[LANGUAGES[i]] = daybook_phrase_paths_new ();
  for (guint i = 0; i < list->len; i++)
    if (JSON_NODE_HOLDS_OBJECT ((JsonNode *) g_ptr_array_index (list, i)))
      read_path (read, json_node_get_object (g_ptr_array_index (list, i)), paths);
    else
      daybook_register_wrong (read, object, "paths", g_strdup_printf (_("“%s” is not what it should be"), "paths"));
  for (guint i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    {
      self->paths[LANGUAGES[i]] = daybook_phrase_paths_print (paths[LANGUAGES[i]]);
      g_ptr_array_unref (paths[LANGUAGES[i]]);
    }
}

static char *
read_when (DaybookRegisterRead *read,
           JsonObject          *object,
           const char          *member)
{
  const char *text = daybook_register_text (read, object, member, DAYBOOK_MEMBER_OPTIONAL);
  g_autoptr(GError) error = NULL;

  if (text != NULL && !daybook_phrase_when_check (text, &error))
    daybook_register_wrong (read, object, member, g_strdup_printf (_("“%s” is “%s”, which is no time such as 30min, 24h or 3d"), member, text));
  return g_strdup (text);
}

static void
read_proposes (DaybookRegisterRead  *read,
               JsonObject           *object,
               DaybookPhraseStarter *self)
{
  JsonObject *proposes = daybook_register_object (read, object, "proposes", DAYBOOK_MEMBER_OPTIONAL);

  if (proposes == NULL)
    return;

  self->stage = g_strdup (daybook_register_text (read, proposes, "stage", DAYBOOK_MEMBER_OPTIONAL));
  self->snooze = read_when (read, proposes, "snooze");
  self->promise = read_when (read, proposes, "promise");
  if (self->stage != NULL && !daybook_is_key (self->stage))
    daybook_register_wrong (read, proposes, "stage", g_strdup_printf (_("“%s” is no name: small letters, digits and _ make one"), self->stage));
}

/* --- A phrase, and the file -------------------------------------------------------------------- */

static gboolean
has_key (GPtrArray  *starters,
         const char *key)
{
  for (guint i = 0; i < starters->len; i++)
    if (g_str_equal (((const DaybookPhraseStarter *) g_ptr_array_index (starters, i))->key, key))
      return TRUE;

  return FALSE;
}

static char *
read_key (DaybookRegisterRead *read,
          JsonObject          *object,
          GPtrArray           *starters)
{
  const char *key = daybook_register_text (read, object, "key", DAYBOOK_MEMBER_REQUIRED);

  if (key != NULL && !daybook_is_key (key))
    daybook_register_wrong (read, object, "key", g_strdup_printf (_("“%s” is no name: small letters, digits and _ make one"), key));
  else if (key != NULL && has_key (starters, key))
    daybook_register_wrong (read, object, "key", g_strdup_printf (_("there are two of the name “%s”"), key));
  return g_strdup (key != NULL ? key : "");
}

static void
read_starter (DaybookRegisterRead *read,
              JsonObject          *object,
              DaybookPurpose       purpose,
              GPtrArray           *starters)
{
  DaybookPhraseStarter *self = g_new0 (DaybookPhraseStarter, 1);

  self->key = read_key (read, object, starters);
  self->purpose = purpose;
  self->daypart = (DaybookDaypart) read_word (read, object, "daypart", DAYBOOK_MEMBER_OPTIONAL, daybook_phrases.fields[DAYBOOK_PHRASE_DAYPART].words);
  read_texts (read, object, "title", self->titles);
  read_texts (read, object, "text", self->texts);
  add_alternatives (read, object, self->texts);
  self->registers = read_list (read, object, "registers", daybook_place_is);
  self->channels = read_list (read, object, "channels", is_channel);
  read_paths (read, object, self);
  read_proposes (read, object, self);
  g_ptr_array_add (starters, self);
}

static void
read_root (DaybookRegisterRead *read,
           JsonObject          *root,
           GPtrArray           *starters)
{
  DaybookPurpose purpose = (DaybookPurpose) read_word (read, root, "purpose", DAYBOOK_MEMBER_REQUIRED, daybook_purpose_words);
  g_autoptr(GPtrArray) list = daybook_register_list (read, root, "phrases");

  if (list->len == 0)
    daybook_register_wrong (read, root, "phrases", g_strdup_printf (_("“%s” is missing"), "phrases"));
  for (guint i = 0; i < list->len; i++)
    if (JSON_NODE_HOLDS_OBJECT ((JsonNode *) g_ptr_array_index (list, i)))
      read_starter (read, json_node_get_object (g_ptr_array_index (list, i)), purpose, starters);
    else
      daybook_register_wrong (read, root, "phrases", g_strdup_printf (_("“%s” is not what it should be"), "phrases"));
}

GPtrArray *
daybook_phrase_starters_parse (const char  *json,
                               gssize       length,
                               const char  *name,
                               GError     **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(DaybookJsonLines) lines = daybook_json_lines_new (json, length, &failure);
  JsonNode *node = lines != NULL ? daybook_json_lines_root (lines) : NULL;
  DaybookRegisterRead read = { lines, NULL, 0, NULL };
  g_autoptr(GPtrArray) starters = g_ptr_array_new_with_free_func (free_starter);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    read_root (&read, json_node_get_object (node), starters);
  else if (node != NULL)
    read.wrong = g_strdup (_("it does not begin with {"));

  g_autofree char *wrong = read.wrong;
  if (lines != NULL && wrong == NULL)
    return g_steal_pointer (&starters);

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
               /* Translators: the file's name, the number of a line of it, and what is wrong there. */
               _("The file “%s” of phrases cannot be used, line %u: %s. Correct it, or take it away."),
               name, MAX (1, read.line), wrong != NULL ? wrong : failure->message);
  return NULL;
}
