/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "core/row.h"

G_BEGIN_DECLS

/* The phrase that a word names: its id, key or title. `channel`: word of the channel by which it is said, or
 * NULL. `language`: see core/language.h; ANY: the person's. (transfer full)
 * Errors: NOT_FOUND; REFUSED: it is in the trash. */
DaybookRow *daybook_find_phrase     (DaybookCli   *cli,
                                     const char   *word,
                                     gint64        language,
                                     const char   *channel,
                                     GError      **error);
/* `phrase fill`: prints a phrase with what is known put in, and what remains to be said. */
gboolean    daybook_run_phrase_fill (DaybookCli   *cli,
                                     char        **arguments,
                                     GError      **error);

G_END_DECLS
