/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/failure-page.h"

#include "app/common/file-chooser.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/settings/maintenance.h"
#include "app/settings/restore-choice.h"
#include "core/moment.h"
#include "store/backup.h"

#include <glib/gi18n-lib.h>

struct _DaybookFailurePage
{
  AdwBin                parent_instance;

  /* Template widgets */
  AdwStatusPage        *status;
  GtkLabel             *newest;
  GtkWidget            *restore_button;
  GtkLabel             *folder;

  char                 *path;   /* of the folder */
  char                 *backup; /* the newest, or NULL */
  DaybookRestoreChoice *choice;
  GCancellable         *cancellable; /* of the folder chooser */
};

G_DEFINE_FINAL_TYPE (DaybookFailurePage, daybook_failure_page, ADW_TYPE_BIN)

static void
on_rescued (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaybookFailurePage) self = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;
  gboolean rescued = daybook_backup_rescue_finish (result, &error);

  if (self == NULL)
    return;

  if (rescued)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "app.reopen", NULL);
      return;
    }

  gtk_widget_set_sensitive (self->restore_button, TRUE);
  daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
}

static void
on_backup_chosen (const char *file,
                  const char *passphrase,
                  gpointer    data)
{
  DaybookFailurePage *self = data;

  gtk_widget_set_sensitive (self->restore_button, FALSE);
  daybook_backup_rescue_async (self->path, file, passphrase, on_rescued, daybook_weak_new (self));
}

/* The newest of the book's own backups is proposed. */
static void
on_restore_clicked (DaybookFailurePage *self)
{
  daybook_restore_choice_run (self->choice, self->backup);
}

static void
on_folder_chosen (GListModel *files,
                  gpointer    data)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (g_file_peek_path (file) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (data), "app.open-folder", "^ay", g_file_peek_path (file));
}

static void
on_folder_clicked (DaybookFailurePage *self)
{
  daybook_file_chooser_run (daybook_file_chooser_new (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                      _("The Folder of a Shop"), _("_Open")),
                            self->cancellable, on_folder_chosen, self);
}

static void
daybook_failure_page_dispose (GObject *object)
{
  DaybookFailurePage *self = DAYBOOK_FAILURE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->choice);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->backup, g_free);
  G_OBJECT_CLASS (daybook_failure_page_parent_class)->dispose (object);
}

static void
daybook_failure_page_class_init (DaybookFailurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_failure_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/window/failure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookFailurePage, status);
  gtk_widget_class_bind_template_child (widget_class, DaybookFailurePage, newest);
  gtk_widget_class_bind_template_child (widget_class, DaybookFailurePage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookFailurePage, folder);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_folder_clicked);
}

static void
daybook_failure_page_init (DaybookFailurePage *self)
{
  self->cancellable = g_cancellable_new ();
  self->choice = daybook_restore_choice_new (GTK_WIDGET (self), DAYBOOK_RESTORE_OVER_DAMAGE, on_backup_chosen, self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A file that is there and is no book: a backup can take its place. */
static void
offer_backup (DaybookFailurePage *self)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  gint64 made = 0;

  self->backup = daybook_backup_newest (self->path, &made);
  gtk_widget_set_visible (self->restore_button, TRUE);
  if (self->backup == NULL)
    return;

  g_autofree char *when = daybook_moment_format_long (made, here);
  g_autofree char *name = g_filename_display_basename (self->backup);
  /* Translators: a day and a time, and the name of a file */
  g_autofree char *text = g_strdup_printf (_("The newest backup is of %s: %s"), when, name);

  gtk_label_set_label (self->newest, text);
  gtk_widget_set_visible (GTK_WIDGET (self->newest), TRUE);
}

GtkWidget *
daybook_failure_page_new (const char   *folder,
                          const GError *error)
{
  DaybookFailurePage *self = g_object_new (DAYBOOK_TYPE_FAILURE_PAGE, NULL);
  /* A status page's description is markup in libadwaita 1.2. */
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->status, escaped);
  self->path = g_strdup (folder);
  gtk_label_set_label (self->folder, folder);
  if (g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT))
    offer_backup (self);
  return GTK_WIDGET (self);
}
