/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat/toasts.h"

/* A sentence that says what to do is of no use to whoever cannot read its end. */

#define SENTENCE "Somebody else’s act is going on in this book just now & cannot be stopped from here. " \
                 "Wait for its end, or stop it where it was begun."
#define PATIENCE_S 20

typedef struct
{
  GtkWidget *window;
  GtkWidget *overlay;
  gboolean   is_late;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  width)
{
  fixture->window = gtk_window_new ();
  fixture->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), gtk_label_new ("The page"));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->overlay);
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), GPOINTER_TO_INT (width), 600);
  daybook_toasts_mend (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (fixture->overlay) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  width)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static GtkWidget *
find (GtkWidget  *root,
      GType       type,
      const char *text)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type)
      && (GTK_IS_LABEL (root) ? g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text)
                              : g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), text) == 0))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, text);

  return found;
}

static gboolean
on_late (gpointer data)
{
  ((Fixture *) data)->is_late = TRUE;
  return G_SOURCE_REMOVE;
}

/* Waits until the toast stands: it comes sliding. */
static GtkWidget *
await_label (Fixture *fixture)
{
  GtkWidget *label = NULL;
  guint late = g_timeout_add_seconds (PATIENCE_S, on_late, fixture);

  while (label == NULL || gtk_widget_get_width (label) == 0)
    {
      g_assert_false (fixture->is_late);
      g_main_context_iteration (NULL, TRUE);
      label = find (fixture->overlay, GTK_TYPE_LABEL, SENTENCE);
    }

  g_source_remove (late);
  return label;
}

static gboolean
is_inside (GtkWidget *widget,
           GtkWidget *toast)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (widget, toast, &place));
  return place.size.width > 0 && place.origin.x >= 0
         && place.origin.x + place.size.width <= (float) gtk_widget_get_width (toast);
}

static void
test_a_long_sentence_is_read_whole (Fixture       *fixture,
                                    gconstpointer  width)
{
  AdwToast *toast = daybook_toast_new (SENTENCE);
  GtkWidget *label, *shown;
  int height;

  adw_toast_set_button_label (toast, "Undo");
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (fixture->overlay), toast);
  label = await_label (fixture);
  for (shown = label; gtk_widget_get_parent (shown) != fixture->overlay; shown = gtk_widget_get_parent (shown))
    ;

  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), NULL, &height);
  g_assert_cmpint (height, <=, gtk_widget_get_height (label));
  g_assert_true (is_inside (find (shown, GTK_TYPE_BUTTON, "window-close-symbolic"), shown));
  g_assert_true (is_inside (gtk_widget_get_parent (find (shown, GTK_TYPE_LABEL, "Undo")), shown));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/toasts/a-long-sentence-is-read-whole/phone", Fixture, GINT_TO_POINTER (360), set_up,
              test_a_long_sentence_is_read_whole, tear_down);
  g_test_add ("/toasts/a-long-sentence-is-read-whole/laptop", Fixture, GINT_TO_POINTER (1366), set_up,
              test_a_long_sentence_is_read_whole, tear_down);
  return g_test_run ();
}
