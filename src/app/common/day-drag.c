/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/day-drag.h"

/* So far, in pixels, a hand may tremble when it clicks. */
#define TREMBLE 6

struct _DaybookDayDrag
{
  GObject    parent_instance;

  GtkWidget *weeks;   /* borrowed: it owns this */
  GPtrArray *planned; /* or NULL */

  /* While a bar is held */
  gint64     key;     /* 0: none is */
  GDate      grabbed; /* the day at which it was taken */
  gboolean   by_end;
  gboolean   moves;
  int        days;    /* how far it has come */
};

G_DEFINE_FINAL_TYPE (DaybookDayDrag, daybook_day_drag, G_TYPE_OBJECT)

enum
{
  OPENED,
  CHOSEN,
  DAY_OPENED,
  MOVED,
  STRETCHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- What is under the hand -------------------------------------------------------------- */

/* NULL: none. */
static DaybookWeekRow *
week_at (DaybookDayDrag *self,
         double          x,
         double          y,
         double         *inner_x,
         double         *inner_y)
{
  GtkWidget *picked = gtk_widget_pick (self->weeks, x, y, GTK_PICK_DEFAULT);
  GtkWidget *week = picked != NULL ? gtk_widget_get_ancestor (picked, DAYBOOK_TYPE_WEEK_ROW) : NULL;

  if (week == NULL || !gtk_widget_translate_coordinates (self->weeks, week, x, y, inner_x, inner_y))
    return NULL;

  return DAYBOOK_WEEK_ROW (week);
}

static const GDate *
day_at (DaybookDayDrag *self,
        double          x,
        double          y)
{
  double inner_x, inner_y;
  DaybookWeekRow *week = week_at (self, x, y, &inner_x, &inner_y);

  return week != NULL ? daybook_day_cell_get_day (daybook_week_row_get_cell (week, daybook_week_row_column_at (week, inner_x))) : NULL;
}

static DaybookDayBar *
bar_at (DaybookDayDrag *self,
        double          x,
        double          y)
{
  GtkWidget *picked = gtk_widget_pick (self->weeks, x, y, GTK_PICK_DEFAULT);

  return picked != NULL ? (DaybookDayBar *) gtk_widget_get_ancestor (picked, DAYBOOK_TYPE_DAY_BAR) : NULL;
}

/* --- Dragging ------------------------------------------------------------------------------- */

static void
preview (DaybookDayDrag *self,
         const GDate    *from,
         const GDate    *to)
{
  for (GtkWidget *week = gtk_widget_get_first_child (self->weeks); week != NULL; week = gtk_widget_get_next_sibling (week))
    if (DAYBOOK_IS_WEEK_ROW (week))
      daybook_week_row_preview (DAYBOOK_WEEK_ROW (week), from, to);
}

/* A bar is one day long at least. */
static void
show_where (DaybookDayDrag *self,
            const GDate    *day)
{
  const DaybookPlanned *planned = daybook_planned_find (self->planned, self->key);
  GDate from, to;

  if (planned == NULL)
    return;

  self->days = g_date_days_between (&self->grabbed, day);
  if (self->by_end)
    self->days = MAX (self->days, g_date_days_between (&planned->last, &planned->first));
  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  g_date_set_julian (&from, g_date_get_julian (&planned->first) + (guint32) (self->by_end ? 0 : self->days));
  g_date_set_julian (&to, g_date_get_julian (&planned->last) + (guint32) self->days);
  preview (self, &from, &to);
}

gboolean
daybook_day_drag_cancel (DaybookDayDrag *self)
{
  gboolean held = self->key != 0 && self->moves;

  self->key = 0;
  self->moves = FALSE;
  preview (self, NULL, NULL);
  return held;
}

static void
on_drag_begun (DaybookDayDrag *self,
               double          x,
               double          y)
{
  DaybookDayBar *bar = bar_at (self, x, y);
  const GDate *day = day_at (self, x, y);
  double inner_x, inner_y;

  self->key = 0;
  if (bar == NULL || day == NULL || !gtk_widget_translate_coordinates (self->weeks, GTK_WIDGET (bar), x, y, &inner_x, &inner_y))
    return;

  self->key = daybook_day_bar_get_key (bar);
  self->grabbed = *day;
  self->by_end = daybook_day_bar_is_end (bar, inner_x);
  self->moves = FALSE;
  self->days = 0;
}

static void
on_drag_updated (DaybookDayDrag *self,
                 double          offset_x,
                 double          offset_y,
                 GtkGestureDrag *gesture)
{
  const GDate *day;
  double x, y;

  if (self->key == 0 || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  self->moves = self->moves || ABS (offset_x) > TREMBLE || ABS (offset_y) > TREMBLE;
  day = self->moves ? day_at (self, x + offset_x, y + offset_y) : NULL;
  if (day != NULL)
    show_where (self, day);
}

static void
on_drag_ended (DaybookDayDrag *self)
{
  gint64 key = self->key;
  gboolean moves = self->moves;

  daybook_day_drag_cancel (self);
  if (key != 0 && moves && self->days != 0)
    g_signal_emit (self, signals[self->by_end ? STRETCHED : MOVED], 0, key, self->days);
}

static void
on_drag_cancelled (DaybookDayDrag *self)
{
  daybook_day_drag_cancel (self);
}

/* --- Clicking --------------------------------------------------------------------------------- */

static void
on_released (DaybookDayDrag *self,
             int             n_press,
             double          x,
             double          y)
{
  DaybookDayBar *bar = bar_at (self, x, y);
  const GDate *day = day_at (self, x, y);
  double inner_x, inner_y;
  DaybookWeekRow *week = week_at (self, x, y, &inner_x, &inner_y);

  if (self->moves || day == NULL)
    return;
  if (bar != NULL)
    g_signal_emit (self, signals[OPENED], 0, daybook_day_bar_get_key (bar));
  else if (n_press == 2 || daybook_week_row_is_more (week, inner_x, inner_y))
    g_signal_emit (self, signals[DAY_OPENED], 0, day);
  else
    g_signal_emit (self, signals[CHOSEN], 0, day);
}

static void
daybook_day_drag_dispose (GObject *object)
{
  g_clear_pointer (&DAYBOOK_DAY_DRAG (object)->planned, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_day_drag_parent_class)->dispose (object);
}

static void
daybook_day_drag_class_init (DaybookDayDragClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_day_drag_dispose;
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DAY_OPENED] = g_signal_new ("day-opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);
  signals[STRETCHED] = g_signal_new ("stretched", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);
}

static void
daybook_day_drag_init (DaybookDayDrag *self)
{
}

DaybookDayDrag *
daybook_day_drag_attach (GtkWidget *weeks)
{
  DaybookDayDrag *self = g_object_new (DAYBOOK_TYPE_DAY_DRAG, NULL);
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();

  self->weeks = weeks;
  g_object_set_data_full (G_OBJECT (weeks), "day-drag", self, g_object_unref);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begun), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_updated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_ended), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (on_drag_cancelled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  gtk_gesture_group (click, drag);
  gtk_widget_add_controller (weeks, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (weeks, GTK_EVENT_CONTROLLER (click));
  return self;
}

void
daybook_day_drag_set_planned (DaybookDayDrag *self,
                              GPtrArray      *planned)
{
  g_clear_pointer (&self->planned, g_ptr_array_unref);
  self->planned = planned != NULL ? g_ptr_array_ref (planned) : NULL;
}
