/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/retention.h"

#include <glib/gi18n-lib.h>

static const DaybookKeepKind KINDS[DAYBOOK_N_KEEPS] = {
  [DAYBOOK_KEEP_SOURCE] = {
    "source", "keep-source", N_("Rows of imported files"),
    N_("Of orders and entries older than this, or without a date, the row as it stood in the file. What was read of it stays."),
    DAYBOOK_KEEP_IN_DAYS, DAYBOOK_KEEP_FOR_GOOD, DAYBOOK_RIGHT_SETTINGS,
  },
  [DAYBOOK_KEEP_PROBLEMS] = {
    "problems", "keep-problems", N_("Rows that were not imported"),
    N_("So long after the import they can still be saved, to be corrected."),
    DAYBOOK_KEEP_IN_DAYS, DAYBOOK_KEEP_FOR_GOOD, DAYBOOK_RIGHT_SETTINGS,
  },
  [DAYBOOK_KEEP_VIRTUAL] = {
    "virtual", "keep-virtual", N_("Virtual numbers"),
    N_("Numbers of platforms, so long after they stopped being valid."),
    DAYBOOK_KEEP_IN_DAYS, DAYBOOK_KEEP_TRASH, DAYBOOK_RIGHT_SETTINGS,
  },
  [DAYBOOK_KEEP_REVEALS] = {
    "reveals", "keep-reveals", N_("Log of who saw what"),
    N_("It holds who, when, which row and why, never what was seen."),
    DAYBOOK_KEEP_IN_YEARS, DAYBOOK_KEEP_FOR_GOOD, DAYBOOK_RIGHT_OWNERS,
  },
  [DAYBOOK_KEEP_CUSTOMERS] = {
    "customers", "keep-customers", N_("Customers who have not come again"),
    N_("Of who has bought nothing for so long, was not spoken to, has nothing open and no VIP grade: name, phone, address and e-mail "
       "stay with stars in them, in the history too. Nicks, figures and what you wrote stay. A file that says them again brings them "
       "back until the next day."),
    DAYBOOK_KEEP_IN_YEARS, DAYBOOK_KEEP_MASKED, DAYBOOK_RIGHT_OWNERS,
  },
};

const DaybookKeepKind *
daybook_keep_kind (DaybookKeep keep)
{
  return &KINDS[keep];
}

int
daybook_keep_find (const char *word)
{
  for (int i = 0; i < DAYBOOK_N_KEEPS; i++)
    if (g_str_equal (KINDS[i].word, word))
      return i;

  return -1;
}

const DaybookKeepKind *
daybook_keep_of_setting (const char *setting)
{
  for (int i = 0; i < DAYBOOK_N_KEEPS; i++)
    if (g_strcmp0 (KINDS[i].setting, setting) == 0)
      return &KINDS[i];

  return NULL;
}

guint
daybook_keep_read (const char *setting)
{
  guint64 number;

  return g_ascii_string_to_unsigned (setting, 10, 1, DAYBOOK_KEEP_MOST, &number, NULL) ? (guint) number : 0;
}

gint64
daybook_keep_before (const DaybookKeepKind *kind,
                     guint                  number,
                     gint64                 now,
                     GTimeZone             *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autoptr(GDateTime) day = NULL;
  g_autoptr(GDateTime) then = NULL;

  if (number == 0)
    return 0;

  day = g_date_time_new (zone, g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local), 0, 0, 0);
  then = kind->unit == DAYBOOK_KEEP_IN_YEARS ? g_date_time_add_years (day, -(int) number) : g_date_time_add_days (day, -(int) number);
  return then != NULL ? g_date_time_to_unix (then) : 0;
}

char *
daybook_keep_describe (const DaybookKeepKind *kind,
                       guint                  number)
{
  if (number == 0)
    return g_strdup (_("for ever"));
  if (kind->unit == DAYBOOK_KEEP_IN_YEARS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u year", "%u years", number), number);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", number), number);
}
