/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The first page of an empty book (UX habit 22): three doors, nothing else
 * asked.
 *
 * Signals:
 *   files-chosen (GListModel *files)  a person chose or dropped order files;
 *                                     the list holds GFile objects
 *   sample-requested ()               a person wants to look around first */
#define DAYBOOK_TYPE_START_PAGE (daybook_start_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookStartPage, daybook_start_page, DAYBOOK, START_PAGE, AdwBin)

GtkWidget *daybook_start_page_new (void);

G_END_DECLS
