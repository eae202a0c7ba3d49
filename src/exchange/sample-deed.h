/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sample-case.h"

G_BEGIN_DECLS

/* What the sample shop's people did beside orders and cases: for its customers, and for what it plans. One after the other, as
 * the steps of cases (exchange/sample-case.h). */
guint        daybook_sample_n_deeds    (void);
/* When it is done, and by whom (an index of `agents`). */
gint64       daybook_sample_deed_at    (const DaybookSampleDesk *desk,
                                        guint                    deed);
guint        daybook_sample_deed_agent (guint                    deed);
/* The edit of the deed, once those before it are in the book and the store is of its agent and its time; NULL without an
 * error: there is nobody to do it with. (transfer full) */
DaybookEdit *daybook_sample_deed_edit  (DaybookSampleDesk       *desk,
                                        guint                    deed,
                                        GError                 **error);

G_END_DECLS
