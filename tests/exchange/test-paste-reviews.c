/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/paste-reviews.h"
#include "exchange/stars.h"

#include <string.h>

/* Reviews copied from a page: what is made of its lines. */

static GPtrArray *profiles;

static DaybookPaste *
read_text (const char *text)
{
  g_autoptr(GError) error = NULL;
  DaybookPaste *paste = daybook_paste_read (text, strlen (text), profiles, &error);

  g_assert_no_error (error);
  return paste;
}

static void
add (GString    *out,
     const char *name,
     GString    *value)
{
  if (value->len > 0)
    g_string_append_printf (out, " %s=%s", name, value->str);
}

/* One review a line, each with what it has; what was left out at the end. */
static char *
describe (const DaybookPaste *paste)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < paste->reviews->len; i++)
    {
      const DaybookPastedReview *review = g_ptr_array_index (paste->reviews, i);

      g_string_append_printf (out, "%u", review->stars);
      add (out, "nick", review->nick);
      add (out, "at", review->time);
      add (out, "sku", review->variant);
      add (out, "goods", review->product);
      add (out, "order", review->order_number);
      add (out, "text", review->words);
      add (out, "later", review->follow_up);
      add (out, "later-at", review->followed_at);
      add (out, "reply", review->reply);
      add (out, "reply-at", review->replied_at);
      g_string_append_c (out, '|');
    }
  for (guint i = 0; i < paste->left_out->len; i++)
    g_string_append_printf (out, " <%s>", (char *) g_ptr_array_index (paste->left_out, i));
  return g_string_free (out, FALSE);
}

#define ASSERT_READS(text, wanted) \
  G_STMT_START { \
    g_autoptr(DaybookPaste) _paste = read_text (text); \
    g_autofree char *_said = describe (_paste); \
    g_assert_cmpstr (_said, ==, wanted); \
  } G_STMT_END

static void
test_taobao (void)
{
  ASSERT_READS ("商品评价\n全部评价\n好评\n中评\n差评\n"
                "t**8\n2026年11月20日已购：颜色分类：白色；尺码：M\n杯子很厚实。\n包装也好\n"
                "收货3天后追加：\n用了几天，没有掉色\n商家回复：谢谢您的支持\n\n"
                "小**儿（匿名）\n2026-11-21 09:08\n颜色分类：黑色\n差评\n杯口有裂\n解释：已为您补发\n",
                "0 nick=t**8 at=2026-11-20 sku=颜色分类：白色；尺码：M text=杯子很厚实。\n包装也好 later=用了几天，没有掉色 reply=谢谢您的支持|"
                "1 nick=小**儿（匿名） at=2026-11-21 09:08 sku=颜色分类：黑色 text=杯口有裂 reply=已为您补发|"
                " <商品评价> <全部评价> <好评> <中评> <差评>");
}

/* Stars first, the date last and beside what was bought. */
static void
test_jd (void)
{
  ASSERT_READS ("jd_1****x\nPLUS会员\n★★★★☆\n质量不错，送货快\n颜色：白色\n尺码：M\n2026-11-20 10:03\n"
                "j***2\n★★★★★\n一般般\n白色 M 2026-11-21 11:00\n回复：下次努力\n2026-11-22 08:00\n",
                "4 nick=jd_1****x at=2026-11-20 10:03 sku=颜色：白色；尺码：M text=PLUS会员\n质量不错，送货快|"
                "5 nick=j***2 at=2026-11-21 11:00 sku=白色 M text=一般般 reply=下次努力 reply-at=2026-11-22 08:00|");
}

/* The buttons under each review are no part of it. */
static void
test_buttons (void)
{
  ASSERT_READS ("t**8\n2026年11月20日已购：白色\n很好\n有用（3）\n举报\nz**9\n2026年11月21日\n有用吗？没有用\n有用\n下一页\n",
                "0 nick=t**8 at=2026-11-20 sku=白色 text=很好|0 nick=z**9 at=2026-11-21 text=有用吗？没有用|"
                " <有用（3）> <举报> <有用> <下一页>");
}

/* As web pages are copied: each part is a paragraph. */
static void
test_blank_lines_between_all (void)
{
  ASSERT_READS ("小鱼儿\n\n2026/11/20 10:03:07\n\n很好\n\n阿明\n\n2026/11/21\n\n不错\n\n追评：2026-11-25 坏了\n",
                "0 nick=小鱼儿 at=2026-11-20 10:03:07 text=很好|"
                "0 nick=阿明 at=2026-11-21 text=不错 later=坏了 later-at=2026-11-25|");
}

/* Each review begins with its date, or ends with it; a nick may stand beside it. */
static void
test_without_nicks (void)
{
  ASSERT_READS ("2026-11-20 10:03\n很好\n喜欢\n2026-11-21 09:00\n不错\n",
                "0 at=2026-11-20 10:03 text=很好\n喜欢|0 at=2026-11-21 09:00 text=不错|");
  ASSERT_READS ("很好用，推荐\n2026-11-20 10:03\n\n一般\n2026-11-21 11:00\n",
                "0 at=2026-11-20 10:03 text=很好用，推荐|0 at=2026-11-21 11:00 text=一般|");
  ASSERT_READS ("很好\n2026-11-20\n\n一般\n2026-11-21\n", "0 at=2026-11-20 text=很好|0 at=2026-11-21 text=一般|");
  ASSERT_READS ("t**8 2026.11.20\n很好\nz**9 [2026-11-21 10:00]\n不错\n",
                "0 nick=t**8 at=2026-11-20 text=很好|0 nick=z**9 at=2026-11-21 10:00 text=不错|");
}

static void
test_labels (void)
{
  ASSERT_READS ("买家：张三\n评价时间：2026-11-20 10:03\n评分：5\n订单编号：1234567890123456789\n商品：白瓷盖碗\n评价内容：胎薄\n[追加评价] 还是好\n"
                "追评时间：2026-11-23\n【掌柜回复】谢谢\n用户：李四\n评价：中评\n评价：一般\n",
                "5 nick=张三 at=2026-11-20 10:03 goods=白瓷盖碗 order=1234567890123456789 text=胎薄 later=还是好 later-at=2026-11-23 reply=谢谢|"
                "3 nick=李四 text=一般|");
  ASSERT_READS ("Reviewer: Ann\nDate: 2026-11-20\nRating: 4 stars\nNice cup\nReply: thank you\n",
                "4 nick=Ann at=2026-11-20 text=Nice cup reply=thank you|");
}

/* Stars above the name are of what follows. */
static void
test_stars_first (void)
{
  ASSERT_READS ("★★★★★\nt**8\n2026-11-20\n很好\n★☆☆☆☆\nz**9\n2026-11-21\n碎了\n",
                "5 nick=t**8 at=2026-11-20 text=很好|1 nick=z**9 at=2026-11-21 text=碎了|");
}

/* What only looks like something else is text, and all of it is kept. */
static void
test_nothing_is_lost (void)
{
  ASSERT_READS ("t**8\n2026-11-20 10:03\n真**好\n颜色：很正，喜欢\n2026-11-20 收到货，很快\n5\n追评什么呢\n2026-13-45\n差评师\n",
                "0 nick=t**8 at=2026-11-20 10:03 text=真**好\n颜色：很正，喜欢\n2026-11-20 收到货，很快\n5\n追评什么呢\n2026-13-45\n差评师|");
  ASSERT_READS ("", "");
  ASSERT_READS ("hello\nworld\n", " <hello> <world>");
  ASSERT_READS ("买家：张三\n有用\n", " <有用> <买家：张三>");
  /* A date that is nobody's parts no others. */
  ASSERT_READS ("t**8\n2026-11-20\n好\n2026-11-25 11:00\nz**9\n2026-11-21\n坏\n",
                "0 nick=t**8 at=2026-11-20 text=好|0 nick=z**9 at=2026-11-21 text=坏| <2026-11-25 11:00>");
  ASSERT_READS ("2026-11-20\nt**8\n好\n2026-11-21\nz**9\n坏\n",
                "0 nick=t**8 at=2026-11-20 text=好|0 nick=z**9 at=2026-11-21 text=坏|");
}

/* A table of a page comes with tabs; line ends and blanks are anybody's. */
static void
test_cells_and_line_ends (void)
{
  ASSERT_READS ("\xef\xbb\xbft**8\t2026-11-20 10:03\t\xe3\x80\x80很好\xc2\xa0\r\nz**9\t2026-11-21\t不错\r不错啊",
                "0 nick=t**8 at=2026-11-20 10:03 text=很好|0 nick=z**9 at=2026-11-21 text=不错\n不错啊|");
}

static void
test_tables (void)
{
  g_autoptr(DaybookPaste) tsv = read_text ("\n买家昵称\t评价时间\t评价内容\t评分\nt**8\t2026-11-20\t好\t5\n");
  g_autoptr(DaybookPaste) csv = read_text ("评论ID,用户昵称,评价时间,SKU,评分,初评内容,追评内容,追评时间,商家回复\n1,a,2026-11-20,S,5,好,,,\n");
  g_autoptr(GError) error = NULL;

  g_assert_true (tsv->is_table && csv->is_table);
  g_assert_cmpuint (tsv->reviews->len + tsv->left_out->len, ==, 0);
  g_assert_null (daybook_paste_read ("订单编号\t买家会员名\t总金额\n1\tx\t3\n", 40, profiles, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "not of reviews"));
}

static void
test_too_much (void)
{
  g_autofree char *most = g_strnfill (DAYBOOK_PASTE_MAX, 'x');
  g_autofree char *more = g_strnfill (DAYBOOK_PASTE_MAX + 1, 'x');
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookPaste) paste = read_text (most);

  g_assert_cmpuint (paste->left_out->len, ==, 1);
  g_assert_null (daybook_paste_read (more, DAYBOOK_PASTE_MAX + 1, profiles, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "1 MB"));
}

/* A million lines end, and soon. */
static void
test_many_lines (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(DaybookPaste) blank = NULL;
  g_autoptr(DaybookPaste) full = NULL;
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < 500000; i++)
    g_string_append (text, "\n\n");
  blank = read_text (text->str);
  g_assert_cmpuint (blank->reviews->len, ==, 0);
  g_string_truncate (text, 0);
  while (text->len < DAYBOOK_PASTE_MAX - 100)
    g_string_append (text, "t**8\n2026-11-20\na\n");
  full = read_text (text->str);
  g_assert_cmpuint (full->reviews->len, >, 50000);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 20 * G_TIME_SPAN_SECOND);
}

static void
test_csv (void)
{
  g_autoptr(DaybookPaste) paste = read_text ("t**8\n2026-11-20\n说\"好\"，真的\n第二行\n★★★★★\n");
  g_autoptr(GString) csv = daybook_paste_to_csv (paste);

  g_assert_cmpstr (strchr (csv->str, '\n') + 1, ==,
                   "\"t**8\",\"2026-11-20\",\"5\",\"\",\"\",\"\",\"说\"\"好\"\"，真的\n第二行\",\"\",\"\",\"\",\"\"\n");
}

static void
test_stars (void)
{
  static const struct { const char *text; guint stars; gboolean sure; } CASES[] = {
    { "5", 5, FALSE }, { "5.0", 5, FALSE }, { " 4 ", 4, FALSE }, { "5星", 5, TRUE }, { "５星", 5, TRUE }, { "4 stars", 4, TRUE },
    { "1 Star", 1, TRUE }, { "3/5", 3, TRUE }, { "★★★★☆", 4, TRUE }, { "★★★", 3, TRUE }, { "⭐⭐", 2, TRUE }, { "⭐️⭐️⭐️", 3, TRUE },
    { "好评", 5, TRUE }, { "中评", 3, TRUE }, { "差评", 1, TRUE }, { "Positive", 5, TRUE },
    { "0", 0, FALSE }, { "6", 0, FALSE }, { "7", 0, FALSE }, { "10", 0, FALSE }, { "4.5", 0, FALSE }, { "5.", 0, FALSE }, { "abc", 0, FALSE },
    { "★★☆", 0, FALSE }, { "★★★★★★", 0, FALSE }, { "☆☆☆☆☆", 0, FALSE }, { "5 apples", 0, FALSE }, { "", 0, FALSE }, { "-1", 0, FALSE },
  };
  const DaybookProfile *generic = daybook_profiles_find (profiles, DAYBOOK_PROFILE_GENERIC);

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_test_message ("%s", CASES[i].text);
      g_assert_cmpuint (daybook_stars_read (CASES[i].text, generic->stars), ==, CASES[i].stars);
      g_assert_cmpuint (daybook_stars_recognise (CASES[i].text, generic->stars), ==, CASES[i].sure ? CASES[i].stars : 0);
    }
  g_assert_cmpuint (daybook_stars_read ("好评", NULL), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  profiles = daybook_profiles_load (NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/paste/taobao", test_taobao);
  g_test_add_func ("/paste/jd", test_jd);
  g_test_add_func ("/paste/blank-lines-between-all", test_blank_lines_between_all);
  g_test_add_func ("/paste/buttons", test_buttons);
  g_test_add_func ("/paste/without-nicks", test_without_nicks);
  g_test_add_func ("/paste/labels", test_labels);
  g_test_add_func ("/paste/stars-first", test_stars_first);
  g_test_add_func ("/paste/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/paste/cells-and-line-ends", test_cells_and_line_ends);
  g_test_add_func ("/paste/tables", test_tables);
  g_test_add_func ("/paste/too-much", test_too_much);
  g_test_add_func ("/paste/many-lines", test_many_lines);
  g_test_add_func ("/paste/csv", test_csv);
  g_test_add_func ("/paste/stars", test_stars);

  status = g_test_run ();
  g_ptr_array_unref (profiles);
  return status;
}
