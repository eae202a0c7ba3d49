/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/said-case.h"

G_BEGIN_DECLS

/* A survey on its own, without a call, as one act with the cases that come of it. `of`: a case, an order or a customer; NULL:
 * nobody has been chosen. `becomes`: DAYBOOK_SAID_N of them, or NULL. `id` gets the survey's; may be NULL.
 * Errors: CONSTRAINT: nothing was answered, or by nobody; as daybook_said_cases_add(). */
DaybookEdit *daybook_survey_act (DaybookStore             *store,
                                 const DaybookRow         *of,
                                 const DaybookSurveySaid  *said,
                                 const gboolean           *becomes,
                                 DaybookId                *id,
                                 GError                  **error);

G_END_DECLS
