/* SPDX-License-Identifier: GPL-3.0-or-later */

/* daybook-xls FILE list | SHEET: reads an XLS through libfreexl and tells what
 * is in it, see xls-frame.h. Exit: 0; 1 when there is no workbook to read. */

#include "exchange/serial.h"
#include "exchange/xls-frame.h"

#include <freexl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* A workbook of 65,536 rows is read in seconds; one that takes longer, or more
 * memory, was made to. */
#define MAX_SECONDS 120
#define MAX_MEMORY ((rlim_t) 1024 * 1024 * 1024)

static void
bound_itself (void)
{
  const struct rlimit seconds = { MAX_SECONDS, MAX_SECONDS };
  const struct rlimit none = { 0, 0 };
#ifndef __SANITIZE_ADDRESS__ /* which maps terabytes to begin with */
  const struct rlimit memory = { MAX_MEMORY, MAX_MEMORY };

  setrlimit (RLIMIT_AS, &memory);
#endif
  setrlimit (RLIMIT_CPU, &seconds);
  setrlimit (RLIMIT_CORE, &none);
  /* It writes to its standard output only. */
  setrlimit (RLIMIT_FSIZE, &none);
}

static void
tell (DaybookXlsFrameKind  kind,
      guint                index,
      const char          *text)
{
  const char *told = text != NULL ? text : "";
  const DaybookXlsFrame frame = { kind, index, (guint32) strlen (told) };

  fwrite (&frame, sizeof frame, 1, stdout);
  fwrite (told, 1, frame.length, stdout);
}

static void
tell_number (guint  column,
             double number)
{
  char text[DAYBOOK_SERIAL_SIZE];

  daybook_number_print (number, text);
  tell (DAYBOOK_XLS_NUMBER, column, text);
}

/* Dates without a time get one, so that they look like all others. */
static void
tell_date (guint       column,
           const char *date)
{
  g_autofree char *text = g_strconcat (date, " 00:00:00", NULL);

  tell (DAYBOOK_XLS_TEXT, column, text);
}

static void
tell_cell (guint                   column,
           const FreeXL_CellValue *cell)
{
  switch (cell->type)
    {
    case FREEXL_CELL_INT:
      tell_number (column, cell->value.int_value);
      break;
    case FREEXL_CELL_DOUBLE:
      tell_number (column, cell->value.double_value);
      break;
    case FREEXL_CELL_DATE:
      tell_date (column, cell->value.text_value);
      break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME:
      tell (DAYBOOK_XLS_TEXT, column, cell->value.text_value);
      break;
    case FREEXL_CELL_NULL:
    default:
      break;
    }
}

static int
tell_rows (const void     *book,
           unsigned short  sheet)
{
  unsigned int rows = 0;
  unsigned short columns = 0;

  if (freexl_select_active_worksheet (book, sheet) != FREEXL_OK ||
      freexl_worksheet_dimensions (book, &rows, &columns) != FREEXL_OK)
    return EXIT_FAILURE;

  for (unsigned int row = 0; row < rows; row++)
    {
      for (unsigned short column = 0; column < columns; column++)
        {
          FreeXL_CellValue cell;

          if (freexl_get_cell_value (book, row, column, &cell) == FREEXL_OK)
            tell_cell (column, &cell);
        }
      tell (DAYBOOK_XLS_ROW, row + 1, NULL);
    }

  tell (DAYBOOK_XLS_END, rows, NULL);
  return EXIT_SUCCESS;
}

/* An unreadable or encrypted file opens with no sheets and no error. */
static int
tell_sheets (const void *book)
{
  unsigned int n_sheets = 0;

  if (freexl_get_info (book, FREEXL_BIFF_SHEET_COUNT, &n_sheets) != FREEXL_OK || n_sheets == 0)
    return EXIT_FAILURE;

  for (unsigned int i = 0; i < n_sheets; i++)
    {
      const char *name = NULL;

      freexl_get_worksheet_name (book, (unsigned short) i, &name);
      tell (DAYBOOK_XLS_SHEET, i, name);
    }
  tell (DAYBOOK_XLS_END, n_sheets, NULL);
  return EXIT_SUCCESS;
}

int
main (int    argc,
      char **argv)
{
  const void *book = NULL;
  guint64 sheet = 0;
  int status;

  if (argc != 3 || (strcmp (argv[2], DAYBOOK_XLS_LIST) != 0 &&
                    !g_ascii_string_to_unsigned (argv[2], 10, 0, G_MAXUINT16, &sheet, NULL)))
    {
      fprintf (stderr, "Usage: %s FILE %s|SHEET\n", DAYBOOK_XLS_PROGRAM, DAYBOOK_XLS_LIST);
      return 2;
    }

  bound_itself ();
  if (freexl_open (argv[1], &book) != FREEXL_OK || book == NULL)
    return EXIT_FAILURE;

  status = strcmp (argv[2], DAYBOOK_XLS_LIST) == 0 ? tell_sheets (book) : tell_rows (book, (unsigned short) sheet);
  freexl_close (book);
  return fflush (stdout) == 0 ? status : EXIT_FAILURE;
}
