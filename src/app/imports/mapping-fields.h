/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* What a person can say of an unknown table: what its rows are, and which of their fields
 * a column is. */

/* In which group of the mapping page a field stands. */
typedef enum
{
  DAYBOOK_MAPPING_WHEN,
  DAYBOOK_MAPPING_ITEMS,
  DAYBOOK_MAPPING_MONEY,
  DAYBOOK_MAPPING_BUYER,
  DAYBOOK_MAPPING_DELIVERY,
  DAYBOOK_MAPPING_NOTES,
  DAYBOOK_MAPPING_ROW, /* all fields of a kind that is not orders */
  DAYBOOK_MAPPING_N_GROUPS,
} DaybookMappingGroup;

/* A field that a column can be given to. */
typedef struct
{
  const char           *name;  /* as daybook_mapping_set() takes it: "paid", "line.title" */
  const DaybookTable   *table; /* of the kind; of orders also their lines */
  guint                 field;
  DaybookMappingGroup   group;
  const char           *words; /* headings that mean it, folded, `|` between them */
  const char           *label; /* msgid, where the field's own would stand there twice; or NULL */
} DaybookMappingField;

/* What the rows of a table are. */
typedef struct
{
  const char                *name;  /* as daybook_mapping_set_kind() takes it */
  const char                *label; /* msgid: "Reviews" */
  const DaybookTable        *table;
  const DaybookMappingField *fields; /* the number first */
  guint                      n_fields;
} DaybookMappingKind;

/* Every kind that can be mapped, orders first. */
const DaybookMappingKind *daybook_mapping_kinds     (guint *n_kinds);
/* NULL: there is none of this name. */
const DaybookMappingKind *daybook_mapping_kind_find (const char *name);
/* Whether the field is one of those that tell rows apart where there are no numbers. */
gboolean                  daybook_mapping_field_is_key (const DaybookMappingKind  *kind,
                                                        const DaybookMappingField *field);
/* The fields whose column also is the number where nothing else is, the first that there is:
 * of a customer the account or the phone. (transfer full) */
char                    **daybook_mapping_kind_numbers (const DaybookMappingKind  *kind);
/* What the page calls the field, translated. */
const char               *daybook_mapping_field_label  (const DaybookMappingField *field);

G_END_DECLS
