/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case-call.h"

#include "core/case-event.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"
#include "core/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_empty (const char *text)
{
  return text == NULL || strspn (text, " \t\n") == strlen (text);
}

/* A task that was planned, or (`task` is NULL) one that is made with what came of it. */
typedef struct
{
  DaybookEdit           *edit;
  const DaybookRow      *task;
  const DaybookCaseCall *fresh;
} Reported;

static gboolean
is_call (const Reported *self)
{
  return (self->task != NULL ? daybook_row_int (self->task, DAYBOOK_TASK_KIND) : self->fresh->kind) != DAYBOOK_TASK_TODO;
}

static gboolean
check (const Reported           *self,
       const DaybookCallReport  *report,
       gint64                    now,
       GError                  **error)
{
  const char *sentence = NULL;

  if (self->task != NULL && daybook_row_has (self->task, DAYBOOK_TASK_DONE_AT))
    sentence = _("This is done already.");
  else if (report->outcome == DAYBOOK_CALL_OPEN)
    sentence = _("Say whether the customer was reached.");
  else if (report->outcome == DAYBOOK_CALL_NOT_REACHED && report->again_at <= now)
    sentence = _("Say when it is tried again: a time that is still to come.");
  else if (report->outcome == DAYBOOK_CALL_GIVEN_UP && is_empty (report->text))
    sentence = _("Say why nobody calls any more.");
  else if (report->outcome == DAYBOOK_CALL_REACHED && is_call (self) && is_empty (report->answers) && is_empty (report->text) && !report->said_else)
    sentence = _("Write down what the customer said.");
  if (sentence == NULL)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

static void
add_line (GString    *text,
          const char *line)
{
  if (!is_empty (line))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* What stands in the timeline: "Reached", then what was said. */
static char *
write_event (const Reported          *self,
             const DaybookCallReport *report)
{
  GString *text = g_string_new (NULL);

  if (is_call (self))
    add_line (text, daybook_words_enum (&daybook_tasks.fields[DAYBOOK_TASK_OUTCOME], report->outcome));
  else
    add_line (text, daybook_row_text (self->task, DAYBOOK_TASK_TITLE));
  add_line (text, report->answers);
  add_line (text, report->text);
  return g_string_free (text, FALSE);
}

static void
set (DaybookEdit      *edit,
     const DaybookRow *row,
     guint             field,
     DaybookValue      value)
{
  daybook_edit_set (edit, row->table, &row->id, field, value);
}

static void
put (const Reported *self,
     guint           field,
     DaybookValue    value)
{
  if (self->task != NULL)
    set (self->edit, self->task, field, value);
  else
    daybook_edit_give (self->edit, field, value);
}

static void
put_answers (const Reported          *self,
             const DaybookCallReport *report)
{
  g_autoptr(GString) text = g_string_new (self->task != NULL ? daybook_row_text (self->task, DAYBOOK_TASK_ANSWERS) : NULL);

  add_line (text, report->answers);
  add_line (text, report->text);
  if (text->len > 0)
    put (self, DAYBOOK_TASK_ANSWERS, daybook_value_text (text->str));
}

/* Whoever is not reached is tried again. */
static void
put_outcome (const Reported          *self,
             const DaybookCallReport *report,
             gint64                   now)
{
  gint64 tries = self->task != NULL ? daybook_row_int (self->task, DAYBOOK_TASK_TRIES) : 0;

  if (is_call (self))
    put (self, DAYBOOK_TASK_OUTCOME, daybook_value_int (report->outcome));
  put_answers (self, report);
  if (report->outcome != DAYBOOK_CALL_NOT_REACHED)
    {
      put (self, DAYBOOK_TASK_DONE_AT, daybook_value_int (now));
      return;
    }

  put (self, DAYBOOK_TASK_DUE, daybook_value_int (report->again_at));
  put (self, DAYBOOK_TASK_TRIES, daybook_value_int (tries + 1));
}

void
daybook_case_first_call_id (DaybookId       *id,
                            const DaybookId *of)
{
  char text[DAYBOOK_ID_STRING_SIZE];
  const char *const parts[] = { text, "call_first" };

  daybook_id_print (of, text);
  daybook_id_derive (id, daybook_tasks.kind, parts, G_N_ELEMENTS (parts));
}

static void
give_place (DaybookEdit      *edit,
            const DaybookRow *of)
{
  const DaybookTable *base = of != NULL ? daybook_table_base (of->table) : NULL;
  gboolean is_case = base == &daybook_cases;

  if (is_case)
    daybook_edit_give (edit, DAYBOOK_TASK_CASE, daybook_value_id (&of->id));
  if (is_case || base == &daybook_orders)
    {
      daybook_edit_give (edit, DAYBOOK_TASK_ORDER, is_case ? daybook_value_copy (&of->values[DAYBOOK_CASE_ORDER]) : daybook_value_id (&of->id));
      daybook_edit_give (edit, DAYBOOK_TASK_CUSTOMER,
                         daybook_value_copy (&of->values[is_case ? DAYBOOK_CASE_CUSTOMER : DAYBOOK_ORDER_CUSTOMER]));
    }
  else if (base == &daybook_customers)
    daybook_edit_give (edit, DAYBOOK_TASK_CUSTOMER, daybook_value_id (&of->id));
  else if (base == &daybook_products)
    daybook_edit_give (edit, DAYBOOK_TASK_PRODUCT, daybook_value_id (&of->id));
}

void
daybook_case_call_add (DaybookEdit           *edit,
                       const DaybookRow      *of,
                       const DaybookCaseCall *call,
                       gint64                 now)
{
  DaybookId id;

  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, &daybook_tasks, call->id != NULL ? call->id : &id);
  daybook_edit_give (edit, DAYBOOK_TASK_KIND, daybook_value_int (call->kind));
  daybook_edit_give (edit, DAYBOOK_TASK_TITLE, daybook_value_text (call->title));
  give_place (edit, of);
  daybook_edit_give (edit, DAYBOOK_TASK_AGENT, daybook_value_id (call->agent));
  daybook_edit_give (edit, DAYBOOK_TASK_PLAN, daybook_value_id (call->plan));
  if (call->due != 0)
    daybook_edit_give (edit, DAYBOOK_TASK_DUE, daybook_value_int (call->due));
}

/* Of what is about nobody nothing stands in any timeline. */
static gboolean
add_event (const Reported           *self,
           const DaybookRow         *of,
           const DaybookCallReport  *report,
           const DaybookId          *agent,
           gint64                    now,
           GError                  **error)
{
  g_autofree char *text = write_event (self, report);
  const DaybookCaseEvent event = { .kind = is_call (self) ? DAYBOOK_EVENT_CALL : DAYBOOK_EVENT_NOTE, .text = text,
                                   .channel = is_call (self) ? DAYBOOK_CHANNEL_PHONE : DAYBOOK_CHANNEL_UNKNOWN };

  return of == NULL || daybook_event_add (self->edit, of, &event, agent, now, error);
}

static gboolean
write_report (const Reported           *self,
              const DaybookRow         *of,
              const DaybookCallReport  *report,
              const DaybookId          *agent,
              gint64                    now,
              GError                  **error)
{
  gboolean is_case = of != NULL && daybook_table_base (of->table) == &daybook_cases;

  if (!add_event (self, of, report, agent, now, error))
    return FALSE;

  if (self->task == NULL)
    daybook_case_call_add (self->edit, of, self->fresh, now);
  put_outcome (self, report, now);
  if (is_case && report->outcome == DAYBOOK_CALL_REACHED && report->satisfied != DAYBOOK_ANSWER_UNKNOWN)
    set (self->edit, of, DAYBOOK_CASE_SATISFIED, daybook_value_int (report->satisfied));
  return TRUE;
}

gboolean
daybook_case_call_report (DaybookEdit              *edit,
                          const DaybookRow         *of,
                          const DaybookRow         *task,
                          const DaybookCallReport  *report,
                          const DaybookId          *agent,
                          gint64                    now,
                          GError                  **error)
{
  const Reported self = { edit, task, NULL };

  return check (&self, report, now, error) && write_report (&self, of, report, agent, now, error);
}

gboolean
daybook_case_call_made (DaybookEdit              *edit,
                        const DaybookRow         *of,
                        const DaybookCaseCall    *call,
                        const DaybookCallReport  *report,
                        const DaybookId          *agent,
                        gint64                    now,
                        GError                  **error)
{
  const Reported self = { edit, NULL, call };

  return check (&self, report, now, error) && write_report (&self, of, report, agent, now, error);
}

void
daybook_case_call_drop (DaybookEdit      *edit,
                        const DaybookRow *task,
                        const char       *why,
                        gint64            now)
{
  const DaybookCallReport report = { .outcome = DAYBOOK_CALL_GIVEN_UP, .text = why };
  const Reported self = { edit, task, NULL };

  put (&self, DAYBOOK_TASK_OUTCOME, daybook_value_int (DAYBOOK_CALL_GIVEN_UP));
  put_answers (&self, &report);
  put (&self, DAYBOOK_TASK_DONE_AT, daybook_value_int (now));
}
