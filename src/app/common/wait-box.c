/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/wait-box.h"

#include "app/common/told-bar.h"

#include <glib/gi18n-lib.h>

#define PATIENCE_MS 400

struct _DaybookWaitBox
{
  GtkBox          parent_instance;

  GtkLabel       *text;
  GtkProgressBar *bar;

  GCancellable   *cancellable; /* or NULL */
  guint           patience;    /* source id, or 0 */
};

G_DEFINE_FINAL_TYPE (DaybookWaitBox, daybook_wait_box, GTK_TYPE_BOX)

enum
{
  STOPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
on_patience_over (gpointer data)
{
  DaybookWaitBox *self = data;

  self->patience = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_REMOVE;
}

static void
on_cancel_clicked (DaybookWaitBox *self)
{
  g_cancellable_cancel (self->cancellable);
  daybook_wait_box_end (self);
  g_signal_emit (self, signals[STOPPED], 0);
}

void
daybook_wait_box_begin (DaybookWaitBox *self,
                        GCancellable   *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  gtk_progress_bar_set_fraction (self->bar, 0);
  if (self->patience == 0 && !gtk_widget_get_visible (GTK_WIDGET (self)))
    self->patience = g_timeout_add (PATIENCE_MS, on_patience_over, self);
}

void
daybook_wait_box_end (DaybookWaitBox *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gpointer
daybook_wait_box_ear (DaybookWaitBox *self)
{
  return daybook_bar_ear (self->bar);
}

static void
daybook_wait_box_dispose (GObject *object)
{
  DaybookWaitBox *self = DAYBOOK_WAIT_BOX (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (daybook_wait_box_parent_class)->dispose (object);
}

static void
daybook_wait_box_class_init (DaybookWaitBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_wait_box_dispose;
  signals[STOPPED] = g_signal_new ("stopped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_wait_box_init (DaybookWaitBox *self)
{
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->text = GTK_LABEL (gtk_label_new (NULL));
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_xalign (self->text, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (cancel, GTK_ALIGN_CENTER);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (on_cancel_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (self), cancel);
}

GtkWidget *
daybook_wait_box_new (const char *text)
{
  DaybookWaitBox *self = g_object_new (DAYBOOK_TYPE_WAIT_BOX, NULL);

  gtk_label_set_text (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return GTK_WIDGET (self);
}
