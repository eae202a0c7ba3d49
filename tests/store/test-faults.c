/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-state.h"
#include "fault-vfs.h"

#include "store/backup.h"
#include "store/long-act.h"

#include <glib/gstdio.h>

/* Every act with each of its disk calls failing once: whoever asked is told
 * in a sentence, the book is as it was, and goes on being used. */

#define ORDERS_BEFORE 8
#define ORDERS_IMPORTED 50
#define ORDERS_OF_LONG_ACT 3000 /* more than a short act has, and than one transaction of an undo */
/* Of an act that has more disk calls than that so many fail, others in each run. */
#ifdef __SANITIZE_ADDRESS__
#define MOST_TRIES 60
#else
#define MOST_TRIES 240
#endif

/* Something a person does to an open book. */
typedef gboolean (*Act) (DaybookStore *store,
                         GError      **error);

typedef struct
{
  FaultKind   kind;
  FaultCalls  calls;
  const char *name;
} Fault;

/* A full disk lets files be opened and deleted. */
static const Fault FAULTS[] = {
  { FAULT_IOERR, FAULT_CHANGES, "I/O error" },
  { FAULT_FULL, FAULT_WRITES | FAULT_PIECES | FAULT_SYNCS, "full once" },
  { FAULT_STAYS_FULL, FAULT_WRITES | FAULT_PIECES | FAULT_SYNCS, "full" },
};

/* A closed book with a few orders; made once. */
static char *template_folder;

static void
make_template (void)
{
  g_autoptr(GError) error = NULL;

  template_folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  g_autoptr(DaybookStore) store = book_open_folder (template_folder, &error);
  g_assert_no_error (error);
  g_assert_true (book_import_orders (store, 0, ORDERS_BEFORE, NULL, &error));
  g_assert_true (book_note_orders (store, 4, "first", &error));
  g_assert_no_error (error);
  book_close_store (&store);
}

static DaybookStore *
open_sound (const char *folder,
            const char *when)
{
  g_autoptr(GError) error = NULL;
  DaybookStore *store = book_open_folder (folder, &error);

  if (store == NULL)
    g_error ("%s: the book does not open: %s", when, error->message);
  book_assert_sound (store, when);
  return store;
}

/* What is tried after a fault. */
typedef enum
{
  GO_ON, /* the same program does it again once the disk is sound */
  LEAVE, /* the program is left; the next one opens the book */
  N_SEQUELS,
} Sequel;

typedef struct
{
  Act          act;
  const char  *from;   /* a closed book; it is copied */
  const Fault *fault;
  guint        nth;
  Sequel       sequel;
  char        *before; /* visible states */
  char        *after;
  guint        n_half; /* how often a full disk left a long act half-done */
} Trial;

/* Does the act on a disk without faults: how many calls it takes, and what
 * people see then. */
static guint
do_without_fault (const Trial *trial,
                  FaultCalls   calls,
                  char       **after)
{
  g_autofree char *folder = book_copy_folder (trial->from);
  g_autoptr(GError) error = NULL;
  DaybookStore *store = open_sound (folder, "without faults");

  fault_vfs_arm (calls, FAULT_IOERR, 0);
  g_assert_true (trial->act (store, &error));
  g_assert_no_error (error);
  guint counted = fault_vfs_count ();
  fault_vfs_disarm ();
  book_close_store (&store);
  if (after != NULL)
    *after = book_state_visible (folder);
  book_remove_folder (folder);
  return counted;
}

static void
begin_trial (Trial      *trial,
             Act         act,
             const char *from)
{
  *trial = (Trial) { .act = act, .from = from, .before = book_state_visible (from) };
  do_without_fault (trial, FAULT_CHANGES, &trial->after);
}

static void
end_trial (Trial *trial)
{
  g_free (trial->before);
  g_free (trial->after);
}

/* Afterwards the book is as it was, or the act was done in spite of the fault, or
 * it was half-done and opening has finished it and says so. */
static void
check_at_next_start (const Trial *trial,
                     const char  *folder,
                     gboolean     done,
                     const char  *when)
{
  DaybookStore *store = open_sound (folder, when);
  g_autofree char *state = book_state_visible (folder);

  gboolean finished = !done && daybook_store_get_recovery (store) != NULL && !g_str_equal (state, trial->before);

  book_state_assert_equal (state, done || finished ? trial->after : trial->before, when);
  book_assert_tidy (folder, when);
  book_assert_index (store, when);
  book_close_store (&store);
}

/* A long act that a full disk cut off, and kept from being taken back, is settled
 * after the next thing that a person does. An undo is settled by finishing it. */
static gboolean
settle (Trial        *trial,
        DaybookStore *store,
        const char   *folder,
        const char   *when)
{
  g_autofree char *state = book_state_visible (folder);

  if (g_str_equal (state, trial->before))
    return FALSE;

  if (trial->fault->kind != FAULT_STAYS_FULL)
    book_state_assert_equal (state, trial->before, when);
  trial->n_half++;
  g_assert_true (book_rename_owner (store, "there is room again", NULL));
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (store, NULL, NULL);
  g_assert_nonnull (outcome);

  g_autofree char *settled = book_state_visible (folder);
  if (g_str_equal (settled, trial->before))
    return FALSE;
  book_state_assert_equal (settled, trial->after, when);
  return TRUE;
}

/* FALSE when the act needs fewer calls than the one that is to fail. */
static gboolean
try_with_fault (Trial *trial)
{
  g_autofree char *when = g_strdup_printf ("%s at call %u", trial->fault->name, trial->nth);
  g_autofree char *folder = book_copy_folder (trial->from);
  g_autoptr(GError) error = NULL;
  DaybookStore *store = book_open_folder (folder, &error);

  g_assert_no_error (error);
  fault_vfs_arm (trial->fault->calls, trial->fault->kind, trial->nth);
  gboolean done = trial->act (store, &error);
  if (trial->sequel == LEAVE)
    book_close_store (&store); /* while the fault lasts */
  gboolean struck = fault_vfs_disarm () > 0;
  if (!done)
    book_assert_sentence (error, when);

  if (trial->sequel == GO_ON && !done)
    {
      done = settle (trial, store, folder, when) || trial->act (store, NULL);
      g_assert_true (done);
    }

  book_close_store (&store);
  check_at_next_start (trial, folder, done, when);
  book_remove_folder (folder);
  return struck;
}

/* Lets the nth call fail. FALSE when there were fewer. */
typedef gboolean (*Strike) (const Fault *fault,
                            guint        nth,
                            gpointer     data);

/* Each of the calls that an act took without faults, or so many of them, spread over it. */
static void
strike_calls (const Fault *fault,
              guint        calls,
              Strike       strike,
              gpointer     data)
{
  guint stride = (calls + MOST_TRIES - 1) / MOST_TRIES, n_tries = 0;

  g_assert_cmpuint (calls, >, 1);
  for (guint nth = (guint) g_test_rand_int_range (1, (gint32) stride + 1); nth <= calls && strike (fault, nth, data); nth += stride)
    n_tries++;
  g_test_message ("%s: %u of %u calls", fault->name, n_tries, calls);
  g_assert_cmpuint (n_tries, >, 2);
}

/* Both sequels take turns, so that each follows each call of a short act under one fault or
 * another. */
static gboolean
strike_trial (const Fault *fault,
              guint        nth,
              gpointer     data)
{
  Trial *trial = data;

  trial->fault = fault;
  trial->nth = nth;
  trial->sequel = (trial->sequel + 1) % N_SEQUELS;
  return try_with_fault (trial);
}

/* Returns how often the act was left half-done. */
static guint
try_all_faults (Act act)
{
  Trial trial;
  guint n_half;

  begin_trial (&trial, act, template_folder);
  for (gsize i = 0; i < G_N_ELEMENTS (FAULTS); i++)
    {
      trial.sequel = i % N_SEQUELS;
      strike_calls (&FAULTS[i], do_without_fault (&trial, FAULTS[i].calls, NULL), strike_trial, &trial);
    }

  n_half = trial.n_half;
  end_trial (&trial);
  return n_half;
}

/* Faults in the midst of a long act, at points spread over its calls. Returns how
 * often it was left half-done. */
static guint
try_some_faults (Act         act,
                 const char *from)
{
  Trial trial;

  begin_trial (&trial, act, from);
  for (gsize i = 0; i < G_N_ELEMENTS (FAULTS); i++)
    {
      trial.fault = &FAULTS[i];
      guint calls = do_without_fault (&trial, trial.fault->calls, NULL);

      for (guint point = 1; point < BOOK_POINTS; point++)
        {
          trial.nth = calls * point / BOOK_POINTS;
          trial.sequel = trial.fault->kind == FAULT_STAYS_FULL ? GO_ON : (point + i) % N_SEQUELS;
          try_with_fault (&trial);
        }
    }

  g_test_message ("%u times half an act was left and settled", trial.n_half);
  end_trial (&trial);
  return trial.n_half;
}

/* --- What is done ------------------------------------------------------- */

static gboolean
note (DaybookStore  *store,
      GError       **error)
{
  return book_note_orders (store, ORDERS_BEFORE, "told her 退款", error);
}

static gboolean
undo (DaybookStore  *store,
      GError       **error)
{
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (store, NULL, error);

  return outcome != NULL;
}

static gboolean
import (DaybookStore  *store,
        GError       **error)
{
  return book_import_orders (store, 4, ORDERS_IMPORTED, NULL, error);
}

static void
test_edit (void)
{
  g_assert_cmpuint (try_all_faults (note), ==, 0); /* one transaction */
}

static void
test_undo (void)
{
  g_assert_cmpuint (try_all_faults (undo), ==, 0);
}

static void
test_import (void)
{
  /* One transaction, too, where the machine is quick enough. */
  g_test_message ("%u times half of it was left and settled", try_all_faults (import));
}

/* --- Acts of several transactions --------------------------------------- */

static gboolean
import_many (DaybookStore  *store,
             GError       **error)
{
  return book_import_orders (store, 4, ORDERS_OF_LONG_ACT, NULL, error);
}

static void
test_long_import (void)
{
  g_assert_cmpuint (try_some_faults (import_many, template_folder), >, 0);
}

static void
test_long_undo (void)
{
  g_autofree char *folder = book_copy_folder (template_folder);
  g_autoptr(GError) error = NULL;
  DaybookStore *store = book_open_folder (folder, &error);

  g_assert_true (import_many (store, &error));
  g_assert_no_error (error);
  book_close_store (&store);
  /* How often a fault meets the undo itself, and not the search index at work
   * beside it, is up to the machine; that what is left is sound is not. */
  try_some_faults (undo, folder);
  book_remove_folder (folder);
}

/* --- Opening, backups --------------------------------------------------- */

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* A book that could not be made is made at the next try, once. */
static gboolean
open_new_with_fault (const Fault *fault,
                     guint        nth,
                     gpointer     unused)
{
  g_autofree char *when = g_strdup_printf ("making a book, %s at call %u", fault->name, nth);
  g_autofree char *folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  g_autoptr(GError) error = NULL;
  Book book = { .folder = folder };

  fault_vfs_arm (fault->calls, fault->kind, nth);
  book.store = book_open_folder (folder, &error);
  if (book.store == NULL)
    book_assert_sentence (error, when);
  book_close_store (&book.store);
  gboolean struck = fault_vfs_disarm () > 0;

  book.store = open_sound (folder, when);
  g_assert_cmpuint (book_count (&book, &daybook_shops, ""), ==, 1);
  g_assert_cmpuint (book_count (&book, &daybook_agents, ""), ==, 1);
  g_autoptr(GPtrArray) acts = daybook_reader_history (daybook_store_get_reader (book.store), NULL, NULL, 0, 10, NULL);
  g_assert_cmpuint (acts->len, ==, 1);
  book_close_store (&book.store);
  book_remove_folder (folder);
  return struck;
}

/* How many calls it takes where none fails. */
static guint
count_calls_of_new (FaultCalls calls)
{
  g_autofree char *folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  g_autoptr(GError) error = NULL;

  fault_vfs_arm (calls, FAULT_IOERR, 0);
  DaybookStore *store = book_open_folder (folder, &error);
  g_assert_no_error (error);
  guint counted = fault_vfs_count ();
  fault_vfs_disarm ();
  book_close_store (&store);
  book_remove_folder (folder);
  return counted;
}

static void
test_open_new (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (FAULTS); i++)
    strike_calls (&FAULTS[i], count_calls_of_new (FAULTS[i].calls), open_new_with_fault, NULL);
}

typedef struct
{
  DaybookStore *store;
  char         *expected; /* what people see in it */
} Backing;

/* A backup is there whole, or not at all. */
static gboolean
back_up_with_fault (const Fault *fault,
                    guint        nth,
                    gpointer     data)
{
  const Backing *backing = data;
  DaybookStore *store = backing->store;
  g_autofree char *when = g_strdup_printf ("backing up, %s at call %u", fault->name, nth);
  g_autofree char *backups = g_build_filename (daybook_store_get_folder (store), "backups", NULL);
  g_autoptr(GError) error = NULL;

  fault_vfs_arm (fault->calls, fault->kind, nth);
  g_autofree char *file = daybook_backup_make (store, NULL, NULL, NULL, &error);
  gboolean struck = fault_vfs_disarm () > 0;

  g_assert_cmpuint (count_files (backups), ==, file != NULL);
  if (file == NULL)
    book_assert_sentence (error, when);
  else
    {
      g_assert_true (daybook_backup_restore (store, file, NULL, NULL, &error));
      g_assert_no_error (error);
      g_autofree char *state = book_state_visible (daybook_store_get_folder (store));
      book_state_assert_equal (state, backing->expected, when);
    }
  book_remove_folder (backups);
  return struck;
}

static guint
count_calls_of_backup (DaybookStore *store,
                       FaultCalls    calls)
{
  g_autofree char *backups = g_build_filename (daybook_store_get_folder (store), "backups", NULL);
  g_autoptr(GError) error = NULL;

  fault_vfs_arm (calls, FAULT_IOERR, 0);
  g_autofree char *file = daybook_backup_make (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  guint counted = fault_vfs_count ();
  fault_vfs_disarm ();
  book_remove_folder (backups);
  return counted;
}

static void
test_backup (void)
{
  g_autofree char *folder = book_copy_folder (template_folder);
  Backing backing = { open_sound (folder, "before backing up"), book_state_visible (template_folder) };

  for (gsize i = 0; i < G_N_ELEMENTS (FAULTS); i++)
    strike_calls (&FAULTS[i], count_calls_of_backup (backing.store, FAULTS[i].calls), back_up_with_fault, &backing);

  book_assert_sound (backing.store, "after backing up");
  book_close_store (&backing.store);
  g_free (backing.expected);
  book_remove_folder (folder);
}

/* Of a book that has other orders. */
static char *backup_file;

static gboolean
restore (DaybookStore  *store,
         GError       **error)
{
  return daybook_backup_restore (store, backup_file, NULL, NULL, error);
}

static void
test_restore (void)
{
  g_autofree char *folder = book_copy_folder (template_folder);
  g_autoptr(GError) error = NULL;
  DaybookStore *store = book_open_folder (folder, &error);

  g_assert_true (import (store, &error));
  backup_file = daybook_backup_make (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  book_close_store (&store);

  g_assert_cmpuint (try_some_faults (restore, template_folder), ==, 0);
  book_remove_folder (folder);
  g_clear_pointer (&backup_file, g_free);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  daybook_long_act_shorten (BOOK_ROWS_PER_STEP);
  fault_vfs_install ();
  make_template ();

  g_test_add_func ("/faults/edit", test_edit);
  g_test_add_func ("/faults/undo", test_undo);
  g_test_add_func ("/faults/import", test_import);
  g_test_add_func ("/faults/open-new", test_open_new);
  g_test_add_func ("/faults/backup", test_backup);
  g_test_add_func ("/faults/restore", test_restore);
  g_test_add_func ("/faults/long-import", test_long_import);
  g_test_add_func ("/faults/long-undo", test_long_undo);

  int failed = g_test_run ();
  book_remove_folder (template_folder);
  g_free (template_folder);
  return failed;
}
