/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample-customer.h"

#include "core/lunar.h"
#include "core/moment.h"
#include "core/order.h"
#include "core/phrase.h"
#include "core/reveal.h"
#include "core/survey.h"
#include "store/activities.h"
#include "store/customer-acts.h"
#include "store/grade-proposals.h"
#include "store/grades.h"
#include "store/rhythm.h"

#include <glib/gi18n-lib.h>

#define HOUR 3600
#define DAY (24 * HOUR)

/* So many get a grade at most, however large the shop is. */
#define VIPS_MAX 24

/* Whose orders come to nothing much: a grade from better times. By which of the orders, newest first. */
#define DEMOTED_NTH 20

/* What is written on cards, by who of the VIPs it is, the highest grade first. */
static const struct
{
  const char     *wishes; /* msgid, or NULL */
  const char     *tags;   /* or NULL */
  const char     *wechat; /* or NULL */
  int             heard;  /* days ago; -1: nobody knows */
  DaybookConsent  consent;
  gboolean        friend;
} CARDS[] = {
  { N_("No price slip in the parcel: it is always a present. Ripe Pu’er of before 2020, if there is any."), "送礼 熟普", "laoke_0001", 9, DAYBOOK_CONSENT_GIVEN, TRUE },
  { N_("Calls only after 18:00. Wants each new white tea first."), "白茶", "baicha_0002", 26, DAYBOOK_CONSENT_GIVEN, TRUE },
  { N_("Buys for the office, needs an invoice each time."), "开票 团购", NULL, 33, DAYBOOK_CONSENT_UNASKED, FALSE },
  { NULL, "乌龙", "yancha_0004", 16, DAYBOOK_CONSENT_REFUSED, TRUE },
  { N_("Cups wrapped twice: some broke on the way last spring."), "茶具", NULL, 5, DAYBOOK_CONSENT_UNASKED, FALSE },
  { NULL, NULL, NULL, 47, DAYBOOK_CONSENT_UNASKED, FALSE },
  { NULL, "送礼", NULL, 21, DAYBOOK_CONSENT_UNASKED, TRUE },
  { NULL, NULL, NULL, 12, DAYBOOK_CONSENT_UNASKED, FALSE },
  { NULL, NULL, NULL, 70, DAYBOOK_CONSENT_UNASKED, FALSE },
  { NULL, NULL, NULL, 39, DAYBOOK_CONSENT_UNASKED, FALSE },
};

/* Their days, from the day of whoever looks. */
static const struct
{
  guint           vip;
  DaybookDayKind  kind;
  int             days;
  int             years; /* ago; 0: nobody knows */
  gboolean        lunar;
  const char     *name;  /* msgid, or NULL */
} DAYS[] = {
  { 1, DAYBOOK_DAY_BIRTHDAY, 0, 38, FALSE, NULL },
  { 0, DAYBOOK_DAY_BIRTHDAY, 5, 61, TRUE, NULL },
  { 4, DAYBOOK_DAY_BIRTHDAY, 2, 0, FALSE, NULL },
  { 3, DAYBOOK_DAY_CHILD, 8, 6, FALSE, N_("Her daughter") },
  { 0, DAYBOOK_DAY_WEDDING, 19, 12, FALSE, NULL },
  { 2, DAYBOOK_DAY_ANNIVERSARY, 27, 10, FALSE, N_("Their company’s") },
};

/* What customers said, the oldest first: who of the VIPs, weeks ago, who had served them, stars of the four questions. */
static const struct
{
  guint       vip;
  guint       weeks;
  guint       served;
  guint       stars[DAYBOOK_SURVEY_N_QUESTIONS];
  const char *opinion; /* msgid, or NULL */
} SAID[] = {
  { 5, 23, 1, { 3, 4, 3, 3 }, N_("Nobody answers in the evening.") },
  { 0, 21, 0, { 4, 5, 5, 4 }, NULL },
  { 7, 18, 2, { 3, 3, 2, 2 }, N_("I had to say it three times.") },
  { 2, 17, 1, { 4, 4, 4, 5 }, NULL },
  { 3, 14, 0, { 4, 5, 5, 5 }, N_("She knew at once which tin I meant.") },
  { 1, 12, 2, { 3, 5, 3, 4 }, NULL },
  { 8, 10, 1, { 4, 4, 4, 4 }, NULL },
  { 4, 7, 2, { 4, 5, 4, 5 }, N_("Friendly, and the second parcel came quickly.") },
  { 6, 6, 0, { 5, 5, 5, 4 }, NULL },
  { 9, 4, 1, { 4, 5, 4, 0 }, N_("Ask me again when the cups are here.") },
  { 0, 3, 0, { 5, 5, 5, 5 }, NULL },
  { 3, 1, 2, { 5, 5, 4, 5 }, N_("The evenings are better now.") },
};

/* For whom the activity list is, and what it says. */
#define ACTIVITY_WHERE "vip_1"
#define ACTIVITY_PHRASE "thanks_regular"

/* --- Who ------------------------------------------------------------------------------------ */

static DaybookReader *
get_reader (const DaybookSampleDesk *desk)
{
  return daybook_store_get_reader (desk->store);
}

/* The highest grade first. (element-type DaybookRow) */
static GPtrArray *
read_vips (const DaybookSampleDesk  *desk,
           GError                  **error)
{
  g_autoptr(GArray) marks = daybook_reader_vips (get_reader (desk), VIPS_MAX, error);
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    g_array_append_val (keys, g_array_index (marks, DaybookRhythmMark, i).customer);

  return marks != NULL ? daybook_reader_rows (get_reader (desk), &daybook_customers, (const gint64 *) (gpointer) keys->data, keys->len, error) : NULL;
}

static DaybookRow *
customer_of (const DaybookSampleDesk  *desk,
             const DaybookRow         *order,
             GError                  **error)
{
  return daybook_reader_find (get_reader (desk), &daybook_customers, daybook_row_ref_id (order, DAYBOOK_ORDER_CUSTOMER), error);
}

/* That of an order, the newest first; NULL without an error: there is none. */
static DaybookRow *
nth_customer (const DaybookSampleDesk  *desk,
              guint                     nth,
              gint64                    at,
              DaybookRow              **order,
              GError                  **error)
{
  *order = daybook_sample_desk_order (desk, nth, at, error);
  return *order != NULL ? customer_of (desk, *order, error) : NULL;
}

/* --- Grades ------------------------------------------------------------------------------------- */

static gboolean
is_among (GArray          *candidates,
          const DaybookId *customer)
{
  for (guint i = 0; i < candidates->len; i++)
    if (daybook_id_equal (&g_array_index (candidates, DaybookGradeCandidate, i).id, customer))
      return TRUE;

  return FALSE;
}

/* One who has bought little of late, and had a grade in better times. */
static gboolean
add_demoted (DaybookSampleDesk  *desk,
             GArray             *candidates,
             gint64              at,
             GError            **error)
{
  g_autoptr(DaybookRow) customer = NULL;

  for (guint nth = DEMOTED_NTH; nth > 0; nth--)
    {
      g_autoptr(DaybookRow) order = NULL;
      DaybookGradeCandidate candidate = { .proposal = { .to = DAYBOOK_GRADE_2 } };
      GError *local = NULL;

      g_clear_pointer (&customer, daybook_row_unref);
      customer = nth_customer (desk, nth, at, &order, &local);
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      if (customer == NULL || is_among (candidates, &customer->id))
        continue;

      candidate.customer = customer->rowid;
      candidate.id = customer->id;
      g_array_append_val (candidates, candidate);
      return TRUE;
    }
  return TRUE;
}

/* The highest first, as many as a person looks through at once. */
static GArray *
read_candidates (DaybookSampleDesk  *desk,
                 DaybookGradeRules  *rules,
                 gint64              at,
                 GError            **error)
{
  GArray *candidates = daybook_reader_grades (get_reader (desk), rules, error)
    ? daybook_reader_grade_candidates (get_reader (desk), rules, at, NULL, NULL, error) : NULL;

  if (candidates != NULL && candidates->len > VIPS_MAX)
    g_array_set_size (candidates, VIPS_MAX);
  return candidates;
}

DaybookEdit *
daybook_sample_vips (DaybookSampleDesk  *desk,
                     guint               agent,
                     gint64              at,
                     GError            **error)
{
  g_auto(DaybookGradeRules) rules = { 0 };
  g_autoptr(GArray) candidates = read_candidates (desk, &rules, at, error);

  return candidates != NULL && add_demoted (desk, candidates, at, error) && candidates->len > 0
         ? daybook_grade_act_confirm (get_reader (desk), &rules, candidates, &desk->agents[agent]) : NULL;
}

DaybookEdit *
daybook_sample_promote (DaybookSampleDesk  *desk,
                        guint               agent,
                        gint64              at,
                        GError            **error)
{
  g_auto(DaybookGradeRules) rules = { 0 };
  g_autoptr(GArray) candidates = read_candidates (desk, &rules, at, error);
  gboolean left = FALSE;

  if (candidates == NULL)
    return NULL;

  for (guint i = candidates->len; i-- > 0;)
    {
      const DaybookGradeProposal *proposal = &g_array_index (candidates, DaybookGradeCandidate, i).proposal;
      gboolean is_lost = proposal->to < proposal->from;

      if (!is_lost && left)
        continue;
      g_array_remove_index (candidates, i);
      left = left || !is_lost;
    }
  return candidates->len > 0 ? daybook_grade_act_confirm (get_reader (desk), &rules, candidates, &desk->agents[agent]) : NULL;
}

/* --- Cards --------------------------------------------------------------------------------------- */

static gboolean
write_card (DaybookSampleDesk  *desk,
            DaybookEdit        *edit,
            const DaybookRow   *customer,
            guint               i,
            const DaybookId    *agent,
            gint64              at,
            GError            **error)
{
  const DaybookContactDraft wechat = { DAYBOOK_CONTACT_WECHAT, CARDS[i].wechat, 0, NULL };

  if (CARDS[i].wishes != NULL)
    daybook_edit_set (edit, &daybook_customers, &customer->id, DAYBOOK_CUSTOMER_WISHES, daybook_value_text (_(CARDS[i].wishes)));
  if (CARDS[i].tags != NULL)
    daybook_edit_set (edit, &daybook_customers, &customer->id, DAYBOOK_CUSTOMER_TAGS, daybook_value_text (CARDS[i].tags));
  if (CARDS[i].friend)
    daybook_edit_set (edit, &daybook_customers, &customer->id, DAYBOOK_CUSTOMER_FRIEND, daybook_value_int (TRUE));
  if (CARDS[i].consent != DAYBOOK_CONSENT_UNASKED)
    daybook_customer_add_consent (edit, &customer->id, CARDS[i].consent, at, _("Asked in the chat"));
  if (CARDS[i].heard >= 0)
    daybook_contacted_add (edit, &customer->id, i % 2 == 0 ? DAYBOOK_EVENT_CALL : DAYBOOK_EVENT_TOLD, agent, desk->now - CARDS[i].heard * DAY);
  return CARDS[i].wechat == NULL || daybook_customer_add_contact (edit, get_reader (desk), &customer->id, &wechat, NULL, error);
}

/* The first of them is also met elsewhere, and by a number of the platform's that ends. */
static gboolean
write_ways (DaybookSampleDesk  *desk,
            DaybookEdit        *edit,
            const DaybookRow   *customer,
            GError            **error)
{
  const DaybookContactDraft lent = { DAYBOOK_CONTACT_PHONE, "17000000021", desk->now + 9 * DAY, _("the platform’s, for one parcel") };
  const DaybookContactDraft office = { DAYBOOK_CONTACT_PHONE, "13000000022", 0, _("office") };

  return daybook_customer_add_handle (edit, get_reader (desk), &customer->id, "wechat_shop", "laoke_0001", error)
         && daybook_customer_add_contact (edit, get_reader (desk), &customer->id, &lent, NULL, error)
         && daybook_customer_add_contact (edit, get_reader (desk), &customer->id, &office, NULL, error);
}

DaybookEdit *
daybook_sample_cards (DaybookSampleDesk  *desk,
                      guint               agent,
                      gint64              at,
                      GError            **error)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_SAMPLE, _("From the notebook: what VIPs want"), &desk->agents[agent]);
  g_autoptr(GPtrArray) vips = read_vips (desk, error);

  if (vips == NULL || vips->len == 0 || !write_ways (desk, edit, g_ptr_array_index (vips, 0), error))
    return NULL;

  for (guint i = 0; i < MIN (vips->len, G_N_ELEMENTS (CARDS)); i++)
    if (!write_card (desk, edit, g_ptr_array_index (vips, i), i, &desk->agents[agent], at, error))
      return NULL;

  return g_steal_pointer (&edit);
}

/* --- Days --------------------------------------------------------------------------------------------- */

/* So many days from today it comes again. */
static void
fill_day (DaybookSampleDesk *desk,
          guint              i,
          DaybookYearlyDay  *day)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (desk->now + DAYS[i].days * DAY);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, daybook_store_get_zone (desk->store));
  DaybookLunarDay lunar;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local), (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  if (DAYS[i].lunar && daybook_lunar_of (&date, &lunar))
    *day = (DaybookYearlyDay) { TRUE, lunar.year, lunar.month, lunar.day, FALSE };
  else
    *day = (DaybookYearlyDay) { FALSE, g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), FALSE };
  day->year = DAYS[i].years > 0 ? day->year - DAYS[i].years : 0;
}

DaybookEdit *
daybook_sample_days (DaybookSampleDesk  *desk,
                     guint               agent,
                     gint64              at,
                     GError            **error)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_SAMPLE, _("From the notebook: birthdays and other days"), &desk->agents[agent]);
  g_autoptr(GPtrArray) vips = read_vips (desk, error);

  if (vips == NULL || vips->len == 0)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (DAYS); i++)
    {
      const DaybookRow *customer = g_ptr_array_index (vips, DAYS[i].vip % vips->len);
      DaybookDayDraft draft = { .kind = DAYS[i].kind, .name = DAYS[i].name != NULL ? _(DAYS[i].name) : NULL, .ahead = -1 };

      fill_day (desk, i, &draft.day);
      if (!daybook_customer_add_day (edit, get_reader (desk), &customer->id, &draft, NULL, error))
        return NULL;
    }
  return g_steal_pointer (&edit);
}

/* --- What they said ------------------------------------------------------------------------------------- */

DaybookEdit *
daybook_sample_surveys (DaybookSampleDesk  *desk,
                        guint               agent,
                        gint64              at,
                        GError            **error)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_SAMPLE, _("From the notebook: what customers said"), &desk->agents[agent]);
  g_autoptr(GPtrArray) vips = read_vips (desk, error);

  if (vips == NULL || vips->len == 0)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (SAID); i++)
    {
      gint64 day = daybook_moment_day (desk->now, daybook_store_get_zone (desk->store), -(int) (SAID[i].weeks * 7 + i % 5));
      DaybookSurveySaid said = {
        .opinion = SAID[i].opinion != NULL ? _(SAID[i].opinion) : NULL,
        .served = &desk->agents[SAID[i].served],
        .channel = DAYBOOK_CHANNEL_PHONE,
      };

      for (guint k = 0; k < DAYBOOK_SURVEY_N_QUESTIONS; k++)
        said.stars[k] = SAID[i].stars[k];
      if (!daybook_survey_add (edit, g_ptr_array_index (vips, SAID[i].vip % vips->len), &said, &desk->agents[agent],
                               day + 10 * HOUR + i * 37 * 60, NULL, error))
        return NULL;
    }
  return g_steal_pointer (&edit);
}

/* --- The activity list ------------------------------------------------------------------------------------ */

/* NULL without an error: there is none. */
static DaybookRow *
read_activity (const DaybookSampleDesk  *desk,
               GError                  **error)
{
  g_autoptr(GPtrArray) all = daybook_reader_all (get_reader (desk), &daybook_activities, error);

  return all != NULL && all->len > 0 ? daybook_row_ref (g_ptr_array_index (all, 0)) : NULL;
}

/* The one that is on, or comes next. */
static const DaybookId *
campaign_of (GPtrArray *campaigns)
{
  for (guint i = 0; i < campaigns->len; i++)
    {
      const DaybookRow *campaign = g_ptr_array_index (campaigns, i);

      if (!daybook_row_has (campaign, DAYBOOK_CAMPAIGN_DONE_AT))
        return &campaign->id;
    }
  return NULL;
}

DaybookEdit *
daybook_sample_activity (DaybookSampleDesk  *desk,
                         guint               agent,
                         gint64              at,
                         GError            **error)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_customers);
  g_autoptr(GPtrArray) campaigns = daybook_reader_all (get_reader (desk), &daybook_campaigns, error);
  g_autoptr(DaybookActivityPeople) people = NULL;
  DaybookId phrase, id;

  if (campaigns == NULL)
    return NULL;

  daybook_query_add (query, DAYBOOK_CUSTOMER_GRADE, DAYBOOK_OP_GE, (const char *const[]) { ACTIVITY_WHERE, NULL });
  people = daybook_reader_activity_people (get_reader (desk), query, error);
  if (people == NULL || people->ids->len == 0)
    return NULL;

  daybook_phrase_starter_id (&phrase, ACTIVITY_PHRASE, daybook_language_here ());
  const DaybookActivityPlan plan = {
    .title = _("Winter teas: a word to each VIP"),
    .where = "grade >= " ACTIVITY_WHERE,
    .phrase = &phrase,
    .campaign = campaign_of (campaigns),
    .channel = DAYBOOK_CHANNEL_WECHAT,
  };
  return daybook_activity_act_new (desk->store, &plan, people, &id, error);
}

/* The next of the list; NULL without an error: there is none. */
static DaybookRow *
next_line (const DaybookSampleDesk  *desk,
           DaybookRow              **activity,
           GError                  **error)
{
  *activity = read_activity (desk, error);
  return *activity != NULL ? daybook_reader_activity_next (get_reader (desk), *activity, 0, error) : NULL;
}

DaybookEdit *
daybook_sample_tell_next (DaybookSampleDesk  *desk,
                          guint               agent,
                          gint64              at,
                          GError            **error)
{
  g_autoptr(DaybookRow) activity = NULL;
  g_autoptr(DaybookRow) line = next_line (desk, &activity, error);
  g_autoptr(DaybookRow) customer = line != NULL
    ? daybook_reader_find (get_reader (desk), &daybook_customers, daybook_row_ref_id (line, DAYBOOK_ACTIVITY_LINE_CUSTOMER), error) : NULL;
  g_autoptr(DaybookPhraseFilling) filling = customer != NULL ? daybook_activity_fill (desk->store, activity, customer, NULL, error) : NULL;

  return filling != NULL ? daybook_activity_act_sent (desk->store, activity, line, filling->text, error) : NULL;
}

DaybookEdit *
daybook_sample_skip_next (DaybookSampleDesk  *desk,
                          guint               agent,
                          gint64              at,
                          GError            **error)
{
  g_autoptr(DaybookRow) activity = NULL;
  g_autoptr(DaybookRow) line = next_line (desk, &activity, error);

  return line != NULL ? daybook_activity_act_leave (desk->store, line, DAYBOOK_ACTIVITY_SKIPPED, _("Was told yesterday on the phone"), error) : NULL;
}

/* --- Looks ------------------------------------------------------------------------------------------------- */

DaybookEdit *
daybook_sample_look (DaybookSampleDesk  *desk,
                     guint               agent,
                     gint64              at,
                     GError            **error)
{
  const DaybookLook look = {
    .agent = desk->agents[agent], .at = at, .how = DAYBOOK_REVEAL_WINDOW, .reason = _("The courier asks for the number"), .basis = DAYBOOK_BASIS_NONE,
  };
  g_autoptr(DaybookRow) order = daybook_sample_desk_order (desk, 0, at, error);
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);

  if (order == NULL)
    return NULL;

  daybook_reveal_add_field (edit, &look, &daybook_orders, &order->id, DAYBOOK_ORDER_PHONE);
  return g_steal_pointer (&edit);
}
