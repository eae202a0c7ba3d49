/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/report-value.h"

#include "core/customer.h"
#include "core/money.h"

#include <glib/gi18n-lib.h>

/* So many months later are told of a cohort; more would not fit on paper. */
#define MOST_LATER 12

static double
share_of (double part,
          double whole)
{
  return whole > 0 ? part * 100 / whole : 0;
}

static const DaybookValueMonth *
month_at (const DaybookCustomerValue *value,
          guint                       month)
{
  return &g_array_index (value->months, DaybookValueMonth, month);
}

/* --- Segments ------------------------------------------------------------------------------- */

static void
add_segment (DaybookReportPart          *part,
             const DaybookCustomerValue *value,
             guint                       segment)
{
  const DaybookSegmentSum *sum = &value->segments[segment];
  const char *label = daybook_segment_get_label (&daybook_segments[segment]);
  DaybookReportRow *row = daybook_report_part_add_row (part);

  daybook_report_row_add_text (row, daybook_segments[segment].key, label);
  daybook_report_row_add_count (row, sum->n);
  daybook_report_row_add_share (row, share_of (sum->n, value->buyers->len));
  daybook_report_row_add_money (row, sum->spent);
  daybook_report_row_add_share (row, share_of ((double) sum->spent, (double) value->spent));
  daybook_report_row_add_money (row, sum->n > 0 ? sum->spent / sum->n : 0);
  daybook_report_row_add_text (row, NULL, _(daybook_segments[segment].hint));
  daybook_report_row_take_keys (row, daybook_customer_value_segment (value, segment), label);
}

/* Two shares side by side: how many they are, and what they bring. */
static DaybookPlot *
plot_segments (const DaybookCustomerValue *value)
{
  DaybookPlot *plot = daybook_plot_new (DAYBOOK_PLOT_BARS, _("Segments"));
  double customers[DAYBOOK_N_SEGMENTS], spent[DAYBOOK_N_SEGMENTS];

  daybook_plot_set_unit (plot, DAYBOOK_PLOT_PERCENT, NULL);
  for (guint i = 0; i < DAYBOOK_N_SEGMENTS; i++)
    {
      daybook_plot_add_category (plot, daybook_segment_get_label (&daybook_segments[i]));
      customers[i] = share_of (value->segments[i].n, value->buyers->len);
      spent[i] = share_of ((double) value->segments[i].spent, (double) value->spent);
    }
  daybook_plot_add_series (plot, _("Share of customers"), customers);
  daybook_plot_add_series (plot, _("Share of money"), spent);
  return plot;
}

static const DaybookReportHead SEGMENT_HEADS[] = {
  { "segment", N_("Segment"), DAYBOOK_REPORT_TEXT },
  { "customers", N_("Customers"), DAYBOOK_REPORT_COUNT },
  { "share", N_("Share of customers"), DAYBOOK_REPORT_PERCENT },
  { "spent", N_("Money"), DAYBOOK_REPORT_MONEY },
  { "spent_share", N_("Share of money"), DAYBOOK_REPORT_PERCENT },
  { "average", N_("Average"), DAYBOOK_REPORT_MONEY },
  { "advice", N_("What to do"), DAYBOOK_REPORT_TEXT },
};

static void
add_segments (DaybookReport              *report,
              const DaybookCustomerValue *value)
{
  DaybookReportPart *part = daybook_report_add_part (report, "segments", _("Segments"));

  part->table = &daybook_customers;
  part->plot = plot_segments (value);
  daybook_report_part_add_heads (part, SEGMENT_HEADS, G_N_ELEMENTS (SEGMENT_HEADS));
  for (guint i = 0; i < DAYBOOK_N_SEGMENTS; i++)
    add_segment (part, value, i);
}

/* --- Recency and frequency --------------------------------------------------------------------- */

static DaybookPlot *
plot_cells (const DaybookCustomerValue *value)
{
  DaybookPlot *plot = daybook_plot_new (DAYBOOK_PLOT_HEAT, _("Recency and Frequency"));

  daybook_plot_set_axes (plot, _("Frequency"), _("Recency"));
  for (guint f = 1; f <= DAYBOOK_RFM_BEST; f++)
    {
      /* Translators: a score of how often customers buy; 5 is best. */
      g_autofree char *label = g_strdup_printf (_("Frequency %u"), f);

      daybook_plot_add_category (plot, label);
    }
  for (guint r = DAYBOOK_RFM_BEST; r > 0; r--)
    {
      /* Translators: a score of how lately customers have bought; 5 is best. */
      g_autofree char *label = g_strdup_printf (_("Recency %u"), r);
      double counts[DAYBOOK_RFM_BEST];

      for (guint f = 0; f < DAYBOOK_RFM_BEST; f++)
        counts[f] = value->cells[r - 1][f];
      daybook_plot_add_series (plot, label, counts);
    }
  return plot;
}

static void
add_cell (DaybookReportPart          *part,
          const DaybookCustomerValue *value,
          guint                       recency,
          guint                       frequency)
{
  g_autofree char *name = g_strdup_printf (_("Recency %u, frequency %u"), recency, frequency);
  DaybookReportRow *row = daybook_report_part_add_row (part);

  daybook_report_row_add_count (row, recency);
  daybook_report_row_add_count (row, frequency);
  daybook_report_row_add_count (row, value->cells[recency - 1][frequency - 1]);
  daybook_report_row_take_keys (row, daybook_customer_value_cell (value, recency, frequency), name);
}

static const DaybookReportHead CELL_HEADS[] = {
  { "recency", N_("Recency"), DAYBOOK_REPORT_COUNT },
  { "frequency", N_("Frequency"), DAYBOOK_REPORT_COUNT },
  { "customers", N_("Customers"), DAYBOOK_REPORT_COUNT },
};

static void
add_cells (DaybookReport              *report,
           const DaybookCustomerValue *value)
{
  DaybookReportPart *part = daybook_report_add_part (report, "rfm", _("Recency and Frequency"));

  part->table = &daybook_customers;
  part->plot = plot_cells (value);
  daybook_report_part_add_heads (part, CELL_HEADS, G_N_ELEMENTS (CELL_HEADS));
  for (guint r = DAYBOOK_RFM_BEST; r > 0; r--)
    for (guint f = DAYBOOK_RFM_BEST; f > 0; f--)
      if (value->cells[r - 1][f - 1] > 0)
        add_cell (part, value, r, f);
}

/* --- Who buys again ------------------------------------------------------------------------------- */

static DaybookPlot *
plot_repeat (const DaybookCustomerValue *value)
{
  DaybookPlot *plot = daybook_plot_new (DAYBOOK_PLOT_LINES, _("Repeat Purchases"));
  g_autofree double *shares = g_new (double, value->months->len);

  daybook_plot_set_unit (plot, DAYBOOK_PLOT_PERCENT, NULL);
  daybook_plot_set_axes (plot, _("Month"), _("Share of buyers who had bought before"));
  for (guint i = 0; i < value->months->len; i++)
    {
      daybook_plot_add_category (plot, month_at (value, i)->label);
      shares[i] = month_at (value, i)->n_buyers > 0 ? share_of (month_at (value, i)->n_again, month_at (value, i)->n_buyers) : DAYBOOK_PLOT_NONE;
    }
  daybook_plot_add_series (plot, _("Repeat buyers"), shares);
  return plot;
}

static const DaybookReportHead MONTH_HEADS[] = {
  { "month", N_("Month"), DAYBOOK_REPORT_TEXT },
  { "customers", N_("Customers"), DAYBOOK_REPORT_COUNT },
  { "again", N_("Repeat buyers"), DAYBOOK_REPORT_COUNT },
  { "share", N_("Share"), DAYBOOK_REPORT_PERCENT },
  { "sales", N_("Sales"), DAYBOOK_REPORT_COUNT },
  { "spent", N_("Money"), DAYBOOK_REPORT_MONEY },
};

static char *
name_repeat (const char *month)
{
  /* Translators: a list of customers; %s is a month, 2026-11, in which they bought again. */
  return g_strdup_printf (_("%s: repeat buyers"), month);
}

static void
add_repeat (DaybookReport              *report,
            const DaybookCustomerValue *value)
{
  DaybookReportPart *part = daybook_report_add_part (report, "repeat", _("Repeat Purchases"));
  g_autoptr(GPtrArray) buyers = daybook_customer_value_buyers (value);
  g_autoptr(GPtrArray) again = daybook_customer_value_again (value);

  part->table = &daybook_customers;
  part->plot = plot_repeat (value);
  daybook_report_part_add_heads (part, MONTH_HEADS, G_N_ELEMENTS (MONTH_HEADS));
  for (guint i = 0; i < value->months->len; i++)
    {
      const DaybookValueMonth *month = month_at (value, i);
      DaybookReportRow *row = daybook_report_part_add_row (part);

      daybook_report_row_add_text (row, NULL, month->label);
      daybook_report_row_add_count (row, month->n_buyers);
      daybook_report_row_take_counted (row, g_array_ref (g_ptr_array_index (again, i)), name_repeat (month->label));
      daybook_report_row_add_share (row, share_of (month->n_again, month->n_buyers));
      daybook_report_row_add_count (row, month->n_sales);
      daybook_report_row_add_money (row, month->spent);
      daybook_report_row_take_keys (row, g_array_ref (g_ptr_array_index (buyers, i)), month->label);
    }
}

/* --- Cohorts ------------------------------------------------------------------------------------- */

static guint
count_later (const DaybookCustomerValue *value,
             guint                       month)
{
  return MIN (value->months->len - month - 1, MOST_LATER);
}

static DaybookPlot *
plot_cohorts (const DaybookCustomerValue *value)
{
  DaybookPlot *plot = daybook_plot_new (DAYBOOK_PLOT_HEAT, _("Cohorts"));
  guint n_later = count_later (value, 0);

  daybook_plot_set_unit (plot, DAYBOOK_PLOT_PERCENT, NULL);
  daybook_plot_set_axes (plot, _("Months later"), _("Month of the first order"));
  for (guint later = 1; later <= n_later; later++)
    {
      g_autofree char *label = g_strdup_printf ("+%u", later);

      daybook_plot_add_category (plot, label);
    }
  for (guint i = 0; i + 1 < value->months->len; i++)
    {
      const DaybookValueMonth *month = month_at (value, i);
      double shares[MOST_LATER];

      for (guint later = 1; later <= n_later; later++)
        shares[later - 1] = later <= count_later (value, i) && month->n_first > 0 ? share_of (month->returned[later], month->n_first) : DAYBOOK_PLOT_NONE;
      daybook_plot_add_series (plot, month->label, shares);
    }
  return plot;
}

static const DaybookReportHead COHORT_HEADS[] = {
  { "month", N_("Month of the first order"), DAYBOOK_REPORT_TEXT },
  { "customers", N_("Customers"), DAYBOOK_REPORT_COUNT },
  { "spent", N_("Money"), DAYBOOK_REPORT_MONEY },
  { "later", N_("Money later"), DAYBOOK_REPORT_MONEY },
};

static void
add_cohort_columns (DaybookReportPart *part,
                    guint              n_later)
{
  daybook_report_part_add_heads (part, COHORT_HEADS, G_N_ELEMENTS (COHORT_HEADS));
  for (guint later = 1; later <= n_later; later++)
    {
      g_autofree char *key = g_strdup_printf ("month_%u", later);
      g_autofree char *label = g_strdup_printf ("+%u", later);

      daybook_report_part_add_column (part, key, label, DAYBOOK_REPORT_COUNT);
    }
}

static void
add_cohort (DaybookReportPart          *part,
            const DaybookCustomerValue *value,
            guint                       came)
{
  const DaybookValueMonth *month = month_at (value, came);
  DaybookReportRow *row = daybook_report_part_add_row (part);
  g_autoptr(GPtrArray) bought = daybook_customer_value_cohort (value, came);
  gint64 later_money = 0;

  for (guint later = 1; came + later < value->months->len; later++)
    later_money += month->brought[later];
  daybook_report_row_add_text (row, NULL, month->label);
  daybook_report_row_add_count (row, month->n_first);
  daybook_report_row_add_money (row, month->brought[0]);
  daybook_report_row_add_money (row, later_money);
  for (guint later = 1; later <= count_later (value, 0); later++)
    if (later <= count_later (value, came))
      daybook_report_row_take_counted (row, g_array_ref (g_ptr_array_index (bought, later)), g_strdup_printf ("%s, +%u", month->label, later));
    else
      daybook_report_row_add_nothing (row);
  daybook_report_row_take_keys (row, g_array_ref (g_ptr_array_index (bought, 0)), month->label);
}

static void
add_cohorts (DaybookReport              *report,
             const DaybookCustomerValue *value)
{
  DaybookReportPart *part = daybook_report_add_part (report, "cohorts", _("Cohorts"));

  part->note = g_strdup (_("Of those whose first order was in a month: how many bought again so many months later."));
  part->table = &daybook_customers;
  part->plot = value->months->len > 1 ? plot_cohorts (value) : NULL;
  add_cohort_columns (part, count_later (value, 0));
  for (guint i = 0; i < value->months->len; i++)
    add_cohort (part, value, i);
}

/* --- Bounds ---------------------------------------------------------------------------------------- */

static const DaybookReportHead BOUND_HEADS[] = {
  { "score", N_("Score"), DAYBOOK_REPORT_COUNT },
  { "days", N_("Last order within days"), DAYBOOK_REPORT_COUNT },
  { "sales", N_("Sales from"), DAYBOOK_REPORT_COUNT },
  { "spent", N_("Money from"), DAYBOOK_REPORT_MONEY },
};

static void
add_bounds (DaybookReport              *report,
            const DaybookCustomerValue *value)
{
  DaybookReportPart *part = daybook_report_add_part (report, "bounds", _("Bounds"));

  part->note = g_strdup (value->proposed ? _("Proposed by the shop’s own customers: each score has about a fifth of them.")
                                         : _("As the shop has set them."));
  daybook_report_part_add_heads (part, BOUND_HEADS, G_N_ELEMENTS (BOUND_HEADS));
  for (guint score = DAYBOOK_RFM_BEST; score > 1; score--)
    {
      DaybookReportRow *row = daybook_report_part_add_row (part);

      daybook_report_row_add_count (row, score);
      daybook_report_row_add_count (row, value->bounds.recency[DAYBOOK_RFM_BEST - score]);
      daybook_report_row_add_count (row, value->bounds.frequency[score - 2]);
      daybook_report_row_add_money (row, value->bounds.money[score - 2]);
    }
}

/* --- All of it --------------------------------------------------------------------------------------- */

static void
add_notes (DaybookReport              *report,
           const DaybookCustomerValue *value)
{
  g_autofree char *spent = daybook_money_format (value->spent, value->currency);

  /* Translators: %1$s is the first month, %2$s the last, %3$u a number of customers, %4$s an amount. */
  daybook_report_take_note (report, g_strdup_printf (_("%1$s to %2$s: %3$'u customers bought for %4$s, refunds taken off."), month_at (value, 0)->label,
                                                     month_at (value, value->months->len - 1)->label, value->buyers->len, spent));
  /* Translators: of all time: %1$.1f is a share. */
  daybook_report_take_note (report, g_strdup_printf (_("%1$.1f %% of all customers have bought more than once (%2$'u of %3$'u)."),
                                                     share_of (value->n_again, value->n_ever), value->n_again, value->n_ever));
  for (guint i = 0; i < value->others->len; i++)
    {
      const DaybookOtherMoney *other = &g_array_index (value->others, DaybookOtherMoney, i);
      g_autofree char *money = daybook_money_format (other->spent, other->currency);

      /* Translators: sales in another currency: %1$s is an amount. */
      daybook_report_take_note (report, g_strdup_printf (_("Not in these amounts: %1$s of %2$u sales."), money, other->n_sales));
    }
  if (value->n_undated > 0)
    daybook_report_take_note (report, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u order without a date is not counted.",
                                                                    "%u orders without a date are not counted.", value->n_undated), value->n_undated));
}

DaybookReport *
daybook_report_of_value (const DaybookCustomerValue *value)
{
  DaybookReport *report = daybook_report_new ("value", _("Customer Value"), value->currency);

  add_notes (report, value);
  add_segments (report, value);
  add_cells (report, value);
  add_repeat (report, value);
  add_cohorts (report, value);
  add_bounds (report, value);
  return report;
}
