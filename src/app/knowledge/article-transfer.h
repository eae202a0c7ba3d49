/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/list-page.h"

G_BEGIN_DECLS

/* Articles in and out of the book, for the page that lists them: files that are chosen or dropped come in
 * (knowledge/articles-import-view.h), all articles or those at hand go out as files and onto paper. */

/* Takes files that are dropped on the page; those that are no articles go on to the import of orders. */
void     daybook_article_transfer_watch   (DaybookListPage *page);
/* FALSE: the command is none of these. */
gboolean daybook_article_transfer_can     (DaybookListPage *page,
                                           const char      *command,
                                           gboolean        *possible);
gboolean daybook_article_transfer_perform (DaybookListPage *page,
                                           const char      *command);
/* Reads the files beside the list, to be looked at. */
void     daybook_article_transfer_import  (DaybookListPage *page,
                                           GListModel      *files);

G_END_DECLS
