/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"
#include "exchange/mapping.h"

G_BEGIN_DECLS

/* Which column of an unknown table probably is which field, told by its
 * heading. No widgets: the mapping page shows the guesses, a person decides. */

/* In which group of the mapping page a field stands. */
typedef enum
{
  DAYBOOK_MAPPING_WHEN,
  DAYBOOK_MAPPING_ITEMS,
  DAYBOOK_MAPPING_MONEY,
  DAYBOOK_MAPPING_BUYER,
  DAYBOOK_MAPPING_DELIVERY,
  DAYBOOK_MAPPING_NOTES,
  DAYBOOK_MAPPING_N_GROUPS,
} DaybookMappingGroup;

/* A field that a column can be given to. */
typedef struct
{
  const char           *name;  /* as daybook_mapping_set() takes it: "paid", "line.title" */
  const DaybookTable   *table; /* orders or order lines */
  guint                 field;
  DaybookMappingGroup   group;
  const char           *words; /* headings that mean it, folded, `|` between them */
  const char           *label; /* msgid, where the field's own would stand there twice; or NULL */
} DaybookMappingField;

/* What the page calls the field, translated. */
const char *daybook_mapping_field_label (const DaybookMappingField *field);

/* Every field that a person can map, the order number first. */
const DaybookMappingField *daybook_mapping_fields (guint *n_fields);

/* A heading without case, width, blanks, brackets and punctuation, so that
 * "Order No." and "订单编号 " are found. (transfer full) */
char *daybook_mapping_fold_heading (const char *heading);

/* For each of daybook_mapping_fields() the index of the column that probably is
 * it, or -1. A column is given once; a heading that says a field's name exactly
 * goes before one that only holds it. (transfer full) */
int  *daybook_mapping_guess        (const char *const *headings,
                                    guint              n_columns);

/* The decimal sign of the columns that are guessed to hold money: a comma where an
 * amount ends in one with one or two digits behind it, as in "12,5" or "1.234,56", else
 * a point. `rows`: GStrv. */
DaybookDecimal daybook_mapping_guess_decimal (GPtrArray *rows,
                                    const int          *columns);

G_END_DECLS
