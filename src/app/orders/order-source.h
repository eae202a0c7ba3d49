/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Every cell that says something in the rows of the files that told of an order,
 * also of columns from which no field is made: heading and value. It is closed
 * until somebody wants it, and read then. Personal data is masked: who needs it in
 * full finds it above, where it can be revealed. */
#define DAYBOOK_TYPE_ORDER_SOURCE (daybook_order_source_get_type ())
G_DECLARE_FINAL_TYPE (DaybookOrderSource, daybook_order_source, DAYBOOK, ORDER_SOURCE, AdwExpanderRow)

void     daybook_order_source_set_desk (DaybookOrderSource *self,
                                        DaybookDesk        *desk);
/* Another order than before closes it. FALSE when no file's rows of it are kept. */
gboolean daybook_order_source_show     (DaybookOrderSource *self,
                                        DaybookRow         *order);

G_END_DECLS
