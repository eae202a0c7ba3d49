/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/bits.h"
#include "app/common/desk.h"
#include "core/edit.h"

G_BEGIN_DECLS

/* What the parts of a case's panel are made of. */

/* An act of the person at the desk, named as the history shows it: "R-A2031: Links". */
DaybookEdit *daybook_case_edit_new  (DaybookDesk      *desk,
                                     const DaybookRow *row,
                                     const char       *what);
/* "R-A2031 · 张* · Asked for": what tells a case from others. (transfer full) */
char        *daybook_case_describe  (DaybookDesk      *desk,
                                     const DaybookRow *row);

/* The time that somebody has written. UTC seconds. Errors: FORMAT. */
gboolean     daybook_case_read_time (DaybookDesk      *desk,
                                     const char       *word,
                                     gint64           *moment,
                                     GError          **error);

/* A time as it is typed: "2026-11-22 10:20". (transfer full) */
char        *daybook_case_write_time (DaybookDesk     *desk,
                                     gint64            moment);

/* The priorities that a case may have, for an action of ours that takes a DaybookUrgency. (transfer full) */
GMenuModel  *daybook_bit_priorities (const char       *action);

G_END_DECLS
