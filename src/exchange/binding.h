/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/profile.h"
#include "exchange/rounding.h"
#include "exchange/table.h"

G_BEGIN_DECLS

/* A form laid over the header of one table: which column each value comes from.
 * Columns move from one export to the next; headings stay (PLATFORMS §1.1). */

typedef struct
{
  DaybookTarget       target;
  const DaybookField *field;     /* NULL for an extra */
  GPtrArray          *parts;     /* GArray * of guint: columns to try in turn */
  const char         *separator;
  DaybookPick         pick;
  const char *const  *words;     /* of `pick`: the form's */
} DaybookBound;

/* An amount of the order that its rows add up to. */
typedef struct
{
  guint   field; /* of the order */
  GArray *of;    /* guint: columns, the first of which says whether the row's part is known */
  GArray *less;  /* ... that are taken off */
} DaybookBoundSum;

typedef struct
{
  GPtrArray *order;   /* DaybookBound *, of the order or entry, but for number and currency */
  GPtrArray *each;    /* of the order too, but each row tells of its own line */
  GPtrArray *line;
  GPtrArray *extra;
  DaybookBound *number; /* or NULL: then there is a key */
  DaybookBound *currency; /* read before the amounts; or NULL */
  GArray    *begins;  /* guint: columns that only an order's first row fills, or each entry's; or NULL */
  GArray    *key;     /* guint: columns that together identify a row */
  GPtrArray *sums;    /* DaybookBoundSum * */
  int        uncounted; /* column whose `uncounted_words` leave a row out of the sums, or -1 */
  char     **uncounted_words; /* the form's */
  gboolean   summary;    /* an order's first row may be of the order alone */
  gboolean   row_prices; /* a line's price is that of all its pieces */
  guint64    carried; /* fields of the order or entry that the table has a column for */
  guint64    present; /* extras */
  const char *parts;  /* what joins lines in a row's cells, the form's; or NULL */
  gboolean   status_of_lines; /* each row tells the status of its own */
  gboolean   digits;  /* of every order number at least one is a digit */
  gboolean   plain;   /* none is Chinese */
  DaybookRounding rounding; /* of the sheet's order numbers: daybook_row_number_rounding() */
} DaybookBinding;

DaybookBinding *daybook_binding_new  (const DaybookForm  *form,
                                      const char *const  *headings,
                                      guint               n_headings);
void            daybook_binding_free (DaybookBinding     *binding);

/* The cleaned value of a row, "" when all its columns are empty; `column` is
 * where it, or the first part of it, stands. */
void            daybook_bound_fetch  (const DaybookBound    *bound,
                                      const DaybookProfile  *profile,
                                      const DaybookTableRow *row,
                                      GString               *out,
                                      guint                 *column);

/* Appends the cleaned text of one cell. FALSE, and nothing appended, when it says nothing. */
gboolean        daybook_cell_fetch   (const DaybookTableRow *row,
                                      guint                  column,
                                      const DaybookProfile  *profile,
                                      GString               *out);
/* Room for the extras of a row: GString *, by place in the profile's. */
GPtrArray      *daybook_extras_new   (const DaybookProfile  *profile);
/* Takes them from the next row; "" where it says nothing. */
void            daybook_extras_fetch (GPtrArray             *extras,
                                      const DaybookBinding  *binding,
                                      const DaybookProfile  *profile,
                                      const DaybookTableRow *row);
/* Whether the value comes from the column, where its cell says something. */
gboolean        daybook_bound_reads  (const DaybookBound    *bound,
                                      guint                  column);

/* How the cells of a column are masked where they are shown, as in a list of
 * problems. DAYBOOK_MASK_NONE for a column that no order field is read from. */
DaybookMask     daybook_binding_mask (const DaybookBinding   *binding,
                                      guint                   column);

/* Whether a field of the order or of a line is read from the column: then it is shown
 * in the book as well, masked as daybook_binding_mask() says. */
gboolean    daybook_binding_reads (const DaybookBinding  *binding,
                                      guint                   column);

/* Whether anything is taken from the column: a field, an extra or a part of the key. */
gboolean    daybook_binding_takes (const DaybookBinding  *binding,
                                      guint                   column);

/* Whether a field of a line is, or one that each row tells of its own. */
gboolean    daybook_binding_takes_line (const DaybookBinding *binding,
                                      guint                   column);

/* Whether the row has a cell that only the first one of an order has. */
gboolean    daybook_binding_begins (const DaybookBinding  *binding,
                                      const DaybookTableRow  *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookBinding, daybook_binding_free)

G_END_DECLS
