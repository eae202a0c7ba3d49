/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles that come from outside. The input is, between RS characters: a page in HTML, a Markdown file with front matter,
 * the document of a text of Word's, and its styles. */

#include "harness.h"

#include "core/edit.h"
#include "core/markdown.h"
#include "exchange/article-file.h"
#include "exchange/docx-markdown.h"
#include "exchange/html-markdown.h"

#include <string.h>

/* What is made of it is text, no longer than an article, and holds nothing that is followed but should not be. */
static void
check_made (const char *text)
{
  g_autoptr(DaybookMarkdown) doc = daybook_markdown_parse (text, -1);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (strlen (text) <= DAYBOOK_LONG_TEXT_MAX);
  for (guint i = 0; i < doc->links->len; i++)
    g_assert_false (g_str_has_prefix (daybook_markdown_link (doc, (int) i)->target, "javascript:"));
}

static void
read_html (HarnessPart part)
{
  g_autofree char *title = NULL;
  g_autofree char *text = daybook_html_to_markdown ((const char *) part.data, part.size, &title);

  check_made (text);
  g_assert_true (title == NULL || g_utf8_validate (title, -1, NULL));
}

static void
read_file (HarnessPart part)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) part.data, (gssize) part.size);
  g_autoptr(DaybookRow) row = daybook_row_new (&daybook_articles);
  g_autoptr(GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_auto(DaybookArticleFacts) facts = { { { 0 } }, NULL, NULL, 0, 0 }, second = { { { 0 } }, NULL, NULL, 0, 0 };

  if (!daybook_article_file_read (text, "cups.md", zone, row, &facts, remarks, NULL))
    return;

  g_autofree char *name = daybook_article_file_name (daybook_row_text (row, DAYBOOK_ARTICLE_TITLE));
  g_assert_true (*name != '\0' && *name != '.' && strpbrk (name, "/\\:") == NULL && strlen (name) < 240);
  /* What is written out is read as it was. */
  g_autofree char *written = daybook_article_file_write (row, &facts, zone, daybook_row_text (row, DAYBOOK_ARTICLE_BODY));
  g_autoptr(DaybookRow) again = daybook_row_new (&daybook_articles);
  g_assert_true (daybook_article_file_read (written, "cups.md", zone, again, &second, remarks, NULL));
  g_assert_cmpstr (daybook_row_text (again, DAYBOOK_ARTICLE_TITLE), ==, daybook_row_text (row, DAYBOOK_ARTICLE_TITLE));
}

static void
read_docx (HarnessPart document,
           HarnessPart styles)
{
  const HarnessPart parts[] = { { "word/document.xml", document.data, document.size }, { "word/styles.xml", styles.data, styles.size } };
  char *path = harness_archive (parts, G_N_ELEMENTS (parts));
  g_autofree char *text = daybook_docx_to_markdown (path, NULL, NULL);

  if (text != NULL)
    check_made (text);
  harness_file_free (path);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const guint8 *end = data + size;

  if (size > HARNESS_INPUT_MAX)
    return 0;

  HarnessPart html = harness_cut (&data, end), file = harness_cut (&data, end);
  HarnessPart document = harness_cut (&data, end), styles = harness_cut (&data, end);
  read_html (html);
  read_file (file);
  read_docx (document, styles);
  return 0;
}
