/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* Whether the sheet of this number (from 1) of a workbook that was just written has so many
 * rows with cells, and an end: libxlsxwriter does not notice when the disk has no room for
 * the files that it puts together on the way. Errors: FORMAT. */
gboolean daybook_xlsx_check_sheet (const char  *path,
                                   guint        sheet,
                                   guint64      n_rows,
                                   GError     **error);

G_END_DECLS
