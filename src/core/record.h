/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"
#include "core/row.h"
#include "core/shop.h"
#include "core/value.h"

G_BEGIN_DECLS

/* One order as a file tells it: what a platform's mapping makes of its rows,
 * and what the store merges. Texts live in the record's own chunk and are freed
 * with it or by daybook_record_reset(), so one record serves a whole file. */

/* In `carried`, besides the fields: the order has more lines than these. */
#define DAYBOOK_RECORD_PART (G_GUINT64_CONSTANT (1) << 63)
/* In `carried`, besides the fields: bit MAY_BE + s, where the stage is a guess: a column is
 * missing by which it may be s as well. */
#define DAYBOOK_RECORD_MAY_BE 44
/* In what a record tells, besides the fields: the order's lines, or those that joined
 * titles let guess. Kept in books. */
#define DAYBOOK_RECORD_LINES_BIT 62
#define DAYBOOK_RECORD_GUESS_BIT 61
#define DAYBOOK_RECORD_ALL_LINES (G_GUINT64_CONSTANT (3) << DAYBOOK_RECORD_GUESS_BIT)
G_STATIC_ASSERT (DAYBOOK_ORDER_N_FIELDS < DAYBOOK_RECORD_MAY_BE);
G_STATIC_ASSERT (DAYBOOK_RECORD_MAY_BE + DAYBOOK_N_STAGES < DAYBOOK_RECORD_GUESS_BIT);

/* A text of the record; not owned by its value. */
typedef struct
{
  DaybookValue values[DAYBOOK_LINE_N_FIELDS];
} DaybookLineRecord;

typedef struct
{
  DaybookValue values[DAYBOOK_ORDER_N_FIELDS];
  guint64      carried;  /* bit i: the file has a column for order field i; an
                          * empty cell then means "none", a missing column nothing */
  guint64      summed;   /* bit i: order field i is the sum of what these rows say: what others
                          * say is to be added; without a value it is not known */
  GArray      *lines;    /* DaybookLineRecord */
  char        *account;  /* the buyer's full nick or account, or NULL: no customer */
  guint64      first_row; /* of the file, counted from 1 with the header */
  guint64      n_rows;
  guint        sheet;    /* of the file, where they are */
  GString     *raw;      /* the source cells: US between cells, RS between rows */
  GStringChunk *chunk;
} DaybookOrderRecord;

DaybookOrderRecord *daybook_record_new      (void);
void                daybook_record_free     (DaybookOrderRecord *record);
void                daybook_record_reset    (DaybookOrderRecord *record);

/* Sets an order field; text is copied into the record's chunk. */
void                daybook_record_set_text (DaybookOrderRecord *record,
                                             guint               field,
                                             const char         *text);
void                daybook_record_set_int  (DaybookOrderRecord *record,
                                             guint               field,
                                             gint64              number);
/* Whether the file has a column for the order field. */
gboolean            daybook_record_carries  (const DaybookOrderRecord *record,
                                             guint               field);
/* Whether it tells of any amount, of the order or of a line. */
gboolean            daybook_record_has_amount (const DaybookOrderRecord *record);
/* The bit of its lines. */
guint               daybook_record_lines_bit (const DaybookOrderRecord *record);
/* What it tells of: bit i: order field i; the bit of its lines. An empty cell tells
 * nothing, nor does a masked one or a value that was guessed from others. Of the buyer an
 * account tells. */
guint64             daybook_record_tells    (const DaybookOrderRecord *record);
/* Adds a line and returns it; valid until the next one is added. */
DaybookLineRecord  *daybook_record_add_line (DaybookOrderRecord *record);
void                daybook_record_line_text (DaybookOrderRecord *record,
                                              DaybookLineRecord  *line,
                                              guint               field,
                                              const char         *text);

/* One thing wrong with one row: it is not imported, and the person sees why. */
typedef struct
{
  guint64 row;    /* of the file, counted from 1 with the header */
  char   *column; /* its heading */
  char   *value;
  char   *why;    /* a translated sentence */
  guint   sheet;  /* of the file, where it is */
  guint64 n_rows; /* of an order that is not imported: so many from `row` on; 0: one */
} DaybookProblem;

DaybookProblem *daybook_problem_new  (guint64         row,
                                      const char     *column,
                                      const char     *value,
                                      const char     *why);
void            daybook_problem_free (DaybookProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookOrderRecord, daybook_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookProblem, daybook_problem_free)

G_END_DECLS
