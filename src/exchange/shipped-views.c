/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shipped-views.h"

#include "core/order.h"
#include "core/query.h"
#include "exchange/carried.h"

#include <glib/gi18n-lib.h>

#define PROFILES_KEY "daybook-shipped-views-profiles"

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

const DaybookShippedView daybook_shipped_views[] = {
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
  { "bills", N_("Bills Differ"), "dialog-warning-symbolic", "bills in (differ, wait)",
    N_("What the bills say was received and refunded agrees with every order that they name."), NULL, TRUE },
  { NULL },
};

static gboolean
is_called (const char *word,
           const char *name)
{
  g_autofree char *folded_word = g_utf8_casefold (word, -1);
  g_autofree char *folded_name = g_utf8_casefold (name, -1);

  return g_str_equal (folded_word, folded_name);
}

const DaybookShippedView *
daybook_shipped_view_find (const char *name)
{
  for (const DaybookShippedView *view = daybook_shipped_views; view->key != NULL; view++)
    if (is_called (name, view->key) || is_called (name, view->name) || is_called (name, _(view->name)))
      return view;

  return NULL;
}

char *
daybook_shipped_view_where (const DaybookShippedView *view,
                            DaybookStore             *store)
{
  return view->narrow != NULL ? view->narrow (store, view->where) : g_strdup (view->where);
}
