/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/edit.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Several cases that are one, beside each other (UX 6): a person chooses which of them stays, and
 * of each field in which they differ, whose value. Nothing is chosen for them but what is usual:
 * what the one that stays says, and where it says nothing, what the first other does. */
#define DAYBOOK_TYPE_MERGE_DIALOG (daybook_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMergeDialog, daybook_merge_dialog, DAYBOOK, MERGE_DIALOG, AdwWindow)

/* So many have room beside each other. */
#define DAYBOOK_MERGE_MOST 6

/* `cases`: DaybookRow of the register, two to DAYBOOK_MERGE_MOST of them. */
GtkWindow *daybook_merge_dialog_new (GtkWindow       *parent,
                                     DaybookDesk     *desk,
                                     DaybookRegister *definition,
                                     GPtrArray       *cases);

/* Signal `merged` (DaybookEdit *): they are to be one; the handler does not keep it. */

G_END_DECLS
