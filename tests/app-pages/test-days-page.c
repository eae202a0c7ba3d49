/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/desk.h"
#include "app/customers/days-page.h"
#include "core/customer.h"
#include "core/remembered-day.h"
#include "stage.h"

/* Customers' days to remember. In the book it is the 22nd of November. */

#define DAY G_GINT64_CONSTANT (86400)

typedef struct
{
  Book         book;
  DaybookPage *page;
  TestStage   *stage;
} Fixture;

static void
commit (Book        *book,
        DaybookEdit *edit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);

  g_assert_no_error (error);
}

/* A customer's, who is called by it. */
static void
add_day (Book       *book,
         const char *name,
         int         day)
{
  g_autoptr(DaybookEdit) import = daybook_edit_new (DAYBOOK_ACT_IMPORT, name, daybook_store_get_agent (book->store));
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, name, daybook_store_get_agent (book->store));
  DaybookId customer, id;

  daybook_id_random (&customer);
  daybook_edit_create (import, &daybook_customers, &customer);
  daybook_edit_give (import, DAYBOOK_CUSTOMER_NAME, daybook_value_text (name));
  daybook_edit_give (import, DAYBOOK_CUSTOMER_FIRST_SEEN, daybook_value_int (BOOK_NOW));
  commit (book, import);
  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_remembered_days, &id);
  daybook_edit_give (edit, DAYBOOK_REMEMBERED_CUSTOMER, daybook_value_id (&customer));
  daybook_edit_give (edit, DAYBOOK_REMEMBERED_KIND, daybook_value_int (DAYBOOK_DAY_OTHER));
  daybook_edit_give (edit, DAYBOOK_REMEMBERED_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_REMEMBERED_MONTH, daybook_value_int (11));
  daybook_edit_give (edit, DAYBOOK_REMEMBERED_DAY, daybook_value_int (day));
  commit (book, edit);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  add_day (&fixture->book, "Twenty-fourth", 24);
  add_day (&fixture->book, "Twenty-fifth", 25);
  add_day (&fixture->book, "Twenty-sixth", 26);
  fixture->page = daybook_days_page_new (fixture->book.store);
  fixture->stage = test_stage_new (fixture->book.store, GTK_WIDGET (fixture->page));
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "3 days to remember in the next 30 days.");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_stage_close (fixture->stage);
  book_close (&fixture->book);
}

static GtkSelectionModel *
get_selection (Fixture *fixture)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW, NULL)));
}

static void
assert_selected (Fixture *fixture,
                 guint    first,
                 guint    n)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (get_selection (fixture));
  g_autoptr(GtkBitset) expected = gtk_bitset_new_range (first, n);

  g_assert_true (gtk_bitset_equals (selected, expected));
}

/* Somebody else writes another day down, which comes before them. */
static void
test_what_is_selected_stays (Fixture       *fixture,
                             gconstpointer  data)
{
  GtkWidget *label = test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Twenty-fifth");
  GtkWidget *row = gtk_widget_get_ancestor (label, GTK_TYPE_BOX);
  GtkWidget *button;

  while ((button = test_find (row, GTK_TYPE_BUTTON, "Greet…")) == NULL)
    row = gtk_widget_get_parent (row);
  gtk_selection_model_select_item (get_selection (fixture), 0, TRUE);
  gtk_selection_model_select_item (get_selection (fixture), 1, FALSE);
  gtk_widget_grab_focus (button);

  add_day (&fixture->book, "Twenty-third", 23);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "4 days to remember in the next 30 days.");
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Twenty-third");
  assert_selected (fixture, 1, 2);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->stage)) == button);
  g_assert_nonnull (test_find (row, GTK_TYPE_LABEL, "Twenty-fifth"));
}

/* ... is at hand. */
static void
test_what_comes_after_the_one_that_is_done (Fixture       *fixture,
                                            gconstpointer  data)
{
  gtk_selection_model_select_item (get_selection (fixture), 1, TRUE);
  daybook_page_perform (fixture->page, "done");
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "2 days to remember in the next 30 days.");
  assert_selected (fixture, 1, 1);
  g_assert_null (test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Twenty-fifth"));
}

/* ... stays selected with the others. */
static void
test_what_is_refused (Fixture       *fixture,
                      gconstpointer  data)
{
  gtk_selection_model_select_all (get_selection (fixture));
  test_stage_set_answer (fixture->stage, TEST_ANSWER_REFUSE);
  daybook_page_perform (fixture->page, "done");
  add_day (&fixture->book, "Twenty-seventh", 27);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "4 days to remember in the next 30 days.");
  assert_selected (fixture, 0, 3);
}

static void
test_a_day_is_over (Fixture       *fixture,
                    gconstpointer  data)
{
  daybook_store_fix_now (fixture->book.store, BOOK_NOW + 3 * DAY);
  daybook_clock_tick (daybook_desk_get_clock (daybook_desk_of (fixture->book.store)));
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "2 days to remember in the next 30 days.");
}

#define ADD(name, func) g_test_add ("/days-page/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("what-is-selected-stays", test_what_is_selected_stays);
  ADD ("what-comes-after-the-one-that-is-done", test_what_comes_after_the_one_that_is_done);
  ADD ("what-is-refused", test_what_is_refused);
  ADD ("a-day-is-over", test_a_day_is_over);
  return g_test_run ();
}
