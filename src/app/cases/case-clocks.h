/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The clocks of a case: until the customer is answered, until it is closed, until it should have left its
 * stage, what was promised, the platform's deadline; the nearest first. */
#define DAYBOOK_TYPE_CASE_CLOCKS (daybook_case_clocks_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCaseClocks, daybook_case_clocks, DAYBOOK, CASE_CLOCKS, AdwBin)

/* NULL: a case that is not in the book has none. */
void daybook_case_clocks_show (DaybookCaseClocks *self,
                               DaybookDesk       *desk,
                               const DaybookRow  *row);

G_END_DECLS
