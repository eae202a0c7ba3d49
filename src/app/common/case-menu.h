/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The registers that the shop shows, each the beginning of a new case of the row: an order, a line of
 * one, or a customer. (transfer full) */
GMenuModel *daybook_case_menu_new    (DaybookDesk      *desk,
                                      const DaybookRow *row);
/* Gives the button that menu, made anew each time it is opened. */
void        daybook_case_menu_attach (GtkMenuButton    *button,
                                      DaybookDesk      *desk,
                                      const DaybookRow *row);

G_END_DECLS
