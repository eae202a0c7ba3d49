/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/day-row.h"

#include "app/customers/day-words.h"
#include "core/customer.h"
#include "store/day-words.h"

#include <glib/gi18n-lib.h>

struct _DaybookDayRow
{
  DaybookRoundRow  parent_instance;

  /* Template widgets */
  GtkLabel        *calendar;
  GtkLabel        *until;
};

G_DEFINE_FINAL_TYPE (DaybookDayRow, daybook_day_row, DAYBOOK_TYPE_ROUND_ROW)

static DaybookRoundRow *
as_row (DaybookDayRow *self)
{
  return DAYBOOK_ROUND_ROW (self);
}

static void
show_when (DaybookDayRow    *self,
           DaybookDayObject *object)
{
  const DaybookYearlyTime *time = daybook_day_object_get_time (object);
  g_autofree char *about = daybook_day_tell (daybook_day_object_get_day (object), time);
  g_autofree char *until = NULL;
  GDate today;

  daybook_day_today (daybook_round_row_get_desk (as_row (self)), &today);
  until = daybook_day_until (&today, &time->date);
  gtk_label_set_text (daybook_round_row_get_about (as_row (self)), about);
  gtk_widget_set_tooltip_text (GTK_WIDGET (daybook_round_row_get_about (as_row (self))), about);
  gtk_label_set_text (self->until, until);
  if (g_date_compare (&today, &time->date) == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->until), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->until), "warning");
}

void
daybook_day_row_show (DaybookDayRow    *self,
                      DaybookDayObject *object)
{
  DaybookDesk *desk = daybook_round_row_get_desk (as_row (self));
  g_autofree char *name = object != NULL ? daybook_desk_name (desk, daybook_customers.kind, daybook_day_object_get_who (object)) : NULL;

  daybook_round_row_set_object (as_row (self), object);
  if (object == NULL)
    return;

  gtk_label_set_text (daybook_round_row_get_name (as_row (self)), *name != '\0' ? name : _("No name"));
  gtk_label_set_text (daybook_round_row_get_word (as_row (self)), daybook_remembered_day_name (daybook_day_object_get_day (object)));
  gtk_label_set_text (self->calendar, daybook_day_calendar (daybook_day_object_get_day (object)));
  show_when (self, object);
}

static void
on_greet_clicked (DaybookDayRow *self)
{
  daybook_round_row_want (as_row (self), DAYBOOK_DAY_GREET);
}

static void
on_done_clicked (DaybookDayRow *self)
{
  daybook_round_row_want (as_row (self), DAYBOOK_DAY_DONE);
}

static void
daybook_day_row_class_init (DaybookDayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/customers/day-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookDayRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, DaybookDayRow, until);
  gtk_widget_class_bind_template_callback (widget_class, on_greet_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked);
}

static void
daybook_day_row_init (DaybookDayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (daybook_round_row_get_word (as_row (self))), "heading");
}

GtkWidget *
daybook_day_row_new (DaybookDesk *desk)
{
  DaybookDayRow *self = g_object_new (DAYBOOK_TYPE_DAY_ROW, NULL);

  daybook_round_row_set_desk (as_row (self), desk);
  return GTK_WIDGET (self);
}
