/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/row-pieces.h"

/* Narrower tables have no pieces that can be told from remarks. */
#define MIN_WIDTH 3
/* By so many digits at most the numbers of one table's orders differ. */
#define MAX_APART 2

static gboolean
is_blank (const DaybookTableRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].length > 0)
      return FALSE;

  return TRUE;
}

/* Whether it begins as the rows do that have an order's number: a phone number at the
 * beginning of a line is as long as no order's. */
static gboolean
begins_row (DaybookRowPieces      *self,
            const DaybookTableRow *row,
            DaybookIdState         state,
            const GString         *number)
{
  gsize apart = MAX (number->len, self->length) - MIN (number->len, self->length);

  return state == DAYBOOK_ID_GOOD && row->n_cells > 1
         && (self->row == 0 || apart <= MAX_APART || self->width + row->n_cells - 1 != self->usual);
}

static DaybookPieces
begin_row (DaybookRowPieces      *self,
           const DaybookTableRow *row,
           const GString         *number)
{
  gboolean broken = self->n_pieces > 0 && self->width == self->usual;

  self->row = row->number;
  self->length = number->len;
  self->width = row->n_cells;
  self->n_pieces = 0;
  return broken ? DAYBOOK_PIECES_BEFORE : DAYBOOK_PIECES_NONE;
}

void
daybook_row_pieces_stop (DaybookRowPieces *self)
{
  self->row = 0;
  self->n_pieces = 0;
}

DaybookPieces
daybook_row_pieces_add (DaybookRowPieces      *self,
                        const DaybookTableRow *row,
                        DaybookIdState         state,
                        const GString         *number)
{
  if (row->kind == DAYBOOK_ROW_OF_CELLS || self->usual < MIN_WIDTH)
    return DAYBOOK_PIECES_NONE;
  if (begins_row (self, row, state, number))
    return begin_row (self, row, number);
  if (is_blank (row))
    return DAYBOOK_PIECES_NONE;
  if (self->row == 0 || row->n_cells >= self->usual)
    {
      daybook_row_pieces_stop (self);
      return DAYBOOK_PIECES_NONE;
    }

  self->width += row->n_cells - 1;
  self->n_pieces++;
  /* Of a row whose last cell goes on in the next line, or of a remark below it? */
  return self->width == self->usual && row->n_cells > 1 ? DAYBOOK_PIECES_WHOLE : DAYBOOK_PIECES_NONE;
}
