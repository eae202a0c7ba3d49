/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/sidebar.h"

#include "app/common/words.h"
#include "app/window/desk-button.h"
#include "app/window/view-menu.h"

#include <glib/gi18n-lib.h>

struct _DaybookSidebar
{
  AdwBin        parent_instance;

  /* Template widgets */
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkListBox   *list;
  DaybookDeskButton *desk_button;

  /* Owned */
  GListModel   *places;

  gboolean      folded;
};

G_DEFINE_FINAL_TYPE (DaybookSidebar, daybook_sidebar, ADW_TYPE_BIN)

enum
{
  PROP_FOLDED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
section_title (DaybookSection section)
{
  switch (section)
    {
    case DAYBOOK_SECTION_ORDERS:
      return _("Orders");
    case DAYBOOK_SECTION_DESK:
      return _("Desk");
    case DAYBOOK_SECTION_REGISTERS:
      return _("Registers");
    case DAYBOOK_SECTION_PEOPLE:
      return _("Customers and Products");
    case DAYBOOK_SECTION_BOOK:
      return _("The Book");
    case DAYBOOK_SECTION_NONE:
    case DAYBOOK_SECTION_TODAY:
    default:
      return "";
    }
}

static DaybookPlace *
place_of_row (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "place");
}

static void
add_heading (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       data)
{
  DaybookSection section = daybook_place_get_entry (place_of_row (row))->section;
  GtkWidget *label;

  if (before != NULL && daybook_place_get_entry (place_of_row (before))->section == section)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  if (section == DAYBOOK_SECTION_TODAY)
    return;

  label = gtk_label_new (section_title (section));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

/* "12" beside the title, and "All orders, 12" to a screen reader. */
static void
on_count_changed (DaybookPlace  *place,
                  GParamSpec    *pspec,
                  GtkListBoxRow *row)
{
  GtkLabel *label = g_object_get_data (G_OBJECT (row), "count");
  gint64 count = daybook_place_get_count (place);
  g_autofree char *text = count > 0 ? daybook_words_count ((guint64) count) : g_strdup ("");
  g_autofree char *spoken = NULL;

  gtk_label_set_label (label, text);
  /* Translators: a list's name and how many rows it has, for a screen reader. */
  spoken = count > 0 ? g_strdup_printf (_("%s, %s"), daybook_place_get_title (place), text)
                     : g_strdup (daybook_place_get_title (place));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static GtkWidget *
make_title (DaybookPlace *place)
{
  GtkWidget *label = gtk_label_new (daybook_place_get_title (place));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  DaybookPlace *place = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (daybook_place_get_icon (place)));
  gtk_box_append (GTK_BOX (box), make_title (place));
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_add_css_class (count, "sidebar-count");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  g_object_set_data_full (G_OBJECT (row), "place", g_object_ref (place), g_object_unref);
  g_object_set_data (G_OBJECT (row), "count", count);
  if (daybook_place_is_own_view (place))
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_signal_connect_object (place, "notify::count", G_CALLBACK (on_count_changed), row, 0);
  on_count_changed (place, NULL, GTK_LIST_BOX_ROW (row));
  return row;
}

static void
on_row_activated (DaybookSidebar *self,
                  GtkListBoxRow  *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, place_of_row (row));
}

/* --- Views of the shop's own ---------------------------------------------------- */

static GtkListBoxRow *
focused_row (DaybookSidebar *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL ? GTK_LIST_BOX_ROW (row) : NULL;
}

static gboolean
turn_to (DaybookSidebar *self,
         GtkListBoxRow  *row)
{
  return row != NULL && daybook_view_menu_turn_to (GTK_WIDGET (self), self->places, place_of_row (row));
}

/* Opens the menu of a row at a spot of the list. */
static gboolean
open_menu (DaybookSidebar *self,
           GtkListBoxRow  *row,
           double          x,
           double          y)
{
  double there_x, there_y;

  if (!turn_to (self, row))
    return FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_widget_translate_coordinates (GTK_WIDGET (self->list), GTK_WIDGET (self), x, y, &there_x, &there_y);
  daybook_view_menu_open (GTK_WIDGET (self), &(GdkRectangle) { (int) there_x, (int) there_y, 1, 1 });
  return TRUE;
}

static void
on_secondary_pressed (DaybookSidebar *self,
                      int             n_press,
                      double          x,
                      double          y,
                      GtkGesture     *gesture)
{
  if (open_menu (self, gtk_list_box_get_row_at_y (self->list, (int) y), x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_long_pressed (DaybookSidebar *self,
                 double          x,
                 double          y,
                 GtkGesture     *gesture)
{
  on_secondary_pressed (self, 1, x, y, gesture);
}

/* Under the row that has the focus. */
static gboolean
open_menu_by_key (DaybookSidebar *self)
{
  GtkListBoxRow *row = focused_row (self);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return FALSE;

  return open_menu (self, row, bounds.origin.x + bounds.size.width / 4, bounds.origin.y + bounds.size.height);
}

static void
run (DaybookSidebar *self,
     const char     *action)
{
  if (turn_to (self, focused_row (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static gboolean
on_key_pressed (DaybookSidebar  *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && held == GDK_SHIFT_MASK))
    return open_menu_by_key (self);
  if (key == GDK_KEY_F2 && held == 0)
    run (self, "view.rename");
  else if (key == GDK_KEY_Up && held == GDK_ALT_MASK)
    run (self, "view.up");
  else if (key == GDK_KEY_Down && held == GDK_ALT_MASK)
    run (self, "view.down");
  else if ((key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete) && held == 0)
    run (self, "view.delete"); /* and no row of the list beside, whatever has the focus here */
  else
    return FALSE;

  return TRUE;
}

static void
focus_view (DaybookSidebar *self,
            const char     *view)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (daybook_place_get_view (place_of_row (row)), view) == 0)
      {
        gtk_widget_grab_focus (GTK_WIDGET (row));
        return;
      }
}

/* The keyboard stays where the menu was opened. */
static void
on_menu_closed (DaybookSidebar *self)
{
  focus_view (self, daybook_view_menu_get_view (GTK_WIDGET (self)));
}

/* What was done to a view made its row anew. */
static void
restore_focus (DaybookSidebar *self)
{
  g_autofree char *view = daybook_view_menu_steal_focus (GTK_WIDGET (self));

  if (view != NULL)
    focus_view (self, view);
}

static void
daybook_sidebar_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    g_value_set_boolean (value, DAYBOOK_SIDEBAR (object)->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
daybook_sidebar_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DaybookSidebar *self = DAYBOOK_SIDEBAR (object);

  if (id != PROP_FOLDED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  self->folded = g_value_get_boolean (value);
  adw_header_bar_set_show_end_title_buttons (self->header, self->folded);
  if (self->folded)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "beside");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "beside");
}

static void
daybook_sidebar_dispose (GObject *object)
{
  DaybookSidebar *self = DAYBOOK_SIDEBAR (object);

  daybook_view_menu_remove (GTK_WIDGET (self));
  g_clear_object (&self->places);

  G_OBJECT_CLASS (daybook_sidebar_parent_class)->dispose (object);
}

static void
daybook_sidebar_class_init (DaybookSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = daybook_sidebar_get_property;
  object_class->set_property = daybook_sidebar_set_property;
  object_class->dispose = daybook_sidebar_dispose;
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DAYBOOK_TYPE_PLACE);

  g_type_ensure (DAYBOOK_TYPE_DESK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/window/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookSidebar, header);
  gtk_widget_class_bind_template_child (widget_class, DaybookSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookSidebar, desk_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_long_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
daybook_sidebar_init (DaybookSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, add_heading, NULL, NULL);
  daybook_view_menu_install (GTK_WIDGET (self), G_CALLBACK (on_menu_closed));
}

void
daybook_sidebar_set_places (DaybookSidebar *self,
                            GListModel     *places)
{
  g_set_object (&self->places, places);
  gtk_list_box_bind_model (self->list, places, make_row, NULL, NULL);
}

void
daybook_sidebar_set_desk (DaybookSidebar *self,
                          DaybookDesk    *desk)
{
  daybook_desk_button_set_desk (self->desk_button, desk);
  /* Translators: under the name of the program: nothing in this book is real. */
  adw_window_title_set_subtitle (self->title, daybook_desk_is_sample (desk) ? _("Sample Shop") : "");
}

void
daybook_sidebar_focus (DaybookSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

void
daybook_sidebar_mark (DaybookSidebar *self,
                      DaybookPlace   *place)
{
  GtkListBoxRow *row;

  restore_focus (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (place_of_row (row) == place)
      {
        gtk_list_box_select_row (self->list, row);
        return;
      }

  gtk_list_box_unselect_all (self->list);
}
