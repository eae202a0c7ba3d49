/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/row-source.h"
#include "app/entries/entries-page.h"
#include "core/payment.h"
#include "exchange/import.h"
#include "stage.h"

#define ORDERS \
  "订单编号,买家会员名,买家实际支付金额,总金额,订单状态,退款金额,订单创建时间\n" \
  "2893812345678901234,nick,128.00,128.00,交易成功,0,2026-11-01 09:00:00\n"
#define BILL \
  "账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注\n" \
  "1001,b,T200P2893812345678901234,茶杯,2026-11-01 10:00:00,buyer@163.com,130.00,,1,支付宝,交易付款,\n" \
  "1002,b,W-1,纸箱,2026-11-02 10:00:00,box@163.com,,-5.00,1,支付宝,在线支付,\n"

static void
import_text (Book       *book,
             const char *name,
             const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = test_write_file (book, name, text);
  g_autoptr(DaybookImport) import = daybook_import_new (book->store, g_file_peek_path (file));

  daybook_import_prepare (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (book->store, daybook_import_get_staging (import), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static DaybookId
find_payment (Book       *book,
              const char *number)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (daybook_store_get_reader (book->store), &daybook_payments, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (daybook_row_text (row, DAYBOOK_PAYMENT_NUMBER), number))
        return row->id;
    }

  g_assert_not_reached ();
}

static void
test_nothing_yet (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_payments_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));

  test_await (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "No Payments Yet");
  g_assert_nonnull (test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Import…")); /* the window has its action */
  test_stage_close (stage);
  book_close (&book);
}

/* The panel says all that is known, what the file says of it, and leads to the order. */
static void
test_a_payment_and_its_order (void)
{
  Book book;
  book_open (&book);
  import_text (&book, "ExportOrderList202611050900.csv", ORDERS);
  import_text (&book, "bill.csv", BILL);
  DaybookPage *page = daybook_payments_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  DaybookId paid = find_payment (&book, "1001");
  DaybookId box = find_payment (&book, "1002");

  daybook_page_open_row (page, &paid);
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "¥130.00");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "T200P2893812345678901234");
  g_assert_null (test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "buyer@163.com")); /* masked */
  g_assert_nonnull (test_find (GTK_WIDGET (page), DAYBOOK_TYPE_ROW_SOURCE, NULL));
  test_press (GTK_WIDGET (page), "Show the Order");
  g_assert_cmpstr (test_stage_get_shown (stage), ==, "orders");

  /* One of no order has no way there. */
  daybook_page_open_row (page, &box);
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "纸箱");
  g_assert_null (test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Show the Order"));
  test_stage_close (stage);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/entries-page/nothing-yet", test_nothing_yet);
  g_test_add_func ("/entries-page/a-payment-and-its-order", test_a_payment_and_its_order);
  return g_test_run ();
}
