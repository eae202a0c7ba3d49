/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/window.h"

G_BEGIN_DECLS

/* Shows the window of all keys (Ctrl+?), made from the table of actions and from
 * what lists do themselves. */
void daybook_shortcuts_show (DaybookWindow *window);

G_END_DECLS
