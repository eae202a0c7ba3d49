/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "core/row.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Rows as people name them on the command line. All of these block, and give
 * NOT_FOUND with a sentence that holds the word that names nothing. */

/* A row of `table`, deleted ones too: by UUID; an order also by its number
 * (SHOP:NUMBER when two shops have the same one: CONFLICT lists both), a case by its number,
 * an agent by code or name, a view, shop or setting by its title. */
DaybookRow *daybook_find_row      (DaybookStore        *store,
                                   const DaybookTable  *table,
                                   const char          *word,
                                   GError             **error);
/* The same, to be changed: REFUSED when it is in the trash. */
DaybookRow *daybook_find_row_in_use (DaybookStore      *store,
                                   const DaybookTable  *table,
                                   const char          *word,
                                   GError             **error);
/* A row of any kind, by UUID, or the number of an order or case. */
DaybookRow *daybook_find_any_row  (DaybookStore        *store,
                                   const char          *word,
                                   GError             **error);
/* An agent who is still there, by code or name. */
DaybookRow *daybook_find_agent    (DaybookStore        *store,
                                   const char          *word,
                                   GError             **error);
/* The table that a kind or its plural names; cases.KEY: the cases of that register, for which the
 * book is opened. Errors: DAYBOOK_CLI_ERROR_USAGE, with the kinds there are; as daybook_cli_open(). */
const DaybookTable *daybook_find_table (DaybookCli     *cli,
                                        const char     *word,
                                        GError        **error);
/* The field of a table. Errors: DAYBOOK_CLI_ERROR_USAGE. */
int         daybook_find_field    (const DaybookTable  *table,
                                   const char          *word,
                                   GError             **error);

G_END_DECLS
