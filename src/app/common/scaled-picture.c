/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/scaled-picture.h"

struct _DaybookScaledPicture
{
  GtkWidget     parent_instance;

  GdkPaintable *paintable;
  double        ratio;    /* of its width to its height */
  int           width;    /* at most, in pixels */
};

G_DEFINE_FINAL_TYPE (DaybookScaledPicture, daybook_scaled_picture, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
daybook_scaled_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
daybook_scaled_picture_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  DaybookScaledPicture *self = DAYBOOK_SCALED_PICTURE (widget);
  int width = for_size < 0 ? self->width : MIN (for_size, self->width);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = self->width;
    }
  else
    *minimum = *natural = (int) (width / self->ratio + 0.5);
}

static void
daybook_scaled_picture_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  gdk_paintable_snapshot (DAYBOOK_SCALED_PICTURE (widget)->paintable, snapshot,
                          gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

static void
daybook_scaled_picture_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_SCALED_PICTURE (object)->paintable);

  G_OBJECT_CLASS (daybook_scaled_picture_parent_class)->dispose (object);
}

static void
daybook_scaled_picture_class_init (DaybookScaledPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_scaled_picture_dispose;
  widget_class->get_request_mode = daybook_scaled_picture_get_request_mode;
  widget_class->measure = daybook_scaled_picture_measure;
  widget_class->snapshot = daybook_scaled_picture_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "picture");
}

static void
daybook_scaled_picture_init (DaybookScaledPicture *self)
{
  /* Corners can be round. */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
daybook_scaled_picture_new (GdkPaintable *paintable,
                            int           widest,
                            int           highest,
                            const char   *said)
{
  DaybookScaledPicture *self = g_object_new (DAYBOOK_TYPE_SCALED_PICTURE, NULL);
  int width = MAX (gdk_paintable_get_intrinsic_width (paintable), 1);
  int height = MAX (gdk_paintable_get_intrinsic_height (paintable), 1);

  self->paintable = g_object_ref (paintable);
  self->ratio = (double) width / height;
  self->width = MAX (1, MIN (MIN (width, widest), (int) (highest * self->ratio)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return GTK_WIDGET (self);
}
