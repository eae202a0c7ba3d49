/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/print-goods.h"

#include "core/case-parts.h"
#include "core/order.h"
#include "exchange/paper-table.h"

#include <glib/gi18n-lib.h>

#define TABLE_GAP 8.0

/* The counts of goods, and the column of the reason behind them. */
enum
{
  COLUMN_TITLE,
  COLUMN_SKU,
  COLUMN_QUANTITY,
  COLUMN_RECEIVED,
  COLUMN_DAMAGED,
  COLUMN_REASON,
  N_COLUMNS,
};

static const guint COUNTS[] = { DAYBOOK_CASE_LINE_QUANTITY, DAYBOOK_CASE_LINE_RECEIVED, DAYBOOK_CASE_LINE_DAMAGED };

/* NULL: of goods that are in no order. */
static DaybookRow *
find_line (DaybookReader    *reader,
           const DaybookRow *part)
{
  const DaybookId *id = daybook_row_ref_id (part, DAYBOOK_CASE_LINE_LINE);

  return id != NULL ? daybook_reader_find (reader, &daybook_order_lines, id, NULL) : NULL;
}

/* "Cup (blue, large)" */
static char *
name_goods (const DaybookRow *part,
            const DaybookRow *line)
{
  const char *variant = line != NULL ? daybook_row_text (line, DAYBOOK_LINE_VARIANT) : "";
  const char *title = line != NULL ? daybook_row_text (line, DAYBOOK_LINE_TITLE) : daybook_row_text (part, DAYBOOK_CASE_LINE_TITLE);

  return *variant != '\0' ? g_strdup_printf ("%s (%s)", title, variant) : g_strdup (title);
}

/* (transfer full) */
static char **
make_cells (DaybookReader     *reader,
            DaybookRegister   *definition,
            const DaybookRow  *part)
{
  g_autoptr(DaybookRow) line = find_line (reader, part);
  const DaybookOption *reason = daybook_option_find (daybook_register_get_reasons (definition),
                                                     daybook_row_text (part, DAYBOOK_CASE_LINE_REASON));
  char **cells = g_new0 (char *, N_COLUMNS + 1);

  cells[COLUMN_TITLE] = name_goods (part, line);
  cells[COLUMN_SKU] = g_strdup (line != NULL ? daybook_row_text (line, DAYBOOK_LINE_SKU) : "");
  for (guint i = 0; i < G_N_ELEMENTS (COUNTS); i++)
    cells[COLUMN_QUANTITY + i] = daybook_row_has (part, COUNTS[i])
      ? g_strdup_printf ("%" G_GINT64_FORMAT, daybook_row_int (part, COUNTS[i])) : g_strdup ("");
  cells[COLUMN_REASON] = g_strdup (reason != NULL ? reason->label : daybook_row_text (part, DAYBOOK_CASE_LINE_REASON));
  return cells;
}

/* Whether anything stands in the column: an empty one only takes the room of the others. */
static gboolean
is_used (GPtrArray *rows,
         guint      column)
{
  for (guint i = 0; i < rows->len; i++)
    if (*((char **) g_ptr_array_index (rows, i))[column] != '\0')
      return TRUE;

  return column == COLUMN_TITLE;
}

static const char *
label_of (guint column)
{
  switch (column)
    {
    case COLUMN_TITLE:
      return _("Goods");
    case COLUMN_SKU:
      return _(daybook_order_lines.fields[DAYBOOK_LINE_SKU].label);
    case COLUMN_REASON:
      return _(daybook_case_lines.fields[DAYBOOK_CASE_LINE_REASON].label);
    default:
      return _(daybook_case_lines.fields[COUNTS[column - COLUMN_QUANTITY]].label);
    }
}

static void
put_rows (DaybookPaper *paper,
          GPtrArray    *rows)
{
  g_autoptr(DaybookPaperTable) table = NULL;
  guint used[N_COLUMNS], n_used = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    if (is_used (rows, i))
      used[n_used++] = i;

  table = daybook_paper_table_new (paper, n_used, DAYBOOK_PAPER_TABLE_PLAIN);
  for (guint i = 0; i < n_used; i++)
    daybook_paper_table_set_column (table, i, used[i] >= COLUMN_QUANTITY && used[i] < COLUMN_REASON ? DAYBOOK_PAPER_FIGURE
                                                                                                   : DAYBOOK_PAPER_TEXT, label_of (used[i]));
  daybook_paper_table_set_blank (table, COLUMN_TITLE);
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_new0 (char *, n_used + 1);

      for (guint j = 0; j < n_used; j++)
        cells[j] = g_strdup (((char **) g_ptr_array_index (rows, i))[used[j]]);
      daybook_paper_table_add (table, cells);
    }
  daybook_paper_table_end (table);
}

gboolean
daybook_print_goods (DaybookPaper      *paper,
                     DaybookReader     *reader,
                     DaybookRegister   *definition,
                     const DaybookRow  *row,
                     GError           **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr(GPtrArray) parts = daybook_reader_parts (reader, &daybook_case_lines, DAYBOOK_CASE_LINE_CASE, &row->id, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    g_ptr_array_add (rows, make_cells (reader, definition, g_ptr_array_index (parts, i)));
  if (rows->len > 0)
    {
      daybook_paper_gap (paper, TABLE_GAP / 2);
      put_rows (paper, rows);
      daybook_paper_gap (paper, TABLE_GAP);
    }

  return parts != NULL;
}
