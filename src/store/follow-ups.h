/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due-order.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What follow-ups on orders and goods need, and what they would do: for those who switch them. */

typedef struct
{
  char             *platform;
  DaybookOrderFacts facts;
} DaybookPlatformFacts;

/* What the exports of each platform of which there are any carry. (element-type DaybookPlatformFacts) */
GPtrArray *daybook_reader_platform_facts (DaybookReader           *reader,
                                          GError                 **error);
/* How many things each follow-up would have on today's list at `now` (UTC seconds) if it was switched on, by what
 * else `terms` say: DAYBOOK_N_RULES numbers; of other rules 0. Done and snoozed ones count too. It looks at each
 * order that is not at its end: not for the thread of the window. */
gboolean   daybook_reader_follow_ups     (DaybookReader           *reader,
                                          const DaybookDueTerms   *terms,
                                          gint64                   now,
                                          guint                   *counts,
                                          GError                 **error);

G_END_DECLS
