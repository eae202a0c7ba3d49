/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/export.h"
#include "store/case-statistics.h"

G_BEGIN_DECLS

/* Writes statistics as a table: what is counted, by what, all together, and by months. They are
 * small, and name nobody.
 * Errors: REFUSED (the person may not; the folder may not be written), NOT_FOUND, FULL. */
gboolean daybook_statistics_write (DaybookStore            *store,
                                   const DaybookStatistics *statistics,
                                   const char              *path,
                                   DaybookExportFormat      format,
                                   GError                 **error);

G_END_DECLS
