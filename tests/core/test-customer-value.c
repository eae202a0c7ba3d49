/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/customer-value.h"
#include "core/moment.h"

#include <stdlib.h>

/* What customers are worth, against a model that is slow and plain. */

#define NOW "2026-11-22T10:20:00+08:00"
#define MONTHS 12
#define MOST_SALES 9
#define CUSTOMERS 400

static GTimeZone *
zone_of_shop (void)
{
  return g_time_zone_new_identifier ("Asia/Shanghai");
}

static gint64
moment (const char *text)
{
  g_autoptr(GTimeZone) zone = zone_of_shop ();
  g_autoptr(GError) error = NULL;
  gint64 at = 0;

  daybook_moment_parse (text, zone, &at, &error);
  g_assert_no_error (error);
  return at;
}

static DaybookCustomerValue *
new_value (guint n_months)
{
  g_autoptr(GTimeZone) zone = zone_of_shop ();

  return daybook_customer_value_new (moment (NOW), zone, "CNY", n_months);
}

static const DaybookValueMonth *
month_at (DaybookCustomerValue *value,
          guint                 month)
{
  return &g_array_index (value->months, DaybookValueMonth, month);
}

/* --- By hand ------------------------------------------------------------------------------ */

static void
test_months (void)
{
  g_autoptr(DaybookCustomerValue) value = new_value (3);

  g_assert_cmpuint (value->months->len, ==, 3);
  g_assert_cmpstr (month_at (value, 0)->label, ==, "2026-09");
  g_assert_cmpint (month_at (value, 0)->begins, ==, moment ("2026-09-01 00:00:00"));
  g_assert_cmpstr (month_at (value, 2)->label, ==, "2026-11");
}

/* The last second of a month is the shop's, not UTC's. */
static void
test_returns (void)
{
  g_autoptr(DaybookCustomerValue) value = new_value (3);
  DaybookSale sales[] = {
    { moment ("2026-09-30 23:59:59"), 1000, NULL },
    { moment ("2026-10-01 00:00:00"), 2000, NULL },
    { moment ("2026-10-02 12:00:00"), 500, NULL },
    { moment ("2026-11-23 12:00:00"), 9999, NULL },
  };

  daybook_customer_value_add (value, 7, sales, G_N_ELEMENTS (sales));
  daybook_customer_value_finish (value, NULL);
  g_assert_cmpuint (month_at (value, 0)->n_first, ==, 1);
  g_assert_cmpuint (month_at (value, 0)->returned[0], ==, 1);
  g_assert_cmpuint (month_at (value, 0)->returned[1], ==, 1);
  g_assert_cmpint (month_at (value, 0)->brought[1], ==, 2500);
  g_assert_cmpuint (month_at (value, 1)->n_again, ==, 1);
  g_assert_cmpuint (month_at (value, 1)->n_sales, ==, 2);
  g_assert_cmpuint (month_at (value, 2)->n_buyers, ==, 0);
  g_assert_cmpint (value->spent, ==, 3500);
}

/* One who came before the period is no newcomer in it. */
static void
test_earlier (void)
{
  g_autoptr(DaybookCustomerValue) value = new_value (2);
  DaybookSale sales[] = { { moment ("2026-01-05"), 1000, NULL }, { moment ("2026-11-05"), 2000, NULL } };
  DaybookSale old[] = { { moment ("2026-01-05"), 1000, NULL } };

  daybook_customer_value_add (value, 1, sales, 2);
  daybook_customer_value_add (value, 2, old, 1);
  daybook_customer_value_finish (value, NULL);
  g_assert_cmpuint (value->n_ever, ==, 2);
  g_assert_cmpuint (value->n_again, ==, 1);
  g_assert_cmpuint (value->buyers->len, ==, 1);
  g_assert_cmpuint (month_at (value, 1)->n_first, ==, 0);
  g_assert_cmpuint (month_at (value, 1)->n_again, ==, 1);
  g_assert_cmpint (value->spent, ==, 2000);
}

/* Foreign money is told apart, and yet somebody has bought. */
static void
test_currencies (void)
{
  g_autoptr(DaybookCustomerValue) value = new_value (2);
  DaybookSale sales[] = { { moment ("2026-11-03"), 1000, "USD" }, { moment ("2026-11-05"), 2000, NULL }, { moment ("2026-11-06"), 500, "USD" } };

  daybook_customer_value_add (value, 1, sales, 3);
  daybook_customer_value_finish (value, NULL);
  g_assert_cmpint (value->spent, ==, 2000);
  g_assert_cmpuint (g_array_index (value->buyers, DaybookBuyer, 0).n_sales, ==, 3);
  g_assert_cmpuint (value->others->len, ==, 1);
  g_assert_cmpint (g_array_index (value->others, DaybookOtherMoney, 0).spent, ==, 1500);
}

/* Who spent most stands first. */
static void
test_lists (void)
{
  const DaybookRfmBounds bounds = { { 30, 90, 180, 365 }, { 2, 3, 4, 5 }, { 1, 2, 3, 4 } };
  g_autoptr(DaybookCustomerValue) value = new_value (12);
  DaybookSale some[] = { { moment ("2026-11-03"), 100, NULL } }, more[] = { { moment ("2026-11-04"), 900, NULL } };
  DaybookSale lost[] = { { moment ("2025-12-04"), 900, NULL } };
  g_autoptr(GArray) newcomers = NULL;
  g_autoptr(GArray) cell = NULL;

  daybook_customer_value_add (value, 1, some, 1);
  daybook_customer_value_add (value, 2, more, 1);
  daybook_customer_value_add (value, 3, lost, 1);
  daybook_customer_value_finish (value, &bounds);
  g_assert_false (value->proposed);
  newcomers = daybook_customer_value_segment (value, (guint) daybook_segment_find ("new"));
  g_assert_cmpuint (newcomers->len, ==, 2);
  g_assert_cmpint (g_array_index (newcomers, gint64, 0), ==, 2);
  cell = daybook_customer_value_cell (value, 5, 1);
  g_assert_cmpuint (cell->len, ==, 2);
  g_assert_cmpuint (value->cells[4][0], ==, 2);
  g_assert_cmpuint (value->cells[1][0], ==, 1);
}

/* --- Against the model ------------------------------------------------------------------------ */

typedef struct
{
  DaybookSale sales[MOST_SALES];
  guint       n;
} Customer;

static int
compare_sales (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ((const DaybookSale *) a)->at, second = ((const DaybookSale *) b)->at;

  return (first > second) - (first < second);
}

static Customer *
make_customers (void)
{
  Customer *customers = g_new0 (Customer, CUSTOMERS);
  gint64 begins = moment ("2025-01-01"), ends = moment ("2026-12-20");

  for (guint i = 0; i < CUSTOMERS; i++)
    {
      customers[i].n = (guint) (g_test_rand_int_range (0, 4) == 0 ? g_test_rand_int_range (1, MOST_SALES) : 1);
      for (guint k = 0; k < customers[i].n; k++)
        customers[i].sales[k] = (DaybookSale) { g_test_rand_int_range ((gint32) begins, (gint32) ends), g_test_rand_int_range (0, 90000), NULL };
      qsort (customers[i].sales, customers[i].n, sizeof (DaybookSale), compare_sales);
    }
  return customers;
}

/* "2026-11" */
static char *
name_month (gint64 at)
{
  g_autoptr(GTimeZone) zone = zone_of_shop ();
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr(GDateTime) here = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (here, "%Y-%m");
}

static gint64
sum_in (const Customer *customer,
        const char     *month)
{
  gint64 sum = -1;

  for (guint i = 0; i < customer->n; i++)
    {
      g_autofree char *of = name_month (customer->sales[i].at);

      if (customer->sales[i].at <= moment (NOW) && g_str_equal (of, month))
        sum = MAX (0, sum) + customer->sales[i].net;
    }
  return sum;
}

static gboolean
came_in (const Customer *customer,
         const char     *month)
{
  g_autofree char *first = name_month (customer->sales[0].at);

  return customer->sales[0].at <= moment (NOW) && g_str_equal (first, month);
}

static void
assert_cohort (DaybookCustomerValue *value,
               const Customer       *customers,
               guint                 came,
               guint                 later)
{
  const char *month = month_at (value, came)->label, *then = month_at (value, came + later)->label;
  gint64 brought = 0;
  guint n = 0;

  for (guint i = 0; i < CUSTOMERS; i++)
    {
      gint64 sum = came_in (&customers[i], month) ? sum_in (&customers[i], then) : -1;

      n += sum >= 0;
      brought += MAX (0, sum);
    }
  g_assert_cmpuint (month_at (value, came)->returned[later], ==, n);
  g_assert_cmpint (month_at (value, came)->brought[later], ==, brought);
}

static void
assert_month (DaybookCustomerValue *value,
              const Customer       *customers,
              guint                 month)
{
  const DaybookValueMonth *counted = month_at (value, month);
  guint n_buyers = 0, n_first = 0;

  for (guint i = 0; i < CUSTOMERS; i++)
    {
      n_buyers += sum_in (&customers[i], counted->label) >= 0;
      n_first += came_in (&customers[i], counted->label);
    }
  g_assert_cmpuint (counted->n_buyers, ==, n_buyers);
  g_assert_cmpuint (counted->n_first, ==, n_first);
}

/* Behind each number stand those whom it counts. */
static void
assert_lists (DaybookCustomerValue *value,
              const Customer       *customers,
              guint                 month)
{
  g_autoptr(GPtrArray) buyers = daybook_customer_value_buyers (value);
  g_autoptr(GPtrArray) again = daybook_customer_value_again (value);
  g_autoptr(GPtrArray) cohort = daybook_customer_value_cohort (value, month);
  const DaybookValueMonth *counted = month_at (value, month);
  const GArray *keys = g_ptr_array_index (again, month);

  g_assert_cmpuint (((const GArray *) g_ptr_array_index (buyers, month))->len, ==, counted->n_buyers);
  g_assert_cmpuint (keys->len, ==, counted->n_again);
  for (guint i = 0; i < keys->len; i++)
    {
      const Customer *customer = &customers[g_array_index (keys, gint64, i) - 1];

      g_assert_cmpint (sum_in (customer, counted->label), >=, 0);
      g_assert_false (came_in (customer, counted->label));
    }
  g_assert_cmpuint (cohort->len, ==, MONTHS - month);
  g_assert_cmpuint (((const GArray *) g_ptr_array_index (cohort, 0))->len, ==, counted->n_first);
  for (guint later = 0; later < cohort->len; later++)
    g_assert_cmpuint (((const GArray *) g_ptr_array_index (cohort, later))->len, ==, counted->returned[later]);
}

static void
test_model (void)
{
  g_autoptr(DaybookCustomerValue) value = new_value (MONTHS);
  g_autofree Customer *customers = make_customers ();
  guint in_segments = 0;

  for (guint i = 0; i < CUSTOMERS; i++)
    daybook_customer_value_add (value, i + 1, customers[i].sales, customers[i].n);
  daybook_customer_value_finish (value, NULL);
  for (guint month = 0; month < MONTHS; month++)
    {
      assert_month (value, customers, month);
      assert_lists (value, customers, month);
      for (guint later = 0; month + later < MONTHS; later++)
        assert_cohort (value, customers, month, later);
    }

  for (guint i = 0; i < DAYBOOK_N_SEGMENTS; i++)
    in_segments += value->segments[i].n;
  g_assert_cmpuint (in_segments, ==, value->buyers->len);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-value/months", test_months);
  g_test_add_func ("/customer-value/returns", test_returns);
  g_test_add_func ("/customer-value/earlier", test_earlier);
  g_test_add_func ("/customer-value/currencies", test_currencies);
  g_test_add_func ("/customer-value/lists", test_lists);
  g_test_add_func ("/customer-value/model", test_model);
  return g_test_run ();
}
