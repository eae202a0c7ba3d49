/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/recurrence.h"

#include "core/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define JULIAN_1970 719163
#define MOST_WEEKS 52
#define LAST_WORD "last"

static const char *const WEEKDAYS[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* By DaybookRecurClosed. */
static const char *const CLOSED[] = { "", "open-only", "open-before", "open-after" };

/* --- Reading ----------------------------------------------------------------------------- */

static gboolean
read_number (const char *text,
             guint       least,
             guint       most,
             guint      *number)
{
  guint64 read;

  if (!g_ascii_string_to_unsigned (text, 10, least, most, &read, NULL))
    return FALSE;

  *number = (guint) read;
  return TRUE;
}

/* "18:00", "9:30" */
static gboolean
read_time (const char *text,
           int        *minutes)
{
  g_auto(GStrv) parts = g_strsplit (text, ":", -1);
  guint hour, minute;

  if (g_strv_length (parts) != 2 || strlen (parts[0]) > 2 || strlen (parts[1]) != 2
      || !read_number (parts[0], 0, 23, &hour) || !read_number (parts[1], 0, 59, &minute))
    return FALSE;

  *minutes = (int) (hour * 60 + minute);
  return TRUE;
}

static gboolean
read_weekdays (const char *text,
               guint      *weekdays)
{
  g_auto(GStrv) parts = g_strsplit (text, ",", -1);

  *weekdays = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint day = 0;

      while (day < G_N_ELEMENTS (WEEKDAYS) && !g_str_equal (parts[i], WEEKDAYS[day]))
        day++;
      if (day == G_N_ELEMENTS (WEEKDAYS))
        return FALSE;
      *weekdays |= 1u << day;
    }
  return *weekdays != 0;
}

static gboolean
read_days (const char *text,
           guint      *days)
{
  g_auto(GStrv) parts = g_strsplit (text, ",", -1);

  *days = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint day = 0;

      if (!g_str_equal (parts[i], LAST_WORD) && !read_number (parts[i], 1, 31, &day))
        return FALSE;
      *days |= 1u << day;
    }
  return *days != 0;
}

static gboolean
read_date (const char *text,
           gint64     *day)
{
  g_auto(GStrv) parts = g_strsplit (text, "-", -1);
  guint year, month, number;
  GDate date;

  if (g_strv_length (parts) != 3 || !read_number (parts[0], 1970, 9999, &year) || !read_number (parts[1], 1, 12, &month)
      || !read_number (parts[2], 1, 31, &number) || !g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  *day = (gint64) g_date_get_julian (&date) - JULIAN_1970;
  return TRUE;
}

/* What stands before the time; how many words of it, 0: nothing that can be read. */
static guint
read_days_of (char              **words,
              guint               n,
              DaybookRecurrence  *self)
{
  if (n >= 1 && g_str_equal (words[0], "daily"))
    {
      self->kind = DAYBOOK_RECUR_DAILY;
      return 1;
    }
  if (n >= 2 && g_str_equal (words[0], "weekly") && read_weekdays (words[1], &self->weekdays))
    {
      self->kind = DAYBOOK_RECUR_WEEKLY;
      return 2;
    }
  if (n >= 2 && g_str_equal (words[0], "monthly") && read_days (words[1], &self->days))
    {
      self->kind = DAYBOOK_RECUR_MONTHLY;
      return 2;
    }
  if (n >= 5 && g_str_equal (words[0], "every") && g_str_equal (words[2], "weeks") && g_str_equal (words[3], "from")
      && read_number (words[1], 1, MOST_WEEKS, &self->weeks) && read_date (words[4], &self->first))
    {
      self->kind = DAYBOOK_RECUR_EVERY;
      return 5;
    }
  return 0;
}

static gboolean
read_closed (const char         *word,
             DaybookRecurClosed *closed)
{
  for (guint i = DAYBOOK_CLOSED_SKIP; i < G_N_ELEMENTS (CLOSED); i++)
    if (g_str_equal (word, CLOSED[i]))
      {
        *closed = (DaybookRecurClosed) i;
        return TRUE;
      }
  return FALSE;
}

/* The words of the text, without blanks, small. (transfer full) */
static char **
split (const char *text)
{
  g_autofree char *small = g_ascii_strdown (text, -1);
  g_auto(GStrv) all = g_strsplit_set (small, " \t\n", -1);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_strv_builder_add (words, all[i]);
  return g_strv_builder_end (words);
}

gboolean
daybook_recurrence_parse (const char         *text,
                          DaybookRecurrence  *self,
                          GError            **error)
{
  g_auto(GStrv) words = split (text);
  DaybookRecurrence read = { 0 };
  guint n = g_strv_length (words), at = read_days_of (words, n, &read);

  if (at > 0 && at < n && read_time (words[at], &read.minutes)
      && (n == at + 1 || (n == at + 2 && read_closed (words[at + 1], &read.closed))))
    {
      *self = read;
      return TRUE;
    }

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
               /* Translators: what stands in quotes is written just so in every language. */
               _("“%s” does not say how often. Write it as “daily 18:00”, “weekly sun 14:30”, “monthly 1,16 10:00”, "
                 "“monthly last 17:00” or “every 2 weeks from 2026-11-29 14:30”."), text);
  return FALSE;
}

/* --- Writing -------------------------------------------------------------------------------- */

static char *
print_weekdays (guint weekdays)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (WEEKDAYS); i++)
    if ((weekdays & 1u << i) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", WEEKDAYS[i]);
  return g_string_free (text, FALSE);
}

static char *
print_days (guint       days,
            const char *between,
            const char *last)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; i <= 31; i++)
    if ((days & 1u << i) != 0)
      g_string_append_printf (text, "%s%u", text->len > 0 ? between : "", i);
  if ((days & 1u) != 0 && last != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", last);
  return g_string_free (text, FALSE);
}

static char *
print_date (gint64 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + JULIAN_1970));
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

char *
daybook_recurrence_print (const DaybookRecurrence *self)
{
  g_autofree char *days = NULL;
  g_autofree char *when = NULL;

  if (self->kind == DAYBOOK_RECUR_DAILY)
    when = g_strdup ("daily");
  else if (self->kind == DAYBOOK_RECUR_WEEKLY)
    {
      days = print_weekdays (self->weekdays);
      when = g_strconcat ("weekly ", days, NULL);
    }
  else if (self->kind == DAYBOOK_RECUR_MONTHLY)
    {
      days = print_days (self->days, ",", LAST_WORD);
      when = g_strconcat ("monthly ", days, NULL);
    }
  else
    {
      days = print_date (self->first);
      when = g_strdup_printf ("every %u weeks from %s", self->weeks, days);
    }
  return g_strdup_printf ("%s %02d:%02d%s%s", when, self->minutes / 60, self->minutes % 60, self->closed != DAYBOOK_CLOSED_ANYWAY ? " " : "",
                          CLOSED[self->closed]);
}

/* --- In people's words ------------------------------------------------------------------------ */

/* "Mon, Sun"; 1970-01-05 was a Monday. */
static char *
name_weekdays (guint weekdays)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < (int) G_N_ELEMENTS (WEEKDAYS); i++)
    if ((weekdays & 1u << i) != 0)
      {
        g_autoptr(GDateTime) day = g_date_time_new_utc (1970, 1, 5 + i, 0, 0, 0);
        g_autofree char *name = g_date_time_format (day, "%a");

        /* Translators: between the days of a list */
        g_string_append_printf (text, "%s%s", text->len > 0 ? C_("days", ", ") : "", name);
      }
  return g_string_free (text, FALSE);
}

static char *
say_month (const DaybookRecurrence *self,
           const char              *time)
{
  g_autofree char *days = print_days (self->days, C_("days", ", "), NULL);

  if (*days == '\0')
    /* Translators: %s: a time of the day */
    return g_strdup_printf (_("Last day of the month at %s"), time);
  if ((self->days & 1u) != 0)
    /* Translators: numbers of days of a month, and a time of the day */
    return g_strdup_printf (_("Day %1$s and last day of the month at %2$s"), days, time);

  /* Translators: numbers of days of a month, and a time of the day */
  return g_strdup_printf (_("Day %1$s of the month at %2$s"), days, time);
}

static char *
say_when (const DaybookRecurrence *self)
{
  g_autofree char *time = g_strdup_printf ("%02d:%02d", self->minutes / 60, self->minutes % 60);
  g_autofree char *days = NULL;

  switch (self->kind)
    {
    case DAYBOOK_RECUR_WEEKLY:
      days = name_weekdays (self->weekdays);
      /* Translators: days of the week, and a time of the day */
      return g_strdup_printf (_("Every %1$s at %2$s"), days, time);
    case DAYBOOK_RECUR_MONTHLY:
      return say_month (self, time);
    case DAYBOOK_RECUR_EVERY:
      days = print_date (self->first);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every %1$u week from %2$s at %3$s", "Every %1$u weeks from %2$s at %3$s", self->weeks),
                              self->weeks, days, time);
    case DAYBOOK_RECUR_DAILY:
    default:
      /* Translators: %s: a time of the day */
      return g_strdup_printf (_("Every day at %s"), time);
    }
}

char *
daybook_recurrence_words (const DaybookRecurrence *self)
{
  g_autofree char *when = say_when (self);

  switch (self->closed)
    {
    case DAYBOOK_CLOSED_SKIP:
      /* Translators: %s: “Every day at 18:00” */
      return g_strdup_printf (_("%s, when the shop is open"), when);
    case DAYBOOK_CLOSED_BEFORE:
      return g_strdup_printf (_("%s, else on the open day before"), when);
    case DAYBOOK_CLOSED_AFTER:
      return g_strdup_printf (_("%s, else on the next open day"), when);
    case DAYBOOK_CLOSED_ANYWAY:
    default:
      return g_steal_pointer (&when);
    }
}
