/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/new-file.h"
#include "exchange/report.h"

G_BEGIN_DECLS

/* A report as a workbook: a sheet for each part, amounts and shares as numbers. Errors: as daybook_new_file_keep(). */
gboolean daybook_report_write_book (const DaybookReport  *report,
                                    DaybookNewFile       *file,
                                    GError              **error);

G_END_DECLS
