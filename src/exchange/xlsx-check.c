/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem() */

#include "exchange/xlsx-check.h"

#include "exchange/refuse.h"
#include "exchange/zip-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK_SIZE (64 * 1024)
#define ROW "<row "
#define END "</worksheet>"

/* What was read last, which the next block may continue. */
typedef struct
{
  char    tail[sizeof END];
  gsize   n_tail;
  guint64 n_rows;
} Count;

/* Text in cells is escaped: the sign stands before tags alone. */
static void
count_rows (Count      *count,
            const char *text,
            gsize       length)
{
  const char *end = text + length;
  const char *p = text;

  while ((p = memmem (p, (gsize) (end - p), ROW, strlen (ROW))) != NULL)
    {
      count->n_rows++;
      p += strlen (ROW);
    }
}

static void
keep_tail (Count      *count,
           const char *text,
           gsize       length)
{
  gsize taken = MIN (length, strlen (END));
  gsize kept = MIN (count->n_tail, strlen (END) - taken);

  memmove (count->tail, count->tail + count->n_tail - kept, kept);
  memcpy (count->tail + kept, text + length - taken, taken);
  count->n_tail = kept + taken;
}

/* How much of what was read last is the beginning of a row's tag: it is counted with
 * what follows. */
static gsize
open_end (const Count *count)
{
  for (gsize n = MIN (count->n_tail, strlen (ROW) - 1); n > 0; n--)
    if (strncmp (count->tail + count->n_tail - n, ROW, n) == 0)
      return n;

  return 0;
}

static gboolean
read_sheet (DaybookZipPart  *part,
            Count           *count,
            GError         **error)
{
  g_autofree char *buffer = g_malloc (BLOCK_SIZE);
  gssize n;

  do
    {
      gsize open = open_end (count);

      memcpy (buffer, count->tail + count->n_tail - open, open);
      n = daybook_zip_part_read (part, buffer + open, BLOCK_SIZE - open, error);
      if (n > 0)
        {
          count_rows (count, buffer, open + (gsize) n);
          keep_tail (count, buffer + open, (gsize) n);
        }
    }
  while (n > 0);

  return n == 0;
}

gboolean
daybook_xlsx_check_sheet (const char  *path,
                          guint        sheet,
                          guint64      n_rows,
                          GError     **error)
{
  g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", sheet);
  g_autoptr(DaybookZipPart) part = daybook_zip_part_open (path, name, error);
  Count count = { .n_tail = 0 };

  if (part != NULL && !read_sheet (part, &count, error))
    return FALSE;
  if (part != NULL && count.n_rows == n_rows && count.n_tail == strlen (END) && memcmp (count.tail, END, strlen (END)) == 0)
    return TRUE;

  return error != NULL && *error != NULL ? FALSE : daybook_refuse (error, _("The workbook was not written whole."));
}
