/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the window shows when the book cannot be opened: why, and which folder. One
 * that is damaged, empty or another program's can be replaced by a backup; then
 * the application's action `reopen` is asked for; another folder is opened by its
 * action `open-folder`. */
#define DAYBOOK_TYPE_FAILURE_PAGE (daybook_failure_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFailurePage, daybook_failure_page, DAYBOOK, FAILURE_PAGE, AdwBin)

GtkWidget *daybook_failure_page_new (const char   *folder,
                                     const GError *error);

G_END_DECLS
