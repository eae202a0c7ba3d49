/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat/capped-scroller.h"

/* Below that there is nothing to be seen. */
#define LEAST 64

struct _DaybookCappedScroller
{
  GtkWidget  parent_instance;

  GtkWidget *scrolled;
  GtkWidget *child;
  int        cap; /* pixels */
};

G_DEFINE_FINAL_TYPE (DaybookCappedScroller, daybook_capped_scroller, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
daybook_capped_scroller_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
daybook_capped_scroller_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  DaybookCappedScroller *self = DAYBOOK_CAPPED_SCROLLER (widget);

  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  *natural = MIN (*natural, self->cap);
  *minimum = MIN (*natural, LEAST);
}

static void
daybook_capped_scroller_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  gtk_widget_size_allocate (DAYBOOK_CAPPED_SCROLLER (widget)->scrolled, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
daybook_capped_scroller_dispose (GObject *object)
{
  DaybookCappedScroller *self = DAYBOOK_CAPPED_SCROLLER (object);

  self->child = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (daybook_capped_scroller_parent_class)->dispose (object);
}

static void
daybook_capped_scroller_class_init (DaybookCappedScrollerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_capped_scroller_dispose;
  widget_class->get_request_mode = daybook_capped_scroller_get_request_mode;
  widget_class->measure = daybook_capped_scroller_measure;
  widget_class->size_allocate = daybook_capped_scroller_size_allocate;
}

static void
daybook_capped_scroller_init (DaybookCappedScroller *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

void
daybook_capped_scroller_set_child (DaybookCappedScroller *self,
                                   GtkWidget             *child,
                                   int                    cap)
{
  g_return_if_fail (self->child == NULL);

  self->child = child;
  self->cap = cap;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), child);
}
