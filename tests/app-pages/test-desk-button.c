/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/desk-button.h"
#include "stage.h"

/* Who is at the desk, at the foot of the sidebar. */

typedef struct
{
  Book       book;
  GtkWidget *button;
  TestStage *stage;
} Desk;

/* As the window does for whoever has no PIN. */
static void
on_sit (GSimpleAction *action,
        GVariant      *target,
        gpointer       data)
{
  Desk *desk = data;
  DaybookId id;

  g_assert_true (daybook_id_parse (g_variant_get_string (target, NULL), &id));
  daybook_desk_set_agent (daybook_desk_of (desk->book.store), &id);
}

static void
desk_open (Desk *desk)
{
  const GActionEntry actions[] = { { .name = "sit", .activate = on_sit, .parameter_type = "s" } };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  book_open (&desk->book);
  desk->button = g_object_new (DAYBOOK_TYPE_DESK_BUTTON, NULL);
  daybook_desk_button_set_desk (DAYBOOK_DESK_BUTTON (desk->button), daybook_desk_of (desk->book.store));
  desk->stage = test_stage_new (desk->book.store, desk->button);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), desk);
  gtk_widget_insert_action_group (GTK_WIDGET (desk->stage), "win", G_ACTION_GROUP (group));
}

static void
desk_close (Desk *desk)
{
  test_stage_close (desk->stage);
  book_close (&desk->book);
}

static DaybookId
add_agent (Desk       *desk,
           const char *name,
           const char *code)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Added", daybook_store_get_agent (desk->book.store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_agents, &id);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_AGENT_CODE, daybook_value_text (code));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (DAYBOOK_ROLE_LEAD));
  outcome = daybook_store_commit (desk->book.store, edit, NULL);
  g_assert_nonnull (outcome);
  return id;
}

static gboolean
is_visible (gpointer data)
{
  return gtk_widget_get_visible (((Desk *) data)->button);
}

static void
test_one_person_is_not_asked (void)
{
  Desk desk;
  desk_open (&desk);

  g_assert_false (is_visible (&desk));
  add_agent (&desk, "林晓", "007");
  test_wait_until (is_visible, &desk);

  desk_close (&desk);
}

static void
test_whoever_sits_down_acts (void)
{
  Desk desk;
  desk_open (&desk);
  DaybookId id = add_agent (&desk, "林晓", "007");
  g_autofree char *target = daybook_id_to_string (&id);

  test_wait_until (is_visible, &desk);
  g_assert_true (gtk_widget_activate_action (desk.button, "desk.sit", "s", target));
  test_await (desk.button, GTK_TYPE_LABEL, "林晓 007");
  g_assert_true (daybook_id_equal (daybook_store_get_agent (desk.book.store), &id));

  desk_close (&desk);
}

/* Colleagues call each other by it: at the foot of the sidebar, and in the list of people. */
static void
test_another_code_is_shown (void)
{
  Desk desk;
  desk_open (&desk);
  DaybookId id = add_agent (&desk, "林晓", "007");

  test_wait_until (is_visible, &desk);
  daybook_desk_set_agent (daybook_desk_of (desk.book.store), &id);
  test_await (desk.button, GTK_TYPE_LABEL, "林晓 007");
  book_set (&desk.book, &daybook_agents, &id, DAYBOOK_AGENT_CODE, daybook_value_text ("009"));
  test_await (desk.button, GTK_TYPE_LABEL, "林晓 009");

  desk_close (&desk);
}

/* An underline in a menu marks a key, unless it is said to be none. */
static void
test_a_name_keeps_its_underline (void)
{
  Desk desk;
  desk_open (&desk);
  GtkMenuButton *button = GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (desk.button)));
  g_autoptr(GMenuModel) people = NULL;
  g_autofree char *label = NULL;

  add_agent (&desk, "mia_w", "007");
  test_wait_until (is_visible, &desk);
  people = g_menu_model_get_item_link (gtk_menu_button_get_menu_model (button), 0, G_MENU_LINK_SECTION);
  g_assert_true (g_menu_model_get_item_attribute (people, 1, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  g_assert_cmpstr (label, ==, "mia__w 007");

  desk_close (&desk);
}

static gboolean
is_alone (gpointer data)
{
  return !is_visible (data);
}

static void
count_gone (guint      *n,
            DaybookRow *gone)
{
  g_assert_cmpstr (daybook_row_text (gone, DAYBOOK_AGENT_NAME), ==, "林晓");
  (*n)++;
}

static void
count_change (guint *n)
{
  (*n)++;
}

static void
test_whoever_is_removed_leaves (void)
{
  Desk desk;
  guint n_changed = 0, n_gone = 0;
  desk_open (&desk);
  DaybookDesk *of_book = daybook_desk_of (desk.book.store);
  DaybookId owner = *daybook_store_get_agent (desk.book.store);
  DaybookId id = add_agent (&desk, "林晓", "007");

  test_wait_until (is_visible, &desk);
  daybook_desk_set_agent (of_book, &id);
  g_signal_connect_swapped (of_book, "agent-changed", G_CALLBACK (count_change), &n_changed);
  g_signal_connect_swapped (of_book, "agent-gone", G_CALLBACK (count_gone), &n_gone);
  book_set (&desk.book, &daybook_agents, &id, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  test_wait_until (is_alone, &desk);

  g_assert_true (daybook_id_equal (daybook_store_get_agent (desk.book.store), &owner));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_gone, ==, 1);

  desk_close (&desk);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/desk-button/one-person-is-not-asked", test_one_person_is_not_asked);
  g_test_add_func ("/desk-button/whoever-sits-down-acts", test_whoever_sits_down_acts);
  g_test_add_func ("/desk-button/another-code-is-shown", test_another_code_is_shown);
  g_test_add_func ("/desk-button/a-name-keeps-its-underline", test_a_name_keeps_its_underline);
  g_test_add_func ("/desk-button/whoever-is-removed-leaves", test_whoever_is_removed_leaves);
  return g_test_run ();
}
