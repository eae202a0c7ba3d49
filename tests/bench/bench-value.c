/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crowd.h"
#include "measure.h"
#include "store/commission.h"
#include "store/customer-value.h"
#include "store/grade-proposals.h"
#include "store/grades.h"

#include <stdlib.h>

/*   bench-value FOLDER ORDERS
 *
 * How long it takes to count what customers are worth, and whom another VIP grade is proposed for, against SQLite alone
 * reading the same columns; and whose orders a month's are. The book in FOLDER is made where it has no orders. */

#define TIMES 5
#define MONTHS 24

/* What both read, in their order. */
#define SALES \
  "SELECT customer, created, stage, refund, currency, paid, refunded, total FROM orders" \
  " WHERE customer IS NOT NULL AND deleted = 0 ORDER BY customer, created"

typedef struct
{
  GArray *wall;
  GArray *cpu;
} Series;

static Series
new_series (void)
{
  return (Series) { measure_series (), measure_series () };
}

static void
add_span (Series      *series,
          MeasureSpan  span)
{
  measure_add (series->wall, span.wall);
  measure_add (series->cpu, span.cpu);
}

static void
end_series (Series     *series,
            const char *name,
            double      count)
{
  measure_print (name, "ms", measure_quantile (series->wall, 0.5), "cpu_ms", measure_quantile (series->cpu, 0.5), "count", count,
                 "peak_mb", measure_peak (), NULL);
  g_array_unref (series->wall);
  g_array_unref (series->cpu);
}

static double
read_value (DaybookStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookCustomerValue) value = daybook_customer_value_read (store, MONTHS, NULL, NULL, NULL, &error);

  if (value == NULL)
    g_error ("%s", error->message);
  return value->n_ever;
}

static double
read_commission (DaybookStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookCommission) commission = daybook_commission_read (store, daybook_store_get_agent (store), daybook_store_get_now (store), NULL, &error);

  if (commission == NULL)
    g_error ("%s", error->message);
  return commission->rows->len;
}

static void
use_grades (DaybookStore *store)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Grades", daybook_store_get_agent (store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;

  for (guint grade = DAYBOOK_GRADE_1; grade < DAYBOOK_N_GRADES; grade++)
    if (!daybook_grade_use (edit, daybook_store_get_reader (store), (DaybookGrade) grade, TRUE, &error))
      g_error ("%s", error->message);
  outcome = daybook_store_commit (store, edit, &error);
  if (outcome == NULL)
    g_error ("%s", error->message);
}

static double
read_grades (DaybookStore *store)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  g_auto(DaybookGradeRules) rules = { 0 };
  g_autoptr(GArray) found = NULL;
  g_autoptr(GError) error = NULL;

  if (!daybook_reader_grades (reader, &rules, &error))
    g_error ("%s", error->message);
  found = daybook_reader_grade_candidates (reader, &rules, daybook_store_get_now (store), NULL, NULL, &error);
  if (found == NULL)
    g_error ("%s", error->message);
  return found->len;
}

static double
read_raw (DaybookStore *store)
{
  crowd_read_raw (store, SALES);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    double    (*read) (DaybookStore *store);
  } READS[] = { { "raw", read_raw }, { "value", read_value }, { "grades", read_grades }, { "commission", read_commission } };
  Series series[G_N_ELEMENTS (READS)];
  double count[G_N_ELEMENTS (READS)] = { 0 };

  if (argc != 3)
    {
      g_printerr ("usage: bench-value FOLDER ORDERS\n");
      return EXIT_FAILURE;
    }

  g_autoptr(DaybookStore) store = measure_open (argv[1]);

  crowd_fill (store, g_ascii_strtoll (argv[2], NULL, 10), CROWD_ORDERS);
  use_grades (store);
  for (guint i = 0; i < G_N_ELEMENTS (READS); i++)
    series[i] = new_series ();
  for (guint round = 0; round < TIMES; round++)
    for (guint i = 0; i < G_N_ELEMENTS (READS); i++)
      {
        MeasureSpan begun = measure_begin ();

        count[i] = READS[i].read (store);
        add_span (&series[i], measure_end (begun));
      }
  for (guint i = 0; i < G_N_ELEMENTS (READS); i++)
    end_series (&series[i], READS[i].name, count[i]);
  daybook_store_close (store);
  return EXIT_SUCCESS;
}
