/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/photo-look.h"

/* What a directory of a TIFF may tell, by its number. */
enum
{
  TIFF_WIDTH = 256,
  TIFF_HEIGHT = 257,
  TIFF_BITS = 258, /* of each sample */
  TIFF_PACKING = 259,
  TIFF_SAMPLES = 277, /* of each pixel */
  TIFF_TILE_WIDTH = 322,
  TIFF_TILE_HEIGHT = 323,
};

/* In what kind of number. */
enum
{
  TIFF_SHORT = 3, /* two bytes */
  TIFF_LONG = 4,  /* four */
};

typedef guint32 (*Number) (const DaybookPhotoView *view,
                           gsize                   at,
                           guint                   n);

/* The size of a colour table, in bytes. */
static gsize
gif_colours (guint32 flags)
{
  return flags & 0x80 ? 3 * (2u << (flags & 7)) : 0;
}

/* The place behind a row of blocks; behind the file where that ends before. */
static gsize
skip_gif_blocks (const DaybookPhotoView *view,
                 gsize                   at)
{
  while (at < view->size && view->data[at] != 0)
    at += 1 + (gsize) view->data[at];
  return at + 1;
}

/* Whether the frame described at a place is within the picture. */
static gboolean
is_gif_frame_good (const DaybookPhotoView *view,
                   const DaybookPhotoPart *part,
                   gsize                   at)
{
  const guint32 width = daybook_photo_little (view, at + 4, 2);
  const guint32 height = daybook_photo_little (view, at + 6, 2);

  return width > 0 && daybook_photo_little (view, at, 2) + width <= part->width
         && height > 0 && daybook_photo_little (view, at + 2, 2) + height <= part->height;
}

/* Takes the first `length` bytes, and the end that the others would have had. */
static void
take_with_end (const DaybookPhotoView *view,
               DaybookPhotoPart       *part,
               gsize                   length)
{
  GByteArray *taken = g_byte_array_sized_new ((guint) length + 1);

  g_byte_array_append (taken, view->data, (guint) length);
  g_byte_array_append (taken, (const guint8 *) ";", 1);
  part->bytes = g_byte_array_free_to_bytes (taken);
}

/* Of the first frame. */
gboolean
daybook_photo_look_at_gif (const DaybookPhotoView  *view,
                           DaybookPhotoPart        *part,
                           GError                 **error)
{
  gsize at = 13 + gif_colours (daybook_photo_little (view, 10, 1));
  guint32 kind;

  part->width = daybook_photo_little (view, 6, 2);
  part->height = daybook_photo_little (view, 8, 2);
  while ((kind = daybook_photo_little (view, at++, 1)) != ',')
    {
      if (at > view->size)
        return daybook_photo_part_refuse_cut_off (error);
      if (kind == ';')
        return daybook_photo_part_refuse_damaged (error);
      if (kind == '!')
        at = skip_gif_blocks (view, at + 1);
    }

  if (view->size - at >= 9 && !is_gif_frame_good (view, part, at))
    return daybook_photo_part_refuse_unusual (error);
  at = skip_gif_blocks (view, at + 10 + gif_colours (daybook_photo_little (view, at + 8, 1)));
  if (at > view->size)
    return daybook_photo_part_refuse_cut_off (error);
  take_with_end (view, part, at);
  return TRUE;
}

/* Where its loader begins to read rows, at the latest. */
static guint64
bmp_rows_begin (const DaybookPhotoView *view,
                guint32                 packing)
{
  const guint32 header = daybook_photo_little (view, 14, 4);
  const guint32 depth = daybook_photo_little (view, 28, 2);
  const guint32 n_colours = daybook_photo_little (view, 46, 4);
  guint64 begin = 14 + (guint64) header;

  if (packing != 0 && header == 40)
    begin += 12;
  if (depth <= 8)
    begin += 4 * (guint64) (n_colours > 0 ? n_colours : 1u << depth);
  return begin;
}

/* With its rows as they are (0), also such that say which bits are which colour (3). */
gboolean
daybook_photo_look_at_bmp (const DaybookPhotoView  *view,
                           DaybookPhotoPart        *part,
                           GError                 **error)
{
  const gint32 width = (gint32) daybook_photo_little (view, 18, 4);
  const gint64 height = (gint32) daybook_photo_little (view, 22, 4);
  const guint32 header = daybook_photo_little (view, 14, 4);
  const guint32 packing = daybook_photo_little (view, 30, 4);
  const guint64 begin = daybook_photo_little (view, 10, 4);
  guint64 row;

  if (view->size < 54)
    return daybook_photo_part_refuse_cut_off (error);
  if (header < 40 || header > 124 || width < 0 || (packing != 0 && packing != 3)
      || begin < bmp_rows_begin (view, packing))
    return daybook_photo_part_refuse_unusual (error);

  part->width = (guint32) width;
  part->height = (guint32) ABS (height);
  row = ((guint64) part->width * daybook_photo_little (view, 28, 2) + 31) / 32 * 4;
  if (begin > view->size || (part->height > 0 && row > (view->size - begin) / part->height))
    return daybook_photo_part_refuse_cut_off (error);
  daybook_photo_take (view, part, view->size);
  return TRUE;
}

/* Whether at most four samples of at most eight bits make a pixel. */
static gboolean
are_tiff_bits_few (const DaybookPhotoView *view,
                   Number                  number,
                   gsize                   entry)
{
  const guint32 count = number (view, entry + 4, 4);
  gsize at = count <= 2 ? entry + 8 : number (view, entry + 8, 4);

  if (count > 4)
    return FALSE;
  for (guint i = 0; i < count; i++)
    if (number (view, at + 2 * i, 2) > 8)
      return FALSE;
  return TRUE;
}

/* Whether an entry lets the picture be one of plain rows; takes its size. */
static gboolean
take_tiff_entry (const DaybookPhotoView *view,
                 Number                  number,
                 gsize                   entry,
                 DaybookPhotoPart       *part)
{
  const guint32 type = number (view, entry + 2, 2);
  const guint32 value = number (view, entry + 8, type == TIFF_SHORT ? 2 : 4);

  switch (number (view, entry, 2))
    {
    case TIFF_WIDTH:
      part->width = value;
      return type == TIFF_SHORT || type == TIFF_LONG;
    case TIFF_HEIGHT:
      part->height = value;
      return type == TIFF_SHORT || type == TIFF_LONG;
    case TIFF_BITS:
      return type == TIFF_SHORT && are_tiff_bits_few (view, number, entry);
    case TIFF_PACKING: /* none, LZW, deflate under both its numbers, PackBits */
      return type == TIFF_SHORT && (value == 1 || value == 5 || value == 8 || value == 32946 || value == 32773);
    case TIFF_SAMPLES:
      return type == TIFF_SHORT && value <= 4;
    case TIFF_TILE_WIDTH:
    case TIFF_TILE_HEIGHT:
      return FALSE;
    default:
      return TRUE;
    }
}

/* Of the first page, with plain rows: libtiff unpacks as many samples, or as large a tile, as it is told. */
gboolean
daybook_photo_look_at_tiff (const DaybookPhotoView  *view,
                            DaybookPhotoPart        *part,
                            GError                 **error)
{
  const Number number = view->data[0] == 'M' ? daybook_photo_big : daybook_photo_little;
  gsize entry = number (view, 4, 4);
  guint32 n = number (view, entry, 2);

  entry += 2;
  if (entry > view->size || (view->size - entry) / 12 < n)
    return daybook_photo_part_refuse_cut_off (error);
  for (; n > 0; n--, entry += 12)
    if (!take_tiff_entry (view, number, entry, part))
      return daybook_photo_part_refuse_unusual (error);
  daybook_photo_take (view, part, view->size);
  return TRUE;
}
