/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plain/survey-figures-view.h"

#include "store/survey-figures.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define DAYBOOK_TYPE_SURVEY_FIGURES_VIEW (daybook_survey_figures_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSurveyFiguresView, daybook_survey_figures_view, DAYBOOK, SURVEY_FIGURES_VIEW, AdwBin)

struct _DaybookSurveyFiguresView
{
  AdwBin        parent_instance;

  GtkGrid      *grid;
  GtkDropDown  *by;

  /* Owned */
  DaybookStore *store;
};

G_DEFINE_FINAL_TYPE (DaybookSurveyFiguresView, daybook_survey_figures_view, ADW_TYPE_BIN)

static void
attach (DaybookSurveyFiguresView *self,
        const char               *text,
        int                       column,
        int                       row,
        const char               *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
attach_average (DaybookSurveyFiguresView *self,
                double                    average,
                int                       column,
                int                       row)
{
  /* Translators: an average number of stars */
  g_autofree char *text = average > 0 ? g_strdup_printf (_("%.2f"), average) : g_strdup ("–");

  attach (self, text, column, row, average > 0 && average < DAYBOOK_SURVEY_LOW ? "error" : NULL);
}

static void
add_figure (DaybookSurveyFiguresView  *self,
            const DaybookSurveyFigure *figure,
            int                        row)
{
  gboolean all = gtk_drop_down_get_selected (self->by) == DAYBOOK_SURVEYS_TOGETHER;
  g_autofree char *n = g_strdup_printf ("%u", figure->n);

  attach (self, *figure->name != '\0' ? figure->name : all ? _("All") : _("Nobody"), 0, row, NULL);
  attach (self, n, 1, row, NULL);
  attach_average (self, figure->average, 2, row);
  for (int i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    attach_average (self, figure->averages[i], 3 + i, row);
}

static void
add_heads (DaybookSurveyFiguresView *self)
{
  attach (self, "", 0, 0, NULL);
  attach (self, _("Surveys"), 1, 0, "dim-label");
  attach (self, _("Average"), 2, 0, "dim-label");
  for (int i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    attach (self, _(daybook_surveys.fields[DAYBOOK_SURVEY_QUESTION (i)].label), 3 + i, 0, "dim-label");
}

static void
fill (DaybookSurveyFiguresView *self)
{
  DaybookSurveysBy by = (DaybookSurveysBy) gtk_drop_down_get_selected (self->by);
  g_autoptr(GPtrArray) figures = daybook_survey_figures (daybook_store_get_reader (self->store), by, 0, 0, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  gtk_widget_set_visible (GTK_WIDGET (self), figures != NULL && figures->len > 0);
  if (figures == NULL || figures->len == 0)
    return;

  add_heads (self);
  for (guint i = 0; i < figures->len; i++)
    add_figure (self, g_ptr_array_index (figures, i), (int) i + 1);
}

static void
daybook_survey_figures_view_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_SURVEY_FIGURES_VIEW (object)->store);

  G_OBJECT_CLASS (daybook_survey_figures_view_parent_class)->dispose (object);
}

static void
daybook_survey_figures_view_class_init (DaybookSurveyFiguresViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_survey_figures_view_dispose;
}

static void
daybook_survey_figures_view_init (DaybookSurveyFiguresView *self)
{
  const char *words[] = { _("All Together"), _("By Agent"), _("By Month"), NULL };
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->by = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (words));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->by), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->by), "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->by), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How Surveys Are Counted"), -1);
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 3);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 160);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  gtk_widget_set_margin_start (column, 12);
  gtk_widget_set_margin_end (column, 12);
  gtk_widget_set_margin_bottom (column, 6);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->by));
  gtk_box_append (GTK_BOX (column), scroller);
  adw_bin_set_child (ADW_BIN (self), column);
}

GtkWidget *
daybook_survey_figures_view_new (DaybookStore *store)
{
  DaybookSurveyFiguresView *self = g_object_new (DAYBOOK_TYPE_SURVEY_FIGURES_VIEW, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (self->by, "notify::selected", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
