/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Imports: those of the past, newest first, and the one that goes on now. */
#define DAYBOOK_TYPE_IMPORTS_PAGE (daybook_imports_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookImportsPage, daybook_imports_page, DAYBOOK, IMPORTS_PAGE, DaybookPage)

DaybookPage *daybook_imports_page_new    (DaybookStore       *store);
/* Queues files and shows the first of them. (element-type GFile) */
void         daybook_imports_page_import (DaybookImportsPage *self,
                                          GListModel         *files);
/* Asks for reviews that were copied from a platform's page. */
void         daybook_imports_page_paste  (DaybookImportsPage *self);

G_END_DECLS
