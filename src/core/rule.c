/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rule.h"

#include "core/calendar.h"
#include "core/campaign.h"
#include "core/case.h"
#include "core/due-order.h"
#include "core/error.h"
#include "core/fields.h"
#include "core/register.h"
#include "core/remembered-day.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* --- What a shop says --------------------------------------------------------------- */

static gboolean
check_within (const char  *text,
              GError     **error)
{
  guint seconds;

  if (daybook_span_parse (text, &seconds))
    return TRUE;

  /* Whoever gives a rule no time wants it never to warn. */
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
               _("“%s” is no time such as 30min, 24h or 3d, at most a year. A rule that is not wanted is switched off."), text);
  return FALSE;
}

static gboolean
check_at (const char  *text,
          GError     **error)
{
  if (daybook_wall_time_parse (text) >= 0)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("“%s” is no time of day such as 09:00 or 16:30."), text);
  return FALSE;
}

static gboolean
check_key (const char  *text,
           GError     **error)
{
  if (daybook_rule_find (text) >= 0)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("There is no rule “%s”."), text);
  return FALSE;
}

static const DaybookField FIELDS[] = {
  [DAYBOOK_RULE_ROW_DELETED] = DELETED_FIELD,
  [DAYBOOK_RULE_ROW_KEY] = { "key", N_("Rule"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED, .check = check_key },
  [DAYBOOK_RULE_ROW_USED] = { "used", N_("In use"), ENUM (REGISTER, daybook_answer_words) },
  [DAYBOOK_RULE_ROW_WITHIN] = { "within", N_("Time"), TEXT (REGISTER), .check = check_within },
  [DAYBOOK_RULE_ROW_NUMBER] = { "number", N_("Number"), INT (REGISTER) },
  [DAYBOOK_RULE_ROW_AT] = { "at", N_("Time of day"), TEXT (REGISTER), .check = check_at },
};

const DaybookTable daybook_rules = {
  "rule", "rules", N_("Rule"), N_("Rules"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_RULE_ROW_KEY, -1,
};

void
daybook_rule_row_id (DaybookId  *id,
                     const char *key)
{
  daybook_id_derive (id, daybook_rules.kind, &key, 1);
}

/* --- The rules that there are --------------------------------------------------------- */

static const DaybookRuleKind KINDS[DAYBOOK_N_RULES] = {
  [DAYBOOK_RULE_RESPOND] = {
    "respond", N_("Answer the customer"), N_("The customer is answered within the time of the register."), DAYBOOK_RULE_SWITCHED,
  },
  [DAYBOOK_RULE_RESOLVE] = {
    "resolve", N_("Close the case"), N_("The case is closed within the time of the register."), DAYBOOK_RULE_SWITCHED,
  },
  [DAYBOOK_RULE_STEP] = {
    "step", N_("Next step"), N_("The case leaves its stage within the time of the stage."), DAYBOOK_RULE_SWITCHED,
  },
  [DAYBOOK_RULE_PROMISE] = {
    "promise", N_("Promise"), N_("The customer hears from us by the time that was promised."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_BEFORE, 30 * MINUTE,
  },
  [DAYBOOK_RULE_EXPECTED] = {
    "expected", N_("Answer of the handler"), N_("Who was given a case answers by the time that was asked for."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_BEFORE, HOUR,
  },
  [DAYBOOK_RULE_DEADLINE] = {
    "deadline", N_("Platform’s deadline"), N_("The platform decides by itself when its deadline has passed."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_BEFORE, DAY,
  },
  [DAYBOOK_RULE_TASK] = {
    "task", N_("Task"), N_("Calls and tasks are done by their time."), DAYBOOK_RULE_BEFORE, 15 * MINUTE,
  },
  [DAYBOOK_RULE_CHORE] = {
    "chore", N_("Chore"), N_("What comes again is done by its time."), DAYBOOK_RULE_BEFORE, HOUR,
  },
  [DAYBOOK_RULE_CALL_BACK] = {
    "call_back", N_("Call-back"), N_("Customers are called as the call-back plans say: on a day that the shop opens, by this time."),
    DAYBOOK_RULE_AT, .at = 17 * 60,
    .explain = N_("Counted from %1$s; the call is due %2$s."),
  },
  [DAYBOOK_RULE_UNPAID] = {
    "unpaid", N_("Not paid"), N_("Whoever has ordered and not paid is asked, the same day, whether something is in the way."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_AFTER, .within = 30 * MINUTE, .facts = DAYBOOK_FACT_UNPAID, .lasts = 3 * DAY,
    /* Translators: this and the next: two moments, such as “Fri 11-27 19:02”. */
    .explain = N_("Ordered %1$s and not paid: due %2$s."),
  },
  [DAYBOOK_RULE_UNSHIPPED] = {
    "unshipped", N_("Not shipped"), N_("What is paid goes with the next courier: the time of day at which the courier collects, and how long before it is near."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_AT | DAYBOOK_RULE_BEFORE, .within = 2 * HOUR, .at = 16 * 60, .facts = DAYBOOK_FACT_PAID, .lasts = 30 * DAY,
    .explain = N_("Paid %1$s; the courier collects %2$s."),
  },
  [DAYBOOK_RULE_UNTRACKED] = {
    "untracked", N_("No tracking number"), N_("What was shipped yesterday has a tracking number by this time of day."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_AT, .at = 10 * 60, .facts = DAYBOOK_FACT_SHIPPED | DAYBOOK_FACT_TRACKING, .lasts = 15 * DAY,
    .explain = N_("Shipped %1$s without a tracking number: due %2$s."),
  },
  [DAYBOOK_RULE_TRACE] = {
    "trace", N_("Look up parcels"), N_("Each tracking number of the day before is looked up by this time of day; what does not move is asked of the courier."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_AT, .at = 11 * 60,
    .facts = DAYBOOK_FACT_SHIPPED | DAYBOOK_FACT_SHIPPED_AT | DAYBOOK_FACT_TRACKING, .lasts = 7 * DAY,
    .explain = N_("The parcels of the day that began %1$s are looked up by %2$s."),
  },
  [DAYBOOK_RULE_CONFIRM] = {
    "confirm", N_("Confirms by itself"), N_("The platform ends an order so many days after it was shipped, though nobody has seen it arrive: extend the receipt before."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_COUNTED | DAYBOOK_RULE_BEFORE, .within = 2 * DAY, .number = 10, .least = 1, .most = 90,
    .facts = DAYBOOK_FACT_SHIPPED | DAYBOOK_FACT_SHIPPED_AT | DAYBOOK_FACT_CONFIRMS, .lasts = DAY,
    .explain = N_("Shipped %1$s; the platform confirms it by itself %2$s."),
  },
  [DAYBOOK_RULE_TELL] = {
    "tell", N_("Tell that it was sent"), N_("The customer is sent the tracking number; most platforms do so by themselves."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_AFTER | DAYBOOK_RULE_OFF, .within = 2 * HOUR,
    .facts = DAYBOOK_FACT_SHIPPED | DAYBOOK_FACT_SHIPPED_AT | DAYBOOK_FACT_TRACKING, .lasts = 2 * DAY,
    .explain = N_("Shipped %1$s; the customer is told by %2$s."),
  },
  [DAYBOOK_RULE_NO_AGENT] = {
    "no_agent", N_("Orders without a name"), N_("Before the month ends each order has the name of whoever sold it: on its last day, by this time."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_AT, .at = 15 * 60, .facts = DAYBOOK_FACT_AGENT, .lasts = 15 * DAY,
    .explain = N_("Orders since %1$s have no name; the month is counted %2$s."),
  },
  [DAYBOOK_RULE_STOCK] = {
    "stock", N_("Little is left"), N_("Of what is for sale less than so many are left: count the real stock and tell the others."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_COUNTED | DAYBOOK_RULE_AFTER, .within = HOUR, .number = 10, .least = 1, .most = 9999, .facts = DAYBOOK_FACT_STOCK,
    .explain = N_("By the list of %1$s little is left: due %2$s."),
  },
  [DAYBOOK_RULE_STALE] = {
    "stale", N_("Orders are old"), N_("The newest export of each platform is not older than this: what rests on an old one is not sure."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_AFTER, .within = DAY, .lasts = 30 * DAY,
    .explain = N_("The newest export is of %1$s; another one was due %2$s."),
  },
  [DAYBOOK_RULE_GRADE_1] = {
    "vip_1", N_("VIP 1"), N_("Customers of this grade are answered in so much of the time, in percent."), DAYBOOK_RULE_COUNTED, 0, 75, 1, 100,
  },
  [DAYBOOK_RULE_GRADE_2] = {
    "vip_2", N_("VIP 2"), N_("Customers of this grade are answered in so much of the time, in percent."), DAYBOOK_RULE_COUNTED, 0, 50, 1, 100,
  },
  [DAYBOOK_RULE_GRADE_3] = {
    "vip_3", N_("VIP 3"), N_("Customers of this grade are answered in so much of the time, in percent."), DAYBOOK_RULE_COUNTED, 0, 33, 1, 100,
  },
  [DAYBOOK_RULE_VIP_CONTACT] = {
    "vip_contact", N_("Keep in touch"), N_("A customer hears from the shop as often as is said of them or of their VIP grade."), DAYBOOK_RULE_SWITCHED,
    /* Translators: two moments. */
    .explain = N_("The last contact was %1$s; the next one is due %2$s."),
  },
  [DAYBOOK_RULE_REVIEW_BY] = {
    "review_by", N_("Review the article"), N_("What an article says is looked at before its review is over: by whoever keeps it, else by the owner."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_BEFORE, 7 * DAY,
  },
  [DAYBOOK_RULE_DAY] = {
    "day", N_("Day to remember"),
    N_("Customers are congratulated on their day: the time of day, and so many days ahead on which it is told, where the day itself does not say."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_COUNTED | DAYBOOK_RULE_AT, .number = 3, .least = 0, .most = DAYBOOK_REMEMBERED_MOST_AHEAD, .at = 10 * 60,
    .lasts = 3 * DAY,
    .explain = N_("Told since %1$s; the day is %2$s."),
  },
  [DAYBOOK_RULE_CAMPAIGN] = {
    "campaign", N_("Campaign begins"),
    N_("What is planned is ready on its first day, by this time; and so many days ahead on which it is told, where the campaign itself does not say."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_COUNTED | DAYBOOK_RULE_AT, .number = 7, .least = 0, .most = DAYBOOK_CAMPAIGN_MOST_AHEAD, .at = 9 * 60,
    .lasts = 3 * DAY,
    .explain = N_("Told since %1$s; it begins %2$s."),
  },
  [DAYBOOK_RULE_CAMPAIGN_END] = {
    "campaign_end", N_("Campaign ends"),
    N_("On the last day of a campaign, by this time: prices, pictures and texts go back to what they were."),
    DAYBOOK_RULE_SWITCHED | DAYBOOK_RULE_AT, .at = 18 * 60, .lasts = 3 * DAY,
    .explain = N_("It began %1$s; its last day is over %2$s."),
  },
};

const DaybookRuleKind *
daybook_rule_kind (DaybookRuleId id)
{
  return &KINDS[id];
}

int
daybook_rule_find (const char *key)
{
  for (int i = 0; i < DAYBOOK_N_RULES; i++)
    if (g_str_equal (KINDS[i].key, key))
      return i;

  return -1;
}

/* --- In force -------------------------------------------------------------------------- */

void
daybook_rules_init (DaybookRules *rules)
{
  for (guint i = 0; i < DAYBOOK_N_RULES; i++)
    rules->of[i] = (DaybookRule) { (KINDS[i].parts & DAYBOOK_RULE_OFF) == 0, KINDS[i].within, KINDS[i].number, KINDS[i].at };
}

void
daybook_rules_say (DaybookRules       *rules,
                   const char         *key,
                   gint64              used,
                   const char         *within,
                   const DaybookValue *number,
                   const char         *at)
{
  int id = daybook_rule_find (key);
  int minutes = at != NULL ? daybook_wall_time_parse (at) : -1;
  guint seconds;

  if (id < 0)
    return;

  if ((KINDS[id].parts & DAYBOOK_RULE_SWITCHED) != 0 && used != DAYBOOK_ANSWER_UNKNOWN)
    rules->of[id].used = used == DAYBOOK_ANSWER_YES;
  if ((KINDS[id].parts & (DAYBOOK_RULE_BEFORE | DAYBOOK_RULE_AFTER)) != 0 && within != NULL && daybook_span_parse (within, &seconds))
    rules->of[id].within = seconds;
  if (number->type == DAYBOOK_VALUE_INT && daybook_rule_check ((DaybookRuleId) id, number->number, NULL))
    rules->of[id].number = (guint) number->number;
  if ((KINDS[id].parts & DAYBOOK_RULE_AT) != 0 && minutes >= 0)
    rules->of[id].at = (guint) minutes;
}

gboolean
daybook_rule_is_follow_up (DaybookRuleId id)
{
  return id >= DAYBOOK_RULE_UNPAID && id <= DAYBOOK_RULE_STALE;
}

gboolean
daybook_rule_check (DaybookRuleId   id,
                    gint64          number,
                    GError        **error)
{
  const DaybookRuleKind *kind = &KINDS[id];

  if ((kind->parts & DAYBOOK_RULE_COUNTED) != 0 && number >= kind->least && number <= kind->most)
    return TRUE;

  if ((kind->parts & DAYBOOK_RULE_COUNTED) == 0)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("The rule “%s” takes no number."), _(kind->label));
  else
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                 /* Translators: a rule, and the smallest and largest number that it takes. */
                 _("“%s” takes a number from %u to %u."), _(kind->label), kind->least, kind->most);
  return FALSE;
}
