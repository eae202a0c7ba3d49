/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* Reads by when a task is to be done, as people write it: a time of today, or of tomorrow where that is over
 * ("14:30"), a day and a time, or a day alone. No text: some day, 0. `now`: UTC seconds; `zone`: the shop's.
 * Errors: FORMAT, with a sentence. */
gboolean daybook_task_time_read  (const char  *text,
                                  gint64       now,
                                  GTimeZone   *zone,
                                  gint64      *moment,
                                  GError     **error);
/* As it is read again; "" for 0. (transfer full) */
char    *daybook_task_time_print (gint64       moment,
                                  GTimeZone   *zone);

G_END_DECLS
