/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/work-row.h"

#define PULSE_INTERVAL_MS 120

struct _DaybookWorkRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel       *what_label;
  GtkProgressBar *bar;
  GtkWidget      *cancel_button;

  GCancellable   *cancellable; /* NULL: nothing goes on */
  guint           pulse_id;
};

G_DEFINE_FINAL_TYPE (DaybookWorkRow, daybook_work_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
pulse (gpointer data)
{
  gtk_progress_bar_pulse (DAYBOOK_WORK_ROW (data)->bar);
  return G_SOURCE_CONTINUE;
}

static void
stop_pulse (DaybookWorkRow *self)
{
  g_clear_handle_id (&self->pulse_id, g_source_remove);
}

static void
on_cancel_clicked (DaybookWorkRow *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
}

static void
daybook_work_row_dispose (GObject *object)
{
  DaybookWorkRow *self = DAYBOOK_WORK_ROW (object);

  stop_pulse (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (daybook_work_row_parent_class)->dispose (object);
}

static void
daybook_work_row_class_init (DaybookWorkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_work_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/work-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookWorkRow, what_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookWorkRow, bar);
  gtk_widget_class_bind_template_child (widget_class, DaybookWorkRow, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}

static void
daybook_work_row_init (DaybookWorkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GCancellable *
daybook_work_row_begin (DaybookWorkRow  *self,
                        const char      *what,
                        DaybookWorkKind  kind)
{
  g_return_val_if_fail (DAYBOOK_IS_WORK_ROW (self) && self->cancellable == NULL, NULL);

  self->cancellable = g_cancellable_new ();
  gtk_label_set_label (self->what_label, what);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  gtk_widget_set_visible (self->cancel_button, kind == DAYBOOK_WORK_CANCELLABLE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->pulse_id = g_timeout_add (PULSE_INTERVAL_MS, pulse, self);
  return self->cancellable;
}

void
daybook_work_row_progress (DaybookWorkRow *self,
                           goffset         current,
                           goffset         total)
{
  g_return_if_fail (DAYBOOK_IS_WORK_ROW (self));

  if (total <= 0)
    return;

  stop_pulse (self);
  gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) current / (double) total, 0.0, 1.0));
}

void
daybook_work_row_end (DaybookWorkRow *self)
{
  g_return_if_fail (DAYBOOK_IS_WORK_ROW (self));

  stop_pulse (self);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
daybook_work_row_is_busy (DaybookWorkRow *self)
{
  g_return_val_if_fail (DAYBOOK_IS_WORK_ROW (self), FALSE);

  return self->cancellable != NULL;
}
