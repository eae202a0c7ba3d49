/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/photo-look.h"

#include <string.h>

/* A JPEG for the web comes in some ten scans, one for print in twice as many; each takes a pass over
 * all pixels. */
#define MAX_SCANS 32

#define JPEG_END 0xd9
#define JPEG_SCAN 0xda

/* The next marker that has something to say, and the place behind it; 0 where the file ends. */
static guint8
next_marker (const DaybookPhotoView *view,
             gsize                  *at)
{
  for (gsize i = *at; i + 1 < view->size; i++)
    {
      guint8 marker = view->data[i + 1];

      if (view->data[i] != 0xff || marker <= 0x01 || marker == 0xff || (marker >= 0xd0 && marker <= 0xd8))
        continue;
      *at = i + 2;
      return marker;
    }

  return 0;
}

static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Without what follows the picture: phones put a film there. */
gboolean
daybook_photo_look_at_jpeg (const DaybookPhotoView  *view,
                            DaybookPhotoPart        *part,
                            GError                 **error)
{
  guint n_scans = 0;
  gsize at = 0;
  guint8 marker;

  while ((marker = next_marker (view, &at)) != JPEG_END)
    {
      if (marker == 0)
        return daybook_photo_part_refuse_cut_off (error);
      if (marker == JPEG_SCAN && ++n_scans > MAX_SCANS)
        return daybook_photo_part_refuse_unusual (error);
      if (is_frame (marker))
        {
          part->height = daybook_photo_big (view, at + 3, 2);
          part->width = daybook_photo_big (view, at + 5, 2);
        }
      at += MAX (daybook_photo_big (view, at, 2), 2);
    }

  if (n_scans == 0)
    return daybook_photo_part_refuse_damaged (error);
  daybook_photo_take (view, part, at);
  return TRUE;
}

/* Only of the chunks that a decoder must know, and what can be seen through. */
gboolean
daybook_photo_look_at_png (const DaybookPhotoView  *view,
                           DaybookPhotoPart        *part,
                           GError                 **error)
{
  g_autoptr(GByteArray) taken = g_byte_array_new ();
  gboolean is_end = FALSE;
  gsize at = 8;

  g_byte_array_append (taken, view->data, (guint) at);
  while (!is_end)
    {
      guint64 length = 12 + (guint64) daybook_photo_big (view, at, 4);
      const guint8 *type;

      if (view->size - at < length)
        return daybook_photo_part_refuse_cut_off (error);
      type = view->data + at + 4;
      if (g_ascii_isupper (type[0]) || memcmp (type, "tRNS", 4) == 0)
        g_byte_array_append (taken, view->data + at, (guint) length);
      is_end = memcmp (type, "IEND", 4) == 0;
      at += length;
    }

  part->width = daybook_photo_big (view, 16, 4);
  part->height = daybook_photo_big (view, 20, 4);
  part->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&taken));
  return TRUE;
}

/* By the first chunk: lossy, without loss, or with more than the picture. FALSE: it moves. */
static gboolean
take_webp_size (const DaybookPhotoView *view,
                DaybookPhotoPart       *part)
{
  const guint32 sizes = daybook_photo_little (view, 21, 4);

  switch (view->data[15])
    {
    case 'X':
      part->width = 1 + daybook_photo_little (view, 24, 3);
      part->height = 1 + daybook_photo_little (view, 27, 3);
      return (daybook_photo_little (view, 20, 1) & 0x02) == 0;
    case 'L':
      part->width = 1 + (sizes & 0x3fff);
      part->height = 1 + (sizes >> 14 & 0x3fff);
      return TRUE;
    default:
      part->width = daybook_photo_little (view, 26, 2) & 0x3fff;
      part->height = daybook_photo_little (view, 28, 2) & 0x3fff;
      return TRUE;
    }
}

gboolean
daybook_photo_look_at_webp (const DaybookPhotoView  *view,
                            DaybookPhotoPart        *part,
                            GError                 **error)
{
  const guint64 length = 8 + (guint64) daybook_photo_little (view, 4, 4);

  if (view->size < 30 || view->size < length)
    return daybook_photo_part_refuse_cut_off (error);
  if (!take_webp_size (view, part))
    return daybook_photo_part_refuse_unusual (error);
  daybook_photo_take (view, part, (gsize) length);
  return TRUE;
}
