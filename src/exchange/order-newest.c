/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/order-newest.h"

#include "core/moment.h"

#define TIME_SUFFIX "_at" /* of the name of an extra that is a time */

static void
note (gint64 *newest,
      gint64  moment,
      gint64  limit)
{
  if (moment > *newest && moment <= limit)
    *newest = moment;
}

gint64
daybook_order_newest (const DaybookOrderRecord *record,
                      const DaybookOrderExtras *extras,
                      GTimeZone                *zone,
                      gint64                    limit)
{
  const DaybookProfile *profile = extras->profile;
  gint64 newest = 0;

  for (guint i = 0; i < DAYBOOK_ORDER_AS_OF; i++)
    if (daybook_orders.fields[i].type == DAYBOOK_TYPE_TIME)
      note (&newest, daybook_record_number (record, i), limit);

  for (guint i = 0; i < profile->extras->len; i++)
    {
      const GString *text = extras->values[i];
      gint64 moment;

      if (text->len > 0 && g_str_has_suffix (g_ptr_array_index (profile->extras, i), TIME_SUFFIX)
          && daybook_moment_parse_as (text->str, daybook_profile_dates (profile), zone, &moment, NULL))
        note (&newest, moment, limit);
    }

  return newest;
}
