/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/due.h"

#include "core/due-clock.h"
#include "core/moment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

void
daybook_due_terms_clear (DaybookDueTerms *terms)
{
  g_clear_pointer (&terms->open, daybook_calendar_unref);
  g_clear_pointer (&terms->always, daybook_calendar_unref);
  g_clear_pointer (&terms->zone, g_time_zone_unref);
  g_clear_pointer (&terms->calls, g_ptr_array_unref);
}

/* --- When ------------------------------------------------------------------------------ */

gboolean
daybook_due_is_stale (gint64 due,
                      gint64 as_of,
                      gint64 now)
{
  return as_of != 0 && due <= now && as_of < due;
}

DaybookDueState
daybook_due_state (const DaybookDue *due,
                   gint64            now)
{
  if (due->due == G_MAXINT64)
    return DAYBOOK_DUE_PAUSED;
  if (daybook_due_is_stale (due->due, due->as_of, now))
    return DAYBOOK_DUE_STALE;
  if (due->due <= now)
    return DAYBOOK_DUE_OVERDUE;

  return due->warn <= now ? DAYBOOK_DUE_SOON : DAYBOOK_DUE_LATER;
}

const char *
daybook_due_state_word (DaybookDueState state)
{
  static const char *const WORDS[] = { "overdue", "soon", "later", "paused", "stale" };

  return WORDS[state];
}

DaybookDueSection
daybook_due_section (gint64     due,
                     gint64     as_of,
                     gint64     now,
                     GTimeZone *zone)
{
  if (due == G_MAXINT64)
    return DAYBOOK_DUE_STANDING;
  if (daybook_due_is_stale (due, as_of, now))
    return DAYBOOK_DUE_UNSURE;
  if (due < daybook_moment_day (now, zone, 0))
    return DAYBOOK_DUE_LEFT_OVER;
  if (due <= now)
    return DAYBOOK_DUE_LATE;
  if (due <= now + HOUR)
    return DAYBOOK_DUE_NEXT_HOUR;

  return due <= daybook_moment_day (now, zone, 1) ? DAYBOOK_DUE_LATER_TODAY : DAYBOOK_DUE_FURTHER;
}

const char *
daybook_due_section_title (DaybookDueSection section)
{
  static const char *const TITLES[] = {
    NC_("due", "Left From Before"), NC_("due", "Overdue"), NC_("due", "Next Hour"), NC_("due", "Later Today"),
    NC_("due", "Soon"), NC_("due", "By an Old Export"), NC_("due", "Waiting for Others"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "due", TITLES[section]);
}

/* How long the clock would have run in pauses that are over. */
static gint64
count_paused (const DaybookCalendar *calendar,
              GTimeZone             *zone,
              gint64                 from,
              const GArray          *pauses)
{
  gint64 sum = 0;

  for (guint i = 0; pauses != NULL && i < pauses->len; i++)
    {
      const DaybookPause *pause = &g_array_index (pauses, DaybookPause, i);

      if (pause->to != G_MAXINT64)
        sum += daybook_calendar_between (calendar, zone, MAX (from, pause->from), pause->to);
    }
  return sum;
}

void
daybook_due_span (DaybookDue            *due,
                  const DaybookDueTerms *terms,
                  const DaybookLimit    *limit,
                  gint64                 from,
                  const GArray          *pauses)
{
  const DaybookCalendar *calendar = limit->hours == DAYBOOK_HOURS_SHOP ? terms->open : terms->always;
  DaybookClockLimit span = { from, limit->within, limit->warn };
  DaybookClock clock = daybook_clock_reckon (calendar, terms->zone, &span, pauses, from);

  due->due = clock.due;
  due->warn = clock.warn;
  due->began = from;
  due->within = limit->within;
  due->hours = limit->hours;
  due->paused = (guint) CLAMP (count_paused (calendar, terms->zone, from, pauses), 0, G_MAXUINT);
}

void
daybook_due_moment (DaybookDue            *due,
                    const DaybookDueTerms *terms,
                    DaybookRuleId          rule,
                    gint64                 moment)
{
  due->rule = rule;
  due->cycle = moment;
  due->due = moment;
  due->within = terms->rules.of[rule].within;
  due->warn = moment - due->within;
}

gint64
daybook_due_on_open_day (const DaybookDueTerms *terms,
                         DaybookRuleId          rule,
                         gint64                 from)
{
  gint64 day = daybook_moment_day (from, terms->zone, 0);

  while (TRUE)
    {
      gint64 open = daybook_calendar_next_open (terms->open, terms->zone, day);
      gint64 at = open != G_MAXINT64 ? daybook_moment_at (open, terms->zone, terms->rules.of[rule].at) : G_MAXINT64;

      if (at >= from)
        return at;
      day = daybook_moment_day (open, terms->zone, 1);
    }
}

/* --- Words ------------------------------------------------------------------------------ */

char *
daybook_due_span_words (gint64 seconds)
{
  gulong hours = (gulong) (seconds / HOUR), minutes = (gulong) (seconds % HOUR / MINUTE);

  if (seconds >= 2 * DAY && seconds % DAY == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu day", "%lu days", (gulong) (seconds / DAY)), (gulong) (seconds / DAY));
  if (hours == 0)
    /* Translators: minutes */
    return g_strdup_printf (_("%lu min"), minutes);
  if (minutes == 0)
    /* Translators: hours */
    return g_strdup_printf (_("%lu h"), hours);

  /* Translators: hours and minutes */
  return g_strdup_printf (_("%1$lu h %2$lu min"), hours, minutes);
}

/* In its largest unit alone: nobody counts the minutes of a day. */
static char *
rough_words (gint64 seconds)
{
  if (seconds >= 2 * DAY)
    seconds -= seconds % DAY;
  else if (seconds >= HOUR)
    seconds -= seconds % HOUR;
  else
    seconds = MAX (seconds, MINUTE);
  return daybook_due_span_words (seconds);
}

/* By DaybookWaits. */
static const char *const WAITS[] = {
  N_("Paused"), N_("Paused: the customer"), N_("Paused: the courier"), N_("Paused: the platform"),
  N_("Paused: another department"), N_("Paused"),
};

static char *
format_moment (gint64     moment,
               GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (moment);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  /* Translators: a day of the week, a date and a time, in the way of strftime: Fri 11-27 19:02 */
  return local != NULL ? g_date_time_format (local, C_("moment", "%a %m-%d %H:%M")) : g_strdup ("");
}

/* Translators: what stands before is “24 h of opening hours since Fri 11-27 19:02”; then how long. */
static char *
add_pause (const char   *span,
           const char   *length,
           DaybookWaits  waits)
{
  switch (waits)
    {
    case DAYBOOK_WAITS_FOR_CUSTOMER:
      return g_strdup_printf (_("%1$s, paused %2$s for the customer"), span, length);
    case DAYBOOK_WAITS_FOR_COURIER:
      return g_strdup_printf (_("%1$s, paused %2$s for the courier"), span, length);
    case DAYBOOK_WAITS_FOR_PLATFORM:
      return g_strdup_printf (_("%1$s, paused %2$s for the platform"), span, length);
    case DAYBOOK_WAITS_FOR_DEPARTMENT:
      return g_strdup_printf (_("%1$s, paused %2$s for another department"), span, length);
    case DAYBOOK_WAITS_FOR_SHOP:
    case DAYBOOK_WAITS_FOR_NOBODY:
    default:
      return g_strdup_printf (_("%1$s, paused %2$s"), span, length);
    }
}

/* Before what: a moment that people have set. */
static char *
explain_moment (const DaybookDue *due,
                GTimeZone        *zone)
{
  g_autofree char *at = format_moment (due->due, zone);
  g_autofree char *before = daybook_due_span_words (due->within);

  switch (due->rule)
    {
    case DAYBOOK_RULE_PROMISE:
      return g_strdup_printf (_("Promised to the customer for %1$s; near %2$s before."), at, before);
    case DAYBOOK_RULE_EXPECTED:
      return g_strdup_printf (_("The handler was given until %1$s; near %2$s before."), at, before);
    case DAYBOOK_RULE_DEADLINE:
      return g_strdup_printf (_("The platform’s deadline is %1$s; near %2$s before."), at, before);
    case DAYBOOK_RULE_CHORE:
      return g_strdup_printf (_("A chore for %1$s; near %2$s before."), at, before);
    case DAYBOOK_RULE_REVIEW_BY:
      return g_strdup_printf (_("What the article says was to hold until %1$s; near %2$s before."), at, before);
    default:
      return g_strdup_printf (_("Set for %1$s; near %2$s before."), at, before);
    }
}

static char *
explain_span (const DaybookDue *due,
              GTimeZone        *zone)
{
  g_autofree char *within = daybook_due_span_words (due->within);
  g_autofree char *began = format_moment (due->began, zone);
  g_autofree char *span = NULL;
  g_autofree char *paused = NULL;
  g_autofree char *at = NULL;

  span = g_strdup_printf (due->hours == DAYBOOK_HOURS_SHOP ? _("%1$s of opening hours since %2$s") : _("%1$s round the clock since %2$s"),
                          within, began);
  if (due->paused > 0)
    {
      g_autofree char *length = daybook_due_span_words (due->paused);

      paused = add_pause (span, length, due->waits);
    }
  if (due->due == G_MAXINT64)
    /* Translators: %s: “24 h of opening hours since Fri 11-27 19:02” */
    return g_strdup_printf (_("%s: the clock stands still."), paused != NULL ? paused : span);

  at = format_moment (due->due, zone);
  /* Translators: “24 h of opening hours since Fri 11-27 19:02”, and when that is over */
  return g_strdup_printf (_("%1$s: due %2$s."), paused != NULL ? paused : span, at);
}

/* As the rule itself says it. */
static char *
explain_by_rule (const DaybookDue *due,
                 GTimeZone        *zone)
{
  g_autofree char *began = format_moment (due->began, zone);
  g_autofree char *at = format_moment (due->due, zone);
  const char *pattern = _(daybook_rule_kind (due->rule)->explain);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (pattern, began, at);
#pragma GCC diagnostic pop
}

static char *
explain_arithmetic (const DaybookDue *due,
                    GTimeZone        *zone)
{
  if (daybook_rule_kind (due->rule)->explain != NULL)
    return explain_by_rule (due, zone);

  return due->began == 0 ? explain_moment (due, zone) : explain_span (due, zone);
}

char *
daybook_due_explain (const DaybookDue *due,
                     GTimeZone        *zone)
{
  g_autofree char *arithmetic = explain_arithmetic (due, zone);
  g_autofree char *as_of = NULL;

  if (due->as_of == 0)
    return g_steal_pointer (&arithmetic);

  as_of = format_moment (due->as_of, zone);
  /* Translators: why something on an order is due, and how old the platform's file is by which it is so. */
  return g_strdup_printf (_("%1$s The newest export of the order is of %2$s."), arithmetic, as_of);
}

char *
daybook_due_chip (const DaybookDue *due,
                  gint64            now,
                  GTimeZone        *zone)
{
  g_autofree char *off = NULL;

  switch (daybook_due_state (due, now))
    {
    case DAYBOOK_DUE_OVERDUE:
      off = rough_words (now - due->due);
      /* Translators: “2 h late” */
      return g_strdup_printf (_("%s late"), off);
    case DAYBOOK_DUE_SOON:
      off = rough_words (due->due - now);
      /* Translators: “25 min left” */
      return g_strdup_printf (_("%s left"), off);
    case DAYBOOK_DUE_PAUSED:
      return g_strdup (_(WAITS[due->waits]));
    case DAYBOOK_DUE_STALE:
      off = daybook_moment_format (due->as_of, now, zone);
      /* Translators: of something that rests on the platform's file of that time: “as of 09:12” */
      return g_strdup_printf (_("as of %s"), off);
    case DAYBOOK_DUE_LATER:
    default:
      return daybook_moment_format (due->due, now, zone);
    }
}

/* --- Keys --------------------------------------------------------------------------------- */

char *
daybook_due_key (DaybookRuleId    rule,
                 const DaybookId *row,
                 gint64           cycle)
{
  char id[DAYBOOK_ID_STRING_SIZE];

  daybook_id_print (row, id);
  return cycle == 0 ? g_strdup_printf ("%s:%s", daybook_rule_kind (rule)->key, id)
                    : g_strdup_printf ("%s:%s:%" G_GINT64_FORMAT, daybook_rule_kind (rule)->key, id, cycle);
}

gboolean
daybook_due_key_parse (const char     *text,
                       DaybookRuleId  *rule,
                       char          **row,
                       gint64         *cycle)
{
  g_auto(GStrv) parts = g_strsplit (text, ":", -1);
  guint n = g_strv_length (parts);
  int found = n >= 2 && n <= 3 ? daybook_rule_find (parts[0]) : -1;
  gint64 number = 0;

  if (found < 0 || *parts[1] == '\0' || (n == 3 && !g_ascii_string_to_signed (parts[2], 10, G_MININT64, G_MAXINT64, &number, NULL)))
    return FALSE;

  *rule = (DaybookRuleId) found;
  *row = g_strdup (parts[1]);
  *cycle = number;
  return TRUE;
}
