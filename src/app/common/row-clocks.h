/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is due of a row, the nearest first: of a case until the customer is answered, until it is closed, until it
 * should have left its stage, what was promised, the platform's deadline; of an order what is followed up. Hidden
 * where nothing is. */
#define DAYBOOK_TYPE_ROW_CLOCKS (daybook_row_clocks_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRowClocks, daybook_row_clocks, DAYBOOK, ROW_CLOCKS, AdwBin)

/* NULL: a row that is not in the book has none. */
void daybook_row_clocks_show (DaybookRowClocks *self,
                              DaybookDesk      *desk,
                              const DaybookRow *row);

G_END_DECLS
