/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-state.h"

#include "store/brake.h"
#include "store/database.h"
#include "store/long-edit.h"

/* The mass-change brake (DESIGN §8): much is deleted with consent only, and the act
 * carries it. */

static void
test_what_is_much (void)
{
  static const struct
  {
    guint64  n, total;
    gboolean much;
  } CASES[] = {
    { 1, 1, FALSE }, /* small books do not nag */
    { 20, 20, FALSE },
    { 4, 21, FALSE },
    { 5, 21, TRUE },
    { 20, 100, FALSE }, /* 20 % is not over 20 % */
    { 21, 100, TRUE },
    { 1000, 1000000, FALSE },
    { 1001, 1000000, TRUE },
    { 0, 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_true (daybook_brake_is_much (CASES[i].n, CASES[i].total) == CASES[i].much);
}

/* --- In a book ---------------------------------------------------------- */

static void
open_with_orders (Book  *book,
                  guint  n)
{
  g_autoptr(GError) error = NULL;

  book_open (book);
  g_assert_true (book_import_orders (book->store, 0, n, NULL, &error));
  g_assert_no_error (error);
}

static void
close_sound (Book *book)
{
  book_assert_sound (book->store, "at the end");
  daybook_store_close (book->store);
  book_close (book);
}

static DaybookEdit *
make_deletion (Book           *book,
               DaybookActKind  kind,
               guint           n)
{
  DaybookReader *reader = daybook_store_get_reader (book->store);
  DaybookEdit *edit = daybook_edit_new (kind, "Deleted", daybook_store_get_agent (book->store));
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GArray) keys = daybook_reader_keys (reader, query, n, NULL);

  g_assert_cmpuint (keys->len, ==, n);
  for (guint i = 0; i < keys->len; i++)
    {
      DaybookId id;

      g_assert_true (daybook_reader_id (reader, &daybook_orders, g_array_index (keys, gint64, i), &id, NULL));
      daybook_edit_delete (edit, &daybook_orders, &id);
    }

  return edit;
}

static guint
count_orders (Book *book)
{
  return book_count (book, &daybook_orders, "");
}

/* The newest act's consent, and how many acts there are. */
static gboolean
newest_has_consent (Book  *book,
                    guint *n_acts)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookDatabase) db =
    daybook_database_open (daybook_store_get_path (book->store), DAYBOOK_DATABASE_READ, 0, &error);

  g_assert_no_error (error);
  if (n_acts != NULL)
    *n_acts = (guint) daybook_database_number (db, "SELECT count (*) FROM acts", 0, NULL);
  return daybook_database_number (db, "SELECT consent FROM acts ORDER BY key DESC LIMIT 1", 0, NULL) == 1;
}

static void
delete_with_consent (Book        *book,
                     DaybookEdit *edit)
{
  g_autoptr(GError) error = NULL;

  daybook_edit_give_consent (edit);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->n_changes, ==, daybook_edit_size (edit));
}

/* Refused and unwritten without consent; done and marked with it. */
static void
check_asked (guint n_orders,
             guint n_deleted)
{
  g_autoptr(GError) error = NULL;
  guint before, after;
  Book book;
  open_with_orders (&book, n_orders);
  g_autoptr(DaybookEdit) edit = make_deletion (&book, DAYBOOK_ACT_EDIT, n_deleted);

  g_assert_false (newest_has_consent (&book, &before));
  g_assert_null (daybook_store_commit (book.store, edit, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSENT);
  book_assert_sentence (error, "without consent");
  newest_has_consent (&book, &after);
  g_assert_cmpuint (after, ==, before);
  g_assert_cmpuint (count_orders (&book), ==, n_orders);

  delete_with_consent (&book, edit);
  g_assert_true (newest_has_consent (&book, NULL));
  g_assert_cmpuint (count_orders (&book), ==, n_orders - n_deleted);
  close_sound (&book);
}

static void
test_more_than_a_fifth_is_asked (void)
{
  check_asked (50, 11);
}

static void
test_more_than_a_thousand_are_asked (void)
{
  check_asked (6000, 1001);
}

/* In many transactions, the act is marked from the first on. */
static void
test_a_long_one_is_asked (void)
{
  check_asked (DAYBOOK_EDIT_CHANGES_PER_STEP + 500, DAYBOOK_EDIT_CHANGES_PER_STEP + 1);
}

static void
test_little_is_not_asked (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  open_with_orders (&book, 50);
  g_autoptr(DaybookEdit) edit = make_deletion (&book, DAYBOOK_ACT_EDIT, 10);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book.store, edit, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
  g_assert_false (newest_has_consent (&book, NULL));

  /* What was deleted before is no part of the table: 40 are left, 9 are more than a fifth. */
  g_autoptr(DaybookEdit) more = make_deletion (&book, DAYBOOK_ACT_EDIT, 9);
  g_assert_null (daybook_store_commit (book.store, more, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSENT);
  close_sound (&book);
}

static void
test_a_small_book_does_not_nag (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  open_with_orders (&book, 20);
  g_autoptr(DaybookEdit) edit = make_deletion (&book, DAYBOOK_ACT_EDIT, 20);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book.store, edit, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
  g_assert_cmpuint (count_orders (&book), ==, 0);
  close_sound (&book);
}

/* Who asks for an undo or a redo wants what it deletes. */
static void
test_undo_and_redo_are_their_own_consent (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  open_with_orders (&book, 50);
  g_autoptr(DaybookEdit) edit = make_deletion (&book, DAYBOOK_ACT_EDIT, 30);

  delete_with_consent (&book, edit);
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_changes, ==, 30);
  g_assert_false (newest_has_consent (&book, NULL)); /* it brings back */
  g_autoptr(DaybookOutcome) redone = daybook_store_redo (book.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_orders (&book), ==, 20);
  g_assert_true (newest_has_consent (&book, NULL));

  /* The deletion's undo, then that of the import, which takes away all. */
  g_autoptr(DaybookOutcome) back = daybook_store_undo (book.store, NULL, &error);
  g_assert_no_error (error);
  g_autoptr(DaybookOutcome) import = daybook_store_undo (book.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_orders (&book), ==, 0);
  g_assert_true (newest_has_consent (&book, NULL));
  close_sound (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/brake/what-is-much", test_what_is_much);
  g_test_add_func ("/brake/more-than-a-fifth-is-asked", test_more_than_a_fifth_is_asked);
  g_test_add_func ("/brake/more-than-a-thousand-are-asked", test_more_than_a_thousand_are_asked);
  g_test_add_func ("/brake/a-long-one-is-asked", test_a_long_one_is_asked);
  g_test_add_func ("/brake/little-is-not-asked", test_little_is_not_asked);
  g_test_add_func ("/brake/a-small-book-does-not-nag", test_a_small_book_does_not_nag);
  g_test_add_func ("/brake/undo-and-redo-are-their-own-consent", test_undo_and_redo_are_their_own_consent);

  return g_test_run ();
}
