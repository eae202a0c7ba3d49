/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/mask.h"

#include <string.h>

static const struct
{
  DaybookMask mask;
  const char *text;
  const char *masked;
} MASKED[] = {
  { DAYBOOK_MASK_NONE, "张三", "张三" },
  { DAYBOOK_MASK_NAME, "张三", "张*" },
  { DAYBOOK_MASK_NAME, "张小明", "张**" },
  { DAYBOOK_MASK_NAME, "欧阳小明", "欧阳**" },
  { DAYBOOK_MASK_NAME, "歐陽明", "歐陽*" },
  { DAYBOOK_MASK_NAME, "欧阳", "欧*" },
  { DAYBOOK_MASK_NAME, "张", "*" },
  { DAYBOOK_MASK_NAME, "x", "*" },
  { DAYBOOK_MASK_NAME, "Mary Smith", "M*** S****" },
  { DAYBOOK_MASK_NAME, "Zoë", "Z**" },
  { DAYBOOK_MASK_NAME, "  Mary  S", "  M***  S" },
  { DAYBOOK_MASK_NAME, "tb张三88", "t*****" },
  { DAYBOOK_MASK_NAME, "", "" },
  { DAYBOOK_MASK_NAME, "张*", "张*" },
  { DAYBOOK_MASK_NAME, "##密文", "##密文" },
  { DAYBOOK_MASK_NAME, "\xff\xfe", "***" },
  { DAYBOOK_MASK_PHONE, "13812341234", "138****1234" },
  { DAYBOOK_MASK_PHONE, "+86 138-1234-1234", "138****1234" },
  { DAYBOOK_MASK_PHONE, "0571-88123456", "057*****3456" },
  { DAYBOOK_MASK_PHONE, "88123456", "******56" },
  { DAYBOOK_MASK_PHONE, "12345", "***45" },
  { DAYBOOK_MASK_PHONE, "1234", "****" },
  { DAYBOOK_MASK_PHONE, "ask Bob", "*****ob" },
  { DAYBOOK_MASK_PHONE, "138****1234", "138****1234" },
  { DAYBOOK_MASK_EMAIL, "ann@example.com", "a***@example.com" },
  { DAYBOOK_MASK_EMAIL, "a@example.com", "a***@example.com" },
  { DAYBOOK_MASK_ACCOUNT, "小王子88", "小王子88" },
  { DAYBOOK_MASK_ACCOUNT, "ann@example.com", "a***@example.com" },
  { DAYBOOK_MASK_EMAIL, "@example.com", "***@example.com" },
  { DAYBOOK_MASK_CHAT, "zhangsan88", "zh***88" },
  { DAYBOOK_MASK_CHAT, "10001000", "10***00" },
  { DAYBOOK_MASK_CHAT, "12345", "1***" },
  { DAYBOOK_MASK_CHAT, "小王子的花园", "小王***花园" },
  { DAYBOOK_MASK_CHAT, "zh***88", "zh***88" },
  { DAYBOOK_MASK_EMAIL, "ann", "a***" },
  { DAYBOOK_MASK_EMAIL, "张@example.com", "张***@example.com" },
  { DAYBOOK_MASK_ADDRESS, "江苏省 扬州市 广陵区 文昌路 8 号", "江苏省 扬州市 ***" },
  { DAYBOOK_MASK_ADDRESS, "江苏省扬州市广陵区文昌路8号", "江苏省扬州市***" },
  { DAYBOOK_MASK_ADDRESS, "江苏省苏州市姑苏区", "江苏省苏州市***" },
  { DAYBOOK_MASK_ADDRESS, "江苏苏州姑苏区", "江苏苏州***" },
  { DAYBOOK_MASK_ADDRESS, "廣東省 廣州市 天河區", "廣東省 廣州市 ***" },
  { DAYBOOK_MASK_ADDRESS, "上海 上海市 浦东新区 世纪大道1号", "上海 上海市 ***" },
  { DAYBOOK_MASK_ADDRESS, "北京市朝阳区建国路1号", "北京市***" },
  { DAYBOOK_MASK_ADDRESS, "新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿图什市", "新疆维吾尔自治区克孜勒苏柯尔克孜自治州***" },
  { DAYBOOK_MASK_ADDRESS, "内蒙古自治区 锡林郭勒盟 二连浩特市", "内蒙古自治区 锡林郭勒盟 ***" },
  { DAYBOOK_MASK_ADDRESS, "海南省 陵水县 椰林镇 城市花园", "海南省 ***" },
  { DAYBOOK_MASK_ADDRESS, "1 Main Street, Springfield", "***" },
  { DAYBOOK_MASK_ADDRESS, "张三，86-13900000000，浙江省 杭州市", "***" },
  { DAYBOOK_MASK_NAME, "t***1", "t***1" },
  { DAYBOOK_MASK_NAME, "M*** S****", "M*** S****" },
  { DAYBOOK_MASK_NAME, "*三", "*三" },
  { DAYBOOK_MASK_NAME, "Bob*", "B***" },
  { DAYBOOK_MASK_NAME, "张小明＊", "张***" },
  { DAYBOOK_MASK_PHONE, "1******6198", "1******6198" },
  { DAYBOOK_MASK_PHONE, "13812341234*", "**********4*" },
  { DAYBOOK_MASK_PHONE, "$$密文", "$$密文" },
  { DAYBOOK_MASK_EMAIL, "an**@example.com", "an**@example.com" },
  { DAYBOOK_MASK_EMAIL, "ann*@example.com", "a***@example.com" },
  { DAYBOOK_MASK_ADDRESS, "江苏省扬州市广陵区3*4号", "江苏省扬州市***" },
  { DAYBOOK_MASK_ADDRESS, "江苏省扬州市***", "江苏省扬州市***" },
  { DAYBOOK_MASK_ADDRESS, "***", "***" },
  { DAYBOOK_MASK_CONTACT, "138****1234", "138****1234" },
  { DAYBOOK_MASK_CONTACT, "13812341234", "138****1234" },
  { DAYBOOK_MASK_CONTACT, "ann@example.com", "a***@example.com" },
  { DAYBOOK_MASK_CONTACT, "江苏省扬州市广陵区", "江苏省扬州市***" },
};

static void
test_masks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (MASKED); i++)
    {
      g_autofree char *masked = daybook_mask (MASKED[i].mask, MASKED[i].text);

      g_assert_cmpstr (masked, ==, MASKED[i].masked);
    }
  g_assert_null (daybook_mask (DAYBOOK_MASK_NAME, NULL));
}

/* Whatever is put in, it comes out masked; and masking that changes nothing. */
static void
test_masking_twice_is_masking_once (void)
{
  static const char *const PARTS[] = { "张", "欧阳", "a", "Bo", " ", "@", "x.com", "江苏", "省", "市", "138", "1234", "-", "路", "é", "*" };

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      DaybookMask mask = (DaybookMask) g_test_rand_int_range (DAYBOOK_MASK_PHONE, DAYBOOK_MASK_CONTACT + 1);
      g_autofree char *masked = NULL;
      g_autofree char *again = NULL;

      for (int n = g_test_rand_int_range (1, 8); n > 0; n--)
        g_string_append (text, PARTS[g_test_rand_int_range (0, G_N_ELEMENTS (PARTS))]);

      masked = daybook_mask (mask, text->str);
      g_assert_true (daybook_mask_is_masked (masked));
      g_assert_true (strchr (text->str, '*') != NULL || strcmp (masked, text->str) != 0);
      again = daybook_mask (mask, masked);
      g_assert_cmpstr (again, ==, masked);
      g_assert_true (g_utf8_validate (masked, -1, NULL));
    }
}

static void
test_masked_by_the_export (void)
{
  static const char *const MASKED_TEXTS[] = { "1******6198", "张*", "***", "##密文", "$$密文", " ##x", "张＊" };
  static const char *const FULL_TEXTS[] = { "", "13812341234", "张三", "#1001", "$5", "a#b$$c" };

  for (gsize i = 0; i < G_N_ELEMENTS (MASKED_TEXTS); i++)
    g_assert_true (daybook_mask_is_masked (MASKED_TEXTS[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (FULL_TEXTS); i++)
    g_assert_false (daybook_mask_is_masked (FULL_TEXTS[i]));
  g_assert_false (daybook_mask_is_masked (NULL));
}

static const struct
{
  const char *text;
  const char *digits;
} PHONES[] = {
  { "13812341234", "13812341234" },
  { " 138 1234-1234 ", "13812341234" },
  { "+8613812341234", "13812341234" },
  { "+86 138 1234 1234", "13812341234" },
  { "(+86)13812341234", "13812341234" },
  { "008613812341234", "13812341234" },
  { "86-13812341234", "13812341234" },
  { "8613812341234", "13812341234" },
  { "１３８１２３４１２３４", "13812341234" },
  { "86123456", "86123456" },
  { "(0571) 8812 3456", "057188123456" },
  { "（0571）88123456", "057188123456" },
  { "+1 415 555 0123", "14155550123" },
  { "+1 (415) 555–0123", "14155550123" },
  { "12345", "12345" },
  { "1234", NULL },
  { "+86 1234", NULL },
  { "", NULL },
  { "--", NULL },
  { "1******6198", NULL },
  { "13812341234转1234", NULL },
  { "call 12345", NULL },
  { "12345678901234567890", "12345678901234567890" },
  { "123456789012345678901", NULL },
  { "12345\xff", NULL },
  { NULL, NULL },
};

static void
test_phones (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PHONES); i++)
    {
      g_autofree char *digits = daybook_phone_normalise (PHONES[i].text);

      g_assert_cmpstr (digits, ==, PHONES[i].digits);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mask/masks", test_masks);
  g_test_add_func ("/mask/masking-twice-is-masking-once", test_masking_twice_is_masking_once);
  g_test_add_func ("/mask/masked-by-the-export", test_masked_by_the_export);
  g_test_add_func ("/mask/phones", test_phones);

  return g_test_run ();
}
