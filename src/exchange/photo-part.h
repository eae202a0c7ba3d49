/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What of a picture from outside gdk-pixbuf's loaders get to see. They keep texts and profiles that a
 * PNG has packed to a thousandth, take for whole what is cut off, leave unset what they did not draw,
 * and trust a GIF or a TIFF on how much memory its frames and rows need. So each file is looked
 * through first: by its headers alone, nothing is unpacked. */
typedef struct
{
  const char *name;      /* of the format, for people: "JPEG" */
  const char *loader;    /* gdk-pixbuf's name of it: "jpeg" */
  gboolean    in_pieces; /* its loader can be fed bit by bit, and stopped between; that of GIF would
                          * draw all of it anew each time */
  gboolean    from_top;  /* ... draws row by row from the top */
  GBytes     *bytes;     /* up to the end of its first picture, with nothing that is not drawn */
  guint32     width;     /* in pixels, as the header says */
  guint32     height;
} DaybookPhotoPart;

/* Looks through a file.
 * Errors: FORMAT (no picture, a format that is not read, cut off, damaged), REFUSED (too many pixels). */
gboolean daybook_photo_part_find       (GBytes            *file,
                                        DaybookPhotoPart  *part,
                                        GError           **error);
/* Frees what the part holds, not the part. */
void     daybook_photo_part_clear      (DaybookPhotoPart  *part);

/* Whether a picture of that size, in pixels, is read. Errors: FORMAT (none), REFUSED (too many). */
gboolean daybook_photo_part_check_size (guint32            width,
                                        guint32            height,
                                        GError           **error);

/* Set FORMAT with the sentence for it. Always FALSE. */
gboolean daybook_photo_part_refuse_format  (const char    *name,
                                            GError       **error);
gboolean daybook_photo_part_refuse_cut_off (GError       **error);
gboolean daybook_photo_part_refuse_damaged (GError       **error);
gboolean daybook_photo_part_refuse_unusual (GError       **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookPhotoPart, daybook_photo_part_clear)

G_END_DECLS
