/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"
#include "store/store.h"
#include "store/tokenizer.h"

G_BEGIN_DECLS

/* search.db as a file: where it is, whether it fits the book, what it notes of itself.
 * What stands in it is the business of the index. */

/* Another number: the index is made anew, in the background. Raise it with the
 * tokenizer, with search.sql, or with what a document holds. */
#define DAYBOOK_SEARCH_VERSION (DAYBOOK_TOKENIZER_VERSION * 1000 + 7)

/* The path of search.db of a store. (transfer full) */
char            *daybook_search_file_path        (DaybookStore     *store);
/* Writes a file afresh: what was in it before lies no more in free pages, nor in its log. */
gboolean         daybook_search_file_rewrite     (DaybookDatabase  *db,
                                                  GError          **error);
/* After rows have lost words: the index follows them, its segments that hold the old words are merged into one, and the file is
 * written afresh. Blocks. */
gboolean         daybook_search_file_clean       (DaybookStore     *store,
                                                  GError          **error);
/* Opens it to write. It is made when it is missing, and emptied when it is of another
 * book or version; one that cannot be read is thrown away: it can be made again. */
DaybookDatabase *daybook_search_file_open        (DaybookStore     *store,
                                                  DaybookDatabase  *book,
                                                  GError          **error);
/* Begins a rebuild: empties everything; the rows follow step by step. What is written
 * meanwhile lies behind the cursor and follows after, though the rebuild may have met it
 * (see `new_from`). */
gboolean         daybook_search_file_empty       (DaybookDatabase  *search,
                                                  DaybookDatabase  *book,
                                                  GError          **error);
/* A number that another book, or this one after a restore to before the cursor, does not
 * share: of the device, and of the act that the cursor's operation is of. */
gint64           daybook_search_file_fingerprint (DaybookDatabase  *book,
                                                  gint64            cursor);
/* What it notes of itself: its version, its book, how far it has come. */
gint64           daybook_search_file_read        (DaybookDatabase  *search,
                                                  const char       *key,
                                                  gint64            fallback);
gboolean         daybook_search_file_write       (DaybookDatabase  *search,
                                                  const char       *key,
                                                  gint64            value,
                                                  GError          **error);

G_END_DECLS
