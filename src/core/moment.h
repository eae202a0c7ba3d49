/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* Moments are UTC seconds (gint64); what people read and write is in the
 * shop's time zone. No function here looks at the clock. Any thread. */

/* Reads a time as exports and people write it: "2018-05-16 09:38:00",
 * "2016/5/23 22:02", "2019-03-15T10:00:00.000Z", "2024-05-01 10:00:00 +0000",
 * "2012年12月29日 00:00:00", "2026-11-22" (midnight). Blanks around it and
 * fractions of a second are left out.
 *
 * Without an offset it is a wall time in `zone`. One that the clocks jumped over is
 * the moment they jumped to; of one that happened twice, the second (standard time).
 *
 * Errors: DAYBOOK_ERROR_FORMAT (also a date that does not exist). */
gboolean daybook_moment_parse     (const char *text,
                                   GTimeZone  *zone,
                                   gint64     *moment,
                                   GError    **error);
/* The same, and where the date is not written so, as one of `patterns` (NULL: none) says; see
 * core/date-pattern.h. A date that two of them read as different days is an error. */
gboolean daybook_moment_parse_as  (const char        *text,
                                   const char *const *patterns,
                                   GTimeZone         *zone,
                                   gint64            *moment,
                                   GError           **error);
/* What the clock on the wall showed, whatever offset is written behind it: in seconds as if that
 * wall stood in UTC. FALSE when it is no time. */
gboolean daybook_moment_parse_wall (const char        *text,
                                   const char *const *patterns,
                                   gint64            *wall);
/* What the clock on the wall shows at a moment, in seconds as if that wall stood in UTC; and the moment at
 * which it shows that: one that the clocks jump over is the moment they jump to, of one that happens twice
 * it is the first. */
gint64   daybook_moment_to_wall   (gint64      moment,
                                   GTimeZone  *zone);
gint64   daybook_moment_of_wall   (gint64      wall,
                                   GTimeZone  *zone);
/* "2026-11-22T10:20:00+08:00" */
char    *daybook_moment_to_iso    (gint64      moment,
                                   GTimeZone  *zone);
/* The midnight that begins the local day of `moment`, `days` days later; where
 * the clocks jump over midnight, the first moment of that day. */
gint64   daybook_moment_day       (gint64      moment,
                                   GTimeZone  *zone,
                                   int         days);
/* When the clock on the wall shows so many minutes since midnight, on the local day of `moment`; of a time
 * that happens twice the first, of one that is jumped over the moment after. */
gint64   daybook_moment_at        (gint64      moment,
                                   GTimeZone  *zone,
                                   guint       minutes);
/* For lists: "10:20" today, "Yesterday 10:20", "Tomorrow 10:20", "11-20 10:20"
 * this year, "2025-11-20" in others; translated. */
char    *daybook_moment_format    (gint64      moment,
                                   gint64      now,
                                   GTimeZone  *zone);
/* For panels and tooltips: "Sunday, 22 November 2026, 10:20", translated. */
char    *daybook_moment_format_long (gint64     moment,
                                     GTimeZone *zone);

G_END_DECLS
