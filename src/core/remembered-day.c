/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/remembered-day.h"

#include "core/fields.h"
#include "core/words.h"

static const DaybookWord KIND_WORDS[] = {
  [DAYBOOK_DAY_BIRTHDAY] = WORD ("birthday", "day", "Birthday"),
  [DAYBOOK_DAY_CHILD] = WORD ("child", "day", "Child’s birthday"),
  [DAYBOOK_DAY_WEDDING] = WORD ("wedding", "day", "Wedding"),
  [DAYBOOK_DAY_MATERNITY] = WORD ("maternity", "day", "Child expected"),
  [DAYBOOK_DAY_ANNIVERSARY] = WORD ("anniversary", "day", "Anniversary"),
  [DAYBOOK_DAY_FESTIVAL] = WORD ("festival", "day", "Festival"),
  [DAYBOOK_DAY_OTHER] = WORD ("other", "day", "Other"),
  { NULL, NULL, NULL },
};

static const DaybookField FIELDS[] = {
  [DAYBOOK_REMEMBERED_DELETED] = DELETED_FIELD,
  [DAYBOOK_REMEMBERED_CUSTOMER] = { "customer", N_("Customer"), REF (REGISTER, "customer"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REMEMBERED_KIND] = { "kind", N_("Kind"), ENUM (REGISTER, KIND_WORDS) },
  [DAYBOOK_REMEMBERED_NAME] = { "name", N_("Name"), TEXT (REGISTER) },
  [DAYBOOK_REMEMBERED_LUNAR] = { "lunar", N_("Lunar calendar"), BOOL (REGISTER) },
  [DAYBOOK_REMEMBERED_YEAR] = { "year", N_("Year"), INT (REGISTER) },
  [DAYBOOK_REMEMBERED_MONTH] = { "month", N_("Month"), INT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REMEMBERED_DAY] = { "day", N_("Day"), INT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REMEMBERED_LEAP] = { "leap", N_("Leap month"), BOOL (REGISTER) },
  [DAYBOOK_REMEMBERED_AHEAD] = { "ahead", N_("Days ahead"), INT (REGISTER) },
  [DAYBOOK_REMEMBERED_ONCE] = { "once", N_("Once only"), BOOL (REGISTER) },
  [DAYBOOK_REMEMBERED_NOTE] = { "note", N_("Note"), TEXT (TEXT), .flags = DAYBOOK_FIELD_MULTILINE },
};

const DaybookTable daybook_remembered_days = {
  "remembered_day", "remembered_days", N_("Day to remember"), N_("Days to remember"),
  FIELDS, G_N_ELEMENTS (FIELDS), DAYBOOK_REMEMBERED_CUSTOMER, DAYBOOK_REMEMBERED_NAME, -1,
};

void
daybook_remembered_day_of (const DaybookRow *row,
                           DaybookYearlyDay *day)
{
  *day = (DaybookYearlyDay) {
    .lunar = daybook_row_int (row, DAYBOOK_REMEMBERED_LUNAR) != 0,
    .year = (int) daybook_row_int (row, DAYBOOK_REMEMBERED_YEAR),
    .month = (guint) daybook_row_int (row, DAYBOOK_REMEMBERED_MONTH),
    .day = (guint) daybook_row_int (row, DAYBOOK_REMEMBERED_DAY),
    .leap = daybook_row_int (row, DAYBOOK_REMEMBERED_LEAP) != 0,
  };
}

/* Another laptop's Daybook may have let through what this one does not know. */
static gboolean
read_day (const DaybookRow *row,
          DaybookYearlyDay *day)
{
  daybook_remembered_day_of (row, day);
  return daybook_yearly_day_check (day, NULL);
}

static gboolean
is_once (const DaybookRow       *row,
         const DaybookYearlyDay *day)
{
  return daybook_row_int (row, DAYBOOK_REMEMBERED_ONCE) != 0 && day->year != 0;
}

gboolean
daybook_remembered_day_next (const DaybookRow  *row,
                             const GDate       *from,
                             DaybookYearlyTime *next)
{
  DaybookYearlyDay day;

  return read_day (row, &day) && daybook_yearly_day_next (&day, from, next) && (!is_once (row, &day) || next->cycle == day.year);
}

gboolean
daybook_remembered_day_in (const DaybookRow  *row,
                           int                cycle,
                           DaybookYearlyTime *time)
{
  DaybookYearlyDay day;

  return read_day (row, &day) && (!is_once (row, &day) || cycle == day.year) && daybook_yearly_day_in (&day, cycle, time);
}

const char *
daybook_remembered_day_name (const DaybookRow *row)
{
  const char *name = daybook_row_text (row, DAYBOOK_REMEMBERED_NAME);

  return *name != '\0' ? name : daybook_words_enum (&FIELDS[DAYBOOK_REMEMBERED_KIND], daybook_row_int (row, DAYBOOK_REMEMBERED_KIND));
}

char *
daybook_remembered_day_age (const DaybookRow        *row,
                            const DaybookYearlyTime *time)
{
  gint64 kind = daybook_row_int (row, DAYBOOK_REMEMBERED_KIND);
  gulong n = (gulong) MAX (time->nth, 0);

  if (time->nth <= 0)
    return NULL;
  if (kind == DAYBOOK_DAY_BIRTHDAY || kind == DAYBOOK_DAY_CHILD)
    /* Translators: of whoever has the birthday. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "turns %lu", "turns %lu", n), n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu year", "%lu years", n), n);
}

gboolean
daybook_remembered_day_check (const DaybookYearlyDay  *day,
                              gboolean                 once,
                              gint64                   ahead,
                              GError                 **error)
{
  if (!daybook_yearly_day_check (day, error))
    return FALSE;
  if (once && day->year == 0)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("What comes once only needs its year."));
      return FALSE;
    }
  if (ahead > DAYBOOK_REMEMBERED_MOST_AHEAD)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("A day is told at most %d days ahead."), DAYBOOK_REMEMBERED_MOST_AHEAD);
      return FALSE;
    }
  return TRUE;
}
