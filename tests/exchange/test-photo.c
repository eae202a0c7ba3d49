/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "photo-fixture.h"

#include <locale.h>
#include <string.h>

#define XMP "<x:xmpmeta>Suzhou Willow</x:xmpmeta>"

static gboolean
has_loader (const char *kind)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (kind, NULL);

  if (loader != NULL)
    gdk_pixbuf_loader_close (loader, NULL);
  return loader != NULL;
}

/* Near that colour, in the middle of a quarter: 0 and 1 above, 2 and 3 below. */
static void
assert_quarter (GBytes  *bytes,
                int      quarter,
                guint32  colour)
{
  g_autoptr(GdkPixbuf) pixbuf = fixture_photo_decode (bytes);
  const int x = gdk_pixbuf_get_width (pixbuf) * (1 + 2 * (quarter % 2)) / 4;
  const int y = gdk_pixbuf_get_height (pixbuf) * (1 + 2 * (quarter / 2)) / 4;
  const guint8 *pixel = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf)
                        + x * gdk_pixbuf_get_n_channels (pixbuf);

  for (int i = 0; i < 3; i++)
    g_assert_cmpint (ABS (pixel[i] - (int) (colour >> (16 - 8 * i) & 0xff)), <, 24);
}

static void
assert_quarters (DaybookPhoto *photo)
{
  assert_quarter (photo->bytes, 0, 0xff0000);
  assert_quarter (photo->bytes, 1, 0x00ff00);
  assert_quarter (photo->bytes, 2, 0x0000ff);
  assert_quarter (photo->bytes, 3, 0x808080);
  assert_quarter (photo->thumbnail, 0, 0xff0000);
  assert_quarter (photo->thumbnail, 2, 0x0000ff);
}

/* What it shows stays; JPEG stays JPEG, a small PNG stays PNG. */
static void
test_kept (void)
{
  g_autoptr(GBytes) jpeg = fixture_photo_make ("jpeg", 640, 480);
  g_autoptr(GBytes) png = fixture_photo_make ("png", 300, 400);
  g_autoptr(GBytes) dot = fixture_photo_make ("png", 1, 1);
  g_autoptr(DaybookPhoto) first = fixture_photo_read (jpeg);
  g_autoptr(DaybookPhoto) second = fixture_photo_read (png);
  g_autoptr(DaybookPhoto) third = fixture_photo_read (dot);

  fixture_photo_assert_is (first, "image/jpeg", 640, 480);
  assert_quarters (first);
  fixture_photo_assert_is (second, "image/png", 300, 400);
  assert_quarters (second);
  fixture_photo_assert_is (third, "image/png", 1, 1);
}

/* A PNG of a photo would be many megabytes. */
static void
test_large_png (void)
{
  g_autoptr(GdkPixbuf) noise = fixture_photo_noise (1000, 1000);
  g_autoptr(GBytes) bytes = fixture_photo_encode (noise, "png");
  g_autoptr(DaybookPhoto) photo = fixture_photo_read (bytes);

  fixture_photo_assert_is (photo, "image/jpeg", 1000, 1000);
}

/* What is seen through stays so; a channel for that which nothing uses makes no PNG. */
static void
test_transparent (void)
{
  g_autoptr(GdkPixbuf) quarters = fixture_photo_quarters (600, 400);
  g_autoptr(GdkPixbuf) opaque = gdk_pixbuf_add_alpha (quarters, FALSE, 0, 0, 0);
  g_autoptr(GdkPixbuf) grey_out = gdk_pixbuf_add_alpha (quarters, TRUE, 0x80, 0x80, 0x80);
  g_autoptr(GBytes) bytes = fixture_photo_encode (grey_out, "png");
  g_autoptr(GBytes) tiff = fixture_photo_encode (opaque, "tiff");
  g_autoptr(DaybookPhoto) photo = fixture_photo_read (bytes);
  g_autoptr(DaybookPhoto) full = fixture_photo_read (tiff);
  g_autoptr(GdkPixbuf) shown = fixture_photo_decode (photo->bytes);
  g_autoptr(GdkPixbuf) small = fixture_photo_decode (photo->thumbnail);

  fixture_photo_assert_is (photo, "image/png", 600, 400);
  g_assert_cmpint (gdk_pixbuf_read_pixels (shown)[4 * 599 + 3], ==, 0xff);
  g_assert_cmpint (gdk_pixbuf_read_pixels (shown)[399 * gdk_pixbuf_get_rowstride (shown) + 4 * 599 + 3], ==, 0);
  g_assert_true (gdk_pixbuf_get_has_alpha (small));
  fixture_photo_assert_is (full, "image/jpeg", 600, 400);
  assert_quarters (full);
}

/* A colour that stands for none. */
static void
test_transparent_colour (void)
{
  g_autoptr(GBytes) rows = fixture_photo_packed (0, 33 * 32);
  g_autoptr(GBytes) black = fixture_photo_png (32, 32, rows);
  g_autoptr(GBytes) none = g_bytes_new_static ("\0\0", 2);
  g_autoptr(GBytes) bytes = fixture_photo_chunk (black, "tRNS", none);
  g_autoptr(DaybookPhoto) photo = fixture_photo_read (bytes);
  g_autoptr(GdkPixbuf) shown = fixture_photo_decode (photo->bytes);

  fixture_photo_assert_is (photo, "image/png", 32, 32);
  g_assert_true (gdk_pixbuf_get_has_alpha (shown));
  g_assert_cmpint (gdk_pixbuf_read_pixels (shown)[3], ==, 0);
}

/* One that has all of it: for that the next test has to fail. */
static GBytes *
make_telling_jpeg (void)
{
  g_autoptr(GBytes) plain = fixture_photo_make ("jpeg", 320, 200);
  g_autoptr(GBytes) commented = fixture_photo_segment (plain, 0xfe, "Mr Wang wrote", 13);
  g_autoptr(GBytes) profiled = fixture_photo_segment (commented, 0xe2, "ICC_PROFILE\0\1\1Screen 4711", 25);
  g_autoptr(GBytes) extended = fixture_photo_segment (profiled, 0xe1, "http://ns.adobe.com/xap/1.0/\0" XMP,
                                                      29 + strlen (XMP));
  g_autoptr(GBytes) pressed = fixture_photo_segment (extended, 0xed, "Photoshop 3.0\0" "By Wang", 21);
  g_autoptr(GBytes) placed = fixture_photo_held (pressed, "II", 6);

  return fixture_photo_joined (placed, "a film behind it", 16);
}

static const char *const TOLD[] = {
  FIXTURE_CAMERA, FIXTURE_PLACE, XMP, "Suzhou", "Wang", "Exif", "http://", "Screen 4711", "ICC", "a film behind it",
  "By Wang",
};

static void
test_clean_jpeg (void)
{
  g_autoptr(GBytes) bytes = make_telling_jpeg ();
  g_autoptr(DaybookPhoto) photo = fixture_photo_read (bytes);

  for (gsize i = 0; i < G_N_ELEMENTS (TOLD); i++)
    {
      g_assert_true (fixture_photo_has (bytes, TOLD[i]));
      g_assert_false (fixture_photo_has (photo->bytes, TOLD[i]));
      g_assert_false (fixture_photo_has (photo->thumbnail, TOLD[i]));
    }
  /* It was held on its left side: what was left below is left above. */
  fixture_photo_assert_is (photo, "image/jpeg", 200, 320);
  assert_quarter (photo->bytes, 0, 0x0000ff);
  assert_quarter (photo->bytes, 1, 0xff0000);
}

/* No segment is there but those that a picture is drawn from, and JFIF's own. */
static void
test_clean_segments (void)
{
  g_autoptr(GBytes) bytes = make_telling_jpeg ();
  g_autoptr(DaybookPhoto) photo = fixture_photo_read (bytes);
  gsize size;
  const guint8 *data = g_bytes_get_data (photo->bytes, &size);
  guint n = 0;

  for (gsize at = 2; data[at + 1] != 0xda; at += 2 + (data[at + 2] << 8 | data[at + 3]), n++)
    {
      g_assert_cmpuint (at + 4, <, size);
      g_assert_cmpint (data[at], ==, 0xff);
      if (memchr ("\xe0\xdb\xc0\xc4\xdd", data[at + 1], 5) == NULL)
        g_error ("a segment %02x is left", data[at + 1]);
    }
  g_assert_cmpuint (n, >, 3);
  g_assert_cmpint (data[size - 2], ==, 0xff);
  g_assert_cmpint (data[size - 1], ==, 0xd9);
}

static GBytes *
add_chunk (GBytes     *png,
           const char *type,
           const char *text,
           gsize       length)
{
  g_autoptr(GBytes) own = png;
  g_autoptr(GBytes) data = g_bytes_new_static (text, length);

  return fixture_photo_chunk (own, type, data);
}

static void
test_clean_png (void)
{
  static const char *const MEANT[] = { "IHDR", "sBIT", "IDAT", "IEND", NULL };
  g_autoptr(GBytes) exif = fixture_photo_exif ("MM", 1);
  g_autoptr(GBytes) bytes = add_chunk (fixture_photo_make ("png", 64, 64), "tEXt", "Author\0Mr Wang", 14);
  g_autoptr(GBytes) joined = NULL;
  g_autoptr(DaybookPhoto) photo = NULL;
  const guint8 *data;
  gsize size;

  bytes = add_chunk (g_steal_pointer (&bytes), "iTXt", "XML:com.adobe.xmp\0\0\0\0\0" XMP, 22 + strlen (XMP));
  bytes = add_chunk (g_steal_pointer (&bytes), "eXIf", (const char *) g_bytes_get_data (exif, NULL) + 6,
                     g_bytes_get_size (exif) - 6);
  bytes = add_chunk (g_steal_pointer (&bytes), "tIME", "\x07\xea\x0b\x16\x0a\x1e\0", 7);
  joined = fixture_photo_joined (bytes, "a film behind it", 16);
  photo = fixture_photo_read (joined);

  fixture_photo_assert_is (photo, "image/png", 64, 64);
  assert_quarters (photo);
  data = g_bytes_get_data (photo->bytes, &size);
  for (gsize at = 8; at < size; at += 12 + (data[at + 2] << 8 | data[at + 3]))
    {
      g_autofree char *type = g_strndup ((const char *) data + at + 4, 4);

      if (!g_strv_contains (MEANT, type))
        g_error ("a chunk %s is left", type);
    }
}

/* For each way to hold a camera: what is left above once it is upright, and right above. */
static const struct
{
  guint32 left;
  guint32 right;
} UPRIGHT[] = {
  { 0xff0000, 0x00ff00 }, { 0x00ff00, 0xff0000 }, { 0x808080, 0x0000ff }, { 0x0000ff, 0x808080 },
  { 0xff0000, 0x0000ff }, { 0x0000ff, 0xff0000 }, { 0x808080, 0x00ff00 }, { 0x00ff00, 0x808080 },
};

static void
test_upright (void)
{
  g_autoptr(GBytes) plain = fixture_photo_make ("jpeg", 160, 96);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (UPRIGHT); i++)
    {
      const guint held = i % 8;
      g_autoptr(GBytes) bytes = fixture_photo_held (plain, i < 8 ? "II" : "MM", held + 1);
      g_autoptr(DaybookPhoto) photo = fixture_photo_read (bytes);

      fixture_photo_assert_is (photo, "image/jpeg", held < 4 ? 160 : 96, held < 4 ? 96 : 160);
      assert_quarter (photo->bytes, 0, UPRIGHT[held].left);
      assert_quarter (photo->bytes, 1, UPRIGHT[held].right);
    }
}

static void
assert_shrunk (const char *kind,
               int         width,
               int         height,
               int         expected_width,
               int         expected_height)
{
  g_autoptr(GBytes) bytes = fixture_photo_make (kind, width, height);
  g_autoptr(DaybookPhoto) photo = fixture_photo_read (bytes);
  g_autofree char *type = g_strconcat ("image/", kind, NULL);

  fixture_photo_assert_is (photo, type, expected_width, expected_height);
  if (MIN (expected_width, expected_height) > 40) /* a thumbnail has quarters */
    assert_quarters (photo);
}

static void
test_shrunk (void)
{
  assert_shrunk ("jpeg", 2560, 2560, 2560, 2560);
  assert_shrunk ("jpeg", 2561, 1280, 2560, 1279);
  assert_shrunk ("jpeg", 6001, 2000, 2560, 853);
  assert_shrunk ("jpeg", 1000, 20480, 125, 2560);
  assert_shrunk ("jpeg", 333, 65500, 13, 2560);
  assert_shrunk ("png", 1500, 3000, 1280, 2560);
  assert_shrunk ("png", 30000, 1, 2560, 1);
}

/* It is made smaller and turned. */
static void
test_shrunk_upright (void)
{
  g_autoptr(GBytes) plain = fixture_photo_make ("jpeg", 5200, 2600);
  g_autoptr(GBytes) bytes = fixture_photo_held (plain, "MM", 8);
  g_autoptr(DaybookPhoto) photo = fixture_photo_read (bytes);

  fixture_photo_assert_is (photo, "image/jpeg", 1280, 2560);
  assert_quarter (photo->bytes, 0, 0x00ff00);
}

static gpointer
read_in_thread (gpointer data)
{
  return fixture_photo_read (data);
}

/* However often, and in whatever thread. */
static void
test_same (void)
{
  g_autoptr(GdkPixbuf) noise = fixture_photo_noise (700, 500);
  static const char *const KINDS[] = { "jpeg", "png", "tiff", "bmp" };

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autoptr(GBytes) bytes = fixture_photo_encode (noise, KINDS[i]);
      g_autoptr(DaybookPhoto) first = fixture_photo_read (bytes);
      GThread *threads[4];

      for (gsize k = 0; k < G_N_ELEMENTS (threads); k++)
        threads[k] = g_thread_new ("photo", read_in_thread, bytes);
      for (gsize k = 0; k < G_N_ELEMENTS (threads); k++)
        {
          g_autoptr(DaybookPhoto) again = g_thread_join (threads[k]);

          g_assert_cmpstr (again->sha256, ==, first->sha256);
          g_assert_true (g_bytes_equal (again->bytes, first->bytes));
          g_assert_true (g_bytes_equal (again->thumbnail, first->thumbnail));
        }
    }
}

static void
test_other_formats (void)
{
  static const char *const KINDS[] = { "bmp", "tiff" };
  g_autoptr(GBytes) gif = fixture_photo_make ("gif", 4, 2);
  g_autoptr(DaybookPhoto) first_frame = fixture_photo_read (gif);

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autoptr(GBytes) bytes = fixture_photo_make (KINDS[i], 120, 90);
      g_autoptr(DaybookPhoto) photo = fixture_photo_read (bytes);

      fixture_photo_assert_is (photo, "image/jpeg", 120, 90);
      assert_quarters (photo);
    }
  fixture_photo_assert_is (first_frame, "image/jpeg", 4, 2);
  assert_quarter (first_frame->bytes, 0, 0xff0000);
}

/* A loader for it is not always there. */
static void
test_webp (void)
{
  g_autoptr(GBytes) bytes = fixture_photo_webp ();

  if (has_loader ("webp"))
    {
      g_autoptr(DaybookPhoto) photo = fixture_photo_read (bytes);

      fixture_photo_assert_is (photo, photo->type, 1, 1);
    }
  else
    fixture_photo_assert_refused (bytes, DAYBOOK_ERROR_FORMAT,
                                  "format WebP cannot be read. Save the picture as JPEG or PNG");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/photo/kept", test_kept);
  g_test_add_func ("/photo/large-png", test_large_png);
  g_test_add_func ("/photo/transparent", test_transparent);
  g_test_add_func ("/photo/transparent-colour", test_transparent_colour);
  g_test_add_func ("/photo/clean/jpeg", test_clean_jpeg);
  g_test_add_func ("/photo/clean/segments", test_clean_segments);
  g_test_add_func ("/photo/clean/png", test_clean_png);
  g_test_add_func ("/photo/upright", test_upright);
  g_test_add_func ("/photo/shrunk", test_shrunk);
  g_test_add_func ("/photo/shrunk-upright", test_shrunk_upright);
  g_test_add_func ("/photo/same", test_same);
  g_test_add_func ("/photo/other-formats", test_other_formats);
  g_test_add_func ("/photo/webp", test_webp);

  return g_test_run ();
}
