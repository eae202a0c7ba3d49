/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/photo.h"

#include "core/error.h"
#include "exchange/photo-part.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* In bytes: what a loader gets at once, before it is asked whether to go on. */
#define PIECE 2048
/* In bytes: what a PNG may have to stay one, when nothing is seen through it. */
#define SMALL_PNG (1024 * 1024)
#define QUALITY "88"
#define THUMBNAIL_QUALITY "80"

static GMutex one_at_a_time;

/* A picture on its way through a loader. */
typedef struct
{
  const DaybookPhotoPart *part;
  GCancellable           *cancellable;
  GError                 *refused; /* why it is not decoded, when that is for its size */
  gboolean                begun;   /* it draws already */
  int                     n_rows;  /* drawn so far, from the top */
} Passage;

/* A picture on its way out of an encoder. */
typedef struct
{
  GByteArray   *bytes;
  gsize         most;
  GCancellable *cancellable;
} Sink;

static gboolean
is_stopped (GCancellable  *cancellable,
            GError       **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED,
                       _("Reading the picture was stopped. Nothing has changed."));
  return TRUE;
}

/* For whatever only fails when there is no memory for it. */
static gpointer
fail_for_memory (GError **error)
{
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FAILED,
                       _("There is not enough memory for this picture. Close other programs and try again, or make "
                         "it smaller."));
  return NULL;
}

/* Says in our words what a loader or an encoder had to say; takes it over. */
static gpointer
fail (GError  *reason,
      GError **error)
{
  if (reason != NULL && reason->domain == DAYBOOK_ERROR)
    {
      g_propagate_error (error, reason);
      return NULL;
    }

  if (g_error_matches (reason, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY))
    fail_for_memory (error);
  else
    daybook_photo_part_refuse_damaged (error);
  g_clear_error (&reason);
  return NULL;
}

static gboolean
check_file_size (gsize    size,
                 GError **error)
{
  g_autofree char *said = NULL;

  if (size <= DAYBOOK_PHOTO_FILE_MAX)
    return TRUE;

  said = g_format_size (size);
  /* Translators: %s is a size: 45.2 MB. */
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               _("The file of this picture has %s, and 32 MB are the most. Make it smaller, and add that."), said);
  return FALSE;
}

/* Before there is memory for pixels. A JPEG can be halved while it is decoded. */
static void
on_size_prepared (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  Passage         *self)
{
  int divisor = 1;

  if (!daybook_photo_part_check_size ((guint32) width, (guint32) height, &self->refused))
    {
      /* So a loader is told that nobody wants the pixels. */
      gdk_pixbuf_loader_set_size (loader, 0, 0);
      return;
    }

  while (divisor < 8 && MAX (width, height) / (2 * divisor) >= DAYBOOK_PHOTO_SIDE_MAX)
    divisor *= 2;
  if (divisor > 1 && g_str_equal (self->part->loader, "jpeg"))
    gdk_pixbuf_loader_set_size (loader, (width + divisor - 1) / divisor, (height + divisor - 1) / divisor);
}

static void
on_area_prepared (GdkPixbufLoader *loader,
                  Passage         *self)
{
  self->begun = TRUE;
}

static void
on_area_updated (GdkPixbufLoader *loader,
                 int              x,
                 int              y,
                 int              width,
                 int              height,
                 Passage         *self)
{
  self->n_rows = MAX (self->n_rows, y + height);
}

static gboolean
feed (GdkPixbufLoader  *loader,
      Passage          *self,
      GError          **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->part->bytes, &size);
  gsize piece = self->part->in_pieces ? PIECE : size;

  for (gsize at = 0; at < size; at += piece)
    if (is_stopped (self->cancellable, error)
        || !gdk_pixbuf_loader_write (loader, data + at, MIN (piece, size - at), error))
      return FALSE;

  /* What is not drawn now never will be, and is whatever was in memory. One that has not begun draws
   * when it is closed, and says what is wrong. */
  if (self->begun && self->part->from_top
      && self->n_rows < gdk_pixbuf_get_height (gdk_pixbuf_loader_get_pixbuf (loader)))
    return daybook_photo_part_refuse_cut_off (error);
  return TRUE;
}

static GdkPixbuf *
decode (const DaybookPhotoPart  *part,
        GCancellable            *cancellable,
        GError                 **error)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (part->loader, NULL);
  Passage passage = { part, cancellable, NULL, FALSE, 0 };
  GError *reason = NULL;
  gboolean good;

  if (loader == NULL)
    {
      daybook_photo_part_refuse_format (part->name, error);
      return NULL;
    }

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &passage);
  g_signal_connect (loader, "area-prepared", G_CALLBACK (on_area_prepared), &passage);
  g_signal_connect (loader, "area-updated", G_CALLBACK (on_area_updated), &passage);
  good = feed (loader, &passage, &reason);
  /* It wants to be closed in any case. */
  good = gdk_pixbuf_loader_close (loader, good ? &reason : NULL) && good;

  if (passage.refused != NULL)
    {
      g_clear_error (&reason);
      reason = passage.refused;
    }
  else if (good && gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
    return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
  return fail (reason, error);
}

/* The picture with a longer side of at most that; NULL when there is no memory for it. */
static GdkPixbuf *
shrink (GdkPixbuf *pixbuf,
        int        most)
{
  const int width = gdk_pixbuf_get_width (pixbuf);
  const int height = gdk_pixbuf_get_height (pixbuf);
  const int longer = MAX (width, height);

  if (longer <= most)
    return g_object_ref (pixbuf);
  return gdk_pixbuf_scale_simple (pixbuf, (int) MAX ((gint64) width * most / longer, 1),
                                  (int) MAX ((gint64) height * most / longer, 1), GDK_INTERP_BILINEAR);
}

/* As it is shown: small enough, and turned as the camera was held. */
static GdkPixbuf *
settle (GdkPixbuf  *pixbuf,
        GError    **error)
{
  g_autoptr(GdkPixbuf) small = shrink (pixbuf, DAYBOOK_PHOTO_SIDE_MAX);
  GdkPixbuf *upright = NULL;

  if (small != NULL && small != pixbuf)
    gdk_pixbuf_copy_options (pixbuf, small);
  if (small != NULL)
    upright = gdk_pixbuf_apply_embedded_orientation (small);
  return upright != NULL ? upright : fail_for_memory (error);
}

/* Whether anything is seen through it: most loaders add an alpha channel to whatever they read. */
static gboolean
is_transparent (GdkPixbuf *pixbuf)
{
  const guint8 *row = gdk_pixbuf_read_pixels (pixbuf);

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return FALSE;
  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y++, row += gdk_pixbuf_get_rowstride (pixbuf))
    for (int x = 0; x < gdk_pixbuf_get_width (pixbuf); x++)
      if (row[4 * x + 3] != 0xff)
        return TRUE;
  return FALSE;
}

static gboolean
on_encoded (const char  *buffer,
            gsize        count,
            GError     **error,
            gpointer     data)
{
  Sink *self = data;

  if (is_stopped (self->cancellable, error))
    return FALSE;
  if (count > self->most - self->bytes->len)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "larger than it may be");
      return FALSE;
    }

  g_byte_array_append (self->bytes, (const guint8 *) buffer, (guint) count);
  return TRUE;
}

/* `quality`: of a JPEG; NULL: a PNG.
 * Errors: G_IO_ERROR_NO_SPACE when it has more than `most` bytes, CANCELLED, FAILED. */
static GBytes *
encode (GdkPixbuf     *pixbuf,
        const char    *quality,
        gsize          most,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  Sink sink = { bytes, most, cancellable };
  GError *reason = NULL;
  char *keys[] = { (char *) "quality", NULL };
  char *values[] = { (char *) quality, NULL };
  gboolean good = quality != NULL
                    ? gdk_pixbuf_save_to_callbackv (pixbuf, on_encoded, &sink, "jpeg", keys, values, &reason)
                    : gdk_pixbuf_save_to_callbackv (pixbuf, on_encoded, &sink, "png", NULL, NULL, &reason);

  if (good)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  if (reason != NULL && (reason->domain == DAYBOOK_ERROR || reason->domain == G_IO_ERROR))
    {
      g_propagate_error (error, reason);
      return NULL;
    }
  g_clear_error (&reason);
  return fail_for_memory (error);
}

static gboolean
set_jpeg (DaybookPhoto  *self,
          GdkPixbuf     *pixbuf,
          GCancellable  *cancellable,
          GError       **error)
{
  self->type = "image/jpeg";
  self->bytes = encode (pixbuf, QUALITY, G_MAXUINT, cancellable, error);
  return self->bytes != NULL;
}

static gboolean
set_png (DaybookPhoto  *self,
         GdkPixbuf     *pixbuf,
         gsize          most,
         GCancellable  *cancellable,
         GError       **error)
{
  self->type = "image/png";
  self->bytes = encode (pixbuf, NULL, most, cancellable, error);
  return self->bytes != NULL;
}

static gboolean
set_bytes (DaybookPhoto            *self,
           GdkPixbuf               *pixbuf,
           const DaybookPhotoPart  *part,
           GCancellable            *cancellable,
           GError                 **error)
{
  g_autoptr(GError) reason = NULL;

  if (is_transparent (pixbuf))
    return set_png (self, pixbuf, G_MAXUINT, cancellable, error);
  if (!g_str_equal (part->loader, "png"))
    return set_jpeg (self, pixbuf, cancellable, error);

  if (set_png (self, pixbuf, SMALL_PNG, cancellable, &reason))
    return TRUE;
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return set_jpeg (self, pixbuf, cancellable, error);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static GBytes *
make_thumbnail (GdkPixbuf     *pixbuf,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(GdkPixbuf) small = shrink (pixbuf, DAYBOOK_PHOTO_THUMBNAIL_MAX);

  return small != NULL ? encode (small, is_transparent (small) ? NULL : THUMBNAIL_QUALITY, G_MAXUINT, cancellable, error)
                       : fail_for_memory (error);
}

static DaybookPhoto *
photo_new (GdkPixbuf               *pixbuf,
           const DaybookPhotoPart  *part,
           GCancellable            *cancellable,
           GError                 **error)
{
  g_autoptr(DaybookPhoto) self = g_new0 (DaybookPhoto, 1);

  self->thumbnail = make_thumbnail (pixbuf, cancellable, error);
  if (self->thumbnail == NULL || !set_bytes (self, pixbuf, part, cancellable, error))
    return NULL;

  self->width = (guint) gdk_pixbuf_get_width (pixbuf);
  self->height = (guint) gdk_pixbuf_get_height (pixbuf);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
  return g_steal_pointer (&self);
}

/* What the file shows, settled; the part is found on the way. */
static GdkPixbuf *
look (GBytes            *bytes,
      DaybookPhotoPart  *part,
      GCancellable      *cancellable,
      GError           **error)
{
  g_autoptr(GdkPixbuf) pixbuf = NULL;

  if (!check_file_size (g_bytes_get_size (bytes), error) || !daybook_photo_part_find (bytes, part, error))
    return NULL;

  pixbuf = decode (part, cancellable, error);
  return pixbuf != NULL ? settle (pixbuf, error) : NULL;
}

DaybookPhoto *
daybook_photo_read (GBytes        *bytes,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&one_at_a_time);
  g_auto(DaybookPhotoPart) part = { 0 };
  g_autoptr(GdkPixbuf) pixbuf = look (bytes, &part, cancellable, error);

  return pixbuf != NULL ? photo_new (pixbuf, &part, cancellable, error) : NULL;
}

GBytes *
daybook_photo_make_thumbnail (GBytes        *bytes,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&one_at_a_time);
  g_auto(DaybookPhotoPart) part = { 0 };
  g_autoptr(GdkPixbuf) pixbuf = look (bytes, &part, cancellable, error);

  return pixbuf != NULL ? make_thumbnail (pixbuf, cancellable, error) : NULL;
}

void
daybook_photo_free (DaybookPhoto *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->thumbnail, g_bytes_unref);
  g_free (self->sha256);
  g_free (self);
}
