/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/due-model.h"
#include "app/today/snooze-form.h"
#include "app/today/today-count.h"
#include "app/today/today-page.h"
#include "app/common/agent-picker.h"
#include "app/orders/order-panel.h"
#include "case-book.h"
#include "core/case-call.h"
#include "merge-rows.h"
#include "stage.h"

/* Today: what is due, done and put off. The book's clock stands at 16:26 in Shanghai. */

#define HOUR G_GINT64_CONSTANT (3600)

typedef struct
{
  Book         book;
  DaybookPage *page;
  TestStage   *stage;
} Fixture;

static DaybookId
add_task (Fixture    *fixture,
          const char *title,
          gint64      due)
{
  const DaybookCaseCall task = { DAYBOOK_TASK_TODO, title, daybook_store_get_agent (fixture->book.store), due, NULL };
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);

  daybook_case_call_add (edit, NULL, &task, BOOK_NOW);
  return case_commit (&fixture->book, edit);
}

static void
open_page (Fixture *fixture)
{
  fixture->page = daybook_today_page_new (fixture->book.store);
  fixture->stage = test_stage_new (fixture->book.store, GTK_WIDGET (fixture->page));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  add_task (fixture, "Yesterday’s", BOOK_NOW - 24 * HOUR);
  add_task (fixture, "This morning’s", BOOK_NOW - 3 * HOUR);
  add_task (fixture, "Of this hour", BOOK_NOW + HOUR / 2);
  add_task (fixture, "Of the evening", BOOK_NOW + 3 * HOUR);
  add_task (fixture, "Tomorrow’s", BOOK_NOW + 24 * HOUR);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_stage_close (fixture->stage);
  book_close (&fixture->book);
}

static gboolean
is_gone (gpointer data)
{
  const char *text = g_object_get_data (data, "text");

  return test_find (data, GTK_TYPE_LABEL, text) == NULL;
}

static void
await_gone (Fixture    *fixture,
            const char *text)
{
  g_object_set_data (G_OBJECT (fixture->page), "text", (gpointer) text);
  test_wait_until (is_gone, fixture->page);
}

static GtkSelectionModel *
get_selection (Fixture *fixture)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW, NULL)));
}

/* Turns to the line that says so, and opens it. */
static void
open_named (Fixture    *fixture,
            const char *what)
{
  GListModel *lines = G_LIST_MODEL (get_selection (fixture));

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(DaybookDueObject) line = g_list_model_get_item (lines, i);

      if (g_str_equal (daybook_due_object_get_what (line), what))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (lines), i, TRUE);
    }
  daybook_page_perform (fixture->page, "open");
}

/* --- The list -------------------------------------------------------------------------------- */

static void
test_sections (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const SHOWN[] = {
    "Left From Before", "Yesterday’s", "24 h late", "Overdue", "This morning’s", "3 h late", "Next Hour", "Of this hour", "Later Today", "Of the evening",
  };

  open_page (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (SHOWN); i++)
    test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, SHOWN[i]);
  g_assert_null (test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Tomorrow’s"));
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "4");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  book_run_sql (&fixture->book, "DELETE FROM due_items");
  open_page (fixture);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Nothing Is Due");
  add_task (fixture, "Something", BOOK_NOW);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Something");
}

/* What becomes due while the window is open. */
static void
test_time_goes_on (Fixture       *fixture,
                   gconstpointer  data)
{
  open_page (fixture);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Next Hour");
  daybook_store_fix_now (fixture->book.store, BOOK_NOW + HOUR);
  daybook_clock_tick (daybook_desk_get_clock (daybook_desk_of (fixture->book.store)));
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "30 min late");
  await_gone (fixture, "Next Hour");
}

/* What is due of an order, with the order; of a shop's day, with the way to it. */
static void
test_follow_ups (Fixture       *fixture,
                 gconstpointer  data)
{
  static const Row ROWS[] = {
    { "1002", DAYBOOK_STAGE_SHIPPED, 5600, NULL, NULL, "李*", "SF1002", .shipped_at = BOOK_NOW - 24 * HOUR },
    { "1001", DAYBOOK_STAGE_PAID, 12800, NULL, NULL, "张*", NULL }, /* ordered the day before */
  };

  import_rows (&fixture->book, ROWS, G_N_ELEMENTS (ROWS), BOOK_NOW, 2, 0, 0);
  open_page (fixture);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Look up parcels");
  open_named (fixture, "Look up parcels");
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "The parcels of the day that began Fri 11-21 00:00 are looked up by Sat 11-22 11:00.");
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "Look Up the Parcels"));
  open_named (fixture, "Not shipped");
  test_await (GTK_WIDGET (fixture->page), DAYBOOK_TYPE_ORDER_PANEL, NULL);
  daybook_page_perform (fixture->page, "done");
  await_gone (fixture, "Not shipped");
}

/* --- Done ------------------------------------------------------------------------------------- */

static gboolean
has_next (gpointer data)
{
  Fixture *fixture = data;

  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture))) == 3 && gtk_selection_model_is_selected (get_selection (fixture), 1)
         && test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Of this hour") != NULL;
}

/* The one that stands in its place comes next, in the panel too. */
static void
test_done_goes_on (Fixture       *fixture,
                   gconstpointer  data)
{
  open_page (fixture);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "This morning’s");
  g_assert_false (daybook_page_can (fixture->page, "done"));
  gtk_selection_model_select_item (get_selection (fixture), 1, TRUE);
  g_assert_true (daybook_page_can (fixture->page, "done"));
  daybook_page_perform (fixture->page, "open");
  g_assert_true (daybook_page_is_panel_open (fixture->page));
  daybook_page_perform (fixture->page, "done");
  test_wait_until (has_next, fixture);
  g_assert_cmpint (book_number (&fixture->book, "SELECT count (*) FROM tasks WHERE done_at IS NOT NULL"), ==, 1);
  g_assert_true (daybook_page_is_panel_open (fixture->page));

  g_autoptr(DaybookOutcome) undone = daybook_store_undo (fixture->book.store, NULL, NULL);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "This morning’s");
}

static void
test_several_are_done (Fixture       *fixture,
                       gconstpointer  data)
{
  open_page (fixture);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "This morning’s");
  daybook_page_perform (fixture->page, "select-all");
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "4 selected");
  daybook_page_perform (fixture->page, "done");
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Nothing Is Due");
  g_assert_cmpint (book_number (&fixture->book, "SELECT count (*) FROM acts WHERE title = '4 things done'"), ==, 1);
}

/* A full disk: nothing goes, and it is said. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  open_page (fixture);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "This morning’s");
  test_stage_set_answer (fixture->stage, TEST_ANSWER_REFUSE);
  gtk_selection_model_select_item (get_selection (fixture), 1, TRUE);
  daybook_page_perform (fixture->page, "done");
  test_turn_loop ();
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "This morning’s"));
}

/* --- Put off ------------------------------------------------------------------------------------- */

static void
test_put_off (Fixture       *fixture,
              gconstpointer  data)
{
  open_page (fixture);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "This morning’s");
  gtk_selection_model_select_item (get_selection (fixture), 1, TRUE);
  daybook_page_perform (fixture->page, "snooze");
  /* 16:26 and a quarter of an hour. */
  test_press (GTK_WIDGET (fixture->page), "15 minutes · 16:41");
  await_gone (fixture, "This morning’s");
  g_assert_cmpint (book_number (&fixture->book, "SELECT until FROM attentions"), ==, BOOK_NOW + 15 * 60);
  g_assert_cmpint (book_number (&fixture->book, "SELECT keep FROM attentions"), ==, 0);
  daybook_store_fix_now (fixture->book.store, BOOK_NOW + 16 * 60);
  daybook_clock_tick (daybook_desk_get_clock (daybook_desk_of (fixture->book.store)));
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "This morning’s");
}

static void
write_time (Fixture    *fixture,
            const char *text)
{
  GtkWidget *entry = test_await (GTK_WIDGET (fixture->page), GTK_TYPE_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_put_off_otherwise (Fixture       *fixture,
                        gconstpointer  data)
{
  open_page (fixture);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "This morning’s");
  gtk_selection_model_select_item (get_selection (fixture), 1, TRUE);
  daybook_page_perform (fixture->page, "snooze");
  write_time (fixture, "soonish");
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "“soonish” is not a date or time such as 2026-11-22 10:20.");
  write_time (fixture, "2025-11-22 10:00");
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "That time is over: nothing can be put off until then.");
  g_assert_cmpint (book_number (&fixture->book, "SELECT count (*) FROM attentions"), ==, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (test_find (GTK_WIDGET (fixture->page), GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  write_time (fixture, "2025-11-23 10:00");
  await_gone (fixture, "This morning’s");
  g_assert_cmpint (book_number (&fixture->book, "SELECT keep FROM attentions"), ==, 1);
}

/* --- Whose ------------------------------------------------------------------------------------------ */

/* A shop of one person is not asked. */
static void
test_mine (Fixture       *fixture,
           gconstpointer  data)
{
  DaybookId other;

  open_page (fixture);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "This morning’s");
  g_assert_null (test_find (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, "Mine"));
  other = case_add_agent (&fixture->book, "小王", DAYBOOK_ROLE_AGENT);
  GtkWidget *mine = test_await (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, "Mine");
  daybook_desk_set_agent (daybook_desk_of (fixture->book.store), &other);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (mine), TRUE);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Nothing Is Due");
}

static void
test_count (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 count;

  open_page (fixture);
  g_object_get (daybook_today_count_of (fixture->book.store), "count", &count, NULL);
  g_assert_cmpint (count, ==, 4);
}

static const DaybookRow *
find_agent (GPtrArray  *agents,
            const char *code)
{
  for (guint i = 0; i < agents->len; i++)
    if (g_str_equal (daybook_row_text (g_ptr_array_index (agents, i), DAYBOOK_AGENT_CODE), code))
      return g_ptr_array_index (agents, i);

  return NULL;
}

/* Many at once go to one person, in one act. */
static void
test_given_to_somebody (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  g_autoptr(GPtrArray) agents = NULL;
  DaybookId other;

  daybook_id_random (&other);
  daybook_edit_create (edit, &daybook_agents, &other);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("Lin"));
  daybook_edit_give (edit, DAYBOOK_AGENT_CODE, daybook_value_text ("007"));
  case_commit (&fixture->book, edit);
  open_page (fixture);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Of this hour");
  gtk_selection_model_select_all (get_selection (fixture));
  g_assert_true (daybook_page_can (fixture->page, "agent"));
  agents = daybook_reader_all (daybook_store_get_reader (fixture->book.store), &daybook_agents, NULL);
  g_assert_cmpuint (agents->len, ==, 2);
  g_signal_emit_by_name (test_await (GTK_WIDGET (fixture->page), DAYBOOK_TYPE_AGENT_PICKER, NULL), "picked",
                         find_agent (agents, "007"));
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Lin");
  g_assert_cmpstr (test_stage_get_said (fixture->stage), ==, "4 things: Lin");
  g_autofree char *id = daybook_id_to_string (&other);
  g_autofree char *hers = g_strdup_printf ("agent = %s", id);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_tasks, hers), ==, 4);
}

#define ADD(name, func) g_test_add ("/today-page/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("sections", test_sections);
  ADD ("nothing", test_nothing);
  ADD ("time-goes-on", test_time_goes_on);
  ADD ("follow-ups", test_follow_ups);
  ADD ("given-to-somebody", test_given_to_somebody);
  ADD ("done-goes-on", test_done_goes_on);
  ADD ("several-are-done", test_several_are_done);
  ADD ("refused", test_refused);
  ADD ("put-off", test_put_off);
  ADD ("put-off-otherwise", test_put_off_otherwise);
  ADD ("mine", test_mine);
  ADD ("count", test_count);
  return g_test_run ();
}
