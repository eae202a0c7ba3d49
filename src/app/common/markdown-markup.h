/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/excerpt.h"
#include "core/markdown.h"

G_BEGIN_DECLS

/* A text of an article as Pango's markup. */

/* Whether there is anything where a link leads; not asked of one that leads nowhere. */
typedef gboolean (*DaybookMarkdownReachFunc) (const DaybookMarkdownLink *link,
                                              gpointer                   data);

/* A part of a document's text, with what is not plain in it: of a block or of a cell. */
typedef struct
{
  gsize start;
  gsize end;
  guint span;
  guint n_spans;
} DaybookMarkdownText;

/* `reach` may be NULL: what is not nowhere is there. Adds to `broken` where in the text the links stand that lead nowhere
 * (element-type DaybookSpan: bytes, from the beginning of this text). (transfer full) */
char *daybook_markdown_markup (const DaybookMarkdown      *doc,
                               const DaybookMarkdownText  *text,
                               DaybookMarkdownReachFunc    reach,
                               gpointer                    data,
                               GArray                     *broken);

G_END_DECLS
