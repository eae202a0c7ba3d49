/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The call sheet in a window of its own, beside whatever page is in sight: of a case, an order or a customer. It goes when
 * what came of the call is written down. `parent` is a widget of the shop's window. */
void daybook_call_window_present (GtkWidget        *parent,
                                  DaybookDesk      *desk,
                                  const DaybookRow *of);

G_END_DECLS
