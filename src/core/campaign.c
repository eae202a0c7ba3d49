/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/campaign.h"

#include "core/case.h"
#include "core/day.h"
#include "core/fields.h"

static const DaybookWord CAMPAIGN_WORDS[] = {
  [DAYBOOK_CAMPAIGN_OTHER] = QUIET_WORD ("other", "campaign", "Other"),
  [DAYBOOK_CAMPAIGN_SALE] = WORD ("sale", "campaign", "Sale"),
  [DAYBOOK_CAMPAIGN_PLATFORM] = WORD ("platform", "campaign", "Platform’s sale"),
  [DAYBOOK_CAMPAIGN_EVENT] = WORD ("event", "campaign", "Event"),
  [DAYBOOK_CAMPAIGN_PUBLICITY] = WORD ("publicity", "campaign", "Publicity"),
  [DAYBOOK_CAMPAIGN_LAUNCH] = WORD ("launch", "campaign", "New product"),
  [DAYBOOK_CAMPAIGN_HOLIDAY] = WORD ("holiday", "campaign", "Holiday"),
  { NULL, NULL, NULL },
};

static const DaybookWord MARKET_WORDS[] = {
  [DAYBOOK_MARKET_OTHER] = QUIET_WORD ("other", "market", "Other"),
  [DAYBOOK_MARKET_COMPETITOR] = WORD ("competitor", "market", "Competitor"),
  [DAYBOOK_MARKET_INDUSTRY] = WORD ("industry", "market", "Industry"),
  [DAYBOOK_MARKET_GOVERNMENT] = WORD ("government", "market", "Government"),
  [DAYBOOK_MARKET_PLATFORM] = WORD ("platform", "market", "Platform"),
  [DAYBOOK_MARKET_CUSTOMERS] = WORD ("customers", "market", "Customers"),
  { NULL, NULL, NULL },
};

static const DaybookWord OUTCOME_WORDS[] = {
  [DAYBOOK_ACTIVITY_OPEN] = QUIET_WORD ("open", "activity", "Open"),
  [DAYBOOK_ACTIVITY_SENT] = WORD ("sent", "activity", "Sent"),
  [DAYBOOK_ACTIVITY_SKIPPED] = WORD ("skipped", "activity", "Skipped"),
  [DAYBOOK_ACTIVITY_UNWANTED] = WORD ("unwanted", "activity", "Wants no messages"),
  { NULL, NULL, NULL },
};

static const DaybookField CAMPAIGN_FIELDS[] = {
  [DAYBOOK_CAMPAIGN_DELETED] = DELETED_FIELD,
  [DAYBOOK_CAMPAIGN_TITLE] = { "title", N_("Title"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_CAMPAIGN_KIND] = { "kind", N_("Kind"), ENUM (REGISTER, CAMPAIGN_WORDS) },
  [DAYBOOK_CAMPAIGN_BEGINS] = { "begins", N_("Begins"), DATE (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_SORT },
  [DAYBOOK_CAMPAIGN_ENDS] = { "ends", N_("Last day"), DATE (REGISTER) },
  [DAYBOOK_CAMPAIGN_CHANNEL] = { "channel", N_("Channel"), ENUM (REGISTER, daybook_channel_words) },
  [DAYBOOK_CAMPAIGN_AGENT] = { "agent", N_("In charge"), REF (REGISTER, "agent") },
  [DAYBOOK_CAMPAIGN_NOTE] = { "note", N_("Note"), TEXT (TEXT), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_CAMPAIGN_DONE_AT] = { "done_at", N_("Done at"), TIME (REGISTER) },
  [DAYBOOK_CAMPAIGN_AHEAD] = { "ahead", N_("Days ahead"), INT (REGISTER) },
};

static const DaybookField MARKET_NOTE_FIELDS[] = {
  [DAYBOOK_MARKET_NOTE_DELETED] = DELETED_FIELD,
  [DAYBOOK_MARKET_NOTE_TITLE] = { "title", N_("Title"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_MARKET_NOTE_KIND] = { "kind", N_("Kind"), ENUM (REGISTER, MARKET_WORDS) },
  [DAYBOOK_MARKET_NOTE_AT] = { "at", N_("When"), TIME (REGISTER), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_MARKET_NOTE_SOURCE] = { "source", N_("Source"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_MARKET_NOTE_TEXT] = { "text", N_("Text"), TEXT (TEXT), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_MARKET_NOTE_AGENT] = { "agent", N_("Agent"), REF (REGISTER, "agent") },
};

static const DaybookField ACTIVITY_FIELDS[] = {
  [DAYBOOK_ACTIVITY_DELETED] = DELETED_FIELD,
  [DAYBOOK_ACTIVITY_TITLE] = { "title", N_("Title"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_ACTIVITY_CAMPAIGN] = { "campaign", N_("Campaign"), REF (REGISTER, "campaign") },
  [DAYBOOK_ACTIVITY_PHRASE] = { "phrase", N_("Phrase"), REF (REGISTER, "phrase") },
  [DAYBOOK_ACTIVITY_CHANNEL] = { "channel", N_("Channel"), ENUM (REGISTER, daybook_channel_words) },
  [DAYBOOK_ACTIVITY_WHERE] = { "where", N_("For whom"), TEXT (REGISTER) },
  [DAYBOOK_ACTIVITY_MADE_AT] = { "made_at", N_("Made on"), TIME (REGISTER), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_ACTIVITY_AGENT] = { "agent", N_("In charge"), REF (REGISTER, "agent") },
  [DAYBOOK_ACTIVITY_CLOSED_AT] = { "closed_at", N_("Closed on"), TIME (REGISTER) },
};

static const DaybookField ACTIVITY_LINE_FIELDS[] = {
  [DAYBOOK_ACTIVITY_LINE_DELETED] = DELETED_FIELD,
  [DAYBOOK_ACTIVITY_LINE_ACTIVITY] = { "activity", N_("Activity list"), REF (APPEND_ONLY, "activity"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_ACTIVITY_LINE_CUSTOMER] = { "customer", N_("Customer"), REF (APPEND_ONLY, "customer"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_ACTIVITY_LINE_OUTCOME] = { "outcome", N_("Outcome"), ENUM (REGISTER, OUTCOME_WORDS) },
  [DAYBOOK_ACTIVITY_LINE_AT] = { "at", N_("When"), TIME (REGISTER) },
  [DAYBOOK_ACTIVITY_LINE_AGENT] = { "agent", N_("Agent"), REF (REGISTER, "agent") },
  [DAYBOOK_ACTIVITY_LINE_NOTE] = { "note", N_("Note"), TEXT (REGISTER) },
};

const DaybookTable daybook_campaigns = {
  "campaign", "campaigns", N_("Campaign"), N_("Campaigns"),
  CAMPAIGN_FIELDS, G_N_ELEMENTS (CAMPAIGN_FIELDS), -1, DAYBOOK_CAMPAIGN_TITLE, -1,
};

const DaybookTable daybook_market_notes = {
  "market_note", "market_notes", N_("Market note"), N_("Market notes"),
  MARKET_NOTE_FIELDS, G_N_ELEMENTS (MARKET_NOTE_FIELDS), -1, DAYBOOK_MARKET_NOTE_TITLE, -1,
};

const DaybookTable daybook_activities = {
  "activity", "activities", N_("Activity list"), N_("Activity lists"),
  ACTIVITY_FIELDS, G_N_ELEMENTS (ACTIVITY_FIELDS), -1, DAYBOOK_ACTIVITY_TITLE, -1,
};

const DaybookTable daybook_activity_lines = {
  "activity_line", "activity_lines", N_("Line of an activity list"), N_("Lines of activity lists"),
  ACTIVITY_LINE_FIELDS, G_N_ELEMENTS (ACTIVITY_LINE_FIELDS), DAYBOOK_ACTIVITY_LINE_ACTIVITY, DAYBOOK_ACTIVITY_LINE_CUSTOMER, -1,
};

gboolean
daybook_campaign_days (const DaybookRow *row,
                       GDate            *begins,
                       GDate            *ends)
{
  if (!daybook_day_parse (daybook_row_text (row, DAYBOOK_CAMPAIGN_BEGINS), begins))
    return FALSE;

  if (!daybook_day_parse (daybook_row_text (row, DAYBOOK_CAMPAIGN_ENDS), ends) || g_date_compare (ends, begins) < 0)
    *ends = *begins;
  return TRUE;
}

static void
shift (GDate *day,
       int    days)
{
  if (days > 0)
    g_date_add_days (day, (guint) days);
  else
    g_date_subtract_days (day, (guint) -days);
}

static void
set_day (DaybookEdit      *edit,
         const DaybookRow *row,
         guint             field,
         const GDate      *day)
{
  g_autofree char *text = day != NULL ? daybook_day_print (day) : NULL;

  daybook_edit_set (edit, &daybook_campaigns, &row->id, field, text != NULL ? daybook_value_text (text) : (DaybookValue) DAYBOOK_VALUE_INIT);
}

gboolean
daybook_campaign_move (DaybookEdit      *edit,
                       const DaybookRow *row,
                       int               days)
{
  GDate begins, ends;

  if (!daybook_campaign_days (row, &begins, &ends))
    return FALSE;

  shift (&begins, days);
  shift (&ends, days);
  set_day (edit, row, DAYBOOK_CAMPAIGN_BEGINS, &begins);
  if (daybook_row_has (row, DAYBOOK_CAMPAIGN_ENDS))
    set_day (edit, row, DAYBOOK_CAMPAIGN_ENDS, &ends);
  return TRUE;
}

gboolean
daybook_campaign_stretch (DaybookEdit      *edit,
                          const DaybookRow *row,
                          int               days)
{
  GDate begins, ends;
  int order;

  if (!daybook_campaign_days (row, &begins, &ends))
    return FALSE;

  shift (&ends, days);
  order = g_date_compare (&begins, &ends);
  if (order <= 0)
    set_day (edit, row, DAYBOOK_CAMPAIGN_ENDS, order < 0 ? &ends : NULL);
  return order <= 0;
}
