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
 * `width` in pixels. */
GtkColumnViewColumn *daybook_derived_column_new (DaybookDesk     *desk,
                                                 const char      *title,
                                                 DaybookTextKind  kind,
                                                 int              width,
                                                 DaybookDescribe  describe);

G_END_DECLS
