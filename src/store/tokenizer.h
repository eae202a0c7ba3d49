/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define DAYBOOK_TOKENIZER_VERSION 1

/* Registers the FTS5 tokenizer `daybook` on a connection. */
gboolean daybook_tokenizer_register (sqlite3  *db,
                                     GError  **error);

G_END_DECLS
