/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-rows.h"
#include "two-laptops.h"

#include "core/attention.h"
#include "core/customer-merge.h"
#include "store/call-context.h"
#include "store/customer-context.h"
#include "store/customer-merge.h"
#include "store/customer-numbers.h"
#include "store/customer-totals.h"
#include "store/duplicates.h"

#include <string.h>

/* Customers who are one person: merged, read together, taken apart again, and looked for. */

#define PHONE "13812341234"

static const Row ROWS[] = {
  { "1001", DAYBOOK_STAGE_PAID, 1000, "zhang_san", PHONE, "张三" },
  { "1002", DAYBOOK_STAGE_PAID, 2000, "zhangsan88", PHONE, "张三" },
  { "1003", DAYBOOK_STAGE_PAID, 4000, "third", "13900001111", "李四" },
};

typedef struct
{
  Book      book;
  DaybookId a, b, c;
} Fixture;

static DaybookId
customer_of (Book       *book,
             const char *number)
{
  g_autoptr(DaybookRow) order = find_order (book, number);

  return *daybook_row_ref_id (order, DAYBOOK_ORDER_CUSTOMER);
}

static void
set_up_case (Fixture       *fixture,
             gconstpointer  data)
{
  book_open (&fixture->book);
  import_rows (&fixture->book, ROWS, G_N_ELEMENTS (ROWS), BOOK_NOW - 1000, 3, 0, 0);
  fixture->a = customer_of (&fixture->book, "1001");
  fixture->b = customer_of (&fixture->book, "1002");
  fixture->c = customer_of (&fixture->book, "1003");
}

static void
tear_down_case (Fixture       *fixture,
                gconstpointer  data)
{
  book_close (&fixture->book);
}

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

/* Commits the merge of the one into the other; a null id with an error. */
static DaybookId
try_merge (Book             *book,
           const DaybookId  *other,
           const DaybookId  *keep,
           GError          **error)
{
  g_autoptr(GPtrArray) customers = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "merged", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  g_ptr_array_add (customers, book_row (book, &daybook_customers, other));
  g_ptr_array_add (customers, book_row (book, &daybook_customers, keep));
  outcome = daybook_customer_merge (edit, customers, g_ptr_array_index (customers, 1), NULL, error)
            ? daybook_store_commit (book->store, edit, error) : NULL;
  return outcome != NULL ? outcome->act : (DaybookId) { { 0 } };
}

static DaybookId
merge (Book            *book,
       const DaybookId *other,
       const DaybookId *keep)
{
  g_autoptr(GError) error = NULL;
  DaybookId act = try_merge (book, other, keep, &error);

  g_assert_no_error (error);
  return act;
}

/* Sets the field by hand, as `daybookctl set` does. */
static gboolean
point_at (Book            *book,
          const DaybookId *row,
          const DaybookId *into)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "pointed", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_edit_set (edit, &daybook_customers, row, DAYBOOK_CUSTOMER_MERGED_INTO, daybook_value_id (into));
  outcome = daybook_store_commit (book->store, edit, NULL);
  return outcome != NULL;
}

static guint
count_orders (Book            *book,
              const DaybookId *customer)
{
  g_autofree char *id = daybook_id_to_string (customer);
  g_autofree char *where = g_strdup_printf ("customer = %s", id);

  return book_count (book, &daybook_orders, where);
}

static guint
count_found (Book       *book,
             const char *text)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_customers);
  g_autoptr(GArray) keys = NULL;

  daybook_store_settle (book->store);
  query->search = g_strdup (text);
  keys = daybook_reader_keys (reader_of (book), query, 0, NULL);
  return keys->len;
}

/* The one whom the search finds is this one. */
static void
assert_finds (Book            *book,
              const char      *text,
              const DaybookId *id)
{
  g_autoptr(GArray) hits = NULL;
  g_autoptr(DaybookRow) row = book_row (book, &daybook_customers, id);

  daybook_store_settle (book->store);
  hits = daybook_reader_search (reader_of (book), &daybook_customers, text, 0, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpint (g_array_index (hits, gint64, 0), ==, row->rowid);
}

static void
assert_root (Book            *book,
             const DaybookId *of,
             const DaybookId *expected)
{
  DaybookId root;

  daybook_reader_customer_root_id (reader_of (book), of, &root);
  g_assert_true (daybook_id_equal (&root, expected));
}

/* --- Reading together ---------------------------------------------------------- */

static void
test_parts_are_read_together (Fixture       *fixture,
                              gconstpointer  data)
{
  Book *book = &fixture->book;
  g_autoptr(DaybookRow) keep = book_row (book, &daybook_customers, &fixture->b);
  g_autoptr(DaybookCustomerTotals) totals = NULL;
  g_autoptr(DaybookCustomerNumbers) numbers = NULL;
  g_autoptr(DaybookCustomerContext) context = NULL;
  g_auto(DaybookCallContext) call = { 0 };
  g_autoptr(GPtrArray) handles = NULL;
  g_autoptr(DaybookRow) order = NULL;

  g_assert_cmpuint (book_count (book, &daybook_customers, ""), ==, 3);
  merge (book, &fixture->a, &fixture->b);

  g_assert_cmpuint (book_count (book, &daybook_customers, ""), ==, 2);
  g_assert_cmpuint (book_count (book, &daybook_customers, "merged_into != null"), ==, 1);
  g_assert_cmpuint (count_orders (book, &fixture->b), ==, 2);
  g_assert_cmpuint (count_orders (book, &fixture->a), ==, 2);
  totals = daybook_reader_customer_totals (reader_of (book), keep->rowid, NULL);
  g_assert_cmpuint (totals->n_orders, ==, 2);
  g_assert_cmpint (g_array_index (totals->paid, DaybookTotal, 0).amount, ==, 3000);
  numbers = daybook_reader_customer_numbers (reader_of (book), keep->rowid, NULL);
  g_assert_cmpuint (numbers->n_orders, ==, 2);
  g_assert_cmpint (numbers->paid, ==, 3000);
  context = daybook_reader_customer_context (reader_of (book), keep, NULL);
  /* The newest is not of the one who was kept. */
  g_assert_cmpstr (daybook_row_text (context->order, DAYBOOK_ORDER_NUMBER), ==, "1001");
  g_assert_true (daybook_call_context_read (reader_of (book), keep, &call, NULL));
  g_assert_cmpstr (daybook_row_text (call.order, DAYBOOK_ORDER_NUMBER), ==, "1001");
  handles = daybook_reader_parts (reader_of (book), &daybook_handles, DAYBOOK_HANDLE_CUSTOMER, &fixture->a, NULL);
  g_assert_cmpuint (handles->len, ==, 2);

  /* What belongs to each stays with it. */
  order = find_order (book, "1001");
  g_assert_true (daybook_id_equal (daybook_row_ref_id (order, DAYBOOK_ORDER_CUSTOMER), &fixture->a));
}

static void
test_search_finds_the_one_who_stays (Fixture       *fixture,
                                     gconstpointer  data)
{
  Book *book = &fixture->book;
  DaybookId act = merge (book, &fixture->a, &fixture->b);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) undone = NULL;

  assert_finds (book, "zhang_san", &fixture->b);
  assert_finds (book, PHONE, &fixture->b);
  g_assert_cmpuint (count_found (book, "zhang_san"), ==, 1);

  undone = daybook_store_undo (book->store, &act, &error);
  g_assert_no_error (error);
  assert_finds (book, "zhang_san", &fixture->a);
  g_assert_cmpuint (count_found (book, PHONE), ==, 2);
}

static void
test_history_is_of_both (Fixture       *fixture,
                         gconstpointer  data)
{
  Book *book = &fixture->book;
  g_autoptr(GPtrArray) acts = NULL;
  gboolean found = FALSE;
  DaybookId note = book_set (book, &daybook_customers, &fixture->a, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("from a"));

  merge (book, &fixture->a, &fixture->b);
  acts = daybook_reader_history (reader_of (book), &daybook_customers, &fixture->b, 0, 0, NULL);
  for (guint i = 0; i < acts->len; i++)
    found |= daybook_id_equal (&((DaybookAct *) g_ptr_array_index (acts, i))->id, &note);
  g_assert_true (found);
}

/* --- Chains, rings, undo in any order --------------------------------------------- */

static void
test_chain (Fixture       *fixture,
            gconstpointer  data)
{
  Book *book = &fixture->book;
  DaybookId first = merge (book, &fixture->a, &fixture->b);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) undone = NULL;

  merge (book, &fixture->b, &fixture->c);
  assert_root (book, &fixture->a, &fixture->c);
  g_assert_cmpuint (count_orders (book, &fixture->c), ==, 3);
  g_assert_cmpuint (count_orders (book, &fixture->a), ==, 3);
  assert_finds (book, "zhang_san", &fixture->c);

  /* The first of the two is undone: the second stays as it is. */
  undone = daybook_store_undo (book->store, &first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_kept, ==, 0);
  assert_root (book, &fixture->a, &fixture->a);
  assert_root (book, &fixture->b, &fixture->c);
  g_assert_cmpuint (count_orders (book, &fixture->c), ==, 2);
}

static void
test_no_ring (Fixture       *fixture,
              gconstpointer  data)
{
  Book *book = &fixture->book;
  g_autoptr(GError) error = NULL;
  DaybookId act;

  g_assert_false (point_at (book, &fixture->a, &fixture->a));
  merge (book, &fixture->a, &fixture->b);
  g_assert_false (point_at (book, &fixture->b, &fixture->a));
  merge (book, &fixture->b, &fixture->c);
  g_assert_false (point_at (book, &fixture->c, &fixture->a));
  act = try_merge (book, &fixture->c, &fixture->a, &error);
  g_assert_true (daybook_id_is_null (&act));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
}

/* A redo that would close a ring keeps the customer as they are, and says why. */
static void
test_undo_makes_no_ring (Fixture       *fixture,
                         gconstpointer  data)
{
  Book *book = &fixture->book;
  g_autoptr(GError) error = NULL;
  DaybookId act = merge (book, &fixture->a, &fixture->b);
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book->store, &act, &error);
  g_autoptr(DaybookOutcome) redone = NULL;

  merge (book, &fixture->b, &fixture->a);
  redone = daybook_store_undo (book->store, &undone->act, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (redone->n_kept, ==, 1);
  g_assert_nonnull (((DaybookKept *) g_ptr_array_index (redone->kept, 0))->reason);
  assert_root (book, &fixture->b, &fixture->a);
  assert_root (book, &fixture->a, &fixture->a);
}

/* --- Taking apart ------------------------------------------------------------------ */

static guint
unmerge (Book            *book,
         const DaybookId *id)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_customers, id);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "apart", daybook_store_get_agent (book->store));
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;

  g_assert_true (daybook_customer_unmerge (reader_of (book), edit, row, kept, &error));
  outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  return kept->len;
}

static void
assert_note (Book            *book,
             const DaybookId *id,
             const char      *note)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_customers, id);

  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CUSTOMER_NOTE), ==, note);
}

static void
test_apart_again (Fixture       *fixture,
                  gconstpointer  data)
{
  Book *book = &fixture->book;

  book_set (book, &daybook_customers, &fixture->a, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("from a"));
  book_set (book, &daybook_customers, &fixture->b, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("from b"));
  merge (book, &fixture->a, &fixture->b);
  assert_note (book, &fixture->b, "from b\nfrom a");

  g_assert_cmpuint (unmerge (book, &fixture->a), ==, 0);
  assert_note (book, &fixture->b, "from b");
  assert_note (book, &fixture->a, "from a");
  g_assert_cmpuint (count_orders (book, &fixture->a), ==, 1);
  g_assert_cmpuint (book_count (book, &daybook_customers, ""), ==, 3);
}

static void
test_apart_after_changes (Fixture       *fixture,
                          gconstpointer  data)
{
  Book *book = &fixture->book;

  book_set (book, &daybook_customers, &fixture->a, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("from a"));
  merge (book, &fixture->a, &fixture->b);
  book_set (book, &daybook_customers, &fixture->b, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("written since"));

  g_assert_cmpuint (unmerge (book, &fixture->a), ==, 1);
  assert_note (book, &fixture->b, "written since");
  assert_root (book, &fixture->a, &fixture->a);
}

/* --- Imports -------------------------------------------------------------------------- */

static void
test_import_after_merge (Fixture       *fixture,
                         gconstpointer  data)
{
  static const Row MORE[] = { { "1004", DAYBOOK_STAGE_PAID, 500, "zhang_san", "13711112222", "张三" } };
  Book *book = &fixture->book;
  g_autoptr(GPtrArray) contacts = NULL;
  DaybookValue yes = daybook_value_int (1);

  merge (book, &fixture->a, &fixture->b);
  book_set (book, &daybook_customers, &fixture->b, DAYBOOK_CUSTOMER_DELETED, yes);
  import_rows (book, MORE, 1, BOOK_NOW - 500, 1, 0, 0);

  /* It is on the card of the one who stays, who has to be there. */
  g_assert_cmpuint (count_orders (book, &fixture->b), ==, 3);
  g_assert_cmpuint (book_count (book, &daybook_customers, ""), ==, 2);
  contacts = daybook_reader_parts (reader_of (book), &daybook_contacts, DAYBOOK_CONTACT_CUSTOMER, &fixture->b, NULL);
  g_assert_cmpuint (contacts->len, ==, 3);

  /* ... and goes along when they are taken apart. */
  unmerge (book, &fixture->a);
  g_assert_cmpuint (count_orders (book, &fixture->a), ==, 2);
  g_assert_cmpuint (count_orders (book, &fixture->b), ==, 1);
}

/* --- Two laptops ------------------------------------------------------------------------ */

/* Each merges the two the other way: both laptops then show the same one. */
static void
test_ring_of_two_laptops (void)
{
  Shop shop;
  DaybookId a, b, root;

  shop_open (&shop);
  import_rows (&shop.a, ROWS, 2, BOOK_NOW - 1000, 2, 0, 0);
  shop_publish (&shop, &shop.a, 'a');
  shop_deliver (&shop);
  a = customer_of (&shop.a, "1001");
  b = customer_of (&shop.a, "1002");
  merge (&shop.a, &a, &b);
  merge (&shop.b, &b, &a);
  shop_publish (&shop, &shop.a, 'a');
  shop_publish (&shop, &shop.b, 'a');
  shop_deliver (&shop);

  root = memcmp (&a, &b, sizeof a) < 0 ? a : b;
  for (Book *book = &shop.a; book != NULL; book = book == &shop.a ? &shop.b : NULL)
    {
      g_assert_cmpuint (book_count (book, &daybook_customers, ""), ==, 1);
      assert_root (book, &a, &root);
      assert_root (book, &b, &root);
      g_assert_cmpuint (count_orders (book, &root), ==, 2);
      assert_finds (book, "zhang_san", &root);
    }
  shop_close (&shop);
}

/* --- Who may be one ----------------------------------------------------------------------- */

static GPtrArray *
find_duplicates (Book *book)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *all = daybook_reader_duplicates (reader_of (book), NULL, NULL, &error);

  g_assert_no_error (error);
  return all;
}

static void
test_same_phone (Fixture       *fixture,
                 gconstpointer  data)
{
  Book *book = &fixture->book;
  g_autoptr(GPtrArray) all = find_duplicates (book);
  g_autoptr(DaybookRow) row = book_row (book, &daybook_customers, &fixture->a);
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
test_not_the_same (Fixture       *fixture,
                   gconstpointer  data)
{
  Book *book = &fixture->book;
  g_autoptr(GPtrArray) customers = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "no", daybook_store_get_agent (book->store));
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(DaybookOutcome) undone = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) third = NULL;
  g_autoptr(GPtrArray) again = NULL;

  g_ptr_array_add (customers, book_row (book, &daybook_customers, &fixture->b));
  g_ptr_array_add (customers, book_row (book, &daybook_customers, &fixture->a));
  daybook_not_same_add (edit, customers, BOOK_NOW);
  outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  none = find_duplicates (book);
  g_assert_cmpuint (none->len, ==, 0);

  /* ... nor does it come back by way of a third, whom one of them was merged into. */
  merge (book, &fixture->b, &fixture->c);
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
test_merges_the_exact (Fixture       *fixture,
                       gconstpointer  data)
{
  Book *book = &fixture->book;
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

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up_case, func, tear_down_case)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/customer-merge/parts-are-read-together", test_parts_are_read_together);
  ADD ("/customer-merge/search", test_search_finds_the_one_who_stays);
  ADD ("/customer-merge/history", test_history_is_of_both);
  ADD ("/customer-merge/chain", test_chain);
  ADD ("/customer-merge/no-ring", test_no_ring);
  ADD ("/customer-merge/undo-makes-no-ring", test_undo_makes_no_ring);
  ADD ("/customer-merge/apart-again", test_apart_again);
  ADD ("/customer-merge/apart-after-changes", test_apart_after_changes);
  ADD ("/customer-merge/import", test_import_after_merge);
  g_test_add_func ("/customer-merge/ring-of-two-laptops", test_ring_of_two_laptops);
  ADD ("/customer-merge/same-phone", test_same_phone);
  ADD ("/customer-merge/not-the-same", test_not_the_same);
  g_test_add_func ("/customer-merge/what-tells-nothing", test_what_tells_nothing);
  ADD ("/customer-merge/merges-the-exact", test_merges_the_exact);
  g_test_add_func ("/customer-merge/thousands", test_merges_thousands);
  return g_test_run ();
}
