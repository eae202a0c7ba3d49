/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat/wheel.h"

/* Where a controller listens of itself is kept with it. */
#define PHASE_KEY "daybook-wheel-phase"

static void
let_pass (GtkEventController *controller)
{
  if (g_object_get_data (G_OBJECT (controller), PHASE_KEY) == NULL)
    g_object_set_data (G_OBJECT (controller), PHASE_KEY, GINT_TO_POINTER (gtk_event_controller_get_propagation_phase (controller)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
}

static void
take_again (GtkEventController *controller)
{
  gpointer phase = g_object_get_data (G_OBJECT (controller), PHASE_KEY);

  if (phase != NULL)
    gtk_event_controller_set_propagation_phase (controller, (GtkPropagationPhase) GPOINTER_TO_INT (phase));
}

static void
each_wheel (GtkWidget *widget,
            void     (*act) (GtkEventController *controller))
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        act (controller);
    }
}

static void
on_size_changed (GtkScrolledWindow *scroller,
                 GtkAdjustment     *adjustment)
{
  gboolean has_more = gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);

  each_wheel (GTK_WIDGET (scroller), has_more ? take_again : let_pass);
}

void
daybook_wheel_never (GtkWidget *widget)
{
  each_wheel (widget, let_pass);
}

void
daybook_wheel_at_need (GtkScrolledWindow *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);

  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_size_changed), scroller, G_CONNECT_SWAPPED);
  on_size_changed (scroller, adjustment);
}
