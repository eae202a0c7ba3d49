/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* What happened to a case, an order or a customer, and what was said: written once. What is
 * done to fields is in the history; the timeline shows both (UX 9). */

/* Stored: append only. */
typedef enum
{
  DAYBOOK_EVENT_NOTE,
  DAYBOOK_EVENT_CALL,      /* with the customer, by telephone (RV-08) */
  DAYBOOK_EVENT_TOLD,      /* a message to the customer; `promised_at`: what it promises */
  DAYBOOK_EVENT_HEARD,     /* what the customer answered, or thinks of the result (AS-27) */
  DAYBOOK_EVENT_QUESTION,  /* the handler's to the customer, through the owner (AS-27) */
  DAYBOOK_EVENT_ESCALATED, /* to a superior, with description and contact (IN-10, AS-11) */
  DAYBOOK_EVENT_SENT_BACK, /* the result, to the handler (AS-07) */
  DAYBOOK_EVENT_MONEY,     /* `amount` went back to the customer; below 0: came from there */
  DAYBOOK_EVENT_GOODS,     /* a parcel came in */
  DAYBOOK_EVENT_MERGED,    /* another case into this one; `reference`: its number */
  DAYBOOK_EVENT_OPINION,   /* the customer's, asked for or not (IN-19) */
  DAYBOOK_EVENT_BOTH,      /* why other goods and the money are both meant; `reference`: the other case's number */
} DaybookEventKind;

/* By which way money moved. Stored: append only. */
typedef enum
{
  DAYBOOK_WAY_UNKNOWN,
  DAYBOOK_WAY_PLATFORM, /* the platform's own refund */
  DAYBOOK_WAY_ALIPAY,
  DAYBOOK_WAY_WECHAT,
  DAYBOOK_WAY_BANK,
  DAYBOOK_WAY_CASH,
  DAYBOOK_WAY_VOUCHER,
  DAYBOOK_WAY_OTHER,
} DaybookMoneyWay;

enum
{
  DAYBOOK_EVENT_DELETED,
  DAYBOOK_EVENT_CASE,
  DAYBOOK_EVENT_ORDER,
  DAYBOOK_EVENT_CUSTOMER,
  DAYBOOK_EVENT_KIND,
  DAYBOOK_EVENT_AT,
  DAYBOOK_EVENT_AGENT,
  DAYBOOK_EVENT_TO,          /* ESCALATED, SENT_BACK, QUESTION: to whom */
  DAYBOOK_EVENT_CHANNEL,
  DAYBOOK_EVENT_TEXT,
  DAYBOOK_EVENT_CONTACT,     /* ESCALATED: how the customer is reached */
  DAYBOOK_EVENT_PROMISED_AT,
  DAYBOOK_EVENT_AMOUNT,
  DAYBOOK_EVENT_CURRENCY,
  DAYBOOK_EVENT_WAY,
  DAYBOOK_EVENT_REFERENCE,   /* number of the payment, of the parcel, of the other case */
  DAYBOOK_EVENT_N_FIELDS,
};

extern const DaybookTable daybook_events;

G_END_DECLS
