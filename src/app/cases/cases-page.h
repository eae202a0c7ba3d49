/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/list-page.h"

G_BEGIN_DECLS

/* The cases of one register: a list with the columns that its definition names, its views, and a
 * panel in which a case is worked on. */
#define DAYBOOK_TYPE_CASES_PAGE (daybook_cases_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCasesPage, daybook_cases_page, DAYBOOK, CASES_PAGE, DaybookListPage)

/* `part`: the register's key. */
DaybookPage *daybook_cases_page_new       (DaybookStore     *store,
                                           const char       *part);
/* Begins a new case in the panel, of an order, a line of one, a customer, or of none (NULL). */
void         daybook_cases_page_begin_new (DaybookCasesPage *self,
                                           const DaybookRow *from);
/* The register's key. */
const char  *daybook_cases_page_get_part  (DaybookCasesPage *self);
/* Whether something is written in it that is in no book yet: a new case, a note, a move. */
gboolean     daybook_cases_page_is_writing (DaybookCasesPage *self);

G_END_DECLS
