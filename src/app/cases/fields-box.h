/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/cases/told-field.h"
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

/* Opens the picker of phrases for the first field that customers read, or lets the one that is open put what is chosen
 * into it. FALSE: there is none. */
gboolean daybook_fields_box_take (DaybookFieldsBox *self);
/* Of the field as it is saved now: what was taken into it, once. FALSE: nothing was. */
gboolean daybook_fields_box_give_told (DaybookFieldsBox *self,
                                       guint             field,
                                       DaybookTold      *told);

/* Signal `changed` (guint field, DaybookValue *value). */

G_END_DECLS
