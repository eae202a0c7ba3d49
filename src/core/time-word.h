/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What people write for a day that moves (今天, 昨日, 3天前, "yesterday", "3 days
 * ago", 本月) in the words of a query: `today`, `today-3`, `month`. NULL: it is
 * none of them; it may be a time nevertheless. (transfer full) */
char *daybook_time_word (const char *text);

G_END_DECLS
