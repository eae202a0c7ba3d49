/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for a view's name and icon, and commits what is answered through the shell
 * that `widget` stands in. A window of its own, since input methods break in
 * popovers. Does nothing when the view is gone. */
void daybook_view_dialog_present (GtkWidget       *widget,
                                  DaybookStore    *store,
                                  const DaybookId *view);

G_END_DECLS
