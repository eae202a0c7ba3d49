/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/database.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Derived: numbers in the own fields of cases, as numbers are compared (core/parcel-number.h), kept
 * beside each write of such a field. So the case of a parcel is found without reading the JSON of all
 * cases (OR-15). */

/* In SQL: parcel_number (text), NULL where it is none. */
gboolean   daybook_case_parcels_register (DaybookDatabase     *db,
                                          GError             **error);
/* A field of a case was written; `field` as people call it. `value` that is no text: it has no number. */
gboolean   daybook_case_parcels_note     (DaybookDatabase     *db,
                                          gint64               of,
                                          const char          *field,
                                          const DaybookValue  *value,
                                          GError             **error);
/* A case was made: the same for all of its own fields. */
gboolean   daybook_case_parcels_note_all (DaybookDatabase     *db,
                                          gint64               of,
                                          const DaybookTable  *table,
                                          const DaybookValue  *values,
                                          GError             **error);
/* Makes them anew, in one transaction. Blocks. */
gboolean   daybook_case_parcels_rebuild  (DaybookStore        *store,
                                          GError             **error);

/* The cases that have the number as a parcel's, as their registers stand now: open ones first, of these
 * the newest; for one that was merged away the one it is in. At most `limit`. (element-type DaybookRow) */
GPtrArray *daybook_case_parcels_find     (DaybookDatabase     *db,
                                          const char          *number,
                                          guint                limit,
                                          GError             **error);
/* The numbers of a case's parcels, as numbers are compared. `row` is in its register's table.
 * (element-type char) */
GPtrArray *daybook_case_parcel_numbers   (const DaybookRow    *row);

G_END_DECLS
