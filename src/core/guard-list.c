/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/guard-list.h"

#include "core/error.h"
#include "core/guard-text.h"
#include "core/register-read.h"

#include <glib/gi18n-lib.h>

/* What is longer is no word. Each place of a text is looked at so often at most. */
#define MOST_LETTERS 64

static void
free_word (gpointer data)
{
  DaybookGuardWord *word = data;

  for (guint i = 0; i < DAYBOOK_N_LANGUAGES; i++)
    {
      g_strfreev (word->texts[i]);
      g_strfreev (word->unless[i]);
      g_free (word->instead[i]);
    }
  g_free (word);
}

void
daybook_guard_list_free (DaybookGuardList *self)
{
  g_free (self->rule);
  g_free (self->title);
  g_free (self->why);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/* --- What can be looked for ------------------------------------------------------------- */

/* NULL: nothing is wrong with it. (transfer full) */
static char *
fault_of (const char *text)
{
  g_autoptr(DaybookGuardText) read = daybook_guard_text_new (text);
  const DaybookGuardLetter *letters = daybook_guard_text_letters (read);

  if (read->letters->len == 0)
    return g_strdup_printf (_("“%s” has no letters that could be looked for"), text);
  if (read->letters->len == 1 && letters[0].kind != DAYBOOK_LETTER_IDEOGRAPH)
    return g_strdup_printf (_("“%s” is a single letter, which says too little"), text);
  if (read->letters->len > MOST_LETTERS)
    return g_strdup_printf (_("“%s” has more than %d letters"), text, MOST_LETTERS);
  return NULL;
}

gboolean
daybook_guard_check_word (const char  *text,
                          GError     **error)
{
  g_autofree char *fault = fault_of (text);

  if (fault == NULL)
    return TRUE;

  /* Translators: what is wrong with a word: “v” is a single letter, which says too little */
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("The word guard cannot use this: %s."), fault);
  return FALSE;
}

char *
daybook_guard_word_key (const char *text)
{
  g_autoptr(DaybookGuardText) read = daybook_guard_text_new (text);
  const DaybookGuardLetter *letters = daybook_guard_text_letters (read);
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < read->letters->len; i++)
    g_string_append_unichar (key, letters[i].c);
  return g_string_free (key, FALSE);
}

static gboolean
begins_at (const DaybookGuardText *longer,
           const DaybookGuardText *shorter,
           guint                   place)
{
  const DaybookGuardLetter *all = daybook_guard_text_letters (longer) + place, *part = daybook_guard_text_letters (shorter);

  for (guint i = 0; i < shorter->letters->len; i++)
    if (all[i].c != part[i].c)
      return FALSE;

  return TRUE;
}

/* Whether `longer` is `word` and more. */
static gboolean
holds (const char *longer,
       const char *word)
{
  g_autoptr(DaybookGuardText) all = daybook_guard_text_new (longer), part = daybook_guard_text_new (word);

  for (guint i = 0; all->letters->len > part->letters->len && i + part->letters->len <= all->letters->len; i++)
    if (begins_at (all, part, i))
      return TRUE;

  return FALSE;
}

static gboolean
holds_any (const char             *longer,
           const DaybookGuardWord *word)
{
  for (guint i = 0; i < DAYBOOK_N_LANGUAGES; i++)
    for (char **text = word->texts[i]; text != NULL && *text != NULL; text++)
      if (holds (longer, *text))
        return TRUE;

  return FALSE;
}

/* --- Reading a list --------------------------------------------------------------------- */

/* The member that says something in each language. NULL where there is none. */
static JsonObject *
read_languages (DaybookRegisterRead *read,
                JsonObject          *object,
                const char          *member,
                DaybookMemberNeed    need)
{
  JsonObject *said = need == DAYBOOK_MEMBER_REQUIRED || json_object_has_member (object, member)
                     ? daybook_register_object (read, object, member, need) : NULL;
  g_autoptr(GList) names = said != NULL ? json_object_get_members (said) : NULL;

  for (GList *each = names; each != NULL; each = each->next)
    {
      guint i = DAYBOOK_LANGUAGE_ANY + 1;

      while (i < DAYBOOK_N_LANGUAGES && !g_str_equal (daybook_language_code (i), each->data))
        i++;
      if (i == DAYBOOK_N_LANGUAGES)
        daybook_register_wrong (read, said, each->data,
                                g_strdup_printf (_("“%s” is no language of it: en, zh_CN and zh_TW are"), (const char *) each->data));
    }

  return said;
}

/* The texts of each language, every one of which can be looked for; returns how many there are. */
static guint
read_texts (DaybookRegisterRead *read,
            JsonObject          *object,
            const char          *member,
            DaybookMemberNeed    need,
            char               **texts[DAYBOOK_N_LANGUAGES])
{
  JsonObject *said = read_languages (read, object, member, need);
  guint n = 0;

  for (guint i = DAYBOOK_LANGUAGE_ANY + 1; said != NULL && i < DAYBOOK_N_LANGUAGES; i++)
    {
      texts[i] = daybook_register_texts (read, said, daybook_language_code (i));
      for (char **text = texts[i]; *text != NULL; text++, n++)
        {
          char *fault = fault_of (*text);

          if (fault != NULL)
            daybook_register_wrong (read, said, daybook_language_code (i), fault);
        }
    }

  if (said != NULL && n == 0)
    daybook_register_wrong (read, object, member, g_strdup_printf (_("“%s” names no word"), member));
  return n;
}

static void
read_unless (DaybookRegisterRead *read,
             JsonObject          *object,
             DaybookGuardWord    *word)
{
  read_texts (read, object, "unless", DAYBOOK_MEMBER_OPTIONAL, word->unless);
  for (guint i = 0; i < DAYBOOK_N_LANGUAGES; i++)
    for (char **text = word->unless[i]; text != NULL && *text != NULL; text++)
      if (!holds_any (*text, word))
        daybook_register_wrong (read, object, "unless",
                                g_strdup_printf (_("“%s” does not hold the word and more, so it would spare nothing"), *text));
}

static void
read_instead (DaybookRegisterRead *read,
              JsonObject          *object,
              DaybookGuardWord    *word)
{
  JsonObject *said = read_languages (read, object, "instead", DAYBOOK_MEMBER_OPTIONAL);

  for (guint i = DAYBOOK_LANGUAGE_ANY + 1; said != NULL && i < DAYBOOK_N_LANGUAGES; i++)
    word->instead[i] = g_strdup (daybook_register_text (read, said, daybook_language_code (i), DAYBOOK_MEMBER_OPTIONAL));
}

char *
daybook_guard_list_channels (void)
{
  g_autoptr(GString) known = g_string_new (NULL);

  for (guint i = DAYBOOK_CHANNEL_UNKNOWN + 1; daybook_channel_words[i].word != NULL; i++)
    g_string_append_printf (known, known->len > 0 ? ", %s" : "%s", daybook_channel_words[i].word);
  return g_string_free (g_steal_pointer (&known), FALSE);
}

static void
read_channels (DaybookRegisterRead *read,
               JsonObject          *object,
               DaybookGuardWord    *word)
{
  g_auto(GStrv) names = daybook_register_texts (read, object, "channels");

  for (char **name = names; *name != NULL; name++)
    {
      int channel = daybook_word_index (daybook_channel_words, *name);
      g_autofree char *known = channel <= DAYBOOK_CHANNEL_UNKNOWN ? daybook_guard_list_channels () : NULL;

      if (known != NULL)
        daybook_register_wrong (read, object, "channels", g_strdup_printf (_("“%1$s” is no channel; there are: %2$s"), *name, known));
      else
        word->channels |= DAYBOOK_GUARD_CHANNEL (channel);
    }
}

static DaybookGuardWord *
read_word (DaybookRegisterRead *read,
           JsonObject          *object)
{
  DaybookGuardWord *word = g_new0 (DaybookGuardWord, 1);

  read_texts (read, object, "text", DAYBOOK_MEMBER_REQUIRED, word->texts);
  read_instead (read, object, word);
  read_unless (read, object, word);
  read_channels (read, object, word);
  return word;
}

static void
read_words (DaybookRegisterRead *read,
            JsonObject          *root,
            GPtrArray           *words)
{
  g_autoptr(GPtrArray) nodes = daybook_register_list (read, root, "words");

  for (guint i = 0; i < nodes->len; i++)
    {
      JsonNode *node = g_ptr_array_index (nodes, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        g_ptr_array_add (words, read_word (read, json_node_get_object (node)));
      else
        daybook_register_wrong (read, root, "words", g_strdup_printf (_("“%s” is not what it should be"), "words"));
    }

  if (nodes->len == 0)
    daybook_register_wrong (read, root, "words", g_strdup_printf (_("“%s” names no word"), "words"));
}

static void
read_root (DaybookRegisterRead *read,
           JsonObject          *root,
           DaybookGuardList    *self)
{
  self->rule = g_strdup (daybook_register_text (read, root, "rule", DAYBOOK_MEMBER_REQUIRED));
  if (self->rule != NULL && !daybook_is_key (self->rule))
    daybook_register_wrong (read, root, "rule", g_strdup_printf (_("“%s” is no name: small letters, digits and _ make one"), self->rule));
  self->title = daybook_register_label (read, root, "title", DAYBOOK_MEMBER_REQUIRED);
  self->why = daybook_register_label (read, root, "why", DAYBOOK_MEMBER_REQUIRED);
  read_words (read, root, self->words);
}

DaybookGuardList *
daybook_guard_list_parse (const char  *json,
                          const char  *name,
                          GError     **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(DaybookJsonLines) lines = daybook_json_lines_new (json, -1, &failure);
  JsonNode *node = lines != NULL ? daybook_json_lines_root (lines) : NULL;
  DaybookRegisterRead read = { lines, NULL, 0 };
  g_autoptr(DaybookGuardList) self = g_new0 (DaybookGuardList, 1);

  self->words = g_ptr_array_new_with_free_func (free_word);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    read_root (&read, json_node_get_object (node), self);
  else if (node != NULL)
    read.wrong = g_strdup (_("it does not begin with {"));

  g_autofree char *wrong = read.wrong;
  if (lines != NULL && wrong == NULL)
    return g_steal_pointer (&self);

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
               /* Translators: the file's name, the number of a line of it, and what is wrong there. */
               _("The list “%s” of guarded words cannot be used, line %u: %s. Correct it, or take it away."),
               name, MAX (1, read.line), wrong != NULL ? wrong : failure->message);
  return NULL;
}
