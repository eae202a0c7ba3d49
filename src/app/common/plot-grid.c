/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/plot-grid.h"

static void
attach (GtkGrid    *grid,
        const char *text,
        int         column,
        int         row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, row == 0 ? "caption-heading" : "numeric");
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

GtkWidget *
daybook_plot_grid_new (const DaybookPlot *plot)
{
  g_autoptr(GPtrArray) table = daybook_plot_table (plot);
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 4);
  for (guint row = 0; row < table->len; row++)
    {
      char **cells = g_ptr_array_index (table, row);

      for (guint column = 0; cells[column] != NULL; column++)
        attach (grid, cells[column], (int) column, (int) row);
    }
  return GTK_WIDGET (grid);
}
