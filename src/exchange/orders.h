/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"
#include "exchange/profile.h"
#include "exchange/sums.h"
#include "exchange/table.h"

G_BEGIN_DECLS

/* Turns the rows of a table into orders, as a profile's form says. In a form with
 * lines the rows of one order that follow each other become one record, others are
 * given out apart; in one without, an order has one row. Whatever is wrong with a row
 * is a problem, and its order is not given out: so is a row that says otherwise of its
 * order than the first. One thread at a time. */
typedef struct _DaybookOrderParser DaybookOrderParser;

/* Where orders and problems go; both are valid during the call only, but the
 * order's record may be kept and another left in its place. Returning FALSE with
 * an error ends the parsing. */
typedef struct
{
  gboolean (*order)   (DaybookOrderRecord **record, gpointer data, GError **error);
  gboolean (*problem) (const DaybookProblem *problem, gpointer data, GError **error);
} DaybookOrderSink;

/* `headings` are those of the header row as they stand; `zone` and `currency`
 * are the shop's, for what the profile leaves open. Profile and form must
 * outlive the parser. */
DaybookOrderParser *daybook_order_parser_new    (const DaybookProfile   *profile,
                                                 const DaybookForm      *form,
                                                 const char *const      *headings,
                                                 guint                   n_headings,
                                                 GTimeZone              *zone,
                                                 const char             *currency,
                                                 const DaybookOrderSink *sink,
                                                 gpointer                data);
void                daybook_order_parser_free   (DaybookOrderParser     *self);
/* Before the first row: what the first rows (char **) tell of the file as a whole. */
void                daybook_order_parser_look_ahead (DaybookOrderParser *self,
                                                     const GPtrArray    *sample);
/* Takes the next row below the header. Errors: FORMAT: other headings stand there, of
 * another table; the sink's. */
gboolean            daybook_order_parser_row    (DaybookOrderParser     *self,
                                                 const DaybookTableRow  *row,
                                                 GError                **error);
/* Gives out the last order. The parser can then take another sheet. */
gboolean            daybook_order_parser_finish (DaybookOrderParser     *self,
                                                 GError                **error);
/* Whether an order of this number, which is clean, was in a row so far. */
gboolean            daybook_order_parser_has    (DaybookOrderParser     *self,
                                                 const char             *number);
/* Rows that held something, without remarks and rows of sums. */
guint64             daybook_order_parser_rows   (DaybookOrderParser     *self);
/* The zone of times without an offset: the platform's, or the shop's. */
GTimeZone          *daybook_order_parser_zone   (DaybookOrderParser     *self);
/* While an order is given out: whether an earlier piece of it was. */
DaybookSumsPart     daybook_order_parser_part   (DaybookOrderParser     *self);
/* While an order is given out: when it was made (or at least paid), as the clock
 * on the wall showed it, in seconds as if that wall stood in UTC; 0: unknown. */
gint64              daybook_order_parser_wall   (DaybookOrderParser     *self);
/* The newest time in any order given out, at or before `limit`; 0: none. */
gint64              daybook_order_parser_newest (DaybookOrderParser     *self);
void                daybook_order_parser_set_limit (DaybookOrderParser  *self,
                                                    gint64               limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookOrderParser, daybook_order_parser_free)

G_END_DECLS
