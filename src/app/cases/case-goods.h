/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The goods of a case: lines of its order, of each how many it is about, how many came back and
 * how many of these are damaged. */
#define DAYBOOK_TYPE_CASE_GOODS (daybook_case_goods_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCaseGoods, daybook_case_goods, DAYBOOK, CASE_GOODS, AdwBin)

void daybook_case_goods_show (DaybookCaseGoods *self,
                              DaybookDesk      *desk,
                              const DaybookRow *row);

/* Signal `edited` (DaybookEdit *edit): to be committed. */

G_END_DECLS
