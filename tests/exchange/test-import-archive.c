/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "fixtures.h"

#include "core/moment.h"
#include "exchange/import.h"

#include <string.h>

#define ORDERS "订单编号,买家会员名,订单状态,总金额,买家实际支付金额,订单创建时间,订单付款时间 ,宝贝标题,店铺名称\n"
#define ROW(number) number ",a,交易成功,5,5,2020-02-01 10:00:00,2020-02-01 10:05:00,杯,\n"
#define SUMMARY "日期,单数,金额\n2020-02-01,2,10.00\n"

static DaybookImport *
new_import (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "exports_20200220.zip", NULL);

  return daybook_import_new (fixture->store, path);
}

static void
write_zip (Fixture    *fixture,
           const char *first,
           const char *first_text,
           const char *second,
           const char *second_text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "exports_20200220.zip", NULL);

  fixture_write_zip (path, first, first_text, second, second_text, NULL);
}

static DaybookImport *
prepare (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  DaybookImport *import = new_import (fixture);

  daybook_import_prepare (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return import;
}

static void
assert_as_of (Fixture    *fixture,
              const char *expected)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr(DaybookImport) import = prepare (fixture);
  g_autofree char *iso = daybook_moment_to_iso (daybook_import_get_as_of (import), zone);

  g_assert_cmpstr (iso, ==, expected);
}

/* All files of one form are read, and the summary before them is none of it. */
static void
test_orders_of_several_files (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "exports_20200220.zip", NULL);
  const DaybookStagingCounts *counts;
  g_autoptr(DaybookImport) import = NULL;

  fixture_write_zip (path, "summary.csv", SUMMARY, "1.csv", ORDERS ROW ("701") ROW ("702"), "2.csv", ORDERS ROW ("703"), NULL);
  import = prepare (fixture);
  counts = daybook_import_get_counts (import);
  g_assert_cmpuint (counts->n_new, ==, 3);
  g_assert_cmpuint (counts->n_problems, ==, 0);
  g_assert_cmpstr (daybook_import_get_encoding (import), ==, "ZIP");
}

/* The names of the files in it say when they were exported, before its own does. */
static void
test_as_of (Fixture       *fixture,
            gconstpointer  data)
{
  write_zip (fixture, "x/ExportOrderList202002101200.csv", ORDERS ROW ("701"), "ExportOrderList202002091200.csv", ORDERS ROW ("702"));
  assert_as_of (fixture, "2020-02-10T12:00:00+08:00");
  write_zip (fixture, "summary_20200215.csv", SUMMARY, "orders.csv", ORDERS ROW ("701"));
  assert_as_of (fixture, "2020-02-20T23:59:59+08:00");
}

/* ... and which of a platform's sisters they are of. */
static void
test_platform (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(DaybookImport) import = NULL;

  write_zip (fixture, "tmall_orders.csv", ORDERS ROW ("701"), "readme.txt", "nothing\n");
  import = prepare (fixture);
  g_assert_cmpstr (daybook_import_get_platform (import), ==, "tmall");
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  static const FixtureMember MEMBER = { "orders.csv", ORDERS ROW ("701"), sizeof (ORDERS ROW ("701")) - 1 };
  g_autofree char *path = g_build_filename (fixture->folder, "exports_20200220.zip", NULL);
  g_autoptr(GError) none = NULL;
  g_autoptr(GError) wrong = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookImport) import = NULL;

  fixture_write_archive (path, &MEMBER, 1, "aes256", "sesame");
  import = new_import (fixture);
  g_assert_false (daybook_import_prepare (import, NULL, NULL, NULL, &none));
  g_assert_error (none, DAYBOOK_ERROR, DAYBOOK_ERROR_PASSPHRASE);
  daybook_import_set_passphrase (import, "wrong");
  g_assert_false (daybook_import_prepare (import, NULL, NULL, NULL, &wrong));
  g_assert_error (wrong, DAYBOOK_ERROR, DAYBOOK_ERROR_PASSPHRASE);
  daybook_import_set_passphrase (import, "sesame");
  daybook_import_prepare (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (daybook_import_get_counts (import)->n_new, ==, 1);
}

/* A row that is no order says in which file it stands. */
static void
test_problems_name_their_file (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(DaybookImport) import = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  const DaybookProblem *problem;

  write_zip (fixture, "1.csv", ORDERS ROW ("701"), "2.csv", ORDERS ROW ("1.93068E+15"));
  import = prepare (fixture);
  problems = daybook_staging_problems (daybook_import_get_staging (import), 0, 10, NULL);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpuint (problem->row, ==, 2);
  g_assert_true (g_str_has_prefix (problem->why, "File “2.csv”: "));
}

/* Orders under other headings are not left out in silence. */
static void
test_files_of_other_forms (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(DaybookImport) import = NULL;
  g_autoptr(GPtrArray) problems = NULL;

  write_zip (fixture, "1.csv", ORDERS ROW ("701"), "2.csv", "订单编号,订单状态,总金额\n702,交易成功,5\n");
  import = prepare (fixture);
  problems = daybook_staging_problems (daybook_import_get_staging (import), 0, 10, NULL);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (((DaybookProblem *) g_ptr_array_index (problems, 0))->why, "import this file by itself"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, book_fixture_set_up, test, book_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/import-archive/several-files", test_orders_of_several_files);
  ADD ("/import-archive/as-of", test_as_of);
  ADD ("/import-archive/platform", test_platform);
  ADD ("/import-archive/locked", test_locked);
  ADD ("/import-archive/problems", test_problems_name_their_file);
  ADD ("/import-archive/other-forms", test_files_of_other_forms);

  return g_test_run ();
}
