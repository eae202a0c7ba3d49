/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/list-page.h"

G_BEGIN_DECLS

/* Every announcement, the newest first: what the person at the desk has not read is bold, what is over is dim. */
#define DAYBOOK_TYPE_ANNOUNCEMENTS_PAGE (daybook_announcements_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookAnnouncementsPage, daybook_announcements_page, DAYBOOK, ANNOUNCEMENTS_PAGE, DaybookListPage)

DaybookPage *daybook_announcements_page_new (DaybookStore *store);

/* Commands: those of a list page; `done`: read; `trash`. */

G_END_DECLS
