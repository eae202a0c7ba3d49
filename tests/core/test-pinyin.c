/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/pinyin.h"

#include <string.h>

/* What people type, and the names they mean. */
static const struct
{
  const char *name;
  const char *typed; /* parted by blanks */
} FOUND[] = {
  { "张三", "z zs zhang zhangs zhangsan" },
  { "張三", "zs zhangsan" },
  { "单雄信", "sxx shanxiongxin danxiongxin" },
  { "單雄信", "sxx shanxiongxin" },
  { "解晓东", "xxd xiexiaodong jiexiaodong" },
  { "仇英", "qy qiuying chouying" },
  { "区志强", "ozq ouzhiqiang quzhiqiang" },
  { "曾国藩", "zgf zengguofan cengguofan" },
  { "查良镛", "zly zhaliangyong chaliangyong" },
  { "盖茨", "gc geci gaici" },
  { "朴树", "ps piaoshu pushu" },
  { "任盈盈", "ryy renyingying" },
  { "乐嘉", "yj yuejia lejia" },
  { "尉迟恭", "ycg yuchigong weichigong" },
  { "尉遲恭", "ycg yuchigong" },
  { "万俟卨", "mqx moqixie" },
  { "长孙无忌", "zswj zhangsunwuji changsunwuji" },
  { "澹台明", "ttm tantaiming" },
  { "欧阳小明", "oyxm ouyangxiaoming" },
  { "吕布", "lb lvbu lubu" },
  { "女娲", "nw nvwa nuwa" },
  { "略", "lve lue" },
  { "行者", "xingzhe hangzhe" },
  { "重庆", "chongqing zhongqing" },
  { "tb张三88", "zs zhangsan" },
  { "张三 李四", "zs zhangsan ls lisi" },
  { "张*", "z zhang" },
  { "㛃", "jie" },
  { "𣲗", "wei" },
  { "爱新觉罗启星光明亮", "axjlqxgm" },
};

/* Other names, and what is no Chinese name. */
static const struct
{
  const char *name;
  const char *typed;
} MISSED[] = {
  { "张三", "ls zhangsi s san" },
  { "Mary", "m mary" },
  { "", "a" },
};

static gboolean
finds (const char *name,
       const char *typed)
{
  g_autofree char *keys = daybook_pinyin_keys (name);
  g_auto(GStrv) list = g_strsplit (keys, " ", -1);

  for (char **key = list; *key != NULL; key++)
    if (g_str_has_prefix (*key, typed))
      return TRUE;

  return FALSE;
}

static void
test_names_are_found_by_sound (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (FOUND); i++)
    {
      g_auto(GStrv) typed = g_strsplit (FOUND[i].typed, " ", -1);

      for (char **t = typed; *t != NULL; t++)
        {
          g_test_message ("%s: %s", FOUND[i].name, *t);
          g_assert_true (finds (FOUND[i].name, *t));
        }
    }
}

static void
test_others_are_not (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (MISSED); i++)
    {
      g_auto(GStrv) typed = g_strsplit (MISSED[i].typed, " ", -1);

      for (char **t = typed; *t != NULL; t++)
        g_assert_false (finds (MISSED[i].name, *t));
    }
}

static void
test_the_surname_reading_comes_first (void)
{
  g_autofree char *keys = daybook_pinyin_keys ("单雄信");
  g_autofree char *plain = daybook_pinyin_keys ("张三");

  g_assert_true (g_str_has_prefix (keys, "shanxiongxin sxx "));
  g_assert_cmpstr (plain, ==, "zhangsan zs");
}

static void
test_keys_are_bounded (void)
{
  g_autoptr(GString) name = g_string_new (NULL);
  g_autofree char *keys = NULL;
  g_auto(GStrv) list = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append (name, "行重长");
  keys = daybook_pinyin_keys (name->str);
  list = g_strsplit (keys, " ", -1);
  g_assert_cmpuint (g_strv_length (list), <=, 2 * DAYBOOK_PINYIN_READINGS);
  g_assert_cmpuint (g_strv_length (list), >, DAYBOOK_PINYIN_READINGS);
}

static void
test_keys_add_up (void)
{
  g_autoptr(GString) keys = g_string_new (NULL);

  daybook_pinyin_append (keys, "Mary");
  daybook_pinyin_append (keys, "张三");
  daybook_pinyin_append (keys, "\xff");
  daybook_pinyin_append (keys, "李四");
  g_assert_cmpstr (keys->str, ==, "zhangsan zs lisi ls");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pinyin/names-are-found-by-sound", test_names_are_found_by_sound);
  g_test_add_func ("/pinyin/others-are-not", test_others_are_not);
  g_test_add_func ("/pinyin/the-surname-reading-comes-first", test_the_surname_reading_comes_first);
  g_test_add_func ("/pinyin/keys-are-bounded", test_keys_are_bounded);
  g_test_add_func ("/pinyin/keys-add-up", test_keys_add_up);

  return g_test_run ();
}
