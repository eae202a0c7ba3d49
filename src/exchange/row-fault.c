/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/row-fault.h"

#include "exchange/clean.h"
#include "exchange/encoding.h"
#include "exchange/refuse.h"
#include "exchange/row-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many rows in a row with blanks at their end are no chance. */
#define N_TELLING 2

/* A cell that was cut in the middle of a character is not what it was: the order is
 * left out rather than taken with a name that is none. */
static gboolean
find_damage (const DaybookTableRow *row,
             guint                 *column)
{
  if (row->doubtful)
    for (*column = 0; *column < row->n_cells; (*column)++)
      if (strstr (row->cells[*column].text, DAYBOOK_DAMAGE) != NULL)
        return TRUE;

  return FALSE;
}

/* A workbook that no program has calculated says nothing there, which is not that there is nothing. */
static gboolean
find_unknown (const DaybookTableRow *row,
              const DaybookBinding  *binding,
              guint                 *column)
{
  for (*column = 0; *column < row->n_cells; (*column)++)
    if (row->cells[*column].kind == DAYBOOK_CELL_UNKNOWN && daybook_binding_takes (binding, *column))
      return TRUE;

  return FALSE;
}

/* The first cell from `column` to `end` that says anything, or `end`. */
static guint
find_filled (const DaybookTableRow *row,
             guint                  column,
             guint                  end)
{
  g_autoptr(GString) clean = g_string_new (NULL);

  for (; column < end; column++)
    {
      g_string_truncate (clean, 0);
      daybook_clean_text (row->cells[column].text, row->cells[column].length, clean);
      if (!daybook_clean_is_empty (clean->str))
        break;
    }

  return column;
}

/* Of a row with more cells than the header: whether there are columns without a heading, which
 * a spreadsheet program writes in all rows around a remark beside the table. */
static gboolean
has_room (DaybookRowWidths *widths,
          guint             n_cells,
          gboolean          is_blank)
{
  if (n_cells != widths->wide)
    widths->n_blank = 0;
  widths->wide = n_cells;
  widths->n_blank += is_blank;
  return widths->n_blank >= N_TELLING;
}

/* Whether it has cells that neither the header nor most rows have. In a workbook they are a
 * remark beside the table, and so they are under a blank heading that most rows reach. */
static gboolean
is_too_wide (const DaybookTableRow *row,
             const GPtrArray       *headings,
             guint                  usual)
{
  guint named = daybook_row_count_named (headings);

  return row->kind != DAYBOOK_ROW_OF_CELLS
         && (row->n_cells > headings->len || (usual > 0 && row->n_cells > MAX (named, usual)));
}

/* What stands behind the last heading, in text: a cell was parted, and those behind it are read
 * as what they are not. Where only blanks do, the last cell may be blank in most rows. */
static gboolean
find_surplus (const DaybookTableRow *row,
              const GPtrArray       *headings,
              DaybookRowWidths      *widths,
              guint                 *column)
{
  gboolean has_column, is_blank;

  if (!is_too_wide (row, headings, widths->usual))
    {
      widths->wide = 0;
      return FALSE;
    }

  *column = find_filled (row, daybook_row_count_named (headings), row->n_cells);
  is_blank = *column == row->n_cells;
  has_column = has_room (widths, row->n_cells, is_blank);
  widths->doubtful = is_blank && !has_column && widths->usual > 0 && row->n_cells > widths->usual;
  if (has_column && row->n_cells <= headings->len)
    return FALSE;
  return *column < (has_column ? headings->len : row->n_cells);
}

/* Many a complete file lacks its last line break, and some leave blank cells at the end of a
 * row out: only a row with fewer cells than any is surely not whole. */
static gboolean
is_cut_off (const DaybookTableRow *row,
            const DaybookBinding  *binding,
            guint                  narrowest,
            guint                 *column)
{
  *column = daybook_row_number_column (binding);
  return row->kind == DAYBOOK_ROW_UNENDED && row->n_cells < narrowest;
}

guint
daybook_row_usual_width (const GPtrArray *sample)
{
  guint counts[DAYBOOK_TABLE_MAX_COLUMNS + 1] = { 0 };
  guint usual = 0;

  for (guint i = 0; i < sample->len; i++)
    {
      guint width = g_strv_length (g_ptr_array_index (sample, i));

      if (width > 1 && ++counts[width] > counts[usual])
        usual = width;
    }

  return usual;
}

gboolean
daybook_row_was_parted (DaybookRowWidths      *widths,
                        const DaybookTableRow *row,
                        const GPtrArray       *headings)
{
  gboolean was_doubtful = widths->doubtful;

  widths->doubtful = FALSE;
  if (!was_doubtful)
    return FALSE;
  return row == NULL || row->n_cells != widths->wide || find_filled (row, daybook_row_count_named (headings), row->n_cells) < row->n_cells;
}

const char *
daybook_row_parted (void)
{
  return _("This row has more cells than the table has columns: a comma, semicolon or tab in a cell has parted it, "
           "or the next row follows without a line break. Correct it in the file.");
}

const char *
daybook_row_broken (void)
{
  return _("A line break in a cell has parted this row: it goes on in the next line. Correct it in the file.");
}

char *
daybook_row_rest (guint64 row)
{
  return g_strdup_printf (_("This is the rest of row %lu."), (gulong) row);
}

gboolean
daybook_row_refuse_headings (guint64   row,
                             GError  **error)
{
  return daybook_refuse (error, _("Row %lu holds headings once more, and other ones: the file is two tables put together. "
                                  "Save each as a file of its own and import that."), (gulong) row);
}

guint
daybook_row_count_named (const GPtrArray *headings)
{
  guint n = headings->len;

  while (n > 0 && *(const char *) g_ptr_array_index (headings, n - 1) == '\0')
    n--;
  return n;
}

const char *
daybook_row_find_fault (const DaybookTableRow *row,
                        const DaybookBinding  *binding,
                        const GPtrArray       *headings,
                        DaybookRowWidths      *widths,
                        guint                 *column)
{
  if (is_cut_off (row, binding, widths->narrowest, column))
    return _("The file ends in the middle of this row: it was not saved whole. Download it again, or complete the row.");
  if (find_surplus (row, headings, widths, column))
    return daybook_row_parted ();
  if (find_damage (row, column))
    return _("This cell is damaged: some of its bytes are no text. Correct it in the file.");
  if (find_unknown (row, binding, column))
    return _("This cell is a formula without a result: open the file in a spreadsheet program and save it.");

  return NULL;
}
