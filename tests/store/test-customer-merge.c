/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "customer-book.h"

#include "core/customer-merge.h"
#include "store/call-context.h"
#include "store/customer-context.h"
#include "store/customer-merge.h"
#include "store/customer-numbers.h"
#include "store/customer-totals.h"

#include <string.h>

/* Customers who are one person: merged, read together, and taken apart again. */

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
test_parts_are_read_together (People        *people,
                              gconstpointer  data)
{
  Book *book = &people->book;
  g_autoptr(DaybookRow) keep = book_row (book, &daybook_customers, &people->b);
  g_autoptr(DaybookCustomerTotals) totals = NULL;
  g_autoptr(DaybookCustomerNumbers) numbers = NULL;
  g_autoptr(DaybookCustomerContext) context = NULL;
  g_auto(DaybookCallContext) call = { 0 };
  g_autoptr(GPtrArray) handles = NULL;
  g_autoptr(DaybookRow) order = NULL;

  g_assert_cmpuint (book_count (book, &daybook_customers, ""), ==, 3);
  merge (book, &people->a, &people->b);

  g_assert_cmpuint (book_count (book, &daybook_customers, ""), ==, 2);
  g_assert_cmpuint (book_count (book, &daybook_customers, "merged_into != null"), ==, 1);
  g_assert_cmpuint (count_orders (book, &people->b), ==, 2);
  g_assert_cmpuint (count_orders (book, &people->a), ==, 2);
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
  handles = daybook_reader_parts (reader_of (book), &daybook_handles, DAYBOOK_HANDLE_CUSTOMER, &people->a, NULL);
  g_assert_cmpuint (handles->len, ==, 2);

  /* What belongs to each stays with it. */
  order = find_order (book, "1001");
  g_assert_true (daybook_id_equal (daybook_row_ref_id (order, DAYBOOK_ORDER_CUSTOMER), &people->a));
}

static void
test_search_finds_the_one_who_stays (People        *people,
                                     gconstpointer  data)
{
  Book *book = &people->book;
  DaybookId act = merge (book, &people->a, &people->b);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) undone = NULL;

  assert_finds (book, "zhang_san", &people->b);
  assert_finds (book, PHONE, &people->b);
  g_assert_cmpuint (count_found (book, "zhang_san"), ==, 1);

  undone = daybook_store_undo (book->store, &act, &error);
  g_assert_no_error (error);
  assert_finds (book, "zhang_san", &people->a);
  g_assert_cmpuint (count_found (book, PHONE), ==, 2);
}

static void
test_history_is_of_both (People        *people,
                         gconstpointer  data)
{
  Book *book = &people->book;
  g_autoptr(GPtrArray) acts = NULL;
  gboolean found = FALSE;
  DaybookId note = book_set (book, &daybook_customers, &people->a, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("from a"));

  merge (book, &people->a, &people->b);
  acts = daybook_reader_history (reader_of (book), &daybook_customers, &people->b, 0, 0, NULL);
  for (guint i = 0; i < acts->len; i++)
    found |= daybook_id_equal (&((DaybookAct *) g_ptr_array_index (acts, i))->id, &note);
  g_assert_true (found);
}

/* --- Chains, rings, undo in any order --------------------------------------------- */

static void
test_chain (People        *people,
            gconstpointer  data)
{
  Book *book = &people->book;
  DaybookId first = merge (book, &people->a, &people->b);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) undone = NULL;

  merge (book, &people->b, &people->c);
  assert_root (book, &people->a, &people->c);
  g_assert_cmpuint (count_orders (book, &people->c), ==, 3);
  g_assert_cmpuint (count_orders (book, &people->a), ==, 3);
  assert_finds (book, "zhang_san", &people->c);

  /* The first of the two is undone: the second stays as it is. */
  undone = daybook_store_undo (book->store, &first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_kept, ==, 0);
  assert_root (book, &people->a, &people->a);
  assert_root (book, &people->b, &people->c);
  g_assert_cmpuint (count_orders (book, &people->c), ==, 2);
}

static void
test_no_ring (People        *people,
              gconstpointer  data)
{
  Book *book = &people->book;
  g_autoptr(GError) error = NULL;
  DaybookId act;

  g_assert_false (point_at (book, &people->a, &people->a));
  merge (book, &people->a, &people->b);
  g_assert_false (point_at (book, &people->b, &people->a));
  merge (book, &people->b, &people->c);
  g_assert_false (point_at (book, &people->c, &people->a));
  act = try_merge (book, &people->c, &people->a, &error);
  g_assert_true (daybook_id_is_null (&act));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
}

/* A redo that would close a ring keeps the customer as they are, and says why. */
static void
test_undo_makes_no_ring (People        *people,
                         gconstpointer  data)
{
  Book *book = &people->book;
  g_autoptr(GError) error = NULL;
  DaybookId act = merge (book, &people->a, &people->b);
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book->store, &act, &error);
  g_autoptr(DaybookOutcome) redone = NULL;

  merge (book, &people->b, &people->a);
  redone = daybook_store_undo (book->store, &undone->act, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (redone->n_kept, ==, 1);
  g_assert_nonnull (((DaybookKept *) g_ptr_array_index (redone->kept, 0))->reason);
  assert_root (book, &people->b, &people->a);
  assert_root (book, &people->a, &people->a);
}

/* --- Taking apart ------------------------------------------------------------------ */

static DaybookOutcome *
unmerge_outcome (Book            *book,
                 const DaybookId *id)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_customers, id);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "apart", daybook_store_get_agent (book->store));
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GError) error = NULL;
  DaybookOutcome *outcome;

  g_assert_true (daybook_customer_unmerge (reader_of (book), edit, row, kept, &error));
  outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  daybook_customer_tell_kept (reader_of (book), row, kept, outcome);
  g_assert_cmpuint (outcome->n_kept, ==, kept->len);
  return outcome;
}

static guint
unmerge (Book            *book,
         const DaybookId *id)
{
  g_autoptr(DaybookOutcome) outcome = unmerge_outcome (book, id);

  return outcome->n_kept;
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
test_apart_again (People        *people,
                  gconstpointer  data)
{
  Book *book = &people->book;

  book_set (book, &daybook_customers, &people->a, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("from a"));
  book_set (book, &daybook_customers, &people->b, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("from b"));
  merge (book, &people->a, &people->b);
  assert_note (book, &people->b, "from b\nfrom a");

  g_assert_cmpuint (unmerge (book, &people->a), ==, 0);
  assert_note (book, &people->b, "from b");
  assert_note (book, &people->a, "from a");
  g_assert_cmpuint (count_orders (book, &people->a), ==, 1);
  g_assert_cmpuint (book_count (book, &daybook_customers, ""), ==, 3);
}

static void
test_apart_after_changes (People        *people,
                          gconstpointer  data)
{
  Book *book = &people->book;

  book_set (book, &daybook_customers, &people->a, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("from a"));
  merge (book, &people->a, &people->b);
  book_set (book, &daybook_customers, &people->b, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("written since"));

  g_assert_cmpuint (unmerge (book, &people->a), ==, 1);
  assert_note (book, &people->b, "written since");
  assert_root (book, &people->a, &people->a);
}

/* --- Taking apart one who was merged by way of another ------------------------------- */

static void
set_known (Book            *book,
           const DaybookId *id,
           const char      *note,
           const char      *tags,
           DaybookGrade     grade,
           gboolean         held)
{
  book_set (book, &daybook_customers, id, DAYBOOK_CUSTOMER_NOTE, daybook_value_text (note));
  book_set (book, &daybook_customers, id, DAYBOOK_CUSTOMER_TAGS, daybook_value_text (tags));
  book_set (book, &daybook_customers, id, DAYBOOK_CUSTOMER_GRADE, daybook_value_int (grade));
  book_set (book, &daybook_customers, id, DAYBOOK_CUSTOMER_GRADE_HELD, daybook_value_int (held));
}

static void
assert_known (Book            *book,
              const DaybookId *id,
              const char      *note,
              const char      *tags,
              DaybookGrade     grade,
              gboolean         held)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_customers, id);

  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CUSTOMER_NOTE), ==, note);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CUSTOMER_TAGS), ==, tags);
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_CUSTOMER_GRADE), ==, grade);
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_CUSTOMER_GRADE_HELD), ==, held);
}

/* The first into the second, that one into the third, whose card it is. */
static void
merge_chain (People *people)
{
  Book *book = &people->book;

  set_known (book, &people->a, "from a", "loud", DAYBOOK_GRADE_2, FALSE);
  set_known (book, &people->b, "from b", "kind", DAYBOOK_GRADE_NONE, FALSE);
  set_known (book, &people->c, "from c", "kind", DAYBOOK_GRADE_1, TRUE);
  merge (book, &people->a, &people->b);
  merge (book, &people->b, &people->c);
  assert_known (book, &people->c, "from c\nfrom b\nfrom a", "kind loud", DAYBOOK_GRADE_2, FALSE);
}

static void
test_apart_out_of_a_chain (People        *people,
                           gconstpointer  data)
{
  Book *book = &people->book;

  merge_chain (people);
  g_assert_cmpuint (unmerge (book, &people->a), ==, 0);
  assert_known (book, &people->a, "from a", "loud", DAYBOOK_GRADE_2, FALSE);
  assert_known (book, &people->b, "from b", "kind", DAYBOOK_GRADE_NONE, FALSE);
  assert_known (book, &people->c, "from c\nfrom b", "kind", DAYBOOK_GRADE_1, TRUE);

  /* ... and the other one after that. */
  g_assert_cmpuint (unmerge (book, &people->b), ==, 0);
  assert_known (book, &people->c, "from c", "kind", DAYBOOK_GRADE_1, TRUE);
}

/* What was written on the card since is somebody's: it stays, and is told of that card. */
static void
test_apart_out_of_a_changed_chain (People        *people,
                                   gconstpointer  data)
{
  Book *book = &people->book;
  const DaybookKept *kept;

  merge_chain (people);
  book_set (book, &daybook_customers, &people->c, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("from c\nfrom a, and since"));
  g_autoptr(DaybookOutcome) outcome = unmerge_outcome (book, &people->a);
  assert_known (book, &people->b, "from b", "kind", DAYBOOK_GRADE_NONE, FALSE);
  assert_known (book, &people->c, "from c\nfrom a, and since", "kind", DAYBOOK_GRADE_1, TRUE);

  g_assert_cmpuint (outcome->n_kept, ==, 1);
  kept = g_ptr_array_index (outcome->kept, 0);
  g_assert_true (daybook_id_equal (&kept->row, &people->c));
  g_assert_cmpuint (kept->field, ==, DAYBOOK_CUSTOMER_NOTE);
}

/* --- Imports -------------------------------------------------------------------------- */

static void
test_import_after_merge (People        *people,
                         gconstpointer  data)
{
  static const Row MORE[] = { { "1004", DAYBOOK_STAGE_PAID, 500, "zhang_san", "13711112222", "张三" } };
  Book *book = &people->book;
  g_autoptr(GPtrArray) contacts = NULL;
  DaybookValue yes = daybook_value_int (1);

  merge (book, &people->a, &people->b);
  book_set (book, &daybook_customers, &people->b, DAYBOOK_CUSTOMER_DELETED, yes);
  import_rows (book, MORE, 1, BOOK_NOW - 500, 1, 0, 0);

  /* It is on the card of the one who stays, who has to be there. */
  g_assert_cmpuint (count_orders (book, &people->b), ==, 3);
  g_assert_cmpuint (book_count (book, &daybook_customers, ""), ==, 2);
  contacts = daybook_reader_parts (reader_of (book), &daybook_contacts, DAYBOOK_CONTACT_CUSTOMER, &people->b, NULL);
  g_assert_cmpuint (contacts->len, ==, 3);

  /* ... and goes along when they are taken apart. */
  unmerge (book, &people->a);
  g_assert_cmpuint (count_orders (book, &people->a), ==, 2);
  g_assert_cmpuint (count_orders (book, &people->b), ==, 1);
}

/* --- Two laptops ------------------------------------------------------------------------ */

/* Both laptops then show the same one. */
static void
test_ring_of_two_laptops (void)
{
  Shop shop;
  DaybookId a, b, root;

  merge_into_each_other (&shop, &a, &b);

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

#define ADD(path, func) g_test_add (path, People, NULL, people_set_up, func, people_tear_down)

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
  ADD ("/customer-merge/apart-out-of-a-chain", test_apart_out_of_a_chain);
  ADD ("/customer-merge/apart-out-of-a-changed-chain", test_apart_out_of_a_changed_chain);
  ADD ("/customer-merge/import", test_import_after_merge);
  g_test_add_func ("/customer-merge/ring-of-two-laptops", test_ring_of_two_laptops);
  return g_test_run ();
}
