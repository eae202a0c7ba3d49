/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/view-page.h"

G_BEGIN_DECLS

/* What the shop says to customers again and again: every phrase in use that is nobody else's own, which of them are said
 * most often and which never, and one of them to read and to write. */
#define DAYBOOK_TYPE_PHRASES_PAGE (daybook_phrases_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhrasesPage, daybook_phrases_page, DAYBOOK, PHRASES_PAGE, DaybookViewPage)

/* One that was not said for so many days counts as unused. */
#define DAYBOOK_UNUSED_DAYS 90

DaybookPage     *daybook_phrases_page_new   (DaybookStore       *store);
/* Its views, for the sidebar. (transfer full) */
DaybookViewList *daybook_phrase_views_for   (DaybookStore       *store);
/* Opens the phrase in the panel, with its form. */
void             daybook_phrases_page_edit  (DaybookPhrasesPage *self,
                                             const DaybookId    *id);

/* Commands: those of a view page; `new-phrase`, `edit-phrase`, `duplicate-phrase`. */

G_END_DECLS
