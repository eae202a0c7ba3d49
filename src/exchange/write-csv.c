/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/money.h"
#include "exchange/csv-text.h"
#include "exchange/export-writer.h"

#include <string.h>
#include <time.h>

/* How CSV is written for spreadsheet programs: see exchange/csv-text.h. */
typedef struct
{
  DaybookExportSheet *sheet;
  DaybookNewFile     *file;
  GString            *line; /* of the row at hand */
} Writer;

static void
append_time (GString *line,
             time_t   wall)
{
  struct tm time;
  char text[32];

  if (gmtime_r (&wall, &time) != NULL && strftime (text, sizeof text, "%Y-%m-%d %H:%M:%S", &time) > 0)
    g_string_append (line, text);
}

static void
append_cell (Writer               *writer,
             const DaybookOutCell *cell)
{
  g_autofree char *amount = NULL;

  switch (cell->kind)
    {
    case DAYBOOK_OUT_TEXT:
      daybook_csv_append (writer->line, cell->text);
      break;
    case DAYBOOK_OUT_INT:
      g_string_append_printf (writer->line, "%" G_GINT64_FORMAT, cell->number);
      break;
    case DAYBOOK_OUT_MONEY:
      amount = daybook_money_to_string (cell->number, cell->currency);
      g_string_append (writer->line, amount);
      break;
    case DAYBOOK_OUT_TIME:
      append_time (writer->line, (time_t) daybook_out_wall_time (writer->sheet, cell->number));
      break;
    case DAYBOOK_OUT_NONE:
    default:
      break;
    }
}

/* A line without a sign would be none. */
static void
end_line (Writer *writer)
{
  if (writer->line->len == 0)
    g_string_append (writer->line, "\"\"");
  g_string_append (writer->line, DAYBOOK_CSV_LINE_END);
  daybook_new_file_write (writer->file, writer->line->str, writer->line->len);
  g_string_truncate (writer->line, 0);
}

static void
begin_cell (Writer *writer,
            guint   place)
{
  if (place > 0)
    g_string_append_c (writer->line, ',');
}

static gpointer
begin (DaybookExportSheet  *sheet,
       DaybookNewFile      *file,
       guint64              n_rows,
       GError             **error)
{
  Writer *writer = g_new0 (Writer, 1);

  writer->sheet = sheet;
  writer->file = file;
  writer->line = g_string_new (NULL);
  daybook_new_file_write (file, DAYBOOK_CSV_MARK, strlen (DAYBOOK_CSV_MARK));
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      begin_cell (writer, i);
      daybook_csv_append (writer->line, daybook_export_sheet_label (sheet, g_array_index (sheet->columns, guint, i)));
    }
  end_line (writer);
  return writer;
}

static gboolean
add (gpointer           data,
     const DaybookRow  *row,
     GError           **error)
{
  Writer *writer = data;

  for (guint i = 0; i < writer->sheet->columns->len; i++)
    {
      g_auto(DaybookOutCell) cell = DAYBOOK_OUT_CELL_INIT;

      begin_cell (writer, i);
      daybook_out_cell_read (writer->sheet, row, g_array_index (writer->sheet->columns, guint, i), &cell);
      append_cell (writer, &cell);
    }
  end_line (writer);
  return TRUE;
}

static gboolean
check (gpointer   data,
       GError   **error)
{
  return daybook_new_file_flush (((Writer *) data)->file, error);
}

static void
free_writer (gpointer data)
{
  Writer *writer = data;

  g_string_free (writer->line, TRUE);
  g_free (writer);
}

const DaybookExportWriter daybook_csv_writer = { "csv", begin, add, check, check, free_writer };
