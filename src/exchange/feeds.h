/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/profile.h"

G_BEGIN_DECLS

/* What a file can tell, and so which follow-ups it can feed (RECORDS §6: facts before alarms).
 * All of it comes from the platforms' data. */

/* Those up to the agent's note are of orders. */
typedef enum
{
  DAYBOOK_FACT_BUYER,    /* the account that makes a customer */
  DAYBOOK_FACT_RECEIVER, /* name, phone or address */
  DAYBOOK_FACT_STATUS,
  DAYBOOK_FACT_TIMES,
  DAYBOOK_FACT_MONEY,    /* total or paid */
  DAYBOOK_FACT_REFUND,
  DAYBOOK_FACT_TRACKING,
  DAYBOOK_FACT_ITEMS,
  DAYBOOK_FACT_BUYER_NOTE,
  DAYBOOK_FACT_SELLER_NOTE, /* the agent's, or the flag */
  DAYBOOK_FACT_DEADLINE,    /* of an after-sales request */
  DAYBOOK_FACT_REVIEW,      /* words or stars */
  DAYBOOK_FACT_PAYMENT,
  DAYBOOK_FACT_STOCK,
  DAYBOOK_N_FACTS,
} DaybookFact;

typedef enum
{
  DAYBOOK_FOLLOW_UNPAID,
  DAYBOOK_FOLLOW_TO_SHIP,
  DAYBOOK_FOLLOW_NO_TRACKING,
  DAYBOOK_FOLLOW_NO_AGENT,
  DAYBOOK_FOLLOW_REFUND,
  DAYBOOK_FOLLOW_DEADLINE,
  DAYBOOK_FOLLOW_BUYERS,
  DAYBOOK_FOLLOW_REVIEWS,
  DAYBOOK_FOLLOW_BILLS,
  DAYBOOK_FOLLOW_STOCK,
  DAYBOOK_N_FOLLOW_UPS,
} DaybookFollowUp;

/* One table of a file. */
typedef struct
{
  const DaybookForm *form;
  const char *const *headings; /* as they stand; NULL: every one that the form reads */
  guint              n_headings;
} DaybookFedTable;

typedef struct
{
  char *platform;   /* its name for people; NULL: the table is nobody's */
  guint facts;      /* bit f: it carries fact f */
  guint missing;    /* bit f: it does not, and would be of more use with it */
  guint follow_ups; /* bit f: it feeds follow-up f */
  char *companions[DAYBOOK_N_FACTS]; /* of those that are missing: the platform's exports that carry them, for people; or NULL */
} DaybookFeeds;

/* As the command line calls them, and for people. */
const char   *daybook_fact_name       (DaybookFact            fact);
const char   *daybook_fact_label      (DaybookFact            fact);
const char   *daybook_follow_up_name  (DaybookFollowUp        follow_up);
const char   *daybook_follow_up_label (DaybookFollowUp        follow_up);

/* Of the tables of one file, which are all about orders or of one form. `platform`: which of
 * the profile and its sisters; NULL: the profile. */
DaybookFeeds *daybook_feeds_new       (const DaybookProfile  *profile,
                                       const char            *platform,
                                       const DaybookFedTable *tables,
                                       guint                  n_tables);
void          daybook_feeds_free      (DaybookFeeds          *feeds);
/* A line about a fact that is missing: "Tracking number: in the order lines". (transfer full) */
char         *daybook_feeds_explain   (const DaybookFeeds    *feeds,
                                       DaybookFact            fact);
/* The labels of the bits that are set, one behind the other; NULL: none. (transfer full) */
char         *daybook_facts_join      (guint                  facts);
char         *daybook_follow_ups_join (guint                  follow_ups);

/* The other forms of the platform that carry the fact, for rows such as those of `form`.
 * (transfer container) (element-type DaybookForm) */
GPtrArray    *daybook_feeds_companions (const DaybookProfile *profile,
                                       const DaybookForm     *form,
                                       DaybookFact            fact);
/* What the form is called: "orders", "order lines (ExportItemList)". (transfer full) */
char         *daybook_form_describe   (const DaybookForm     *form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookFeeds, daybook_feeds_free)

G_END_DECLS
