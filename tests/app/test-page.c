/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/page.h"

/* A page in a window: leaflets move the focus, which only a window has. */
static DaybookPage *
make_page (GtkWindow **window)
{
  DaybookPage *page = g_object_new (DAYBOOK_TYPE_PAGE, "title", "Tom & Jerry", NULL);

  *window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (*window, GTK_WIDGET (page));
  return page;
}

static void
test_children_go_where_they_say (void)
{
  static const char UI[] =
    "<interface><object class='DaybookPage' id='page'>"
    "<child><object class='GtkLabel' id='content'/></child>"
    "<child type='panel'><object class='GtkLabel' id='panel'/></child>"
    "<child type='end'><object class='GtkButton' id='button'/></child>"
    "<child type='panel-start'><object class='GtkButton' id='previous'/></child>"
    "</object></interface>";
  g_autoptr(GtkBuilder) builder = NULL;
  GtkWidget *content;
  GtkWidget *panel;
  GtkWidget *button;
  GtkWidget *previous;

  g_type_ensure (DAYBOOK_TYPE_PAGE);
  builder = gtk_builder_new_from_string (UI, -1);
  content = GTK_WIDGET (gtk_builder_get_object (builder, "content"));
  panel = GTK_WIDGET (gtk_builder_get_object (builder, "panel"));
  button = GTK_WIDGET (gtk_builder_get_object (builder, "button"));
  previous = GTK_WIDGET (gtk_builder_get_object (builder, "previous"));

  g_assert_nonnull (gtk_widget_get_ancestor (content, ADW_TYPE_LEAFLET));
  g_assert_false (gtk_widget_is_ancestor (panel, gtk_widget_get_parent (gtk_widget_get_parent (content))));
  g_assert_nonnull (gtk_widget_get_ancestor (button, ADW_TYPE_HEADER_BAR));
  g_assert_nonnull (gtk_widget_get_ancestor (previous, ADW_TYPE_HEADER_BAR));
  g_assert_true (gtk_widget_get_ancestor (previous, ADW_TYPE_HEADER_BAR)
                 != gtk_widget_get_ancestor (button, ADW_TYPE_HEADER_BAR));
}

static void
count_emission (GObject    *object,
                GParamSpec *pspec,
                guint      *count)
{
  (*count)++;
}

static void
test_a_panel_opens_and_closes_once (void)
{
  GtkWindow *window;
  DaybookPage *page = make_page (&window);
  guint changes = 0;

  g_signal_connect (page, "notify::panel-open", G_CALLBACK (count_emission), &changes);
  g_assert_false (daybook_page_is_panel_open (page));
  daybook_page_open_panel (page);
  daybook_page_open_panel (page);
  g_assert_true (daybook_page_is_panel_open (page));
  g_assert_cmpuint (changes, ==, 1);
  daybook_page_close_panel (page);
  daybook_page_close_panel (page);
  g_assert_false (daybook_page_is_panel_open (page));
  g_assert_cmpuint (changes, ==, 2);
  gtk_window_destroy (window);
}

static GtkWidget *
find_squeezer (GtkWidget *root)
{
  GtkWidget *found = ADW_IS_SQUEEZER (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_squeezer (child);
  return found;
}

/* It wants to be measured anew, and there is nothing left to measure. */
static void
test_a_page_is_closed_while_it_turns (void)
{
  GtkWindow *window;
  DaybookPage *page = g_object_ref (make_page (&window));

  g_object_notify (G_OBJECT (find_squeezer (GTK_WIDGET (page))), "visible-child");
  gtk_window_destroy (window);
  g_object_run_dispose (G_OBJECT (page));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (gtk_widget_get_parent (GTK_WIDGET (page)));
  g_object_unref (page);
}

static void
test_a_plain_page_can_nothing (void)
{
  g_autofree char *title = NULL;
  GtkWindow *window;
  DaybookPage *page = make_page (&window);

  g_object_get (page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Tom & Jerry");
  g_assert_false (daybook_page_find (page));
  g_assert_false (daybook_page_can (page, "flag"));
  gtk_window_destroy (window);
}

/* With the panel open or shut, and shut behind it. */
static void
test_what_stands_over_the_panel (void)
{
  GtkWindow *window;
  DaybookPage *page = make_page (&window);
  GtkWidget *pane = daybook_page_get_pane (page, DAYBOOK_PANE_PANEL), *aside = gtk_label_new ("Phrases");

  daybook_page_show_aside (page, aside, "Over it");
  g_assert_true (daybook_page_get_aside (page) == aside);
  g_assert_true (gtk_widget_get_visible (pane));
  g_assert_false (daybook_page_is_panel_open (page));
  daybook_page_close_aside (page);
  g_assert_null (daybook_page_get_aside (page));
  g_assert_false (gtk_widget_get_visible (pane));

  daybook_page_open_panel (page);
  daybook_page_show_aside (page, gtk_label_new ("Phrases"), "Over it");
  daybook_page_close_panel (page);
  g_assert_nonnull (daybook_page_get_aside (page));
  daybook_page_open_panel (page);
  g_assert_true (daybook_page_back (page));
  g_assert_null (daybook_page_get_aside (page));
  g_assert_true (daybook_page_is_panel_open (page));
  g_assert_true (daybook_page_back (page));
  g_assert_false (gtk_widget_get_visible (pane));
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/page/children-go-where-they-say", test_children_go_where_they_say);
  g_test_add_func ("/page/a-panel-opens-and-closes-once", test_a_panel_opens_and_closes_once);
  g_test_add_func ("/page/what-stands-over-the-panel", test_what_stands_over_the_panel);
  g_test_add_func ("/page/a-page-is-closed-while-it-turns", test_a_page_is_closed_while_it_turns);
  g_test_add_func ("/page/a-plain-page-can-nothing", test_a_plain_page_can_nothing);
  return g_test_run ();
}
