/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/safe-place.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

/* Whether a disk is encrypted, as a made-up kernel tells, and who may read what is on it. */

typedef struct
{
  char *folder;
  char *sys;
  char *device; /* of the folder, in there */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GStatBuf info;

  fixture->folder = g_dir_make_tmp ("daybook-place-XXXXXX", NULL);
  g_assert_cmpint (g_stat (fixture->folder, &info), ==, 0);
  fixture->sys = g_build_filename (fixture->folder, "sys", NULL);
  fixture->device = g_strdup_printf ("%s/dev/block/%u:%u", fixture->sys, major (info.st_dev), minor (info.st_dev));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  book_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->sys);
  g_free (fixture->device);
}

/* A device in the made-up kernel; `uuid` NULL: it is no mapped one. */
static void
add_device (const char *path,
            const char *uuid)
{
  g_autofree char *dm = g_build_filename (path, "dm", NULL);
  g_autofree char *file = g_build_filename (dm, "uuid", NULL);

  g_assert_cmpint (g_mkdir_with_parents (uuid != NULL ? dm : path, 0700), ==, 0);
  if (uuid != NULL)
    g_assert_true (g_file_set_contents (file, uuid, -1, NULL));
}

static void
add_slave (Fixture    *fixture,
           const char *name,
           const char *uuid)
{
  g_autofree char *path = g_build_filename (fixture->device, "slaves", name, NULL);

  add_device (path, uuid);
}

static DaybookDisk
disk_of (Fixture *fixture)
{
  return daybook_safe_place_disk (fixture->folder, fixture->sys);
}

static void
test_disk (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (disk_of (fixture), ==, DAYBOOK_DISK_UNKNOWN);

  add_device (fixture->device, NULL);
  g_assert_cmpint (disk_of (fixture), ==, DAYBOOK_DISK_PLAIN);

  add_device (fixture->device, "CRYPT-LUKS2-0123-home\n");
  g_assert_cmpint (disk_of (fixture), ==, DAYBOOK_DISK_ENCRYPTED);
}

/* A volume over several disks: one that is not encrypted is enough. */
static void
test_disks_of_a_volume (Fixture       *fixture,
                        gconstpointer  data)
{
  add_device (fixture->device, "LVM-abc");
  g_assert_cmpint (disk_of (fixture), ==, DAYBOOK_DISK_PLAIN);

  add_slave (fixture, "dm-0", "CRYPT-LUKS2-0123");
  g_assert_cmpint (disk_of (fixture), ==, DAYBOOK_DISK_ENCRYPTED);

  add_slave (fixture, "sdb1", NULL);
  g_assert_cmpint (disk_of (fixture), ==, DAYBOOK_DISK_PLAIN);
}

static guint
count_open (const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = daybook_safe_place_open (folder, &error);

  g_assert_no_error (error);
  return found->len;
}

/* What others may read is found wherever it lies, and closed; what a link leads to is somebody else's. */
static void
test_modes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *book = g_build_filename (fixture->folder, "book", NULL);
  g_autofree char *inner = g_build_filename (book, "backups", NULL);
  g_autofree char *file = g_build_filename (inner, "a.db", NULL);
  g_autofree char *link = g_build_filename (book, "link", NULL);
  g_autoptr(GPtrArray) found = NULL;
  GStatBuf info;

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  g_assert_cmpint (g_chmod (file, 0600), ==, 0);
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  g_assert_cmpuint (count_open (book), ==, 0);

  g_assert_cmpint (g_chmod (file, 0644), ==, 0);
  g_assert_cmpint (g_chmod (inner, 0755), ==, 0);
  found = daybook_safe_place_open (book, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (daybook_safe_place_mend (found, NULL));
  g_assert_cmpuint (count_open (book), ==, 0);
  g_assert_cmpint (g_stat (file, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* A book that Daybook makes is nobody else's to read. */
static void
test_new_book (void)
{
  Book book;

  book_open (&book);
  g_assert_cmpuint (count_open (daybook_store_get_folder (book.store)), ==, 0);
  book_close (&book);
}

#define TEST(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/safe-place/disk", test_disk);
  TEST ("/safe-place/disks-of-a-volume", test_disks_of_a_volume);
  TEST ("/safe-place/modes", test_modes);
  g_test_add_func ("/safe-place/new-book", test_new_book);

  return g_test_run ();
}
