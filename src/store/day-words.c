/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/day-words.h"

#include "core/customer.h"
#include "core/mask.h"
#include "store/store.h"

#include <glib/gi18n-lib.h>

char *
daybook_day_who (DaybookReader    *reader,
                 const DaybookRow *day)
{
  const DaybookId *id = daybook_row_ref_id (day, DAYBOOK_REMEMBERED_CUSTOMER);
  g_autoptr(DaybookRow) customer = id != NULL ? daybook_reader_find (reader, &daybook_customers, id, NULL) : NULL;
  DaybookMask mask = DAYBOOK_MASK_NONE;
  g_autofree char *full = customer != NULL ? daybook_reader_title (reader, customer, &mask) : g_strdup ("");

  return daybook_mask (mask, full);
}

char *
daybook_day_tell (const DaybookRow        *day,
                  const DaybookYearlyTime *time)
{
  DaybookYearlyDay yearly;
  g_autofree char *age = daybook_remembered_day_age (day, time);
  const char *moved = daybook_moved_words (time->moved);
  g_autofree char *date = daybook_date_words (&time->date);
  g_autofree char *words = NULL;
  g_autofree char *when = NULL;
  g_autofree char *all = NULL;

  daybook_remembered_day_of (day, &yearly);
  words = daybook_yearly_day_words (&yearly);
  /* Translators: a day that comes each year, and the date on which it comes next. */
  when = g_strdup_printf (_("%1$s, on %2$s"), words, date);
  /* Translators: the same, and how old somebody gets then; or without that. */
  all = age != NULL ? g_strdup_printf (_("%1$s; %2$s."), when, age) : g_strdup_printf (_("%s."), when);
  return moved != NULL ? g_strjoin (" ", all, moved, NULL) : g_steal_pointer (&all);
}

char *
daybook_day_explain (DaybookReader *reader,
                     gint64         rowid,
                     int            cycle)
{
  g_autoptr(DaybookRow) row = daybook_reader_row (reader, &daybook_remembered_days, rowid, NULL);
  DaybookYearlyTime time;
  g_autofree char *told = NULL;

  if (row == NULL || !daybook_remembered_day_in (row, cycle, &time))
    return NULL;

  told = daybook_day_tell (row, &time);
  /* Translators: what a day is, and when: “Birthday: 3 May 1990, on Sun 3 May 2026; turns 36.” */
  return g_strdup_printf (_("%1$s: %2$s"), daybook_remembered_day_name (row), told);
}

void
daybook_day_now (DaybookStore *store,
                 GDate        *today)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (daybook_store_get_now (store));
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, daybook_store_get_zone (store));

  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay) g_date_time_get_day_of_month (local), (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
}

char *
daybook_day_until (const GDate *today,
                   const GDate *date)
{
  gint days = g_date_days_between (today, date);

  if (days == 0)
    return g_strdup (C_("day", "today"));
  if (days == 1)
    return g_strdup (C_("day", "tomorrow"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d day", "in %d days", (gulong) days), days);
}

char *
daybook_day_announce (const DaybookRow *day,
                      const GDate      *today,
                      const GDate      *date)
{
  g_autofree char *until = daybook_day_until (today, date);

  /* Translators: a day to remember, and when it is: “Birthday in 12 days”, “Wedding tomorrow”. */
  return g_strdup_printf (C_("day", "%1$s %2$s"), daybook_remembered_day_name (day), until);
}

const char *
daybook_day_calendar (const DaybookRow *day)
{
  return daybook_row_int (day, DAYBOOK_REMEMBERED_LUNAR) != 0 ? C_("calendar", "Lunar") : C_("calendar", "Solar");
}
