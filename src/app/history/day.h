/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days as headings of a list, in the shop's zone. */

gboolean daybook_day_is_same (gint64      a,
                              gint64      b,
                              GTimeZone  *zone);
/* "Today", "Yesterday", else weekday and date. (transfer full) */
char    *daybook_day_title   (gint64      moment,
                              gint64      now,
                              GTimeZone  *zone);
/* The time of day, "10:20". (transfer full) */
char    *daybook_day_time    (gint64      moment,
                              GTimeZone  *zone);

G_END_DECLS
