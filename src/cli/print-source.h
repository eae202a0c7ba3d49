/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/output.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What the files said of an order, masked unless --unmasked says otherwise: a block
 * for each form of file. NULL with an error as daybook_row_source_read(). (transfer full) */
JsonArray *daybook_source_to_json (DaybookCli        *cli,
                                   const DaybookRow  *order,
                                   GError           **error);
/* The same for people; of the rows after an order's first only what is new in them. */
gboolean   daybook_print_source   (DaybookCli        *cli,
                                   const DaybookRow  *order,
                                   GError           **error);

G_END_DECLS
