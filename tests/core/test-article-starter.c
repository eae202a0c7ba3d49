/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/article-starter.h"

#include <string.h>

#define FRONT "---\ntitle: Cups: what leaks\nkind: procedure\ncategory: Goods\ntags: cups, glass\nregisters: return damage/asked\n" \
  "told: yes\nreview-months: 6\nhandbook: KB-01\n---\n"

static void
test_a_whole_one (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookArticleStarter) self = daybook_article_starter_parse (FRONT "Ask for [a photo](article:photo).\n", "cups_leak.zh_TW.md", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (self->key, ==, "cups_leak");
  g_assert_cmpint (self->language, ==, DAYBOOK_LANGUAGE_ZH_TW);
  g_assert_cmpstr (self->title, ==, "Cups: what leaks");
  g_assert_cmpint (self->kind, ==, DAYBOOK_ARTICLE_PROCEDURE);
  g_assert_cmpstr (self->category, ==, "Goods");
  g_assert_cmpstr (self->tags, ==, "cups glass");
  g_assert_cmpstr (self->registers, ==, "return damage/asked");
  g_assert_true (self->told);
  g_assert_cmpuint (self->review_months, ==, 6);
  g_assert_cmpstr (self->body, ==, "Ask for [a photo](article:photo).\n");
}

/* The front matter with another line in the place of one; NULL: without it. */
static char *
with (const char *line,
      const char *other)
{
  g_autoptr(GString) text = g_string_new (FRONT "Text\n");
  g_autofree char *whole = g_strconcat (line, "\n", NULL);
  g_autofree char *instead = other != NULL ? g_strconcat (other, "\n", NULL) : g_strdup ("");

  g_assert_cmpuint (g_string_replace (text, whole, instead, 0), ==, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_refused (const char *text,
                const char *name,
                const char *said)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_article_starter_parse (text, name, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  if (!g_str_has_prefix (error->message, name) || strstr (error->message, said) == NULL)
    g_error ("%s\nnot: %s", error->message, said);
}

static void
test_what_is_wrong_is_named_with_its_line (void)
{
  static const struct { const char *line; const char *other; const char *said; } WRONG[] = {
    { "title: Cups: what leaks", "title:", "line 2" },
    { "title: Cups: what leaks", NULL, "“title” is missing" },
    { "kind: procedure", "kind: letter", "line 3" },
    { "category: Goods", NULL, "“category” is missing" },
    { "tags: cups, glass", "tags: cups glass", "line 5" },
    { "tags: cups, glass", "tags: cups,glass", "line 5" },
    { "registers: return damage/asked", "registers: return  damage", "line 6" },
    { "registers: return damage/asked", "registers: Return", "line 6" },
    { "registers: return damage/asked", "registers: return/asked/twice", "line 6" },
    { "told: yes", "told: maybe", "line 7" },
    { "told: yes", NULL, "“told” is missing" },
    { "review-months: 6", "review-months: 0", "line 8" },
    { "review-months: 6", "review-months: 61", "line 8" },
    { "review-months: 6", NULL, "“review-months” is missing" },
    { "handbook: KB-01", "pages: 3", "line 9: there is no member" },
    { "handbook: KB-01", "told: no", "twice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++)
    {
      g_autofree char *text = with (WRONG[i].line, WRONG[i].other);

      assert_refused (text, "cups.en.md", WRONG[i].said);
    }
  assert_refused (FRONT, "cups.en.md", "line 11: the text is missing");
  assert_refused ("Text", "cups.en.md", "“title” is missing");
}

static void
test_names (void)
{
  static const char *const WRONG[] = { "cups.md", "cups.en", "Cups.en.md", "cups.de.md", "cups.EN.md", ".en.md", "cups..md", "cups.en.md.md" };

  for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++)
    assert_refused (FRONT "Text\n", WRONG[i], "KEY.LANGUAGE.md");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-starter/a-whole-one", test_a_whole_one);
  g_test_add_func ("/article-starter/what-is-wrong-is-named-with-its-line", test_what_is_wrong_is_named_with_its_line);
  g_test_add_func ("/article-starter/names", test_names);
  return g_test_run ();
}
