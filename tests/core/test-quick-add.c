/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/moment.h"
#include "core/quick-add.h"

#include <string.h>

#define STAGES "\"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"shut\"]}, \"shut\": {\"label\": \"Shut\", \"ends\": true}}"

static void
add_register (GPtrArray  *registers,
              const char *key,
              const char *prefix,
              const char *title,
              const char *words)
{
  g_autofree char *json = g_strdup_printf ("{\"register\": \"%s\", \"prefix\": \"%s\", \"title\": \"%s\", \"words\": [%s], " STAGES "}",
                                           key, prefix, title, words);
  g_autoptr(GError) error = NULL;
  DaybookRegister *definition = daybook_register_parse (json, -1, "test.json", &error);

  g_assert_no_error (error);
  g_ptr_array_add (registers, definition);
}

static GPtrArray *
make_registers (void)
{
  GPtrArray *registers = g_ptr_array_new_with_free_func (g_object_unref);

  add_register (registers, "return", "R", "退货退款", "\"退货\", \"return\", \"returns\"");
  add_register (registers, "exchange", "X", "Exchanges", "\"换货\", \"exchange\"");
  add_register (registers, "review", "V", "Reviews", "\"差评\", \"bad review\", \"review\", \"reviews\", \" \"");
  add_register (registers, "trace", "T", "Parcel traces", "\"查件\", \"trace\"");
  return registers;
}

static const char *const LETTERS[] = { "reg", "number", "parcel", "case", "phone", "time", "agent", "tag", "word" };

static char *
print (const char        *line,
       const char *const *plain)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr(GPtrArray) registers = make_registers ();
  g_autoptr(GPtrArray) parts = NULL;
  g_autofree char *valid = g_utf8_make_valid (line, -1);
  GString *out = g_string_new (NULL);
  gint64 now;
  gsize end = 0;

  g_assert_true (daybook_moment_parse ("2026-11-30 10:00", zone, &now, NULL));
  parts = daybook_quick_parse (line, registers, plain, now, zone);
  for (guint i = 0; i < parts->len; i++)
    {
      const DaybookQuickPart *part = g_ptr_array_index (parts, i);
      g_autofree char *iso = part->at != 0 ? daybook_moment_to_iso (part->at, zone) : NULL;

      g_assert_cmpuint (part->from, >=, end);
      g_assert_cmpint (strncmp (valid + part->from, part->text, part->to - part->from), ==, 0);
      g_assert_cmpuint (strlen (part->text), ==, part->to - part->from);
      end = part->to;
      g_string_append_printf (out, "%s%s:%s", i > 0 ? " | " : "", LETTERS[part->kind], part->text);
      if (part->name != NULL)
        g_string_append_printf (out, "=%s", part->name);
      if (iso != NULL)
        g_string_append_printf (out, "=%.11s", iso + strlen ("2026-"));
    }

  return g_string_free (out, FALSE);
}

static void
test_table (void)
{
  static const struct
  {
    const char *line;
    const char *expected;
  } CASES[] = {
    { "退货 张三 1234567890123456789 运费我们出 明天10点 @小王 #易碎",
      "reg:退货=return | word:张三 | number:1234567890123456789=1234567890123456789 | word:运费我们出 | time:明天10点=12-01T10:00 | agent:@小王=小王 | tag:#易碎=易碎" },
    { "退货张三1234567890123456789运费我们出明天10点@小王#易碎",
      "reg:退货=return | word:张三 | number:1234567890123456789=1234567890123456789 | word:运费我们出 | time:明天10点=12-01T10:00 | agent:@小王=小王 | tag:#易碎=易碎" },
    { "＃易碎　＠小王　後天下午３點半　１２３４５６７８９０１２３４５６７８９　退貨",
      "tag:＃易碎=易碎 | agent:＠小王=小王 | time:後天下午３點半=12-02T15:30 | number:１２３４５６７８９０１２３４５６７８９=1234567890123456789 | reg:退貨=return" },
    { "return Ann Lee 111-1234567-1234567 we pay freight by Friday 5pm @007 #fragile",
      "reg:return=return | word:Ann | word:Lee | number:111-1234567-1234567=111-1234567-1234567 | word:we | word:pay | word:freight | time:by Friday 5pm=12-04T17:00 | agent:@007=007 | tag:#fragile=fragile" },
    { "催仓库发货 下班前", "word:催仓库发货 | time:下班前=11-30T18:00" },
    { "call the courier in 2 hours", "word:call | word:the | word:courier | time:in 2 hours=11-30T12:00" },
    { "换货，订单号：20260001，尺码小了", "reg:换货=exchange | number:订单号：20260001=20260001 | word:尺码小了" },
    { "order 1001 bad review", "number:order 1001=1001 | reg:bad review=review" },
    { "退货退款 订单 1001", "reg:退货退款=return | number:订单 1001=1001" },
    { "#1001 review tomorrow", "tag:#1001=1001 | reg:review=review | time:tomorrow=12-01T09:00" },
    { "查件 SF1234567890123 ", "reg:查件=trace | parcel:SF1234567890123=SF1234567890123" },
    { "sf1234567890123查件", "parcel:sf1234567890123=SF1234567890123 | reg:查件=trace" },
    { "R-A2031 回电 13812345678", "case:R-A2031=R-A2031 | word:回电 | phone:13812345678=13812345678" },
    { "客户要退货", "word:客户要 | reg:退货=return" },
    /* in the middle of a word there is no register, nor in a tag */
    { "问仓库退货地址", "word:问仓库退货地址" },
    { "preview the reviews", "word:preview | word:the | reg:reviews=review" },
    { "#退货 @退货 returned", "tag:#退货=退货 | agent:@退货=退货 | word:returned" },
    /* what stands alone goes first */
    { "客户退货 换货", "word:客户退货 | reg:换货=exchange" },
    { "退货 换货", "reg:退货=return | word:换货" },
    { "a@b.com 退货", "word:a@b.com | reg:退货=return" },
    { "@ # ＠＃", "word:@ | word:# | word:＠＃" },
    { "尺码 35-36 换货", "word:尺码 | word:35-36 | reg:换货=exchange" },
    { "12345 67", "word:12345 | word:67" },
    { "明天 后天", "time:明天=12-01T09:00 | word:后天" },
    { "--12345678--", "word:-- | number:12345678=12345678 | word:--" },
    { "，，、 ；", "" },
    { "", "" },
    { "   ", "" },
    { "\xff\xfe退货\xff", "word:�� | reg:退货=return | word:�" },
    { "Tom & <b>Jerry</b> \"; DROP", "word:Tom | word:& | word:<b>Jerry</b> | word:\" | word:DROP" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *printed = print (CASES[i].line, NULL);

      if (!g_str_equal (printed, CASES[i].expected))
        {
          g_test_message ("“%s”:\n  is     %s\n  not    %s", CASES[i].line, printed, CASES[i].expected);
          g_test_fail ();
        }
    }
}

static void
test_taken_as_plain_words (void)
{
  static const char *const PLAIN[] = { "退货", "明天", "#易碎", "20260001", NULL };
  g_autofree char *printed = print ("退货 20260001 明天 后天 #易碎 @小王 换货", PLAIN);

  g_assert_cmpstr (printed, ==,
                   "word:退货 | word:20260001 | word:明天 | time:后天=12-02T09:00 | word:#易碎 | agent:@小王=小王 | reg:换货=exchange");
}

static void
test_long_lines (void)
{
  g_autofree char *digits = g_strnfill (100000, '7');
  g_autofree char *signs = g_strnfill (5000, '@');
  g_autofree char *printed = print (digits, NULL);
  g_autofree char *named = print (signs, NULL);

  g_assert_cmpuint (strlen (printed), ==, strlen (digits) + strlen ("word:"));
  g_assert_cmpuint (strlen (named), ==, strlen (signs) + strlen ("word:"));
}

static void
check_line (const char *text,
            const char *line)
{
  g_autofree char *first = daybook_quick_line (text);

  g_assert_cmpstr (first, ==, line);
}

static void
test_first_line (void)
{
  check_line ("", "");
  check_line ("\n \r\n", "");
  check_line ("  one \r\ntwo", "one");
  check_line ("\n\n 退货\n第二行", "退货");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quick-add/table", test_table);
  g_test_add_func ("/quick-add/taken-as-plain-words", test_taken_as_plain_words);
  g_test_add_func ("/quick-add/long-lines", test_long_lines);
  g_test_add_func ("/quick-add/first-line", test_first_line);
  return g_test_run ();
}
