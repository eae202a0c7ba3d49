/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/day-bar.h"
#include "app/common/month-grid.h"

/* November 2026, in which something lasts from the 11th to the 13th, while the 25th is at hand. */

#define KEY 7

typedef struct
{
  GtkWidget        *window;
  GtkWidget        *entry;
  DaybookMonthGrid *grid;
} Fixture;

static GDate
day_of (GDateDay day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, G_DATE_NOVEMBER, 2026);
  return date;
}

static GPtrArray *
make_planned (void)
{
  GPtrArray *planned = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_planned_free);
  DaybookPlanned *one = g_new0 (DaybookPlanned, 1);

  one->key = KEY;
  one->first = day_of (11);
  one->last = day_of (13);
  one->mark = "◆";
  one->style = "sale";
  one->label = g_strdup ("Sale");
  one->says = g_strdup ("Sale, three days");
  g_ptr_array_add (planned, one);
  return planned;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const GDate today = day_of (25);

  fixture->window = gtk_window_new ();
  fixture->entry = gtk_entry_new ();
  fixture->grid = DAYBOOK_MONTH_GRID (daybook_month_grid_new (&today));
  gtk_box_append (GTK_BOX (box), fixture->entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->grid));
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  daybook_month_grid_set_planned (fixture->grid, make_planned ());
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static GtkWidget *
get_bar (Fixture *fixture)
{
  GtkWidget *bar = find (GTK_WIDGET (fixture->grid), DAYBOOK_TYPE_DAY_BAR);

  g_assert_nonnull (bar);
  return bar;
}

/* FALSE: neither the widget nor one below it wants the key. */
static gboolean
press_in (GtkWidget       *root,
          guint            key,
          GdkModifierType  held)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (root);
  gboolean taken = FALSE;

  for (guint i = 0; !taken && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) one = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (one))
        g_signal_emit_by_name (one, "key-pressed", key, 0, held, &taken);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); !taken && child != NULL; child = gtk_widget_get_next_sibling (child))
    taken = press_in (child, key, held);
  return taken;
}

static void
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  held)
{
  g_assert_true (press_in (GTK_WIDGET (fixture->grid), key, held));
}

static void
assert_day (Fixture  *fixture,
            GDateDay  day)
{
  const GDate expected = day_of (day);

  g_assert_cmpint (g_date_compare (daybook_month_grid_get_day (fixture->grid), &expected), ==, 0);
}

static void
test_home_and_end_of_the_month_of_a_bar (Fixture       *fixture,
                                         gconstpointer  data)
{
  gtk_widget_grab_focus (get_bar (fixture));
  press (fixture, GDK_KEY_Home, 0);
  assert_day (fixture, 1);
  gtk_widget_grab_focus (get_bar (fixture));
  press (fixture, GDK_KEY_End, 0);
  assert_day (fixture, 30);
  press (fixture, GDK_KEY_Home, 0);
  assert_day (fixture, 1);
}

static void
test_the_focus_goes_along (Fixture       *fixture,
                           gconstpointer  data)
{
  gtk_widget_grab_focus (get_bar (fixture));
  press (fixture, GDK_KEY_Right, GDK_ALT_MASK);
  daybook_month_grid_set_planned (fixture->grid, make_planned ());
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_bar (fixture));
}

/* It was not allowed: nothing came of it until somebody else changed the book. */
static void
test_what_is_being_typed_keeps_the_focus (Fixture       *fixture,
                                          gconstpointer  data)
{
  gtk_widget_grab_focus (get_bar (fixture));
  press (fixture, GDK_KEY_Right, GDK_ALT_MASK);
  gtk_widget_grab_focus (fixture->entry);
  daybook_month_grid_set_planned (fixture->grid, make_planned ());
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), fixture->entry));
}

#define ADD(name, func) g_test_add ("/month-grid/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("home-and-end-of-the-month-of-a-bar", test_home_and_end_of_the_month_of_a_bar);
  ADD ("the-focus-goes-along", test_the_focus_goes_along);
  ADD ("what-is-being-typed-keeps-the-focus", test_what_is_being_typed_keeps_the_focus);
  return g_test_run ();
}
