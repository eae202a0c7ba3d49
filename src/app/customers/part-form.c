/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/part-form.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  /* Borrowed: of the template */
  GtkLabel    *problem;
  GtkWidget   *first;
  GtkWidget   *remove;

  /* Owned */
  DaybookDesk *desk;
  DaybookRow  *customer;
  DaybookRow  *row; /* that is changed, or NULL */
} DaybookPartFormPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DaybookPartForm, daybook_part_form, ADW_TYPE_BIN)

enum
{
  EDIT,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookPartFormPrivate *
get_private (DaybookPartForm *self)
{
  return daybook_part_form_get_instance_private (self);
}

static void
leave (DaybookPartForm *self)
{
  daybook_part_form_close (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static DaybookEdit *
new_edit (DaybookPartForm *self,
          const char      *title)
{
  return daybook_edit_new (DAYBOOK_ACT_EDIT, _(title), daybook_store_get_agent (daybook_desk_get_store (get_private (self)->desk)));
}

static void
on_save (DaybookPartForm *self)
{
  DaybookPartFormPrivate *private = get_private (self);
  DaybookPartFormClass *klass = DAYBOOK_PART_FORM_GET_CLASS (self);
  g_autoptr(DaybookEdit) edit = new_edit (self, private->row != NULL ? klass->changed : klass->added);
  g_autoptr(GError) error = NULL;

  if (!klass->add_to (self, edit, &error))
    {
      daybook_part_form_say_problem (self, error->message);
      gtk_widget_grab_focus (private->first);
      return;
    }

  leave (self);
  g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
on_remove (DaybookPartForm *self)
{
  const DaybookRow *row = get_private (self)->row;
  g_autoptr(DaybookEdit) edit = new_edit (self, DAYBOOK_PART_FORM_GET_CLASS (self)->removed);

  daybook_edit_delete (edit, row->table, &row->id);
  leave (self);
  g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
daybook_part_form_dispose (GObject *object)
{
  DaybookPartFormPrivate *private = get_private (DAYBOOK_PART_FORM (object));

  g_clear_object (&private->desk);
  g_clear_pointer (&private->customer, daybook_row_unref);
  g_clear_pointer (&private->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_part_form_parent_class)->dispose (object);
}

static void
daybook_part_form_class_init (DaybookPartFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_part_form_dispose;
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_part_form_init (DaybookPartForm *self)
{
}

void
daybook_part_form_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, leave);
}

void
daybook_part_form_set_widgets (DaybookPartForm *self,
                               GtkLabel        *problem,
                               GtkWidget       *first,
                               GtkWidget       *remove)
{
  DaybookPartFormPrivate *private = get_private (self);

  private->problem = problem;
  private->first = first;
  private->remove = remove;
}

void
daybook_part_form_begin (DaybookPartForm  *self,
                         DaybookDesk      *desk,
                         const DaybookRow *customer,
                         const DaybookRow *row)
{
  DaybookPartFormPrivate *private = get_private (self);

  g_set_object (&private->desk, desk);
  g_clear_pointer (&private->customer, daybook_row_unref);
  g_clear_pointer (&private->row, daybook_row_unref);
  private->customer = daybook_row_ref ((DaybookRow *) customer);
  private->row = row != NULL ? daybook_row_ref ((DaybookRow *) row) : NULL;
  gtk_widget_set_visible (private->remove, row != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
daybook_part_form_close (DaybookPartForm *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_clear_pointer (&get_private (self)->row, daybook_row_unref);
}

DaybookDesk *
daybook_part_form_get_desk (DaybookPartForm *self)
{
  return get_private (self)->desk;
}

const DaybookRow *
daybook_part_form_get_customer (DaybookPartForm *self)
{
  return get_private (self)->customer;
}

const DaybookRow *
daybook_part_form_get_row (DaybookPartForm *self)
{
  return get_private (self)->row;
}

void
daybook_part_form_say_problem (DaybookPartForm *self,
                               const char      *text)
{
  GtkLabel *problem = get_private (self)->problem;

  gtk_label_set_label (problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (problem), text != NULL);
}
