/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures that are not read, what one may cost, and reading that is stopped. */

#include "photo-fixture.h"

#include <locale.h>
#include <string.h>

static void
test_no_picture (void)
{
  static const struct
  {
    const char *bytes;
    gsize       length;
    const char *words;
  } CASES[] = {
    { "", 0, "no picture" },
    { "\xff", 1, "no picture" },
    { "order;amount\n1;2\n", 17, "no picture" },
    { "BMW, model of 2019: scratched\n", 30, "no picture" },
    { "%PDF-1.7\n", 9, "no picture" },
    { "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 41, "no picture" },
    { "/* XPM */\nstatic char *a[] = {", 30, "no picture" },
    { "\0\0\0\x20" "ftypisom\0\0\0\0", 16, "no picture" },
    { "\0\0\0\x20" "ftypheic\0\0\0\0", 16, "format HEIC cannot be read. Save the picture as JPEG or PNG" },
    { "\0\0\0\x20" "ftypmif1\0\0\0\0", 16, "format HEIC" },
    { "\0\0\0\x20" "ftypavif\0\0\0\0", 16, "format AVIF" },
    { "\xff\xd8\xff\xd9", 4, "damaged" },
    { "\xff\xd8\xff\xe0", 4, "cut off" },
    { "GIF89a\1\0\1\0\0\0\0;", 14, "damaged" },
    { "II*\0\xff\xff\xff\xff", 8, "cut off" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (CASES[i].bytes, CASES[i].length);

      fixture_photo_assert_refused (bytes, DAYBOOK_ERROR_FORMAT, CASES[i].words);
    }
}

static void
test_large_file (void)
{
  g_autoptr(GBytes) jpeg = fixture_photo_make ("jpeg", 16, 16);
  const gsize room = DAYBOOK_PHOTO_FILE_MAX - g_bytes_get_size (jpeg);
  g_autofree char *filler = g_malloc0 (room + 1);
  g_autoptr(GBytes) fits = fixture_photo_joined (jpeg, filler, room);
  g_autoptr(GBytes) too_large = fixture_photo_joined (jpeg, filler, room + 1);
  g_autoptr(DaybookPhoto) photo = fixture_photo_read (fits);

  fixture_photo_assert_is (photo, "image/jpeg", 16, 16);
  fixture_photo_assert_refused (too_large, DAYBOOK_ERROR_REFUSED, "32 MB are the most");
}

/* Where a file of each kind says its size, when it is made as here. */
static const struct
{
  const char *kind;
  gsize       at;
  const char *none;
  const char *many; /* 60000 × 60000 */
  gsize       length;
} SIZES[] = {
  { "png", 16, "\0\0\0\0\0\0\0\x10", "\0\0\xea\x60\0\0\xea\x60", 8 },
  { "jpeg", 163, "\0\0\0\x10", "\xea\x60\xea\x60", 4 },
  { "bmp", 18, "\x10\0\0\0\0\0\0\0", "\x60\xea\0\0\x60\xea\0\0", 8 },
  { "gif", 6, "\0\0\2\0", "\x60\xea\x60\xea", 4 },
};

static void
test_sizes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (SIZES); i++)
    {
      g_autoptr(GBytes) good = fixture_photo_make (SIZES[i].kind, 16, 16);
      g_autoptr(GBytes) none = fixture_photo_changed (good, SIZES[i].at, SIZES[i].none, SIZES[i].length);
      g_autoptr(GBytes) many = fixture_photo_changed (good, SIZES[i].at, SIZES[i].many, SIZES[i].length);

      g_test_message ("%s", SIZES[i].kind);
      if (g_str_equal (SIZES[i].kind, "gif"))
        fixture_photo_assert_refused (none, DAYBOOK_ERROR_FORMAT, "unusual"); /* its frame has some */
      else
        fixture_photo_assert_refused (none, DAYBOOK_ERROR_FORMAT, "has no pixels");
      if (g_str_equal (SIZES[i].kind, "bmp"))
        fixture_photo_assert_refused (many, DAYBOOK_ERROR_FORMAT, "cut off"); /* 10 GB would have to be there */
      else
        fixture_photo_assert_refused (many, DAYBOOK_ERROR_REFUSED,
                                      "60000 × 60000 pixels, and 64 megapixels are the most");
    }
}

/* Its loader goes by the first header, and finds another one behind its pixels. */
static void
test_two_sizes (void)
{
  g_autoptr(GBytes) small = fixture_photo_make ("jpeg", 16, 16);
  g_autoptr(GBytes) large = fixture_photo_changed (small, 163, "\xea\x60\xea\x60", 4);
  g_autoptr(GBytes) open_end = g_bytes_new_from_bytes (large, 0, g_bytes_get_size (large) - 2);
  g_autoptr(GBytes) bytes = fixture_photo_joined (open_end, "\xff\xc0\0\x0b\x08\0\x10\0\x10\1\1\x11\0\xff\xd9", 15);

  fixture_photo_assert_refused (bytes, DAYBOOK_ERROR_REFUSED, "60000 × 60000");
}

/* What a loader would draw to the end of it. */
static void
test_cut_off (void)
{
  static const char *const KINDS[] = { "jpeg", "png", "bmp", "tiff", "gif" };

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autoptr(GBytes) whole = fixture_photo_make (KINDS[i], 20, 12);
      /* Of a GIF only the first frame counts. */
      const gsize size = g_str_equal (KINDS[i], "gif") ? 46 : g_bytes_get_size (whole);
      g_autoptr(GBytes) enough = g_bytes_new_from_bytes (whole, 0, size);
      g_autoptr(DaybookPhoto) photo = fixture_photo_read (enough);

      for (gsize length = 12; length < size; length++)
        {
          g_autoptr(GBytes) part = g_bytes_new_from_bytes (whole, 0, length);
          g_autoptr(GError) error = NULL;

          g_assert_null (daybook_photo_read (part, NULL, &error));
          g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
          g_assert_true (strstr (error->message, "cut off") != NULL || strstr (error->message, "damaged") != NULL);
        }
    }
}

/* A PNG that ends well, but of whose rows some are not there. */
static void
test_rows_missing (void)
{
  g_autoptr(GBytes) whole_rows = fixture_photo_packed (0, 101 * 100);
  g_autoptr(GBytes) few_rows = fixture_photo_packed (0, 101 * 60);
  g_autoptr(GBytes) good = fixture_photo_png (100, 100, whole_rows);
  g_autoptr(GBytes) bad = fixture_photo_png (100, 100, few_rows);
  g_autoptr(GBytes) empty = fixture_photo_png (100, 100, NULL);
  g_autoptr(GBytes) broken = fixture_photo_changed (good, 60, "x", 1);
  g_autoptr(DaybookPhoto) photo = fixture_photo_read (good);

  fixture_photo_assert_is (photo, "image/png", 100, 100);
  fixture_photo_assert_refused (bad, DAYBOOK_ERROR_FORMAT, "cut off");
  fixture_photo_assert_refused (empty, DAYBOOK_ERROR_FORMAT, "damaged");
  fixture_photo_assert_refused (broken, DAYBOOK_ERROR_FORMAT, "damaged");
}

/* A place in a file of some kind, what is written there, and what is said to that. */
static const struct
{
  const char *kind;
  gsize       at;
  const char *bytes;
  gsize       length;
  const char *words;
} UNUSUAL[] = {
  { "gif", 33, "\xff\xff\xff\xff", 4, "unusual" }, /* a frame of 65535 × 65535 */
  { "gif", 33, "\0\0", 2, "unusual" },
  { "bmp", 30, "\1\0\0\0", 4, "unusual" }, /* packed */
  { "bmp", 14, "\x0c\0\0\0", 4, "unusual" }, /* of OS/2 */
  { "bmp", 10, "\x10\0\0\0", 4, "unusual" }, /* rows within its header */
  { "bmp", 10, "\xff\xff\xff\xff\xff\xff\xff\xa3", 8, "unusual" }, /* a header for which its loader takes 2.7 GB */
  { "bmp", 10, "\xff\xff\xff\xff", 4, "cut off" },
  { "bmp", 18, "\xff\xff\xff\xff", 4, "unusual" },
};

static void
test_unusual (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (UNUSUAL); i++)
    {
      g_autoptr(GBytes) good = fixture_photo_make (UNUSUAL[i].kind, 16, 16);
      g_autoptr(GBytes) bad = fixture_photo_changed (good, UNUSUAL[i].at, UNUSUAL[i].bytes, UNUSUAL[i].length);

      g_test_message ("%s at %" G_GSIZE_FORMAT, UNUSUAL[i].kind, UNUSUAL[i].at);
      fixture_photo_assert_refused (bad, DAYBOOK_ERROR_FORMAT, UNUSUAL[i].words);
    }
}

/* It is looked through whether there is a loader for it or not. */
static void
test_webp_headers (void)
{
  static const struct
  {
    const char  *bytes;
    gsize        length;
    DaybookError code;
    const char  *words;
  } CASES[] = {
    { "RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\2\0\0\0\0\0\0\0\0\0", 30, DAYBOOK_ERROR_FORMAT, "unusual" }, /* it moves */
    { "RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff", 30, DAYBOOK_ERROR_REFUSED,
      "16777216 × 16777216" },
    { "RIFF\x16\0\0\0WEBPVP8 \x0a\0\0\0\0\0\0\x9d\1\x2a\xff\x3f\xff\x3f", 30, DAYBOOK_ERROR_REFUSED, "16383 × 16383" },
    { "RIFF\x16\0\0\0WEBPVP8 \x0a\0\0\0\0\0\0\x9d\1\x2a\0\0\xff\x3f", 30, DAYBOOK_ERROR_FORMAT, "has no pixels" },
    { "RIFF\x16\0\0\0WEBPVP8L\x0a\0\0\0\x2f\xff\xff\xff\x0f\0\0\0\0\0", 30, DAYBOOK_ERROR_REFUSED, "16384 × 16384" },
    { "RIFF\x17\0\0\0WEBPVP8L\x0a\0\0\0\x2f\0\0\0\0\0\0\0\0\0", 30, DAYBOOK_ERROR_FORMAT, "cut off" },
    { "RIFF\x07\0\0\0WEBPVP8L", 16, DAYBOOK_ERROR_FORMAT, "cut off" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (CASES[i].bytes, CASES[i].length);

      fixture_photo_assert_refused (bytes, CASES[i].code, CASES[i].words);
    }
}

/* Each scan costs time for the whole picture. */
static void
test_many_scans (void)
{
  g_autoptr(GBytes) bytes = fixture_photo_make ("jpeg", 16, 16);

  for (int i = 0; i < 100; i++)
    {
      g_autoptr(GBytes) old = g_steal_pointer (&bytes);

      bytes = fixture_photo_segment (old, 0xda, "", 0);
    }
  fixture_photo_assert_refused (bytes, DAYBOOK_ERROR_FORMAT, "unusual");
}

/* A TIFF of one grey pixel, and one entry more. */
static GBytes *
make_tiff (guint tag,
           guint value)
{
  const guint8 entries[] = {
    'I', 'I', '*', 0, 8, 0, 0, 0,
    9, 0,
    0, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, /* width */
    1, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, /* height */
    2, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, /* bits */
    3, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, /* packing: none */
    6, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, /* black is 0 */
    17, 1, 4, 0, 1, 0, 0, 0, 122, 0, 0, 0, /* where */
    22, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, /* rows of a strip */
    23, 1, 4, 0, 1, 0, 0, 0, 1, 0, 0, 0, /* its bytes */
    (guint8) tag, (guint8) (tag >> 8), 3, 0, 1, 0, 0, 0, (guint8) value, (guint8) (value >> 8), 0, 0,
    0, 0, 0, 0,
    0x80,
  };

  return g_bytes_new (entries, sizeof entries);
}

static void
test_tiff_entries (void)
{
  static const struct
  {
    guint       tag;
    guint       value;
    const char *words;
  } CASES[] = {
    { 256, 0, "has no pixels" },
    { 258, 16, "unusual" },
    { 259, 7, "unusual" },
    { 277, 1000, "unusual" },
    { 322, 60000, "unusual" },
    { 323, 16, "unusual" },
  };
  g_autoptr(GBytes) good = make_tiff (296, 1);
  g_autoptr(GBytes) wide = fixture_photo_changed (good, 10, "\0\1\4\0\1\0\0\0\0\0\0\1\1\1\4\0\1\0\0\0\0\0\0\1", 24);
  g_autoptr(DaybookPhoto) photo = fixture_photo_read (good);

  fixture_photo_assert_is (photo, "image/jpeg", 1, 1);
  fixture_photo_assert_refused (wide, DAYBOOK_ERROR_REFUSED, "16777216 × 16777216 pixels");
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GBytes) bytes = make_tiff (CASES[i].tag, CASES[i].value);

      g_test_message ("entry %u", CASES[i].tag);
      fixture_photo_assert_refused (bytes, DAYBOOK_ERROR_FORMAT, CASES[i].words);
    }
}

/* The most memory that the process had, in megabytes. */
static gint64
peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);
  return g_ascii_strtoll (line + 6, NULL, 10) / 1024;
}

/* Runs in a process of its own: what others had is not counted. */
static void
in_subprocess (gconstpointer data)
{
  if (!g_file_test ("/proc/self/status", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /proc");
      return;
    }
  g_test_trap_subprocess (data, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
bomb_of_size (void)
{
  g_autoptr(GBytes) packed = fixture_photo_packed (0, 16 * 1024 * 1024);
  g_autoptr(GBytes) bytes = fixture_photo_png (60000, 60000, packed);
  const gint64 before = peak ();

  fixture_photo_assert_refused (bytes, DAYBOOK_ERROR_REFUSED, "60000 × 60000");
  g_assert_cmpint (peak () - before, <, 32);
}

/* Half a gigabyte behind the rows. */
static void
bomb_of_pixels (void)
{
  g_autoptr(GBytes) packed = fixture_photo_packed (0, 512 * 1024 * 1024);
  g_autoptr(GBytes) bytes = fixture_photo_png (16, 16, packed);
  const gint64 before = peak ();
  g_autoptr(DaybookPhoto) photo = fixture_photo_read (bytes);

  fixture_photo_assert_is (photo, "image/png", 16, 16);
  g_assert_cmpint (peak () - before, <, 32);
}

/* 100 texts and a profile of 7 MB each: libpng would unpack and keep them. */
static void
bomb_of_texts (void)
{
  g_autoptr(GBytes) row = fixture_photo_packed (0, 17 * 16);
  g_autoptr(GBytes) letters = fixture_photo_packed ('a', 7 * 1024 * 1024);
  g_autoptr(GBytes) name = g_bytes_new_static ("Comment\0\0", 9);
  g_autoptr(GBytes) text = fixture_photo_joined (name, g_bytes_get_data (letters, NULL), g_bytes_get_size (letters));
  g_autoptr(GBytes) png = fixture_photo_png (16, 16, row);
  g_autoptr(GBytes) bytes = fixture_photo_chunk (png, "iCCP", text);
  g_autoptr(DaybookPhoto) photo = NULL;
  gint64 before;

  for (int i = 0; i < 100; i++)
    {
      g_autoptr(GBytes) old = g_steal_pointer (&bytes);

      bytes = fixture_photo_chunk (old, "zTXt", text);
    }
  before = peak ();
  photo = fixture_photo_read (bytes);
  fixture_photo_assert_is (photo, "image/png", 16, 16);
  g_assert_cmpint (peak () - before, <, 32);
}

/* The largest that is read: 192 MB of pixels, and little more. */
static void
largest_picture (void)
{
  g_autoptr(GBytes) packed = fixture_photo_packed (0, (gsize) (1 + 8192) * 8192);
  g_autoptr(GBytes) bytes = fixture_photo_png (8192, 8192, packed);
  const gint64 before = peak ();
  g_autoptr(DaybookPhoto) photo = fixture_photo_read (bytes);

  fixture_photo_assert_is (photo, "image/png", 2560, 2560);
  g_assert_cmpint (peak () - before, >, 150);
  g_assert_cmpint (peak () - before, <, 400);
}

/* A JPEG is halved while it is decoded: 64 megapixels take the memory of 16. */
static void
largest_jpeg (void)
{
  GdkPixbuf *pixbuf = fixture_photo_quarters (8000, 8000);
  g_autoptr(GBytes) bytes = fixture_photo_encode (pixbuf, "jpeg");
  g_autoptr(DaybookPhoto) photo = NULL;
  gint64 before;

  g_object_unref (pixbuf);
  /* The most so far is forgotten. */
  g_assert_true (g_file_set_contents_full ("/proc/self/clear_refs", "5", 1, G_FILE_SET_CONTENTS_NONE, 0666, NULL));
  before = peak ();
  photo = fixture_photo_read (bytes);
  fixture_photo_assert_is (photo, "image/jpeg", 2560, 2560);
  g_assert_cmpint (peak () - before, <, 130);
}

static void
test_stopped_before (void)
{
  g_autoptr(GBytes) bytes = fixture_photo_make ("jpeg", 16, 16);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (daybook_photo_read (bytes, cancellable, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (5 * 1000);
  g_cancellable_cancel (data);
  return NULL;
}

/* Would it be read on, it would be found damaged, half a second later. */
static void
test_stopped_while (void)
{
  g_autoptr(GBytes) packed = fixture_photo_packed (0, (gsize) (1 + 8192) * 8192);
  g_autoptr(GBytes) good = fixture_photo_png (8192, 8192, packed);
  g_autoptr(GBytes) bad = fixture_photo_changed (good, g_bytes_get_size (good) - 14, "xx", 2);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  GThread *thread;

  fixture_photo_assert_refused (bad, DAYBOOK_ERROR_FORMAT, "damaged");
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_null (daybook_photo_read (bad, cancellable, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
  g_thread_join (thread);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/photo-limits/no-picture", test_no_picture);
  g_test_add_func ("/photo-limits/large-file", test_large_file);
  g_test_add_func ("/photo-limits/sizes", test_sizes);
  g_test_add_func ("/photo-limits/two-sizes", test_two_sizes);
  g_test_add_func ("/photo-limits/cut-off", test_cut_off);
  g_test_add_func ("/photo-limits/rows-missing", test_rows_missing);
  g_test_add_func ("/photo-limits/unusual", test_unusual);
  g_test_add_func ("/photo-limits/webp-headers", test_webp_headers);
  g_test_add_func ("/photo-limits/many-scans", test_many_scans);
  g_test_add_func ("/photo-limits/tiff-entries", test_tiff_entries);
  g_test_add_func ("/photo-limits/bomb/size/subprocess", bomb_of_size);
  g_test_add_func ("/photo-limits/bomb/pixels/subprocess", bomb_of_pixels);
  g_test_add_func ("/photo-limits/bomb/texts/subprocess", bomb_of_texts);
  g_test_add_func ("/photo-limits/largest/subprocess", largest_picture);
  g_test_add_func ("/photo-limits/largest-jpeg/subprocess", largest_jpeg);
  g_test_add_data_func ("/photo-limits/bomb/size", "/photo-limits/bomb/size/subprocess", in_subprocess);
  g_test_add_data_func ("/photo-limits/bomb/pixels", "/photo-limits/bomb/pixels/subprocess", in_subprocess);
  g_test_add_data_func ("/photo-limits/bomb/texts", "/photo-limits/bomb/texts/subprocess", in_subprocess);
  g_test_add_data_func ("/photo-limits/largest", "/photo-limits/largest/subprocess", in_subprocess);
  g_test_add_data_func ("/photo-limits/largest-jpeg", "/photo-limits/largest-jpeg/subprocess", in_subprocess);
  g_test_add_func ("/photo-limits/stopped/before", test_stopped_before);
  g_test_add_func ("/photo-limits/stopped/while", test_stopped_while);

  return g_test_run ();
}
