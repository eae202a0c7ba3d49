/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/search/palette-item.h"
#include "app/search/recent.h"
#include "app/window/window.h"

G_BEGIN_DECLS

/* What the palette offers of the window: at most DAYBOOK_RECENT_SHOWN things used
 * lately, then the commands that are possible now, then the places. What was used
 * lately and cannot be done now, or is gone, is left out. (transfer full) */
GListModel *daybook_palette_list     (DaybookWindow      *window,
                                      DaybookRecent      *recent,
                                      GListModel         *places);
/* Does what a command or a place says. */
void        daybook_palette_activate (GtkWidget          *window,
                                      DaybookPaletteItem *item);

G_END_DECLS
