/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "photo-fixture.h"

#include <string.h>

static void
append (GByteArray *array,
        const char *bytes,
        gsize       length)
{
  g_byte_array_append (array, (const guint8 *) bytes, (guint) length);
}

static void
append_number (GByteArray *array,
               guint32     value,
               guint       n,
               gboolean    big_endian)
{
  for (guint i = 0; i < n; i++)
    {
      guint8 byte = (guint8) (value >> 8 * (big_endian ? n - 1 - i : i));

      g_byte_array_append (array, &byte, 1);
    }
}

GdkPixbuf *
fixture_photo_quarters (int width,
                        int height)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  const guint32 colours[] = { 0xff0000ff, 0x00ff00ff, 0x0000ffff, 0x808080ff };

  for (int i = 0; i < 4; i++)
    {
      int x = i % 2 * (width / 2);
      int y = i / 2 * (height / 2);
      g_autoptr(GdkPixbuf) quarter = gdk_pixbuf_new_subpixbuf (pixbuf, x, y, width - width / 2, height - height / 2);

      gdk_pixbuf_fill (quarter, colours[i]);
    }

  return pixbuf;
}

GdkPixbuf *
fixture_photo_noise (int width,
                     int height)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  g_autoptr(GRand) dice = g_rand_new_with_seed (7);

  for (gsize i = 0; i < gdk_pixbuf_get_byte_length (pixbuf); i++)
    pixels[i] = (guint8) g_rand_int (dice);
  return pixbuf;
}

GBytes *
fixture_photo_encode (GdkPixbuf  *pixbuf,
                      const char *kind)
{
  g_autoptr(GError) error = NULL;
  char *bytes;
  gsize length;

  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &length, kind, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, length);
}

GdkPixbuf *
fixture_photo_decode (GBytes *bytes)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return gdk_pixbuf_new_from_stream (stream, NULL, NULL);
}

GBytes *
fixture_photo_segment (GBytes        *jpeg,
                       guint8         marker,
                       gconstpointer  data,
                       gsize          length)
{
  GByteArray *made = g_byte_array_new ();
  gsize size;
  const char *bytes = g_bytes_get_data (jpeg, &size);

  append (made, bytes, 2);
  append_number (made, 0xff00 | marker, 2, TRUE);
  append_number (made, (guint32) length + 2, 2, TRUE);
  append (made, data, length);
  append (made, bytes + 2, size - 2);
  return g_byte_array_free_to_bytes (made);
}

/* One entry of a directory: a number, or where a text is. */
static void
append_entry (GByteArray *array,
              guint32     tag,
              guint32     type,
              guint32     count,
              guint32     value,
              gboolean    big_endian)
{
  append_number (array, tag, 2, big_endian);
  append_number (array, type, 2, big_endian);
  append_number (array, count, 4, big_endian);
  append_number (array, value, type == 3 ? 2 : 4, big_endian);
  append_number (array, 0, type == 3 ? 2 : 0, big_endian);
}

GBytes *
fixture_photo_exif (const char *order,
                    guint       orientation)
{
  GByteArray *made = g_byte_array_new ();
  const gboolean big = *order == 'M';
  const guint32 places = 8 + 2 + 3 * 12 + 4;
  const guint32 texts = places + 2 + 12 + 4;

  append (made, "Exif\0\0", 6);
  append (made, order, 2);
  append_number (made, 42, 2, big);
  append_number (made, 8, 4, big);
  append_number (made, 3, 2, big);
  append_entry (made, 0x010f, 2, sizeof FIXTURE_CAMERA, texts, big);
  append_entry (made, 0x0112, 3, 1, orientation, big);
  append_entry (made, 0x8825, 4, 1, places, big);
  append_number (made, 0, 4, big);
  append_number (made, 1, 2, big);
  append_entry (made, 0x001c, 7, sizeof FIXTURE_PLACE, texts + sizeof FIXTURE_CAMERA, big);
  append_number (made, 0, 4, big);
  append (made, FIXTURE_CAMERA, sizeof FIXTURE_CAMERA);
  append (made, FIXTURE_PLACE, sizeof FIXTURE_PLACE);
  return g_byte_array_free_to_bytes (made);
}

static guint32
check_sum (const guint8 *bytes,
           gsize         length)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= bytes[i];
      for (int bit = 0; bit < 8; bit++)
        sum = sum & 1 ? sum >> 1 ^ 0xedb88320 : sum >> 1;
    }
  return ~sum;
}

static void
append_chunk (GByteArray *array,
              const char *type,
              GBytes     *data)
{
  gsize length = 0;
  const char *bytes = data != NULL ? g_bytes_get_data (data, &length) : NULL;
  guint begin;

  append_number (array, (guint32) length, 4, TRUE);
  begin = array->len;
  append (array, type, 4);
  append (array, bytes, length);
  append_number (array, check_sum (array->data + begin, array->len - begin), 4, TRUE);
}

GBytes *
fixture_photo_png (guint32  width,
                   guint32  height,
                   GBytes  *packed)
{
  GByteArray *made = g_byte_array_new ();
  GByteArray *head = g_byte_array_new ();
  g_autoptr(GBytes) header = NULL;

  append_number (head, width, 4, TRUE);
  append_number (head, height, 4, TRUE);
  append (head, "\x08\0\0\0\0", 5);
  header = g_byte_array_free_to_bytes (head);

  append (made, "\x89PNG\r\n\x1a\n", 8);
  append_chunk (made, "IHDR", header);
  append_chunk (made, "IDAT", packed);
  append_chunk (made, "IEND", NULL);
  return g_byte_array_free_to_bytes (made);
}

GBytes *
fixture_photo_chunk (GBytes     *png,
                     const char *type,
                     GBytes     *data)
{
  const gsize head = 8 + 12 + 13;
  GByteArray *made = g_byte_array_new ();
  gsize size;
  const char *bytes = g_bytes_get_data (png, &size);

  append (made, bytes, head);
  append_chunk (made, type, data);
  append (made, bytes + head, size - head);
  return g_byte_array_free_to_bytes (made);
}

GBytes *
fixture_photo_packed (char  byte,
                      gsize length)
{
  char bytes[16 * 1024];
  g_autoptr(GConverter) deflate = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GOutputStream) stream = g_converter_output_stream_new (memory, deflate);
  g_autoptr(GError) error = NULL;

  memset (bytes, byte, sizeof bytes);
  for (; length > 0; length -= MIN (length, sizeof bytes))
    g_output_stream_write_all (stream, bytes, MIN (length, sizeof bytes), NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

GBytes *
fixture_photo_held (GBytes     *jpeg,
                    const char *order,
                    guint       orientation)
{
  g_autoptr(GBytes) exif = fixture_photo_exif (order, orientation);

  return fixture_photo_segment (jpeg, 0xe1, g_bytes_get_data (exif, NULL), g_bytes_get_size (exif));
}

/* Codes are of three bits; the one that begins anew keeps them so. */
static GBytes *
make_gif (void)
{
  static const char GIF[] = "GIF89a\x04\0\x02\0\x80\0\0" "\xff\0\0\0\0\xff"
                            "!\xfe\x05" "Wang\0\0"
                            ",\0\0\0\0\x04\0\x02\0\0" "\x02\x05\x04\x08\x10\x20\x50\0"
                            ",\0\0\0\0\x04\0\x02\0\0" "\x02\x05\x4c\x98\x30\x61\x52\0"
                            ";";

  return g_bytes_new_static (GIF, sizeof GIF - 1);
}

GBytes *
fixture_photo_webp (void)
{
  static const char WEBP[] = "RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0";

  return g_bytes_new_static (WEBP, sizeof WEBP - 1);
}

GBytes *
fixture_photo_changed (GBytes        *bytes,
                       gsize          at,
                       gconstpointer  data,
                       gsize          length)
{
  gsize size;
  const guint8 *old = g_bytes_get_data (bytes, &size);
  guint8 *changed = g_memdup2 (old, size);

  g_assert_cmpuint (at + length, <=, size);
  memcpy (changed + at, data, length);
  return g_bytes_new_take (changed, size);
}

GBytes *
fixture_photo_joined (GBytes        *bytes,
                      gconstpointer  data,
                      gsize          length)
{
  GByteArray *made = g_byte_array_new ();
  gsize size;
  const char *old = g_bytes_get_data (bytes, &size);

  append (made, old, size);
  append (made, data, length);
  return g_byte_array_free_to_bytes (made);
}

gboolean
fixture_photo_has (GBytes     *bytes,
                   const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

DaybookPhoto *
fixture_photo_read (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  DaybookPhoto *photo = daybook_photo_read (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (photo);
  return photo;
}

void
fixture_photo_assert_refused (GBytes       *bytes,
                              DaybookError  code,
                              const char   *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_photo_read (bytes, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

GBytes *
fixture_photo_make (const char *kind,
                    int         width,
                    int         height)
{
  g_autoptr(GdkPixbuf) pixbuf = fixture_photo_quarters (width, height);

  return g_str_equal (kind, "gif") ? make_gif () : fixture_photo_encode (pixbuf, kind);
}

void
fixture_photo_assert_is (DaybookPhoto *photo,
                         const char   *type,
                         int           width,
                         int           height)
{
  g_autoptr(GdkPixbuf) shown = fixture_photo_decode (photo->bytes);
  g_autoptr(GdkPixbuf) small = fixture_photo_decode (photo->thumbnail);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, photo->bytes);

  g_assert_cmpstr (photo->type, ==, type);
  g_assert_cmpuint (photo->width, ==, (guint) width);
  g_assert_cmpuint (photo->height, ==, (guint) height);
  g_assert_cmpstr (photo->sha256, ==, sha256);
  g_assert_true (fixture_photo_has (photo->bytes, g_str_equal (type, "image/png") ? "PNG" : "JFIF"));
  g_assert_cmpint (gdk_pixbuf_get_width (shown), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (shown), ==, height);
  g_assert_cmpint (MAX (gdk_pixbuf_get_width (small), gdk_pixbuf_get_height (small)), ==,
                   MIN (DAYBOOK_PHOTO_THUMBNAIL_MAX, MAX (width, height)));
}
