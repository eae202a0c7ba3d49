/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "customer-book.h"

#include "core/customer-merge.h"
#include "store/duplicates.h"

/* Customers who may be one person: looked for, merged when it is sure, and told to be several. */

static GPtrArray *
find_duplicates (Book *book)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *all = daybook_reader_duplicates (reader_of (book), NULL, NULL, &error);

  g_assert_no_error (error);
  return all;
}

static void
test_same_phone (People        *people,
                 gconstpointer  data)
{
  Book *book = &people->book;
  g_autoptr(GPtrArray) all = find_duplicates (book);
  g_autoptr(DaybookRow) row = book_row (book, &daybook_customers, &people->a);
  g_autoptr(GArray) alikes = NULL;
  const DaybookDuplicates *found;

  g_assert_cmpuint (all->len, ==, 1);
  found = g_ptr_array_index (all, 0);
  g_assert_cmpuint (found->customers->len, ==, 2);
  g_assert_cmpuint (found->likeness, ==, DAYBOOK_LIKE_PHONE);
  g_assert_true (found->exact);

  daybook_store_settle (book->store);
  alikes = daybook_reader_look_alikes (reader_of (book), row, 5, NULL);
  g_assert_cmpuint (alikes->len, ==, 1);
}

static void
test_not_the_same (People        *people,
                   gconstpointer  data)
{
  Book *book = &people->book;
  g_autoptr(GPtrArray) customers = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "no", daybook_store_get_agent (book->store));
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(DaybookOutcome) undone = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) third = NULL;
  g_autoptr(GPtrArray) again = NULL;

  g_ptr_array_add (customers, book_row (book, &daybook_customers, &people->b));
  g_ptr_array_add (customers, book_row (book, &daybook_customers, &people->a));
  daybook_not_same_add (edit, customers, BOOK_NOW);
  outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  none = find_duplicates (book);
  g_assert_cmpuint (none->len, ==, 0);

  /* ... nor does it come back by way of a third, whom one of them was merged into. */
  merge (book, &people->b, &people->c);
  third = find_duplicates (book);
  g_assert_cmpuint (third->len, ==, 0);

  undone = daybook_store_undo (book->store, &outcome->act, &error);
  again = find_duplicates (book);
  g_assert_cmpuint (again->len, ==, 1);
}

static void
test_what_tells_nothing (void)
{
  static const Row MASKED[] = {
    { "1", DAYBOOK_STAGE_PAID, 1, "one", "138****1234", "张*" },
    { "2", DAYBOOK_STAGE_PAID, 1, "two", "138****1234", "张*" },
    { "3", DAYBOOK_STAGE_PAID, 1, "three", "17000001234", "王五" },
    { "4", DAYBOOK_STAGE_PAID, 1, "four", "17000001234", "赵六" },
  };
  Book book;
  book_open (&book);
  g_autoptr(GPtrArray) lent = NULL;
  g_autoptr(GPtrArray) own = NULL;
  import_rows (&book, MASKED, 4, BOOK_NOW - 1000, 4, 0, 0);

  own = find_duplicates (&book);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_false (((DaybookDuplicates *) g_ptr_array_index (own, 0))->exact);
  /* A number that the platform lends. */
  book_run_sql (&book, "UPDATE contacts SET valid_until = 1 WHERE value = '17000001234'");
  lent = find_duplicates (&book);
  g_assert_cmpuint (lent->len, ==, 0);
  book_close (&book);
}

static void
test_merges_the_exact (People        *people,
                       gconstpointer  data)
{
  Book *book = &people->book;
  g_autoptr(GPtrArray) all = find_duplicates (book);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "", daybook_store_get_agent (book->store));
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(DaybookOutcome) undone = NULL;

  g_assert_cmpint (daybook_duplicates_merge_exact (reader_of (book), edit, all, &error), ==, 1);
  outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (book_count (book, &daybook_customers, ""), ==, 2);
  undone = daybook_store_undo (book->store, &outcome->act, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (book_count (book, &daybook_customers, ""), ==, 3);
}

/* --- Thousands at once --------------------------------------------------------- */

/* More changes than are written in one transaction. */
#define MANY_PAIRS 2100

static void
import_pairs (Book *book)
{
  g_autoptr(GStringChunk) texts = g_string_chunk_new (65536);
  g_autofree Row *rows = g_new0 (Row, 2 * MANY_PAIRS);

  for (guint i = 0; i < 2 * MANY_PAIRS; i++)
    {
      g_autofree char *number = g_strdup_printf ("N%u", i), *nick = g_strdup_printf ("nick%u", i);
      g_autofree char *phone = g_strdup_printf ("137%08u", i / 2), *name = g_strdup_printf ("Person %u", i / 2);

      rows[i] = (Row) { g_string_chunk_insert (texts, number), DAYBOOK_STAGE_PAID, 1000, g_string_chunk_insert (texts, nick),
                        g_string_chunk_insert (texts, phone), g_string_chunk_insert (texts, name) };
    }
  import_rows (book, rows, 2 * MANY_PAIRS, BOOK_NOW - 1000, 2 * MANY_PAIRS, 0, 0);
}

static DaybookEdit *
make_merge (Book *book)
{
  g_autoptr(GPtrArray) all = find_duplicates (book);
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "", daybook_store_get_agent (book->store));
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (daybook_duplicates_merge_exact (reader_of (book), edit, all, &error), ==, MANY_PAIRS);
  g_assert_no_error (error);
  return edit;
}

static void
on_progress (goffset  current,
             goffset  total,
             gpointer cancellable)
{
  if (current > 0 && current < total)
    g_cancellable_cancel (cancellable);
}

/* Stopped, merged, and undone: each time all of them or nobody. */
static void
test_merges_thousands (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(DaybookOutcome) stopped = NULL, outcome = NULL, undone = NULL;
  g_autoptr(GError) error = NULL;
  Book book;

  book_open (&book);
  import_pairs (&book);
  edit = make_merge (&book);
  stopped = daybook_store_commit_watched (book.store, edit, on_progress, cancellable, cancellable, &error);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
  g_assert_null (stopped);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, 2 * MANY_PAIRS);

  g_clear_error (&error);
  outcome = daybook_store_commit (book.store, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, MANY_PAIRS);
  undone = daybook_store_undo (book.store, &outcome->act, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_kept, ==, 0);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, 2 * MANY_PAIRS);
  book_close (&book);
}

#define ADD(path, func) g_test_add (path, People, NULL, people_set_up, func, people_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/duplicates/same-phone", test_same_phone);
  ADD ("/duplicates/not-the-same", test_not_the_same);
  g_test_add_func ("/duplicates/what-tells-nothing", test_what_tells_nothing);
  ADD ("/duplicates/merges-the-exact", test_merges_the_exact);
  g_test_add_func ("/duplicates/thousands", test_merges_thousands);
  return g_test_run ();
}
