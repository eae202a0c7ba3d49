/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/due-list.h"

G_BEGIN_DECLS

/* The customers' days to remember that are due from the midnight that begins the day of `now` (UTC seconds) on, within so many
 * days, the first first, done ones left out; at most `limit`. (element-type DaybookDueItem) (transfer full) */
GPtrArray *daybook_reader_days_ahead (DaybookReader  *reader,
                                      gint64          now,
                                      guint           days,
                                      guint           limit,
                                      GError        **error);

G_END_DECLS
