/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/photo-adding.h"

#include "app/cases/thumbnails.h"
#include "exchange/progress.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DaybookId              of;    /* null: nothing in particular */
  GPtrArray             *files; /* GFile; a model belongs to the main thread */
  GBytes                *bytes; /* or NULL */
  GFileProgressCallback  progress;
  gpointer               data;
} Adding;

static void
free_adding (gpointer data)
{
  Adding *self = data;

  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static gboolean
take_all (const Adding       *self,
          DaybookPhotoBatch  *batch,
          GCancellable       *cancellable,
          GError            **error)
{
  if (self->bytes != NULL)
    return daybook_photo_batch_take_bytes (batch, self->bytes, _("Pasted picture"), cancellable, error);

  for (guint i = 0; i < self->files->len; i++)
    {
      if (!daybook_photo_batch_take (batch, g_ptr_array_index (self->files, i), cancellable, error))
        return FALSE;
      if (self->progress != NULL)
        daybook_progress_send (NULL, self->progress, self->data, i + 1, self->files->len);
    }

  return TRUE;
}

static void
add_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Adding *self = task_data;
  GError *error = NULL;
  g_autoptr(DaybookReader) reader = daybook_reader_new (source, &error);
  g_autoptr(DaybookPhotoBatch) batch = reader != NULL ? daybook_photo_batch_new (source, reader, daybook_id_is_null (&self->of) ? NULL : &self->of, &error) : NULL;

  if (batch == NULL || !take_all (self, batch, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < batch->photos->len; i++)
    daybook_thumbnail_keep (((const DaybookBatchPhoto *) g_ptr_array_index (batch->photos, i))->photo);
  g_task_return_pointer (task, g_steal_pointer (&batch), (GDestroyNotify) daybook_photo_batch_free);
}

void
daybook_photo_adding_async (DaybookStore          *store,
                            const DaybookId       *of,
                            GListModel            *files,
                            GBytes                *bytes,
                            GFileProgressCallback  progress,
                            gpointer               progress_data,
                            GCancellable          *cancellable,
                            GAsyncReadyCallback    callback,
                            gpointer               data)
{
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, data);
  Adding *self = g_new0 (Adding, 1);

  self->of = of != NULL ? *of : (DaybookId) { { 0 } };
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (self->files, g_list_model_get_item (files, i));
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->progress = progress;
  self->data = progress_data;
  g_task_set_source_tag (task, daybook_photo_adding_async);
  /* What was stopped says so in its own words. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, free_adding);
  daybook_task_run_in_thread (task, add_in_thread);
}

DaybookPhotoBatch *
daybook_photo_adding_finish (DaybookStore  *store,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
