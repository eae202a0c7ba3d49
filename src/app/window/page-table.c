/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/page-table.h"

#include "app/customers/customers-page.h"
#include "app/customers/products-page.h"
#include "app/entries/entries-page.h"
#include "app/history/history-page.h"
#include "app/history/trash-page.h"
#include "app/imports/imports-page.h"
#include "app/orders/order-views.h"
#include "app/orders/orders-page.h"
#include "app/watch/watch-folder.h"
#include "core/aftersale.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/payment.h"
#include "core/review.h"
#include "core/shop.h"
#include "core/stock.h"

#include <glib/gi18n-lib.h>

static gpointer
count_found (DaybookStore *store)
{
  return daybook_watch_folder_of (store);
}

/* Ends with an entry without an id. */
static const DaybookPageEntry PAGES[] = {
  { "orders", N_("Orders"), "view-list-symbolic", DAYBOOK_SECTION_ORDERS, &daybook_orders,
    daybook_orders_page_new, daybook_order_views_for },
  { "aftersales", N_("After-Sales"), "media-playlist-repeat-symbolic", DAYBOOK_SECTION_ORDERS, &daybook_aftersales,
    daybook_aftersales_page_new, NULL, TRUE },
  { "reviews", N_("Reviews"), "starred-symbolic", DAYBOOK_SECTION_ORDERS, &daybook_reviews,
    daybook_reviews_page_new, NULL, TRUE },
  { "payments", N_("Payments"), "accessories-calculator-symbolic", DAYBOOK_SECTION_ORDERS, &daybook_payments,
    daybook_payments_page_new, NULL, TRUE },
  { "customers", N_("Customers"), "system-users-symbolic", DAYBOOK_SECTION_PEOPLE, &daybook_customers,
    daybook_customers_page_new, NULL },
  { "products", N_("Products"), "view-grid-symbolic", DAYBOOK_SECTION_PEOPLE, &daybook_products,
    daybook_products_page_new, NULL },
  { "stocks", N_("Stock"), "system-file-manager-symbolic", DAYBOOK_SECTION_PEOPLE, &daybook_stocks,
    daybook_stocks_page_new, NULL, TRUE },
  { "history", N_("History"), "document-open-recent-symbolic", DAYBOOK_SECTION_BOOK, NULL,
    daybook_history_page_new, NULL },
  { "trash", N_("Trash"), "user-trash-symbolic", DAYBOOK_SECTION_BOOK, NULL,
    daybook_trash_page_new, NULL },
  { "imports", N_("Imports"), "document-save-symbolic", DAYBOOK_SECTION_BOOK, NULL,
    daybook_imports_page_new, NULL, FALSE, count_found },
  { NULL },
};

const DaybookPageEntry *
daybook_page_table (void)
{
  return PAGES;
}

const DaybookPageEntry *
daybook_page_table_find (const char *id)
{
  for (const DaybookPageEntry *entry = PAGES; entry->id != NULL; entry++)
    if (g_str_equal (entry->id, id))
      return entry;

  return NULL;
}

const DaybookPageEntry *
daybook_page_table_of_kind (const DaybookTable *table)
{
  for (const DaybookPageEntry *entry = PAGES; entry->id != NULL; entry++)
    if (entry->table == table)
      return entry;

  return NULL;
}
