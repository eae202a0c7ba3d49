/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/table.h"

G_BEGIN_DECLS

/* Appends the row's cells as they stand to those that are kept of an order (DaybookOrderRecord) or
 * an entry: US between cells, RS between rows. */
void daybook_row_append_raw (const DaybookTableRow *row,
                             GString               *raw);

G_END_DECLS
