/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/start-page.h"

#include "app/imports/order-files.h"

struct _DaybookStartPage
{
  AdwBin parent_instance;

  GCancellable *cancellable; /* of the file chooser, if it is open */
};

G_DEFINE_FINAL_TYPE (DaybookStartPage, daybook_start_page, ADW_TYPE_BIN)

enum
{
  FILES_CHOSEN,
  SAMPLE_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_files_chosen (GListModel *files,
                 gpointer    data)
{
  g_signal_emit (data, signals[FILES_CHOSEN], 0, files);
}

static void
on_import_activated (DaybookStartPage *self)
{
  daybook_order_files_choose (GTK_WIDGET (self), self->cancellable, on_files_chosen, self);
}

static void
on_sample_activated (DaybookStartPage *self)
{
  g_signal_emit (self, signals[SAMPLE_REQUESTED], 0);
}

static void
daybook_start_page_dispose (GObject *object)
{
  DaybookStartPage *self = DAYBOOK_START_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (daybook_start_page_parent_class)->dispose (object);
}

static void
daybook_start_page_class_init (DaybookStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_start_page_dispose;

  signals[FILES_CHOSEN] =
    g_signal_new ("files-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_LIST_MODEL);
  signals[SAMPLE_REQUESTED] =
    g_signal_new ("sample-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/start/start-page.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_import_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_sample_activated);
}

static void
daybook_start_page_init (DaybookStartPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_controller (GTK_WIDGET (self), daybook_files_drop_new (on_files_chosen, self));
}

GtkWidget *
daybook_start_page_new (void)
{
  return g_object_new (DAYBOOK_TYPE_START_PAGE, NULL);
}
