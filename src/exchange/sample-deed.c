/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample-deed.h"

#include "exchange/sample-customer.h"
#include "exchange/sample-trade.h"

#define HOUR 60
#define DAY (24 * HOUR)

/* By minutes ago. Who is a VIP is said once the second files are in, and again after the last. */
static const struct
{
  guint         minutes;
  guint         agent;
  DaybookEdit *(*make) (DaybookSampleDesk *desk, guint agent, gint64 at, GError **error);
} DEEDS[] = {
  { 8 * DAY, 0, daybook_sample_grades },
  { 8 * DAY - 8, 0, daybook_sample_plans },
  { 7 * DAY + 5 * HOUR, 0, daybook_sample_trade },
  { 6 * DAY + 2 * HOUR, 1, daybook_sample_campaigns },
  { 4 * DAY + HOUR, 1, daybook_sample_look },
  { 2 * DAY + 4 * HOUR, 2, daybook_sample_look },
  { 2 * DAY + 3 * HOUR, 0, daybook_sample_vips },
  { 2 * DAY + 2 * HOUR, 1, daybook_sample_cards },
  { 2 * DAY + HOUR, 1, daybook_sample_days },
  { 2 * DAY, 1, daybook_sample_surveys },
  { DAY + 5 * HOUR + 30, 2, daybook_sample_market },
  { DAY + 2 * HOUR, 2, daybook_sample_look },
  { DAY, 1, daybook_sample_activity },
  { DAY - 10, 1, daybook_sample_tell_next },
  { DAY - 14, 1, daybook_sample_tell_next },
  { DAY - 17, 1, daybook_sample_skip_next },
  { DAY - 20, 1, daybook_sample_tell_next },
  { DAY - 24, 1, daybook_sample_tell_next },
  { DAY - 27, 1, daybook_sample_tell_next },
  { 6, 0, daybook_sample_promote },
};

guint
daybook_sample_n_deeds (void)
{
  return G_N_ELEMENTS (DEEDS);
}

gint64
daybook_sample_deed_at (const DaybookSampleDesk *desk,
                        guint                    deed)
{
  return daybook_sample_desk_at (desk, DEEDS[deed].minutes);
}

guint
daybook_sample_deed_agent (guint deed)
{
  return DEEDS[deed].agent;
}

DaybookEdit *
daybook_sample_deed_edit (DaybookSampleDesk  *desk,
                          guint               deed,
                          GError            **error)
{
  return DEEDS[deed].make (desk, DEEDS[deed].agent, daybook_sample_deed_at (desk, deed), error);
}
