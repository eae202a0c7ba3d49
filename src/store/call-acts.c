/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/call-acts.h"

#include "core/case-event.h"
#include "core/mask.h"
#include "store/case-guard.h"
#include "store/case-write.h"
#include "store/due-acts.h"
#include "store/reader-private.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

static gboolean
is_case (const DaybookRow *row)
{
  return daybook_table_base (row->table) == &daybook_cases;
}

/* "R-A2031: Call-back". */
static char *
write_title (DaybookReader         *reader,
             const DaybookCallMade *made)
{
  DaybookMask mask = DAYBOOK_MASK_NONE;
  g_autofree char *full = is_case (made->of) ? g_strdup (daybook_row_text (made->of, DAYBOOK_CASE_NUMBER))
                                             : daybook_reader_title (reader, made->of, &mask);
  g_autofree char *name = daybook_mask (mask, full);
  const char *what = made->task != NULL ? daybook_row_text (made->task, DAYBOOK_TASK_TITLE)
                   : made->plan != NULL ? daybook_row_text (made->plan, DAYBOOK_CALL_PLAN_NAME) : _("Call-back");

  return g_strdup_printf ("%s: %s", *name != '\0' ? name : _(made->of->table->label), what);
}

/* --- A case that is not settled --------------------------------------------------------------- */

int
daybook_call_reopens_to (DaybookReader    *reader,
                         const DaybookRow *row)
{
  DaybookRegister *definition = is_case (row) && daybook_row_has (row, DAYBOOK_CASE_CLOSED_AT)
                                  ? daybook_reader_register (reader, daybook_row_text (row, DAYBOOK_CASE_REGISTER)) : NULL;
  int from = definition != NULL ? daybook_register_find_stage (definition, daybook_row_text (row, DAYBOOK_CASE_STAGE)) : -1;

  for (guint i = 0; from >= 0 && i < daybook_register_get_n_stages (definition); i++)
    if (!daybook_register_get_stage (definition, i)->ends && daybook_register_may_move (definition, (guint) from, i))
      return (int) i;

  return -1;
}

static gboolean
add_reopening (DaybookEdit       *edit,
               DaybookReader     *reader,
               const DaybookRow  *row,
               GError           **error)
{
  int stage = daybook_call_reopens_to (reader, row);
  g_autoptr(DaybookCaseDraft) draft = NULL;
  DaybookRegister *definition;

  if (stage < 0)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("This case cannot be opened again: begin a new one of its register."));
      return FALSE;
    }

  definition = daybook_reader_register (reader, daybook_row_text (row, DAYBOOK_CASE_REGISTER));
  draft = daybook_case_draft_of (definition, row, daybook_store_get_now (reader->store));
  daybook_case_draft_move (draft, (guint) stage);
  return daybook_reader_case_check (reader, definition, row, daybook_case_draft_row (draft), error)
         && daybook_reader_build_case (reader, draft, edit, error);
}

/* --- The act ------------------------------------------------------------------------------------ */

/* That the customer is not satisfied stands in the timeline: the case that is opened again forgets it (AS-08). */
static DaybookCallReport
report_of (const DaybookCallMade  *made,
           char                  **text)
{
  DaybookCallReport report = made->report;

  report.said_else = daybook_survey_is_said (&made->survey) || made->opinion != NULL
                     || (report.satisfied != DAYBOOK_ANSWER_UNKNOWN && made->plan != NULL);
  if (!made->reopens)
    return report;

  *text = report.text != NULL && *report.text != '\0' ? g_strdup_printf (_("Not settled, opened again: %s"), report.text)
                                                      : g_strdup (_("Not settled, opened again."));
  report.text = *text;
  report.satisfied = DAYBOOK_ANSWER_UNKNOWN;
  return report;
}

static gboolean
add_task (DaybookEdit            *edit,
          DaybookStore           *store,
          const DaybookCallMade  *made,
          const DaybookId        *id,
          GError                **error)
{
  const DaybookId *me = daybook_store_get_agent (store);
  gint64 now = daybook_store_get_now (store);
  g_autofree char *text = NULL;
  const DaybookCallReport report = report_of (made, &text);
  const DaybookCaseCall call = {
    .kind = DAYBOOK_TASK_CALL_BACK, .title = made->plan != NULL ? daybook_row_text (made->plan, DAYBOOK_CALL_PLAN_NAME) : _("Call-back"),
    .agent = me, .id = id, .plan = made->plan != NULL ? &made->plan->id : NULL,
  };

  return made->task != NULL ? daybook_case_call_report (edit, made->of, made->task, &report, me, now, error)
                            : daybook_case_call_made (edit, made->of, &call, &report, me, now, error);
}

static gboolean
add_said (DaybookEdit            *edit,
          DaybookStore           *store,
          const DaybookCallMade  *made,
          const DaybookId        *task,
          GError                **error)
{
  const DaybookId *me = daybook_store_get_agent (store);
  gint64 now = daybook_store_get_now (store);
  const DaybookCaseEvent opinion = { .kind = DAYBOOK_EVENT_OPINION, .text = made->opinion, .channel = DAYBOOK_CHANNEL_PHONE };
  DaybookSurveySaid survey = made->survey;
  DaybookId cases[DAYBOOK_SAID_N];

  if (made->report.outcome != DAYBOOK_CALL_REACHED)
    return TRUE;

  survey.task = task;
  survey.opinion = made->opinion;
  if (!daybook_said_cases_add (edit, store, made->of, made->becomes, cases, &survey, error))
    return FALSE;

  return (made->opinion == NULL || daybook_event_add (edit, made->of, &opinion, me, now, error))
         && (!daybook_survey_is_said (&survey) || daybook_survey_add (edit, made->of, &survey, me, now, NULL, error));
}

DaybookEdit *
daybook_call_act (DaybookStore           *store,
                  const DaybookCallMade  *made,
                  GError                **error)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  gint64 now = daybook_store_get_now (store);
  g_autofree char *title = write_title (reader, made);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));
  DaybookId fresh;
  const DaybookId *task = made->task != NULL ? &made->task->id : &fresh;

  daybook_id_fresh (&fresh, now * 1000);
  if (!add_task (edit, store, made, task, error) || !add_said (edit, store, made, task, error)
      || (made->item != NULL && !daybook_due_add_done (edit, reader, made->item, daybook_store_get_agent (store), now, error))
      || (made->reopens && !add_reopening (edit, reader, made->of, error)))
    return NULL;

  return g_steal_pointer (&edit);
}
