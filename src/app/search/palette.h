/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/search/palette-item.h"
#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Ctrl+K (UX 11): one entry and one list of commands, places and rows. Nothing
 * typed: what was chosen lately, then what is possible. It is a window of its
 * own, since input methods break in popovers. */
#define DAYBOOK_TYPE_PALETTE (daybook_palette_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPalette, daybook_palette, DAYBOOK, PALETTE, AdwWindow)

/* `items` are what can be chosen now, in the order to show them in: those used lately
 * first (element-type DaybookPaletteItem); other rows are found by searching, and
 * stand behind. A reference is taken. */
GtkWindow *daybook_palette_new (GtkWindow    *parent,
                                DaybookStore *store,
                                GListModel   *items);

/* Signal `chosen` (DaybookPaletteItem *): the palette closes itself before. */

G_END_DECLS
