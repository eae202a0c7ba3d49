/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/list-page.h"

G_BEGIN_DECLS

/* The box on the table (OR-15): tracking numbers are scanned above, one after the other; each box goes to
 * its case, or waits in the list below until it has one. The panel has the box and its case. */
#define DAYBOOK_TYPE_BOXES_PAGE (daybook_boxes_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookBoxesPage, daybook_boxes_page, DAYBOOK, BOXES_PAGE, DaybookListPage)

DaybookPage *daybook_boxes_page_new   (DaybookStore     *store);
/* Puts the focus where numbers are scanned. */
void         daybook_boxes_page_begin (DaybookBoxesPage *self);
/* Does what scanning that text does. */
void         daybook_boxes_page_scan  (DaybookBoxesPage *self,
                                       const char       *text);

G_END_DECLS
