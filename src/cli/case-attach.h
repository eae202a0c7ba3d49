/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "core/row.h"
#include "exchange/photo-batch.h"

G_BEGIN_DECLS

/* Reads what is to go into the case, all of `files` (NULL: none) or nothing. (transfer full)
 * Errors: FORMAT, with the file named and what is wrong with it. */
DaybookPhotoBatch *daybook_case_take_photos (DaybookCli        *cli,
                                  const DaybookRow  *row,
                                  char             **files,
                                  GError           **error);
/* Adds those that are photos to the case in one act, and prints what went in and what did not; of those
 * the exit is PARTLY. Errors: where none went in, as above. */
gboolean daybook_case_attach     (DaybookCli        *cli,
                                  const DaybookRow  *row,
                                  char             **files,
                                  GError           **error);

G_END_DECLS
