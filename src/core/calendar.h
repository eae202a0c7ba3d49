/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* When a shop is open: several spans on each day of the week, and days that are otherwise, such as
 * holidays. A moment (UTC seconds) is open when what the clock on the shop's wall shows lies in a
 * span of the day that it shows: an hour that happens twice counts twice, one that the clocks jump
 * over not at all. Pure: no function here looks at the clock. Any thread; a calendar does not change. */
typedef struct _DaybookCalendar DaybookCalendar;

/* A year and a few holidays are looked ahead; a shop that stays shut longer has closed. */
#define DAYBOOK_CALENDAR_LOOK_DAYS 400

/* As it is kept: {"week": {"mon": ["08:00-12:00", "13:00-17:30"], …, "sun": []},
 * "days": {"2026-10-01": [], "2026-11-11": ["00:00-24:00"]}}. Days of the week that are left out are
 * closed. Errors: FORMAT, with a sentence: what is no time, a span that ends before it begins or
 * overlaps another one, a day that does not exist, and a week in which the shop never opens. */
DaybookCalendar *daybook_calendar_parse      (const char             *text,
                                              GError                **error);
/* Open round the clock. */
DaybookCalendar *daybook_calendar_new_always (void);
DaybookCalendar *daybook_calendar_ref        (DaybookCalendar        *self);
void             daybook_calendar_unref      (DaybookCalendar        *self);

gboolean         daybook_calendar_is_open    (const DaybookCalendar  *self,
                                              GTimeZone              *zone,
                                              gint64                  moment);
/* The moment before which `seconds` (≥ 0) of opening time have passed since `from`; that is never a
 * moment at which the shop has just closed and not been open: 0 seconds give `from` itself.
 * G_MAXINT64: the shop does not open for so long. */
gint64           daybook_calendar_add        (const DaybookCalendar  *self,
                                              GTimeZone              *zone,
                                              gint64                  from,
                                              gint64                  seconds);
/* The opening time from `from` to `to`, in seconds; 0 where `to` is not later. */
gint64           daybook_calendar_between    (const DaybookCalendar  *self,
                                              GTimeZone              *zone,
                                              gint64                  from,
                                              gint64                  to);
/* The first moment not before `from` at which the shop is open; G_MAXINT64: as above. */
gint64           daybook_calendar_next_open  (const DaybookCalendar  *self,
                                              GTimeZone              *zone,
                                              gint64                  from);

/* "16:30" in minutes since midnight; -1: no time of a day. */
int              daybook_wall_time_parse     (const char             *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCalendar, daybook_calendar_unref)

G_END_DECLS
