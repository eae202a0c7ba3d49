/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/database.h"

G_BEGIN_DECLS

/* Fields that no column has (DAYBOOK_FIELD_COUNTED): whoever asks has them counted out of other rows, by an index. */

/* The SQL expression of such a field of alias `t`. */
const char *daybook_counted_expression (const DaybookField  *field);
/* Counts those of a row of a table that has them. */
gboolean    daybook_counted_fill       (DaybookDatabase     *db,
                                        DaybookRow          *row,
                                        GError             **error);

G_END_DECLS
