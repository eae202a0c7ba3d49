/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "harness.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PREFIX "/proc/self/fd/"
#define SEPARATOR '\x1e'
/* For each part: its name twice, and what a ZIP says of it. */
#define ZIP_OVERHEAD (4 * HARNESS_INPUT_MAX)

char *
harness_file (const void *data,
              gsize       size)
{
  int fd = memfd_create ("fuzz", MFD_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  return g_strdup_printf (PREFIX "%d", fd);
}

void
harness_file_free (char *path)
{
  close ((int) g_ascii_strtoll (path + sizeof PREFIX - 1, NULL, 10));
  g_free (path);
}

HarnessPart
harness_cut (const guint8 **data,
             const guint8  *end)
{
  const guint8 *stop = *data < end ? memchr (*data, SEPARATOR, (gsize) (end - *data)) : NULL;
  const HarnessPart part = { NULL, *data, (gsize) ((stop != NULL ? stop : end) - *data) };

  *data = stop != NULL ? stop + 1 : end;
  return part;
}

static void
add_part (struct archive    *archive,
          const HarnessPart *part)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, part->name);
  archive_entry_set_size (entry, (la_int64_t) part->size);
  archive_entry_set_filetype (entry, AE_IFREG);
  /* One whose name no archive can have is left out. */
  if (archive_write_header (archive, entry) >= ARCHIVE_WARN)
    archive_write_data (archive, part->data, part->size);
  archive_entry_free (entry);
}

static gsize
pack (const HarnessPart *parts,
      guint              n_parts,
      guint8            *zip,
      gsize              zip_size)
{
  struct archive *archive = archive_write_new ();
  size_t used = 0;

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  g_assert_cmpint (archive_write_open_memory (archive, zip, zip_size, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_parts; i++)
    add_part (archive, &parts[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return used;
}

char *
harness_archive (const HarnessPart *parts,
                 guint              n_parts)
{
  g_autofree guint8 *zip = g_malloc (HARNESS_INPUT_MAX + ZIP_OVERHEAD);

  return harness_file (zip, pack (parts, n_parts, zip, HARNESS_INPUT_MAX + ZIP_OVERHEAD));
}

void
harness_read_archive (const HarnessPart *parts,
                      guint              n_parts)
{
  char *path = harness_archive (parts, n_parts);

  harness_read_table (path);
  harness_file_free (path);
}
