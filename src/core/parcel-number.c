/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/parcel-number.h"

#include <string.h>

/* A word of so many letters that stands before the number belongs to it: SF, JD, RB. A longer one is
 * what somebody calls it, or the courier: ZTO, UPS, Tracking. */
#define PREFIX_LETTERS 2
/* In front of what a scanner read some put which kind of code it was: “]C1”. */
#define SYMBOLOGY_LENGTH 3

/* --- One token ------------------------------------------------------------------------- */

/* Letters and digits that stand together. */
typedef struct
{
  const char *start;
  guint       n;
  guint       n_digits;
} Token;

static gboolean
is_number (const Token *token)
{
  return token->n >= DAYBOOK_PARCEL_SHORTEST && token->n_digits >= DAYBOOK_PARCEL_DIGITS;
}

/* (element-type Token) */
static GArray *
cut_tokens (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));

  while (*text != '\0')
    {
      Token token = { .start = text };

      for (; g_ascii_isalnum (*text); text++, token.n++)
        token.n_digits += g_ascii_isdigit (*text);
      if (token.n > 0)
        g_array_append_val (tokens, token);
      else
        text++;
    }
  return tokens;
}

static void
add (GPtrArray  *numbers,
     const char *number,
     gsize       n)
{
  g_autofree char *copy = g_strndup (number, n);

  if (!g_ptr_array_find_with_equal_func (numbers, copy, g_str_equal, NULL))
    g_ptr_array_add (numbers, g_steal_pointer (&copy));
}

/* The tokens from the first on, to the last, as one. */
static void
add_joined (GPtrArray *numbers,
            GArray    *tokens,
            guint      first,
            guint      end)
{
  g_autoptr(GString) joined = g_string_new (NULL);
  Token whole = { 0 };

  for (guint i = first; i < end; i++)
    {
      const Token *token = &g_array_index (tokens, Token, i);

      g_string_append_len (joined, token->start, token->n);
      whole.n_digits += token->n_digits;
    }
  whole.n = (guint) joined->len;
  if (is_number (&whole))
    add (numbers, joined->str, joined->len);
}

/* --- What is no code by itself ----------------------------------------------------------- */

/* Whether it is a word that stands beside the number: what somebody calls it, or the courier. */
static gboolean
is_word (const Token *token,
         guint        longest)
{
  if (token->n_digits > 0)
    return FALSE;

  return token->n > longest || strncmp (token->start, "NO", token->n) == 0;
}

static guint
count_words_before (GArray *tokens,
                    guint   longest)
{
  guint i = 0;

  while (i < tokens->len && is_word (&g_array_index (tokens, Token, i), longest))
    i++;
  return i;
}

static gboolean
is_small (const Token *token)
{
  return token->n <= 2 && token->n_digits == token->n;
}

/* JD prints which of how many parcels it is behind the number: “JDVA00123456789-1-2-”. Words behind it
 * are no part of it either. */
static guint
find_end (GArray     *tokens,
          const char *text)
{
  guint end = tokens->len;

  if (end == 3 && strchr (text, '-') != NULL && is_number (&g_array_index (tokens, Token, 0))
      && is_small (&g_array_index (tokens, Token, 1)) && is_small (&g_array_index (tokens, Token, 2)))
    return 1;

  while (end > 0 && is_word (&g_array_index (tokens, Token, end - 1), PREFIX_LETTERS))
    end--;
  return end;
}

/* The barcode of USPS has 420 and the receiver's ZIP code, of five or nine digits, before the number's 22. */
static void
add_behind_zip (GPtrArray *numbers)
{
  const char *first = numbers->len > 0 ? g_ptr_array_index (numbers, 0) : "";
  gsize n = strlen (first);

  if ((n == 30 || n == 34) && g_str_has_prefix (first, "420") && strspn (first, "0123456789") == n)
    {
      char *number = g_strdup (first + n - 22);

      g_ptr_array_insert (numbers, 0, number);
    }
}

static void
add_of_text (GPtrArray  *numbers,
             const char *text)
{
  g_autoptr(GArray) tokens = cut_tokens (text);
  guint end = find_end (tokens, text);

  add_joined (numbers, tokens, count_words_before (tokens, PREFIX_LETTERS), end);
  add_joined (numbers, tokens, count_words_before (tokens, 0), end);
  add_joined (numbers, tokens, 0, tokens->len);
  add_behind_zip (numbers);
}

/* --- Addresses --------------------------------------------------------------------------- */

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const Token *first = a, *second = b;

  return first->n_digits != second->n_digits ? (first->n_digits < second->n_digits ? 1 : -1) : 0;
}

/* Which parameter is the number, each courier decides for itself; most digits has the number. */
static void
add_of_address (GPtrArray  *numbers,
                const char *address)
{
  const char *host = strstr (address, "://");
  const char *path = strpbrk (host + strlen ("://"), "/?#");
  g_autofree char *plain = path != NULL ? g_uri_unescape_string (path, NULL) : NULL;
  g_autofree char *upper = path != NULL ? g_ascii_strup (plain != NULL ? plain : path, -1) : NULL;
  g_autoptr(GArray) tokens = upper != NULL ? cut_tokens (upper) : NULL;

  if (tokens == NULL)
    return;
  g_array_sort (tokens, compare_lengths);
  for (guint i = 0; i < tokens->len; i++)
    if (is_number (&g_array_index (tokens, Token, i)))
      add (numbers, g_array_index (tokens, Token, i).start, g_array_index (tokens, Token, i).n);
}

/* --- The numbers -------------------------------------------------------------------------- */

static const char *
skip_symbology (const char *text)
{
  return *text == ']' && strlen (text) > SYMBOLOGY_LENGTH ? text + SYMBOLOGY_LENGTH : text;
}

char **
daybook_parcel_numbers (const char *text)
{
  g_autoptr(GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *normal = strlen (text) <= DAYBOOK_PARCEL_LONGEST && g_utf8_validate (text, -1, NULL)
                              ? g_utf8_normalize (text, -1, G_NORMALIZE_NFKC) : NULL;
  g_autofree char *upper = normal != NULL ? g_ascii_strup (normal, -1) : NULL;

  if (upper != NULL && strstr (upper, "://") != NULL)
    add_of_address (numbers, normal);
  else if (upper != NULL)
    add_of_text (numbers, skip_symbology (g_strchug (upper)));

  g_ptr_array_set_free_func (numbers, NULL);
  g_ptr_array_add (numbers, NULL);
  return (char **) g_ptr_array_steal (numbers, NULL);
}

char *
daybook_parcel_number (const char *text)
{
  g_auto(GStrv) numbers = daybook_parcel_numbers (text);

  return numbers[0] != NULL ? g_strdup (numbers[0]) : NULL;
}
