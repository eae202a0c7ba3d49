/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/erase-plan.h"

G_BEGIN_DECLS

/* What registers' own fields (store/row-extra.h) say of a person: an address to send to again, an account to pay to. */

/* The field `name`, without its prefix, of the register with that key. NULL: it has no such field any more, or there is no such register. */
const DaybookField *daybook_erase_fields_find (DaybookDatabase *db,
                                     const char        *key,
                                     const char        *name);
/* Part of a look: notes what such fields of the person's cases say, or have said. */
gboolean daybook_erase_fields_look  (DaybookErasePlan  *plan,
                                     DaybookDatabase   *db,
                                     GError           **error);
/* Clears them, in the history too. What is a figure stays: money, choices, parcels. */
gboolean daybook_erase_fields_clear (DaybookDatabase   *db,
                                     GError           **error);

G_END_DECLS
