/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads the name of a zone as it stands behind a time ("PDT", "CET", "GMT+08:00" but for the
 * offset, "America/Los_Angeles") and moves `at` behind it. Short names that several zones share
 * are those of the country whose files have them (CST: the United States').
 * @wall: the time in front of it, in seconds as if its wall stood in UTC.
 * @offset: seconds east of UTC.
 * FALSE, and nothing moved: there is no such zone. */
gboolean daybook_zone_word_read (const char **at,
                                 gint64       wall,
                                 int         *offset);

G_END_DECLS
