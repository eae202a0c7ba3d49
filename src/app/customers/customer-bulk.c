/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-bulk.h"

#include "core/customer.h"

struct _DaybookCustomerBulk
{
  DaybookBulkBar parent_instance;

  /* Template widgets */
  GtkEditable   *tags;
};

G_DEFINE_FINAL_TYPE (DaybookCustomerBulk, daybook_customer_bulk, DAYBOOK_TYPE_BULK_BAR)

enum
{
  TAG,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
take_tags (DaybookCustomerBulk *self)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->tags)));

  gtk_editable_set_text (self->tags, "");
  return text;
}

static void
on_add (DaybookCustomerBulk *self)
{
  g_autofree char *tags = take_tags (self);

  if (*tags != '\0')
    g_signal_emit (self, signals[TAG], 0, tags, NULL);
}

static void
on_take_away (DaybookCustomerBulk *self)
{
  g_autofree char *tags = take_tags (self);

  if (*tags != '\0')
    g_signal_emit (self, signals[TAG], 0, NULL, tags);
}

static void
daybook_customer_bulk_class_init (DaybookCustomerBulkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[TAG] = g_signal_new ("tag", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/customers/customer-bulk.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerBulk, tags);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_take_away);
}

static void
daybook_customer_bulk_init (DaybookCustomerBulk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
daybook_customer_bulk_new (DaybookDesk *desk)
{
  DaybookCustomerBulk *self = g_object_new (DAYBOOK_TYPE_CUSTOMER_BULK, NULL);

  daybook_bulk_bar_set_up (DAYBOOK_BULK_BAR (self), desk, &daybook_customers, -1, 0);
  return GTK_WIDGET (self);
}
