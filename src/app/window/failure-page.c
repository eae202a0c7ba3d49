/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/failure-page.h"

struct _DaybookFailurePage
{
  AdwBin         parent_instance;

  /* Template widgets */
  AdwStatusPage *status;
  GtkLabel      *folder;
};

G_DEFINE_FINAL_TYPE (DaybookFailurePage, daybook_failure_page, ADW_TYPE_BIN)

static void
daybook_failure_page_class_init (DaybookFailurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/window/failure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookFailurePage, status);
  gtk_widget_class_bind_template_child (widget_class, DaybookFailurePage, folder);
}

static void
daybook_failure_page_init (DaybookFailurePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
daybook_failure_page_new (const char   *folder,
                          const GError *error)
{
  DaybookFailurePage *self = g_object_new (DAYBOOK_TYPE_FAILURE_PAGE, NULL);
  /* A status page's description is markup in libadwaita 1.2. */
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->status, escaped);
  gtk_label_set_label (self->folder, folder);
  return GTK_WIDGET (self);
}
