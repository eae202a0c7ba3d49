/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* The control sums of a file (CLI.md, `import`): what a person compares with
 * the platform's own page. */
typedef struct _DaybookSums DaybookSums;

/* `currency` is the shop's: sums of other currencies stand apart. */
DaybookSums *daybook_sums_new     (const char               *currency);
void         daybook_sums_free    (DaybookSums              *sums);
typedef enum
{
  DAYBOOK_SUMS_ORDER,
  DAYBOOK_SUMS_PIECE, /* of an order that was added before: only its lines count */
} DaybookSumsPart;

/* `wall` is when the order was made, as daybook_order_parser_wall() gives it: the
 * platform's page counts its days so. */
void         daybook_sums_add     (DaybookSums              *sums,
                                   const DaybookOrderRecord *record,
                                   gint64                    wall,
                                   DaybookSumsPart           part);
/* One row that is no order: what was paid by it, or went back, minor units. `wall` as above, or 0. */
void         daybook_sums_add_entry (DaybookSums            *sums,
                                   const char               *currency,
                                   gint64                    paid,
                                   gint64                    refunded,
                                   gint64                    wall);
guint64      daybook_sums_orders  (DaybookSums              *sums);
/* As one JSON object. */
char        *daybook_sums_to_json (DaybookSums              *sums);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookSums, daybook_sums_free)

G_END_DECLS
