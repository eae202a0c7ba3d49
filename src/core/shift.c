/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/shift.h"

#include "core/fields.h"
#include "core/opening.h"

static const char *const DAYS[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* A shift without hours is none. */
static gboolean
check_week (const char  *text,
            GError     **error)
{
  g_autoptr(DaybookCalendar) calendar = daybook_opening_calendar (text, NULL, error);

  return calendar != NULL;
}

static const DaybookField FIELDS[] = {
  [DAYBOOK_SHIFT_TEMPLATE_DELETED] = DELETED_FIELD,
  [DAYBOOK_SHIFT_TEMPLATE_NAME] = { "name", N_("Name"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_SHIFT_TEMPLATE_WEEK] = { "week", N_("Week"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_MULTILINE, .check = check_week },
};

const DaybookTable daybook_shift_templates = {
  "shift_template", "shift_templates", N_("Shift"), N_("Shifts"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_SHIFT_TEMPLATE_NAME, -1,
};

DaybookCalendar *
daybook_shift_template_calendar (const DaybookRow  *row,
                                 GError           **error)
{
  return daybook_opening_calendar (daybook_row_text (row, DAYBOOK_SHIFT_TEMPLATE_WEEK), NULL, error);
}

/* (transfer full) */
static char *
spans_of (const DaybookRow *row,
          const char       *day)
{
  g_auto(GStrv) spans = daybook_opening_spans (daybook_row_text (row, DAYBOOK_SHIFT_TEMPLATE_WEEK), day);

  return spans != NULL ? g_strjoinv (", ", spans) : g_strdup ("");
}

char *
daybook_shift_template_spans (const DaybookRow *row)
{
  g_autofree char *first = spans_of (row, DAYS[0]);

  for (guint i = 1; i < G_N_ELEMENTS (DAYS); i++)
    {
      g_autofree char *other = spans_of (row, DAYS[i]);

      if (!g_str_equal (other, first))
        return NULL;
    }
  return g_steal_pointer (&first);
}

char *
daybook_shift_template_daily (const char *spans)
{
  g_auto(GStrv) read = daybook_opening_read_spans (spans);
  char *week = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (DAYS); i++)
    {
      char *longer = daybook_opening_say (week, DAYS[i], (const char *const *) read);

      g_free (week);
      week = longer;
    }
  return week;
}
