/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/registers/register-exchange.h"

#include "app/common/file-chooser.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/registers/register-editor.h"
#include "exchange/register-file.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

#define STORE "daybook-register-import"
#define TEXT "daybook-register-export"

/* For the thread. */
typedef struct
{
  DaybookStore *store; /* of what is read */
  char         *path;  /* or NULL: it is on no disk of this computer */
  char         *text;  /* to be written */
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->store);
  g_free (work->path);
  g_free (work->text);
  g_free (work);
}

static gboolean
check_path (const Work  *work,
            GError     **error)
{
  if (work->path != NULL)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                       _("Registers pass through files of this computer. Choose another folder."));
  return FALSE;
}

void
daybook_register_say_broken (GtkWindow    *parent,
                             const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("The Register Cannot Be Taken"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- From a file --------------------------------------------------------------------- */

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;
  char *text = check_path (work, &error) ? daybook_register_file_read (work->path, &error) : NULL;

  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GtkWindow) parent = daybook_weak_take (data);
  const Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *name = text != NULL ? g_filename_display_basename (work->path) : NULL;

  if (parent == NULL)
    return;
  if (text != NULL)
    daybook_register_editor_take (parent, work->store, text, name);
  else
    daybook_register_say_broken (parent, error);
}

void
daybook_register_import_from (GtkWindow    *parent,
                              DaybookStore *store,
                              GFile        *file)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, on_read, daybook_weak_new (parent));
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (store);
  work->path = g_file_get_path (file);
  g_task_set_source_tag (task, daybook_register_import_from);
  g_task_set_task_data (task, work, free_work);
  daybook_task_run_in_thread (task, read_in_thread);
}

static GtkFileChooser *
new_chooser (GtkWidget            *widget,
             GtkFileChooserAction  action,
             const char           *title,
             const char           *accept_label)
{
  static const char *const SUFFIXES[] = { "json", NULL };
  GtkFileChooser *chooser = daybook_file_chooser_new (widget, action, title, accept_label);

  daybook_file_chooser_offer (chooser, _("Registers (JSON)"), SUFFIXES);
  return chooser;
}

static void
on_import_chosen (GListModel *files,
                  gpointer    data)
{
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);

  daybook_register_import_from (data, g_object_get_data (G_OBJECT (data), STORE), file);
}

void
daybook_register_import (GtkWindow    *parent,
                         DaybookStore *store)
{
  g_object_set_data_full (G_OBJECT (parent), STORE, g_object_ref (store), g_object_unref);
  daybook_file_chooser_run (new_chooser (GTK_WIDGET (parent), GTK_FILE_CHOOSER_ACTION_OPEN, _("Take a Register From a File"), _("_Open")),
                            NULL, on_import_chosen, parent);
}

/* --- Into a file ---------------------------------------------------------------------- */

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;

  if (check_path (work, &error) && daybook_register_file_write (work->path, work->text, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GtkWidget) widget = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);
  DaybookShell *shell = widget != NULL ? daybook_shell_of (widget) : NULL;

  if (shell == NULL && !written)
    g_warning ("%s", error->message);
  else if (shell != NULL && !written)
    daybook_shell_say_error (shell, error);
  else if (shell != NULL)
    daybook_shell_say (shell, _("Register written into the file"));
}

static void
on_export_chosen (GListModel *files,
                  gpointer    data)
{
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autoptr(GTask) task = g_task_new (NULL, NULL, on_written, daybook_weak_new (data));
  Work *work = g_new0 (Work, 1);

  work->path = g_file_get_path (file);
  work->text = g_strdup (g_object_get_data (G_OBJECT (data), TEXT));
  g_task_set_source_tag (task, daybook_register_export);
  g_task_set_task_data (task, work, free_work);
  daybook_task_run_in_thread (task, write_in_thread);
}

void
daybook_register_export (GtkWidget  *widget,
                         const char *title,
                         const char *text)
{
  GtkFileChooser *chooser = new_chooser (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Write the Register Into a File"), _("_Save"));
  g_autofree char *name = g_strconcat (title, ".json", NULL);

  g_object_set_data_full (G_OBJECT (widget), TEXT, g_strdup (text), g_free);
  gtk_file_chooser_set_current_name (chooser, g_strdelimit (name, "/", '-'));
  daybook_file_chooser_run (chooser, NULL, on_export_chosen, widget);
}
