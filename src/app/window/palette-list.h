/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/search/palette-item.h"
#include "app/window/window.h"

G_BEGIN_DECLS

/* What the palette offers of the window: what was chosen lately, the places, and
 * the commands that are possible now. (transfer full) */
GListModel *daybook_palette_list     (DaybookWindow      *window,
                                      GListModel         *recent,
                                      GListModel         *places);
/* Puts the item at the head of those chosen lately. */
void        daybook_palette_remember (GListStore         *recent,
                                      DaybookPaletteItem *item);
/* Does what a command or a place says. */
void        daybook_palette_activate (GtkWidget          *window,
                                      DaybookPaletteItem *item);

G_END_DECLS
