/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/money.h"
#include "core/record.h"

G_BEGIN_DECLS

/* Which column of a table is which field: the answer of the mapping page, or
 * of a profile under data/platforms/. Remembered by the header's fingerprint. */
typedef struct _DaybookMapping DaybookMapping;

/* A table that no profile knows, for the mapping page. */
typedef struct
{
  char     **headings;  /* NULL-terminated, trimmed */
  char     **examples;  /* first non-empty cell of each, or "" */
  guint      n_columns;
  GPtrArray *rows;      /* GStrv: the first below the headings; some are shorter */
  guint64    fingerprint;
  char      *why;       /* a sentence: what is missing, e.g. an order number */
} DaybookUnknownTable;

DaybookMapping *daybook_mapping_new      (const char      *platform);
DaybookMapping *daybook_mapping_ref      (DaybookMapping  *mapping);
void            daybook_mapping_unref    (DaybookMapping  *mapping);

/* Whether tables of this kind (daybook_form_kind_table()) can be mapped: "orders" and
 * all whose rows are entries. */
gboolean        daybook_mapping_takes_kind (const char    *kind);
/* What the table's rows are: orders unless said otherwise. Before the first column. */
void            daybook_mapping_set_kind (DaybookMapping  *mapping,
                                          const char      *kind);
const char     *daybook_mapping_get_kind (DaybookMapping  *mapping);

/* Says that the column headed `heading` is the order field `field` ("number",
 * "paid", "receiver", ... of core/order.h) or the line field `line.NAME`
 * ("line.title", "line.quantity"); in a table of another kind a field of that. */
void            daybook_mapping_set      (DaybookMapping  *mapping,
                                          const char      *field,
                                          const char      *heading);
/* Names the columns that together identify a row when there is no order number. */
void            daybook_mapping_set_key  (DaybookMapping  *mapping,
                                          const char *const *headings);

/* The decimal sign of the table's amounts: a point unless said otherwise, since
 * "1.234" cell by cell could be either. A workbook's numbers need none. */
void            daybook_mapping_set_decimal (DaybookMapping *mapping,
                                          DaybookDecimal   decimal);
DaybookDecimal  daybook_mapping_get_decimal (DaybookMapping *mapping);

/* The heading given to `field`, or NULL. (transfer none) */
const char     *daybook_mapping_get      (DaybookMapping  *mapping,
                                          const char      *field);
/* The fields in the order they were given; NULL behind the last. (transfer none) */
const char     *daybook_mapping_field_at (DaybookMapping  *mapping,
                                          guint            index);
/* The columns that together identify a row, NULL-terminated; NULL when there is
 * an order number. (transfer none) */
const char *const *daybook_mapping_get_key (DaybookMapping *mapping);

/* The first heading that the mapping names and the table has not; or NULL. */
const char     *daybook_mapping_find_missing (DaybookMapping *mapping,
                                          const char *const *headings,
                                          guint            n_headings);

/* A mapping as a small JSON file. Errors: FORMAT, naming the line. */
DaybookMapping *daybook_mapping_load     (const char      *path,
                                          GError         **error);
DaybookMapping *daybook_mapping_from_json (const char     *json,
                                          GError         **error);
char           *daybook_mapping_to_json  (DaybookMapping  *mapping);
/* Errors: those of exchange/new-file.h. */
gboolean        daybook_mapping_save     (DaybookMapping  *mapping,
                                          const char      *path,
                                          GError         **error);

void            daybook_unknown_table_free (DaybookUnknownTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookMapping, daybook_mapping_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookUnknownTable, daybook_unknown_table_free)

G_END_DECLS
