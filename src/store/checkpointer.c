/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/checkpointer.h"

/* In frames, which are pages of 4 kB in the log. */
#define LOG_FRAMES 65536  /* 256 MB: so long it may grow before it is copied */
#define REST_FRAMES 2000  /* so much the writer copies itself, in some milliseconds */
#define USUAL_FRAMES 1000 /* SQLite's own way */

struct _DaybookCheckpointer
{
  DaybookDatabase *writer;  /* borrowed */
  DaybookDatabase *db;      /* the thread's own connection */
  GThread         *thread;
  GMutex           mutex;   /* guards the rest */
  GCond            changed;
  gboolean         asked;   /* for a copy; until it is made */
  gboolean         closing;
  int              length;  /* of the log at the last commit */
  int              copied;  /* frames of it that are in the book */
};

/* With the mutex held; gives it up while it works. A copy that fails is made up
 * for by the next one. */
static void
copy (DaybookCheckpointer *self)
{
  int length = 0, copied = 0;

  g_mutex_unlock (&self->mutex);
  int code = sqlite3_wal_checkpoint_v2 (self->db->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, &length, &copied);
  g_mutex_lock (&self->mutex);

  if (code == SQLITE_OK)
    self->copied = copied;
  self->asked = FALSE;
}

static gpointer
run_thread (gpointer data)
{
  DaybookCheckpointer *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->closing)
    if (self->asked)
      copy (self);
    else
      g_cond_wait (&self->changed, &self->mutex);
  g_mutex_unlock (&self->mutex);

  return NULL;
}

/* After each commit, in the writer's thread. */
static int
on_committed (void       *data,
              sqlite3    *handle,
              const char *name,
              int         length)
{
  DaybookCheckpointer *self = data;
  gboolean rest = FALSE;

  g_mutex_lock (&self->mutex);
  if (length < self->length)
    self->copied = 0; /* the log has begun anew */
  self->length = length;
  if (length >= LOG_FRAMES && !self->asked)
    {
      rest = length - self->copied <= REST_FRAMES;
      self->asked = !rest;
      g_cond_broadcast (&self->changed);
    }
  g_mutex_unlock (&self->mutex);

  if (rest)
    sqlite3_wal_checkpoint_v2 (handle, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  return SQLITE_OK;
}

DaybookCheckpointer *
daybook_checkpointer_new (const char      *path,
                          DaybookDatabase *writer)
{
  DaybookDatabase *db = daybook_database_open (path, DAYBOOK_DATABASE_WRITE, 0, NULL);

  if (db == NULL)
    return NULL;

  DaybookCheckpointer *self = g_new0 (DaybookCheckpointer, 1);
  self->writer = writer;
  self->db = db;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("daybook-checkpointer", run_thread, self);
  sqlite3_wal_hook (writer->handle, on_committed, self);
  return self;
}

void
daybook_checkpointer_free (DaybookCheckpointer *self)
{
  /* Takes the place of the hook. */
  sqlite3_wal_autocheckpoint (self->writer->handle, USUAL_FRAMES);

  g_mutex_lock (&self->mutex);
  self->closing = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);

  daybook_database_close (self->db);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}
