/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/binding.h"
#include "exchange/clean.h"

G_BEGIN_DECLS

/* By which number a row of a table is known: an order's, or one made of the cells that
 * a person has named because the table has no number. */

/* Reads it into `number`, which is then its only content. Unless GOOD is returned, it
 * is no number. */
DaybookIdState daybook_row_number_read   (const DaybookBinding  *binding,
                                          const DaybookTableRow *row,
                                          GString               *number);
/* What is wrong with a row whose number is not good: a translated sentence. */
const char    *daybook_row_number_fault  (const DaybookBinding  *binding,
                                          DaybookIdState         state);
/* Where the number stands, or the first cell that it is made of. */
guint          daybook_row_number_column (const DaybookBinding  *binding);
/* What has been done to the numbers, by the first rows (char **, as they stand). */
DaybookRounding daybook_row_number_rounding (const DaybookBinding *binding,
                                          const GPtrArray       *sample);

typedef enum
{
  DAYBOOK_HEADINGS_NONE,
  DAYBOOK_HEADINGS_AGAIN, /* the very same, as in exports put together */
  DAYBOOK_HEADINGS_OTHER, /* of another table */
} DaybookHeadings;

/* Whether a row below the header is a header too. `headings` are the file's (char *),
 * `number` what was read of the row. */
DaybookHeadings daybook_row_find_headings (const DaybookBinding  *binding,
                                          const DaybookTableRow *row,
                                          const GPtrArray       *headings,
                                          const GString         *number);
/* Whether it is a row of sums below the table. `number` is what was read of it: where that
 * is blank, any cell may say so. */
gboolean       daybook_row_is_sums       (const DaybookTableRow *row,
                                          const DaybookProfile  *profile,
                                          const GString         *number);
typedef enum
{
  DAYBOOK_REMARK_NONE,
  DAYBOOK_REMARK_SURE,
  DAYBOOK_REMARK_ALONE, /* one cell, and no number: a remark, or all that is not blank of an order's next line */
  DAYBOOK_REMARK_NUMBER, /* a number that is all of a line: not even delimiters are behind it */
} DaybookRemark;

/* Whether a row is no order, and no row of sums either: blank, or a remark in one cell. */
DaybookRemark  daybook_row_find_remark   (const DaybookTableRow *row,
                                          guint                  n_headings,
                                          const GString         *number);
/* The first cell that is not blank, or the number of cells. */
guint          daybook_row_first_filled  (const DaybookTableRow *row);

G_END_DECLS
