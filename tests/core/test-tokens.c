/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tokens.h"

#include <string.h>

#define TEXT DAYBOOK_TOKENS_TEXT
#define QUERY DAYBOOK_TOKENS_TEXT_QUERY
#define NUMBER DAYBOOK_TOKENS_NUMBER
#define PINYIN DAYBOOK_TOKENS_PINYIN

static const struct
{
  DaybookTokenMode mode;
  const char      *text;
  const char      *tokens; /* parted by | */
} CUTS[] = {
  { TEXT, "", "" },
  { TEXT, " ，。!", "" },
  { TEXT, "退", "退" },
  { TEXT, "退款", "退款|款" },
  { TEXT, "申请退款成功", "申请|请退|退款|款成|成功|功" },
  { TEXT, "退款，成功", "退款|款|成功|功" },
  { TEXT, "訂單退貨", "订单|单退|退货|货" },
  { TEXT, "iPhone 14 Pro", "iphone|14|pro" },
  { TEXT, "iPhone手机壳XL码", "iphone|手机|机壳|壳|xl|码" },
  { TEXT, "Zoë's café", "zoe|s|cafe" },
  { TEXT, "cafe\u0301", "cafe" },
  { TEXT, "\u0301", "" },
  { TEXT, "Straße", "strasse" },
  { TEXT, "ＡＢＣ１２３", "abc123" },
  { TEXT, "ann@example.com", "ann|example|com" },
  { TEXT, "Привет", "привет" },
  { TEXT, "😀退😀款😀", "退|款" },
  { TEXT, "かなカナ", "かな|なカ|カナ|ナ" },
  { TEXT, "ｶﾞｷ", "カキ|キ" },
  { TEXT, "한국어", "한국|국어|어" },
  { TEXT, "アー・ビー", "アー|ー|ヒー|ー" },
  { TEXT, "\xe9\x80", "" },
  { TEXT, "a\xff退\xe9\x80", "a|退" },
  { TEXT, "𠮷野家", "𠮷野|野家|家" },
  { TEXT, "讀書 \xed\xa0\x80", "读书|书" },
  { QUERY, "退", "退" },
  { QUERY, "退款", "退款" },
  { QUERY, "申请退款", "申请|请退|退款" },
  { QUERY, "退款，", "退款" },
  { QUERY, "退款 成功", "退款|款|成功" },
  { QUERY, "手机壳XL", "手机|机壳|壳|xl" },
  { QUERY, "XL码", "xl|码" },
  { QUERY, "iPh", "iph" },
  { NUMBER, "1234567", "123|234|345|456|567" },
  { NUMBER, "sf1234", "SF1|F12|123|234" },
  { NUMBER, "260517-6071", "260|605|051|517|607|071" },
  { NUMBER, "12", "12" },
  { NUMBER, "#7", "7" },
  { NUMBER, "１２３４", "123|234" },
  { NUMBER, "订单123", "123" },
  { NUMBER, "No:2213", "NO|221|213" },
  { NUMBER, "\x01" "1234 567\n\x01" "0f", "\x01" "1234|567|\x01" "0f" },
  { NUMBER, "", "" },
  { NUMBER, "😀\xff", "" },
  { PINYIN, "zhangsan zs", "zhangsan|zs" },
  { PINYIN, "  Zhang\tSan ", "zhang|san" },
  { PINYIN, "", "" },
};

typedef struct
{
  GString    *tokens;
  const char *text;
  gsize       length;
  gsize       last_start;
} Cut;

static int
add_token (const char *token,
           gsize       n,
           gsize       start,
           gsize       end,
           gpointer    data)
{
  Cut *cut = data;

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <=, DAYBOOK_TOKEN_MAX);
  g_assert_cmpuint (start, <, end);
  g_assert_cmpuint (end, <=, cut->length);
  g_assert_cmpuint (start, >=, cut->last_start);
  g_assert_true (g_utf8_validate_len (token, n, NULL));
  cut->last_start = start;

  if (cut->tokens->len > 0)
    g_string_append_c (cut->tokens, '|');
  g_string_append_len (cut->tokens, token, (gssize) n);
  return 0;
}

static char *
cut_text (const char       *text,
          gsize             length,
          DaybookTokenMode  mode)
{
  Cut cut = { g_string_new (NULL), text, length, 0 };

  g_assert_cmpint (daybook_tokens_foreach (text, length, mode, add_token, &cut), ==, 0);
  return g_string_free (cut.tokens, FALSE);
}

static void
test_cuts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CUTS); i++)
    {
      g_autofree char *tokens = cut_text (CUTS[i].text, strlen (CUTS[i].text), CUTS[i].mode);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (tokens, ==, CUTS[i].tokens);
    }
}

static int
check_offsets (const char *token,
               gsize       n,
               gsize       start,
               gsize       end,
               gpointer    data)
{
  const char *const **expected = data;
  g_autofree char *piece = g_strndup (**expected + start, end - start);

  (*expected)++;
  g_assert_cmpstr (piece, ==, **expected);
  (*expected)++;
  return 0;
}

static void
test_offsets_name_the_bytes (void)
{
  static const char TEXT_CUT[] = "Zoë 訂單!";
  static const char *const EXPECTED[] = { TEXT_CUT, "Zoë", TEXT_CUT, "訂單", TEXT_CUT, "單", NULL };
  const char *const *p = EXPECTED;

  daybook_tokens_foreach (TEXT_CUT, strlen (TEXT_CUT), DAYBOOK_TOKENS_TEXT, check_offsets, &p);
  g_assert_null (*p);
}

static int
stop_at_second (const char *token,
                gsize       n,
                gsize       start,
                gsize       end,
                gpointer    data)
{
  guint *calls = data;

  return ++*calls == 2 ? 42 : 0;
}

static void
test_the_caller_can_stop (void)
{
  static const struct
  {
    const char      *text;
    DaybookTokenMode mode;
  } LONG[] = {
    { "申请退款成功", TEXT }, { "退款 成功 了", QUERY }, { "a b c d", TEXT }, { "123456", NUMBER }, { "a b c", PINYIN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (LONG); i++)
    {
      guint calls = 0;

      g_assert_cmpint (daybook_tokens_foreach (LONG[i].text, strlen (LONG[i].text), LONG[i].mode, stop_at_second, &calls), ==, 42);
      g_assert_cmpuint (calls, ==, 2);
    }
}

/* A word is known by its beginning, and is one token however long it is. */
static void
test_long_words (void)
{
  const gsize size = 1024 * 1024;
  g_autofree char *text = g_strnfill (size, 'A');
  g_autofree char *beginning = g_strnfill (DAYBOOK_TOKEN_MAX, 'a');
  g_autofree char *tokens = cut_text (text, size, DAYBOOK_TOKENS_TEXT);

  g_assert_cmpstr (tokens, ==, beginning);
}

/* Where `needle` stands in the list `haystack` of tokens as a phrase; the last
 * token as a prefix when asked for. */
static gboolean
has_phrase (char   **haystack,
            char   **needle,
            gboolean by_prefix)
{
  guint n = g_strv_length (needle);

  for (; *haystack != NULL; haystack++)
    {
      guint i = 0;

      while (i < n && haystack[i] != NULL
             && (by_prefix && i == n - 1 ? g_str_has_prefix (haystack[i], needle[i])
                                         : g_str_equal (haystack[i], needle[i])))
        i++;
      if (i == n)
        return TRUE;
    }

  return FALSE;
}

/* Any part of a run is found, and nothing that is not there. */
static void
test_phrases_are_exact (void)
{
  static const char *const CHARS[] = { "退", "款", "货", "换", "，" };

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GString) part = g_string_new (NULL);
      g_autofree char *text_tokens = NULL;
      g_autofree char *part_tokens = NULL;
      g_auto(GStrv) haystack = NULL;
      g_auto(GStrv) needle = NULL;

      for (int n = g_test_rand_int_range (1, 10); n > 0; n--)
        g_string_append (text, CHARS[g_test_rand_int_range (0, 5)]);
      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        g_string_append (part, CHARS[g_test_rand_int_range (0, 4)]);

      text_tokens = cut_text (text->str, text->len, DAYBOOK_TOKENS_TEXT);
      part_tokens = cut_text (part->str, part->len, DAYBOOK_TOKENS_TEXT_QUERY);
      haystack = g_strsplit (text_tokens, "|", -1);
      needle = g_strsplit (part_tokens, "|", -1);
      g_assert_cmpint (has_phrase (haystack, needle, part->len == 3), ==, strstr (text->str, part->str) != NULL);
    }
}

/* Bytes from anywhere: add_token() checks what comes of them. */
static void
test_noise_does_no_harm (void)
{
  for (int i = 0; i < 20000; i++)
    {
      char noise[64];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof noise);

      for (gsize n = 0; n < length; n++)
        noise[n] = (char) (i % 2 == 0 ? g_test_rand_int_range (0, 256) : g_test_rand_int_range (0xe3, 0xf1));
      for (int mode = TEXT; mode <= NUMBER; mode++)
        g_free (cut_text (noise, length, (DaybookTokenMode) mode));
    }
}

static int
count_token (const char *token,
             gsize       n,
             gsize       start,
             gsize       end,
             gpointer    data)
{
  guint64 *n_tokens = data;

  (*n_tokens)++;
  return 0;
}

/* Only with -m perf: nanoseconds a token, of the texts of an order. */
static void
test_speed (void)
{
  static const struct
  {
    const char      *text;
    DaybookTokenMode mode;
  } TEXTS[] = {
    { "夏季新款纯棉短袖T恤女宽松韩版百搭学生上衣潮 颜色分类:白色;尺码:XL", TEXT },
    { "Women's summer cotton T-shirt, loose fit, white, size XL", TEXT },
    { "1930679858170647392", NUMBER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      guint64 n_tokens = 0;
      gint64 started = g_get_monotonic_time ();

      for (int n = 0; n < 500000; n++)
        daybook_tokens_foreach (TEXTS[i].text, strlen (TEXTS[i].text), TEXTS[i].mode, count_token, &n_tokens);
      g_test_message ("%s: %.1f ns a token", TEXTS[i].text,
                      (double) (g_get_monotonic_time () - started) * 1000.0 / (double) n_tokens);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tokens/cuts", test_cuts);
  g_test_add_func ("/tokens/offsets-name-the-bytes", test_offsets_name_the_bytes);
  g_test_add_func ("/tokens/the-caller-can-stop", test_the_caller_can_stop);
  g_test_add_func ("/tokens/long-words", test_long_words);
  g_test_add_func ("/tokens/phrases-are-exact", test_phrases_are_exact);
  g_test_add_func ("/tokens/noise-does-no-harm", test_noise_does_no_harm);
  if (g_test_perf ())
    g_test_add_func ("/tokens/speed", test_speed);

  return g_test_run ();
}
