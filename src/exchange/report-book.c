/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/report-book.h"

#include "core/money.h"

#include <errno.h>
#include <math.h>
#include <xlsxwriter.h>

#define MAX_NAME 28
#define FIRST_WIDTH 24
#define WIDTH 14

typedef struct
{
  const DaybookReport *report;
  lxw_workbook        *workbook;
  lxw_format          *heading;
  lxw_format          *share;
} Book;

/* What the names of sheets may not have: [ ] : * ? / \ */
static lxw_worksheet *
add_sheet (Book       *book,
           const char *title)
{
  g_autofree char *name = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_NAME));

  return workbook_add_worksheet (book->workbook, g_strstrip (g_strdelimit (name, "[]:*?/\\'", ' ')));
}

static void
write_cell (Book                    *book,
            lxw_worksheet           *sheet,
            const DaybookReportPart *part,
            guint                    row,
            guint                    column)
{
  const DaybookReportRow *counted = g_ptr_array_index (part->rows, row);
  const DaybookReportCell *cell = &g_array_index (counted->cells, DaybookReportCell, column);
  const char *currency = counted->currency != NULL ? counted->currency : book->report->currency;
  lxw_row_t at = row + 1;
  lxw_col_t in = (lxw_col_t) column;

  if (!cell->given)
    return;

  switch (g_array_index (part->columns, DaybookReportColumn, column).kind)
    {
    case DAYBOOK_REPORT_COUNT:
      worksheet_write_number (sheet, at, in, (double) cell->number, NULL);
      break;
    case DAYBOOK_REPORT_MONEY:
      worksheet_write_number (sheet, at, in, (double) cell->number / pow (10, daybook_money_digits (currency)), NULL);
      break;
    case DAYBOOK_REPORT_PERCENT:
      worksheet_write_number (sheet, at, in, cell->share / 100, book->share);
      break;
    case DAYBOOK_REPORT_TEXT:
    default:
      worksheet_write_string (sheet, at, in, cell->text, NULL);
      break;
    }
}

static void
write_part (Book                    *book,
            const DaybookReportPart *part)
{
  lxw_worksheet *sheet = add_sheet (book, part->title);

  for (guint i = 0; i < part->columns->len; i++)
    {
      worksheet_write_string (sheet, 0, (lxw_col_t) i, g_array_index (part->columns, DaybookReportColumn, i).label, book->heading);
      worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, i == 0 ? FIRST_WIDTH : WIDTH, NULL);
    }
  for (guint row = 0; row < part->rows->len; row++)
    for (guint i = 0; i < part->columns->len; i++)
      write_cell (book, sheet, part, row, i);
  worksheet_freeze_panes (sheet, 1, 0);
}

gboolean
daybook_report_write_book (const DaybookReport  *report,
                           DaybookNewFile       *file,
                           GError              **error)
{
  Book book = { .report = report, .workbook = workbook_new (daybook_new_file_get_path (file)) };

  book.heading = workbook_add_format (book.workbook);
  format_set_bold (book.heading);
  book.share = workbook_add_format (book.workbook);
  format_set_num_format (book.share, "0.0%");
  for (guint i = 0; i < report->parts->len; i++)
    write_part (&book, g_ptr_array_index (report->parts, i));
  return workbook_close (book.workbook) == LXW_NO_ERROR || daybook_new_file_blame (file, errno != 0 ? errno : EIO, error);
}
