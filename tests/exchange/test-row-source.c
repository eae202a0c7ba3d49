/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "fixtures.h"

#include "core/order.h"
#include "exchange/import.h"
#include "exchange/row-source.h"
#include "exchange/personal.h"

#include <string.h>

#define SHOPIFY \
  "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price," \
  "Billing Name,Billing Street,Billing Phone,Shipping Name,Discount Code,Payment Method,Id,Vendor,Employee,Vendor,Extra,Gift for\n" \
  "#1001,ann@example.com,paid,CNY,42.00,2024-05-01 09:59:00 +0000,1,Teapot,30.00," \
  "Ann Walker,1 Leith Walk,+44 131 496 0001,Ann Walker,SPRING,Shopify Payments,5000000000001,Tea House,Bo Li,Second,-," \
  "call 13812345678 first\n" \
  "#1001,ann@example.com,,,,,1,Cup,12.00,,,,,,,,Pottery,,,,\n"

static void
import (Fixture    *fixture,
        const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "orders.csv", text, -1);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);

  daybook_import_prepare (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (fixture->store, daybook_import_get_staging (import), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static DaybookSourceFile *
read_only_file (Fixture    *fixture,
                const char *number,
                guint       max_rows)
{
  g_autoptr(GError) error = NULL;
  DaybookReader *reader = daybook_store_get_reader (fixture->store);
  g_autoptr(GPtrArray) orders = daybook_reader_orders_numbered (reader, number, &error);

  g_assert_cmpuint (orders->len, ==, 1);
  g_autoptr(GPtrArray) files = daybook_row_source_read (reader, fixture->book, g_ptr_array_index (orders, 0), max_rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 1);
  return g_ptr_array_steal_index (files, 0);
}

static const DaybookSourceCell *
find_cell (const DaybookSourceFile *file,
           guint                    row,
           const char              *heading)
{
  const GPtrArray *cells = g_ptr_array_index (file->rows, row);

  for (guint i = 0; i < cells->len; i++)
    if (g_str_equal (((DaybookSourceCell *) g_ptr_array_index (cells, i))->heading, heading))
      return g_ptr_array_index (cells, i);

  return NULL;
}

static const DaybookSourceCell *
get_cell (const DaybookSourceFile *file,
          guint                    row,
          const char              *heading)
{
  const DaybookSourceCell *cell = find_cell (file, row, heading);

  if (cell == NULL)
    g_error ("There is no “%s” in row %u", heading, row);
  return cell;
}

static void
assert_shown (const DaybookSourceFile *file,
              guint                    row,
              const char              *heading,
              const char              *shown)
{
  g_autofree char *masked = daybook_source_cell_mask (get_cell (file, row, heading));

  g_assert_cmpstr (masked, ==, shown);
}

static void
test_every_cell_can_be_read (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(DaybookSourceFile) file = NULL;

  import (fixture, SHOPIFY);
  file = read_only_file (fixture, "#1001", 0);
  g_assert_cmpstr (file->platform, ==, "shopify");
  g_assert_cmpuint (file->n_columns, ==, 21);
  g_assert_cmpuint (file->rows->len, ==, 2);
  assert_shown (file, 0, "Discount Code", "SPRING");
  assert_shown (file, 0, "Payment Method", "Shopify Payments");
  assert_shown (file, 0, "Id", "5000000000001");
  assert_shown (file, 0, "Name", "#1001");
  assert_shown (file, 0, "Lineitem name", "Teapot");

  /* Of two columns of one heading both are there; one that says nothing is not. */
  assert_shown (file, 0, "Vendor", "Tea House");
  assert_shown (file, 0, "Vendor (2)", "Second");
  g_assert_null (find_cell (file, 0, "Extra"));
}

static void
test_personal_data_is_masked (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(DaybookSourceFile) file = NULL;

  import (fixture, SHOPIFY);
  file = read_only_file (fixture, "#1001", 0);
  assert_shown (file, 0, "Email", "a***@example.com");
  assert_shown (file, 0, "Shipping Name", "A** W*****");
  assert_shown (file, 0, "Billing Name", "A** W*****");
  assert_shown (file, 0, "Billing Street", "***");
  assert_shown (file, 0, "Employee", "B* L*");
  /* No heading says it, the cell does. */
  assert_shown (file, 0, "Gift for", "***");
  g_assert_cmpstr (get_cell (file, 0, "Billing Phone")->text, ==, "+44 131 496 0001");
  g_assert_cmpint (get_cell (file, 0, "Billing Phone")->mask, ==, DAYBOOK_MASK_PHONE);
}

static void
test_later_rows_say_what_is_new (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(DaybookSourceFile) file = NULL;
  g_autoptr(DaybookSourceFile) first = NULL;

  import (fixture, SHOPIFY);
  file = read_only_file (fixture, "#1001", 0);
  g_assert_true (get_cell (file, 1, "Name")->repeats);
  g_assert_false (get_cell (file, 1, "Lineitem name")->repeats);
  assert_shown (file, 1, "Lineitem name", "Cup");
  g_assert_false (get_cell (file, 0, "Name")->repeats);

  first = read_only_file (fixture, "#1001", 1);
  g_assert_cmpuint (first->rows->len, ==, 1);
  g_assert_cmpuint (first->n_rows, ==, 2);
}

/* heading, cell, what it is taken for */
static const struct
{
  const char *heading;
  const char *text;
  DaybookMask mask;
} CELLS[] = {
  { "收货人姓名", "沈一诺", DAYBOOK_MASK_NAME },
  { "收货人手机", "13800000001", DAYBOOK_MASK_PHONE },
  { "邮箱地址", "a@b.cn", DAYBOOK_MASK_EMAIL },
  { "收货地址", "龙井路1号", DAYBOOK_MASK_ADDRESS },
  { "身份证号码", "330106199001011234", DAYBOOK_MASK_ADDRESS },
  { "Customer Note", "Ann", DAYBOOK_MASK_NAME },
  { "ship-address-2", "Flat 3", DAYBOOK_MASK_ADDRESS },
  { "", "Ann Walker", DAYBOOK_MASK_ADDRESS },
  /* Only the cell says it. */
  { "备用", "13800000001", DAYBOOK_MASK_PHONE },
  { "Other", "+44 (131) 496-0001", DAYBOOK_MASK_PHONE },
  { "Other", "ann@example.com", DAYBOOK_MASK_EMAIL },
  { "Other", "write to ann@example.com", DAYBOOK_MASK_ADDRESS },
  { "Other", "沈一诺 138-0000-0001", DAYBOOK_MASK_ADDRESS },
  { "Other", "请打0571-87654321", DAYBOOK_MASK_ADDRESS },
  { "Other", "浙江省 杭州市 西湖区 龙井路1号", DAYBOOK_MASK_ADDRESS },
  { "Order ID", "sent by ann@example.com", DAYBOOK_MASK_ADDRESS },
  /* And these are nobody's. */
  { "订单编号", "3000000000000000011", DAYBOOK_MASK_NONE },
  { "运单号", "75312345678901", DAYBOOK_MASK_NONE },
  { "Order ID", "13800000001", DAYBOOK_MASK_NONE },
  { "Tracking Number", "9400111899", DAYBOOK_MASK_NONE },
  { "Due", "2026-11-20", DAYBOOK_MASK_NONE },
  { "Due", "2026-11-20 10:00:00", DAYBOOK_MASK_NONE },
  { "Fees", "1234567.50", DAYBOOK_MASK_NONE },
  { "Other", "Alipay 20261120220010000006068564", DAYBOOK_MASK_NONE },
  { "运送方式", "快递", DAYBOOK_MASK_NONE },
  { "仓库", "上海仓", DAYBOOK_MASK_NONE },
};

static void
test_unknown_columns_are_judged (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CELLS); i++)
    {
      DaybookPersonalColumn column = daybook_personal_column (NULL, NULL, 0, CELLS[i].heading);
      DaybookMask mask = daybook_personal_mask (&column, CELLS[i].text);

      g_test_message ("%s: %s", CELLS[i].heading, CELLS[i].text);
      g_assert_cmpint (mask, ==, CELLS[i].mask);
    }
}

/* A platform's file says what its headings do not. */
static void
test_the_platform_decides (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) profiles = daybook_profiles_load (NULL, &error);

  g_assert_no_error (error);
  const DaybookProfile *taobao = daybook_profiles_find (profiles, "tmall");
  DaybookPersonalColumn due = daybook_personal_column (taobao, NULL, 0, "买家应付货款");
  DaybookPersonalColumn title = daybook_personal_column (taobao, NULL, 0, "发票抬头 ");
  DaybookPersonalColumn alipay = daybook_personal_column (taobao, NULL, 0, "买家支付宝账号");
  g_assert_cmpint (daybook_personal_mask (&due, "268.00"), ==, DAYBOOK_MASK_NONE);
  g_assert_cmpint (daybook_personal_mask (&title, "沈一诺"), ==, DAYBOOK_MASK_NAME);
  g_assert_cmpint (daybook_personal_mask (&alipay, "13800000001"), ==, DAYBOOK_MASK_CONTACT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/row-source/every-cell-can-be-read", Fixture, NULL, book_fixture_set_up, test_every_cell_can_be_read, book_fixture_tear_down);
  g_test_add ("/row-source/personal-data-is-masked", Fixture, NULL, book_fixture_set_up, test_personal_data_is_masked, book_fixture_tear_down);
  g_test_add ("/row-source/later-rows-say-what-is-new", Fixture, NULL, book_fixture_set_up, test_later_rows_say_what_is_new, book_fixture_tear_down);
  g_test_add_func ("/row-source/unknown-columns-are-judged", test_unknown_columns_are_judged);
  g_test_add_func ("/row-source/the-platform-decides", test_the_platform_decides);
  return g_test_run ();
}
