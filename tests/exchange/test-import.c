/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "fixtures.h"

#include "core/moment.h"
#include "core/order.h"
#include "core/shop.h"
#include "exchange/import.h"
#include "store/database.h"
#include "store/reader.h"

#include <json-glib/json-glib.h>
#include <string.h>
#include <xlsxwriter.h>

#define ORDERS "订单编号,买家会员名,订单状态,总金额,买家实际支付金额,订单创建时间,订单付款时间 ,宝贝标题,店铺名称\n"
#define NUMBERLESS "买家会员名,付款时间,标题,金额\n"

static DaybookImport *
prepare (Fixture    *fixture,
         const char *path)
{
  g_autoptr(GError) error = NULL;
  DaybookImport *import = daybook_import_new (fixture->store, path);

  daybook_import_prepare (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return import;
}

static void
merge (Fixture       *fixture,
       DaybookImport *import)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (fixture->store, daybook_import_get_staging (import), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
}

static void
assert_counts (DaybookImport *import,
               guint64        rows,
               guint64        n_new,
               guint64        n_updated,
               guint64        n_same,
               guint64        n_problems)
{
  const DaybookStagingCounts *counts = daybook_import_get_counts (import);

  g_assert_cmpuint (counts->rows, ==, rows);
  g_assert_cmpuint (counts->n_new, ==, n_new);
  g_assert_cmpuint (counts->n_updated, ==, n_updated);
  g_assert_cmpuint (counts->n_same, ==, n_same);
  g_assert_cmpuint (counts->n_problems, ==, n_problems);
}

static gint64
count_orders (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  gint64 n = daybook_reader_count (daybook_store_get_reader (fixture->store), query, 0, &error);

  g_assert_no_error (error);
  return n;
}

static gint64
sum (DaybookImport *import,
     const char    *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = json_from_string (daybook_import_get_sums (import), &error);
  g_auto(GStrv) members = g_strsplit (path, "/", -1);
  JsonObject *object = json_node_get_object (root);
  guint i;

  g_assert_no_error (error);
  for (i = 0; members[i + 1] != NULL; i++)
    object = json_object_get_object_member (object, members[i]);
  return json_object_get_int_member (object, members[i]);
}

static void
undo (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (fixture->store, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
}

/* The control sums of samples/README.md. */
static void
test_tmall_sample (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = fixture_sample ("taobao/tmall_order_report.csv");
  g_autoptr(DaybookImport) import = NULL;
  g_autoptr(DaybookImport) again = NULL;

  if (path == NULL)
    return;

  import = prepare (fixture, path);
  g_assert_cmpstr (daybook_import_get_platform (import), ==, "tmall");
  g_assert_cmpstr (daybook_import_get_kind (import), ==, "orders");
  g_assert_cmpstr (daybook_import_get_encoding (import), ==, "UTF-8");
  assert_counts (import, 28010, 28010, 0, 0, 0);
  g_assert_cmpint (sum (import, "orders"), ==, 28010);
  g_assert_cmpint (sum (import, "paid_minor"), ==, 190248715);
  g_assert_cmpint (sum (import, "refund_minor"), ==, 57233592);
  g_assert_cmpint (sum (import, "by_stage/unpaid"), ==, 3923);
  g_assert_cmpint (sum (import, "by_stage/closed"), ==, 5132);
  g_assert_nonnull (strstr (daybook_import_get_sums (import), "\"first_date\":\"2020-02-01\",\"last_date\":\"2020-02-29\""));
  merge (fixture, import);
  g_assert_cmpint (count_orders (fixture), ==, 28010);

  again = prepare (fixture, path);
  assert_counts (again, 28010, 0, 0, 28010, 0);
  merge (fixture, again);
  undo (fixture);
  g_assert_cmpint (count_orders (fixture), ==, 0);
}

static gint64
total_of_orders (Fixture *fixture,
                 guint    field)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  DaybookReader *reader = daybook_store_get_reader (fixture->store);
  g_autoptr(GArray) keys = daybook_reader_keys (reader, query, 0, &error);
  gint64 total = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr(DaybookRow) row = daybook_reader_row (reader, &daybook_orders, g_array_index (keys, gint64, i), &error);

      g_assert_no_error (error);
      total += daybook_row_int (row, field);
    }
  return total;
}

static void
test_shopify_sample (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = fixture_sample ("shopify/orders-ltv-cohort-kit-sample.csv");
  g_autoptr(DaybookImport) import = NULL;
  g_autoptr(DaybookImport) again = NULL;

  if (path == NULL)
    return;

  import = prepare (fixture, path);
  g_assert_cmpstr (daybook_import_get_platform (import), ==, "shopify");
  assert_counts (import, 249, 127, 0, 0, 0);
  g_assert_cmpint (sum (import, "lines"), ==, 249);
  g_assert_cmpint (sum (import, "by_currency/USD/paid_minor"), ==, 1506300);
  g_assert_cmpint (sum (import, "by_currency/USD/refund_minor"), ==, 42375);
  g_assert_cmpint (sum (import, "by_stage/paid"), ==, 127);
  g_assert_nonnull (strstr (daybook_import_get_sums (import), "\"first_date\":\"2025-01-01\",\"last_date\":\"2025-07-27\""));
  merge (fixture, import);
  g_assert_cmpint (total_of_orders (fixture, DAYBOOK_ORDER_PAID), ==, 1506300);
  g_assert_cmpint (total_of_orders (fixture, DAYBOOK_ORDER_REFUNDED), ==, 42375);

  again = prepare (fixture, path);
  assert_counts (again, 249, 0, 0, 127, 0);
  undo (fixture);
  g_assert_cmpint (count_orders (fixture), ==, 0);
}

static void
test_shopify_fixture (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = fixture_sample ("shopify/orders-ltv-cohort-kit-fixture.csv");
  g_autoptr(DaybookImport) import = NULL;

  if (path == NULL)
    return;

  import = prepare (fixture, path);
  assert_counts (import, 9, 8, 0, 0, 0);
  g_assert_cmpint (sum (import, "by_currency/USD/paid_minor"), ==, 99500);
  g_assert_cmpint (sum (import, "by_currency/USD/refund_minor"), ==, 1000);
}

/* Refused with a sentence, importable once a person names the columns that
 * identify a row, and known from then on. */
static void
assert_mapped (Fixture    *fixture,
               const char *sample,
               guint64     rows)
{
  static const char *const KEY[] = { "买家会员名", "订单付款时间", "宝贝标题", NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_sample (sample);
  g_autoptr(DaybookMapping) mapping = daybook_mapping_new ("taobao");
  g_autoptr(DaybookImport) import = NULL;
  g_autoptr(DaybookImport) again = NULL;

  if (path == NULL)
    return;

  import = daybook_import_new (fixture->store, path);
  g_assert_false (daybook_import_prepare (import, NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "order number"));
  g_assert_nonnull (daybook_import_get_unknown (import));
  g_assert_null (daybook_import_get_staging (import));
  g_clear_error (&error);

  daybook_mapping_set (mapping, "buyer", "买家会员名");
  daybook_mapping_set (mapping, "paid_at", "订单付款时间 ");
  daybook_mapping_set (mapping, "paid", "买家实际支付金额");
  daybook_mapping_set (mapping, "title", "宝贝标题");
  daybook_mapping_set_key (mapping, KEY);
  daybook_import_set_mapping (import, mapping);
  g_assert_true (daybook_import_prepare (import, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_counts (import, rows, rows, 0, 0, 0);
  g_assert_true (daybook_import_remember_mapping (import, &error));
  g_assert_no_error (error);
  merge (fixture, import);

  again = prepare (fixture, path);
  assert_counts (again, rows, 0, 0, rows, 0);
}

static void
test_samples_without_numbers (Fixture       *fixture,
                              gconstpointer  data)
{
  assert_mapped (fixture, "taobao/TB2018-small.xls", 10);
  assert_mapped (fixture, "taobao/1月.xlsx", 99);
}

static void
test_an_unknown_table (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "t.csv", NUMBERLESS "a,2020-01-01 10:00:00,,5\nb,2020-01-02 10:00:00,杯,\n", -1);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);
  const DaybookUnknownTable *unknown;

  g_assert_false (daybook_import_prepare (import, NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  unknown = daybook_import_get_unknown (import);
  g_assert_cmpuint (unknown->n_columns, ==, 4);
  g_assert_cmpstr (unknown->headings[2], ==, "标题");
  g_assert_cmpstr (unknown->examples[2], ==, "杯");
  g_assert_cmpstr (unknown->examples[3], ==, "5");
  g_assert_cmpstr (unknown->why, ==, error->message);
}

/* Equal rows are one order; a row without any of the key's cells is none. */
static void
test_keys_of_rows (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const KEY[] = { "买家会员名", "付款时间", NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "t.csv",
                                         NUMBERLESS "a,2020-01-01 10:00:00,杯,5\na,2020-01-01 10:00:00,碗,5\n,,勺,5\n", -1);
  g_autoptr(DaybookMapping) mapping = daybook_mapping_new (NULL);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);
  g_autoptr(GPtrArray) problems = NULL;

  daybook_mapping_set (mapping, "line.title", "标题");
  daybook_mapping_set (mapping, "paid", "金额");
  daybook_mapping_set_key (mapping, KEY);
  daybook_import_set_mapping (import, mapping);
  g_assert_true (daybook_import_prepare (import, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (daybook_import_get_platform (import), ==, "generic");
  g_assert_cmpint (sum (import, "orders"), ==, 1);
  g_assert_cmpint (sum (import, "lines"), ==, 2);
  g_assert_cmpint (sum (import, "paid_minor"), ==, 500);
  problems = daybook_staging_problems (daybook_import_get_staging (import), 0, 10, &error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (((DaybookProblem *) g_ptr_array_index (problems, 0))->why, "should identify the row"));
}

/* Columns of Taobao's in a table of the shop's own. */
static void
test_tracking_of_a_mapping (Fixture       *fixture,
                            gconstpointer  data)
{
  static const char TABLE[] = "买家,单号,留言\na,No:2213076539,'null\nb,'null,好\nc,\"'SF1234\",\n";
  static const char *const EXPECTED[][2] = { { "a", "2213076539" }, { "b", "" }, { "c", "SF1234" } };
  static const char *const KEY[] = { "买家", NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "t.csv", TABLE, -1);
  g_autoptr(DaybookMapping) mapping = daybook_mapping_new (NULL);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(GPtrArray) orders = NULL;

  daybook_mapping_set (mapping, "buyer", "买家");
  daybook_mapping_set (mapping, "tracking", "单号");
  daybook_mapping_set (mapping, "buyer_note", "留言");
  daybook_mapping_set_key (mapping, KEY);
  daybook_import_set_mapping (import, mapping);
  g_assert_true (daybook_import_prepare (import, NULL, NULL, NULL, &error));
  outcome = daybook_store_merge (fixture->store, daybook_import_get_staging (import), NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  orders = daybook_reader_all (daybook_store_get_reader (fixture->store), &daybook_orders, &error);
  g_assert_cmpuint (orders->len, ==, G_N_ELEMENTS (EXPECTED));
  for (guint i = 0; i < orders->len; i++)
    {
      const DaybookRow *order = g_ptr_array_index (orders, i);
      guint which = (guint) (*daybook_row_text (order, DAYBOOK_ORDER_BUYER) - 'a');

      g_assert_cmpstr (daybook_row_text (order, DAYBOOK_ORDER_TRACKING), ==, EXPECTED[which][1]);
      g_assert_cmpstr (daybook_row_text (order, DAYBOOK_ORDER_BUYER_NOTE), ==, which == 1 ? "好" : "");
      g_assert_true (daybook_order_number_is_derived (daybook_row_text (order, DAYBOOK_ORDER_NUMBER)));
    }
  g_assert_false (daybook_order_number_is_derived ("K123"));
  g_assert_false (daybook_order_number_is_derived ("3795300909004750013"));
  g_assert_false (daybook_order_number_is_derived ("KA30FE8604F96CAFE"));
}

/* Cell by cell "1.234" could be either: the table says it once, for all. */
static void
assert_paid_sum (Fixture        *fixture,
                 const char     *cells,
                 DaybookDecimal  decimal,
                 gint64          paid_minor,
                 guint           n_problems)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "t.csv", cells, -1);
  g_autoptr(DaybookMapping) mapping = daybook_mapping_new (NULL);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);

  daybook_mapping_set (mapping, "number", "no");
  daybook_mapping_set (mapping, "paid", "sum");
  if (decimal != DAYBOOK_DECIMAL_GUESSED)
    daybook_mapping_set_decimal (mapping, decimal);
  daybook_import_set_mapping (import, mapping);
  g_assert_true (daybook_import_prepare (import, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sum (import, "paid_minor"), ==, paid_minor);
  g_assert_cmpuint (daybook_staging_get_counts (daybook_import_get_staging (import))->n_problems, ==, n_problems);
}

static void
assert_quantity (Fixture    *fixture,
                 const char *number,
                 gint64      quantity)
{
  g_autoptr(GPtrArray) found = daybook_reader_orders_numbered (daybook_store_get_reader (fixture->store), number, NULL);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (daybook_row_int (g_ptr_array_index (found, 0), DAYBOOK_ORDER_QUANTITY), ==, quantity);
}

static void
test_decimal_sign_of_a_mapping (Fixture       *fixture,
                                gconstpointer  data)
{
  static const char POINTS[] = "no,sum\nA1,12.50\nA2,1.234\nA3,99.999\nA4,\"1,234\"\n";
  static const char COMMAS[] = "no;sum\nA1;12,50\nA2;1.234,50\nA3;1.234\nA4;1,234\n";
  static const char SUMS[] = "no,sum,who\nA1,12,a\nA2,15,b\nTotal,27,\nTOTAL:,27,\n总计：,27,\n小计,27,\n";
  static const char COUNTS[] = "no;n\nA1;3,0\nA2;1.000\nA3;2\n";

  assert_paid_sum (fixture, POINTS, DAYBOOK_DECIMAL_GUESSED, 1250 + 123400, 2);
  assert_paid_sum (fixture, POINTS, DAYBOOK_DECIMAL_POINT, 1250 + 123400, 2);
  assert_paid_sum (fixture, COMMAS, DAYBOOK_DECIMAL_COMMA, 1250 + 123450 + 123400, 1);
  assert_paid_sum (fixture, COMMAS, DAYBOOK_DECIMAL_POINT, 123400, 3);
  assert_paid_sum (fixture, SUMS, DAYBOOK_DECIMAL_POINT, 2700, 0);

  /* Quantities are written in the same way. */
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "n.csv", COUNTS, -1);
  g_autoptr(DaybookMapping) mapping = daybook_mapping_new (NULL);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);
  daybook_mapping_set (mapping, "number", "no");
  daybook_mapping_set (mapping, "quantity", "n");
  daybook_mapping_set_decimal (mapping, DAYBOOK_DECIMAL_COMMA);
  daybook_import_set_mapping (import, mapping);
  g_assert_true (daybook_import_prepare (import, NULL, NULL, NULL, &error));
  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (fixture->store, daybook_import_get_staging (import), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_quantity (fixture, "A1", 3);
  assert_quantity (fixture, "A2", 1000);
  assert_quantity (fixture, "A3", 2);
}

static char *
write_paid (Fixture    *fixture,
            const char *name,
            const char *paid)
{
  g_autofree char *table = g_strdup_printf (ORDERS "6001,小王子88,交易成功,%s,%s,2026-03-01 10:00:00,2026-03-01 10:01:00,杯,店\n", paid, paid);

  return fixture_write (fixture->folder, name, table, -1);
}

/* What a file says that the book had already is held against it again when another
 * import came in between. */
static void
test_a_file_that_was_overtaken (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *first = write_paid (fixture, "ExportOrderList202603100000.csv", "10.00");
  g_autofree char *other = write_paid (fixture, "ExportOrderList202603150000.csv", "55.00");
  g_autofree char *last = write_paid (fixture, "ExportOrderList202603200000.csv", "10.00");
  g_autoptr(DaybookImport) import = prepare (fixture, first);
  g_autoptr(GError) error = NULL;

  merge (fixture, import);
  g_autoptr(DaybookImport) newest = prepare (fixture, last);
  assert_counts (newest, 1, 0, 0, 1, 0);
  g_autoptr(DaybookImport) between = prepare (fixture, other);
  merge (fixture, between);

  g_assert_null (daybook_store_merge (fixture->store, daybook_import_get_staging (newest), NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT);
  g_clear_error (&error);
  daybook_import_prepare (newest, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_counts (newest, 1, 0, 1, 0, 0);
  merge (fixture, newest);
  g_autoptr(GPtrArray) orders = daybook_reader_orders_numbered (daybook_store_get_reader (fixture->store), "6001", NULL);
  g_assert_cmpuint (orders->len, ==, 1);
  g_assert_cmpint (daybook_row_int (g_ptr_array_index (orders, 0), DAYBOOK_ORDER_PAID), ==, 1000);

  /* Notes overtake nothing; an order that goes to the trash does. */
  DaybookRow *order = g_ptr_array_index (orders, 0);
  g_autoptr(DaybookImport) again = prepare (fixture, last);
  g_autoptr(DaybookEdit) note = daybook_edit_new (DAYBOOK_ACT_EDIT, "Note", daybook_store_get_agent (fixture->store));
  daybook_edit_set (note, &daybook_orders, &order->id, DAYBOOK_ORDER_NOTE, daybook_value_text ("x"));
  g_autoptr(DaybookOutcome) noted = daybook_store_commit (fixture->store, note, &error);
  g_assert_no_error (error);
  merge (fixture, again);

  g_autoptr(DaybookImport) third = prepare (fixture, last);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Deleted", daybook_store_get_agent (fixture->store));
  daybook_edit_set (edit, &daybook_orders, &order->id, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  g_autoptr(DaybookOutcome) deleted = daybook_store_commit (fixture->store, edit, &error);
  g_assert_no_error (error);
  g_assert_null (daybook_store_merge (fixture->store, daybook_import_get_staging (third), NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT);
}

/* An import that was killed in another program stands in the way until it is settled. */
static void
test_a_killed_import_is_settled (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *first = write_paid (fixture, "ExportOrderList202603100000.csv", "10.00");
  g_autofree char *last = write_paid (fixture, "ExportOrderList202603200000.csv", "20.00");
  g_autofree char *path = g_build_filename (fixture->book, "daybook.db", NULL);
  g_autoptr(DaybookImport) import = prepare (fixture, first);
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;

  merge (fixture, import);
  g_autoptr(DaybookDatabase) db = daybook_database_open (path, DAYBOOK_DATABASE_WRITE, 1000, &error);
  g_assert_no_error (error);
  g_assert_true (daybook_database_run (db, "UPDATE acts SET state = 1 WHERE kind = 1", &error));

  for (int readings = 0; outcome == NULL && readings < 4; readings++)
    {
      g_autoptr(DaybookImport) next = prepare (fixture, last);
      g_autoptr(GError) overtaken = NULL;

      outcome = daybook_store_merge (fixture->store, daybook_import_get_staging (next), NULL, NULL, NULL, &overtaken);
      if (outcome == NULL)
        g_assert_error (overtaken, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT);
    }
  g_assert_nonnull (outcome);
  g_assert_cmpint (daybook_database_number (db, "SELECT count (*) FROM acts WHERE state <> 0", -1, NULL), ==, 0);
}

/* A row that follows itself is nothing new, in a table that says a currency only elsewhere too. */
static void
test_a_row_that_follows_itself (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "t.csv", "no,sum,cur\nA1,30,\nA1,30,\nA2,5,USD\n", -1);
  g_autoptr(DaybookMapping) mapping = daybook_mapping_new (NULL);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);

  daybook_mapping_set (mapping, "number", "no");
  daybook_mapping_set (mapping, "total", "sum");
  daybook_mapping_set (mapping, "currency", "cur");
  daybook_import_set_mapping (import, mapping);
  g_assert_true (daybook_import_prepare (import, NULL, NULL, NULL, &error));
  assert_counts (import, 3, 2, 0, 0, 0);
}

/* A heading written wrong leaves no column out in silence. */
static void
test_a_mapping_of_a_column_that_is_not_there (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "t.csv", "no,sum\n1,2\n", -1);
  g_autoptr(DaybookMapping) mapping = daybook_mapping_new (NULL);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);

  daybook_mapping_set (mapping, "number", "NO ");
  daybook_mapping_set (mapping, "paid", "summ");
  daybook_import_set_mapping (import, mapping);
  g_assert_false (daybook_import_prepare (import, NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "“summ”"));
  g_clear_error (&error);

  daybook_mapping_set (mapping, "paid", "Sum");
  daybook_import_set_mapping (import, mapping);
  g_assert_true (daybook_import_prepare (import, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_a_mapping_that_does_not_fit (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "t.csv", NUMBERLESS "a,b,c,d\n", -1);
  g_autoptr(DaybookMapping) mapping = daybook_mapping_new (NULL);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);

  daybook_mapping_set (mapping, "number", "单号");
  daybook_import_set_mapping (import, mapping);
  g_assert_false (daybook_import_prepare (import, NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
}

static void
assert_as_of (Fixture    *fixture,
              const char *name,
              const char *text,
              const char *expected)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autofree char *path = fixture_write (fixture->folder, name, text, -1);
  g_autoptr(DaybookImport) import = prepare (fixture, path);
  g_autofree char *iso = daybook_moment_to_iso (daybook_import_get_as_of (import), zone);

  g_assert_cmpstr (iso, ==, expected);
}

static void
test_as_of (Fixture       *fixture,
            gconstpointer  data)
{
#define ROW "1,a,交易成功,5,5,2020-02-01 10:00:00,2020-02-01 10:05:00,杯,\n"
  assert_as_of (fixture, "ExportOrderList202002031200.csv", "导出时间：2020-02-02 08:00:00\n" ORDERS ROW, "2020-02-02T08:00:00+08:00");
  assert_as_of (fixture, "ExportOrderList202002031200.csv", ORDERS ROW, "2020-02-03T12:00:00+08:00");
  assert_as_of (fixture, "orders.csv", ORDERS ROW, "2020-02-01T10:05:00+08:00");
}

/* An older file never takes a status back, whatever the order of importing. */
static void
test_an_older_file (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *newer = fixture_write (fixture->folder, "ExportOrderList202002101200.csv",
                                          ORDERS "1,a,交易成功,5,5,2020-02-01 10:00:00,2020-02-01 10:05:00,杯,\n", -1);
  g_autofree char *older = fixture_write (fixture->folder, "ExportOrderList202002021200.csv",
                                          ORDERS "1,a,\"买家已付款,等待卖家发货\",5,5,2020-02-01 10:00:00,2020-02-01 10:05:00,杯,\n", -1);
  g_autoptr(DaybookImport) first = prepare (fixture, newer);
  g_autoptr(DaybookImport) second = NULL;

  merge (fixture, first);
  second = prepare (fixture, older);
  assert_counts (second, 1, 0, 0, 1, 0);
  merge (fixture, second);
  g_assert_cmpint (total_of_orders (fixture, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_COMPLETED);
}

/* The platform is in an order's id: what the shop's files were once, they stay. */
static void
test_the_platform_stays (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *flagship = fixture_write (fixture->folder, "a.csv", ORDERS "1,a,交易成功,5,5,2020-02-01 10:00:00,,杯,某某旗舰店\n", -1);
  g_autofree char *plain = fixture_write (fixture->folder, "b.csv", "订单编号,订单状态\n1,交易成功\n2,交易关闭\n", -1);
  g_autoptr(DaybookImport) first = prepare (fixture, flagship);
  g_autoptr(DaybookImport) second = NULL;

  g_assert_cmpstr (daybook_import_get_platform (first), ==, "tmall");
  merge (fixture, first);
  second = prepare (fixture, plain);
  g_assert_cmpstr (daybook_import_get_platform (second), ==, "tmall");
  assert_counts (second, 2, 1, 0, 1, 0);
}

/* A column whose heading cannot be read would be left out, and nobody would know. */
static void
test_a_damaged_heading (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "a.csv",
                                         "订单编号,买家实际支付金\xe9\xa2,订单状态,宝贝标题\n1,5.00,交易成功,红色连衣裙\n", -1);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);

  g_assert_false (daybook_import_prepare (import, NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "heading of column 2"));
}

static void
test_a_platform_by_name (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(GError) unknown = NULL;
  g_autoptr(GError) other = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "a.csv", "订单编号,订单状态\n1,交易成功\n", -1);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);

  daybook_import_set_platform (import, "nowhere");
  g_assert_false (daybook_import_prepare (import, NULL, NULL, NULL, &unknown));
  g_assert_error (unknown, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (unknown->message, "taobao, tmall"));
  daybook_import_set_platform (import, "shopify");
  g_assert_false (daybook_import_prepare (import, NULL, NULL, NULL, &other));
  g_assert_error (other, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (other->message, "from Taobao, not from Shopify"));
  daybook_import_set_platform (import, "tmall");
  g_assert_true (daybook_import_prepare (import, NULL, NULL, NULL, NULL));
  g_assert_cmpstr (daybook_import_get_platform (import), ==, "tmall");
}

static void
test_problems_are_listed (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "a.csv", "订单编号,总金额\n1.93068E+15,5\n2,x\n3,5\n", -1);
  g_autoptr(DaybookImport) import = prepare (fixture, path);
  g_autoptr(GPtrArray) problems = daybook_staging_problems (daybook_import_get_staging (import), 0, 10, &error);
  const DaybookProblem *problem;

  g_assert_no_error (error);
  assert_counts (import, 3, 1, 0, 0, 2);
  g_assert_cmpuint (problems->len, ==, 2);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpuint (problem->row, ==, 2);
  g_assert_cmpstr (problem->column, ==, "订单编号");
  g_assert_cmpstr (problem->value, ==, "1.93068E+15");
}

/* Excel splits long tables over sheets; all with the same header are one. */
static void
test_sheets_of_one_header (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "two.xlsx", NULL);
  lxw_workbook *book = workbook_new (path);
  g_autoptr(DaybookImport) import = NULL;

  for (int i = 0; i < 3; i++)
    {
      lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);

      worksheet_write_string (sheet, 0, 0, i < 2 ? "订单编号" : "说明", NULL);
      worksheet_write_string (sheet, 0, 1, i < 2 ? "订单状态" : "说明 2", NULL);
      worksheet_write_number (sheet, 1, 0, 1930679 + i, NULL);
      worksheet_write_string (sheet, 1, 1, "交易成功", NULL);
    }
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);

  import = prepare (fixture, path);
  g_assert_cmpstr (daybook_import_get_encoding (import), ==, "XLSX");
  assert_counts (import, 2, 2, 0, 0, 0);
}

static void
on_prepared (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  GAsyncResult **taken = data;

  *taken = g_object_ref (result);
}

/* Progress after the end would reach whoever is gone. */
static void
on_progress (goffset  done,
             goffset  total,
             gpointer data)
{
  GAsyncResult **taken = data;

  g_assert_null (*taken);
  g_assert_cmpint (done, <=, total);
}

static char *
write_many (Fixture *fixture,
            guint    n)
{
  g_autoptr(GString) text = g_string_new (ORDERS);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u,buyer%u,交易成功,5,5,2020-02-01 10:00:00,2020-02-01 10:05:00,杯,\n", i, i % 100);
  return fixture_write (fixture->folder, "many.csv", text->str, (gssize) text->len);
}

static void
test_in_the_background (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = write_many (fixture, 20000);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);
  g_autoptr(GAsyncResult) result = NULL;

  daybook_import_prepare_async (import, on_progress, &result, NULL, on_prepared, &result);
  g_assert_null (daybook_import_get_counts (import));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (daybook_import_prepare_finish (import, result, &error));
  g_assert_no_error (error);
  assert_counts (import, 20000, 20000, 0, 0, 0);
}

static void
assert_nothing_left (Fixture *fixture)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->book, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_prefix (name, "daybook.") && !g_str_has_prefix (name, "search.db") && !g_str_equal (name, "backups"))
      {
        g_autofree char *path = g_build_filename (fixture->book, name, NULL);
        g_autoptr(GDir) inner = g_dir_open (path, 0, NULL);

        if (inner == NULL || g_dir_read_name (inner) != NULL)
          g_error ("“%s” is left in the book’s folder", name);
      }
  g_assert_cmpint (count_orders (fixture), ==, 0);
}

static void
test_cancelling (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = write_many (fixture, 20000);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_false (daybook_import_prepare (import, NULL, NULL, cancellable, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
  g_assert_null (daybook_import_get_staging (import));
  assert_nothing_left (fixture);
}

/* Broken far behind the header: what was staged goes too. */
static void
test_broken_files_leave_nothing (Fixture       *fixture,
                                 gconstpointer  data)
{
  static const char *const TAILS[] = { "9,\"open\n", "9,\xff\xfe\xff", "9,\xe5\x8d" };

  for (guint i = 0; i < G_N_ELEMENTS (TAILS); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GString) text = g_string_new ("\xef\xbb\xbf订单编号,订单状态\n");
      g_autofree char *path = NULL;
      g_autoptr(DaybookImport) import = NULL;

      for (guint n = 0; n < 1000; n++)
        g_string_append_printf (text, "%u,交易成功\n", n);
      g_string_append (text, TAILS[i]);
      path = fixture_write (fixture->folder, "broken.csv", text->str, (gssize) text->len);
      import = daybook_import_new (fixture->store, path);
      g_assert_false (daybook_import_prepare (import, NULL, NULL, NULL, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      assert_nothing_left (fixture);
    }
}

/* Every file of the samples is imported, or refused with a sentence. */
static void
test_every_sample (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const FOLDERS[] = { "bills", "shopify", "taobao", "xlsx", "xlsx/1904", "csv-spectrum" };
  guint n_imported = 0;
  guint n_unknown = 0;
  guint n_refused = 0;

  for (guint i = 0; i < G_N_ELEMENTS (FOLDERS); i++)
    {
      g_autofree char *folder = fixture_sample (FOLDERS[i]);
      g_autoptr(GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
      const char *name;

      if (folder == NULL)
        return;
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autoptr(GError) error = NULL;
          g_autofree char *path = g_build_filename (folder, name, NULL);
          g_autoptr(DaybookImport) import = NULL;

          if (g_file_test (path, G_FILE_TEST_IS_DIR))
            continue;
          import = daybook_import_new (fixture->store, path);
          if (daybook_import_prepare (import, NULL, NULL, NULL, &error))
            n_imported++;
          else if (g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
            n_unknown += daybook_import_get_unknown (import) != NULL;
          else
            n_refused += g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
          if (error != NULL && (!g_str_has_suffix (error->message, ".") || strlen (error->message) < 20))
            g_error ("%s: %s", name, error->message);
        }
    }

  g_test_message ("%u imported, %u unknown, %u refused", n_imported, n_unknown, n_refused);
  g_assert_cmpuint (n_imported, ==, 8); /* three files of orders, five bills */
  g_assert_cmpuint (n_imported + n_unknown + n_refused, ==, 76);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, book_fixture_set_up, test, book_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/import/tracking-of-a-mapping", test_tracking_of_a_mapping);
  ADD ("/import/tmall-sample", test_tmall_sample);
  ADD ("/import/shopify-sample", test_shopify_sample);
  ADD ("/import/shopify-fixture", test_shopify_fixture);
  ADD ("/import/samples-without-numbers", test_samples_without_numbers);
  ADD ("/import/every-sample", test_every_sample);
  ADD ("/import/unknown", test_an_unknown_table);
  ADD ("/import/keys", test_keys_of_rows);
  ADD ("/import/overtaken", test_a_file_that_was_overtaken);
  ADD ("/import/killed-import-is-settled", test_a_killed_import_is_settled);
  ADD ("/import/row-that-follows-itself", test_a_row_that_follows_itself);
  ADD ("/import/mapping-of-no-column", test_a_mapping_of_a_column_that_is_not_there);
  ADD ("/import/mapping-does-not-fit", test_a_mapping_that_does_not_fit);
  ADD ("/import/decimal-sign-of-a-mapping", test_decimal_sign_of_a_mapping);
  ADD ("/import/as-of", test_as_of);
  ADD ("/import/older", test_an_older_file);
  ADD ("/import/platform-stays", test_the_platform_stays);
  ADD ("/import/a-damaged-heading", test_a_damaged_heading);
  ADD ("/import/platform-by-name", test_a_platform_by_name);
  ADD ("/import/problems", test_problems_are_listed);
  ADD ("/import/sheets", test_sheets_of_one_header);
  ADD ("/import/background", test_in_the_background);
  ADD ("/import/cancel", test_cancelling);
  ADD ("/import/broken", test_broken_files_leave_nothing);

  return g_test_run ();
}
