/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat/toasts.h"

#include <glib/gi18n-lib.h>

/* Two lines of most sentences. */
#define LINE_CHARS_MAX 56
#define LINE_CHARS_MIN 8

/* The name of the label that daybook_toast_new() makes. */
#define SENTENCE "toast-sentence"

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

static GtkWidget *
find_sentence (GtkWidget *widget)
{
  GtkWidget *found = g_str_equal (gtk_widget_get_name (widget), SENTENCE) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_sentence (child);

  return found;
}

static gboolean
is_too_wide (GtkWidget       *toast,
             AdwToastOverlay *overlay)
{
  int width = gtk_widget_get_width (GTK_WIDGET (overlay));
  int natural;

  gtk_widget_measure (toast, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return width > 0 && natural > width;
}

/* An overlay gives a toast the height of its natural width: lines that are to be broken
 * are broken in that. */
static void
fit_sentence (GtkWidget       *toast,
              AdwToastOverlay *overlay)
{
  GtkLabel *sentence = GTK_LABEL (find_sentence (toast));

  for (int n = LINE_CHARS_MAX; sentence != NULL && n >= LINE_CHARS_MIN && is_too_wide (toast, overlay); n--)
    gtk_label_set_max_width_chars (sentence, n);
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
      fit_sentence (child, overlay);
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

  if (overlay == NULL) /* the window goes */
    return;

  g_object_set_data (G_OBJECT (overlay), "daybook-lift", GINT_TO_POINTER (height));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (overlay))
      gtk_widget_set_margin_bottom (child, height);
}

AdwToast *
daybook_toast_new (const char *text)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS_MAX);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_name (label, SENTENCE);
  adw_toast_set_custom_title (toast, label);
  return toast;
}
