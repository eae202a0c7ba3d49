/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/palette-list.h"

#include "app/search/palette-search.h"
#include "app/window/actions.h"
#include "app/window/page-table.h"
#include "app/window/place.h"
#include "core/phrase.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>

static gboolean
is_enabled (DaybookWindow *window,
            const char    *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), name);
}

static void
append (GPtrArray          *items,
        DaybookPaletteItem *item)
{
  g_ptr_array_add (items, g_object_ref (item));
}

static void
add_places (GPtrArray  *items,
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
add_commands (GPtrArray     *items,
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

/* --- What was used lately -------------------------------------------------------- */

/* Takes the item out of those that stand behind. NULL: it is not possible now. */
static DaybookPaletteItem *
take_item (GPtrArray  *items,
           const char *key)
{
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *other = daybook_palette_item_get_key (g_ptr_array_index (items, i));

      if (g_str_equal (other, key))
        return g_ptr_array_steal_index (items, i);
    }

  return NULL;
}

/* NULL: it is in the trash, or in another book. */
static DaybookPaletteItem *
read_row (DaybookStore       *store,
          const DaybookTable *table,
          const DaybookId    *id)
{
  g_autoptr(DaybookRow) row = daybook_reader_find (daybook_store_get_reader (store), table, id, NULL);

  if (row == NULL || daybook_row_int (row, DAYBOOK_FIELD_DELETED) != 0)
    return NULL;

  return daybook_palette_item_of_row (store, row);
}

static void
add_recent (GListStore        *list,
            DaybookWindow     *window,
            GPtrArray         *items,
            const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL && g_list_model_get_n_items (G_LIST_MODEL (list)) < DAYBOOK_RECENT_SHOWN; i++)
    {
      g_autoptr(DaybookPaletteItem) item = NULL;
      const DaybookTable *table;
      DaybookId id;

      if (daybook_recent_parse_row (keys[i], &table, &id))
        item = table == &daybook_phrases || daybook_page_table_of_kind (table) != NULL ? read_row (daybook_window_get_store (window), table, &id) : NULL;
      else
        item = take_item (items, keys[i]);
      if (item != NULL)
        g_list_store_append (list, item);
    }
}

GListModel *
daybook_palette_list (DaybookWindow *window,
                      DaybookRecent *recent,
                      GListModel    *places)
{
  GListStore *list = g_list_store_new (DAYBOOK_TYPE_PALETTE_ITEM);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  add_commands (items, window);
  add_places (items, places);
  add_recent (list, window, items, daybook_recent_get (recent));
  g_list_store_splice (list, g_list_model_get_n_items (G_LIST_MODEL (list)), 0, items->pdata, items->len);
  return G_LIST_MODEL (list);
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
