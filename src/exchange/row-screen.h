/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"
#include "exchange/binding.h"
#include "exchange/clean.h"
#include "exchange/row-fault.h"
#include "exchange/row-number.h"
#include "exchange/row-pieces.h"

G_BEGIN_DECLS

/* What screens the rows below a header, whatever they tell of: those that are headings or sums,
 * or the rest of another row, and those that cannot be read. */

typedef struct
{
  /* Takes a problem, valid during the call only; FALSE with an error ends the parsing. */
  gboolean    (*problem)   (const DaybookProblem *problem, gpointer data, GError **error);
  gpointer      data;
  /* Fails row `row` where it was taken and is not given out yet. The number that it goes by;
   * NULL: there is nothing to fail. */
  const char *(*take_back) (gpointer parser, guint64 row);
  gpointer      parser;
} DaybookRowScreenSink;

typedef struct
{
  const DaybookProfile *profile;
  DaybookBinding       *binding;
  GPtrArray            *headings; /* char *, without blanks around them */
  GString              *number;   /* of the row at hand */
  DaybookHeadings       header;   /* whether the row at hand is one too */
  DaybookRowWidths      widths;
  DaybookRowPieces      pieces;
  guint64               n_rows;   /* that held something, without remarks and rows of sums */
  guint64               last_row; /* the one before the row at hand */
  DaybookRowScreenSink  sink;
} DaybookRowScreen;

/* `headings` are those of the header row as they stand. Profile and form must outlive it. */
void           daybook_row_screen_init        (DaybookRowScreen           *self,
                                               const DaybookProfile       *profile,
                                               const DaybookForm          *form,
                                               const char *const          *headings,
                                               guint                       n_headings,
                                               const DaybookRowScreenSink *sink);
void           daybook_row_screen_clear       (DaybookRowScreen           *self);
/* Before the first row: what the first rows (char **) tell of the file as a whole. */
void           daybook_row_screen_look_ahead  (DaybookRowScreen           *self,
                                               const GPtrArray            *sample);

/* Of each row these three, in this order. */

/* Begins the next row below the header, and reads its number into `self->number`. The parser
 * may put the number there that it goes by before it goes on. */
DaybookIdState daybook_row_screen_read        (DaybookRowScreen           *self,
                                               const DaybookTableRow      *row);
/* Looks at the row in the order of the table; `done` says that no more is to be made of it.
 * Errors: FORMAT: other headings stand there, of another table; the sink's. */
gboolean       daybook_row_screen_sift        (DaybookRowScreen           *self,
                                               const DaybookTableRow      *row,
                                               DaybookIdState              state,
                                               gboolean                   *done,
                                               GError                    **error);
/* Counts a row that is no remark. Why it cannot be read, and the column that shows it, as
 * daybook_row_find_fault(); or NULL. */
const char    *daybook_row_screen_find_fault  (DaybookRowScreen           *self,
                                               const DaybookTableRow      *row,
                                               guint                      *column);

/* The table has ended: what that says of its last row, before that is given out. It can then
 * screen another sheet. Errors: the sink's. */
gboolean       daybook_row_screen_finish      (DaybookRowScreen           *self,
                                               GError                    **error);

/* Gives a problem to the sink: `value` in a column of row `row`, and why that is one, a
 * translated sentence. Errors: the sink's. */
gboolean       daybook_row_screen_report      (DaybookRowScreen           *self,
                                               guint64                     row,
                                               guint                       column,
                                               const char                 *value,
                                               const char                 *why,
                                               GError                    **error);
/* The same of a cell as it stands, which the row may be too short for. */
gboolean       daybook_row_screen_report_cell (DaybookRowScreen           *self,
                                               const DaybookTableRow      *row,
                                               guint                       column,
                                               const char                 *why,
                                               GError                    **error);
/* The same of the number that a row goes by. */
gboolean       daybook_row_screen_report_number (DaybookRowScreen         *self,
                                               guint64                     row,
                                               const char                 *number,
                                               const char                 *why,
                                               GError                    **error);

G_END_DECLS
