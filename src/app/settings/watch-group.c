/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/watch-group.h"

#include "app/common/desk.h"
#include "app/common/file-chooser.h"
#include "app/watch/watch-folder.h"

#include <glib/gi18n-lib.h>

struct _DaybookWatchGroup
{
  AdwPreferencesGroup parent_instance;

  GtkSwitch          *on_switch;
  AdwActionRow       *folder_row;

  DaybookWatchFolder *folder;      /* borrowed: the store's */
  DaybookStore       *store;
  GCancellable       *cancellable; /* of the chooser */
};

G_DEFINE_FINAL_TYPE (DaybookWatchGroup, daybook_watch_group, ADW_TYPE_PREFERENCES_GROUP)

/* (transfer full) */
static char *
describe_folder (DaybookWatchGroup *self)
{
  GFile *folder = daybook_watch_folder_get_folder (self->folder);
  const char *problem = daybook_watch_folder_get_problem (self->folder);

  if (problem != NULL)
    return g_strdup (problem);
  if (folder == NULL)
    return g_strdup (_("None was chosen"));
  if (daybook_watch_folder_is_on (self->folder) && daybook_desk_is_sample (daybook_desk_of (self->store)))
    return g_strdup (_("In the sample shop it is not watched"));

  return g_file_get_parse_name (folder);
}

static void
show_state (DaybookWatchGroup *self)
{
  g_autofree char *text = describe_folder (self);

  gtk_switch_set_active (self->on_switch, daybook_watch_folder_is_on (self->folder));
  adw_action_row_set_subtitle (self->folder_row, text);
  if (daybook_watch_folder_get_problem (self->folder) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->folder_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->folder_row), "error");
}

static void
on_switched (DaybookWatchGroup *self)
{
  if (self->folder != NULL)
    daybook_watch_folder_set_on (self->folder, gtk_switch_get_active (self->on_switch));
}

static void
on_folder_chosen (GListModel *files,
                  gpointer    data)
{
  DaybookWatchGroup *self = data;
  g_autoptr (GFile) folder = g_list_model_get_item (files, 0);

  daybook_watch_folder_set_folder (self->folder, folder);
}

static void
on_choose_clicked (DaybookWatchGroup *self)
{
  GFile *folder = daybook_watch_folder_get_folder (self->folder);
  GtkFileChooser *chooser = daybook_file_chooser_new (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                      _("Folder to Watch for Exports"), _("_Choose"));

  if (folder != NULL && daybook_watch_folder_get_problem (self->folder) == NULL)
    gtk_file_chooser_set_file (chooser, folder, NULL);
  daybook_file_chooser_run (chooser, self->cancellable, on_folder_chosen, self);
}

static void
daybook_watch_group_dispose (GObject *object)
{
  DaybookWatchGroup *self = DAYBOOK_WATCH_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  self->folder = NULL;
  G_OBJECT_CLASS (daybook_watch_group_parent_class)->dispose (object);
}

static void
daybook_watch_group_class_init (DaybookWatchGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_watch_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/watch-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookWatchGroup, on_switch);
  gtk_widget_class_bind_template_child (widget_class, DaybookWatchGroup, folder_row);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
}

static void
daybook_watch_group_init (DaybookWatchGroup *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_watch_group_set_store (DaybookWatchGroup *self,
                               DaybookStore      *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->folder = daybook_watch_folder_of (store);
  g_signal_connect_object (self->folder, "notify::problem", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);
}
