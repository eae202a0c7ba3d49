/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/money.h"
#include "exchange/export-writer.h"

#include <errno.h>
#include <string.h>
#include <sys/statvfs.h>
#include <xlsxwriter.h>

/* A workbook with typed cells: amounts and counts are numbers, times are dates, and
 * numbers of orders and parcels are texts, which no program rounds. Nothing in it is a
 * formula. The first row stands still and has filters. */

#define MAX_CHARACTERS 32767 /* of a cell */
#define MAX_NAME 28          /* of a sheet, which has 31, with a number behind it */
#define ALL_CELLS 30000000   /* so many may be more than 4 GiB of XML */
#define SAMPLE_ROWS 200
#define MIN_WIDTH 6
#define MAX_WIDTH 60
#define TIME_WIDTH 16
#define N_DIGITS 4           /* currencies have none to three (core/money.h) */

typedef struct
{
  lxw_worksheet *worksheet;
  guint          n_rows; /* with that of the headings */
} Sheet;

typedef struct
{
  DaybookExportSheet *sheet;
  DaybookNewFile     *file;
  lxw_workbook       *workbook;
  lxw_worksheet      *worksheet;
  lxw_format         *heading;
  lxw_format         *time;
  lxw_format         *amounts[N_DIGITS]; /* by digits behind the sign */
  guint              *widths;            /* by column, in characters */
  GArray             *sheets;            /* Sheet: the last one is the worksheet */
  char               *folder;            /* of what the library puts together */
} Writer;

/* --- Sheets ------------------------------------------------------------- */

/* What the names of sheets may not have: [ ] : * ? / \, and ' at their ends. */
static char *
name_sheet (Writer *writer)
{
  g_autofree char *start = g_utf8_substring (writer->sheet->title, 0, MIN (g_utf8_strlen (writer->sheet->title, -1), MAX_NAME));
  char *name = g_strstrip (g_strdelimit (start, "[]:*?/\\'\t\r\n", ' '));
  guint number = writer->sheets->len;

  if (*name == '\0')
    name = (char *) writer->sheet->table->plural;
  return number > 1 ? g_strdup_printf ("%s %u", name, number) : g_strdup (name);
}

static guint
text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0' && *p != '\n' && width < MAX_WIDTH; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return width;
}

static void
widen (Writer *writer,
       guint   column,
       guint   width)
{
  writer->widths[column] = CLAMP (width, writer->widths[column], MAX_WIDTH);
}

static void
write_headings (Writer *writer)
{
  for (guint i = 0; i < writer->sheet->columns->len; i++)
    {
      const char *label = daybook_export_sheet_label (writer->sheet, g_array_index (writer->sheet->columns, guint, i));

      worksheet_write_string (writer->worksheet, 0, (lxw_col_t) i, label, writer->heading);
      /* The button of the filter stands beside it. */
      widen (writer, i, text_width (label) + 3);
    }
}

static Sheet *
last_sheet (Writer *writer)
{
  return &g_array_index (writer->sheets, Sheet, writer->sheets->len - 1);
}

static gboolean
begin_sheet (Writer  *writer,
             GError **error)
{
  g_autofree char *name = NULL;
  Sheet sheet = { NULL, 1 };

  g_array_append_val (writer->sheets, sheet);
  name = name_sheet (writer);
  writer->worksheet = workbook_add_worksheet (writer->workbook, name);
  last_sheet (writer)->worksheet = writer->worksheet;
  if (writer->worksheet == NULL)
    return daybook_new_file_blame (writer->file, EIO, error);

  write_headings (writer);
  worksheet_freeze_panes (writer->worksheet, 1, 0);
  return TRUE;
}

static void
end_sheet (Writer *writer)
{
  guint n_columns = writer->sheet->columns->len;

  for (guint i = 0; i < n_columns; i++)
    worksheet_set_column (writer->worksheet, (lxw_col_t) i, (lxw_col_t) i, MAX (writer->widths[i], MIN_WIDTH) + 1, NULL);
  worksheet_autofilter (writer->worksheet, 0, 0, last_sheet (writer)->n_rows - 1, (lxw_col_t) (n_columns - 1));
}

/* --- Cells -------------------------------------------------------------- */

static guint
write_text (Writer     *writer,
            guint       row,
            guint       column,
            const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) > MAX_CHARACTERS)
    text = start = g_utf8_substring (text, 0, MAX_CHARACTERS);
  if (*text != '\0')
    worksheet_write_string (writer->worksheet, row, (lxw_col_t) column, text, NULL);
  return text_width (text);
}

static guint
write_amount (Writer               *writer,
              guint                 row,
              guint                 column,
              const DaybookOutCell *cell)
{
  g_autofree char *amount = daybook_money_to_string (cell->number, cell->currency);
  int digits = CLAMP (daybook_money_digits (cell->currency), 0, N_DIGITS - 1);

  worksheet_write_number (writer->worksheet, row, (lxw_col_t) column, g_ascii_strtod (amount, NULL), writer->amounts[digits]);
  return (guint) strlen (amount) + (guint) strlen (amount) / 4;
}

/* How wide it is. */
static guint
write_cell (Writer               *writer,
            guint                 row,
            guint                 column,
            const DaybookOutCell *cell)
{
  switch (cell->kind)
    {
    case DAYBOOK_OUT_TEXT:
      return write_text (writer, row, column, cell->text);
    case DAYBOOK_OUT_INT:
      worksheet_write_number (writer->worksheet, row, (lxw_col_t) column, (double) cell->number, NULL);
      return MIN_WIDTH;
    case DAYBOOK_OUT_MONEY:
      return write_amount (writer, row, column, cell);
    case DAYBOOK_OUT_TIME:
      worksheet_write_unixtime (writer->worksheet, row, (lxw_col_t) column,
                                daybook_out_wall_time (writer->sheet, cell->number), writer->time);
      return TIME_WIDTH;
    case DAYBOOK_OUT_NONE:
    default:
      return 0;
    }
}

/* --- The file ----------------------------------------------------------- */

static void
add_formats (Writer *writer)
{
  static const char *const AMOUNTS[N_DIGITS] = { "#,##0", "#,##0.0", "#,##0.00", "#,##0.000" };

  writer->heading = workbook_add_format (writer->workbook);
  format_set_bold (writer->heading);
  writer->time = workbook_add_format (writer->workbook);
  format_set_num_format (writer->time, "yyyy-mm-dd hh:mm");
  for (guint i = 0; i < N_DIGITS; i++)
    {
      writer->amounts[i] = workbook_add_format (writer->workbook);
      format_set_num_format (writer->amounts[i], AMOUNTS[i]);
    }
}

static void
free_writer (gpointer data)
{
  Writer *writer = data;

  if (writer->workbook != NULL)
    lxw_workbook_free (writer->workbook);
  g_array_unref (writer->sheets);
  g_free (writer->widths);
  g_free (writer->folder);
  g_free (writer);
}

static gpointer
begin (DaybookExportSheet  *sheet,
       DaybookNewFile      *file,
       guint64              n_rows,
       GError             **error)
{
  Writer *writer = g_new0 (Writer, 1);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };

  writer->sheet = sheet;
  writer->file = file;
  writer->sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  writer->widths = g_new0 (guint, sheet->columns->len);
  /* The folder for temporary files may be a small one, in memory. */
  writer->folder = g_path_get_dirname (daybook_new_file_get_path (file));
  options.tmpdir = writer->folder;
  options.use_zip64 = n_rows * sheet->columns->len > ALL_CELLS;
  writer->workbook = workbook_new_opt (daybook_new_file_get_path (file), &options);
  if (writer->workbook != NULL)
    add_formats (writer);
  if (writer->workbook != NULL ? begin_sheet (writer, error) : daybook_new_file_blame (file, EIO, error))
    return writer;

  free_writer (writer);
  return NULL;
}

static void
write_row (Writer           *writer,
           const DaybookRow *row,
           guint             at)
{
  for (guint i = 0; i < writer->sheet->columns->len; i++)
    {
      g_auto(DaybookOutCell) cell = DAYBOOK_OUT_CELL_INIT;
      guint width;

      daybook_out_cell_read (writer->sheet, row, g_array_index (writer->sheet->columns, guint, i), &cell);
      width = write_cell (writer, at, i, &cell);
      if (at <= SAMPLE_ROWS)
        widen (writer, i, width);
    }
}

static gboolean
add (gpointer           data,
     const DaybookRow  *row,
     GError           **error)
{
  Writer *writer = data;

  if (last_sheet (writer)->n_rows == LXW_ROW_MAX)
    {
      end_sheet (writer);
      if (!begin_sheet (writer, error))
        return FALSE;
    }

  write_row (writer, row, last_sheet (writer)->n_rows++);
  return TRUE;
}

static gboolean
check (gpointer   data,
       GError   **error)
{
  Writer *writer = data;
  FILE *stream = writer->worksheet->optimize_tmpfile;

  return stream == NULL || !ferror (stream) || daybook_new_file_blame (writer->file, ENOSPC, error);
}

/* The library copies the rows once more before it packs them, to less than an eighth. What
 * it has no room for then it leaves out, and says nothing. */
static gboolean
has_room (Writer *writer)
{
  guint64 wanted = 0;
  struct statvfs disk;

  for (guint i = 0; i < writer->sheets->len; i++)
    {
      FILE *stream = g_array_index (writer->sheets, Sheet, i).worksheet->optimize_tmpfile;

      if (stream != NULL && fflush (stream) != 0)
        return FALSE;
      wanted += stream != NULL ? (guint64) MAX (ftello (stream), 0) : 0;
    }

  return statvfs (writer->folder, &disk) != 0 || wanted + wanted / 8 <= (guint64) disk.f_bavail * disk.f_frsize;
}

/* The library says little of why it has failed: an errno, or none. */
static gboolean
close_workbook (Writer  *writer,
                GError **error)
{
  lxw_error code;
  int reason;

  errno = 0;
  code = workbook_close (g_steal_pointer (&writer->workbook));
  reason = errno != 0 ? errno : EIO;
  return code == LXW_NO_ERROR || daybook_new_file_blame (writer->file, reason, error);
}

static gboolean
end (gpointer   data,
     GError   **error)
{
  Writer *writer = data;

  end_sheet (writer);
  if (!has_room (writer))
    return daybook_new_file_blame (writer->file, ENOSPC, error);
  return close_workbook (writer, error);
}

const DaybookExportWriter daybook_xlsx_writer = { "xlsx", begin, add, check, end, free_writer };
