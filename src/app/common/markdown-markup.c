/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/markdown-markup.h"

#include "core/han.h"

/* Grey enough for light and for dark ground. */
#define TYPED "<span font_family=\"monospace\" background=\"#808080\" background_alpha=\"18%\">"
#define BROKEN "<span strikethrough=\"true\" strikethrough_color=\"#e01b24\" underline=\"error\" underline_color=\"#e01b24\" alpha=\"65%\">"

/* Beside those of DaybookMarkdownStyle. */
#define WEIGHTY (1u << 16)

static const struct
{
  guint       style;
  const char *start;
  const char *end;
} TAGS[] = {
  { DAYBOOK_MARKDOWN_STRONG, "<b>", "</b>" },
  { DAYBOOK_MARKDOWN_EMPHASIS, "<i>", "</i>" },
  { WEIGHTY, "<span weight=\"600\">", "</span>" },
  { DAYBOOK_MARKDOWN_STRIKE, "<s>", "</s>" },
  { DAYBOOK_MARKDOWN_TYPED, TYPED, "</span>" },
};

static void
append_escaped (GString    *out,
                const char *text,
                gsize       n)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) n);

  g_string_append (out, escaped);
}

/* Opens what is written of a link; how it ends. Where an address of the world outside leads, the pointer is told. */
static const char *
open_link (GString                   *out,
           const DaybookMarkdownLink *link,
           gboolean                   is_there)
{
  g_autofree char *target = g_markup_escape_text (link->target, -1);

  if (!is_there)
    {
      g_string_append (out, BROKEN);
      return "</span>";
    }

  if (link->kind == DAYBOOK_MARKDOWN_TO_ARTICLE || link->kind == DAYBOOK_MARKDOWN_TO_PICTURE)
    g_string_append_printf (out, "<a href=\"%s\">", target);
  else
    g_string_append_printf (out, "<a href=\"%s\" title=\"%s\">", target, target);
  return "</a>";
}

/* A picture within a line is what is said of it. */
static gboolean
is_followed (const DaybookMarkdownLink *link)
{
  return link != NULL && (!link->is_picture || link->kind == DAYBOOK_MARKDOWN_NOWHERE);
}

/* Chinese has no slanted letters: their weight tells. */
static gboolean
can_slant (const char *text,
           gsize       n)
{
  for (const char *p = text; p < text + n; p = g_utf8_next_char (p))
    if (daybook_han_is (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static void
append_span (GString                   *out,
             const char                *text,
             gsize                      n,
             guint                      styles,
             const DaybookMarkdownLink *link,
             gboolean                   is_there)
{
  const char *end = link != NULL ? open_link (out, link, is_there) : "";

  if ((styles & DAYBOOK_MARKDOWN_EMPHASIS) != 0 && !can_slant (text, n))
    styles = (styles & ~(guint) DAYBOOK_MARKDOWN_EMPHASIS) | WEIGHTY;
  for (gsize i = 0; i < G_N_ELEMENTS (TAGS); i++)
    if ((styles & TAGS[i].style) != 0)
      g_string_append (out, TAGS[i].start);
  append_escaped (out, text, n);
  for (gsize i = G_N_ELEMENTS (TAGS); i > 0; i--)
    if ((styles & TAGS[i - 1].style) != 0)
      g_string_append (out, TAGS[i - 1].end);
  g_string_append (out, end);
}

char *
daybook_markdown_markup (const DaybookMarkdown     *doc,
                         const DaybookMarkdownText *text,
                         DaybookMarkdownReachFunc   reach,
                         gpointer                   data,
                         GArray                    *broken)
{
  g_autoptr(GString) out = g_string_new (NULL);
  gsize at = text->start;

  for (guint i = text->span; i < text->span + text->n_spans; i++)
    {
      const DaybookMarkdownSpan *span = daybook_markdown_span (doc, i);
      const DaybookMarkdownLink *link = span->link >= 0 ? daybook_markdown_link (doc, span->link) : NULL;
      gboolean is_there = !is_followed (link) || (link->kind != DAYBOOK_MARKDOWN_NOWHERE && (reach == NULL || reach (link, data)));
      DaybookSpan where = { span->start - text->start, MIN (span->end, text->end) - text->start };

      if (span->start >= text->end)
        break;
      append_escaped (out, doc->text + at, span->start - at);
      at = text->start + where.end;
      append_span (out, doc->text + span->start, at - span->start, span->styles, is_followed (link) ? link : NULL, is_there);
      if (!is_there)
        g_array_append_val (broken, where);
    }
  append_escaped (out, doc->text + at, text->end - at);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
