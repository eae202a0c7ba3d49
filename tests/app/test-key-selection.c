/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/key-selection.h"
#include "fixture.h"

#define N_ORDERS 12
#define PATIENCE_MS 10000

typedef struct
{
  Book                 book;
  DaybookResultModel  *model; /* borrowed */
  DaybookKeySelection *selection;
  guint                signals;
} Fixture;

static gboolean
on_too_late (gpointer data)
{
  g_assert_not_reached ();
}

static void
wait_for (Fixture *fixture,
          guint    n_items)
{
  guint timeout = g_timeout_add (PATIENCE_MS, on_too_late, NULL);

  while (daybook_result_model_get_state (fixture->model) != DAYBOOK_RESULT_READY
         || g_list_model_get_n_items (G_LIST_MODEL (fixture->model)) != n_items)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
on_selection_changed (Fixture *fixture)
{
  fixture->signals++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  for (guint i = 0; i < N_ORDERS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%010u", i);

      book_add_order (&fixture->book, number, BOOK_NOW - 60 * i);
    }

  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  fixture->model = daybook_result_model_new (fixture->book.store);
  fixture->selection = daybook_key_selection_new (fixture->model);
  daybook_result_model_set_query (fixture->model, query);
  wait_for (fixture, N_ORDERS);
  g_signal_connect_swapped (fixture->selection, "selection-changed", G_CALLBACK (on_selection_changed), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer weak = fixture->model;

  g_object_add_weak_pointer (G_OBJECT (fixture->model), &weak);
  g_object_unref (fixture->selection);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
  book_close (&fixture->book);
}

static guint
count (Fixture *fixture)
{
  g_autoptr(GArray) keys = daybook_key_selection_get_keys (fixture->selection);

  return keys->len;
}

static void
test_all_and_none (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (fixture->selection);

  g_assert_cmpuint (count (fixture), ==, 0);
  gtk_selection_model_select_all (selection);
  g_assert_cmpuint (count (fixture), ==, N_ORDERS);
  g_assert_cmpuint (fixture->signals, ==, 1);
  gtk_selection_model_select_all (selection);
  g_assert_cmpuint (fixture->signals, ==, 1);
  gtk_selection_model_unselect_all (selection);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_cmpuint (fixture->signals, ==, 2);
}

static void
test_one_by_one (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (fixture->selection);

  gtk_selection_model_select_item (selection, 3, TRUE);
  gtk_selection_model_select_item (selection, 5, FALSE);
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_true (gtk_selection_model_is_selected (selection, 5));
  gtk_selection_model_unselect_item (selection, 3);
  gtk_selection_model_select_item (selection, 7, TRUE);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_false (gtk_selection_model_is_selected (selection, 5));

  g_autoptr(GArray) keys = daybook_key_selection_get_keys (fixture->selection);
  g_assert_cmpint (g_array_index (keys, gint64, 0), ==, daybook_result_model_get_key (fixture->model, 7));
}

static void
test_places_follow (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (fixture->selection);

  gtk_selection_model_select_range (selection, 0, 2, TRUE);
  book_add_order (&fixture->book, "newest", BOOK_NOW + 60);
  wait_for (fixture, N_ORDERS + 1);
  g_assert_false (gtk_selection_model_is_selected (selection, 0));
  g_assert_true (gtk_selection_model_is_selected (selection, 1));
  g_assert_true (gtk_selection_model_is_selected (selection, 2));
  g_assert_cmpuint (count (fixture), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/key-selection/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("all-and-none", test_all_and_none);
  ADD ("one-by-one", test_one_by_one);
  ADD ("places-follow", test_places_follow);

  return g_test_run ();
}
