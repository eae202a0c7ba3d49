/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/staging-private.h"

G_BEGIN_DECLS

/* Reads what is staged ahead of the merge, in a thread of its own, and derives
 * the ids that follow from it: a quarter of the merge's work, which the writer's
 * thread, the slowest of an import, need not do. */
typedef struct _DaybookMergeFeed DaybookMergeFeed;

/* One order as it comes to the merge. */
typedef struct
{
  DaybookOrderRecord *record;
  DaybookStagedOrder  staged;
  GArray             *lines;    /* DaybookId, of the record's lines */
  DaybookId           handle;   /* of the buyer; null: no full account is named */
  guint64             facts;    /* differs when anything else is told of the buyer */
} DaybookMergeItem;

/* `order`: of staged orders, gint64; borrowed, as `staging` is: from now on both
 * are the feed's until it is freed. */
DaybookMergeFeed       *daybook_merge_feed_new  (DaybookStaging    *staging,
                                                 GArray            *order);
void                    daybook_merge_feed_free (DaybookMergeFeed  *self);
/* The next one, valid until the one after it is asked for. NULL after the last,
 * or with an error. */
const DaybookMergeItem *daybook_merge_feed_next (DaybookMergeFeed  *self,
                                                 GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookMergeFeed, daybook_merge_feed_free)

G_END_DECLS
