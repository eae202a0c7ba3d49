/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rfm.h"
#include "store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks by which days, sales and amounts customers are scored, and sets them, over the window of `parent`. `bounds` are
 * those in force. */
void daybook_bounds_dialog_run (GtkWidget              *parent,
                                DaybookStore           *store,
                                const DaybookRfmBounds *bounds);

G_END_DECLS
