/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/output.h"
#include "core/row.h"

G_BEGIN_DECLS

/* Rows of any kind, printed as the registry describes them. Personal data is
 * masked unless --unmasked was given and allowed. */

/* `id`, `kind`, `title` and every field. */
JsonObject *daybook_row_to_json     (DaybookCli         *cli,
                                     const DaybookRow   *row);
/* One field for people. */
char       *daybook_row_field_text  (DaybookCli         *cli,
                                     const DaybookRow   *row,
                                     guint               field);
/* What names the row to a person. */
char       *daybook_row_display_title       (DaybookCli         *cli,
                                     const DaybookRow   *row);

/* The same, masked whatever was asked for: for the titles of acts, which stay. */
char       *daybook_row_masked_title (DaybookCli         *cli,
                                     const DaybookRow   *row);

/* Adds the columns of a table, and a row of it, to a table on the screen.
 * Long texts and bookkeeping have no column, nor has what only the row's own definition has. */
void        daybook_print_add_columns (DaybookTextTable *text,
                                     const DaybookTable *table);
void        daybook_print_add_row   (DaybookTextTable   *text,
                                     DaybookCli         *cli,
                                     const DaybookTable *table,
                                     const DaybookRow   *row);
/* Prints "label  value" on one line, the value behind `width` cells. */
void        daybook_print_detail    (const char         *label,
                                     guint               width,
                                     const char         *value);
/* Prints a row as lines "label  value", those that are empty left out. */
void        daybook_print_details   (DaybookCli         *cli,
                                     const DaybookRow   *row);

G_END_DECLS
