/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat/toasts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  AdwToastOverlay *found = ADW_IS_TOAST_OVERLAY (widget) ? ADW_TOAST_OVERLAY (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_overlay (child);

  return found;
}

static void
name_close_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_close_buttons (child);
}

static int
get_lift (AdwToastOverlay *overlay)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (overlay), "daybook-lift"));
}

static void
on_toasts_changed (GListModel *children,
                   guint       position,
                   guint       removed,
                   guint       added,
                   gpointer    data)
{
  AdwToastOverlay *overlay = data;

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr(GtkWidget) child = g_list_model_get_item (children, i);

      if (child == adw_toast_overlay_get_child (overlay))
        continue;

      name_close_buttons (child);
      gtk_widget_set_margin_bottom (child, get_lift (overlay));
    }
}

void
daybook_toasts_mend (GtkWidget *window)
{
  AdwToastOverlay *overlay = find_overlay (window);
  GListModel *children;

  g_return_if_fail (overlay != NULL);

  children = gtk_widget_observe_children (GTK_WIDGET (overlay));
  g_signal_connect_object (children, "items-changed", G_CALLBACK (on_toasts_changed), overlay, 0);
  g_object_set_data_full (G_OBJECT (overlay), "daybook-toasts", children, g_object_unref);
}

void
daybook_toasts_lift (GtkWidget *window,
                     int        height)
{
  AdwToastOverlay *overlay = find_overlay (window);

  g_object_set_data (G_OBJECT (overlay), "daybook-lift", GINT_TO_POINTER (height));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (overlay))
      gtk_widget_set_margin_bottom (child, height);
}
