/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills the box with what was bought, a line each: title and variant, quantity
 * and price. An order of whose lines no file told shows the order's own title.
 * `lines`: (element-type DaybookRow), or NULL when they could not be read; `rest` says
 * below them how many are not among them, or is "". */
void daybook_order_lines_fill (GtkBox           *box,
                               DaybookDesk      *desk,
                               const DaybookRow *order,
                               GPtrArray        *lines,
                               const char       *rest);

G_END_DECLS
