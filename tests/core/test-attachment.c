/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/attachment.h"

#include <string.h>

static void
assert_name (const char *file,
             const char *media,
             const char *expected)
{
  g_autofree char *name = daybook_attachment_name (file, media);

  g_assert_cmpstr (name, ==, expected);
  g_assert_true (g_utf8_validate (name, -1, NULL));
}

static void
test_a_name_ends_as_what_it_is_now (void)
{
  assert_name ("lid.jpg", "image/jpeg", "lid.jpg");
  assert_name ("lid.JPEG", "image/jpeg", "lid.jpg");
  assert_name ("lid.webp", "image/png", "lid.png");
  assert_name ("lid", "image/png", "lid.png");
  assert_name ("杯子 碎了.png", "image/jpeg", "杯子 碎了.jpg");
  assert_name ("R-A2031 v1.2 broken", "image/jpeg", "R-A2031 v1.2 broken.jpg");
  assert_name ("lid.jpg.exe", "image/jpeg", "lid.jpg.jpg");
}

static void
test_nothing_but_the_name_is_kept (void)
{
  assert_name ("/media/phone/lid.jpg", "image/jpeg", "lid.jpg");
  assert_name ("C:\\Users\\Wang\\lid.jpg", "image/jpeg", "lid.jpg");
  assert_name ("../../lid.jpg", "image/jpeg", "lid.jpg");
  assert_name ("..", "image/jpeg", "Photo.jpg");
  assert_name (".hidden.png", "image/png", "hidden.png");
  assert_name ("", "image/png", "Photo.png");
  assert_name ("  \n", "image/png", "Photo.png");
  assert_name (".jpg", "image/jpeg", "jpg.jpg");
}

/* A mark that turns the writing round makes "exe.gpj" of a name, a line break two of one. */
static void
test_what_is_not_seen_is_left_out (void)
{
  assert_name ("lid\xe2\x80\xaegpj.png", "image/png", "lidgpj.png");
  assert_name ("two\nlines\t.png", "image/png", "twolines.png");
  assert_name ("broken \xff.png", "image/png", "broken \xef\xbf\xbd.png");
}

static void
test_a_long_name_is_cut (void)
{
  g_autoptr(GString) file = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (int i = 0; i < 200; i++)
    g_string_append (file, "碎");
  name = daybook_attachment_name (file->str, "image/jpeg");
  g_assert_true (g_str_has_suffix (name, "碎.jpg"));
  /* As long as a file system takes it. */
  g_assert_cmpuint (strlen (name), <, 255);
  g_assert_cmpint (g_utf8_strlen (name, -1), ==, 64);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attachment/a-name-ends-as-what-it-is-now", test_a_name_ends_as_what_it_is_now);
  g_test_add_func ("/attachment/nothing-but-the-name-is-kept", test_nothing_but_the_name_is_kept);
  g_test_add_func ("/attachment/what-is-not-seen-is-left-out", test_what_is_not_seen_is_left_out);
  g_test_add_func ("/attachment/a-long-name-is-cut", test_a_long_name_is_cut);

  return g_test_run ();
}
