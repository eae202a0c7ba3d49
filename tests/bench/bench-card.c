/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/list-page.h"
#include "core/customer.h"
#include "store/customer-totals.h"
#include "window.h"

/*   bench-card FOLDER
 *
 * Opens the cards of customers in the real window: how long it takes from the act until the card is drawn, and how much of the
 * main thread's processor time goes into it until nothing more happens. The newest customers, and by turns whoever of them
 * has most orders; the first opening, which makes the panel, for itself. */

#define ROUNDS 9
#define LOOKED_AT 500

typedef struct
{
  DaybookWindow *window;
  DaybookStore  *store;
  GdkFrameClock *clock;
  double         drawn; /* when the first frame after the act was, or 0 */
} Desk;

static void
on_painted (Desk *desk)
{
  if (desk->drawn <= 0)
    desk->drawn = measure_now ();
}

/* Milliseconds until it is drawn, and of the processor until all is quiet. */
static void
open_card (Desk   *desk,
           gint64  key,
           GArray *drawn,
           GArray *cpu)
{
  g_autoptr(GError) error = NULL;
  double start, start_cpu;
  DaybookId id;

  if (!daybook_reader_id (daybook_store_get_reader (desk->store), &daybook_customers, key, &id, &error))
    g_error ("%s", error->message);

  start = measure_now ();
  start_cpu = window_cpu ();
  desk->drawn = 0;
  daybook_list_page_open (DAYBOOK_LIST_PAGE (daybook_window_get_page (desk->window)), &id);
  while (desk->drawn <= 0)
    g_main_context_iteration (NULL, TRUE);
  measure_add (drawn, (desk->drawn - start) * 1000);
  window_settle (desk->window);
  measure_add (cpu, (window_cpu () - start_cpu) * 1000);
}

/* Of the newest customers, the newest first. */
static GArray *
find_customers (DaybookStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_customers);
  GArray *keys = daybook_reader_keys (daybook_store_get_reader (store), query, LOOKED_AT, &error);

  if (keys == NULL || keys->len <= ROUNDS)
    g_error ("The book has too few customers");
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

static void
print (const char *name,
       GArray     *drawn,
       GArray     *cpu)
{
  measure_print (name, "drawn_ms", measure_quantile (drawn, 0.5), "max_ms", measure_quantile (drawn, 1), "cpu_ms", measure_quantile (cpu, 0.5), NULL);
}

static void
bench (Desk *desk)
{
  g_autoptr(GArray) keys = find_customers (desk->store);
  g_autoptr(GArray) first = measure_series (), many = measure_series (), few = measure_series ();
  g_autoptr(GArray) first_cpu = measure_series (), many_cpu = measure_series (), few_cpu = measure_series ();
  gint64 busiest = find_busiest (desk->store, keys);

  for (guint i = 0; i <= ROUNDS; i++)
    {
      open_card (desk, g_array_index (keys, gint64, i), i == 0 ? first : few, i == 0 ? first_cpu : few_cpu);
      open_card (desk, busiest, many, many_cpu);
    }

  print ("the first card", first, first_cpu);
  print ("a new customer's card", few, few_cpu);
  print ("the card with most orders", many, many_cpu);
}

int
main (int    argc,
      char **argv)
{
  Desk desk = { 0 };

  if (argc != 2)
    {
      g_printerr ("usage: bench-card FOLDER\n");
      return 2;
    }

  adw_init ();
  desk.window = window_open (argv[1], &desk.store);
  daybook_window_show_page (desk.window, "customers");
  window_settle (desk.window);
  desk.clock = gtk_widget_get_frame_clock (GTK_WIDGET (desk.window));
  g_signal_connect_swapped (desk.clock, "after-paint", G_CALLBACK (on_painted), &desk);
  bench (&desk);
  g_signal_handlers_disconnect_by_data (desk.clock, &desk);
  window_close (desk.window, desk.store);
  return 0;
}
