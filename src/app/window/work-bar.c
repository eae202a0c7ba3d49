/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/work-bar.h"

struct _DaybookWorkBar
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkLabel       *what_label;
  GtkProgressBar *bar;
  GtkWidget      *cancel_button;

  /* Owned */
  char           *stopping;
  GCancellable   *cancellable;
};

G_DEFINE_FINAL_TYPE (DaybookWorkBar, daybook_work_bar, ADW_TYPE_BIN)

/* To stop may take its time too: what was done goes back. */
static void
on_cancel_clicked (DaybookWorkBar *self)
{
  gtk_label_set_label (self->what_label, self->stopping);
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  g_cancellable_cancel (self->cancellable);
}

static void
daybook_work_bar_dispose (GObject *object)
{
  DaybookWorkBar *self = DAYBOOK_WORK_BAR (object);

  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (daybook_work_bar_parent_class)->dispose (object);
}

static void
daybook_work_bar_finalize (GObject *object)
{
  g_free (DAYBOOK_WORK_BAR (object)->stopping);
  G_OBJECT_CLASS (daybook_work_bar_parent_class)->finalize (object);
}

static void
daybook_work_bar_class_init (DaybookWorkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_work_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_work_bar_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/window/work-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookWorkBar, what_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookWorkBar, bar);
  gtk_widget_class_bind_template_child (widget_class, DaybookWorkBar, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}

static void
daybook_work_bar_init (DaybookWorkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookWorkBar *
daybook_work_bar_new (const char   *what,
                      const char   *stopping,
                      GCancellable *cancellable)
{
  DaybookWorkBar *self = g_object_new (DAYBOOK_TYPE_WORK_BAR, NULL);

  self->stopping = g_strdup (stopping);
  self->cancellable = g_object_ref (cancellable);
  gtk_label_set_label (self->what_label, what);
  return self;
}

void
daybook_work_bar_progress (DaybookWorkBar *self,
                           goffset         current,
                           goffset         total)
{
  g_return_if_fail (DAYBOOK_IS_WORK_BAR (self));

  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) current / (double) total, 0.0, 1.0));
}
