/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "fixtures.h"

#include "core/aftersale.h"
#include "core/membership.h"
#include "core/order.h"
#include "core/payment.h"
#include "core/review.h"
#include "core/stock.h"
#include "exchange/mapping-private.h"
#include "store/reader.h"

#include <string.h>

/* Tables that nobody knows, whose rows are no orders: a person has said what they are. */

/* Headings of nobody's; the same file is imported twice and taken back. */
static DaybookMapping *
mapping_of (const char *json)
{
  g_autoptr(GError) error = NULL;
  DaybookMapping *mapping = daybook_mapping_from_json (json, &error);

  g_assert_no_error (error);
  return mapping;
}

/* (transfer full) */
static DaybookImport *
import_mapped (Fixture        *fixture,
               const char     *text,
               DaybookMapping *mapping)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "own.csv", text, -1);
  DaybookImport *import = daybook_import_new (fixture->store, path);
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (mapping != NULL)
    daybook_import_set_mapping (import, mapping);
  daybook_import_prepare (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  outcome = daybook_store_merge (fixture->store, daybook_import_get_staging (import), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return import;
}

static GPtrArray *
read_all (Fixture            *fixture,
          const DaybookTable *table)
{
  return daybook_reader_all (daybook_store_get_reader (fixture->store), table, NULL);
}

static DaybookRow *
find (GPtrArray  *rows,
      guint       field,
      const char *text)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (daybook_row_text (g_ptr_array_index (rows, i), field), text))
      return g_ptr_array_index (rows, i);

  g_error ("no row “%s”", text);
}

/* Imports it, once more, and takes the first back: nothing is left. */
static void
assert_again_and_back (Fixture            *fixture,
                       const char         *text,
                       DaybookMapping     *mapping,
                       const DaybookTable *table,
                       guint               n_rows)
{
  DaybookId first = book_last_act (fixture);
  g_autoptr(DaybookImport) again = import_mapped (fixture, text, mapping);
  const DaybookStagingCounts *counts = daybook_import_get_counts (again);
  g_autoptr(GPtrArray) rows = read_all (fixture, table);
  g_autoptr(GPtrArray) none = NULL;

  g_assert_cmpuint (rows->len, ==, n_rows);
  g_assert_cmpuint (counts->n_same, ==, n_rows);
  g_assert_cmpuint (counts->n_new + counts->n_updated, ==, 0);

  book_undo (fixture, &first);
  none = read_all (fixture, table);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Without a number the columns of the key identify a row. */
static void
test_reviews (Fixture       *fixture,
              gconstpointer  data)
{
  static const char TEXT[] = "谁,哪天,几颗,说了啥,货\n甲,2026-11-01 10:00:00,5,很好喝,红茶\n乙,2026-11-02 10:00:00,差评,漏了,绿茶\n";
  g_autoptr(DaybookMapping) mapping = mapping_of ("{\"kind\": \"reviews\", \"key\": [\"谁\", \"哪天\"], \"columns\": {"
    "\"buyer\": \"谁\", \"written_at\": \"哪天\", \"stars\": \"几颗\", \"words\": \"说了啥\", \"product\": \"货\"}}");
  g_autoptr(DaybookImport) import = import_mapped (fixture, TEXT, mapping);
  g_autoptr(GPtrArray) rows = read_all (fixture, &daybook_reviews);
  const DaybookRow *bad = find (rows, DAYBOOK_REVIEW_WORDS, "漏了");

  g_assert_cmpstr (daybook_import_get_kind (import), ==, "reviews");
  g_assert_cmpuint (daybook_import_get_counts (import)->n_new, ==, 2);
  g_assert_cmpstr (daybook_row_text (bad, DAYBOOK_REVIEW_BUYER), ==, "乙");
  g_assert_cmpstr (daybook_row_text (bad, DAYBOOK_REVIEW_PRODUCT), ==, "绿茶");
  g_assert_cmpint (daybook_row_int (bad, DAYBOOK_REVIEW_STARS), ==, 1);
  g_assert_cmpint (daybook_row_int (bad, DAYBOOK_REVIEW_WRITTEN_AT), ==, 1793584800); /* 2026-11-02 10:00 in Shanghai */
  assert_again_and_back (fixture, TEXT, mapping, &daybook_reviews, 2);
}

/* One SKU at two places are two rows. */
static void
test_stock (Fixture       *fixture,
            gconstpointer  data)
{
  static const char TEXT[] = "码,名,剩,在哪\nCUP,杯子,12,杭州\nCUP,杯子,1.000,义乌\nBOWL,碗,3,杭州\n";
  g_autoptr(DaybookMapping) mapping = mapping_of ("{\"kind\": \"stock\", \"decimal\": \",\", \"columns\": {"
    "\"number\": \"码\", \"title\": \"名\", \"on_hand\": \"剩\", \"place\": \"在哪\"}}");
  g_autoptr(DaybookImport) import = import_mapped (fixture, TEXT, mapping);
  g_autoptr(GPtrArray) rows = read_all (fixture, &daybook_stocks);
  const DaybookRow *far = find (rows, DAYBOOK_STOCK_PLACE, "义乌");

  g_assert_cmpstr (daybook_import_get_kind (import), ==, "stock");
  g_assert_cmpuint (daybook_import_get_counts (import)->n_new, ==, 3);
  g_assert_cmpstr (daybook_row_text (far, DAYBOOK_STOCK_NUMBER), ==, "CUP");
  g_assert_cmpint (daybook_row_int (far, DAYBOOK_STOCK_ON_HAND), ==, 1000);
  assert_again_and_back (fixture, TEXT, mapping, &daybook_stocks, 3);
}

#define PAYMENTS "id,when,sum,type\np1,2026-11-01 10:00:00,30.00,fee\np2,2026-11-02 10:00:00,-12.50,Came back\np3,2026-11-03 10:00:00,0,whatever\n"
#define PAYMENT_COLUMNS "\"number\": \"id\", \"at\": \"when\", \"amount\": \"sum\""

/* Without a column of kinds the sign tells; amounts are kept without it. */
static void
test_payments_by_sign (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(DaybookMapping) mapping = mapping_of ("{\"kind\": \"bill\", \"columns\": {" PAYMENT_COLUMNS "}}");
  g_autoptr(DaybookImport) import = import_mapped (fixture, PAYMENTS, mapping);
  g_autoptr(GPtrArray) rows = read_all (fixture, &daybook_payments);
  const DaybookRow *came = find (rows, DAYBOOK_PAYMENT_NUMBER, "p1");
  const DaybookRow *went = find (rows, DAYBOOK_PAYMENT_NUMBER, "p2");

  g_assert_cmpstr (daybook_import_get_kind (import), ==, "bill");
  g_assert_cmpint (daybook_row_int (came, DAYBOOK_PAYMENT_KIND), ==, DAYBOOK_PAYMENT_RECEIVED);
  g_assert_cmpint (daybook_row_int (went, DAYBOOK_PAYMENT_KIND), ==, DAYBOOK_PAYMENT_SPENT);
  g_assert_cmpint (daybook_row_int (went, DAYBOOK_PAYMENT_AMOUNT), ==, 1250);
  g_assert_cmpint (daybook_row_int (went, DAYBOOK_PAYMENT_STAGE), ==, DAYBOOK_PAYMENT_DONE);
  g_assert_cmpint (daybook_row_int (find (rows, DAYBOOK_PAYMENT_NUMBER, "p3"), DAYBOOK_PAYMENT_KIND), ==, DAYBOOK_PAYMENT_OTHER);
  assert_again_and_back (fixture, PAYMENTS, mapping, &daybook_payments, 3);
}

/* The registry's words and their labels are taken; another says nothing. */
static void
test_payments_by_word (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(DaybookMapping) mapping = mapping_of ("{\"kind\": \"bill\", \"columns\": {" PAYMENT_COLUMNS ", \"kind\": \"type\"}}");
  g_autoptr(DaybookImport) import = import_mapped (fixture, PAYMENTS "p4,2026-11-04 10:00:00,1.00,refunded\n", mapping);
  g_autoptr(GPtrArray) rows = read_all (fixture, &daybook_payments);
  static const DaybookPaymentKind KINDS[] = { DAYBOOK_PAYMENT_CHARGED, DAYBOOK_PAYMENT_RETURNED, DAYBOOK_PAYMENT_OTHER, DAYBOOK_PAYMENT_REFUNDED };
  static const char *const NUMBERS[] = { "p1", "p2", "p3", "p4" };

  g_assert_cmpuint (daybook_import_get_counts (import)->n_problems, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    g_assert_cmpint (daybook_row_int (find (rows, DAYBOOK_PAYMENT_NUMBER, NUMBERS[i]), DAYBOOK_PAYMENT_KIND), ==, KINDS[i]);
}

static void
test_aftersales (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char TEXT[] = "no,stage,how,back\nR1,To be answered,return,5.00\nR2,done,Refund only,6.00\nR3,lost,lost,7.00\n";
  g_autoptr(DaybookMapping) mapping = mapping_of ("{\"kind\": \"refunds\", \"columns\": {"
    "\"number\": \"no\", \"stage\": \"stage\", \"kind\": \"how\", \"amount\": \"back\"}}");
  g_autoptr(DaybookImport) import = import_mapped (fixture, TEXT, mapping);
  g_autoptr(GPtrArray) rows = read_all (fixture, &daybook_aftersales);
  const DaybookRow *asked = find (rows, DAYBOOK_AFTERSALE_NUMBER, "R1");
  const DaybookRow *done = find (rows, DAYBOOK_AFTERSALE_NUMBER, "R2");
  const DaybookRow *lost = find (rows, DAYBOOK_AFTERSALE_NUMBER, "R3");

  g_assert_cmpint (daybook_row_int (asked, DAYBOOK_AFTERSALE_STAGE), ==, DAYBOOK_AFTERSALE_ASKED);
  g_assert_cmpint (daybook_row_int (asked, DAYBOOK_AFTERSALE_KIND), ==, DAYBOOK_AFTERSALE_RETURN);
  g_assert_cmpint (daybook_row_int (done, DAYBOOK_AFTERSALE_STAGE), ==, DAYBOOK_AFTERSALE_DONE);
  g_assert_cmpint (daybook_row_int (done, DAYBOOK_AFTERSALE_KIND), ==, DAYBOOK_AFTERSALE_REFUND);
  g_assert_cmpint (daybook_row_int (lost, DAYBOOK_AFTERSALE_STAGE), ==, DAYBOOK_AFTERSALE_UNKNOWN);
  g_assert_cmpint (daybook_row_int (lost, DAYBOOK_AFTERSALE_KIND), ==, DAYBOOK_AFTERSALE_OTHER);
  assert_again_and_back (fixture, TEXT, mapping, &daybook_aftersales, 3);
}

/* The number may be the phone too, however it is written. */
static void
test_customers (Fixture       *fixture,
                gconstpointer  data)
{
  static const char TEXT[] = "谁,打哪,生在\n陈静,138 1234 1234,5-1\n李磊,139****5678,6-1\n";
  g_autoptr(DaybookMapping) mapping = mapping_of ("{\"kind\": \"customers\", \"columns\": {"
    "\"number\": \"打哪\", \"phone\": \"打哪\", \"name\": \"谁\", \"birthday\": \"生在\"}}");
  g_autoptr(DaybookImport) import = import_mapped (fixture, TEXT, mapping);
  g_autoptr(GPtrArray) rows = read_all (fixture, &daybook_memberships);

  g_assert_cmpstr (daybook_import_get_kind (import), ==, "customers");
  g_assert_cmpuint (daybook_import_get_counts (import)->n_problems, ==, 1);
  g_assert_cmpstr (daybook_row_text (find (rows, DAYBOOK_MEMBERSHIP_NAME, "陈静"), DAYBOOK_MEMBERSHIP_BIRTHDAY), ==, "5-1");
  assert_again_and_back (fixture, TEXT, mapping, &daybook_memberships, 1);
}

/* The next file with the same headings needs no answer; its kind is remembered too. */
static void
test_remembered (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookMapping) mapping = mapping_of ("{\"kind\": \"stock\", \"columns\": {\"number\": \"a\", \"on_hand\": \"b\"}}");
  g_autoptr(DaybookImport) first = import_mapped (fixture, "a,b,c\nX,1,\n", mapping);
  g_autoptr(DaybookImport) second = NULL;

  daybook_import_remember_mapping (first, &error);
  g_assert_no_error (error);
  second = import_mapped (fixture, "a,b,c\nX,2,\nY,3,\n", NULL);
  g_assert_cmpstr (daybook_import_get_kind (second), ==, "stock");
  g_assert_cmpuint (daybook_import_get_counts (second)->n_new, ==, 1);
  g_assert_cmpuint (daybook_import_get_counts (second)->n_updated, ==, 1);
}

/* What was remembered before there were kinds. */
static void
test_without_kind (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(DaybookMapping) mapping = mapping_of ("{\"platform\": \"generic\", \"columns\": {\"number\": \"a\", \"paid\": \"b\"}, \"decimal\": \".\"}");
  g_autofree char *json = daybook_mapping_to_json (mapping);
  g_autoptr(DaybookImport) import = import_mapped (fixture, "a,b\nX1,5.00\n", mapping);
  g_autoptr(GPtrArray) orders = read_all (fixture, &daybook_orders);

  g_assert_cmpstr (daybook_mapping_get_kind (mapping), ==, "orders");
  g_assert_null (strstr (json, "kind"));
  g_assert_cmpstr (daybook_import_get_kind (import), ==, "orders");
  g_assert_cmpint (daybook_row_int (find (orders, DAYBOOK_ORDER_NUMBER, "X1"), DAYBOOK_ORDER_PAID), ==, 500);
}

static void
assert_refused (const char *json,
                const char *named)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_mapping_from_json (json, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, named));
}

static void
test_broken (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookMapping) numberless = mapping_of ("{\"kind\": \"bill\", \"columns\": {\"amount\": \"a\"}}");

  assert_refused ("{\"kind\": \"wishes\", \"columns\": {}}", "“kind”");
  assert_refused ("{\"kind\": 5, \"columns\": {}}", "“kind”");
  assert_refused ("{\"kind\": null, \"columns\": {}}", "“kind”");
  assert_refused ("{\"kind\": \"order_lines\", \"columns\": {}}", "“kind”");
  assert_refused ("{\"kind\": \"settlement\", \"columns\": {}}", "“kind”");
  /* Fields of another kind, and those that no file may write. */
  assert_refused ("{\"kind\": \"reviews\", \"columns\": {\"paid\": \"a\"}}", "“paid”");
  assert_refused ("{\"kind\": \"reviews\", \"columns\": {\"line.title\": \"a\"}}", "“line.title”");
  assert_refused ("{\"kind\": \"stock\", \"columns\": {\"as_of\": \"a\"}}", "“as_of”");
  assert_refused ("{\"columns\": {\"stars\": \"a\"}}", "“stars”");

  g_assert_null (daybook_mapping_to_form (numberless, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "rows’ numbers"));
}

/* What is saved is what the command line takes; the folder must be there. */
static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookMapping) mapping = mapping_of ("{\"kind\": \"reviews\", \"key\": [\"谁\"], \"decimal\": \",\", \"columns\": {\"buyer\": \"谁\"}}");
  g_autofree char *path = g_build_filename (fixture->folder, "m.json", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "m.json", NULL);
  g_autofree char *json = daybook_mapping_to_json (mapping);
  g_autofree char *again = NULL;
  g_autoptr(DaybookMapping) loaded = NULL;

  g_assert_true (daybook_mapping_save (mapping, path, &error));
  loaded = daybook_mapping_load (path, &error);
  g_assert_no_error (error);
  again = daybook_mapping_to_json (loaded);
  g_assert_cmpstr (again, ==, json);
  g_assert_cmpstr (daybook_mapping_get_kind (loaded), ==, "reviews");

  g_assert_false (daybook_mapping_save (mapping, nowhere, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, book_fixture_set_up, test, book_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/mapped-kinds/reviews", test_reviews);
  ADD ("/mapped-kinds/stock", test_stock);
  ADD ("/mapped-kinds/payments-by-sign", test_payments_by_sign);
  ADD ("/mapped-kinds/payments-by-word", test_payments_by_word);
  ADD ("/mapped-kinds/aftersales", test_aftersales);
  ADD ("/mapped-kinds/customers", test_customers);
  ADD ("/mapped-kinds/remembered", test_remembered);
  ADD ("/mapped-kinds/without-kind", test_without_kind);
  g_test_add_func ("/mapped-kinds/broken", test_broken);
  ADD ("/mapped-kinds/saved", test_saved);
  return g_test_run ();
}
