/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The tags of a case as chips, and a line in which more are written: those that the register's newest
 * cases have are offered. */
#define DAYBOOK_TYPE_TAG_BOX (daybook_tag_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTagBox, daybook_tag_box, DAYBOOK, TAG_BOX, AdwBin)

/* Shows the tags of a case, or of one that is not in the book yet. */
void daybook_tag_box_show (DaybookTagBox  *self,
                             DaybookDesk      *desk,
                             DaybookRegister  *definition,
                             const DaybookRow *row);

/* Signal `changed` (DaybookValue *value): what the field is to have. */

G_END_DECLS
