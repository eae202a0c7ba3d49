/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/cell.h"
#include "app/common/text-cell.h"

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

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-cell/the-text-does-not-change-the-size", test_the_text_does_not_change_the_size);
  g_test_add_func ("/text-cell/it-is-as-large-as-a-label", test_it_is_as_large_as_a_label);
  g_test_add_func ("/text-cell/text-stands-left-and-figures-right", test_text_stands_left_and_figures_right);
  g_test_add_func ("/text-cell/only-digits-are-emphasised", test_only_digits_are_emphasised);
  return g_test_run ();
}
