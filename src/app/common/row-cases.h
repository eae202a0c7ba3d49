/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The cases of an order or a customer, newest first, each a way to it; and a menu of the registers
 * in which a new one can be opened. */
#define DAYBOOK_TYPE_ROW_CASES (daybook_row_cases_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRowCases, daybook_row_cases, DAYBOOK, ROW_CASES, AdwBin)

/* `row`: of orders or customers. */
void daybook_row_cases_show (DaybookRowCases  *self,
                             DaybookDesk      *desk,
                             const DaybookRow *row);

G_END_DECLS
