/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/backup.h"

/* Who is at the desk, when that person is taken from those who work here. */

#define PATIENCE_S 20

static DaybookId
add_colleague (Book *book)
{
  DaybookId colleague;
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Added", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_id_random (&colleague);
  daybook_edit_create (edit, &daybook_agents, &colleague);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("小王"));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (DAYBOOK_ROLE_LEAD));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  return colleague;
}

static gboolean
on_too_late (gpointer data)
{
  g_assert_not_reached ();
}

/* Turns the main loop, which is where the store looks what has changed. */
static void
await_agent (Book            *book,
             const DaybookId *agent)
{
  guint watchdog = g_timeout_add_seconds (PATIENCE_S, on_too_late, NULL);

  while (!daybook_id_equal (daybook_store_get_agent (book->store), agent))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (watchdog);
}

static void
count_emission (guint *n)
{
  (*n)++;
}

/* Until the store has told of a change, whatever it was. */
static void
await_change (Book *book)
{
  guint watchdog = g_timeout_add_seconds (PATIENCE_S, on_too_late, NULL);
  guint n = 0;
  gulong handler = g_signal_connect_swapped (book->store, "changed", G_CALLBACK (count_emission), &n);

  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (book->store, handler);
  g_source_remove (watchdog);
}

static void
test_removed_by_another_process (void)
{
  Book book;
  book_open (&book);
  DaybookId owner = *daybook_store_get_agent (book.store);
  DaybookId colleague = add_colleague (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  Book other = { book.folder, daybook_store_open_at (book.folder, DAYBOOK_STORE_EXISTING, BOOK_NOW, NULL) };

  daybook_store_set_agent (book.store, &colleague);
  g_assert_nonnull (other.store);
  book_set (&other, &daybook_agents, &colleague, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  await_agent (&book, &owner);

  DaybookId act = book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("whose?"));
  g_autoptr(DaybookAct) done = daybook_reader_act (daybook_store_get_reader (book.store), &act, NULL);
  g_assert_cmpstr (done->agent, ==, "Owner");

  g_object_unref (other.store);
  book_close (&book);
}

static void
test_taken_back_by_undo (void)
{
  Book book;
  book_open (&book);
  DaybookId owner = *daybook_store_get_agent (book.store);
  DaybookId colleague = add_colleague (&book);

  daybook_store_set_agent (book.store, &colleague);
  g_autoptr(GPtrArray) acts = daybook_reader_history (daybook_store_get_reader (book.store), &daybook_agents, &colleague,
                                                      0, 0, NULL);
  g_assert_cmpuint (acts->len, ==, 1);
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, &((DaybookAct *) acts->pdata[0])->id, NULL);
  g_assert_nonnull (undone);
  await_agent (&book, &owner);

  book_close (&book);
}

static void
test_gone_with_a_restored_backup (void)
{
  Book book;
  book_open (&book);
  g_autoptr(GError) error = NULL;
  DaybookId owner = *daybook_store_get_agent (book.store);
  g_autofree char *file = daybook_backup_make (book.store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  DaybookId colleague = add_colleague (&book);

  daybook_store_set_agent (book.store, &colleague);
  g_assert_true (daybook_backup_restore (book.store, file, NULL, NULL, &error));
  g_assert_no_error (error);
  await_agent (&book, &owner);

  book_close (&book);
}

static void
test_who_is_still_there_stays (void)
{
  Book book;
  book_open (&book);
  DaybookId colleague = add_colleague (&book);

  daybook_store_set_agent (book.store, &colleague);
  await_change (&book);
  book_set (&book, &daybook_agents, &colleague, DAYBOOK_AGENT_NAME, daybook_value_text ("王"));
  await_change (&book);
  g_assert_true (daybook_id_equal (daybook_store_get_agent (book.store), &colleague));

  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agent/removed-by-another-process", test_removed_by_another_process);
  g_test_add_func ("/agent/taken-back-by-undo", test_taken_back_by_undo);
  g_test_add_func ("/agent/gone-with-a-restored-backup", test_gone_with_a_restored_backup);
  g_test_add_func ("/agent/who-is-still-there-stays", test_who_is_still_there_stays);
  return g_test_run ();
}
