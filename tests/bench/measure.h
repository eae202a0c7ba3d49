/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What the programs of the bench share. They end with a sentence on standard
 * error when something fails: half a measurement is none. Each measurement is
 * printed as one JSON object a line, which tests/bench/run reads. */

/* Seconds on a clock that only goes forward. */
double        measure_now      (void);
/* Seconds of a processor that this thread has had: other programs do not lengthen them. */
double        measure_cpu      (void);
/* Opens the book in `folder`, made when it is missing. */
DaybookStore *measure_open     (const char *folder);

/* How long something takes, on the clock and of the processor in all threads of this process, which other programs hardly
 * lengthen. Milliseconds, of what was begun. */
typedef struct
{
  double wall;
  double cpu;
} MeasureSpan;

MeasureSpan   measure_begin    (void);
MeasureSpan   measure_end      (MeasureSpan begun);

/* A series of durations: a GArray of double, in the unit the caller likes.
 * `share` 0.5 is the median, 0.99 what one in a hundred exceeds, 1 the longest.
 * Sorts the series; an empty one gives 0. */
GArray       *measure_series   (void);
void          measure_add      (GArray     *series,
                                double      value);
double        measure_quantile (GArray     *series,
                                double      share);

/* The most memory this process has held so far, in MB of 1,000,000 bytes
 * (VmHWM); 0 where the system does not say. */
double        measure_peak     (void);
/* Prints {"name": NAME, MEMBER: NUMBER …}: pairs of a member's name and a double,
 * ended by NULL. Neither holds what JSON would escape. */
void          measure_print    (const char *name,
                                ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
