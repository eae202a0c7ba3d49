/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/survey.h"

#include "core/customer.h"
#include "core/error.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

const char *
daybook_survey_question (guint i)
{
  static const char *const QUESTIONS[DAYBOOK_SURVEY_N_QUESTIONS] = {
    N_("Was it easy to reach us?"), N_("Were we friendly?"), N_("Did we know what to do?"), N_("Is it well now?"),
  };

  return _(QUESTIONS[i]);
}

gboolean
daybook_survey_is_said (const DaybookSurveySaid *said)
{
  for (guint i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    if (said->stars[i] != 0)
      return TRUE;

  return FALSE;
}

static gboolean
check (const DaybookSurveySaid  *said,
       GError                  **error)
{
  if (!daybook_survey_is_said (said))
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("Give stars to at least one of the questions."));
      return FALSE;
    }
  for (guint i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    if (said->stars[i] > DAYBOOK_SURVEY_MOST)
      {
        g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("A question is answered with one to five stars, not with %u."), said->stars[i]);
        return FALSE;
      }
  return TRUE;
}

/* Of whom it is. */
static void
give_place (DaybookEdit      *edit,
            const DaybookRow *of)
{
  const DaybookTable *base = daybook_table_base (of->table);

  if (base == &daybook_cases)
    {
      daybook_edit_give (edit, DAYBOOK_SURVEY_CASE, daybook_value_id (&of->id));
      daybook_edit_give (edit, DAYBOOK_SURVEY_ORDER, daybook_value_copy (&of->values[DAYBOOK_CASE_ORDER]));
      daybook_edit_give (edit, DAYBOOK_SURVEY_CUSTOMER, daybook_value_copy (&of->values[DAYBOOK_CASE_CUSTOMER]));
    }
  else if (base == &daybook_orders)
    {
      daybook_edit_give (edit, DAYBOOK_SURVEY_ORDER, daybook_value_id (&of->id));
      daybook_edit_give (edit, DAYBOOK_SURVEY_CUSTOMER, daybook_value_copy (&of->values[DAYBOOK_ORDER_CUSTOMER]));
    }
  else if (base == &daybook_customers)
    daybook_edit_give (edit, DAYBOOK_SURVEY_CUSTOMER, daybook_value_id (&of->id));
}

/* Who had served them where nobody says: of a case whoever had the last word, of an order whoever sold it. */
static DaybookValue
served_of (const DaybookRow        *of,
           const DaybookSurveySaid *said)
{
  const DaybookTable *base = daybook_table_base (of->table);

  if (said->served != NULL)
    return daybook_value_id (said->served);
  if (base == &daybook_cases)
    return daybook_value_copy (&of->values[daybook_row_has (of, DAYBOOK_CASE_HANDLER) ? DAYBOOK_CASE_HANDLER : DAYBOOK_CASE_OWNER]);
  if (base == &daybook_orders)
    return daybook_value_copy (&of->values[DAYBOOK_ORDER_AGENT]);

  return (DaybookValue) DAYBOOK_VALUE_INIT;
}

gboolean
daybook_survey_add (DaybookEdit              *edit,
                    const DaybookRow         *of,
                    const DaybookSurveySaid  *said,
                    const DaybookId          *agent,
                    gint64                    now,
                    DaybookId                *id,
                    GError                  **error)
{
  DaybookId fresh;

  if (!check (said, error))
    return FALSE;

  daybook_id_fresh (&fresh, now * 1000);
  if (id != NULL)
    *id = fresh;
  daybook_edit_create (edit, &daybook_surveys, &fresh);
  give_place (edit, of);
  daybook_edit_give (edit, DAYBOOK_SURVEY_TASK, daybook_value_id (said->task));
  daybook_edit_give (edit, DAYBOOK_SURVEY_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_SURVEY_AGENT, daybook_value_id (agent));
  daybook_edit_give (edit, DAYBOOK_SURVEY_SERVED, served_of (of, said));
  daybook_edit_give (edit, DAYBOOK_SURVEY_CHANNEL, daybook_value_int (said->channel));
  for (guint i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    if (said->stars[i] != 0)
      daybook_edit_give (edit, DAYBOOK_SURVEY_QUESTION (i), daybook_value_int (said->stars[i]));
  if (said->opinion != NULL && *said->opinion != '\0')
    daybook_edit_give (edit, DAYBOOK_SURVEY_OPINION, daybook_value_text (said->opinion));
  daybook_edit_give (edit, DAYBOOK_SURVEY_COMPLAINT, daybook_value_id (said->complaint));
  daybook_edit_give (edit, DAYBOOK_SURVEY_SUGGESTION, daybook_value_id (said->suggestion));
  return TRUE;
}

/* --- What was said ---------------------------------------------------------------------------- */

void
daybook_survey_read (const DaybookRow  *survey,
                     DaybookSurveySaid *said)
{
  *said = (DaybookSurveySaid) {
    .opinion = daybook_row_has (survey, DAYBOOK_SURVEY_OPINION) ? daybook_row_text (survey, DAYBOOK_SURVEY_OPINION) : NULL,
    .task = daybook_row_ref_id (survey, DAYBOOK_SURVEY_TASK),
    .served = daybook_row_ref_id (survey, DAYBOOK_SURVEY_SERVED),
    .complaint = daybook_row_ref_id (survey, DAYBOOK_SURVEY_COMPLAINT),
    .suggestion = daybook_row_ref_id (survey, DAYBOOK_SURVEY_SUGGESTION),
    .channel = (DaybookChannel) daybook_row_int (survey, DAYBOOK_SURVEY_CHANNEL),
  };
  for (guint i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    said->stars[i] = (guint) CLAMP (daybook_row_int (survey, DAYBOOK_SURVEY_QUESTION (i)), 0, DAYBOOK_SURVEY_MOST);
}

double
daybook_survey_said_average (const DaybookSurveySaid *said)
{
  guint sum = 0, n = 0;

  for (guint i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    {
      sum += said->stars[i];
      n += said->stars[i] != 0;
    }
  return n > 0 ? (double) sum / n : 0;
}

double
daybook_survey_average (const DaybookRow *survey)
{
  DaybookSurveySaid said;

  daybook_survey_read (survey, &said);
  return daybook_survey_said_average (&said);
}

gboolean
daybook_survey_is_low (const DaybookSurveySaid *said)
{
  double average = daybook_survey_said_average (said);
  guint result = said->stars[DAYBOOK_SURVEY_RESULT - DAYBOOK_SURVEY_QUESTION (0)];

  return (average > 0 && average < DAYBOOK_SURVEY_LOW) || (result > 0 && result <= DAYBOOK_SURVEY_FEW);
}

char *
daybook_survey_write (const DaybookSurveySaid *said)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    if (said->stars[i] != 0)
      {
        g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d star", "%d stars", (gulong) said->stars[i]), said->stars[i]);

        g_string_append_printf (text, "%s%s %s", text->len > 0 ? "\n" : "", daybook_survey_question (i), count);
      }
  if (said->opinion != NULL && *said->opinion != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", said->opinion);
  return g_string_free (text, FALSE);
}
