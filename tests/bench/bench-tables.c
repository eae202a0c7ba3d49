/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/table.h"
#include "measure.h"

#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

/*   bench-tables EXPORT FOLDER
 *
 * Reads an export in CSV to its end, row by row, and then the same rows out of
 * workbooks made of it in the folder: with shared strings, and with strings inline
 * as libraries of little memory write them. Each is opened and read so many times,
 * and the shortest counts: what else the machine does only makes it longer. */

#define TIMES 5
/* What a workbook keeps as a number. */
#define NUMBER "0123456789."
#define MAX_DIGITS 12

static DaybookTableReader *
open_table (const char *path)
{
  g_autoptr(GError) error = NULL;
  DaybookTableReader *reader = daybook_table_reader_open (path, &error);

  if (reader == NULL)
    g_error ("%s", error->message);
  return reader;
}

static gboolean
next_row (DaybookTableReader *reader,
          DaybookTableRow    *row)
{
  g_autoptr(GError) error = NULL;
  DaybookTableStep step = daybook_table_reader_next (reader, row, &error);

  if (step == DAYBOOK_TABLE_ERROR)
    g_error ("%s", error->message);
  return step == DAYBOOK_TABLE_ROW;
}

static void
write_cell (lxw_worksheet     *sheet,
            guint64            row,
            guint              column,
            const DaybookCell *cell)
{
  if (cell->length == 0)
    return;
  if (cell->length <= MAX_DIGITS && strspn (cell->text, NUMBER) == cell->length)
    worksheet_write_number (sheet, (lxw_row_t) row, (lxw_col_t) column, g_ascii_strtod (cell->text, NULL), NULL);
  else
    worksheet_write_string (sheet, (lxw_row_t) row, (lxw_col_t) column, cell->text, NULL);
}

static void
write_workbook (const char *export,
                const char *path,
                guint8      constant_memory)
{
  g_autoptr(DaybookTableReader) reader = open_table (export);
  g_autofree char *folder = g_path_get_dirname (path);
  lxw_workbook_options options = { .constant_memory = constant_memory, .tmpdir = folder };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "export");
  DaybookTableRow row;

  while (next_row (reader, &row))
    for (guint i = 0; i < row.n_cells; i++)
      write_cell (sheet, row.number - 1, i, &row.cells[i]);
  if (workbook_close (book) != LXW_NO_ERROR)
    g_error ("%s could not be written", path);
}

static void
measure (const char *name,
         const char *path)
{
  g_autoptr(GArray) series = measure_series ();
  double n_rows = 0;

  for (guint i = 0; i < TIMES; i++)
    {
      double start = measure_now ();
      g_autoptr(DaybookTableReader) reader = open_table (path);
      DaybookTableRow row;

      for (n_rows = 0; next_row (reader, &row); n_rows++)
        continue;
      measure_add (series, measure_now () - start);
    }

  measure_print (name, "seconds", measure_quantile (series, 0), "rows", n_rows, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *shared = argc == 3 ? g_build_filename (argv[2], "shared.xlsx", NULL) : NULL;
  g_autofree char *inlined = argc == 3 ? g_build_filename (argv[2], "inline.xlsx", NULL) : NULL;

  if (argc != 3)
    g_error ("Usage: bench-tables EXPORT FOLDER");

  write_workbook (argv[1], shared, 0);
  write_workbook (argv[1], inlined, 1);
  measure ("CSV", argv[1]);
  measure ("XLSX", shared);
  measure ("XLSX, strings inline", inlined);
  return EXIT_SUCCESS;
}
