/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat/drag-scroll.h"

/* How near to an edge it begins, and how fast it is at the edge itself. */
#define EDGE_PX 48
#define SPEED_PX_S 900

typedef struct
{
  GtkScrolledWindow *scrolled; /* borrowed: it owns this */
  double             speed;    /* pixels a second, downwards; 0: it stands still */
  gint64             last_us;  /* when it moved last */
  guint              tick;
} Scroll;

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Scroll *scroll = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroll->scrolled);
  gint64 now_us = gdk_frame_clock_get_frame_time (clock);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                        + scroll->speed * (double) (now_us - scroll->last_us) / G_USEC_PER_SEC);
  scroll->last_us = now_us;
  return G_SOURCE_CONTINUE;
}

static void
stop (Scroll *scroll)
{
  if (scroll->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (scroll->scrolled), scroll->tick);
  scroll->tick = 0;
}

static void
start (Scroll *scroll)
{
  if (scroll->tick != 0)
    return;

  scroll->last_us = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (scroll->scrolled)));
  scroll->tick = gtk_widget_add_tick_callback (GTK_WIDGET (scroll->scrolled), on_tick, scroll, NULL);
}

/* The nearer to the edge the faster. */
static double
speed_at (double y,
          double height)
{
  double edge = MIN (EDGE_PX, height / 3);

  if (y < edge)
    return -SPEED_PX_S * (edge - y) / edge;

  return y > height - edge ? SPEED_PX_S * (y - (height - edge)) / edge : 0;
}

static void
on_motion (GtkDropControllerMotion *motion,
           double                   x,
           double                   y,
           gpointer                 data)
{
  Scroll *scroll = data;

  scroll->speed = speed_at (y, gtk_widget_get_height (GTK_WIDGET (scroll->scrolled)));
  if (scroll->speed < 0 || scroll->speed > 0)
    start (scroll);
  else
    stop (scroll);
}

static void
on_enter (GtkDropControllerMotion *motion,
          double                   x,
          double                   y,
          gpointer                 data)
{
  on_motion (motion, x, y, data);
}

static void
on_leave (GtkDropControllerMotion *motion,
          gpointer                 data)
{
  stop (data);
}

void
daybook_drag_scroll_attach (GtkScrolledWindow *scrolled)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();
  Scroll *scroll = g_new0 (Scroll, 1);

  scroll->scrolled = scrolled;
  g_signal_connect (motion, "enter", G_CALLBACK (on_enter), scroll);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), scroll);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), scroll);
  g_object_set_data_full (G_OBJECT (motion), "scroll", scroll, g_free);
  gtk_widget_add_controller (GTK_WIDGET (scrolled), motion);
}
