/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/checkpointer.h"

#include <glib/gstdio.h>

/* The log of a long act begins anew, although nobody but the checkpointer empties
 * it: else it would grow with all that is written. */

#define PAGE 4096
#define FRAMES_PER_STEP 1000
#define FRAMES_SAVED 60000 /* written to places in the log that had been written before */
#define FRAMES_MOST 500000 /* the disk is memory here, and not to be filled */

typedef struct
{
  char            *folder;
  char            *path;
  DaybookDatabase *db;
} Fixture;

static void
run_sql (DaybookDatabase *db,
         const char      *sql)
{
  g_autoptr(GError) error = NULL;

  daybook_database_run (db, sql, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("daybook-test-XXXXXX", &error);
  fixture->path = g_build_filename (fixture->folder, "book.db", NULL);
  fixture->db = daybook_database_open (fixture->path, DAYBOOK_DATABASE_CREATE, 1000, &error);
  g_assert_no_error (error);
  run_sql (fixture->db, "CREATE TABLE pages (key INTEGER PRIMARY KEY, bytes BLOB)");
  run_sql (fixture->db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                        " INSERT INTO pages SELECT i, randomblob (3900) FROM n");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->db, daybook_database_close);
  book_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gint64
size_of_log (Fixture *fixture)
{
  g_autofree char *path = g_strconcat (fixture->path, "-wal", NULL);
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

/* As an import does: short transactions, between which it pauses where it is told to. */
static void
write_steps (Fixture             *fixture,
             DaybookCheckpointer *checkpointer,
             guint                steps)
{
  run_sql (fixture->db, "PRAGMA synchronous = NORMAL");
  for (guint i = 0; i < steps; i++)
    {
      while (checkpointer != NULL && !daybook_checkpointer_ready (checkpointer))
        continue;
      run_sql (fixture->db, "UPDATE pages SET bytes = randomblob (3900)");
    }
}

static void
test_the_log_begins_anew (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(DaybookCheckpointer) checkpointer = daybook_checkpointer_new (fixture->path, fixture->db);

  gint64 written = 0;

  g_assert_nonnull (checkpointer);
  /* How soon depends on the machine; without a checkpointer it never does. */
  while (written - size_of_log (fixture) / PAGE < FRAMES_SAVED && written < FRAMES_MOST)
    {
      write_steps (fixture, checkpointer, 10);
      written += 10 * FRAMES_PER_STEP;
    }
  g_test_message ("%d frames", (int) (size_of_log (fixture) / PAGE));
  g_assert_cmpint (written - size_of_log (fixture) / PAGE, >=, FRAMES_SAVED);
}

static gboolean
pauses (DaybookCheckpointer *checkpointer)
{
  gint64 until = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < until)
    if (!daybook_checkpointer_ready (checkpointer))
      return TRUE;
  return FALSE;
}

/* While the end of a copy waits for somebody who reads in the log, the act does too; and then
 * goes on, though the log could not begin anew. */
static void
test_the_act_pauses (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(DaybookCheckpointer) checkpointer = daybook_checkpointer_new (fixture->path, fixture->db);
  DaybookDatabase *reader = daybook_database_open (fixture->path, DAYBOOK_DATABASE_READ, 1000, NULL);
  gboolean has_paused = FALSE;

  run_sql (reader, "BEGIN");
  daybook_database_number (reader, "SELECT count (*) FROM pages", 0, NULL);
  g_assert_false (pauses (checkpointer)); /* nothing to copy yet */
  write_steps (fixture, checkpointer, 66);
  for (guint i = 0; i < 20 && !has_paused; i++)
    {
      has_paused = pauses (checkpointer);
      write_steps (fixture, checkpointer, 1);
    }
  g_assert_true (has_paused);
  run_sql (reader, "COMMIT");
  daybook_database_close (reader);
}

static void
test_afterwards_sqlite_does_it (Fixture       *fixture,
                                gconstpointer  data)
{
  DaybookCheckpointer *checkpointer = daybook_checkpointer_new (fixture->path, fixture->db);
  gint64 before;

  daybook_checkpointer_free (checkpointer);
  write_steps (fixture, NULL, 3);
  before = size_of_log (fixture);
  write_steps (fixture, NULL, 10);
  g_assert_cmpint (size_of_log (fixture), ==, before);
  g_assert_cmpint (daybook_database_number (fixture->db, "PRAGMA wal_autocheckpoint", 0, NULL), ==, 1000);
}

static void
test_no_book_no_checkpointer (Fixture       *fixture,
                              gconstpointer  data)
{
  g_assert_null (daybook_checkpointer_new ("/nowhere/book.db", fixture->db));
  write_steps (fixture, NULL, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/checkpointer/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("the-log-begins-anew", test_the_log_begins_anew);
  ADD ("the-act-pauses", test_the_act_pauses);
  ADD ("afterwards-sqlite-does-it", test_afterwards_sqlite_does_it);
  ADD ("no-book-no-checkpointer", test_no_book_no_checkpointer);
#undef ADD

  return g_test_run ();
}
