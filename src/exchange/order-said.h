/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/binding.h"

G_BEGIN_DECLS

/* What the first row of an order says of it, cell for cell, as hashes: its later rows may
 * repeat it or leave it blank. */
typedef struct
{
  const DaybookBinding *binding;
  const DaybookProfile *profile;
  GArray               *cells;    /* guint32, the currency's first where the file has one; 0: empty */
  guint32               content;  /* of them all */
  guint32               line;     /* of its first line */
  gboolean              is_blank; /* they are all empty */
  GString              *text;     /* of the cell at hand */
} DaybookOrderSaid;

/* Both must outlive it. */
void     daybook_order_said_init        (DaybookOrderSaid      *self,
                                         const DaybookBinding  *binding,
                                         const DaybookProfile  *profile);
void     daybook_order_said_clear       (DaybookOrderSaid      *self);
/* Another order begins with this row. */
void     daybook_order_said_begin       (DaybookOrderSaid      *self,
                                         const DaybookTableRow *row);
/* Its next cell: the currency, those of the order, then the extras. */
void     daybook_order_said_note        (DaybookOrderSaid      *self,
                                         const GString         *text);
/* All that stands in the row is part of the content. */
void     daybook_order_said_note_row    (DaybookOrderSaid      *self,
                                         const DaybookTableRow *row);
/* Whether it names its currency, in a file that has a column for it. */
gboolean daybook_order_said_currency    (const DaybookOrderSaid *self);
/* Whether a later row says otherwise: in which `column`, and what, in `self->text`. */
gboolean daybook_order_said_otherwise   (DaybookOrderSaid      *self,
                                         const DaybookTableRow *row,
                                         guint                 *column);
/* Whether the row says all of it again, blanks included. */
gboolean daybook_order_said_the_same    (DaybookOrderSaid      *self,
                                         const DaybookTableRow *row);
/* Whether the row says of what goods its line is; also where the table has no column for that. */
gboolean daybook_order_said_names_line  (DaybookOrderSaid      *self,
                                         const DaybookTableRow *row);
/* Whether the row gives its line a number of the platform's. */
gboolean daybook_order_said_numbers_line (DaybookOrderSaid    *self,
                                         const DaybookTableRow *row);
/* A hash of the row's line. */
guint32  daybook_order_said_hash_line   (DaybookOrderSaid      *self,
                                         const DaybookTableRow *row);

G_END_DECLS
