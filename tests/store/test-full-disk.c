/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-state.h"
#include "own-mounts.h"
#include "store/aside.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* An import on a disk that is really full: a small file system of this program's
 * own, and where that is not permitted, or besides, a limit on the size of files. */

#define DISK_OPTIONS "size=48m,mode=0700"
#define ORDERS_BEFORE 8
#define ORDERS_IMPORTED 2100
#define KIB 1024

/* How much room is left: too little for the staging file, for the book's log,
 * for what takes back again, for nothing. */
static const gsize ROOM[] = { 0, 16 * KIB, 64 * KIB, 256 * KIB, 512 * KIB, 1024 * KIB, 2048 * KIB, 3072 * KIB, 4096 * KIB };

static gboolean has_own_mounts;

/* --- Little room -------------------------------------------------------- */

typedef struct
{
  char         *folder;
  char         *ballast; /* a file that takes the room away */
  DaybookStore *store;
  char         *before;  /* visible state */
} Disk;

static void
make_book (Disk *disk)
{
  g_autoptr(GError) error = NULL;

  disk->store = book_open_folder (disk->folder, &error);
  g_assert_no_error (error);
  g_assert_true (book_import_orders (disk->store, 0, ORDERS_BEFORE, NULL, &error));
  g_assert_no_error (error);
  daybook_store_settle (disk->store);
  disk->before = book_state_visible (disk->folder);
}

static gsize
room_on (const char *folder)
{
  struct statvfs disk;

  g_assert_cmpint (statvfs (folder, &disk), ==, 0);
  return (gsize) disk.f_bavail * disk.f_frsize;
}

static void
leave_room (Disk *disk,
            gsize room)
{
  int file = g_open (disk->ballast, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (posix_fallocate (file, 0, (off_t) (room_on (disk->folder) - room)), ==, 0);
  close (file);
}

/* Nothing half at the next start, and the import goes through once there is room. */
static void
check_with_room (Disk       *disk,
                 gboolean    done,
                 const char *when)
{
  g_autoptr(GError) error = NULL;
  Book book = { disk->folder, NULL };

  disk->store = book.store = book_open_folder (disk->folder, &error);
  g_assert_no_error (error);
  g_autofree char *state = book_state_visible (disk->folder);
  if (!done)
    book_state_assert_equal (state, disk->before, when);
  book_assert_sound (disk->store, when);
  book_assert_tidy (disk->folder, when);
  book_assert_index (disk->store, when);

  g_assert_true (book_import_orders (disk->store, ORDERS_BEFORE, ORDERS_IMPORTED, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, ORDERS_BEFORE + ORDERS_IMPORTED);
  book_close_store (&disk->store);
}

/* --- Tests -------------------------------------------------------------- */

static gboolean
import_with_room (gsize room)
{
  g_autofree char *when = g_strdup_printf ("with %" G_GSIZE_FORMAT " bytes of room", room);
  g_autoptr(GError) error = NULL;
  Disk disk = { .folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL) };

  g_assert_cmpint (mount ("daybook-test", disk.folder, "tmpfs", MS_NOSUID | MS_NODEV, DISK_OPTIONS), ==, 0);
  disk.ballast = g_build_filename (disk.folder, "ballast", NULL);
  make_book (&disk);
  leave_room (&disk, room);
  gboolean done = book_import_orders (disk.store, ORDERS_BEFORE, ORDERS_IMPORTED, NULL, &error);
  if (!done)
    {
      book_assert_sentence (error, when);
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FULL);
      g_test_message ("%s: %s", when, error->message);
    }
  book_close_store (&disk.store); /* with the disk as full as it is */
  g_assert_cmpint (g_unlink (disk.ballast), ==, 0);

  check_with_room (&disk, done, when);
  g_assert_cmpint (umount2 (disk.folder, MNT_DETACH), ==, 0);
  g_rmdir (disk.folder);
  g_free (disk.folder);
  g_free (disk.ballast);
  g_free (disk.before);
  return done;
}

static void
test_no_room (void)
{
  guint n_failed = 0;

  if (!has_own_mounts)
    {
      g_test_skip ("this person may not mount a file system, even of their own");
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (ROOM); i++)
    n_failed += !import_with_room (ROOM[i]);
  g_assert_cmpuint (n_failed, >=, 3);
}

/* A disk takes the part of a piece that there is room for, without an error. */
static void
test_no_room_for_a_damaged_book (void)
{
  g_autoptr(GError) error = NULL;
  Disk disk = { 0 };

  if (!has_own_mounts)
    {
      g_test_skip ("this person may not mount a file system, even of their own");
      return;
    }

  disk.folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  g_assert_cmpint (mount ("daybook-test", disk.folder, "tmpfs", MS_NOSUID | MS_NODEV, DISK_OPTIONS), ==, 0);
  disk.ballast = g_build_filename (disk.folder, "ballast", NULL);
  g_autofree char *aside = g_build_filename (disk.folder, "aside.db", NULL);
  make_book (&disk);
  DaybookDatabase *db = daybook_database_open (daybook_store_get_path (disk.store), DAYBOOK_DATABASE_WRITE, 1000, &error);
  g_assert_no_error (error);

  leave_room (&disk, 36 * KIB);
  errno = 0;
  g_assert_false (daybook_aside_copy (db, aside, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FULL);
  daybook_database_close (db);
  book_close_store (&disk.store);

  g_assert_cmpint (umount2 (disk.folder, MNT_DETACH), ==, 0);
  g_rmdir (disk.folder);
  g_free (disk.folder);
  g_free (disk.ballast);
  g_free (disk.before);
}

static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size == 0 ? limit.rlim_max : size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static gboolean
import_with_limit (gsize size)
{
  g_autofree char *when = g_strdup_printf ("with files of %" G_GSIZE_FORMAT " bytes", size);
  g_autoptr(GError) error = NULL;
  Disk disk = { .folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL) };

  make_book (&disk);
  limit_files (size);
  gboolean done = book_import_orders (disk.store, ORDERS_BEFORE, ORDERS_IMPORTED, NULL, &error);
  book_close_store (&disk.store);
  limit_files (0);
  if (!done)
    {
      book_assert_sentence (error, when);
      g_test_message ("%s: %s", when, error->message);
    }

  check_with_room (&disk, done, when);
  book_remove_folder (disk.folder);
  g_free (disk.folder);
  g_free (disk.before);
  return done;
}

static void
test_small_files (void)
{
  guint n_failed = 0;

  signal (SIGXFSZ, SIG_IGN);
  for (gsize i = 2; i < G_N_ELEMENTS (ROOM); i++)
    n_failed += !import_with_limit (ROOM[i]);
  g_assert_cmpuint (n_failed, >=, 3);
}

int
main (int    argc,
      char **argv)
{
  has_own_mounts = own_mounts_enter (); /* while there is one thread */
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/full-disk/no-room", test_no_room);
  g_test_add_func ("/full-disk/no-room-for-a-damaged-book", test_no_room_for_a_damaged_book);
  g_test_add_func ("/full-disk/small-files", test_small_files);

  return g_test_run ();
}
