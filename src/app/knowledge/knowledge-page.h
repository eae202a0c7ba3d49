/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/view-page.h"

G_BEGIN_DECLS

/* What the shop knows: its articles as a list, found the best first, and one of them to read. */
#define DAYBOOK_TYPE_KNOWLEDGE_PAGE (daybook_knowledge_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookKnowledgePage, daybook_knowledge_page, DAYBOOK, KNOWLEDGE_PAGE, DaybookViewPage)

DaybookPage     *daybook_knowledge_page_new  (DaybookStore         *store);
/* Its views, for the sidebar. (transfer none) */
DaybookViewList *daybook_article_views_for   (DaybookStore         *store);
/* Opens the editor on the article in the panel. */
void             daybook_knowledge_page_edit (DaybookKnowledgePage *self);
/* Opens the editor on a new one. */
void             daybook_knowledge_page_add  (DaybookKnowledgePage *self);
/* Opens it on the page of a product, to be filled in. */
void             daybook_knowledge_page_write_product (DaybookKnowledgePage *self,
                                                       const DaybookId      *product);

G_END_DECLS
