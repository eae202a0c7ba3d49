/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-views.h"

#include "core/order.h"

#include <glib/gi18n-lib.h>

static const DaybookShippedView SHIPPED[] = {
  { DAYBOOK_ORDER_VIEW_ALL, N_("All Orders"), "view-list-symbolic", "", NULL },
  { "unpaid", N_("Unpaid"), "alarm-symbolic", "stage = unpaid",
    N_("No order waits for its money. Whoever put something in the basket and did not pay is asked kindly, "
       "once.") },
  { "to-ship", N_("To Ship"), "package-x-generic-symbolic", "stage = paid",
    N_("Every paid order is on its way. What is paid before the courier comes goes out with him.") },
  { "no-tracking", N_("No Tracking Number"), "mark-location-symbolic", "stage = shipped and tracking = null",
    N_("Every shipped order has its tracking number. Without one, neither buyer nor platform can see the parcel move.") },
  { "no-agent", N_("No Agent Name"), "avatar-default-symbolic",
    "agent = null and stage in (paid, shipped, delivered, completed)",
    N_("Every sold order carries the name of who sold it. An order without a name counts for nobody’s commission.") },
  { "refund", N_("With Refund"), "edit-undo-symbolic", "refund in (asked, part, full)",
    N_("No buyer has asked for money back.") },
  { NULL },
};

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
      views = daybook_view_list_new (store, &daybook_orders, SHIPPED);
      g_weak_ref_set (weak, views);
    }

  return views;
}
