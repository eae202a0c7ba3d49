/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* The version of what core/tokens.h and core/han.h make of a text. It is stored
 * with an index; an index of another one must be built anew (RECORDS §8), since deleting
 * with other tokens than were indexed leaves ghosts. Raise it whenever any text is cut
 * otherwise than before, a newer Unihan included. */
#define DAYBOOK_TOKENIZER_VERSION 1

/* Registers the FTS5 tokenizer `daybook` on a connection, for
 * tokenize='daybook text', 'daybook number' or 'daybook pinyin' (core/tokens.h).
 * With `text`, queries are phrases; one Chinese character alone, or a Latin
 * word that may go on, is asked for by prefix: '"款"*'.
 * Errors: FAILED when this SQLite has no FTS5. */
gboolean daybook_tokenizer_register (sqlite3  *db,
                                     GError  **error);

G_END_DECLS
