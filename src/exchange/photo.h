/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Photos that buyers send as evidence. A picture from outside is decoded, put upright, made smaller
 * where it is large and encoded anew, so that nothing but what it shows is kept: no place, no camera,
 * no comment, no colour profile, and nothing that somebody hid behind it. */

/* In bytes: what is read of a file. */
#define DAYBOOK_PHOTO_FILE_MAX (32 * 1024 * 1024)
/* 64 megapixels as the makers of phones count them: 9248 × 6936 is one of theirs. */
#define DAYBOOK_PHOTO_PIXELS_MAX (64 * 1024 * 1024)
/* In pixels: the longer side of what is kept, and of its thumbnail. */
#define DAYBOOK_PHOTO_SIDE_MAX 2560
#define DAYBOOK_PHOTO_THUMBNAIL_MAX 256

typedef struct
{
  GBytes     *bytes;     /* the picture as it is kept */
  const char *type;      /* its MIME type: "image/jpeg", or "image/png" where parts of it can be seen
                          * through, or it was a small PNG */
  guint       width;     /* in pixels, upright */
  guint       height;
  GBytes     *thumbnail; /* the same, 256 pixels long at most; JPEG, or PNG where it can be seen through */
  char       *sha256;    /* of `bytes`, in hexadecimal */
} DaybookPhoto;

/* Reads a picture: JPEG and PNG, and WebP, GIF, BMP and TIFF where gdk-pixbuf has a loader for them;
 * of several frames or pages the first. What it is its content says. The same bytes give the same
 * photo each time. Any thread; one photo at a time, others wait: it may take some 600 MB.
 * Errors: FORMAT (no picture, a format that is not read, cut off, damaged, no pixels), REFUSED (too
 * large: DAYBOOK_PHOTO_FILE_MAX, DAYBOOK_PHOTO_PIXELS_MAX), FAILED (memory), CANCELLED. (transfer full) */
DaybookPhoto *daybook_photo_read (GBytes        *bytes,
                                  GCancellable  *cancellable,
                                  GError       **error);
/* The thumbnail alone, of a photo that was read before. Likewise. (transfer full) */
GBytes       *daybook_photo_make_thumbnail (GBytes        *bytes,
                                            GCancellable  *cancellable,
                                            GError       **error);
void          daybook_photo_free (DaybookPhoto  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPhoto, daybook_photo_free)

G_END_DECLS
