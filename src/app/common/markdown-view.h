/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An article as it is read (core/markdown.h): a line of widgets, one for each block, of which only those that have
 * become others are made anew when the text is. What leads nowhere is struck out, and no picture that is none is
 * shown. */
#define DAYBOOK_TYPE_MARKDOWN_VIEW (daybook_markdown_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMarkdownView, daybook_markdown_view, DAYBOOK, MARKDOWN_VIEW, GtkWidget)

/* What the article that `target` ("article:…") names is called by now; NULL: there is none. (transfer full) */
typedef char *(*DaybookMarkdownNameFunc)    (const char *target,
                                             gpointer    data);
/* Puts the picture with that hash into `place`, now or later; what cannot be shown leaves it empty. */
typedef void  (*DaybookMarkdownPictureFunc) (const char *hash,
                                             GtkPicture *place,
                                             gpointer    data);

/* Once, before a text. `data` outlives the view. Without them every article is there, and no picture. */
void daybook_markdown_view_set_sources      (DaybookMarkdownView        *self,
                                             DaybookMarkdownNameFunc     name,
                                             DaybookMarkdownPictureFunc  picture,
                                             gpointer                    data);
void daybook_markdown_view_set_text         (DaybookMarkdownView        *self,
                                             const char                 *text);
/* What was searched for is marked in it; NULL: nothing was. */
void daybook_markdown_view_set_marked_words (DaybookMarkdownView        *self,
                                             const char                 *search);

/* Signal `link-activated` (const char *target): of an article, the web, a mail or a phone number. */

G_END_DECLS
