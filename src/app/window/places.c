/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/places.h"

#include "app/common/view.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>

guint64
daybook_places_needed (DaybookStore *store,
                       guint64       before)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  guint64 needed = 0;

  for (guint i = 0; daybook_page_table ()[i].id != NULL; i++)
    {
      const DaybookPageEntry *entry = &daybook_page_table ()[i];
      g_autoptr(DaybookQuery) query = entry->at_need ? daybook_query_new (entry->table) : NULL;
      gint64 n = query != NULL ? daybook_reader_count (reader, query, 1, NULL) : 0;

      if (entry->is_shown != NULL)
        n = entry->is_shown (store);
      if (n > 0 || (n < 0 && (before >> i & 1) != 0))
        needed |= G_GUINT64_CONSTANT (1) << i;
    }

  return needed;
}

static gboolean
has_place (const DaybookPlacesSource *source,
           const DaybookPageEntry    *entry)
{
  return entry->section != DAYBOOK_SECTION_NONE
         && ((!entry->at_need && entry->is_shown == NULL) || (source->needed >> (entry - daybook_page_table ()) & 1) != 0);
}

static void
add_place (const DaybookPlacesSource *source,
           GPtrArray                 *places,
           const DaybookPageEntry    *entry)
{
  g_autoptr(DaybookPlace) place = daybook_place_new (entry, NULL, _(entry->title), entry->icon);

  if (entry->counted != NULL)
    g_object_bind_property (entry->counted (source->store), "count", place, "count", G_BINDING_SYNC_CREATE);
  g_ptr_array_add (places, g_steal_pointer (&place));
}

/* A register has one place, with what is open; besides, views that the shop saved. Its
 * other views are chosen on its page. */
static gboolean
is_place (const DaybookPageEntry *entry,
          DaybookView            *view,
          guint                   index)
{
  return entry->part == NULL || index == 0 || daybook_view_get_row (view) != NULL;
}

static void
add_views (const DaybookPlacesSource *source,
           GPtrArray                 *places,
           const DaybookPageEntry    *entry)
{
  GListModel *views = g_hash_table_lookup (source->views, entry->id);

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr(DaybookView) view = g_list_model_get_item (views, i);
      gboolean is_register = entry->part != NULL && i == 0;
      g_autoptr(DaybookPlace) place = daybook_place_new (entry, daybook_view_get_key (view),
                                                         is_register ? _(entry->title) : daybook_view_get_name (view),
                                                         is_register ? entry->icon : daybook_view_get_icon (view));

      if (!is_place (entry, view, i))
        continue;
      g_object_bind_property (view, "count", place, "count", G_BINDING_SYNC_CREATE);
      g_ptr_array_add (places, g_steal_pointer (&place));
    }
}

/* Registers stand after the orders, which is where cases come from. */
void
daybook_places_fill (GListStore                *list,
                     const DaybookPlacesSource *source)
{
  DaybookSection section = DAYBOOK_SECTION_NONE;
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);

  for (const DaybookPageEntry *entry = daybook_page_table (); entry->id != NULL; section = entry->section, entry++)
    {
      if (section == DAYBOOK_SECTION_ORDERS && entry->section != DAYBOOK_SECTION_ORDERS)
        for (guint i = 0; i < source->registers->len; i++)
          add_views (source, places, g_ptr_array_index (source->registers, i));
      if (entry->views != NULL)
        add_views (source, places, entry);
      else if (has_place (source, entry))
        add_place (source, places, entry);
    }

  g_list_store_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), places->pdata, places->len);
}
