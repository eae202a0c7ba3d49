/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/place-group.h"

#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/common/words.h"
#include "store/safe-place.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

struct _DaybookPlaceGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  AdwActionRow *disk_row;
  GtkImage     *disk_icon;
  AdwActionRow *files_row;
  GtkImage     *files_icon;
  GtkWidget    *mend_button;

  /* Owned */
  DaybookStore *store;
  GPtrArray    *open; /* filename: what others may read; NULL: not known yet */
};

G_DEFINE_FINAL_TYPE (DaybookPlaceGroup, daybook_place_group, ADW_TYPE_PREFERENCES_GROUP)

static void
set_mark (GtkImage   *icon,
          const char *name,
          const char *tone,
          const char *said)
{
  static const char *const TONES[] = { "success", "warning", "dim-label" };

  gtk_image_set_from_icon_name (icon, name);
  for (gsize i = 0; i < G_N_ELEMENTS (TONES); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (icon), TONES[i]);
  gtk_widget_add_css_class (GTK_WIDGET (icon), tone);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
mark_well (GtkImage *icon)
{
  set_mark (icon, "object-select-symbolic", "success", _("Well"));
}

static void
mark_warning (GtkImage *icon)
{
  set_mark (icon, "dialog-warning-symbolic", "warning", _("Warning"));
}

static void
show_disk (DaybookPlaceGroup *self)
{
  switch (daybook_safe_place_disk (daybook_store_get_folder (self->store), "/sys"))
    {
    case DAYBOOK_DISK_ENCRYPTED:
      adw_action_row_set_subtitle (self->disk_row, _("The disk is encrypted: without its passphrase nobody reads the book."));
      mark_well (self->disk_icon);
      break;
    case DAYBOOK_DISK_PLAIN:
      adw_action_row_set_subtitle (self->disk_row, _("The disk is not encrypted: whoever takes this computer, or only its disk, reads everything. "
                                                     "Encrypt it when the system is installed the next time."));
      mark_warning (self->disk_icon);
      break;
    case DAYBOOK_DISK_UNKNOWN:
    default:
      adw_action_row_set_subtitle (self->disk_row, _("Whether it is encrypted is not known: the book is on no disk of this computer, or the system does not say."));
      set_mark (self->disk_icon, "dialog-question-symbolic", "dim-label", _("Not known"));
      break;
    }
}

static void
show_files (DaybookPlaceGroup *self)
{
  guint n = self->open->len;
  g_autofree char *count = daybook_words_count (n);
  g_autofree char *text = n == 0 ? g_strdup (_("Nobody else on this computer may read the book and its backups."))
                                 : g_strdup_printf (ngettext ("%s file or folder of the book can be read by others on this computer.",
                                                              "%s files or folders of the book can be read by others on this computer.", n), count);

  adw_action_row_set_subtitle (self->files_row, text);
  gtk_widget_set_visible (self->mend_button, n > 0);
  if (n == 0)
    mark_well (self->files_icon);
  else
    mark_warning (self->files_icon);
}

/* --- Who may read it ------------------------------------------------------------------------ */

static void
look_in_thread (GTask        *task,
                gpointer      store,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *found = daybook_safe_place_open (daybook_store_get_folder (store), &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_looked (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(DaybookPlaceGroup) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = g_task_propagate_pointer (G_TASK (result), &error);

  if (self == NULL)
    return;
  if (found == NULL)
    {
      adw_action_row_set_subtitle (self->files_row, error->message);
      return;
    }

  g_clear_pointer (&self->open, g_ptr_array_unref);
  self->open = g_steal_pointer (&found);
  show_files (self);
}

static void
look (DaybookPlaceGroup *self)
{
  g_autoptr(GTask) task = g_task_new (self->store, NULL, on_looked, daybook_weak_new (self));

  g_task_set_source_tag (task, look);
  daybook_task_run_in_thread (task, look_in_thread);
}

static void
on_mend_clicked (DaybookPlaceGroup *self)
{
  g_autoptr(GError) error = NULL;

  if (!daybook_safe_place_mend (self->open, &error))
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  look (self);
}

static void
map (GtkWidget *widget)
{
  DaybookPlaceGroup *self = DAYBOOK_PLACE_GROUP (widget);

  GTK_WIDGET_CLASS (daybook_place_group_parent_class)->map (widget);
  show_disk (self);
  look (self);
}

static void
daybook_place_group_dispose (GObject *object)
{
  DaybookPlaceGroup *self = DAYBOOK_PLACE_GROUP (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->open, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_place_group_parent_class)->dispose (object);
}

static void
daybook_place_group_class_init (DaybookPlaceGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_place_group_dispose;
  widget_class->map = map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/place-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPlaceGroup, disk_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPlaceGroup, disk_icon);
  gtk_widget_class_bind_template_child (widget_class, DaybookPlaceGroup, files_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPlaceGroup, files_icon);
  gtk_widget_class_bind_template_child (widget_class, DaybookPlaceGroup, mend_button);
  gtk_widget_class_bind_template_callback (widget_class, on_mend_clicked);
}

static void
daybook_place_group_init (DaybookPlaceGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_place_group_set_store (DaybookPlaceGroup *self,
                               DaybookStore      *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
}
