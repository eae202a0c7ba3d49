/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/shell.h"
#include "app/orders/order-views.h"
#include "core/order.h"
#include "exchange/import.h"
#include "window.h"

#include <stdlib.h>

/*   bench-stalls FOLDER EXPORT
 *
 * Works in the window as a person does, and measures the longest turn of its main
 * loop without what GTK spends on drawing: so long nothing typed or clicked is
 * taken up. Lists and views opened, columns sorted by, words typed, all rows
 * selected, edits whose counts follow, and an import of EXPORT meanwhile. Each is
 * done several times: the median of the longest turns counts, so that what
 * another program did to this one does not. */

#define ROUNDS 5
#define KEY_SECONDS 0.12 /* between two keys of a quick typist */
#define EDITS 4

typedef struct
{
  DaybookWindow *window;
  DaybookStore  *store;
  const char    *export;
  gint           imported; /* atomic */
  guint          round;
} Desk;

typedef void (*Work) (Desk *desk);

static void
measure_work (Desk       *desk,
              const char *name,
              guint       rounds,
              Work        work)
{
  g_autoptr(GArray) longest = measure_series ();
  g_autoptr(GArray) cpu = measure_series ();
  g_autoptr(GArray) frames = measure_series ();
  guint turns = 0;

  for (guint i = 0; i < rounds; i++)
    {
      Watched watched;

      watch_begin (desk->window);
      work (desk);
      watched = watch_end ();
      measure_add (longest, watched.work);
      measure_add (cpu, watched.cpu);
      measure_add (frames, watched.frame);
      turns += watched.turns;
      desk->round++;
    }

  measure_print (name, "longest_ms", measure_quantile (longest, 0.5), "max_ms", measure_quantile (longest, 1),
                 "cpu_ms", measure_quantile (cpu, 0.5), "frame_ms", measure_quantile (frames, 0.5),
                 "turns", (double) turns, NULL);
}

/* --- What is done -------------------------------------------------------------- */

static void
open_views (Desk *desk)
{
  g_autoptr(DaybookViewList) views = daybook_order_views_for (desk->store);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (views)); i++)
    {
      g_autoptr(DaybookView) view = g_list_model_get_item (G_LIST_MODEL (views), i);

      daybook_window_show_view (desk->window, "orders", daybook_view_get_key (view));
      window_settle (desk->window);
    }

  daybook_window_show_view (desk->window, "orders", DAYBOOK_ORDER_VIEW_ALL);
  window_settle (desk->window);
}

static void
open_pages (Desk *desk)
{
  static const char *const PAGES[] = { "customers", "products", "history", "trash", "imports", "orders" };

  for (gsize i = 0; i < G_N_ELEMENTS (PAGES); i++)
    {
      daybook_window_show_page (desk->window, PAGES[i]);
      window_settle (desk->window);
    }
}

static void
sort (Desk *desk)
{
  GtkColumnView *list = window_list (desk->window);
  GListModel *columns = gtk_column_view_get_columns (list);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_sorter (column) == NULL)
        continue;
      gtk_column_view_sort_by_column (list, column, GTK_SORT_ASCENDING);
      window_settle (desk->window);
      gtk_column_view_sort_by_column (list, column, GTK_SORT_DESCENDING);
      window_settle (desk->window);
    }

  daybook_window_show_view (desk->window, "orders", DAYBOOK_ORDER_VIEW_ALL);
  window_settle (desk->window);
}

static void
type (GtkEditable *entry,
      const char  *text)
{
  for (const char *p = text; *p != '\0';)
    {
      p = g_utf8_next_char (p);
      g_autofree char *typed = g_strndup (text, (gsize) (p - text));
      gtk_editable_set_text (entry, typed);
      window_turn (KEY_SECONDS);
    }
}

static const char *const WORDS[] = { "连衣裙 王", "zhangw", "8000", "毛衣", "sf1" };

static void
type_in_palette (Desk *desk)
{
  daybook_window_show_palette (desk->window);
  window_turn (0.2);

  GtkWidget *palette = NULL;
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (GTK_WINDOW (window)) == GTK_WINDOW (desk->window))
        palette = window;
    }
  if (palette == NULL)
    g_error ("The palette does not open");

  type (GTK_EDITABLE (window_find (palette, GTK_TYPE_EDITABLE)), WORDS[desk->round % G_N_ELEMENTS (WORDS)]);
  gtk_window_destroy (GTK_WINDOW (palette));
  window_settle (desk->window);
}

static void
type_in_list (Desk *desk)
{
  DaybookPage *page = daybook_window_get_page (desk->window);
  GtkWidget *entry;

  daybook_page_find (page);
  window_turn (0.1);
  entry = window_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY);
  if (entry == NULL)
    g_error ("The list has no search entry");
  type (GTK_EDITABLE (entry), WORDS[desk->round % G_N_ELEMENTS (WORDS)]);
  window_settle (desk->window);

  daybook_window_show_view (desk->window, "orders", DAYBOOK_ORDER_VIEW_ALL);
  window_settle (desk->window);
}

static void
select_all (Desk *desk)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (window_list (desk->window));

  gtk_selection_model_select_all (selection);
  window_settle (desk->window);
  gtk_selection_model_unselect_all (selection);
  window_settle (desk->window);
}

/* Flags on orders in sight: the rows, the counts and the whole list follow. */
static void
edit (Desk *desk)
{
  for (guint i = 0; i < EDITS; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(DaybookEdit) flag = daybook_edit_new (DAYBOOK_ACT_EDIT, "Flag", daybook_store_get_agent (desk->store));
      gint64 key = daybook_result_model_get_key (window_model (desk->window), i);
      DaybookId order;

      if (!daybook_reader_id (daybook_store_get_reader (desk->store), &daybook_orders, key, &order, &error))
        g_error ("%s", error->message);
      daybook_edit_set (flag, &daybook_orders, &order, DAYBOOK_ORDER_FLAG,
                        daybook_value_int (1 + (desk->round + i) % 5));
      daybook_shell_commit (DAYBOOK_SHELL (desk->window), flag, NULL);
      window_turn (1);
    }

  window_settle (desk->window);
}

static gpointer
import_file (gpointer data)
{
  Desk *desk = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookImport) import = daybook_import_new (desk->store, desk->export);
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (daybook_import_prepare (import, NULL, NULL, NULL, &error))
    outcome = daybook_store_merge (desk->store, daybook_import_get_staging (import), NULL, NULL, NULL, &error);
  if (outcome == NULL)
    g_error ("%s", error->message);
  daybook_staging_discard (daybook_import_get_staging (import));
  g_atomic_int_set (&desk->imported, TRUE);
  return NULL;
}

/* The list of all orders stays in sight and follows. */
static void
import (Desk *desk)
{
  GThread *thread = g_thread_new ("import", import_file, desk);

  while (!g_atomic_int_get (&desk->imported))
    window_turn (0.1);
  g_thread_join (thread);
  window_settle (desk->window);
}

int
main (int    argc,
      char **argv)
{
  if (argc != 3)
    {
      g_printerr ("usage: bench-stalls FOLDER EXPORT\n");
      return EXIT_FAILURE;
    }

  Desk desk = { .export = argv[2] };
  desk.window = window_open (argv[1], &desk.store);
  measure_work (&desk, "opening views", ROUNDS, open_views);
  measure_work (&desk, "turning to pages", ROUNDS, open_pages);
  measure_work (&desk, "sorting", ROUNDS, sort);
  measure_work (&desk, "typing in the palette", ROUNDS, type_in_palette);
  measure_work (&desk, "typing in the list", ROUNDS, type_in_list);
  measure_work (&desk, "selecting all", ROUNDS, select_all);
  measure_work (&desk, "editing", ROUNDS, edit);
  measure_work (&desk, "importing meanwhile", 1, import);
  window_close (desk.window, desk.store);

  return EXIT_SUCCESS;
}
