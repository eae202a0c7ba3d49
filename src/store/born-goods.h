/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* Gives a case that was born of a platform's row the goods of which the row speaks, where its
 * register has goods: an export names one kind in a row. `key` and `id` are the case's; `order`, that
 * of the row, may be NULL. */
gboolean daybook_born_goods_add (DaybookTransaction  *transaction,
                                 DaybookRegister     *definition,
                                 gint64               key,
                                 const DaybookId     *id,
                                 const DaybookRow    *row,
                                 const DaybookRow    *order,
                                 GError             **error);

G_END_DECLS
