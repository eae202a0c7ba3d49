/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The cases to which a case belongs, from whichever side that was said, and a line in which another one
 * is looked for: by its number, its customer or its words. */
#define DAYBOOK_TYPE_CASE_LINKS (daybook_case_links_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCaseLinks, daybook_case_links, DAYBOOK, CASE_LINKS, AdwBin)

void daybook_case_links_show (DaybookCaseLinks *self,
                              DaybookDesk      *desk,
                              const DaybookRow *row);

/* Signal `edited` (DaybookEdit *edit): complete, to be committed. */

G_END_DECLS
