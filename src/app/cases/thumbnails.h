/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/photo.h"
#include "store/store.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Pictures of the files of cases, for the window. Thumbnails are derived: they are kept in the
 * user's cache folder by the hash, and made again where they are missing there. */

typedef enum
{
  DAYBOOK_PICTURE_THUMBNAIL,
  DAYBOOK_PICTURE_WHOLE,
} DaybookPictureSize;

/* In a thread. */
void        daybook_picture_load_async  (DaybookStore        *store,
                                         const char          *hash,
                                         DaybookPictureSize   size,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data);
/* (transfer full) Errors: as daybook_attachments_read() and daybook_photo_read(). */
GdkTexture *daybook_picture_load_finish (DaybookStore        *store,
                                         GAsyncResult        *result,
                                         GError             **error);
/* Keeps the thumbnail of a photo that was read just now. Any thread. */
void        daybook_thumbnail_keep      (const DaybookPhoto  *photo);

G_END_DECLS
