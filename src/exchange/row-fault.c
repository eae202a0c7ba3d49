/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/row-fault.h"

#include "exchange/encoding.h"
#include "exchange/row-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* What stands behind the last heading, in text with more cells than its header: one of
 * them was parted, and those behind it are read as what they are not. In a workbook it is
 * a remark beside the table, and so it is under a blank heading. */
static gboolean
find_surplus (const DaybookTableRow *row,
              const GPtrArray       *headings,
              guint                 *column)
{
  if (row->kind == DAYBOOK_ROW_OF_CELLS || row->n_cells <= headings->len)
    return FALSE;

  for (*column = daybook_row_count_named (headings); *column < row->n_cells; (*column)++)
    {
      const char *text = row->cells[*column].text;

      if (text[strspn (text, " \t")] != '\0')
        return TRUE;
    }

  return FALSE;
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
                        guint                  narrowest,
                        guint                 *column)
{
  if (is_cut_off (row, binding, narrowest, column))
    return _("The file ends in the middle of this row: it was not saved whole. Download it again, or complete the row.");
  if (find_surplus (row, headings, column))
    return _("This row has more cells than the table has columns: a comma, semicolon or tab in a cell has parted it, "
             "or the next row follows without a line break. Correct it in the file.");
  if (find_damage (row, column))
    return _("This cell is damaged: some of its bytes are no text. Correct it in the file.");
  if (find_unknown (row, binding, column))
    return _("This cell is a formula without a result: open the file in a spreadsheet program and save it.");

  return NULL;
}
