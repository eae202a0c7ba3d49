/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for whom a new activity list is and what they are told, counts them as it is said, and makes the list through the shell
 * that `widget` stands in. `segment`: that of customer value (core/rfm.h) which is offered first, by its key; NULL: none. */
void daybook_activity_dialog_present (GtkWidget   *widget,
                                      DaybookDesk *desk,
                                      const char  *segment);

G_END_DECLS
