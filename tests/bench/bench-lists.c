/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"
#include "measure.h"
#include "store/reader.h"

#include <stdlib.h>

/*   bench-lists FOLDER
 *
 * What opening a list costs: its first rows (the keys of the first page and the
 * rows that a window shows of it), and the keys of the whole list, by which the
 * list is jumped about in. The views that the program comes with, a chip of each
 * kind, and every order that a column offers, both ways. */

#define ROUNDS 9
#define FIRST_KEYS 200
#define SHOWN_ROWS 40

typedef struct
{
  const char *name;
  const char *where;
  const char *search;
} List;

/* Those of src/exchange/shipped-views.c, then chips. */
static const List LISTS[] = {
  { "all orders", "" },
  { "unpaid", "stage = unpaid" },
  { "to ship", "stage = paid" },
  { "shipped, no tracking", "stage = shipped and tracking = null" },
  { "no agent", "agent = null and stage in (paid, shipped, delivered, completed)" },
  { "with refund", "refund in (asked, part, full)" },
  { "chip: completed", "stage = completed" },
  { "chip: flagged", "flag != none" },
  { "chip: red", "flag = red" },
  { "chip: no refund", "refund = none" },
  { "chip: last week", "created >= today-7" },
  { "chip: a day two years ago", "created >= 2024-03-01 and created < 2024-03-02" },
  { "chip: paid over 500", "paid > 500" },
  { "chip: paid, nothing such", "paid > 100000" },
  { "chip: platform", "platform = tmall" },
  { "chip: a word in the address", "address ~ 文化路7号" },
  { "found in the list: a frequent word", "", "连衣裙" },
  { "found in the list: a name", "", "zhangw" },
  { "found in the list: part of a number", "", "8000" },
  { "found in the list: a word, unpaid", "stage = unpaid", "毛衣" },
  { "found in the list: nothing", "", "龘靐" },
};

static const DaybookTable *const TABLES[] = { &daybook_orders, &daybook_customers, &daybook_products };

static void
or_die (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static GArray *
read_keys (DaybookReader      *reader,
           const DaybookQuery *query,
           guint               limit)
{
  GError *error = NULL;
  GArray *keys = daybook_reader_keys (reader, query, limit, &error);

  or_die (error);
  return keys;
}

static void
show_rows (DaybookReader      *reader,
           const DaybookTable *table,
           GArray             *keys)
{
  for (guint i = 0; i < MIN (keys->len, SHOWN_ROWS); i++)
    {
      GError *error = NULL;
      g_autoptr(DaybookRow) row = daybook_reader_row (reader, table, g_array_index (keys, gint64, i), &error);

      or_die (error);
    }
}

static void
bench_list (DaybookReader      *reader,
            const DaybookTable *table,
            const char         *name,
            const char         *where,
            const char         *sort,
            const char         *search)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (table);
  g_autoptr(GArray) first = measure_series ();
  g_autoptr(GArray) whole = measure_series ();
  GError *error = NULL;
  guint n_rows = 0;

  if (!daybook_query_parse_where (query, where, &error) || !daybook_query_parse_sort (query, sort, &error))
    or_die (error);
  query->search = g_strdup (search);

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = measure_now ();
      g_autoptr(GArray) page = read_keys (reader, query, FIRST_KEYS);
      show_rows (reader, table, page);
      measure_add (first, (measure_now () - start) * 1000);

      start = measure_now ();
      g_autoptr(GArray) keys = read_keys (reader, query, 0);
      measure_add (whole, (measure_now () - start) * 1000);
      n_rows = keys->len;
    }

  measure_print (name, "rows", (double) n_rows, "first_ms", measure_quantile (first, 0.5),
                 "first_max_ms", measure_quantile (first, 1), "all_ms", measure_quantile (whole, 0.5),
                 "all_max_ms", measure_quantile (whole, 1), NULL);
}

static void
bench_sorts (DaybookReader      *reader,
             const DaybookTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      const DaybookField *field = &table->fields[i];
      g_autofree char *falling = g_strdup_printf ("%s by %s", table->plural, field->name);
      g_autofree char *rising = g_strdup_printf ("%s by %s, rising", table->plural, field->name);
      g_autofree char *turned = g_strconcat ("-", field->name, NULL);

      if ((field->flags & DAYBOOK_FIELD_SORT) == 0)
        continue;
      bench_list (reader, table, falling, "", turned, NULL);
      bench_list (reader, table, rising, "", field->name, NULL);
    }
}

/* EXPR for the orders of whoever bought the newest one. */
static char *
orders_of_somebody (DaybookReader *reader)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GArray) keys = read_keys (reader, query, 1);
  GError *error = NULL;

  if (keys->len == 0)
    g_error ("The book is empty.");
  g_autoptr(DaybookRow) order = daybook_reader_row (reader, &daybook_orders, g_array_index (keys, gint64, 0), &error);
  or_die (error);

  const DaybookId *customer = daybook_row_ref_id (order, DAYBOOK_ORDER_CUSTOMER);
  if (customer == NULL)
    g_error ("The newest order has no customer.");
  g_autofree char *id = daybook_id_to_string (customer);
  return g_strdup_printf ("customer = %s", id);
}

int
main (int    argc,
      char **argv)
{
  if (argc != 2)
    {
      g_printerr ("usage: bench-lists FOLDER\n");
      return EXIT_FAILURE;
    }

  g_autoptr(DaybookStore) store = measure_open (argv[1]);
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autofree char *of_customer = orders_of_somebody (reader);

  daybook_store_settle (store);
  for (gsize i = 0; i < G_N_ELEMENTS (LISTS); i++)
    bench_list (reader, &daybook_orders, LISTS[i].name, LISTS[i].where, "", LISTS[i].search);
  bench_list (reader, &daybook_orders, "one customer's orders", of_customer, "", NULL);
  bench_list (reader, &daybook_customers, "all customers", "", "", NULL);
  bench_list (reader, &daybook_products, "all products", "", "", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (TABLES); i++)
    bench_sorts (reader, TABLES[i]);

  return EXIT_SUCCESS;
}
