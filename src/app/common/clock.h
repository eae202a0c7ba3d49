/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Tells those who show times that a minute has passed, and that a new day has
 * begun in the shop's zone. It wakes once a minute and, while nothing that
 * shows times is in view, not at all. Tests turn it by hand. */
#define DAYBOOK_TYPE_CLOCK (daybook_clock_get_type ())
G_DECLARE_FINAL_TYPE (DaybookClock, daybook_clock, DAYBOOK, CLOCK, GObject)

typedef enum
{
  DAYBOOK_CLOCK_STOPPED,
  DAYBOOK_CLOCK_RUNNING,
} DaybookClockState;

/* UTC seconds; `source` is what `now` reads the time from. */
typedef gint64 (*DaybookClockNow) (gpointer source);

/* `source` outlives the clock. */
DaybookClock *daybook_clock_new       (DaybookClockNow    now,
                                       gpointer           source,
                                       GTimeZone         *zone);
/* The shop may move: what is shown of times is another one then, and both signals say
 * so. The same zone says nothing. */
void          daybook_clock_set_zone  (DaybookClock      *self,
                                       GTimeZone         *zone);
/* Running again catches up at once with what passed meanwhile. */
void          daybook_clock_set_state (DaybookClock      *self,
                                       DaybookClockState  state);
gint64        daybook_clock_get_now   (DaybookClock      *self);
/* Looks at the time and emits what is due. */
void          daybook_clock_tick      (DaybookClock      *self);

/* Signals: `minute`, `day`. A new day emits both, `day` last. */

G_END_DECLS
