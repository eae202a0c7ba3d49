/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Keys under which a name is found by its sound (RECORDS §8): for each way to
 * read it the full spelling and the initials, in lower case and without tones, so
 * that zs, zhangsan and, as the beginning of a key, zhangs find 张三.
 *
 * Readings of the surname as a surname come first (单 shan, 尉迟 yuchi), then the
 * common ones; at most DAYBOOK_PINYIN_READINGS ways of each run of characters, and of
 * a longer run the first DAYBOOK_PINYIN_CHARS. ü is v and u. What is not Chinese
 * parts the runs. */
#define DAYBOOK_PINYIN_READINGS 8
#define DAYBOOK_PINYIN_CHARS 8

/* The keys, parted by blanks; "" when there is nothing Chinese in the name. */
char    *daybook_pinyin_keys   (const char *name);
/* The same, added to `keys`, with a blank before when it is not empty. */
void     daybook_pinyin_append (GString    *keys,
                                const char *name);

G_END_DECLS
