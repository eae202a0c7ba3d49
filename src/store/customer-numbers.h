/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/customer-totals.h"

G_BEGIN_DECLS

/* What a customer has bought and returned (CU-01, CU-09), of their DAYBOOK_TOTALS_MAX newest orders; worked out when somebody
 * looks. */

typedef struct
{
  char   *month;    /* "2026-11", of the shop's zone */
  gint64  paid;     /* in the currency of the numbers */
  gint64  refunded;
} DaybookCustomerMonth;

typedef struct
{
  char   *title;
  gint64  quantity;
} DaybookCustomerProduct;

typedef struct
{
  guint   n_orders;   /* that something was paid for */
  guint   n_returns;  /* of which money went back */
  gint64  first;      /* when it was ordered; 0: nobody knows */
  gint64  newest;
  char   *currency;   /* in which they have paid most often; the next are in it alone */
  gint64  paid;
  gint64  refunded;
  guint   n_others;   /* orders in other currencies */
  GArray *months;     /* DaybookCustomerMonth: those with orders, the first first */
  GArray *products;   /* DaybookCustomerProduct: the most bought first, at most DAYBOOK_CUSTOMER_PRODUCTS */
} DaybookCustomerNumbers;

#define DAYBOOK_CUSTOMER_PRODUCTS 3

DaybookCustomerNumbers *daybook_reader_customer_numbers (DaybookReader           *self,
                                                         gint64                   customer,
                                                         GError                 **error);
void                    daybook_customer_numbers_free   (DaybookCustomerNumbers  *numbers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCustomerNumbers, daybook_customer_numbers_free)

G_END_DECLS
