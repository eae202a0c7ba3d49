/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify/jump.h"

gint64
daybook_clock_jump (const DaybookClockReading *before,
                    const DaybookClockReading *now)
{
  gint64 jump;

  if (before->boot_id == NULL)
    return 0;

  jump = now->wall - before->wall;
  if (g_strcmp0 (before->boot_id, now->boot_id) == 0)
    jump -= now->boot - before->boot;
  else
    jump = MIN (jump, 0);

  return ABS (jump) >= DAYBOOK_CLOCK_JUMP ? jump : 0;
}
