/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* How many orders the sample shop has unless somebody asks for another size,
 * and the seed of the shop that the window shows. */
#define DAYBOOK_SAMPLE_ORDERS 500
#define DAYBOOK_SAMPLE_SEED 1
/* The largest it can be asked for: numbers stay unique up to here. */
#define DAYBOOK_SAMPLE_ORDERS_MAX 10000000

/* Fills the book with a believable shop: Tmall, Taobao and Pinduoduo orders in
 * Chinese and Shopify orders in English, of customers who come back, in every
 * stage, dated up to shortly before the store's now; and its agents, who have
 * brought in the platforms' files over the last nine days and put notes and
 * flags on the newest orders since; the articles that Daybook brings, with what
 * they made of them; its VIPs with their days, surveys, calls to make and an
 * activity list; campaigns, and whom the shop calls. Everything comes through the
 * same doors as real data (staging and merge, then edits), so it can be undone and
 * looks like it in the history; but nothing of it was done by the person at the
 * desk, who finds nothing to undo yet.
 *
 * The same seed, size and now give the same shop; ids that are random by
 * design (RECORDS §4: the shop, contacts, made-up rows) differ.
 *
 * Blocks; any thread but one that must not wait. `progress` counts orders
 * staged and orders merged, so its total is twice `n_orders`; it is called in
 * the calling thread and in the store's own. What was made before it failed or
 * was cancelled is undone.
 * Errors: as daybook_store_commit() and daybook_store_merge(). */
gboolean daybook_sample_make  (DaybookStore          *store,
                               guint                  n_orders,
                               guint32                seed,
                               GFileProgressCallback  progress,
                               gpointer               progress_data,
                               GCancellable          *cancellable,
                               GError               **error);

/* Makes the book of a sample shop where `folder` has none yet, as old as what its
 * people will have done in it, so that its history runs forward. `now` in UTC
 * seconds; 0: the system's clock. Blocks, in any thread.
 * Errors: as daybook_store_open(). */
gboolean daybook_sample_found (const char            *folder,
                               gint64                 now,
                               GError               **error);

G_END_DECLS
