/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/excerpt.h"

#include "core/han.h"
#include "core/pinyin.h"
#include "core/terms.h"
#include "core/tokens.h"

#include <string.h>

enum
{
  MAX_NAME = 60,   /* characters: a longer text is no name to be found by sound */
  MOST_BEFORE = 16, /* ... before a match: where there is little room, it is in sight */
};

static const char ELLIPSIS[] = "…";

/* One token of a text: its bytes in the list's pool, and where it came from. */
typedef struct
{
  gsize       at;
  gsize       n;
  DaybookSpan span;
} Token;

typedef struct
{
  GString *pool;
  GArray  *tokens; /* Token */
} TokenList;

static int
add_token (const char *token,
           gsize       n,
           gsize       start,
           gsize       end,
           gpointer    data)
{
  TokenList *list = data;
  Token added = { list->pool->len, n, { start, end } };

  g_string_append_len (list->pool, token, (gssize) n);
  g_array_append_val (list->tokens, added);
  return 0;
}

static TokenList
list_tokens (const char       *text,
             DaybookTokenMode  mode)
{
  TokenList list = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (Token)) };

  daybook_tokens_foreach (text, strlen (text), mode, add_token, &list);
  return list;
}

static void
clear_list (TokenList *list)
{
  g_string_free (list->pool, TRUE);
  g_array_unref (list->tokens);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TokenList, clear_list)

typedef enum
{
  LAST_WHOLE,
  LAST_BY_PREFIX,
} LastToken;

static const Token *
token_at (const TokenList *list,
          guint            i)
{
  return &g_array_index (list->tokens, Token, i);
}

static gboolean
token_matches (const TokenList *list,
               guint            i,
               const TokenList *phrase,
               guint            j,
               LastToken        last)
{
  const Token *a = token_at (list, i);
  const Token *b = token_at (phrase, j);
  gboolean by_prefix = last == LAST_BY_PREFIX && j + 1 == phrase->tokens->len;

  return (by_prefix ? a->n >= b->n : a->n == b->n)
         && memcmp (list->pool->str + a->at, phrase->pool->str + b->at, b->n) == 0;
}

static gboolean
is_ascii (const char *text,
          gsize       n)
{
  for (gsize i = 0; i < n; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;

  return TRUE;
}

/* The end of the last token of a match. Of a pair or word that was asked for by
 * its beginning only that is meant, or all where its bytes may be folded from others. */
static gsize
end_of_match (const char      *text,
              const TokenList *list,
              guint            i,
              const TokenList *phrase)
{
  const Token *token = token_at (list, i);
  const Token *asked = token_at (phrase, phrase->tokens->len - 1);
  gunichar c = g_utf8_get_char_validated (list->pool->str + token->at, (gssize) token->n);

  if (token->n == asked->n)
    return token->span.end;
  if (c >= 0x2e80)
    return token->span.start + (gsize) (g_utf8_next_char (text + token->span.start) - (text + token->span.start));

  return is_ascii (text + token->span.start, token->n) ? token->span.start + asked->n : token->span.end;
}

/* Adds each place where `phrase` stands in the list. */
static void
match_phrase (const char      *text,
              const TokenList *list,
              const TokenList *phrase,
              LastToken        last,
              GArray          *spans)
{
  guint n = phrase->tokens->len;

  for (guint i = 0; n > 0 && i + n <= list->tokens->len; i++)
    {
      guint j = 0;

      while (j < n && token_matches (list, i + j, phrase, j, last))
        j++;
      if (j == n)
        {
          DaybookSpan span = { token_at (list, i)->span.start, end_of_match (text, list, i + n - 1, phrase) };
          g_array_append_val (spans, span);
        }
    }
}

static void
match_words (const char        *text,
             const TokenList   *list,
             const DaybookTerm *term,
             GArray            *spans)
{
  g_auto(TokenList) phrase = list_tokens (term->text, DAYBOOK_TOKENS_TEXT_QUERY);

  match_phrase (text, list, &phrase,
                (term->kinds & DAYBOOK_TERM_BY_PREFIX) != 0 ? LAST_BY_PREFIX : LAST_WHOLE, spans);
}

static void
match_number (const char        *text,
              const DaybookTerm *term,
              GArray            *spans)
{
  g_auto(TokenList) list = list_tokens (text, DAYBOOK_TOKENS_NUMBER);
  g_auto(TokenList) phrase = list_tokens (term->number, DAYBOOK_TOKENS_NUMBER);

  match_phrase (text, &list, &phrase, LAST_WHOLE, spans);
}

/* Whether one of the keys of these bytes begins so. */
static gboolean
sounds_like (const char        *text,
             gsize              n,
             const DaybookTerm *term)
{
  g_autofree char *part = g_strndup (text, n);
  g_autofree char *keys = daybook_pinyin_keys (part);
  g_auto(GStrv) list = g_strsplit (keys, " ", -1);

  for (char **key = list; *key != NULL; key++)
    if (g_str_has_prefix (*key, term->text) || (term->sound != NULL && g_str_has_prefix (*key, term->sound)))
      return TRUE;

  return FALSE;
}

/* Where the characters end that were typed by their sound, the first of which stands at `from`; NULL: others were. */
static const char *
end_of_sound (const char        *from,
              const DaybookTerm *term)
{
  const char *end = from;

  for (guint i = 0; i < DAYBOOK_PINYIN_CHARS && daybook_han_is (g_utf8_get_char (end)); i++)
    {
      end = g_utf8_next_char (end);
      if (sounds_like (from, (gsize) (end - from), term))
        return end;
    }

  return NULL;
}

/* A name is found by its sound from its beginning, or from where Chinese begins in it. */
static void
match_sound (const char        *text,
             const DaybookTerm *term,
             GArray            *spans)
{
  gboolean in_run = FALSE;

  if (g_utf8_strlen (text, -1) > MAX_NAME)
    return;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_han = daybook_han_is (g_utf8_get_char (p));
      const char *end = is_han && !in_run ? end_of_sound (p, term) : NULL;

      in_run = is_han;
      if (end != NULL)
        {
          const DaybookSpan span = { (gsize) (p - text), (gsize) (end - text) };

          g_array_append_val (spans, span);
          return;
        }
    }
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const DaybookSpan *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return first->end < second->end ? -1 : first->end > second->end;
}

/* Sorts the spans, and joins those that touch. */
static void
join_spans (GArray *spans)
{
  guint n = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      DaybookSpan span = g_array_index (spans, DaybookSpan, i);
      DaybookSpan *last = n > 0 ? &g_array_index (spans, DaybookSpan, n - 1) : NULL;

      if (last != NULL && span.start <= last->end)
        last->end = MAX (last->end, span.end);
      else
        g_array_index (spans, DaybookSpan, n++) = span;
    }
  g_array_set_size (spans, n);
}

GArray *
daybook_search_matches (const char      *text,
                        DaybookFoundIn   kind,
                        GPtrArray       *terms)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (DaybookSpan));

  if (!g_utf8_validate (text, -1, NULL))
    return spans;

  g_auto(TokenList) list = list_tokens (text, DAYBOOK_TOKENS_TEXT);
  for (guint i = 0; i < terms->len; i++)
    {
      const DaybookTerm *term = g_ptr_array_index (terms, i);
      guint n_before = spans->len;

      if ((term->kinds & DAYBOOK_TERM_WORDS) != 0)
        match_words (text, &list, term, spans);
      if ((term->kinds & DAYBOOK_TERM_NUMBER) != 0)
        match_number (text, term, spans);
      if (kind == DAYBOOK_FOUND_IN_NAME && spans->len == n_before && (term->kinds & DAYBOOK_TERM_PINYIN) != 0)
        match_sound (text, term, spans);
    }
  join_spans (spans);

  return spans;
}

/* Not in the middle of a Latin word, if there is another before the match. */
static const char *
skip_rest_of_word (const char *text,
                   const char *start,
                   const char *match)
{
  const char *p = start;

  if (start == text)
    return start;

  while (p < match && g_ascii_isalnum (start[-1]) && g_ascii_isalnum (*p))
    p++;
  while (p < match && (g_ascii_isspace (*p) || *p == ',' || *p == '.'))
    p++;
  return p < match ? p : start;
}

/* The bytes of `text` to show: some characters before the match, so that it is
 * read in its sentence, and what fits behind. */
static DaybookSpan
choose_window (const char  *text,
               DaybookSpan  match,
               guint        max_chars)
{
  glong length = g_utf8_strlen (text, -1);
  glong before = g_utf8_strlen (text, (gssize) match.start);
  glong first = CLAMP (before - (glong) MIN (max_chars / 4, MOST_BEFORE), 0, MAX (length - (glong) max_chars, 0));
  const char *start = skip_rest_of_word (text, g_utf8_offset_to_pointer (text, first), text + match.start);
  const char *end = g_utf8_offset_to_pointer (start, MIN ((glong) max_chars, g_utf8_strlen (start, -1)));

  return (DaybookSpan) { (gsize) (start - text), (gsize) (end - text) };
}

/* The matches inside of the window, counted from the excerpt's beginning. */
static GArray *
shift_matches (GArray      *matches,
               DaybookSpan  window,
               gsize        head)
{
  GArray *shifted = g_array_new (FALSE, FALSE, sizeof (DaybookSpan));

  for (guint i = 0; i < matches->len; i++)
    {
      DaybookSpan span = g_array_index (matches, DaybookSpan, i);

      span.start = CLAMP (span.start, window.start, window.end) - window.start + head;
      span.end = CLAMP (span.end, window.start, window.end) - window.start + head;
      if (span.start < span.end)
        g_array_append_val (shifted, span);
    }

  return shifted;
}

DaybookExcerpt *
daybook_search_excerpt (const char      *text,
                        DaybookFoundIn   kind,
                        GPtrArray       *terms,
                        guint            max_chars)
{
  g_autoptr(GArray) matches = daybook_search_matches (text, kind, terms);

  if (matches->len == 0)
    return NULL;

  DaybookExcerpt *excerpt = g_new0 (DaybookExcerpt, 1);
  DaybookSpan window = choose_window (text, g_array_index (matches, DaybookSpan, 0), max_chars);
  const char *head = window.start > 0 ? ELLIPSIS : "";
  const char *tail = text[window.end] != '\0' ? ELLIPSIS : "";

  excerpt->text = g_strdup_printf ("%s%.*s%s", head, (int) (window.end - window.start), text + window.start, tail);
  excerpt->matches = shift_matches (matches, window, strlen (head));
  g_strdelimit (excerpt->text, "\n\r\t\v\f", ' ');
  return excerpt;
}

DaybookExcerpt *
daybook_excerpt_new_plain (char *text)
{
  DaybookExcerpt *self = g_new0 (DaybookExcerpt, 1);

  self->text = text;
  self->matches = g_array_new (FALSE, FALSE, sizeof (DaybookSpan));
  return self;
}

void
daybook_excerpt_put_before (DaybookExcerpt *self,
                            const char     *words)
{
  g_autofree char *text = self->text;

  self->text = g_strconcat (words, text, NULL);
  for (guint i = 0; i < self->matches->len; i++)
    {
      DaybookSpan *span = &g_array_index (self->matches, DaybookSpan, i);

      span->start += strlen (words);
      span->end += strlen (words);
    }
}

void
daybook_excerpt_free (DaybookExcerpt *excerpt)
{
  g_array_unref (excerpt->matches);
  g_free (excerpt->text);
  g_free (excerpt);
}
