/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* An article to be read, and what people have made of it: whether it was right, who has read it, how far those who
 * learn have come, what is said of it, and what it was before. */
#define DAYBOOK_TYPE_ARTICLE_PANEL (daybook_article_panel_get_type ())
G_DECLARE_FINAL_TYPE (DaybookArticlePanel, daybook_article_panel, DAYBOOK, ARTICLE_PANEL, AdwBin)

GtkWidget *daybook_article_panel_new           (DaybookDesk         *desk);
/* Shows the article, or shows it anew. */
void       daybook_article_panel_show          (DaybookArticlePanel *self,
                                                const DaybookRow    *row);
/* Opens the article of that id once it is in the book. */
void       daybook_article_panel_expect        (DaybookArticlePanel *self,
                                                const DaybookId     *id);
/* What was searched for, which is marked; or NULL. */
void       daybook_article_panel_set_search    (DaybookArticlePanel *self,
                                                const char          *text);
/* What a person has selected of its text; NULL: nothing. (transfer full) */
char      *daybook_article_panel_get_selected  (DaybookArticlePanel *self);
/* Whoever is at the desk has read it. */
void       daybook_article_panel_mark_read     (DaybookArticlePanel *self);
/* Puts the focus where a comment is written. */
void       daybook_article_panel_begin_comment (DaybookArticlePanel *self);

/* Signal `edit` (DaybookEdit *edit): to be committed; the handler does not keep it. Signal `change-wanted`: a person
 * wants to edit the article. */

G_END_DECLS
