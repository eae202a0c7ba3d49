/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/binding.h"

G_BEGIN_DECLS

/* How many columns have a heading, those without between them included. */
guint       daybook_row_count_named (const GPtrArray       *headings);

/* How wide the rows of a table are so far. */
typedef struct
{
  guint usual;     /* cells of most of the first rows; 0: unknown */
  guint narrowest; /* no row has fewer cells, nor has the header as far as it has names */
  guint wide;      /* cells of the last row, when they are more than there should be; or 0 */
  guint n_blank;   /* of the last rows, all with as many: those with only blanks behind the header's */
  gboolean doubtful; /* the last row has blanks there that others have not, and the next one tells why */
} DaybookRowWidths;

/* What most of the first rows (char **) have; those of one cell do not count. */
guint       daybook_row_usual_width (const GPtrArray       *sample);

/* Whether the last row was doubtful, and this one, or the end of the table (NULL), does not
 * tell that it may be so wide: then it was parted, its last cell being blank. */
gboolean    daybook_row_was_parted  (DaybookRowWidths      *widths,
                                     const DaybookTableRow *row,
                                     const GPtrArray       *headings);
/* What is said of it. */
const char *daybook_row_parted      (void);
/* What is said of one that a line break has parted, and of its rest in another row. */
const char *daybook_row_broken      (void);
char       *daybook_row_rest        (guint64                row);
/* What follows other headings would be read into the wrong fields. Always FALSE. */
gboolean    daybook_row_refuse_headings (guint64            row,
                                     GError               **error);

/* Why a row cannot be read, whatever its cells mean: a translated sentence, and the column
 * of the cell that shows it. `headings` are the header row's, without blanks around them.
 * NULL: nothing is wrong. */
const char *daybook_row_find_fault  (const DaybookTableRow *row,
                                     const DaybookBinding  *binding,
                                     const GPtrArray       *headings,
                                     DaybookRowWidths      *widths,
                                     guint                 *column);

G_END_DECLS
