/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/shared-views.h"

static void
free_weak (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* The store must not own a list: the list holds the store. */
static GWeakRef *
obtain_weak (DaybookStore       *store,
             const DaybookTable *table)
{
  GHashTable *all = g_object_get_data (G_OBJECT (store), "daybook-views");
  GWeakRef *weak;

  if (all == NULL)
    {
      all = g_hash_table_new_full (NULL, NULL, NULL, free_weak);
      g_object_set_data_full (G_OBJECT (store), "daybook-views", all, (GDestroyNotify) g_hash_table_unref);
    }

  weak = g_hash_table_lookup (all, table);
  if (weak == NULL)
    {
      weak = g_new (GWeakRef, 1);
      g_weak_ref_init (weak, NULL);
      g_hash_table_insert (all, (gpointer) table, weak);
    }
  return weak;
}

DaybookViewList *
daybook_shared_views (DaybookStore             *store,
                      const DaybookTable       *table,
                      const DaybookShippedView *shipped)
{
  GWeakRef *weak = obtain_weak (store, table);
  DaybookViewList *views = g_weak_ref_get (weak);

  if (views == NULL)
    {
      views = daybook_view_list_new (store, table, shipped);
      g_weak_ref_set (weak, views);
    }

  return views;
}
