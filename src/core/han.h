/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Folding of text for finding (RECORDS §8): what differs only in width, case,
 * diacritics or simplified and traditional form becomes the same. What is folded
 * is compared and indexed, never shown. The tables come from Unihan, by
 * unihan.py; a change of theirs is a new DAYBOOK_TOKENIZER_VERSION. */

/* Whether it is a Chinese character. */
gboolean daybook_han_is        (gunichar     c);
/* The simplified form of a traditional character or variant (裏, 裡 → 里);
 * any other character as it is. 乾 and 著 become 干 and 着 wherever they stand. */
gunichar daybook_han_simplify  (gunichar     c);

/* A character folds into at most so many. */
#define DAYBOOK_HAN_FOLD_MAX 18

/* Folds one character; returns how many came of it: 0 for a mark that stands
 * upon another letter. */
guint    daybook_han_fold_char (gunichar     c,
                                gunichar     folded[DAYBOOK_HAN_FOLD_MAX]);
/* Folds a text: "ＡＢＣ 訂單 Zoë" → "abc 订单 zoe". Invalid UTF-8 becomes
 * U+FFFD. */
char    *daybook_han_fold      (const char  *text);

G_END_DECLS
