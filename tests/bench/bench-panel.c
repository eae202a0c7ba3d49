/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/list-page.h"
#include "core/case.h"
#include "window.h"

/*   bench-panel FOLDER
 *
 * Opens cases of a book of make-cases in the real window: how long it takes from the act until the
 * panel is drawn, and how much of the main thread's processor time goes into it until nothing more
 * happens. The case with 500 events and those with ten by turns; the first opening, which makes
 * the panel, for itself. */

#define ROUNDS 9
#define REGISTER "return"

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
open_case (Desk            *desk,
           const DaybookId *id,
           GArray          *drawn,
           GArray          *cpu)
{
  double start = measure_now (), start_cpu = window_cpu ();

  desk->drawn = 0;
  daybook_list_page_open (DAYBOOK_LIST_PAGE (daybook_window_get_page (desk->window)), id);
  while (desk->drawn <= 0)
    g_main_context_iteration (NULL, TRUE);
  measure_add (drawn, (desk->drawn - start) * 1000);
  window_settle (desk->window);
  measure_add (cpu, (window_cpu () - start_cpu) * 1000);
}

/* Cases of the register, the oldest first: that is the one with many events. */
static GArray *
find_cases (DaybookStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_cases);
  GArray *keys;

  if (!daybook_query_parse_where (query, "register = " REGISTER, &error) || !daybook_query_parse_sort (query, "opened_at", &error))
    g_error ("%s", error->message);
  keys = daybook_reader_keys (daybook_store_get_reader (store), query, ROUNDS + 1, &error);
  if (keys == NULL || keys->len <= ROUNDS)
    g_error ("The book has too few cases");
  return keys;
}

static DaybookId
id_of (Desk   *desk,
       GArray *keys,
       guint   at)
{
  g_autoptr(GError) error = NULL;
  DaybookId id;

  if (!daybook_reader_id (daybook_store_get_reader (desk->store), &daybook_cases, g_array_index (keys, gint64, at), &id, &error))
    g_error ("%s", error->message);
  return id;
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
  g_autoptr(GArray) keys = find_cases (desk->store);
  g_autoptr(GArray) first = measure_series (), many = measure_series (), few = measure_series ();
  g_autoptr(GArray) first_cpu = measure_series (), many_cpu = measure_series (), few_cpu = measure_series ();
  DaybookId with_many = id_of (desk, keys, 0);

  for (guint i = 0; i <= ROUNDS; i++)
    {
      DaybookId with_few = id_of (desk, keys, 1 + i % ROUNDS);

      open_case (desk, &with_few, i == 0 ? first : few, i == 0 ? first_cpu : few_cpu);
      open_case (desk, &with_many, many, many_cpu);
    }

  print ("the first panel", first, first_cpu);
  print ("a case with 10 events", few, few_cpu);
  print ("a case with 500 events", many, many_cpu);
}

int
main (int    argc,
      char **argv)
{
  Desk desk = { 0 };

  if (argc != 2)
    {
      g_printerr ("usage: bench-panel FOLDER\n");
      return 2;
    }

  adw_init ();
  desk.window = window_open (argv[1], &desk.store);
  daybook_window_show_page (desk.window, "cases." REGISTER);
  window_settle (desk.window);
  desk.clock = gtk_widget_get_frame_clock (GTK_WIDGET (desk.window));
  g_signal_connect_swapped (desk.clock, "after-paint", G_CALLBACK (on_painted), &desk);
  bench (&desk);
  g_signal_handlers_disconnect_by_data (desk.clock, &desk);
  window_close (desk.window, desk.store);
  return 0;
}
