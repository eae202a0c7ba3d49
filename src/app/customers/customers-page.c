/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customers-page.h"

#include "app/common/shell.h"
#include "app/customers/customer-panel.h"
#include "app/customers/set-note.h"
#include "core/customer.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

struct _DaybookCustomersPage
{
  DaybookListPage       parent_instance;

  /* Template widgets */
  DaybookCustomerPanel *panel;
};

G_DEFINE_FINAL_TYPE (DaybookCustomersPage, daybook_customers_page, DAYBOOK_TYPE_LIST_PAGE)

static const int COLUMNS[] = {
  DAYBOOK_CUSTOMER_NAME,
  DAYBOOK_CUSTOMER_FIRST_SEEN,
  DAYBOOK_CUSTOMER_NOTE,
  -1,
};

static void
on_note_edited (DaybookCustomersPage *self,
                DaybookRow           *customer,
                const char           *text)
{
  DaybookStore *store = daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));

  daybook_set_note (GTK_WIDGET (self), customer, DAYBOOK_CUSTOMER_NOTE, daybook_store_get_agent (store), text);
}

static void
on_order_wanted (DaybookCustomersPage *self,
                 DaybookRow           *order)
{
  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_orders, &order->id);
}

static void
show_row (DaybookListPage  *list,
          const DaybookRow *customer)
{
  daybook_customer_panel_show (DAYBOOK_CUSTOMERS_PAGE (list)->panel, customer);
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  if (g_str_equal (command, "note"))
    {
      g_autoptr(DaybookRow) customer = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (page));

      return customer != NULL;
    }

  return DAYBOOK_PAGE_CLASS (daybook_customers_page_parent_class)->can (page, command);
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookPageClass *parent_class = DAYBOOK_PAGE_CLASS (daybook_customers_page_parent_class);

  if (!g_str_equal (command, "note"))
    {
      parent_class->perform (page, command);
      return;
    }

  if (!daybook_page_is_panel_open (page))
    parent_class->perform (page, "open");
  daybook_customer_panel_edit_note (DAYBOOK_CUSTOMERS_PAGE (page)->panel);
}

static void
daybook_customers_page_class_init (DaybookCustomersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  page_class->can = can;
  page_class->perform = perform;
  DAYBOOK_LIST_PAGE_CLASS (klass)->show_row = show_row;

  g_type_ensure (DAYBOOK_TYPE_CUSTOMER_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/customers/customers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomersPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, on_note_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_order_wanted);
}

static void
daybook_customers_page_init (DaybookCustomersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookPage *
daybook_customers_page_new (DaybookStore *store)
{
  DaybookCustomersPage *self = g_object_new (DAYBOOK_TYPE_CUSTOMERS_PAGE, NULL);

  daybook_customer_panel_set_desk (self->panel, daybook_desk_of (store));
  daybook_list_page_set_up (DAYBOOK_LIST_PAGE (self), store, &daybook_customers, COLUMNS);
  daybook_list_page_set_heading (DAYBOOK_LIST_PAGE (self), _("Customers"));
  return DAYBOOK_PAGE (self);
}
