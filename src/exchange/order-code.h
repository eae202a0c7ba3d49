/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"
#include "exchange/profile.h"

G_BEGIN_DECLS

/* What a platform's data file cannot say: the small piece of code that finishes
 * an order after its columns were read. One file per platform, or several that are alike. */

/* The values under `extra.NAME` of the order's first row. */
typedef struct
{
  const DaybookProfile *profile;
  GString             **values;  /* by place in the profile's extras */
  guint64               present; /* bit i: the file has a column for extra i */
  gboolean              status_of_lines; /* each row tells the status of its own */
} DaybookOrderExtras;

/* The text, "" when the cell is empty, NULL when the file has no such column. */
const char *daybook_order_extra        (const DaybookOrderExtras *extras,
                                        const char               *name);
/* An amount in the order's currency. FALSE when there is none. */
gboolean    daybook_order_extra_money  (const DaybookOrderExtras *extras,
                                        const char               *name,
                                        const DaybookOrderRecord *record,
                                        gint64                   *minor);

/* Finishes the record: stage is known as far as words say it. What it sets it marks as
 * carried, unless it is a guess. */
typedef void (*DaybookOrderFinish) (DaybookOrderRecord       *record,
                                    const DaybookOrderExtras *extras);

/* By the name in a profile's `code`; NULL when there is none. */
DaybookOrderFinish daybook_order_code_find (const char *name);

void daybook_taobao_finish  (DaybookOrderRecord *record, const DaybookOrderExtras *extras);
void daybook_shopify_finish (DaybookOrderRecord *record, const DaybookOrderExtras *extras);
void daybook_marketplace_finish (DaybookOrderRecord *record, const DaybookOrderExtras *extras);
void daybook_parcels_finish (DaybookOrderRecord *record, const DaybookOrderExtras *extras);
void daybook_pdd_finish     (DaybookOrderRecord *record, const DaybookOrderExtras *extras);
void daybook_generic_finish (DaybookOrderRecord *record, const DaybookOrderExtras *extras);
void daybook_etsy_finish    (DaybookOrderRecord *record, const DaybookOrderExtras *extras);
void daybook_woocommerce_finish (DaybookOrderRecord *record, const DaybookOrderExtras *extras);
/* Of platforms that need nothing of their own; others end with it. */
void daybook_itemised_finish (DaybookOrderRecord *record, const DaybookOrderExtras *extras);

/* Helpers that several need. */

/* Sets a number that follows from others, and marks it as carried. */
void     daybook_record_conclude  (DaybookOrderRecord       *record,
                                   guint                     field,
                                   gint64                    number);
/* The number of a field, 0 when there is none. */
gint64   daybook_record_number    (const DaybookOrderRecord *record,
                                   guint                     field);
const char *daybook_record_text   (const DaybookOrderRecord *record,
                                   guint                     field);
/* Whether its buyer paid: of an order that never was, what is to be paid counts nothing. */
gboolean daybook_record_was_paid  (const DaybookOrderRecord *record);
/* Sets how much went back when the file tells the amount only: everything when
 * nothing of it is left, else a part. */
void     daybook_record_settle_refund (DaybookOrderRecord   *record);
/* Adds a line that only the order's own cells tell of: the platform's item file
 * replaces it (RECORDS §4). `quantity` 0 is unknown. */
void     daybook_record_add_provisional (DaybookOrderRecord *record,
                                         const char         *title,
                                         gsize               length,
                                         gint64              quantity);
/* The order's title and quantity, where the file has no column for them, are those of its lines. */
void     daybook_record_conclude_items (DaybookOrderRecord  *record);
/* Region and a readable address, from an address as Chinese platforms write it. */
void     daybook_record_read_address (DaybookOrderRecord    *record);

G_END_DECLS
