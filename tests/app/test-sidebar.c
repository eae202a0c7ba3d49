/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/actions.h"
#include "app/window/place-row.h"
#include "app/window/sidebar.h"

#include <string.h>

/* What the keyboard does with the shop's views in the sidebar. */

#define FIRST "6f9619ff-8b86-4011-b42d-00cf4fc964f1"
#define SECOND "6f9619ff-8b86-4011-b42d-00cf4fc964f2"

typedef struct
{
  GtkWidget      *window;
  DaybookSidebar *sidebar;
  GListStore     *places;
  GString        *asked; /* what the window was told: "change-view 'id'; " */
} Fixture;

static void
add_place (Fixture    *fixture,
           const char *page,
           const char *view,
           const char *title)
{
  g_autoptr(DaybookPlace) place = daybook_place_new (daybook_page_table_find (page), view, title, "view-list-symbolic");

  g_list_store_append (fixture->places, place);
}

static void
on_asked (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  Fixture *fixture = data;
  g_autofree char *text = g_variant_print (parameter, FALSE);

  g_string_append_printf (fixture->asked, "%s %s; ", g_action_get_name (G_ACTION (action)), text);
}

static void
turn_loop (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry ACTIONS[] = {
    { "change-view", on_asked, "s" }, { "move-view", on_asked, "(si)" }, { "remove-view", on_asked, "s" },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  fixture->asked = g_string_new (NULL);
  fixture->places = g_list_store_new (DAYBOOK_TYPE_PLACE);
  add_place (fixture, "orders", "all", "All Orders");
  add_place (fixture, "orders", FIRST, "Mine");
  add_place (fixture, "orders", SECOND, "Hers");
  add_place (fixture, "history", NULL, "History");

  fixture->window = adw_window_new ();
  fixture->sidebar = g_object_new (DAYBOOK_TYPE_SIDEBAR, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), ACTIONS, G_N_ELEMENTS (ACTIONS), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->sidebar));
  daybook_sidebar_set_places (fixture->sidebar, G_LIST_MODEL (fixture->places));
  gtk_window_present (GTK_WINDOW (fixture->window));
  turn_loop ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  turn_loop ();
  g_object_unref (fixture->places);
  g_string_free (fixture->asked, TRUE);
}

static GtkListBox *
find_list (GtkWidget *root)
{
  GtkListBox *list = NULL;

  if (GTK_IS_LIST_BOX (root))
    return GTK_LIST_BOX (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); list == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    list = find_list (child);

  return list;
}

/* Headings stand between them. */
static GtkListBoxRow *
find_row (GtkListBox *list,
          int         place)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (daybook_place_row_get_place (row) != NULL && place-- == 0)
      return row;

  g_assert_not_reached ();
}

static gboolean
strike (Fixture         *fixture,
        int              place,
        guint            key,
        GdkModifierType  state)
{
  GtkListBox *list = find_list (GTK_WIDGET (fixture->sidebar));
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (list));
  gboolean taken = FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (find_row (list, place)));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && !taken)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &taken);
    }
  turn_loop ();
  return taken;
}

static void
test_keys_act_on_the_shops_views (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_assert_true (strike (fixture, 1, GDK_KEY_F2, 0));
  g_assert_true (strike (fixture, 1, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_true (strike (fixture, 2, GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_true (strike (fixture, 2, GDK_KEY_Delete, 0));
  g_assert_cmpstr (fixture->asked->str, ==,
                   "change-view '" FIRST "'; move-view ('" FIRST "', 1); move-view ('" SECOND "', -1); remove-view '" SECOND "'; ");
}

/* The first does not go above what Daybook brings, the last not below. */
static void
test_moves_end_at_both_ends (Fixture       *fixture,
                             gconstpointer  data)
{
  strike (fixture, 1, GDK_KEY_Up, GDK_ALT_MASK);
  strike (fixture, 2, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpstr (fixture->asked->str, ==, "");
}

/* Nor does Delete in the sidebar put an order of the list into the trash. */
static void
test_other_places_stay (Fixture       *fixture,
                        gconstpointer  data)
{
  for (int row = 0; row < 4; row += 3)
    {
      g_assert_true (strike (fixture, row, GDK_KEY_Delete, 0));
      strike (fixture, row, GDK_KEY_F2, 0);
      g_assert_false (strike (fixture, row, GDK_KEY_Menu, 0));
    }
  g_assert_cmpstr (fixture->asked->str, ==, "");
}

static GtkWidget *
find_menu (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->sidebar)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      return child;

  return NULL;
}

static void
test_the_menu_opens_by_key (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *menu = find_menu (fixture);

  g_assert_false (gtk_widget_get_visible (menu));
  g_assert_true (strike (fixture, 1, GDK_KEY_Menu, 0));
  g_assert_true (gtk_widget_get_visible (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  turn_loop ();
  g_assert_true (strike (fixture, 2, GDK_KEY_F10, GDK_SHIFT_MASK));
  g_assert_true (gtk_widget_get_visible (menu));
}

static GtkMenuButton *
find_menu_button (GtkWidget *root)
{
  GtkMenuButton *found = GTK_IS_MENU_BUTTON (root) ? GTK_MENU_BUTTON (root) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_menu_button (child);

  return found;
}

/* What GTK does not find by itself: these keys are tried after the texts. */
static void
assert_says_key (GMenuModel *section,
                 int         item)
{
  g_autofree char *action = NULL;
  g_autofree char *accel = NULL;
  guint n_actions;
  const DaybookActionEntry *actions = daybook_actions (&n_actions);

  g_assert_true (g_menu_model_get_item_attribute (section, item, G_MENU_ATTRIBUTE_ACTION, "s", &action));
  g_menu_model_get_item_attribute (section, item, "accel", "s", &accel);
  for (guint i = 0; i < n_actions; i++)
    if (g_str_equal (actions[i].name, action + strlen ("win.")) && actions[i].keys == DAYBOOK_KEYS_OUTSIDE_TEXT)
      g_assert_cmpstr (accel, ==, actions[i].accel);
}

static void
test_the_main_menu_says_its_keys (Fixture       *fixture,
                                  gconstpointer  data)
{
  GMenuModel *menu = gtk_menu_button_get_menu_model (find_menu_button (GTK_WIDGET (fixture->sidebar)));

  g_assert_cmpint (g_menu_model_get_n_items (menu), >, 0);
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int item = 0; item < g_menu_model_get_n_items (section); item++)
        assert_says_key (section, item);
    }
}

/* The controller of a type on the list. (transfer full) */
static GtkEventController *
find_controller (GtkListBox *list,
                 GType       type)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (list));

  /* The list's own stand before ours. */
  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      GtkEventController *controller = g_list_model_get_item (controllers, i - 1);

      if (G_OBJECT_TYPE (controller) == type
          && (type != GTK_TYPE_GESTURE_CLICK
              || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY))
        return controller;
      g_object_unref (controller);
    }

  g_assert_not_reached ();
}

static void
test_the_menu_opens_by_pointer (Fixture       *fixture,
                                gconstpointer  data)
{
  GtkWidget *menu = find_menu (fixture);
  GtkListBox *list = find_list (GTK_WIDGET (fixture->sidebar));
  g_autoptr(GtkEventController) click = find_controller (list, GTK_TYPE_GESTURE_CLICK);
  g_autoptr(GtkEventController) press = find_controller (list, GTK_TYPE_GESTURE_LONG_PRESS);

  for (int i = 0; i < 4; i++)
    {
      graphene_rect_t row;

      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_row (list, i)), GTK_WIDGET (list), &row));
      g_signal_emit_by_name (click, "pressed", 1, 20.0, row.origin.y + row.size.height / 2.0);
      turn_loop ();
      /* Only the two in the middle are the shop's own. */
      g_assert_true (gtk_widget_get_visible (menu) == (i == 1 || i == 2));
      gtk_popover_popdown (GTK_POPOVER (menu));
      turn_loop ();
      g_signal_emit_by_name (press, "pressed", 20.0, row.origin.y + row.size.height / 2.0);
      turn_loop ();
      g_assert_true (gtk_widget_get_visible (menu) == (i == 1 || i == 2));
      gtk_popover_popdown (GTK_POPOVER (menu));
      turn_loop ();
    }
}

/* Rows are made anew when views change; the keyboard stays with its view. */
static void
test_the_focus_follows (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkListBox *list = find_list (GTK_WIDGET (fixture->sidebar));

  strike (fixture, 1, GDK_KEY_Down, GDK_ALT_MASK);
  g_list_store_remove_all (fixture->places);
  add_place (fixture, "orders", "all", "All Orders");
  add_place (fixture, "orders", SECOND, "Hers");
  add_place (fixture, "orders", FIRST, "Mine");
  daybook_sidebar_mark (fixture->sidebar, NULL);
  g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (list)) == GTK_WIDGET (find_row (list, 2)));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define TEST(name, test) g_test_add ("/sidebar/" name, Fixture, NULL, set_up, test, tear_down)
  TEST ("keys-act-on-the-shops-views", test_keys_act_on_the_shops_views);
  TEST ("moves-end-at-both-ends", test_moves_end_at_both_ends);
  TEST ("other-places-stay", test_other_places_stay);
  TEST ("the-menu-opens-by-key", test_the_menu_opens_by_key);
  TEST ("the-main-menu-says-its-keys", test_the_main_menu_says_its_keys);
  TEST ("the-menu-opens-by-pointer", test_the_menu_opens_by_pointer);
  TEST ("the-focus-follows", test_the_focus_follows);

  return g_test_run ();
}
