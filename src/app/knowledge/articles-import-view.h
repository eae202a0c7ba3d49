/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Articles on their way in from files: what is in them, file by file, is shown before anything of it is in the book. */
#define DAYBOOK_TYPE_ARTICLES_IMPORT_VIEW (daybook_articles_import_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookArticlesImportView, daybook_articles_import_view, DAYBOOK, ARTICLES_IMPORT_VIEW, AdwBin)

/* Begins to read them. `files`: GFile objects, folders too. */
GtkWidget *daybook_articles_import_view_new (DaybookDesk *desk,
                                             GListModel  *files);

/* Signal `edit` (DaybookEdit *edit): to be committed; the handler does not keep it. Signal `ended`: there is nothing more to
 * do here. */

G_END_DECLS
