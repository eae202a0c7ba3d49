/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/han.h"

#include <unicode/utf16.h>
#include <unicode/utrans.h>

static const struct
{
  const char *text;
  const char *folded;
} FOLDED[] = {
  { "", "" },
  { "Abc 123", "abc 123" },
  { "ＡＢＣ１２３", "abc123" },
  { "訂單", "订单" },
  { "退貨退款", "退货退款" },
  { "台灣 臺灣", "台湾 台湾" },
  { "裏 裡 里", "里 里 里" },
  { "遊 週 羣 峯 牀 綫 説 衆 爲", "游 周 群 峰 床 线 说 众 为" },
  { "乾 幹 干", "干 干 干" },
  { "著 着", "着 着" },
  { "開發麵條", "开发面条" },
  { "讚 产品 産品", "赞 产品 产品" },
  { "Zoë Zoe\u0308", "zoe zoe" },
  { "STRAẞE Straße", "strasse strasse" },
  { "Øresund Łódź", "oresund lodz" },
  { "İstanbul", "istanbul" },
  { "ﬁn Ⅳ", "fin iv" },
  { "ｶﾞ ガ カ", "カ カ カ" },
  { "한국", "한국" },
  { "\uf900 豈", "岂 岂" },
  { "😀", "😀" },
  { "a\xff" "b", "a\xef\xbf\xbd" "b" },
};

static void
test_folding (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (FOLDED); i++)
    {
      g_autofree char *folded = daybook_han_fold (FOLDED[i].text);
      g_autofree char *again = daybook_han_fold (folded);

      g_assert_cmpstr (folded, ==, FOLDED[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

static void
test_no_character_overflows (void)
{
  for (gunichar c = 0; c <= 0x10ffff; c++)
    {
      gunichar folded[DAYBOOK_HAN_FOLD_MAX];

      if (!g_unichar_validate (c))
        continue;
      g_assert_cmpuint (daybook_han_fold_char (c, folded), <=, DAYBOOK_HAN_FOLD_MAX);
      g_assert_cmphex (daybook_han_simplify (daybook_han_simplify (c)), ==, daybook_han_simplify (c));
    }
}

static void
test_what_is_chinese (void)
{
  static const gunichar CHINESE[] = { 0x4e00, 0x9fff, 0x3400, 0x3007, 0x3005, 0x20000, 0x2a700, 0xf900, 0x2f800, 0x31350 };
  static const gunichar OTHER[] = { 'a', 0xe9, 0x3042, 0x30a2, 0xac00, 0x3000, 0x3001, 0xff21, 0x1f600, 0xa000 };

  for (gsize i = 0; i < G_N_ELEMENTS (CHINESE); i++)
    g_assert_true (daybook_han_is (CHINESE[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (OTHER); i++)
    g_assert_false (daybook_han_is (OTHER[i]));
}

static UChar32
simplified_by_icu (UTransliterator *icu,
                   gunichar         c)
{
  UChar text[16] = { (UChar) c, 0 };
  int32_t length = 1, limit = 1, at = 0;
  UErrorCode status = U_ZERO_ERROR;
  UChar32 simplified;

  utrans_transUChars (icu, text, &length, G_N_ELEMENTS (text), 0, &limit, &status);
  g_assert_true (U_SUCCESS (status));
  U16_NEXT (text, at, length, simplified);
  return simplified;
}

/* ICU folds some 2,850 characters; all but a few rare ones become the same
 * here. */
static void
test_it_agrees_with_icu (void)
{
  static const UChar ID[] = u"Traditional-Simplified";
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *icu = utrans_openU (ID, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  guint n_folded = 0, n_others = 0;

  g_assert_true (U_SUCCESS (status));
  for (gunichar c = 0x4e00; c <= 0x9fff; c++)
    {
      gunichar simplified = (gunichar) simplified_by_icu (icu, c);

      n_folded += simplified != c ? 1 : 0;
      if (daybook_han_simplify (c) != daybook_han_simplify (simplified))
        n_others++;
    }
  utrans_close (icu);

  g_test_message ("%u of %u fold otherwise than by ICU", n_others, n_folded);
  g_assert_cmpuint (n_folded, >, 2500);
  g_assert_cmpuint (n_others, <=, 30);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/han/folding", test_folding);
  g_test_add_func ("/han/no-character-overflows", test_no_character_overflows);
  g_test_add_func ("/han/what-is-chinese", test_what_is_chinese);
  g_test_add_func ("/han/it-agrees-with-icu", test_it_agrees_with_icu);

  return g_test_run ();
}
