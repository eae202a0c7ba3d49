/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/query.h"
#include "core/remembered-day.h"
#include "store/due-list.h"

G_BEGIN_DECLS

/* So far ahead they are shown where nobody says how far. */
#define DAYBOOK_DAYS_TO_COME 30u

/* The customers' days to remember that are due from the midnight that begins the day of `now` (UTC seconds) on, within so many
 * days, the first first, done ones left out; at most `limit`. (element-type DaybookDueItem) (transfer full) */
GPtrArray *daybook_reader_days_ahead (DaybookReader  *reader,
                                      gint64          now,
                                      guint           days,
                                      guint           limit,
                                      GError        **error);
/* Whose they are, the first first: for activity lists. (transfer full) */
DaybookQuery *daybook_reader_customers_of_days (DaybookReader *reader,
                                      gint64          now,
                                      guint           days,
                                      GError        **error);
/* That of a customer's days which comes first from a date on; NULL without error: they have none that comes.
 * (transfer full) */
DaybookRow *daybook_reader_next_day  (DaybookReader      *reader,
                                      const DaybookRow   *customer,
                                      const GDate        *from,
                                      DaybookYearlyTime  *next,
                                      GError            **error);

G_END_DECLS
