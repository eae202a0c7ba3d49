/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/day-bar.h"

/* So wide, in pixels, is the end by which a bar is made longer. */
#define HANDLE 8

struct _DaybookDayBar
{
  GtkWidget  parent_instance;

  GtkWidget *label;
  gint64     key;
  GDate      from;
  gboolean   ends; /* here, and not in a week after this one */
};

G_DEFINE_FINAL_TYPE (DaybookDayBar, daybook_day_bar, GTK_TYPE_WIDGET)

/* What can be taken hold of says so. */
static void
on_pointed (DaybookDayBar *self,
            double         x)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), daybook_day_bar_is_end (self, x) ? "ew-resize" : "grab");
}

static void
daybook_day_bar_dispose (GObject *object)
{
  DaybookDayBar *self = DAYBOOK_DAY_BAR (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (daybook_day_bar_parent_class)->dispose (object);
}

static void
daybook_day_bar_class_init (DaybookDayBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_day_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "daybar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
daybook_day_bar_init (DaybookDayBar *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_pointed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static void
add_classes (GtkWidget            *bar,
             const DaybookPlanned *planned,
             gboolean              begins,
             gboolean              ends)
{
  static const char *const STATES[] = {
    [DAYBOOK_PLANNED_TO_COME] = "to-come", [DAYBOOK_PLANNED_ON] = "on", [DAYBOOK_PLANNED_OVER] = "over",
  };

  gtk_widget_add_css_class (bar, planned->style);
  gtk_widget_add_css_class (bar, STATES[planned->state]);
  if (begins)
    gtk_widget_add_css_class (bar, "begins");
  if (ends)
    gtk_widget_add_css_class (bar, "ends");
}

GtkWidget *
daybook_day_bar_new (const DaybookPlanned *planned,
                     const GDate          *from,
                     const GDate          *to)
{
  DaybookDayBar *self = g_object_new (DAYBOOK_TYPE_DAY_BAR, NULL);
  g_autofree char *text = g_strdup_printf ("%s %s", planned->mark, planned->label);

  self->key = planned->key;
  self->from = *from;
  self->ends = g_date_compare (to, &planned->last) == 0;
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), planned->says);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, planned->says, -1);
  add_classes (GTK_WIDGET (self), planned, g_date_compare (from, &planned->first) == 0, self->ends);
  return GTK_WIDGET (self);
}

gint64
daybook_day_bar_get_key (DaybookDayBar *self)
{
  return self->key;
}

const GDate *
daybook_day_bar_get_from (DaybookDayBar *self)
{
  return &self->from;
}

gboolean
daybook_day_bar_is_end (DaybookDayBar *self,
                        double         x)
{
  return self->ends && x >= gtk_widget_get_width (GTK_WIDGET (self)) - HANDLE;
}
