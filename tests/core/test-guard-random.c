/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/guard.h"

#include <string.h>

/* The guard against a matcher that compares every word at every place of the text, on random texts of few
 * letters. Texts are made of pieces of which it is known what they are, so that the slow one needs no
 * knowledge of Unicode. */

#define ROUNDS 10000
#define MOST_WORDS 8
#define MOST_UNLESS 3
#define MOST_PIECES 40

enum { NONE, WEAK, ORNAMENT, STRONG };
enum { IDEOGRAPH, ALPHABETIC, DIGIT };
enum { SEPARATOR, NEWLINE, STOP, UNSEEN, MARK };

typedef struct
{
  const char *text;
  char        letter; /* what it folds to; 0: none */
  guint       kind;   /* of a letter, or of what is none */
  guint       gap;
  guint       width;  /* characters */
} Piece;

static const Piece PIECES[] = {
  { "最", 'M', IDEOGRAPH, 0, 1 }, { "后", 'H', IDEOGRAPH, 0, 1 }, { "後", 'H', IDEOGRAPH, 0, 1 }, { "好", 'G', IDEOGRAPH, 0, 1 },
  { "a", 'a', ALPHABETIC, 0, 1 }, { "Ａ", 'a', ALPHABETIC, 0, 1 }, { "b", 'b', ALPHABETIC, 0, 1 }, { "B̈", 'b', ALPHABETIC, 0, 2 },
  { "1", '1', DIGIT, 0, 1 }, { "①", '1', DIGIT, 0, 1 },
  { " ", 0, SEPARATOR, WEAK, 1 }, { "*", 0, SEPARATOR, WEAK, 1 }, { "，", 0, SEPARATOR, STRONG, 1 }, { "😀", 0, SEPARATOR, ORNAMENT, 1 },
  { "\n", 0, NEWLINE, 0, 1 }, { ". ", 0, STOP, WEAK, 2 }, { "\u200b", 0, UNSEEN, NONE, 1 }, { "\u0301", 0, MARK, NONE, 1 },
};

#define N_LETTERS 10
#define N_IN_WORDS 13 /* what a word is made of: the first of them */

/* --- The slow one ----------------------------------------------------------------------- */

typedef struct
{
  char  c;
  guint kind;
  guint from, to;
  guint gap;
} Letter;

typedef struct
{
  Letter letters[MOST_PIECES + 8];
  guint  n;
} Text;

/* The gap made of the pieces from `first` up to `end`, between letters of these kinds. */
static guint
gap_of (const Piece *const *pieces,
        guint               first,
        guint               end,
        guint               before,
        guint               after)
{
  guint gap = NONE, width = 0, newlines = 0, stops = 0;

  for (guint i = first; i < end; i++)
    {
      newlines += pieces[i]->kind == NEWLINE;
      stops += pieces[i]->kind == STOP;
      gap = MAX (gap, pieces[i]->gap);
      width += pieces[i]->kind == SEPARATOR || pieces[i]->kind == STOP ? pieces[i]->width : 0;
    }

  if (width > 4 || newlines > 1 || (stops > 0 && after != DIGIT))
    return STRONG;
  if (newlines == 1)
    return before == ALPHABETIC && after == ALPHABETIC ? MAX (gap, WEAK) : STRONG;
  return gap;
}

static Text
read_pieces (const Piece *const *pieces,
             guint               n)
{
  Text text = { .n = 0 };
  guint at = 0, behind = 0;

  for (guint i = 0; i < n; at += pieces[i++]->width)
    {
      Letter *last = text.n > 0 ? &text.letters[text.n - 1] : NULL;

      if (pieces[i]->letter != 0)
        {
          text.letters[text.n++] = (Letter) { pieces[i]->letter, pieces[i]->kind, at, at + pieces[i]->width,
                                              last != NULL ? gap_of (pieces, behind, i, last->kind, pieces[i]->kind) : STRONG };
          behind = i + 1;
        }
      else if (pieces[i]->kind == MARK && last != NULL && last->to == at)
        last->to++;
    }

  return text;
}

static gboolean
cuts (const Text *text,
      guint       place)
{
  return place > 0 && place < text->n && text->letters[place].gap == NONE && text->letters[place].kind == text->letters[place - 1].kind
         && text->letters[place].kind != IDEOGRAPH;
}

static gboolean
stands_at (const Text *word,
           const Text *text,
           guint       start)
{
  gboolean whole = TRUE, spaced = word->n > 1, only_light = TRUE;

  if (start + word->n > text->n || cuts (text, start) || cuts (text, start + word->n))
    return FALSE;

  for (guint i = 0; i < word->n; i++)
    {
      guint gap = text->letters[start + i].gap, wanted = word->letters[i].gap;

      if (word->letters[i].c != text->letters[start + i].c)
        return FALSE;
      if (i == 0)
        continue;
      if (word->letters[i].kind != IDEOGRAPH && word->letters[i].kind == word->letters[i - 1].kind)
        whole = whole && (wanted == NONE) == (gap == NONE) && gap <= wanted;
      else
        whole = whole && (gap <= WEAK || gap <= wanted);
      spaced = spaced && gap != NONE;
      only_light = only_light && gap <= ORNAMENT;
    }

  return whole || (spaced && (word->n > 2 || only_light));
}

/* --- Words ------------------------------------------------------------------------------ */

typedef struct
{
  Text     word;
  Text     unless[MOST_UNLESS];
  guint    n_unless;
  GString *json; /* of its list */
} Rule;

static guint
throw (GRand *dice,
       guint  n)
{
  return (guint) g_rand_int_range (dice, 0, (gint32) n);
}

static void
append (GString            *json,
        const Piece *const *pieces,
        guint               n)
{
  g_string_append_c (json, '"');
  for (guint i = 0; i < n; i++)
    g_string_append (json, pieces[i]->text);
  g_string_append_c (json, '"');
}

/* Some pieces, a letter first and last. */
static guint
make_word (GRand        *dice,
           const Piece **pieces)
{
  guint n = 0, most = 1 + throw (dice, 4);

  pieces[n++] = &PIECES[throw (dice, N_LETTERS)];
  while (n < most)
    pieces[n++] = &PIECES[throw (dice, N_IN_WORDS)];
  if (pieces[n - 1]->letter == 0 || (n == 1 && pieces[0]->kind != IDEOGRAPH))
    pieces[n++] = &PIECES[throw (dice, N_LETTERS)];
  return n;
}

static Rule
make_rule (GRand *dice,
           guint  number)
{
  Rule rule = { .json = g_string_new (NULL) };
  const Piece *pieces[16];
  guint n = make_word (dice, pieces + 1);

  g_string_append_printf (rule.json, "{\"rule\": \"r%u\", \"title\": \"t\", \"why\": \"w\", \"words\": [{\"text\": {\"zh_CN\": [", number);
  append (rule.json, pieces + 1, n);
  rule.word = read_pieces (pieces + 1, n);
  rule.n_unless = throw (dice, MOST_UNLESS);
  if (rule.n_unless > 0)
    g_string_append (rule.json, "]}, \"unless\": {\"zh_CN\": [");
  for (guint i = 0; i < rule.n_unless; i++)
    {
      guint first = throw (dice, 2);

      pieces[0] = &PIECES[throw (dice, N_LETTERS)];
      pieces[n + 1] = &PIECES[throw (dice, N_LETTERS)];
      g_string_append (rule.json, i > 0 ? ", " : "");
      append (rule.json, pieces + first, n + 2 - first);
      rule.unless[i] = read_pieces (pieces + first, n + 2 - first);
    }
  g_string_append (rule.json, "]}}]}");
  return rule;
}

/* --- Both ------------------------------------------------------------------------------- */

static gboolean
is_spared (const Rule *rule,
           const Text *text,
           guint       start)
{
  for (guint i = 0; i < rule->n_unless; i++)
    for (guint at = 0; at <= start; at++)
      if (at + rule->unless[i].n >= start + rule->word.n && stands_at (&rule->unless[i], text, at))
        return TRUE;

  return FALSE;
}

/* The best of those that overlap none taken before; FALSE: there is none. */
static gboolean
pick_best (const Rule   *rules,
           guint         n_rules,
           const Text   *text,
           const gboolean *taken,
           guint        *rule,
           guint        *from,
           guint        *to)
{
  guint best = 0;

  for (guint start = 0; start < text->n; start++)
    for (guint i = 0; i < n_rules; i++)
      {
        gboolean is_free = TRUE;

        if (!stands_at (&rules[i].word, text, start) || is_spared (&rules[i], text, start))
          continue;

        guint first = text->letters[start].from, end = text->letters[start + rules[i].word.n - 1].to;
        for (guint at = first; at < end; at++)
          is_free = is_free && !taken[at];
        if (!is_free || end - first <= best)
          continue;

        best = end - first;
        *rule = i;
        *from = first;
        *to = end;
      }

  return best > 0;
}

/* "3-5 r1": where the findings are, in their order. */
static char *
tell_slowly (const Rule *rules,
             guint       n_rules,
             const Text *text)
{
  gboolean taken[2 * MOST_PIECES] = { FALSE };
  char *told[2 * MOST_PIECES] = { NULL };
  guint rule, from, to;
  GString *all = g_string_new (NULL);

  while (pick_best (rules, n_rules, text, taken, &rule, &from, &to))
    {
      for (guint at = from; at < to; at++)
        taken[at] = TRUE;
      told[from] = g_strdup_printf ("%u-%u r%u ", from, to, rule);
    }
  for (guint at = 0; at < G_N_ELEMENTS (told); at++)
    {
      g_string_append (all, told[at] != NULL ? told[at] : "");
      g_free (told[at]);
    }

  return g_string_free (all, FALSE);
}

static char *
tell (const Rule *rules,
      guint       n_rules,
      const char *text)
{
  g_autoptr(GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_guard_list_free);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n_rules; i++)
    {
      g_autoptr(GError) error = NULL;

      g_ptr_array_add (lists, daybook_guard_list_parse (rules[i].json->str, "random", &error));
      g_assert_no_error (error);
    }

  g_autoptr(DaybookGuard) guard = daybook_guard_new (lists, NULL, 0);
  g_autoptr(GArray) findings = daybook_guard_check (guard, text, DAYBOOK_CHANNEL_UNKNOWN, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const DaybookGuardFinding *finding = &g_array_index (findings, DaybookGuardFinding, i);

      g_string_append_printf (all, "%u-%u %s ", finding->start, finding->end, finding->rule);
    }
  return g_string_free (all, FALSE);
}

/* How many findings there were. */
static guint
compare (GRand *dice)
{
  const Piece *pieces[MOST_PIECES];
  Rule rules[MOST_WORDS];
  guint n_rules = 1 + throw (dice, MOST_WORDS), n = throw (dice, MOST_PIECES), n_found = 0;
  /* Seldom a separator, or often. */
  guint most = throw (dice, 2) == 0 ? N_LETTERS + 2 : G_N_ELEMENTS (PIECES);
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < n_rules; i++)
    rules[i] = make_rule (dice, i);
  for (guint i = 0; i < n; i++)
    {
      pieces[i] = &PIECES[throw (dice, most)];
      g_string_append (line, pieces[i]->text);
    }

  const Text text = read_pieces (pieces, n);
  g_autofree char *expected = tell_slowly (rules, n_rules, &text), *told = tell (rules, n_rules, line->str);

  if (!g_str_equal (told, expected))
    {
      for (guint i = 0; i < n_rules; i++)
        g_test_message ("%s", rules[i].json->str);
      g_test_message ("“%s”: %s, not %s", line->str, told, expected);
      g_test_fail ();
    }
  for (const char *p = told; *p != '\0'; p++)
    n_found += *p == 'r';
  for (guint i = 0; i < n_rules; i++)
    g_string_free (rules[i].json, TRUE);
  return n_found;
}

static void
test_like_a_slow_one (void)
{
  g_autoptr(GRand) dice = g_rand_new_with_seed (20261129);
  guint n_found = 0;

  for (guint round = 0; round < ROUNDS && !g_test_failed (); round++)
    n_found += compare (dice);

  g_test_message ("%u findings", n_found);
  g_assert_cmpuint (n_found, >, ROUNDS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guard/random", test_like_a_slow_one);

  return g_test_run ();
}
