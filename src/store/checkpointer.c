/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/checkpointer.h"

/* In frames, which are pages of 4 kB in the log. */
#define LOG_FRAMES 65536  /* 256 MB: so long it may grow before it is copied */
#define MOST_FRAMES 196608 /* 768 MB: here the act pauses until all is copied */
#define REST_FRAMES 8192  /* 32 MB: so much may be copied while the act pauses */
#define COPIES_MAX 4      /* before that, whatever is left */
#define USUAL_FRAMES 1000 /* SQLite's own way */

/* So long the end of a copy waits for those who read in the log. Each reads for some
 * milliseconds; meanwhile nobody can write. */
#define READERS_MS 50
/* Between two looks at whether somebody else wants to write. */
#define PAUSE_US 5000

struct _DaybookCheckpointer
{
  DaybookDatabase *writer;  /* borrowed */
  DaybookDatabase *db;      /* the thread's own connection */
  GThread         *thread;
  GMutex           mutex;   /* guards the rest */
  GCond            changed;
  gboolean         asked;   /* for a copy; until it is made */
  gboolean         ending;  /* the rest of it is copied */
  int              length;  /* of the log at the last commit */
  gboolean         closing;
};

/* The bulk, beside whoever writes: what has come meanwhile is less each time. */
static void
copy_bulk (DaybookCheckpointer *self)
{
  int length = 0, copied = 0, rest = G_MAXINT;

  for (guint i = 0; i < COPIES_MAX && rest > REST_FRAMES; i++)
    {
      if (sqlite3_wal_checkpoint_v2 (self->db->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, &length, &copied) != SQLITE_OK)
        return;
      g_mutex_lock (&self->mutex);
      rest = self->length - copied;
      g_mutex_unlock (&self->mutex);
    }
}

/* With the mutex held; gives it up while it works. While the rest is copied the long act
 * pauses; the last call, which keeps everybody from writing, has nothing left to copy, and
 * the next one who writes begins the log anew. A copy that fails is made up for by the next. */
static void
copy (DaybookCheckpointer *self)
{
  g_mutex_unlock (&self->mutex);
  copy_bulk (self);
  g_mutex_lock (&self->mutex);

  self->ending = TRUE;
  g_mutex_unlock (&self->mutex);
  if (sqlite3_wal_checkpoint_v2 (self->db->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL) == SQLITE_OK)
    sqlite3_wal_checkpoint_v2 (self->db->handle, NULL, SQLITE_CHECKPOINT_RESTART, NULL, NULL);
  g_mutex_lock (&self->mutex);

  self->asked = FALSE;
  self->ending = FALSE;
  g_cond_broadcast (&self->changed);
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

  g_mutex_lock (&self->mutex);
  self->length = length;
  if (length >= LOG_FRAMES && !self->asked)
    {
      self->asked = TRUE;
      g_cond_broadcast (&self->changed);
    }
  g_mutex_unlock (&self->mutex);
  return SQLITE_OK;
}

/* With the mutex held. */
static gboolean
must_pause (DaybookCheckpointer *self)
{
  return self->ending || (self->asked && self->length >= MOST_FRAMES);
}

gboolean
daybook_checkpointer_ready (DaybookCheckpointer *self)
{
  gint64 until = g_get_monotonic_time () + PAUSE_US;

  g_mutex_lock (&self->mutex);
  while (must_pause (self) && g_cond_wait_until (&self->changed, &self->mutex, until))
    continue;
  gboolean ready = !must_pause (self);
  g_mutex_unlock (&self->mutex);

  return ready;
}

DaybookCheckpointer *
daybook_checkpointer_new (const char      *path,
                          DaybookDatabase *writer)
{
  DaybookDatabase *db = daybook_database_open (path, DAYBOOK_DATABASE_WRITE, READERS_MS, NULL);

  if (db == NULL)
    return NULL;

  DaybookCheckpointer *self = g_new0 (DaybookCheckpointer, 1);
  self->writer = writer;
  self->db = db;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("daybook-log", run_thread, self);
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
