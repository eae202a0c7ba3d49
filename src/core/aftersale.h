/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* What a platform's list of refunds and after-sales says of one of them (PLATFORMS §1.1): a
 * row that imports alone write. What the shop does about it is a case of a register. */

/* Stored: append only. */
typedef enum
{
  DAYBOOK_AFTERSALE_OTHER, /* the export does not say, or a word in no vocabulary */
  DAYBOOK_AFTERSALE_REFUND, /* money only */
  DAYBOOK_AFTERSALE_RETURN, /* goods back, and money */
  DAYBOOK_AFTERSALE_EXCHANGE,
  DAYBOOK_AFTERSALE_RESEND,
  DAYBOOK_AFTERSALE_REPAIR,
  DAYBOOK_AFTERSALE_DISPUTE, /* 维权: the platform is to decide */
} DaybookAftersaleKind;

/* Where it stands. Stored: append only. */
typedef enum
{
  DAYBOOK_AFTERSALE_UNKNOWN,
  DAYBOOK_AFTERSALE_ASKED,     /* the shop is to answer */
  DAYBOOK_AFTERSALE_AGREED,    /* the buyer is to send the goods */
  DAYBOOK_AFTERSALE_RETURNING, /* they are on their way, or here: the shop is to take them in */
  DAYBOOK_AFTERSALE_REFUSED,   /* the buyer is to answer */
  DAYBOOK_AFTERSALE_PAYING,    /* the money is on its way */
  DAYBOOK_AFTERSALE_DONE,
  DAYBOOK_AFTERSALE_CLOSED,    /* withdrawn, or run out */
} DaybookAftersaleStage;

enum
{
  DAYBOOK_AFTERSALE_DELETED,
  DAYBOOK_AFTERSALE_SHOP,
  DAYBOOK_AFTERSALE_PLATFORM,
  DAYBOOK_AFTERSALE_NUMBER,       /* the platform's own; with shop and platform its natural key */
  DAYBOOK_AFTERSALE_ORDER_NUMBER, /* the order need not be in the book yet */
  DAYBOOK_AFTERSALE_KIND,
  DAYBOOK_AFTERSALE_STAGE,
  DAYBOOK_AFTERSALE_STATUS,       /* the platform's own word */
  DAYBOOK_AFTERSALE_BUYER,
  DAYBOOK_AFTERSALE_TITLE,        /* of the goods */
  DAYBOOK_AFTERSALE_SKU,
  DAYBOOK_AFTERSALE_QUANTITY,
  DAYBOOK_AFTERSALE_CURRENCY,
  DAYBOOK_AFTERSALE_PAID,         /* for the goods */
  DAYBOOK_AFTERSALE_AMOUNT,       /* that goes back */
  DAYBOOK_AFTERSALE_ASKED_AT,
  DAYBOOK_AFTERSALE_DEADLINE,     /* until when somebody has to answer: 超时时间 (OR-16) */
  DAYBOOK_AFTERSALE_ENDED_AT,
  DAYBOOK_AFTERSALE_REASON,
  DAYBOOK_AFTERSALE_WORDS,        /* the buyer's */
  DAYBOOK_AFTERSALE_GOODS,        /* received or not, as the platform says it */
  DAYBOOK_AFTERSALE_COURIER,      /* of what comes back */
  DAYBOOK_AFTERSALE_TRACKING,
  DAYBOOK_AFTERSALE_SELLER_NOTE,
  DAYBOOK_AFTERSALE_AS_OF,
  DAYBOOK_AFTERSALE_N_FIELDS,
};

extern const DaybookTable daybook_aftersales;

G_END_DECLS
