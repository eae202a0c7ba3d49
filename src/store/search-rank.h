/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"
#include "store/search-writer.h"

G_BEGIN_DECLS

/* What is ranked and not newest first (RECORDS §8): articles and phrases. What it is called counts more than
 * what stands in it, and what was often of use more than what was not. Each look into an index is bounded, so
 * that what costs is not how often a word occurs. */

/* The best of what all terms find, the best first: some hundreds at most, and not all of them.
 * (element-type gint64) */
GArray *daybook_search_rank      (DaybookReader            *reader,
                                  const DaybookSearchPlace *place,
                                  GPtrArray                *terms,
                                  GError                  **error);
/* Appends those of `more` that `keys` has not. */
void    daybook_keys_append_new  (GArray                   *keys,
                                  GArray                   *more);

G_END_DECLS
