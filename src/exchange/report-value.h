/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/customer-value.h"
#include "exchange/report.h"

G_BEGIN_DECLS

/* What customers are worth, as a report (CU-09, KP-09): its parts are "segments", "rfm", "repeat", "cohorts" and
 * "bounds". (transfer full) */
DaybookReport *daybook_report_of_value (const DaybookCustomerValue *value);

G_END_DECLS
