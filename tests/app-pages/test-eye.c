/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-panel.h"
#include "core/reveal.h"
#include "stage.h"

#include <sqlite3.h>
#include <string.h>

/* The eye in an order's panel: what it shows is written down before. */

#define PHONE "13812341234"
#define MASKED "138****1234"

typedef struct
{
  Book              book;
  DaybookOrderPanel *panel;
  TestStage         *stage;
} Desk;

static void
give (Book            *book,
      const DaybookId *order,
      guint            field,
      const char      *text)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_edit_set (edit, &daybook_orders, order, field, daybook_value_text (text));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}

static void
show_again (Desk            *desk,
            const DaybookId *order)
{
  g_autoptr(DaybookRow) row = book_row (&desk->book, &daybook_orders, order);

  daybook_order_panel_show (desk->panel, row);
}

static DaybookId
show_order (Desk       *desk,
            const char *number)
{
  DaybookId order = book_add_order (&desk->book, number, BOOK_NOW);

  give (&desk->book, &order, DAYBOOK_ORDER_PHONE, PHONE);
  show_again (desk, &order);
  return order;
}

/* Somebody of this role sits down; the owner stays the owner. */
static void
seat (Book        *book,
      DaybookRole  role)
{
  g_autoptr (DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Added", daybook_store_get_agent (book->store));
  DaybookId agent;

  daybook_id_random (&agent);
  daybook_edit_create (edit, &daybook_agents, &agent);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("Wang"));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (role));
  g_autoptr (DaybookOutcome) outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  daybook_store_set_agent (book->store, &agent);
}

static DaybookId
find_owner (DaybookDesk *desk)
{
  GPtrArray *agents = daybook_desk_get_agents (desk);

  for (guint i = 0; i < agents->len; i++)
    {
      const DaybookRow *agent = g_ptr_array_index (agents, i);

      if (daybook_row_int (agent, DAYBOOK_AGENT_ROLE) == DAYBOOK_ROLE_OWNER)
        return agent->id;
    }

  g_assert_not_reached ();
}

static void
desk_open (Desk        *desk,
           DaybookRole  role)
{
  book_open (&desk->book);
  seat (&desk->book, role);
  desk->panel = g_object_new (DAYBOOK_TYPE_ORDER_PANEL, NULL);
  daybook_order_panel_set_desk (desk->panel, daybook_desk_of (desk->book.store));
  desk->stage = test_stage_new (desk->book.store, GTK_WIDGET (desk->panel));
  show_order (desk, "1001");
}

static void
desk_close (Desk *desk)
{
  test_stage_close (desk->stage);
  book_close (&desk->book);
}

static GtkWidget *
find_eye (Desk *desk)
{
  for (GtkWidget *eye = test_await (GTK_WIDGET (desk->panel), g_type_from_name ("DaybookEye"), NULL); eye != NULL;
       eye = gtk_widget_get_first_child (eye))
    if (GTK_IS_TOGGLE_BUTTON (eye))
      return eye;

  g_assert_not_reached ();
}

static void
click (Desk *desk)
{
  g_signal_emit_by_name (find_eye (desk), "clicked");
}

static gboolean
shows (Desk       *desk,
       const char *text)
{
  return test_find (GTK_WIDGET (desk->panel), GTK_TYPE_LABEL, text) != NULL;
}

static gboolean
is_shown (gpointer data)
{
  return shows (data, PHONE);
}

static gboolean
is_masked (gpointer data)
{
  return shows (data, MASKED);
}

static gboolean
has_said (gpointer data)
{
  return *test_stage_get_said (((Desk *) data)->stage) != '\0';
}

static guint
count_reveals (Desk *desk)
{
  return book_count (&desk->book, &daybook_reveals, "");
}

static void
test_masked_until_clicked (void)
{
  Desk desk;
  desk_open (&desk, DAYBOOK_ROLE_OWNER);

  test_wait_until (is_masked, &desk);
  g_assert_false (shows (&desk, PHONE));
  g_assert_cmpuint (count_reveals (&desk), ==, 0);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_eye (&desk)), ==, "Show in Full");

  click (&desk);
  g_assert_false (shows (&desk, PHONE)); /* not before it is written down */
  test_wait_until (is_shown, &desk);
  g_assert_cmpuint (count_reveals (&desk), ==, 1);
  g_assert_cmpuint (book_count (&desk.book, &daybook_reveals, "field = phone and how = window and row_kind = order"), ==, 1);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_eye (&desk)), ==, "Hide Again");

  click (&desk);
  test_wait_until (is_masked, &desk);
  g_assert_cmpuint (count_reveals (&desk), ==, 1);

  desk_close (&desk);
}

static void
test_others_see_it_for_a_time (void)
{
  Desk desk;
  desk_open (&desk, DAYBOOK_ROLE_AGENT);

  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_eye (&desk)), ==, "Show in Full for 30 Seconds");

  desk_close (&desk);
}

static void
test_another_row_is_masked_again (void)
{
  Desk desk;
  desk_open (&desk, DAYBOOK_ROLE_OWNER);

  click (&desk);
  test_wait_until (is_shown, &desk);
  show_order (&desk, "1002");
  test_wait_until (is_masked, &desk);
  g_assert_false (shows (&desk, PHONE));
  g_assert_cmpuint (count_reveals (&desk), ==, 1);

  /* What is asked for one row does not open another one. */
  click (&desk);
  show_order (&desk, "1003");
  for (int i = 0; i < 20; i++)
    {
      g_usleep (5000);
      test_turn_loop ();
      g_assert_false (shows (&desk, PHONE));
    }

  desk_close (&desk);
}

static void
test_leaving_the_panel_masks (void)
{
  Desk desk;
  desk_open (&desk, DAYBOOK_ROLE_OWNER);

  click (&desk);
  test_wait_until (is_shown, &desk);
  gtk_widget_set_visible (GTK_WIDGET (desk.panel), FALSE);
  test_turn_loop ();
  gtk_widget_set_visible (GTK_WIDGET (desk.panel), TRUE);
  test_wait_until (is_masked, &desk);
  g_assert_false (shows (&desk, PHONE));

  desk_close (&desk);
}

/* It was opened for the owner, for as long as the panel is; not for who comes after. */
static void
test_another_person_sees_it_masked (void)
{
  Desk desk;
  desk_open (&desk, DAYBOOK_ROLE_AGENT);
  DaybookId colleague = *daybook_store_get_agent (desk.book.store);
  DaybookDesk *of_book = daybook_desk_of (desk.book.store);
  DaybookId owner = find_owner (of_book);

  daybook_desk_set_agent (of_book, &owner);
  click (&desk);
  test_wait_until (is_shown, &desk);
  daybook_desk_set_agent (of_book, &colleague);
  g_assert_false (shows (&desk, PHONE));
  g_assert_true (shows (&desk, MASKED));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_eye (&desk))));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_eye (&desk)), ==, "Show in Full for 30 Seconds");

  /* Nor does it open for him when what the owner asked for has been written down. */
  daybook_desk_set_agent (of_book, &owner);
  click (&desk);
  daybook_desk_set_agent (of_book, &colleague);
  for (int i = 0; i < 20; i++)
    {
      g_usleep (5000);
      test_turn_loop ();
      g_assert_false (shows (&desk, PHONE));
    }

  desk_close (&desk);
}

/* An import may bring more while the eye is open. */
static void
test_only_what_was_written_down (void)
{
  Desk desk;
  desk_open (&desk, DAYBOOK_ROLE_OWNER);
  DaybookId order = show_order (&desk, "1002");

  click (&desk);
  test_wait_until (is_shown, &desk);
  book_set (&desk.book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("told her"));
  show_again (&desk, &order);
  test_wait_until (is_shown, &desk);

  give (&desk.book, &order, DAYBOOK_ORDER_ADDRESS, "江苏省扬州市文昌路1号");
  show_again (&desk, &order);
  test_wait_until (is_masked, &desk);
  g_assert_false (shows (&desk, "江苏省扬州市文昌路1号"));
  click (&desk);
  test_wait_until (is_shown, &desk);
  g_assert_true (shows (&desk, "江苏省扬州市文昌路1号"));
  g_assert_cmpuint (count_reveals (&desk), ==, 3);

  desk_close (&desk);
}

/* A toast stays longer than the panel is open: it does not say what was copied of a person. */
static void
test_copied_is_not_said (void)
{
  Desk desk;
  desk_open (&desk, DAYBOOK_ROLE_OWNER);

  click (&desk);
  test_wait_until (is_shown, &desk);
  test_press (GTK_WIDGET (desk.panel), "Copy “Phone”");
  g_assert_cmpstr (test_stage_get_said (desk.stage), ==, "Copied: Phone");

  desk_close (&desk);
}

/* As on a full disk: the log takes nothing. */
static void
close_the_log (Book *book)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (daybook_store_get_path (book->store), &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "CREATE TRIGGER full BEFORE INSERT ON reveals"
                                         " BEGIN SELECT raise (ABORT, 'no room'); END", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_not_written_down_is_not_shown (void)
{
  Desk desk;
  desk_open (&desk, DAYBOOK_ROLE_OWNER);

  close_the_log (&desk.book);
  click (&desk);
  test_wait_until (has_said, &desk);
  g_assert_true (g_str_has_prefix (test_stage_get_said (desk.stage), "Not shown"));
  g_assert_false (shows (&desk, PHONE));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_eye (&desk))));
  g_assert_cmpuint (count_reveals (&desk), ==, 0);

  desk_close (&desk);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/eye/masked-until-clicked", test_masked_until_clicked);
  g_test_add_func ("/eye/others-see-it-for-a-time", test_others_see_it_for_a_time);
  g_test_add_func ("/eye/another-row-is-masked-again", test_another_row_is_masked_again);
  g_test_add_func ("/eye/leaving-the-panel-masks", test_leaving_the_panel_masks);
  g_test_add_func ("/eye/another-person-sees-it-masked", test_another_person_sees_it_masked);
  g_test_add_func ("/eye/only-what-was-written-down", test_only_what_was_written_down);
  g_test_add_func ("/eye/copied-is-not-said", test_copied_is_not_said);
  g_test_add_func ("/eye/not-written-down-is-not-shown", test_not_written_down_is_not_shown);
  return g_test_run ();
}
