/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/lock-screen.h"
#include "core/pin.h"
#include "stage.h"

/* Who is let in by a PIN. */

#define PIN "2580"

typedef struct
{
  Book        book;
  GtkWidget  *screen;
  TestStage  *stage;
  DaybookRow *passed;
} Desk;

static void
on_passed (Desk       *desk,
           DaybookRow *agent)
{
  g_assert_null (desk->passed);
  desk->passed = daybook_row_ref (agent);
}

/* The desk reads its people anew once the book has changed. */
static gboolean
knows_all (gpointer data)
{
  Desk *desk = data;

  return daybook_desk_get_agents (daybook_desk_of (desk->book.store))->len == book_count (&desk->book, &daybook_agents, "");
}

static DaybookId
add_agent (Desk       *desk,
           const char *name)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Added", daybook_store_get_agent (desk->book.store));
  g_autofree char *hash = daybook_pin_hash (PIN, NULL);
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_agents, &id);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (DAYBOOK_ROLE_PART_TIME));
  daybook_edit_give (edit, DAYBOOK_AGENT_PIN, daybook_value_text (hash));
  outcome = daybook_store_commit (desk->book.store, edit, NULL);
  g_assert_nonnull (outcome);
  test_wait_until (knows_all, desk);
  return id;
}

static void
desk_open (Desk *desk)
{
  *desk = (Desk) { 0 };
  book_open (&desk->book);
  desk->screen = daybook_lock_screen_new (daybook_desk_of (desk->book.store));
  g_signal_connect_swapped (desk->screen, "passed", G_CALLBACK (on_passed), desk);
  desk->stage = test_stage_new (desk->book.store, desk->screen);
}

static void
desk_close (Desk *desk)
{
  g_clear_pointer (&desk->passed, daybook_row_unref);
  test_stage_close (desk->stage);
  book_close (&desk->book);
}

static gboolean
is_sensitive (gpointer widget)
{
  return gtk_widget_is_sensitive (widget);
}

static gboolean
has_passed (gpointer data)
{
  return ((Desk *) data)->passed != NULL;
}

/* Types the PIN and asks to be let in; what says who it is, is returned. */
static AdwComboRow *
try_pin (Desk            *desk,
         const DaybookId *agent,
         const char      *pin)
{
  GtkWidget *person, *entry;

  daybook_lock_screen_open (DAYBOOK_LOCK_SCREEN (desk->screen), agent, DAYBOOK_LOCK_SHUT);
  person = test_await (desk->screen, ADW_TYPE_COMBO_ROW, NULL);
  entry = test_await (desk->screen, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), pin);
  gtk_widget_grab_focus (test_await (desk->screen, GTK_TYPE_BUTTON, "Sit Down"));
  test_press (desk->screen, "Sit Down");
  return ADW_COMBO_ROW (person);
}

static void
test_right_pin (void)
{
  Desk desk;
  desk_open (&desk);
  DaybookId wang = add_agent (&desk, "Wang");

  try_pin (&desk, &wang, PIN);
  test_wait_until (has_passed, &desk);
  g_assert_true (daybook_id_equal (&desk.passed->id, &wang));

  desk_close (&desk);
}

/* While the PIN was looked at somebody else could be chosen, and was let in by it. */
static void
test_chosen_meanwhile (void)
{
  Desk desk;
  desk_open (&desk);
  DaybookId wang = add_agent (&desk, "Wang"), li = add_agent (&desk, "Li");
  AdwComboRow *person = try_pin (&desk, &wang, PIN);

  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (person)));
  for (guint i = 0; i < g_list_model_get_n_items (adw_combo_row_get_model (person)); i++)
    adw_combo_row_set_selected (person, i);
  daybook_lock_screen_open (DAYBOOK_LOCK_SCREEN (desk.screen), &li, DAYBOOK_LOCK_SHUT);
  test_wait_until (has_passed, &desk);
  g_assert_true (daybook_id_equal (&desk.passed->id, &wang));

  desk_close (&desk);
}

static void
test_wrong_pin (void)
{
  Desk desk;
  desk_open (&desk);
  DaybookId wang = add_agent (&desk, "Wang");
  AdwComboRow *person = try_pin (&desk, &wang, "1111");

  test_wait_until (is_sensitive, person);
  g_assert_null (desk.passed);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (test_await (desk.screen, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL))), ==, "");

  desk_close (&desk);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/lock-screen/right-pin", test_right_pin);
  g_test_add_func ("/lock-screen/chosen-meanwhile", test_chosen_meanwhile);
  g_test_add_func ("/lock-screen/wrong-pin", test_wrong_pin);

  return g_test_run ();
}
