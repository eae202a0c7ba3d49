/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "fixtures.h"

#include "core/reveal.h"
#include "core/shop.h"
#include "exchange/import.h"
#include "exchange/problem-file.h"
#include "store/import-problems.h"

#include <string.h>

/* Sold in Chinese: with a form that knows half of the headings at least. */
#define TMALL "订单编号,买家会员名,订单状态,总金额,买家实际支付金额,订单创建时间,订单付款时间 ,宝贝标题,店铺名称\n"
#define GOOD "3000000000000000701,a,交易成功,5,5,2020-02-01 10:00:00,2020-02-01 10:05:00,杯,\n"
#define SHOPIFY "Name,Email,Financial Status,Fulfillment Status,Currency,Subtotal,Shipping,Total,Created at,Lineitem name,Lineitem quantity,Lineitem price\n"

static DaybookImport *
prepare (Fixture    *fixture,
         const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  DaybookImport *import = daybook_import_new (fixture->store, path);

  daybook_import_prepare (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return import;
}

static DaybookImport *
prepare_text (Fixture    *fixture,
              const char *name,
              const char *text)
{
  g_autofree char *path = fixture_write (fixture->folder, name, text, -1);

  return prepare (fixture, name);
}

/* Imports it; the act. */
static DaybookId
merge (Fixture       *fixture,
       DaybookImport *import)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (fixture->store, daybook_import_get_staging (import), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return outcome->act;
}

static DaybookProblemFiles *
try_save (Fixture                    *fixture,
          const DaybookProblemSource *source,
          GError                    **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, "problems.csv", NULL);
  g_autoptr(DaybookDisclosure) disclosure = daybook_disclosure_new (DAYBOOK_BASIS_ORDER, NULL, NULL);
  DaybookProblemSource given = *source;

  given.disclosure = disclosure;
  return daybook_problem_file_save (fixture->store, &given, path, error);
}

static void
save (Fixture                    *fixture,
      const DaybookProblemSource *source,
      guint64                     n_rows,
      guint                       n_files)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookProblemFiles) files = try_save (fixture, source, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (files->n_rows, ==, n_rows);
  g_assert_cmpuint (files->paths->len, ==, n_files);
}

static void
save_staged (Fixture       *fixture,
             DaybookImport *import,
             guint64        n_rows)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = daybook_problem_file_read (daybook_import_get_staging (import), &error);
  const DaybookProblemSource source = { .rows = rows, .about = &daybook_orders };

  g_assert_no_error (error);
  save (fixture, &source, n_rows, 1);
}

static void
save_kept (Fixture         *fixture,
           const DaybookId *act,
           guint64          n_rows,
           guint            n_files)
{
  const DaybookProblemSource source = { .act = *act, .about = &daybook_orders };

  save (fixture, &source, n_rows, n_files);
}

static char *
read_saved (Fixture    *fixture,
            const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* As somebody corrects it in a text editor. */
static void
correct (Fixture    *fixture,
         const char *name,
         const char *wrong,
         const char *right)
{
  g_autofree char *text = read_saved (fixture, name);
  g_autoptr(GString) corrected = g_string_new (text);
  g_autofree char *path = NULL;

  g_assert_cmpuint (g_string_replace (corrected, wrong, right, 0), >, 0);
  path = fixture_write (fixture->folder, name, corrected->str, -1);
}

static char *
describe_problems (DaybookImport *import)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = daybook_staging_problems (daybook_import_get_staging (import), 0, 100, &error);
  GString *said = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    {
      const DaybookProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (said, "%s=%s: %s\n", problem->column, problem->value, problem->why);
    }
  return g_string_free (said, FALSE);
}

static void
assert_counts (DaybookImport *import,
               guint64        n_new,
               guint64        n_problems)
{
  const DaybookStagingCounts *counts = daybook_import_get_counts (import);

  g_assert_cmpuint (counts->n_new, ==, n_new);
  g_assert_cmpuint (counts->n_problems, ==, n_problems);
}

#define BAD TMALL GOOD \
  "3000000000000000702,b,交易成功,fünf,5,2020-02-01 10:00:00,2020-02-01 10:05:00,杯,\n" \
  "3.00E+18,c,交易成功,5,5,2020-02-01 10:00:00,2020-02-01 10:05:00,\"杯, 大\",\n" \
  "3000000000000000704,d,交易成功,5,5,gestern,2020-02-01 10:05:00,杯,\n"

/* Three rows that are wrong, corrected, are in the book. */
static void
test_corrected_they_come_in (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(DaybookImport) import = prepare_text (fixture, "orders.csv", BAD);
  g_autoptr(DaybookImport) again = NULL;
  DaybookId act;

  assert_counts (import, 1, 3);
  act = merge (fixture, import);
  save_kept (fixture, &act, 3, 1);
  correct (fixture, "problems.csv", "fünf", "5");
  correct (fixture, "problems.csv", "3.00E+18", "3000000000000000703");
  correct (fixture, "problems.csv", "gestern", "2020-02-01 10:00:00");

  again = prepare (fixture, "problems.csv");
  assert_counts (again, 3, 0);
  g_assert_cmpstr (daybook_import_get_platform (again), ==, daybook_import_get_platform (import));
  merge (fixture, again);
  g_autoptr(GPtrArray) found = daybook_reader_orders_numbered (daybook_store_get_reader (fixture->store), "3000000000000000703", NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (daybook_row_text (g_ptr_array_index (found, 0), DAYBOOK_ORDER_TITLE), ==, "杯, 大");
}

/* What nobody corrects is told of again, and does not slip in. */
static void
assert_told_again (Fixture    *fixture,
                   const char *text,
                   guint64     n_rows)
{
  g_autoptr(DaybookImport) import = prepare_text (fixture, "orders.csv", text);
  g_autoptr(DaybookImport) again = NULL;
  g_autofree char *said = describe_problems (import);
  g_autofree char *said_again = NULL;

  save_staged (fixture, import, n_rows);
  again = prepare (fixture, "problems.csv");
  said_again = describe_problems (again);
  g_assert_cmpstr (said_again, ==, said);
  g_assert_cmpuint (daybook_import_get_counts (again)->orders, ==, 0);
}

static void
test_uncorrected_they_are_told_again (Fixture       *fixture,
                                      gconstpointer  data)
{
  assert_told_again (fixture, BAD, 3);
}

static void
test_too_many_cells_stay (Fixture       *fixture,
                          gconstpointer  data)
{
  assert_told_again (fixture, TMALL GOOD GOOD "3000000000000000705,e,交易成功,5,5,2020-02-01 10:00:00,2020-02-01 10:05:00,杯, 大,,x\n", 1);
}

static void
test_damage_stays (Fixture       *fixture,
                   gconstpointer  data)
{
  /* As when a platform cuts a text in the middle of a character. */
  assert_told_again (fixture, TMALL GOOD "3000000000000000705,李\xd5,交易成功,5,5,2020-02-01 10:00:00,2020-02-01 10:05:00,杯,\n", 1);
}

/* Blanks that fill the row up are not what was cut off. */
static void
test_a_cut_row_stays_cut (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *saved = NULL;
  g_autoptr(DaybookImport) import = prepare_text (fixture, "orders.csv", TMALL GOOD "3000000000000000705,e,交易成");

  assert_counts (import, 1, 1);
  save_staged (fixture, import, 1);
  saved = read_saved (fixture, "problems.csv");
  g_assert_nonnull (strstr (saved, ",3 (3),"));
  path = g_build_filename (fixture->folder, "problems.csv", NULL);
  g_autofree char *dump = fixture_dump (path, 0, NULL);
  g_assert_true (g_str_has_suffix (g_strchomp (dump), "|e|交易成"));
}

/* The rows of an order go together, the good ones too. */
static void
test_an_order_is_kept_whole (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(DaybookImport) import = prepare_text (fixture, "orders.csv",
    SHOPIFY "#1001,a@x.com,paid,unfulfilled,USD,25,0,25,2026-11-20 10:00:00 +0000,Cup,1,10\n"
    "#1001,,,,,,,,,Pot,1,15\n"
    "#1002,b@x.com,paid,unfulfilled,USD,25,0,25,2026-11-20 10:00:00 +0000,Cup,1,10\n"
    "#1002,,,,,,,,,Pot,1,dear\n"
    "#1002,,,,,,,,,Can,1,1\n");
  g_autoptr(DaybookImport) again = NULL;

  assert_counts (import, 1, 3);
  save_staged (fixture, import, 3);
  correct (fixture, "problems.csv", "dear", "14");
  again = prepare (fixture, "problems.csv");
  assert_counts (again, 1, 0);
}

/* An order of which the book has another by its number: its rows go together. */
static void
test_another_shops_order_is_kept_whole (Fixture       *fixture,
                                        gconstpointer  data)
{
  static const char ORDER[] = SHOPIFY "#1001,a@x.com,paid,unfulfilled,USD,25,0,25,%s 10:00:00 +0000,Cup,1,10\n#1001,,,,,,,,,Pot,1,15\n";
  g_autofree char *first = g_strdup_printf (ORDER, "2026-11-20");
  g_autofree char *second = g_strdup_printf (ORDER, "2024-11-20");
  g_autoptr(DaybookRow) order = book_import (fixture, "orders.csv", first, "#1001");
  g_autoptr(DaybookImport) import = prepare_text (fixture, "others.csv", second);

  assert_counts (import, 0, 1);
  save_staged (fixture, import, 2);
}

/* Nothing that a spreadsheet program would reckon, and the importer reads what stood there. */
static void
test_formulas_do_nothing (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(DaybookImport) import = prepare_text (fixture, "orders.csv",
    TMALL GOOD "=\"3000000000000000705\",=1+1,交易成功,-5.00,fünf,2020-02-01 10:00:00,\t2020-02-01 10:05:00,@杯,\n");
  g_autofree char *saved = NULL;
  g_autoptr(DaybookRow) order = NULL;

  save_staged (fixture, import, 1);
  saved = read_saved (fixture, "problems.csv");
  g_assert_true (g_str_has_prefix (saved, "\xef\xbb\xbf订单编号,"));
  g_assert_nonnull (strstr (saved, "\r\n\"3000000000000000705\t\",'=1+1,交易成功,-5.00,fünf,2020-02-01 10:00:00,2020-02-01 10:05:00,'@杯,,3,"));
  correct (fixture, "problems.csv", "fünf", "5");
  correct (fixture, "problems.csv", "-5.00", "5.00");
  g_autofree char *corrected = read_saved (fixture, "problems.csv");
  order = book_import (fixture, "again.csv", corrected, "3000000000000000705");
  g_assert_cmpstr (daybook_row_text (order, DAYBOOK_ORDER_TITLE), ==, "@杯");
}

/* The rows are read as they were, so that what was said of their columns is remembered. */
static void
test_our_columns_are_taken_away (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookImport) import = prepare_text (fixture, "orders.csv", BAD);
  g_autofree char *path = NULL;
  g_autofree char *dump = NULL;

  save_staged (fixture, import, 3);
  path = g_build_filename (fixture->folder, "problems.csv", NULL);
  dump = fixture_dump (path, 0, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (dump, "[Daybook]"));
  g_assert_nonnull (strstr (dump, "|c|交易成功|5|5|2020-02-01 10:00:00|2020-02-01 10:05:00|杯, 大|"));
  g_assert_null (strstr (dump, "大||"));
}

static void
test_sheets_of_one_form_go_together (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "orders.zip", NULL);
  g_autofree char *saved = NULL;
  g_autoptr(DaybookImport) import = NULL;

  fixture_write_zip (path, "1.csv", BAD, "2.csv", TMALL "3000000000000000706,d,交易成功,5,5,gestern,2020-02-01 10:05:00,杯,\n", NULL);
  import = prepare (fixture, "orders.zip");
  save_staged (fixture, import, 4);
  saved = read_saved (fixture, "problems.csv");
  g_assert_nonnull (strstr (saved, "3000000000000000706"));
  g_assert_nonnull (strstr (saved, "2.csv"));
}

/* Orders and their items have headings of their own: a file for each, in the place of none. */
static void
test_two_tables_are_two_files (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "orders.zip", NULL);
  g_autofree char *taken = fixture_write (fixture->folder, "problems-2.csv", "mine\n", -1);
  g_autofree char *items = NULL;
  g_autofree char *orders = NULL;
  g_autoptr(DaybookImport) import = NULL;
  g_autoptr(DaybookImport) again = NULL;
  DaybookId act;

  fixture_write_zip (path, "orders.csv", BAD,
                     "items.csv", "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码\n"
                     "3000000000000000701,杯,teuer,1,,,,,交易成功,B1\n", NULL);
  import = prepare (fixture, "orders.zip");
  act = merge (fixture, import);
  save_kept (fixture, &act, 4, 2);
  items = read_saved (fixture, "problems.csv");
  g_assert_true (g_str_has_prefix (items, "\xef\xbb\xbf订单编号,标题,"));
  orders = read_saved (fixture, "problems-3.csv");
  g_assert_nonnull (strstr (orders, ",gestern,"));
  correct (fixture, "problems.csv", "teuer", "5");
  again = prepare (fixture, "problems.csv");
  g_assert_cmpuint (daybook_import_get_counts (again)->n_problems, ==, 0);
  g_assert_cmpuint (daybook_import_get_counts (again)->n_updated, ==, 1);
}

static guint
count_reveals (Fixture *fixture)
{
  g_autoptr(GPtrArray) reveals = daybook_reader_all (daybook_store_get_reader (fixture->store), &daybook_reveals, NULL);

  return reveals->len;
}

static void
test_it_is_written_down (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(DaybookImport) import = prepare_text (fixture, "orders.csv", BAD);
  g_autoptr(GPtrArray) reveals = NULL;

  g_assert_cmpuint (count_reveals (fixture), ==, 0);
  save_staged (fixture, import, 3);
  reveals = daybook_reader_all (daybook_store_get_reader (fixture->store), &daybook_reveals, NULL);
  g_assert_cmpuint (reveals->len, ==, 1);
  const DaybookRow *reveal = g_ptr_array_index (reveals, 0);
  g_assert_cmpint (daybook_row_int (reveal, DAYBOOK_REVEAL_HOW), ==, DAYBOOK_REVEAL_EXPORT);
  g_assert_cmpint (daybook_row_int (reveal, DAYBOOK_REVEAL_ROWS), ==, 3);
  g_assert_cmpstr (daybook_row_text (reveal, DAYBOOK_REVEAL_ROW_KIND), ==, "order");
}

/* Somebody who is no lead. */
static void
sit_down (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Agent", daybook_store_get_agent (fixture->store));
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_agents, &id);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("Lin"));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (DAYBOOK_ROLE_AGENT));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (fixture->store, edit, &error);
  g_assert_no_error (error);
  daybook_store_set_agent (fixture->store, &id);
}

static void
test_who_may_not_gets_none (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(DaybookImport) import = prepare_text (fixture, "orders.csv", BAD);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "problems.csv", NULL);
  DaybookProblemSource source = { .about = &daybook_orders };

  source.act = merge (fixture, import);
  sit_down (fixture);
  g_assert_null (try_save (fixture, &source, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_reveals (fixture), ==, 0);
}

static void
test_of_none_there_is_no_file (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookImport) import = prepare_text (fixture, "orders.csv", TMALL GOOD);
  DaybookProblemSource source = { .about = &daybook_orders };

  source.act = merge (fixture, import);
  g_assert_null (try_save (fixture, &source, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
}

static void
test_name (void)
{
  g_autofree char *name = daybook_problem_file_name ("a:b.orders.xlsx");
  g_autofree char *bare = daybook_problem_file_name ("orders");

  g_assert_cmpstr (name, ==, "a-b.orders, problem rows.csv");
  g_assert_cmpstr (bare, ==, "orders, problem rows.csv");
}

#define TEST(name, func) g_test_add (name, Fixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/problem-file/corrected-they-come-in", test_corrected_they_come_in);
  TEST ("/problem-file/uncorrected-they-are-told-again", test_uncorrected_they_are_told_again);
  TEST ("/problem-file/too-many-cells-stay", test_too_many_cells_stay);
  TEST ("/problem-file/damage-stays", test_damage_stays);
  TEST ("/problem-file/a-cut-row-stays-cut", test_a_cut_row_stays_cut);
  TEST ("/problem-file/an-order-is-kept-whole", test_an_order_is_kept_whole);
  TEST ("/problem-file/another-shops-order-is-kept-whole", test_another_shops_order_is_kept_whole);
  TEST ("/problem-file/formulas-do-nothing", test_formulas_do_nothing);
  TEST ("/problem-file/our-columns-are-taken-away", test_our_columns_are_taken_away);
  TEST ("/problem-file/sheets-of-one-form-go-together", test_sheets_of_one_form_go_together);
  TEST ("/problem-file/two-tables-are-two-files", test_two_tables_are_two_files);
  TEST ("/problem-file/it-is-written-down", test_it_is_written_down);
  TEST ("/problem-file/who-may-not-gets-none", test_who_may_not_gets_none);
  TEST ("/problem-file/of-none-there-is-no-file", test_of_none_there_is_no_file);
  g_test_add_func ("/problem-file/name", test_name);
  return g_test_run ();
}
