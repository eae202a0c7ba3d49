/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates in the lines of a page: 2026-11-20 10:03, 2026.11.20, 2026/11/20 10:03:07, 2026年11月20日. */

/* The date, and the time of day where there is one, that a text begins with, as
 * "2026-11-20 10:03"; NULL: none. `rest` is what stands behind it. (transfer full) */
char       *daybook_paste_time_take (const char  *text,
                                     const char **rest);
/* Where in the text the first one stands; NULL: nowhere. `time`: (transfer full). */
const char *daybook_paste_time_find (const char  *text,
                                     char       **time,
                                     const char **rest);

G_END_DECLS
