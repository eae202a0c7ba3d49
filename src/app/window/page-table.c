/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/page-table.h"

#include "app/activities/activities-page.h"
#include "app/announcements/announcements-page.h"
#include "app/boxes/boxes-page.h"
#include "app/cases/case-views.h"
#include "app/cases/cases-page.h"
#include "app/chores/chores-page.h"
#include "app/common/desk.h"
#include "app/customers/customer-views.h"
#include "app/customers/customers-page.h"
#include "app/customers/days-page.h"
#include "app/customers/duplicates-page.h"
#include "app/customers/products-page.h"
#include "app/entries/entries-page.h"
#include "app/history/history-page.h"
#include "app/history/looks-page.h"
#include "app/history/trash-page.h"
#include "app/imports/imports-page.h"
#include "app/knowledge/knowledge-page.h"
#include "app/orders/order-views.h"
#include "app/orders/orders-page.h"
#include "app/passes/pass-page.h"
#include "app/passes/trace-page.h"
#include "app/phrases/phrases-page.h"
#include "app/plain/campaigns-page.h"
#include "app/plain/market-page.h"
#include "app/plain/surveys-page.h"
#include "app/plain/trade-page.h"
#include "app/reports/commission-page.h"
#include "app/reports/value-page.h"
#include "app/tally/tally-page.h"
#include "app/today/today-count.h"
#include "app/today/tasks-page.h"
#include "app/today/today-page.h"
#include "app/vips/vip-count.h"
#include "app/vips/vips-page.h"
#include "app/watch/watch-folder.h"
#include "core/aftersale.h"
#include "core/announcement.h"
#include "core/article.h"
#include "core/box.h"
#include "core/call-plan.h"
#include "core/campaign.h"
#include "core/case.h"
#include "core/chore.h"
#include "core/customer.h"
#include "core/intern.h"
#include "core/order.h"
#include "core/payment.h"
#include "core/phrase.h"
#include "core/register.h"
#include "core/review.h"
#include "core/shop.h"
#include "core/stock.h"
#include "core/task.h"
#include "core/trade-contact.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

static gpointer
count_found (DaybookStore *store)
{
  return daybook_watch_folder_of (store);
}

/* What lists customers whosever they are is for whoever may list them. */
static gboolean
may_list (DaybookStore *store)
{
  return daybook_desk_may (daybook_desk_of (store), DAYBOOK_RIGHT_LIST);
}

/* Ends with an entry without an id. */
static const DaybookPageEntry PAGES[] = {
  { "today", N_("Today"), "alarm-symbolic", DAYBOOK_SECTION_TODAY, NULL,
    daybook_today_page_new, NULL, FALSE, daybook_today_count_of },
  { "orders", N_("Orders"), "view-list-symbolic", DAYBOOK_SECTION_ORDERS, &daybook_orders,
    daybook_orders_page_new, daybook_order_views_for },
  { "aftersales", N_("After-Sales"), "media-playlist-repeat-symbolic", DAYBOOK_SECTION_ORDERS, &daybook_aftersales,
    daybook_aftersales_page_new, NULL, TRUE },
  { "reviews", N_("Reviews"), "starred-symbolic", DAYBOOK_SECTION_ORDERS, &daybook_reviews,
    daybook_reviews_page_new, NULL, TRUE },
  { "payments", N_("Payments"), "accessories-calculator-symbolic", DAYBOOK_SECTION_ORDERS, &daybook_payments,
    daybook_payments_page_new, NULL, TRUE },
  { "boxes", N_("Box on the Table"), "daybook-box-symbolic", DAYBOOK_SECTION_DESK, &daybook_boxes,
    daybook_boxes_page_new, NULL },
  { "tally", N_("Answered at Once"), "daybook-tally-symbolic", DAYBOOK_SECTION_DESK, NULL,
    daybook_tally_page_new, NULL },
  { "sweep", N_("Daily Sweep"), "daybook-sweep-symbolic", DAYBOOK_SECTION_DESK, NULL,
    daybook_sweep_page_new, NULL },
  { "parcels", N_("Yesterday’s Parcels"), "daybook-parcel-symbolic", DAYBOOK_SECTION_DESK, NULL,
    daybook_trace_page_new, NULL },
  { "tasks", N_("Tasks"), "daybook-tasks-symbolic", DAYBOOK_SECTION_DESK, &daybook_tasks,
    daybook_tasks_page_new, daybook_task_views_for },
  { "chores", N_("Chores"), "daybook-chores-symbolic", DAYBOOK_SECTION_DESK, &daybook_chores,
    daybook_chores_page_new, NULL },
  { "knowledge", N_("Knowledge"), "daybook-knowledge-symbolic", DAYBOOK_SECTION_DESK, &daybook_articles,
    daybook_knowledge_page_new, daybook_article_views_for },
  { "phrases", N_("Phrases"), "mail-send-symbolic", DAYBOOK_SECTION_DESK, &daybook_phrases,
    daybook_phrases_page_new, daybook_phrase_views_for },
  { "campaigns", N_("Campaigns"), "x-office-calendar-symbolic", DAYBOOK_SECTION_DESK, &daybook_campaigns,
    daybook_campaigns_page_new, NULL },
  { "market", N_("Market Notes"), "user-bookmarks-symbolic", DAYBOOK_SECTION_DESK, &daybook_market_notes,
    daybook_market_page_new, daybook_market_views_for },
  { "announcements", N_("Announcements"), "daybook-announcements-symbolic", DAYBOOK_SECTION_DESK, &daybook_announcements,
    daybook_announcements_page_new, NULL },
  { "customers", N_("Customers"), "system-users-symbolic", DAYBOOK_SECTION_PEOPLE, &daybook_customers,
    daybook_customers_page_new, daybook_customer_views_for },
  { "days", N_("Days to Come"), "daybook-day-symbolic", DAYBOOK_SECTION_PEOPLE, NULL,
    daybook_days_page_new, NULL, FALSE, NULL, may_list },
  { "vips", N_("VIPs"), "daybook-vip-symbolic", DAYBOOK_SECTION_PEOPLE, NULL,
    daybook_vips_page_new, NULL, FALSE, daybook_vip_count_of, may_list },
  { "activities", N_("Activities"), "daybook-activity-symbolic", DAYBOOK_SECTION_PEOPLE, &daybook_activities,
    daybook_activities_page_new, daybook_activity_views_for },
  { "duplicates", N_("Similar Customers"), "system-users-symbolic", DAYBOOK_SECTION_NONE, NULL,
    daybook_duplicates_page_new, NULL, FALSE, NULL, may_list },
  { "value", N_("Customer Value"), "power-profile-balanced-symbolic", DAYBOOK_SECTION_PEOPLE, NULL,
    daybook_value_page_new, NULL },
  { "commission", N_("Orders by Agent"), "avatar-default-symbolic", DAYBOOK_SECTION_PEOPLE, NULL,
    daybook_commission_page_new, NULL },
  { "surveys", N_("Surveys"), "starred-symbolic", DAYBOOK_SECTION_PEOPLE, &daybook_surveys,
    daybook_surveys_page_new, daybook_survey_views_for },
  { "contacts", N_("Trade Contacts"), "avatar-default-symbolic", DAYBOOK_SECTION_PEOPLE, &daybook_trade_contacts,
    daybook_trade_page_new, daybook_trade_views_for },
  { "products", N_("Products"), "view-grid-symbolic", DAYBOOK_SECTION_PEOPLE, &daybook_products,
    daybook_products_page_new, NULL },
  { "stocks", N_("Stock"), "system-file-manager-symbolic", DAYBOOK_SECTION_PEOPLE, &daybook_stocks,
    daybook_stocks_page_new, NULL, TRUE },
  { "history", N_("History"), "document-open-recent-symbolic", DAYBOOK_SECTION_BOOK, NULL,
    daybook_history_page_new, NULL },
  { "looks", N_("Who Has Looked"), "view-reveal-symbolic", DAYBOOK_SECTION_BOOK, NULL,
    daybook_looks_page_new, NULL, FALSE, NULL, daybook_looks_page_is_shown },
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

/* --- Registers ---------------------------------------------------------------- */

/* Of the main thread alone: id → DaybookPageEntry. */
static GHashTable *register_entries = NULL;

/* Words of a register are as the shop wrote them, and live as long as its table. */
static const DaybookPageEntry *
obtain_entry (DaybookRegister *definition)
{
  const DaybookTable *table = daybook_register_get_table (definition);
  g_autofree char *id = daybook_table_name (table);
  DaybookPageEntry *entry;

  if (register_entries == NULL)
    register_entries = g_hash_table_new (g_str_hash, g_str_equal);
  entry = g_hash_table_lookup (register_entries, id);
  if (entry == NULL)
    {
      entry = g_new0 (DaybookPageEntry, 1);
      entry->id = daybook_intern (id);
      entry->section = DAYBOOK_SECTION_REGISTERS;
      g_hash_table_insert (register_entries, (gpointer) entry->id, entry);
    }

  entry->part = table->part;
  entry->title = table->labels;
  entry->icon = daybook_intern (daybook_register_get_icon (definition));
  entry->table = table;
  entry->definition = definition;
  return entry;
}

GPtrArray *
daybook_page_table_registers (DaybookStore *store)
{
  g_autoptr(GPtrArray) registers = daybook_registers_read (daybook_store_get_reader (store), NULL, NULL);
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; registers != NULL && i < registers->len; i++)
    {
      const DaybookShopRegister *one = g_ptr_array_index (registers, i);

      if (one->used)
        g_ptr_array_add (entries, (gpointer) obtain_entry (one->definition));
    }
  return entries;
}

const DaybookPageEntry *
daybook_page_table_of_register (DaybookStore *store,
                                const char   *key)
{
  DaybookRegister *definition = daybook_reader_register (daybook_store_get_reader (store), key);

  return definition != NULL ? obtain_entry (definition) : NULL;
}

const DaybookPageEntry *
daybook_page_table_of_row (DaybookStore       *store,
                           const DaybookTable *table,
                           const DaybookId    *id)
{
  g_autoptr(DaybookRow) row = NULL;

  if (daybook_table_base (table) != &daybook_cases)
    return daybook_page_table_of_kind (table);

  row = daybook_reader_find (daybook_store_get_reader (store), &daybook_cases, id, NULL);
  return row != NULL ? daybook_page_table_of_register (store, daybook_row_text (row, DAYBOOK_CASE_REGISTER)) : NULL;
}

DaybookPage *
daybook_page_entry_make (const DaybookPageEntry *entry,
                         DaybookStore           *store)
{
  return entry->part != NULL ? daybook_cases_page_new (store, entry->part) : entry->make (store);
}

DaybookViewList *
daybook_page_entry_views (const DaybookPageEntry *entry,
                          DaybookStore           *store)
{
  if (entry->part != NULL)
    return daybook_case_views_for (store, entry->table);

  return entry->views != NULL ? entry->views (store) : NULL;
}

gboolean
daybook_page_entry_is_shown (const DaybookPageEntry *entry,
                             DaybookStore           *store)
{
  return entry->is_shown == NULL || entry->is_shown (store);
}

const DaybookPageEntry *
daybook_page_table_find (const char *id)
{
  const DaybookPageEntry *of_register = register_entries != NULL ? g_hash_table_lookup (register_entries, id) : NULL;

  if (of_register != NULL)
    return of_register;
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
