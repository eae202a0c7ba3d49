/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text-diff.h"

#include "core/sequence-diff.h"

#include <string.h>

enum
{
  LINE_BUDGET = 10 * 1000 * 1000, /* steps: some tenths of a second */
  WORD_BUDGET = 10 * 1000 * 1000, /* for all lines */
  MAX_TOKENS = 40000,             /* in lines that are compared word by word */
  LEAST_SAME = 3,                 /* lines with less than one in three the same are others */
};

/* A line, or a word. */
typedef struct
{
  const char *text;
  gsize       n;
  guint       weight; /* characters that mean something */
} Token;

/* One of the two texts, cut. */
typedef struct
{
  const char *text;
  GArray     *tokens;  /* Token */
  guint      *ids;     /* the same for those that are the same, of both texts */
  gboolean   *changed;
} Side;

typedef struct
{
  const char      *old;
  const char      *new;
  DaybookTextDiff *diff;
  gint64           budget; /* for words */
} Comparison;

/* --- Sides ---------------------------------------------------------------------------- */

static const Token *
token_at (const Side *side,
          gsize       i)
{
  return &g_array_index (side->tokens, Token, i);
}

static guint
hash_token (gconstpointer key)
{
  const Token *token = key;
  guint hash = 5381;

  for (gsize i = 0; i < token->n; i++)
    hash = hash * 33 + (guchar) token->text[i];
  return hash;
}

static gboolean
equal_tokens (gconstpointer a,
              gconstpointer b)
{
  const Token *first = a, *second = b;

  return first->n == second->n && memcmp (first->text, second->text, first->n) == 0;
}

static void
number_side (Side       *side,
             GHashTable *ids)
{
  gsize n = side->tokens->len;

  side->ids = g_new (guint, n + 1);
  side->changed = g_new0 (gboolean, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      gpointer id = g_hash_table_lookup (ids, token_at (side, i));

      if (id == NULL)
        {
          id = GUINT_TO_POINTER (g_hash_table_size (ids) + 1);
          g_hash_table_insert (ids, (gpointer) token_at (side, i), id);
        }
      side->ids[i] = GPOINTER_TO_UINT (id);
    }
}

static void
clear_side (Side *side)
{
  g_array_unref (side->tokens);
  g_free (side->ids);
  g_free (side->changed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, clear_side)

/* The tokens that the other side has, too; the rest is changed already. `places`: where they stand. */
static guint *
take_shared (Side        *side,
             const guint *n_others,
             guint       *places,
             gsize       *n)
{
  guint *ids = g_new (guint, side->tokens->len + 1);

  *n = 0;
  for (guint i = 0; i < side->tokens->len; i++)
    {
      side->changed[i] = n_others[side->ids[i]] == 0;
      if (side->changed[i])
        continue;
      places[*n] = i;
      ids[(*n)++] = side->ids[i];
    }
  return ids;
}

static guint *
count_ids (const Side *side,
           guint       n_ids)
{
  guint *counts = g_new0 (guint, n_ids + 1);

  for (guint i = 0; i < side->tokens->len; i++)
    counts[side->ids[i]]++;
  return counts;
}

static void
put_back (Side           *side,
          const guint    *places,
          const gboolean *changed,
          gsize           n)
{
  for (gsize i = 0; i < n; i++)
    side->changed[places[i]] = changed[i];
}

/* Sets what is changed of both. What only one of them has is so without a search. */
static void
compare_sides (Side   *a,
               Side   *b,
               gint64 *budget)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (hash_token, equal_tokens);
  g_autofree guint *a_places = g_new (guint, a->tokens->len + 1);
  g_autofree guint *b_places = g_new (guint, b->tokens->len + 1);
  gsize n_a;
  gsize n_b;

  number_side (a, ids);
  number_side (b, ids);

  g_autofree guint *of_a = count_ids (a, g_hash_table_size (ids));
  g_autofree guint *of_b = count_ids (b, g_hash_table_size (ids));
  g_autofree guint *a_ids = take_shared (a, of_b, a_places, &n_a);
  g_autofree guint *b_ids = take_shared (b, of_a, b_places, &n_b);
  g_autofree gboolean *goes = g_new0 (gboolean, n_a + 1);
  g_autofree gboolean *comes = g_new0 (gboolean, n_b + 1);
  daybook_sequence_diff (a_ids, n_a, b_ids, n_b, goes, comes, budget);
  put_back (a, a_places, goes, n_a);
  put_back (b, b_places, comes, n_b);
}

/* --- Words ---------------------------------------------------------------------------- */

static void
add_token (Side       *side,
           const char *start,
           const char *end,
           guint       weight)
{
  Token token = { start, (gsize) (end - start), weight };

  g_array_append_val (side->tokens, token);
}

/* One that is no UTF-8 is U+FFFD. */
static gunichar
read_char (const char  *text,
           const char  *end,
           const char **next)
{
  gunichar c = g_utf8_get_char_validated (text, end - text);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      *next = text + 1;
      return 0xfffd;
    }
  *next = g_utf8_next_char (text);
  return c;
}

static gboolean
is_of_word (gunichar c)
{
  return !g_unichar_iswide (c) && (g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_');
}

static Side
cut_words (const char *text,
           const char *end)
{
  Side side = { .text = text, .tokens = g_array_new (FALSE, FALSE, sizeof (Token)) };

  while (text < end)
    {
      const char *next;
      gunichar c = read_char (text, end, &next);
      const char *word_end = next;
      guint n = 1;

      while (is_of_word (c) && word_end < end && is_of_word (read_char (word_end, end, &next)))
        {
          word_end = next;
          n++;
        }
      add_token (&side, text, word_end, g_unichar_isalnum (c) ? n : 0);
      text = word_end;
    }
  return side;
}

/* What is the same up to the next change, or changed up to the next that is the same, of both sides. */
typedef struct
{
  gsize a_start;
  gsize a_end;
  gsize b_start;
  gsize b_end;
} Stretch;

static Stretch
next_change (const Side *a,
             const Side *b,
             gsize       i,
             gsize       j)
{
  Stretch change = { 0 };

  while (i < a->tokens->len && j < b->tokens->len && !a->changed[i] && !b->changed[j])
    i++, j++;
  change.a_start = i;
  change.b_start = j;
  while (i < a->tokens->len && a->changed[i])
    i++;
  while (j < b->tokens->len && b->changed[j])
    j++;
  change.a_end = i;
  change.b_end = j;
  return change;
}

static guint
weigh (const Side *side,
       gsize       start,
       gsize       end)
{
  guint weight = 0;

  for (gsize i = start; i < end; i++)
    weight += token_at (side, i)->weight;
  return weight;
}

static void
mark_changed (Side  *side,
              gsize  start,
              gsize  end)
{
  for (gsize i = start; i < end; i++)
    side->changed[i] = TRUE;
}

/* A character that two sentences happen to have in common is no help: it is changed with what is around it. */
static void
join_changes (Side *a,
              Side *b)
{
  guint removed = 0; /* by the change before, with all that was joined to it */
  guint added = 0;
  gsize i = 0;
  gsize j = 0;

  for (Stretch change = next_change (a, b, 0, 0); change.a_start < change.a_end || change.b_start < change.b_end;
       change = next_change (a, b, i, j))
    {
      guint between = weigh (a, i, change.a_start);
      guint removes = weigh (a, change.a_start, change.a_end);
      guint adds = weigh (b, change.b_start, change.b_end);

      if ((i > 0 || j > 0) && (between <= 1 || (between <= MAX (removed, added) && between <= MAX (removes, adds))))
        {
          mark_changed (a, i, change.a_start);
          mark_changed (b, j, change.b_start);
          removed += between + removes;
          added += between + adds;
        }
      else
        {
          removed = removes;
          added = adds;
        }
      i = change.a_end;
      j = change.b_end;
    }
}

/* What joined changes begin or end with in common is none of them. */
static void
trim_changes (Side *a,
              Side *b)
{
  gsize i = 0;
  gsize j = 0;

  while (i < a->tokens->len || j < b->tokens->len)
    {
      Stretch change = next_change (a, b, i, j);

      i = change.a_end;
      j = change.b_end;
      while (change.a_start < change.a_end && change.b_start < change.b_end && a->ids[change.a_start] == b->ids[change.b_start])
        a->changed[change.a_start++] = b->changed[change.b_start++] = FALSE;
      while (change.a_start < change.a_end && change.b_start < change.b_end && a->ids[change.a_end - 1] == b->ids[change.b_end - 1])
        a->changed[--change.a_end] = b->changed[--change.b_end] = FALSE;
    }
}

/* Of the shorter one: a line that was made longer, or to which others were added, is still the same. */
static gboolean
have_much_in_common (const Side *a,
                     const Side *b)
{
  guint same = 0;
  guint all = MIN (weigh (a, 0, a->tokens->len), weigh (b, 0, b->tokens->len));

  for (gsize i = 0; i < a->tokens->len; i++)
    same += a->changed[i] ? 0 : token_at (a, i)->weight;
  return same > 0 && same * LEAST_SAME >= all;
}

static void
add_pieces (Comparison     *c,
            DaybookDiffRun *run,
            const Side     *side,
            const char     *text)
{
  run->detailed = TRUE;
  run->piece = c->diff->pieces->len;
  for (gsize i = 0; i < side->tokens->len; i++)
    {
      const Token *token = token_at (side, i);
      gsize start = (gsize) (token->text - text);
      DaybookSpan piece = { start, start + token->n };
      DaybookSpan *last = c->diff->pieces->len > run->piece
                          ? &g_array_index (c->diff->pieces, DaybookSpan, c->diff->pieces->len - 1) : NULL;

      if (!side->changed[i])
        continue;
      if (last != NULL && last->end == start)
        last->end = piece.end;
      else
        g_array_append_val (c->diff->pieces, piece);
    }
  run->n_pieces = c->diff->pieces->len - run->piece;
}

static void
compare_words (Comparison     *c,
               DaybookDiffRun *removed,
               DaybookDiffRun *added)
{
  g_auto(Side) a = cut_words (c->old + removed->old_start, c->old + removed->old_end);
  g_auto(Side) b = cut_words (c->new + added->new_start, c->new + added->new_end);

  if (a.tokens->len + b.tokens->len > MAX_TOKENS || c->budget <= 0)
    return;

  compare_sides (&a, &b, &c->budget);
  join_changes (&a, &b);
  trim_changes (&a, &b);
  if (!have_much_in_common (&a, &b))
    return;

  add_pieces (c, removed, &a, c->old);
  add_pieces (c, added, &b, c->new);
}

/* --- Lines ---------------------------------------------------------------------------- */

static Side
cut_lines (const char *text)
{
  Side side = { .text = text, .tokens = g_array_new (FALSE, FALSE, sizeof (Token)) };
  const char *last = text + strlen (text);

  while (text < last)
    {
      const char *newline = memchr (text, '\n', (gsize) (last - text));
      const char *end = newline != NULL ? newline + 1 : last;

      add_token (&side, text, end, 1);
      text = end;
    }
  return side;
}

/* What only goes, or only comes, can often do so in several places: it does in the last, behind what it is like.
 * Returns by how many lines that is later. */
static gsize
slide (Side *changing,
       Side *other,
       gsize start,
       gsize end,
       gsize at)
{
  gsize n = 0;

  for (; end + n < changing->tokens->len && at + n < other->tokens->len && !changing->changed[end + n]
         && !other->changed[at + n] && changing->ids[start + n] == changing->ids[end + n]; n++)
    {
      changing->changed[start + n] = FALSE;
      changing->changed[end + n] = TRUE;
    }
  return n;
}

static void
slide_changes (Side *a,
               Side *b)
{
  gsize i = 0;
  gsize j = 0;

  while (i < a->tokens->len || j < b->tokens->len)
    {
      Stretch change = next_change (a, b, i, j);
      gsize n = 0;

      if (change.b_start == change.b_end && change.a_start < change.a_end)
        n = slide (a, b, change.a_start, change.a_end, change.b_end);
      else if (change.a_start == change.a_end && change.b_start < change.b_end)
        n = slide (b, a, change.b_start, change.b_end, change.a_end);
      i = change.a_end + n;
      j = change.b_end + n;
    }
}

static gsize
place_of (const Side *side,
          gsize       i)
{
  const Token *last = i > 0 ? token_at (side, i - 1) : NULL;

  return last != NULL ? (gsize) (last->text + last->n - side->text) : 0;
}

static DaybookDiffRun *
add_run (Comparison      *c,
         DaybookDiffKind  kind,
         const Side      *a,
         const Side      *b,
         const Stretch   *lines)
{
  DaybookDiffRun run = {
    .kind = kind,
    .old_start = place_of (a, lines->a_start),
    .old_end = place_of (a, lines->a_end),
    .new_start = place_of (b, lines->b_start),
    .new_end = place_of (b, lines->b_end),
    .n_lines = (guint) (kind == DAYBOOK_DIFF_ADDED ? lines->b_end - lines->b_start : lines->a_end - lines->a_start),
  };

  g_array_append_val (c->diff->runs, run);
  return &g_array_index (c->diff->runs, DaybookDiffRun, c->diff->runs->len - 1);
}

static void
add_change (Comparison    *c,
            const Side    *a,
            const Side    *b,
            const Stretch *change)
{
  gboolean removes = change->a_end > change->a_start;
  gboolean adds = change->b_end > change->b_start;

  if (removes)
    c->diff->n_removed += add_run (c, DAYBOOK_DIFF_REMOVED, a, b, change)->n_lines;
  if (adds)
    c->diff->n_added += add_run (c, DAYBOOK_DIFF_ADDED, a, b, change)->n_lines;
  if (removes && adds)
    compare_words (c, &g_array_index (c->diff->runs, DaybookDiffRun, c->diff->runs->len - 2),
                   &g_array_index (c->diff->runs, DaybookDiffRun, c->diff->runs->len - 1));
}

DaybookTextDiff *
daybook_text_diff_new (const char *old,
                       const char *new)
{
  g_auto(Side) a = cut_lines (old);
  g_auto(Side) b = cut_lines (new);
  gint64 budget = LINE_BUDGET;
  Comparison c = { old, new, g_new0 (DaybookTextDiff, 1), WORD_BUDGET };
  gsize i = 0;
  gsize j = 0;

  c.diff->runs = g_array_new (FALSE, FALSE, sizeof (DaybookDiffRun));
  c.diff->pieces = g_array_new (FALSE, FALSE, sizeof (DaybookSpan));
  compare_sides (&a, &b, &budget);
  slide_changes (&a, &b);
  while (i < a.tokens->len || j < b.tokens->len)
    {
      Stretch change = next_change (&a, &b, i, j);
      Stretch same = { i, change.a_start, j, change.b_start };

      if (same.a_end > same.a_start)
        add_run (&c, DAYBOOK_DIFF_SAME, &a, &b, &same);
      add_change (&c, &a, &b, &change);
      i = change.a_end;
      j = change.b_end;
    }
  return c.diff;
}

void
daybook_text_diff_free (DaybookTextDiff *self)
{
  g_array_unref (self->runs);
  g_array_unref (self->pieces);
  g_free (self);
}

const DaybookDiffRun *
daybook_text_diff_run (const DaybookTextDiff *self,
                       guint                  i)
{
  return &g_array_index (self->runs, DaybookDiffRun, i);
}

const DaybookSpan *
daybook_text_diff_piece (const DaybookTextDiff *self,
                         guint                  i)
{
  return &g_array_index (self->pieces, DaybookSpan, i);
}
