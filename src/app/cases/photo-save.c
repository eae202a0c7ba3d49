/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/photo-save.h"

#include "app/common/file-chooser.h"
#include "app/common/weak.h"
#include "core/case-parts.h"
#include "exchange/new-file.h"
#include "store/attachments.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

#define WISH "daybook-photo-wish"

/* What was asked for: on its widget while the file is chosen, then with the task. */
typedef struct
{
  DaybookStore      *store;
  char              *hash;
  char              *path;
  DaybookPhotoSaved  saved;
} Wish;

typedef struct
{
  gpointer          widget; /* weak */
  DaybookPhotoSaved saved;
} Answer;

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->store);
  g_free (wish->hash);
  g_free (wish->path);
  g_free (wish);
}

static gboolean
write_copy (const Wish  *wish,
            GError     **error)
{
  g_autoptr(GBytes) content = daybook_attachments_read (daybook_store_get_folder (wish->store), wish->hash, error);
  g_autoptr(DaybookNewFile) file = content != NULL ? daybook_new_file_create (wish->path, error) : NULL;
  gsize size;
  const char *data;

  if (file == NULL)
    return FALSE;

  data = g_bytes_get_data (content, &size);
  daybook_new_file_write (file, data, size);
  return daybook_new_file_keep (file, error);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  const Wish *wish = task_data;
  GError *error = NULL;

  if (write_copy (wish, &error))
    g_task_return_pointer (task, g_filename_display_basename (wish->path), g_free);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autofree Answer *answer = data;
  g_autoptr(GtkWidget) widget = daybook_weak_take (answer->widget);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_task_propagate_pointer (G_TASK (result), &error);
  /* Translators: %s is the name of a file. */
  g_autofree char *said = name != NULL ? g_strdup_printf (_("Copy saved: %s"), name) : g_strdup (error->message);

  if (widget != NULL)
    answer->saved (said, widget);
  else if (error != NULL)
    g_warning ("%s", error->message);
}

static void
on_target_chosen (GListModel *files,
                  gpointer    data)
{
  GtkWidget *widget = data;
  Wish *wish = g_object_steal_data (G_OBJECT (widget), WISH);
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autoptr(GTask) task = NULL;
  Answer *answer;

  wish->path = g_file_get_path (file);
  if (wish->path == NULL)
    {
      wish->saved (_("A photo can be saved only in a folder of this computer."), widget);
      free_wish (wish);
      return;
    }

  answer = g_new0 (Answer, 1);
  answer->widget = daybook_weak_new (widget);
  answer->saved = wish->saved;
  task = g_task_new (wish->store, NULL, on_written, answer);
  g_task_set_source_tag (task, daybook_photo_save_begin);
  g_task_set_task_data (task, wish, free_wish);
  daybook_task_run_in_thread (task, write_in_thread);
}

void
daybook_photo_save_begin (GtkWidget         *widget,
                          DaybookStore      *store,
                          const DaybookRow  *photo,
                          GCancellable      *cancellable,
                          DaybookPhotoSaved  saved)
{
  GtkFileChooser *chooser = daybook_file_chooser_new (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save a Copy of the Photo"), _("_Save"));
  Wish *wish = g_new0 (Wish, 1);

  wish->store = g_object_ref (store);
  wish->hash = g_strdup (daybook_row_text (photo, DAYBOOK_ATTACHMENT_HASH));
  wish->saved = saved;
  g_object_set_data_full (G_OBJECT (widget), WISH, wish, free_wish);
  daybook_file_chooser_keep_folder (chooser, "photos-folder");
  gtk_file_chooser_set_current_name (chooser, daybook_row_text (photo, DAYBOOK_ATTACHMENT_NAME));
  daybook_file_chooser_run (chooser, cancellable, on_target_chosen, widget);
}
