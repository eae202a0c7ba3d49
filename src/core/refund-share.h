/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"

G_BEGIN_DECLS

/* What would go back for the goods of a case: of each line as many pieces as came back (as it is
 * about, where nobody has counted yet), at their share of what was paid for the goods. A discount
 * on the whole order is shared by the lines' prices; the postage is not for goods.
 *
 * `goods`: rows of daybook_case_lines; `lines`: all of the order (daybook_order_lines); `order`: its
 * row. Returns minor units of the order's currency, rounded to the nearest; -1: prices or goods are
 * not known. */
gint64 daybook_refund_share (GPtrArray        *goods,
                             GPtrArray        *lines,
                             const DaybookRow *order);

G_END_DECLS
