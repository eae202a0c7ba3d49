/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/cell.h"
#include "app/common/text-cell.h"
#include "core/article.h"

static int
measure (GtkWidget      *cell,
         GtkOrientation  orientation)
{
  int minimum;

  gtk_widget_measure (cell, orientation, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static DaybookTextCell *
make_cell (DaybookTextKind kind,
           int             width_chars)
{
  return DAYBOOK_TEXT_CELL (g_object_ref_sink (daybook_text_cell_new (kind, width_chars)));
}

/* Scrolling measures nothing anew. */
static void
test_the_text_does_not_change_the_size (void)
{
  g_autoptr(DaybookTextCell) cell = make_cell (DAYBOOK_TEXT_PLAIN, 14);
  int width = measure (GTK_WIDGET (cell), GTK_ORIENTATION_HORIZONTAL);
  int height = measure (GTK_WIDGET (cell), GTK_ORIENTATION_VERTICAL);

  g_assert_cmpint (width, >, 14 * 4);
  g_assert_cmpint (height, >, 8);
  daybook_text_cell_set_text (cell, "掌柜簿 and many words more than there is room for", NULL);
  g_assert_cmpint (measure (GTK_WIDGET (cell), GTK_ORIENTATION_HORIZONTAL), ==, width);
  g_assert_cmpint (measure (GTK_WIDGET (cell), GTK_ORIENTATION_VERTICAL), ==, height);
}

/* As wide as a label of so many characters would be, and as high. */
static void
test_it_is_as_large_as_a_label (void)
{
  g_autoptr(DaybookTextCell) cell = make_cell (DAYBOOK_TEXT_FIGURE, 8);
  g_autoptr(GtkWidget) label = g_object_ref_sink (gtk_label_new ("12345678"));

  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  g_assert_cmpint (ABS (measure (label, GTK_ORIENTATION_HORIZONTAL)
                        - measure (GTK_WIDGET (cell), GTK_ORIENTATION_HORIZONTAL)), <=, 8);
  g_assert_cmpint (ABS (measure (label, GTK_ORIENTATION_VERTICAL)
                        - measure (GTK_WIDGET (cell), GTK_ORIENTATION_VERTICAL)), <=, 1);
}

/* Where its ink is, in pixels from the left; -1 when there is none. */
static float
find_ink (DaybookTextKind  kind,
          const char      *text)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *cell = daybook_text_cell_new (kind, 3);
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (-1, 0, 0, 0);

  daybook_text_cell_set_text (DAYBOOK_TEXT_CELL (cell), text, NULL);
  gtk_window_set_child (GTK_WINDOW (window), cell);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 60);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (cell) == 0)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_snapshot_child (window, cell, snapshot);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node != NULL)
    gsk_render_node_get_bounds (node, &bounds);
  gtk_window_destroy (GTK_WINDOW (window));
  return bounds.origin.x;
}

static void
test_text_stands_left_and_figures_right (void)
{
  float nothing = find_ink (DAYBOOK_TEXT_PLAIN, "");

  g_assert_cmpfloat (nothing, <, 0);
  g_assert_cmpfloat (find_ink (DAYBOOK_TEXT_PLAIN, "Tom"), <, 40);
  g_assert_cmpfloat (find_ink (DAYBOOK_TEXT_FIGURE, "12.00"), >, 150);
}

/* A SKU ends in letters that mean something; nobody reads them out. */
static void
test_only_digits_are_emphasised (void)
{
  g_autoptr(PangoAttrList) number = daybook_number_attributes ("261124-000048833449550");

  g_assert_nonnull (number);
  g_assert_null (daybook_number_attributes ("YPZ-30-A"));
  g_assert_null (daybook_number_attributes ("MLHC-200-A"));
  g_assert_null (daybook_number_attributes ("#1500"));
}

/* --- What is sought --------------------------------------------------------------------------- */

#define N_ROWS 200

static DaybookRow *
make_article (void)
{
  DaybookRow *row = daybook_row_new (&daybook_articles);

  row->values[DAYBOOK_ARTICLE_TITLE] = daybook_value_text ("Tom & Jerry return");
  row->values[DAYBOOK_ARTICLE_BODY] = daybook_value_text ("You may **return** <b>it</b> & more.");
  return row;
}

static void
assert_says (DaybookTextCell *cell,
             const char      *label,
             const char      *description)
{
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

static void
await_drawn (GtkWidget *window)
{
  gint64 frame = -1;

  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_frame_clock (window) == NULL || frame < 3)
    {
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
      frame = gtk_widget_get_frame_clock (window) != NULL ? gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (window)) : -1;
    }
}

/* The text around it stands below, while something is sought; a screen reader reads plain words. */
static void
test_where_it_is_found_stands_below (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr(DaybookSought) sought = daybook_sought_new ();
  g_autoptr(DaybookRow) row = make_article ();
  GtkWidget *cell = daybook_text_cell_new (DAYBOOK_TEXT_PLAIN, 14);
  int line;

  daybook_text_cell_follow (DAYBOOK_TEXT_CELL (cell), sought);
  daybook_text_cell_set_text (DAYBOOK_TEXT_CELL (cell), "Tom & Jerry return", NULL);
  daybook_text_cell_set_row (DAYBOOK_TEXT_CELL (cell), row);
  line = measure (cell, GTK_ORIENTATION_VERTICAL);
  daybook_sought_set_text (sought, "return");
  g_assert_cmpint (measure (cell, GTK_ORIENTATION_VERTICAL), >, line);

  gtk_window_set_child (GTK_WINDOW (window), cell);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 80);
  await_drawn (window);
  assert_says (DAYBOOK_TEXT_CELL (cell), "Tom & Jerry return", "You may return <b>it</b> & more.");

  daybook_sought_set_text (sought, NULL);
  g_assert_cmpint (measure (cell, GTK_ORIENTATION_VERTICAL), ==, line);
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          gpointer            sought)
{
  g_autoptr(DaybookRow) row = make_article ();
  GtkWidget *cell = daybook_text_cell_new (DAYBOOK_TEXT_PLAIN, 14);

  daybook_text_cell_follow (DAYBOOK_TEXT_CELL (cell), sought);
  daybook_text_cell_set_text (DAYBOOK_TEXT_CELL (cell), "Tom", NULL);
  daybook_text_cell_set_row (DAYBOOK_TEXT_CELL (cell), row);
  gtk_list_item_set_child (list_item, cell);
}

static void
count_excerpts (GtkWidget *widget,
                guint     *n_cells,
                guint     *n_excerpts)
{
  *n_cells += DAYBOOK_IS_TEXT_CELL (widget);
  *n_excerpts += DAYBOOK_IS_TEXT_CELL (widget) && gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count_excerpts (child, n_cells, n_excerpts);
}

/* GTK has many more rows ready than are seen. */
static void
test_only_what_is_seen_is_looked_through (void)
{
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new (), *list;
  g_autoptr(DaybookSought) sought = daybook_sought_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GListStore *store = g_list_store_new (G_TYPE_OBJECT);
  guint n_cells = 0, n_excerpts = 0;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autoptr(GObject) item = g_object_new (G_TYPE_OBJECT, NULL);
      g_list_store_append (store, item);
    }
  daybook_sought_set_text (sought, "return");
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), sought);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store))), factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 300);
  await_drawn (window);

  count_excerpts (list, &n_cells, &n_excerpts);
  g_test_message ("%u of %u", n_excerpts, n_cells);
  g_assert_cmpuint (n_excerpts, >, 3);
  g_assert_cmpuint (n_excerpts, <, 30);
  g_assert_cmpuint (n_cells, >, 100);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  /* What a screen reader is told can be asked for. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-cell/the-text-does-not-change-the-size", test_the_text_does_not_change_the_size);
  g_test_add_func ("/text-cell/it-is-as-large-as-a-label", test_it_is_as_large_as_a_label);
  g_test_add_func ("/text-cell/text-stands-left-and-figures-right", test_text_stands_left_and_figures_right);
  g_test_add_func ("/text-cell/only-digits-are-emphasised", test_only_digits_are_emphasised);
  g_test_add_func ("/text-cell/where-it-is-found-stands-below", test_where_it_is_found_stands_below);
  g_test_add_func ("/text-cell/only-what-is-seen-is-looked-through", test_only_what_is_seen_is_looked_through);
  return g_test_run ();
}
