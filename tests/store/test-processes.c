/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-state.h"

#include "store/database.h"
#include "store/due-rebuild.h"
#include "store/scratch.h"
#include "store/staging-private.h"
#include "store/turn.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Window, reminder and command line on one file (RECORDS §7), and files that are
 * not what they should be. */

#define ORDERS_IMPORTED 9000 /* five transactions at least */
#define COMMITS 60
#define OPENINGS 6
#define CLOSING_US (G_USEC_PER_SEC / 4)
#define HELD_UP_US G_USEC_PER_SEC
#define SWEEPING_US (G_USEC_PER_SEC / 2)
#define PATIENCE_US (5 * G_USEC_PER_SEC) /* nobody waits longer for a note */
#define NOBODY 65534

/* This program, for the children. */
static const char *program;

/* --- What the other process does ---------------------------------------- */

static gboolean
import_orders (DaybookStore  *store,
               GError       **error)
{
  return book_import_orders (store, 100, ORDERS_IMPORTED, NULL, error);
}

static gboolean
commit_often (DaybookStore  *store,
              GError       **error)
{
  for (guint i = 0; i < COMMITS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Owner %d %u", (int) getpid (), i);

      if (!book_rename_owner (store, name, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
do_nothing (DaybookStore  *store,
            GError       **error)
{
  return TRUE;
}

/* What each start of a program does beside its work. */
static gboolean
sweep_often (DaybookStore  *store,
             GError       **error)
{
  gint64 until = g_get_monotonic_time () + SWEEPING_US;

  while (g_get_monotonic_time () < until)
    {
      daybook_staging_sweep (store);
      daybook_scratch_sweep (daybook_store_get_folder (store));
    }

  return TRUE;
}

/* Commits and dies without closing: what it wrote is in the log only. */
static gboolean
commit_and_die (DaybookStore  *store,
                GError       **error)
{
  if (book_rename_owner (store, "from the log", error))
    raise (SIGKILL);

  return FALSE;
}

static const struct
{
  const char *name;
  gboolean  (*run) (DaybookStore *store,
                    GError      **error);
} ERRANDS[] = {
  { "import", import_orders },
  { "commit", commit_often },
  { "open", do_nothing },
  { "sweep", sweep_often },
  { "die", commit_and_die },
};

/* Holds a file as SQLite does while its last user closes it (the lock bytes of its
 * file format), tells so, and lets go by ending. */
static int
close_slowly (const char *path)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000000, .l_len = 512 };
  int file = open (path, O_RDWR | O_CLOEXEC);

  if (file < 0 || fcntl (file, F_SETLK, &lock) != 0 || write (STDOUT_FILENO, "y", 1) != 1)
    return 1;

  g_usleep (CLOSING_US);
  return 0;
}

/* Exit 0: done. 1: refused, with the sentence on standard output. */
static int
run_child (const char *errand,
           const char *folder)
{
  g_autoptr(GError) error = NULL;
  DaybookStore *store = book_open_folder (folder, &error);
  gboolean done = FALSE;

  for (gsize i = 0; store != NULL && i < G_N_ELEMENTS (ERRANDS); i++)
    if (g_str_equal (ERRANDS[i].name, errand))
      done = ERRANDS[i].run (store, &error);
  if (!done)
    g_print ("%s", error != NULL ? error->message : "(no reason)");
  book_close_store (&store);
  return done ? 0 : 1;
}

static GSubprocess *
start (const char *errand,
       const char *folder)
{
  g_autoptr(GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--child", errand, folder, NULL);

  g_assert_no_error (error);
  return child;
}

static void
assert_done (GSubprocess *child)
{
  g_autofree char *said = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &said, NULL, NULL));
  if (!g_subprocess_get_successful (child))
    g_error ("The other process failed: %s", said);
}

/* --- One imports, the other works on ------------------------------------ */

typedef struct
{
  Book             book;
  DaybookDatabase *reader;      /* of a third one who looks */
  guint            n_changed;   /* signals */
  guint            n_looks;
  guint            n_half_acts; /* looks at which the other's import was under way */
  gboolean         ended;       /* the other process */
} Shared;

static void
on_book_changed (Shared *shared)
{
  shared->n_changed++;
}

static void
on_child_ended (GObject      *child,
                GAsyncResult *result,
                gpointer      data)
{
  Shared *shared = data;

  g_assert_true (g_subprocess_wait_finish (G_SUBPROCESS (child), result, NULL));
  shared->ended = TRUE;
}

static void
begin_shared (Shared *shared)
{
  g_autoptr(GError) error = NULL;

  *shared = (Shared) { .book = { NULL, NULL } };
  book_open (&shared->book);
  g_assert_true (book_import_orders (shared->book.store, 0, 8, NULL, &error));
  g_signal_connect_swapped (shared->book.store, "changed", G_CALLBACK (on_book_changed), shared);
  shared->reader = daybook_database_open (daybook_store_get_path (shared->book.store), DAYBOOK_DATABASE_READ, 0, &error);
  g_assert_no_error (error);
}

static void
end_shared (Shared *shared)
{
  g_clear_pointer (&shared->reader, daybook_database_close);
  book_assert_sound (shared->book.store, "after sharing");
  daybook_store_close (shared->book.store);
  book_close (&shared->book);
}

/* In one statement, so of one moment: each act counts its operations at the end
 * of a transaction, and each order comes with its line. */
static void
look (Shared *shared)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (shared->reader,
    "SELECT (SELECT sum (size) FROM acts), (SELECT count (*) FROM ops),"
    " (SELECT count (*) FROM orders), (SELECT count (*) FROM order_lines),"
    " (SELECT count (*) FROM acts WHERE state <> 0)", &error);

  g_assert_no_error (error);
  g_assert_true (daybook_statement_next (statement, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_column_int64 (statement, 0), ==, sqlite3_column_int64 (statement, 1));
  g_assert_cmpint (sqlite3_column_int64 (statement, 2), ==, sqlite3_column_int64 (statement, 3));
  shared->n_half_acts += sqlite3_column_int64 (statement, 4) != 0;
  shared->n_looks++;
}

/* A third process opens and closes the book: it must not take for cut off what
 * is only not finished. */
static void
open_meanwhile (Shared *shared)
{
  g_autoptr(GError) error = NULL;
  DaybookStore *other = book_open_folder (shared->book.folder, &error);

  g_assert_no_error (error);
  g_assert_null (daybook_store_get_recovery (other));
  book_close_store (&other);
}

static void
test_import_from_elsewhere (void)
{
  Shared shared;
  gint64 longest = 0;

  begin_shared (&shared);
  g_autoptr(GSubprocess) child = start ("import", shared.book.folder);
  g_subprocess_wait_async (child, NULL, on_child_ended, &shared);
  while (!shared.ended)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("Owner %u", shared.n_looks);
      gint64 before = g_get_monotonic_time ();

      g_assert_true (book_rename_owner (shared.book.store, name, &error));
      g_assert_no_error (error);
      longest = MAX (longest, g_get_monotonic_time () - before);
      look (&shared);
      if (shared.n_half_acts == 1)
        open_meanwhile (&shared);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }

  assert_done (child);
  g_test_message ("%u commits meanwhile, the longest %" G_GINT64_FORMAT " ms; %u times the import was under way",
                  shared.n_looks, longest / 1000, shared.n_half_acts);
  g_assert_cmpint (longest, <, PATIENCE_US);
  g_assert_cmpuint (shared.n_half_acts, >, 0);
  g_assert_cmpuint (book_count (&shared.book, &daybook_orders, ""), ==, 8 + ORDERS_IMPORTED);
  end_shared (&shared);
}

static gboolean
on_patience_ended (gpointer data)
{
  g_error ("The change was not told");
  return G_SOURCE_REMOVE;
}

/* Nobody writes here: only the file monitor can tell. */
static void
test_changes_elsewhere_are_told (void)
{
  Shared shared;

  begin_shared (&shared);
  while (g_main_context_iteration (NULL, FALSE) || shared.n_changed == 0)
    g_usleep (1000);
  shared.n_changed = 0;
  guint patience = g_timeout_add_seconds (20, on_patience_ended, NULL);

  g_autoptr(GSubprocess) child = start ("commit", shared.book.folder);
  while (shared.n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  assert_done (child);
  end_shared (&shared);
}

/* --- In the log, and not counted yet ------------------------------------- */

static char *held_log;
static sqlite3_io_methods held_methods;
static int (*held_sync) (sqlite3_file *file, int flags);

/* The log is written by now. Somebody else closes it meanwhile, so that no more is heard of it: the file
 * monitor takes it for done. */
static int
sync_slowly (sqlite3_file *file,
             int           flags)
{
  int code = held_sync (file, flags);
  gint64 until = g_get_monotonic_time () + HELD_UP_US;

  close (open (held_log, O_RDWR | O_CLOEXEC));
  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);

  return code;
}

/* From now on each of its commits is. */
static void
hold_up (DaybookDatabase *db)
{
  sqlite3_file *log = NULL;

  g_assert_cmpint (sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log), ==, SQLITE_OK);
  held_log = g_strconcat (sqlite3_db_filename (db->handle, "main"), "-wal", NULL);
  held_methods = *log->pMethods;
  held_sync = held_methods.xSync;
  held_methods.xSync = sync_slowly;
  log->pMethods = &held_methods;
}

static void
test_a_commit_that_is_held_up_is_told (void)
{
  Shared shared;
  g_autoptr(GError) error = NULL;

  begin_shared (&shared);
  while (g_main_context_iteration (NULL, FALSE) || shared.n_changed == 0)
    g_usleep (1000);
  /* Nothing more is written here that would be told. */
  g_assert_true (daybook_due_settle (shared.book.store, NULL, NULL, &error));
  DaybookDatabase *other = daybook_database_open (daybook_store_get_path (shared.book.store), DAYBOOK_DATABASE_WRITE, PATIENCE_US / 1000, &error);
  g_assert_no_error (error);
  g_autofree char *command = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT,
                                              daybook_database_number (other, "PRAGMA user_version", 0, NULL));
  hold_up (other);

  daybook_database_run (other, command, &error);
  g_assert_no_error (error);
  shared.n_changed = 0;
  guint patience = g_timeout_add_seconds (20, on_patience_ended, NULL);
  while (shared.n_changed == 0)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (patience);
  daybook_database_close (other);
  g_clear_pointer (&held_log, g_free);
  end_shared (&shared);
}

/* --- Two at once ---------------------------------------------------------- */

static void
test_two_writers_at_once (void)
{
  Shared shared;

  begin_shared (&shared);
  gint64 acts = daybook_database_number (shared.reader, "SELECT count (*) FROM acts", 0, NULL);
  g_autoptr(GSubprocess) first = start ("commit", shared.book.folder);
  g_autoptr(GSubprocess) second = start ("commit", shared.book.folder);
  assert_done (first);
  assert_done (second);

  g_assert_cmpint (daybook_database_number (shared.reader, "SELECT count (*) FROM acts", 0, NULL), ==, acts + 2 * COMMITS);
  /* No stamp was given twice. */
  g_assert_cmpint (daybook_database_number (shared.reader, "SELECT count (DISTINCT hlc) FROM acts", 0, NULL), ==, acts + 2 * COMMITS);
  end_shared (&shared);
}

static void
test_two_make_one_book (void)
{
  for (guint i = 0; i < OPENINGS; i++)
    {
      Book book = { .folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL) };
      g_autoptr(GSubprocess) first = start ("open", book.folder);
      g_autoptr(GSubprocess) second = start ("open", book.folder);
      g_autoptr(GSubprocess) third = start ("open", book.folder);

      assert_done (first);
      assert_done (second);
      assert_done (third);
      book.store = book_open_folder (book.folder, NULL);
      g_assert_cmpuint (book_count (&book, &daybook_shops, ""), ==, 1);
      g_assert_cmpuint (book_count (&book, &daybook_agents, ""), ==, 1);
      daybook_store_close (book.store);
      book_close (&book);
    }
}

static void
open_while_closing (const char *name)
{
  Book book;
  g_autoptr(GError) error = NULL;
  char byte = 0;
  book_open (&book);
  book_close_store (&book.store);
  g_autofree char *path = g_build_filename (book.folder, name, NULL);

  g_autoptr(GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--closing", path, NULL);
  g_assert_no_error (error);
  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (child), &byte, 1, NULL, &error), ==, 1);
  book.store = book_open_folder (book.folder, &error);
  g_assert_no_error (error);

  assert_done (child);
  book_close_store (&book.store);
  book_close (&book);
}

static void
test_opening_waits_for_who_closes (void)
{
  open_while_closing ("daybook.db");
  open_while_closing ("search.db");
}

/* A long act pauses for who waits, and for nobody else. */
static void
test_who_waits_is_seen (void)
{
  Shared shared;
  g_autoptr(GError) error = NULL;

  begin_shared (&shared);
  g_autofree char *path = g_build_filename (shared.book.folder, "daybook.lock", NULL);
  int file = open (path, O_RDWR | O_CLOEXEC);
  g_assert_false (daybook_turn_is_asked (file));

  /* It waits for a transaction of this process, which waits in turn for what the store does by itself. */
  g_autofree char *book = g_build_filename (shared.book.folder, "daybook.db", NULL);
  DaybookDatabase *other = daybook_database_open (book, DAYBOOK_DATABASE_WRITE, 10000, &error);
  g_assert_no_error (error);
  g_assert_true (daybook_database_run (other, "BEGIN IMMEDIATE", &error));
  g_autoptr(GSubprocess) child = start ("commit", shared.book.folder);
  while (!daybook_turn_is_asked (file))
    g_usleep (1000);
  g_assert_true (daybook_database_run (other, "ROLLBACK", &error));
  assert_done (child);
  g_assert_false (daybook_turn_is_asked (file));

  /* Nobody waits any more who was killed. */
  g_assert_true (daybook_database_run (other, "BEGIN IMMEDIATE", &error));
  g_autoptr(GSubprocess) killed = start ("commit", shared.book.folder);
  while (!daybook_turn_is_asked (file))
    g_usleep (1000);
  g_subprocess_force_exit (killed);
  g_assert_true (g_subprocess_wait (killed, NULL, NULL));
  g_assert_false (daybook_turn_is_asked (file));

  daybook_database_close (other);
  close (file);
  end_shared (&shared);
}

/* The files in which an import or a backup is prepared are locked right after they
 * are made: in between another process may take them for left ones. */
static void
test_new_files_are_not_swept (void)
{
  Shared shared;

  begin_shared (&shared);
  const char *folder = daybook_store_get_folder (shared.book.store);
  g_autofree char *copy = g_build_filename (folder, "daybook-copy.db", NULL);
  g_autoptr(GSubprocess) child = start ("sweep", shared.book.folder);
  g_subprocess_wait_async (child, NULL, on_child_ended, &shared);
  while (!shared.ended)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(DaybookScratch) scratch = daybook_scratch_new (copy, &error);
      g_assert_no_error (error);
      g_autoptr(DaybookStaging) staging = daybook_staging_new (shared.book.store, &(DaybookStagingSpec) { .platform = "test", .kind = "orders", .file = "a" }, &error);
      g_assert_no_error (error);
      g_assert_true (daybook_scratch_place (scratch, copy, &error));
      g_assert_no_error (error);
      daybook_staging_discard (staging);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }

  assert_done (child);
  end_shared (&shared);
}

/* --- Files that are not what they should be ----------------------------- */

/* Opening is refused with the code, and the file is as it was. */
static void
assert_refused (const char   *folder,
                DaybookError  code)
{
  g_autofree char *path = g_build_filename (folder, "daybook.db", NULL);
  g_autofree char *before = NULL, *after = NULL;
  gsize length_before = 0, length_after = 0;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &before, &length_before, NULL);
  DaybookStore *store = book_open_folder (folder, &error);
  g_assert_null (store);
  book_assert_sentence (error, folder);
  g_assert_error (error, DAYBOOK_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_file_get_contents (path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);
}

static char *
folder_with (const char *content)
{
  char *folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "daybook.db", NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return folder;
}

static void
test_not_a_database (void)
{
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autofree char *folder = folder_with (text);

  assert_refused (folder, DAYBOOK_ERROR_CORRUPT);
  book_remove_folder (folder);
}

static void
test_a_folder_in_its_place (void)
{
  g_autofree char *folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "daybook.db", NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_refused (folder, DAYBOOK_ERROR_REFUSED);
  book_remove_folder (folder);
}

static void
run_sql (const char *folder,
         const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "daybook.db", NULL);
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_of_another_program (void)
{
  g_autofree char *folder = folder_with ("");

  run_sql (folder, "CREATE TABLE theirs (a)");
  assert_refused (folder, DAYBOOK_ERROR_CORRUPT);
  book_remove_folder (folder);
}

static void
test_of_a_newer_version (void)
{
  Book book;

  book_open (&book);
  book_close_store (&book.store);
  run_sql (book.folder, "PRAGMA user_version = 99");
  assert_refused (book.folder, DAYBOOK_ERROR_NEWER);
  book_close (&book);
}

/* What a program leaves that was killed right after making the file. */
static void
test_an_empty_file_becomes_a_book (void)
{
  g_autofree char *folder = folder_with ("");
  g_autoptr(GError) error = NULL;
  DaybookStore *store = book_open_folder (folder, &error);

  g_assert_no_error (error);
  book_assert_sound (store, "made from an empty file");
  book_close_store (&store);
  book_remove_folder (folder);
}

/* Somebody tidies up after a crash: what the log held is lost, the book is not. */
static void
test_a_deleted_log (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);
  g_assert_true (book_import_orders (book.store, 0, 8, NULL, &error));
  book_close_store (&book.store);
  g_autofree char *before = book_state_visible (book.folder);

  g_autoptr(GSubprocess) child = start ("die", book.folder);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_autofree char *log = g_build_filename (book.folder, "daybook.db-wal", NULL);
  g_assert_cmpint (g_unlink (log), ==, 0);

  book.store = book_open_folder (book.folder, &error);
  g_assert_no_error (error);
  g_autofree char *after = book_state_visible (book.folder);
  book_state_assert_equal (after, before, "without its log");
  book_assert_sound (book.store, "without its log");
  book_assert_index (book.store, "without its log");
  book_close_store (&book.store);
  book_close (&book);
}

/* --- Folders that cannot be written ------------------------------------- */

/* Opens a book as somebody who may not write it; the exit code. Root may write
 * anything, so it becomes nobody first. */
static int
open_as_stranger (const char *folder)
{
  g_autoptr(GError) error = NULL;

  if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    return 77;

  DaybookStore *store = book_open_folder (folder, &error);
  if (store != NULL)
    return 1;

  book_assert_sentence (error, folder);
  g_print ("%s", error->message);
  return g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED) ? 0 : 2;
}

static void
try_as_stranger (const char *folder)
{
  g_autofree char *said = NULL;
  g_autoptr(GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "--stranger", folder, NULL);

  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &said, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (child));
  if (g_subprocess_get_exit_status (child) == 77)
    {
      g_test_skip ("root cannot become nobody here");
      return;
    }
  g_test_message ("%s", said);
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 0);
}

static void
test_a_read_only_folder (void)
{
  Book book;
  book_open (&book);
  book_close_store (&book.store);
  g_autofree char *before = book_state_visible (book.folder);
  g_autofree char *path = g_build_filename (book.folder, "daybook.db", NULL);

  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (book.folder, 0555), ==, 0);
  try_as_stranger (book.folder);
  g_assert_cmpint (g_chmod (book.folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  g_autofree char *after = book_state_visible (book.folder);
  book_state_assert_equal (after, before, "read-only folder");
  book_close (&book);
}

static void
test_an_empty_read_only_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);

  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  try_as_stranger (folder);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  book_remove_folder (folder);
}

/* --- A store that was opened in a thread ----------------------------------- */

typedef struct
{
  const char   *folder;
  DaybookStore *store;
  GError       *error;
  gboolean      done; /* atomic */
  guint         told; /* how often, by the main loop */
} Opening;

static void
on_told (Opening *opening)
{
  opening->told++;
}

/* As the window does it: opens, makes changes, reads, all beside the main loop. */
static gpointer
open_in_thread (gpointer data)
{
  Opening *opening = data;

  opening->store = daybook_store_open_in_thread (opening->folder, DAYBOOK_STORE_CREATE, 0, &opening->error);
  if (opening->store != NULL)
    g_signal_connect_swapped (opening->store, "changed", G_CALLBACK (on_told), opening);

  for (guint i = 0; opening->store != NULL && i < COMMITS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Owner %u", i);

      if (!book_rename_owner (opening->store, name, &opening->error))
        break;
      g_assert_cmpint (daybook_reader_version (daybook_store_get_reader (opening->store)), >, 0);
      g_usleep (G_USEC_PER_SEC / 100);
    }

  __atomic_store_n (&opening->done, TRUE, __ATOMIC_RELEASE);
  return NULL;
}

/* Telling reads with the reader that the thread works with: it must not begin
 * before the thread has handed the store over. */
static void
test_nothing_is_told_before_the_beginning (void)
{
  g_autofree char *folder = g_dir_make_tmp ("daybook-opening-XXXXXX", NULL);
  Opening opening = { .folder = folder };
  GThread *thread = g_thread_new ("opening", open_in_thread, &opening);

  while (!__atomic_load_n (&opening.done, __ATOMIC_ACQUIRE))
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (G_USEC_PER_SEC / 1000);
    }
  g_thread_join (thread);
  g_assert_no_error (opening.error);
  g_assert_cmpuint (opening.told, ==, 0);

  daybook_store_begin (opening.store);
  while (opening.told == 0)
    g_main_context_iteration (NULL, TRUE);

  daybook_store_close (opening.store);
  g_object_unref (opening.store);
  book_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2], argv[3]);
  if (argc == 3 && g_str_equal (argv[1], "--closing"))
    return close_slowly (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--stranger"))
    return open_as_stranger (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/processes/import-from-elsewhere", test_import_from_elsewhere);
  g_test_add_func ("/processes/changes-elsewhere-are-told", test_changes_elsewhere_are_told);
  g_test_add_func ("/processes/a-commit-that-is-held-up-is-told", test_a_commit_that_is_held_up_is_told);
  g_test_add_func ("/processes/two-writers-at-once", test_two_writers_at_once);
  g_test_add_func ("/processes/two-make-one-book", test_two_make_one_book);
  g_test_add_func ("/processes/opening-waits-for-who-closes", test_opening_waits_for_who_closes);
  g_test_add_func ("/processes/who-waits-is-seen", test_who_waits_is_seen);
  g_test_add_func ("/processes/new-files-are-not-swept", test_new_files_are_not_swept);
  g_test_add_func ("/processes/nothing-is-told-before-the-beginning", test_nothing_is_told_before_the_beginning);
  g_test_add_func ("/processes/not-a-database", test_not_a_database);
  g_test_add_func ("/processes/a-folder-in-its-place", test_a_folder_in_its_place);
  g_test_add_func ("/processes/of-another-program", test_of_another_program);
  g_test_add_func ("/processes/of-a-newer-version", test_of_a_newer_version);
  g_test_add_func ("/processes/an-empty-file-becomes-a-book", test_an_empty_file_becomes_a_book);
  g_test_add_func ("/processes/a-deleted-log", test_a_deleted_log);
  g_test_add_func ("/processes/a-read-only-folder", test_a_read_only_folder);
  g_test_add_func ("/processes/an-empty-read-only-folder", test_an_empty_read_only_folder);

  return g_test_run ();
}
