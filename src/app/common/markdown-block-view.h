/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/markdown-markup.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One block of an article, with what it lies in: quotes' bars, items' signs. Of app/common/markdown-view.c alone, whose
 * actions it activates: `prose.follow` and `markdown.toggle`. */
#define DAYBOOK_TYPE_MARKDOWN_BLOCK_VIEW (daybook_markdown_block_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMarkdownBlockView, daybook_markdown_block_view, DAYBOOK, MARKDOWN_BLOCK_VIEW, GtkBox)

/* What all blocks of a view are shown by. */
typedef struct
{
  const DaybookMarkdown    *doc;
  DaybookMarkdownReachFunc  reach;       /* or NULL */
  gpointer                  reach_data;
  GPtrArray                *terms;       /* DaybookTerm, or NULL: which words are marked */
  GArray                   *digits;      /* guint, by list: of its largest number */
  GHashTable               *tasks;       /* DaybookMarkdownTask by holder */
  GHashTable               *checked;     /* keys of the tasks that are done; NULL: as the text says */
  gboolean                  interactive; /* tasks can be ticked off */
  GHashTable               *pictures;    /* by hash: GdkPaintable, or NULL where it cannot be shown; it is loaded where
                                          * there is none */
} DaybookMarkdownLook;

/* A text longer than this is shown up to there. */
#define DAYBOOK_MARKDOWN_LONGEST (16 * 1024)

GtkWidget *daybook_markdown_block_view_new       (void);
/* Shows block `i`, in the widgets that are there already where it is of the same kind. */
void       daybook_markdown_block_view_show      (DaybookMarkdownBlockView  *self,
                                                  const DaybookMarkdownLook *look,
                                                  guint                      i);
/* Marks what the look says, of the block that is shown. */
void       daybook_markdown_block_view_mark      (DaybookMarkdownBlockView  *self,
                                                  const DaybookMarkdownLook *look);
/* What two blocks have in common that are shown alike, marks apart. (transfer full) */
char      *daybook_markdown_block_view_signature (const DaybookMarkdownLook *look,
                                                  guint                      i);

G_END_DECLS
