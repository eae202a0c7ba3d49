/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"
#include "store/merge-feed.h"
#include "store/store-private.h"

G_BEGIN_DECLS

/* Merging what is staged into the book (RECORDS §5). */
typedef struct _DaybookMerge DaybookMerge;

/* A request that merges `staging` under a new act of `agent`. */
DaybookRequest *daybook_merge_request        (DaybookStaging      *staging,
                                              DaybookActKind       kind,
                                              const DaybookId     *agent,
                                              GCancellable        *cancellable);
/* A request that goes on with an act that was cut off. */
DaybookRequest *daybook_merge_resume_request (DaybookStaging      *staging,
                                              gint64               key,
                                              const DaybookId     *act);

/* The buyers that an import has met, so that a faithful one is not looked up with
 * each order. It forgets them when anybody else has written to the book. */
typedef struct _DaybookBuyers DaybookBuyers;

DaybookBuyers  *daybook_buyers_new           (void);
void            daybook_buyers_free          (DaybookBuyers       *self);
/* At the end of a transaction, and at the beginning of the next. */
void            daybook_buyers_leave         (DaybookBuyers       *self,
                                              DaybookDatabase     *db);
gboolean        daybook_buyers_enter         (DaybookBuyers       *self,
                                              DaybookDatabase     *db,
                                              GError             **error);

/* Within one transaction: what orders of one file have in common. */
typedef struct
{
  DaybookTransaction       *transaction;
  DaybookBuyers            *buyers;
  const DaybookStagingSpec *spec;
  gint64                    shop; /* key */
  gboolean                  has_aftersales; /* an order that is new may have been told of there */
  gboolean                  has_payments;   /* ... or there */
  gboolean                  has_stock;      /* the same of a product */
  gboolean                  has_reviews;
  GPtrArray                *born;           /* DaybookBornOf: who has cases of the file's rows; NULL: nobody can */
} DaybookMergeContext;

/* What the book has of an order that a file tells of. */
typedef enum
{
  DAYBOOK_ORDER_NEW,
  DAYBOOK_ORDER_FORGOTTEN, /* in the trash, and the act that had made it is taken back */
  DAYBOOK_ORDER_KNOWN,
} DaybookOrderStanding;

gboolean        daybook_merge_context_begin  (DaybookMergeContext *context,
                                              GError             **error);
/* Brings one order, its lines, parcels, buyer and products into the book. */
gboolean        daybook_merge_order          (DaybookMergeContext      *context,
                                              const DaybookMergeItem   *item,
                                              GError                  **error);
/* Brings one row of after-sales, a review or a line of a bill into the book, and what follows for
 * its order. */
gboolean        daybook_merge_entry          (DaybookMergeContext      *context,
                                              const DaybookEntry       *entry,
                                              const DaybookId          *id,
                                              GError                  **error);
/* The order's lines that are in a currency that was only guessed are in the right one now. */
gboolean        daybook_lines_follow_currency (DaybookMergeContext *context,
                                              gint64                order,
                                              const char           *guessed,
                                              const char           *currency,
                                              GError              **error);
/* The order's lines. `products`: keys (gint64) for the record's lines, 0: none. `overruled` is set
 * when the book goes on saying otherwise. */
gboolean        daybook_merge_lines          (DaybookMergeContext      *context,
                                              gint64                    order,
                                              DaybookOrderStanding      standing,
                                              gint64                    known_as_of,
                                              const DaybookMergeItem   *item,
                                              GArray                   *products,
                                              gboolean                 *overruled,
                                              GError                  **error);
/* The buyer of an order: found by the handle, made when new; 0 when the order
 * names no full account (no error) or on failure. */
gint64          daybook_merge_customer       (DaybookMergeContext      *context,
                                              const DaybookMergeItem   *item,
                                              GError                  **error);
/* The customer whom a record tells of that is no order: `known` (a key; 0: none), else found by the
 * record's account, by a phone or e-mail that one customer alone has, or made. `name` names one
 * without an account. 0 on failure. */
gint64          daybook_merge_person         (DaybookMergeContext       *context,
                                              const DaybookOrderRecord  *record,
                                              const char                *name,
                                              gint64                     known,
                                              GError                   **error);

G_END_DECLS
