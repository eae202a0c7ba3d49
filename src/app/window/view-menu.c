/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/view-menu.h"

#include "app/compat/accel.h"

#include <glib/gi18n-lib.h>

/* On the sidebar, under this name. */
typedef struct
{
  GSimpleActionGroup *actions;
  GtkWidget          *popover;
  char               *view;  /* the one turned to */
  char               *next;  /* that which takes its place when it is deleted, or NULL */
  char               *focus; /* see daybook_view_menu_steal_focus() */
} Menu;

#define MENU "daybook-view-menu"

/* --- Actions: each is one of the window's, about the view turned to --------------- */

typedef struct
{
  const char *name;
  const char *action; /* of the window */
  int         step;   /* 0: it takes none */
} Entry;

static const Entry ENTRIES[] = {
  { "rename", "win.change-view", 0 },
  { "up", "win.move-view", -1 },
  { "down", "win.move-view", 1 },
  { "delete", "win.remove-view", 0 },
};

static Menu *
menu_of (GtkWidget *sidebar)
{
  return g_object_get_data (G_OBJECT (sidebar), MENU);
}

static void
on_activated (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       sidebar)
{
  const Entry *entry = g_object_get_data (G_OBJECT (action), "entry");
  Menu *menu = menu_of (sidebar);
  g_autofree char *view = g_strdup (menu->view);

  g_free (menu->focus);
  menu->focus = g_strdup (g_str_equal (entry->name, "delete") ? menu->next : menu->view);
  if (entry->step != 0)
    gtk_widget_activate_action (sidebar, entry->action, "(si)", view, entry->step);
  else
    gtk_widget_activate_action (sidebar, entry->action, "s", view);
}

static void
set_enabled (Menu       *menu,
             const char *name,
             gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (menu->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
free_menu (gpointer data)
{
  Menu *menu = data;

  g_object_unref (menu->actions);
  g_free (menu->view);
  g_free (menu->next);
  g_free (menu->focus);
  g_free (menu);
}

static void
add_actions (GtkWidget *sidebar,
             Menu      *menu)
{
  menu->actions = g_simple_action_group_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (ENTRIES); i++)
    {
      g_autoptr(GSimpleAction) action = g_simple_action_new (ENTRIES[i].name, NULL);

      g_object_set_data (G_OBJECT (action), "entry", (gpointer) &ENTRIES[i]);
      g_signal_connect (action, "activate", G_CALLBACK (on_activated), sidebar);
      g_action_map_add_action (G_ACTION_MAP (menu->actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (sidebar, "view", G_ACTION_GROUP (menu->actions));
}

/* --- The menu ------------------------------------------------------------------------ */

static void
add_item (GMenu      *section,
          const char *label,
          const char *action,
          const char *accel)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, action);

  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (section, item);
}

static GMenuModel *
make_model (void)
{
  g_autoptr(GMenu) change = g_menu_new ();
  g_autoptr(GMenu) move = g_menu_new ();
  g_autoptr(GMenu) remove = g_menu_new ();
  GMenu *model = g_menu_new ();

  add_item (change, _("_Name and Icon…"), "view.rename", "F2");
  add_item (move, _("Move _Up"), "view.up", "<Alt>Up");
  add_item (move, _("Move _Down"), "view.down", "<Alt>Down");
  add_item (remove, _("De_lete View"), "view.delete", "Delete");
  g_menu_append_section (model, NULL, G_MENU_MODEL (change));
  g_menu_append_section (model, NULL, G_MENU_MODEL (move));
  g_menu_append_section (model, NULL, G_MENU_MODEL (remove));
  return G_MENU_MODEL (model);
}

static GtkWidget *
make_popover (GtkWidget *sidebar)
{
  g_autoptr(GMenuModel) model = make_model ();
  GtkWidget *popover = gtk_popover_menu_new_from_model (model);

  gtk_widget_set_parent (popover, sidebar);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  daybook_accel_name_menu (popover);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("View"), -1);
  return popover;
}

void
daybook_view_menu_install (GtkWidget *sidebar,
                           GCallback  on_closed)
{
  Menu *menu = g_new0 (Menu, 1);

  g_object_set_data_full (G_OBJECT (sidebar), MENU, menu, free_menu);
  add_actions (sidebar, menu);
  menu->popover = make_popover (sidebar);
  g_signal_connect_swapped (menu->popover, "closed", on_closed, sidebar);
}

void
daybook_view_menu_remove (GtkWidget *sidebar)
{
  Menu *menu = menu_of (sidebar);

  if (menu != NULL)
    g_clear_pointer (&menu->popover, gtk_widget_unparent);
}

/* --- Which view -------------------------------------------------------------------------- */

static guint
position_of (GListModel   *places,
             DaybookPlace *place)
{
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(DaybookPlace) other = g_list_model_get_item (places, i);

      if (other == place)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* The place beside this one that shows another of the shop's views of the same
 * page, or NULL. (transfer none) */
static DaybookPlace *
neighbour (GListModel   *places,
           DaybookPlace *place,
           int           step)
{
  guint position = position_of (places, place);
  gint64 there = (gint64) position + step;
  g_autoptr(DaybookPlace) other = NULL;

  if (position == GTK_INVALID_LIST_POSITION || there < 0)
    return NULL;

  other = g_list_model_get_item (places, (guint) there);
  return other != NULL
         && daybook_place_get_entry (other) == daybook_place_get_entry (place)
         && daybook_place_is_own_view (other) ? other : NULL;
}

gboolean
daybook_view_menu_turn_to (GtkWidget    *sidebar,
                           GListModel   *places,
                           DaybookPlace *place)
{
  Menu *menu = menu_of (sidebar);
  DaybookPlace *above, *below;

  if (place == NULL || !daybook_place_is_own_view (place))
    return FALSE;

  above = neighbour (places, place, -1);
  below = neighbour (places, place, 1);
  g_free (menu->view);
  g_free (menu->next);
  menu->view = g_strdup (daybook_place_get_view (place));
  menu->next = below != NULL || above != NULL ? g_strdup (daybook_place_get_view (below != NULL ? below : above)) : NULL;
  set_enabled (menu, "up", above != NULL);
  set_enabled (menu, "down", below != NULL);
  return TRUE;
}

const char *
daybook_view_menu_get_view (GtkWidget *sidebar)
{
  return menu_of (sidebar)->view;
}

char *
daybook_view_menu_steal_focus (GtkWidget *sidebar)
{
  return g_steal_pointer (&menu_of (sidebar)->focus);
}

void
daybook_view_menu_open (GtkWidget          *sidebar,
                        const GdkRectangle *at)
{
  Menu *menu = menu_of (sidebar);

  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), at);
  gtk_popover_popup (GTK_POPOVER (menu->popover));
}
