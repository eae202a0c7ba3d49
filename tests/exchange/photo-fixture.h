/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"
#include "exchange/photo.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* Pictures, made for the test. Everything returned is the caller's. */

/* Red, green, blue and grey quarters, from the left above to the right below. */
GdkPixbuf *fixture_photo_quarters   (int           width,
                                     int           height);
/* Of many colours, the same each time: nothing packs it. */
GdkPixbuf *fixture_photo_noise      (int           width,
                                     int           height);
/* As a file of the kind that gdk-pixbuf calls so. */
GBytes    *fixture_photo_encode     (GdkPixbuf    *pixbuf,
                                     const char   *kind);
/* What a file shows; NULL when it shows nothing. */
GdkPixbuf *fixture_photo_decode     (GBytes       *bytes);
/* A file of that kind with such quarters; or, whatever the size, a GIF of 4 × 2 pixels and two frames, a
 * red one and one that covers it in blue. */
GBytes    *fixture_photo_make       (const char   *kind,
                                     int           width,
                                     int           height);

/* A JPEG with a segment more in front. */
GBytes    *fixture_photo_segment    (GBytes       *jpeg,
                                     guint8        marker,
                                     gconstpointer data,
                                     gsize         length);
/* What Exif says of a camera, a place, and how the camera was held (1 to 8). `order`: "II" or "MM". */
GBytes    *fixture_photo_exif       (const char   *order,
                                     guint         orientation);
/* A JPEG that says so. */
GBytes    *fixture_photo_held       (GBytes       *jpeg,
                                     const char   *order,
                                     guint         orientation);
#define FIXTURE_CAMERA "Candid 7 of Mr Wang"
#define FIXTURE_PLACE "3 Willow Lane, Suzhou"

/* A PNG of such a size whose pixels are what `packed` unpacks to; 8 bits of grey. NULL: none. */
GBytes    *fixture_photo_png        (guint32       width,
                                     guint32       height,
                                     GBytes       *packed);
/* The same with a chunk more in front of the pixels. */
GBytes    *fixture_photo_chunk      (GBytes       *png,
                                     const char   *type,
                                     GBytes       *data);
/* So often the same byte, packed with deflate as in a PNG. */
GBytes    *fixture_photo_packed     (char          byte,
                                     gsize         length);

/* One pixel, without loss. */
GBytes    *fixture_photo_webp       (void);

/* With other bytes at a place. */
GBytes    *fixture_photo_changed    (GBytes       *bytes,
                                     gsize         at,
                                     gconstpointer data,
                                     gsize         length);
/* With more behind. */
GBytes    *fixture_photo_joined     (GBytes       *bytes,
                                     gconstpointer data,
                                     gsize         length);
/* Whether the text is anywhere in it. */
gboolean   fixture_photo_has        (GBytes       *bytes,
                                     const char   *text);

/* Reads what must be good. */
DaybookPhoto *fixture_photo_read    (GBytes       *bytes);
/* Reads what must not, and the sentence for that must have these words. */
void       fixture_photo_assert_refused (GBytes       *bytes,
                                         DaybookError  code,
                                         const char   *words);
/* The photo is what it says; so is its thumbnail. */
void       fixture_photo_assert_is  (DaybookPhoto *photo,
                                     const char   *type,
                                     int           width,
                                     int           height);

G_END_DECLS
