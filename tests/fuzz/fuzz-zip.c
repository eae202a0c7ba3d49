/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The input is an archive as it stands, or the files in one, between RS
 * characters: a line with the name, and what is in it. */

#include "harness.h"

#include <string.h>

#define MAX_PARTS 16
#define MAX_NAME 256

static void
read_raw (const guint8 *data,
          gsize         size)
{
  char *path = harness_file (data, size);

  harness_read_table (path);
  harness_file_free (path);
}

static void
take_name (HarnessPart *part,
           char         name[MAX_NAME])
{
  const guint8 *stop = memchr (part->data, '\n', MIN (part->size, MAX_NAME - 1));
  gsize length = stop != NULL ? (gsize) (stop - part->data) : 0;

  memcpy (name, part->data, length);
  name[length] = '\0';
  part->name = *name != '\0' ? name : "a";
  if (stop != NULL)
    {
      part->data += length + 1;
      part->size -= length + 1;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const guint8 *end = data + size;
  char names[MAX_PARTS][MAX_NAME];
  HarnessPart parts[MAX_PARTS];
  guint n = 0;

  if (size > HARNESS_INPUT_MAX)
    return 0;
  if (size > 2 && memcmp (data, "PK", 2) == 0)
    {
      read_raw (data, size);
      return 0;
    }

  for (; n < MAX_PARTS && data < end; n++)
    {
      parts[n] = harness_cut (&data, end);
      take_name (&parts[n], names[n]);
    }
  harness_read_archive (parts, n);
  return 0;
}
