/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What was said and written about an order, or with a customer, in a case or without one (UX 9): the newest first. It is
 * hidden where there is nothing. */
#define DAYBOOK_TYPE_ROW_EVENTS (daybook_row_events_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRowEvents, daybook_row_events, DAYBOOK, ROW_EVENTS, AdwBin)

/* `row`: of orders or customers. */
void daybook_row_events_show (DaybookRowEvents *self,
                              DaybookDesk      *desk,
                              const DaybookRow *row);

G_END_DECLS
