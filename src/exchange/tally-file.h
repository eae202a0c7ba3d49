/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/* Writes how many enquiries were answered at once as CSV (exchange/csv-text.h): a line for each day, class
 * and channel, the newest first, and one with their sum. `days`: DaybookTallySum of single days.
 * Errors: REFUSED (the person may take no lists away; nothing may be written there), NOT_FOUND, FULL. */
gboolean daybook_tally_file_write (DaybookStore  *store,
                                   GPtrArray     *days,
                                   const char    *path,
                                   GError       **error);

G_END_DECLS
