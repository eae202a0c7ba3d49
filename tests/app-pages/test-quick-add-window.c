/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/quick/quick-add-window.h"
#include "core/case.h"
#include "core/task.h"
#include "stage.h"

/* Quick add (UX 12) where a journey cannot go: an input method that composes, and Enter before all was read. */

typedef struct
{
  Book       book;
  TestStage *stage;
  GtkWindow *quick; /* NULL once it is closed */
  GtkWidget *line;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  fixture->stage = test_stage_new (fixture->book.store, gtk_label_new ("page"));
  fixture->quick = daybook_quick_add_window_new (GTK_WINDOW (fixture->stage), fixture->book.store, data);
  g_object_add_weak_pointer (G_OBJECT (fixture->quick), (gpointer *) &fixture->quick);
  gtk_window_present (fixture->quick);
  fixture->line = test_await (GTK_WIDGET (fixture->quick), GTK_TYPE_ENTRY, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->quick != NULL)
    gtk_window_destroy (fixture->quick);
  test_turn_loop ();
  test_stage_close (fixture->stage);
  book_close (&fixture->book);
}

static gboolean
is_closed (gpointer data)
{
  return ((Fixture *) data)->quick == NULL;
}

static void
compose (Fixture    *fixture,
         const char *preedit)
{
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (fixture->line)), "preedit-changed", preedit);
}

/* For some frames: whatever Enter began would have ended. */
static void
let_time_pass (void)
{
  for (int i = 0; i < 25; i++)
    {
      g_usleep (8000);
      test_turn_loop ();
    }
}

/* Enter, and Ctrl+Enter, choose among the candidates of an input method. */
static void
test_nothing_is_saved_while_it_composes (Fixture       *fixture,
                                         gconstpointer  data)
{
  compose (fixture, "ni");
  g_signal_emit_by_name (fixture->line, "activate");
  gtk_widget_activate_action (GTK_WIDGET (fixture->quick), "quick.open", NULL);
  let_time_pass ();
  g_assert_nonnull (fixture->quick);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_tasks, ""), ==, 0);

  compose (fixture, "");
  g_signal_emit_by_name (fixture->line, "activate");
  test_wait_until (is_closed, fixture);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_tasks, ""), ==, 1);
  g_assert_cmpstr (test_stage_get_said (fixture->stage), ==, "buy tape");
}

/* Who types fast presses Enter before the line was read; it is that line which is saved. */
static void
test_enter_before_it_was_read (Fixture       *fixture,
                               gconstpointer  data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->line), "return wet box tomorrow 10:00");
  g_signal_emit_by_name (fixture->line, "activate");
  test_wait_until (is_closed, fixture);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_tasks, ""), ==, 0);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_cases, "subject = 'wet box'"), ==, 1);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_cases, "register = return"), ==, 1);
}

/* It is saved all the same, and the window below says so. */
static void
test_closed_while_it_is_saved (Fixture       *fixture,
                               gconstpointer  data)
{
  g_signal_emit_by_name (fixture->line, "activate");
  gtk_window_close (fixture->quick);
  test_wait_until (is_closed, fixture);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_tasks, ""), ==, 1);
  g_assert_cmpstr (test_stage_get_said (fixture->stage), ==, "buy tape");
}

/* Nothing is written, nothing is made. */
static void
test_an_empty_line_is_not_saved (Fixture       *fixture,
                                 gconstpointer  data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->line), " ， ");
  g_signal_emit_by_name (fixture->line, "activate");
  let_time_pass ();
  g_assert_nonnull (fixture->quick);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_tasks, ""), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/quick-add-window/nothing-is-saved-while-it-composes", Fixture, "buy tape",
              set_up, test_nothing_is_saved_while_it_composes, tear_down);
  g_test_add ("/quick-add-window/enter-before-it-was-read", Fixture, NULL,
              set_up, test_enter_before_it_was_read, tear_down);
  g_test_add ("/quick-add-window/closed-while-it-is-saved", Fixture, "buy tape",
              set_up, test_closed_while_it_is_saved, tear_down);
  g_test_add ("/quick-add-window/an-empty-line-is-not-saved", Fixture, "buy tape",
              set_up, test_an_empty_line_is_not_saved, tear_down);
  return g_test_run ();
}
