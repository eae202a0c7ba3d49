/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/backup-group.h"

#include "app/common/file-chooser.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/settings/maintenance.h"
#include "app/settings/restore-choice.h"
#include "app/settings/work-row.h"
#include "core/moment.h"

#include <glib/gi18n-lib.h>

struct _DaybookBackupGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow         *last_row;
  GtkWidget            *now_button;
  GtkEditable          *passphrase_row;
  GtkWidget            *elsewhere_button;
  GtkWidget            *restore_button;
  DaybookWorkRow       *work_row;

  DaybookStore         *store;
  DaybookRestoreChoice *choice;
  GCancellable         *cancellable; /* of the chooser of a new file */
};

G_DEFINE_FINAL_TYPE (DaybookBackupGroup, daybook_backup_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show_last (DaybookBackupGroup *self)
{
  gint64 made = 0;
  g_autofree char *file = daybook_backup_newest (daybook_store_get_folder (self->store), &made);
  g_autofree char *text = NULL;

  if (file == NULL)
    text = g_strdup (_("There is none yet"));
  else
    text = daybook_moment_format_long (made, daybook_store_get_zone (self->store));
  adw_action_row_set_subtitle (self->last_row, text);
}

/* One work at a time. */
static void
update_buttons (DaybookBackupGroup *self)
{
  gboolean idle = !daybook_work_row_is_busy (self->work_row);

  gtk_widget_set_sensitive (self->now_button, idle);
  gtk_widget_set_sensitive (self->elsewhere_button, idle);
  gtk_widget_set_sensitive (self->restore_button, idle);
}

static void
finish (DaybookBackupGroup *self,
        const GError       *error,
        const char         *done)
{
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));

  daybook_work_row_end (self->work_row);
  update_buttons (self);
  show_last (self);
  if (error == NULL)
    daybook_shell_say (shell, done);
  else if (!g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED)
           && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    daybook_shell_say_error (shell, error);
}

static void
on_backup_made (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (DaybookBackupGroup) self = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = daybook_backup_make_finish (result, &error);

  if (self != NULL)
    finish (self, error, _("Backup made and checked"));
}

static void
back_up (DaybookBackupGroup *self,
         const char         *file)
{
  const char *passphrase = gtk_editable_get_text (self->passphrase_row);
  GCancellable *cancellable = daybook_work_row_begin (self->work_row, _("Making a backup and reading it back…"),
                                                      DAYBOOK_WORK_CANCELLABLE);

  update_buttons (self);
  daybook_backup_make_async (self->store, file, *passphrase != '\0' ? passphrase : NULL, cancellable,
                             on_backup_made, daybook_weak_new (self));
}

static void
on_now_clicked (DaybookBackupGroup *self)
{
  back_up (self, NULL);
}

static void
on_target_chosen (GListModel *files,
                  gpointer    data)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  const char *path = g_file_peek_path (file);

  if (path != NULL)
    back_up (data, path);
  else
    daybook_shell_say (daybook_shell_of (data), _("Choose a folder of this computer or of a disk connected to it."));
}

static char *
propose_name (DaybookBackupGroup *self)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (daybook_store_get_now (self->store));
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, daybook_store_get_zone (self->store));

  return g_date_time_format (local, "daybook-%Y-%m-%d.backup");
}

static void
on_elsewhere_clicked (DaybookBackupGroup *self)
{
  GtkFileChooser *chooser = daybook_file_chooser_new (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                      _("Back Up to a File"), _("_Back Up"));
  g_autofree char *name = propose_name (self);

  gtk_file_chooser_set_current_name (chooser, name);
  daybook_file_chooser_run (chooser, self->cancellable, on_target_chosen, self);
}

static void
on_restored (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DaybookBackupGroup) self = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;

  daybook_backup_restore_finish (result, &error);
  if (self != NULL)
    finish (self, error, _("The book is again as it was in the backup"));
  else if (error != NULL)
    g_warning ("%s", error->message);
}

static void
on_backup_chosen (const char *file,
                  const char *passphrase,
                  gpointer    data)
{
  DaybookBackupGroup *self = data;

  daybook_work_row_begin (self->work_row, _("Going back to the backup…"), DAYBOOK_WORK_TO_ITS_END);
  update_buttons (self);
  daybook_backup_restore_async (self->store, file, passphrase, on_restored, daybook_weak_new (self));
}

/* The book's own backups stand nearest. */
static void
on_restore_clicked (DaybookBackupGroup *self)
{
  g_autofree char *folder = g_build_filename (daybook_store_get_folder (self->store), "backups", NULL);

  daybook_restore_choice_run (self->choice, g_file_test (folder, G_FILE_TEST_IS_DIR) ? folder : NULL);
}

static void
daybook_backup_group_dispose (GObject *object)
{
  DaybookBackupGroup *self = DAYBOOK_BACKUP_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->choice);
  G_OBJECT_CLASS (daybook_backup_group_parent_class)->dispose (object);
}

static void
daybook_backup_group_class_init (DaybookBackupGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_backup_group_dispose;

  g_type_ensure (DAYBOOK_TYPE_WORK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/backup-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookBackupGroup, last_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookBackupGroup, now_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookBackupGroup, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookBackupGroup, elsewhere_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookBackupGroup, restore_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookBackupGroup, work_row);
  gtk_widget_class_bind_template_callback (widget_class, on_now_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_elsewhere_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked);
}

static void
daybook_backup_group_init (DaybookBackupGroup *self)
{
  self->cancellable = g_cancellable_new ();
  self->choice = daybook_restore_choice_new (GTK_WIDGET (self), DAYBOOK_RESTORE_OVER_BOOK, on_backup_chosen, self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_backup_group_set_store (DaybookBackupGroup *self,
                                DaybookStore       *store)
{
  g_return_if_fail (DAYBOOK_IS_BACKUP_GROUP (self));

  g_set_object (&self->store, store);
  show_last (self);
}
