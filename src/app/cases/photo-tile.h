/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One photo of a case, small, as a button: its name for a screen reader is the file's, with what there is
 * to know of it. */
#define DAYBOOK_TYPE_PHOTO_TILE (daybook_photo_tile_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhotoTile, daybook_photo_tile, DAYBOOK, PHOTO_TILE, GtkButton)

/* `row`: of an attachment. */
GtkWidget        *daybook_photo_tile_new     (DaybookDesk      *desk,
                                              const DaybookRow *row);
/* (transfer none) */
const DaybookRow *daybook_photo_tile_get_row (DaybookPhotoTile *self);
/* Shows what it is; NULL: there is nothing to show, and `problem` says why. */
void              daybook_photo_tile_show    (DaybookPhotoTile *self,
                                              GdkTexture       *picture,
                                              const char       *problem);

/* "1.2 MB · 2560 × 1920 · 林晓 · 08:02" (transfer full) */
char             *daybook_photo_describe     (DaybookDesk      *desk,
                                              const DaybookRow *row);

/* Signal `remove`: the Delete key. */

G_END_DECLS
