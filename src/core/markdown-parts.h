/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/markdown.h"

G_BEGIN_DECLS

/* What lists and pages want to know of an article without showing it. */

typedef struct
{
  guint level; /* 1 to 6 */
  char *text;
  guint block; /* which it is of the document's */
} DaybookMarkdownHeading;

/* An item that can be ticked off. */
typedef struct
{
  guint    holder;  /* which it is of the document's */
  gboolean checked; /* in the text */
  char    *text;    /* its first paragraph */
  /* Stays the same when the item is moved, ticked off, or written in the other Chinese script; of two that say
   * the same the second has another. */
  char    *key;
} DaybookMarkdownTask;

/* What stands for the article in a list: its first paragraph of its own, or what comes nearest to one, on one line.
 * "" where it says nothing. (transfer full) */
char      *daybook_markdown_first_paragraph (const DaybookMarkdown   *self);
/* (element-type DaybookMarkdownHeading) (transfer full) */
GPtrArray *daybook_markdown_outline         (const DaybookMarkdown   *self);
/* (element-type DaybookMarkdownTask) (transfer full) */
GPtrArray *daybook_markdown_tasks           (const DaybookMarkdown   *self);
/* What stands behind the scheme of all targets of a kind, each once, as they come: ids and keys of articles, hashes of
 * pictures. (element-type utf8) (transfer full) */
GPtrArray *daybook_markdown_targets         (const DaybookMarkdown   *self,
                                             DaybookMarkdownLinkKind  kind);

G_END_DECLS
