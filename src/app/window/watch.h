/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/window.h"

G_BEGIN_DECLS

/* Says in the window, once, what is new in the watched folder (app/watch/watch-folder.h);
 * not on the page that shows it. The window has its store. */
void daybook_watch_begin (DaybookWindow *window);

G_END_DECLS
