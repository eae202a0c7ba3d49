/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/table.h"

G_BEGIN_DECLS

/* The last two columns of a file that Daybook has written of another's problem rows
 * (exchange/problem-file.h): the row's number there and what was wrong. A reader of tables
 * takes them away, so that what is left is read as the other file was. */

/* Both headings end so, in whatever language: "Row [Daybook]", "Why [Daybook]". */
#define DAYBOOK_OWN_MARK "[Daybook]"
/* The header is within so many rows. */
#define DAYBOOK_OWN_HEADER_ROWS 20
/* In the number's column of a row that had fewer cells than the header: "12 (5)". */
#define DAYBOOK_OWN_NARROW "%" G_GUINT64_FORMAT " (%u)"

typedef struct
{
  gboolean  found;
  guint     column; /* the first of the two */
  guint     n_rows; /* of the sheet, that were looked at */
  GArray   *cells;  /* DaybookCell: of the row at hand without them, or NULL */
  GString  *text;   /* of cells that were changed, or NULL */
} DaybookOwnColumns;

void daybook_own_columns_clear (DaybookOwnColumns *self);
/* Another sheet begins. */
void daybook_own_columns_begin (DaybookOwnColumns *self);
/* Takes them out of the next row, where the sheet has them. */
void daybook_own_columns_strip (DaybookOwnColumns *self,
                                DaybookTableRow   *row);

G_END_DECLS
