/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "own-mounts.h"

#include "core/order.h"
#include "exchange/export.h"
#include "exchange/sample.h"
#include "exchange/table.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* Exports to a disk that is full, or that may only be read: a small file system of this
 * program's own. What cannot be whole is not there. */

#define DISK_OPTIONS "size=32m,mode=0700"
#define ORDERS 2000
#define KIB 1024

static const char *const NAMES[DAYBOOK_N_EXPORT_FORMATS] = { "orders.csv", "orders.xlsx", "orders.json", "orders.pdf" };
static gboolean has_own_mounts;

static char *
mount_disk (void)
{
  char *folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);

  g_assert_cmpint (mount ("daybook-test", folder, "tmpfs", MS_NOSUID | MS_NODEV, DISK_OPTIONS), ==, 0);
  return folder;
}

static void
unmount_disk (char *folder)
{
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
  g_rmdir (folder);
  g_free (folder);
}

static void
leave_room (const char *folder,
            gsize       room)
{
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  int file = g_open (ballast, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  struct statvfs disk;

  g_assert_cmpint (statvfs (folder, &disk), ==, 0);
  g_assert_cmpint (posix_fallocate (file, 0, (off_t) ((gsize) disk.f_bavail * disk.f_frsize - room)), ==, 0);
  close (file);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gboolean
export_to (Fixture    *fixture,
           const char *folder,
           int         format,
           GError    **error)
{
  g_autofree char *path = g_build_filename (folder, NAMES[format], NULL);
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(DaybookExport) export = daybook_export_new (fixture->store, query, path, (DaybookExportFormat) format);

  return daybook_export_run (export, NULL, NULL, NULL, error) == ORDERS;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  book_fixture_set_up (fixture, data);
  daybook_sample_make (fixture->store, ORDERS, 7, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Whatever room there is when it ends: for the beginning of the file, for the parts that a
 * workbook is put together from. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  static const gsize ROOM[] = { 0, 16 * KIB, 64 * KIB, 256 * KIB };

  if (!has_own_mounts)
    {
      g_test_skip ("this person may not mount a file system, even of their own");
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (ROOM); i++)
    /* Pages take longer than rows, and know of one end only. */
    for (int format = 0; format <= (i == 1 ? DAYBOOK_EXPORT_PDF : DAYBOOK_EXPORT_JSON); format++)
      {
        g_autoptr(GError) error = NULL;
        char *folder = mount_disk ();

        leave_room (folder, ROOM[i]);
        g_assert_false (export_to (fixture, folder, format, &error));
        g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FULL);
        g_assert_nonnull (strstr (error->message, NAMES[format]));
        g_assert_cmpuint (count_files (folder), ==, 1);
        unmount_disk (folder);
      }
}

/* A workbook that lacks rows says so when it is read. */
static void
assert_whole (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, NAMES[DAYBOOK_EXPORT_XLSX], NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookTableReader) table = daybook_table_reader_open (path, &error);
  DaybookTableRow row;
  guint n_rows = 0;

  g_assert_no_error (error);
  while (daybook_table_reader_next (table, &row, &error) == DAYBOOK_TABLE_ROW)
    n_rows++;
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, ORDERS + 1);
}

static gboolean
fits_workbook (Fixture *fixture,
               gsize    room)
{
  g_autoptr(GError) error = NULL;
  char *folder = mount_disk ();
  gboolean fits;

  leave_room (folder, room);
  fits = export_to (fixture, folder, DAYBOOK_EXPORT_XLSX, &error);
  if (fits)
    assert_whole (folder);
  else
    g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FULL);
  g_assert_cmpuint (count_files (folder), ==, fits ? 2 : 1);
  unmount_disk (folder);
  return fits;
}

/* More and more room, until there is enough: the packed rows would have some long before
 * what they are packed from does. */
static void
test_full_workbook (Fixture       *fixture,
                    gconstpointer  data)
{
  guint n_failed = 0;

  if (!has_own_mounts)
    {
      g_test_skip ("this person may not mount a file system, even of their own");
      return;
    }

  for (gsize room = 512 * KIB; !fits_workbook (fixture, room); room += 256 * KIB)
    n_failed++;
  g_assert_cmpuint (n_failed, >=, 3);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  char *folder;

  if (!has_own_mounts)
    {
      g_test_skip ("this person may not mount a file system, even of their own");
      return;
    }

  folder = mount_disk ();
  g_assert_cmpint (mount ("daybook-test", folder, "tmpfs", MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV, DISK_OPTIONS), ==, 0);
  g_assert_false (export_to (fixture, folder, DAYBOOK_EXPORT_CSV, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "may not be written"));
  g_assert_cmpuint (count_files (folder), ==, 0);
  unmount_disk (folder);
}

int
main (int    argc,
      char **argv)
{
  has_own_mounts = own_mounts_enter ();
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/export-disk/full", Fixture, NULL, set_up, test_full, book_fixture_tear_down);
  g_test_add ("/export-disk/full-workbook", Fixture, NULL, set_up, test_full_workbook, book_fixture_tear_down);
  g_test_add ("/export-disk/read-only", Fixture, NULL, set_up, test_read_only, book_fixture_tear_down);

  return g_test_run ();
}
