/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/knowledge/articles-reading.h"

#include "exchange/progress.h"
#include "store/task.h"

typedef struct
{
  char                  **paths;
  GFileProgressCallback   progress;
  gpointer                data;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *self = data;

  g_strfreev (self->paths);
  g_free (self);
}

static void
tell (goffset  done,
      goffset  total,
      gpointer data)
{
  const Reading *self = data;

  daybook_progress_send (NULL, self->progress, self->data, (guint64) done, (guint64) total);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Reading *self = task_data;
  GError *error = NULL;
  g_autoptr(DaybookReader) reader = daybook_reader_new (source, &error);
  DaybookArticlesImport *import = reader != NULL
    ? daybook_articles_import_read (source, reader, self->paths, tell, self, cancellable, &error) : NULL;

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) daybook_articles_import_free);
  else
    g_task_return_error (task, error);
}

void
daybook_articles_reading_async (DaybookStore           *store,
                                const char *const      *paths,
                                GFileProgressCallback   progress,
                                gpointer                progress_data,
                                GCancellable           *cancellable,
                                GAsyncReadyCallback     callback,
                                gpointer                data)
{
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, data);
  Reading *self = g_new0 (Reading, 1);

  self->paths = g_strdupv ((char **) paths);
  self->progress = progress;
  self->data = progress_data;
  g_task_set_source_tag (task, daybook_articles_reading_async);
  g_task_set_task_data (task, self, free_reading);
  daybook_task_run_in_thread (task, read_in_thread);
}

DaybookArticlesImport *
daybook_articles_reading_finish (DaybookStore  *store,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
