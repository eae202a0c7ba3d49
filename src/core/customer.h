/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* How important a customer is to the shop, which a person says (CU-11). Stored: append only. */
typedef enum
{
  DAYBOOK_GRADE_NONE,
  DAYBOOK_GRADE_1,
  DAYBOOK_GRADE_2,
  DAYBOOK_GRADE_3,
} DaybookGrade;

/* Stored: append only. */
typedef enum
{
  DAYBOOK_CONSENT_UNASKED,
  DAYBOOK_CONSENT_GIVEN,
  DAYBOOK_CONSENT_REFUSED,
  DAYBOOK_CONSENT_WITHDRAWN,
} DaybookConsent;

extern const DaybookWord daybook_grade_words[];

enum
{
  DAYBOOK_CUSTOMER_DELETED,
  DAYBOOK_CUSTOMER_NAME,       /* as the newest order calls them; platform's */
  DAYBOOK_CUSTOMER_FIRST_SEEN, /* their first order, UTC seconds */
  DAYBOOK_CUSTOMER_NOTE,       /* ours */
  DAYBOOK_CUSTOMER_MERGED_INTO,
  DAYBOOK_CUSTOMER_GRADE,      /* ours, and so is what follows */
  DAYBOOK_CUSTOMER_GRADE_HELD, /* the grade was given by hand: none other is proposed */
  DAYBOOK_CUSTOMER_TAGS,       /* core/tags.h */
  DAYBOOK_CUSTOMER_WISHES,     /* what they need and want, each time (IN-03) */
  DAYBOOK_CUSTOMER_FRIEND,     /* added as a friend (CU-05) */
  DAYBOOK_CUSTOMER_QUIET,      /* wants no messages that are not about an order */
  DAYBOOK_CUSTOMER_CONSENT,    /* DaybookConsent: may their data be given to others? (CF-01) */
  DAYBOOK_CUSTOMER_CONSENT_AT,
  DAYBOOK_CUSTOMER_CONSENT_HOW, /* how it was given: “in writing, in the chat of 3 May” */
  DAYBOOK_CUSTOMER_INTERVAL,   /* they hear from us at least every so many days; none: as their grade says */
  DAYBOOK_CUSTOMER_N_FIELDS,
};

/* A nick or account on one platform, from a file or from a person. A masked nick is no handle (RECORDS §4). */
enum
{
  DAYBOOK_HANDLE_DELETED,
  DAYBOOK_HANDLE_CUSTOMER,
  DAYBOOK_HANDLE_PLATFORM,
  DAYBOOK_HANDLE_ACCOUNT,
  DAYBOOK_HANDLE_N_FIELDS,
};

/* Stored: append only. */
typedef enum
{
  DAYBOOK_CONTACT_PHONE,
  DAYBOOK_CONTACT_EMAIL,
  DAYBOOK_CONTACT_ADDRESS,
  DAYBOOK_CONTACT_WECHAT,
  DAYBOOK_CONTACT_QQ,
  DAYBOOK_CONTACT_OTHER,
} DaybookContactKind;

/* A way to reach a customer, from a file or from a person. For looking up, the store keeps a keyed hash and
 * the last four digits of phones in a derived table (RECORDS §8, Privacy). */
enum
{
  DAYBOOK_CONTACT_DELETED,
  DAYBOOK_CONTACT_CUSTOMER,
  DAYBOOK_CONTACT_KIND,
  DAYBOOK_CONTACT_VALUE,
  DAYBOOK_CONTACT_MASKED, /* the export gave it with stars in it */
  DAYBOOK_CONTACT_VALID_UNTIL, /* a virtual number is the platform's, for a while */
  DAYBOOK_CONTACT_NOTE,        /* “office”, “her mother” */
  DAYBOOK_CONTACT_N_FIELDS,
};

extern const DaybookTable daybook_customers;
extern const DaybookTable daybook_handles;
extern const DaybookTable daybook_contacts;

G_END_DECLS
