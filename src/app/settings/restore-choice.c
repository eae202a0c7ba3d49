/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/restore-choice.h"

#include "app/common/file-chooser.h"
#include "app/common/shell.h"
#include "app/common/weak.h"

#include <glib/gi18n-lib.h>

struct _DaybookRestoreChoice
{
  GObject             parent_instance;

  GtkWidget          *parent; /* borrowed */
  DaybookRestoreOver  over;
  DaybookRestoreFunc  func;
  gpointer            data;
  char               *file;
  GCancellable       *cancellable; /* of chooser and question */
};

G_DEFINE_FINAL_TYPE (DaybookRestoreChoice, daybook_restore_choice, G_TYPE_OBJECT)

static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DaybookRestoreChoice) self = daybook_weak_take (data);
  g_autofree char *passphrase = NULL;

  if (daybook_restore_dialog_run_finish (result, &passphrase) && self != NULL)
    self->func (self->file, passphrase, self->data);
}

static void
on_chosen (GListModel *files,
           gpointer    data)
{
  DaybookRestoreChoice *self = data;
  GtkRoot *root = gtk_widget_get_root (self->parent);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  g_free (self->file);
  self->file = g_file_get_path (file);
  if (self->file == NULL)
    daybook_shell_say (daybook_shell_of (self->parent), _("Copy the backup to a folder of this computer first."));
  else
    daybook_restore_dialog_run_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->file, self->over,
                                      self->cancellable, on_answered, daybook_weak_new (self));
}

static void
daybook_restore_choice_dispose (GObject *object)
{
  g_cancellable_cancel (DAYBOOK_RESTORE_CHOICE (object)->cancellable);
  G_OBJECT_CLASS (daybook_restore_choice_parent_class)->dispose (object);
}

static void
daybook_restore_choice_finalize (GObject *object)
{
  DaybookRestoreChoice *self = DAYBOOK_RESTORE_CHOICE (object);

  g_object_unref (self->cancellable);
  g_free (self->file);
  G_OBJECT_CLASS (daybook_restore_choice_parent_class)->finalize (object);
}

static void
daybook_restore_choice_class_init (DaybookRestoreChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_restore_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_restore_choice_finalize;
}

static void
daybook_restore_choice_init (DaybookRestoreChoice *self)
{
  self->cancellable = g_cancellable_new ();
}

DaybookRestoreChoice *
daybook_restore_choice_new (GtkWidget          *parent,
                            DaybookRestoreOver  over,
                            DaybookRestoreFunc  func,
                            gpointer            data)
{
  DaybookRestoreChoice *self = g_object_new (DAYBOOK_TYPE_RESTORE_CHOICE, NULL);

  self->parent = parent;
  self->over = over;
  self->func = func;
  self->data = data;
  return self;
}

void
daybook_restore_choice_run (DaybookRestoreChoice *self,
                            const char           *start)
{
  GtkFileChooser *chooser = daybook_file_chooser_new (self->parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                      _("Choose a Backup"), _("_Choose"));
  g_autoptr (GFile) place = start != NULL ? g_file_new_for_path (start) : NULL;

  if (place != NULL && g_file_test (start, G_FILE_TEST_IS_DIR))
    gtk_file_chooser_set_current_folder (chooser, place, NULL);
  else if (place != NULL)
    gtk_file_chooser_set_file (chooser, place, NULL);
  daybook_file_chooser_run (chooser, self->cancellable, on_chosen, self);
}
