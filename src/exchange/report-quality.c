/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/report-quality.h"

#include "core/case.h"

#include <glib/gi18n-lib.h>

#define MOST_CAUSES 8 /* of a plot; the table has all */

static guint
count_damaged (const DaybookQuality *quality)
{
  guint n = 0;

  for (guint i = 0; i < quality->kinds->len; i++)
    n += ((const DaybookQualityKind *) g_ptr_array_index (quality->kinds, i))->damaged;
  return n;
}

char *
daybook_quality_say (const DaybookQuality *quality)
{
  g_autofree char *cases = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u case", "%u cases", quality->n_cases), quality->n_cases);
  g_autofree char *reviews = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u bad review", "%u bad reviews", quality->n_reviews), quality->n_reviews);

  /* Translators: pieces sold, “3 cases”, pieces damaged, “1 bad review”. */
  return g_strdup_printf (_("Sold %1$u · %2$s · damaged %3$u · %4$s"), quality->n_sold, cases, count_damaged (quality), reviews);
}

/* --- Parts ---------------------------------------------------------------------------------- */

static const DaybookReportHead KIND_HEADS[] = {
  { "register", N_("Register"), DAYBOOK_REPORT_TEXT },
  { "cases", N_("Cases"), DAYBOOK_REPORT_COUNT },
  { "pieces", N_("Pieces"), DAYBOOK_REPORT_COUNT },
  { "damaged", N_("Damaged"), DAYBOOK_REPORT_COUNT },
};

static void
add_kinds (DaybookReport        *report,
           const DaybookQuality *quality)
{
  DaybookReportPart *part = daybook_report_add_part (report, "kinds", _("What Came of It"));

  part->table = &daybook_cases;
  daybook_report_part_add_heads (part, KIND_HEADS, G_N_ELEMENTS (KIND_HEADS));
  for (guint i = 0; i < quality->kinds->len; i++)
    {
      const DaybookQualityKind *kind = g_ptr_array_index (quality->kinds, i);
      DaybookReportRow *row = daybook_report_part_add_row (part);

      daybook_report_row_add_text (row, kind->key, kind->title);
      daybook_report_row_add_count (row, kind->n);
      daybook_report_row_add_count (row, kind->pieces);
      daybook_report_row_add_count (row, kind->damaged);
      daybook_report_row_take_keys (row, g_array_ref (kind->keys), kind->title);
    }
}

static const DaybookReportHead CAUSE_HEADS[] = {
  { "cause", N_("Cause"), DAYBOOK_REPORT_TEXT },
  { "cases", N_("Cases"), DAYBOOK_REPORT_COUNT },
};

static void
add_causes (DaybookReport        *report,
            const DaybookQuality *quality)
{
  DaybookReportPart *part = daybook_report_add_part (report, "causes", _("Causes"));

  part->table = &daybook_cases;
  part->plot = daybook_quality_plot_causes (quality);
  daybook_report_part_add_heads (part, CAUSE_HEADS, G_N_ELEMENTS (CAUSE_HEADS));
  for (guint i = 0; i < quality->causes->len; i++)
    {
      const DaybookQualityCause *cause = g_ptr_array_index (quality->causes, i);
      DaybookReportRow *row = daybook_report_part_add_row (part);

      daybook_report_row_add_text (row, NULL, cause->label);
      daybook_report_row_add_count (row, cause->n);
      daybook_report_row_take_keys (row, g_array_ref (cause->keys), cause->label);
    }
}

static const DaybookReportHead MONTH_HEADS[] = {
  { "month", N_("Month"), DAYBOOK_REPORT_TEXT },
  { "sold", N_("Sold"), DAYBOOK_REPORT_COUNT },
  { "cases", N_("Cases"), DAYBOOK_REPORT_COUNT },
  { "reviews", N_("Bad reviews"), DAYBOOK_REPORT_COUNT },
};

static void
add_months (DaybookReport        *report,
            const DaybookQuality *quality)
{
  DaybookReportPart *part = daybook_report_add_part (report, "months", _("Over Time"));

  part->plot = daybook_quality_plot_months (quality);
  daybook_report_part_add_heads (part, MONTH_HEADS, G_N_ELEMENTS (MONTH_HEADS));
  for (guint i = 0; i < DAYBOOK_QUALITY_MONTHS; i++)
    {
      DaybookReportRow *row = daybook_report_part_add_row (part);

      daybook_report_row_add_text (row, NULL, quality->months[i].label);
      daybook_report_row_add_count (row, quality->months[i].sold);
      daybook_report_row_add_count (row, quality->months[i].cases);
      daybook_report_row_add_count (row, quality->months[i].reviews);
    }
}

DaybookReport *
daybook_report_of_quality (const DaybookQuality *quality,
                           const char           *name,
                           const char           *currency)
{
  /* Translators: %s is a product or a customer. */
  g_autofree char *title = g_strdup_printf (_("Quality Record: %s"), name);
  DaybookReport *report = daybook_report_new ("quality", title, currency);

  daybook_report_take_note (report, daybook_quality_say (quality));
  if (quality->n_listed > 0)
    daybook_report_take_note (report, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more is in the platform’s list of after-sales alone.",
                                                                    "%u more are in the platform’s list of after-sales alone.", quality->n_listed),
                                                       quality->n_listed));
  add_kinds (report, quality);
  add_causes (report, quality);
  add_months (report, quality);
  return report;
}

/* --- Plots ------------------------------------------------------------------------------------ */

DaybookPlot *
daybook_quality_plot_causes (const DaybookQuality *quality)
{
  guint n = MIN (quality->causes->len, MOST_CAUSES);
  DaybookPlot *plot;
  double counts[MOST_CAUSES];

  if (n == 0)
    return NULL;

  plot = daybook_plot_new (DAYBOOK_PLOT_PARETO, _("Causes"));
  daybook_plot_set_axes (plot, NULL, _("Cases"));
  for (guint i = 0; i < n; i++)
    {
      const DaybookQualityCause *cause = g_ptr_array_index (quality->causes, i);

      daybook_plot_add_category (plot, cause->label);
      counts[i] = cause->n;
    }
  daybook_plot_add_series (plot, _("Cases"), counts);
  return plot;
}

DaybookPlot *
daybook_quality_plot_months (const DaybookQuality *quality)
{
  DaybookPlot *plot = daybook_plot_new (DAYBOOK_PLOT_BARS, _("Over Time"));
  double sold[DAYBOOK_QUALITY_MONTHS], cases[DAYBOOK_QUALITY_MONTHS], reviews[DAYBOOK_QUALITY_MONTHS];
  gboolean any = FALSE;

  for (guint i = 0; i < DAYBOOK_QUALITY_MONTHS; i++)
    {
      const DaybookQualityMonth *month = &quality->months[i];

      daybook_plot_add_category (plot, month->label);
      sold[i] = month->sold;
      cases[i] = month->cases;
      reviews[i] = month->reviews;
      any |= month->sold + month->cases + month->reviews > 0;
    }
  daybook_plot_set_axes (plot, _("Month"), _("Count"));
  daybook_plot_add_series (plot, _("Sold"), sold);
  daybook_plot_add_series (plot, _("Cases"), cases);
  daybook_plot_add_series (plot, _("Bad reviews"), reviews);
  if (any)
    return plot;

  daybook_plot_unref (plot);
  return NULL;
}
