/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/due-row.h"

#include "app/common/clock-chip.h"
#include "app/compat/wrap-box.h"

struct _DaybookDueRow
{
  GtkBox            parent_instance;

  /* Template widgets */
  GtkLabel         *heading;
  DaybookClockChip *chip;
  GtkImage         *icon;
  GtkLabel         *what;
  GtkLabel         *of;
  GtkLabel         *who;
  GtkLabel         *agent;

  /* Owned */
  DaybookDesk      *desk;
  DaybookDueObject *object; /* or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookDueRow, daybook_due_row, GTK_TYPE_BOX)

static void
show (DaybookDueRow *self)
{
  const DaybookDueItem *item = daybook_due_object_get_item (self->object);
  const char *heading = daybook_due_object_get_heading (self->object);
  DaybookStore *store = daybook_desk_get_store (self->desk);

  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading != NULL);
  gtk_label_set_text (self->heading, heading != NULL ? heading : "");
  gtk_image_set_from_icon_name (self->icon, daybook_due_object_get_icon (self->object));
  gtk_label_set_text (self->what, daybook_due_object_get_what (self->object));
  gtk_label_set_text (self->of, daybook_due_object_get_of (self->object));
  gtk_label_set_text (self->who, daybook_due_object_get_who (self->object));
  gtk_label_set_text (self->agent, daybook_due_object_get_agent (self->object));
  gtk_widget_set_visible (GTK_WIDGET (self->who), *daybook_due_object_get_who (self->object) != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->agent), *daybook_due_object_get_agent (self->object) != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->chip), item != NULL);
  if (item != NULL)
    daybook_clock_chip_show (self->chip, &item->due, daybook_store_get_now (store), daybook_store_get_zone (store));
}

void
daybook_due_row_set_object (DaybookDueRow    *self,
                            DaybookDueObject *object)
{
  if (self->object != NULL)
    g_signal_handlers_disconnect_by_func (self->object, show, self);
  g_set_object (&self->object, object);
  if (object == NULL)
    return;

  g_signal_connect_swapped (object, "changed", G_CALLBACK (show), self);
  show (self);
}

static void
daybook_due_row_dispose (GObject *object)
{
  DaybookDueRow *self = DAYBOOK_DUE_ROW (object);

  daybook_due_row_set_object (self, NULL);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_due_row_parent_class)->dispose (object);
}

static void
daybook_due_row_class_init (DaybookDueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_due_row_dispose;
  g_type_ensure (DAYBOOK_TYPE_CLOCK_CHIP);
  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/today/due-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookDueRow, heading);
  gtk_widget_class_bind_template_child (widget_class, DaybookDueRow, chip);
  gtk_widget_class_bind_template_child (widget_class, DaybookDueRow, icon);
  gtk_widget_class_bind_template_child (widget_class, DaybookDueRow, what);
  gtk_widget_class_bind_template_child (widget_class, DaybookDueRow, of);
  gtk_widget_class_bind_template_child (widget_class, DaybookDueRow, who);
  gtk_widget_class_bind_template_child (widget_class, DaybookDueRow, agent);
}

static void
daybook_due_row_init (DaybookDueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
daybook_due_row_new (DaybookDesk *desk)
{
  DaybookDueRow *self = g_object_new (DAYBOOK_TYPE_DUE_ROW, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}
