/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/clip.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *clip;
} CLIPS[] = {
  { NULL, "" },
  { "", "" },
  { "退款", "退款" },
  { "two\nlines\t\x1b[31m", "two lines  [31m" },
  { "a\xff" "b", "a\xef\xbf\xbd" "b" },
  { "0123456789012345678901234567890123456789", "0123456789012345678901234567890123456789" },
  { "0123456789012345678901234567890123456789x", "0123456789012345678901234567890123456789…" },
};

static void
test_clips (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CLIPS); i++)
    {
      g_autofree char *clip = daybook_clip (CLIPS[i].text);

      g_assert_cmpstr (clip, ==, CLIPS[i].clip);
    }
}

static void
test_long_texts_are_cut (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *clip = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (text, "😀");
  clip = daybook_clip (text->str);
  g_assert_cmpint (g_utf8_strlen (clip, -1), ==, 41);
  g_assert_true (g_str_has_suffix (clip, "😀…"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clip/clips", test_clips);
  g_test_add_func ("/clip/long-texts-are-cut", test_long_texts_are_cut);

  return g_test_run ();
}
