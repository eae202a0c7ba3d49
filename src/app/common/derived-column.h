/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "app/common/text-cell.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a cell says of the row, worked out from other rows: for those in sight only,
 * so that a list has no order by it. (transfer full) */
typedef char *(*DaybookDescribe) (DaybookDesk      *desk,
                                  const DaybookRow *row);

/* A column of a list of DaybookItem beside those of the registry's fields.
 * `name`: what an export calls it (exchange/derived.h), static; `width` in pixels. */
GtkColumnViewColumn *daybook_derived_column_new (DaybookDesk     *desk,
                                                 const char      *name,
                                                 const char      *title,
                                                 DaybookTextKind  kind,
                                                 int              width,
                                                 DaybookDescribe  describe);
/* The name of such a column; NULL of others. */
const char          *daybook_derived_column_name (GtkColumnViewColumn *column);

G_END_DECLS
