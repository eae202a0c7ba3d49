/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/daily-backup.h"

#include "store/backup.h"
#include "store/presences.h"
#include "store/retention.h"
#include "store/task.h"

#define SECONDS_PER_LOOK 3600

struct _DaybookDailyBackup
{
  DaybookStore             *store;
  DaybookDailyBackupFailed  failed;
  gpointer                  data;
  GCancellable             *cancellable; /* cancelled: nobody is told any more */
  guint                     timeout;
};

/* Behind the backup, which has it still for a while. What fails is tried again the next hour. */
static void
let_go (DaybookStore *store)
{
  g_autoptr(GError) error = NULL;

  if (!daybook_retention_run_daily (store, &error) && !g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    g_warning ("What is kept no longer did not go: %s", error->message);
}

/* A shift that nobody has ended is over. */
static void
sign_off (DaybookStore *store)
{
  g_autoptr(GError) error = NULL;

  if (daybook_presences_end_forgotten (store, &error) < 0 && !g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    g_warning ("Shifts that nobody signed off were not ended: %s", error->message);
}

static void
make_in_thread (GTask        *task,
                gpointer      store,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean made;

  sign_off (store);
  made = daybook_backup_make_daily (store, &error);
  if (!made)
    {
      g_task_return_error (task, error);
      return;
    }

  let_go (store);
  g_task_return_boolean (task, TRUE);
}

static void
on_made (GObject      *store,
         GAsyncResult *result,
         gpointer      data)
{
  DaybookDailyBackup *self = data;
  g_autoptr(GError) error = NULL;

  /* Freed meanwhile: `self` is not to be touched. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    self->failed (error, self->data);
}

static gboolean
on_look_due (gpointer data)
{
  DaybookDailyBackup *self = data;
  g_autoptr(GTask) task = g_task_new (self->store, self->cancellable, on_made, self);

  g_task_set_source_tag (task, on_look_due);
  g_task_set_check_cancellable (task, FALSE);
  daybook_task_run_in_thread (task, make_in_thread);
  return G_SOURCE_CONTINUE;
}

DaybookDailyBackup *
daybook_daily_backup_new (DaybookStore             *store,
                          DaybookDailyBackupFailed  failed,
                          gpointer                  data)
{
  DaybookDailyBackup *self = g_new0 (DaybookDailyBackup, 1);

  self->store = g_object_ref (store);
  self->failed = failed;
  self->data = data;
  self->cancellable = g_cancellable_new ();
  self->timeout = g_timeout_add_seconds (SECONDS_PER_LOOK, on_look_due, self);
  on_look_due (self);
  return self;
}

void
daybook_daily_backup_free (DaybookDailyBackup *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_source_remove (self->timeout);
  g_object_unref (self->store);
  g_free (self);
}
