/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/data-group.h"

#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/common/words.h"
#include "app/settings/maintenance.h"
#include "app/settings/work-row.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _DaybookDataGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow   *path_row;
  AdwActionRow   *size_row;
  GtkWidget      *verify_button;
  GtkWidget      *rebuild_button;
  DaybookWorkRow *work_row;

  DaybookStore   *store;
  GPtrArray      *check_rows; /* GtkWidget, borrowed: what the last check said */
};

G_DEFINE_FINAL_TYPE (DaybookDataGroup, daybook_data_group, ADW_TYPE_PREFERENCES_GROUP)

static guint64
size_of (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (guint64) info.st_size : 0;
}

static void
show_file (DaybookDataGroup *self)
{
  const char *path = daybook_store_get_path (self->store);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *size = g_format_size (size_of (path) + size_of (log));

  adw_action_row_set_subtitle (self->path_row, shown);
  adw_action_row_set_subtitle (self->size_row, size);
}

static void
update_buttons (DaybookDataGroup *self)
{
  gboolean idle = !daybook_work_row_is_busy (self->work_row);

  gtk_widget_set_sensitive (self->verify_button, idle);
  gtk_widget_set_sensitive (self->rebuild_button, idle);
}

static void
tell_error (DaybookDataGroup *self,
            const GError     *error)
{
  if (!g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
}

static void
add_check (DaybookDataGroup   *self,
           const DaybookCheck *check)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (check->fault == NULL ? "object-select-symbolic" : "dialog-warning-symbolic");
  g_autofree char *count = daybook_words_count (MAX (check->count, 0));
  /* Translators: how many things were looked at by a check of the book */
  g_autofree char *checked = g_strdup_printf (_("%s checked"), count);

  gtk_widget_add_css_class (icon, check->fault == NULL ? "success" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  check->fault == NULL ? _("Sound") : _("Faulty"), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), check->what);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), check->fault != NULL ? check->fault : checked);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->check_rows, row);
}

static void
clear_checks (DaybookDataGroup *self)
{
  for (guint i = 0; i < self->check_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->check_rows, i));
  g_ptr_array_set_size (self->check_rows, 0);
}

static void
on_verified (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DaybookDataGroup) self = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = daybook_store_verify_finish (result, &error);

  if (self == NULL)
    return;

  daybook_work_row_end (self->work_row);
  update_buttons (self);
  if (checks == NULL)
    tell_error (self, error);
  for (guint i = 0; checks != NULL && i < checks->len; i++)
    add_check (self, g_ptr_array_index (checks, i));
}

static void
on_verify_clicked (DaybookDataGroup *self)
{
  GCancellable *cancellable = daybook_work_row_begin (self->work_row, _("Checking the book…"), DAYBOOK_WORK_CANCELLABLE);

  clear_checks (self);
  update_buttons (self);
  daybook_store_verify_async (self->store, cancellable, on_verified, daybook_weak_new (self));
}

static void
on_rebuild_progress (goffset  current,
                     goffset  total,
                     gpointer data)
{
  g_autoptr (DaybookDataGroup) self = daybook_weak_peek (data);

  if (self != NULL && daybook_work_row_is_busy (self->work_row))
    daybook_work_row_progress (self->work_row, current, total);
}

static void
on_rebuilt (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaybookDataGroup) self = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;
  gboolean rebuilt = daybook_store_rebuild_finish (result, &error);

  if (self == NULL)
    return;

  daybook_work_row_end (self->work_row);
  update_buttons (self);
  if (rebuilt)
    daybook_shell_say (daybook_shell_of (GTK_WIDGET (self)), _("The search is rebuilt"));
  else
    tell_error (self, error);
}

static void
on_rebuild_clicked (DaybookDataGroup *self)
{
  GCancellable *cancellable = daybook_work_row_begin (self->work_row, _("Rebuilding the search…"), DAYBOOK_WORK_CANCELLABLE);

  update_buttons (self);
  daybook_store_rebuild_async (self->store, on_rebuild_progress, daybook_weak_new (self), daybook_weak_free,
                               cancellable, on_rebuilt, daybook_weak_new (self));
}

static void
on_folder_clicked (DaybookDataGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *uri = g_filename_to_uri (daybook_store_get_folder (self->store), NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}

static void
daybook_data_group_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_DATA_GROUP (object)->store);
  G_OBJECT_CLASS (daybook_data_group_parent_class)->dispose (object);
}

static void
daybook_data_group_finalize (GObject *object)
{
  g_ptr_array_unref (DAYBOOK_DATA_GROUP (object)->check_rows);
  G_OBJECT_CLASS (daybook_data_group_parent_class)->finalize (object);
}

static void
daybook_data_group_class_init (DaybookDataGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_data_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_data_group_finalize;

  g_type_ensure (DAYBOOK_TYPE_WORK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/data-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookDataGroup, path_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookDataGroup, size_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookDataGroup, verify_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookDataGroup, rebuild_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookDataGroup, work_row);
  gtk_widget_class_bind_template_callback (widget_class, on_verify_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_rebuild_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_folder_clicked);
}

static void
daybook_data_group_init (DaybookDataGroup *self)
{
  self->check_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_data_group_set_store (DaybookDataGroup *self,
                              DaybookStore     *store)
{
  g_return_if_fail (DAYBOOK_IS_DATA_GROUP (self));

  g_set_object (&self->store, store);
  show_file (self);
}
