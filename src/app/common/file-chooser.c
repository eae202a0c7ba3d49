/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/file-chooser.h"

#include "app/common/prefs.h"

#include <glib/gi18n-lib.h>

/* On a chooser: the setting it begins with, and where that is kept. */
#define FOLDER_KEY "daybook-folder-key"
#define FOLDER_PREFS "daybook-folder-prefs"

typedef struct
{
  GtkNativeDialog  *native;
  GCancellable     *cancellable;
  gulong            cancelled_id;
  DaybookFilesFunc  func;
  gpointer          data;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_cancellable_disconnect (choice->cancellable, choice->cancelled_id);
  g_clear_object (&choice->cancellable);
  g_clear_object (&choice->native);
  g_free (choice);
}

static void
on_response (GtkNativeDialog *native,
             int              response,
             Choice          *choice)
{
  g_autoptr (GListModel) files = NULL;
  DaybookFilesFunc func = choice->func;
  gpointer data = choice->data;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (native));

  choice_free (choice);
  if (files != NULL && g_list_model_get_n_items (files) > 0)
    func (files, data);
}

static void
on_folder_left (GtkFileChooser *chooser,
                int             response,
                GSettings      *prefs)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_settings_set_string (prefs, g_object_get_data (G_OBJECT (chooser), FOLDER_KEY), uri);
}

/* Freed in an idle: a handler cannot disconnect itself while it runs. */
static void
on_cancelled (GCancellable *cancellable,
              Choice       *choice)
{
  g_signal_handlers_disconnect_by_func (choice->native, on_response, choice);
  gtk_native_dialog_destroy (choice->native);
  g_idle_add_once (choice_free, choice);
}

GtkFileChooser *
daybook_file_chooser_new (GtkWidget            *parent,
                          GtkFileChooserAction  action,
                          const char           *title,
                          const char           *accept_label)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, window, action, accept_label, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  return GTK_FILE_CHOOSER (native);
}

void
daybook_file_chooser_offer (GtkFileChooser    *chooser,
                            const char        *label,
                            const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) named = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (named, label);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (named, suffixes[i]);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");

  gtk_file_chooser_add_filter (chooser, named);
  gtk_file_chooser_add_filter (chooser, all);
}

void
daybook_file_chooser_keep_folder (GtkFileChooser *chooser,
                                  const char     *key)
{
  g_autoptr (GSettings) prefs = daybook_prefs_new ();
  g_autofree char *uri = prefs != NULL ? g_settings_get_string (prefs, key) : NULL;
  g_autoptr (GFile) folder = uri != NULL && *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

  if (prefs == NULL)
    return;

  /* One on another machine is not asked whether it is still there: that may take its time. */
  if (folder != NULL && g_file_is_native (folder)
      && g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  g_signal_connect (chooser, "response", G_CALLBACK (on_folder_left), prefs);
  g_object_set_data (G_OBJECT (chooser), FOLDER_KEY, (gpointer) key);
  g_object_set_data_full (G_OBJECT (chooser), FOLDER_PREFS, g_steal_pointer (&prefs), g_object_unref);
}

void
daybook_file_chooser_run (GtkFileChooser   *chooser,
                          GCancellable     *cancellable,
                          DaybookFilesFunc  func,
                          gpointer          data)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->native = GTK_NATIVE_DIALOG (chooser);
  choice->func = func;
  choice->data = data;
  if (cancellable != NULL)
    {
      choice->cancellable = g_object_ref (cancellable);
      choice->cancelled_id = g_signal_connect (cancellable, "cancelled", G_CALLBACK (on_cancelled), choice);
    }
  g_signal_connect (chooser, "response", G_CALLBACK (on_response), choice);
  gtk_native_dialog_show (choice->native);
}

/* --- Dropped ------------------------------------------------------------------ */

typedef struct
{
  DaybookFilesFunc func;
  gpointer         data;
} Drop;

static gboolean
on_dropped (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            Drop          *drop)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  if (files == NULL)
    return FALSE;

  for (GSList *link = files; link != NULL; link = link->next)
    g_list_store_append (list, link->data);
  drop->func (G_LIST_MODEL (list), drop->data);
  return TRUE;
}

static void
free_drop (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

GtkEventController *
daybook_files_drop_new (DaybookFilesFunc func,
                              gpointer         data)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  Drop *drop = g_new (Drop, 1);

  *drop = (Drop) { .func = func, .data = data };
  g_signal_connect_data (target, "drop", G_CALLBACK (on_dropped), drop, free_drop, 0);
  return GTK_EVENT_CONTROLLER (target);
}
