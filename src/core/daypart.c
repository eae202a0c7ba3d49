/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/daypart.h"

#include "core/moment.h"

#define HOUR 3600
#define DAY (24 * HOUR)

DaybookDaypart
daybook_daypart_of (gint64     moment,
                    GTimeZone *zone)
{
  static const struct
  {
    int            until; /* hours */
    DaybookDaypart part;
  } PARTS[] = {
    { 5, DAYBOOK_DAYPART_NIGHT }, { 11, DAYBOOK_DAYPART_MORNING }, { 13, DAYBOOK_DAYPART_NOON }, { 18, DAYBOOK_DAYPART_AFTERNOON },
  };
  gint64 rest = daybook_moment_to_wall (moment, zone) % DAY;
  gint64 hour = (rest < 0 ? rest + DAY : rest) / HOUR;

  for (guint i = 0; i < G_N_ELEMENTS (PARTS); i++)
    if (hour < PARTS[i].until)
      return PARTS[i].part;

  return DAYBOOK_DAYPART_EVENING;
}
