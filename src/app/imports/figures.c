/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/figures.h"

#include "app/imports/figure.h"

struct _DaybookFigures
{
  AdwBin parent_instance;

  DaybookFigure *new_figure;
  DaybookFigure *updated_figure;
  DaybookFigure *same_figure;
  DaybookFigure *problems_figure;
};

G_DEFINE_FINAL_TYPE (DaybookFigures, daybook_figures, ADW_TYPE_BIN)

static void
daybook_figures_class_init (DaybookFiguresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DAYBOOK_TYPE_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/figures.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookFigures, new_figure);
  gtk_widget_class_bind_template_child (widget_class, DaybookFigures, updated_figure);
  gtk_widget_class_bind_template_child (widget_class, DaybookFigures, same_figure);
  gtk_widget_class_bind_template_child (widget_class, DaybookFigures, problems_figure);
}

static void
daybook_figures_init (DaybookFigures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_figures_show (DaybookFigures             *self,
                      const DaybookStagingCounts *counts)
{
  g_return_if_fail (DAYBOOK_IS_FIGURES (self));

  daybook_figure_set_value (self->new_figure, counts->n_new, DAYBOOK_FIGURE_CALM);
  daybook_figure_set_value (self->updated_figure, counts->n_updated, DAYBOOK_FIGURE_CALM);
  daybook_figure_set_value (self->same_figure, counts->n_same, DAYBOOK_FIGURE_CALM);
  daybook_figure_set_value (self->problems_figure, counts->n_problems, DAYBOOK_FIGURE_WARNING);
}
