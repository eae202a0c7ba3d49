/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sample-case.h"

G_BEGIN_DECLS

/* What the sample shop has set up beside its customers: what VIP grades ask and give, whom it calls back by itself, whom it
 * calls, what it plans and what it hears of the market. Each is an edit of `agent` (an index of the desk's), as of `at`, to be
 * committed; NULL on error. */
DaybookEdit *daybook_sample_grades    (DaybookSampleDesk *desk,
                                       guint              agent,
                                       gint64             at,
                                       GError           **error);
DaybookEdit *daybook_sample_plans     (DaybookSampleDesk *desk,
                                       guint              agent,
                                       gint64             at,
                                       GError           **error);
DaybookEdit *daybook_sample_trade     (DaybookSampleDesk *desk,
                                       guint              agent,
                                       gint64             at,
                                       GError           **error);
DaybookEdit *daybook_sample_campaigns (DaybookSampleDesk *desk,
                                       guint              agent,
                                       gint64             at,
                                       GError           **error);
DaybookEdit *daybook_sample_market    (DaybookSampleDesk *desk,
                                       guint              agent,
                                       gint64             at,
                                       GError           **error);

G_END_DECLS
