/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/order.h"
#include "window.h"

#include <stdlib.h>

/*   bench-jumps FOLDER
 *
 * Jumps about in the list of all orders, as a hand on the scroll bar does, and
 * measures each jump until it is drawn. Beside it the same in the same list with
 * the same columns and cells, over a model that has its rows in memory. */

#define BLOCKS 6
#define JUMPS 8 /* of a block; its first is not counted */
#define TRIVIAL_ROWS 2000

/* --- A model that costs nothing --------------------------------------------- */

#define TYPE_TRIVIAL (trivial_get_type ())
G_DECLARE_FINAL_TYPE (Trivial, trivial, , TRIVIAL, GObject)

struct _Trivial
{
  GObject    parent_instance;
  GPtrArray *rows; /* DaybookRow */
  guint      n_items;
};

static void trivial_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (Trivial, trivial, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, trivial_list_init))

static DaybookRow *
fetch_row (gpointer source,
           gint64   key)
{
  Trivial *self = source;

  return daybook_row_ref (g_ptr_array_index (self->rows, (guint) key % self->rows->len));
}

static void
forget_item (gpointer source,
             gint64   key)
{
}

static GType
get_item_type (GListModel *list)
{
  return DAYBOOK_TYPE_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return ((Trivial *) list)->n_items;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  return position < get_n_items (list) ? daybook_item_new (position, list, fetch_row, forget_item) : NULL;
}

static void
trivial_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
trivial_finalize (GObject *object)
{
  g_ptr_array_unref (((Trivial *) object)->rows);

  G_OBJECT_CLASS (trivial_parent_class)->finalize (object);
}

static void
trivial_class_init (TrivialClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trivial_finalize;
}

static void
trivial_init (Trivial *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
}

/* As many items as the real list has, by turns some rows of all over it. */
static GtkSelectionModel *
make_trivial (GListModel *real)
{
  Trivial *self = g_object_new (TYPE_TRIVIAL, NULL);
  guint n_rows = MIN (TRIVIAL_ROWS, g_list_model_get_n_items (real));

  self->n_items = g_list_model_get_n_items (real);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr(DaybookItem) item = g_list_model_get_item (real, (guint) ((guint64) i * self->n_items / n_rows));

      g_ptr_array_add (self->rows, daybook_row_ref (daybook_item_get_row (item)));
    }

  return GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (self)));
}

/* --- Jumping ----------------------------------------------------------------- */

typedef struct
{
  GArray *wall; /* milliseconds */
  GArray *cpu;
} Times;

static void
on_frame_ended (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
jump (DaybookWindow *window,
      GtkColumnView *list,
      double         place,
      Times         *times)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gboolean drawn = FALSE;
  gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_frame_ended), &drawn);
  double start = measure_now (), start_cpu = window_cpu ();

  gtk_adjustment_set_value (adjustment, place * room);
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  if (times != NULL)
    {
      measure_add (times->wall, (measure_now () - start) * 1000);
      measure_add (times->cpu, (window_cpu () - start_cpu) * 1000);
    }

  g_signal_handler_disconnect (clock, id);
}

static void
jump_about (DaybookWindow *window,
            GtkColumnView *list,
            GRand         *random,
            Times         *times)
{
  for (guint i = 0; i < JUMPS; i++)
    {
      jump (window, list, g_rand_double (random), i > 0 ? times : NULL);
      window_settle (window);
    }
}

static Times
new_times (void)
{
  return (Times) { measure_series (), measure_series () };
}

int
main (int    argc,
      char **argv)
{
  if (argc != 2)
    {
      g_printerr ("usage: bench-jumps FOLDER\n");
      return EXIT_FAILURE;
    }

  DaybookStore *store;
  DaybookWindow *window = window_open (argv[1], &store);
  GtkColumnView *list = window_list (window);
  g_autoptr(GtkSelectionModel) real = g_object_ref (gtk_column_view_get_model (list));
  g_autoptr(GtkSelectionModel) trivial = make_trivial (G_LIST_MODEL (real));
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  Times ours = new_times (), theirs = new_times ();

  /* They take turns in going first. */
  for (guint i = 0; i < 2 * BLOCKS; i++)
    {
      gboolean is_real = (i + 1) / 2 % 2 == 0;

      gtk_column_view_set_model (list, is_real ? real : trivial);
      window_settle (window);
      jump_about (window, list, random, is_real ? &ours : &theirs);
    }

  measure_print ("jump", "rows", (double) g_list_model_get_n_items (G_LIST_MODEL (real)),
                 "jumps", (double) ours.wall->len,
                 "median_ms", measure_quantile (ours.wall, 0.5), "p90_ms", measure_quantile (ours.wall, 0.9),
                 "cpu_ms", measure_quantile (ours.cpu, 0.5),
                 "trivial_median_ms", measure_quantile (theirs.wall, 0.5),
                 "trivial_p90_ms", measure_quantile (theirs.wall, 0.9),
                 "trivial_cpu_ms", measure_quantile (theirs.cpu, 0.5), NULL);
  gtk_column_view_set_model (list, real);
  window_close (window, store);
  return EXIT_SUCCESS;
}
