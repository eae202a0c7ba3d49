/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/passes/trace-page.h"
#include "core/case.h"
#include "core/order.h"
#include "merge-rows.h"
#include "stage.h"

/* The pass over yesterday's parcels. The book's clock stands at 16:26 in Shanghai. */

#define DAY G_GINT64_CONSTANT (86400)

static const Row ROWS[] = {
  { "1001", DAYBOOK_STAGE_SHIPPED, 5600, NULL, NULL, "张*", "SF1001", .shipped_at = BOOK_NOW - DAY - 60 },
  { "1002", DAYBOOK_STAGE_SHIPPED, 5600, NULL, NULL, "李*", "SF1002", .shipped_at = BOOK_NOW - DAY },
  { "1003", DAYBOOK_STAGE_SHIPPED, 5600, NULL, NULL, "王*", "SF1003", .shipped_at = BOOK_NOW - DAY + 60 },
};

typedef struct
{
  Book         book;
  DaybookPage *page;
  TestStage   *stage;
} Fixture;

static void
open_page (Fixture *fixture)
{
  fixture->page = daybook_trace_page_new (fixture->book.store);
  fixture->stage = test_stage_new (fixture->book.store, GTK_WIDGET (fixture->page));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_stage_close (fixture->stage);
  book_close (&fixture->book);
}

static GtkWidget *
await_label (Fixture    *fixture,
             const char *text)
{
  return test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, text);
}

static gboolean
is_said (gpointer data)
{
  return test_find (data, GTK_TYPE_BUTTON, g_object_get_data (data, "text")) != NULL;
}

/* What was done stays where it was offered, and cannot be pressed again. */
static void
await_said (Fixture    *fixture,
            const char *text)
{
  g_object_set_data (G_OBJECT (fixture->page), "text", (gpointer) text);
  test_wait_until (is_said, fixture->page);
  g_assert_false (gtk_widget_is_sensitive (test_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, text)));
}

static GtkSelectionModel *
get_selection (Fixture *fixture)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW, NULL)));
}

static gboolean
is_second_selected (gpointer data)
{
  return gtk_selection_model_is_selected (get_selection (data), 1);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  open_page (fixture);
  await_label (fixture, "No Parcels to Look Up");
  g_assert_false (daybook_page_can (fixture->page, "done"));
  import_rows (&fixture->book, ROWS, G_N_ELEMENTS (ROWS), BOOK_NOW, 3, 0, 0);
  await_label (fixture, "0 of 3 parcels looked up");
}

/* One key for each that moves, and the next one is at hand. */
static void
test_they_move (Fixture       *fixture,
                gconstpointer  data)
{
  import_rows (&fixture->book, ROWS, G_N_ELEMENTS (ROWS), BOOK_NOW, 3, 0, 0);
  open_page (fixture);
  await_label (fixture, "SF1001");
  gtk_selection_model_select_item (get_selection (fixture), 0, TRUE);
  daybook_page_perform (fixture->page, "done");
  await_label (fixture, "1 of 3 parcels looked up");
  g_assert_cmpstr (test_stage_get_said (fixture->stage), ==, "Parcel moves · 1001");
  test_wait_until (is_second_selected, fixture);
  gtk_selection_model_select_all (get_selection (fixture));
  daybook_page_perform (fixture->page, "done");
  await_label (fixture, "3 of 3 parcels looked up");
}

/* What does not is a case, which says what was done. */
static void
test_one_does_not (Fixture       *fixture,
                   gconstpointer  data)
{
  import_rows (&fixture->book, ROWS, G_N_ELEMENTS (ROWS), BOOK_NOW, 3, 0, 0);
  open_page (fixture);
  await_label (fixture, "SF1002");
  gtk_selection_model_select_item (get_selection (fixture), 1, TRUE);
  daybook_page_perform (fixture->page, "ask-courier");
  await_said (fixture, "Courier asked");
  daybook_page_perform (fixture->page, "tell-customer");
  await_said (fixture, "Customer told");
  daybook_page_perform (fixture->page, "extend-receipt");
  await_said (fixture, "Extended");
  g_assert_cmpuint (book_count (&fixture->book, &daybook_cases, ""), ==, 1);
  test_press (GTK_WIDGET (fixture->page), "T-A1001");
  g_assert_cmpstr (test_stage_get_shown (fixture->stage), ==, "cases");
}

#define ADD(name, func) g_test_add ("/trace-page/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("nothing", test_nothing);
  ADD ("they-move", test_they_move);
  ADD ("one-does-not", test_one_does_not);
  return g_test_run ();
}
