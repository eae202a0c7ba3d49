/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-state.h"
#include "fault-vfs.h"

#include "store/backup.h"
#include "store/long-act.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

/* The program is killed in the midst of long acts: the next start finds what was
 * there before, or the whole of what was to be, and says which. */

#define ORDERS_BEFORE 8
#define ORDERS_OF_LONG_ACT 3000 /* more than a short act has, and than one transaction of an undo */
#define MOMENTS 4               /* more of the import, by the clock */

/* What the child does; its name is an argument. */
typedef struct
{
  const char *name;
  gboolean  (*run) (DaybookStore *store,
                    GError      **error);
} Act;

/* This program, for the child. */
static const char *program;

static gboolean
import (DaybookStore  *store,
        GError       **error)
{
  return book_import_orders (store, 4, ORDERS_OF_LONG_ACT, NULL, error);
}

static gboolean
undo (DaybookStore  *store,
      GError       **error)
{
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (store, NULL, error);

  return outcome != NULL;
}

static gboolean
edit (DaybookStore  *store,
      GError       **error)
{
  return book_note_orders (store, ORDERS_OF_LONG_ACT, "called", error);
}

static gboolean
back_up (DaybookStore  *store,
         GError       **error)
{
  g_autofree char *file = daybook_backup_make (store, NULL, NULL, NULL, error);

  return file != NULL;
}

static const Act ACTS[] = {
  { "import", import },
  { "undo", undo },
  { "edit", edit },
  { "backup", back_up },
};

static const Act *
find_act (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ACTS); i++)
    if (g_str_equal (ACTS[i].name, name))
      return &ACTS[i];

  g_error ("No such act: %s", name);
}

/* --- The child ---------------------------------------------------------- */

/* Does the act and is killed at the given disk call (0: never). Prints how many
 * there were. */
static int
run_child (const char *name,
           const char *folder,
           const char *nth)
{
  g_autoptr(GError) error = NULL;

  fault_vfs_install ();
  DaybookStore *store = book_open_folder (folder, &error);
  g_assert_no_error (error);
  fault_vfs_arm (FAULT_CHANGES, FAULT_KILL, (guint) atoi (nth));
  find_act (name)->run (store, &error);
  g_assert_no_error (error);
  g_print ("%u\n", fault_vfs_count ());
  fault_vfs_disarm ();
  book_close_store (&store);
  return 0;
}

static GSubprocess *
start_child (const Act  *act,
             const char *folder,
             guint       nth)
{
  g_autofree char *number = g_strdup_printf ("%u", nth);
  g_autoptr(GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--child", act->name, folder, number, NULL);

  g_assert_no_error (error);
  return child;
}

/* Waits for its end. What it printed, or NULL when it was killed. */
static char *
finish_child (GSubprocess *child)
{
  g_autoptr(GError) error = NULL;
  char *output = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  if (g_subprocess_get_if_exited (child))
    {
      g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 0);
      return output;
    }

  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
  g_free (output);
  return NULL;
}

/* --- The parent --------------------------------------------------------- */

typedef struct
{
  const Act *act;
  char      *from;        /* a closed book; it is copied */
  char      *before;      /* visible states */
  char      *after;
  guint      n_calls;
  guint      n_killed;
  guint      n_recovered; /* the next start had something to say */
} Trial;

static void
begin_trial (Trial      *trial,
             const Act  *act,
             const char *from)
{
  g_autofree char *folder = book_copy_folder (from);

  *trial = (Trial) { .act = act, .from = g_strdup (from), .before = book_state_visible (from) };
  g_autoptr(GSubprocess) child = start_child (act, folder, 0);
  g_autofree char *calls = finish_child (child);
  g_assert_nonnull (calls);
  trial->n_calls = (guint) atoi (calls);
  trial->after = book_state_visible (folder);
  book_remove_folder (folder);
}

static void
end_trial (Trial *trial)
{
  g_test_message ("%s: %u disk calls, killed %u times, of them %u recovered", trial->act->name, trial->n_calls,
                  trial->n_killed, trial->n_recovered);
  g_free (trial->from);
  g_free (trial->before);
  g_free (trial->after);
}

/* What the start says and what is there are the same thing. */
static void
check_sentence (Trial      *trial,
                const char *sentence,
                const char *state,
                const char *when)
{
  if (sentence == NULL)
    return;

  trial->n_recovered++;
  if (strstr (sentence, "has been finished now") != NULL)
    book_state_assert_equal (state, trial->after, when);
  else if (strstr (sentence, "has been taken back") != NULL)
    book_state_assert_equal (state, trial->before, when);
  else
    g_error ("%s: it does not say what was done: %s", when, sentence);
}

static void
check_next_start (Trial      *trial,
                  const char *folder,
                  const char *when)
{
  g_autoptr(GError) error = NULL;
  DaybookStore *store = book_open_folder (folder, &error);

  g_assert_no_error (error);
  g_autofree char *state = book_state_visible (folder);
  check_sentence (trial, daybook_store_get_recovery (store), state, when);
  if (!g_str_equal (state, trial->before))
    book_state_assert_equal (state, trial->after, when);
  book_assert_sound (store, when);
  book_assert_tidy (folder, when);
  /* Nothing is left to be said a second time, and the book is written on. */
  g_assert_true (book_note_orders (store, 1, "on it goes", &error));
  book_close_store (&store);
  store = book_open_folder (folder, &error);
  g_assert_no_error (error);
  g_assert_null (daybook_store_get_recovery (store));
  book_close_store (&store);
}

static void
kill_at_call (Trial *trial,
              guint  nth)
{
  g_autofree char *when = g_strdup_printf ("%s killed at call %u", trial->act->name, nth);
  g_autofree char *folder = book_copy_folder (trial->from);
  g_autoptr(GSubprocess) child = start_child (trial->act, folder, nth);
  g_autofree char *calls = finish_child (child);

  trial->n_killed += calls == NULL;
  check_next_start (trial, folder, when);
  book_remove_folder (folder);
}

static void
kill_after (Trial *trial,
            guint  ms)
{
  g_autofree char *when = g_strdup_printf ("%s killed after %u ms", trial->act->name, ms);
  g_autofree char *folder = book_copy_folder (trial->from);
  g_autoptr(GSubprocess) child = start_child (trial->act, folder, 0);

  g_usleep (ms * 1000);
  g_subprocess_force_exit (child);
  g_autofree char *calls = finish_child (child);
  trial->n_killed += calls == NULL;
  check_next_start (trial, folder, when);
  book_remove_folder (folder);
}

static char *
make_book (gboolean (*add) (DaybookStore *store, GError **error))
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  DaybookStore *store = book_open_folder (folder, &error);

  g_assert_true (book_import_orders (store, 0, ORDERS_BEFORE, NULL, &error));
  if (add != NULL)
    g_assert_true (add (store, &error));
  g_assert_no_error (error);
  book_close_store (&store);
  return folder;
}

static void
kill_at_points (Trial *trial)
{
  for (guint point = 0; point < BOOK_POINTS; point++)
    kill_at_call (trial, 1 + trial->n_calls * point / BOOK_POINTS);
  g_assert_cmpuint (trial->n_killed, >, BOOK_POINTS / 2);
}

static void
test_import (void)
{
  g_autofree char *folder = make_book (NULL);
  Trial trial;

  begin_trial (&trial, find_act ("import"), folder);
  kill_at_points (&trial);
  for (guint moment = 0; moment < MOMENTS; moment++)
    kill_after (&trial, 40 + 70 * moment);
  g_assert_cmpuint (trial.n_recovered, >, 0);
  end_trial (&trial);
  book_remove_folder (folder);
}

static void
test_undo (void)
{
  g_autofree char *folder = make_book (import);
  Trial trial;

  begin_trial (&trial, find_act ("undo"), folder);
  kill_at_points (&trial);
  g_assert_cmpuint (trial.n_recovered, >, 0);
  end_trial (&trial);
  book_remove_folder (folder);
}

static void
test_edit (void)
{
  g_autofree char *folder = make_book (import);
  Trial trial;

  begin_trial (&trial, find_act ("edit"), folder);
  kill_at_points (&trial);
  g_assert_cmpuint (trial.n_recovered, >, 0);
  end_trial (&trial);
  book_remove_folder (folder);
}

static void
test_backup (void)
{
  g_autofree char *folder = make_book (import);
  Trial trial;

  begin_trial (&trial, find_act ("backup"), folder);
  kill_at_points (&trial);
  g_assert_cmpuint (trial.n_recovered, ==, 0);
  end_trial (&trial);
  book_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  daybook_long_act_shorten (BOOK_ROWS_PER_STEP);
  if (argc == 5 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2], argv[3], argv[4]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kill/import", test_import);
  g_test_add_func ("/kill/undo", test_undo);
  g_test_add_func ("/kill/edit", test_edit);
  g_test_add_func ("/kill/backup", test_backup);

  return g_test_run ();
}
