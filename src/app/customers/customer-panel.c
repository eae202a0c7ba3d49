/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-panel.h"

#include "app/customers/calls-box.h"
#include "app/customers/customer-cases.h"
#include "app/customers/customer-days.h"
#include "app/customers/customer-figures.h"
#include "app/customers/customer-head.h"
#include "app/customers/customer-lists.h"
#include "app/customers/customer-orders.h"
#include "app/customers/customer-quality.h"
#include "app/customers/customer-recent.h"
#include "app/customers/customer-timeline.h"
#include "app/customers/customer-wants.h"
#include "app/customers/customer-ways.h"
#include "app/customers/similar-box.h"
#include "app/customers/vip-box.h"

/* The boxes, in the order in which they stand; the head is the first. */
static GType (*const BOXES[]) (void) = {
  daybook_customer_head_get_type,
  daybook_similar_box_get_type,
  daybook_customer_recent_get_type,
  daybook_calls_box_get_type,
  daybook_customer_cases_get_type,
  daybook_vip_box_get_type,
  daybook_customer_ways_get_type,
  daybook_customer_days_get_type,
  daybook_customer_wants_get_type,
  daybook_customer_figures_get_type,
  daybook_customer_quality_get_type,
  daybook_customer_orders_get_type,
  daybook_customer_timeline_get_type,
  daybook_customer_lists_get_type,
};

/* Those from here on tell of the past: of another customer they are filled once the first are drawn, so that nobody waits
 * for what stands further down. None of them is written in, nor has personal data in full. */
#define FIRST_OF_THE_PAST 9

struct _DaybookCustomerPanel
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkScrolledWindow  *scroller;
  GtkBox             *content;

  DaybookCustomerBox *boxes[G_N_ELEMENTS (BOXES)]; /* in the content; borrowed */

  /* Owned */
  DaybookDesk        *desk;
  DaybookRow         *customer;

  guint               frame; /* tick callback that awaits the first frame, or 0 */
  guint               later; /* source that fills the others behind it, or 0 */
};

G_DEFINE_FINAL_TYPE (DaybookCustomerPanel, daybook_customer_panel, ADW_TYPE_BIN)

static DaybookEye *
get_eye (DaybookCustomerPanel *self)
{
  return daybook_customer_head_get_eye (DAYBOOK_CUSTOMER_HEAD (self->boxes[0]));
}

static void
on_eye_asked (DaybookCustomerPanel *self,
              GPtrArray            *rows)
{
  for (guint i = 0; self->customer != NULL && i < G_N_ELEMENTS (BOXES); i++)
    daybook_customer_box_add_personal (self->boxes[i], rows);
}

static void
show_some (DaybookCustomerPanel *self,
           guint                 from,
           guint                 to)
{
  DaybookShow show = daybook_eye_get_show (get_eye (self));

  for (guint i = from; self->customer != NULL && i < to; i++)
    daybook_customer_box_show (self->boxes[i], self->desk, self->customer, show);
}

/* Until they are filled they tell of somebody else. */
static void
set_past_shown (DaybookCustomerPanel *self,
                gboolean              shown)
{
  for (guint i = FIRST_OF_THE_PAST; i < G_N_ELEMENTS (BOXES); i++)
    gtk_widget_set_child_visible (GTK_WIDGET (self->boxes[i]), shown);
}

static gboolean
is_waiting (DaybookCustomerPanel *self)
{
  return self->frame != 0 || self->later != 0;
}

static void
wait_no_longer (DaybookCustomerPanel *self)
{
  if (self->frame != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->frame);
  self->frame = 0;
  g_clear_handle_id (&self->later, g_source_remove);
}

static void
show_boxes (DaybookCustomerPanel *self)
{
  wait_no_longer (self);
  show_some (self, 0, G_N_ELEMENTS (BOXES));
  set_past_shown (self, TRUE);
}

static gboolean
on_drawn (gpointer data)
{
  DaybookCustomerPanel *self = data;

  self->later = 0;
  show_some (self, FIRST_OF_THE_PAST, G_N_ELEMENTS (BOXES));
  set_past_shown (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* Comes before the frame is drawn; what is idle comes behind it. */
static gboolean
on_frame (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  DaybookCustomerPanel *self = DAYBOOK_CUSTOMER_PANEL (widget);

  self->frame = 0;
  self->later = g_idle_add (on_drawn, self);
  return G_SOURCE_REMOVE;
}

static void
show_first_boxes (DaybookCustomerPanel *self)
{
  wait_no_longer (self);
  show_some (self, 0, FIRST_OF_THE_PAST);
  set_past_shown (self, FALSE);
  self->frame = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
}

static void
daybook_customer_panel_dispose (GObject *object)
{
  DaybookCustomerPanel *self = DAYBOOK_CUSTOMER_PANEL (object);

  wait_no_longer (self);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->customer, daybook_row_unref);

  G_OBJECT_CLASS (daybook_customer_panel_parent_class)->dispose (object);
}

static void
daybook_customer_panel_class_init (DaybookCustomerPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_customer_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/customers/customer-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomerPanel, content);
}

static void
daybook_customer_panel_init (DaybookCustomerPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (BOXES); i++)
    {
      self->boxes[i] = g_object_new (BOXES[i] (), NULL);
      gtk_box_append (self->content, GTK_WIDGET (self->boxes[i]));
    }
  g_signal_connect_object (get_eye (self), "asked", G_CALLBACK (on_eye_asked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_eye (self), "changed", G_CALLBACK (show_boxes), self, G_CONNECT_SWAPPED);
}

void
daybook_customer_panel_set_desk (DaybookCustomerPanel *self,
                                 DaybookDesk          *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  daybook_eye_set_desk (get_eye (self), desk);
}

void
daybook_customer_panel_show (DaybookCustomerPanel *self,
                             const DaybookRow     *customer)
{
  gboolean is_other = customer == NULL || self->customer == NULL || customer->rowid != self->customer->rowid;

  if (is_other)
    {
      for (guint i = 0; i < G_N_ELEMENTS (BOXES); i++)
        daybook_customer_box_leave (self->boxes[i]);
      daybook_eye_close (get_eye (self));
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }

  g_clear_pointer (&self->customer, daybook_row_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), customer != NULL);
  if (customer == NULL)
    {
      wait_no_longer (self);
      return;
    }

  self->customer = daybook_row_ref ((DaybookRow *) customer);
  daybook_eye_check (get_eye (self));
  if ((is_other || is_waiting (self)) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_first_boxes (self);
  else
    show_boxes (self);
}

void
daybook_customer_panel_edit_note (DaybookCustomerPanel *self)
{
  daybook_customer_head_edit_note (DAYBOOK_CUSTOMER_HEAD (self->boxes[0]));
}
