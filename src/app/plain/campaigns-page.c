/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plain/campaigns-page.h"

#include "app/plain/plain-page.h"
#include "core/campaign.h"
#include "core/day.h"
#include "core/trade-day.h"

#include <glib/gi18n-lib.h>

static const int COLUMNS[] = {
  DAYBOOK_CAMPAIGN_TITLE, DAYBOOK_CAMPAIGN_KIND, DAYBOOK_CAMPAIGN_BEGINS, DAYBOOK_CAMPAIGN_ENDS, DAYBOOK_CAMPAIGN_AGENT, -1,
};

static const int FIELDS[] = {
  DAYBOOK_CAMPAIGN_TITLE, DAYBOOK_CAMPAIGN_KIND, DAYBOOK_CAMPAIGN_BEGINS, DAYBOOK_CAMPAIGN_ENDS, DAYBOOK_CAMPAIGN_CHANNEL, DAYBOOK_CAMPAIGN_AGENT,
  DAYBOOK_CAMPAIGN_NOTE, -1,
};

static const DaybookShippedView VIEWS[] = {
  { "campaign-all", N_("Campaigns"), "x-office-calendar-symbolic", "", N_("Nothing is planned yet."), .sort = "begins" },
  { NULL },
};

static char *
count (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u campaign", "%u campaigns", n), n);
}

/* Today, until somebody says when. */
static void
fill (DaybookEdit  *edit,
      DaybookStore *store)
{
  g_autofree char *today = daybook_day_of (daybook_store_get_now (store), daybook_store_get_zone (store));

  daybook_edit_give (edit, DAYBOOK_CAMPAIGN_BEGINS, daybook_value_text (today));
  daybook_edit_give (edit, DAYBOOK_CAMPAIGN_AGENT, daybook_value_id (daybook_store_get_agent (store)));
}

/* The trade's own days of the year to come. */
static DaybookEdit *
begin (DaybookStore *store)
{
  gint64 now = daybook_store_get_now (store);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, daybook_store_get_zone (store));
  g_autoptr(GPtrArray) known = daybook_reader_all (daybook_store_get_reader (store), &daybook_campaigns, NULL);
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, _("Days of the trade"), daybook_store_get_agent (store));
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (local), (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  if (known != NULL)
    daybook_trade_days_add (edit, known, &today, now);
  return edit;
}

static const DaybookPlainSpec SPEC = {
  .list = { &daybook_campaigns, COLUMNS, VIEWS, "campaign-all", "campaign-all", N_("There is no such campaign."), count },
  .fields = FIELDS,
  .title = N_("Campaigns"),
  .icon = "x-office-calendar-symbolic",
  .empty = N_("No Campaigns Yet"),
  .teaches = N_("Sales, events with customers, publicity and new products, by the day, with who is in charge."),
  .make = N_("New Campaign…"),
  .asks = N_("Title"),
  .fill = fill,
  .begin = N_("The Trade’s Days of the Year"),
  .begins = begin,
  .copies = -1,
};

DaybookPage *
daybook_campaigns_page_new (DaybookStore *store)
{
  return daybook_plain_page_new (store, &SPEC);
}
