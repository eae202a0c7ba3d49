/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/photo-part.h"

G_BEGIN_DECLS

/* How each format is looked through. Only photo-part.c calls these; what goes wrong it
 * has the sentences for. */

typedef struct
{
  GBytes       *file; /* borrowed */
  const guint8 *data; /* of the file */
  gsize         size;
} DaybookPhotoView;

/* The number of `n` bytes, at most four, at a place, the most or the least significant first; 0 where
 * the file ends before. */
guint32  daybook_photo_big          (const DaybookPhotoView  *view,
                                     gsize                    at,
                                     guint                    n);
guint32  daybook_photo_little       (const DaybookPhotoView  *view,
                                     gsize                    at,
                                     guint                    n);
/* Takes the first `length` bytes of the file for the picture. */
void     daybook_photo_take         (const DaybookPhotoView  *view,
                                     DaybookPhotoPart        *part,
                                     gsize                    length);

/* Take what is read of the picture, and its size, which may still be any. Errors: FORMAT. */
gboolean daybook_photo_look_at_jpeg (const DaybookPhotoView  *view,
                                     DaybookPhotoPart        *part,
                                     GError                 **error);
gboolean daybook_photo_look_at_png  (const DaybookPhotoView  *view,
                                     DaybookPhotoPart        *part,
                                     GError                 **error);
gboolean daybook_photo_look_at_webp (const DaybookPhotoView  *view,
                                     DaybookPhotoPart        *part,
                                     GError                 **error);
gboolean daybook_photo_look_at_gif  (const DaybookPhotoView  *view,
                                     DaybookPhotoPart        *part,
                                     GError                 **error);
gboolean daybook_photo_look_at_bmp  (const DaybookPhotoView  *view,
                                     DaybookPhotoPart        *part,
                                     GError                 **error);
gboolean daybook_photo_look_at_tiff (const DaybookPhotoView  *view,
                                     DaybookPhotoPart        *part,
                                     GError                 **error);

G_END_DECLS
