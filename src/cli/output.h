/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "cli/text-table.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What goes to standard output. It is UTF-8 whatever the locale says, because
 * that is the contract of --json and because shops have Chinese names. */

/* Writes text for people, as it stands. */
void     daybook_print        (const char       *format,
                               ...) G_GNUC_PRINTF (1, 2);
/* Writes a table, in bold headings where the output is a terminal. */
void     daybook_print_table  (DaybookTextTable *table);
/* A table as wide as the terminal, or without a limit in a file. */
DaybookTextTable *daybook_print_new_table (void);
/* Writes one object and ends the line. */
void     daybook_print_json   (JsonObject       *object);
/* Sets a member that may be missing: NULL text becomes null. */
void     daybook_json_set_text (JsonObject      *object,
                               const char       *member,
                               const char       *text);
/* An id as its UUID; NULL and the null id become null. */
void     daybook_json_set_id  (JsonObject       *object,
                               const char       *member,
                               const DaybookId  *id);
/* A moment in the shop's zone; 0 becomes null. */
void     daybook_json_set_moment (JsonObject    *object,
                               const char       *member,
                               DaybookCli       *cli,
                               gint64            moment);
/* Ends the output: FALSE when it did not all arrive (a full disk). */
gboolean daybook_print_flush  (GError          **error);

/* --- Lists -------------------------------------------------------------- */

/* A list is written row by row, so that one of a million needs no memory:
 * {"kind":K,"total":N,"rows":[…]}. */
void     daybook_print_list_begin (const char   *kind,
                               gint64            total);
void     daybook_print_list_row (JsonObject     *row,
                               guint             index);
/* Rows of another kind follow, in a member of their own. */
void     daybook_print_list_beside (const char  *member);
void     daybook_print_list_end (void);

G_END_DECLS
