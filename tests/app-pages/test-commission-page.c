/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/desk.h"
#include "app/reports/commission-page.h"
#include "core/order.h"
#include "core/shop.h"
#include "stage.h"
#include "store/task.h"

/* Whose orders a month's are. In the book it is the 22nd of November 2025. */

#define DAY G_GINT64_CONSTANT (86400)

typedef struct
{
  Book         book;
  DaybookPage *page;
  TestStage   *stage;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  book_add_order (&fixture->book, "1001", BOOK_NOW - 2 * DAY);
  book_add_order (&fixture->book, "1002", BOOK_NOW - DAY);
  fixture->page = daybook_commission_page_new (fixture->book.store);
  fixture->stage = test_stage_new (fixture->book.store, GTK_WIDGET (fixture->page));
  daybook_page_shown (fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_stage_close (fixture->stage);
  book_close (&fixture->book);
}

static const char *
get_month (Fixture *fixture)
{
  GtkDropDown *months = GTK_DROP_DOWN (test_await (GTK_WIDGET (fixture->page), GTK_TYPE_DROP_DOWN, NULL));

  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (months));
}

static gboolean
is_gone (gpointer pointer)
{
  return *(GtkWidget **) pointer == NULL;
}

static void
on_changed (gboolean *told)
{
  *told = TRUE;
}

static gboolean
is_told (gpointer told)
{
  return *(gboolean *) told;
}

/* Writes it down, and waits until the window knows. */
static DaybookId
add_order (Fixture    *fixture,
           const char *number)
{
  gboolean told = FALSE;
  gulong handler = g_signal_connect_swapped (fixture->book.store, "changed", G_CALLBACK (on_changed), &told);
  DaybookId order = book_add_order (&fixture->book, number, BOOK_NOW);

  test_wait_until (is_told, &told);
  g_signal_handler_disconnect (fixture->book.store, handler);
  return order;
}

/* Turns to the page, which counts anew. */
static void
turn_to_page (Fixture *fixture)
{
  GtkWidget *count = test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Orders without a name");

  g_object_add_weak_pointer (G_OBJECT (count), (gpointer *) &count);
  daybook_page_shown (fixture->page);
  test_wait_until (is_gone, &count);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Orders without a name");
}

/* Somebody writes another order down. Whoever turns to the page again sees it. */
static void
test_the_report_stays_in_sight (Fixture       *fixture,
                                gconstpointer  data)
{
  GtkWidget *count = test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Orders without a name");

  g_object_add_weak_pointer (G_OBJECT (count), (gpointer *) &count);
  add_order (fixture, "1003");
  daybook_tasks_wait ();
  test_turn_loop ();
  g_assert_nonnull (count);
  g_assert_true (gtk_widget_get_mapped (count));
  g_object_remove_weak_pointer (G_OBJECT (count), (gpointer *) &count);

  turn_to_page (fixture);
}

static void
add_person (Book       *book,
            const char *code)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "hire", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId agent;

  daybook_id_fresh (&agent, BOOK_NOW * 1000);
  daybook_edit_create (edit, &daybook_agents, &agent);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("林小美"));
  daybook_edit_give (edit, DAYBOOK_AGENT_CODE, daybook_value_text (code));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}

static void
note_on_platform (Book            *book,
                  const DaybookId *order,
                  const char      *note)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "import", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_edit_set (edit, &daybook_orders, order, DAYBOOK_ORDER_SELLER_NOTE, daybook_value_text (note));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}

/* What is done on the page itself is counted at once. */
static void
test_names_are_taken_over (Fixture       *fixture,
                           gconstpointer  data)
{
  DaybookId order = add_order (fixture, "1003");

  add_person (&fixture->book, "007");
  note_on_platform (&fixture->book, &order, "客服007 已联系");
  add_order (fixture, "1004");
  turn_to_page (fixture);
  test_press (GTK_WIDGET (fixture->page), "Take Over Names");
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "林小美");
}

/* ... and the one that was chosen stays. */
static void
test_a_month_begins (Fixture       *fixture,
                     gconstpointer  data)
{
  DaybookClock *clock = daybook_desk_get_clock (daybook_desk_of (fixture->book.store));
  GtkDropDown *months = GTK_DROP_DOWN (test_await (GTK_WIDGET (fixture->page), GTK_TYPE_DROP_DOWN, NULL));
  g_autoptr(GtkStringObject) first = NULL;

  g_assert_cmpstr (get_month (fixture), ==, "2025-11");
  daybook_store_fix_now (fixture->book.store, BOOK_NOW + 9 * DAY);
  daybook_clock_tick (clock);
  first = g_list_model_get_item (gtk_drop_down_get_model (months), 0);
  g_assert_cmpstr (gtk_string_object_get_string (first), ==, "2025-12");
  g_assert_cmpstr (get_month (fixture), ==, "2025-11");
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Orders without a name");
}

#define ADD(name, func) g_test_add ("/commission-page/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("the-report-stays-in-sight", test_the_report_stays_in_sight);
  ADD ("names-are-taken-over", test_names_are_taken_over);
  ADD ("a-month-begins", test_a_month_begins);
  return g_test_run ();
}
