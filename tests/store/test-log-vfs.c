/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-vfs.h"
#include "fixture.h"

#include "store/database.h"

#include <string.h>

/* The log is written out thirty pages at a time, and yet: what is committed is in
 * it when the commit returns, what is not committed is nowhere, and a write that
 * fails fails its transaction. Each look at the disk is one at a copy of the files
 * without the shared memory, as the next program would find them after a kill. */

#define ROWS 120       /* a page each */
#define CACHE_PAGES 10 /* so few that a transaction writes pages out before its end */
#define ROUNDS 60

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
run_number (DaybookDatabase *db,
            const char      *format,
            gint64           number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autoptr(GString) sql = g_string_new (format);

  g_string_replace (sql, "#", text, 0);
  run_sql (db, sql->str);
}

static DaybookDatabase *
open_book (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  DaybookDatabase *db = daybook_database_open (fixture->path, DAYBOOK_DATABASE_CREATE, 1000, &error);

  g_assert_no_error (error);
  run_sql (db, "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0");
  return db;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "book.db", NULL);
  fixture->db = open_book (fixture);
  run_sql (fixture->db, "CREATE TABLE pages (key INTEGER PRIMARY KEY, number INTEGER, bytes BLOB CHECK (length (bytes) > 0))");
  run_sql (fixture->db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)"
                        " INSERT INTO pages SELECT i, 0, randomblob (3900) FROM n");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fault_vfs_disarm ();
  g_clear_pointer (&fixture->db, daybook_database_close);
  book_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

/* All rows of a database have one number. */
static gint64
number_in (DaybookDatabase *db)
{
  g_assert_cmpint (daybook_database_number (db, "SELECT count (DISTINCT number) FROM pages", 0, NULL), ==, 1);
  g_assert_cmpint (daybook_database_number (db, "SELECT count (*) FROM pages", 0, NULL), ==, ROWS);
  return daybook_database_number (db, "SELECT max (number) FROM pages", -1, NULL);
}

/* What the disk holds: the number that a program would find that starts now. */
static gint64
number_on_disk (Fixture *fixture)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *log_copy = g_strconcat (copy, "-wal", NULL);
  g_autoptr(GError) error = NULL;

  copy_file (fixture->path, copy);
  copy_file (log, log_copy);
  g_autoptr(DaybookDatabase) db = daybook_database_open (copy, DAYBOOK_DATABASE_READ, 1000, &error);
  g_assert_no_error (error);
  g_autoptr(DaybookStatement) check = daybook_database_prepare (db, "PRAGMA integrity_check", &error);
  g_assert_true (daybook_statement_next (check, &error));
  g_assert_cmpstr (daybook_column_text (check, 0), ==, "ok");
  return number_in (db);
}

/* --- What is on the disk ------------------------------------------------ */

static void
assert_few_writes (Fixture *fixture,
                   gint64   number)
{
  fault_vfs_arm (FAULT_WRITES, FAULT_IOERR, 0);
  run_number (fixture->db, "UPDATE pages SET number = #", number);
  g_assert_cmpuint (fault_vfs_count (), <, ROWS / 10);
  g_assert_cmpint (number_on_disk (fixture), ==, number);
}

/* Also when the log has begun anew, here or under another connection. */
static void
test_few_writes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(DaybookDatabase) other = open_book (fixture);

  assert_few_writes (fixture, 1);
  run_sql (fixture->db, "PRAGMA wal_checkpoint (RESTART)");
  assert_few_writes (fixture, 2);
  run_sql (other, "PRAGMA wal_checkpoint (RESTART)");
  run_sql (other, "UPDATE pages SET number = 3 WHERE key = 1");
  assert_few_writes (fixture, 3);
}

/* A page that was written out already is written again, with all checksums after
 * it: not an append. */
static void
test_large_transactions (Fixture       *fixture,
                         gconstpointer  data)
{
  run_number (fixture->db, "PRAGMA cache_size = #", CACHE_PAGES);
  for (int i = 1; i <= 3; i++)
    {
      run_sql (fixture->db, "BEGIN IMMEDIATE");
      run_number (fixture->db, "UPDATE pages SET number = # * 10, bytes = randomblob (3900)", i);
      g_assert_cmpint (number_on_disk (fixture), ==, i - 1);
      run_number (fixture->db, "UPDATE pages SET number = #, bytes = randomblob (3900)", i);
      g_assert_cmpint (number_in (fixture->db), ==, i);
      run_sql (fixture->db, "COMMIT");
      g_assert_cmpint (number_on_disk (fixture), ==, i);
    }
}

static void
test_rolled_back (Fixture       *fixture,
                  gconstpointer  data)
{
  run_number (fixture->db, "PRAGMA cache_size = #", CACHE_PAGES);
  for (int i = 1; i <= 3; i++)
    {
      run_sql (fixture->db, "BEGIN IMMEDIATE; UPDATE pages SET number = -1; ROLLBACK");
      g_assert_cmpint (number_in (fixture->db), ==, i - 1);
      g_assert_cmpint (number_on_disk (fixture), ==, i - 1);
      run_number (fixture->db, "UPDATE pages SET number = #", i);
      g_assert_cmpint (number_on_disk (fixture), ==, i);
    }
}

/* Two connections write by turns, of few pages or many, and the log begins anew
 * under either. */
static void
test_by_turns (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(DaybookDatabase) other = open_book (fixture);
  DaybookDatabase *both[] = { fixture->db, other };
  g_autoptr(GRand) dice = g_rand_new_with_seed (1);

  run_number (other, "PRAGMA cache_size = #", CACHE_PAGES);
  for (int i = 1; i <= ROUNDS; i++)
    {
      DaybookDatabase *db = both[g_rand_int_range (dice, 0, 2)];

      run_sql (db, "BEGIN IMMEDIATE");
      for (int k = g_rand_int_range (dice, 0, 4); k > 0; k--)
        run_number (db, "UPDATE pages SET bytes = randomblob (3900) WHERE key % # = 0", g_rand_int_range (dice, 1, 50));
      if (g_rand_int_range (dice, 0, 5) == 0)
        run_sql (db, "ROLLBACK; BEGIN IMMEDIATE");
      run_number (db, "UPDATE pages SET number = #", i);
      run_sql (db, "COMMIT");

      g_assert_cmpint (number_in (both[0]), ==, i);
      g_assert_cmpint (number_in (both[1]), ==, i);
      g_assert_cmpint (number_on_disk (fixture), ==, i);
      if (g_rand_int_range (dice, 0, 4) == 0)
        run_sql (both[g_rand_int_range (dice, 0, 2)], "PRAGMA wal_checkpoint (RESTART)");
      if (g_rand_int_range (dice, 0, 12) == 0)
        run_sql (both[g_rand_int_range (dice, 0, 2)], "PRAGMA wal_checkpoint (TRUNCATE)");
    }
}

/* --- A disk that fails -------------------------------------------------- */

typedef enum
{
  SMALL, /* is written at its end */
  LARGE, /* is written out before as well, and again */
} Size;

static gboolean
write_pages (Fixture  *fixture,
             Size      size,
             gint64    number,
             GError  **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE pages SET number = %" G_GINT64_FORMAT ", bytes = randomblob (3900)", number);

  if (size == SMALL)
    return daybook_database_run (fixture->db, sql, error);

  return daybook_database_run (fixture->db, "BEGIN IMMEDIATE", error)
         && daybook_database_run (fixture->db, sql, error)
         && daybook_database_run (fixture->db, sql, error)
         && daybook_database_run (fixture->db, "COMMIT", error);
}

/* FALSE when the transaction needs fewer writes than the one that is to fail. */
static gboolean
try_with_fault (Fixture *fixture,
                Size     size,
                guint    nth,
                gint64   number)
{
  g_autoptr(GError) error = NULL;

  fault_vfs_arm (FAULT_WRITES, number % 2 == 0 ? FAULT_IOERR : FAULT_FULL, nth);
  gboolean done = write_pages (fixture, size, number, &error);
  gboolean struck = fault_vfs_disarm () > 0;

  g_assert_true (done == !struck);
  g_assert_true (done == (error == NULL));
  if (!sqlite3_get_autocommit (fixture->db->handle))
    run_sql (fixture->db, "ROLLBACK");
  g_assert_cmpint (number_in (fixture->db), ==, done ? number : number - 1);
  g_assert_cmpint (number_on_disk (fixture), ==, done ? number : number - 1);
  return struck;
}

/* A write of a transaction fails: it is told, nothing of it is there, and the next
 * one goes through. Each of the first writes, and ever fewer of the many that a
 * large transaction needs. The log begins anew in some of them. */
static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  Size size = (Size) GPOINTER_TO_INT (data);
  guint nth = 1;
  gint64 number = 1;

  if (size == LARGE)
    run_number (fixture->db, "PRAGMA cache_size = #", CACHE_PAGES);
  while (try_with_fault (fixture, size, nth, number))
    {
      run_number (fixture->db, "UPDATE pages SET number = #", number++);
      g_assert_cmpint (number_on_disk (fixture), ==, number - 1);
      nth += 1 + nth / 16;
      if (nth % 3 == 0)
        run_sql (fixture->db, "PRAGMA wal_checkpoint (RESTART)");
    }

  g_test_message ("%" G_GINT64_FORMAT " faults", number - 1);
  g_assert_cmpint (number, >, 3);
}

/* A read meets what cannot be written out, within a statement that alone is rolled back
 * (SQLITE_FULL, where constraints keep a journal of the statement): the rest of the
 * transaction must not be committed without what was lost. */
static void
test_fault_met_by_a_read (Fixture       *fixture,
                          gconstpointer  data)
{
  gint64 number = 0;
  guint n_struck = 0;

  run_number (fixture->db, "PRAGMA cache_size = #", CACHE_PAGES);
  for (guint nth = 1; nth < 20; nth++)
    {
      gboolean done;

      run_sql (fixture->db, "BEGIN IMMEDIATE");
      run_number (fixture->db, "UPDATE pages SET number = #, bytes = randomblob (3900)", number + 1);
      fault_vfs_arm (FAULT_WRITES, FAULT_FULL, nth);
      daybook_database_run (fixture->db, "UPDATE pages SET bytes = substr (bytes, 2) || 'x' WHERE key IN (105, 106)", NULL);
      n_struck += fault_vfs_disarm () > 0;
      done = !sqlite3_get_autocommit (fixture->db->handle) && daybook_database_run (fixture->db, "COMMIT", NULL);
      if (!sqlite3_get_autocommit (fixture->db->handle))
        run_sql (fixture->db, "ROLLBACK");

      number += done ? 1 : 0;
      g_assert_cmpint (number_in (fixture->db), ==, number);
      g_assert_cmpint (number_on_disk (fixture), ==, number);
      /* Where the transaction had ended by itself, the next write is told. */
      if (!daybook_database_run (fixture->db, "UPDATE pages SET number = number", NULL))
        run_sql (fixture->db, "UPDATE pages SET number = number");
    }

  g_assert_cmpuint (n_struck, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

#define ADD(path, data, test) g_test_add ("/log-vfs/" path, Fixture, GINT_TO_POINTER (data), set_up, test, tear_down)
  ADD ("few-writes", 0, test_few_writes);
  ADD ("large-transactions", 0, test_large_transactions);
  ADD ("rolled-back", 0, test_rolled_back);
  ADD ("by-turns", 0, test_by_turns);
  ADD ("faults", SMALL, test_faults);
  ADD ("faults/of-a-large-transaction", LARGE, test_faults);
  ADD ("fault-met-by-a-read", 0, test_fault_met_by_a_read);
#undef ADD

  return g_test_run ();
}
