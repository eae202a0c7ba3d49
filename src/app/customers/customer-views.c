/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-views.h"

#include "app/common/shared-views.h"
#include "core/customer.h"

#include <glib/gi18n-lib.h>

/* Each is a range of an index: there may be a million customers. The VIPs have a page of their own. */
static const DaybookShippedView VIEWS[] = {
  { DAYBOOK_CUSTOMER_VIEW_ALL, N_("Customers"), "system-users-symbolic", "", NULL },
  { "vips-no-friends", N_("VIPs Not Added as Friends"), "contact-new-symbolic", "grade in (vip_1, vip_2, vip_3) and friend = false",
    N_("Every VIP was added as a friend: they hear first of what is new."), .at_need = TRUE },
  { "tagged", N_("Customers with Tags"), "user-bookmarks-symbolic", "tags != null", NULL, .at_need = TRUE },
  { "quiet", N_("Want No Messages"), "notifications-disabled-symbolic", "quiet = true", NULL, .at_need = TRUE },
  { NULL },
};

DaybookViewList *
daybook_customer_views_for (DaybookStore *store)
{
  return daybook_shared_views (store, &daybook_customers, VIEWS);
}
