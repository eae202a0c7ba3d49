/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When a file was exported: what “newer” means (RECORDS §5.4), by the first of
 * a time inside the file, the time in its name, the newest time in its rows,
 * the file's own time. Times after `now` or well before the newest in its rows are no
 * export times. */
gint64 daybook_export_time (const char *prologue,
                            const char *file,
                            gint64      newest,
                            gint64      modified,
                            GTimeZone  *zone,
                            gint64      now);

G_END_DECLS
