/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/result-model.h"
#include "fixture.h"

#include <fcntl.h>
#include <gtk/gtk.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* Where SQLite keeps the locks of the log's index: of writing, of checkpoints, of making it anew. */
#define FIRST_LOCK 120
#define N_LOCKS 3

#define PATIENCE_MS 10000

/* A list over a book of orders, one a minute, and what it told of itself. */
typedef struct
{
  Book                book;
  DaybookResultModel *model;
  guint               emissions;
  guint               removed;
  guint               added;
} Fixture;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  fixture->emissions++;
  fixture->removed += removed;
  fixture->added += added;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    {
      g_autofree char *number = g_strdup_printf ("%010u", i);

      book_add_order (&fixture->book, number, BOOK_NOW - 60 * i);
    }

  fixture->model = daybook_result_model_new (fixture->book.store);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (on_items_changed), fixture);
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
  book_close (&fixture->book);
}

static gboolean
on_too_late (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Turns the loop until `n_items` rows are there and no question is open. */
static void
wait_for (Fixture *fixture,
          guint    n_items)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add (PATIENCE_MS, on_too_late, &late);

  while (!late && (daybook_result_model_get_state (fixture->model) != DAYBOOK_RESULT_READY
                   || g_list_model_get_n_items (G_LIST_MODEL (fixture->model)) != n_items))
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (late);
  g_source_remove (timeout);
}

static void
show (Fixture    *fixture,
      const char *where)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GError) error = NULL;

  if (*where != '\0')
    daybook_query_parse_where (query, where, &error);
  g_assert_no_error (error);
  daybook_result_model_set_query (fixture->model, query);
}

static void
forget_emissions (Fixture *fixture)
{
  fixture->emissions = fixture->removed = fixture->added = 0;
}

static char *
number_at (Fixture *fixture,
           guint    position)
{
  g_autoptr(DaybookItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->model), position);

  return g_strdup (daybook_row_text (daybook_item_get_row (item), DAYBOOK_ORDER_NUMBER));
}

static void
test_the_first_rows_are_there_at_once (Fixture       *fixture,
                                       gconstpointer  data)
{
  show (fixture, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, DAYBOOK_RESULT_A_TURN);
  g_assert_cmpuint (daybook_result_model_get_state (fixture->model), ==, DAYBOOK_RESULT_LOADING);

  wait_for (fixture, GPOINTER_TO_UINT (data));
  /* The first ones stay: the others are added behind them, not too many at once. */
  g_assert_cmpuint (fixture->emissions, >, 2);
  g_assert_cmpuint (fixture->emissions, <=, 1 + DAYBOOK_RESULT_FIRST / DAYBOOK_RESULT_A_TURN + 1);
  g_assert_cmpuint (fixture->removed, ==, 0);
}

/* Another program that is about to make the log's index anew, as one does that finds it half
 * written: nobody can begin to read meanwhile. */
static pid_t
hold_book (const char *path)
{
  struct flock locks = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = FIRST_LOCK, .l_len = N_LOCKS };
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  int ready[2];
  char byte = 0;

  g_assert_cmpint (pipe (ready), ==, 0);
  pid_t child = fork ();
  if (child == 0)
    {
      int fd = open (index, O_RDWR);

      if (fd < 0 || fcntl (fd, F_SETLK, &locks) != 0 || pwrite (fd, &byte, 1, 0) != 1 || write (ready[1], &byte, 1) != 1)
        _exit (1);
      for (;;)
        pause ();
    }

  close (ready[1]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  return child;
}

static gboolean
on_time_to_let_go (gpointer data)
{
  kill (*(pid_t *) data, SIGKILL);
  return G_SOURCE_REMOVE;
}

static void
on_state_changed (DaybookResultModel *model,
                  GParamSpec         *pspec,
                  gboolean           *failed)
{
  *failed = *failed || daybook_result_model_get_state (model) == DAYBOOK_RESULT_FAILED;
}

/* A book that is busy just now is asked again. */
static void
test_a_busy_book (Fixture       *fixture,
                  gconstpointer  data)
{
  gboolean failed = FALSE;
  pid_t other = hold_book (daybook_store_get_path (fixture->book.store));

  g_timeout_add (300, on_time_to_let_go, &other);
  g_signal_connect (fixture->model, "notify::state", G_CALLBACK (on_state_changed), &failed);
  show (fixture, "stage = paid");
  wait_for (fixture, GPOINTER_TO_UINT (data));
  g_assert_false (failed);
  g_assert_cmpint (waitpid (other, NULL, 0), ==, other);
}

static void
test_newest_come_first (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  show (fixture, "");
  wait_for (fixture, GPOINTER_TO_UINT (data));
  first = number_at (fixture, 0);
  last = number_at (fixture, GPOINTER_TO_UINT (data) - 1);
  g_assert_cmpstr (first, ==, "0000000000");
  g_assert_cmpstr (last, ==, "0000000011");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->model), GPOINTER_TO_UINT (data)));
}

static void
test_a_new_row_is_one_addition (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(DaybookItem) before = NULL;
  g_autoptr(DaybookItem) after = NULL;

  show (fixture, "");
  wait_for (fixture, GPOINTER_TO_UINT (data));
  before = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  forget_emissions (fixture);

  book_add_order (&fixture->book, "9999999999", BOOK_NOW + 60);
  wait_for (fixture, GPOINTER_TO_UINT (data) + 1);
  g_assert_cmpuint (fixture->emissions, ==, 1);
  g_assert_cmpuint (fixture->removed, ==, 0);
  g_assert_cmpuint (fixture->added, ==, 1);

  /* The row that was first is the same object in its new place. */
  after = g_list_model_get_item (G_LIST_MODEL (fixture->model), 1);
  g_assert_true (before == after);
}

static void
test_a_row_that_leaves_is_one_removal (Fixture       *fixture,
                                       gconstpointer  data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr(DaybookItem) item = NULL;
  DaybookId id;

  show (fixture, "flag = none");
  wait_for (fixture, n);
  item = g_list_model_get_item (G_LIST_MODEL (fixture->model), 3);
  id = daybook_item_get_row (item)->id;
  forget_emissions (fixture);

  book_set (&fixture->book, &daybook_orders, &id, DAYBOOK_ORDER_FLAG, daybook_value_int (DAYBOOK_FLAG_RED));
  wait_for (fixture, n - 1);
  g_assert_cmpuint (fixture->emissions, ==, 1);
  g_assert_cmpuint (fixture->removed, ==, 1);
  g_assert_cmpuint (fixture->added, ==, 0);
}

static void
count_notification (GObject    *object,
                    GParamSpec *pspec,
                    guint      *count)
{
  (*count)++;
}

static void
wait_until (const guint *count,
            guint        wanted)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add (PATIENCE_MS, on_too_late, &late);

  while (!late && *count < wanted)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (late);
  g_source_remove (timeout);
}

/* A changed row changes its cells, not the list. */
static void
test_a_changed_row_notifies_alone (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(DaybookItem) item = NULL;
  g_autoptr(DaybookItem) other = NULL;
  guint notified = 0;
  guint other_notified = 0;
  DaybookId id;

  show (fixture, "");
  wait_for (fixture, GPOINTER_TO_UINT (data));
  item = g_list_model_get_item (G_LIST_MODEL (fixture->model), 2);
  other = g_list_model_get_item (G_LIST_MODEL (fixture->model), 5);
  id = daybook_item_get_row (item)->id;
  g_assert_nonnull (daybook_item_get_row (other));
  g_signal_connect (item, "notify::row", G_CALLBACK (count_notification), &notified);
  g_signal_connect (other, "notify::row", G_CALLBACK (count_notification), &other_notified);
  forget_emissions (fixture);

  book_set (&fixture->book, &daybook_orders, &id, DAYBOOK_ORDER_NOTE, daybook_value_text ("told her"));
  wait_until (&notified, 1);
  g_assert_cmpstr (daybook_row_text (daybook_item_get_row (item), DAYBOOK_ORDER_NOTE), ==, "told her");
  g_assert_cmpuint (other_notified, ==, 0);
  g_assert_cmpuint (fixture->emissions, ==, 0);
}

/* The answer to a question that was taken back is never shown. */
static void
test_the_last_question_counts (Fixture       *fixture,
                               gconstpointer  data)
{
  show (fixture, "number = '0000000004'");
  show (fixture, "flag = red");
  show (fixture, "number = '0000000007'");
  wait_for (fixture, 1);
  {
    g_autofree char *number = number_at (fixture, 0);

    g_assert_cmpstr (number, ==, "0000000007");
  }
}

static void
test_keys_are_found_again (Fixture       *fixture,
                           gconstpointer  data)
{
  gint64 key;

  show (fixture, "");
  wait_for (fixture, GPOINTER_TO_UINT (data));
  key = daybook_result_model_get_key (fixture->model, 7);
  g_assert_cmpuint (daybook_result_model_find (fixture->model, key), ==, 7);
  g_assert_cmpuint (daybook_result_model_find (fixture->model, -1), ==, GTK_INVALID_LIST_POSITION);
}

int
main (int   argc,
      char *argv[])
{
  gconstpointer few = GUINT_TO_POINTER (12);
  gconstpointer many = GUINT_TO_POINTER (DAYBOOK_RESULT_FIRST + 50);

  g_test_init (&argc, &argv, NULL);

#define ADD(path, n, test) g_test_add ("/result-model/" path, Fixture, n, set_up, test, tear_down)
  ADD ("the-first-rows-are-there-at-once", many, test_the_first_rows_are_there_at_once);
  ADD ("newest-come-first", few, test_newest_come_first);
  ADD ("a-busy-book", few, test_a_busy_book);
  ADD ("a-new-row-is-one-addition", few, test_a_new_row_is_one_addition);
  ADD ("a-row-that-leaves-is-one-removal", few, test_a_row_that_leaves_is_one_removal);
  ADD ("a-changed-row-notifies-alone", few, test_a_changed_row_notifies_alone);
  ADD ("the-last-question-counts", few, test_the_last_question_counts);
  ADD ("keys-are-found-again", few, test_keys_are_found_again);
  return g_test_run ();
}
