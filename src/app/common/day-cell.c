/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/day-cell.h"

#include <glib/gi18n-lib.h>

struct _DaybookDayCell
{
  GtkWidget  parent_instance;

  GtkWidget *number;
  GDate      day;
  gboolean   today;
};

G_DEFINE_FINAL_TYPE (DaybookDayCell, daybook_day_cell, GTK_TYPE_WIDGET)

char *
daybook_day_long_words (const GDate *day)
{
  g_autoptr(GDateTime) time = g_date_time_new_utc (g_date_get_year (day), g_date_get_month (day), g_date_get_day (day), 12, 0, 0);

  /* Translators: a day in full, see strftime(3). */
  return time != NULL ? g_date_time_format (time, C_("day", "%A, %-d %B %Y")) : g_strdup ("");
}

static void
daybook_day_cell_dispose (GObject *object)
{
  DaybookDayCell *self = DAYBOOK_DAY_CELL (object);

  g_clear_pointer (&self->number, gtk_widget_unparent);

  G_OBJECT_CLASS (daybook_day_cell_parent_class)->dispose (object);
}

static void
daybook_day_cell_class_init (DaybookDayCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_day_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "day");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
daybook_day_cell_init (DaybookDayCell *self)
{
  self->number = gtk_label_new (NULL);
  gtk_widget_set_halign (self->number, GTK_ALIGN_START);
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
}

GtkWidget *
daybook_day_cell_new (const GDate *day)
{
  DaybookDayCell *self = g_object_new (DAYBOOK_TYPE_DAY_CELL, NULL);
  g_autofree char *number = g_strdup_printf ("%u", (guint) g_date_get_day (day));

  self->day = *day;
  gtk_label_set_text (GTK_LABEL (self->number), number);
  daybook_day_cell_describe (self, "");
  return GTK_WIDGET (self);
}

const GDate *
daybook_day_cell_get_day (DaybookDayCell *self)
{
  return &self->day;
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

void
daybook_day_cell_place (DaybookDayCell *self,
                        const GDate    *today,
                        const GDate    *month)
{
  self->today = g_date_valid (today) && g_date_compare (&self->day, today) == 0;
  set_class (GTK_WIDGET (self), "today", self->today);
  set_class (GTK_WIDGET (self), "outside", g_date_get_month (&self->day) != g_date_get_month (month));
}

void
daybook_day_cell_describe (DaybookDayCell *self,
                           const char     *what)
{
  g_autofree char *day = daybook_day_long_words (&self->day);
  /* Translators: for a screen reader: the day that it is, in full. */
  g_autofree char *which = self->today ? g_strdup_printf (_("Today, %s"), day) : g_steal_pointer (&day);
  /* Translators: for a screen reader: a day, and what is on it. */
  g_autofree char *name = *what != '\0' ? g_strdup_printf (_("%1$s: %2$s"), which, what) : g_strdup (which);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
