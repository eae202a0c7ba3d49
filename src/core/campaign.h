/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What the shop plans: sales, events, publicity (CU-12, CU-14, CU-15); what it hears of the market (CU-13); and its
 * activity lists: a segment of customers, each told with a filled phrase by hand (CU-04, CU-06). */

/* Stored: append only. */
typedef enum
{
  DAYBOOK_CAMPAIGN_OTHER,
  DAYBOOK_CAMPAIGN_SALE,
  DAYBOOK_CAMPAIGN_PLATFORM, /* 618, 11.11: the marketplace's own */
  DAYBOOK_CAMPAIGN_EVENT,    /* with customers */
  DAYBOOK_CAMPAIGN_PUBLICITY,
  DAYBOOK_CAMPAIGN_LAUNCH,   /* of a product */
  DAYBOOK_CAMPAIGN_HOLIDAY,
} DaybookCampaignKind;

enum
{
  DAYBOOK_CAMPAIGN_DELETED,
  DAYBOOK_CAMPAIGN_TITLE,
  DAYBOOK_CAMPAIGN_KIND,
  DAYBOOK_CAMPAIGN_BEGINS,  /* a day of the shop's zone; a campaign has at least its first */
  DAYBOOK_CAMPAIGN_ENDS,    /* the last day; none: one day */
  DAYBOOK_CAMPAIGN_CHANNEL,
  DAYBOOK_CAMPAIGN_AGENT,   /* in charge */
  DAYBOOK_CAMPAIGN_NOTE,
  DAYBOOK_CAMPAIGN_DONE_AT,
  DAYBOOK_CAMPAIGN_AHEAD,   /* so many days before it begins it is told; none: as the shop has it */
  DAYBOOK_CAMPAIGN_N_FIELDS,
};

/* Stored: append only. */
typedef enum
{
  DAYBOOK_MARKET_OTHER,
  DAYBOOK_MARKET_COMPETITOR,
  DAYBOOK_MARKET_INDUSTRY,
  DAYBOOK_MARKET_GOVERNMENT,
  DAYBOOK_MARKET_PLATFORM,
  DAYBOOK_MARKET_CUSTOMERS,
} DaybookMarketKind;

enum
{
  DAYBOOK_MARKET_NOTE_DELETED,
  DAYBOOK_MARKET_NOTE_TITLE,
  DAYBOOK_MARKET_NOTE_KIND,
  DAYBOOK_MARKET_NOTE_AT,
  DAYBOOK_MARKET_NOTE_SOURCE,
  DAYBOOK_MARKET_NOTE_TEXT,
  DAYBOOK_MARKET_NOTE_AGENT,
  DAYBOOK_MARKET_NOTE_N_FIELDS,
};

enum
{
  DAYBOOK_ACTIVITY_DELETED,
  DAYBOOK_ACTIVITY_TITLE,
  DAYBOOK_ACTIVITY_CAMPAIGN,
  DAYBOOK_ACTIVITY_PHRASE,
  DAYBOOK_ACTIVITY_CHANNEL,
  DAYBOOK_ACTIVITY_WHERE,     /* whom it was made for: an EXPR over customers, or a segment's name */
  DAYBOOK_ACTIVITY_MADE_AT,
  DAYBOOK_ACTIVITY_AGENT,
  DAYBOOK_ACTIVITY_CLOSED_AT,
  DAYBOOK_ACTIVITY_N_FIELDS,
};

/* Stored: append only. */
typedef enum
{
  DAYBOOK_ACTIVITY_OPEN,
  DAYBOOK_ACTIVITY_SENT,
  DAYBOOK_ACTIVITY_SKIPPED,
  DAYBOOK_ACTIVITY_UNWANTED, /* the customer wants no messages */
} DaybookActivityOutcome;

/* One customer of a list; the id is derived from both. */
enum
{
  DAYBOOK_ACTIVITY_LINE_DELETED,
  DAYBOOK_ACTIVITY_LINE_ACTIVITY,
  DAYBOOK_ACTIVITY_LINE_CUSTOMER,
  DAYBOOK_ACTIVITY_LINE_OUTCOME,
  DAYBOOK_ACTIVITY_LINE_AT,
  DAYBOOK_ACTIVITY_LINE_AGENT,
  DAYBOOK_ACTIVITY_LINE_NOTE,
  DAYBOOK_ACTIVITY_LINE_N_FIELDS,
};

/* It is told so many days ahead at most. */
#define DAYBOOK_CAMPAIGN_MOST_AHEAD 90

extern const DaybookTable daybook_campaigns;
extern const DaybookTable daybook_market_notes;
extern const DaybookTable daybook_activities;
extern const DaybookTable daybook_activity_lines;

/* Its first and last day; one that ends before it begins is of one day. FALSE: it has none. */
gboolean daybook_campaign_days (const DaybookRow *row,
                                GDate            *begins,
                                GDate            *ends);
/* Adds to the edit that all of it is so many days later (or earlier). FALSE: it has no day. */
gboolean daybook_campaign_move (DaybookEdit      *edit,
                                const DaybookRow *row,
                                int               days);
/* ... or its last day alone. FALSE: it would end before it begins. */
gboolean daybook_campaign_stretch (DaybookEdit      *edit,
                                   const DaybookRow *row,
                                   int               days);

G_END_DECLS
