/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-state.h"
#include "fault-vfs.h"

#include "store/backup.h"

#include <glib/gstdio.h>

/* Every act with every one of its disk calls failing once: whoever asked is told
 * in a sentence, the book is as it was, and goes on being used. */

#define ORDERS_BEFORE 8
#define ORDERS_IMPORTED 50
#define MANY 10000 /* no act here has so many disk calls */

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
  { FAULT_FULL, FAULT_WRITES | FAULT_SYNCS, "full once" },
  { FAULT_STAYS_FULL, FAULT_WRITES | FAULT_SYNCS, "full" },
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

/* The state after the act on a disk without faults. */
static char *
state_after (Act act)
{
  g_autofree char *folder = book_copy_folder (template_folder);
  g_autoptr(DaybookStore) store = open_sound (folder, "without faults");
  g_autoptr(GError) error = NULL;

  g_assert_true (act (store, &error));
  g_assert_no_error (error);
  book_close_store (&store);
  char *state = book_state_visible (folder);
  book_remove_folder (folder);
  return state;
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
  const Fault *fault;
  guint        nth;
  Sequel       sequel;
  char        *before;
  char        *after;
} Trial;

/* Afterwards the book is as it was, or the act was done in spite of the fault. */
static void
check_at_next_start (const Trial *trial,
                     const char  *folder,
                     gboolean     done,
                     const char  *when)
{
  DaybookStore *store = open_sound (folder, when);
  g_autofree char *state = book_state_visible (folder);

  book_state_assert_equal (state, done ? trial->after : trial->before, when);
  book_assert_tidy (folder, when);
  book_close_store (&store);
}

/* FALSE when the act needs fewer calls than the one that is to fail. */
static gboolean
try_with_fault (const Trial *trial)
{
  g_autofree char *when = g_strdup_printf ("%s at call %u", trial->fault->name, trial->nth);
  g_autofree char *folder = book_copy_folder (template_folder);
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
      g_autofree char *state = book_state_visible (folder);
      book_state_assert_equal (state, trial->before, when);
      done = trial->act (store, NULL);
      g_assert_true (done);
    }

  book_close_store (&store);
  check_at_next_start (trial, folder, done, when);
  book_remove_folder (folder);
  return struck;
}

/* Both sequels take turns, so that each follows each call under one fault or
 * another. */
static void
try_all_faults (Act act)
{
  Trial trial = {
    .act = act,
    .before = book_state_visible (template_folder),
    .after = state_after (act),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (FAULTS); i++)
    {
      trial.fault = &FAULTS[i];
      trial.nth = 0;
      do
        {
          trial.nth++;
          trial.sequel = (trial.nth + i) % N_SEQUELS;
          g_assert_cmpuint (trial.nth, <, MANY);
        }
      while (try_with_fault (&trial));

      g_test_message ("%s: %u calls", FAULTS[i].name, trial.nth - 1);
      g_assert_cmpuint (trial.nth, >, 2);
    }

  g_free (trial.before);
  g_free (trial.after);
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
  try_all_faults (note);
}

static void
test_undo (void)
{
  try_all_faults (undo);
}

static void
test_import (void)
{
  try_all_faults (import);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  make_template ();

  g_test_add_func ("/faults/edit", test_edit);
  g_test_add_func ("/faults/undo", test_undo);
  g_test_add_func ("/faults/import", test_import);

  int failed = g_test_run ();
  book_remove_folder (template_folder);
  g_free (template_folder);
  return failed;
}
