/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/register.h"
#include "store/due-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What came of a call, in place: the questions of the register and of the plan with a line for each answer, whether the
 * customer was reached, the satisfaction survey, what they think besides, and whether that one is satisfied (AS-28, AS-14,
 * RH-27). */
#define DAYBOOK_TYPE_CALL_FORM (daybook_call_form_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCallForm, daybook_call_form, DAYBOOK, CALL_FORM, AdwBin)

/* A call that is made. Rows are borrowed. */
typedef struct
{
  DaybookRegister      *definition; /* of the case; NULL: it is about none */
  const DaybookRow     *of;         /* a case, an order or a customer */
  const DaybookRow     *task;       /* the task that it is; or NULL */
  const DaybookRow     *plan;       /* whose call it is; or NULL */
  const DaybookDueItem *item;       /* ... that is due by it; or NULL */
} DaybookCallAbout;

void     daybook_call_form_begin (DaybookCallForm  *self,
                                  DaybookDesk      *desk,
                                  const DaybookCallAbout *about);
/* Whether somebody has begun to write into it. */
gboolean daybook_call_form_is_begun (DaybookCallForm *self);
/* FALSE when it was not open. */
gboolean daybook_call_form_end   (DaybookCallForm  *self);

/* Signal `edited` (DaybookEdit *edit): complete, to be committed. Signal `cancelled`: it was shut. */

G_END_DECLS
