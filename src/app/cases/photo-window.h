/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The photos of a case one by one, as large as the window: to the next and the previous, into a file,
 * or out of the case. */
#define DAYBOOK_TYPE_PHOTO_WINDOW (daybook_photo_window_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhotoWindow, daybook_photo_window, DAYBOOK, PHOTO_WINDOW, AdwWindow)

/* Over the window of `parent`. `photos`: rows of attachments, of which the one at `at` is shown first; a
 * reference is taken. */
GtkWindow *daybook_photo_window_new (GtkWidget   *parent,
                                     DaybookDesk *desk,
                                     GPtrArray   *photos,
                                     guint        at);

/* Signal `remove` (DaybookRow *photo): it is to go; the window has closed. */

G_END_DECLS
