/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"
#include "store/commission.h"
#include "store/customer-value.h"
#include "store/database.h"

#include <stdlib.h>

/*   bench-value FOLDER ORDERS
 *
 * How long it takes to count what customers are worth, against SQLite alone reading the same columns; and whose orders
 * a month's are. The book in FOLDER is made where it has no orders: as on Olist and Taobao nearly all customers buy once,
 * a few percent again, and few of these often. */

#define TIMES 5
#define DAYS 700

#define MIX(n) "((i.n * 2654435761 + " #n ") %% 4294967296)"

static void
run_sql (DaybookDatabase *db,
         const char      *sql)
{
  g_autoptr(GError) error = NULL;

  if (!daybook_database_run (db, sql, &error))
    g_error ("%s", error->message);
}

static void
add_customers (DaybookDatabase *db,
               gint64           n)
{
  g_autofree char *sql = g_strdup_printf (
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < %" G_GINT64_FORMAT ")"
    " INSERT INTO customers (rowid, id, born, first_seen) SELECT 1000000000 + n, randomblob (16), 0, 0 FROM i", n);

  run_sql (db, sql);
}

/* Nineteen of twenty orders are somebody's first; the twentieth is of one of the few who come back, the former the
 * oftener. */
static void
add_orders (DaybookDatabase *db,
            gint64           n,
            gint64           now)
{
  g_autofree char *sql = g_strdup_printf (
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < %" G_GINT64_FORMAT ")"
    " INSERT INTO orders (rowid, id, born, number, customer, stage, refund, created, currency, paid, total, refunded, agent)"
    " SELECT 1000000000 + n, randomblob (16), 0, 'N' || n,"
    " 1000000001 + CASE WHEN n %% 20 > 0 THEN n - n / 20 - 1 ELSE (" MIX (7) " %% 1000) * (" MIX (11) " %% 1000) * %" G_GINT64_FORMAT " / 1000000 END,"
    " CASE " MIX (3) " %% 20 WHEN 0 THEN 1 WHEN 1 THEN 6 WHEN 2 THEN 3 ELSE 5 END, 0,"
    " %" G_GINT64_FORMAT " - " MIX (5) " %% (86400 * %d), 'CNY', 2000 + " MIX (13) " %% 30000, 2000 + " MIX (13) " %% 30000, 0, NULL FROM i",
    n, n / 30, now, DAYS);

  run_sql (db, sql);
}

static void
fill (DaybookStore *store,
      gint64        n)
{
  g_autoptr(GError) error = NULL;
  DaybookDatabase *db = daybook_database_open (daybook_store_get_path (store), DAYBOOK_DATABASE_WRITE, 5000, &error);

  if (db == NULL)
    g_error ("%s", error->message);
  if (daybook_database_number (db, "SELECT count (*) FROM orders", 0, NULL) == 0)
    {
      run_sql (db, "BEGIN IMMEDIATE");
      add_customers (db, n - n / 20);
      add_orders (db, n, daybook_store_get_now (store));
      run_sql (db, "COMMIT");
    }
  daybook_database_close (db);
}

/* SQLite alone: every sale, in the order of customers. */
static double
read_raw (DaybookStore *store)
{
  DaybookDatabase *db = daybook_database_open (daybook_store_get_path (store), DAYBOOK_DATABASE_READ, 5000, NULL);
  double start = measure_now ();

  {
    g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "SELECT customer, created, stage, refund, currency, paid, refunded, total FROM orders"
                                                                          " WHERE customer IS NOT NULL AND deleted = 0 ORDER BY customer, created", NULL);

    while (daybook_statement_next (statement, NULL))
      continue;
  }
  double seconds = measure_now () - start;
  daybook_database_close (db);
  return seconds;
}

static double
read_value (DaybookStore *store,
            double       *customers)
{
  g_autoptr(GError) error = NULL;
  double start = measure_now ();
  g_autoptr(DaybookCustomerValue) value = daybook_customer_value_read (store, 24, NULL, NULL, NULL, &error);

  if (value == NULL)
    g_error ("%s", error->message);
  *customers = value->n_ever;
  return measure_now () - start;
}

static double
read_commission (DaybookStore *store)
{
  g_autoptr(GError) error = NULL;
  double start = measure_now ();
  g_autoptr(DaybookCommission) commission = daybook_commission_read (store, daybook_store_get_agent (store), daybook_store_get_now (store), NULL, &error);

  if (commission == NULL)
    g_error ("%s", error->message);
  return measure_now () - start;
}

int
main (int    argc,
      char **argv)
{
  double customers = 0;

  if (argc != 3)
    {
      g_printerr ("usage: bench-value FOLDER ORDERS\n");
      return EXIT_FAILURE;
    }

  g_autoptr(DaybookStore) store = measure_open (argv[1]);
  g_autoptr(GArray) raw = measure_series ();
  g_autoptr(GArray) value = measure_series ();
  g_autoptr(GArray) commission = measure_series ();

  fill (store, g_ascii_strtoll (argv[2], NULL, 10));
  for (guint i = 0; i < TIMES; i++)
    {
      measure_add (raw, read_raw (store) * 1000);
      measure_add (value, read_value (store, &customers) * 1000);
      measure_add (commission, read_commission (store) * 1000);
    }
  measure_print ("value", "raw_ms", measure_quantile (raw, 0.5), "value_ms", measure_quantile (value, 0.5), "commission_ms",
                 measure_quantile (commission, 0.5), "customers", customers, "peak_mb", measure_peak (), NULL);
  return EXIT_SUCCESS;
}
