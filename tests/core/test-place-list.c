/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/place-list.h"

static void
test_fit (void)
{
  static const struct
  {
    const char     *list, *key, *stage;
    DaybookPlaceFit fit;
  } CASES[] = {
    { NULL, "return", "agreed", DAYBOOK_PLACE_NONE },
    { "", "return", NULL, DAYBOOK_PLACE_NONE },
    { "return", "return", "agreed", DAYBOOK_PLACE_REGISTER },
    { "complaint return/agreed", "return", "agreed", DAYBOOK_PLACE_STAGE },
    { "return/asked return/agreed", "return", "agreed", DAYBOOK_PLACE_STAGE },
    { "return/agreed", "return", "paid", DAYBOOK_PLACE_REGISTER },
    { "return/agreed", "return", NULL, DAYBOOK_PLACE_REGISTER },
    { "returns", "return", NULL, DAYBOOK_PLACE_NONE },
    { "return/agreedly", "return", "agreed", DAYBOOK_PLACE_REGISTER },
    { "complaint", "return", "agreed", DAYBOOK_PLACE_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpint (daybook_place_list_fit (CASES[i].list, CASES[i].key, CASES[i].stage), ==, CASES[i].fit);
}

static void
test_has (void)
{
  g_assert_true (daybook_place_list_has ("phone wechat", "wechat"));
  g_assert_false (daybook_place_list_has ("phone wechat", "we"));
  g_assert_false (daybook_place_list_has (NULL, "wechat"));
}

static void
test_check (void)
{
  static const struct
  {
    const char *list;
    gboolean    good;
  } CASES[] = {
    { "", TRUE }, { "return", TRUE }, { "complaint  return/agreed", TRUE }, { "a/b/c", FALSE }, { "return/", FALSE }, { "/agreed", FALSE },
    { "Return", FALSE }, { "return, complaint", FALSE }, { "退货", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", CASES[i].list);
      g_assert_true (daybook_place_list_check (CASES[i].list, &error) == CASES[i].good);
      g_assert_true (g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT) == !CASES[i].good);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/place-list/fit", test_fit);
  g_test_add_func ("/place-list/has", test_has);
  g_test_add_func ("/place-list/check", test_check);

  return g_test_run ();
}
