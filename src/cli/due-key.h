/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "store/due-list.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What is due, as people name and read it on the command line. */

/* Waits until what is due is by the rules in force: another program may have changed them. */
gboolean        daybook_cli_settle_due (DaybookCli            *cli,
                                        GError               **error);
/* What the key names: RULE:ID or RULE:ID:CYCLE, the id as on any command line. Errors: NOT_FOUND;
 * DAYBOOK_CLI_ERROR_USAGE: it is no key. */
DaybookDueItem *daybook_find_due       (DaybookCli            *cli,
                                        const char            *word,
                                        GError               **error);
/* key, kind, id, title, due, warn, state, why, agent, rule, shows. */
JsonObject     *daybook_due_to_json    (DaybookCli            *cli,
                                        const DaybookDueItem  *item);

G_END_DECLS
