/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text-diff.h"

#include "core/sequence-diff.h"

#include <string.h>

/* --- A difference as lines of text -------------------------------------------------- */

/* The text of a run, what differs of it in brackets, line ends as ↵. */
static void
write_run (const DaybookTextDiff *diff,
           const DaybookDiffRun  *run,
           const char            *text,
           gsize                  start,
           gsize                  end,
           GString               *out)
{
  g_autoptr(GString) line = g_string_new (NULL);
  gsize at = start;

  for (guint i = 0; i < run->n_pieces; i++)
    {
      const DaybookSpan *piece = daybook_text_diff_piece (diff, run->piece + i);

      g_assert_cmpuint (piece->start, >=, at);
      g_assert_cmpuint (piece->end, >, piece->start);
      g_assert_cmpuint (piece->end, <=, end);
      g_string_append_len (line, text + at, (gssize) (piece->start - at));
      g_string_append_printf (line, "[%.*s]", (int) (piece->end - piece->start), text + piece->start);
      at = piece->end;
    }
  g_string_append_len (line, text + at, (gssize) (end - at));
  g_string_replace (line, "\n", "↵", 0);
  g_string_append_printf (out, "%c%s%s\n", " -+"[run->kind], run->detailed ? "~" : "", line->str);
}

static char *
dump (const char *old,
      const char *new)
{
  g_autoptr(DaybookTextDiff) diff = daybook_text_diff_new (old, new);
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < diff->runs->len; i++)
    {
      const DaybookDiffRun *run = daybook_text_diff_run (diff, i);

      if (run->kind == DAYBOOK_DIFF_ADDED)
        write_run (diff, run, new, run->new_start, run->new_end, out);
      else
        write_run (diff, run, old, run->old_start, run->old_end, out);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const struct
{
  const char *old;
  const char *new;
  const char *shown;
} ROWS[] = {
  { "", "", "" },
  { "a\nb\n", "a\nb\n", " a↵b↵\n" },
  { "", "a\n", "+a↵\n" },
  { "a\n", "", "-a↵\n" },
  { "a\nb\nc\n", "a\nc\n", " a↵\n-b↵\n c↵\n" },
  { "a\nc\n", "a\nb\nc\n", " a↵\n+b↵\n c↵\n" },
  { "a\n", "a", "-~a[↵]\n+~a\n" },
  /* Words, characters, and how many lines they are in. */
  { "Ship within two days.\n", "Ship within three days.\n", "-~Ship within [two] days.↵\n+~Ship within [three] days.↵\n" },
  { "七天内可以无理由退货。\n", "十五天内可以退货。\n", "-~[七]天内可以[无理由]退货。↵\n+~[十五]天内可以退货。↵\n" },
  { "先看外观，再拍照。\n", "先看外观，再拍照。并记录\n", "-~先看外观，再拍照。↵\n+~先看外观，再拍照。[并记录]↵\n" },
  { "运费：12 元\n包邮\n", "运费：15 元\n包邮\n", "-~运费：[12] 元↵\n+~运费：[15] 元↵\n 包邮↵\n" },
  { "4. 退款\n", "4. 退款，先打电话\n5. 记录\n", "-~4. 退款↵\n+~4. 退款[，先打电话↵5. 记录]↵\n" },
  /* What happens to be in both is no help. */
  { "客户的地址不对\n", "我们的仓库已满\n", "-客户的地址不对↵\n+我们的仓库已满↵\n" },
  { "一二三四五六七的八九十甲乙丙丁戊己庚辛\n", "一二三四五六七子丑的寅卯十甲乙丙丁戊己庚辛\n",
    "-~一二三四五六七[的八九]十甲乙丙丁戊己庚辛↵\n+~一二三四五六七[子丑的寅卯]十甲乙丙丁戊己庚辛↵\n" },
  { "alpha\n", "omega\n", "-alpha↵\n+omega↵\n" },
  /* What comes is a paragraph with the blank line behind it. */
  { "# A\n\na\n\n# C\n", "# A\n\na\n\n# B\n\nb\n\n# C\n", " # A↵↵a↵↵\n+# B↵↵b↵↵\n # C↵\n" },
  { "- a\n- a\n- b\n", "- a\n- a\n- a\n- b\n", " - a↵- a↵\n+- a↵\n - b↵\n" },
  { "x\xff y\n", "x\xfe y\n", "-~x[\xff] y↵\n+~x[\xfe] y↵\n" },
};

static void
test_differences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      g_autofree char *shown = dump (ROWS[i].old, ROWS[i].new);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (shown, ==, ROWS[i].shown);
    }
}

/* --- Any texts ------------------------------------------------------------------------- */

/* What is left of a run's text without its pieces. */
static void
append_unmarked (const DaybookTextDiff *diff,
                 const DaybookDiffRun  *run,
                 const char            *text,
                 gsize                  start,
                 gsize                  end,
                 GString               *out)
{
  for (guint i = 0; i < run->n_pieces; i++)
    {
      const DaybookSpan *piece = daybook_text_diff_piece (diff, run->piece + i);

      g_string_append_len (out, text + start, (gssize) (piece->start - start));
      start = piece->end;
    }
  g_string_append_len (out, text + start, (gssize) (end - start));
}

static guint
count_lines (const char *text,
             gsize       n)
{
  guint lines = 0;

  for (gsize i = 0; i < n; i++)
    lines += text[i] == '\n' || i + 1 == n ? 1 : 0;
  return lines;
}

/* That the difference makes the new text of the old, and says so in its pieces, too. Returns the lines that go and come. */
static guint
check (const char *old,
       const char *new)
{
  g_autoptr(DaybookTextDiff) diff = daybook_text_diff_new (old, new);
  g_autoptr(GString) made = g_string_new (NULL);
  gsize old_at = 0;
  guint removed = 0;
  guint added = 0;

  for (guint i = 0; i < diff->runs->len; i++)
    {
      const DaybookDiffRun *run = daybook_text_diff_run (diff, i);

      g_assert_true (run->kind == DAYBOOK_DIFF_ADDED || run->old_start == old_at);
      if (run->kind == DAYBOOK_DIFF_SAME)
        g_string_append_len (made, old + run->old_start, (gssize) (run->old_end - run->old_start));
      if (run->kind == DAYBOOK_DIFF_ADDED)
        g_string_append_len (made, new + run->new_start, (gssize) (run->new_end - run->new_start));
      if (run->kind != DAYBOOK_DIFF_ADDED)
        {
          g_assert_cmpuint (run->n_lines, ==, count_lines (old + run->old_start, run->old_end - run->old_start));
          old_at = run->old_end;
        }
      removed += run->kind == DAYBOOK_DIFF_REMOVED ? run->n_lines : 0;
      added += run->kind == DAYBOOK_DIFF_ADDED ? run->n_lines : 0;
      if (run->kind == DAYBOOK_DIFF_REMOVED && run->detailed)
        {
          g_autoptr(GString) of_old = g_string_new (NULL);
          g_autoptr(GString) of_new = g_string_new (NULL);

          append_unmarked (diff, run, old, run->old_start, run->old_end, of_old);
          append_unmarked (diff, run + 1, new, run[1].new_start, run[1].new_end, of_new);
          g_assert_cmpstr (of_old->str, ==, of_new->str);
          g_assert_true (run[1].kind == DAYBOOK_DIFF_ADDED && run[1].detailed);
        }
    }
  g_assert_cmpuint (old_at, ==, strlen (old));
  g_assert_cmpstr (made->str, ==, new);
  g_assert_cmpuint (diff->n_removed, ==, removed);
  g_assert_cmpuint (diff->n_added, ==, added);
  return removed + added;
}

/* The longest sequence that both have, slowly. */
static guint
longest_common (char **a,
                char **b)
{
  guint n_b = g_strv_length (b);
  g_autofree guint *row = g_new0 (guint, n_b + 1);

  for (guint i = 0; a[i] != NULL; i++)
    for (guint j = 0, diagonal = 0; j < n_b; j++)
      {
        guint above = row[j + 1];

        row[j + 1] = g_str_equal (a[i], b[j]) ? diagonal + 1 : MAX (above, row[j]);
        diagonal = above;
      }
  return row[n_b];
}

static char **
make_lines (const char *const *words,
            int                n_words)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (int n = g_test_rand_int_range (0, 16); n > 0; n--)
    {
      g_autoptr(GString) line = g_string_new (NULL);

      for (int k = g_test_rand_int_range (0, 4); k > 0; k--)
        g_string_append (line, words[g_test_rand_int_range (0, n_words)]);
      g_ptr_array_add (lines, g_strdup_printf ("%s\n", line->str));
    }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

static void
test_the_old_becomes_the_new_by_the_shortest_way (void)
{
  static const char *const WORDS[] = { "退", "货", "，", "a", "ship ", "b", " ", "\xff" };

  for (int i = 0; i < 20000; i++)
    {
      int n_words = g_test_rand_int_range (1, G_N_ELEMENTS (WORDS) + 1);
      g_auto(GStrv) a = make_lines (WORDS, n_words);
      g_auto(GStrv) b = make_lines (WORDS, n_words);
      g_autofree char *old = g_strjoinv ("", a);
      g_autofree char *new = g_strjoinv ("", b);
      guint shortest = g_strv_length (a) + g_strv_length (b) - 2 * longest_common (a, b);

      g_assert_cmpuint (check (old, new), ==, shortest);
    }
}

/* Without the line's end that all lines have. */
static void
test_a_last_line_without_end (void)
{
  check ("a\nb", "a\nb\n");
  check ("a\nb", "b");
  check ("\n\n", "\n");
  check ("\n", "\n\n\na");
}

/* --- Size ------------------------------------------------------------------------------- */

static char *
make_long (guint       n,
           guint       step,
           const char *word,
           const char *end)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u%s", word, (guint) ((guint64) i * step % n), end);
  return g_string_free (text, FALSE);
}

/* Of two megabytes in another order the shortest way is not looked for to the end: some lines stay, the rest is replaced. */
static void
test_long_texts_cost_bounded_time (void)
{
  g_autofree char *first = make_long (100000, 1, "line ", "\n");
  g_autofree char *shuffled = make_long (100000, 63487, "line ", "\n");
  g_autofree char *other = make_long (100000, 1, "Zeile ", "\n");
  g_autofree char *wall = make_long (100000, 1, "word", " ");
  g_autofree char *other_wall = make_long (100000, 63487, "word", " ");
  g_autofree char *empty = g_strnfill (1000000, '\n');
  g_autofree char *more = g_strnfill (999000, '\n');

  g_assert_cmpuint (check (first, shuffled), >, 100000);
  g_assert_cmpuint (check (first, other), ==, 200000);
  g_assert_cmpuint (check (wall, other_wall), ==, 2);
  g_assert_cmpuint (check (empty, more), ==, 1000);
}

/* A few lines changed of many: found, however long the text. */
static void
test_few_changes_of_many_lines_are_found (void)
{
  g_autofree char *old = make_long (50000, 1, "line ", "\n");
  g_autoptr(GString) new = g_string_new (old);

  g_string_replace (new, "line 77\n", "Zeile 77\n", 0);
  g_string_replace (new, "line 4000\n", "", 0);
  g_string_replace (new, "line 40001\n", "line 40001\nmore\n", 0);
  g_assert_cmpuint (check (old, new->str), ==, 4);
}

static void
test_a_used_up_budget_replaces_the_rest (void)
{
  const guint a[] = { 1, 2, 3, 4, 5, 6 };
  const guint b[] = { 1, 3, 2, 5, 4, 6 };
  gboolean goes[6] = { FALSE };
  gboolean comes[6] = { FALSE };
  gint64 budget = 0;

  daybook_sequence_diff (a, 6, b, 6, goes, comes, &budget);
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpint (goes[i], ==, i > 0 && i < 5);
      g_assert_cmpint (comes[i], ==, i > 0 && i < 5);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-diff/differences", test_differences);
  g_test_add_func ("/text-diff/the-old-becomes-the-new-by-the-shortest-way", test_the_old_becomes_the_new_by_the_shortest_way);
  g_test_add_func ("/text-diff/a-last-line-without-end", test_a_last_line_without_end);
  g_test_add_func ("/text-diff/long-texts-cost-bounded-time", test_long_texts_cost_bounded_time);
  g_test_add_func ("/text-diff/few-changes-of-many-lines-are-found", test_few_changes_of_many_lines_are_found);
  g_test_add_func ("/text-diff/a-used-up-budget-replaces-the-rest", test_a_used_up_budget_replaces_the_rest);

  return g_test_run ();
}
