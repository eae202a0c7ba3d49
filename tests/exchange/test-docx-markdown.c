/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx-markdown.h"

#include "core/edit.h"
#include "fixtures.h"

#include <string.h>

#define BEGIN "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
#define END "</w:body></w:document>"
#define P(properties, runs) "<w:p><w:pPr>" properties "</w:pPr>" runs "</w:p>"
#define R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"

static char *
read_docx (const char  *document,
           const char  *styles,
           guint       *n_pictures,
           GError     **error)
{
  char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "a.docx", NULL);
  char *text;

  if (styles != NULL)
    fixture_write_zip (path, "[Content_Types].xml", "<Types/>", "word/document.xml", document, "word/styles.xml", styles, NULL);
  else
    fixture_write_zip (path, "word/document.xml", document, NULL);
  text = daybook_docx_to_markdown (path, n_pictures, error);
  fixture_folder_free (folder);
  return text;
}

static void
check (const char *body,
       const char *styles,
       const char *expected)
{
  g_autofree char *document = g_strconcat (BEGIN, body, END, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = read_docx (document, styles, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_headings_and_paragraphs (void)
{
  check (P ("<w:pStyle w:val=\"Heading1\"/>", R ("Cups")) P ("", R ("Ask for ") R ("a *photo*.")) P ("", ""), NULL, "# Cups\n\nAsk for a \\*photo\\*.\n");
  /* Chinese Word calls its styles by numbers: what they are the styles say. */
  check (P ("<w:pStyle w:val=\"2\"/>", R ("杯子")) P ("<w:pStyle w:val=\"a\"/>", R ("好")),
         "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"2\"><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style><w:style w:styleId=\"a\"/></w:styles>",
         "## 杯子\n\n好\n");
  check (P ("<w:outlineLvl w:val=\"2\"/>", R ("Three")) P ("<w:outlineLvl w:val=\"9\"/>", R ("body")), NULL, "### Three\n\nbody\n");
}

static void
test_runs (void)
{
  check (P ("", "<w:r><w:rPr><w:b/><w:i w:val=\"0\"/></w:rPr><w:t>bold</w:t></w:r>" R (" and ") "<w:r><w:rPr><w:i/></w:rPr><w:t>so</w:t></w:r><w:r><w:br/></w:r>" R ("on")),
         NULL, "**bold** and *so*\\\non\n");
  check (P ("", R ("a") "<w:r><w:tab/></w:r>" R ("b") "<w:r><w:instrText>FIELD</w:instrText></w:r>"), NULL, "a b\n");
}

#define ITEM(level, text) P ("<w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"3\"/></w:numPr>", R (text))

static void
test_lists (void)
{
  check (P ("", R ("Do:")) ITEM ("0", "one") ITEM ("1", "in") ITEM ("0", "two") P ("", R ("done")), NULL, "Do:\n\n-   one\n    -   in\n-   two\n\ndone\n");
  check (P ("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>", R ("none")), NULL, "none\n");
}

static void
test_tables (void)
{
  check ("<w:tbl><w:tr><w:tc>" P ("", R ("a")) P ("", R ("b")) "</w:tc><w:tc>" P ("", R ("c|")) "</w:tc></w:tr><w:tr><w:tc>" P ("", R ("d")) "</w:tc></w:tr></w:tbl>" P ("", R ("e")),
         NULL, "| a b | c\\| |\n| --- | --- |\n| d |\n\ne\n");
}

static void
test_pictures_are_counted (void)
{
  g_autoptr(GError) error = NULL;
  guint n = 0;
  g_autofree char *text = read_docx (BEGIN P ("", "<w:r><w:drawing/></w:r>" R ("x") "<w:r><w:pict/></w:r>") END, NULL, &n, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (text, ==, "x\n");
}

static void
assert_refused (const char *document)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (read_docx (document, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
}

static void
test_what_is_none (void)
{
  char *folder = fixture_folder ();
  g_autofree char *text = fixture_write (folder, "b.docx", "no archive", -1);
  g_autoptr(GError) error = NULL;

  assert_refused ("<w:document");
  assert_refused ("<!DOCTYPE d [<!ENTITY a \"b\">]><d>&a;</d>");
  g_assert_null (daybook_docx_to_markdown (text, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  fixture_folder_free (folder);
}

static void
test_what_is_longer_is_cut (void)
{
  g_autoptr(GString) document = g_string_new (BEGIN);
  g_autoptr(GError) error = NULL;

  while (document->len < 4 * 1024 * 1024)
    g_string_append (document, P ("", R ("word word word")));
  g_string_append (document, END);
  g_autofree char *text = read_docx (document->str, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (text), <=, DAYBOOK_LONG_TEXT_MAX);
  g_assert_cmpuint (strlen (text), >, DAYBOOK_LONG_TEXT_MAX / 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/docx-markdown/headings-and-paragraphs", test_headings_and_paragraphs);
  g_test_add_func ("/docx-markdown/runs", test_runs);
  g_test_add_func ("/docx-markdown/lists", test_lists);
  g_test_add_func ("/docx-markdown/tables", test_tables);
  g_test_add_func ("/docx-markdown/pictures-are-counted", test_pictures_are_counted);
  g_test_add_func ("/docx-markdown/what-is-none", test_what_is_none);
  g_test_add_func ("/docx-markdown/what-is-longer-is-cut", test_what_is_longer_is_cut);
  return g_test_run ();
}
