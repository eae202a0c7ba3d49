/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/markdown-html.h"

#include <string.h>

typedef struct
{
  const DaybookMarkdown *doc;
  DaybookHtmlLinkFunc    func;
  gpointer               data;
  GString               *out;
  int                    open[DAYBOOK_MARKDOWN_MAX_DEPTH]; /* the holders that are open, the outermost first */
  guint                  n_open;
} Writer;

/* --- Text ------------------------------------------------------------------------------ */

static void
write_escaped (GString    *out,
               const char *text,
               gsize       n)
{
  for (gsize i = 0; i < n; i++)
    switch (text[i])
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\'':
        g_string_append (out, "&#39;");
        break;
      default:
        g_string_append_c (out, text[i]);
        break;
      }
}

/* Text within a line: its own line ends are meant. */
static void
write_prose (GString    *out,
             const char *text,
             gsize       n)
{
  const char *end = text + n;
  const char *line_end;

  while ((line_end = memchr (text, '\n', (gsize) (end - text))) != NULL)
    {
      write_escaped (out, text, (gsize) (line_end - text));
      g_string_append (out, "<br>\n");
      text = line_end + 1;
    }
  write_escaped (out, text, (gsize) (end - text));
}

/* Where it leads; NULL: nowhere. (transfer full) */
static char *
find_target (const Writer              *w,
             const DaybookMarkdownLink *link)
{
  g_autofree char *target = NULL;

  if (link->kind == DAYBOOK_MARKDOWN_NOWHERE)
    return NULL;

  target = w->func != NULL ? w->func (link, w->data) : NULL;
  if (target == NULL && !link->is_picture && link->kind != DAYBOOK_MARKDOWN_TO_ARTICLE
      && link->kind != DAYBOOK_MARKDOWN_TO_PICTURE)
    return g_strdup (link->target);

  return g_steal_pointer (&target);
}

static void
write_picture (Writer     *w,
               int         link,
               const char *said,
               gsize       n)
{
  g_autofree char *target = find_target (w, daybook_markdown_link (w->doc, link));

  if (target == NULL)
    {
      g_string_append (w->out, "<span class=\"missing\">");
      write_escaped (w->out, said, n);
      g_string_append (w->out, "</span>");
      return;
    }

  g_string_append (w->out, "<img src=\"");
  write_escaped (w->out, target, strlen (target));
  g_string_append (w->out, "\" alt=\"");
  write_escaped (w->out, said, n);
  g_string_append (w->out, "\">");
}

/* Opens what is written of a link, and says how it ends. */
static const char *
open_link (Writer *w,
           int     link)
{
  g_autofree char *target = find_target (w, daybook_markdown_link (w->doc, link));

  if (target == NULL)
    {
      g_string_append (w->out, "<span class=\"nowhere\">");
      return "</span>";
    }

  g_string_append (w->out, "<a href=\"");
  write_escaped (w->out, target, strlen (target));
  g_string_append (w->out, "\">");
  return "</a>";
}

static const struct
{
  DaybookMarkdownStyle style;
  const char          *tag;
} TAGS[] = {
  { DAYBOOK_MARKDOWN_STRONG, "strong" },
  { DAYBOOK_MARKDOWN_EMPHASIS, "em" },
  { DAYBOOK_MARKDOWN_STRIKE, "del" },
  { DAYBOOK_MARKDOWN_TYPED, "code" },
};

static void
write_span (Writer                    *w,
            const DaybookMarkdownSpan *span)
{
  const char *text = w->doc->text + span->start;
  const char *end = "";

  if (span->link >= 0 && daybook_markdown_link (w->doc, span->link)->is_picture)
    {
      write_picture (w, span->link, text, span->end - span->start);
      return;
    }

  if (span->link >= 0)
    end = open_link (w, span->link);
  for (gsize i = 0; i < G_N_ELEMENTS (TAGS); i++)
    if ((span->styles & TAGS[i].style) != 0)
      g_string_append_printf (w->out, "<%s>", TAGS[i].tag);
  write_prose (w->out, text, span->end - span->start);
  for (gsize i = G_N_ELEMENTS (TAGS); i > 0; i--)
    if ((span->styles & TAGS[i - 1].style) != 0)
      g_string_append_printf (w->out, "</%s>", TAGS[i - 1].tag);
  g_string_append (w->out, end);
}

static void
write_text (Writer *w,
            gsize   start,
            gsize   end,
            guint   span,
            guint   n_spans)
{
  gsize at = start;

  for (guint i = span; i < span + n_spans; i++)
    {
      const DaybookMarkdownSpan *s = daybook_markdown_span (w->doc, i);

      write_prose (w->out, w->doc->text + at, s->start - at);
      write_span (w, s);
      at = s->end;
    }
  write_prose (w->out, w->doc->text + at, end - at);
}

/* --- Blocks ------------------------------------------------------------------------------ */

static void
write_table (Writer                     *w,
             const DaybookMarkdownBlock *block)
{
  static const char *const ALIGNS[] = { "", " style=\"text-align: center\"", " style=\"text-align: right\"" };

  g_string_append (w->out, "<table>\n");
  for (guint i = 0; i < block->n_cells; i++)
    {
      const DaybookMarkdownCell *cell = daybook_markdown_cell (w->doc, block->cell + i);
      const char *tag = cell->row == 0 ? "th" : "td";

      if (cell->column == 0)
        g_string_append (w->out, cell->row > 0 ? "</tr>\n<tr>" : "<tr>");
      g_string_append_printf (w->out, "<%s%s>", tag, ALIGNS[cell->align]);
      write_text (w, cell->start, cell->end, cell->span, cell->n_spans);
      g_string_append_printf (w->out, "</%s>", tag);
    }
  g_string_append (w->out, block->n_cells > 0 ? "</tr>\n</table>\n" : "</table>\n");
}

/* Within an item of a list without space, text stands for itself. */
static gboolean
is_bare (const Writer               *w,
         const DaybookMarkdownBlock *block)
{
  const DaybookMarkdownHolder *holder = block->inside >= 0 ? daybook_markdown_holder (w->doc, block->inside) : NULL;

  return holder != NULL && holder->kind != DAYBOOK_MARKDOWN_QUOTE && holder->tight;
}

static void
write_in_tag (Writer                     *w,
              const DaybookMarkdownBlock *block,
              const char                 *tag)
{
  g_string_append_printf (w->out, "<%s>", tag);
  write_text (w, block->start, block->end, block->span, block->n_spans);
  g_string_append_printf (w->out, "</%s>\n", tag);
}

static void
write_block (Writer                     *w,
             const DaybookMarkdownBlock *block)
{
  static const char *const HEADINGS[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

  switch (block->kind)
    {
    case DAYBOOK_MARKDOWN_HEADING:
      write_in_tag (w, block, HEADINGS[block->level - 1]);
      break;
    case DAYBOOK_MARKDOWN_CODE:
      g_string_append (w->out, "<pre><code>");
      write_escaped (w->out, w->doc->text + block->start, block->end - block->start);
      g_string_append (w->out, "</code></pre>\n");
      break;
    case DAYBOOK_MARKDOWN_TABLE:
      write_table (w, block);
      break;
    case DAYBOOK_MARKDOWN_RULE:
      g_string_append (w->out, "<hr>\n");
      break;
    case DAYBOOK_MARKDOWN_PICTURE:
      g_string_append (w->out, "<p>");
      write_picture (w, block->link, w->doc->text + block->start, block->end - block->start);
      g_string_append (w->out, "</p>\n");
      break;
    case DAYBOOK_MARKDOWN_PARAGRAPH:
    default:
      if (!is_bare (w, block))
        write_in_tag (w, block, "p");
      else
        write_text (w, block->start, block->end, block->span, block->n_spans);
      break;
    }
}

/* --- Lists and quotes ---------------------------------------------------------------------- */

static void
open_holder (Writer *w,
             int     holder)
{
  static const char *const TASKS[] = { "", "☐ ", "☑ " };
  const DaybookMarkdownHolder *h = daybook_markdown_holder (w->doc, holder);

  w->open[w->n_open++] = holder;
  g_string_append (w->out, h->kind == DAYBOOK_MARKDOWN_QUOTE ? "<blockquote>\n" : "<li>");
  g_string_append (w->out, TASKS[h->task]);
}

static void
open_list (Writer *w,
           int     holder)
{
  const DaybookMarkdownHolder *h = daybook_markdown_holder (w->doc, holder);

  if (h->kind == DAYBOOK_MARKDOWN_BULLET)
    g_string_append (w->out, "<ul>\n");
  else if (h->kind == DAYBOOK_MARKDOWN_NUMBER && h->number == 1)
    g_string_append (w->out, "<ol>\n");
  else if (h->kind == DAYBOOK_MARKDOWN_NUMBER)
    g_string_append_printf (w->out, "<ol start=\"%u\">\n", h->number);
}

static const DaybookMarkdownHolder *
close_holder (Writer *w)
{
  const DaybookMarkdownHolder *h = daybook_markdown_holder (w->doc, w->open[--w->n_open]);

  g_string_append (w->out, h->kind == DAYBOOK_MARKDOWN_QUOTE ? "</blockquote>\n" : "</li>\n");
  return h;
}

static void
close_list (Writer                      *w,
            const DaybookMarkdownHolder *h)
{
  if (h->kind == DAYBOOK_MARKDOWN_BULLET)
    g_string_append (w->out, "</ul>\n");
  else if (h->kind == DAYBOOK_MARKDOWN_NUMBER)
    g_string_append (w->out, "</ol>\n");
}

static gboolean
are_of_one_list (const DaybookMarkdownHolder *a,
                 const DaybookMarkdownHolder *b)
{
  return a->kind != DAYBOOK_MARKDOWN_QUOTE && b->kind != DAYBOOK_MARKDOWN_QUOTE && a->list == b->list;
}

/* Closes what the next block does not lie in, and opens what it does. A list goes on from item to item. */
static void
move_to (Writer    *w,
         const int *path,
         guint      n)
{
  const DaybookMarkdownHolder *left = NULL;
  guint same = 0;

  while (same < MIN (n, w->n_open) && path[same] == w->open[same])
    same++;
  while (w->n_open > same)
    {
      if (left != NULL)
        close_list (w, left);
      left = close_holder (w);
    }

  if (left != NULL && (n == same || !are_of_one_list (left, daybook_markdown_holder (w->doc, path[same]))))
    {
      close_list (w, left);
      left = NULL;
    }
  for (guint i = same; i < n; i++)
    {
      if (i > same || left == NULL)
        open_list (w, path[i]);
      open_holder (w, path[i]);
    }
}

char *
daybook_markdown_to_html (const DaybookMarkdown *doc,
                          DaybookHtmlLinkFunc    func,
                          gpointer               data)
{
  Writer w = { .doc = doc, .func = func, .data = data, .out = g_string_new (NULL) };

  for (guint i = 0; i < doc->blocks->len; i++)
    {
      const DaybookMarkdownBlock *block = daybook_markdown_block (doc, i);
      int path[DAYBOOK_MARKDOWN_MAX_DEPTH];

      move_to (&w, path, daybook_markdown_path (doc, block, path));
      write_block (&w, block);
    }
  move_to (&w, NULL, 0);
  return g_string_free (w.out, FALSE);
}
