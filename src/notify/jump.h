/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the clock on the wall was set: it is compared with the one that nobody sets. Pure. */

/* A look at both. */
typedef struct
{
  gint64      wall;    /* UTC seconds */
  gint64      boot;    /* seconds since the machine was started, asleep or not */
  const char *boot_id; /* tells that time from others; NULL: never looked */
} DaybookClockReading;

/* Below it, the clock was only put right. Seconds. */
#define DAYBOOK_CLOCK_JUMP 60

/* By how many seconds it was set between the looks; 0: it was not. When the machine was started meanwhile,
 * one that was set back is known by showing less than before, and by that much at the least; one that was
 * set forward cannot be told from a machine that was off. */
gint64 daybook_clock_jump (const DaybookClockReading *before,
                           const DaybookClockReading *now);

G_END_DECLS
