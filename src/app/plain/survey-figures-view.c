/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plain/survey-figures-view.h"

#include "app/common/plot-view.h"
#include "app/common/shell.h"
#include "app/compat/wrap-box.h"
#include "exchange/survey-plot.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define DAYBOOK_TYPE_SURVEY_FIGURES_VIEW (daybook_survey_figures_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSurveyFiguresView, daybook_survey_figures_view, DAYBOOK, SURVEY_FIGURES_VIEW, AdwBin)

struct _DaybookSurveyFiguresView
{
  AdwBin           parent_instance;

  GtkGrid         *grid;
  GtkDropDown     *by;
  GtkDropDown     *period;
  GtkToggleButton *over_time;
  GtkRevealer     *revealer;
  DaybookPlotView *plot;

  /* Owned */
  DaybookStore    *store;
};

G_DEFINE_FINAL_TYPE (DaybookSurveyFiguresView, daybook_survey_figures_view, ADW_TYPE_BIN)

/* Months that are offered, with the present one; 0: all. */
static const guint PERIODS[] = { 0, 1, 3, 6, 12, 24 };

/* Since when (UTC seconds) is counted; 0: from the first on. */
static gint64
read_from (DaybookSurveyFiguresView *self)
{
  guint months = PERIODS[MIN (gtk_drop_down_get_selected (self->period), G_N_ELEMENTS (PERIODS) - 1)];
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (daybook_store_get_now (self->store));
  g_autoptr(GDateTime) here = g_date_time_to_timezone (now, daybook_store_get_zone (self->store));
  g_autoptr(GDateTime) first = g_date_time_new (daybook_store_get_zone (self->store), g_date_time_get_year (here), g_date_time_get_month (here), 1, 0, 0, 0);
  g_autoptr(GDateTime) from = g_date_time_add_months (first, 1 - (int) months);

  return months == 0 ? 0 : g_date_time_to_unix (from);
}

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

/* The surveys behind the number stand in the list below then. */
static void
on_figure_clicked (DaybookSurveyFiguresView *self,
                   GtkWidget                *button)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_surveys);

  daybook_query_set_keys (query, g_object_get_data (G_OBJECT (button), "rows"), g_object_get_data (G_OBJECT (button), "name"));
  daybook_shell_show_query (daybook_shell_of (GTK_WIDGET (self)), query);
}

static void
attach_count (DaybookSurveyFiguresView  *self,
              const DaybookSurveyFigure *figure,
              const char                *name,
              int                        row)
{
  g_autofree char *n = g_strdup_printf ("%u", figure->n);
  /* Translators: of whom or of which month: “Surveys: 2026-11” */
  g_autofree char *words = g_strdup_printf (_("Surveys: %s"), name);
  GtkWidget *button = gtk_button_new_with_label (n);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "figure-link");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (button, _("Show the Surveys Behind This Number"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "rows", g_array_ref (figure->rows), (GDestroyNotify) g_array_unref);
  g_object_set_data_full (G_OBJECT (button), "name", g_steal_pointer (&words), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_figure_clicked), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, button, 1, row, 1, 1);
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
  const char *name = *figure->name != '\0' ? figure->name : all ? _("All") : _("Nobody");

  attach (self, name, 0, row, NULL);
  attach_count (self, figure, name, row);
  attach_average (self, figure->average, 2, row);
  for (int i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    attach_average (self, figure->averages[i], 3 + i, row);
}

static void
add_heads (DaybookSurveyFiguresView *self)
{
  attach (self, "", 0, 0, NULL);
  attach (self, _("Surveys"), 1, 0, "dim-label");
  attach (self, C_("survey", "Average"), 2, 0, "dim-label");
  for (int i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    attach (self, _(daybook_surveys.fields[DAYBOOK_SURVEY_QUESTION (i)].label), 3 + i, 0, "dim-label");
}

static void
fill_grid (DaybookSurveyFiguresView *self)
{
  DaybookSurveysBy by = (DaybookSurveysBy) gtk_drop_down_get_selected (self->by);
  g_autoptr(GPtrArray) figures = daybook_survey_figures (daybook_store_get_reader (self->store), by, read_from (self), 0, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  add_heads (self);
  for (guint i = 0; figures != NULL && i < figures->len; i++)
    add_figure (self, g_ptr_array_index (figures, i), (int) i + 1);
}

static void
fill_plot (DaybookSurveyFiguresView *self)
{
  g_autoptr(GPtrArray) figures = NULL;
  g_autoptr(DaybookPlot) plot = NULL;

  if (!gtk_toggle_button_get_active (self->over_time))
    return;

  figures = daybook_survey_figures (daybook_store_get_reader (self->store), DAYBOOK_SURVEYS_BY_MONTH, read_from (self), 0, NULL);
  plot = figures != NULL ? daybook_survey_plot (figures) : NULL;
  daybook_plot_view_set (self->plot, plot);
}

static gboolean
has_surveys (DaybookSurveyFiguresView *self)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_surveys);

  return daybook_reader_count (daybook_store_get_reader (self->store), query, 1, NULL) > 0;
}

static void
fill (DaybookSurveyFiguresView *self)
{
  gboolean any = has_surveys (self);

  gtk_widget_set_visible (GTK_WIDGET (self), any);
  if (!any)
    return;

  fill_grid (self);
  fill_plot (self);
}

static void
on_over_time_toggled (DaybookSurveyFiguresView *self)
{
  gtk_revealer_set_reveal_child (self->revealer, gtk_toggle_button_get_active (self->over_time));
  fill_plot (self);
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

static GtkDropDown *
make_choice (GListModel *words,
             const char *label)
{
  GtkWidget *choice = gtk_drop_down_new (words, NULL);

  gtk_widget_add_css_class (choice, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_DROP_DOWN (choice);
}

static GtkDropDown *
make_periods (void)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (PERIODS); i++)
    {
      g_autofree char *name = PERIODS[i] == 0 ? g_strdup (_("All Time"))
        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "This month", "Last %u months", PERIODS[i]), PERIODS[i]);

      gtk_string_list_append (words, name);
    }
  return make_choice (G_LIST_MODEL (words), _("Period"));
}

static GtkWidget *
make_choices (DaybookSurveyFiguresView *self)
{
  const char *words[] = { _("All Together"), _("By Agent"), _("By Month"), NULL };
  GtkWidget *line = g_object_new (DAYBOOK_TYPE_WRAP_BOX, NULL);

  self->by = make_choice (G_LIST_MODEL (gtk_string_list_new (words)), _("How Surveys Are Counted"));
  self->period = make_periods ();
  self->over_time = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Over Time")));
  gtk_widget_add_css_class (GTK_WIDGET (self->over_time), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->over_time), _("Show the Four Questions From Month to Month"));
  gtk_widget_insert_before (GTK_WIDGET (self->by), line, NULL);
  gtk_widget_insert_before (GTK_WIDGET (self->period), line, NULL);
  gtk_widget_insert_before (GTK_WIDGET (self->over_time), line, NULL);
  return line;
}

static GtkWidget *
make_grid (DaybookSurveyFiguresView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 3);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 160);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  return scroller;
}

static void
daybook_survey_figures_view_init (DaybookSurveyFiguresView *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_widget_set_margin_start (column, 12);
  gtk_widget_set_margin_end (column, 12);
  gtk_widget_set_margin_bottom (column, 6);
  gtk_box_append (GTK_BOX (column), make_choices (self));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->revealer));
  gtk_box_append (GTK_BOX (column), make_grid (self));
  adw_bin_set_child (ADW_BIN (self), column);
}

GtkWidget *
daybook_survey_figures_view_new (DaybookStore *store)
{
  DaybookSurveyFiguresView *self = g_object_new (DAYBOOK_TYPE_SURVEY_FIGURES_VIEW, NULL);

  self->store = g_object_ref (store);
  self->plot = DAYBOOK_PLOT_VIEW (daybook_plot_view_new (store));
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->plot));
  g_signal_connect_object (self->by, "notify::selected", G_CALLBACK (fill_grid), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->period, "notify::selected", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->over_time, "toggled", G_CALLBACK (on_over_time_toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
