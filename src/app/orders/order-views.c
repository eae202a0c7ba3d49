/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-views.h"

#include "core/order.h"

static void
free_weak (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* The store must not own the list: the list holds the store. */
static GWeakRef *
obtain_weak (DaybookStore *store)
{
  GWeakRef *weak = g_object_get_data (G_OBJECT (store), "daybook-order-views");

  if (weak == NULL)
    {
      weak = g_new (GWeakRef, 1);
      g_weak_ref_init (weak, NULL);
      g_object_set_data_full (G_OBJECT (store), "daybook-order-views", weak, free_weak);
    }

  return weak;
}

DaybookViewList *
daybook_order_views_for (DaybookStore *store)
{
  GWeakRef *weak = obtain_weak (store);
  DaybookViewList *views = g_weak_ref_get (weak);

  if (views == NULL)
    {
      views = daybook_view_list_new (store, &daybook_orders, daybook_shipped_views);
      g_weak_ref_set (weak, views);
    }

  return views;
}
