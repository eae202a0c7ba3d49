/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/report-commission.h"

#include "core/order.h"
#include "core/words.h"
#include "exchange/print-head.h"

#include <glib/gi18n-lib.h>

#define PAGE_ROWS 500

static const char *
foreign (const char *currency,
         const char *main)
{
  return g_strcmp0 (currency, main) == 0 ? NULL : currency;
}

/* --- Agents --------------------------------------------------------------------------------- */

static void
add_agent (DaybookReport              *report,
           DaybookReportPart          *part,
           const DaybookCommissionRow *counted)
{
  DaybookReportRow *row = daybook_report_part_add_row (part);

  row->currency = g_strdup (foreign (counted->currency, report->currency));
  daybook_report_row_add_text (row, NULL, counted->name != NULL ? counted->name : "");
  daybook_report_row_add_text (row, NULL, counted->code != NULL ? counted->code : "");
  daybook_report_row_add_count (row, counted->n_orders);
  daybook_report_row_add_count (row, counted->n_sales);
  daybook_report_row_add_money (row, counted->paid);
  daybook_report_row_add_money (row, counted->refunded);
  daybook_report_row_add_money (row, counted->net);
  daybook_report_row_take_keys (row, g_array_ref (counted->keys), counted->name);
}

static DaybookPlot *
plot_agents (const DaybookReport     *report,
             const DaybookCommission *commission)
{
  DaybookPlot *plot = daybook_plot_new (DAYBOOK_PLOT_BARS, _("Net Sales by Agent"));
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  daybook_plot_set_unit (plot, DAYBOOK_PLOT_MONEY, report->currency);
  daybook_plot_set_axes (plot, _("Agent"), report->currency);
  for (guint i = 0; i < commission->rows->len; i++)
    {
      const DaybookCommissionRow *counted = g_ptr_array_index (commission->rows, i);
      double net = (double) counted->net;

      if (foreign (counted->currency, report->currency) != NULL)
        continue;
      daybook_plot_add_category (plot, counted->name != NULL ? counted->name : "");
      g_array_append_val (values, net);
    }
  daybook_plot_add_series (plot, _("Net"), (const double *) (void *) values->data);
  return plot;
}

static void
add_money_columns (DaybookReportPart *part)
{
  daybook_report_part_add_column (part, "paid", _("Paid"), DAYBOOK_REPORT_MONEY);
  daybook_report_part_add_column (part, "refunded", _("Refunded"), DAYBOOK_REPORT_MONEY);
  daybook_report_part_add_column (part, "net", _("Net"), DAYBOOK_REPORT_MONEY);
}

static void
add_agents (DaybookReport           *report,
            const DaybookCommission *commission)
{
  DaybookReportPart *part = daybook_report_add_part (report, "agents", _("By Agent"));

  part->table = &daybook_orders;
  part->plot = commission->rows->len > 1 ? plot_agents (report, commission) : NULL;
  daybook_report_part_add_column (part, "agent", _("Agent"), DAYBOOK_REPORT_TEXT);
  daybook_report_part_add_column (part, "code", _("Code"), DAYBOOK_REPORT_TEXT);
  daybook_report_part_add_column (part, "orders", _("Orders"), DAYBOOK_REPORT_COUNT);
  daybook_report_part_add_column (part, "sales", _("Sold"), DAYBOOK_REPORT_COUNT);
  add_money_columns (part);
  for (guint i = 0; i < commission->rows->len; i++)
    add_agent (report, part, g_ptr_array_index (commission->rows, i));
}

static void
add_nameless (DaybookReport           *report,
              const DaybookCommission *commission)
{
  DaybookReportPart *part = daybook_report_add_part (report, "nameless", _("Without a Name"));
  DaybookReportRow *row;

  part->table = &daybook_orders;
  part->note = g_strdup (_("Sold in this month, and nobody’s name stands on them: they count for nobody."));
  daybook_report_part_add_column (part, "what", _("What"), DAYBOOK_REPORT_TEXT);
  daybook_report_part_add_column (part, "orders", _("Orders"), DAYBOOK_REPORT_COUNT);
  row = daybook_report_part_add_row (part);
  daybook_report_row_add_text (row, "nameless", _("Orders without a name"));
  daybook_report_row_add_count (row, commission->nameless->len);
  daybook_report_row_take_keys (row, g_array_ref (commission->nameless), _("Without a name"));
}

/* --- Orders ------------------------------------------------------------------------------------ */

static gint64
amount_of (const DaybookRow *order,
           guint             field)
{
  return daybook_row_has (order, field) ? daybook_row_int (order, field) : DAYBOOK_AMOUNT_UNKNOWN;
}

static void
add_order (DaybookReport              *report,
           DaybookReportPart          *part,
           const DaybookCommissionRow *counted,
           const DaybookRow           *order,
           GTimeZone                  *zone)
{
  DaybookStage stage = (DaybookStage) daybook_row_int (order, DAYBOOK_ORDER_STAGE);
  gint64 paid = amount_of (order, DAYBOOK_ORDER_PAID), refunded = MAX (0, amount_of (order, DAYBOOK_ORDER_REFUNDED));
  gboolean is_sale = daybook_order_is_sale (stage, (DaybookRefund) daybook_row_int (order, DAYBOOK_ORDER_REFUND), paid);
  gint64 net = is_sale ? daybook_order_net (paid, refunded, amount_of (order, DAYBOOK_ORDER_TOTAL)) : 0;
  g_autofree char *created = daybook_print_time (zone, daybook_row_int (order, DAYBOOK_ORDER_CREATED));
  const DaybookField *field = &daybook_orders.fields[DAYBOOK_ORDER_STAGE];
  DaybookReportRow *row = daybook_report_part_add_row (part);

  row->currency = g_strdup (foreign (counted->currency, report->currency));
  daybook_report_row_add_text (row, NULL, counted->name != NULL ? counted->name : "");
  daybook_report_row_add_text (row, NULL, daybook_row_text (order, DAYBOOK_ORDER_NUMBER));
  daybook_report_row_add_text (row, NULL, created);
  daybook_report_row_add_text (row, daybook_field_word_name (field, stage), daybook_words_enum (field, stage));
  daybook_report_row_add_money (row, net + refunded);
  daybook_report_row_add_money (row, refunded);
  daybook_report_row_add_money (row, net);
}

static gboolean
add_orders_of (DaybookReport               *report,
               DaybookReportPart           *part,
               const DaybookCommissionRow  *counted,
               DaybookReader               *reader,
               GTimeZone                   *zone,
               GError                     **error)
{
  for (guint first = 0; first < counted->keys->len; first += PAGE_ROWS)
    {
      g_autoptr(GPtrArray) orders = daybook_reader_rows (reader, &daybook_orders, &g_array_index (counted->keys, gint64, first),
                                                         MIN (PAGE_ROWS, counted->keys->len - first), error);

      if (orders == NULL)
        return FALSE;
      for (guint i = 0; i < orders->len; i++)
        add_order (report, part, counted, g_ptr_array_index (orders, i), zone);
    }
  return TRUE;
}

static DaybookReportPart *
add_list (DaybookReport *report)
{
  DaybookReportPart *part = daybook_report_add_part (report, "orders", _("Orders"));

  daybook_report_part_add_column (part, "agent", _("Agent"), DAYBOOK_REPORT_TEXT);
  daybook_report_part_add_column (part, "number", _("Order"), DAYBOOK_REPORT_TEXT);
  daybook_report_part_add_column (part, "created", _("Ordered"), DAYBOOK_REPORT_TEXT);
  daybook_report_part_add_column (part, "stage", _("Stage"), DAYBOOK_REPORT_TEXT);
  add_money_columns (part);
  return part;
}

DaybookReport *
daybook_report_of_commission (const DaybookCommission  *commission,
                              DaybookReader            *reader,
                              GTimeZone                *zone,
                              const char               *currency,
                              GError                  **error)
{
  /* Translators: %s is a month, “2026-11”. */
  g_autofree char *title = g_strdup_printf (_("Orders by Agent, %s"), commission->month);
  g_autoptr(DaybookReport) report = daybook_report_new ("commission", title, currency);
  DaybookReportPart *list;

  if (commission->own_only)
    daybook_report_take_note (report, g_strdup (_("Your own orders; the owner and the leads see all.")));
  add_agents (report, commission);
  if (!commission->own_only)
    add_nameless (report, commission);
  list = add_list (report);
  for (guint i = 0; i < commission->rows->len; i++)
    if (!add_orders_of (report, list, g_ptr_array_index (commission->rows, i), reader, zone, error))
      return NULL;
  return g_steal_pointer (&report);
}
