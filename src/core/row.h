/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "core/registry.h"
#include "core/value.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define DAYBOOK_TYPE_ROW (daybook_row_get_type ())

/* One row as it was read: immutable once handed out, reference-counted (a
 * boxed type). Values are in the order of the table's fields. */
typedef struct
{
  const DaybookTable *table;
  gint64              rowid;
  DaybookId           id;
  DaybookValue        values[];
} DaybookRow;

GType         daybook_row_get_type (void);
/* A row of no values, for the store to fill. */
DaybookRow   *daybook_row_new      (const DaybookTable *table);
/* One that is nobody else's, to be changed before it is handed out. */
DaybookRow   *daybook_row_copy     (const DaybookRow   *row);
DaybookRow   *daybook_row_ref      (DaybookRow         *row);
void          daybook_row_unref    (DaybookRow         *row);

/* The text of a TEXT field, or "" when there is none. Never NULL. */
const char   *daybook_row_text     (const DaybookRow   *row,
                                    guint               field);
/* The same with a line under what is there. (transfer full) */
char         *daybook_row_text_with (const DaybookRow  *row,
                                     guint              field,
                                     const char        *line);
/* The number of any other field but REF; 0 when there is none. */
gint64        daybook_row_int      (const DaybookRow   *row,
                                    guint               field);
/* The row a REF points at, or NULL. */
const DaybookId *daybook_row_ref_id (const DaybookRow  *row,
                                     guint              field);
gboolean      daybook_row_has      (const DaybookRow   *row,
                                    guint               field);

/* Whether the row is among others of its table. (element-type DaybookRow) */
gboolean      daybook_rows_hold    (GPtrArray          *rows,
                                    const DaybookRow   *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookRow, daybook_row_unref)

G_END_DECLS
