/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case-draft.h"

#include "core/case-call.h"
#include "core/customer.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

struct _DaybookCaseDraft
{
  DaybookRegister *definition;
  DaybookRow      *before; /* NULL: it is new */
  DaybookRow      *row;    /* our own copy, which is changed */
  GPtrArray       *tasks;  /* DaybookRow: of the case, as far as they are known */
  gint64           now;
};

static DaybookCaseDraft *
make (DaybookRegister *definition,
      gint64           now)
{
  DaybookCaseDraft *self = g_new0 (DaybookCaseDraft, 1);

  self->definition = g_object_ref (definition);
  self->now = now;
  return self;
}

DaybookCaseDraft *
daybook_case_draft_new (DaybookRegister *definition,
                        const DaybookId *shop,
                        const DaybookId *agent,
                        const char      *currency,
                        gint64           now)
{
  const DaybookStageRule *start = daybook_register_get_stage (definition, daybook_register_get_start (definition));
  DaybookCaseDraft *self = make (definition, now);

  self->row = daybook_row_new (daybook_register_get_table (definition));
  daybook_id_fresh (&self->row->id, now * 1000);
  daybook_case_draft_set (self, DAYBOOK_CASE_SHOP, daybook_value_id (shop));
  daybook_case_draft_set (self, DAYBOOK_CASE_REGISTER, daybook_value_text (daybook_register_get_key (definition)));
  daybook_case_draft_set (self, DAYBOOK_CASE_STAGE, daybook_value_text (start->key));
  daybook_case_draft_set (self, DAYBOOK_CASE_STAGE_SINCE, daybook_value_int (now));
  daybook_case_draft_set (self, DAYBOOK_CASE_OPENED_AT, daybook_value_int (now));
  daybook_case_draft_set (self, DAYBOOK_CASE_OWNER, daybook_value_id (agent));
  daybook_case_draft_set (self, DAYBOOK_CASE_CURRENCY, daybook_value_text (currency));
  return self;
}

DaybookCaseDraft *
daybook_case_draft_of (DaybookRegister  *definition,
                       const DaybookRow *row,
                       gint64            now)
{
  DaybookCaseDraft *self = make (definition, now);

  self->before = daybook_row_copy (row);
  self->row = daybook_row_copy (row);
  return self;
}

void
daybook_case_draft_free (DaybookCaseDraft *self)
{
  g_object_unref (self->definition);
  g_clear_pointer (&self->before, daybook_row_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  daybook_row_unref (self->row);
  g_free (self);
}

const DaybookRow *
daybook_case_draft_row (DaybookCaseDraft *self)
{
  return self->row;
}

void
daybook_case_draft_name (DaybookCaseDraft *self,
                         const DaybookId  *id)
{
  g_return_if_fail (self->before == NULL);

  self->row->id = *id;
}

void
daybook_case_draft_know_tasks (DaybookCaseDraft *self,
                               GPtrArray        *tasks)
{
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  self->tasks = g_ptr_array_ref (tasks);
}

void
daybook_case_draft_set (DaybookCaseDraft *self,
                        guint             field,
                        DaybookValue      value)
{
  daybook_value_clear (&self->row->values[field]);
  self->row->values[field] = value;
}

/* What is written once stays as it was written. */
static void
take (DaybookCaseDraft *self,
      guint             field,
      const DaybookRow *order,
      guint             from)
{
  gboolean is_fixed = self->before != NULL && self->row->table->fields[field].field_class == DAYBOOK_CLASS_APPEND_ONLY;

  if (daybook_row_has (order, from) && !is_fixed)
    daybook_case_draft_set (self, field, daybook_value_copy (&order->values[from]));
}

void
daybook_case_draft_take_order (DaybookCaseDraft *self,
                               const DaybookRow *order)
{
  daybook_case_draft_set (self, DAYBOOK_CASE_ORDER, daybook_value_id (&order->id));
  take (self, DAYBOOK_CASE_SHOP, order, DAYBOOK_ORDER_SHOP);
  take (self, DAYBOOK_CASE_CUSTOMER, order, DAYBOOK_ORDER_CUSTOMER);
  take (self, DAYBOOK_CASE_CURRENCY, order, DAYBOOK_ORDER_CURRENCY);
  take (self, DAYBOOK_CASE_PLATFORM, order, DAYBOOK_ORDER_PLATFORM);
}

void
daybook_case_draft_take_customer (DaybookCaseDraft *self,
                                  const DaybookRow *customer,
                                  GPtrArray        *handles)
{
  const DaybookRow *first = handles->len > 0 ? g_ptr_array_index (handles, 0) : NULL;

  daybook_case_draft_set (self, DAYBOOK_CASE_CUSTOMER, daybook_value_id (&customer->id));
  for (guint i = 1; first != NULL && i < handles->len; i++)
    if (!daybook_value_equal (&first->values[DAYBOOK_HANDLE_PLATFORM],
                              &((const DaybookRow *) g_ptr_array_index (handles, i))->values[DAYBOOK_HANDLE_PLATFORM]))
      first = NULL;
  if (first != NULL)
    take (self, DAYBOOK_CASE_PLATFORM, first, DAYBOOK_HANDLE_PLATFORM);
}

/* --- Moving ------------------------------------------------------------------- */

static int
stage_of (DaybookCaseDraft *self,
          const DaybookRow *row)
{
  return daybook_register_find_stage (self->definition, daybook_row_text (row, DAYBOOK_CASE_STAGE));
}

static gboolean
is_end (DaybookCaseDraft *self,
        int               stage)
{
  return stage >= 0 && daybook_register_get_stage (self->definition, (guint) stage)->ends;
}

/* An end that was left asks anew: the customer was told of the old one, and its result was reviewed (AS-08). */
static void
reopen (DaybookCaseDraft *self)
{
  daybook_case_draft_set (self, DAYBOOK_CASE_REOPENED, daybook_value_int (daybook_row_int (self->before, DAYBOOK_CASE_REOPENED) + 1));
  daybook_case_draft_set (self, DAYBOOK_CASE_TOLD, daybook_value_int (DAYBOOK_ANSWER_UNKNOWN));
  daybook_case_draft_set (self, DAYBOOK_CASE_SATISFIED, daybook_value_int (DAYBOOK_ANSWER_UNKNOWN));
  daybook_case_draft_set (self, DAYBOOK_CASE_RESULT_REVIEW, daybook_value_int (DAYBOOK_RESULT_NONE));
}

/* Who goes to an end and thinks better of it has opened nothing again. */
void
daybook_case_draft_move (DaybookCaseDraft *self,
                         guint             stage)
{
  const DaybookStageRule *goal = daybook_register_get_stage (self->definition, stage);
  gboolean was_closed = self->before != NULL && is_end (self, stage_of (self, self->before));

  if (stage_of (self, self->row) == (int) stage)
    return;

  daybook_case_draft_set (self, DAYBOOK_CASE_STAGE, daybook_value_text (goal->key));
  daybook_case_draft_set (self, DAYBOOK_CASE_STAGE_SINCE, daybook_value_int (self->now));
  daybook_case_draft_set (self, DAYBOOK_CASE_CLOSED_AT, goal->ends ? daybook_value_int (self->now) : (DaybookValue) DAYBOOK_VALUE_INIT);
  if (was_closed && !goal->ends)
    reopen (self);
}

/* --- The edit ------------------------------------------------------------------- */

static void
create (DaybookCaseDraft *self,
        DaybookEdit      *edit)
{
  daybook_edit_create (edit, self->row->table, &self->row->id);
  for (guint i = 0; i < self->row->table->n_fields; i++)
    if (daybook_row_has (self->row, i))
      daybook_edit_give (edit, i, daybook_value_copy (&self->row->values[i]));
}

static void
change (DaybookCaseDraft *self,
        DaybookEdit      *edit)
{
  for (guint i = 0; i < self->row->table->n_fields; i++)
    if (!daybook_value_equal (&self->before->values[i], &self->row->values[i]))
      daybook_edit_set (edit, self->row->table, &self->row->id, i, daybook_value_copy (&self->row->values[i]));
}

/* Of whom a definition speaks: the owner where there is no other. */
static const DaybookId *
find_caller (DaybookCaseDraft  *self,
             DaybookCallBackBy  by,
             const DaybookId   *lead)
{
  const DaybookId *owner = daybook_row_ref_id (self->row, DAYBOOK_CASE_OWNER);
  const DaybookId *meant = by == DAYBOOK_CALL_BACK_BY_LEAD ? lead
                         : by == DAYBOOK_CALL_BACK_BY_HANDLER ? daybook_row_ref_id (self->row, DAYBOOK_CASE_HANDLER) : owner;

  return meant != NULL ? meant : owner;
}

static gboolean
wants_call_back (DaybookCaseDraft    *self,
                 DaybookCallBackWhen  when)
{
  gboolean ended = is_end (self, stage_of (self, self->row))
                   && (self->before == NULL || stage_of (self, self->before) != stage_of (self, self->row));
  gboolean told = daybook_row_int (self->row, DAYBOOK_CASE_TOLD) == DAYBOOK_ANSWER_YES;

  /* Where closing asks nothing, nothing has come of it that could be told. */
  return ended && daybook_register_get_stage (self->definition, (guint) stage_of (self, self->row))->asks != DAYBOOK_ASKS_NOTHING
         && (when == DAYBOOK_CALL_BACK_ALWAYS || (when == DAYBOOK_CALL_BACK_UNTOLD && !told));
}

static void
add_call_back (DaybookCaseDraft *self,
               const DaybookId  *lead,
               DaybookEdit      *edit)
{
  DaybookCallBackBy by;
  guint after;
  DaybookCallBackWhen when = daybook_register_get_call_back (self->definition, &by, &after);
  const DaybookId *named = daybook_row_ref_id (self->row, DAYBOOK_CASE_CALL_BACK);

  if (!wants_call_back (self, when))
    return;

  /* Translators: a task: the customer is called after the case is closed. %s is one case of a register: “Return and refund”. */
  g_autofree char *title = g_strdup_printf (_("Call back: %s"), daybook_register_get_label (self->definition));
  const DaybookCaseCall call = {
    .kind = DAYBOOK_TASK_CALL_BACK, .title = title, .due = self->now + (gint64) after,
    .agent = named != NULL ? named : find_caller (self, by, lead),
  };
  daybook_case_call_add (edit, self->row, &call, self->now);
}

/* Whether the case has become one that begins with a call: it is new, or what is known of it now
 * makes it one. One that is settled already when it is written down needs none. */
static gboolean
wants_first_call (DaybookCaseDraft       *self,
                  const DaybookCallFirst *first)
{
  return first != NULL && !is_end (self, stage_of (self, self->row)) && daybook_when_holds (&first->when, self->row)
         && (self->before == NULL || !daybook_when_holds (&first->when, self->before));
}

static void
add_first_call (DaybookCaseDraft *self,
                const DaybookId  *lead,
                DaybookEdit      *edit)
{
  const DaybookCallFirst *first = daybook_register_get_call_first (self->definition);
  DaybookId id;

  if (!wants_first_call (self, first))
    return;

  /* Translators: a task: the customer is called before anything is decided. %s is one case of a register: “Complaint”. */
  g_autofree char *title = g_strdup_printf (_("Call the customer: %s"), daybook_register_get_label (self->definition));
  const DaybookCaseCall call = {
    .kind = DAYBOOK_TASK_CALL, .title = title, .due = self->now + (gint64) first->within,
    .agent = find_caller (self, first->by, lead), .id = &id,
  };

  daybook_case_first_call_id (&id, &self->row->id);
  daybook_case_call_add (edit, self->row, &call, self->now);
}

/* Of an end that is none any more nobody asks whether all was well. */
static void
drop_call_backs (DaybookCaseDraft *self,
                 DaybookEdit      *edit)
{
  gboolean reopened = self->before != NULL && is_end (self, stage_of (self, self->before)) && !is_end (self, stage_of (self, self->row));

  for (guint i = 0; reopened && self->tasks != NULL && i < self->tasks->len; i++)
    {
      const DaybookRow *task = g_ptr_array_index (self->tasks, i);

      if (daybook_row_int (task, DAYBOOK_TASK_KIND) == DAYBOOK_TASK_CALL_BACK && !daybook_row_has (task, DAYBOOK_TASK_DONE_AT))
        daybook_case_call_drop (edit, task, _("The case was opened again."), self->now);
    }
}

void
daybook_case_draft_build (DaybookCaseDraft *self,
                          const DaybookId  *lead,
                          DaybookEdit      *edit)
{
  if (self->before == NULL)
    create (self, edit);
  else
    change (self, edit);
  drop_call_backs (self, edit);
  add_first_call (self, lead, edit);
  add_call_back (self, lead, edit);
}
