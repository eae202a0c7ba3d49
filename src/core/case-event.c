/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case-event.h"

#include "core/customer.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A call or parcel may speak for itself; all else is words, or an amount. */
static gboolean
needs_text (DaybookEventKind kind)
{
  return kind != DAYBOOK_EVENT_CALL && kind != DAYBOOK_EVENT_GOODS && kind != DAYBOOK_EVENT_MONEY && kind != DAYBOOK_EVENT_MERGED;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || strspn (text, " \t\n") == strlen (text);
}

/* Whether whoever takes it on can reach the customer (IN-10). */
static gboolean
has_contact (const DaybookRow       *row,
             const DaybookCaseEvent *event)
{
  return !is_empty (event->contact) || daybook_row_has (row, DAYBOOK_CASE_CUSTOMER)
         || !is_empty (daybook_row_text (row, DAYBOOK_CASE_CONTACT)) || daybook_row_has (row, DAYBOOK_CASE_ORDER);
}

static gboolean
check (const DaybookRow        *row,
       const DaybookCaseEvent  *event,
       GError                 **error)
{
  const char *sentence = NULL;

  if (needs_text (event->kind) && is_empty (event->text))
    sentence = _("Nothing was written.");
  else if (event->kind == DAYBOOK_EVENT_MONEY && event->amount == 0)
    sentence = _("Say which amount was moved.");
  else if (event->kind == DAYBOOK_EVENT_BOTH && is_empty (event->reference))
    sentence = _("Say with the number of the other case which one is meant as well.");
  else if (event->kind == DAYBOOK_EVENT_ESCALATED && !has_contact (row, event))
    sentence = _("Say how the customer is reached: whoever takes the case on has to know.");
  else if (event->kind == DAYBOOK_EVENT_ESCALATED && event->to != NULL && event->promised_at == 0)
    sentence = _("Say by when an answer is expected of whoever takes the case on.");
  if (sentence == NULL)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

static void
give_moment (DaybookEdit *edit,
             guint        field,
             gint64       moment)
{
  if (moment != 0)
    daybook_edit_give (edit, field, daybook_value_int (moment));
}

static void
create (DaybookEdit            *edit,
        const DaybookRow       *row,
        const DaybookCaseEvent *event,
        const DaybookId        *agent,
        gint64                  now)
{
  DaybookId id;

  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, &daybook_events, &id);
  daybook_edit_give (edit, DAYBOOK_EVENT_CASE, daybook_value_id (&row->id));
  daybook_edit_give (edit, DAYBOOK_EVENT_ORDER, daybook_value_copy (&row->values[DAYBOOK_CASE_ORDER]));
  daybook_edit_give (edit, DAYBOOK_EVENT_CUSTOMER, daybook_value_copy (&row->values[DAYBOOK_CASE_CUSTOMER]));
  daybook_edit_give (edit, DAYBOOK_EVENT_KIND, daybook_value_int (event->kind));
  daybook_edit_give (edit, DAYBOOK_EVENT_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_EVENT_AGENT, daybook_value_id (agent));
  daybook_edit_give (edit, DAYBOOK_EVENT_TO, daybook_value_id (event->to));
  daybook_edit_give (edit, DAYBOOK_EVENT_CHANNEL, daybook_value_int (event->channel));
  daybook_edit_give (edit, DAYBOOK_EVENT_TEXT, daybook_value_text (event->text));
  daybook_edit_give (edit, DAYBOOK_EVENT_CONTACT, daybook_value_text (is_empty (event->contact) ? NULL : event->contact));
  give_moment (edit, DAYBOOK_EVENT_PROMISED_AT, event->promised_at);
  daybook_edit_give (edit, DAYBOOK_EVENT_REFERENCE, daybook_value_text (event->reference));
  if (event->kind != DAYBOOK_EVENT_MONEY)
    return;

  daybook_edit_give (edit, DAYBOOK_EVENT_AMOUNT, daybook_value_int (event->amount));
  daybook_edit_give (edit, DAYBOOK_EVENT_CURRENCY, daybook_value_copy (&row->values[DAYBOOK_CASE_CURRENCY]));
  daybook_edit_give (edit, DAYBOOK_EVENT_WAY, daybook_value_int (event->way));
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
escalate (DaybookEdit            *edit,
          const DaybookRow       *row,
          const DaybookCaseEvent *event)
{
  set (edit, row, DAYBOOK_CASE_LEVEL, daybook_value_int (daybook_row_int (row, DAYBOOK_CASE_LEVEL) + 1));
  if (!is_empty (event->contact))
    set (edit, row, DAYBOOK_CASE_CONTACT, daybook_value_text (event->contact));
  if (event->to == NULL)
    return;

  set (edit, row, DAYBOOK_CASE_NEED, daybook_value_text (event->text));
  set (edit, row, DAYBOOK_CASE_EXPECTED_AT, daybook_value_int (event->promised_at));
  set (edit, row, DAYBOOK_CASE_HANDLER, daybook_value_id (event->to));
}

gboolean
daybook_case_event_add (DaybookEdit             *edit,
                        const DaybookRow        *row,
                        const DaybookCaseEvent  *event,
                        const DaybookId         *agent,
                        gint64                   now,
                        GError                 **error)
{
  if (!check (row, event, error))
    return FALSE;

  create (edit, row, event, agent, now);
  if (event->kind == DAYBOOK_EVENT_TOLD && event->promised_at != 0)
    set (edit, row, DAYBOOK_CASE_PROMISED_AT, daybook_value_int (event->promised_at));
  else if (event->kind == DAYBOOK_EVENT_ESCALATED)
    escalate (edit, row, event);
  else if (event->kind == DAYBOOK_EVENT_SENT_BACK)
    set (edit, row, DAYBOOK_CASE_RESULT_REVIEW, daybook_value_int (DAYBOOK_RESULT_SENT_BACK));
  return TRUE;
}

/* The row itself, or what it says of it (`from`). */
static void
give_ref (DaybookEdit      *edit,
          guint             field,
          const DaybookRow *of,
          int               from)
{
  if (from >= 0)
    daybook_edit_give (edit, field, daybook_value_copy (&of->values[from]));
  else
    daybook_edit_give (edit, field, daybook_value_id (&of->id));
}

gboolean
daybook_event_add (DaybookEdit             *edit,
                   const DaybookRow        *of,
                   const DaybookCaseEvent  *event,
                   const DaybookId         *agent,
                   gint64                   now,
                   GError                 **error)
{
  const DaybookTable *base = daybook_table_base (of->table);
  DaybookId id;

  if (base == &daybook_cases)
    return daybook_case_event_add (edit, of, event, agent, now, error);
  if (base != &daybook_orders && base != &daybook_customers)
    return TRUE;

  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, &daybook_events, &id);
  if (base == &daybook_orders)
    give_ref (edit, DAYBOOK_EVENT_ORDER, of, -1);
  give_ref (edit, DAYBOOK_EVENT_CUSTOMER, of, base == &daybook_orders ? DAYBOOK_ORDER_CUSTOMER : -1);
  daybook_edit_give (edit, DAYBOOK_EVENT_KIND, daybook_value_int (event->kind));
  daybook_edit_give (edit, DAYBOOK_EVENT_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_EVENT_AGENT, daybook_value_id (agent));
  daybook_edit_give (edit, DAYBOOK_EVENT_CHANNEL, daybook_value_int (event->channel));
  daybook_edit_give (edit, DAYBOOK_EVENT_TEXT, daybook_value_text (event->text));
  give_moment (edit, DAYBOOK_EVENT_PROMISED_AT, event->promised_at);
  return TRUE;
}
