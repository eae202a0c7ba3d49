/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/found-list.h"

#include "app/compat/wrap-box.h"
#include "core/moment.h"

#include <glib/gi18n-lib.h>

/* On a row: its DaybookFoundFile. */
#define FILE_KEY "daybook-found-file"

struct _DaybookFoundList
{
  AdwBin parent_instance;

  GtkLabel           *heading;
  GtkWidget          *all_box;
  GtkListBox         *list;
  GtkWidget          *problem_box;
  GtkLabel           *problem_label;

  DaybookStore       *store;
  DaybookWatchFolder *folder;
};

G_DEFINE_FINAL_TYPE (DaybookFoundList, daybook_found_list, ADW_TYPE_BIN)

enum
{
  IMPORT_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_state (DaybookFoundList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->folder));
  const char *problem = daybook_watch_folder_get_problem (self->folder);
  /* Translators: a heading over a list of files; %s is the name of a folder, e.g. "Downloads" */
  g_autofree char *heading = g_strdup_printf (_("New in %s"), daybook_watch_folder_get_name (self->folder));

  gtk_label_set_label (self->heading, heading);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->heading)), n > 0);
  gtk_widget_set_visible (self->all_box, n > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0 || problem != NULL);
}

static void
request (DaybookFoundList *self,
         GListStore       *files)
{
  g_signal_emit (self, signals[IMPORT_REQUESTED], 0, files);
}

static DaybookFoundFile *
file_of_button (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  return g_object_get_data (G_OBJECT (row), FILE_KEY);
}

static void
on_import_clicked (DaybookFoundList *self,
                   GtkWidget        *button)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, daybook_found_file_get_file (file_of_button (button)));
  request (self, files);
}

/* The oldest first, so that what is newer says the last word. */
static void
on_import_all_clicked (DaybookFoundList *self)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->folder)); i > 0; i--)
    {
      g_autoptr (DaybookFoundFile) file = g_list_model_get_item (G_LIST_MODEL (self->folder), i - 1);

      g_list_store_append (files, daybook_found_file_get_file (file));
    }

  request (self, files);
}

static void
on_dismiss_clicked (DaybookFoundList *self,
                    GtkWidget        *button)
{
  g_autoptr (GFile) file = g_object_ref (daybook_found_file_get_file (file_of_button (button)));

  daybook_watch_folder_answer (self->folder, file);
}

static void
on_dismiss_all_clicked (DaybookFoundList *self)
{
  daybook_watch_folder_dismiss_all (self->folder);
}

/* "today 10:12 · 34 kB" */
static char *
describe_file (DaybookFoundList *self,
               DaybookFoundFile *file)
{
  g_autofree char *size = g_format_size (daybook_found_file_get_size (file));
  g_autofree char *at = daybook_moment_format (daybook_found_file_get_modified (file) / G_TIME_SPAN_SECOND,
                                               daybook_store_get_now (self->store), daybook_store_get_zone (self->store));

  /* Translators: a file in a list: when it was saved, how large it is */
  return g_strdup_printf (_("%s · %s"), at, size);
}

/* Each is named with its file, and not with its label: there are several of a kind. Takes over
 * `button`. */
static GtkWidget *
make_button (DaybookFoundList *self,
             GtkWidget        *button,
             GCallback         callback,
             const char       *name)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_import_button (DaybookFoundList *self,
                    DaybookFoundFile *file)
{
  /* Translators: what a button does that only says “Import…”; %s is the name of a file */
  g_autofree char *name = g_strdup_printf (_("Import “%s”…"), daybook_found_file_get_name (file));
  /* Translators: a button: the file is shown before it is imported */
  GtkWidget *button = gtk_button_new_with_label (_("Import…"));

  return make_button (self, button, G_CALLBACK (on_import_clicked), name);
}

static GtkWidget *
make_dismiss_button (DaybookFoundList *self,
                     DaybookFoundFile *file)
{
  /* Translators: what a button does; %s is the name of a file, which is not offered again */
  g_autofree char *name = g_strdup_printf (_("Dismiss “%s”"), daybook_found_file_get_name (file));
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  /* Translators: a button: the file is not offered again */
  gtk_widget_set_tooltip_text (button, _("Dismiss"));
  gtk_widget_add_css_class (button, "flat");
  return make_button (self, button, G_CALLBACK (on_dismiss_clicked), name);
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  DaybookFoundList *self = data;
  DaybookFoundFile *file = item;
  g_autofree char *text = describe_file (self, file);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), daybook_found_file_get_name (file));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_import_button (self, file));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_dismiss_button (self, file));
  g_object_set_data_full (G_OBJECT (row), FILE_KEY, g_object_ref (file), g_object_unref);
  return row;
}

static void
daybook_found_list_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_FOUND_LIST (object)->store);
  G_OBJECT_CLASS (daybook_found_list_parent_class)->dispose (object);
}

static void
daybook_found_list_class_init (DaybookFoundListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_found_list_dispose;

  signals[IMPORT_REQUESTED] = g_signal_new ("import-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_LIST_MODEL);

  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/found-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookFoundList, heading);
  gtk_widget_class_bind_template_child (widget_class, DaybookFoundList, all_box);
  gtk_widget_class_bind_template_child (widget_class, DaybookFoundList, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookFoundList, problem_box);
  gtk_widget_class_bind_template_child (widget_class, DaybookFoundList, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, on_import_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_dismiss_all_clicked);
}

static void
daybook_found_list_init (DaybookFoundList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_found_list_set_store (DaybookFoundList *self,
                              DaybookStore     *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->folder = daybook_watch_folder_of (store);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->folder), make_row, self, NULL);
  g_signal_connect_object (self->folder, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->folder, "notify::problem", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);
}
