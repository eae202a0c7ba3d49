/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The values of OpenDocument, written as the cells of all other workbooks are.
 * Both append to `out` what `value` says as it stands where it is no such thing. */

/* "2018-05-16T09:38:00" and "2018-05-16" as "YYYY-MM-DD HH:MM:SS", rounded to
 * the second. */
void daybook_ods_print_date (const char *value,
                             GString    *out);
/* "PT09H38M00S" as "09:38:00", also where it is longer than a day. */
void daybook_ods_print_time (const char *value,
                             GString    *out);

G_END_DECLS
