/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/row.h"
#include "store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pictures on their way into the text of an article that is being written: chosen, pasted, or dropped into it. What they
 * hold lies beside the book at once, so that they are seen; the book is told of those that stand in the text when it is
 * kept, and the others are swept with what nobody told of (store/attachments.h). */
#define DAYBOOK_TYPE_ARTICLE_PICTURES (daybook_article_pictures_get_type ())
G_DECLARE_FINAL_TYPE (DaybookArticlePictures, daybook_article_pictures, DAYBOOK, ARTICLE_PICTURES, GObject)

/* Goes with `text`, which it borrows: from now on what is pasted and dropped there is taken. */
DaybookArticlePictures *daybook_article_pictures_new    (DaybookStore           *store,
                                                         GtkTextView            *text);
/* Asks for files. What is said of the picture is selected then, so that it is typed. */
void                    daybook_article_pictures_choose (DaybookArticlePictures *self);
/* Adds those that stand in the body and that the article has not yet. Errors: as the reader; NOT_FOUND: one has waited so
 * long that it was swept. */
gboolean                daybook_article_pictures_build  (DaybookArticlePictures *self,
                                                         DaybookEdit            *edit,
                                                         const DaybookRow       *article,
                                                         GError                **error);

/* Signal `inserted`: something stands in the text now. Signal `refused` (const char *sentence): what was not taken, and
 * why. Signal `busy` (gboolean): pictures are being read, or no more. */

G_END_DECLS
