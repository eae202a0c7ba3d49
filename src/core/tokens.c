/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tokens.h"

#include "core/han.h"

#include <string.h>

/* An import cuts some sixty million tokens: nothing here allocates, and the two
 * common cases, Chinese characters and ASCII, look up one table. */

enum
{
  MAX_PIECE = 8, /* bytes that come of one character: two characters of four */
  INVALID = 0xfffd,
};

/* One character of a run, folded. */
typedef struct
{
  char  bytes[MAX_PIECE];
  gsize n;
  gsize start; /* in the text */
  gsize end;
} Piece;

typedef struct
{
  const guchar    *text;
  gsize            length;
  gsize            at;
  DaybookTokenMode mode;
  DaybookTokenFunc func;
  gpointer         data;
  int              result; /* what `func` stopped with */
  Piece            held;   /* last of a query's run: a token only if another follows */
} Tokenizer;

/* Reads the character at `at`; returns its size in bytes. A byte that is not
 * part of one is INVALID. */
static inline guint
decode (const Tokenizer *t,
        gsize            at,
        gunichar        *c)
{
  const guchar *p = t->text + at;

  if (*p < 0x80)
    {
      *c = *p;
      return 1;
    }

  if (*p >= 0xe1 && *p <= 0xec && t->length - at >= 3 && (p[1] & 0xc0) == 0x80 && (p[2] & 0xc0) == 0x80)
    {
      *c = (gunichar) ((p[0] & 0x0f) << 12 | (p[1] & 0x3f) << 6 | (p[2] & 0x3f));
      return 3;
    }

  *c = g_utf8_get_char_validated ((const char *) p, (gssize) MIN (t->length - at, 4));
  if (*c == (gunichar) -1 || *c == (gunichar) -2)
    {
      *c = INVALID;
      return 1;
    }
  return (guint) g_unichar_to_utf8 (*c, NULL);
}

/* Whether it belongs to a script that is written without blanks. */
static inline gboolean
is_joined (gunichar c)
{
  if (c < 0x2e80)
    return FALSE;

  return daybook_han_is (c) || (c >= 0xac00 && c <= 0xd7a3)
         || (c >= 0x3041 && c <= 0x30ff && c != 0x30a0 && c != 0x30fb)
         || (c >= 0x31f0 && c <= 0x31ff) || (c >= 0xff66 && c <= 0xff9f);
}

static gboolean
is_word (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : !is_joined (c) && (g_unichar_isalnum (c) || g_unichar_ismark (c));
}

static void
emit (Tokenizer  *t,
      const char *token,
      gsize       n,
      gsize       start,
      gsize       end)
{
  if (t->held.n > 0)
    {
      gsize n_held = t->held.n;

      t->held.n = 0;
      t->result = t->func (t->held.bytes, n_held, t->held.start, t->held.end, t->data);
    }
  if (t->result == 0)
    t->result = t->func (token, n, start, end, t->data);
}

/* Adds folded characters to `out` while there is room; returns the new length. */
static gsize
append_folded (gunichar  c,
               char     *out,
               gsize     n,
               gsize     size)
{
  gunichar folded[DAYBOOK_HAN_FOLD_MAX];
  guint n_folded = daybook_han_fold_char (c, folded);

  for (guint i = 0; i < n_folded && n + 4 <= size; i++)
    n += (gsize) g_unichar_to_utf8 (folded[i], out + n);

  return n;
}

static inline void
fold_piece (Piece    *piece,
            gunichar  c)
{
  gunichar simple = c >= 0x3400 && c <= 0x9fff ? daybook_han_simplify (c) : 0;

  if (simple == 0 || simple > 0xffff)
    {
      piece->n = append_folded (c, piece->bytes, 0, MAX_PIECE);
      return;
    }

  piece->bytes[0] = (char) (0xe0 | simple >> 12);
  piece->bytes[1] = (char) (0x80 | (simple >> 6 & 0x3f));
  piece->bytes[2] = (char) (0x80 | (simple & 0x3f));
  piece->n = 3;
}

static void
emit_pair (Tokenizer   *t,
           const Piece *first,
           const Piece *second)
{
  char pair[2 * MAX_PIECE];

  memcpy (pair, first->bytes, first->n);
  memcpy (pair + first->n, second->bytes, second->n);
  emit (t, pair, first->n + second->n, first->start, second->end);
}

/* Reads one character of a run, folded; FALSE at its end. */
static inline gboolean
read_piece (Tokenizer *t,
            Piece     *piece)
{
  gunichar c;
  guint size;

  if (t->at >= t->length)
    return FALSE;
  size = decode (t, t->at, &c);
  if (!is_joined (c))
    return FALSE;

  piece->start = t->at;
  t->at += size;
  piece->end = t->at;
  fold_piece (piece, c);
  return TRUE;
}

/* A run of a script without blanks. */
static void
cut_joined (Tokenizer *t)
{
  Piece last = { .n = 0 };
  Piece piece;
  gboolean alone = TRUE;

  while (t->result == 0 && read_piece (t, &piece))
    {
      if (piece.n == 0)
        continue; /* a mark upon the character before */

      if (last.n > 0)
        {
          emit_pair (t, &last, &piece);
          alone = FALSE;
        }
      last = piece;
    }

  if (last.n > 0 && t->mode == DAYBOOK_TOKENS_TEXT_QUERY && !alone)
    t->held = last;
  else if (last.n > 0 && t->result == 0)
    emit (t, last.bytes, last.n, last.start, last.end);
}

static void
cut_word (Tokenizer *t)
{
  char word[DAYBOOK_TOKEN_MAX];
  gsize start = t->at;
  gsize n = 0;

  while (t->at < t->length)
    {
      gunichar c;
      guint size = decode (t, t->at, &c);

      if (!is_word (c))
        break;
      t->at += size;
      if (c >= 0x80)
        n = append_folded (c, word, n, sizeof word);
      else if (n < sizeof word)
        word[n++] = g_ascii_tolower ((char) c);
    }

  if (n > 0)
    emit (t, word, n, start, t->at);
}

static void
cut_text (Tokenizer *t)
{
  while (t->at < t->length && t->result == 0)
    {
      gunichar c;
      guint size = decode (t, t->at, &c);

      if (is_joined (c))
        cut_joined (t);
      else if (is_word (c))
        cut_word (t);
      else
        t->at += size;
    }
}

/* The letter or digit that stands at `at`, in upper case, or '\0'. */
static char
number_char (const Tokenizer *t,
             gsize            at,
             guint           *size)
{
  gunichar folded[DAYBOOK_HAN_FOLD_MAX];
  gunichar c;

  *size = decode (t, at, &c);
  if (c >= 0x80 && daybook_han_fold_char (c, folded) == 1)
    c = folded[0]; /* full-width digits */

  return c < 0x80 && g_ascii_isalnum ((char) c) ? g_ascii_toupper ((char) c) : '\0';
}

/* The last three characters of a number, and where each stands. */
typedef struct
{
  char  chars[3];
  gsize starts[3];
  guint n; /* read so far */
} Window;

static void
push (Window *window,
      char    c,
      gsize   start)
{
  if (window->n >= 3)
    {
      memmove (window->chars, window->chars + 1, 2);
      memmove (window->starts, window->starts + 1, 2 * sizeof window->starts[0]);
    }
  window->chars[MIN (window->n, 2)] = c;
  window->starts[MIN (window->n, 2)] = start;
  window->n++;
}

static void
cut_number (Tokenizer *t)
{
  Window window = { .n = 0 };

  while (t->at < t->length && t->result == 0)
    {
      guint size;
      char c = number_char (t, t->at, &size);

      if (c == '\0')
        break;
      push (&window, c, t->at);
      t->at += size;
      if (window.n >= 3)
        emit (t, window.chars, 3, window.starts[0], t->at);
    }

  if (window.n > 0 && window.n < 3)
    emit (t, window.chars, window.n, window.starts[0], t->at);
}

/* The mark and the letters and digits behind it, as they stand. */
static void
cut_key (Tokenizer *t)
{
  gsize start = t->at++;

  while (t->at < t->length && g_ascii_isalnum (t->text[t->at]))
    t->at++;

  emit (t, (const char *) t->text + start, MIN (t->at - start, DAYBOOK_TOKEN_MAX), start, t->at);
}

static void
cut_numbers (Tokenizer *t)
{
  while (t->at < t->length && t->result == 0)
    {
      guint size;

      if (t->text[t->at] == DAYBOOK_TOKEN_KEY[0])
        cut_key (t);
      else if (number_char (t, t->at, &size) != '\0')
        cut_number (t);
      else
        t->at += size;
    }
}

static void
cut_keys (Tokenizer *t)
{
  while (t->at < t->length && t->result == 0)
    {
      char key[DAYBOOK_TOKEN_MAX];
      gsize start = t->at;
      gsize n = 0;

      for (; t->at < t->length && !g_ascii_isspace (t->text[t->at]); t->at++)
        if (n < sizeof key)
          key[n++] = g_ascii_tolower ((char) t->text[t->at]);

      if (n > 0)
        emit (t, key, n, start, t->at);
      else
        t->at++;
    }
}

int
daybook_tokens_foreach (const char       *text,
                        gsize             length,
                        DaybookTokenMode  mode,
                        DaybookTokenFunc  func,
                        gpointer          data)
{
  Tokenizer t = { (const guchar *) text, length, 0, mode, func, data, 0, { .n = 0 } };

  switch (mode)
    {
    case DAYBOOK_TOKENS_TEXT:
    case DAYBOOK_TOKENS_TEXT_QUERY:
      cut_text (&t);
      break;
    case DAYBOOK_TOKENS_NUMBER:
      cut_numbers (&t);
      break;
    case DAYBOOK_TOKENS_PINYIN:
      cut_keys (&t);
      break;
    default:
      g_return_val_if_reached (0);
    }

  return t.result;
}
