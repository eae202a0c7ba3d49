/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customers-page.h"

#include "app/common/derived-column.h"
#include "app/common/last-act.h"
#include "app/common/list-views.h"
#include "app/common/words.h"
#include "app/customers/customer-bulk.h"
#include "app/customers/customer-panel.h"
#include "app/customers/customer-views.h"
#include "app/customers/merge-customers.h"
#include "app/customers/person-acts.h"
#include "core/customer.h"
#include "core/moment.h"
#include "core/money.h"
#include "store/customer-acts.h"
#include "store/customer-totals.h"

#include <glib/gi18n-lib.h>

struct _DaybookCustomersPage
{
  DaybookListPage       parent_instance;

  /* Template widgets */
  DaybookCustomerPanel *panel;

  DaybookCustomerBulk  *bulk;   /* NULL until several are selected first; borrowed */
  DaybookListViews     *views;  /* owned */
};

G_DEFINE_FINAL_TYPE (DaybookCustomersPage, daybook_customers_page, DAYBOOK_TYPE_LIST_PAGE)

static const int COLUMNS[] = {
  DAYBOOK_CUSTOMER_NAME,
  DAYBOOK_CUSTOMER_FIRST_SEEN,
  DAYBOOK_CUSTOMER_NOTE,
  -1,
};

/* --- What tells one customer from another --------------------------------------------- */

/* "Taobao · bambooslip": the first, as there is seldom another. */
static char *
describe_account (DaybookDesk      *desk,
                  const DaybookRow *customer)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (desk));
  g_autoptr(GPtrArray) handles = daybook_reader_some_parts (reader, &daybook_handles, DAYBOOK_HANDLE_CUSTOMER, &customer->id,
                                                            DAYBOOK_PARTS_FIRST, 1, NULL);
  g_autofree char *account = NULL;
  g_autofree char *platform = NULL;

  if (handles == NULL || handles->len == 0)
    return g_strdup ("");

  platform = daybook_desk_format (desk, handles->pdata[0], DAYBOOK_HANDLE_PLATFORM, DAYBOOK_SHOW_MASKED);
  account = daybook_desk_format (desk, handles->pdata[0], DAYBOOK_HANDLE_ACCOUNT, DAYBOOK_SHOW_MASKED);
  return g_strjoin (" · ", platform, account, NULL);
}

/* What was read last, with the desk: three cells beside each other tell of it. It is forgotten before the book can be
 * another one. */
#define READ_LAST "customer-totals-read-last"

typedef struct
{
  gint64                 customer;
  DaybookCustomerTotals *totals; /* or NULL */
} ReadLast;

static void
read_last_free (gpointer data)
{
  ReadLast *last = data;

  g_clear_pointer (&last->totals, daybook_customer_totals_free);
  g_free (last);
}

static gboolean
on_idle (gpointer desk)
{
  g_object_set_data (desk, READ_LAST, NULL);
  return G_SOURCE_REMOVE;
}

/* NULL: they cannot be read. (transfer none) */
static const DaybookCustomerTotals *
read_totals (DaybookDesk      *desk,
             const DaybookRow *customer)
{
  ReadLast *last = g_object_get_data (G_OBJECT (desk), READ_LAST);

  if (last != NULL && last->customer == customer->rowid)
    return last->totals;
  if (last == NULL)
    g_idle_add_full (G_PRIORITY_HIGH, on_idle, g_object_ref (desk), g_object_unref);

  last = g_new (ReadLast, 1);
  *last = (ReadLast) { customer->rowid,
                       daybook_reader_customer_totals (daybook_store_get_reader (daybook_desk_get_store (desk)), customer->rowid, NULL) };
  g_object_set_data_full (G_OBJECT (desk), READ_LAST, last, read_last_free);
  return last->totals;
}

static char *
describe_count (DaybookDesk      *desk,
                const DaybookRow *customer)
{
  const DaybookCustomerTotals *totals = read_totals (desk, customer);
  g_autofree char *count = daybook_words_count (totals != NULL ? totals->n_orders : 0);

  if (totals == NULL)
    return g_strdup ("");

  return totals->n_orders < DAYBOOK_TOTALS_MAX ? g_steal_pointer (&count) : g_strconcat (count, "+", NULL);
}

static char *
describe_newest (DaybookDesk      *desk,
                 const DaybookRow *customer)
{
  const DaybookCustomerTotals *totals = read_totals (desk, customer);

  if (totals == NULL || totals->newest == 0)
    return g_strdup ("");

  return daybook_moment_format (totals->newest, daybook_clock_get_now (daybook_desk_get_clock (desk)),
                                daybook_store_get_zone (daybook_desk_get_store (desk)));
}

static char *
describe_paid (DaybookDesk      *desk,
               const DaybookRow *customer)
{
  const DaybookCustomerTotals *totals = read_totals (desk, customer);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; totals != NULL && i < totals->paid->len; i++)
    {
      const DaybookTotal *paid = &g_array_index (totals->paid, DaybookTotal, i);
      const char *shop = daybook_store_get_currency (daybook_desk_get_store (desk));
      g_autofree char *money = daybook_money_format (paid->amount, *paid->currency != '\0' ? paid->currency : shop);

      g_string_append_printf (text, i > 0 ? " · %s" : "%s", money);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_columns (DaybookCustomersPage *self,
             DaybookDesk          *desk)
{
  DaybookListPage *list = DAYBOOK_LIST_PAGE (self);

  daybook_list_page_insert_column (list, 1, daybook_derived_column_new (desk, "account", _("Account"), DAYBOOK_TEXT_PLAIN, 230,
                                                                        describe_account));
  daybook_list_page_insert_column (list, 2, daybook_derived_column_new (desk, "orders", _("Orders"), DAYBOOK_TEXT_FIGURE, 80,
                                                                        describe_count));
  daybook_list_page_insert_column (list, 3, daybook_derived_column_new (desk, "last_order", _("Last order"), DAYBOOK_TEXT_TIME, 128,
                                                                        describe_newest));
  daybook_list_page_insert_column (list, 4, daybook_derived_column_new (desk, "paid", _("Paid"), DAYBOOK_TEXT_FIGURE, 110,
                                                                        describe_paid));
}

/* --- Views --------------------------------------------------------------------------- */

static void
show_view (DaybookPage *page,
           const char  *key)
{
  daybook_list_views_turn_to (DAYBOOK_CUSTOMERS_PAGE (page)->views, key);
}

static void
show_query (DaybookPage        *page,
            const DaybookQuery *query)
{
  daybook_list_views_show_query (DAYBOOK_CUSTOMERS_PAGE (page)->views, DAYBOOK_CUSTOMER_VIEW_ALL, query);
}

static const char *
get_view (DaybookPage *page)
{
  return daybook_list_views_get_key (DAYBOOK_CUSTOMERS_PAGE (page)->views);
}

static void
query_changed (DaybookListPage *list)
{
  if (DAYBOOK_CUSTOMERS_PAGE (list)->views != NULL)
    daybook_list_views_query_changed (DAYBOOK_CUSTOMERS_PAGE (list)->views);
}

/* --- Several -------------------------------------------------------------------------- */

/* (element-type DaybookRow) (transfer full) */
static GPtrArray *
read_selected (DaybookCustomersPage *self)
{
  g_autoptr(GArray) keys = daybook_list_page_get_selected (DAYBOOK_LIST_PAGE (self));

  return daybook_reader_rows (daybook_store_get_reader (daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self))), &daybook_customers,
                              (const gint64 *) keys->data, keys->len, NULL);
}

static void
on_tag (DaybookCustomersPage *self,
        const char           *with,
        const char           *without)
{
  DaybookStore *store = daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));
  g_autoptr(GPtrArray) customers = read_selected (self);
  g_autofree char *title = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (customers == NULL)
    return;

  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u customer: tags %2$s", "%1$u customers: tags %2$s", customers->len),
                           customers->len, with != NULL ? with : without);
  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));
  daybook_customers_tag (edit, customers, with, without);
  if (daybook_edit_size (edit) > 0)
    daybook_last_act_commit (GTK_WIDGET (self), store, edit);
}

static GtkWidget *
make_bulk (DaybookListPage *list)
{
  DaybookCustomersPage *self = DAYBOOK_CUSTOMERS_PAGE (list);

  self->bulk = DAYBOOK_CUSTOMER_BULK (daybook_customer_bulk_new (daybook_list_page_get_desk (list)));
  g_signal_connect_object (self->bulk, "tag", G_CALLBACK (on_tag), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bulk, "close", G_CALLBACK (daybook_list_page_unselect), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bulk, "resized", G_CALLBACK (daybook_page_commands_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->bulk);
}

static void
selection_changed (DaybookListPage *list)
{
  if (daybook_list_page_count_selected (list) > 1)
    daybook_bulk_bar_set_keys (DAYBOOK_BULK_BAR (DAYBOOK_CUSTOMERS_PAGE (list)->bulk), daybook_list_page_get_selected (list));
}

/* --- The page -------------------------------------------------------------------------- */

static void
show_row (DaybookListPage  *list,
          const DaybookRow *customer)
{
  daybook_customer_panel_show (DAYBOOK_CUSTOMERS_PAGE (list)->panel, customer);
}

static void
begin_merge (DaybookListPage *list)
{
  g_autoptr(GArray) keys = daybook_list_page_get_selected (list);
  g_autoptr(GPtrArray) rows = daybook_reader_rows (daybook_store_get_reader (daybook_list_page_get_store (list)), &daybook_customers,
                                                   (const gint64 *) (void *) keys->data, keys->len, NULL);

  daybook_merge_customers_begin (GTK_WIDGET (list), daybook_list_page_get_desk (list), rows);
}

static void
begin_note (DaybookPage *page)
{
  if (!daybook_page_is_panel_open (page))
    DAYBOOK_PAGE_CLASS (daybook_customers_page_parent_class)->perform (page, "open");
  daybook_customer_panel_edit_note (DAYBOOK_CUSTOMERS_PAGE (page)->panel);
}

static gboolean
has_person (DaybookPage *page)
{
  g_autoptr(DaybookRow) customer = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (page));

  return customer != NULL;
}

/* What is done with all that is known of the customer at hand. */
static void
act_on_person (DaybookPage *page,
               void       (*begin) (GtkWidget *, DaybookDesk *, const DaybookRow *))
{
  g_autoptr(DaybookRow) customer = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (page));

  begin (GTK_WIDGET (page), daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (page)), customer);
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  guint n_selected = daybook_list_page_count_selected (DAYBOOK_LIST_PAGE (page));
  gboolean possible;

  if (daybook_list_views_can (DAYBOOK_CUSTOMERS_PAGE (page)->views, command, &possible))
    return possible;
  if (g_str_equal (command, "merge"))
    return n_selected > 1 && n_selected <= DAYBOOK_MERGE_MOST;
  if (g_str_equal (command, "export-person"))
    return has_person (page) && daybook_desk_may (daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (page)), DAYBOOK_RIGHT_UNMASKED);
  if (g_str_equal (command, "erase-person"))
    return has_person (page) && daybook_person_may_erase (daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (page)));
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
  if (daybook_list_views_perform (DAYBOOK_CUSTOMERS_PAGE (page)->views, command))
    return;
  if (g_str_equal (command, "note"))
    begin_note (page);
  else if (g_str_equal (command, "merge"))
    begin_merge (DAYBOOK_LIST_PAGE (page));
  else if (g_str_equal (command, "export-person"))
    act_on_person (page, daybook_person_export_begin);
  else if (g_str_equal (command, "erase-person"))
    act_on_person (page, daybook_person_erase_begin);
  else
    DAYBOOK_PAGE_CLASS (daybook_customers_page_parent_class)->perform (page, command);
}

static gboolean
back (DaybookPage *page)
{
  if (!daybook_list_views_end (DAYBOOK_CUSTOMERS_PAGE (page)->views))
    return DAYBOOK_PAGE_CLASS (daybook_customers_page_parent_class)->back (page);

  daybook_list_page_focus (DAYBOOK_LIST_PAGE (page));
  return TRUE;
}

static void
daybook_customers_page_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_CUSTOMERS_PAGE (object)->views);

  G_OBJECT_CLASS (daybook_customers_page_parent_class)->dispose (object);
}

static void
daybook_customers_page_class_init (DaybookCustomersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_customers_page_dispose;
  page_class->show_view = show_view;
  page_class->show_query = show_query;
  page_class->get_view = get_view;
  page_class->back = back;
  page_class->can = can;
  page_class->perform = perform;
  DAYBOOK_LIST_PAGE_CLASS (klass)->show_row = show_row;
  DAYBOOK_LIST_PAGE_CLASS (klass)->query_changed = query_changed;
  DAYBOOK_LIST_PAGE_CLASS (klass)->make_bulk = make_bulk;
  DAYBOOK_LIST_PAGE_CLASS (klass)->selection_changed = selection_changed;

  g_type_ensure (DAYBOOK_TYPE_CUSTOMER_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/customers/customers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCustomersPage, panel);
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
  add_columns (self, daybook_desk_of (store));
  self->views = daybook_list_views_new (DAYBOOK_LIST_PAGE (self), daybook_customer_views_for (store), DAYBOOK_CUSTOMER_VIEW_ALL,
                                        _("No customer of the book fits these filters and words."));
  show_view (DAYBOOK_PAGE (self), DAYBOOK_CUSTOMER_VIEW_ALL);
  return DAYBOOK_PAGE (self);
}
