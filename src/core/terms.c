/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/terms.h"

#include "core/han.h"
#include "core/mask.h"
#include "core/tokens.h"

#include <string.h>

enum
{
  MIN_NUMBER = 3,       /* the index has threes */
  MIN_PHONE = 5,
  MIN_PHONE_TAIL = 4,   /* fewer would find half of the shop */
  MAX_PHONE_TAIL = 10,  /* more is a whole number */
  MOBILE_LENGTH = 11,
  AMERICAN_LENGTH = 10,
  AREA_LENGTH = 3,
  MAX_PINYIN = 48,
};

static void
free_term (gpointer data)
{
  DaybookTerm *term = data;

  g_free (term->text);
  g_free (term->sound);
  g_free (term->number);
  g_free (term->digits);
  g_free (term);
}

static gboolean
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || c == ',' || c == ';' || c == 0x3001 /* 、 */ || c == 0x3002 /* 。 */
         || c == 0xff0c /* ， */ || c == 0xff1b /* ； */;
}

/* The words typed, without what spreadsheets put around a number. */
static GPtrArray *
split (const char *typed)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *valid = g_utf8_make_valid (typed, (gssize) strnlen (typed, DAYBOOK_TERMS_MAX_BYTES));
  const char *p = valid;

  while (*p != '\0')
    {
      const char *start = p;

      while (*p != '\0' && !is_separator (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);

      const char *end = p;
      start += strspn (start, "=\"'`");
      while (end > start && strchr ("\"'`", end[-1]) != NULL)
        end--;
      if (end > start)
        g_ptr_array_add (words, g_strndup (start, (gsize) (end - start)));
      if (*p != '\0')
        p = g_utf8_next_char (p);
    }

  return words;
}

static gboolean
is_mobile (const char *digits)
{
  return strlen (digits) == MOBILE_LENGTH && digits[0] == '1' && digits[1] >= '3';
}

static gboolean
has_digits_only (const char *word)
{
  return strspn (word, "0123456789+-()") == strlen (word);
}

static guint
count_digits (const char *word)
{
  guint n = 0;

  for (const char *p = word; *p != '\0'; p++)
    n += g_ascii_isdigit (*p);
  return n;
}

/* "(415) 555-0123" and "415 555 0123": the code of the area is a word of its own. */
static gboolean
is_american (const char *digits,
             const char *first_word)
{
  return strlen (digits) == AMERICAN_LENGTH && digits[0] >= '2' && count_digits (first_word) == AREA_LENGTH;
}

/* How many words from `first` on are one phone number written with blanks. */
static guint
count_phone_words (GPtrArray *words,
                   guint      first,
                   char     **digits)
{
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint i = first; i < words->len && i < first + 4; i++)
    {
      if (!has_digits_only (g_ptr_array_index (words, i)))
        return 0;

      g_string_append (joined, g_ptr_array_index (words, i));
      *digits = daybook_phone_normalise (joined->str);
      if (i > first && *digits != NULL
          && (is_mobile (*digits) || is_american (*digits, g_ptr_array_index (words, first))))
        return i - first + 1;
      g_clear_pointer (digits, g_free);
    }

  return 0;
}

/* What the tokens of a term are like. */
typedef struct
{
  guint    n;           /* tokens */
  guint    last_chars;  /* characters of the last one */
  gboolean last_joined; /* it is of a script without blanks */
} TokenSummary;

static int
sum_up (const char *token,
        gsize       n,
        gsize       start,
        gsize       end,
        gpointer    data)
{
  TokenSummary *summary = data;
  gunichar c = g_utf8_get_char_validated (token, (gssize) n);

  summary->n++;
  summary->last_chars = (guint) g_utf8_strlen (token, (gssize) n);
  summary->last_joined = c >= 0x2e80;
  return 0;
}

/* Pairs of characters are whole tokens; a lone one and a word may go on. */
static DaybookTermKinds
kinds_of_words (const char *text)
{
  TokenSummary summary = { .n = 0 };

  daybook_tokens_foreach (text, strlen (text), DAYBOOK_TOKENS_TEXT_QUERY, sum_up, &summary);
  if (summary.n == 0)
    return 0;

  return summary.last_joined && summary.last_chars > 1 ? DAYBOOK_TERM_WORDS
                                                       : DAYBOOK_TERM_WORDS | DAYBOOK_TERM_BY_PREFIX;
}

static gboolean
is_pinyin (const char *text)
{
  gsize n = 0;

  while (g_ascii_isalpha (text[n]))
    n++;

  return text[n] == '\0' && n > 0 && n <= MAX_PINYIN;
}

static gboolean
is_email (const char *text)
{
  const char *at = strchr (text, '@');
  const char *dot = at != NULL ? strchr (at, '.') : NULL;

  return at != NULL && at > text && strchr (at + 1, '@') == NULL && dot > at + 1 && dot[1] != '\0';
}

static gsize
run_length (const char *p)
{
  gsize n = 0;

  while (g_ascii_isalnum (p[n]))
    n++;

  return n;
}

/* The part of `text` that the index of numbers can find, or NULL: letters, digits
 * and dashes with a digit among them. A first or last run of fewer than three is
 * left out: it may be the rest of a longer one, which is not known by so few. */
static char *
number_of (const char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);

  if (strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-_#") != strlen (text) || strpbrk (text, "0123456789") == NULL)
    return NULL;

  while (start < end && run_length (start) < MIN_NUMBER)
    start += MAX (run_length (start), 1);
  for (const char *p = end; p > start; p--)
    if (!g_ascii_isalnum (p[-1]))
      {
        if (end - p < MIN_NUMBER)
          end = p - 1;
        else
          break;
      }

  return end - start >= MIN_NUMBER ? g_ascii_strup (start, end - start) : NULL;
}

static DaybookTermKinds
kinds_of_phone (const char *digits)
{
  DaybookTermKinds kinds = 0;
  gsize n = digits != NULL ? strlen (digits) : 0;

  if (n >= MIN_PHONE)
    kinds |= DAYBOOK_TERM_PHONE;
  if (n >= MIN_PHONE_TAIL && n <= MAX_PHONE_TAIL)
    kinds |= DAYBOOK_TERM_PHONE_TAIL;

  return kinds;
}

/* Like daybook_phone_normalise(), which wants a whole number, but with tails. */
static char *
phone_digits (const char *text)
{
  if (strlen (text) == MIN_PHONE_TAIL && strspn (text, "0123456789") == MIN_PHONE_TAIL)
    return g_strdup (text);

  return daybook_phone_normalise (text);
}

static DaybookTerm *
new_term (const char *word)
{
  DaybookTerm *term = g_new0 (DaybookTerm, 1);

  term->text = daybook_han_fold (word);
  term->number = number_of (term->text);
  term->digits = phone_digits (term->text);
  term->kinds = kinds_of_words (term->text) | kinds_of_phone (term->digits);
  if (is_pinyin (term->text))
    term->kinds |= DAYBOOK_TERM_PINYIN;
  if (term->number != NULL)
    term->kinds |= DAYBOOK_TERM_NUMBER;
  if (is_email (term->text))
    term->kinds |= DAYBOOK_TERM_EMAIL;

  return term;
}

static gboolean
may_be_sound (GPtrArray *terms,
              guint      i)
{
  return i < terms->len && (((DaybookTerm *) g_ptr_array_index (terms, i))->kinds & DAYBOOK_TERM_PINYIN) != 0;
}

/* The syllables of a name are typed with blanks as well. */
static void
join_sounds (GPtrArray *terms)
{
  for (guint first = 0; first < terms->len; first++)
    {
      g_autoptr(GString) sound = g_string_new (NULL);
      guint end = first;

      for (; may_be_sound (terms, end); end++)
        g_string_append (sound, ((DaybookTerm *) g_ptr_array_index (terms, end))->text);

      for (guint i = first; end > first + 1 && sound->len <= MAX_PINYIN && i < end; i++)
        ((DaybookTerm *) g_ptr_array_index (terms, i))->sound = g_strdup (sound->str);
      first = MAX (first, end);
    }
}

GPtrArray *
daybook_terms_parse (const char *typed)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func (free_term);
  g_autoptr(GPtrArray) words = split (typed);

  for (guint i = 0; i < words->len && terms->len < DAYBOOK_TERMS_MAX; i++)
    {
      g_autofree char *mobile = NULL;
      guint n_words = count_phone_words (words, i, &mobile);
      DaybookTerm *term = new_term (n_words > 0 ? mobile : g_ptr_array_index (words, i));

      if (term->kinds != 0)
        g_ptr_array_add (terms, term);
      else
        free_term (term);
      i += n_words > 0 ? n_words - 1 : 0;
    }
  join_sounds (terms);

  return terms;
}

gboolean
daybook_terms_have_phone (const char *typed)
{
  g_autoptr(GPtrArray) terms = daybook_terms_parse (typed);

  for (guint i = 0; i < terms->len; i++)
    if ((((DaybookTerm *) g_ptr_array_index (terms, i))->kinds & DAYBOOK_TERM_PHONE) != 0)
      return TRUE;

  return FALSE;
}
