/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/calendar.h"

G_BEGIN_DECLS

/* When something is due: so much time after it began, of the hours in which a calendar is open and
 * without the pauses in which somebody else is waited for. Pure; any thread. */

/* The clock stands still from `from` on, and before `to`; G_MAXINT64: it still does. */
typedef struct
{
  gint64 from;
  gint64 to;
} DaybookPause;

typedef enum
{
  DAYBOOK_CLOCK_LATER,
  DAYBOOK_CLOCK_SOON,    /* most of the time is over */
  DAYBOOK_CLOCK_OVERDUE,
  DAYBOOK_CLOCK_PAUSED,  /* it stands still, and was not overdue before */
} DaybookClockState;

typedef struct
{
  gint64 from;    /* when it began, UTC seconds */
  gint64 within;  /* seconds */
  guint  warn;    /* percent of these after which it is soon */
} DaybookClockLimit;

typedef struct
{
  DaybookClockState state;
  gint64            due;  /* UTC seconds; G_MAXINT64: it stands still, or the shop does not open */
  gint64            warn; /* when it gets soon; likewise */
  gint64            left; /* of its time, in seconds; below 0: so much opening time it is overdue */
} DaybookClock;

/* `pauses` (DaybookPause) is in the order of time, and none overlaps another; NULL: none. A pause that
 * begins when it is due already changes nothing. */
DaybookClock daybook_clock_reckon (const DaybookCalendar   *calendar,
                                   GTimeZone               *zone,
                                   const DaybookClockLimit *limit,
                                   const GArray            *pauses,
                                   gint64                   now);

G_END_DECLS
