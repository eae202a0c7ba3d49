/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/calls/call-sheet.h"

#include "app/common/eye.h"
#include "app/common/facts.h"
#include "app/common/shell.h"
#include "core/call-plan.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/event.h"
#include "core/order.h"
#include "core/remembered-day.h"
#include "core/task.h"
#include "store/call-context.h"
#include "store/call-plans.h"
#include "store/due-acts.h"
#include "store/grades.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

/* Nobody has more days to be remembered. */
#define MOST_DAYS 50

struct _DaybookCallSheet
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkLabel           *who;
  DaybookEye         *eye;
  GtkLabel           *why;
  DaybookFacts       *facts;
  DaybookCallForm    *form;

  /* Owned */
  DaybookDesk        *desk;
  DaybookRow         *of;      /* a case, an order or a customer */
  DaybookRow         *task;    /* or NULL */
  DaybookRow         *plan;    /* or NULL */
  DaybookDueItem     *item;    /* or NULL */
  DaybookCallContext  context;
};

G_DEFINE_FINAL_TYPE (DaybookCallSheet, daybook_call_sheet, ADW_TYPE_BIN)

enum
{
  EDIT,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookReader *
reader_of (DaybookCallSheet *self)
{
  return daybook_store_get_reader (daybook_desk_get_store (self->desk));
}

/* --- What is known --------------------------------------------------------------------------- */

static DaybookShow
shown (DaybookCallSheet *self)
{
  return daybook_eye_get_show (self->eye);
}

static void
add_number (DaybookCallSheet *self)
{
  const DaybookRow *number = self->context.number;
  g_autofree char *of_order = number == NULL && self->context.order != NULL && !self->context.order_outlived
                                ? daybook_desk_format (self->desk, self->context.order, DAYBOOK_ORDER_PHONE, shown (self)) : NULL;
  g_autofree char *value = number != NULL ? daybook_desk_format (self->desk, number, DAYBOOK_CONTACT_VALUE, shown (self)) : NULL;

  daybook_facts_add (self->facts, _("Phone"), value != NULL ? value : of_order, DAYBOOK_FACT_PERSON);
  if (number != NULL && daybook_row_int (number, DAYBOOK_CONTACT_MASKED) != 0)
    daybook_facts_add (self->facts, "", _("The file gave no number in full: look it up at the platform."), DAYBOOK_FACT_REMARK);
  else if (of_order == NULL && (self->context.outlived || self->context.order_outlived))
    daybook_facts_add (self->facts, "", _("The platform’s number has run out: ask in the chat."), DAYBOOK_FACT_ALARM);
}

/* "2026-11-20 10:20 · ¥128.00 · 红色连衣裙" */
static void
add_order (DaybookCallSheet *self)
{
  const DaybookRow *order = self->context.order;
  g_autofree char *created = order != NULL ? daybook_desk_format (self->desk, order, DAYBOOK_ORDER_CREATED, DAYBOOK_SHOW_MASKED) : NULL;
  g_autofree char *paid = order != NULL ? daybook_desk_format (self->desk, order, DAYBOOK_ORDER_PAID, DAYBOOK_SHOW_MASKED) : NULL;
  g_autofree char *text = order != NULL ? g_strjoin (" · ", created, paid, daybook_row_text (order, DAYBOOK_ORDER_TITLE), NULL) : NULL;

  daybook_facts_add (self->facts, _("Last order"), text, DAYBOOK_FACT_PLAIN);
}

static void
add_promise (DaybookCallSheet *self)
{
  const DaybookRow *promise = self->context.promise;
  g_autofree char *until = promise != NULL ? daybook_desk_format (self->desk, promise, DAYBOOK_EVENT_PROMISED_AT, DAYBOOK_SHOW_MASKED) : NULL;
  g_autofree char *text = promise != NULL ? g_strjoin (" · ", until, daybook_row_text (promise, DAYBOOK_EVENT_TEXT), NULL) : NULL;

  daybook_facts_add (self->facts, _("Last promise"), text, DAYBOOK_FACT_PLAIN);
}

static void
add_cases (DaybookCallSheet *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; self->context.cases != NULL && i < self->context.cases->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (self->context.cases, i);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", daybook_row_text (row, DAYBOOK_CASE_NUMBER));
    }
  daybook_facts_add (self->facts, _("Open cases"), text->str, DAYBOOK_FACT_PLAIN);
}

/* "Yesterday 10:20 · Not reached" */
static void
add_notes (DaybookCallSheet *self)
{
  for (guint i = 0; self->context.notes != NULL && i < self->context.notes->len; i++)
    {
      const DaybookRow *note = g_ptr_array_index (self->context.notes, i);
      g_autofree char *at = daybook_desk_format (self->desk, note, DAYBOOK_EVENT_AT, DAYBOOK_SHOW_MASKED);
      g_autofree char *text = g_strdelimit (g_strjoin (" · ", at, daybook_row_text (note, DAYBOOK_EVENT_TEXT), NULL), "\n", ' ');

      daybook_facts_add (self->facts, i == 0 ? _("Last notes") : " ", text, DAYBOOK_FACT_PLAIN);
    }
}

/* "12 May · Birthday": the nearest. */
static char *
find_day (DaybookCallSheet *self,
          const GDate      *today)
{
  g_autoptr(GPtrArray) days = daybook_reader_some_parts (reader_of (self), &daybook_remembered_days, DAYBOOK_REMEMBERED_CUSTOMER,
                                                         &self->context.customer->id, DAYBOOK_PARTS_LAST, MOST_DAYS, NULL);
  const DaybookRow *nearest = NULL;
  GDate best;

  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      DaybookYearlyTime next;

      if (!daybook_remembered_day_next (g_ptr_array_index (days, i), today, &next) || (nearest != NULL && g_date_compare (&next.date, &best) >= 0))
        continue;
      nearest = g_ptr_array_index (days, i);
      best = next.date;
    }
  return nearest == NULL ? NULL
       : g_strdup_printf ("%04u-%02u-%02u · %s", (guint) g_date_get_year (&best), (guint) g_date_get_month (&best), (guint) g_date_get_day (&best),
                          daybook_remembered_day_name (nearest));
}

static void
add_day (DaybookCallSheet *self)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (daybook_store_get_now (store));
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, daybook_store_get_zone (store));
  g_autofree char *text = NULL;
  GDate today;

  if (self->context.customer == NULL)
    return;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (local), (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  text = find_day (self, &today);
  daybook_facts_add (self->facts, _("Day to come"), text, DAYBOOK_FACT_PLAIN);
}

/* As the shop calls it; nothing where there is none. */
static void
add_grade (DaybookCallSheet *self)
{
  gint64 grade = self->context.customer != NULL ? daybook_row_int (self->context.customer, DAYBOOK_CUSTOMER_GRADE) : DAYBOOK_GRADE_NONE;
  g_auto(DaybookGradeRules) rules = { 0 };

  if (grade > DAYBOOK_GRADE_NONE && grade < DAYBOOK_N_GRADES && daybook_reader_grades (reader_of (self), &rules, NULL))
    daybook_facts_add (self->facts, _("VIP grade"), daybook_grade_name (&rules, (DaybookGrade) grade), DAYBOOK_FACT_PLAIN);
}

static void
show_facts (DaybookCallSheet *self)
{
  const DaybookRow *customer = self->context.customer;
  g_autofree char *wishes = customer != NULL ? daybook_desk_format (self->desk, customer, DAYBOOK_CUSTOMER_WISHES, DAYBOOK_SHOW_MASKED) : NULL;

  daybook_facts_begin (self->facts);
  add_number (self);
  add_grade (self);
  add_order (self);
  add_promise (self);
  add_cases (self);
  daybook_facts_add (self->facts, _("Wishes"), wishes, DAYBOOK_FACT_PLAIN);
  add_day (self);
  add_notes (self);
  daybook_facts_end (self->facts);
}

/* "张* · T-A0007" */
static void
show_who (DaybookCallSheet *self)
{
  const DaybookRow *of = self->context.customer != NULL ? self->context.customer : self->of;
  DaybookMask mask = DAYBOOK_MASK_NONE;
  g_autofree char *full = daybook_reader_title (reader_of (self), of, &mask);
  g_autofree char *name = shown (self) == DAYBOOK_SHOW_MASKED ? daybook_mask (mask, full) : g_strdup (full);
  gboolean is_case = daybook_table_base (self->of->table) == &daybook_cases;
  g_autofree char *text = is_case && of != self->of ? g_strjoin (" · ", name, daybook_row_text (self->of, DAYBOOK_CASE_NUMBER), NULL)
                                                    : g_steal_pointer (&name);

  gtk_label_set_text (self->who, text);
}

static void
show_why (DaybookCallSheet *self)
{
  g_autofree char *why = self->item != NULL ? daybook_due_item_explain (reader_of (self), self->item) : NULL;
  g_autofree char *tries = self->task != NULL && daybook_row_int (self->task, DAYBOOK_TASK_TRIES) > 0
    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not reached in %ld try", "Not reached in %ld tries",
                                    (gulong) daybook_row_int (self->task, DAYBOOK_TASK_TRIES)), (long) daybook_row_int (self->task, DAYBOOK_TASK_TRIES))
    : NULL;
  const char *text = why != NULL ? why : tries != NULL ? tries : self->task != NULL ? daybook_row_text (self->task, DAYBOOK_TASK_TITLE) : "";

  gtk_label_set_text (self->why, text);
  gtk_widget_set_visible (GTK_WIDGET (self->why), *text != '\0');
}

/* --- What is shown ------------------------------------------------------------------------------- */

static void
begin_form (DaybookCallSheet *self)
{
  gboolean is_case = daybook_table_base (self->of->table) == &daybook_cases;
  const DaybookCallAbout about = {
    .definition = is_case ? daybook_reader_register (reader_of (self), daybook_row_text (self->of, DAYBOOK_CASE_REGISTER)) : NULL,
    .of = self->of, .task = self->task, .plan = self->plan, .item = self->item,
  };

  daybook_call_form_begin (self->form, self->desk, &about);
}

static gboolean
is_same (DaybookCallSheet     *self,
         const DaybookRow     *of,
         const DaybookRow     *task,
         const DaybookDueItem *item)
{
  return self->of != NULL && daybook_id_equal (&self->of->id, &of->id)
         && (self->task == NULL) == (task == NULL) && (task == NULL || daybook_id_equal (&self->task->id, &task->id))
         && (self->item == NULL) == (item == NULL) && (item == NULL || self->item->due.cycle == item->due.cycle);
}

static void
forget (DaybookCallSheet *self)
{
  g_clear_pointer (&self->of, daybook_row_unref);
  g_clear_pointer (&self->task, daybook_row_unref);
  g_clear_pointer (&self->plan, daybook_row_unref);
  g_clear_pointer (&self->item, daybook_due_item_free);
  daybook_call_context_clear (&self->context);
}

/* What is being written stays when the book changes meanwhile, and the focus where it is. */
static gboolean
is_in_use (DaybookCallSheet *self)
{
  return daybook_call_form_is_begun (self->form)
         || (gtk_widget_get_state_flags (GTK_WIDGET (self->form)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
show (DaybookCallSheet     *self,
      DaybookRow           *of,
      const DaybookRow     *task,
      DaybookRow           *plan,
      const DaybookDueItem *item)
{
  gboolean same = is_same (self, of, task, item);
  g_autoptr(DaybookRow) kept = daybook_row_ref (of);
  g_autoptr(DaybookRow) kept_task = task != NULL ? daybook_row_ref ((DaybookRow *) task) : NULL;
  DaybookDueItem *kept_item = item != NULL ? g_memdup2 (item, sizeof *item) : NULL;

  if (!same)
    daybook_eye_close (self->eye);
  forget (self);
  self->of = g_steal_pointer (&kept);
  self->task = g_steal_pointer (&kept_task);
  self->plan = plan != NULL ? daybook_row_ref (plan) : NULL;
  self->item = kept_item;
  daybook_call_context_read (reader_of (self), self->of, &self->context, NULL);
  show_who (self);
  show_why (self);
  show_facts (self);
  daybook_eye_check (self->eye);
  if (!same || !is_in_use (self))
    begin_form (self);
}

static void
on_eye_asked (DaybookCallSheet *self,
              GPtrArray        *rows)
{
  if (self->context.customer != NULL)
    g_ptr_array_add (rows, daybook_row_ref (self->context.customer));
  if (self->context.number != NULL)
    g_ptr_array_add (rows, daybook_row_ref (self->context.number));
  else if (self->context.order != NULL)
    g_ptr_array_add (rows, daybook_row_ref (self->context.order));
}

static void
on_eye_changed (DaybookCallSheet *self)
{
  if (self->of == NULL)
    return;

  show_who (self);
  show_facts (self);
}

static void
on_edited (DaybookCallSheet *self,
           DaybookEdit      *edit)
{
  g_signal_emit (self, signals[EDIT], 0, edit);
}

/* The sheet stays: whoever thinks better of it begins again. */
static void
on_cancelled (DaybookCallSheet *self)
{
  begin_form (self);
  g_signal_emit (self, signals[CANCELLED], 0);
}

/* --- The widget ---------------------------------------------------------------------------------- */

static void
daybook_call_sheet_dispose (GObject *object)
{
  DaybookCallSheet *self = DAYBOOK_CALL_SHEET (object);

  forget (self);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_call_sheet_parent_class)->dispose (object);
}

static void
daybook_call_sheet_class_init (DaybookCallSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_call_sheet_dispose;
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_CALL_FORM);
  g_type_ensure (DAYBOOK_TYPE_EYE);
  g_type_ensure (DAYBOOK_TYPE_FACTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/calls/call-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCallSheet, who);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallSheet, eye);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallSheet, why);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallSheet, facts);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallSheet, form);
  gtk_widget_class_bind_template_callback (widget_class, on_eye_asked);
  gtk_widget_class_bind_template_callback (widget_class, on_eye_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_cancelled);
}

static void
daybook_call_sheet_init (DaybookCallSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
daybook_call_sheet_new (DaybookDesk *desk)
{
  DaybookCallSheet *self = g_object_new (DAYBOOK_TYPE_CALL_SHEET, NULL);

  self->desk = g_object_ref (desk);
  daybook_eye_set_desk (self->eye, desk);
  return GTK_WIDGET (self);
}

void
daybook_call_sheet_show_item (DaybookCallSheet     *self,
                              const DaybookDueItem *item,
                              const DaybookRow     *row)
{
  g_autoptr(DaybookRow) plan = daybook_call_plan_of_item (reader_of (self), item);

  show (self, (DaybookRow *) row, NULL, plan, item);
}

gboolean
daybook_call_sheet_show_task (DaybookCallSheet *self,
                              const DaybookRow *task)
{
  static const struct { guint field; const DaybookTable *table; } ABOUT[] = {
    { DAYBOOK_TASK_CASE, &daybook_cases }, { DAYBOOK_TASK_ORDER, &daybook_orders }, { DAYBOOK_TASK_CUSTOMER, &daybook_customers },
  };
  const DaybookId *by = daybook_row_ref_id (task, DAYBOOK_TASK_PLAN);
  g_autoptr(DaybookRow) plan = by != NULL ? daybook_reader_find (reader_of (self), &daybook_call_plans, by, NULL) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ABOUT); i++)
    {
      const DaybookId *id = daybook_row_ref_id (task, ABOUT[i].field);
      g_autoptr(DaybookRow) of = id != NULL ? daybook_reader_find (reader_of (self), ABOUT[i].table, id, NULL) : NULL;

      if (of == NULL)
        continue;
      show (self, of, task, plan, NULL);
      return TRUE;
    }
  return FALSE;
}

void
daybook_call_sheet_show_row (DaybookCallSheet *self,
                             const DaybookRow *row)
{
  g_autoptr(DaybookDueItem) item = daybook_due_find (reader_of (self), row, DAYBOOK_RULE_CALL_BACK, 0, NULL);

  if (item != NULL)
    daybook_call_sheet_show_item (self, item, row);
  else
    show (self, (DaybookRow *) row, NULL, NULL, NULL);
}
