/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

#include "core/edit.h"

G_BEGIN_DECLS

/* Rows that people make by their fields alone: trade contacts, campaigns, market notes, call-back plans. */

/* Makes one whose title is the first word, FIELD=VALUE… the others, and prints it. `stamp`: a field that gets the moment,
 * or -1; `agent`: one that gets who it is, or -1. Errors: as the parts. */
gboolean daybook_plain_rows_add     (DaybookCli          *cli,
                                     const DaybookTable  *table,
                                     char               **words,
                                     int                  stamp,
                                     int                  agent,
                                     GError             **error);
/* Changes the fields of the row that the first word names, and prints it. */
gboolean daybook_plain_rows_set     (DaybookCli          *cli,
                                     const DaybookTable  *table,
                                     char               **words,
                                     GError             **error);
/* Moves those named to the trash, in one act. */
gboolean daybook_plain_rows_remove  (DaybookCli          *cli,
                                     const DaybookTable  *table,
                                     char               **words,
                                     GError             **error);
/* A list, as `list KIND` prints it, with its usual options; `where`: NULL: all. */
gboolean daybook_plain_rows_list    (DaybookCli          *cli,
                                     const DaybookTable  *table,
                                     char               **arguments,
                                     const char          *where,
                                     const char          *sort,
                                     GError             **error);
/* The verbs of a command over such a table, which the command's name says: contact, campaign, market. */
#define DAYBOOK_PLAIN_ROWS_USAGE \
  "list [--where EXPR] [--limit N] [--after ID] | add TITLE [FIELD=VALUE…] | set ID FIELD=VALUE… FIELD+=TEXT… | remove ID…"
gboolean daybook_plain_rows_run        (DaybookCli *cli, char **arguments, GError **error);
/* ... and one by one, for a command that has more of them. */
gboolean daybook_plain_rows_run_list   (DaybookCli *cli, char **arguments, GError **error);
gboolean daybook_plain_rows_run_add    (DaybookCli *cli, char **arguments, GError **error);
gboolean daybook_plain_rows_run_set    (DaybookCli *cli, char **arguments, GError **error);
gboolean daybook_plain_rows_run_remove (DaybookCli *cli, char **arguments, GError **error);
/* Adds FIELD=VALUE… to the row that the edit has created last. */
gboolean daybook_plain_rows_give    (DaybookCli          *cli,
                                     DaybookEdit         *edit,
                                     const DaybookTable  *table,
                                     char               **words,
                                     GError             **error);

G_END_DECLS
