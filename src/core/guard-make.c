/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/guard-private.h"

#include "core/guard-contact.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DaybookGuard *guard;
  GArray       *codes; /* gunichar: of the same places as the guard's letters */
} Making;

/* --- Patterns --------------------------------------------------------------------------- */

static void
add_letter (Making                   *making,
            DaybookGuardPattern      *pattern,
            const DaybookGuardLetter *letter)
{
  const DaybookPatternLetter kept = { letter->gap, letter->kind };

  g_array_append_val (making->codes, letter->c);
  g_array_append_val (making->guard->letters, kept);
  pattern->length++;
}

/* Who writes c a n ' t leaves the apostrophe apart, too: there it is none. */
static void
add_without_apostrophes (Making                 *making,
                         const DaybookGuardText *text,
                         DaybookGuardPattern     pattern)
{
  const DaybookGuardLetter *letters = daybook_guard_text_letters (text);

  pattern.first = making->codes->len;
  pattern.length = 0;
  pattern.spaced = TRUE;
  for (guint i = 0; i < text->letters->len; i++)
    if (letters[i].c != '\'')
      add_letter (making, &pattern, &letters[i]);

  if (pattern.length < text->letters->len)
    g_array_append_val (making->guard->patterns, pattern);
}

static void
add_pattern (Making             *making,
             const char         *text,
             DaybookGuardPattern pattern)
{
  g_autoptr(DaybookGuardText) read = daybook_guard_text_new (text);

  pattern.first = making->codes->len;
  for (guint i = 0; i < read->letters->len; i++)
    add_letter (making, &pattern, daybook_guard_text_letters (read) + i);
  g_array_append_val (making->guard->patterns, pattern);
  add_without_apostrophes (making, read, pattern);
}

static void
add_patterns (Making             *making,
              char              **texts[DAYBOOK_N_LANGUAGES],
              DaybookGuardPattern pattern)
{
  for (guint i = 0; i < DAYBOOK_N_LANGUAGES; i++)
    {
      pattern.language = i;
      for (char **text = texts[i]; text != NULL && *text != NULL; text++)
        add_pattern (making, *text, pattern);
    }
}

/* --- Entries ---------------------------------------------------------------------------- */

static const char *
keep (Making     *making,
      const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (making->guard->strings, text) : NULL;
}

/* Returns its place. */
static guint
add_entry (Making           *making,
           DaybookGuardEntry entry)
{
  entry.rule = keep (making, entry.rule);
  entry.title = keep (making, entry.title);
  entry.why = keep (making, entry.why);
  for (guint i = 0; i < DAYBOOK_N_LANGUAGES; i++)
    entry.instead[i] = keep (making, entry.instead[i]);

  g_array_append_val (making->guard->entries, entry);
  return making->guard->entries->len - 1;
}

static void
add_word (Making                 *making,
          const DaybookGuardList *list,
          const DaybookGuardWord *word)
{
  DaybookGuardEntry entry = { .rule = list->rule, .title = list->title, .why = list->why };
  DaybookGuardPattern pattern = { .kind = DAYBOOK_PATTERN_WORD, .channels = word->channels };

  for (guint i = 0; i < DAYBOOK_N_LANGUAGES; i++)
    entry.instead[i] = word->instead[i];
  pattern.entry = add_entry (making, entry);
  add_patterns (making, (char ***) word->texts, pattern);

  pattern.kind = DAYBOOK_PATTERN_UNLESS;
  pattern.channels = 0;
  add_patterns (making, (char ***) word->unless, pattern);
}

static const DaybookGuardList *
find_list (GPtrArray  *lists,
           const char *rule)
{
  for (guint i = 0; i < lists->len; i++)
    if (g_strcmp0 (((const DaybookGuardList *) g_ptr_array_index (lists, i))->rule, rule) == 0)
      return g_ptr_array_index (lists, i);

  return NULL;
}

static guint
add_own_entry (Making                *making,
               GPtrArray             *lists,
               const DaybookGuardOwn *own)
{
  const DaybookGuardList *list = find_list (lists, own->rule);
  gboolean named = own->rule != NULL && *own->rule != '\0';
  DaybookGuardEntry entry = {
    .rule = named ? own->rule : DAYBOOK_GUARD_SHOP,
    .title = list != NULL ? list->title : named ? own->rule : _("The shop’s own word"),
    .why = own->why != NULL && *own->why != '\0' ? own->why : list != NULL ? list->why : _("The shop does not want this to be said."),
  };

  for (guint i = 0; i < DAYBOOK_N_LANGUAGES; i++)
    entry.instead[i] = own->instead != NULL && *own->instead != '\0' ? own->instead : NULL;
  return add_entry (making, entry);
}

static void
add_own (Making                *making,
         GPtrArray             *lists,
         const DaybookGuardOwn *own)
{
  DaybookGuardPattern pattern = {
    .kind = own->passes ? DAYBOOK_PATTERN_HARMLESS : DAYBOOK_PATTERN_WORD,
    .language = DAYBOOK_LANGUAGE_ANY,
    .channels = own->channels,
  };

  if (!daybook_guard_check_word (own->text, NULL))
    return;
  if (!own->passes)
    pattern.entry = add_own_entry (making, lists, own);
  add_pattern (making, own->text, pattern);
}

/* --- Making ----------------------------------------------------------------------------- */

static DaybookAutomaton *
make_automaton (const Making *making)
{
  GArray *patterns = making->guard->patterns;
  g_autofree DaybookAutomatonWord *words = g_new (DaybookAutomatonWord, patterns->len);

  for (guint i = 0; i < patterns->len; i++)
    {
      const DaybookGuardPattern *pattern = &g_array_index (patterns, DaybookGuardPattern, i);

      words[i].letters = &g_array_index (making->codes, gunichar, pattern->first);
      words[i].length = pattern->length;
    }

  return daybook_automaton_new (words, patterns->len);
}

DaybookGuard *
daybook_guard_new (GPtrArray             *lists,
                   const DaybookGuardOwn *own,
                   guint                  n_own)
{
  DaybookGuard *self = g_new0 (DaybookGuard, 1);
  g_autoptr(GArray) codes = g_array_new (FALSE, FALSE, sizeof (gunichar));
  Making making = { self, codes };

  self->strings = g_string_chunk_new (4096);
  self->entries = g_array_new (FALSE, FALSE, sizeof (DaybookGuardEntry));
  self->patterns = g_array_new (FALSE, FALSE, sizeof (DaybookGuardPattern));
  self->letters = g_array_new (FALSE, FALSE, sizeof (DaybookPatternLetter));

  for (guint i = 0; i < n_own; i++)
    add_own (&making, lists, &own[i]);
  for (guint i = 0; i < lists->len; i++)
    {
      const DaybookGuardList *list = g_ptr_array_index (lists, i);

      for (guint j = 0; j < list->words->len; j++)
        add_word (&making, list, g_ptr_array_index (list->words, j));
    }
  for (guint i = 0; daybook_guard_contact_words[i] != NULL; i++)
    add_pattern (&making, daybook_guard_contact_words[i], (DaybookGuardPattern) { .kind = DAYBOOK_PATTERN_CONTACT });

  self->automaton = make_automaton (&making);
  return self;
}

void
daybook_guard_free (DaybookGuard *self)
{
  g_string_chunk_free (self->strings);
  g_array_unref (self->entries);
  g_array_unref (self->patterns);
  g_array_unref (self->letters);
  daybook_automaton_free (self->automaton);
  g_free (self);
}
