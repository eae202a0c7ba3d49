/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"
#include "core/order.h"

G_BEGIN_DECLS

/* What is due of orders, of a shop's days and of its goods (DESIGN §4): it follows from what exports say. */

/* What the exports of a platform carry: a follow-up is off where the facts it needs do not come (RECORDS §6,
 * "facts before alarms"). Stored in a derived table: append only. */
typedef enum
{
  DAYBOOK_FACT_UNPAID = 1 << 0,     /* orders that wait for their payment */
  DAYBOOK_FACT_PAID = 1 << 1,       /* ... to be shipped */
  DAYBOOK_FACT_SHIPPED = 1 << 2,    /* ... on their way */
  DAYBOOK_FACT_DELIVERED = 1 << 3,  /* ... delivered */
  DAYBOOK_FACT_SHIPPED_AT = 1 << 4, /* when an order was shipped */
  DAYBOOK_FACT_TRACKING = 1 << 5,   /* tracking numbers */
  DAYBOOK_FACT_AGENT = 1 << 6,      /* orders that somebody has put a name on */
  DAYBOOK_FACT_CONFIRMS = 1 << 7,   /* the platform ends orders by itself: known of the platform, in no export */
  DAYBOOK_FACT_STOCK = 1 << 8,      /* a list of stock: known of the shop */
} DaybookOrderFacts;

/* An order, as far as anything is due of it. Moments are UTC seconds; 0: not known. */
typedef struct
{
  DaybookStage      stage;
  DaybookRefund     refund;
  gint64            created;
  gint64            paid_at;
  gint64            shipped_at;
  gint64            received_at;  /* it was completed, or the export by which it was delivered */
  gint64            as_of;        /* the newest export that told of it */
  gboolean          tracked;      /* it has a tracking number */
  DaybookId         agent;        /* null: none */
  DaybookOrderFacts facts;        /* of its platform */
} DaybookOrderState;

/* What of the facts the order itself shows. */
DaybookOrderFacts daybook_order_facts      (DaybookStage             stage,
                                            gint64                   shipped_at,
                                            gboolean                 tracked,
                                            gboolean                 has_agent);
/* Whether the platform ends orders by itself some days after they were shipped. */
DaybookOrderFacts daybook_platform_facts   (const char              *platform);
/* Why the rule raises nothing where only these facts come: a sentence, or NULL: none is missing. (transfer full) */
char             *daybook_facts_missing    (DaybookRuleId            rule,
                                            DaybookOrderFacts        facts);
/* Whether anything may be due of an order in that stage. */
gboolean          daybook_stage_is_open    (DaybookStage             stage);

/* Appends what is due (DaybookDue) of an order that is not in the trash. What had ended by its newest export
 * already is left out. */
void              daybook_due_of_order     (const DaybookDueTerms   *terms,
                                            const DaybookOrderState *order,
                                            GArray                  *items);
/* The parcels that were shipped on the day of that midnight, to be looked up. */
void              daybook_due_of_trace     (const DaybookDueTerms   *terms,
                                            gint64                   midnight,
                                            GArray                  *items);
/* The month of that moment has orders without a name. */
void              daybook_due_of_month     (const DaybookDueTerms   *terms,
                                            gint64                   moment,
                                            GArray                  *items);
/* The newest export of a platform is as of then. */
void              daybook_due_of_export    (const DaybookDueTerms   *terms,
                                            gint64                   as_of,
                                            GArray                  *items);
/* So many are left by a list of `counted`; fewer than wanted since the list of `since`. */
void              daybook_due_of_stock     (const DaybookDueTerms   *terms,
                                            gint64                   on_hand,
                                            gint64                   counted,
                                            gint64                   since,
                                            GArray                  *items);

/* Of which day, month or export a shop's item is: "Sat 11-28", "November 2026", "as of Mon 11-30 09:12". NULL: it is
 * of none. (transfer full) */
char             *daybook_due_of_which     (const DaybookDue        *due,
                                            GTimeZone               *zone);

G_END_DECLS
