/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "core/row.h"

G_BEGIN_DECLS

/* The article that a word names: by id, or by its title, however it is written, where only one that is in no trash has
 * it. Errors: NOT_FOUND; CONFLICT; REFUSED: it is in the trash. */
DaybookRow *daybook_find_article (DaybookCli  *cli,
                                  const char  *word,
                                  GError     **error);
/* The text that a word says: `-` all of standard input, `@FILE` that of a file, anything else itself. Of both no more
 * than a document may be. (transfer full) Errors: FORMAT: it is no text, or too long; CANCELLED. */
char       *daybook_read_text    (const char  *word,
                                  GError     **error);

G_END_DECLS
