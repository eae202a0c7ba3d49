/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/box-acts.h"

#include "core/case-event.h"
#include "core/case.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

/* "Box SF1234567890123: R-A1001" */
static DaybookEdit *
new_edit (const char      *number,
          const char      *what,
          const DaybookId *agent)
{
  /* Translators: the title of an act: a parcel’s number, and what became of it. */
  g_autofree char *title = g_strdup_printf (_("Box %1$s: %2$s"), number, what);

  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, agent);
}

/* The case's timeline has it, too. */
static void
tell_case (DaybookEdit      *edit,
           const DaybookRow *to,
           const char       *number,
           const char       *received,
           const DaybookId  *agent,
           gint64            now)
{
  const DaybookCaseEvent event = {
    .kind = DAYBOOK_EVENT_GOODS,
    .text = received != NULL && *received != '\0' ? received : NULL,
    .reference = number,
  };

  /* A parcel speaks for itself: nothing can be missing. */
  daybook_case_event_add (edit, to, &event, agent, now, NULL);
}

static void
create (DaybookEdit             *edit,
        const DaybookParcelFind *find,
        const DaybookRow        *to,
        const char              *remark,
        const DaybookId         *agent,
        gint64                   now)
{
  const DaybookRow *order = find->orders->len == 1 ? g_ptr_array_index (find->orders, 0) : NULL;
  DaybookId id;

  daybook_box_id (&id, find->number);
  daybook_edit_create (edit, &daybook_boxes, &id);
  daybook_edit_give (edit, DAYBOOK_BOX_NUMBER, daybook_value_text (find->number));
  daybook_edit_give (edit, DAYBOOK_BOX_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_BOX_AGENT, daybook_value_id (agent));
  daybook_edit_give (edit, DAYBOOK_BOX_STATE, daybook_value_int (to != NULL ? DAYBOOK_BOX_MATCHED : DAYBOOK_BOX_WAITING));
  daybook_edit_give (edit, DAYBOOK_BOX_CASE, daybook_value_id (to != NULL ? &to->id : NULL));
  daybook_edit_give (edit, DAYBOOK_BOX_ORDER, to != NULL ? daybook_value_copy (&to->values[DAYBOOK_CASE_ORDER])
                                                        : daybook_value_id (order != NULL ? &order->id : NULL));
  daybook_edit_give (edit, DAYBOOK_BOX_REMARK, daybook_value_text (remark));
}

static void
set_match (DaybookEdit      *edit,
           const DaybookRow *box,
           const DaybookRow *to)
{
  daybook_edit_set (edit, &daybook_boxes, &box->id, DAYBOOK_BOX_STATE, daybook_value_int (DAYBOOK_BOX_MATCHED));
  daybook_edit_set (edit, &daybook_boxes, &box->id, DAYBOOK_BOX_CASE, daybook_value_id (&to->id));
  if (daybook_row_has (to, DAYBOOK_CASE_ORDER))
    daybook_edit_set (edit, &daybook_boxes, &box->id, DAYBOOK_BOX_ORDER, daybook_value_copy (&to->values[DAYBOOK_CASE_ORDER]));
}

static gboolean
is_waiting (const DaybookRow *box)
{
  return daybook_row_int (box, DAYBOOK_BOX_STATE) == DAYBOOK_BOX_WAITING;
}

DaybookEdit *
daybook_box_act_scan (const DaybookParcelFind *find,
                      const char              *remark,
                      const DaybookId         *agent,
                      gint64                   now)
{
  const DaybookRow *to = daybook_parcel_find_case (find);
  DaybookEdit *edit = new_edit (find->number, to != NULL ? daybook_row_text (to, DAYBOOK_CASE_NUMBER) : _("without a case"), agent);

  if (find->box == NULL)
    {
      create (edit, find, to, remark, agent, now);
      if (to != NULL)
        tell_case (edit, to, find->number, NULL, agent, now);
    }
  else if (to != NULL && is_waiting (find->box))
    {
      set_match (edit, find->box, to);
      tell_case (edit, to, find->number, daybook_row_text (find->box, DAYBOOK_BOX_RECEIVED), agent, now);
    }
  if (find->box != NULL && remark != NULL)
    daybook_edit_set (edit, &daybook_boxes, &find->box->id, DAYBOOK_BOX_REMARK, daybook_value_text (remark));
  return edit;
}

DaybookEdit *
daybook_box_act_match (const DaybookRow  *box,
                       const DaybookRow  *to,
                       const DaybookId   *agent,
                       gint64             now,
                       GError           **error)
{
  const char *number = daybook_row_text (box, DAYBOOK_BOX_NUMBER);
  DaybookEdit *edit;

  if (!is_waiting (box))
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                   _("The box %s has its case already. If that is the wrong one, take the box from it first."), number);
      return NULL;
    }

  edit = new_edit (number, daybook_row_text (to, DAYBOOK_CASE_NUMBER), agent);
  set_match (edit, box, to);
  tell_case (edit, to, number, daybook_row_text (box, DAYBOOK_BOX_RECEIVED), agent, now);
  return edit;
}

DaybookEdit *
daybook_box_act_order (const DaybookRow *box,
                       const DaybookRow *order,
                       const DaybookId  *agent)
{
  DaybookEdit *edit = new_edit (daybook_row_text (box, DAYBOOK_BOX_NUMBER), daybook_row_text (order, DAYBOOK_ORDER_NUMBER), agent);

  daybook_edit_set (edit, &daybook_boxes, &box->id, DAYBOOK_BOX_ORDER, daybook_value_id (&order->id));
  return edit;
}

DaybookEdit *
daybook_box_act_release (const DaybookRow *box,
                         const DaybookId  *agent)
{
  DaybookEdit *edit = new_edit (daybook_row_text (box, DAYBOOK_BOX_NUMBER), _("without a case"), agent);

  daybook_edit_set (edit, &daybook_boxes, &box->id, DAYBOOK_BOX_STATE, daybook_value_int (DAYBOOK_BOX_WAITING));
  daybook_edit_set (edit, &daybook_boxes, &box->id, DAYBOOK_BOX_CASE, (DaybookValue) DAYBOOK_VALUE_INIT);
  return edit;
}
