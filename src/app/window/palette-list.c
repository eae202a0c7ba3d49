/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/palette-list.h"

#include "app/window/actions.h"
#include "app/window/place.h"

#include <glib/gi18n-lib.h>

#define RECENT_MAX 6

static gboolean
is_enabled (DaybookWindow *window,
            const char    *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), name);
}

/* A command chosen lately may be impossible now; rows and places always are possible. */
static gboolean
is_possible (DaybookWindow      *window,
             DaybookPaletteItem *item)
{
  if (daybook_palette_item_get_kind (item) != DAYBOOK_PALETTE_COMMAND)
    return TRUE;

  return is_enabled (window, daybook_palette_item_get_action (item) + strlen ("win."));
}

static gboolean
holds (GListStore         *items,
       DaybookPaletteItem *item)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (items)); i++)
    {
      g_autoptr(DaybookPaletteItem) other = g_list_model_get_item (G_LIST_MODEL (items), i);

      if (daybook_palette_item_is_same (item, other))
        return TRUE;
    }

  return FALSE;
}

static void
append (GListStore         *items,
        DaybookPaletteItem *item)
{
  if (!holds (items, item))
    g_list_store_append (items, item);
}

static void
add_recent (GListStore    *items,
            DaybookWindow *window,
            GListModel    *recent)
{
  for (guint i = 0; i < g_list_model_get_n_items (recent); i++)
    {
      g_autoptr(DaybookPaletteItem) item = g_list_model_get_item (recent, i);

      if (is_possible (window, item))
        append (items, item);
    }
}

static void
add_places (GListStore *items,
            GListModel *places)
{
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(DaybookPlace) place = g_list_model_get_item (places, i);
      const char *page = daybook_place_get_entry (place)->id;
      const char *view = daybook_place_get_view (place);
      g_autofree char *action = view != NULL ? g_strdup_printf ("win.show-view(('%s','%s'))", page, view)
                                             : g_strdup_printf ("win.show-page('%s')", page);
      g_autoptr(DaybookPaletteItem) item = daybook_palette_item_new (DAYBOOK_PALETTE_PLACE,
                                                                     daybook_place_get_title (place),
                                                                     daybook_place_get_icon (place), action, NULL);

      append (items, item);
    }
}

static void
add_commands (GListStore    *items,
              DaybookWindow *window)
{
  guint n_actions;
  const DaybookActionEntry *actions = daybook_actions (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    if (actions[i].title != NULL && is_enabled (window, actions[i].name))
      {
        g_autofree char *action = g_strconcat ("win.", actions[i].name, NULL);
        g_autoptr(DaybookPaletteItem) item = daybook_palette_item_new (DAYBOOK_PALETTE_COMMAND, _(actions[i].title),
                                                                       actions[i].icon, action, actions[i].accel);

        append (items, item);
      }
}

GListModel *
daybook_palette_list (DaybookWindow *window,
                      GListModel    *recent,
                      GListModel    *places)
{
  GListStore *items = g_list_store_new (DAYBOOK_TYPE_PALETTE_ITEM);

  add_recent (items, window, recent);
  add_places (items, places);
  add_commands (items, window);
  return G_LIST_MODEL (items);
}

void
daybook_palette_remember (GListStore         *recent,
                          DaybookPaletteItem *item)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (recent)); i > 0; i--)
    {
      g_autoptr(DaybookPaletteItem) other = g_list_model_get_item (G_LIST_MODEL (recent), i - 1);

      if (daybook_palette_item_is_same (item, other) || i >= RECENT_MAX)
        g_list_store_remove (recent, i - 1);
    }

  g_list_store_insert (recent, 0, item);
}

void
daybook_palette_activate (GtkWidget          *window,
                          DaybookPaletteItem *item)
{
  g_autofree char *name = NULL;
  g_autoptr(GVariant) target = NULL;
  g_autoptr(GError) error = NULL;

  if (g_action_parse_detailed_name (daybook_palette_item_get_action (item), &name, &target, &error))
    gtk_widget_activate_action_variant (window, name, target);
  else
    g_warning ("%s", error->message);
}
