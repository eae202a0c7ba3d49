/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The row that a reader of cells builds up. */

#include "exchange/serial.h"
#include "exchange/table-private.h"

#include <string.h>

/* Digits that a number in a workbook surely has. */
#define SURE_DIGITS 15

void
daybook_row_buffer_init (DaybookRowBuffer *buffer)
{
  buffer->cells = g_array_new (FALSE, TRUE, sizeof (DaybookCell));
  buffer->text = g_string_new (NULL);
}

void
daybook_row_buffer_clear (DaybookRowBuffer *buffer)
{
  g_array_unref (buffer->cells);
  g_string_free (buffer->text, TRUE);
}

void
daybook_row_buffer_reset (DaybookRowBuffer *buffer)
{
  g_array_set_size (buffer->cells, 0);
  /* Offset 0 is the empty text that cells nobody filled share. */
  g_string_truncate (buffer->text, 0);
  g_string_append_c (buffer->text, '\0');
}

gboolean
daybook_row_buffer_put (DaybookRowBuffer  *buffer,
                        guint              column,
                        const char        *text,
                        gsize              length,
                        DaybookCellKind    kind,
                        GError           **error)
{
  DaybookCell *cell;

  if (length == 0 && kind != DAYBOOK_CELL_UNKNOWN)
    return TRUE;
  if (column >= DAYBOOK_TABLE_MAX_COLUMNS)
    return daybook_refuse_columns (error, 0);
  if (length > DAYBOOK_TABLE_MAX_CELL || buffer->text->len > DAYBOOK_TABLE_MAX_ROW)
    return daybook_refuse_cell (error, 0);

  if (column >= buffer->cells->len)
    g_array_set_size (buffer->cells, column + 1);
  cell = &g_array_index (buffer->cells, DaybookCell, column);
  cell->text = GSIZE_TO_POINTER (buffer->text->len);
  cell->length = length;
  cell->kind = kind;
  g_string_append_len (buffer->text, text, (gssize) length);
  g_string_append_c (buffer->text, '\0');
  return TRUE;
}

/* Whether the number reads well as it stands: no exponent, no more digits than
 * a number surely has, or plain digits only, as programs write ids. */
static gboolean
is_plain_number (const char *text,
                 gsize       length)
{
  const char *rest = text + (text[0] == '-');

  return strspn (text, "0123456789") == length ||
         (length <= SURE_DIGITS && strspn (rest, "0123456789.") == strlen (rest));
}

gboolean
daybook_row_buffer_put_number (DaybookRowBuffer  *buffer,
                               guint              column,
                               const char        *text,
                               gsize              length,
                               GError           **error)
{
  char tidy[DAYBOOK_SERIAL_SIZE];
  double number;
  char *end;

  if (is_plain_number (text, length))
    return daybook_row_buffer_put (buffer, column, text, length, DAYBOOK_CELL_NUMBER, error);

  number = g_ascii_strtod (text, &end);
  if (*end != '\0' || end == text)
    return daybook_row_buffer_put (buffer, column, text, length, DAYBOOK_CELL_TEXT, error);
  length = daybook_number_print (number, tidy);
  return daybook_row_buffer_put (buffer, column, tidy, length, DAYBOOK_CELL_NUMBER, error);
}

void
daybook_row_buffer_give (DaybookRowBuffer *buffer,
                         guint64           number,
                         DaybookTableRow  *row)
{
  /* The text no longer moves: offsets become addresses. */
  for (guint i = 0; i < buffer->cells->len; i++)
    {
      DaybookCell *cell = &g_array_index (buffer->cells, DaybookCell, i);

      cell->text = buffer->text->str + GPOINTER_TO_SIZE (cell->text);
    }

  row->cells = (const DaybookCell *) (gpointer) buffer->cells->data;
  row->n_cells = buffer->cells->len;
  row->kind = DAYBOOK_ROW_OF_CELLS;
  row->doubtful = FALSE;
  /* What is bent counts its rows from anything. */
  row->number = MAX (number, 1);
}
