/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/due-model.h"
#include "core/task.h"
#include "stage.h"
#include "store/due-list.h"

#define N_MANY 100
#define N_FIRST 64

/* What is due in a book with tasks, and how many of it there were with each thing it told. */
typedef struct
{
  Book             book;
  DaybookDueModel *model;
  GArray          *told; /* guint */
  gboolean         settled;
} Fixture;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  guint n = g_list_model_get_n_items (model);

  g_array_append_val (fixture->told, n);
}

static void
on_settled (DaybookDueModel *model,
            Fixture         *fixture)
{
  fixture->settled = TRUE;
}

/* `mine` of them are those of the person at the desk. */
static void
add_tasks (Fixture *fixture,
           guint    n,
           guint    mine)
{
  const DaybookId *agent = daybook_store_get_agent (fixture->book.store);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Written down", agent);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      DaybookId id;

      daybook_id_random (&id);
      daybook_edit_create (edit, &daybook_tasks, &id);
      daybook_edit_give (edit, DAYBOOK_TASK_KIND, daybook_value_int (DAYBOOK_TASK_TODO));
      daybook_edit_give (edit, DAYBOOK_TASK_TITLE, daybook_value_text ("Buy tape"));
      daybook_edit_give (edit, DAYBOOK_TASK_DUE, daybook_value_int (BOOK_NOW - 60 * (gint64) i));
      if (i < mine)
        daybook_edit_give (edit, DAYBOOK_TASK_AGENT, daybook_value_id (agent));
    }

  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (fixture->book.store, edit, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  fixture->told = g_array_new (FALSE, FALSE, sizeof (guint));
  fixture->settled = FALSE;
}

static void
show (Fixture *fixture)
{
  fixture->model = daybook_due_model_new (daybook_desk_of (fixture->book.store));
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (on_items_changed), fixture);
  g_signal_connect (fixture->model, "settled", G_CALLBACK (on_settled), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer weak = fixture->model;

  g_object_add_weak_pointer (G_OBJECT (fixture->model), &weak);
  g_object_unref (fixture->model);
  /* A question under way holds the model until it is answered. */
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_array_unref (fixture->told);
  book_close (&fixture->book);
}

static gboolean
is_settled (gpointer data)
{
  return ((Fixture *) data)->settled;
}

/* Turns the loop until all of it is there. */
static void
wait_until_settled (Fixture *fixture)
{
  fixture->settled = FALSE;
  g_array_set_size (fixture->told, 0);
  test_wait_until (is_settled, fixture);
}

static void
assert_told (Fixture     *fixture,
             const guint *counts,
             guint        n_counts)
{
  g_assert_cmpmem (fixture->told->data, fixture->told->len * sizeof (guint), counts, n_counts * sizeof (guint));
}

/* All that the store lists is there, in its order. */
static void
assert_as_store (Fixture *fixture,
                 gboolean mine)
{
  DaybookStore *store = fixture->book.store;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) marks = daybook_due_today (daybook_store_get_reader (store), mine ? daybook_store_get_agent (store) : NULL,
                                               DAYBOOK_DUE_LIST_PAUSED | DAYBOOK_DUE_LIST_STALE, daybook_store_get_now (store), 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, marks->len);
  for (guint i = 0; i < marks->len; i++)
    g_assert_cmpuint (daybook_due_model_find (fixture->model, g_array_index (marks, DaybookDueMark, i).key), ==, i);
}

static void
test_first_rows_come_first (Fixture       *fixture,
                            gconstpointer  data)
{
  static const guint TOLD[] = { N_FIRST, N_MANY };

  add_tasks (fixture, N_MANY, 0);
  show (fixture);
  wait_until_settled (fixture);
  assert_told (fixture, TOLD, G_N_ELEMENTS (TOLD));
  assert_as_store (fixture, FALSE);
  g_assert_cmpuint (daybook_due_model_count_due (fixture->model), ==, N_MANY);
}

static void
test_few_are_all (Fixture       *fixture,
                  gconstpointer  data)
{
  static const guint TOLD[] = { 3 };

  add_tasks (fixture, 3, 0);
  show (fixture);
  wait_until_settled (fixture);
  assert_told (fixture, TOLD, G_N_ELEMENTS (TOLD));
  assert_as_store (fixture, FALSE);
}

static void
test_nothing_is_settled (Fixture       *fixture,
                         gconstpointer  data)
{
  show (fixture);
  wait_until_settled (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 0);
}

/* A list that is there stays there, and gets what is new. */
static void
test_what_is_new_is_added (Fixture       *fixture,
                           gconstpointer  data)
{
  static const guint TOLD[] = { N_MANY + 1 };

  add_tasks (fixture, N_MANY, 0);
  show (fixture);
  wait_until_settled (fixture);
  add_tasks (fixture, 1, 0);
  wait_until_settled (fixture);
  assert_told (fixture, TOLD, G_N_ELEMENTS (TOLD));
  assert_as_store (fixture, FALSE);
}

static void
test_whose_is_another_list (Fixture       *fixture,
                            gconstpointer  data)
{
  const guint n_mine = N_MANY - 10;

  add_tasks (fixture, N_MANY, n_mine);
  show (fixture);
  wait_until_settled (fixture);
  daybook_due_model_set_mine (fixture->model, TRUE);
  wait_until_settled (fixture);
  assert_as_store (fixture, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, n_mine);
  g_assert_cmpuint (g_array_index (fixture->told, guint, fixture->told->len - 2), ==, N_FIRST);
}

/* What is written while the rest is on its way is not lost. */
static void
test_written_meanwhile (Fixture       *fixture,
                        gconstpointer  data)
{
  add_tasks (fixture, N_MANY, 0);
  show (fixture);
  while (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (fixture->settled);
  add_tasks (fixture, N_FIRST, 0);
  /* The rest may have been on its way already, without them. */
  while (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)) < N_MANY + N_FIRST)
    wait_until_settled (fixture);
  assert_as_store (fixture, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/due-model/first-rows-come-first", test_first_rows_come_first);
  ADD ("/due-model/few-are-all", test_few_are_all);
  ADD ("/due-model/nothing-is-settled", test_nothing_is_settled);
  ADD ("/due-model/what-is-new-is-added", test_what_is_new_is_added);
  ADD ("/due-model/whose-is-another-list", test_whose_is_another_list);
  ADD ("/due-model/written-meanwhile", test_written_meanwhile);

  return g_test_run ();
}
