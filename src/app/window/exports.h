/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/shell.h"
#include "app/window/window.h"
#include "core/mask.h"

G_BEGIN_DECLS

/* Asks into which file the list is to go, and whether personal data is to be in it in
 * full; writes it in the background (window/work.h), and says where it is in a toast
 * that opens its folder. */
void daybook_exports_begin (DaybookWindow           *window,
                            const DaybookListExport *list);
/* Asks whether personal data is to be in full, where the person at the desk may have it so, and
 * what the answer was. */
void daybook_exports_ask_mask (DaybookWindow        *window,
                            GtkFileChooser          *chooser);
DaybookShow daybook_exports_get_mask (GtkFileChooser *chooser);
/* The name of a file of today: "Orders 2026-11-22.pdf". (transfer full) */
char *daybook_exports_name (DaybookWindow           *window,
                            const char              *title,
                            const char              *suffix);
/* Says that the file is there, in a toast that opens its folder. */
void daybook_exports_tell  (DaybookWindow           *window,
                            const char              *path,
                            const char              *text);

G_END_DECLS
