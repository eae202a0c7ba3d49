/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* An order that a person takes out of the trash brings its buyer and its products
 * along, when the undo of their import had put them there too, and its shop: nothing to do for any
 * other change. Before the change itself, so that an undo, which goes backwards, takes
 * the order away first. */
gboolean daybook_restored_complete (DaybookTransaction   *transaction,
                                    const DaybookChange  *change,
                                    GError              **error);

G_END_DECLS
