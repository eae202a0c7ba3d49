/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/mapping-file.h"

#include "app/common/file-chooser.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

#define WISH "daybook-mapping-wish"

/* What was asked for, kept on its widget while the file is chosen. */
typedef struct
{
  DaybookMapping         *mapping; /* to be saved, or NULL */
  DaybookMappingFileFunc  func;    /* of one to be loaded */
  GCancellable           *cancellable;
} Wish;

/* For the thread. */
typedef struct
{
  DaybookMapping         *mapping;
  char                   *path; /* or NULL: it is on no disk of this computer */
  DaybookMappingFileFunc  func;
} Work;

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_clear_pointer (&wish->mapping, daybook_mapping_unref);
  g_object_unref (wish->cancellable);
  g_free (wish);
}

static void
free_work (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->mapping, daybook_mapping_unref);
  g_free (work->path);
  g_free (work);
}

static void
set_wish (GtkWidget              *widget,
          GCancellable           *cancellable,
          DaybookMapping         *mapping,
          DaybookMappingFileFunc  func)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->mapping = mapping != NULL ? daybook_mapping_ref (mapping) : NULL;
  wish->func = func;
  wish->cancellable = g_object_ref (cancellable);
  g_object_set_data_full (G_OBJECT (widget), WISH, wish, free_wish);
}

static gboolean
check_path (const Work  *work,
            GError     **error)
{
  if (work->path != NULL)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                       _("Choices can be kept only in a file of this computer. Choose another folder."));
  return FALSE;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;
  DaybookMapping *mapping = check_path (work, &error) ? daybook_mapping_load (work->path, &error) : NULL;

  if (mapping != NULL)
    g_task_return_pointer (task, mapping, (GDestroyNotify) daybook_mapping_unref);
  else
    g_task_return_error (task, error);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;

  if (check_path (work, &error) && daybook_mapping_save (work->mapping, work->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GtkWidget) widget = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookMapping) mapping = g_task_propagate_pointer (G_TASK (result), &error);
  const Work *work = g_task_get_task_data (G_TASK (result));

  if (widget != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    work->func (mapping, error, widget);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GtkWidget) widget = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;
  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);
  DaybookShell *shell = widget != NULL ? daybook_shell_of (widget) : NULL;

  if (shell == NULL && !saved)
    g_warning ("%s", error->message);
  else if (shell != NULL && !saved)
    daybook_shell_say_error (shell, error);
  else if (shell != NULL)
    daybook_shell_say (shell, _("Answer saved"));
}

static Work *
new_work (GFile                  *file,
          DaybookMapping         *mapping,
          DaybookMappingFileFunc  func)
{
  Work *work = g_new0 (Work, 1);

  work->mapping = mapping != NULL ? daybook_mapping_ref (mapping) : NULL;
  work->path = g_file_get_path (file);
  work->func = func;
  return work;
}

void
daybook_mapping_file_load_from (GtkWidget              *widget,
                                GFile                  *file,
                                GCancellable           *cancellable,
                                DaybookMappingFileFunc  func)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, on_loaded, daybook_weak_new (widget));

  g_task_set_source_tag (task, daybook_mapping_file_load_from);
  g_task_set_task_data (task, new_work (file, NULL, func), free_work);
  daybook_task_run_in_thread (task, load_in_thread);
}

void
daybook_mapping_file_save_to (GtkWidget      *widget,
                              DaybookMapping *mapping,
                              GFile          *file)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_saved, daybook_weak_new (widget));

  g_task_set_source_tag (task, daybook_mapping_file_save_to);
  g_task_set_task_data (task, new_work (file, mapping, NULL), free_work);
  daybook_task_run_in_thread (task, save_in_thread);
}

static void
on_chosen (GListModel *files,
           gpointer    data)
{
  GtkWidget *widget = data;
  const Wish *wish = g_object_get_data (G_OBJECT (widget), WISH);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (wish->mapping != NULL)
    daybook_mapping_file_save_to (widget, wish->mapping, file);
  else
    daybook_mapping_file_load_from (widget, file, wish->cancellable, wish->func);
  g_object_set_data (G_OBJECT (widget), WISH, NULL);
}

static GtkFileChooser *
new_chooser (GtkWidget            *widget,
             GtkFileChooserAction  action,
             const char           *title,
             const char           *accept_label)
{
  static const char *const SUFFIXES[] = { "json", NULL };
  GtkFileChooser *chooser = daybook_file_chooser_new (widget, action, title, accept_label);

  daybook_file_chooser_offer (chooser, _("Answers of this page (JSON)"), SUFFIXES);
  return chooser;
}

void
daybook_mapping_file_load (GtkWidget              *widget,
                           GCancellable           *cancellable,
                           DaybookMappingFileFunc  func)
{
  set_wish (widget, cancellable, NULL, func);
  daybook_file_chooser_run (new_chooser (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open a Saved Answer"), _("_Open")),
                            cancellable, on_chosen, widget);
}

void
daybook_mapping_file_save (GtkWidget      *widget,
                           GCancellable   *cancellable,
                           DaybookMapping *mapping)
{
  GtkFileChooser *chooser = new_chooser (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Answer"), _("_Save"));

  set_wish (widget, cancellable, mapping, NULL);
  gtk_file_chooser_set_current_name (chooser, "mapping.json");
  daybook_file_chooser_run (chooser, cancellable, on_chosen, widget);
}
