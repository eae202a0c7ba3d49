/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* Where an order stands, over all platforms (PLATFORMS §1). Stored: append only. */
typedef enum
{
  DAYBOOK_STAGE_UNKNOWN, /* the export's word is in no vocabulary */
  DAYBOOK_STAGE_UNPAID,
  DAYBOOK_STAGE_PAID, /* to be shipped */
  DAYBOOK_STAGE_SHIPPED,
  DAYBOOK_STAGE_DELIVERED,
  DAYBOOK_STAGE_COMPLETED,
  DAYBOOK_STAGE_CLOSED, /* cancelled or wholly refunded */
  DAYBOOK_N_STAGES,
} DaybookStage;

/* How much of the money went back. Stored: append only. */
typedef enum
{
  DAYBOOK_REFUND_NONE,
  DAYBOOK_REFUND_ASKED, /* the buyer has asked, nothing has moved */
  DAYBOOK_REFUND_PART,
  DAYBOOK_REFUND_FULL,
} DaybookRefund;

/* What bills say of the money that the platform's files tell of. Stored: append only. */
typedef enum
{
  DAYBOOK_BILLS_NONE,    /* no bill has the order */
  DAYBOOK_BILLS_AGREE,
  DAYBOOK_BILLS_DIFFER,
  DAYBOOK_BILLS_WAIT,    /* the order has a refund that no bill has so far */
} DaybookBills;

/* The platforms' flag colours (打标颜色). Stored: append only. */
typedef enum
{
  DAYBOOK_FLAG_NONE,
  DAYBOOK_FLAG_RED,
  DAYBOOK_FLAG_YELLOW,
  DAYBOOK_FLAG_GREEN,
  DAYBOOK_FLAG_BLUE,
  DAYBOOK_FLAG_PURPLE,
} DaybookFlag;

/* Fields of `orders`. Those of class PLATFORM come first and are what an
 * importer may fill; ours begin at DAYBOOK_ORDER_NOTE. */
enum
{
  DAYBOOK_ORDER_DELETED,
  DAYBOOK_ORDER_SHOP,
  DAYBOOK_ORDER_PLATFORM,
  DAYBOOK_ORDER_NUMBER,
  DAYBOOK_ORDER_CUSTOMER,
  DAYBOOK_ORDER_STAGE,
  DAYBOOK_ORDER_STATUS,
  DAYBOOK_ORDER_REFUND,
  DAYBOOK_ORDER_CREATED,
  DAYBOOK_ORDER_PAID_AT,
  DAYBOOK_ORDER_SHIPPED_AT,
  DAYBOOK_ORDER_COMPLETED_AT,
  DAYBOOK_ORDER_TITLE,
  DAYBOOK_ORDER_QUANTITY,
  DAYBOOK_ORDER_CURRENCY,
  DAYBOOK_ORDER_TOTAL,
  DAYBOOK_ORDER_POSTAGE,
  DAYBOOK_ORDER_PAID,
  DAYBOOK_ORDER_REFUNDED,
  DAYBOOK_ORDER_BUYER,
  DAYBOOK_ORDER_RECEIVER,
  DAYBOOK_ORDER_PHONE,
  DAYBOOK_ORDER_EMAIL,
  DAYBOOK_ORDER_REGION,
  DAYBOOK_ORDER_ADDRESS,
  DAYBOOK_ORDER_COURIER,
  DAYBOOK_ORDER_TRACKING,
  DAYBOOK_ORDER_PAYMENT,
  DAYBOOK_ORDER_BUYER_NOTE,
  DAYBOOK_ORDER_SELLER_NOTE,
  DAYBOOK_ORDER_SELLER_FLAG,
  DAYBOOK_ORDER_CLOSE_REASON,
  DAYBOOK_ORDER_AS_OF,
  DAYBOOK_ORDER_NOTE,
  DAYBOOK_ORDER_FLAG,
  DAYBOOK_ORDER_AGENT,
  DAYBOOK_ORDER_BILLS,    /* DaybookBills; this and the next two follow from the payments */
  DAYBOOK_ORDER_RECEIVED, /* what came from the buyer, by the bills */
  DAYBOOK_ORDER_RETURNED, /* what went back, by the bills */
  DAYBOOK_ORDER_VIP_OFF,  /* ours: taken off for a VIP, on top of other discounts (OR-12) */
  DAYBOOK_ORDER_N_FIELDS,
};

enum
{
  DAYBOOK_LINE_DELETED,
  DAYBOOK_LINE_ORDER,
  DAYBOOK_LINE_PRODUCT,
  DAYBOOK_LINE_NUMBER, /* the platform's own line id, if it gives one */
  DAYBOOK_LINE_POSITION,
  DAYBOOK_LINE_TITLE,
  DAYBOOK_LINE_VARIANT,
  DAYBOOK_LINE_SKU,
  DAYBOOK_LINE_QUANTITY,
  DAYBOOK_LINE_CURRENCY,
  DAYBOOK_LINE_PRICE,
  DAYBOOK_LINE_STATUS,
  DAYBOOK_LINE_PROVISIONAL,
  DAYBOOK_LINE_N_FIELDS,
};

enum
{
  DAYBOOK_PARCEL_DELETED,
  DAYBOOK_PARCEL_ORDER,
  DAYBOOK_PARCEL_TRACKING,
  DAYBOOK_PARCEL_COURIER,
  DAYBOOK_PARCEL_SHIPPED_AT,
  DAYBOOK_PARCEL_N_FIELDS,
};

extern const DaybookTable daybook_orders;
extern const DaybookTable daybook_order_lines;
extern const DaybookTable daybook_parcels;

/* Of a table that has no order numbers, one is made of the cells that tell its rows
 * apart: 16 hex digits of a digest behind a K. It names the order between imports
 * and on the command line, and means nothing to people. */
#define DAYBOOK_DERIVED_PREFIX "K"
#define DAYBOOK_DERIVED_DIGITS 16
gboolean daybook_order_number_is_derived (const char *number);

/* How far an order is on its way: a file that is not newer moves a stage only
 * to a higher rank (PLATFORMS §1.2, quirk 9). UNKNOWN ranks lowest. */
int daybook_stage_rank (DaybookStage stage);

#define DAYBOOK_AMOUNT_UNKNOWN (-1)

/* How much of an order `refunded` is. `total` and `paid` may be unknown. Some files give
 * what was paid less what went back, others the whole of it (of 5,646 refunds in the real
 * Tmall report all do the former). All amounts are minor units of one currency. */
DaybookRefund daybook_refund_of_amounts (gint64 refunded,
                                         gint64 total,
                                         gint64 paid);

/* Whether somebody has bought: the order was paid for, and has not been called off or given back as a whole. Of a
 * stage that no file tells, what was paid does. */
gboolean      daybook_order_is_sale     (DaybookStage  stage,
                                         DaybookRefund refund,
                                         gint64        paid);
/* What the shop has of an order that is a sale, less what went back: of files that have both ways of telling what
 * was paid (see above). Each may be unknown. */
gint64        daybook_order_net         (gint64        paid,
                                         gint64        refunded,
                                         gint64        total);

G_END_DECLS
