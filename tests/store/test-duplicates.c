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

/* Says of two that they are not one person. */
static void
say_differ (Book            *book,
            const DaybookId *one,
            const DaybookId *other)
{
  g_autoptr(GPtrArray) customers = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "no", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (customers, book_row (book, &daybook_customers, one));
  g_ptr_array_add (customers, book_row (book, &daybook_customers, other));
  daybook_not_same_add (edit, customers, BOOK_NOW);
  outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
}

/* Another customer of an order of that number. */
static DaybookId
import_customer (Book       *book,
                 const char *number,
                 const char *phone,
                 const char *name)
{
  const Row row = { number, DAYBOOK_STAGE_PAID, 500, number, phone, name };

  import_rows (book, &row, 1, BOOK_NOW - 500, 1, 0, 0);
  return customer_of (book, number);
}

static gboolean
holds (Book            *book,
       GArray          *keys,
       const DaybookId *id)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_customers, id);

  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, gint64, i) == row->rowid)
      return TRUE;
  return FALSE;
}

/* A third who is like each of the two does not make one of them; nor is it sure with which of them the third is one. */
static void
test_not_the_same_by_way_of_a_third (People        *people,
                                     gconstpointer  data)
{
  Book *book = &people->book;
  const DaybookDuplicates *found;
  DaybookId third;

  say_differ (book, &people->a, &people->b);
  third = import_customer (book, "1004", PHONE, "张三");
  g_autoptr(GPtrArray) all = find_duplicates (book);
  g_assert_cmpuint (all->len, ==, 1);
  found = g_ptr_array_index (all, 0);
  g_assert_cmpuint (found->customers->len, ==, 2);
  g_assert_true (holds (book, found->customers, &third));
  g_assert_false (found->exact);

  daybook_store_settle (book->store);
  g_autoptr(DaybookRow) row = book_row (book, &daybook_customers, &third);
  g_autoptr(GArray) alikes = daybook_reader_look_alikes (reader_of (book), row, 5, NULL);
  g_assert_cmpuint (alikes->len, ==, 1);
}

/* It was said of a person: of all who are that person by now. */
static void
test_not_the_same_after_a_merge (People        *people,
                                 gconstpointer  data)
{
  Book *book = &people->book;
  DaybookId other = import_customer (book, "1004", PHONE, "李四");

  say_differ (book, &people->a, &people->b);
  merge (book, &people->b, &other);
  g_autoptr(GPtrArray) all = find_duplicates (book);
  g_assert_cmpuint (all->len, ==, 0);
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

/* --- Who cannot be merged ------------------------------------------------------------- */

#define OTHER_PHONE "13700007777"

static gint64
merge_exact (Book      *book,
             GPtrArray *all)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "", daybook_store_get_agent (book->store));
  g_autoptr(GError) error = NULL;
  gint64 n = daybook_duplicates_merge_exact (reader_of (book), edit, all, &error);
  g_autoptr(DaybookOutcome) outcome = NULL;

  g_assert_no_error (error);
  outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  return n;
}

/* Two who are surely one, whatever there is about others. */
static void
import_sure (Book *book)
{
  import_customer (book, "2001", OTHER_PHONE, "赵六");
  import_customer (book, "2002", OTHER_PHONE, "赵六");
}

static void
test_card_in_the_trash (People        *people,
                        gconstpointer  data)
{
  Book *book = &people->book;
  DaybookId third;

  merge (book, &people->a, &people->b);
  book_set (book, &daybook_customers, &people->b, DAYBOOK_CUSTOMER_DELETED, daybook_value_int (1));
  third = import_customer (book, "1004", PHONE, "张三");
  import_sure (book);

  g_autoptr(GPtrArray) all = find_duplicates (book);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_false (holds (book, ((DaybookDuplicates *) g_ptr_array_index (all, 0))->customers, &third));
  g_assert_cmpint (merge_exact (book, all), ==, 1);

  daybook_store_settle (book->store);
  g_autoptr(DaybookRow) row = book_row (book, &daybook_customers, &third);
  g_autoptr(GArray) alikes = daybook_reader_look_alikes (reader_of (book), row, 5, NULL);
  g_assert_cmpuint (alikes->len, ==, 0);
}

/* In the time between looking and merging. */
static void
test_merges_what_can_be (People        *people,
                         gconstpointer  data)
{
  Book *book = &people->book;

  import_sure (book);
  g_autoptr(GPtrArray) all = find_duplicates (book);
  g_assert_cmpuint (all->len, ==, 2);
  book_set (book, &daybook_customers, &people->b, DAYBOOK_CUSTOMER_DELETED, daybook_value_int (1));
  g_assert_cmpint (merge_exact (book, all), ==, 1);
  g_assert_cmpint (merge_exact (book, all), ==, 0);
}

/* The one who has the card was merged as well: that one does not keep all others from being merged. */
static void
test_ring_and_the_exact (void)
{
  Shop shop;
  DaybookId a, b;

  merge_into_each_other (&shop, &a, &b);
  import_customer (&shop.a, "1004", PHONE, "张三");
  import_sure (&shop.a);
  g_autoptr(GPtrArray) all = find_duplicates (&shop.a);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (((DaybookDuplicates *) g_ptr_array_index (all, 0))->exact);
  g_assert_false (((DaybookDuplicates *) g_ptr_array_index (all, 1))->exact);
  g_assert_cmpint (merge_exact (&shop.a, all), ==, 1);
  shop_close (&shop);
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
  ADD ("/duplicates/not-the-same-by-way-of-a-third", test_not_the_same_by_way_of_a_third);
  ADD ("/duplicates/not-the-same-after-a-merge", test_not_the_same_after_a_merge);
  ADD ("/duplicates/card-in-the-trash", test_card_in_the_trash);
  ADD ("/duplicates/merges-what-can-be", test_merges_what_can_be);
  g_test_add_func ("/duplicates/ring-and-the-exact", test_ring_and_the_exact);
  g_test_add_func ("/duplicates/what-tells-nothing", test_what_tells_nothing);
  ADD ("/duplicates/merges-the-exact", test_merges_the_exact);
  g_test_add_func ("/duplicates/thousands", test_merges_thousands);
  return g_test_run ();
}
