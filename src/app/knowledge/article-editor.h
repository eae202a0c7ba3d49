/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where an article is written: Markdown at one side, and at the other what becomes of it. */
#define DAYBOOK_TYPE_ARTICLE_EDITOR (daybook_article_editor_get_type ())
G_DECLARE_FINAL_TYPE (DaybookArticleEditor, daybook_article_editor, DAYBOOK, ARTICLE_EDITOR, AdwWindow)

/* `row`: the article; NULL: a new one. Takes a reference of its own. */
GtkWindow *daybook_article_editor_new (GtkWindow        *parent,
                                       DaybookDesk      *desk,
                                       const DaybookRow *row);

/* A new one, of which something is written already: `draft` is copied. */
GtkWindow *daybook_article_editor_new_draft (GtkWindow        *parent,
                                             DaybookDesk      *desk,
                                             const DaybookRow *draft);

/* Signal `saved` (DaybookEdit *edit, const DaybookId *id): to be committed; `id`: the article's. The handler does not
 * keep them. What was written is kept when the window is closed, too. */

G_END_DECLS
