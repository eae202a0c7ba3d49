/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Saves `text` as the note in `field` of the row, in the name of the person at the desk,
 * through the shell of `widget` or, when that window is closed, without one. */
void daybook_set_note (GtkWidget        *widget,
                       DaybookStore     *store,
                       const DaybookRow *row,
                       guint             field,
                       const char       *text);

G_END_DECLS
