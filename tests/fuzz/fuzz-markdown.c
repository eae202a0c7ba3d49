/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article: taken apart, what lists want to know of it, its links changed, and as HTML. */

#include "harness.h"

#include "core/markdown-parts.h"
#include "core/markdown-rewrite.h"
#include "exchange/markdown-html.h"

#include <string.h>

static void
check_spans (const DaybookMarkdown *doc,
             gsize                  start,
             gsize                  end,
             guint                  span,
             guint                  n_spans)
{
  gsize at = start;

  g_assert_true (start <= end && end <= strlen (doc->text));
  g_assert_true (span + n_spans <= doc->spans->len);
  for (guint i = span; i < span + n_spans; i++)
    {
      const DaybookMarkdownSpan *s = daybook_markdown_span (doc, i);

      g_assert_true (s->start >= at && s->end > s->start && s->end <= end);
      g_assert_true (s->link < (int) doc->links->len);
      g_assert_true (g_utf8_validate (doc->text + s->start, (gssize) (s->end - s->start), NULL));
      at = s->end;
    }
}

static void
check_document (const DaybookMarkdown *doc)
{
  gsize at = 0;

  g_assert_true (g_utf8_validate (doc->text, -1, NULL));
  for (guint i = 0; i < doc->blocks->len; i++)
    {
      const DaybookMarkdownBlock *block = daybook_markdown_block (doc, i);
      int path[DAYBOOK_MARKDOWN_MAX_DEPTH];

      g_assert_true (block->start >= at);
      at = block->end;
      check_spans (doc, block->start, block->end, block->span, block->n_spans);
      for (guint j = 0; j < block->n_cells; j++)
        {
          const DaybookMarkdownCell *cell = daybook_markdown_cell (doc, block->cell + j);

          g_assert_true (cell->start >= block->start && cell->end <= block->end);
          check_spans (doc, cell->start, cell->end, cell->span, cell->n_spans);
        }
      for (guint j = daybook_markdown_path (doc, block, path); j > 0; j--)
        g_assert_true (daybook_markdown_holder (doc, path[j - 1])->block <= i);
    }
  for (guint i = 0; i < doc->holders->len; i++)
    g_assert_true (daybook_markdown_holder (doc, (int) i)->block <= doc->blocks->len);
}

static void
check_parts (const DaybookMarkdown *doc)
{
  g_autofree char *first = daybook_markdown_first_paragraph (doc);
  g_autoptr(GPtrArray) outline = daybook_markdown_outline (doc);
  g_autoptr(GPtrArray) tasks = daybook_markdown_tasks (doc);
  g_autoptr(GPtrArray) articles = daybook_markdown_targets (doc, DAYBOOK_MARKDOWN_TO_ARTICLE);
  g_autofree char *html = daybook_markdown_to_html (doc, NULL, NULL);

  g_assert_true (strchr (first, '\n') == NULL);
  g_assert_true (g_utf8_validate (html, -1, NULL));
  /* No tag but ours. */
  g_assert_true (strstr (html, "<script") == NULL && strstr (html, "href=\"javascript:") == NULL);
}

static char *
shift (const DaybookMarkdownLink *link,
       gpointer                   data)
{
  return g_strconcat (DAYBOOK_MARKDOWN_ARTICLE_SCHEME, link->target, NULL);
}

static char *
take_title (const char *title,
            gpointer    data)
{
  return g_strdup (DAYBOOK_MARKDOWN_ARTICLE_SCHEME "a");
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(DaybookMarkdown) doc = daybook_markdown_parse ((const char *) data, (gssize) size);
  g_autofree char *rewritten = daybook_markdown_rewrite_links ((const char *) data, (gssize) size, shift, NULL);
  g_autofree char *linked = daybook_markdown_link_titles ((const char *) data, (gssize) size, take_title, NULL);
  g_autoptr(DaybookMarkdown) after = daybook_markdown_parse (rewritten, -1);

  check_document (doc);
  check_parts (doc);
  g_assert_true (g_utf8_validate (linked, -1, NULL));
  /* Changing where links lead changes nothing that is shown. */
  g_assert_true (doc->cut || g_str_equal (doc->text, after->text));
  return 0;
}
