/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/photo-part.h"

#include "exchange/photo-look.h"
#include "exchange/photo.h"
#include "exchange/refuse.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *begins; /* ? stands for any byte */
  gsize       length;
  const char *name;
  const char *loader; /* NULL: not read */
  gboolean    in_pieces;
  gboolean    from_top;
  gboolean  (*look) (const DaybookPhotoView  *view,
                     DaybookPhotoPart        *part,
                     GError                 **error);
} Format;

gboolean
daybook_photo_part_refuse_format (const char  *name,
                                  GError     **error)
{
  /* Translators: %s is the name of a format: HEIC, AVIF, WebP. */
  return daybook_refuse (error, _("Pictures in the format %s cannot be read. Save the picture as JPEG or PNG, "
                                  "and add that."), name);
}

gboolean
daybook_photo_part_refuse_cut_off (GError **error)
{
  return daybook_refuse (error, _("The picture is cut off. Copy or download it again, or ask for it once more."));
}

gboolean
daybook_photo_part_refuse_damaged (GError **error)
{
  return daybook_refuse (error, _("The picture is damaged. Copy or download it again, or ask for it once more."));
}

gboolean
daybook_photo_part_refuse_unusual (GError **error)
{
  return daybook_refuse (error, _("The picture is stored in an unusual way that is not read. Save it as JPEG or PNG "
                                  "with another program, and add that."));
}

gboolean
daybook_photo_part_check_size (guint32   width,
                               guint32   height,
                               GError  **error)
{
  if (width == 0 || height == 0)
    return daybook_refuse (error, _("The picture has no pixels. Choose another one."));
  if ((guint64) width * height <= DAYBOOK_PHOTO_PIXELS_MAX)
    return TRUE;

  /* Translators: %u × %u is a width and a height. */
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               _("The picture has %u × %u pixels, and 64 megapixels are the most. Make it smaller, and add that."),
               width, height);
  return FALSE;
}

static guint32
number (const guint8 *bytes,
        guint         n,
        gboolean      big_endian)
{
  guint32 value = 0;

  for (guint i = 0; i < n; i++)
    value = value << 8 | bytes[big_endian ? i : n - 1 - i];
  return value;
}

guint32
daybook_photo_big (const DaybookPhotoView *view,
                   gsize                   at,
                   guint                   n)
{
  return at <= view->size && view->size - at >= n ? number (view->data + at, n, TRUE) : 0;
}

guint32
daybook_photo_little (const DaybookPhotoView *view,
                      gsize                   at,
                      guint                   n)
{
  return at <= view->size && view->size - at >= n ? number (view->data + at, n, FALSE) : 0;
}

void
daybook_photo_take (const DaybookPhotoView *view,
                    DaybookPhotoPart       *part,
                    gsize                   length)
{
  part->bytes = g_bytes_new_from_bytes (view->file, 0, length);
}

#define BEGINS(text) (text), sizeof (text) - 1

static const Format FORMATS[] = {
  { BEGINS ("\xff\xd8\xff"), "JPEG", "jpeg", TRUE, TRUE, daybook_photo_look_at_jpeg },
  { BEGINS ("\x89PNG\r\n\x1a\n"), "PNG", "png", TRUE, TRUE, daybook_photo_look_at_png },
  { BEGINS ("RIFF????WEBPVP8"), "WebP", "webp", FALSE, TRUE, daybook_photo_look_at_webp },
  { BEGINS ("GIF8?a"), "GIF", "gif", FALSE, FALSE, daybook_photo_look_at_gif },
  { BEGINS ("BM????\0\0\0\0"), "BMP", "bmp", FALSE, FALSE, daybook_photo_look_at_bmp },
  { BEGINS ("II*\0"), "TIFF", "tiff", FALSE, FALSE, daybook_photo_look_at_tiff },
  { BEGINS ("MM\0*"), "TIFF", "tiff", FALSE, FALSE, daybook_photo_look_at_tiff },
  { BEGINS ("????ftyphe"), "HEIC", NULL, FALSE, FALSE, NULL },
  { BEGINS ("????ftypmif1"), "HEIC", NULL, FALSE, FALSE, NULL },
  { BEGINS ("????ftypavi"), "AVIF", NULL, FALSE, FALSE, NULL },
};

static gboolean
fits (const Format           *format,
      const DaybookPhotoView *view)
{
  if (view->size < format->length)
    return FALSE;
  for (gsize i = 0; i < format->length; i++)
    if (format->begins[i] != '?' && (guint8) format->begins[i] != view->data[i])
      return FALSE;
  return TRUE;
}

static const Format *
find_format (const DaybookPhotoView *view)
{
  for (gsize i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    if (fits (&FORMATS[i], view))
      return &FORMATS[i];
  return NULL;
}

gboolean
daybook_photo_part_find (GBytes            *file,
                         DaybookPhotoPart  *part,
                         GError           **error)
{
  DaybookPhotoView view = { file, NULL, 0 };
  const Format *format;

  view.data = g_bytes_get_data (file, &view.size);
  format = find_format (&view);
  if (format == NULL)
    return daybook_refuse (error, _("This is no picture. Choose a photo, saved as JPEG or PNG."));
  if (format->loader == NULL)
    return daybook_photo_part_refuse_format (format->name, error);

  part->name = format->name;
  part->loader = format->loader;
  part->in_pieces = format->in_pieces;
  part->from_top = format->from_top;
  return format->look (&view, part, error)
         && daybook_photo_part_check_size (part->width, part->height, error);
}

void
daybook_photo_part_clear (DaybookPhotoPart *part)
{
  g_clear_pointer (&part->bytes, g_bytes_unref);
}
