/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How late something is, or how far off: a text with an icon and a colour, so that none of them says it
 * alone (UX 2). Whoever shows it tells it the time. */
#define DAYBOOK_TYPE_CLOCK_CHIP (daybook_clock_chip_get_type ())
G_DECLARE_FINAL_TYPE (DaybookClockChip, daybook_clock_chip, DAYBOOK, CLOCK_CHIP, AdwBin)

/* Its tooltip explains the arithmetic. */
void daybook_clock_chip_show (DaybookClockChip *self,
                              const DaybookDue *due,
                              gint64            now,
                              GTimeZone        *zone);

G_END_DECLS
