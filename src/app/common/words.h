/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/words.h"

G_BEGIN_DECLS

/* Words for people that more than one page needs. */

/* Nobody counts further. */
#define DAYBOOK_WORDS_REST_MAX 10000

/* A count with thousands separators: "28,010". (transfer full) */
char       *daybook_words_count    (guint64             count);
/* "and 1,950 more", of `total` where `shown` are in sight; of DAYBOOK_WORDS_REST_MAX
 * or more "and 9,950+ more"; "" when all are. (transfer full) */
char       *daybook_words_rest     (gint64              total,
                                    guint               shown);
/* A text of people's own as a menu's label: an underline in it marks no key. (transfer full) */
char       *daybook_words_in_menu  (const char         *text);

G_END_DECLS
