/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/sidebar.h"

#include "app/common/prefs.h"
#include "app/window/desk-button.h"
#include "app/window/place-row.h"
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
  DaybookPlace *marked;          /* the place in sight, or NULL */
  GSettings    *prefs;           /* NULL where the schema is not installed */
  GHashTable   *folded_sections; /* their keys */

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

/* --- Sections --------------------------------------------------------------------------- */

static gboolean
is_folded (DaybookSidebar *self,
           DaybookSection  section)
{
  return g_hash_table_contains (self->folded_sections, daybook_section_get_key (section));
}

/* The place in sight has its row, whatever is folded. */
static void
show_row (DaybookSidebar *self,
          GtkListBoxRow  *row)
{
  gboolean folded = is_folded (self, daybook_place_row_get_section (row));

  if (daybook_place_row_get_place (row) == NULL)
    daybook_place_heading_set_folded (row, folded);
  else
    gtk_widget_set_visible (GTK_WIDGET (row), !folded || daybook_place_row_get_place (row) == self->marked);
}

static void
show_rows (DaybookSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    show_row (self, row);
}

static void
read_folded (DaybookSidebar *self)
{
  g_auto(GStrv) keys = self->prefs != NULL ? g_settings_get_strv (self->prefs, "folded-sections") : NULL;

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_hash_table_add (self->folded_sections, g_strdup (keys[i]));
}

static void
keep_folded (DaybookSidebar *self)
{
  g_autofree const char **keys = (const char **) g_hash_table_get_keys_as_array (self->folded_sections, NULL);

  if (self->prefs != NULL)
    g_settings_set_strv (self->prefs, "folded-sections", keys);
}

/* The arrow keys select what they pass. */
static void
select_marked (DaybookSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (self->marked != NULL && daybook_place_row_get_place (row) == self->marked)
      {
        gtk_list_box_select_row (self->list, row);
        return;
      }

  gtk_list_box_unselect_all (self->list);
}

static void
set_section_folded (DaybookSidebar *self,
                    DaybookSection  section,
                    gboolean        folded)
{
  if (folded)
    g_hash_table_add (self->folded_sections, g_strdup (daybook_section_get_key (section)));
  else
    g_hash_table_remove (self->folded_sections, daybook_section_get_key (section));
  select_marked (self);
  show_rows (self);
  keep_folded (self);
}

static void
clear_rows (DaybookSidebar *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
fill_rows (DaybookSidebar *self)
{
  DaybookSection section = DAYBOOK_SECTION_NONE;

  clear_rows (self);
  for (guint i = 0; i < g_list_model_get_n_items (self->places); i++)
    {
      g_autoptr(DaybookPlace) place = g_list_model_get_item (self->places, i);
      DaybookSection own = daybook_place_get_entry (place)->section;

      if (own != section && daybook_section_has_heading (own))
        gtk_list_box_append (self->list, daybook_place_heading_new (own));
      gtk_list_box_append (self->list, daybook_place_row_new (place));
      section = own;
    }
  show_rows (self);
}

static void
on_row_activated (DaybookSidebar *self,
                  GtkListBoxRow  *row)
{
  DaybookSection section = daybook_place_row_get_section (row);

  if (daybook_place_row_get_place (row) != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, daybook_place_row_get_place (row));
  else
    set_section_folded (self, section, !is_folded (self, section));
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
  return row != NULL && daybook_place_row_get_place (row) != NULL
         && daybook_view_menu_turn_to (GTK_WIDGET (self), self->places, daybook_place_row_get_place (row));
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

static GtkListBoxRow *
heading_of (DaybookSidebar *self,
            DaybookSection  section)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (daybook_place_row_get_place (row) == NULL && daybook_place_row_get_section (row) == section)
      return row;

  return NULL;
}

/* As in a tree: from a place to its heading, which is then folded by the same key. */
static gboolean
fold_by_key (DaybookSidebar *self,
             gboolean        folded)
{
  GtkListBoxRow *row = focused_row (self);
  GtkListBoxRow *heading = row != NULL ? heading_of (self, daybook_place_row_get_section (row)) : NULL;

  if (heading == NULL || (row != heading && !folded))
    return FALSE;

  if (row == heading)
    set_section_folded (self, daybook_place_row_get_section (row), folded);
  else
    gtk_widget_grab_focus (GTK_WIDGET (heading));
  return TRUE;
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
  else if ((key == GDK_KEY_Left || key == GDK_KEY_Right) && held == 0)
    return fold_by_key (self, key == GDK_KEY_Left);
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
    if (daybook_place_row_get_place (row) != NULL
        && g_strcmp0 (daybook_place_get_view (daybook_place_row_get_place (row)), view) == 0)
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
  g_clear_object (&self->marked);
  g_clear_object (&self->prefs);
  g_clear_pointer (&self->folded_sections, g_hash_table_unref);

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
  self->prefs = daybook_prefs_new ();
  self->folded_sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_folded (self);
  daybook_view_menu_install (GTK_WIDGET (self), G_CALLBACK (on_menu_closed));
}

void
daybook_sidebar_set_places (DaybookSidebar *self,
                            GListModel     *places)
{
  g_set_object (&self->places, places);
  g_signal_connect_object (places, "items-changed", G_CALLBACK (fill_rows), self, G_CONNECT_SWAPPED);
  fill_rows (self);
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
  restore_focus (self);
  g_set_object (&self->marked, place);
  select_marked (self);
  show_rows (self);
}
