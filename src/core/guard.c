/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/guard-private.h"

#include "core/guard-contact.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A text is traditional where of so many Chinese characters one has another form in simplified texts: a few
 * of those, 著名 or 乾坤, are in simplified ones as well. */
#define TRADITIONAL_SHARE 10

/* A word where it stands in the text. */
typedef struct
{
  const DaybookGuardPattern *pattern;
  guint                      start, end; /* letters */
  gboolean                   spared;
} Place;

typedef struct
{
  const DaybookGuard     *guard;
  const DaybookGuardText *text;
  DaybookChannel          channel;
  GArray                 *places; /* Place: words, by their ends */
  GArray                 *covers; /* Place: what spares words, and ends with the letter that was read last */
  GArray                 *spans;  /* DaybookGuardSpan: contacts */
} Search;

/* What may become a finding. */
typedef struct
{
  guint                    start, end; /* characters */
  const DaybookGuardEntry *entry;      /* NULL: a contact */
  guint                    language;
  gboolean                 suits;      /* the word is of the text's language */
  guint                    order;
} Candidate;

/* --- Whether it is written so ----------------------------------------------------------- */

/* Whether a word may begin or end before that letter. */
static gboolean
is_border (const DaybookGuardText *text,
           guint                   place)
{
  const DaybookGuardLetter *letters = daybook_guard_text_letters (text);
  guint n = text->letters->len;

  if (place == 0 || place == n || letters[place].gap != DAYBOOK_GAP_NONE || letters[place].kind != letters[place - 1].kind
      || letters[place].kind == DAYBOOK_LETTER_IDEOGRAPH || letters[place - 1].c == '\'')
    return TRUE;

  /* “password’s” is the word, “can’t” is another one. */
  return letters[place].c == '\'' && place + 1 < n && letters[place + 1].c != 't';
}

/* Whether a letter is as far from the one before it as in the word as it is written. */
static gboolean
is_near (const DaybookPatternLetter *expected,
         const DaybookGuardLetter   *letter)
{
  gboolean tight = expected->kind != DAYBOOK_LETTER_IDEOGRAPH && expected->kind == (expected - 1)->kind;

  if (!tight)
    return letter->gap <= MAX (expected->gap, DAYBOOK_GAP_WEAK);
  if (expected->gap == DAYBOOK_GAP_NONE)
    return letter->gap == DAYBOOK_GAP_NONE;

  return letter->gap != DAYBOOK_GAP_NONE && letter->gap <= expected->gap;
}

/* Whether the letters that begin at `start` and are those of the pattern are it. */
static gboolean
is_written (const DaybookGuard        *self,
            const DaybookGuardPattern *pattern,
            const DaybookGuardText    *text,
            guint                      start)
{
  const DaybookPatternLetter *expected = &g_array_index (self->letters, DaybookPatternLetter, pattern->first);
  const DaybookGuardLetter *letters = daybook_guard_text_letters (text) + start;
  gboolean whole = !pattern->spaced, spaced = pattern->length > 1;
  guint widest = DAYBOOK_GAP_NONE;

  if (!is_border (text, start) || !is_border (text, start + pattern->length))
    return FALSE;

  for (guint i = 1; i < pattern->length && (whole || spaced); i++)
    {
      whole = whole && is_near (&expected[i], &letters[i]);
      spaced = spaced && letters[i].gap != DAYBOOK_GAP_NONE;
      widest = MAX (widest, letters[i].gap);
    }

  /* Two letters on both sides of a comma are no word. */
  return whole || (spaced && (pattern->length > 2 || widest <= DAYBOOK_GAP_ORNAMENT));
}

/* --- Looking ---------------------------------------------------------------------------- */

static gboolean
counts (const Search              *search,
        const DaybookGuardPattern *pattern)
{
  if (pattern->channels == 0)
    return TRUE;
  /* Where it is not known by which way the text goes, it is held to what holds on any. */
  if (search->channel == DAYBOOK_CHANNEL_UNKNOWN)
    return pattern->kind == DAYBOOK_PATTERN_WORD;

  return (pattern->channels & DAYBOOK_GUARD_CHANNEL (search->channel)) != 0;
}

static void
note (Search                    *search,
      const DaybookGuardPattern *pattern,
      guint                      end)
{
  const Place place = { pattern, end - pattern->length, end, FALSE };

  if (!counts (search, pattern) || !is_written (search->guard, pattern, search->text, place.start))
    return;

  if (pattern->kind == DAYBOOK_PATTERN_WORD)
    g_array_append_val (search->places, place);
  else if (pattern->kind == DAYBOOK_PATTERN_CONTACT)
    daybook_guard_contact_behind (search->text, end, search->spans);
  else
    g_array_append_val (search->covers, place);
}

/* The words that lie in what was read last are the last ones that were found. */
static void
spare (Search      *search,
       const Place *cover)
{
  for (guint i = search->places->len; i > 0; i--)
    {
      Place *place = &g_array_index (search->places, Place, i - 1);

      if (place->end <= cover->start)
        break;
      if (place->start >= cover->start
          && (cover->pattern->kind == DAYBOOK_PATTERN_HARMLESS || place->pattern->entry == cover->pattern->entry))
        place->spared = TRUE;
    }
}

static void
look_through (Search *search)
{
  const DaybookGuardLetter *letters = daybook_guard_text_letters (search->text);
  guint state = 0, word;

  for (guint i = 0; i < search->text->letters->len; i++)
    {
      DaybookAutomatonEnds ends;

      state = daybook_automaton_step (search->guard->automaton, state, letters[i].c);
      daybook_automaton_ends_init (&ends, search->guard->automaton, state);
      while (daybook_automaton_ends_next (&ends, &word))
        note (search, &g_array_index (search->guard->patterns, DaybookGuardPattern, word), i + 1);

      for (guint j = 0; j < search->covers->len; j++)
        spare (search, &g_array_index (search->covers, Place, j));
      g_array_set_size (search->covers, 0);
    }
}

/* --- Choosing --------------------------------------------------------------------------- */

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a, *other = b;
  guint length = one->end - one->start, other_length = other->end - other->start;

  if (length != other_length)
    return length > other_length ? -1 : 1;
  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->suits != other->suits)
    return one->suits ? -1 : 1;
  return one->order < other->order ? -1 : 1;
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  guint one = ((const Candidate *) a)->start, other = ((const Candidate *) b)->start;

  return one < other ? -1 : one > other;
}

static void
add_words (Search *search,
           GArray *candidates)
{
  const DaybookGuardLetter *letters = daybook_guard_text_letters (search->text);

  for (guint i = 0; i < search->places->len; i++)
    {
      const Place *place = &g_array_index (search->places, Place, i);
      const DaybookGuardPattern *pattern = place->pattern;
      gboolean is_chinese = pattern->language != DAYBOOK_LANGUAGE_EN;
      const Candidate candidate = {
        letters[place->start].from, letters[place->end - 1].to,
        &g_array_index (search->guard->entries, DaybookGuardEntry, pattern->entry), pattern->language,
        pattern->language == DAYBOOK_LANGUAGE_ANY || is_chinese == (search->text->n_han > 0), pattern->first,
      };

      if (!place->spared)
        g_array_append_val (candidates, candidate);
    }
}

static void
add_contacts (Search            *search,
              const char *const *allowed,
              GArray            *candidates)
{
  g_autoptr(GHashTable) let_pass = daybook_guard_contacts_read (allowed);

  daybook_guard_contact_find (search->text, search->spans);
  for (guint i = 0; i < search->spans->len; i++)
    {
      const DaybookGuardSpan *span = &g_array_index (search->spans, DaybookGuardSpan, i);
      const Candidate candidate = { span->start, span->end, NULL, DAYBOOK_LANGUAGE_ANY, TRUE, G_MAXUINT };

      if (!daybook_guard_contacts_have (let_pass, search->text, span))
        g_array_append_val (candidates, candidate);
    }
}

static gboolean
take (guint8          *taken,
      const Candidate *candidate)
{
  if (memchr (taken + candidate->start, TRUE, candidate->end - candidate->start) != NULL)
    return FALSE;

  memset (taken + candidate->start, TRUE, candidate->end - candidate->start);
  return TRUE;
}

/* Leaves those that no longer one overlaps, in their order. */
static void
choose (GArray *candidates,
        guint   n_characters)
{
  g_autofree guint8 *taken = g_malloc0 (n_characters + 1);
  guint n = 0;

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate candidate = g_array_index (candidates, Candidate, i);

      if (take (taken, &candidate))
        g_array_index (candidates, Candidate, n++) = candidate;
    }

  g_array_set_size (candidates, n);
  g_array_sort (candidates, compare_starts);
}

/* --- Findings --------------------------------------------------------------------------- */

static const char *
pick_chinese (const DaybookGuardEntry *entry,
              const DaybookGuardText  *text)
{
  gboolean traditional = text->n_traditional * TRADITIONAL_SHARE >= text->n_han && text->n_traditional > 0;
  DaybookLanguage first = traditional ? DAYBOOK_LANGUAGE_ZH_TW : DAYBOOK_LANGUAGE_ZH_CN;
  DaybookLanguage other = traditional ? DAYBOOK_LANGUAGE_ZH_CN : DAYBOOK_LANGUAGE_ZH_TW;

  return entry->instead[first] != NULL ? entry->instead[first] : entry->instead[other];
}

/* A better wording in another language than the word's would be none. */
static const char *
pick_instead (const Candidate        *candidate,
              const DaybookGuardText *text)
{
  return candidate->language == DAYBOOK_LANGUAGE_EN ? candidate->entry->instead[DAYBOOK_LANGUAGE_EN]
                                                      : pick_chinese (candidate->entry, text);
}

static DaybookGuardFinding
make_finding (const Candidate        *candidate,
              const DaybookGuardText *text)
{
  const DaybookGuardEntry *entry = candidate->entry;
  DaybookGuardFinding finding = {
    candidate->start, candidate->end,
    g_array_index (text->characters, DaybookGuardCharacter, candidate->start).byte,
    g_array_index (text->characters, DaybookGuardCharacter, candidate->end).byte,
    DAYBOOK_GUARD_CONTACT, _("Contact"), _("Private contacts, and those of colleagues, are not given out to customers."), NULL,
  };

  if (entry == NULL)
    return finding;

  finding.rule = entry->rule;
  finding.title = entry->title;
  finding.why = entry->why;
  finding.instead = pick_instead (candidate, text);
  return finding;
}

GArray *
daybook_guard_check (const DaybookGuard *self,
                     const char         *text,
                     DaybookChannel      channel,
                     const char *const  *allowed)
{
  g_autoptr(DaybookGuardText) read = daybook_guard_text_new (text);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr(GArray) covers = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DaybookGuardSpan));
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (DaybookGuardFinding));
  Search search = { self, read, channel, places, covers, spans };

  look_through (&search);
  add_words (&search, candidates);
  add_contacts (&search, allowed, candidates);
  choose (candidates, daybook_guard_text_length (read));
  for (guint i = 0; i < candidates->len; i++)
    {
      const DaybookGuardFinding finding = make_finding (&g_array_index (candidates, Candidate, i), read);

      g_array_append_val (findings, finding);
    }

  return findings;
}

/* --- Saying it better ------------------------------------------------------------------- */

/* Whether what begins at that byte begins a sentence. */
static gboolean
begins_sentence (const char *text,
                 gsize       from)
{
  const char *p = text + from;

  while (p > text)
    {
      p = g_utf8_prev_char (p);
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '.' || c == '!' || c == '?')
        return TRUE;
      if (!g_unichar_isspace (c))
        return FALSE;
    }

  return TRUE;
}

char *
daybook_guard_apply (const char                *text,
                     const DaybookGuardFinding *finding)
{
  g_autoptr(GString) better = g_string_new_len (text, (gssize) finding->from);
  gunichar c;

  if (finding->instead == NULL)
    return g_strdup (text);

  c = g_utf8_get_char (finding->instead);
  if (g_unichar_isupper (g_utf8_get_char (text + finding->from)) && begins_sentence (text, finding->from))
    c = g_unichar_toupper (c);
  g_string_append_unichar (better, c);
  g_string_append (better, g_utf8_next_char (finding->instead));
  g_string_append (better, text + finding->to);
  return g_string_free (g_steal_pointer (&better), FALSE);
}
