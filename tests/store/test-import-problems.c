/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/import-problems.h"

#define N_MANY 2500

/* The table's header is kept once, before the rows. */
static void
keep_row (DaybookStaging *staging,
          guint64         row)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *raw = g_strdup_printf ("1.9E+%u\x1f" "Ann", (guint) row);
  g_autoptr(DaybookProblemRow) header = daybook_problem_row_new (0, 0, 0, "Name\x1f" "Buyer", NULL);
  g_autoptr(DaybookProblemRow) kept = daybook_problem_row_new (0, 0, row, raw, "Name: It is ruined.");

  g_assert_true (daybook_staging_keep_row (staging, header, &error));
  g_assert_true (daybook_staging_keep_row (staging, kept, &error));
  g_assert_no_error (error);
}

/* A file with an order and so many rows that are wrong. */
static DaybookStaging *
stage (Book  *book,
       guint  n_problems)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (book->store), .platform = "shopify", .kind = "orders",
    .file = "orders.csv", .encoding = "UTF-8", .form = 7, .header = "Name",
  };
  DaybookStaging *staging = daybook_staging_new (book->store, &spec, &error);

  g_assert_no_error (error);
  daybook_record_set_text (record, DAYBOOK_ORDER_NUMBER, "#1");
  daybook_record_set_int (record, DAYBOOK_ORDER_CREATED, BOOK_NOW - 86400);
  g_string_append (record->raw, "#1");
  g_assert_true (daybook_staging_add (staging, record, &error));
  for (guint i = 0; i < n_problems; i++)
    {
      g_autofree char *value = g_strdup_printf ("1.9E+%u", i);
      g_autoptr(DaybookProblem) problem = daybook_problem_new (i + 3, "Name", value, "It is ruined.");

      g_assert_true (daybook_staging_add_problem (staging, problem, &error));
      if (i < N_MANY)
        keep_row (staging, i + 3);
    }
  daybook_staging_set_as_of (staging, BOOK_NOW);
  g_assert_true (daybook_staging_finish (staging, n_problems + 1, "{}", &error));
  g_assert_no_error (error);
  return staging;
}

static DaybookId
import (Book  *book,
        guint  n_problems)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookStaging) staging = stage (book, n_problems);
  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (book->store, staging, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  daybook_staging_discard (staging);
  return outcome->act;
}

static GPtrArray *
read_kept (Book            *book,
           const DaybookId *act,
           guint            from,
           guint            limit)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *problems = daybook_reader_import_problems (daybook_store_get_reader (book->store), act, from, limit, &error);

  g_assert_no_error (error);
  return problems;
}

static void
assert_kept (Book            *book,
             const DaybookId *act)
{
  g_autoptr(GPtrArray) problems = read_kept (book, act, 0, 100);

  g_assert_cmpuint (problems->len, ==, 2);
  const DaybookProblem *second = g_ptr_array_index (problems, 1);
  g_assert_cmpuint (second->row, ==, 4);
  g_assert_cmpstr (second->column, ==, "Name");
  g_assert_cmpstr (second->value, ==, "1.9E+1");
  g_assert_cmpstr (second->why, ==, "It is ruined.");
}

static void
test_they_stay_with_the_act (void)
{
  g_autoptr(GError) error = NULL;
  Book book;

  book_open (&book);
  DaybookId act = import (&book, 2);
  assert_kept (&book, &act);
  g_autoptr(GPtrArray) rest = read_kept (&book, &act, 1, 100);
  g_assert_cmpuint (rest->len, ==, 1);
  book_reopen (&book);
  assert_kept (&book, &act);

  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, &act, &error);
  g_assert_no_error (error);
  assert_kept (&book, &act);
  g_autoptr(GPtrArray) none = read_kept (&book, &undone->act, 0, 100);
  g_assert_cmpuint (none->len, ==, 0);
  book_close (&book);
}

static void
test_a_file_that_is_only_looked_at_leaves_none (void)
{
  Book book;

  book_open (&book);
  g_autoptr(DaybookStaging) staging = stage (&book, 2);
  daybook_staging_discard (staging);
  DaybookId act = import (&book, 0);
  g_autoptr(GPtrArray) none = read_kept (&book, &act, 0, 100);
  g_assert_cmpuint (none->len, ==, 0);
  book_close (&book);
}

static void
test_of_many_the_first_are_kept (void)
{
  Book book;

  book_open (&book);
  DaybookId act = import (&book, DAYBOOK_IMPORT_PROBLEMS_MAX + 5);
  g_autoptr(GPtrArray) last = read_kept (&book, &act, DAYBOOK_IMPORT_PROBLEMS_MAX - 1, 100);
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_cmpuint (((DaybookProblem *) g_ptr_array_index (last, 0))->row, ==, DAYBOOK_IMPORT_PROBLEMS_MAX + 2);
  book_close (&book);
}

static GPtrArray *
read_rows (Book            *book,
           const DaybookId *act,
           guint            from,
           guint            limit)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *rows = daybook_reader_import_problem_rows (daybook_store_get_reader (book->store), act, from, limit, &error);

  g_assert_no_error (error);
  return rows;
}

static void
assert_row (const DaybookProblemRow *row,
            guint64                  number,
            const char              *raw,
            const char              *why)
{
  g_assert_cmpuint (row->row, ==, number);
  g_assert_cmpstr (row->raw, ==, raw);
  g_assert_cmpstr (row->why, ==, why);
}

static void
test_the_rows_stay_whole (void)
{
  Book book;

  book_open (&book);
  DaybookId act = import (&book, N_MANY);
  book_reopen (&book);
  g_autoptr(GPtrArray) rows = read_rows (&book, &act, 0, 10000);
  g_assert_cmpuint (rows->len, ==, N_MANY + 1);
  assert_row (g_ptr_array_index (rows, 0), 0, "Name\x1f" "Buyer", NULL);
  assert_row (g_ptr_array_index (rows, N_MANY), N_MANY + 2, "1.9E+2502\x1f" "Ann", "Name: It is ruined.");
  g_autoptr(GPtrArray) some = read_rows (&book, &act, 2, 1);
  g_assert_cmpuint (some->len, ==, 1);
  assert_row (g_ptr_array_index (some, 0), 4, "1.9E+4\x1f" "Ann", "Name: It is ruined.");

  DaybookId other = import (&book, 0);
  g_autoptr(GPtrArray) none = read_rows (&book, &other, 0, 10);
  g_assert_cmpuint (none->len, ==, 0);
  book_close (&book);
}

/* What is wrong with a row is told together, and an order's rows are found by its first. */
static void
test_places (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookProblem) first = daybook_problem_new (7, "Total", "ten", "It is no amount.");
  g_autoptr(DaybookProblem) second = daybook_problem_new (7, "", "", "It is cut.");
  g_autoptr(DaybookProblem) order = daybook_problem_new (3, "Name", "#1", "It is another's.");
  const DaybookStagingSpec spec = { .platform = "shopify", .kind = "orders", .file = "orders.csv", .encoding = "UTF-8", .header = "Name" };

  book_open (&book);
  g_autoptr(DaybookStaging) staging = daybook_staging_new (book.store, &spec, &error);
  first->sheet = second->sheet = order->sheet = 2;
  order->n_rows = 3;
  g_assert_true (daybook_staging_add_problem (staging, first, &error));
  g_assert_true (daybook_staging_add_problem (staging, order, &error));
  g_assert_true (daybook_staging_add_problem (staging, second, &error));

  g_autoptr(GPtrArray) places = daybook_staging_problem_places (staging, 2, &error);
  g_assert_cmpuint (places->len, ==, 2);
  const DaybookProblemPlace *of_order = g_ptr_array_index (places, 0);
  const DaybookProblemPlace *of_row = g_ptr_array_index (places, 1);
  g_assert_cmpuint (of_order->row, ==, 3);
  g_assert_cmpuint (of_order->n_rows, ==, 3);
  g_assert_cmpuint (of_row->n_rows, ==, 1);
  g_assert_cmpstr (of_row->why, ==, "Total: It is no amount. It is cut.");
  g_autoptr(GPtrArray) none = daybook_staging_problem_places (staging, 0, &error);
  g_assert_cmpuint (none->len, ==, 0);

  daybook_staging_discard (staging);
  g_clear_object (&staging);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-problems/they-stay-with-the-act", test_they_stay_with_the_act);
  g_test_add_func ("/import-problems/a-file-that-is-only-looked-at-leaves-none", test_a_file_that_is_only_looked_at_leaves_none);
  g_test_add_func ("/import-problems/of-many-the-first-are-kept", test_of_many_the_first_are_kept);
  g_test_add_func ("/import-problems/the-rows-stay-whole", test_the_rows_stay_whole);
  g_test_add_func ("/import-problems/places", test_places);
  return g_test_run ();
}
