/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/clean.h"
#include "exchange/table.h"

G_BEGIN_DECLS

/* A row of text that a line break in one of its cells has parted, as programs write it that
 * put no quotes around such a cell: its pieces have as many cells as a row, but for the one
 * that is in two of them. */
typedef struct
{
  guint    usual;   /* cells of a whole row; 0: unknown */
  guint64  row;     /* the last one with an order's number, or 0 */
  gsize    length;  /* of that number */
  guint    width;   /* cells of that row and its pieces */
  guint    n_pieces;
} DaybookRowPieces;

typedef enum
{
  DAYBOOK_PIECES_NONE,   /* the row is one of its own */
  DAYBOOK_PIECES_WHOLE,  /* it is the last piece of the row with the number */
  DAYBOOK_PIECES_BEFORE, /* so was the row before it */
} DaybookPieces;

/* Takes the next row below the header, of which `state` and `number` were read. */
DaybookPieces daybook_row_pieces_add  (DaybookRowPieces      *self,
                                       const DaybookTableRow *row,
                                       DaybookIdState         state,
                                       const GString         *number);
/* Forgets the rows before, as behind a row of sums. */
void          daybook_row_pieces_stop (DaybookRowPieces      *self);

G_END_DECLS
