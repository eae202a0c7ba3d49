/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/erase-plan.h"

G_BEGIN_DECLS

/* What registers' own fields (store/row-extra.h) say of a person: an address to send to again, an account to pay to. */

/* Part of a look: notes what such fields of the person's cases say, or have said. */
gboolean daybook_erase_fields_look  (DaybookErasePlan  *plan,
                                     DaybookDatabase   *db,
                                     GError           **error);
/* Clears them, in the history too. What is a figure stays: money, choices, parcels. */
gboolean daybook_erase_fields_clear (DaybookDatabase   *db,
                                     GError           **error);

G_END_DECLS
