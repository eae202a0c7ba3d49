/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/imports/mapping-fields.h"
#include "exchange/mapping.h"

G_BEGIN_DECLS

/* Which column of an unknown table probably is which field, told by its
 * heading. No widgets: the mapping page shows the guesses, a person decides. */

/* A heading without case, width, blanks, brackets and punctuation, so that
 * "Order No." and "订单编号 " are found. (transfer full) */
char *daybook_mapping_fold_heading (const char *heading);

/* What the rows probably are: orders, unless clearly more headings are another kind's. */
const DaybookMappingKind *daybook_mapping_guess_kind (const char *const *headings,
                                    guint               n_columns);

/* For each of the kind's fields the index of the column that probably is it, or -1.
 * A column is given once, but for a number that is another field; a heading that says a field's name exactly goes before one
 * that only holds it. (transfer full) */
int  *daybook_mapping_guess        (const DaybookMappingKind *kind,
                                    const char *const  *headings,
                                    guint               n_columns);

/* The decimal sign of the columns that are guessed to hold money: a comma where an
 * amount ends in one with one or two digits behind it, as in "12,5" or "1.234,56", else
 * a point. `rows`: GStrv. */
DaybookDecimal daybook_mapping_guess_decimal (const DaybookMappingKind *kind,
                                    GPtrArray          *rows,
                                    const int          *columns);

G_END_DECLS
