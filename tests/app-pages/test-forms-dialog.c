/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/feeds-view.h"
#include "app/imports/form-item.h"
#include "app/imports/forms-dialog.h"
#include "stage.h"

#include <string.h>

#define REPORT \
  "订单编号,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,买家实付金额,订单创建时间,订单付款时间,商品标题,退款金额,是否主动赔付\n"

/* Which of the platform's forms a file is of is not asked here: the first. */
static DaybookFeeds *
feed (const char *platform,
      const char *header)
{
  g_autoptr(GPtrArray) profiles = daybook_profiles_load (NULL, NULL);
  const DaybookProfile *profile = daybook_profiles_find (profiles, platform);
  g_auto(GStrv) headings = g_strsplit (header, ",", -1);
  DaybookFedTable table = { g_ptr_array_index (profile->forms, 0), (const char *const *) headings, g_strv_length (headings) };

  return daybook_feeds_new (profile, platform, &table, 1);
}

static void
test_the_expander_says_what_is_there_and_where_the_rest_is (void)
{
  Book book;
  book_open (&book);
  g_autoptr(DaybookFeeds) report = feed ("tmall", REPORT);
  g_autoptr(DaybookFeeds) bill = feed ("paypal", "Date,Gross,Transaction ID,Status,Currency");
  GtkWidget *view = g_object_new (DAYBOOK_TYPE_FEEDS_VIEW, NULL);
  TestStage *stage = test_stage_new (book.store, view);

  daybook_feeds_view_show (DAYBOOK_FEEDS_VIEW (view), report);
  test_await (view, GTK_TYPE_LABEL, "Feeds: Unpaid, With Refund");
  g_assert_null (test_find (view, GTK_TYPE_LABEL, "Refund"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (test_await (view, ADW_TYPE_EXPANDER_ROW, NULL)), TRUE);
  test_await (view, GTK_TYPE_LABEL, "Refund");
  test_await (view, GTK_TYPE_LABEL, "Tracking number: in the order lines (ExportItemList)");
  test_await (view, GTK_TYPE_LABEL, "Buyer account: in no other export of Tmall, so these orders make no customers");
  g_assert_null (test_find (view, GTK_TYPE_LABEL, "Tracking number"));

  /* What was shown of another file is gone. */
  daybook_feeds_view_show (DAYBOOK_FEEDS_VIEW (view), bill);
  test_await (view, GTK_TYPE_LABEL, "Feeds no follow-up");
  test_await (view, GTK_TYPE_LABEL, "Payments");
  g_assert_null (test_find (view, GTK_TYPE_LABEL, "Refund"));
  g_assert_null (test_find (view, GTK_TYPE_LABEL, "Buyer account: in no other export of Tmall, so these orders make no customers"));
  daybook_feeds_view_show (DAYBOOK_FEEDS_VIEW (view), NULL);
  g_assert_false (gtk_widget_get_visible (view));

  test_stage_close (stage);
  book_close (&book);
}

/* Narrow enough for a phone, with room for the page's margins. */
static void
test_the_expander_is_narrow (void)
{
  g_autoptr(DaybookFeeds) report = feed ("tmall", REPORT);
  GtkWidget *view = g_object_ref_sink (g_object_new (DAYBOOK_TYPE_FEEDS_VIEW, NULL));
  int minimum;

  daybook_feeds_view_show (DAYBOOK_FEEDS_VIEW (view), report);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360 - 2 * 12);
  g_object_unref (view);
}

static void
test_a_form_says_its_facts (void)
{
  g_autoptr(GPtrArray) profiles = daybook_profiles_load (NULL, NULL);
  const DaybookProfile *profile = daybook_profiles_find (profiles, "pdd");
  g_autoptr(DaybookFormItem) item = daybook_form_item_new (profile, g_ptr_array_index (profile->forms, 0));
  g_autofree char *tracking = daybook_form_item_say (item, DAYBOOK_FACT_TRACKING);
  g_autofree char *buyer = daybook_form_item_say (item, DAYBOOK_FACT_BUYER);
  g_autofree char *text = daybook_form_item_explain (item);

  g_assert_cmpstr (tracking, ==, "Pinduoduo, orders: Tracking number, yes");
  g_assert_cmpstr (buyer, ==, "Pinduoduo, orders: Buyer account, no");
  g_assert_nonnull (strstr (text, "Buyer account: in no other export of Pinduoduo, so these orders make no customers"));
}

/* The search begins when nothing was typed for a moment. */
static gboolean
is_gone (gpointer data)
{
  return test_find (data, GTK_TYPE_LABEL, "1688 · orders") == NULL;
}

static void
test_the_table_is_searched (void)
{
  Book book;
  book_open (&book);
  TestStage *stage = test_stage_new (book.store, gtk_label_new (NULL));
  GtkWindow *dialog = daybook_forms_dialog_new (GTK_WINDOW (stage), book.folder);
  GtkWidget *root = GTK_WIDGET (dialog);
  GtkWidget *search;

  gtk_window_present (dialog);
  search = test_await (root, GTK_TYPE_SEARCH_ENTRY, NULL);
  test_await (root, GTK_TYPE_LABEL, "1688 · orders");
  gtk_editable_set_text (GTK_EDITABLE (search), "pinduo");
  test_await (root, GTK_TYPE_LABEL, "Pinduoduo · refunds");
  test_await (root, GTK_TYPE_LABEL, "✓");
  test_wait_until (is_gone, root);
  gtk_editable_set_text (GTK_EDITABLE (search), "no such platform");
  test_await (root, ADW_TYPE_STATUS_PAGE, "No Such File");
  gtk_window_destroy (dialog);

  test_stage_close (stage);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/feeds-view/says", test_the_expander_says_what_is_there_and_where_the_rest_is);
  g_test_add_func ("/feeds-view/narrow", test_the_expander_is_narrow);
  g_test_add_func ("/forms-dialog/item", test_a_form_says_its_facts);
  g_test_add_func ("/forms-dialog/search", test_the_table_is_searched);
  return g_test_run ();
}
