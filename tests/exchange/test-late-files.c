/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include "core/customer.h"
#include "core/order.h"
#include "store/reader.h"

/* Files that are imported later than newer ones, and after others were taken back: the book
 * knows the same whatever came first. */

#define FULL "订单编号,买家会员名,买家应付货款,总金额,买家实际支付金额,订单状态,收货人姓名,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,物流单号,订单备注,退款金额\n"
#define FULL_ROW(status, tracking, note, refund) \
  "3800000000000000001,nick1,90.00,100.00,100.00," status ",张三,2026-10-30 10:00:00,2026-10-30 10:05:00,杯子,1," tracking "," note "," refund "\n"
#define REPORT "订单编号,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,买家实付金额,订单创建时间,订单付款时间,商品标题,退款金额,是否主动赔付," \
  "主动赔付金额,主动赔付出账时间,商品属性SKU,C2B小额收款,确认收货打款金额,含应开票给个人红包,总金额(旧版)\n"
#define NUMBER "3800000000000000001"

static void
assert_refund (const DaybookRow *order,
               DaybookRefund     refund,
               gint64            refunded)
{
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_REFUND), ==, refund);
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_REFUNDED), ==, refunded);
}

/* The newest file need not tell of the status: one from before it that does is newer in
 * that alone. */
static void
test_a_status_from_between (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(DaybookRow) first = book_import (fixture, "ExportOrderList202611010900.csv",
                                             FULL FULL_ROW ("等待卖家发货", "", "v1", "0.00"), NUMBER);
  g_autoptr(DaybookRow) third = book_import (fixture, "ExportOrderList202611030900.csv",
                                             REPORT NUMBER ",P1,,90.00,10.00,100.00,100.00,2026-10-30 10:00:00,2026-10-30 10:05:00,杯子,30.00,否,0,,,,,,100.00\n",
                                             NUMBER);
  assert_refund (third, DAYBOOK_REFUND_PART, 3000);

  g_autoptr(DaybookRow) second = book_import (fixture, "ExportOrderList202611020900.csv",
                                              FULL FULL_ROW ("卖家已发货，等待买家确认", "SF1234567890", "v2", "0.00"), NUMBER);
  assert_refund (second, DAYBOOK_REFUND_PART, 3000);
  g_assert_cmpint (daybook_row_int (second, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_SHIPPED);
  g_assert_cmpstr (daybook_row_text (second, DAYBOOK_ORDER_TRACKING), ==, "SF1234567890");
  g_assert_cmpstr (daybook_row_text (second, DAYBOOK_ORDER_SELLER_NOTE), ==, "v2");
}

/* One that is older than the status in the book, and further on, has a wrong time. */
static void
test_a_status_ahead (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(DaybookRow) newer = book_import (fixture, "ExportOrderList202611030900.csv",
                                             FULL FULL_ROW ("等待卖家发货", "", "v1", "0.00"), NUMBER);
  g_autoptr(DaybookRow) older = book_import (fixture, "ExportOrderList202611020900.csv",
                                             FULL FULL_ROW ("卖家已发货，等待买家确认", "SF1234567890", "v2", "30.00"), NUMBER);

  g_assert_cmpstr (daybook_row_text (older, DAYBOOK_ORDER_SELLER_NOTE), ==, "v2");
  assert_refund (older, DAYBOOK_REFUND_PART, 3000);
}

/* What a file lets guess is known from its time, also where an import before had said it and
 * was taken back. */
static void
test_guesses_of_an_order_made_anew (Fixture       *fixture,
                                    gconstpointer  data)
{
#define GUESSED "Name,Email,Financial Status,Fulfillment Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n" \
  "#1001,a@b.com,paid,fulfilled,USD,50.00,2026-10-30 10:00:00 +0000,1,Mug,50.00\n"
#define OLDER "Name,Email,Financial Status,Fulfillment Status,Cancelled at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n" \
  "#1001,a@b.com,pending,unfulfilled,,USD,50.00,2026-10-30 10:00:00 +0000,1,Mug,50.00\n"
  g_autoptr(DaybookRow) first = book_import (fixture, "orders_20261103.csv", GUESSED, "#1001");
  book_undo (fixture, NULL);
  g_autoptr(DaybookRow) again = book_import (fixture, "orders_20261103.csv", GUESSED, "#1001");
  g_autoptr(DaybookRow) older = book_import (fixture, "orders_20261101.csv", OLDER, "#1001");

  g_assert_cmpint (daybook_row_int (older, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_SHIPPED);
  g_assert_cmpstr (daybook_row_text (older, DAYBOOK_ORDER_STATUS), ==, "paid / fulfilled");
  g_assert_cmpint (daybook_row_int (older, DAYBOOK_ORDER_PAID), ==, 5000);
#undef GUESSED
#undef OLDER
}

/* ... and a newer guess goes before it. */
static void
test_a_newer_guess_of_an_order_made_anew (Fixture       *fixture,
                                          gconstpointer  data)
{
#define SETTLED "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,买家应付货款,打款商家金额\n" \
  NUMBER ",nick1,100.00,100.00,交易成功,2026-10-30 10:00:00,2026-10-30 10:05:00,杯子,1,100.00,"
  g_autoptr(DaybookRow) first = book_import (fixture, "ExportOrderList202611011000.csv", SETTLED "90.00元\n", NUMBER);
  book_undo (fixture, NULL);
  g_autoptr(DaybookRow) again = book_import (fixture, "ExportOrderList202611011000.csv", SETTLED "90.00元\n", NUMBER);
  assert_refund (again, DAYBOOK_REFUND_PART, 1000);
  g_autoptr(DaybookRow) newer = book_import (fixture, "ExportOrderList202611051000.csv", SETTLED "60.00元\n", NUMBER);
  assert_refund (newer, DAYBOOK_REFUND_PART, 4000);
#undef SETTLED
}

#define PLAIN "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,买家应付货款"
#define PLAIN_ROW(status) NUMBER ",nick1,100.00,100.00," status ",2026-10-30 10:00:00,2026-10-30 10:05:00,杯子,1,100.00"

/* That nothing had gone back yet says nothing against a later guess. */
static void
test_nothing_yet (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char NOTHING[] = PLAIN ",退款金额\n" PLAIN_ROW ("等待卖家发货") ",0.00\n";
  static const char CLOSED[] = PLAIN "\n" PLAIN_ROW ("交易关闭") "\n";

  g_autoptr(DaybookRow) nothing = book_import (fixture, "ExportOrderList202611011000.csv", NOTHING, NUMBER);
  assert_refund (nothing, DAYBOOK_REFUND_NONE, 0);
  g_autoptr(DaybookRow) closed = book_import (fixture, "ExportOrderList202611021000.csv", CLOSED, NUMBER);
  assert_refund (closed, DAYBOOK_REFUND_FULL, 10000);
  g_autoptr(DaybookRow) again = book_import (fixture, "ExportOrderList202611011000.csv", NOTHING, NUMBER);
  assert_refund (again, DAYBOOK_REFUND_FULL, 10000);
}

static void
put_in_trash (Fixture            *fixture,
              const DaybookTable *table,
              const DaybookId    *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Deleted", daybook_store_get_agent (fixture->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_edit_set (edit, table, id, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  outcome = daybook_store_commit (fixture->store, edit, &error);
  g_assert_no_error (error);
}

/* An order whose making was undone is not forgotten where a file in force has told of it. */
static void
test_an_order_that_is_kept (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(DaybookRow) made = book_import (fixture, "ExportOrderList202611011000.csv",
                                            PLAIN ",卖家服务费\n" PLAIN_ROW ("等待卖家发货") ",0\n", NUMBER);
  const DaybookId first = book_last_act (fixture);
  g_autoptr(DaybookRow) told = book_import (fixture, "ExportOrderList202611021000.csv",
                                            PLAIN ",物流单号,订单备注\n" PLAIN_ROW ("卖家已发货，等待买家确认") ",SF1234567890,vip\n", NUMBER);

  put_in_trash (fixture, &daybook_orders, &told->id);
  book_undo (fixture, &first);
  g_autoptr(DaybookRow) back = book_import (fixture, "ExportOrderList202611031000.csv",
                                            "订单编号,买家会员名,订单备注,宝贝标题\n" NUMBER ",nick1,vip2,杯子\n", NUMBER);
  g_assert_cmpint (daybook_row_int (back, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_SHIPPED);
  g_assert_cmpstr (daybook_row_text (back, DAYBOOK_ORDER_TRACKING), ==, "SF1234567890");
  g_assert_cmpint (daybook_row_int (back, DAYBOOK_ORDER_TOTAL), ==, 10000);
  g_assert_cmpstr (daybook_row_text (back, DAYBOOK_ORDER_SELLER_NOTE), ==, "vip2");
}

#define BUYERS "订单编号,买家会员名,收货人姓名,联系手机,订单创建时间\n"

/* ... nor a customer of whom another order is there. */
static void
test_a_customer_who_is_kept (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(DaybookRow) made = book_import (fixture, "ExportOrderList202611011000.csv",
                                            BUYERS "3800000000000000001,nick1,张三,13800000001,2026-10-30 10:00:00\n", NUMBER);
  const DaybookId first = book_last_act (fixture);
  const DaybookId customer = *daybook_row_ref_id (made, DAYBOOK_ORDER_CUSTOMER);
  g_autoptr(DaybookRow) told = book_import (fixture, "ExportOrderList202611021000.csv",
                                            BUYERS "3800000000000000002,nick1,李四,13900000002,2026-10-31 10:00:00\n", "3800000000000000002");

  put_in_trash (fixture, &daybook_customers, &customer);
  book_undo (fixture, &first);
  g_autoptr(DaybookRow) third = book_import (fixture, "ExportOrderList202611031000.csv",
                                             "订单编号,买家会员名,订单创建时间\n3800000000000000003,nick1,2026-11-01 10:00:00\n",
                                             "3800000000000000003");
  g_autoptr(GPtrArray) contacts = daybook_reader_parts (daybook_store_get_reader (fixture->store), &daybook_contacts,
                                                        DAYBOOK_CONTACT_CUSTOMER, &customer, NULL);

  g_assert_true (daybook_id_equal (daybook_row_ref_id (third, DAYBOOK_ORDER_CUSTOMER), &customer));
  g_assert_cmpuint (contacts->len, >, 0);
}

/* Imports that were taken back push none out of memory. */
static void
test_undone_imports_do_not_count (Fixture       *fixture,
                                  gconstpointer  data)
{
#define NOTED(note) "订单编号,买家会员名,订单备注,订单创建时间\n" NUMBER ",nick1," note ",2026-10-30 10:00:00\n"
  g_autoptr(DaybookRow) first = book_import (fixture, "ExportOrderList202611010900.csv", NOTED ("A"), NUMBER);
  g_autoptr(DaybookRow) third = book_import (fixture, "ExportOrderList202611030900.csv", NOTED ("A"), NUMBER);

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr(DaybookRow) fifth = book_import (fixture, "ExportOrderList202611050900.csv",
                                                 NOTED ("A") "3800000000000000002,nick2,B,2026-10-30 10:00:00\n", NUMBER);
      book_undo (fixture, NULL);
    }

  g_autoptr(DaybookRow) second = book_import (fixture, "ExportOrderList202611020900.csv", NOTED ("B"), NUMBER);
  g_assert_cmpstr (daybook_row_text (second, DAYBOOK_ORDER_SELLER_NOTE), ==, "A");
#undef NOTED
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, book_fixture_set_up, test, book_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/late-files/a-status-from-between", test_a_status_from_between);
  ADD ("/late-files/a-status-ahead", test_a_status_ahead);
  ADD ("/late-files/guesses-made-anew", test_guesses_of_an_order_made_anew);
  ADD ("/late-files/a-newer-guess-made-anew", test_a_newer_guess_of_an_order_made_anew);
  ADD ("/late-files/nothing-yet", test_nothing_yet);
  ADD ("/late-files/an-order-that-is-kept", test_an_order_that_is_kept);
  ADD ("/late-files/a-customer-who-is-kept", test_a_customer_who_is_kept);
  ADD ("/late-files/undone-imports", test_undone_imports_do_not_count);

  return g_test_run ();
}
