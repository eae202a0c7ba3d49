/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-box.h"
#include "core/customer.h"
#include "openings.h"
#include "store/customer-totals.h"

/*   bench-card FOLDER
 *
 * Opens the cards of customers in the real window (openings.h): the newest customers, and by turns whoever of those looked
 * at has most orders; the first opening, which makes the panel, for itself. And how long each box of the card takes to
 * read and to show one customer after another, of the processor and without drawing. */

#define ROUNDS 9
#define LOOKED_AT 500

/* The newest first, and behind them the oldest. */
static GArray *
find_customers (DaybookStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_customers);
  g_autoptr(DaybookQuery) oldest = daybook_query_new (&daybook_customers);
  GArray *keys = daybook_reader_keys (daybook_store_get_reader (store), query, LOOKED_AT, &error);
  g_autoptr(GArray) old = NULL;

  if (!daybook_query_parse_sort (oldest, "first_seen", &error))
    g_error ("%s", error->message);
  old = daybook_reader_keys (daybook_store_get_reader (store), oldest, LOOKED_AT, &error);
  if (keys == NULL || old == NULL || keys->len <= ROUNDS)
    g_error ("The book has too few customers");
  g_array_append_vals (keys, old->data, old->len);
  return keys;
}

static gint64
find_busiest (DaybookStore *store,
              GArray       *keys)
{
  gint64 busiest = 0;
  guint most = 0;

  for (guint i = 0; i < keys->len; i++)
    {
      gint64 key = g_array_index (keys, gint64, i);
      g_autoptr(DaybookCustomerTotals) totals = daybook_reader_customer_totals (daybook_store_get_reader (store), key, NULL);

      if (totals != NULL && totals->n_orders > most)
        {
          most = totals->n_orders;
          busiest = key;
        }
    }
  return busiest;
}

static DaybookRow *
read_customer (Openings *openings,
               gint64    key)
{
  g_autoptr(GError) error = NULL;
  DaybookRow *row = daybook_reader_row (daybook_store_get_reader (openings_get_store (openings)), &daybook_customers, key, &error);

  if (row == NULL)
    g_error ("%s", error->message);
  return row;
}

static void
open_card (Openings      *openings,
           gint64         key,
           OpeningSeries *series)
{
  g_autoptr(DaybookRow) row = read_customer (openings, key);

  openings_add (openings, &row->id, series);
}

static void
time_box (Openings           *openings,
          DaybookCustomerBox *box,
          GArray             *keys,
          gint64              busiest)
{
  g_autoptr(GArray) many = measure_series ();
  g_autoptr(GArray) few = measure_series ();
  DaybookDesk *desk = daybook_customer_box_get_desk (box);

  for (guint i = 0; i < 2 * ROUNDS; i++)
    {
      g_autoptr(DaybookRow) row = read_customer (openings, i % 2 == 0 ? g_array_index (keys, gint64, i / 2) : busiest);
      double start = measure_cpu ();

      daybook_customer_box_show (box, desk, row, DAYBOOK_SHOW_MASKED);
      measure_add (i % 2 == 0 ? few : many, (measure_cpu () - start) * 1000);
    }
  measure_print (G_OBJECT_TYPE_NAME (box), "box_ms", measure_quantile (few, 0.5), "box_many_ms", measure_quantile (many, 0.5), NULL);
}

static void
bench (Openings *openings)
{
  DaybookStore *store = openings_get_store (openings);
  g_autoptr(GArray) keys = find_customers (store);
  gint64 busiest = find_busiest (store, keys);
  OpeningSeries first, many, few;
  GtkWidget *box;

  opening_series_init (&first);
  opening_series_init (&many);
  opening_series_init (&few);
  for (guint i = 0; i <= ROUNDS; i++)
    {
      open_card (openings, g_array_index (keys, gint64, i), i == 0 ? &first : &few);
      open_card (openings, busiest, &many);
    }
  opening_series_print (&first, "the first card");
  opening_series_print (&few, "a new customer's card");
  opening_series_print (&many, "the card with most orders");

  for (box = window_find (GTK_WIDGET (openings_get_window (openings)), DAYBOOK_TYPE_CUSTOMER_BOX); box != NULL; box = gtk_widget_get_next_sibling (box))
    time_box (openings, DAYBOOK_CUSTOMER_BOX (box), keys, busiest);
}

int
main (int    argc,
      char **argv)
{
  Openings *openings;

  if (argc != 2)
    {
      g_printerr ("usage: bench-card FOLDER\n");
      return 2;
    }

  openings = openings_begin (argv[1], "customers");
  bench (openings);
  openings_end (openings);
  return 0;
}
