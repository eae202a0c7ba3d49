/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills the box with what has been done to a row, newest first: when, by whom,
 * what. What the program or an import did is dimmed. */
void daybook_order_history_fill (GtkBox           *box,
                                 DaybookDesk      *desk,
                                 const DaybookRow *row);

G_END_DECLS
