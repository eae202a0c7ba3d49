/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-state.h"

#include "store/backup.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What is told to be saved is on the disk, and nobody else can read it. The calls that
 * bring a file there are caught here: SQLite's and ours. */

#define ORDERS 3000 /* more than an import takes in one step */
#define NOTES 10

static GMutex lock;
static GPtrArray *synced; /* char *: paths, in the order of the calls */

static void
note_sync (int file)
{
  g_autofree char *place = g_strdup_printf ("/proc/self/fd/%d", file);

  g_mutex_lock (&lock);
  if (synced != NULL)
    g_ptr_array_add (synced, g_file_read_link (place, NULL));
  g_mutex_unlock (&lock);
}

int
fsync (int file)
{
  note_sync (file);
  return (int) syscall (SYS_fsync, file);
}

int
fdatasync (int file)
{
  note_sync (file);
  return (int) syscall (SYS_fdatasync, file);
}

static void
begin_to_listen (void)
{
  g_mutex_lock (&lock);
  g_clear_pointer (&synced, g_ptr_array_unref);
  synced = g_ptr_array_new_with_free_func (g_free);
  g_mutex_unlock (&lock);
}

/* How often files whose path is, or begins with, this one were synced. */
static guint
count_syncs (const char *path)
{
  guint n = 0;

  g_mutex_lock (&lock);
  for (guint i = 0; i < synced->len; i++)
    n += g_str_has_prefix (g_ptr_array_index (synced, i), path);
  g_mutex_unlock (&lock);
  return n;
}

/* One action of a person is one sync (DESIGN §3), and never none. */
static void
test_a_note (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  g_autofree char *log = g_strconcat (daybook_store_get_path (book.store), "-wal", NULL);

  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("the log has its beginning"));
  daybook_store_settle (book.store);
  begin_to_listen ();
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("called back"));
  g_assert_cmpuint (count_syncs (log), ==, 1);
  g_assert_cmpuint (count_syncs (daybook_store_get_path (book.store)), ==, 1); /* the log: its path begins so */

  /* The steps of an import wait for no disk; what a person does afterwards does again. The
   * log that the import left may be written down meanwhile, which is synced too. */
  g_assert_true (book_import_orders (book.store, 0, ORDERS, NULL, &error));
  g_assert_no_error (error);
  begin_to_listen ();
  for (guint i = 0; i < NOTES; i++)
    {
      g_autofree char *note = g_strdup_printf ("called %u times", i);

      book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text (note));
    }
  g_assert_cmpuint (count_syncs (log), >=, NOTES);

  book_close (&book);
}

/* The copy before it has its name, and its folder after that. */
static void
test_a_backup (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  book_add_order (&book, "1001", BOOK_NOW);
  g_autofree char *folder = g_build_filename (book.folder, "backups", NULL);
  g_autofree char *inside = g_strconcat (folder, "/", NULL);

  begin_to_listen ();
  g_autofree char *path = daybook_backup_make (book.store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (path);
  g_assert_cmpuint (count_syncs (inside), >, 0);
  g_assert_cmpstr (g_ptr_array_index (synced, synced->len - 1), ==, folder);

  book_close (&book);
}

static void
assert_private (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GStatBuf status;
  const char *name;

  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      if (S_ISDIR (status.st_mode))
        assert_private (path);
      else if ((status.st_mode & 0777) != 0600)
        g_error ("%s has the mode %o", path, status.st_mode & 0777);
    }
}

/* Whatever the person's umask is. */
static void
test_every_file (void)
{
  mode_t before = umask (0);
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  book_add_order (&book, "1001", BOOK_NOW);
  daybook_store_settle (book.store);
  g_autofree char *path = daybook_backup_make (book.store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  assert_private (book.folder);

  book_close (&book);
  umask (before);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/durable/note", test_a_note);
  g_test_add_func ("/durable/backup", test_a_backup);
  g_test_add_func ("/durable/private", test_every_file);

  return g_test_run ();
}
