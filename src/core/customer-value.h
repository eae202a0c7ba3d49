/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rfm.h"

G_BEGIN_DECLS

/* What customers are worth to the shop (CU-09, KP-09): scores and segments, who buys again, and what becomes of
 * those who came in one month. Pure: whoever reads the book adds one customer after the other.
 *
 * Amounts are minor units of the shop's main currency, less what went back; sales in other currencies count as
 * sales, and their money is told apart. Months are those of the shop's zone. */

/* One sale that came about (daybook_order_is_sale()). */
typedef struct
{
  gint64      at;       /* UTC seconds */
  gint64      net;
  const char *currency; /* NULL: the shop's main one; else an interned string */
} DaybookSale;

typedef struct
{
  gint64          customer; /* key */
  gint64          last;     /* of the period, as the next two */
  gint64          spent;
  guint           n_sales;
  guint64         months;   /* bit i: bought in that month of the period */
  guint8          came;     /* in that month of the period, or DAYBOOK_VALUE_EARLIER */
  DaybookRfmScore score;
  guint8          segment;  /* place in daybook_segments */
} DaybookBuyer;

/* One month, and those who came in it. */
typedef struct
{
  char    label[16];   /* "2026-11" */
  gint64  begins;
  guint   n_buyers;    /* who bought in it */
  guint   n_again;     /* of whom had bought before */
  guint   n_sales;
  gint64  spent;
  guint   n_first;     /* whose first sale it was */
  guint  *returned;    /* of those: who bought so many months later, from 0 on */
  gint64 *brought;     /* ... and for how much */
} DaybookValueMonth;

typedef struct
{
  guint  n;
  gint64 spent;
} DaybookSegmentSum;

typedef struct
{
  const char *currency; /* interned */
  gint64      spent;
  guint       n_sales;
} DaybookOtherMoney;

typedef struct
{
  gint64            now;
  char             *currency;
  GArray           *months;   /* DaybookValueMonth: oldest first, the present one last */
  GArray           *buyers;   /* DaybookBuyer: with a sale in these months; once it is finished, who spent most first */
  GArray           *others;   /* DaybookOtherMoney: of the period */
  guint             n_ever;   /* customers with any sale, ever */
  guint             n_again;  /* ... with more than one */
  guint             n_undated; /* orders that are not counted: nobody knows when they were */
  gint64            spent;    /* in the period */
  DaybookRfmBounds  bounds;
  gboolean          proposed; /* ... by the customers; else they are the shop's own */
  DaybookSegmentSum segments[DAYBOOK_N_SEGMENTS];
  guint             cells[DAYBOOK_RFM_BEST][DAYBOOK_RFM_BEST]; /* customers by recency and frequency, from 1 on */
} DaybookCustomerValue;

#define DAYBOOK_VALUE_MOST_MONTHS 60
#define DAYBOOK_VALUE_EARLIER G_MAXUINT8

/* Of the last `n_months`, the present one among them. */
DaybookCustomerValue *daybook_customer_value_new     (gint64                  now,
                                                      GTimeZone              *zone,
                                                      const char             *currency,
                                                      guint                   n_months);
void                  daybook_customer_value_free    (DaybookCustomerValue   *self);
/* All sales of one customer, oldest first; each customer once. What is later than now is not yet. */
void                  daybook_customer_value_add     (DaybookCustomerValue   *self,
                                                      gint64                  customer,
                                                      const DaybookSale      *sales,
                                                      guint                   n_sales);
/* Adds what another one, of the same months, has counted of other customers. Before either is finished. */
void                  daybook_customer_value_join    (DaybookCustomerValue   *self,
                                                      const DaybookCustomerValue *other);
/* After the last: scores and segments, by `bounds`, or NULL: those proposed. */
void                  daybook_customer_value_finish  (DaybookCustomerValue   *self,
                                                      const DaybookRfmBounds *bounds);
/* The keys of a segment's customers, those who spent most first. (transfer full) (element-type gint64) */
GArray               *daybook_customer_value_segment (const DaybookCustomerValue *self,
                                                      guint                   segment);
/* ... and of a cell. */
GArray               *daybook_customer_value_cell    (const DaybookCustomerValue *self,
                                                      guint                   recency,
                                                      guint                   frequency);
/* Of each month: who bought in it, and who of them had bought before; those who spent most first. (transfer full)
 * (element-type GArray of gint64) */
GPtrArray            *daybook_customer_value_buyers  (const DaybookCustomerValue *self);
GPtrArray            *daybook_customer_value_again   (const DaybookCustomerValue *self);
/* Of those who came in a month: who bought so many months later, from 0 on, which is all of them. (transfer full)
 * (element-type GArray of gint64) */
GPtrArray            *daybook_customer_value_cohort  (const DaybookCustomerValue *self,
                                                      guint                   month);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCustomerValue, daybook_customer_value_free)

G_END_DECLS
