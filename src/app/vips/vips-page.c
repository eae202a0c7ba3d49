/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/vips/vips-page.h"

#include "app/common/desk.h"
#include "app/common/round-list.h"
#include "app/common/wait-box.h"
#include "app/customers/customer-panel.h"
#include "app/vips/vip-acts.h"
#include "app/vips/vip-words.h"
#include "core/customer.h"

#include <glib/gi18n-lib.h>

struct _DaybookVipsPage
{
  DaybookPage           parent_instance;

  /* Template widgets */
  GtkToggleButton      *proposals;
  GtkToggleButton      *all;
  GtkToggleButton      *contact;
  GtkBox               *waiting;
  GtkStack             *stack;
  AdwStatusPage        *nothing;
  GtkWidget            *set_up;
  GtkLabel             *count;
  GtkWidget            *confirm_all;
  GtkDropDown          *order;
  GtkListView          *list;
  DaybookCustomerPanel *panel;

  /* Borrowed */
  DaybookWaitBox       *wait;

  /* Owned */
  DaybookDesk          *desk;
  DaybookVipList       *read;        /* what is shown; NULL: nothing yet */
  DaybookRoundList     *customers;   /* of DaybookVipObject */

  DaybookVipsView       view;
};

G_DEFINE_FINAL_TYPE (DaybookVipsPage, daybook_vips_page, DAYBOOK_TYPE_PAGE)

static DaybookReader *
get_reader (DaybookVipsPage *self)
{
  return daybook_store_get_reader (daybook_desk_get_store (self->desk));
}

/* Whoever may not give a grade sees the proposals, and answers none. */
static gboolean
can_answer (DaybookVipsPage *self)
{
  return self->view == DAYBOOK_VIPS_PROPOSALS && daybook_desk_may (self->desk, DAYBOOK_RIGHT_GRADE);
}

/* --- What is seen ------------------------------------------------------------------------------ */

static void
show_state (DaybookVipsPage *self)
{
  guint n = daybook_round_list_count (self->customers);
  g_autofree char *text = daybook_vip_words_count (get_reader (self), self->read, self->view, n);
  const char *title, *description;

  daybook_vip_words_empty (self->read, self->view, &title, &description);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (self->confirm_all, can_answer (self) && n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->order), self->view == DAYBOOK_VIPS_CONTACT);
  gtk_widget_set_visible (self->set_up, !daybook_vip_words_used (self->read));
  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, description);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
}

static DaybookRow *
row_at (DaybookVipsPage *self,
        guint            position)
{
  g_autoptr(DaybookVipObject) object = daybook_round_list_at (self->customers, position);

  return object != NULL ? daybook_reader_row (get_reader (self), &daybook_customers, daybook_vip_object_get_mark (object)->customer, NULL) : NULL;
}

static void
show_panel (DaybookVipsPage *self)
{
  g_autoptr(DaybookRow) row = daybook_vips_page_get_open (self);

  if (daybook_page_is_panel_open (DAYBOOK_PAGE (self)))
    daybook_customer_panel_show (self->panel, row);
}

static void
take (DaybookVipsPage *self)
{
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->read->marks->len; i++)
    g_ptr_array_add (objects, daybook_vip_object_new (&g_array_index (self->read->marks, DaybookVipMark, i)));
  daybook_round_list_take (self->customers, objects);
}

/* --- Asking --------------------------------------------------------------------------------------- */

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DaybookVipsPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookVipList) read = daybook_vip_list_read_finish (result, &error);

  /* Stopped, or asked anew: then the next one is waited for. */
  if (g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    return;

  daybook_wait_box_end (self->wait);
  if (read == NULL)
    {
      g_warning ("%s", error->message);
      return;
    }

  g_clear_pointer (&self->read, daybook_vip_list_free);
  self->read = g_steal_pointer (&read);
  take (self);
  show_state (self);
  show_panel (self);
  daybook_page_commands_changed (DAYBOOK_PAGE (self));
}

static void
ask (DaybookPage  *page,
     DaybookLane  *lane,
     GCancellable *cancellable)
{
  DaybookVipsPage *self = DAYBOOK_VIPS_PAGE (page);
  const DaybookVipQuestion question = {
    self->view, gtk_drop_down_get_selected (self->order) == 1 ? DAYBOOK_VIPS_BY_GRADE : DAYBOOK_VIPS_BY_TIME,
    daybook_store_get_now (daybook_desk_get_store (self->desk)),
  };

  daybook_wait_box_begin (self->wait, cancellable);
  if (gtk_stack_get_visible_child_name (self->stack) != NULL && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "stopped"))
    gtk_stack_set_visible_child_name (self->stack, "nothing-yet");
  daybook_vip_list_read_async (lane, &question, daybook_wait_box_ear (self->wait), cancellable, on_read, g_object_ref (self));
}

/* What was found before stays in sight. */
static void
on_stopped (DaybookVipsPage *self)
{
  if (daybook_round_list_count (self->customers) == 0)
    gtk_stack_set_visible_child_name (self->stack, "stopped");
}

static void
on_again_clicked (DaybookVipsPage *self)
{
  daybook_round_list_ask (self->customers);
}

static void
turn_to (DaybookVipsPage *self,
         DaybookVipsView  view)
{
  if (self->view == view)
    return;

  self->view = view;
  daybook_round_list_clear (self->customers);
  gtk_stack_set_visible_child_name (self->stack, "nothing-yet");
  daybook_round_list_ask (self->customers);
}

static void
on_view_toggled (DaybookVipsPage *self)
{
  turn_to (self, gtk_toggle_button_get_active (self->proposals) ? DAYBOOK_VIPS_PROPOSALS
                 : gtk_toggle_button_get_active (self->all)     ? DAYBOOK_VIPS_ALL
                                                                : DAYBOOK_VIPS_CONTACT);
}

static void
on_order_chosen (DaybookVipsPage *self)
{
  if (self->customers != NULL && self->view == DAYBOOK_VIPS_CONTACT)
    daybook_round_list_ask (self->customers);
}

/* --- Acts ------------------------------------------------------------------------------------------- */

static void
do_selected (DaybookVipsPage *self,
             DaybookVipStep   step)
{
  g_autoptr(GPtrArray) objects = daybook_round_list_selected (self->customers);

  daybook_round_list_leave (self->customers, daybook_round_list_first_selected (self->customers));
  daybook_vip_act_step (GTK_WIDGET (self), self->desk, &self->read->rules, objects, step);
}

static void
on_step_wanted (DaybookVipsPage  *self,
                DaybookVipObject *object,
                guint             step)
{
  g_autoptr(GPtrArray) objects = g_ptr_array_new ();

  daybook_round_list_leave (self->customers, daybook_round_list_find (self->customers, object));
  g_ptr_array_add (objects, object);
  daybook_vip_act_step (GTK_WIDGET (self), self->desk, &self->read->rules, objects, (DaybookVipStep) step);
}

static void
on_confirm_all_clicked (DaybookVipsPage *self)
{
  if (self->read != NULL && self->read->candidates != NULL)
    daybook_vip_act_confirm (GTK_WIDGET (self), self->desk, &self->read->rules, self->read->candidates);
}

static void
open_at (DaybookVipsPage *self,
         guint            position)
{
  g_autoptr(DaybookRow) row = row_at (self, position);

  if (row == NULL)
    return;

  daybook_round_list_select (self->customers, position);
  daybook_page_open_panel (DAYBOOK_PAGE (self));
  show_panel (self);
}

/* --- Rows ------------------------------------------------------------------------------------------- */

static GtkWidget *
make_row (DaybookPage *page)
{
  GtkWidget *row = daybook_vip_row_new (DAYBOOK_VIPS_PAGE (page)->desk);

  g_signal_connect_object (row, "step", G_CALLBACK (on_step_wanted), page, G_CONNECT_SWAPPED);
  return row;
}

static void
show_row (DaybookPage *page,
          GtkWidget   *row,
          gpointer     object)
{
  daybook_vip_row_show (DAYBOOK_VIP_ROW (row), object, object != NULL ? &DAYBOOK_VIPS_PAGE (page)->read->rules : NULL);
}

static gint64
find_key (gpointer object)
{
  return daybook_vip_object_get_mark (object)->customer;
}

static void
renew (gpointer object,
       gpointer newer)
{
  daybook_vip_object_take (object, newer);
}

static const DaybookRoundListSpec SPEC = { daybook_vip_object_get_type, make_row, show_row, ask, find_key, renew };

/* --- The page ---------------------------------------------------------------------------------------- */

DaybookRow *
daybook_vips_page_get_open (DaybookVipsPage *self)
{
  guint position = daybook_round_list_first_selected (self->customers);

  return position != GTK_INVALID_LIST_POSITION ? row_at (self, position) : NULL;
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  DaybookVipsPage *self = DAYBOOK_VIPS_PAGE (page);
  gboolean any = daybook_round_list_count_selected (self->customers) > 0;
  gboolean proposals = self->view == DAYBOOK_VIPS_PROPOSALS;
  gboolean possible;

  if (daybook_round_list_can (self->customers, command, &possible))
    return possible;
  if (g_str_equal (command, "open"))
    return any;
  if (g_str_equal (command, "done"))
    return any && (!proposals || can_answer (self));
  if (g_str_equal (command, "decline"))
    return any && can_answer (self);

  return g_str_equal (command, "called") && any && !proposals;
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookVipsPage *self = DAYBOOK_VIPS_PAGE (page);

  if (daybook_round_list_perform (self->customers, command))
    return;
  if (g_str_equal (command, "done"))
    do_selected (self, self->view == DAYBOOK_VIPS_PROPOSALS ? DAYBOOK_VIP_CONFIRM : DAYBOOK_VIP_CONTACTED);
  else if (g_str_equal (command, "decline"))
    do_selected (self, DAYBOOK_VIP_DECLINE);
  else if (g_str_equal (command, "called"))
    do_selected (self, DAYBOOK_VIP_CALLED);
  else
    open_at (self, daybook_round_list_first_selected (self->customers));
}

static void
shown (DaybookPage *page)
{
  daybook_round_list_shown (DAYBOOK_VIPS_PAGE (page)->customers);
}

static void
daybook_vips_page_dispose (GObject *object)
{
  DaybookVipsPage *self = DAYBOOK_VIPS_PAGE (object);

  g_clear_object (&self->customers);
  g_clear_pointer (&self->read, daybook_vip_list_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_vips_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/vips/vips-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, proposals);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, all);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, contact);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, set_up);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, count);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, confirm_all);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, order);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipsPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, on_view_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_order_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, open_at);
}

static void
daybook_vips_page_class_init (DaybookVipsPageClass *klass)
{
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_vips_page_dispose;
  page_class->can = can;
  page_class->perform = perform;
  page_class->shown = shown;

  g_type_ensure (DAYBOOK_TYPE_CUSTOMER_PANEL);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_vips_page_init (DaybookVipsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->wait = DAYBOOK_WAIT_BOX (daybook_wait_box_new (_("Looking through the customers…")));
  gtk_widget_set_hexpand (GTK_WIDGET (self->wait), TRUE);
  gtk_box_append (self->waiting, GTK_WIDGET (self->wait));
  g_signal_connect_object (self->wait, "stopped", G_CALLBACK (on_stopped), self, G_CONNECT_SWAPPED);
}

DaybookPage *
daybook_vips_page_new (DaybookStore *store)
{
  DaybookVipsPage *self = g_object_new (DAYBOOK_TYPE_VIPS_PAGE, NULL);

  self->desk = g_object_ref (daybook_desk_of (store));
  self->customers = daybook_round_list_new (DAYBOOK_PAGE (self), store, self->list, &SPEC);
  daybook_customer_panel_set_desk (self->panel, self->desk);
  g_signal_connect_object (daybook_round_list_get_selection (self->customers), "selection-changed", G_CALLBACK (show_panel), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::panel-open", G_CALLBACK (show_panel), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_get_clock (self->desk), "minute", G_CALLBACK (daybook_round_list_outdate), self->customers, G_CONNECT_SWAPPED);
  daybook_round_list_ask (self->customers);
  return DAYBOOK_PAGE (self);
}
