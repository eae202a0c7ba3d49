/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "mon" … "sun", then NULL. */
extern const char *const daybook_week_days[];

/* The days that a word stands for: "daily", "weekdays", "weekend", or one day, which `one` then holds. NULL: it is
 * none of these. (transfer none) */
const char *const *daybook_read_week_days (const char *word,
                                           const char *one[2]);

G_END_DECLS
