/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* `said`: a sentence for a toast; `widget` as below, which is still there. */
typedef void (*DaybookPhotoSaved) (const char *said,
                                   gpointer    widget);

/* Asks over the window of `widget` into which file the photo is to go, and writes it in a thread.
 * Cancelling `chooser` closes the question. */
void daybook_photo_save_begin (GtkWidget         *widget,
                               DaybookStore      *store,
                               const DaybookRow  *photo,
                               GCancellable      *chooser,
                               DaybookPhotoSaved  saved);

G_END_DECLS
