/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/act-row.h"

#include "app/common/words.h"
#include "app/history/act-words.h"
#include "app/history/day.h"

#include <glib/gi18n-lib.h>

struct _DaybookActRow
{
  GtkListBoxRow parent_instance;

  GtkImage       *icon;
  GtkLabel       *title_label;
  GtkLabel       *detail_label;
  GtkLabel       *time_label;
  GtkLabel       *state_label;

  DaybookActItem *item;
};

G_DEFINE_FINAL_TYPE (DaybookActRow, daybook_act_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
state_of (const DaybookAct *act)
{
  if (act->running)
    return C_("act", "Running");

  return act->undone ? C_("act", "Undone") : "";
}

static void
show_act (DaybookActRow *self)
{
  const DaybookAct *act = daybook_act_item_get (self->item);
  g_autofree char *count = daybook_words_count (act->n_changes);
  g_autofree char *changes = g_strdup_printf (ngettext ("%s change", "%s changes", act->n_changes), count);
  /* Translators: under an act of the history: who did it, how many changes it made */
  g_autofree char *detail = g_strdup_printf (_("%s · %s"), daybook_act_author (act), changes);

  gtk_image_set_from_icon_name (self->icon, daybook_act_kind_icon (act->kind));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), daybook_act_kind_label (act->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  daybook_act_kind_label (act->kind), -1);
  gtk_label_set_label (self->title_label, act->title);
  gtk_label_set_label (self->detail_label, detail);
  gtk_label_set_label (self->state_label, state_of (act));
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), *state_of (act) != '\0');
  if (act->undone)
    gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "dim-label");
}

static void
daybook_act_row_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_ACT_ROW (object)->item);
  G_OBJECT_CLASS (daybook_act_row_parent_class)->dispose (object);
}

static void
daybook_act_row_class_init (DaybookActRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_act_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/history/act-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookActRow, icon);
  gtk_widget_class_bind_template_child (widget_class, DaybookActRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookActRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookActRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookActRow, state_label);
}

static void
daybook_act_row_init (DaybookActRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
daybook_act_row_new (DaybookStore   *store,
                     DaybookActItem *item)
{
  DaybookActRow *self = g_object_new (DAYBOOK_TYPE_ACT_ROW, NULL);
  g_autofree char *time = daybook_day_time (daybook_act_item_get (item)->at, daybook_store_get_zone (store));

  self->item = g_object_ref (item);
  gtk_label_set_label (self->time_label, time);
  show_act (self);
  g_signal_connect_object (item, "changed", G_CALLBACK (show_act), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

DaybookActItem *
daybook_act_row_get_item (DaybookActRow *self)
{
  g_return_val_if_fail (DAYBOOK_IS_ACT_ROW (self), NULL);

  return self->item;
}
