/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the shop has written down on how such a case is handled (AS-25), those of its stage first; each opens. Hidden
 * where there is nothing. */
#define DAYBOOK_TYPE_CASE_PROCEDURES (daybook_case_procedures_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCaseProcedures, daybook_case_procedures, DAYBOOK, CASE_PROCEDURES, AdwBin)

void daybook_case_procedures_show (DaybookCaseProcedures *self,
                                   DaybookDesk           *desk,
                                   const DaybookRow      *row);

G_END_DECLS
