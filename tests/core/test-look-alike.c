/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/look-alike.h"

/* --- What looks alike ------------------------------------------------------------------- */

static void
test_alike (void)
{
  /* As folded: in small letters. */
  static const struct
  {
    const char *text;
    const char *latin;
  } CASES[] = {
    { "аеорсухѕіјһԁԛԝ", "aeopcyxsijhdqw" }, /* Cyrillic */
    { "вкмнт", "bkmht" },                     /* whose capitals do */
    { "αογρνυικχτ", "aoypvuikxt" },           /* Greek */
    { "օոսհցգ", "onuhgq" },                   /* Armenian */
    { "ᴡᴇᴄʜᴀᴛꜱꜰ", "wechatsf" },               /* small capitals */
    { "🅆", "🅆" },                           /* decomposes when it is folded */
    { "🆆🅴🅧", "wex" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GString) latin = g_string_new (NULL);

      for (const char *p = CASES[i].text; *p != '\0'; p = g_utf8_next_char (p))
        g_string_append_unichar (latin, daybook_look_alike (g_utf8_get_char (p)));
      g_assert_cmpstr (latin->str, ==, CASES[i].latin);
    }
}

/* What it gives is a small Latin letter, and each of the table is found in it: it is sorted. */
static void
test_table (void)
{
  guint n = 0;

  for (gunichar c = 0x80; c < 0x20000; c++)
    {
      gunichar alike = daybook_look_alike (c);

      if (alike == c)
        continue;
      g_assert_true (alike >= 'a' && alike <= 'z');
      g_assert_cmpuint (daybook_look_alike (alike), ==, alike);
      n++;
    }
  g_assert_cmpuint (n, ==, 84 + 2 * 26);
}

static void
test_others (void)
{
  static const char *const TEXT = "azAZ09%中文裡한글かなไทย،дж😀";

  for (const char *p = TEXT; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_cmpuint (daybook_look_alike (g_utf8_get_char (p)), ==, g_utf8_get_char (p));
  for (gunichar c = 0x2e80; c < 0xa730; c++)
    g_assert_cmpuint (daybook_look_alike (c), ==, c);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look-alike/alike", test_alike);
  g_test_add_func ("/look-alike/table", test_table);
  g_test_add_func ("/look-alike/others", test_others);
  return g_test_run ();
}
