/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/failure-page.h"

#include "app/common/file-chooser.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/settings/maintenance.h"
#include "app/settings/restore-dialog.h"
#include "core/moment.h"
#include "store/backup.h"

#include <glib/gi18n-lib.h>

struct _DaybookFailurePage
{
  AdwBin         parent_instance;

  /* Template widgets */
  AdwStatusPage *status;
  GtkLabel      *newest;
  GtkWidget     *restore_button;
  GtkLabel      *folder;

  char          *path;        /* of the folder */
  char          *backup;      /* the newest, or NULL */
  char          *restoring;   /* the file chosen to go back to */
  GCancellable  *cancellable; /* of chooser and question */
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
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DaybookFailurePage) self = daybook_weak_take (data);
  g_autofree char *passphrase = NULL;

  if (!daybook_restore_dialog_run_finish (result, &passphrase) || self == NULL)
    return;

  gtk_widget_set_sensitive (self->restore_button, FALSE);
  daybook_backup_rescue_async (self->path, self->restoring, passphrase,
                               on_rescued, daybook_weak_new (self));
}

static void
on_source_chosen (GListModel *files,
                  gpointer    data)
{
  DaybookFailurePage *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (g_file_peek_path (file) == NULL)
    {
      daybook_shell_say (daybook_shell_of (GTK_WIDGET (self)), _("Copy the backup to a folder of this computer first."));
      return;
    }

  g_free (self->restoring);
  self->restoring = g_file_get_path (file);
  daybook_restore_dialog_run_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->restoring,
                                    DAYBOOK_RESTORE_OVER_DAMAGE, self->cancellable, on_answered, daybook_weak_new (self));
}

/* The newest of the book's own backups is proposed. */
static void
on_restore_clicked (DaybookFailurePage *self)
{
  GtkFileChooser *chooser = daybook_file_chooser_new (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                      _("Choose a Backup"), _("_Choose"));
  g_autoptr (GFile) newest = self->backup != NULL ? g_file_new_for_path (self->backup) : NULL;

  if (newest != NULL)
    gtk_file_chooser_set_file (chooser, newest, NULL);
  daybook_file_chooser_run (chooser, self->cancellable, on_source_chosen, self);
}

static void
daybook_failure_page_dispose (GObject *object)
{
  DaybookFailurePage *self = DAYBOOK_FAILURE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->backup, g_free);
  g_clear_pointer (&self->restoring, g_free);
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
}

static void
daybook_failure_page_init (DaybookFailurePage *self)
{
  self->cancellable = g_cancellable_new ();
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
