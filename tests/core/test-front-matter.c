/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/front-matter.h"

#include <string.h>

static DaybookFrontMatter *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  DaybookFrontMatter *self = daybook_front_matter_parse (text, "cup.md", &error);

  g_assert_no_error (error);
  return self;
}

static void
assert_refused (const char *text,
                const char *said)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_front_matter_parse (text, "cup.md", &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  if (strstr (error->message, said) == NULL)
    g_error ("%s\nnot: %s", error->message, said);
}

static const char *
value_of (DaybookFrontMatter *self,
          const char         *name)
{
  const DaybookFrontMember *member = daybook_front_matter_find (self, name);

  return member != NULL ? member->value : NULL;
}

static void
test_members_and_body (void)
{
  g_autoptr(DaybookFrontMatter) self = parse ("---\ntitle: Bad Reviews: Solve First\n\nreview-months:  6 \nempty:\n---\n\n\nBody\n---\nmore: of it\n");

  g_assert_cmpuint (self->members->len, ==, 3);
  g_assert_cmpstr (value_of (self, "title"), ==, "Bad Reviews: Solve First");
  g_assert_cmpstr (value_of (self, "review-months"), ==, "6");
  g_assert_cmpstr (value_of (self, "empty"), ==, "");
  g_assert_null (value_of (self, "more"));
  g_assert_cmpuint (daybook_front_matter_find (self, "empty")->line, ==, 5);
  g_assert_cmpstr (self->body, ==, "Body\n---\nmore: of it\n");
  g_assert_cmpuint (self->line, ==, 9);
}

static void
test_without_any (void)
{
  g_autoptr(DaybookFrontMatter) plain = parse ("# Cups\n\nname: value\n");
  g_autoptr(DaybookFrontMatter) empty = parse ("");
  g_autoptr(DaybookFrontMatter) marked = parse ("\xef\xbb\xbf---\r\ntitle: 杯子\r\n---\r\nText\r\n");

  g_assert_cmpuint (plain->members->len, ==, 0);
  g_assert_cmpstr (plain->body, ==, "# Cups\n\nname: value\n");
  g_assert_cmpuint (plain->line, ==, 1);
  g_assert_cmpstr (empty->body, ==, "");
  g_assert_cmpstr (value_of (marked, "title"), ==, "杯子");
  g_assert_cmpstr (marked->body, ==, "Text\r\n");
}

static void
test_what_is_refused (void)
{
  assert_refused ("---\ntitle: a\n", "missing");
  assert_refused ("---", "missing");
  assert_refused ("---\ntitle\n---\n", "line 2");
  assert_refused ("---\ntitle: a\nTitle: b\n---\n", "line 3");
  assert_refused ("---\ntitle: a\n- one\n---\n", "line 3");
  assert_refused ("---\ntitle: a\ntitle: b\n---\n", "twice");
}

static void
check_round (const char *value)
{
  g_autoptr(GString) text = g_string_new ("---\n");
  daybook_front_matter_write (text, "title", value);
  g_string_append (text, "---\n");
  g_autoptr(DaybookFrontMatter) self = parse (text->str);

  g_assert_cmpstr (value_of (self, "title"), ==, value);
}

static void
test_what_is_written_is_read (void)
{
  static const char *const VALUES[] = {
    "Cups", "杯子: 一", "\"quoted\"", "'", "\"", " blanks ", "two\nlines\\n", "tab\t\"mid\" 杯", "---", "# no heading",
  };

  for (guint i = 0; i < G_N_ELEMENTS (VALUES); i++)
    check_round (VALUES[i]);

  g_autoptr(GString) nothing = g_string_new (NULL);
  daybook_front_matter_write (nothing, "title", NULL);
  daybook_front_matter_write (nothing, "title", "");
  g_assert_cmpuint (nothing->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/front-matter/members-and-body", test_members_and_body);
  g_test_add_func ("/front-matter/without-any", test_without_any);
  g_test_add_func ("/front-matter/what-is-refused", test_what_is_refused);
  g_test_add_func ("/front-matter/what-is-written-is-read", test_what_is_written_is_read);
  return g_test_run ();
}
