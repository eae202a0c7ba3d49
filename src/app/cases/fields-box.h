/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/case-rule.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The fields of a case, in the groups in which its register prints them, each edited in place. Those
 * in which nothing is and for which nobody waits are behind a button. */
#define DAYBOOK_TYPE_FIELDS_BOX (daybook_fields_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFieldsBox, daybook_fields_box, DAYBOOK, FIELDS_BOX, AdwBin)

/* Once. */
void daybook_fields_box_set_up (DaybookFieldsBox *self,
                                DaybookDesk      *desk,
                                DaybookRegister  *definition);
/* `facts`: what the stage that may follow demands and the case has not is marked. */
void daybook_fields_box_show   (DaybookFieldsBox *self,
                                const DaybookRow *row,
                                const DaybookCaseFacts *facts);
/* The same for one that is not in the book yet: what its own stage demands is marked. */
void daybook_fields_box_show_new (DaybookFieldsBox *self,
                                const DaybookRow *row);
void daybook_fields_box_flush  (DaybookFieldsBox *self);

/* Signal `changed` (guint field, DaybookValue *value). */

G_END_DECLS
