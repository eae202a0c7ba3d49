/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/plot-view.h"

#include "app/common/file-saver.h"
#include "app/common/plot-grid.h"
#include "app/common/shell.h"
#include "app/compat/colour.h"
#include "exchange/plot-draw.h"
#include "exchange/plot-file.h"

#include <glib/gi18n-lib.h>

#define LETTERS 11.0
#define USUAL_WIDTH 560 /* by which the height is chosen; the width is what there is */
#define MIN_WIDTH 240

struct _DaybookPlotView
{
  GtkWidget      parent_instance;

  GtkLabel      *title;
  GtkLabel      *reading;
  GtkToggleButton *turner;
  GtkStack      *stack;
  GtkDrawingArea *area;
  GtkScrolledWindow *table;

  /* Owned */
  DaybookStore  *store;
  DaybookPlot   *plot;    /* or NULL */
  GCancellable  *chooser; /* of the file that is being chosen */

  DaybookPlotSpot spot;
  gboolean        reads; /* the spot is one that somebody reads */
};

G_DEFINE_FINAL_TYPE (DaybookPlotView, daybook_plot_view, GTK_TYPE_WIDGET)

/* --- Drawing -------------------------------------------------------------------------------- */

static DaybookPlotColour
take_colour (DaybookPlotView *self,
             const char      *name,
             GdkRGBA          colour)
{
  if (name != NULL)
    daybook_widget_named_colour (GTK_WIDGET (self), name, &colour);
  return (DaybookPlotColour) { (double) colour.red, (double) colour.green, (double) colour.blue };
}

static DaybookPlotLook
find_look (DaybookPlotView *self)
{
  GdkRGBA text;

  daybook_widget_colour (GTK_WIDGET (self), &text);
  return (DaybookPlotLook) {
    .text = take_colour (self, NULL, text),
    .ground = take_colour (self, "window_bg_color", (GdkRGBA) { 1, 1, 1, 1 }),
    .accent = take_colour (self, "accent_color", (GdkRGBA) { 0.1f, 0.4f, 0.8f, 1 }),
    .size = LETTERS,
  };
}

static void
draw (GtkDrawingArea *area,
      cairo_t        *cairo,
      int             width,
      int             height,
      gpointer        data)
{
  DaybookPlotView *self = data;
  DaybookPlotLook look = find_look (self);

  if (self->plot != NULL)
    daybook_plot_draw (self->plot, cairo, gtk_widget_get_pango_context (GTK_WIDGET (area)), &look, width, height,
                       self->reads ? &self->spot : NULL);
}

/* --- Reading one figure ----------------------------------------------------------------------- */

static void
show_spot (DaybookPlotView *self)
{
  g_autofree char *text = self->reads ? daybook_plot_read (self->plot, self->spot.category, self->spot.series) : g_strdup ("");

  gtk_label_set_text (self->reading, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

static void
read_at (DaybookPlotView *self,
         double           x,
         double           y)
{
  DaybookPlotLook look = find_look (self);
  DaybookPlotFrame frame;

  if (self->plot == NULL)
    return;

  daybook_plot_lay (self->plot, gtk_widget_get_pango_context (GTK_WIDGET (self->area)), &look,
                    gtk_widget_get_width (GTK_WIDGET (self->area)), gtk_widget_get_height (GTK_WIDGET (self->area)), &frame);
  self->reads = daybook_plot_frame_find (&frame, x, y, &self->spot.category, &self->spot.series);
  show_spot (self);
}

static void
on_pointer_moved (DaybookPlotView *self,
                  double           x,
                  double           y)
{
  read_at (self, x, y);
}

static void
on_pointer_left (DaybookPlotView *self)
{
  self->reads = FALSE;
  show_spot (self);
}

static guint
step (guint at,
      int   by,
      guint n)
{
  return (guint) CLAMP ((int) at + by, 0, (int) n - 1);
}

/* Series follow each other upwards where bars do, and downwards in a table of shades. */
static gboolean
read_beside (DaybookPlotView *self,
             int              across,
             int              down)
{
  if (self->plot == NULL || daybook_plot_is_empty (self->plot))
    return FALSE;

  if (self->reads)
    {
      self->spot.category = step (self->spot.category, across, daybook_plot_n_categories (self->plot));
      self->spot.series = step (self->spot.series, down, daybook_plot_n_series (self->plot));
    }
  else
    self->spot = (DaybookPlotSpot) { 0, 0 };
  self->reads = TRUE;
  show_spot (self);
  return TRUE;
}

static gboolean
on_key_pressed (DaybookPlotView *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Left:
      return read_beside (self, -1, 0);
    case GDK_KEY_Right:
      return read_beside (self, 1, 0);
    case GDK_KEY_Up:
      return read_beside (self, 0, -1);
    case GDK_KEY_Down:
      return read_beside (self, 0, 1);
    default:
      return FALSE;
    }
}

/* --- The table ---------------------------------------------------------------------------------- */

static void
on_turned (DaybookPlotView *self)
{
  gboolean table = gtk_toggle_button_get_active (self->turner);

  if (table && self->plot != NULL && gtk_scrolled_window_get_child (self->table) == NULL)
    gtk_scrolled_window_set_child (self->table, daybook_plot_grid_new (self->plot));
  gtk_stack_set_visible_child_name (self->stack, table ? "table" : "plot");
  gtk_label_set_text (self->reading, "");
}

static void
turn (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  DaybookPlotView *self = DAYBOOK_PLOT_VIEW (widget);

  gtk_toggle_button_set_active (self->turner, !gtk_toggle_button_get_active (self->turner));
}

/* --- The file ----------------------------------------------------------------------------------- */

static gboolean
save_plot (const char  *path,
           gpointer     data,
           GError     **error)
{
  return daybook_plot_save (DAYBOOK_PLOT_VIEW (data)->plot, path, error);
}

static void
begin_export (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DaybookPlotView *self = DAYBOOK_PLOT_VIEW (widget);
  const char *suffixes[] = { g_variant_get_string (parameter, NULL), NULL };

  if (self->plot == NULL)
    return;

  const DaybookSaveOffer offer = { _("Export the Plot"), daybook_plot_get_title (self->plot), suffixes[0], suffixes };
  daybook_file_saver_run (widget, self->store, &offer, &self->chooser, save_plot, self);
}

/* --- The view ------------------------------------------------------------------------------------- */

static void
daybook_plot_view_dispose (GObject *object)
{
  DaybookPlotView *self = DAYBOOK_PLOT_VIEW (object);
  GtkWidget *child;

  daybook_file_saver_stop (&self->chooser);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->plot, daybook_plot_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_plot_view_parent_class)->dispose (object);
}

static void
daybook_plot_view_class_init (DaybookPlotViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_plot_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "plot.turn", NULL, turn);
  gtk_widget_class_install_action (widget_class, "plot.export", "s", begin_export);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "plot.turn", NULL);
}

static GtkWidget *
make_menu (void)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("_Picture (.png)…"), "plot.export::png");
  g_menu_append (menu, _("Picture for _Print (.pdf)…"), "plot.export::pdf");
  g_menu_append (menu, _("Picture for _Drawing (.svg)…"), "plot.export::svg");
  g_menu_append (menu, _("_Figures (.csv)…"), "plot.export::csv");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-save-symbolic");
  gtk_widget_set_tooltip_text (button, _("Export the Plot"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Export the Plot"), -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
make_turner (DaybookPlotView *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "view-list-symbolic");
  gtk_widget_set_tooltip_text (button, _("Show the Figures (T)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show the Figures"), -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_turned), self);
  self->turner = GTK_TOGGLE_BUTTON (button);
  return button;
}

static GtkLabel *
make_label (const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (label), style);
  return label;
}

static void
add_head (DaybookPlotView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = make_label ("heading");
  self->reading = make_label ("dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->reading), "numeric");
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_xalign (self->reading, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->reading), TRUE);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->reading));
  gtk_box_append (GTK_BOX (head), make_turner (self));
  gtk_box_append (GTK_BOX (head), make_menu ());
  gtk_widget_set_parent (head, GTK_WIDGET (self));
}

static void
listen (DaybookPlotView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_pointer_moved), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_pointer_left), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->area), motion);
  gtk_widget_add_controller (GTK_WIDGET (self->area), keys);
}

static void
add_stack (DaybookPlotView *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, "focusable", TRUE, NULL);
  gtk_drawing_area_set_content_width (self->area, MIN_WIDTH);
  gtk_drawing_area_set_draw_func (self->area, draw, self, NULL);
  self->table = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_propagate_natural_height (self->table, TRUE);
  gtk_scrolled_window_set_policy (self->table, GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->area), "plot");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

static void
daybook_plot_view_init (DaybookPlotView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  add_head (self);
  add_stack (self);
  listen (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
daybook_plot_view_new (DaybookStore *store)
{
  DaybookPlotView *self = g_object_new (DAYBOOK_TYPE_PLOT_VIEW, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

static void
show_plot (DaybookPlotView *self)
{
  g_autofree char *words = daybook_plot_describe (self->plot);
  DaybookPlotLook look = { .size = LETTERS };

  gtk_label_set_text (self->title, daybook_plot_get_title (self->plot));
  gtk_drawing_area_set_content_height (self->area, (int) daybook_plot_height (self->plot, &look, USUAL_WIDTH));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
daybook_plot_view_set (DaybookPlotView *self,
                       DaybookPlot     *plot)
{
  g_return_if_fail (DAYBOOK_IS_PLOT_VIEW (self));

  if (plot != NULL)
    daybook_plot_ref (plot);
  g_clear_pointer (&self->plot, daybook_plot_unref);
  self->plot = plot;
  self->reads = FALSE;
  gtk_scrolled_window_set_child (self->table, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), plot != NULL);
  if (plot == NULL)
    return;

  show_plot (self);
  on_turned (self);
  show_spot (self);
}

gboolean
daybook_plot_view_shows_table (DaybookPlotView *self)
{
  return gtk_toggle_button_get_active (self->turner);
}
