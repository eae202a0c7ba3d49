/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/backup-keep.h"
#include "store/backup.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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
  g_autofree char *newest = daybook_backup_newest (book.folder, &made);
  g_assert_cmpstr (newest, ==, file);
  g_assert_cmpint (made, >, 0);

  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("after"));
  if (passphrase != NULL)
    {
      g_assert_false (daybook_backup_restore (book.store, file, NULL, NULL, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
      g_clear_error (&error);
      g_assert_false (daybook_backup_restore (book.store, file, "wrong", NULL, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
      g_clear_error (&error);
      assert_note (&book, &order, "after");
    }

  g_assert_true (daybook_backup_restore (book.store, file, passphrase, NULL, &error));
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
  g_assert_false (daybook_backup_restore (book.store, file, "secret", NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_clear_error (&error);

  content[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (file, content, (gssize) length - 65600, NULL));
  g_assert_false (daybook_backup_restore (book.store, file, "secret", NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (file, "nothing of the kind", -1, NULL));
  g_assert_false (daybook_backup_restore (book.store, file, NULL, NULL, &error));
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

  g_assert_null (daybook_backup_newest (book.folder, &made));
  g_assert_true (daybook_backup_make_daily (book.store, &error));
  g_autofree char *first = daybook_backup_newest (book.folder, &made);
  g_assert_true (daybook_backup_make_daily (book.store, &error));
  g_autofree char *same = daybook_backup_newest (book.folder, &made);
  g_assert_cmpstr (first, ==, same);

  daybook_store_fix_now (book.store, BOOK_NOW + 86400);
  g_assert_true (daybook_backup_make_daily (book.store, &error));
  g_autofree char *next = daybook_backup_newest (book.folder, &made);
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

static guint
count_backups (Book *book)
{
  g_autofree char *folder = g_build_filename (book->folder, "backups", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Of two in the same second too, and whatever the days bring. */
static void
test_what_a_person_asked_for_stays (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  gint64 made;
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);

  g_autofree char *first = daybook_backup_make (book.store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("B"));
  g_autofree char *second = daybook_backup_make (book.store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *newest = daybook_backup_newest (book.folder, &made);
  g_assert_cmpstr (newest, ==, second);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("C"));
  g_assert_true (daybook_backup_restore (book.store, first, NULL, &before, &error));
  g_assert_no_error (error);
  assert_note (&book, &order, "");

  for (int day = 1; day <= 20; day++)
    {
      daybook_store_fix_now (book.store, BOOK_NOW + day * 86400);
      g_assert_true (daybook_backup_make_daily (book.store, &error));
    }
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_backups (&book), <, 3 + 20);

  /* And what the restore replaced is whole in what it said it would keep. */
  g_assert_true (daybook_backup_restore (book.store, before, NULL, NULL, &error));
  assert_note (&book, &order, "C");
  book_close (&book);
}

static void
test_a_clock_in_the_future_stops_no_daily (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);

  daybook_store_fix_now (book.store, BOOK_NOW + 900 * 86400);
  g_assert_true (daybook_backup_make_daily (book.store, &error));
  daybook_store_fix_now (book.store, BOOK_NOW);
  g_assert_true (daybook_backup_make_daily (book.store, &error));
  g_assert_cmpuint (count_backups (&book), ==, 2);
  book_add_order (&book, "1001", BOOK_NOW);
  g_assert_true (daybook_backup_make_daily (book.store, &error));
  g_assert_cmpuint (count_backups (&book), ==, 2);
  book_close (&book);
}

static char *
make_foreign (Book       *book,
              const char *name,
              const char *sql)
{
  char *path = g_build_filename (book->folder, name, NULL);
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  return path;
}

/* Another program's database too, which has a version of its own. */
static void
test_what_is_refused_has_made_nothing (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  g_autofree char *text = g_build_filename (book.folder, "text.db", NULL);
  g_autofree char *empty = g_build_filename (book.folder, "empty.db", NULL);
  g_autofree char *cut = g_build_filename (book.folder, "cut.db", NULL);
  g_autofree char *foreign = make_foreign (&book, "foreign.db", "PRAGMA user_version = 1; CREATE TABLE bookmarks (x)");
  g_autofree char *newer = make_foreign (&book, "newer.db", "PRAGMA user_version = 99; PRAGMA application_id = 0x44617942; CREATE TABLE x (x)");
  g_autofree char *good = daybook_backup_make (book.store, NULL, NULL, NULL, &error);
  const struct
  {
    const char *file;
    int         code;
  } CASES[] = {
    { text, DAYBOOK_ERROR_FORMAT }, { empty, DAYBOOK_ERROR_FORMAT }, { cut, DAYBOOK_ERROR_FORMAT },
    { foreign, DAYBOOK_ERROR_FORMAT }, { newer, DAYBOOK_ERROR_NEWER },
  };

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (text, "nothing of the kind", -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (g_file_get_contents (good, &content, &length, NULL));
  g_assert_true (g_file_set_contents (cut, content, (gssize) length / 2, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_assert_false (daybook_backup_restore (book.store, CASES[i].file, NULL, NULL, &error));
      g_assert_error (error, DAYBOOK_ERROR, CASES[i].code);
      g_clear_error (&error);
      g_assert_cmpuint (count_backups (&book), ==, 1);
      assert_note (&book, &order, "");
    }

  g_assert_true (daybook_backup_restore (book.store, good, NULL, NULL, &error));
  g_assert_cmpuint (count_backups (&book), ==, 2);
  book_close (&book);
}

static void
test_a_missing_folder_is_named (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  g_autofree char *folder = g_build_filename (book.folder, "no-such-folder", NULL);
  g_autofree char *path = g_build_filename (folder, "copy.db", NULL);

  g_assert_null (daybook_backup_make (book.store, path, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, folder));
  book_close (&book);
}

/* --- A book that is damaged --------------------------------------------- */

#define MARK "a note that stands on a page of its own"

static void
overwrite (const char *path,
           gsize       at,
           gsize       length)
{
  g_autofree char *rubbish = g_malloc (length);
  FILE *file = g_fopen (path, "r+b");

  memset (rubbish, 0xA5, length);
  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, (long) at, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (rubbish, 1, length, file), ==, length);
  fclose (file);
}

/* Many orders with long notes, one of which says where its page is; closed. */
static char *
make_book_and_backup (Book      *book,
                      DaybookId *order)
{
  g_autofree char *long_note = g_strnfill (900, 'n');
  g_autoptr(GError) error = NULL;

  book_open (book);
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", 1000 + i);
      g_autofree char *note = g_strconcat (i == 20 ? MARK : "", long_note, NULL);
      DaybookId id = book_add_order (book, number, BOOK_NOW + i);

      book_set (book, &daybook_orders, &id, DAYBOOK_ORDER_NOTE, daybook_value_text (note));
      *order = id;
    }
  book_set (book, &daybook_orders, order, DAYBOOK_ORDER_NOTE, daybook_value_text ("backed up"));
  char *file = daybook_backup_make (book->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  daybook_store_settle (book->store);
  g_clear_object (&book->store);
  return file;
}

static char *
book_path (Book *book)
{
  return g_build_filename (book->folder, "daybook.db", NULL);
}

/* It opens, and what is asked for is there: the damage is seen when the page is
 * read. Other programs go on with the same file. */
static void
test_damage_within_is_restored_into_the_live_file (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  g_autofree char *before = NULL;
  gsize length;
  Book book;
  DaybookId order;
  GStatBuf then, now;
  g_autofree char *file = make_book_and_backup (&book, &order);
  g_autofree char *path = book_path (&book);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  char *mark = memmem (content, length, MARK, strlen (MARK));
  g_assert_nonnull (mark);
  overwrite (path, (gsize) (mark - content) / 4096 * 4096, 4096);
  g_assert_cmpint (g_stat (path, &then), ==, 0);

  book.store = daybook_store_open_at (book.folder, DAYBOOK_STORE_EXISTING, BOOK_NOW, &error);
  g_assert_no_error (error);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("since"));
  DaybookStore *other = daybook_store_open_at (book.folder, DAYBOOK_STORE_EXISTING, BOOK_NOW, &error);
  g_assert_no_error (error);
  g_assert_null (daybook_backup_make (book.store, NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT);
  g_clear_error (&error);

  g_assert_true (daybook_backup_restore (book.store, file, NULL, &before, &error));
  g_assert_no_error (error);
  assert_note (&book, &order, "backed up");
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 40);
  g_assert_cmpint (g_stat (path, &now), ==, 0);
  g_assert_cmpuint (now.st_ino, ==, then.st_ino);
  g_autoptr(DaybookRow) seen = daybook_reader_find (daybook_store_get_reader (other), &daybook_orders, &order, NULL);
  g_assert_cmpstr (daybook_row_text (seen, DAYBOOK_ORDER_NOTE), ==, "backed up");

  /* What was there is kept, with what was written last. */
  sqlite3 *handle;
  sqlite3_stmt *statement;
  g_assert_cmpint (sqlite3_open (before, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT note FROM orders ORDER BY rowid DESC LIMIT 1", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "since");
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  daybook_store_close (other);
  g_object_unref (other);
  book_close (&book);
}

static void
assert_rescued (Book            *book,
                const DaybookId *order,
                const char      *file)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = book_path (book);
  g_autofree char *damaged = NULL, *kept = NULL, *aside = NULL;
  gsize length, kept_length;

  g_assert_null (daybook_store_open (book->folder, DAYBOOK_STORE_CREATE, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &damaged, &length, NULL));

  g_assert_true (daybook_backup_rescue (book->folder, file, NULL, BOOK_NOW, &aside, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (aside, &kept, &kept_length, NULL));
  g_assert_cmpmem (kept, kept_length, damaged, length);
  g_clear_object (&book->store);
  book->store = daybook_store_open_at (book->folder, DAYBOOK_STORE_EXISTING, BOOK_NOW, &error);
  g_assert_no_error (error);
  assert_note (book, order, "backed up");
  daybook_store_settle (book->store);
  g_autoptr(GArray) found = daybook_reader_search (daybook_store_get_reader (book->store), &daybook_orders, "backed", 10, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  book_set (book, &daybook_orders, order, DAYBOOK_ORDER_FLAG, daybook_value_int (DAYBOOK_FLAG_RED));
  g_clear_object (&book->store);
}

/* Rubbish at the beginning, another program's, nothing at all: one after the other
 * in one folder, where each is kept. */
static void
test_a_book_that_cannot_be_opened_is_rescued (void)
{
  Book book;
  DaybookId order;
  g_autofree char *file = make_book_and_backup (&book, &order);
  g_autofree char *path = book_path (&book);
  g_autofree char *backups = g_build_filename (book.folder, "backups", NULL);
  g_autofree char *elsewhere = g_build_filename (book.folder, "elsewhere.db", NULL);

  g_assert_cmpint (g_rename (file, elsewhere), ==, 0);
  g_rmdir (backups);
  overwrite (path, 0, 8192);
  assert_rescued (&book, &order, elsewhere);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_free (make_foreign (&book, "daybook.db", "CREATE TABLE bookmarks (x)"));
  assert_rescued (&book, &order, elsewhere);

  /* The index beside it says that it is no new one. */
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_rescued (&book, &order, elsewhere);
  book_close (&book);
}

/* The log of a killed program holds what is not in the file yet: it goes along. */
static void
test_a_rescue_keeps_the_log (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *aside = NULL, *content = NULL;
  Book book;
  DaybookId order;
  g_autofree char *file = make_book_and_backup (&book, &order);
  g_autofree char *path = book_path (&book);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  overwrite (path, 0, 8192);
  g_assert_true (g_file_set_contents (log, "a log", -1, NULL));
  g_assert_true (daybook_backup_rescue (book.folder, file, NULL, BOOK_NOW, &aside, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_autofree char *kept = g_strconcat (aside, "-wal", NULL);
  g_assert_true (g_file_get_contents (kept, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "a log");
  book_close (&book);
}

/* What is refused leaves the damaged file where it is. */
static void
test_a_refused_rescue_moves_nothing (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;
  Book book;
  DaybookId order;
  g_autofree char *file = make_book_and_backup (&book, &order);
  g_autofree char *path = book_path (&book);

  overwrite (path, 0, 8192);
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  overwrite (file, 0, 100);
  g_assert_false (daybook_backup_rescue (book.folder, file, NULL, BOOK_NOW, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  book_close (&book);
}

/* Another process has it open: what it writes would go to the file set aside. */
static void
test_a_book_in_use_is_not_set_aside (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  DaybookId order;
  int ready[2], done[2];
  char byte = 0;
  g_autofree char *file = make_book_and_backup (&book, &order);
  g_autofree char *path = book_path (&book);

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (done), ==, 0);
  pid_t child = fork ();
  if (child == 0)
    {
      sqlite3 *handle;
      gboolean open = sqlite3_open (path, &handle) == SQLITE_OK
                      && sqlite3_exec (handle, "SELECT count (*) FROM orders", NULL, NULL, NULL) == SQLITE_OK;

      byte = open ? 'y' : 'n';
      if (write (ready[1], &byte, 1) != 1 || read (done[0], &byte, 1) != 1)
        _exit (1);
      _exit (0);
    }

  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 'y');
  g_assert_false (daybook_backup_rescue (book.folder, file, NULL, BOOK_NOW, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_BUSY);
  g_assert_cmpint (write (done[1], &byte, 1), ==, 1);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  g_clear_error (&error);
  g_assert_true (daybook_backup_rescue (book.folder, file, NULL, BOOK_NOW, NULL, &error));
  g_assert_no_error (error);
  book_close (&book);
}

static void
test_an_emptied_book_is_no_new_one (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  DaybookId order;
  GStatBuf status;
  g_autofree char *file = make_book_and_backup (&book, &order);
  g_autofree char *path = book_path (&book);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  for (int mode = DAYBOOK_STORE_CREATE; mode <= DAYBOOK_STORE_EXISTING; mode++)
    {
      g_assert_null (daybook_store_open (book.folder, (DaybookStoreMode) mode, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, "There is a backup of "));
      g_clear_error (&error);
    }

  g_unlink (file);
  g_assert_null (daybook_store_open (book.folder, DAYBOOK_STORE_CREATE, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "Restore a backup"));
  g_clear_error (&error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 0);
  book_close (&book);

  /* Nothing beside it: a program that was stopped while it made the book. */
  book.folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  g_autofree char *fresh = book_path (&book);
  g_assert_true (g_file_set_contents (fresh, "", 0, NULL));
  book.store = daybook_store_open_at (book.folder, DAYBOOK_STORE_CREATE, BOOK_NOW, &error);
  g_assert_no_error (error);
  book_close (&book);
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
  sqlite3_busy_timeout (handle, 5000); /* the book may be writing */
  g_assert_cmpint (sqlite3_exec (handle, "UPDATE order_lines SET \"order\" = 77; UPDATE orders SET number = NULL;"
                                 "UPDATE acts SET state = 1;"
                                 "INSERT INTO orders (rowid, id, born, shop, platform, number) VALUES (5, x'01', 1, 1, 'x', '999')", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  g_autoptr(GPtrArray) checks = daybook_store_verify (book.store, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < checks->len; i++)
    {
      const DaybookCheck *check = g_ptr_array_index (checks, i);

      faults += check->fault != NULL;
      if (g_str_equal (check->what, "Every line belongs to an order"))
        g_assert_cmpstr (check->fault, ==, "1 line belongs to no order.");
      if (g_str_equal (check->what, "No long act was left half-done"))
        g_assert_cmpstr (check->fault, ==, "2 acts are not finished. If none is running, open the book again.");
    }
  g_assert_cmpuint (faults, ==, 5); /* references, orders, lines, acts, search */

  book_close (&book);
}

/* A copy under the name of the book would take its place, and one under that of a
 * device the device's. */
static void
test_nothing_else_is_replaced (void)
{
  static const char *const NAMES[] = { "daybook.db", "daybook.db-wal", "daybook.lock", "search.db" };
  Book book;
  book_open (&book);
  book_add_order (&book, "1001", BOOK_NOW);

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *path = g_build_filename (book.folder, NAMES[i], NULL);

      g_assert_null (daybook_backup_make (book.store, path, NULL, NULL, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
    }

  g_autoptr(GError) error = NULL;
  g_autofree char *elsewhere = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  g_autofree char *pipe_path = g_build_filename (elsewhere, "pipe", NULL);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_null (daybook_backup_make (book.store, pipe_path, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);

  book_remove_folder (elsewhere);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 1);
  book_close (&book);
}

/* Not a book's own files only: nothing that is no backup. Nor what a link leads to. */
static void
test_another_file_stays (void)
{
  Book book;
  book_open (&book);
  g_autofree char *elsewhere = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  g_autofree char *letter = g_build_filename (elsewhere, "letter.txt", NULL);
  g_autofree char *link = g_build_filename (elsewhere, "copy.db", NULL);
  g_autofree char *content = NULL;
  g_file_set_contents (letter, "precious", -1, NULL);
  g_assert_cmpint (symlink (letter, link), ==, 0);

  for (int i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (daybook_backup_make (book.store, i == 0 ? letter : link, NULL, NULL, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
    }
  g_assert_true (g_file_get_contents (letter, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "precious");

  /* An older backup is replaced by a newer one. */
  g_autofree char *path = g_build_filename (elsewhere, "weekly.db", NULL);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *made = daybook_backup_make (book.store, path, NULL, NULL, &error);

      g_assert_no_error (error);
    }

  book_remove_folder (elsewhere);
  book_close (&book);
}

/* A copy of an open book has its newest changes in the log beside it. */
static void
test_the_log_beside_a_copy_counts (void)
{
  g_autoptr(GError) error = NULL;
  Book book, other;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("in the log"));
  g_autofree char *elsewhere = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  g_autofree char *copy = g_build_filename (elsewhere, "daybook.db", NULL);
  g_autofree char *command = g_strdup_printf ("cp %s/daybook.db %s/daybook.db-wal %s", book.folder, book.folder, elsewhere);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));

  g_autofree char *live = g_build_filename (book.folder, "daybook.db", NULL);
  g_assert_false (daybook_backup_restore (book.store, live, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_clear_error (&error);

  book_open (&other);
  g_assert_true (daybook_backup_restore (other.store, copy, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_note (&other, &order, "in the log");

  book_close (&other);
  book_close (&book);
  book_remove_folder (elsewhere);
}

/* A backup that somebody has worked on: it could not be gone on with, or would do what
 * nobody told it to. */
static void
test_changed_tables_are_refused (void)
{
  static const char *const CHANGES[] = {
    "DROP TABLE products",
    "CREATE TRIGGER evil AFTER UPDATE ON orders BEGIN UPDATE orders SET note = 'evil'; END",
    "CREATE TABLE more (x)",
    "ALTER TABLE parcels RENAME COLUMN courier TO carrier",
  };
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("mine"));

  for (gsize i = 0; i < G_N_ELEMENTS (CHANGES); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *file = daybook_backup_make (book.store, NULL, NULL, NULL, &error);
      sqlite3 *handle;

      g_assert_no_error (error);
      g_assert_cmpint (sqlite3_open (file, &handle), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (handle, CHANGES[i], NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (handle);
      g_assert_false (daybook_backup_restore (book.store, file, NULL, NULL, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
    }

  assert_note (&book, &order, "mine");
  book_close (&book);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* The book an import is writing to is not taken from under it: it would go on in one
 * that knows nothing of it. The lock is what another program holds meanwhile. */
static void
test_no_restore_during_a_long_act (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  g_autofree char *file = daybook_backup_make (book.store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *copies = g_build_filename (book.folder, "backups", NULL);
  g_autofree char *path = g_build_filename (book.folder, "daybook.lock", NULL);
  int lock = g_open (path, O_RDWR | O_CLOEXEC, 0600);
  guint n_copies = count_files (copies);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("after"));

  g_assert_cmpint (flock (lock, LOCK_EX | LOCK_NB), ==, 0);
  g_assert_false (daybook_backup_restore (book.store, file, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_BUSY);
  g_clear_error (&error);
  assert_note (&book, &order, "after");
  g_assert_cmpuint (count_files (copies), ==, n_copies);
  close (lock);

  g_assert_true (daybook_backup_restore (book.store, file, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_note (&book, &order, "");

  /* Nor is a book checked that another program is writing to. */
  lock = g_open (path, O_RDWR | O_CLOEXEC, 0600);
  g_assert_cmpint (flock (lock, LOCK_EX | LOCK_NB), ==, 0);
  g_assert_null (daybook_store_verify (book.store, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_BUSY);
  g_clear_error (&error);
  close (lock);

  /* And it keeps nobody else waiting. */
  lock = g_open (path, O_RDWR | O_CLOEXEC, 0600);
  g_assert_cmpint (flock (lock, LOCK_EX | LOCK_NB), ==, 0);
  close (lock);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/make-and-restore", test_make_and_restore);
  g_test_add_func ("/backup/no-restore-during-a-long-act", test_no_restore_during_a_long_act);
  g_test_add_func ("/backup/another-file-stays", test_another_file_stays);
  g_test_add_func ("/backup/the-log-beside-a-copy-counts", test_the_log_beside_a_copy_counts);
  g_test_add_func ("/backup/changed-tables-are-refused", test_changed_tables_are_refused);
  g_test_add_func ("/backup/nothing-else-is-replaced", test_nothing_else_is_replaced);
  g_test_add_func ("/backup/make-and-restore-with-passphrase", test_make_and_restore_with_passphrase);
  g_test_add_func ("/backup/a-damaged-backup-is-refused", test_a_damaged_backup_is_refused);
  g_test_add_func ("/backup/daily-is-made-once-a-day", test_daily_is_made_once_a_day);
  g_test_add_func ("/backup/seven-days-five-weeks-twelve-months", test_seven_days_five_weeks_twelve_months);
  g_test_add_func ("/backup/what-a-person-asked-for-stays", test_what_a_person_asked_for_stays);
  g_test_add_func ("/backup/a-clock-in-the-future-stops-no-daily", test_a_clock_in_the_future_stops_no_daily);
  g_test_add_func ("/backup/what-is-refused-has-made-nothing", test_what_is_refused_has_made_nothing);
  g_test_add_func ("/backup/a-missing-folder-is-named", test_a_missing_folder_is_named);
  g_test_add_func ("/backup/damage-within-is-restored-into-the-live-file", test_damage_within_is_restored_into_the_live_file);
  g_test_add_func ("/backup/a-book-that-cannot-be-opened-is-rescued", test_a_book_that_cannot_be_opened_is_rescued);
  g_test_add_func ("/backup/a-rescue-keeps-the-log", test_a_rescue_keeps_the_log);
  g_test_add_func ("/backup/a-refused-rescue-moves-nothing", test_a_refused_rescue_moves_nothing);
  g_test_add_func ("/backup/a-book-in-use-is-not-set-aside", test_a_book_in_use_is_not_set_aside);
  g_test_add_func ("/backup/an-emptied-book-is-no-new-one", test_an_emptied_book_is_no_new_one);
  g_test_add_func ("/backup/verify-and-rebuild", test_verify_and_rebuild);
  g_test_add_func ("/backup/verify-sees-what-is-wrong", test_verify_sees_what_is_wrong);

  return g_test_run ();
}
