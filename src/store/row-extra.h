/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/spot.h"

G_BEGIN_DECLS

/* Fields that a definition gives its rows (RECORDS §1): one JSON object in the column `extra`
 * of the base table, by the names people call them. Numbers and texts stand as they are, what
 * points at a row as {"id": "…"}. */

/* The object of what the values beyond the base's fields say. (transfer full) */
char       *daybook_extra_print  (const DaybookTable  *table,
                                  const DaybookValue  *values);
/* Fills the fields beyond the base's. What the object has and the table has not is left out. */
void        daybook_extra_fill   (DaybookRow          *row,
                                  const char          *json);

/* The full names ("extra.refund") of what the object of a row has. NULL: an error was set.
 * (transfer full) */
GPtrArray  *daybook_extra_names  (DaybookDatabase     *db,
                                  const DaybookTable  *table,
                                  gint64               row,
                                  GError             **error);
gboolean    daybook_extra_read   (DaybookDatabase     *db,
                                  const DaybookSpot   *spot,
                                  DaybookStanding     *standing,
                                  GError             **error);
gboolean    daybook_extra_write  (DaybookDatabase     *db,
                                  const DaybookSpot   *spot,
                                  const DaybookValue  *value,
                                  GError             **error);

/* The SQL expression that gives such a field of alias `t`, as in an index: a reference as the
 * text of its id. It lives for good. */
const char *daybook_extra_expression (const DaybookField *field);

G_END_DECLS
