/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a case is called, how urgent it is, and where it comes from: its order and customer, a click
 * away; its number to be copied, and the case to be printed. Signal "priority" (guint urgency): the
 * DaybookUrgency that somebody wants it to have. */
#define DAYBOOK_TYPE_CASE_HEAD (daybook_case_head_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCaseHead, daybook_case_head, DAYBOOK, CASE_HEAD, AdwBin)

void daybook_case_head_show     (DaybookCaseHead  *self,
                                 DaybookDesk      *desk,
                                 DaybookRegister  *definition,
                                 const DaybookRow *row);
/* The same of one that is not in the book yet. `about`: what it was begun with; or NULL. */
void daybook_case_head_show_new (DaybookCaseHead  *self,
                                 DaybookDesk      *desk,
                                 DaybookRegister  *definition,
                                 const DaybookRow *row,
                                 const char       *about);
/* Asks which priority a case that is shown shall have. */
void daybook_case_head_begin_priority (DaybookCaseHead *self);

G_END_DECLS
