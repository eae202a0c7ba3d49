/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/backup-keep.h"
#include "store/backup.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

static void
assert_note (Book            *book,
             const DaybookId *order,
             const char      *note)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_orders, order);

  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ORDER_NOTE), ==, note);
}

static void
make_and_restore (const char *passphrase)
{
  g_autoptr(GError) error = NULL;
  Book book;
  gint64 made = 0;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("before"));

  g_autofree char *file = daybook_backup_make (book.store, NULL, passphrase, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (daybook_backup_is_encrypted (file), ==, passphrase != NULL);
  g_autofree char *newest = daybook_backup_newest (book.store, &made);
  g_assert_cmpstr (newest, ==, file);
  g_assert_cmpint (made, >, 0);

  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("after"));
  if (passphrase != NULL)
    {
      g_assert_false (daybook_backup_restore (book.store, file, NULL, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
      g_clear_error (&error);
      g_assert_false (daybook_backup_restore (book.store, file, "wrong", &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
      g_clear_error (&error);
      assert_note (&book, &order, "after");
    }

  g_assert_true (daybook_backup_restore (book.store, file, passphrase, &error));
  g_assert_no_error (error);
  assert_note (&book, &order, "before");

  /* The book goes on being written, and what was there before the restore is kept. */
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("on"));
  assert_note (&book, &order, "on");
  book_reopen (&book);
  assert_note (&book, &order, "on");
  book_close (&book);
}

static void
test_make_and_restore (void)
{
  make_and_restore (NULL);
}

static void
test_make_and_restore_with_passphrase (void)
{
  make_and_restore ("掌柜 passphrase");
}

static void
test_a_damaged_backup_is_refused (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  g_autofree char *content = NULL;
  gsize length;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  g_autofree char *path = g_build_filename (book.folder, "mine.sealed", NULL);
  g_autofree char *file = daybook_backup_make (book.store, path, "secret", NULL, &error);
  g_assert_no_error (error);

  /* One bit turned in the middle, then the end cut off, then not a backup. */
  g_assert_true (g_file_get_contents (file, &content, &length, NULL));
  content[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (file, content, (gssize) length, NULL));
  g_assert_false (daybook_backup_restore (book.store, file, "secret", &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_clear_error (&error);

  content[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (file, content, (gssize) length - 65600, NULL));
  g_assert_false (daybook_backup_restore (book.store, file, "secret", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (file, "nothing of the kind", -1, NULL));
  g_assert_false (daybook_backup_restore (book.store, file, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_autoptr(DaybookRow) row = book_row (&book, &daybook_orders, &order);
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_ORDER_PAID), ==, 12800);
  book_close (&book);
}

static void
test_daily_is_made_once_a_day (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  gint64 made;
  book_open (&book);

  g_assert_null (daybook_backup_newest (book.store, &made));
  g_assert_true (daybook_backup_make_daily (book.store, &error));
  g_autofree char *first = daybook_backup_newest (book.store, &made);
  g_assert_true (daybook_backup_make_daily (book.store, &error));
  g_autofree char *same = daybook_backup_newest (book.store, &made);
  g_assert_cmpstr (first, ==, same);

  daybook_store_fix_now (book.store, BOOK_NOW + 86400);
  g_assert_true (daybook_backup_make_daily (book.store, &error));
  g_autofree char *next = daybook_backup_newest (book.store, &made);
  g_assert_cmpstr (first, !=, next);
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));

  book_close (&book);
}

static void
test_seven_days_five_weeks_twelve_months (void)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDateTime) day = g_date_time_new_utc (2025, 12, 31, 9, 0, 0);

  for (int i = 0; i < 500; i++)
    {
      g_autoptr(GDateTime) date = g_date_time_add_days (day, -i);
      g_ptr_array_add (names, g_date_time_format (date, "daybook-%Y-%m-%dT%H%M%S.db"));
    }

  g_autoptr(GPtrArray) doomed = daybook_backup_keep_choose (names);
  guint kept = names->len - doomed->len;
  g_assert_cmpuint (kept, >=, 12 + 6); /* months overlap with days and weeks */
  g_assert_cmpuint (kept, <=, 7 + 5 + 12);
  for (guint i = 0; i < 7; i++)
    g_assert_false (g_ptr_array_find (doomed, g_ptr_array_index (names, i), NULL));
  g_assert_true (g_ptr_array_find (doomed, g_ptr_array_index (names, 499), NULL));
}

static void
test_verify_and_rebuild (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "2690123456789012345", BOOK_NOW);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("退款说明"));

  daybook_store_settle (book.store);
  g_autoptr(GPtrArray) checks = daybook_store_verify (book.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (checks->len, >=, 8);
  for (guint i = 0; i < checks->len; i++)
    g_assert_cmpstr (((DaybookCheck *) g_ptr_array_index (checks, i))->fault, ==, NULL);

  for (int round = 0; round < 2; round++)
    {
      g_assert_true (daybook_store_rebuild (book.store, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      g_autoptr(GArray) words = daybook_reader_search (daybook_store_get_reader (book.store), &daybook_orders, "退款", 10, NULL);
      g_assert_cmpuint (words->len, ==, 1);
      g_autoptr(GArray) numbers = daybook_reader_search (daybook_store_get_reader (book.store), &daybook_orders, "8901", 10, NULL);
      g_assert_cmpuint (numbers->len, ==, 1);
    }

  g_autoptr(GPtrArray) after = daybook_store_verify (book.store, NULL, &error);
  for (guint i = 0; i < after->len; i++)
    g_assert_cmpstr (((DaybookCheck *) g_ptr_array_index (after, i))->fault, ==, NULL);
  book_close (&book);
}

/* A check that cannot fail is none. */
static void
test_verify_sees_what_is_wrong (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  sqlite3 *handle;
  guint faults = 0;
  book_open (&book);
  book_add_order (&book, "1001", BOOK_NOW);

  g_assert_cmpint (sqlite3_open (daybook_store_get_path (book.store), &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "UPDATE order_lines SET \"order\" = 77; UPDATE orders SET number = NULL;"
                                 "UPDATE acts SET state = 1;"
                                 "INSERT INTO orders (rowid, id, born, shop, platform, number) VALUES (5, x'01', 1, 1, 'x', '999')", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  g_autoptr(GPtrArray) checks = daybook_store_verify (book.store, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < checks->len; i++)
    if (((DaybookCheck *) g_ptr_array_index (checks, i))->fault != NULL)
      faults++;
  g_assert_cmpuint (faults, ==, 5); /* references, orders, lines, acts, search */

  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/make-and-restore", test_make_and_restore);
  g_test_add_func ("/backup/make-and-restore-with-passphrase", test_make_and_restore_with_passphrase);
  g_test_add_func ("/backup/a-damaged-backup-is-refused", test_a_damaged_backup_is_refused);
  g_test_add_func ("/backup/daily-is-made-once-a-day", test_daily_is_made_once_a_day);
  g_test_add_func ("/backup/seven-days-five-weeks-twelve-months", test_seven_days_five_weeks_twelve_months);
  g_test_add_func ("/backup/verify-and-rebuild", test_verify_and_rebuild);
  g_test_add_func ("/backup/verify-sees-what-is-wrong", test_verify_sees_what_is_wrong);

  return g_test_run ();
}
