/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plain/campaigns-page.h"

#include "app/plain/campaign-switch.h"
#include "core/campaign.h"
#include "core/day.h"
#include "core/trade-day.h"

#include <glib/gi18n-lib.h>

static const int COLUMNS[] = {
  DAYBOOK_CAMPAIGN_TITLE, DAYBOOK_CAMPAIGN_KIND, DAYBOOK_CAMPAIGN_BEGINS, DAYBOOK_CAMPAIGN_ENDS, DAYBOOK_CAMPAIGN_AGENT, -1,
};

static const int FIELDS[] = {
  DAYBOOK_CAMPAIGN_TITLE, DAYBOOK_CAMPAIGN_KIND, DAYBOOK_CAMPAIGN_BEGINS, DAYBOOK_CAMPAIGN_ENDS, DAYBOOK_CAMPAIGN_CHANNEL, DAYBOOK_CAMPAIGN_AGENT,
  DAYBOOK_CAMPAIGN_AHEAD, DAYBOOK_CAMPAIGN_DONE_AT, DAYBOOK_CAMPAIGN_NOTE, -1,
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

/* On the day at hand; where there is none, today, until somebody says when. */
static void
fill (DaybookPlainPage *page,
      DaybookEdit      *edit)
{
  DaybookStore *store = daybook_list_page_get_store (DAYBOOK_LIST_PAGE (page));
  const GDate *at_hand = daybook_campaign_switch_get_day (daybook_campaign_switch_of (page));
  g_autofree char *day = at_hand != NULL ? daybook_day_print (at_hand)
                                         : daybook_day_of (daybook_store_get_now (store), daybook_store_get_zone (store));

  daybook_edit_give (edit, DAYBOOK_CAMPAIGN_BEGINS, daybook_value_text (day));
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

static gboolean
can (DaybookPlainPage *page,
     const char       *command)
{
  return g_str_equal (command, "done") && daybook_view_page_has_rows (DAYBOOK_VIEW_PAGE (page));
}

/* What is done already stays so. */
static void
perform (DaybookPlainPage *page,
         const char       *command)
{
  g_autoptr(GPtrArray) rows = daybook_view_page_rows (DAYBOOK_VIEW_PAGE (page));
  DaybookStore *store = daybook_list_page_get_store (DAYBOOK_LIST_PAGE (page));
  g_autofree char *name = daybook_view_page_name_rows (DAYBOOK_VIEW_PAGE (page), rows);
  g_autofree char *title = g_strdup_printf (_("Done: %s"), name);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));

  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);

      if (!daybook_row_has (row, DAYBOOK_CAMPAIGN_DONE_AT))
        daybook_edit_set (edit, &daybook_campaigns, &row->id, DAYBOOK_CAMPAIGN_DONE_AT, daybook_value_int (daybook_store_get_now (store)));
    }
  if (daybook_edit_size (edit) > 0)
    daybook_view_page_commit (DAYBOOK_VIEW_PAGE (page), edit);
}

static void
query_changed (DaybookPlainPage *page)
{
  DaybookCampaignSwitch *own = daybook_campaign_switch_of (page);

  if (own != NULL)
    daybook_campaign_switch_query_changed (own);
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
  .can = can,
  .perform = perform,
  .set_up = daybook_campaign_switch_attach,
  .query_changed = query_changed,
};

DaybookPage *
daybook_campaigns_page_new (DaybookStore *store)
{
  return daybook_plain_page_new (store, &SPEC);
}
