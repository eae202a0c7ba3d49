/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/photo-window.h"

#include "app/cases/photo-save.h"
#include "app/cases/photo-tile.h"
#include "app/cases/thumbnails.h"
#include "app/common/weak.h"
#include "app/compat/toasts.h"
#include "core/case-parts.h"

#include <glib/gi18n-lib.h>

struct _DaybookPhotoWindow
{
  AdwWindow        parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  AdwWindowTitle  *heading;
  GtkStack        *stack;
  GtkSpinner      *spinner;
  GtkPicture      *picture;
  AdwStatusPage   *problem;
  GtkLabel        *about;

  /* Owned */
  DaybookDesk     *desk;
  GPtrArray       *photos;  /* DaybookRow */
  guint            at;
  GCancellable    *loading; /* what is read just now, or NULL */
  GCancellable    *chooser; /* the file chooser that is open, or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookPhotoWindow, daybook_photo_window, ADW_TYPE_WINDOW)

enum
{
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookRow *
get_photo (DaybookPhotoWindow *self)
{
  return g_ptr_array_index (self->photos, self->at);
}

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

/* --- What is seen --------------------------------------------------------------- */

static void
turn_stack (DaybookPhotoWindow *self,
            const char         *page)
{
  gtk_spinner_set_spinning (self->spinner, g_str_equal (page, "busy"));
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(DaybookPhotoWindow) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) picture = daybook_picture_load_finish (DAYBOOK_STORE (source), result, &error);
  g_autofree char *escaped = NULL;

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (picture));
  if (picture != NULL)
    {
      turn_stack (self, "photo");
      return;
    }

  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->problem, escaped);
  turn_stack (self, "problem");
}

/* "2 of 5" */
static char *
count_photos (DaybookPhotoWindow *self)
{
  if (self->photos->len < 2)
    return g_strdup ("");

  /* Translators: which of the photos is shown: “2 of 5”. */
  return g_strdup_printf (_("%u of %u"), self->at + 1, self->photos->len);
}

static void
show_photo (DaybookPhotoWindow *self)
{
  const DaybookRow *photo = get_photo (self);
  const char *name = daybook_row_text (photo, DAYBOOK_ATTACHMENT_NAME);
  g_autofree char *about = daybook_photo_describe (self->desk, photo);
  g_autofree char *count = count_photos (self);

  adw_window_title_set_title (self->heading, name);
  adw_window_title_set_subtitle (self->heading, count);
  gtk_label_set_label (self->about, about);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.previous", self->at > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.next", self->at + 1 < self->photos->len);
  turn_stack (self, "busy");

  cancel (&self->loading);
  self->loading = g_cancellable_new ();
  daybook_picture_load_async (daybook_desk_get_store (self->desk), daybook_row_text (photo, DAYBOOK_ATTACHMENT_HASH),
                              DAYBOOK_PICTURE_WHOLE, self->loading, on_loaded, daybook_weak_new (self));
}

/* --- What is done ----------------------------------------------------------------- */

static void
turn_to (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  DaybookPhotoWindow *self = DAYBOOK_PHOTO_WINDOW (widget);

  self->at += g_str_equal (action, "photo.next") ? 1 : -1;
  show_photo (self);
}

static void
on_saved (const char *said,
          gpointer    window)
{
  DaybookPhotoWindow *self = window;

  adw_toast_overlay_add_toast (self->toasts, daybook_toast_new (said));
}

static void
save_copy (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  DaybookPhotoWindow *self = DAYBOOK_PHOTO_WINDOW (widget);

  cancel (&self->chooser);
  self->chooser = g_cancellable_new ();
  daybook_photo_save_begin (widget, daybook_desk_get_store (self->desk), get_photo (self), self->chooser, on_saved);
}

static void
remove_photo (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DaybookPhotoWindow *self = DAYBOOK_PHOTO_WINDOW (widget);
  g_autoptr(DaybookRow) photo = daybook_row_ref (get_photo (self));

  /* What is said of it, with Undo, stands in the window behind. */
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[REMOVE], 0, photo);
  g_object_unref (self);
}

/* --- The window --------------------------------------------------------------------- */

static void
daybook_photo_window_dispose (GObject *object)
{
  DaybookPhotoWindow *self = DAYBOOK_PHOTO_WINDOW (object);

  cancel (&self->loading);
  cancel (&self->chooser);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->photos, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_photo_window_parent_class)->dispose (object);
}

static void
daybook_photo_window_class_init (DaybookPhotoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_photo_window_dispose;
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_install_action (widget_class, "photo.previous", NULL, turn_to);
  gtk_widget_class_install_action (widget_class, "photo.next", NULL, turn_to);
  gtk_widget_class_install_action (widget_class, "photo.save", NULL, save_copy);
  gtk_widget_class_install_action (widget_class, "photo.remove", NULL, remove_photo);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/photo-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhotoWindow, about);
}

static void
daybook_photo_window_init (DaybookPhotoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_toasts_mend (GTK_WIDGET (self->toasts));
}

/* No larger than the window that it is over. */
static void
fit (DaybookPhotoWindow *self,
     GtkRoot            *root)
{
  int width, height;

  if (root == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (width, gtk_widget_get_width (GTK_WIDGET (root))),
                               MIN (height, gtk_widget_get_height (GTK_WIDGET (root))));
}

GtkWindow *
daybook_photo_window_new (GtkWidget   *parent,
                          DaybookDesk *desk,
                          GPtrArray   *photos,
                          guint        at)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  DaybookPhotoWindow *self = g_object_new (DAYBOOK_TYPE_PHOTO_WINDOW, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->desk = g_object_ref (desk);
  self->photos = g_ptr_array_ref (photos);
  self->at = at;
  fit (self, root);
  show_photo (self);
  return GTK_WINDOW (self);
}
