/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "cli/output.h"
#include "exchange/report.h"

G_BEGIN_DECLS

/* A report for people: its title, what it says, and a table of each part that has anything. */
void     daybook_print_report    (const DaybookReport  *report);

/* The quality record of a product or a customer (CU-10) as `show` has it: what it says, and where there was trouble its parts.
 * Errors: as daybook_quality_read(). */
gboolean daybook_print_quality   (DaybookCli           *cli,
                                  const DaybookRow     *row,
                                  GError              **error);
/* The same as the member "quality" of the row's object. */
gboolean daybook_quality_to_json (DaybookCli           *cli,
                                  const DaybookRow     *row,
                                  JsonObject           *object,
                                  GError              **error);

G_END_DECLS
