/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/day-words.h"

#include <glib/gi18n-lib.h>

void
daybook_day_today (DaybookDesk *desk,
                   GDate       *today)
{
  DaybookStore *store = daybook_desk_get_store (desk);
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

const char *
daybook_day_greeting (DaybookDayKind kind)
{
  static const char *const WORDS[] = {
    /* Translators: words that stand in the title of a greeting for that day (data/phrases/congratulation.json). */
    [DAYBOOK_DAY_BIRTHDAY] = NC_("greeting", "birthday"),
    [DAYBOOK_DAY_CHILD] = NC_("greeting", "birthday"),
    [DAYBOOK_DAY_WEDDING] = NC_("greeting", "wedding"),
    [DAYBOOK_DAY_MATERNITY] = NC_("greeting", "new-born"),
    [DAYBOOK_DAY_FESTIVAL] = NC_("greeting", "festival"),
  };

  return (guint) kind < G_N_ELEMENTS (WORDS) && WORDS[kind] != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "greeting", WORDS[kind]) : "";
}
