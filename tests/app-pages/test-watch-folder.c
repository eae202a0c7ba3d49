/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/desk.h"
#include "app/common/prefs.h"
#include "app/watch/folder-scan.h"
#include "app/watch/watch-folder.h"
#include "core/shop.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

/* A book, and a real folder beside it. */
typedef struct
{
  Book                book;
  char               *folder;
  GSettings          *prefs;
  DaybookWatchFolder *watch;
  guint               told; /* of so many in all */
} Place;

typedef gboolean (*Condition) (Place *place);

static gboolean
on_late (gpointer data)
{
  g_error ("it did not come");
  return G_SOURCE_REMOVE;
}

static void
wait_until (Place     *place,
            Condition  condition)
{
  guint late = g_timeout_add_seconds (20, on_late, NULL);

  while (!condition (place))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static gboolean
set_flag (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* For what should not happen. */
static void
wait_for (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add (ms, set_flag, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_found (Place *place,
          guint  n)
{
  place->told += n;
}

static void
follow (Place *place)
{
  place->watch = daybook_watch_folder_of (place->book.store);
  place->told = 0;
  g_signal_connect_swapped (place->watch, "found", G_CALLBACK (on_found), place);
}

static void
place_open (Place *place)
{
  static const char *const KEYS[] = { "watch-exports", "watch-folder", "watch-since", "watch-told", "watch-answered" };

  book_open (&place->book);
  place->prefs = daybook_prefs_new ();
  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    g_settings_reset (place->prefs, KEYS[i]);
  place->folder = g_build_filename (place->book.folder, "Downloads", NULL);
  g_assert_cmpint (g_mkdir (place->folder, 0700), ==, 0);
  follow (place);
}

static void
place_close (Place *place)
{
  g_clear_object (&place->prefs);
  book_close (&place->book);
  g_free (place->folder);
}

/* As after the program was closed. */
static void
reopen (Place *place)
{
  book_reopen (&place->book);
  follow (place);
}

static gboolean
is_watching (Place *place)
{
  return daybook_watch_folder_is_watching (place->watch);
}

static void
turn_on (Place *place)
{
  g_autoptr (GFile) folder = g_file_new_for_path (place->folder);

  daybook_watch_folder_set_folder (place->watch, folder);
  daybook_watch_folder_set_on (place->watch, TRUE);
  wait_until (place, is_watching);
  /* The clock of files is some milliseconds late. */
  wait_for (50);
}

static char *
path_of (Place      *place,
         const char *name)
{
  return g_build_filename (place->folder, name, NULL);
}

static void
write_file (Place      *place,
            const char *name,
            const char *text)
{
  g_autofree char *path = path_of (place, name);

  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static guint
count (Place *place)
{
  return g_list_model_get_n_items (G_LIST_MODEL (place->watch));
}

static gboolean
has_none (Place *place)
{
  return count (place) == 0;
}

static gboolean
has_one (Place *place)
{
  return count (place) == 1;
}

static gboolean
has_two (Place *place)
{
  return count (place) == 2;
}

static void
assert_offered (Place      *place,
                guint       position,
                const char *name)
{
  g_autoptr (DaybookFoundFile) file = g_list_model_get_item (G_LIST_MODEL (place->watch), position);

  g_assert_cmpstr (daybook_found_file_get_name (file), ==, name);
}

static void
answer (Place      *place,
        const char *name)
{
  g_autofree char *path = path_of (place, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  daybook_watch_folder_answer (place->watch, file);
}

static void
test_it_is_off_at_first (void)
{
  Place place;
  place_open (&place);

  g_assert_false (daybook_watch_folder_is_on (place.watch));
  g_assert_null (daybook_watch_folder_get_folder (place.watch));
  write_file (&place, "orders.csv", "a,b\n");
  wait_for (200);
  g_assert_false (is_watching (&place));
  g_assert_cmpuint (count (&place), ==, 0);
  /* A folder alone turns nothing on. */
  g_autoptr (GFile) folder = g_file_new_for_path (place.folder);
  daybook_watch_folder_set_folder (place.watch, folder);
  wait_for (200);
  g_assert_false (is_watching (&place));

  place_close (&place);
}

static void
test_what_comes_is_offered (void)
{
  Place place;
  place_open (&place);
  gint64 shown;

  write_file (&place, "before.csv", "a,b\n");
  turn_on (&place);
  write_file (&place, "orders.csv", "a,b\n1,2\n");
  wait_until (&place, has_one);
  assert_offered (&place, 0, "orders.csv");
  g_assert_cmpstr (daybook_watch_folder_get_name (place.watch), ==, "Downloads");
  g_object_get (place.watch, "count", &shown, NULL);
  g_assert_cmpint (shown, ==, 1);
  g_assert_cmpuint (place.told, ==, 1);

  /* The newest is first, and of the other nothing is said again. */
  write_file (&place, "ITEMS.XLSX", "PK");
  wait_until (&place, has_two);
  assert_offered (&place, 0, "ITEMS.XLSX");
  g_assert_cmpuint (place.told, ==, 2);

  daybook_watch_folder_set_on (place.watch, FALSE);
  g_assert_cmpuint (count (&place), ==, 0);
  g_assert_false (is_watching (&place));
  place_close (&place);
}

static void
test_what_is_no_export_is_not (void)
{
  static const char *const NAMES[] = {
    "photo.jpg", "orders.csv.crdownload", "orders.csv.part", "orders.csv.tmp", ".hidden.csv", "~$orders.xlsx",
    ".~lock.orders.ods#", "csv", "no.csv.txt.pdf",
  };
  Place place;
  place_open (&place);

  turn_on (&place);
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    write_file (&place, NAMES[i], "a,b\n");
  write_file (&place, "empty.csv", "");
  g_autofree char *folder = path_of (&place, "folder.csv");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_autofree char *inner = path_of (&place, "folder.csv/inner.csv");
  g_assert_true (g_file_set_contents (inner, "a,b\n", -1, NULL));
  g_autofree char *link = path_of (&place, "link.csv");
  g_assert_cmpint (symlink (inner, link), ==, 0);
  write_file (&place, "orders.zip", "PK");
  wait_until (&place, has_one);
  assert_offered (&place, 0, "orders.zip");

  place_close (&place);
}

/* It is offered when it is whole: not while a browser still writes it. */
static void
test_what_is_being_written_waits (void)
{
  Place place;
  place_open (&place);
  turn_on (&place);
  g_autofree char *path = path_of (&place, "slow.csv");
  FILE *file = g_fopen (path, "w");

  for (guint i = 0; i < 8; i++)
    {
      fprintf (file, "row %u\n", i);
      fflush (file);
      wait_for (500);
      g_assert_cmpuint (count (&place), ==, 0);
    }
  fclose (file);
  wait_until (&place, has_one);
  g_autoptr (DaybookFoundFile) found = g_list_model_get_item (G_LIST_MODEL (place.watch), 0);
  g_assert_cmpuint (daybook_found_file_get_size (found), ==, 8 * strlen ("row 0\n"));

  /* A browser's own name turns into the file's. */
  g_autofree char *part = path_of (&place, "next.csv.part");
  g_autofree char *whole = path_of (&place, "next.csv");
  write_file (&place, "next.csv.part", "a,b\n");
  g_assert_cmpint (g_rename (part, whole), ==, 0);
  wait_until (&place, has_two);

  place_close (&place);
}

/* It keeps the time when it was written, which may be long ago. */
static void
test_what_is_moved_here_is_new (void)
{
  Place place;
  place_open (&place);
  turn_on (&place);
  g_autofree char *from = g_build_filename (place.book.folder, "old.csv", NULL);
  g_autofree char *to = path_of (&place, "old.csv");
  struct utimbuf then = { 1600000000, 1600000000 };

  g_assert_true (g_file_set_contents (from, "a,b\n", -1, NULL));
  g_assert_cmpint (utime (from, &then), ==, 0);
  g_assert_cmpint (g_rename (from, to), ==, 0);
  wait_until (&place, has_one);
  g_autoptr (DaybookFoundFile) found = g_list_model_get_item (G_LIST_MODEL (place.watch), 0);
  g_assert_cmpint (daybook_found_file_get_modified (found), ==, 1600000000 * G_TIME_SPAN_SECOND);

  place_close (&place);
}

static void
test_dismissed_it_stays_dismissed (void)
{
  Place place;
  place_open (&place);
  turn_on (&place);

  write_file (&place, "one.csv", "a,b\n");
  write_file (&place, "two.csv", "a,b\n");
  wait_until (&place, has_two);
  answer (&place, "one.csv");
  g_assert_cmpuint (count (&place), ==, 1);
  reopen (&place);
  wait_until (&place, has_one);
  assert_offered (&place, 0, "two.csv");
  /* It was told of before the program was closed. */
  g_assert_cmpuint (place.told, ==, 0);

  daybook_watch_folder_dismiss_all (place.watch);
  g_assert_cmpuint (count (&place), ==, 0);
  reopen (&place);
  wait_until (&place, is_watching);
  wait_for (500);
  g_assert_cmpuint (count (&place), ==, 0);

  /* Another file of the name is a new one. */
  write_file (&place, "one.csv", "a,b\n1,2\n");
  wait_until (&place, has_one);
  g_assert_cmpuint (place.told, ==, 1);

  place_close (&place);
}

static void
test_what_goes_is_not_offered (void)
{
  Place place;
  place_open (&place);
  turn_on (&place);
  g_autofree char *path = path_of (&place, "orders.csv");

  write_file (&place, "orders.csv", "a,b\n");
  wait_until (&place, has_one);
  g_assert_cmpint (g_unlink (path), ==, 0);
  wait_until (&place, has_none);

  place_close (&place);
}

static void
note_import (Place      *place,
             const char *file,
             gint64      at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Import", daybook_store_get_agent (place->book.store));
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_imports, &id);
  daybook_edit_give (edit, DAYBOOK_IMPORT_SHOP, daybook_value_id (daybook_store_get_shop (place->book.store)));
  daybook_edit_give (edit, DAYBOOK_IMPORT_FILE, daybook_value_text (file));
  daybook_edit_give (edit, DAYBOOK_IMPORT_ACT, daybook_value_text ("0190a000-0000-7000-8000-000000000000"));
  daybook_edit_give (edit, DAYBOOK_IMPORT_AT, daybook_value_int (at));
  g_autoptr (DaybookOutcome) outcome = daybook_store_commit (place->book.store, edit, &error);
  g_assert_no_error (error);
}

/* One that somebody has dropped into the window, or given to the command line. */
static void
test_what_was_imported_is_not_offered (void)
{
  Place place;
  place_open (&place);
  gint64 now = g_get_real_time () / G_TIME_SPAN_SECOND;

  note_import (&place, "taken.csv", now + 5);
  note_import (&place, "again.csv", now - 86400);
  turn_on (&place);
  write_file (&place, "taken.csv", "a,b\n");
  write_file (&place, "again.csv", "a,b\n");
  wait_until (&place, has_one);
  assert_offered (&place, 0, "again.csv");
  note_import (&place, "again.csv", now + 5);
  wait_until (&place, has_none);

  place_close (&place);
}

/* Exported by Daybook itself; but once somebody has corrected it, it is new. */
static void
test_what_daybook_writes_is_not_offered (void)
{
  Place place;
  place_open (&place);
  turn_on (&place);
  g_autofree char *path = path_of (&place, "problem rows.csv");

  write_file (&place, "problem rows.csv", "a,b\n");
  daybook_watch_folder_ignore (place.watch, path);
  write_file (&place, "orders.csv", "a,b\n");
  wait_until (&place, has_one);
  assert_offered (&place, 0, "orders.csv");
  write_file (&place, "problem rows.csv", "a,c\n");
  wait_until (&place, has_two);
  assert_offered (&place, 0, "problem rows.csv");

  place_close (&place);
}

static gboolean
has_problem (Place *place)
{
  return daybook_watch_folder_get_problem (place->watch) != NULL;
}

static gboolean
has_no_problem (Place *place)
{
  return !has_problem (place);
}

/* As a disk that is taken away and comes back. */
static void
test_a_folder_that_vanishes (void)
{
  Place place;
  place_open (&place);
  turn_on (&place);
  g_autofree char *away = g_build_filename (place.book.folder, "away", NULL);

  write_file (&place, "orders.csv", "a,b\n");
  wait_until (&place, has_one);
  g_assert_cmpint (g_rename (place.folder, away), ==, 0);
  wait_until (&place, has_problem);
  g_assert_nonnull (strstr (daybook_watch_folder_get_problem (place.watch), "“Downloads” is not there"));
  g_assert_cmpuint (count (&place), ==, 0);
  g_assert_false (is_watching (&place));

  g_assert_cmpint (g_rename (away, place.folder), ==, 0);
  wait_until (&place, has_no_problem);
  wait_until (&place, has_one);
  wait_until (&place, is_watching);
  write_file (&place, "more.csv", "a,b\n");
  wait_until (&place, has_two);

  place_close (&place);
}

static void
test_many_are_bounded (void)
{
  Place place;
  place_open (&place);
  turn_on (&place);

  for (guint i = 0; i < DAYBOOK_FOUND_MAX + 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.csv", i);

      write_file (&place, name, "a,b\n");
    }
  while (count (&place) < DAYBOOK_FOUND_MAX)
    g_main_context_iteration (NULL, TRUE);
  wait_for (500);
  g_assert_cmpuint (count (&place), ==, DAYBOOK_FOUND_MAX);
  /* Those that are not shown are not wanted either. */
  daybook_watch_folder_dismiss_all (place.watch);
  daybook_watch_folder_look (place.watch);
  wait_for (500);
  g_assert_cmpuint (count (&place), ==, 0);

  place_close (&place);
}

static void
test_not_in_the_sample_shop (void)
{
  Place place;
  place_open (&place);
  g_autoptr (GFile) folder = g_file_new_for_path (place.folder);

  daybook_desk_mark_sample (daybook_desk_of (place.book.store));
  daybook_watch_folder_set_folder (place.watch, folder);
  daybook_watch_folder_set_on (place.watch, TRUE);
  write_file (&place, "orders.csv", "a,b\n");
  wait_for (500);
  g_assert_true (daybook_watch_folder_is_on (place.watch));
  g_assert_false (is_watching (&place));
  g_assert_cmpuint (count (&place), ==, 0);

  place_close (&place);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/watch-folder/it-is-off-at-first", test_it_is_off_at_first);
  g_test_add_func ("/watch-folder/what-comes-is-offered", test_what_comes_is_offered);
  g_test_add_func ("/watch-folder/what-is-no-export-is-not", test_what_is_no_export_is_not);
  g_test_add_func ("/watch-folder/what-is-being-written-waits", test_what_is_being_written_waits);
  g_test_add_func ("/watch-folder/what-is-moved-here-is-new", test_what_is_moved_here_is_new);
  g_test_add_func ("/watch-folder/dismissed-it-stays-dismissed", test_dismissed_it_stays_dismissed);
  g_test_add_func ("/watch-folder/what-goes-is-not-offered", test_what_goes_is_not_offered);
  g_test_add_func ("/watch-folder/what-was-imported-is-not-offered", test_what_was_imported_is_not_offered);
  g_test_add_func ("/watch-folder/what-daybook-writes-is-not-offered", test_what_daybook_writes_is_not_offered);
  g_test_add_func ("/watch-folder/a-folder-that-vanishes", test_a_folder_that_vanishes);
  g_test_add_func ("/watch-folder/many-are-bounded", test_many_are_bounded);
  g_test_add_func ("/watch-folder/not-in-the-sample-shop", test_not_in_the_sample_shop);
  return g_test_run ();
}
