/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/restore-dialog.h"

#include "store/backup.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Borrowed from the dialog; NULL where the backup is plain. */
typedef struct
{
  GtkEditable *passphrase_row;
} Question;

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             GTask            *task)
{
  Question *question = g_task_get_task_data (task);

  if (g_str_equal (response, "restore"))
    g_task_return_pointer (task, question->passphrase_row != NULL
                                 ? g_strdup (gtk_editable_get_text (question->passphrase_row)) : g_strdup (""), g_free);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "declined");
  g_object_unref (task);
}

static void
on_text_changed (GtkEditable      *row,
                 AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "restore", *gtk_editable_get_text (row) != '\0');
}

static GtkEditable *
add_passphrase_row (AdwMessageDialog *dialog)
{
  GtkWidget *row = adw_password_entry_row_new ();
  GtkWidget *list = gtk_list_box_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Passphrase of this backup"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_message_dialog_set_extra_child (dialog, list);
  adw_message_dialog_set_response_enabled (dialog, "restore", FALSE);
  g_signal_connect (row, "changed", G_CALLBACK (on_text_changed), dialog);
  return GTK_EDITABLE (row);
}

static char *
compose_body (DaybookRestoreOver  over,
              const char         *name)
{
  if (over == DAYBOOK_RESTORE_OVER_DAMAGE)
    return g_strdup_printf (_("The book will be as it was when “%s” was made. The damaged file is kept beside it, under another name."),
                            name);

  return g_strdup_printf (_("What was done since “%s” was made will be gone. The present book is backed up first, but this cannot be undone in the history."),
                          name);
}

static AdwMessageDialog *
new_dialog (GtkWindow          *parent,
            const char         *file,
            DaybookRestoreOver  over)
{
  g_autofree char *name = g_path_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("Replace the Book by This Backup?"), NULL));

  g_autofree char *body = compose_body (over, shown);

  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "restore", _("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

void
daybook_restore_dialog_run_async (GtkWindow           *parent,
                                  const char          *file,
                                  DaybookRestoreOver   over,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             data)
{
  AdwMessageDialog *dialog = new_dialog (parent, file, over);
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Question *question = g_new0 (Question, 1);

  if (daybook_backup_is_encrypted (file))
    question->passphrase_row = add_passphrase_row (dialog);
  g_task_set_source_tag (task, daybook_restore_dialog_run_async);
  g_task_set_task_data (task, question, g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
daybook_restore_dialog_run_finish (GAsyncResult  *result,
                                   char         **passphrase)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, daybook_restore_dialog_run_async), FALSE);

  text = g_task_propagate_pointer (G_TASK (result), NULL);
  if (text == NULL)
    return FALSE;

  *passphrase = *text != '\0' ? g_steal_pointer (&text) : NULL;
  return TRUE;
}
