/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a platform writes dates that do not begin with the year: "MM/DD/YY", "Mon-DD-YY",
 * "DD.MM.YYYY". `DD` and `MM` are one or two digits, `Mon` is the name of a month in English
 * or German, whole or short, `YY` two digits (00 to 68 are of this century, as in POSIX) and
 * `YYYY` four; each stands once. All other signs stand for themselves. */

/* Whether the pattern names a day, a month and a year, and leaves no doubt where each ends. */
gboolean daybook_date_pattern_is_good (const char  *pattern);

/* Reads a date as the pattern says and moves `at` behind it. FALSE, and nothing moved, when
 * it is written otherwise. Whether there is such a day is for the caller to see. */
gboolean daybook_date_pattern_read    (const char  *pattern,
                                       const char **at,
                                       int         *year,
                                       int         *month,
                                       int         *day);

G_END_DECLS
