/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What came of a call, in place: the register's questions with a line for each answer, whether the
 * customer was reached, and whether that one is satisfied (AS-28). */
#define DAYBOOK_TYPE_CALL_FORM (daybook_call_form_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCallForm, daybook_call_form, DAYBOOK, CALL_FORM, AdwBin)

/* Opens for `task` of the case `row`. */
void     daybook_call_form_begin (DaybookCallForm  *self,
                                  DaybookDesk      *desk,
                                  DaybookRegister  *definition,
                                  const DaybookRow *row,
                                  const DaybookRow *task);
/* FALSE when it was not open. */
gboolean daybook_call_form_end   (DaybookCallForm  *self);

/* Signal `edited` (DaybookEdit *edit): complete, to be committed. */

G_END_DECLS
