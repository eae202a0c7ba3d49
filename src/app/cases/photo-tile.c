/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/photo-tile.h"

#include "core/case-parts.h"

#include <glib/gi18n-lib.h>

/* In pixels: of each side. */
#define SIDE 70

struct _DaybookPhotoTile
{
  GtkButton    parent_instance;

  GtkImage    *image;

  DaybookDesk *desk;
  DaybookRow  *row;
};

G_DEFINE_FINAL_TYPE (DaybookPhotoTile, daybook_photo_tile, GTK_TYPE_BUTTON)

enum
{
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
append_part (GString    *text,
             const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

char *
daybook_photo_describe (DaybookDesk      *desk,
                        const DaybookRow *row)
{
  g_autofree char *size = g_format_size ((guint64) MAX (0, daybook_row_int (row, DAYBOOK_ATTACHMENT_SIZE)));
  g_autofree char *pixels = g_strdup_printf ("%" G_GINT64_FORMAT " × %" G_GINT64_FORMAT,
                                             daybook_row_int (row, DAYBOOK_ATTACHMENT_WIDTH), daybook_row_int (row, DAYBOOK_ATTACHMENT_HEIGHT));
  g_autofree char *who = daybook_desk_name (desk, "agent", daybook_row_ref_id (row, DAYBOOK_ATTACHMENT_AGENT));
  g_autofree char *when = daybook_desk_format (desk, row, DAYBOOK_ATTACHMENT_AT, DAYBOOK_SHOW_MASKED);
  GString *text = g_string_new (NULL);

  append_part (text, size);
  append_part (text, pixels);
  append_part (text, who);
  append_part (text, when);
  return g_string_free (text, FALSE);
}

static void
name_it (DaybookPhotoTile *self,
         const char       *problem)
{
  g_autofree char *about = daybook_photo_describe (self->desk, self->row);
  g_autofree char *name = g_strdup_printf ("%s · %s", daybook_row_text (self->row, DAYBOOK_ATTACHMENT_NAME), problem != NULL ? problem : about);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
on_delete_pressed (GtkWidget *widget,
                   GVariant  *arguments,
                   gpointer   data)
{
  g_signal_emit (widget, signals[REMOVE], 0);
  return TRUE;
}

static void
daybook_photo_tile_dispose (GObject *object)
{
  DaybookPhotoTile *self = DAYBOOK_PHOTO_TILE (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_photo_tile_parent_class)->dispose (object);
}

static void
daybook_photo_tile_class_init (DaybookPhotoTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_photo_tile_dispose;
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_delete_pressed, NULL);
}

static void
daybook_photo_tile_init (DaybookPhotoTile *self)
{
  self->image = GTK_IMAGE (gtk_image_new_from_icon_name ("image-loading-symbolic"));
  gtk_widget_set_size_request (GTK_WIDGET (self->image), SIDE, SIDE);
  gtk_button_set_child (GTK_BUTTON (self), GTK_WIDGET (self->image));
  gtk_widget_add_css_class (GTK_WIDGET (self), "photo-tile");
}

GtkWidget *
daybook_photo_tile_new (DaybookDesk      *desk,
                        const DaybookRow *row)
{
  DaybookPhotoTile *self = g_object_new (DAYBOOK_TYPE_PHOTO_TILE, NULL);

  self->desk = g_object_ref (desk);
  self->row = daybook_row_ref ((DaybookRow *) row);
  name_it (self, NULL);
  return GTK_WIDGET (self);
}

const DaybookRow *
daybook_photo_tile_get_row (DaybookPhotoTile *self)
{
  return self->row;
}

void
daybook_photo_tile_show (DaybookPhotoTile *self,
                         GdkTexture       *picture,
                         const char       *problem)
{
  if (picture != NULL)
    {
      gtk_image_set_from_paintable (self->image, GDK_PAINTABLE (picture));
      gtk_image_set_pixel_size (self->image, SIDE);
    }
  else
    gtk_image_set_from_icon_name (self->image, "image-missing-symbolic");
  name_it (self, problem);
}
