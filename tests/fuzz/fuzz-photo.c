/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures that buyers send. The check sums of a PNG are put right first: no fuzzer would find them. */

#include "harness.h"

#include "exchange/photo.h"

#include <string.h>

#define PNG "\x89PNG\r\n\x1a\n"
#define PNG_LENGTH 8
#define CHUNK_LENGTH 12 /* of an empty one: its length, its type, its check sum */

const char *__asan_default_options (void);

/* Freed pixels would else count as the picture's memory. */
const char *
__asan_default_options (void)
{
  return "quarantine_size_mb=16";
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

static guint32
take_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static void
put_number (guint8  *bytes,
            guint32  number)
{
  for (int i = 0; i < 4; i++)
    bytes[i] = (guint8) (number >> (24 - 8 * i));
}

static void
repair (guint8 *png,
        gsize   size)
{
  gsize at = PNG_LENGTH;

  while (size - at >= CHUNK_LENGTH && size - at - CHUNK_LENGTH >= take_number (png + at))
    {
      guint32 length = take_number (png + at);

      put_number (png + at + 8 + length, check_sum (png + at + 4, length + 4));
      at += CHUNK_LENGTH + length;
    }
}

/* It is what it promises to be, and each time the same. */
static void
check (DaybookPhoto *photo,
       GBytes       *bytes)
{
  g_autoptr(DaybookPhoto) again = daybook_photo_read (bytes, NULL, NULL);
  g_autoptr(DaybookPhoto) cleaned = daybook_photo_read (photo->bytes, NULL, NULL);
  g_autoptr(DaybookPhoto) small = daybook_photo_read (photo->thumbnail, NULL, NULL);

  g_assert_nonnull (again);
  g_assert_cmpstr (again->sha256, ==, photo->sha256);
  g_assert_true (g_bytes_equal (again->thumbnail, photo->thumbnail));
  g_assert_nonnull (cleaned);
  g_assert_cmpuint (MAX (photo->width, photo->height), <=, DAYBOOK_PHOTO_SIDE_MAX);
  g_assert_cmpuint (cleaned->width, ==, photo->width);
  g_assert_cmpuint (cleaned->height, ==, photo->height);
  g_assert_nonnull (small);
  g_assert_cmpuint (MAX (small->width, small->height), <=, DAYBOOK_PHOTO_THUMBNAIL_MAX);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  guint8 *copy = g_memdup2 (data, size);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DaybookPhoto) photo = NULL;
  g_autoptr(GError) error = NULL;

  if (size > PNG_LENGTH && memcmp (copy, PNG, PNG_LENGTH) == 0)
    repair (copy, size);
  bytes = g_bytes_new_take (copy, size);
  photo = daybook_photo_read (bytes, NULL, &error);
  g_assert_true ((photo == NULL) == (error != NULL));
  if (photo != NULL)
    check (photo, bytes);
  return 0;
}
