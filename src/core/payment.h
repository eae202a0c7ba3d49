/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* One line of a bill (Alipay, WeChat Pay, PayPal): money that came or went. A row that imports
 * alone write; the order it belongs to is known by its number. */

/* Stored: append only. */
typedef enum
{
  DAYBOOK_PAYMENT_OTHER,    /* between the shop's own purses, a line that moves nothing, a word in no vocabulary */
  DAYBOOK_PAYMENT_RECEIVED, /* from a buyer */
  DAYBOOK_PAYMENT_REFUNDED, /* to a buyer */
  DAYBOOK_PAYMENT_SPENT,    /* by the shop */
  DAYBOOK_PAYMENT_RETURNED, /* what the shop had spent came back */
  DAYBOOK_PAYMENT_CHARGED,  /* a fee of the platform */
  DAYBOOK_PAYMENT_SETTLED,  /* paid out by the platform for an order, less its fees: no buyer's sum */
  DAYBOOK_PAYMENT_RECLAIMED, /* taken back by it */
} DaybookPaymentKind;

/* Where it stands. Stored: append only. */
typedef enum
{
  DAYBOOK_PAYMENT_UNKNOWN,
  DAYBOOK_PAYMENT_PENDING,
  DAYBOOK_PAYMENT_DONE,
  DAYBOOK_PAYMENT_FAILED, /* denied, closed: nothing has moved */
} DaybookPaymentStage;

enum
{
  DAYBOOK_PAYMENT_DELETED,
  DAYBOOK_PAYMENT_SHOP,
  DAYBOOK_PAYMENT_PLATFORM,
  DAYBOOK_PAYMENT_NUMBER,       /* the platform's own; with shop and platform its natural key */
  DAYBOOK_PAYMENT_ORDER_NUMBER, /* as the platform that sold has it */
  DAYBOOK_PAYMENT_AT,
  DAYBOOK_PAYMENT_KIND,
  DAYBOOK_PAYMENT_STAGE,
  DAYBOOK_PAYMENT_STATUS,       /* the platform's own word */
  DAYBOOK_PAYMENT_CURRENCY,
  DAYBOOK_PAYMENT_AMOUNT,       /* never negative: the kind says which way it went */
  DAYBOOK_PAYMENT_FEE,
  DAYBOOK_PAYMENT_REFUNDED_SUM, /* of it, where one line says both: 131.77(已退款89.84) */
  DAYBOOK_PAYMENT_PARTY,        /* with whom */
  DAYBOOK_PAYMENT_MERCHANT_NUMBER, /* the shop's own reference */
  DAYBOOK_PAYMENT_TITLE,
  DAYBOOK_PAYMENT_NOTE,         /* 备注 of the bill */
  DAYBOOK_PAYMENT_AS_OF,
  DAYBOOK_PAYMENT_N_FIELDS,
};

extern const DaybookTable daybook_payments;

G_END_DECLS
