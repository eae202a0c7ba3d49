/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/* Words and icons of acts, for people. */

const char *daybook_act_kind_label (DaybookActKind        kind);
const char *daybook_act_kind_icon  (DaybookActKind        kind);
/* Who it was; the program where nobody was at the desk. */
const char *daybook_act_author     (const DaybookAct     *act);
/* What came of an undo or redo, in words. (transfer full) */
char       *daybook_act_describe_outcome (const DaybookOutcome *outcome);

G_END_DECLS
