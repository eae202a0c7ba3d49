/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kin-words.h"

#include <string.h>

static void
test_idle_words (void)
{
  static const char *const IDLE[] = { "a", "the", "how", "your", "一下", "怎么", "顾客", "until" };
  static const char *const NOT[] = { "", "refund", "退款", "z", "thenar", "一", "換貨" };

  for (gsize i = 0; i < G_N_ELEMENTS (IDLE); i++)
    g_assert_true (daybook_word_is_idle (IDLE[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (NOT); i++)
    g_assert_false (daybook_word_is_idle (NOT[i]));
}

/* Whether a word is among those that the text means. */
static gboolean
means (const char *text,
       const char *word)
{
  g_autoptr(GPtrArray) matters = daybook_kin_words (text, 10);

  for (guint i = 0; i < matters->len; i++)
    for (const char *const *kin = g_ptr_array_index (matters, i); *kin != NULL; kin++)
      if (g_str_equal (*kin, word))
        return TRUE;

  return FALSE;
}

static void
test_kin_words (void)
{
  g_assert_true (means ("能不能便宜一點", "议价"));
  g_assert_true (means ("My cup is BROKEN", "破损"));
  g_assert_true (means ("it was smashed", "damage"));
  g_assert_true (means ("I want to send back two", "return"));
  g_assert_false (means ("unbroken", "damage"));
  g_assert_false (means ("", "damage"));
  g_assert_false (means ("你好", "退货"));
}

static void
test_no_more_than_wanted (void)
{
  g_autoptr(GPtrArray) some = daybook_kin_words ("退货退款换货发票破损维修投诉", 3);
  g_autoptr(GPtrArray) none = daybook_kin_words ("退货", 0);

  g_assert_cmpuint (some->len, ==, 3);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kin-words/idle-words", test_idle_words);
  g_test_add_func ("/kin-words/kin-words", test_kin_words);
  g_test_add_func ("/kin-words/no-more-than-wanted", test_no_more_than_wanted);

  return g_test_run ();
}
