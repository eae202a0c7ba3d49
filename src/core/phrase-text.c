/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phrase-text.h"

#include "core/clip.h"
#include "core/han.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VARIANT_LINE "---"
/* What a blank is called of which nothing is said. */
#define NAMELESS "?"

#define OPEN 0x7b        /* { */
#define OPEN_WIDE 0xff5b /* ｛ */
#define CLOSE 0x7d
#define CLOSE_WIDE 0xff5d

static gboolean
is_open (gunichar c)
{
  return c == OPEN || c == OPEN_WIDE;
}

static gboolean
is_close (gunichar c)
{
  return c == CLOSE || c == CLOSE_WIDE;
}

static void
free_piece (gpointer data)
{
  DaybookPiece *piece = data;

  g_free (piece->text);
  g_free (piece->key);
  g_free (piece->otherwise);
  g_free (piece);
}

static void
free_fault (gpointer data)
{
  DaybookPhraseFault *fault = data;

  g_free (fault->words);
  g_free (fault);
}

/* --- Reading one way to say it ------------------------------------------------------------- */

typedef struct
{
  GPtrArray  *pieces;
  GPtrArray  *faults;
  const char *clean; /* the whole */
  GString    *words; /* that are sent, since the piece before */
} Reading;

static void
note_fault (Reading                *self,
            DaybookPhraseFaultKind  kind,
            const char             *from,
            const char             *to)
{
  DaybookPhraseFault *fault = g_new0 (DaybookPhraseFault, 1);

  fault->kind = kind;
  fault->words = g_strstrip (g_strndup (from, (gsize) (to - from)));
  g_ptr_array_add (self->faults, fault);
}

static DaybookPiece *
add_piece (Reading          *self,
           DaybookPieceKind  kind,
           char             *text)
{
  DaybookPiece *piece = g_new0 (DaybookPiece, 1);

  piece->kind = kind;
  piece->text = text;
  piece->key = kind != DAYBOOK_PIECE_WORDS ? daybook_phrase_key (text) : NULL;
  piece->placeholder = DAYBOOK_PLACEHOLDER_NONE;
  g_ptr_array_add (self->pieces, piece);
  return piece;
}

static void
end_words (Reading *self)
{
  if (self->words->len > 0)
    add_piece (self, DAYBOOK_PIECE_WORDS, g_strndup (self->words->str, self->words->len));
  g_string_truncate (self->words, 0);
}

static DaybookPiece *
add_blank (Reading *self,
           char    *label)
{
  if (*g_strstrip (label) == '\0')
    {
      g_free (label);
      label = g_strdup (NAMELESS);
    }

  return add_piece (self, DAYBOOK_PIECE_BLANK, label);
}

/* The first bar in a part of the text; its end where there is none. */
static const char *
find_bar (const char *from,
          const char *to)
{
  const char *p = from;

  while (p < to && g_utf8_get_char (p) != '|' && g_utf8_get_char (p) != 0xff5c /* ｜ */)
    p = g_utf8_next_char (p);
  return p;
}

/* What stands between two braces. */
static DaybookPiece *
read_inside (Reading    *self,
             const char *from,
             const char *to)
{
  const char *bar = find_bar (from, to);
  g_autofree char *name = g_strstrip (g_strndup (from, (gsize) (bar - from)));
  DaybookPlaceholder placeholder = daybook_placeholder_find (name);
  DaybookPiece *piece;

  if (g_utf8_get_char (name) == '?' || g_utf8_get_char (name) == 0xff1f /* ？ */)
    {
      g_autofree char *whole = g_strstrip (g_strndup (from, (gsize) (to - from)));
      char *label = g_strdup (g_utf8_next_char (whole));

      if (*g_strchug (label) == '\0')
        note_fault (self, DAYBOOK_PHRASE_NAMELESS, from, to);
      piece = add_blank (self, label);
    }
  else if (placeholder == DAYBOOK_PLACEHOLDER_NONE)
    {
      note_fault (self, *name != '\0' ? DAYBOOK_PHRASE_UNKNOWN : DAYBOOK_PHRASE_NAMELESS, from, bar);
      piece = add_blank (self, g_strdup (name));
    }
  else
    {
      piece = add_piece (self, DAYBOOK_PIECE_PLACEHOLDER, g_strdup (daybook_placeholder_name (placeholder)));
      piece->placeholder = placeholder;
      if (bar < to)
        piece->otherwise = g_strndup (g_utf8_next_char (bar), (gsize) (to - g_utf8_next_char (bar)));
    }
  return piece;
}

/* The next brace, or the end of the line. */
static const char *
find_brace (const char *from,
            const char *to)
{
  const char *p = from;

  while (p < to && *p != '\n' && !is_open (g_utf8_get_char (p)) && !is_close (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* From a brace on that was opened. Returns where reading goes on. */
static const char *
read_braces (Reading    *self,
             const char *brace,
             const char *to)
{
  const char *from = g_utf8_next_char (brace), *p = find_brace (from, to);
  guint n_faults = self->faults->len;
  DaybookPiece *piece;

  end_words (self);
  if (p < to && is_close (g_utf8_get_char (p)))
    {
      piece = read_inside (self, from, p);
      p = g_utf8_next_char (p);
    }
  else
    {
      note_fault (self, DAYBOOK_PHRASE_UNCLOSED, from, p);
      piece = add_blank (self, g_strndup (from, (gsize) (p - from)));
    }

  piece->from = (gsize) (brace - self->clean);
  piece->to = (gsize) (p - self->clean);
  piece->is_fault = self->faults->len > n_faults;
  return p;
}

/* {{customer}}: as other programs have it. `at` is behind the two braces. */
static void
look_for_doubled (Reading    *self,
                  const char *at,
                  const char *to)
{
  const char *end = find_brace (at, to);
  g_autofree char *name = NULL;

  if (end == to || !is_close (g_utf8_get_char (end)) || g_utf8_get_char (g_utf8_next_char (end)) != g_utf8_get_char (end))
    return;

  name = g_strndup (at, (gsize) (end - at));
  if (daybook_placeholder_find (name) != DAYBOOK_PLACEHOLDER_NONE)
    note_fault (self, DAYBOOK_PHRASE_DOUBLED, at, end);
}

static GPtrArray *
read_variant (DaybookPhraseText *text,
              const char        *from,
              const char        *to)
{
  g_autoptr(GString) words = g_string_new (NULL);
  Reading self = { g_ptr_array_new_with_free_func (free_piece), text->faults, text->clean, words };
  const char *p = from;

  while (p < to)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (next < to && (is_open (c) || is_close (c)) && g_utf8_get_char (next) == c)
        {
          g_string_append_unichar (words, c);
          p = g_utf8_next_char (next);
          if (is_open (c))
            look_for_doubled (&self, p, to);
        }
      else if (is_open (c))
        p = read_braces (&self, p, to);
      else
        {
          if (is_close (c))
            note_fault (&self, DAYBOOK_PHRASE_STRAY, p, next);
          g_string_append_unichar (words, c);
          p = next;
        }
    }

  end_words (&self);
  return self.pieces;
}

/* --- The whole ------------------------------------------------------------------------------ */

/* Blank lines around it are not said. */
static void
add_variant (DaybookPhraseText *self,
             const char        *from,
             const char        *to)
{
  while (from < to && g_ascii_isspace (to[-1]))
    to--;
  for (const char *line = from; line < to && g_ascii_isspace (*line); line++)
    if (*line == '\n')
      from = line + 1;

  if (from < to)
    {
      DaybookPhraseBounds bounds = { (gsize) (from - self->clean), (gsize) (to - self->clean) };

      g_ptr_array_add (self->variants, read_variant (self, from, to));
      g_array_append_val (self->bounds, bounds);
    }
}

/* Whether a line says that the next way begins; blanks around it do not show. */
static gboolean
is_variant_line (const char *from,
                 const char *to)
{
  g_autofree char *line = g_strstrip (g_strndup (from, (gsize) (to - from)));

  return g_str_equal (line, VARIANT_LINE);
}

/* Takes the text. */
static DaybookPhraseText *
new_text (char *clean)
{
  DaybookPhraseText *self = g_new0 (DaybookPhraseText, 1);

  self->clean = clean;
  self->bounds = g_array_new (FALSE, TRUE, sizeof (DaybookPhraseBounds));
  self->variants = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->faults = g_ptr_array_new_with_free_func (free_fault);
  return self;
}

/* An empty one, where there is nothing. */
static void
have_a_variant (DaybookPhraseText *self)
{
  if (self->variants->len > 0)
    return;

  g_ptr_array_add (self->variants, g_ptr_array_new_with_free_func (free_piece));
  g_array_set_size (self->bounds, 1);
}

DaybookPhraseText *
daybook_phrase_text_parse (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto(GStrv) parts = g_strsplit (valid, "\r", -1);
  DaybookPhraseText *self = new_text (g_strjoinv ("", parts));
  const char *from = self->clean;

  for (const char *line = self->clean, *end; *line != '\0'; line = *end != '\0' ? end + 1 : end)
    {
      end = line + strcspn (line, "\n");
      if (is_variant_line (line, end))
        {
          add_variant (self, from, line);
          from = *end != '\0' ? end + 1 : end;
        }
    }

  add_variant (self, from, from + strlen (from));
  have_a_variant (self);
  return self;
}

/* --- Brackets --------------------------------------------------------------------------------- */

/* What closes the bracket; 0: it is none. */
static gunichar
closing_of (gunichar c)
{
  switch (c)
    {
    case '[':
      return ']';
    case 0x3010: /* 【 */
      return 0x3011;
    case 0xff3b: /* ［ */
      return 0xff3d;
    default:
      return 0;
    }
}

/* The closing bracket of the one at `from`; NULL: none opens there, or nothing stands in it. */
static const char *
find_closing (const char *from)
{
  gunichar closing = closing_of (g_utf8_get_char (from));
  const char *first = g_utf8_next_char (from);
  const char *p = first;

  if (closing == 0)
    return NULL;

  while (*p != '\0' && *p != '\n' && g_utf8_get_char (p) != closing && closing_of (g_utf8_get_char (p)) == 0)
    p = g_utf8_next_char (p);
  return g_utf8_get_char (p) == closing && strspn (first, " \t") < (gsize) (p - first) ? p : NULL;
}

static GPtrArray *
read_bracketed (DaybookPhraseText *text,
                const char        *from,
                const char        *to)
{
  g_autoptr(GString) words = g_string_new (NULL);
  Reading self = { g_ptr_array_new_with_free_func (free_piece), text->faults, text->clean, words };

  for (const char *p = from; p < to; p = g_utf8_next_char (p))
    {
      const char *end = find_closing (p), *first = g_utf8_next_char (p);
      DaybookPiece *piece;

      if (end == NULL)
        {
          g_string_append_unichar (words, g_utf8_get_char (p));
          continue;
        }

      end_words (&self);
      piece = add_blank (&self, g_strndup (first, (gsize) (end - first)));
      piece->from = (gsize) (p - text->clean);
      piece->to = (gsize) (g_utf8_next_char (end) - text->clean);
      p = end;
    }

  end_words (&self);
  return self.pieces;
}

DaybookPhraseText *
daybook_phrase_text_bracketed (const char *const *ways)
{
  DaybookPhraseText *self = new_text (g_strjoinv ("\n", (char **) ways));
  const char *from = self->clean;

  for (guint i = 0; ways[i] != NULL; i++)
    {
      const char *to = from + strlen (ways[i]);
      DaybookPhraseBounds bounds = { (gsize) (from - self->clean), (gsize) (to - self->clean) };

      g_ptr_array_add (self->variants, read_bracketed (self, from, to));
      g_array_append_val (self->bounds, bounds);
      from = to + 1;
    }
  have_a_variant (self);
  return self;
}

void
daybook_phrase_text_free (DaybookPhraseText *self)
{
  g_ptr_array_unref (self->variants);
  g_ptr_array_unref (self->faults);
  g_array_unref (self->bounds);
  g_free (self->clean);
  g_free (self);
}

const GPtrArray *
daybook_phrase_text_get (const DaybookPhraseText *self,
                         guint                    variant)
{
  g_return_val_if_fail (variant < self->variants->len, g_ptr_array_index (self->variants, 0));

  return g_ptr_array_index (self->variants, variant);
}

char *
daybook_phrase_text_words (const DaybookPhraseText *self,
                           guint                    variant)
{
  const GPtrArray *pieces = daybook_phrase_text_get (self, variant);
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const DaybookPiece *piece = g_ptr_array_index (pieces, i);

      if (piece->kind == DAYBOOK_PIECE_WORDS)
        g_string_append (words, piece->text);
      else
        g_string_append_printf (words, "[%s]", piece->placeholder != DAYBOOK_PLACEHOLDER_NONE
                                ? daybook_placeholder_label (piece->placeholder) : piece->text);
    }

  return g_strdup (words->str);
}

char *
daybook_phrase_key (const char *name)
{
  g_autofree char *folded = daybook_han_fold (name);

  return g_strdup (g_strstrip (folded));
}

gboolean
daybook_phrase_text_names (const DaybookPhraseText *self,
                           const char              *name)
{
  g_autofree char *key = daybook_phrase_key (name);

  for (guint i = 0; i < self->variants->len; i++)
    {
      const GPtrArray *pieces = daybook_phrase_text_get (self, i);

      for (guint k = 0; k < pieces->len; k++)
        if (g_strcmp0 (((const DaybookPiece *) g_ptr_array_index (pieces, k))->key, key) == 0)
          return TRUE;
    }

  return FALSE;
}

GPtrArray *
daybook_phrase_text_blanks (const DaybookPhraseText *self,
                            guint                    variant)
{
  const GPtrArray *pieces = daybook_phrase_text_get (self, variant);
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *labels = g_ptr_array_new ();

  for (guint i = 0; i < pieces->len; i++)
    {
      DaybookPiece *piece = g_ptr_array_index (pieces, i);

      if (piece->kind == DAYBOOK_PIECE_BLANK && g_hash_table_add (known, piece->key))
        g_ptr_array_add (labels, piece->text);
    }

  return labels;
}

/* --- What is wrong with it ---------------------------------------------------------------------- */

static char *
say_unknown (const char *words)
{
  DaybookPlaceholder near = daybook_placeholder_nearest (words);
  g_autofree char *clip = daybook_clip (words);

  if (near != DAYBOOK_PLACEHOLDER_NONE)
    /* Translators: what somebody has written, and the placeholder that it is like. Braces stay. */
    return g_strdup_printf (_("{%s} is no placeholder: did you mean {%s}?"), clip, daybook_placeholder_name (near));

  /* Translators: twice what somebody has written. Braces and the question mark stay. */
  return g_strdup_printf (_("{%s} is no placeholder. If it is to be asked for each time, write {?%s}."), clip, clip);
}

static char *
say_fault (const DaybookPhraseFault *fault)
{
  g_autofree char *clip = daybook_clip (fault->words);

  switch (fault->kind)
    {
    case DAYBOOK_PHRASE_UNKNOWN:
      return say_unknown (fault->words);
    case DAYBOOK_PHRASE_UNCLOSED:
      /* Translators: what stands behind the brace. Braces stay. */
      return g_strdup_printf (_("The brace before “%s” is not closed: write } behind the name, or {{ for a brace that is sent."), clip);
    case DAYBOOK_PHRASE_STRAY:
      return g_strdup (_("A } stands alone: write { before the name, or }} for a brace that is sent."));
    case DAYBOOK_PHRASE_NAMELESS:
      return g_strdup (_("Nothing is said between { and }: write what is to be asked for, such as {?colour}."));
    case DAYBOOK_PHRASE_DOUBLED:
      /* Translators: three times the name of a placeholder. Braces stay. */
      return g_strdup_printf (_("{{%s}} would be sent as {%s}: write {%s}."), clip, clip, clip);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

GPtrArray *
daybook_phrase_text_check (const char *text)
{
  g_autoptr(DaybookPhraseText) read = daybook_phrase_text_parse (text);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < read->faults->len; i++)
    {
      g_autofree char *sentence = say_fault (g_ptr_array_index (read->faults, i));

      if (!g_ptr_array_find_with_equal_func (sentences, sentence, g_str_equal, NULL))
        g_ptr_array_add (sentences, g_steal_pointer (&sentence));
    }

  return sentences;
}
