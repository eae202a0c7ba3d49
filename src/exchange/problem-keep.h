/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/recognise.h"
#include "store/staging.h"

G_BEGIN_DECLS

/* Reads the file once more, as far as rows with problems go, and keeps those rows with the
 * staging as they stand: whoever parses sees an order, and later than its rows. The table
 * that was found is number 0, its companion (or NULL) number 1. When it is cancelled, less
 * is kept. Errors: of the reader and the staging. */
gboolean daybook_problem_rows_keep (DaybookTableReader        *reader,
                                    const DaybookRecognition  *found,
                                    const DaybookFoundTable   *companion,
                                    DaybookStaging            *staging,
                                    GCancellable              *cancellable,
                                    GError                   **error);

G_END_DECLS
