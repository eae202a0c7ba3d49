/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/articles-paper.h"

#include "core/article.h"
#include "core/markdown.h"
#include "exchange/paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In points. */
#define INDENT 16.0
#define SIGN 12.0
#define GAP 5.0
#define MOST_INDENTS 8

typedef struct
{
  DaybookPaper       *paper;
  DaybookPictureFunc  picture;
  gpointer            data;
} Filling;

/* How far in a block lies. */
static double
indent_of (const DaybookMarkdown      *doc,
           const DaybookMarkdownBlock *block)
{
  int path[DAYBOOK_MARKDOWN_MAX_DEPTH];

  return INDENT * MIN (daybook_markdown_path (doc, block, path), MOST_INDENTS);
}

/* What stands before the first block of an item; NULL: nothing. (transfer full) */
static char *
sign_of (const DaybookMarkdown      *doc,
         const DaybookMarkdownBlock *block,
         guint                       number)
{
  const DaybookMarkdownHolder *holder = block->inside >= 0 ? daybook_markdown_holder (doc, block->inside) : NULL;

  if (holder == NULL || holder->block != number || holder->kind == DAYBOOK_MARKDOWN_QUOTE)
    return NULL;
  if (holder->task != DAYBOOK_MARKDOWN_NO_TASK)
    return g_strdup (holder->task == DAYBOOK_MARKDOWN_DONE ? "☑" : "☐");

  return holder->kind == DAYBOOK_MARKDOWN_NUMBER ? g_strdup_printf ("%u.", holder->number) : g_strdup ("•");
}

/* A table's rows, its cells parted by bars: it may be wider than any column would fit. */
static char *
row_text (const DaybookMarkdown      *doc,
          const DaybookMarkdownBlock *block,
          guint                       row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < block->n_cells; i++)
    {
      const DaybookMarkdownCell *cell = daybook_markdown_cell (doc, block->cell + i);

      if (cell->row == row)
        g_string_append_printf (text, "%s%.*s", text->len > 0 ? "  |  " : "", (int) (cell->end - cell->start), doc->text + cell->start);
    }
  return g_string_free (text, FALSE);
}

static void
add_table (DaybookPaper               *paper,
           const DaybookMarkdown      *doc,
           const DaybookMarkdownBlock *block,
           double                      x)
{
  guint n_rows = block->n_cells > 0 ? daybook_markdown_cell (doc, block->cell + block->n_cells - 1)->row + 1 : 0;

  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *text = row_text (doc, block, row);

      daybook_paper_flow (paper, row == 0 ? DAYBOOK_INK_COLUMN : DAYBOOK_INK_CELL, x, daybook_paper_width (paper) - x, text);
      daybook_paper_rule (paper, row == 0 ? DAYBOOK_RULE_THIN : DAYBOOK_RULE_HAIR, x, 0, daybook_paper_width (paper) - x);
      daybook_paper_advance (paper, 2);
    }
}

static void
add_text (DaybookPaper               *paper,
          const DaybookMarkdown      *doc,
          const DaybookMarkdownBlock *block,
          double                      x,
          guint                       number)
{
  g_autofree char *text = g_strndup (doc->text + block->start, block->end - block->start);
  g_autofree char *sign = sign_of (doc, block, number);
  DaybookInk ink = block->kind == DAYBOOK_MARKDOWN_HEADING ? DAYBOOK_INK_HEADING : DAYBOOK_INK_TEXT;

  if (sign != NULL)
    {
      g_autoptr(PangoLayout) layout = daybook_paper_layout (paper, ink, -1, sign);

      daybook_paper_need (paper, daybook_layout_height (layout));
      daybook_paper_put (paper, layout, ink, MAX (0, x - SIGN - 2), 0);
    }
  daybook_paper_flow (paper, ink, x, daybook_paper_width (paper) - x, text);
}

/* FALSE: it is not there, or is none; then what is said of it stands in its place. */
static gboolean
add_picture (Filling                    *self,
             const DaybookMarkdown      *doc,
             const DaybookMarkdownBlock *block,
             double                      x)
{
  const DaybookMarkdownLink *link = daybook_markdown_link (doc, block->link);
  g_autoptr(GBytes) content = link->kind == DAYBOOK_MARKDOWN_TO_PICTURE
    ? self->picture (link->target + strlen (DAYBOOK_MARKDOWN_PICTURE_SCHEME), self->data) : NULL;

  return content != NULL && daybook_paper_picture (self->paper, content, x, daybook_paper_width (self->paper) - x);
}

static void
add_block (Filling               *self,
           const DaybookMarkdown *doc,
           guint                  number)
{
  DaybookPaper *paper = self->paper;
  const DaybookMarkdownBlock *block = daybook_markdown_block (doc, number);
  double x = indent_of (doc, block);

  daybook_paper_gap (paper, block->kind == DAYBOOK_MARKDOWN_HEADING ? 2 * GAP : GAP);
  if (block->kind == DAYBOOK_MARKDOWN_TABLE)
    add_table (paper, doc, block, x);
  else if (block->kind == DAYBOOK_MARKDOWN_RULE)
    {
      daybook_paper_need (paper, GAP);
      daybook_paper_rule (paper, DAYBOOK_RULE_THIN, x, 0, daybook_paper_width (paper) - x);
      daybook_paper_advance (paper, GAP);
    }
  else if (block->kind != DAYBOOK_MARKDOWN_PICTURE || !add_picture (self, doc, block, x))
    add_text (paper, doc, block, x, number);
}

static void
add_article (Filling          *self,
             const DaybookRow *row)
{
  DaybookPaper *paper = self->paper;
  g_autoptr(DaybookMarkdown) doc = daybook_markdown_parse (daybook_row_text (row, DAYBOOK_ARTICLE_BODY), -1);
  double width, height;

  /* The rest of the page stays free. */
  daybook_paper_get_size (paper, &width, &height);
  daybook_paper_need (paper, height);
  daybook_paper_flow (paper, DAYBOOK_INK_TITLE, 0, daybook_paper_width (paper), daybook_row_text (row, DAYBOOK_ARTICLE_TITLE));
  for (guint i = 0; i < doc->blocks->len; i++)
    add_block (self, doc, i);
}

static void
add_contents (DaybookPaper *paper,
              GPtrArray    *rows)
{
  const char *last = NULL;

  daybook_paper_flow (paper, DAYBOOK_INK_TITLE, 0, daybook_paper_width (paper), _("Contents"));
  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);
      const char *category = daybook_row_text (row, DAYBOOK_ARTICLE_CATEGORY);

      if (last == NULL || !g_str_equal (category, last))
        {
          daybook_paper_gap (paper, GAP);
          daybook_paper_flow (paper, DAYBOOK_INK_HEADING, 0, daybook_paper_width (paper), *category != '\0' ? category : _("Others"));
        }
      daybook_paper_flow (paper, DAYBOOK_INK_TEXT, INDENT, daybook_paper_width (paper) - INDENT, daybook_row_text (row, DAYBOOK_ARTICLE_TITLE));
      last = category;
    }
}

DaybookPaper *
daybook_articles_paper_fill (GPtrArray              *rows,
                             const char             *shop,
                             const char             *printed,
                             DaybookPictureFunc      picture,
                             gpointer                picture_data,
                             GFileProgressCallback   progress,
                             gpointer                progress_data,
                             GCancellable           *cancellable,
                             GError                **error)
{
  g_autoptr(DaybookPaper) paper = daybook_paper_new (shop, _("Knowledge base"), printed);
  Filling filling = { paper, picture, picture_data };

  if (rows->len != 1)
    add_contents (paper, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("The export was stopped. No file was written."));
          return NULL;
        }
      add_article (&filling, g_ptr_array_index (rows, i));
      if (progress != NULL)
        progress (i + 1, rows->len, progress_data);
    }
  return g_steal_pointer (&paper);
}
