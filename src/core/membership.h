/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* What a platform's list of customers says of one: who it is, and what the platform has counted. A
 * row that imports alone write; the customer it belongs to is found by account or phone, or made. */
enum
{
  DAYBOOK_MEMBERSHIP_DELETED,
  DAYBOOK_MEMBERSHIP_SHOP,
  DAYBOOK_MEMBERSHIP_PLATFORM,
  DAYBOOK_MEMBERSHIP_NUMBER,   /* keyed hash of the account, phone or e-mail that the list knows them by */
  DAYBOOK_MEMBERSHIP_CUSTOMER, /* follows from the rest */
  DAYBOOK_MEMBERSHIP_NAME,
  DAYBOOK_MEMBERSHIP_NICK,
  DAYBOOK_MEMBERSHIP_ACCOUNT,
  DAYBOOK_MEMBERSHIP_PHONE,
  DAYBOOK_MEMBERSHIP_EMAIL,
  DAYBOOK_MEMBERSHIP_ADDRESS,
  DAYBOOK_MEMBERSHIP_BIRTHDAY, /* as the list has it: with or without a year */
  DAYBOOK_MEMBERSHIP_GENDER,
  DAYBOOK_MEMBERSHIP_TAGS,
  DAYBOOK_MEMBERSHIP_GRADE,
  DAYBOOK_MEMBERSHIP_POINTS,
  DAYBOOK_MEMBERSHIP_CURRENCY,
  DAYBOOK_MEMBERSHIP_BALANCE,
  DAYBOOK_MEMBERSHIP_N_ORDERS,
  DAYBOOK_MEMBERSHIP_SPENT,
  DAYBOOK_MEMBERSHIP_REFUNDED,
  DAYBOOK_MEMBERSHIP_BOUGHT_AT, /* last */
  DAYBOOK_MEMBERSHIP_JOINED_AT,
  DAYBOOK_MEMBERSHIP_NOTE,     /* the platform's */
  DAYBOOK_MEMBERSHIP_AS_OF,
  DAYBOOK_MEMBERSHIP_N_FIELDS,
};

extern const DaybookTable daybook_memberships;

G_END_DECLS
