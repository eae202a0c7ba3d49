/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/plot-view.h"
#include "fixture.h"

/* A plot in the window: seen while there is one, and its table is one action away. */

static DaybookPlot *
make_plot (void)
{
  static const double VALUES[] = { 3, 5 };
  DaybookPlot *plot = daybook_plot_new (DAYBOOK_PLOT_BARS, "Sold");

  daybook_plot_add_category (plot, "2026-10");
  daybook_plot_add_category (plot, "2026-11");
  daybook_plot_add_series (plot, "Cups", VALUES);
  return plot;
}

/* Whether a label below `widget` says that. */
static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

static void
test_seen (void)
{
  Book book;
  g_autoptr(DaybookPlot) plot = make_plot ();

  book_open (&book);
  GtkWidget *view = g_object_ref_sink (daybook_plot_view_new (book.store));
  g_assert_false (gtk_widget_get_visible (view));
  daybook_plot_view_set (DAYBOOK_PLOT_VIEW (view), plot);
  g_assert_true (gtk_widget_get_visible (view));
  g_assert_true (says (view, "Sold"));
  daybook_plot_view_set (DAYBOOK_PLOT_VIEW (view), NULL);
  g_assert_false (gtk_widget_get_visible (view));
  g_object_unref (view);
  book_close (&book);
}

/* The table is that of the plot in sight, also when another comes while it is turned to. */
static void
test_table (void)
{
  static const double OTHERS[] = { 77, 5 };
  Book book;
  g_autoptr(DaybookPlot) plot = make_plot ();
  g_autoptr(DaybookPlot) other = make_plot ();

  book_open (&book);
  GtkWidget *view = g_object_ref_sink (daybook_plot_view_new (book.store));
  daybook_plot_view_set (DAYBOOK_PLOT_VIEW (view), plot);
  g_assert_false (says (view, "2026-11"));
  gtk_widget_activate_action (view, "plot.turn", NULL);
  g_assert_true (daybook_plot_view_shows_table (DAYBOOK_PLOT_VIEW (view)));
  g_assert_true (says (view, "2026-11"));

  daybook_plot_add_series (other, "Pots", OTHERS);
  daybook_plot_view_set (DAYBOOK_PLOT_VIEW (view), other);
  g_assert_true (says (view, "77"));
  gtk_widget_activate_action (view, "plot.turn", NULL);
  g_assert_false (daybook_plot_view_shows_table (DAYBOOK_PLOT_VIEW (view)));
  g_object_unref (view);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot-view/seen", test_seen);
  g_test_add_func ("/plot-view/table", test_table);
  return g_test_run ();
}
