/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-orders.h"

#include "app/common/cell.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

/* The newest: making and drawing a row takes longer than reading fifty of them. */
#define FIRST 8
/* Once somebody asks for the older ones; all of them are a filter away. */
#define MOST 50

struct _DaybookCustomerOrders
{
  DaybookCustomerBox parent_instance;

  GtkListBox        *orders;
  GtkWidget         *older;
  GtkLabel          *orders_rest;

  guint              limit;
  GString           *shown; /* all that the list of orders says */
};

G_DEFINE_FINAL_TYPE (DaybookCustomerOrders, daybook_customer_orders, DAYBOOK_TYPE_CUSTOMER_BOX)

static DaybookDesk *
get_desk (DaybookCustomerOrders *self)
{
  return daybook_customer_box_get_desk (DAYBOOK_CUSTOMER_BOX (self));
}

static DaybookReader *
get_reader (DaybookCustomerOrders *self)
{
  return daybook_customer_box_get_reader (DAYBOOK_CUSTOMER_BOX (self));
}

static const DaybookRow *
get_customer (DaybookCustomerOrders *self)
{
  return daybook_customer_box_get_customer (DAYBOOK_CUSTOMER_BOX (self));
}

static void
on_order_activated (DaybookCustomerOrders *self,
                    GtkListBoxRow         *row)
{
  const DaybookRow *order = g_object_get_data (G_OBJECT (row), "order");

  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_orders, &order->id);
}

static void
clear_orders (DaybookCustomerOrders *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->orders, 0)) != NULL)
    gtk_list_box_remove (self->orders, GTK_WIDGET (row));
}

/* "¥168.00 · Yesterday 22:41 · 福鼎白毫银针": beside the number there is no room. */
static char *
describe_order (DaybookCustomerOrders *self,
                const DaybookRow     *order)
{
  g_autofree char *paid = daybook_desk_format (get_desk (self), order, DAYBOOK_ORDER_PAID, DAYBOOK_SHOW_MASKED);
  g_autofree char *created = daybook_desk_format (get_desk (self), order, DAYBOOK_ORDER_CREATED, DAYBOOK_SHOW_MASKED);
  const char *title = daybook_row_text (order, DAYBOOK_ORDER_TITLE);

  return g_strjoin (" · ", paid, created, *title != '\0' ? title : NULL, NULL);
}

static void
add_order (DaybookCustomerOrders *self,
           DaybookRow           *order)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *chip = gtk_label_new (NULL);
  g_autofree char *name = daybook_desk_order_name (get_desk (self), order);
  g_autofree char *subtitle = describe_order (self, order);

  /* Numbers and titles are no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  daybook_chip_show (GTK_LABEL (chip), order, DAYBOOK_ORDER_STAGE);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  g_object_set_data_full (G_OBJECT (row), "order", daybook_row_ref (order), (GDestroyNotify) daybook_row_unref);
  gtk_list_box_append (self->orders, row);
}

/* (element-type DaybookRow), or NULL: the newest. `query` gets their filter. */
static GPtrArray *
read_orders (DaybookCustomerOrders *self,
             DaybookQuery         *query)
{
  g_autofree char *id = daybook_id_to_string (&get_customer (self)->id);
  const char *const words[] = { id, NULL };
  GPtrArray *orders = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GArray) keys = NULL;

  daybook_query_add (query, DAYBOOK_ORDER_CUSTOMER, DAYBOOK_OP_EQ, words);
  keys = daybook_reader_keys (get_reader (self), query, self->limit, NULL);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      DaybookRow *order = daybook_reader_row (get_reader (self), &daybook_orders, g_array_index (keys, gint64, i), NULL);

      if (order != NULL)
        g_ptr_array_add (orders, order);
    }

  return orders;
}

/* All that rows made of these orders would say. */
static GString *
sum_up (DaybookCustomerOrders *self,
        GPtrArray            *orders)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < orders->len; i++)
    {
      const DaybookRow *order = g_ptr_array_index (orders, i);
      g_autofree char *subtitle = describe_order (self, order);

      g_string_append_printf (text, "%" G_GINT64_FORMAT "\t%s\t%" G_GINT64_FORMAT "\t%s\n", order->rowid,
                              daybook_row_text (order, DAYBOOK_ORDER_NUMBER),
                              daybook_row_int (order, DAYBOOK_ORDER_STAGE), subtitle);
    }

  return text;
}

static void
show_orders_rest (DaybookCustomerOrders *self,
                  const DaybookQuery   *query,
                  guint                 n_shown)
{
  gint64 n = n_shown < self->limit ? n_shown : daybook_reader_count (get_reader (self), query, DAYBOOK_WORDS_REST_MAX, NULL);
  g_autofree char *rest = daybook_words_rest (n, n_shown);

  gtk_label_set_label (self->orders_rest, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->orders_rest), *rest != '\0');
  gtk_widget_set_visible (self->older, *rest != '\0' && self->limit < MOST);
}

/* Every change of the book comes by here: rows that would be the same stay. */
static void
show (DaybookCustomerBox *box)
{
  DaybookCustomerOrders *self = DAYBOOK_CUSTOMER_ORDERS (box);
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GPtrArray) orders = NULL;
  GString *text;
  gboolean is_same;

  if (daybook_customer_box_is_other (box))
    self->limit = FIRST;
  orders = read_orders (self, query);
  text = sum_up (self, orders);
  is_same = g_string_equal (text, self->shown);
  g_string_free (self->shown, TRUE);
  self->shown = text;
  show_orders_rest (self, query, orders->len);
  gtk_widget_set_visible (GTK_WIDGET (self), orders->len > 0);
  if (is_same)
    return;

  clear_orders (self);
  for (guint i = 0; i < orders->len; i++)
    add_order (self, g_ptr_array_index (orders, i));
}

static void
on_older_clicked (DaybookCustomerOrders *self)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);

  self->limit = MOST;
  daybook_customer_box_show (box, get_desk (self), get_customer (self), daybook_customer_box_get_show (box));
}

static void
daybook_customer_orders_finalize (GObject *object)
{
  g_string_free (DAYBOOK_CUSTOMER_ORDERS (object)->shown, TRUE);

  G_OBJECT_CLASS (daybook_customer_orders_parent_class)->finalize (object);
}

static void
daybook_customer_orders_class_init (DaybookCustomerOrdersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_customer_orders_finalize;
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->show = show;
}

static void
daybook_customer_orders_init (DaybookCustomerOrders *self)
{
  self->shown = g_string_new (NULL);
  self->orders = GTK_LIST_BOX (gtk_list_box_new ());
  self->orders_rest = GTK_LABEL (gtk_label_new (NULL));
  gtk_list_box_set_selection_mode (self->orders, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->orders), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->orders), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Orders of This Customer"), -1);
  g_signal_connect_object (self->orders, "row-activated", G_CALLBACK (on_order_activated), self, G_CONNECT_SWAPPED);
  gtk_label_set_xalign (self->orders_rest, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->orders_rest), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self->orders_rest), "dim-label");
  self->limit = FIRST;
  daybook_customer_box_set_group (DAYBOOK_CUSTOMER_BOX (self), _("Orders"), NULL);
  daybook_customer_box_append (DAYBOOK_CUSTOMER_BOX (self), GTK_WIDGET (self->orders));
  daybook_customer_box_append (DAYBOOK_CUSTOMER_BOX (self), GTK_WIDGET (self->orders_rest));
  self->older = daybook_customer_box_append_older (DAYBOOK_CUSTOMER_BOX (self));
  g_signal_connect_object (self->older, "clicked", G_CALLBACK (on_older_clicked), self, G_CONNECT_SWAPPED);
}
