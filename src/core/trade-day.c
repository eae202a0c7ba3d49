/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/trade-day.h"

#include "core/day.h"
#include "core/row.h"
#include "core/yearly-day.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char         *title; /* msgid */
  DaybookCampaignKind kind;
  DaybookYearlyDay    day;
  guint               lasts; /* days */
} TradeDay;

static const TradeDay DAYS[] = {
  { N_("New Year"), DAYBOOK_CAMPAIGN_HOLIDAY, { .month = 1, .day = 1 }, 1 },
  { N_("Spring Festival"), DAYBOOK_CAMPAIGN_HOLIDAY, { .lunar = TRUE, .month = 1, .day = 1 }, 7 },
  { N_("Women’s Day sale"), DAYBOOK_CAMPAIGN_PLATFORM, { .month = 3, .day = 8 }, 1 },
  { N_("Labour Day"), DAYBOOK_CAMPAIGN_HOLIDAY, { .month = 5, .day = 1 }, 3 },
  { N_("Dragon Boat Festival"), DAYBOOK_CAMPAIGN_HOLIDAY, { .lunar = TRUE, .month = 5, .day = 5 }, 1 },
  { N_("618"), DAYBOOK_CAMPAIGN_PLATFORM, { .month = 6, .day = 18 }, 1 },
  { N_("Mid-Autumn Festival"), DAYBOOK_CAMPAIGN_HOLIDAY, { .lunar = TRUE, .month = 8, .day = 15 }, 1 },
  { N_("National Day"), DAYBOOK_CAMPAIGN_HOLIDAY, { .month = 10, .day = 1 }, 7 },
  { N_("11.11"), DAYBOOK_CAMPAIGN_PLATFORM, { .month = 11, .day = 11 }, 1 },
  { N_("12.12"), DAYBOOK_CAMPAIGN_PLATFORM, { .month = 12, .day = 12 }, 1 },
};

static gboolean
is_known (GPtrArray      *known,
          const TradeDay *day,
          const char     *begins)
{
  for (guint i = 0; i < known->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (known, i);

      if (g_str_equal (daybook_row_text (row, DAYBOOK_CAMPAIGN_BEGINS), begins)
          && daybook_row_int (row, DAYBOOK_CAMPAIGN_KIND) == (gint64) day->kind)
        return TRUE;
    }
  return FALSE;
}

static void
add_day (DaybookEdit    *edit,
         const TradeDay *day,
         const GDate    *date,
         const char     *begins,
         gint64          now)
{
  DaybookId id;

  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, &daybook_campaigns, &id);
  daybook_edit_give (edit, DAYBOOK_CAMPAIGN_TITLE, daybook_value_text (_(day->title)));
  daybook_edit_give (edit, DAYBOOK_CAMPAIGN_KIND, daybook_value_int (day->kind));
  daybook_edit_give (edit, DAYBOOK_CAMPAIGN_BEGINS, daybook_value_text (begins));
  if (day->lasts > 1)
    {
      GDate last = *date;
      g_autofree char *ends = NULL;

      g_date_add_days (&last, day->lasts - 1);
      ends = daybook_day_print (&last);
      daybook_edit_give (edit, DAYBOOK_CAMPAIGN_ENDS, daybook_value_text (ends));
    }
}

guint
daybook_trade_days_add (DaybookEdit *edit,
                        GPtrArray   *known,
                        const GDate *today,
                        gint64       now)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (DAYS); i++)
    {
      DaybookYearlyTime next;
      g_autofree char *begins = NULL;

      if (!daybook_yearly_day_next (&DAYS[i].day, today, &next))
        continue;
      begins = daybook_day_print (&next.date);
      if (is_known (known, &DAYS[i], begins))
        continue;
      add_day (edit, &DAYS[i], &next.date, begins, now);
      n++;
    }
  return n;
}
