/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/report.h"
#include "store/commission.h"

G_BEGIN_DECLS

/* A month's orders by agent, as a report (OR-04): its parts are "agents", "nameless" and "orders", the list with a
 * line for each order. Errors: as daybook_reader_rows(). (transfer full) */
DaybookReport *daybook_report_of_commission (const DaybookCommission  *commission,
                                             DaybookReader            *reader,
                                             GTimeZone                *zone,
                                             const char               *currency,
                                             GError                  **error);

G_END_DECLS
