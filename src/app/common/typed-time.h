/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* Reads until or by when something is, as people write it (core/soon-word.h), or any moment as the command line
 * takes it (CLI.md), a past one too. No text: some day, or never: 0. `now`: UTC seconds; `zone`: the shop's.
 * Errors: FORMAT, with a sentence. */
gboolean daybook_typed_time_read  (const char  *text,
                                   gint64       now,
                                   GTimeZone   *zone,
                                   gint64      *moment,
                                   GError     **error);
/* As it is read again; "" for 0. (transfer full) */
char    *daybook_typed_time_print (gint64       moment,
                                   GTimeZone   *zone);

G_END_DECLS
