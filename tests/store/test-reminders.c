/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "store/due-acts.h"
#include "store/due-rebuild.h"
#include "store/reminders.h"

#include <glib/gstdio.h>

/* What was told of what is due outlives restarts, rebuilds and undo, and is of the thing as it was due. */

#define HOUR G_GINT64_CONSTANT (3600)

typedef struct
{
  Book      book;
  DaybookId task;
} Fixture;

static DaybookReader *
reader_of (Fixture *fixture)
{
  return daybook_store_get_reader (fixture->book.store);
}

static DaybookId
add_task (Fixture    *fixture,
          const char *title,
          gint64      due)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_tasks, &id);
  daybook_edit_give (edit, DAYBOOK_TASK_TITLE, daybook_value_text (title));
  daybook_edit_give (edit, DAYBOOK_TASK_DUE, daybook_value_int (due));
  case_commit (&fixture->book, edit);
  return id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  fixture->task = add_task (fixture, "Buy tape", BOOK_NOW - HOUR);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  book_close (&fixture->book);
}

static GArray *
read_all (Fixture *fixture,
          gint64   now)
{
  g_autoptr(GError) error = NULL;
  GArray *reminders = daybook_reminders_read (reader_of (fixture), NULL, now, &error);

  g_assert_no_error (error);
  return reminders;
}

/* The one that is due or near. */
static DaybookReminder
read_one (Fixture *fixture)
{
  g_autoptr(GArray) reminders = read_all (fixture, BOOK_NOW);

  g_assert_cmpuint (reminders->len, ==, 1);
  return g_array_index (reminders, DaybookReminder, 0);
}

static void
write_mark (Fixture          *fixture,
            DaybookToldLevel  told,
            DaybookToldLevel  seen,
            gboolean          missed)
{
  DaybookReminder reminder = read_one (fixture);
  const DaybookReminderMark mark = { reminder.key, reminder.due, told, seen, missed };
  const DaybookReminderState state = { .looked = BOOK_NOW };
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof mark);
  g_autoptr(GError) error = NULL;

  g_array_append_val (marks, mark);
  daybook_reminders_write (fixture->book.store, marks, &state, BOOK_NOW, &error);
  g_assert_no_error (error);
}

static guint
count_missed (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) missed = daybook_reminders_missed (reader_of (fixture), 10, &error);

  g_assert_no_error (error);
  return missed->len;
}

static DaybookId
act (Fixture *fixture,
     gint64   until)
{
  DaybookReminder reminder = read_one (fixture);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);
  const DaybookId *agent = daybook_store_get_agent (fixture->book.store);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (items, daybook_due_item (reader_of (fixture), reminder.key, NULL));
  g_autoptr(DaybookEdit) edit = until == 0 ? daybook_due_act_done (reader_of (fixture), items, agent, BOOK_NOW, &error)
    : daybook_due_act_snooze (reader_of (fixture), items, until, DAYBOOK_SNOOZE_ANYWAY, agent, BOOK_NOW, &error);
  g_assert_no_error (error);
  return case_commit (&fixture->book, edit);
}

/* --- Tests ------------------------------------------------------------------------------ */

static void
test_survives (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (read_one (fixture).told, ==, DAYBOOK_TOLD_NOTHING);
  write_mark (fixture, DAYBOOK_TOLD_DUE, DAYBOOK_TOLD_NOTHING, FALSE);
  g_assert_cmpint (read_one (fixture).told, ==, DAYBOOK_TOLD_DUE);
  g_assert_cmpint (read_one (fixture).seen, ==, DAYBOOK_TOLD_NOTHING);

  book_reopen (&fixture->book);
  g_assert_cmpint (read_one (fixture).told, ==, DAYBOOK_TOLD_DUE);

  /* The due items get other keys. */
  add_task (fixture, "Later", BOOK_NOW + 100 * HOUR);
  daybook_due_rebuild (fixture->book.store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_one (fixture).told, ==, DAYBOOK_TOLD_DUE);

  /* Less is never said of it. */
  write_mark (fixture, DAYBOOK_TOLD_NEAR, DAYBOOK_TOLD_NEAR, FALSE);
  g_assert_cmpint (read_one (fixture).told, ==, DAYBOOK_TOLD_DUE);
  g_assert_cmpint (read_one (fixture).seen, ==, DAYBOOK_TOLD_NEAR);
}

static void
test_undone (Fixture       *fixture,
             gconstpointer  data)
{
  write_mark (fixture, DAYBOOK_TOLD_DUE, DAYBOOK_TOLD_NOTHING, FALSE);
  DaybookId done = act (fixture, 0);
  g_autoptr(GArray) none = read_all (fixture, BOOK_NOW);
  g_assert_cmpuint (none->len, ==, 0);

  g_autoptr(DaybookOutcome) outcome = case_undo (&fixture->book, &done);
  g_assert_nonnull (outcome);
  g_assert_cmpint (read_one (fixture).told, ==, DAYBOOK_TOLD_DUE);
}

/* It is another matter then. */
static void
test_put_off (Fixture       *fixture,
              gconstpointer  data)
{
  write_mark (fixture, DAYBOOK_TOLD_DUE, DAYBOOK_TOLD_DUE, TRUE);
  act (fixture, BOOK_NOW + HOUR);
  g_autoptr(GArray) none = read_all (fixture, BOOK_NOW);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (count_missed (fixture), ==, 0);
  g_assert_cmpint (daybook_reminders_next (reader_of (fixture), BOOK_NOW, NULL), ==, BOOK_NOW + HOUR);

  g_autoptr(GArray) back = read_all (fixture, BOOK_NOW + HOUR);
  g_assert_cmpuint (back->len, ==, 1);
  const DaybookReminder *reminder = &g_array_index (back, DaybookReminder, 0);
  g_assert_cmpint (reminder->told, ==, DAYBOOK_TOLD_NOTHING);
  g_assert_cmpint (reminder->seen, ==, DAYBOOK_TOLD_NOTHING);
  g_assert_false (reminder->missed);
  g_assert_cmpint (reminder->shows, ==, BOOK_NOW + HOUR);
}

static void
test_another_time (Fixture       *fixture,
                   gconstpointer  data)
{
  write_mark (fixture, DAYBOOK_TOLD_DUE, DAYBOOK_TOLD_DUE, FALSE);
  book_set (&fixture->book, &daybook_tasks, &fixture->task, DAYBOOK_TASK_DUE, daybook_value_int (BOOK_NOW - 60));
  g_assert_cmpint (read_one (fixture).told, ==, DAYBOOK_TOLD_NOTHING);

  book_set (&fixture->book, &daybook_tasks, &fixture->task, DAYBOOK_TASK_DUE, daybook_value_int (BOOK_NOW - HOUR));
  g_assert_cmpint (read_one (fixture).told, ==, DAYBOOK_TOLD_DUE);
}

static void
test_missed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  write_mark (fixture, DAYBOOK_TOLD_NOTHING, DAYBOOK_TOLD_NOTHING, TRUE);
  write_mark (fixture, DAYBOOK_TOLD_DUE, DAYBOOK_TOLD_NOTHING, FALSE);
  book_reopen (&fixture->book);
  g_assert_true (read_one (fixture).missed);
  g_assert_cmpuint (count_missed (fixture), ==, 1);

  daybook_reminders_see_missed (fixture->book.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_missed (fixture), ==, 0);
  g_assert_false (read_one (fixture).missed);
  g_assert_cmpint (read_one (fixture).seen, ==, DAYBOOK_TOLD_DUE);
}

static void
test_missed_and_done (Fixture       *fixture,
                      gconstpointer  data)
{
  write_mark (fixture, DAYBOOK_TOLD_DUE, DAYBOOK_TOLD_NOTHING, TRUE);
  act (fixture, 0);
  g_assert_cmpuint (count_missed (fixture), ==, 0);
}

/* As seen from a bubble. */
static void
test_missed_and_seen (Fixture       *fixture,
                      gconstpointer  data)
{
  write_mark (fixture, DAYBOOK_TOLD_DUE, DAYBOOK_TOLD_NOTHING, TRUE);
  write_mark (fixture, DAYBOOK_TOLD_DUE, DAYBOOK_TOLD_DUE, FALSE);
  g_assert_cmpuint (count_missed (fixture), ==, 0);
}

/* Told while the clock was ahead. */
static void
test_forget (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  write_mark (fixture, DAYBOOK_TOLD_DUE, DAYBOOK_TOLD_NOTHING, FALSE);
  daybook_reminders_forget (fixture->book.store, BOOK_NOW, BOOK_NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_one (fixture).told, ==, DAYBOOK_TOLD_DUE); /* it is due all the same */

  daybook_reminders_forget (fixture->book.store, BOOK_NOW + 1, BOOK_NOW - 2 * HOUR, &error);
  g_assert_cmpint (read_one (fixture).told, ==, DAYBOOK_TOLD_DUE); /* told before */

  daybook_reminders_forget (fixture->book.store, BOOK_NOW, BOOK_NOW - 2 * HOUR, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_one (fixture).told, ==, DAYBOOK_TOLD_NOTHING);
}

static void
test_state (Fixture       *fixture,
            gconstpointer  data)
{
  const DaybookReminderState state = { (char *) "bus :1.5", 7, TRUE, 1, 2, 3, (char *) "boot", 4, -5, 6, 8 };
  g_auto(DaybookReminderState) read = { 0 };
  g_autoptr(GError) error = NULL;

  g_assert_true (daybook_reminders_read_state (reader_of (fixture), &read, &error));
  g_assert_null (read.server);
  g_assert_cmpint (read.looked, ==, 0);

  daybook_reminders_write (fixture->book.store, NULL, &state, BOOK_NOW, &error);
  g_assert_no_error (error);
  book_reopen (&fixture->book);
  g_assert_true (daybook_reminders_read_state (reader_of (fixture), &read, &error));
  g_assert_cmpstr (read.server, ==, "bus :1.5");
  g_assert_cmpstr (read.boot_id, ==, "boot");
  g_assert_cmpuint (read.bubble, ==, 7);
  g_assert_true (read.standing);
  const gint64 numbers[] = { read.looked, read.wall, read.boot, read.jump_at, read.jump_by, read.ahead_from, read.ahead_to };
  const gint64 wanted[] = { 1, 2, 3, 4, -5, 6, 8 };
  g_assert_cmpmem (numbers, sizeof numbers, wanted, sizeof wanted);

  /* Seen, with what was missed. */
  daybook_reminders_see_missed (fixture->book.store, &error);
  g_assert_no_error (error);
  daybook_reminder_state_clear (&read);
  g_assert_true (daybook_reminders_read_state (reader_of (fixture), &read, &error));
  g_assert_cmpint (read.jump_by, ==, 0);
  g_assert_cmpint (read.ahead_to, ==, 8);
}

static void
test_next (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (daybook_reminders_next (reader_of (fixture), BOOK_NOW, NULL), ==, G_MAXINT64);

  add_task (fixture, "Later", BOOK_NOW + 100 * HOUR);
  gint64 near = daybook_reminders_next (reader_of (fixture), BOOK_NOW, NULL);
  g_assert_cmpint (near, >, BOOK_NOW);
  g_assert_cmpint (near, <, BOOK_NOW + 100 * HOUR);
  g_assert_cmpint (daybook_reminders_next (reader_of (fixture), near, NULL), ==, BOOK_NOW + 100 * HOUR);
  g_autoptr(GArray) before = read_all (fixture, near - 1);
  g_autoptr(GArray) after = read_all (fixture, near);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpuint (after->len, ==, 2);
}

/* Beside another program: its changes are seen, and the search index is left to it. */
static void
test_beside (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *index = g_build_filename (fixture->book.folder, "search.db", NULL);

  daybook_store_close (fixture->book.store);
  g_clear_object (&fixture->book.store);
  g_remove (index);
  fixture->book.store = daybook_store_open_at (fixture->book.folder, DAYBOOK_STORE_BESIDE, BOOK_NOW, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (index, G_FILE_TEST_EXISTS));

  write_mark (fixture, DAYBOOK_TOLD_DUE, DAYBOOK_TOLD_NOTHING, FALSE);
  act (fixture, 0);
  g_assert_false (g_file_test (index, G_FILE_TEST_EXISTS));
  g_autoptr(GArray) none = read_all (fixture, BOOK_NOW);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_auto(DaybookReminderState) state = { 0 };
  const DaybookReminderState written = { .looked = 1 };
  g_autoptr(GError) error = NULL;

  book_run_sql (&fixture->book, "PRAGMA user_version = 99");
  g_assert_false (daybook_reminders_read_state (reader_of (fixture), &state, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_false (daybook_reminders_write (fixture->book.store, NULL, &written, BOOK_NOW, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NEWER);
  g_assert_cmpint (book_number (&fixture->book, "SELECT count (*) FROM reminder_state"), ==, 0);
}

static void
test_person (Fixture       *fixture,
             gconstpointer  data)
{
  DaybookId ann = case_add_agent (&fixture->book, "Ann", DAYBOOK_ROLE_AGENT), found;
  g_autoptr(GError) error = NULL;

  g_assert_false (daybook_reminders_person (reader_of (fixture), &found, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  g_clear_error (&error);

  daybook_reminders_sit_down (fixture->book.store, &ann);
  book_reopen (&fixture->book);
  g_assert_true (daybook_reminders_person (reader_of (fixture), &found, &error));
  g_assert_true (daybook_id_equal (&found, &ann));

  /* What is theirs and nobody's. */
  book_set (&fixture->book, &daybook_tasks, &fixture->task, DAYBOOK_TASK_AGENT, daybook_value_id (&ann));
  g_autoptr(GArray) theirs = daybook_reminders_read (reader_of (fixture), &ann, BOOK_NOW, &error);
  g_autoptr(GArray) others = daybook_reminders_read (reader_of (fixture), daybook_store_get_agent (fixture->book.store), BOOK_NOW, &error);
  g_assert_cmpuint (theirs->len, ==, 1);
  g_assert_cmpuint (others->len, ==, 0);

  book_set (&fixture->book, &daybook_agents, &ann, DAYBOOK_AGENT_DELETED, daybook_value_int (1));
  g_assert_false (daybook_reminders_person (reader_of (fixture), &found, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
}

static void
test_beside_nothing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookStore) store = daybook_store_open (folder, DAYBOOK_STORE_BESIDE, &error);

  g_assert_null (store);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  book_remove_folder (folder);
}

#define ADD(name, function) g_test_add ("/reminders/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("survives", test_survives);
  ADD ("undone", test_undone);
  ADD ("put-off", test_put_off);
  ADD ("another-time", test_another_time);
  ADD ("missed", test_missed);
  ADD ("missed-and-done", test_missed_and_done);
  ADD ("missed-and-seen", test_missed_and_seen);
  ADD ("forget", test_forget);
  ADD ("state", test_state);
  ADD ("next", test_next);
  ADD ("newer", test_newer);
  ADD ("person", test_person);
  ADD ("beside", test_beside);
  g_test_add_func ("/reminders/beside-nothing", test_beside_nothing);

  return g_test_run ();
}
