/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/terms.h"

#include <string.h>

enum
{
  W = DAYBOOK_TERM_WORDS,
  B = DAYBOOK_TERM_BY_PREFIX,
  P = DAYBOOK_TERM_PINYIN,
  N = DAYBOOK_TERM_NUMBER,
  F = DAYBOOK_TERM_PHONE,
  T = DAYBOOK_TERM_PHONE_TAIL,
  E = DAYBOOK_TERM_EMAIL,
};

/* What one word typed may mean. */
static const struct
{
  const char *typed;
  const char *text;
  const char *number;
  const char *digits;
  guint       kinds;
} TERMS[] = {
  { "退款", "退款", NULL, NULL, W },
  { "退", "退", NULL, NULL, W | B },
  { "訂單", "订单", NULL, NULL, W },
  { "  退款　", "退款", NULL, NULL, W },
  { "XL码", "xl码", NULL, NULL, W | B },
  { "手机XL", "手机xl", NULL, NULL, W | B },
  { "zs", "zs", NULL, NULL, W | B | P },
  { "Zhangsan", "zhangsan", NULL, NULL, W | B | P },
  { "lü", "lu", NULL, NULL, W | B | P },
  { "don't", "don't", NULL, NULL, W | B },
  { "iPhone14", "iphone14", "IPHONE14", NULL, W | B | N },
  { "14", "14", NULL, NULL, W | B },
  { "123", "123", "123", NULL, W | B | N },
  { "1234", "1234", "1234", "1234", W | B | N | T },
  { "12345", "12345", "12345", "12345", W | B | N | F | T },
  { "13812341234", "13812341234", "13812341234", "13812341234", W | B | N | F },
  { "+8613812341234", "+8613812341234", NULL, "13812341234", W | B | F },
  { "138-1234-1234", "138-1234-1234", "138-1234-1234", "13812341234", W | B | N | F },
  { "138 1234 1234", "13812341234", "13812341234", "13812341234", W | B | N | F },
  { "+86 138 1234 1234", "13812341234", "13812341234", "13812341234", W | B | N | F },
  { "１３８１２３４１２３４", "13812341234", "13812341234", "13812341234", W | B | N | F },
  { "1930679858170647392", "1930679858170647392", "1930679858170647392", "1930679858170647392", W | B | N | F },
  { "=\"1930679858170647392\"", "1930679858170647392", "1930679858170647392", "1930679858170647392", W | B | N | F },
  { "'193067985817064739201", "193067985817064739201", "193067985817064739201", NULL, W | B | N },
  { "sf1234567890123", "sf1234567890123", "SF1234567890123", NULL, W | B | N },
  { "#1001", "#1001", "1001", NULL, W | B | N },
  { "R-A2031", "r-a2031", "A2031", NULL, W | B | N },
  { "260517-607198", "260517-607198", "260517-607198", "260517607198", W | B | N | F },
  { "17-607198", "17-607198", "607198", "17607198", W | B | N | F | T },
  { "260517-60", "260517-60", "260517", "26051760", W | B | N | F | T },
  { "1-2", "1-2", NULL, NULL, W | B },
  { "ann@example.com", "ann@example.com", NULL, NULL, W | B | E },
  { "Ann@Example.com", "ann@example.com", NULL, NULL, W | B | E },
  { "ann@", "ann@", NULL, NULL, W | B },
  { "@example.com", "@example.com", NULL, NULL, W | B },
  { "a@b@c.d", "a@b@c.d", NULL, NULL, W | B },
  { "¥128.00", "¥128.00", NULL, NULL, W | B },
};

static void
test_one_word (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TERMS); i++)
    {
      g_autoptr(GPtrArray) terms = daybook_terms_parse (TERMS[i].typed);
      const DaybookTerm *term;

      g_test_message ("%s", TERMS[i].typed);
      g_assert_cmpuint (terms->len, ==, 1);
      term = g_ptr_array_index (terms, 0);
      g_assert_cmpstr (term->text, ==, TERMS[i].text);
      g_assert_cmpstr (term->number, ==, TERMS[i].number);
      g_assert_cmpstr (term->digits, ==, TERMS[i].digits);
      g_assert_cmphex (term->kinds, ==, TERMS[i].kinds);
    }
}

static const struct
{
  const char *typed;
  const char *texts; /* parted by | */
} SPLIT[] = {
  { "", "" },
  { " \t\n　", "" },
  { "，。", "" },
  { "😀 ! --", "" },
  { "\xff", "" },
  { "退款 张三", "退款|张三" },
  { "退款，张三、1234", "退款|张三|1234" },
  { "张三 138 1234 1234 退款", "张三|13812341234|退款" },
  { "138 1234", "138|1234" },
  { "1234 5678", "1234|5678" },
  { "2024 138 1234 1234", "2024|13812341234" },
  { "a\xff" "b c", "a\xef\xbf\xbd" "b|c" },
};

static char *
texts_of (GPtrArray *terms)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    g_string_append_printf (texts, "%s%s", i > 0 ? "|" : "", ((DaybookTerm *) g_ptr_array_index (terms, i))->text);

  return g_string_free (texts, FALSE);
}

static void
test_several_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (SPLIT); i++)
    {
      g_autoptr(GPtrArray) terms = daybook_terms_parse (SPLIT[i].typed);
      g_autofree char *texts = texts_of (terms);

      g_assert_cmpstr (texts, ==, SPLIT[i].texts);
    }
}

static void
test_syllables_sound_together (void)
{
  g_autoptr(GPtrArray) terms = daybook_terms_parse ("Zhang san 退款 zs");
  const DaybookTerm *zhang = g_ptr_array_index (terms, 0);
  const DaybookTerm *san = g_ptr_array_index (terms, 1);
  const DaybookTerm *refund = g_ptr_array_index (terms, 2);
  const DaybookTerm *alone = g_ptr_array_index (terms, 3);

  g_assert_cmpstr (zhang->sound, ==, "zhangsan");
  g_assert_cmpstr (san->sound, ==, "zhangsan");
  g_assert_cmpstr (refund->sound, ==, NULL);
  g_assert_cmpstr (alone->sound, ==, NULL);
}

static void
test_what_is_pasted_is_bounded (void)
{
  g_autoptr(GString) pasted = g_string_new (NULL);
  g_autofree char *word = g_strnfill (1024 * 1024, 'x');
  g_autoptr(GPtrArray) many = NULL;
  g_autoptr(GPtrArray) one = daybook_terms_parse (word);

  for (int i = 0; i < 100000; i++)
    g_string_append (pasted, "a ");
  many = daybook_terms_parse (pasted->str);
  g_assert_cmpuint (many->len, ==, DAYBOOK_TERMS_MAX);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (strlen (((DaybookTerm *) g_ptr_array_index (one, 0))->text), ==, DAYBOOK_TERMS_MAX_BYTES);
}

static void
test_noise_does_no_harm (void)
{
  static const char *const PIECES[] = { "退", "款", "a", "1", "12", "-", "+86", " ", "@", ".", "'", "=", "\"", "，", "\xff", "😀", "#", "é" };

  for (int i = 0; i < 50000; i++)
    {
      g_autoptr(GString) noise = g_string_new (NULL);
      g_autoptr(GPtrArray) terms = NULL;

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (noise, PIECES[g_test_rand_int_range (0, G_N_ELEMENTS (PIECES))]);
      terms = daybook_terms_parse (noise->str);
      for (guint t = 0; t < terms->len; t++)
        {
          const DaybookTerm *term = g_ptr_array_index (terms, t);

          g_assert_cmphex (term->kinds, !=, 0);
          g_assert_true (g_utf8_validate (term->text, -1, NULL));
          g_assert_cmpint ((term->kinds & DAYBOOK_TERM_NUMBER) != 0, ==, term->number != NULL);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/terms/one-word", test_one_word);
  g_test_add_func ("/terms/several-words", test_several_words);
  g_test_add_func ("/terms/syllables-sound-together", test_syllables_sound_together);
  g_test_add_func ("/terms/what-is-pasted-is-bounded", test_what_is_pasted_is_bounded);
  g_test_add_func ("/terms/noise-does-no-harm", test_noise_does_no_harm);

  return g_test_run ();
}
