/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/markdown-source.h"

#include <string.h>

#define NO_HOLDER (-1)

enum
{
  HASH_DIGITS = 64, /* of SHA-256 */
};

static void
clear_link (gpointer data)
{
  DaybookMarkdownLink *link = data;

  g_free (link->target);
}

DaybookMarkdown *
daybook_markdown_new (void)
{
  DaybookMarkdown *self = g_new0 (DaybookMarkdown, 1);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (DaybookMarkdownBlock));
  self->holders = g_array_new (FALSE, FALSE, sizeof (DaybookMarkdownHolder));
  self->spans = g_array_new (FALSE, FALSE, sizeof (DaybookMarkdownSpan));
  self->cells = g_array_new (FALSE, FALSE, sizeof (DaybookMarkdownCell));
  self->links = g_array_new (FALSE, FALSE, sizeof (DaybookMarkdownLink));
  g_array_set_clear_func (self->links, clear_link);
  return self;
}

void
daybook_markdown_free (DaybookMarkdown *self)
{
  g_free (self->text);
  g_array_unref (self->blocks);
  g_array_unref (self->holders);
  g_array_unref (self->spans);
  g_array_unref (self->cells);
  g_array_unref (self->links);
  g_free (self);
}

const DaybookMarkdownBlock *
daybook_markdown_block (const DaybookMarkdown *self,
                        guint                  i)
{
  return &g_array_index (self->blocks, DaybookMarkdownBlock, i);
}

const DaybookMarkdownHolder *
daybook_markdown_holder (const DaybookMarkdown *self,
                         int                    i)
{
  return &g_array_index (self->holders, DaybookMarkdownHolder, i);
}

const DaybookMarkdownSpan *
daybook_markdown_span (const DaybookMarkdown *self,
                       guint                  i)
{
  return &g_array_index (self->spans, DaybookMarkdownSpan, i);
}

const DaybookMarkdownCell *
daybook_markdown_cell (const DaybookMarkdown *self,
                       guint                  i)
{
  return &g_array_index (self->cells, DaybookMarkdownCell, i);
}

const DaybookMarkdownLink *
daybook_markdown_link (const DaybookMarkdown *self,
                       int                    i)
{
  return &g_array_index (self->links, DaybookMarkdownLink, i);
}

guint
daybook_markdown_path (const DaybookMarkdown      *self,
                       const DaybookMarkdownBlock *block,
                       int                         path[DAYBOOK_MARKDOWN_MAX_DEPTH])
{
  guint n = 0;

  for (int i = block->inside; i != NO_HOLDER; i = daybook_markdown_holder (self, i)->inside)
    n++;
  for (int i = block->inside, at = (int) n; i != NO_HOLDER; i = daybook_markdown_holder (self, i)->inside)
    path[--at] = i;
  return n;
}

/* Nothing that a line of a message, or a shell, would read as more than one word. */
static gboolean
is_one_word (const char *text)
{
  if (*text == '\0')
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)) || g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
is_hash (const char *text)
{
  gsize n = strspn (text, "0123456789abcdef");

  return n == HASH_DIGITS && text[n] == '\0';
}

DaybookMarkdownLinkKind
daybook_markdown_link_kind (const char *target)
{
  static const struct
  {
    const char             *scheme;
    DaybookMarkdownLinkKind kind;
  } SCHEMES[] = {
    { DAYBOOK_MARKDOWN_ARTICLE_SCHEME, DAYBOOK_MARKDOWN_TO_ARTICLE },
    { DAYBOOK_MARKDOWN_PICTURE_SCHEME, DAYBOOK_MARKDOWN_TO_PICTURE },
    { "https://", DAYBOOK_MARKDOWN_TO_WEB },
    { "http://", DAYBOOK_MARKDOWN_TO_WEB },
    { "mailto:", DAYBOOK_MARKDOWN_TO_MAIL },
    { "tel:", DAYBOOK_MARKDOWN_TO_PHONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (SCHEMES); i++)
    {
      gsize n = strlen (SCHEMES[i].scheme);

      if (g_ascii_strncasecmp (target, SCHEMES[i].scheme, n) != 0)
        continue;
      if (SCHEMES[i].kind == DAYBOOK_MARKDOWN_TO_PICTURE && !is_hash (target + n))
        return DAYBOOK_MARKDOWN_NOWHERE;
      return is_one_word (target + n) ? SCHEMES[i].kind : DAYBOOK_MARKDOWN_NOWHERE;
    }
  return DAYBOOK_MARKDOWN_NOWHERE;
}
