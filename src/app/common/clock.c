/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/clock.h"

#include "core/moment.h"

#define MINUTE 60

struct _DaybookClock
{
  GObject         parent_instance;

  DaybookClockNow now;
  gpointer        source; /* borrowed */
  GTimeZone      *zone;

  gint64          minute; /* the one shown, in minutes since 1970 */
  gint64          day;    /* the midnight that began the day shown */
  guint           timeout;
};

G_DEFINE_FINAL_TYPE (DaybookClock, daybook_clock, G_TYPE_OBJECT)

enum
{
  SIGNAL_MINUTE,
  SIGNAL_DAY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void wait_for_minute (DaybookClock *self);

static gboolean
on_minute_over (gpointer data)
{
  DaybookClock *self = data;

  self->timeout = 0;
  daybook_clock_tick (self);
  wait_for_minute (self);
  return G_SOURCE_REMOVE;
}

/* To the second after the full minute, so that the system may wake us together
 * with others. */
static void
wait_for_minute (DaybookClock *self)
{
  guint seconds = MINUTE - (guint) (daybook_clock_get_now (self) % MINUTE);

  self->timeout = g_timeout_add_seconds (seconds, on_minute_over, self);
}

static void
daybook_clock_finalize (GObject *object)
{
  DaybookClock *self = DAYBOOK_CLOCK (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_time_zone_unref (self->zone);

  G_OBJECT_CLASS (daybook_clock_parent_class)->finalize (object);
}

static void
daybook_clock_class_init (DaybookClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_clock_finalize;

  signals[SIGNAL_MINUTE] = g_signal_new ("minute", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DAY] = g_signal_new ("day", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_clock_init (DaybookClock *self)
{
}

DaybookClock *
daybook_clock_new (DaybookClockNow now,
                   gpointer        source,
                   GTimeZone      *zone)
{
  DaybookClock *self = g_object_new (DAYBOOK_TYPE_CLOCK, NULL);
  gint64 start = now (source);

  self->now = now;
  self->source = source;
  self->zone = g_time_zone_ref (zone);
  self->minute = start / MINUTE;
  self->day = daybook_moment_day (start, zone, 0);
  return self;
}

void
daybook_clock_set_zone (DaybookClock *self,
                        GTimeZone    *zone)
{
  if (g_str_equal (g_time_zone_get_identifier (zone), g_time_zone_get_identifier (self->zone)))
    return;

  g_time_zone_unref (self->zone);
  self->zone = g_time_zone_ref (zone);
  self->day = daybook_moment_day (daybook_clock_get_now (self), zone, 0);
  g_signal_emit (self, signals[SIGNAL_MINUTE], 0);
  g_signal_emit (self, signals[SIGNAL_DAY], 0);
}

void
daybook_clock_set_state (DaybookClock     *self,
                         DaybookClockState state)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (state == DAYBOOK_CLOCK_STOPPED)
    return;

  daybook_clock_tick (self);
  wait_for_minute (self);
}

gint64
daybook_clock_get_now (DaybookClock *self)
{
  return self->now (self->source);
}

void
daybook_clock_tick (DaybookClock *self)
{
  gint64 now = daybook_clock_get_now (self);
  gint64 day = daybook_moment_day (now, self->zone, 0);

  if (now / MINUTE == self->minute)
    return;

  self->minute = now / MINUTE;
  g_signal_emit (self, signals[SIGNAL_MINUTE], 0);
  if (day == self->day)
    return;

  self->day = day;
  g_signal_emit (self, signals[SIGNAL_DAY], 0);
}
