/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-rows.h"

#include "core/customer.h"

#include <string.h>

/* What counts of files of which some were taken back. */

/* The newest file says again what the first said: a file from in between is old. */
static void
test_a_file_from_in_between_is_old (void)
{
  static const Row THEN[] = { { "1001", DAYBOOK_STAGE_PAID, 1000 }, { "1002", DAYBOOK_STAGE_PAID, 2000 } };
  static const Row BETWEEN[] = { { "1001", DAYBOOK_STAGE_PAID, 9900 } };
  static const Row BOTH[] = { { "1001", DAYBOOK_STAGE_PAID, 7700 }, { "1002", DAYBOOK_STAGE_PAID, 2000 } };
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);

  import_rows (&book, THEN, 2, BOOK_NOW - 2000, 2, 0, 0);
  DaybookId newest = import_rows (&book, THEN, 2, BOOK_NOW - 1000, 0, 0, 2);
  g_assert_false (daybook_id_is_null (&newest));
  DaybookId again = import_rows (&book, THEN, 2, BOOK_NOW - 1000, 0, 0, 2);
  g_assert_true (daybook_id_is_null (&again));

  import_rows (&book, BETWEEN, 1, BOOK_NOW - 1500, 0, 0, 1);
  assert_paid (&book, "1001", 1000);

  /* What it had seen counts no longer when it is undone, else a wrong time could
   * never be put right. */
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, &newest, &error);
  g_assert_no_error (error);
  /* ... and again when that is taken back. */
  g_autoptr(DaybookOutcome) redone = daybook_store_undo (book.store, &undone->act, &error);
  g_assert_no_error (error);
  import_rows (&book, BETWEEN, 1, BOOK_NOW - 1450, 0, 0, 1);
  assert_paid (&book, "1001", 1000);
  g_autoptr(DaybookOutcome) back = daybook_store_undo (book.store, &redone->act, &error);
  g_assert_no_error (error);

  DaybookId between = import_rows (&book, BETWEEN, 1, BOOK_NOW - 1400, 0, 1, 0);
  g_assert_false (daybook_id_is_null (&between));
  assert_paid (&book, "1001", 9900);

  /* Seen in a file that brings something else. */
  import_rows (&book, BOTH, 2, BOOK_NOW - 900, 0, 1, 1);
  import_rows (&book, (const Row[]) { { "1002", DAYBOOK_STAGE_PAID, 100 } }, 1, BOOK_NOW - 950, 0, 0, 1);
  assert_paid (&book, "1002", 2000);
  import_rows (&book, (const Row[]) { { "1002", DAYBOOK_STAGE_PAID, 100 } }, 1, BOOK_NOW - 900, 0, 1, 0);
  assert_paid (&book, "1002", 100);
  book_close (&book);
}

/* What a file had said that was taken back does not come back with the next file. */
static void
test_an_undone_order_is_made_anew (void)
{
  Book book;
  book_open (&book);

  DaybookId wrong = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_CLOSED, 1000, "小王子88", "13812341234", "李四", "SF1",
                                                          .lines = "Wrong|Both|Wrong too" } }, 1, BOOK_NOW, 1, 0, 0);
  undo_act (&book, &wrong, 0);
  DaybookId right = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 3000, "小王子88", NULL, "张三", "SF2",
                                                          .lines = "Both" } }, 1, BOOK_NOW - 5000, 1, 0, 0);
  assert_paid (&book, "1001", 3000);
  assert_lines (&book, "1001", "Both");
  assert_parcels (&book, "1001", "SF2");
  g_autoptr(DaybookRow) order = find_order (&book, "1001");
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_PAID);
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_AS_OF), ==, BOOK_NOW - 5000);
  g_assert_cmpstr (daybook_row_text (order, DAYBOOK_ORDER_PHONE), ==, "");
  g_assert_cmpuint (book_count (&book, &daybook_contacts, ""), ==, 0);
  g_autoptr(GPtrArray) customers = daybook_reader_all (daybook_store_get_reader (book.store), &daybook_customers, NULL);
  g_assert_cmpuint (customers->len, ==, 1);
  g_assert_cmpstr (daybook_row_text (g_ptr_array_index (customers, 0), DAYBOOK_CUSTOMER_NAME), ==, "张三");

  /* The same file is known, and goes back to nothing. */
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 3000, "小王子88", NULL, "张三", "SF2",
                                        .lines = "Both" } }, 1, BOOK_NOW - 5000, 0, 0, 1);
  undo_act (&book, &right, 0);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, 0);

  book_close (&book);
}

/* An order that a person deleted is known from living files: an older one only completes it. */
static void
test_a_deleted_order_keeps_what_is_newer (void)
{
  Book book;
  book_open (&book);

  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_CLOSED, 1000 } }, 1, BOOK_NOW, 1, 0, 0);
  g_autoptr(DaybookRow) order = find_order (&book, "1001");
  book_set (&book, &daybook_orders, &order->id, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 9900 } }, 1, BOOK_NOW - 5000, 1, 0, 0);
  assert_paid (&book, "1001", 1000);

  book_close (&book);
}

/* Three files of one order, undone from the newest on. */
static void
test_files_undone_in_turn_leave_nothing (void)
{
  Book book;
  book_open (&book);
  DaybookId acts[4];

  for (int i = 0; i < 4; i++)
    acts[i] = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1000 * (i + 1) } }, 1, BOOK_NOW + i, i == 0, i > 0, 0);
  for (int i = 3; i >= 0; i--)
    {
      assert_paid (&book, "1001", 1000 * (i + 1));
      undo_act (&book, &acts[i], 0);
    }
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);

  book_close (&book);
}

/* Of several files that only saw an order each counts, whichever of them is undone. */
static void
test_each_sight_counts (void)
{
  static const Row THEN[] = { { "1001", DAYBOOK_STAGE_PAID, 1000 } };
  static const Row BETWEEN[] = { { "1001", DAYBOOK_STAGE_PAID, 9900 } };
  Book book;
  book_open (&book);
  DaybookId sights[7];

  import_rows (&book, THEN, 1, BOOK_NOW - 2000, 1, 0, 0);
  for (int i = 0; i < 7; i++)
    sights[i] = import_rows (&book, THEN, 1, BOOK_NOW - 1000 + i, 0, 0, 1);
  for (int i = 6; i > 3; i--)
    {
      undo_act (&book, &sights[i], 0);
      import_rows (&book, BETWEEN, 1, BOOK_NOW - 1000, 0, 0, 1);
      assert_paid (&book, "1001", 1000);
    }

  book_close (&book);
}

/* A redo that has to leave a later file's time still tells of its own. */
static void
test_a_redone_file_is_no_older_than_it_was (void)
{
  Book book;
  book_open (&book);
  const Row first = { "1001", DAYBOOK_STAGE_PAID, 1000, .receiver = "张三" };
  const Row newest = { "1001", DAYBOOK_STAGE_CLOSED, 1000, .receiver = "张三" };
  const Row second = { "1001", DAYBOOK_STAGE_PAID, 1000, .receiver = "李四" };
  const Row third = { "1001", DAYBOOK_STAGE_SHIPPED, 1000, .receiver = "李四" };
  g_autoptr(GError) error = NULL;

  import_rows (&book, &first, 1, BOOK_NOW - 2000, 1, 0, 0);
  DaybookId act = import_rows (&book, &newest, 1, BOOK_NOW, 0, 1, 0);
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, &act, &error);
  g_assert_no_error (error);
  import_rows (&book, &second, 1, BOOK_NOW - 1000, 0, 1, 0);
  g_autoptr(DaybookOutcome) redone = daybook_store_undo (book.store, &undone->act, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (redone->n_kept, ==, 1);
  import_rows (&book, &third, 1, BOOK_NOW - 500, 0, 0, 1);
  g_autoptr(DaybookRow) order = find_order (&book, "1001");
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_CLOSED);

  book_close (&book);
}

/* What an undo kept, or a person took out of the trash, is found and whole. */
static void
test_what_stays_of_an_undone_import (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);

  DaybookId act = import_rows (&book, THREE, 3, BOOK_NOW, 3, 0, 0);
  g_autoptr(DaybookRow) kept = find_order (&book, "1003");
  g_autoptr(DaybookRow) restored = find_order (&book, "1001");
  book_set (&book, &daybook_orders, &kept->id, DAYBOOK_ORDER_NOTE, daybook_value_text ("worked on"));
  undo_act (&book, &act, 1);
  g_autoptr(DaybookRow) found = find_order (&book, "1003");
  g_assert_nonnull (found);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, 0);

  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Restored", daybook_store_get_agent (book.store));
  daybook_edit_restore (edit, &daybook_orders, &restored->id);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book.store, edit, &error);
  g_assert_no_error (error);
  g_autoptr(DaybookRow) back = find_order (&book, "1001");
  g_assert_nonnull (back);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, 1);
  g_assert_cmpuint (book_count (&book, &daybook_products, ""), ==, 1);
  undo_act (&book, &outcome->act, 0);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, 0);

  book_close (&book);
}

/* What others had seen of an order that was undone says nothing of the one made anew. */
static void
test_an_order_made_anew_was_seen_by_none (void)
{
  Book book;
  book_open (&book);

  DaybookId first = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1000 } }, 1, BOOK_NOW - 1000, 1, 0, 0);
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1000 } }, 1, BOOK_NOW, 0, 0, 1);
  undo_act (&book, &first, 0);
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1100 } }, 1, BOOK_NOW - 800, 1, 0, 0);
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1200 } }, 1, BOOK_NOW - 500, 0, 1, 0);
  assert_paid (&book, "1001", 1200);

  book_close (&book);
}

/* A redo that puts nothing back has not been seen. */
static void
test_a_redo_of_nothing_is_no_sight (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);

  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1000 } }, 1, BOOK_NOW - 1000, 1, 0, 0);
  DaybookId second = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1100 } }, 1, BOOK_NOW, 0, 1, 0);
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, &second, &error);
  DaybookId third = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1200 } }, 1, BOOK_NOW - 500, 0, 1, 0);
  undo_act (&book, &undone->act, 2);
  undo_act (&book, &third, 0);
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1400 } }, 1, BOOK_NOW - 300, 0, 1, 0);
  assert_paid (&book, "1001", 1400);

  book_close (&book);
}

/* The import that made an order is in force again: to undo another one does not
 * take the order away. */
static void
test_an_order_in_force_stays (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);

  DaybookId first = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1000 } }, 1, BOOK_NOW, 1, 0, 0);
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, &first, &error);
  DaybookId second = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1100 } }, 1, BOOK_NOW - 100, 1, 0, 0);
  g_autoptr(DaybookOutcome) redone = daybook_store_undo (book.store, &undone->act, &error);
  g_assert_no_error (error);
  undo_act (&book, &second, 0);
  assert_paid (&book, "1001", 1000);

  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/a-file-from-in-between-is-old", test_a_file_from_in_between_is_old);
  g_test_add_func ("/merge/an-undone-order-is-made-anew", test_an_undone_order_is_made_anew);
  g_test_add_func ("/merge/a-deleted-order-keeps-what-is-newer", test_a_deleted_order_keeps_what_is_newer);
  g_test_add_func ("/merge/files-undone-in-turn-leave-nothing", test_files_undone_in_turn_leave_nothing);
  g_test_add_func ("/merge/what-stays-of-an-undone-import", test_what_stays_of_an_undone_import);
  g_test_add_func ("/merge/an-order-made-anew-was-seen-by-none", test_an_order_made_anew_was_seen_by_none);
  g_test_add_func ("/merge/a-redo-of-nothing-is-no-sight", test_a_redo_of_nothing_is_no_sight);
  g_test_add_func ("/merge/an-order-in-force-stays", test_an_order_in_force_stays);
  g_test_add_func ("/merge/each-sight-counts", test_each_sight_counts);
  g_test_add_func ("/merge/a-redone-file-is-no-older-than-it-was", test_a_redone_file_is_no_older_than_it_was);

  return g_test_run ();
}
