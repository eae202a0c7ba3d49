/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/markdown-markup.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* An article, as it is read. Shown again, as for each key in a live preview, only what is another is made anew, and the
 * page stays where it was turned to. Each of its paragraphs can be selected with the pointer.
 *
 * Signals:
 * `link-followed` (char *target): a link to an article, to a picture, or out into the world (core/markdown.h says which
 * kinds there are); never one that leads nowhere.
 * `item-toggled` (char *key, gboolean active): a person ticked an item off, or on again (core/markdown-parts.h has the
 * keys); what is shown follows daybook_markdown_view_set_checked().
 * `picture-needed` (char *hash): once for each picture of the text, to be answered, at once or later, by
 * daybook_markdown_view_set_picture(). */
#define DAYBOOK_TYPE_MARKDOWN_VIEW (daybook_markdown_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMarkdownView, daybook_markdown_view, DAYBOOK, MARKDOWN_VIEW, AdwBin)

typedef enum
{
  DAYBOOK_MARKDOWN_ITEMS_READ_ONLY, /* at first */
  DAYBOOK_MARKDOWN_ITEMS_FOR_PEOPLE,
} DaybookMarkdownItems;

GtkWidget             *daybook_markdown_view_new              (void);
/* Any bytes do; of what is longer than anybody reads the beginning is shown, and that there is more. */
void                   daybook_markdown_view_set_text         (DaybookMarkdownView      *self,
                                                               const char               *text);
/* What is shown, until another text is. (transfer none) */
const DaybookMarkdown *daybook_markdown_view_get_document     (DaybookMarkdownView      *self);
/* Whether people can tick off the items of task lists. */
void                   daybook_markdown_view_set_items        (DaybookMarkdownView      *self,
                                                               DaybookMarkdownItems      items);
/* The keys of the items that are ticked off; NULL: as the text says. (element-type utf8) */
void                   daybook_markdown_view_set_checked      (DaybookMarkdownView      *self,
                                                               GPtrArray                *keys);
/* Marks where the words of a search stand, as typed; NULL or "": none. */
void                   daybook_markdown_view_set_marked_words (DaybookMarkdownView      *self,
                                                               const char               *typed);
/* What a person has selected of it; NULL: nothing. (transfer full) */
char                  *daybook_markdown_view_get_selected     (DaybookMarkdownView      *self);
/* Which links lead to something that is there: asked for each link whenever a text is set. NULL: all. The view frees
 * `data` with `destroy`. */
void                   daybook_markdown_view_set_reach        (DaybookMarkdownView      *self,
                                                               DaybookMarkdownReachFunc  func,
                                                               gpointer                  data,
                                                               GDestroyNotify            destroy);
/* A picture of the text; NULL: it cannot be shown. One that is in the text no more is forgotten. */
void                   daybook_markdown_view_set_picture      (DaybookMarkdownView      *self,
                                                               const char               *hash,
                                                               GdkPaintable             *picture);

G_END_DECLS
