/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case-hands.h"

#include "core/event.h"

#include <glib/gi18n-lib.h>

static gboolean
is_handed (const DaybookRow *row)
{
  return daybook_row_has (row, DAYBOOK_CASE_HANDLER)
         && !daybook_value_equal (&row->values[DAYBOOK_CASE_HANDLER], &row->values[DAYBOOK_CASE_OWNER]);
}

DaybookHands
daybook_case_in_hands (const DaybookRow *row)
{
  switch (daybook_row_int (row, DAYBOOK_CASE_RESULT_REVIEW))
    {
    case DAYBOOK_RESULT_TO_REVIEW:
      return DAYBOOK_HANDS_TO_REVIEW;
    case DAYBOOK_RESULT_SENT_BACK:
      return DAYBOOK_HANDS_SENT_BACK;
    case DAYBOOK_RESULT_ACCEPTED:
      return DAYBOOK_HANDS_ACCEPTED;
    default:
      return is_handed (row) ? DAYBOOK_HANDS_GIVEN : DAYBOOK_HANDS_OWN;
    }
}

gboolean
daybook_case_may_review (const DaybookRow *row,
                         const DaybookId  *agent)
{
  const DaybookId *handler = daybook_row_ref_id (row, DAYBOOK_CASE_HANDLER);

  return !is_handed (row) || daybook_id_is_null (agent) || !daybook_id_equal (handler, agent);
}

const DaybookRow *
daybook_case_open_question (GPtrArray *events)
{
  for (guint i = events->len; i > 0; i--)
    {
      const DaybookRow *event = g_ptr_array_index (events, i - 1);
      gint64 kind = daybook_row_int (event, DAYBOOK_EVENT_KIND);

      if (kind == DAYBOOK_EVENT_HEARD)
        return NULL;
      if (kind == DAYBOOK_EVENT_QUESTION)
        return event;
    }

  return NULL;
}

void
daybook_case_ask_anew (DaybookCaseDraft *draft)
{
  daybook_case_draft_set (draft, DAYBOOK_CASE_NEED, (DaybookValue) DAYBOOK_VALUE_INIT);
  daybook_case_draft_set (draft, DAYBOOK_CASE_EXPECTED_AT, (DaybookValue) DAYBOOK_VALUE_INIT);
  daybook_case_draft_set (draft, DAYBOOK_CASE_RESULT_REVIEW, daybook_value_int (DAYBOOK_RESULT_NONE));
}

gboolean
daybook_case_check_hand_on (const DaybookRow  *row,
                            gint64             now,
                            GError           **error)
{
  const char *sentence = NULL;

  if (!daybook_row_has (row, DAYBOOK_CASE_HANDLER))
    sentence = _("Say to whom the case is given.");
  else if (!is_handed (row))
    return TRUE;
  else if (*daybook_row_text (row, DAYBOOK_CASE_NEED) == '\0' || !daybook_row_has (row, DAYBOOK_CASE_EXPECTED_AT))
    sentence = _("Whoever is given a case is told what is required, and by when it is expected.");
  else if (daybook_row_int (row, DAYBOOK_CASE_EXPECTED_AT) <= now)
    sentence = _("The time by which it is expected is over already. Choose one that is still to come.");
  if (sentence == NULL)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, sentence);
  return FALSE;
}
