/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The follow-up “delivered” became a call-back plan (RH-25): a shop that had switched it on has the plan “After Delivery”
 * in use from its first start on, as an act that can be taken back. Whom it had not called yet is called, and nobody
 * twice. Nothing happens in a book that has the plan, switched off or in the trash though it may be. */
gboolean daybook_store_take_over_old_rule (DaybookStore  *store,
                                           GError       **error);

G_END_DECLS
