/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/merge-dialog.h"

G_BEGIN_DECLS

/* Several cases that are one (UX 6): what the one that stays says, and where it says nothing, what the first other does.
 * The dialog's data is their DaybookRegister. */
extern const DaybookMergeKind daybook_merge_cases;

G_END_DECLS
