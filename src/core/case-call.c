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

static gboolean
is_call (const DaybookRow *task)
{
  return daybook_row_int (task, DAYBOOK_TASK_KIND) != DAYBOOK_TASK_TODO;
}

static gboolean
check (const DaybookRow         *task,
       const DaybookCallReport  *report,
       gint64                    now,
       GError                  **error)
{
  const char *sentence = NULL;

  if (daybook_row_has (task, DAYBOOK_TASK_DONE_AT))
    sentence = _("This is done already.");
  else if (report->outcome == DAYBOOK_CALL_OPEN)
    sentence = _("Say whether the customer was reached.");
  else if (report->outcome == DAYBOOK_CALL_NOT_REACHED && report->again_at <= now)
    sentence = _("Say when it is tried again: a time that is still to come.");
  else if (report->outcome == DAYBOOK_CALL_GIVEN_UP && is_empty (report->text))
    sentence = _("Say why nobody calls any more.");
  else if (report->outcome == DAYBOOK_CALL_REACHED && is_call (task) && is_empty (report->answers) && is_empty (report->text))
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
write_event (const DaybookRow        *task,
             const DaybookCallReport *report)
{
  GString *text = g_string_new (NULL);

  if (is_call (task))
    add_line (text, daybook_words_enum (&daybook_tasks.fields[DAYBOOK_TASK_OUTCOME], report->outcome));
  else
    add_line (text, daybook_row_text (task, DAYBOOK_TASK_TITLE));
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
set_answers (DaybookEdit             *edit,
             const DaybookRow        *task,
             const DaybookCallReport *report)
{
  g_autoptr(GString) text = g_string_new (daybook_row_text (task, DAYBOOK_TASK_ANSWERS));

  add_line (text, report->answers);
  add_line (text, report->text);
  if (text->len > 0)
    set (edit, task, DAYBOOK_TASK_ANSWERS, daybook_value_text (text->str));
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
  if (call->due != 0)
    daybook_edit_give (edit, DAYBOOK_TASK_DUE, daybook_value_int (call->due));
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
  g_autofree char *text = write_event (task, report);
  const DaybookCaseEvent event = { .kind = is_call (task) ? DAYBOOK_EVENT_CALL : DAYBOOK_EVENT_NOTE, .text = text,
                                   .channel = is_call (task) ? DAYBOOK_CHANNEL_PHONE : DAYBOOK_CHANNEL_UNKNOWN };

  if (!check (task, report, now, error) || (of != NULL && !daybook_case_event_add (edit, of, &event, agent, now, error)))
    return FALSE;

  if (is_call (task))
    set (edit, task, DAYBOOK_TASK_OUTCOME, daybook_value_int (report->outcome));
  set_answers (edit, task, report);
  if (report->outcome == DAYBOOK_CALL_NOT_REACHED)
    set (edit, task, DAYBOOK_TASK_DUE, daybook_value_int (report->again_at));
  else
    set (edit, task, DAYBOOK_TASK_DONE_AT, daybook_value_int (now));
  if (of != NULL && report->outcome == DAYBOOK_CALL_REACHED && report->satisfied != DAYBOOK_ANSWER_UNKNOWN)
    set (edit, of, DAYBOOK_CASE_SATISFIED, daybook_value_int (report->satisfied));
  return TRUE;
}

void
daybook_case_call_drop (DaybookEdit      *edit,
                        const DaybookRow *task,
                        const char       *why,
                        gint64            now)
{
  const DaybookCallReport report = { .text = why };

  set (edit, task, DAYBOOK_TASK_OUTCOME, daybook_value_int (DAYBOOK_CALL_GIVEN_UP));
  set_answers (edit, task, &report);
  set (edit, task, DAYBOOK_TASK_DONE_AT, daybook_value_int (now));
}
