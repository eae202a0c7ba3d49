/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample-trade.h"

#include "core/campaign.h"
#include "core/case.h"
#include "core/day.h"
#include "core/trade-contact.h"
#include "store/call-plans.h"
#include "store/grades.h"

#include <glib/gi18n-lib.h>

#define HOUR 3600
#define DAY (24 * HOUR)

/* A small shop's: its best customers spend some thousands a year. Money in minor units. */
static const struct
{
  const char *name;     /* msgid */
  const char *benefits; /* msgid */
  gint64      spent;
  gint64      orders;
  gint64      discount; /* tenths of a percent */
  gint64      interval; /* days */
} GRADES[] = {
  { N_("Regular guest"), N_("A taster with each parcel"), 120000, 5, 30, 60 },
  { N_("Old friend"), N_("Free returns; new teas first"), 180000, 6, 50, 30 },
  { N_("Guest of honour"), N_("Free returns; new teas first; a gift for the birthday"), 230000, 8, 80, 14 },
};

/* Those of Daybook's that are in use, and from which grade up they call. */
static const struct
{
  const char   *key;
  DaybookGrade  grade;
} PLANS[] = {
  { "after_delivery", DAYBOOK_GRADE_1 },
  { "after_complaint", DAYBOOK_GRADE_NONE },
  { "vip_rhythm", DAYBOOK_GRADE_2 },
};

/* Nobody's numbers: 0000 blocks, and example.com. The names stay as they are, what they are for is told in words. */
static const struct
{
  const char       *name;
  const char       *company; /* or NULL */
  const char       *phone;
  const char       *wechat;  /* or NULL */
  const char       *email;   /* or NULL */
  const char       *for_what; /* msgid */
  const char       *hours;   /* msgid */
  DaybookTradeKind  kind;
  gboolean          emergency;
} TRADE[] = {
  { "赵师傅", "顺丰速运 文三路网点", "13000000011", "sf_zhao_0011", NULL, N_("Picks up; parcels that are lost or damaged"), N_("Every day, 9:00–20:00"),
    DAYBOOK_TRADE_COURIER, FALSE },
  { "仓库 周姐", NULL, "13000000012", "cangku_zhou", NULL, N_("Stock, wrong goods, what comes back"), N_("Mon–Sat, 8:30–18:00"), DAYBOOK_TRADE_WAREHOUSE, FALSE },
  { "Linda Chen", NULL, "13000000013", NULL, "finance@example.com", N_("Refunds, invoices, freight that we owe"), N_("Mon–Fri, 9:00–17:30"),
    DAYBOOK_TRADE_FINANCE, FALSE },
  { "老吴", "德化晨窑陶瓷", "13000000014", "chenyao_wu", NULL, N_("Gaiwans and cups: broken ones, further orders"), N_("By day, not at noon"),
    DAYBOOK_TRADE_SUPPLIER, FALSE },
  { "小何", "山居网络", "13000000015", NULL, "help@example.com", N_("The shop cannot be reached, the network is down"), N_("Day and night"),
    DAYBOOK_TRADE_TECHNICAL, TRUE },
};

static const struct
{
  const char          *title; /* msgid */
  const char          *note;  /* msgid */
  int                  begins; /* days from today */
  int                  ends;
  DaybookCampaignKind  kind;
  DaybookChannel       channel;
  guint                agent;
} CAMPAIGNS[] = {
  { N_("Autumn tasting for regular guests"), N_("Sixteen came, five bought the old Pu’er."), -33, -33, DAYBOOK_CAMPAIGN_EVENT, DAYBOOK_CHANNEL_IN_PERSON, 0 },
  { N_("Gift boxes for the autumn"), N_("Boxes ran out on the second day: order 40 more next year."), -24, -18, DAYBOOK_CAMPAIGN_SALE, DAYBOOK_CHANNEL_SHOP_CHAT, 1 },
  { N_("Winter teas: ripe Pu’er and black tea"), N_("A tenth off, for VIPs on top of their own discount."), -2, 4, DAYBOOK_CAMPAIGN_SALE, DAYBOOK_CHANNEL_SHOP_CHAT, 0 },
  { N_("Live from the kiln in Dehua"), N_("Sound check at 19:30; the gaiwans are linked from 20:00 on."), 3, 3, DAYBOOK_CAMPAIGN_PUBLICITY, DAYBOOK_CHANNEL_WEB_CHAT, 2 },
  { N_("The platform’s year-end sale"), N_("Prices must be in by five days before. Two more people for the evenings."), 9, 12, DAYBOOK_CAMPAIGN_PLATFORM,
    DAYBOOK_CHANNEL_BACK_OFFICE, 0 },
  { N_("New: white tea in cubes of 5 g"), N_("The page is to be read by everybody before it is listed."), 20, 20, DAYBOOK_CAMPAIGN_LAUNCH, DAYBOOK_CHANNEL_SHOP_CHAT, 1 },
};

static const struct
{
  const char        *title;  /* msgid */
  const char        *text;   /* msgid */
  const char        *source; /* msgid */
  guint              ago;    /* hours */
  DaybookMarketKind  kind;
  guint              agent;
} MARKET[] = {
  { N_("Another shop gives a pitcher with each gaiwan"), N_("Same price as our gaiwan alone. Three customers asked us about it this week."), N_("Their shop page"), 30,
    DAYBOOK_MARKET_COMPETITOR, 1 },
  { N_("First-flush Longjing will be dearer"), N_("The growers speak of a tenth more, or a little over: a cold spring. Ask early for our share."), N_("Call with the supplier"), 150,
    DAYBOOK_MARKET_INDUSTRY, 0 },
  { N_("Answers within three minutes count from next month"), N_("The platform shows it beside the shop’s name. Evenings are where we are slow."), N_("The platform’s announcements"), 260,
    DAYBOOK_MARKET_PLATFORM, 0 },
  { N_("Many ask for small bags"), N_("Office people want single infusions, without weighing: see the cubes."), N_("Chats of two weeks"), 420, DAYBOOK_MARKET_CUSTOMERS, 2 },
};

/* --- Helpers ------------------------------------------------------------------------------- */

static void
give_text (DaybookEdit *edit,
           guint        field,
           const char  *text)
{
  if (text != NULL)
    daybook_edit_give (edit, field, daybook_value_text (text));
}

static void
begin_row (DaybookEdit         *edit,
           const DaybookTable  *table,
           gint64               at)
{
  DaybookId id;

  daybook_id_fresh (&id, at * 1000);
  daybook_edit_create (edit, table, &id);
}

static void
give_kind (DaybookEdit *edit,
           guint        field,
           gint64       kind)
{
  daybook_edit_give (edit, field, daybook_value_int (kind));
}

/* One act for all `n` of a list, each of them added by its place. */
static DaybookEdit *
write_list (DaybookSampleDesk *desk,
            const char        *title,
            guint              agent,
            gint64             at,
            guint              n,
            void             (*add) (DaybookSampleDesk *desk, DaybookEdit *edit, guint i, gint64 at))
{
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_SAMPLE, title, &desk->agents[agent]);

  for (guint i = 0; i < n; i++)
    add (desk, edit, i, at);
  return edit;
}

/* So many days from the day of whoever looks at it. */
static void
give_day (DaybookSampleDesk *desk,
          DaybookEdit       *edit,
          guint              field,
          int                days)
{
  g_autofree char *day = daybook_day_of (desk->now + days * DAY, daybook_store_get_zone (desk->store));

  daybook_edit_give (edit, field, daybook_value_text (day));
}

/* --- The edits ------------------------------------------------------------------------------- */

static gboolean
say (DaybookSampleDesk  *desk,
     DaybookEdit        *edit,
     guint               i,
     guint               field,
     DaybookValue        value,
     GError            **error)
{
  return daybook_grade_say (edit, daybook_store_get_reader (desk->store), (DaybookGrade) (DAYBOOK_GRADE_1 + i), field, value, error);
}

static gboolean
say_number (DaybookSampleDesk  *desk,
            DaybookEdit        *edit,
            guint               i,
            guint               field,
            gint64              number,
            GError            **error)
{
  return say (desk, edit, i, field, daybook_value_int (number), error);
}

static gboolean
say_grade (DaybookSampleDesk  *desk,
           DaybookEdit        *edit,
           guint               i,
           GError            **error)
{
  return say (desk, edit, i, DAYBOOK_GRADE_RULE_NAME, daybook_value_text (_(GRADES[i].name)), error)
         && say (desk, edit, i, DAYBOOK_GRADE_RULE_BENEFITS, daybook_value_text (_(GRADES[i].benefits)), error)
         && say_number (desk, edit, i, DAYBOOK_GRADE_RULE_SPENT, GRADES[i].spent, error)
         && say_number (desk, edit, i, DAYBOOK_GRADE_RULE_ORDERS, GRADES[i].orders, error)
         && say_number (desk, edit, i, DAYBOOK_GRADE_RULE_DISCOUNT, GRADES[i].discount, error)
         && say_number (desk, edit, i, DAYBOOK_GRADE_RULE_STACKED, i + 1 == G_N_ELEMENTS (GRADES), error)
         && say_number (desk, edit, i, DAYBOOK_GRADE_RULE_INTERVAL, GRADES[i].interval, error);
}

DaybookEdit *
daybook_sample_grades (DaybookSampleDesk  *desk,
                       guint               agent,
                       gint64              at,
                       GError            **error)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_SAMPLE, _("What VIP grades ask and give"), &desk->agents[agent]);

  for (guint i = 0; i < G_N_ELEMENTS (GRADES); i++)
    if (!say_grade (desk, edit, i, error))
      return NULL;

  return g_steal_pointer (&edit);
}

static void
add_plan (DaybookSampleDesk *desk,
          DaybookEdit       *edit,
          guint              i,
          gint64             at)
{
  DaybookId id;

  daybook_call_starter_id (PLANS[i].key, &id);
  daybook_call_starter_adopt (daybook_call_starter (PLANS[i].key), edit, TRUE, at);
  daybook_edit_set (edit, &daybook_call_plans, &id, DAYBOOK_CALL_PLAN_GRADE, daybook_value_int (PLANS[i].grade));
}

DaybookEdit *
daybook_sample_plans (DaybookSampleDesk  *desk,
                      guint               agent,
                      gint64              at,
                      GError            **error)
{
  return write_list (desk, _("Whom the shop calls back"), agent, at, G_N_ELEMENTS (PLANS), add_plan);
}

static void
add_contact (DaybookSampleDesk *desk,
             DaybookEdit       *edit,
             guint              i,
             gint64             at)
{
  begin_row (edit, &daybook_trade_contacts, at);
  give_kind (edit, DAYBOOK_TRADE_CONTACT_KIND, TRADE[i].kind);
  give_text (edit, DAYBOOK_TRADE_CONTACT_NAME, TRADE[i].name);
  give_text (edit, DAYBOOK_TRADE_CONTACT_COMPANY, TRADE[i].company);
  give_text (edit, DAYBOOK_TRADE_CONTACT_PHONE, TRADE[i].phone);
  give_text (edit, DAYBOOK_TRADE_CONTACT_WECHAT, TRADE[i].wechat);
  give_text (edit, DAYBOOK_TRADE_CONTACT_EMAIL, TRADE[i].email);
  give_text (edit, DAYBOOK_TRADE_CONTACT_HOURS, _(TRADE[i].hours));
  give_text (edit, DAYBOOK_TRADE_CONTACT_FOR, _(TRADE[i].for_what));
  if (!TRADE[i].emergency)
    return;

  daybook_edit_give (edit, DAYBOOK_TRADE_CONTACT_EMERGENCY, daybook_value_int (TRUE));
  daybook_edit_give (edit, DAYBOOK_TRADE_CONTACT_POSITION, daybook_value_int (1));
}

DaybookEdit *
daybook_sample_trade (DaybookSampleDesk  *desk,
                      guint               agent,
                      gint64              at,
                      GError            **error)
{
  return write_list (desk, _("Whom the shop calls"), agent, at, G_N_ELEMENTS (TRADE), add_contact);
}

static void
add_campaign (DaybookSampleDesk *desk,
              DaybookEdit       *edit,
              guint              i,
              gint64             at)
{
  begin_row (edit, &daybook_campaigns, at);
  give_kind (edit, DAYBOOK_CAMPAIGN_KIND, CAMPAIGNS[i].kind);
  give_kind (edit, DAYBOOK_CAMPAIGN_CHANNEL, CAMPAIGNS[i].channel);
  give_text (edit, DAYBOOK_CAMPAIGN_TITLE, _(CAMPAIGNS[i].title));
  give_text (edit, DAYBOOK_CAMPAIGN_NOTE, _(CAMPAIGNS[i].note));
  give_day (desk, edit, DAYBOOK_CAMPAIGN_BEGINS, CAMPAIGNS[i].begins);
  if (CAMPAIGNS[i].ends != CAMPAIGNS[i].begins)
    give_day (desk, edit, DAYBOOK_CAMPAIGN_ENDS, CAMPAIGNS[i].ends);
  daybook_edit_give (edit, DAYBOOK_CAMPAIGN_AGENT, daybook_value_id (&desk->agents[CAMPAIGNS[i].agent]));
  if (CAMPAIGNS[i].ends < 0)
    daybook_edit_give (edit, DAYBOOK_CAMPAIGN_DONE_AT, daybook_value_int (desk->now + CAMPAIGNS[i].ends * DAY));
}

DaybookEdit *
daybook_sample_campaigns (DaybookSampleDesk  *desk,
                          guint               agent,
                          gint64              at,
                          GError            **error)
{
  return write_list (desk, _("What the shop plans"), agent, at, G_N_ELEMENTS (CAMPAIGNS), add_campaign);
}

static void
add_market_note (DaybookSampleDesk *desk,
                 DaybookEdit       *edit,
                 guint              i,
                 gint64             at)
{
  begin_row (edit, &daybook_market_notes, at);
  give_kind (edit, DAYBOOK_MARKET_NOTE_KIND, MARKET[i].kind);
  give_text (edit, DAYBOOK_MARKET_NOTE_TITLE, _(MARKET[i].title));
  give_text (edit, DAYBOOK_MARKET_NOTE_SOURCE, _(MARKET[i].source));
  give_text (edit, DAYBOOK_MARKET_NOTE_TEXT, _(MARKET[i].text));
  daybook_edit_give (edit, DAYBOOK_MARKET_NOTE_AT, daybook_value_int (desk->now - MARKET[i].ago * HOUR));
  daybook_edit_give (edit, DAYBOOK_MARKET_NOTE_AGENT, daybook_value_id (&desk->agents[MARKET[i].agent]));
}

DaybookEdit *
daybook_sample_market (DaybookSampleDesk  *desk,
                       guint               agent,
                       gint64              at,
                       GError            **error)
{
  return write_list (desk, _("What the shop hears of the market"), agent, at, G_N_ELEMENTS (MARKET), add_market_note);
}
