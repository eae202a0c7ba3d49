/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-state.h"

#include "store/database.h"
#include "store/long-edit.h"

/* An edit of many rows: one act of many short transactions, between which others
 * write; stopped or failed it leaves nothing. Killed: test-kill.c. */

#define ORDERS 2500
#define ROUNDS 6
#define TRIES 20
#define PATIENCE_US (5 * G_USEC_PER_SEC) /* nobody waits longer for a note */

typedef struct
{
  Book             book;
  GPtrArray       *ids;         /* DaybookId of the orders */
  DaybookDatabase *db;          /* of a second program that looks */
  DaybookStore    *other;       /* of a second program that writes, or NULL */
  GCancellable    *cancellable; /* to be cancelled half-way, or NULL */
  guint            n_reports;
  guint            n_between;   /* the other's commits while the act was half-done */
  gint64           longest_us;  /* of these */
  DaybookOutcome  *outcome;
  GError          *error;
  gboolean         done;
} Fixture;

static void
read_ids (Fixture *fixture)
{
  DaybookReader *reader = daybook_store_get_reader (fixture->book.store);
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GArray) keys = daybook_reader_keys (reader, query, 0, NULL);

  fixture->ids = g_ptr_array_new_with_free_func (g_free);
  g_assert_nonnull (keys);
  for (guint i = 0; i < keys->len; i++)
    {
      DaybookId id;

      g_assert_true (daybook_reader_id (reader, &daybook_orders, g_array_index (keys, gint64, i), &id, NULL));
      g_ptr_array_add (fixture->ids, g_memdup2 (&id, sizeof id));
    }
}

static void
set_up (Fixture *fixture,
        guint    n_orders)
{
  g_autoptr(GError) error = NULL;

  *fixture = (Fixture) { .n_reports = 0 };
  book_open (&fixture->book);
  g_assert_true (book_import_orders (fixture->book.store, 0, n_orders, NULL, &error));
  g_assert_no_error (error);
  fixture->db = daybook_database_open (daybook_store_get_path (fixture->book.store), DAYBOOK_DATABASE_READ, 0, &error);
  g_assert_no_error (error);
  read_ids (fixture);
  g_assert_cmpuint (fixture->ids->len, ==, n_orders);
}

static void
tear_down (Fixture *fixture)
{
  g_clear_pointer (&fixture->outcome, daybook_outcome_free);
  g_clear_error (&fixture->error);
  g_clear_object (&fixture->cancellable);
  book_close_store (&fixture->other);
  g_clear_pointer (&fixture->db, daybook_database_close);
  g_clear_pointer (&fixture->ids, g_ptr_array_unref);
  book_assert_sound (fixture->book.store, "at the end");
  daybook_store_close (fixture->book.store);
  book_close (&fixture->book);
}

static gint64
number (Fixture    *fixture,
        const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 number = daybook_database_number (fixture->db, sql, 0, &error);

  g_assert_no_error (error);
  return number;
}

/* A note and a flag on the first `n` orders. */
static DaybookEdit *
make_edit (Fixture *fixture,
           guint    n)
{
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Noted", daybook_store_get_agent (fixture->book.store));

  for (guint i = 0; i < n; i++)
    {
      const DaybookId *id = g_ptr_array_index (fixture->ids, i);

      daybook_edit_set (edit, &daybook_orders, id, DAYBOOK_ORDER_NOTE, daybook_value_text ("called"));
      daybook_edit_set (edit, &daybook_orders, id, DAYBOOK_ORDER_FLAG, daybook_value_int (DAYBOOK_FLAG_RED));
    }

  return edit;
}

/* Another program saves a name while the act is half-done. */
static void
write_between (Fixture *fixture)
{
  g_autofree char *name = g_strdup_printf ("Owner %u", fixture->n_between);
  g_autoptr(GError) error = NULL;
  gint64 before = g_get_monotonic_time ();

  g_assert_true (book_rename_owner (fixture->other, name, &error));
  g_assert_no_error (error);
  fixture->longest_us = MAX (fixture->longest_us, g_get_monotonic_time () - before);
  fixture->n_between += number (fixture, "SELECT count (*) FROM acts WHERE state = 1 AND title = 'Noted'") == 1;
}

static void
on_progress (goffset  done,
             goffset  total,
             gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpint (done, <=, total);
  fixture->n_reports++;
  if (done == 0 || fixture->done)
    return;

  if (fixture->other != NULL)
    write_between (fixture);
  if (fixture->cancellable != NULL)
    g_cancellable_cancel (fixture->cancellable);
}

static void
on_committed (GObject      *store,
              GAsyncResult *result,
              gpointer      data)
{
  Fixture *fixture = data;

  fixture->outcome = daybook_store_commit_finish (DAYBOOK_STORE (store), result, &fixture->error);
  fixture->done = TRUE;
}

static void
commit (Fixture     *fixture,
        DaybookEdit *edit)
{
  daybook_store_commit_async (fixture->book.store, edit, on_progress, fixture, fixture->cancellable, on_committed, fixture);
  while (!fixture->done)
    g_main_context_iteration (NULL, TRUE);
}

/* --- The tests ---------------------------------------------------------- */

static void
test_few_changes_are_one_transaction (void)
{
  Fixture fixture;
  set_up (&fixture, DAYBOOK_EDIT_CHANGES_PER_STEP / 2);
  g_autoptr(DaybookEdit) few = make_edit (&fixture, DAYBOOK_EDIT_CHANGES_PER_STEP / 2);
  g_autoptr(DaybookEdit) people = daybook_edit_new (DAYBOOK_ACT_EDIT, "People", NULL);

  g_assert_false (daybook_long_edit_suits (few));
  commit (&fixture, few);
  g_assert_no_error (fixture.error);
  g_assert_cmpuint (fixture.outcome->n_changes, ==, DAYBOOK_EDIT_CHANGES_PER_STEP);
  g_assert_cmpuint (fixture.n_reports, ==, 0);

  /* What a rule looks at as a whole is never cut, however much it is. */
  for (guint i = 0; i <= DAYBOOK_EDIT_CHANGES_PER_STEP; i++)
    daybook_edit_set (people, &daybook_agents, daybook_store_get_agent (fixture.book.store), DAYBOOK_AGENT_NAME,
                      daybook_value_text ("Owner"));
  g_assert_false (daybook_long_edit_suits (people));
  tear_down (&fixture);
}

/* Returns the other's commits while the act was half-done. */
static guint
commit_among_others (void)
{
  Fixture fixture;
  set_up (&fixture, ORDERS);
  g_autoptr(DaybookEdit) edit = make_edit (&fixture, ORDERS);

  fixture.other = book_open_folder (fixture.book.folder, &fixture.error);
  g_assert_no_error (fixture.error);
  g_assert_true (daybook_long_edit_suits (edit));
  commit (&fixture, edit);
  g_assert_no_error (fixture.error);
  g_test_message ("%u commits of another program while the act was half-done, the longest %.1f ms", fixture.n_between,
                  (double) fixture.longest_us / 1000);
  g_assert_cmpint (fixture.longest_us, <, PATIENCE_US);
  g_assert_cmpuint (fixture.outcome->n_changes, ==, 2 * ORDERS);
  g_assert_cmpint (number (&fixture, "SELECT count (*) FROM acts WHERE title = 'Noted' AND state = 0"), ==, 1);
  g_assert_cmpint (number (&fixture, "SELECT size FROM acts WHERE title = 'Noted'"), ==, 2 * ORDERS);
  g_assert_cmpuint (book_count (&fixture.book, &daybook_orders, "flag = red and note = called"), ==, ORDERS);
  tear_down (&fixture);
  return fixture.n_between;
}

/* Where the machine gives the other no turn until the act has ended, nothing is seen: then anew. */
static void
test_others_write_between_the_steps (void)
{
  guint n_between = 0;

  for (guint i = 0; i < TRIES && n_between == 0; i++)
    n_between = commit_among_others ();
  g_assert_cmpuint (n_between, >, 0);
}

static void
test_one_undo_takes_all_back (void)
{
  Fixture fixture;
  set_up (&fixture, ORDERS);
  g_autoptr(DaybookEdit) edit = make_edit (&fixture, ORDERS);
  g_autofree char *before = book_state_visible (fixture.book.folder);

  commit (&fixture, edit);
  g_assert_no_error (fixture.error);
  g_autofree char *after = book_state_visible (fixture.book.folder);
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (fixture.book.store, NULL, &fixture.error);
  g_assert_no_error (fixture.error);
  g_assert_true (g_str_has_suffix (undone->title, "Noted"));
  g_autofree char *back = book_state_visible (fixture.book.folder);
  book_state_assert_equal (back, before, "after the undo");
  g_autoptr(DaybookOutcome) redone = daybook_store_redo (fixture.book.store, &fixture.error);
  g_assert_no_error (fixture.error);
  g_autofree char *again = book_state_visible (fixture.book.folder);
  book_state_assert_equal (again, after, "after the redo");
  tear_down (&fixture);
}

/* Once, when some of it was reported as done. */
static void
cancel_once (Fixture     *fixture,
             DaybookEdit *edit)
{
  fixture->cancellable = g_cancellable_new ();
  fixture->done = FALSE;
  commit (fixture, edit);
  g_assert_error (fixture->error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
  book_assert_sentence (fixture->error, "cancelled");
  g_assert_null (fixture->outcome);
  g_clear_error (&fixture->error);
  g_clear_object (&fixture->cancellable);
}

/* Whoever cancels at a report does it while the step of the report ends, or the next one
 * has begun: several times, to meet both. */
static void
test_cancel_gives_all_back (void)
{
  Fixture fixture;
  set_up (&fixture, ORDERS);
  g_autoptr(DaybookEdit) edit = make_edit (&fixture, ORDERS);
  g_autofree char *before = book_state_visible (fixture.book.folder);

  for (guint round = 0; round < ROUNDS; round++)
    {
      cancel_once (&fixture, edit);
      g_autofree char *after = book_state_visible (fixture.book.folder);
      book_state_assert_equal (after, before, "after the cancel");
    }

  /* It had begun: the history says so, and that it is undone. */
  g_assert_cmpint (number (&fixture, "SELECT count (*) FROM acts WHERE title = 'Noted' AND size > 0"), ==, ROUNDS);
  g_assert_cmpint (number (&fixture, "SELECT count (*) FROM acts WHERE kind = 2"), ==, ROUNDS);
  g_assert_cmpint (number (&fixture, "SELECT count (*) FROM acts WHERE state <> 0"), ==, 0);
  g_assert_true (book_note_orders (fixture.book.store, 1, "on it goes", NULL));
  tear_down (&fixture);
}

static void
test_cancelled_before_it_began (void)
{
  Fixture fixture;
  set_up (&fixture, ORDERS);
  g_autoptr(DaybookEdit) edit = make_edit (&fixture, ORDERS);
  gint64 acts = number (&fixture, "SELECT count (*) FROM acts");

  fixture.cancellable = g_cancellable_new ();
  g_cancellable_cancel (fixture.cancellable);
  commit (&fixture, edit);
  g_assert_error (fixture.error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
  g_assert_cmpint (number (&fixture, "SELECT count (*) FROM acts"), ==, acts);
  tear_down (&fixture);
}

/* A row that is not there, at the very end: nothing was written before it was found. */
static void
test_what_cannot_be_done_is_found_before (void)
{
  Fixture fixture;
  set_up (&fixture, ORDERS);
  g_autoptr(DaybookEdit) edit = make_edit (&fixture, ORDERS);
  gint64 acts = number (&fixture, "SELECT count (*) FROM acts");
  DaybookId nobody;

  daybook_id_random (&nobody);
  daybook_edit_set (edit, &daybook_orders, &nobody, DAYBOOK_ORDER_NOTE, daybook_value_text ("called"));
  commit (&fixture, edit);
  g_assert_error (fixture.error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  book_assert_sentence (fixture.error, "no such row");
  g_assert_cmpint (number (&fixture, "SELECT count (*) FROM acts"), ==, acts);
  g_assert_cmpuint (book_count (&fixture.book, &daybook_orders, "note = called"), ==, 0);
  tear_down (&fixture);
}

/* A rule that a value breaks, too. */
static void
test_rules_come_first (void)
{
  Fixture fixture;
  set_up (&fixture, ORDERS);
  g_autoptr(DaybookEdit) edit = make_edit (&fixture, ORDERS);
  gint64 acts = number (&fixture, "SELECT count (*) FROM acts");

  daybook_edit_set (edit, &daybook_orders, g_ptr_array_index (fixture.ids, 0), DAYBOOK_ORDER_STAGE,
                    daybook_value_int (DAYBOOK_STAGE_CLOSED));
  commit (&fixture, edit);
  g_assert_error (fixture.error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_assert_cmpint (number (&fixture, "SELECT count (*) FROM acts"), ==, acts);
  tear_down (&fixture);
}

/* Everything is as it should be already: no act, and no failure. */
static void
test_nothing_to_change (void)
{
  Fixture fixture;
  set_up (&fixture, ORDERS);
  g_autoptr(DaybookEdit) edit = make_edit (&fixture, ORDERS);
  g_autoptr(DaybookOutcome) first = daybook_store_commit (fixture.book.store, edit, &fixture.error);

  g_assert_no_error (fixture.error);
  g_assert_cmpuint (first->n_changes, ==, 2 * ORDERS);
  commit (&fixture, edit);
  g_assert_no_error (fixture.error);
  g_assert_true (daybook_id_is_null (&fixture.outcome->act));
  g_assert_cmpuint (fixture.outcome->n_changes, ==, 0);
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/long-edit/few-changes-are-one-transaction", test_few_changes_are_one_transaction);
  g_test_add_func ("/long-edit/others-write-between-the-steps", test_others_write_between_the_steps);
  g_test_add_func ("/long-edit/one-undo-takes-all-back", test_one_undo_takes_all_back);
  g_test_add_func ("/long-edit/cancel-gives-all-back", test_cancel_gives_all_back);
  g_test_add_func ("/long-edit/cancelled-before-it-began", test_cancelled_before_it_began);
  g_test_add_func ("/long-edit/what-cannot-be-done-is-found-before", test_what_cannot_be_done_is_found_before);
  g_test_add_func ("/long-edit/rules-come-first", test_rules_come_first);
  g_test_add_func ("/long-edit/nothing-to-change", test_nothing_to_change);

  return g_test_run ();
}
