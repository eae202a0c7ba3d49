/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/likeness.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Customers who may be one person. They are told to a person, and never merged by themselves. What is masked tells
 * nothing, nor does a number that the platform lends for a while. */

typedef struct
{
  GArray          *customers; /* gint64: keys of two or more, each the root of its group (store/customer-group.h) */
  DaybookLikeness  likeness;  /* all that some two of them have in common */
  gboolean         exact;     /* they have the same full phone and the same full name, and no third one may be either of them */
} DaybookDuplicates;

/* So many with one number or address are no person: a school, a forwarder. */
#define DAYBOOK_DUPLICATES_CROWD 30

void       daybook_duplicates_free    (DaybookDuplicates     *duplicates);

/* All there are, those with most in common first. It reads every contact: not for the main thread; the reader's cancellable
 * ends it. `progress` comes in the calling thread. (element-type DaybookDuplicates) */
GPtrArray *daybook_reader_duplicates  (DaybookReader         *self,
                                       GFileProgressCallback  progress,
                                       gpointer               progress_data,
                                       GError               **error);
/* The keys of those who may be the same person as one customer, found by the search: at most `limit` of them.
 * (element-type gint64) */
GArray    *daybook_reader_look_alikes (DaybookReader         *self,
                                       const DaybookRow      *row,
                                       guint                  limit,
                                       GError               **error);

/* Adds to the edit the merge of those that are exact, of which the one known longest stays, and names it. Those that cannot
 * be merged any more are passed over. How many groups were merged; -1 on error. */
gint64     daybook_duplicates_merge_exact (DaybookReader     *self,
                                       DaybookEdit           *edit,
                                       GPtrArray             *all,
                                       GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookDuplicates, daybook_duplicates_free)

G_END_DECLS
