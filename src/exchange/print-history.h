/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register.h"
#include "exchange/print-head.h"

G_BEGIN_DECLS

/* What became of a case, on paper. Errors: as daybook_reader_history(). */

/* Through which stages it went, when, and who moved it: what was undone it was never in. */
gboolean daybook_print_stages (DaybookPaper             *paper,
                               const DaybookExportSheet *sheet,
                               DaybookRegister          *definition,
                               const DaybookRow         *row,
                               GError                  **error);
/* What was written into it and into those that were merged into it, the first thing first. */
gboolean daybook_print_events (DaybookPaper             *paper,
                               const DaybookExportSheet *sheet,
                               const DaybookRow         *row,
                               GError                  **error);

G_END_DECLS
