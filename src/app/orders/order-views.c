/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-views.h"

#include "core/order.h"
#include "exchange/carried.h"

#include <glib/gi18n-lib.h>

#define PROFILES_KEY "daybook-order-views-profiles"

/* What the platforms' files hold is read once for each store; with a file of the shop's
 * own that cannot be read, ours go: whoever imports is told. */
static GPtrArray *
obtain_profiles (DaybookStore *store)
{
  GPtrArray *profiles = g_object_get_data (G_OBJECT (store), PROFILES_KEY);
  g_autoptr(GError) error = NULL;

  if (profiles != NULL)
    return profiles;

  profiles = daybook_profiles_load (daybook_store_get_folder (store), &error);
  if (profiles == NULL)
    {
      g_info ("%s", error->message);
      profiles = daybook_profiles_load (NULL, NULL);
    }
  if (profiles == NULL)
    profiles = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (store), PROFILES_KEY, profiles, (GDestroyNotify) g_ptr_array_unref);
  return profiles;
}

/* Shopify's export has no tracking numbers: that they are missing says nothing. */
static char *
where_tracked (DaybookStore *store,
               const char   *where)
{
  g_auto(GStrv) platforms = daybook_carried_platforms (obtain_profiles (store), store, DAYBOOK_ORDER_TRACKING);
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);

  daybook_query_parse_where (query, where, NULL);
  /* No order has an empty one. */
  if (platforms[0] == NULL)
    daybook_query_add (query, DAYBOOK_ORDER_PLATFORM, DAYBOOK_OP_EQ, (const char *const[]) { "", NULL });
  else
    daybook_query_add (query, DAYBOOK_ORDER_PLATFORM, DAYBOOK_OP_IN, (const char *const *) platforms);

  return daybook_query_print_where (query);
}

static const DaybookShippedView SHIPPED[] = {
  { DAYBOOK_ORDER_VIEW_ALL, N_("All Orders"), "view-list-symbolic", "", NULL },
  { "unpaid", N_("Unpaid"), "alarm-symbolic", "stage = unpaid",
    N_("No order waits for its money. Whoever put something in the basket and did not pay is asked kindly, "
       "once.") },
  { "to-ship", N_("To Ship"), "package-x-generic-symbolic", "stage = paid",
    N_("Every order that its platform calls paid is on its way. What is paid before the courier comes goes out "
       "with him.") },
  { "no-tracking", N_("No Tracking Number"), "mark-location-symbolic", "stage = shipped and tracking = null",
    N_("Every shipped order of a platform whose exports name tracking numbers has one. Without it, neither buyer "
       "nor platform can see the parcel move."), where_tracked },
  /* Files without a status leave the stage of what was paid unknown: it was sold all the same. */
  { "no-agent", N_("No Agent Name"), "avatar-default-symbolic",
    "agent = null and stage in (unknown, paid, shipped, delivered, completed)"
    " and (stage != unknown or paid > 0 or paid_at != null)",
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
