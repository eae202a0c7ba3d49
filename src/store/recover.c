/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup-keep.h"
#include "store/merge.h"
#include "store/scratch.h"
#include "store/undo.h"

#include <glib/gi18n-lib.h>

/* An act that was cut off: the laptop was switched off, the program killed. */
typedef struct
{
  gint64         key;
  DaybookId      id;
  DaybookActKind kind;
  char          *title;
} Left;

static void
free_left (gpointer data)
{
  g_free (((Left *) data)->title);
  g_free (data);
}

static GPtrArray *
read_left (DaybookDatabase  *db,
           GError          **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (free_left);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT key, id, kind, title FROM acts WHERE state <> 0 ORDER BY key", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  while (daybook_statement_next (statement, &local))
    {
      Left *left = g_new0 (Left, 1);

      left->key = sqlite3_column_int64 (statement, 0);
      daybook_column_id (statement, 1, &left->id);
      left->kind = (DaybookActKind) sqlite3_column_int64 (statement, 2);
      left->title = g_strdup (daybook_column_text (statement, 3));
      g_ptr_array_add (all, left);
    }
  if (local == NULL)
    return g_steal_pointer (&all);

  g_propagate_error (error, local);
  return NULL;
}

/* --- Steps that finish an undo, or take back what was cut off ----------- */

static DaybookStep
run_undo (DaybookWriter  *writer,
          DaybookRequest *request,
          gpointer        data)
{
  DaybookStep step = daybook_undo_step (data, writer, &request->error);

  if (step == DAYBOOK_STEP_DONE && request->error == NULL)
    request->outcome = daybook_undo_steal_outcome (data);
  return step;
}

static gboolean
run_to_end (DaybookStore    *self,
            DaybookRequest  *request,
            GError         **error)
{
  g_autoptr(DaybookOutcome) outcome = daybook_writer_run (daybook_store_get_writer (self), request, error);

  return outcome != NULL;
}

static gboolean
run_undo_to_end (DaybookStore  *self,
                 DaybookUndo   *undo,
                 GError       **error)
{
  if (undo == NULL)
    return FALSE;

  return run_to_end (self, daybook_request_new (run_undo, undo, (GDestroyNotify) daybook_undo_free,
                                                DAYBOOK_PRIORITY_PERSON, NULL), error);
}

static char *
finish_import (DaybookStore    *self,
               DaybookStaging  *staging,
               const Left      *left,
               GError         **error)
{
  gboolean finished = run_to_end (self, daybook_merge_resume_request (staging, left->key, &left->id), error);

  daybook_staging_discard (staging);
  /* Translators: %s is the title of an act: “Imported orders.csv”. */
  return finished ? g_strdup_printf (_("“%s” was cut off the last time. It has been finished now."), left->title) : NULL;
}

static char *
take_back (DaybookStore     *self,
           DaybookDatabase  *db,
           const Left       *left,
           GError          **error)
{
  if (!run_undo_to_end (self, daybook_undo_new (self, db, left->key, NULL, error), error))
    return NULL;

  if (left->kind != DAYBOOK_ACT_IMPORT)
    return g_strdup_printf (_("“%s” was cut off the last time. What it had changed has been taken back; do it again if you still want it."),
                            left->title);

  return g_strdup_printf (_("“%s” was cut off the last time. What it had brought in has been taken back; import the file again."),
                          left->title);
}

static char *
recover_one (DaybookStore     *self,
             DaybookDatabase  *db,
             const Left       *left,
             GError          **error)
{
  if (left->kind == DAYBOOK_ACT_UNDO || left->kind == DAYBOOK_ACT_REDO)
    return run_undo_to_end (self, daybook_undo_resume (self, db, left->key, error), error)
      ? g_strdup_printf (_("“%s” was cut off the last time. It has been finished now."), left->title) : NULL;

  g_autoptr(DaybookStaging) staging = daybook_staging_find_left (self, &left->id);
  return staging != NULL ? finish_import (self, staging, left, error) : take_back (self, db, left, error);
}

/* The database is the writer's own: its thread has nothing to do yet. */
char *
daybook_store_recover (DaybookStore  *self,
                       GError       **error)
{
  DaybookDatabase *db = daybook_writer_database (daybook_store_get_writer (self));
  g_autofree char *backups = daybook_backup_keep_folder (daybook_store_get_folder (self));
  char *said = NULL;

  if (!daybook_store_lock_long (self))
    return NULL; /* another process is at it, or is importing */

  g_autoptr(GPtrArray) all = read_left (db, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      GError *local = NULL;
      char *sentence = recover_one (self, db, g_ptr_array_index (all, i), &local);

      if (local != NULL)
        {
          g_free (said);
          said = NULL;
          g_propagate_error (error, local);
          break;
        }
      g_free (said);
      said = sentence;
    }

  daybook_staging_sweep (self);
  daybook_scratch_sweep (daybook_store_get_folder (self));
  daybook_scratch_sweep (backups);
  daybook_store_unlock_long (self);
  return said;
}
