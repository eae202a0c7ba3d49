/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cuts text into the tokens of the search index (RECORDS §8). Everything is
 * folded as by core/han.h, so queries must be cut by the same code.
 *
 * TEXT, for documents. Scripts written without blanks (Chinese, kana, Hangul)
 * give each two neighbouring characters and, at the end of a run, the last one
 * alone: 退款成功 → 退款 款成 成功 功. So each character of a document begins
 * exactly one token. Anything else gives whole words: "iPhone 14" → iphone 14.
 *
 * TEXT_QUERY, for queries, leaves out the last one alone where the query ends
 * with it, since in the document the run may go on. Taken as a phrase the tokens
 * find exactly the places where the text stands: 款成 finds 退款成功. A run of one
 * character stays itself and, as a prefix query (款*), finds it anywhere; a Latin
 * word likewise finds what it begins (iph*).
 *
 * NUMBER, for documents and queries: runs of letters and digits in upper case as
 * overlapping threes (SF1234 → SF1 F12 123 234), which as a phrase find any part of
 * three or more; a shorter run is itself. A run behind DAYBOOK_TOKEN_KEY is one
 * token with it, as it stands: a key that no number can be.
 *
 * PINYIN, for documents and queries: the keys of core/pinyin.h, parted by
 * blanks, as they stand.
 *
 * Text that is not UTF-8, emoji and punctuation part tokens. A word is known by
 * its first DAYBOOK_TOKEN_MAX bytes. */
typedef enum
{
  DAYBOOK_TOKENS_TEXT,
  DAYBOOK_TOKENS_TEXT_QUERY,
  DAYBOOK_TOKENS_NUMBER,
  DAYBOOK_TOKENS_PINYIN,
} DaybookTokenMode;

#define DAYBOOK_TOKEN_MAX 64
#define DAYBOOK_TOKEN_KEY "\x01"

/* `token` has `n` bytes, is not terminated, and lives during the call; it came
 * from the bytes `start` to `end` of the text. Other than 0 stops. */
typedef int (*DaybookTokenFunc) (const char *token,
                                 gsize       n,
                                 gsize       start,
                                 gsize       end,
                                 gpointer    data);

/* Calls `func` for each token of the `length` bytes at `text`, in their order.
 * Returns what `func` stopped with, or 0. Allocates nothing. */
int daybook_tokens_foreach (const char       *text,
                            gsize             length,
                            DaybookTokenMode  mode,
                            DaybookTokenFunc  func,
                            gpointer          data);

G_END_DECLS
