/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The input is the XML of a workbook's parts, between RS characters: sheet,
 * shared strings, styles, workbook. Packing it here spares the fuzzer from
 * having to invent check sums. */

#include "harness.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define INPUT_LIMIT (256 * 1024)
#define ZIP_OVERHEAD (64 * 1024)

static const struct
{
  const char *name;
  const char *otherwise; /* when the input has no such part */
} PARTS[] = {
  { "xl/worksheets/sheet1.xml", "<worksheet/>" },
  { "xl/sharedStrings.xml", "<sst><si><t>订单编号</t></si><si><t>订单状态</t></si></sst>" },
  { "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>" },
  { "xl/workbook.xml", "<workbook><sheets><sheet name=\"a\"/></sheets></workbook>" },
};

static void
add_part (struct archive *archive,
          const char     *name,
          const void     *data,
          gsize           size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_write_header (archive, entry);
  archive_write_data (archive, data, size);
  archive_entry_free (entry);
}

static gsize
pack (const guint8 *data,
      gsize         size,
      guint8       *zip,
      gsize         zip_size)
{
  struct archive *archive = archive_write_new ();
  const guint8 *end = data + size;
  size_t used = 0;

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  g_assert_cmpint (archive_write_open_memory (archive, zip, zip_size, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (PARTS); i++)
    {
      const guint8 *stop = data < end ? memchr (data, '\x1e', (gsize) (end - data)) : NULL;

      if (stop == NULL)
        stop = end;
      if (data < stop)
        add_part (archive, PARTS[i].name, data, (gsize) (stop - data));
      else
        add_part (archive, PARTS[i].name, PARTS[i].otherwise, strlen (PARTS[i].otherwise));
      data = MIN (stop + 1, end);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return used;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree guint8 *zip = NULL;
  char *path;

  if (size > INPUT_LIMIT)
    return 0;

  zip = g_malloc (INPUT_LIMIT + ZIP_OVERHEAD);
  path = harness_file (zip, pack (data, size, zip, INPUT_LIMIT + ZIP_OVERHEAD));
  harness_read_table (path);
  harness_file_free (path);
  return 0;
}
