/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/day-words.h"

#include "store/day-words.h"
#include "store/days-ahead.h"

#include <glib/gi18n-lib.h>

void
daybook_day_today (DaybookDesk *desk,
                   GDate       *today)
{
  daybook_day_now (daybook_desk_get_store (desk), today);
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

char *
daybook_day_next_words (DaybookDesk      *desk,
                        const DaybookRow *customer)
{
  DaybookYearlyTime next;
  GDate today;
  g_autoptr(DaybookRow) day = NULL;

  daybook_day_today (desk, &today);
  day = daybook_reader_next_day (daybook_store_get_reader (daybook_desk_get_store (desk)), customer, &today, &next, NULL);
  return day != NULL ? daybook_day_announce (day, &today, &next.date) : NULL;
}
