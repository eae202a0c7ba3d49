/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/print-list.h"

G_BEGIN_DECLS

/* Acts, and what came of one. */

/* An act as a row of the history: `id`, `kind` ("act"), `title`, `what`,
 * `agent`, `agent_name`, `at`, `changes`, `undone`, `running`. */
JsonObject *daybook_act_to_json    (DaybookCli        *cli,
                                    const DaybookAct  *act);
/* The word for a kind of act: "edit", "import", ... */
const char *daybook_act_kind_word  (DaybookActKind     kind);

/* Prints what came of an act: {"act","title","changes","kept":[…]}; `act` is
 * null when nothing needed to change. What was kept makes the exit PARTLY. */
void        daybook_print_outcome  (DaybookCli           *cli,
                                    const DaybookOutcome *outcome);
/* Commits an edit and prints the outcome. */
gboolean    daybook_commit_and_print (DaybookCli         *cli,
                                      DaybookEdit        *edit,
                                      GError            **error);
/* Commits an edit and prints the row that it made or changed. */
gboolean    daybook_commit_and_print_row (DaybookCli     *cli,
                                      DaybookEdit        *edit,
                                      const DaybookTable *table,
                                      const DaybookId    *id,
                                      GError            **error);
/* A new edit by the person at the desk. */
DaybookEdit *daybook_cli_new_edit  (DaybookCli           *cli,
                                    const char           *title);

G_END_DECLS
