/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "store/chores.h"

G_BEGIN_DECLS

/* A chore as people name it: by id or title; a template by its name, or by name and round ("sweep/after").
 * Errors: NOT_FOUND, with the word. */
DaybookChore *daybook_find_chore (DaybookCli          *cli,
                                  const char          *word,
                                  GError             **error);
/* What a template is named by, also where it is a chore of the shop by now; NULL: it is none. (transfer full) */
char         *daybook_chore_name (const DaybookChore  *chore);

G_END_DECLS
