/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/survey-plot.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define MONTHS_A_YEAR 12

/* Months since the year 0 of "2026-11". */
static guint
read_month (const char *name)
{
  return (guint) (strtol (name, NULL, 10) * MONTHS_A_YEAR + strtol (name + 5, NULL, 10) - 1);
}

/* By month; NULL: nobody was asked in it. */
static const DaybookSurveyFigure **
spread (GPtrArray *figures,
        guint      first,
        guint      n)
{
  const DaybookSurveyFigure **months = g_new0 (const DaybookSurveyFigure *, n);

  for (guint i = 0; i < figures->len; i++)
    {
      const DaybookSurveyFigure *figure = g_ptr_array_index (figures, i);

      months[read_month (figure->name) - first] = figure;
    }
  return months;
}

static void
add_question (DaybookPlot                *plot,
              guint                       question,
              const DaybookSurveyFigure **months,
              guint                       n)
{
  g_autofree double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = months[i] != NULL && months[i]->averages[question] > 0 ? months[i]->averages[question] : DAYBOOK_PLOT_NONE;
  daybook_plot_add_series (plot, _(daybook_surveys.fields[DAYBOOK_SURVEY_QUESTION (question)].label), values);
}

DaybookPlot *
daybook_survey_plot (GPtrArray *figures)
{
  g_autoptr(DaybookPlot) plot = NULL;
  g_autofree const DaybookSurveyFigure **months = NULL;
  guint first, n;

  if (figures->len == 0)
    return NULL;

  /* The newest is the first of the figures. */
  first = read_month (((const DaybookSurveyFigure *) g_ptr_array_index (figures, figures->len - 1))->name);
  n = read_month (((const DaybookSurveyFigure *) g_ptr_array_index (figures, 0))->name) - first + 1;
  months = spread (figures, first, n);
  plot = daybook_plot_new (DAYBOOK_PLOT_LINES, _("Satisfaction by Month"));
  daybook_plot_set_unit (plot, DAYBOOK_PLOT_STARS, NULL);
  daybook_plot_set_axes (plot, NULL, _("Stars"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("%04u-%02u", (first + i) / MONTHS_A_YEAR, (first + i) % MONTHS_A_YEAR + 1);

      daybook_plot_add_category (plot, label);
    }
  for (guint question = 0; question < DAYBOOK_SURVEY_N_QUESTIONS; question++)
    add_question (plot, question, months, n);
  return g_steal_pointer (&plot);
}
