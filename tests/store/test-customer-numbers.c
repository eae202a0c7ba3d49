/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-rows.h"

#include "store/customer-numbers.h"

/* What a customer has bought, by months. */

static const Row ROWS[] = {
  { "1001", DAYBOOK_STAGE_PAID, 1000, "zhang_san", "13812341234", "张三" },
  { "1002", DAYBOOK_STAGE_PAID, 2000, "zhang_san", "13812341234", "张三" },
  { "1003", DAYBOOK_STAGE_PAID, 4000, "zhang_san", "13812341234", "张三" },
};

/* An order whose day was not known at first has the key of another day: months follow each other nevertheless. */
static void
test_months_follow_each_other (void)
{
  g_autoptr(DaybookCustomerNumbers) numbers = NULL;
  g_autoptr(DaybookRow) order = NULL, customer = NULL;
  g_autoptr(GError) error = NULL;
  Book book;

  book_open (&book);
  import_rows (&book, ROWS, G_N_ELEMENTS (ROWS), BOOK_NOW - 1000, G_N_ELEMENTS (ROWS), 0, 0);
  book_run_sql (&book, "UPDATE orders SET created = CASE number WHEN '1001' THEN 1700000000 WHEN '1002' THEN 1600000000 ELSE 1650000000 END");
  order = find_order (&book, "1001");
  customer = book_row (&book, &daybook_customers, daybook_row_ref_id (order, DAYBOOK_ORDER_CUSTOMER));
  numbers = daybook_reader_customer_numbers (daybook_store_get_reader (book.store), customer->rowid, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (numbers->months->len, ==, 3);
  g_assert_cmpstr (g_array_index (numbers->months, DaybookCustomerMonth, 0).month, ==, "2020-09");
  g_assert_cmpstr (g_array_index (numbers->months, DaybookCustomerMonth, 1).month, ==, "2022-04");
  g_assert_cmpstr (g_array_index (numbers->months, DaybookCustomerMonth, 2).month, ==, "2023-11");
  g_assert_cmpint (numbers->first, ==, 1600000000);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-numbers/months-follow-each-other", test_months_follow_each_other);
  return g_test_run ();
}
