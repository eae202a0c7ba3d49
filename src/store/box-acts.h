/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/box.h"
#include "core/edit.h"
#include "store/parcel-find.h"

G_BEGIN_DECLS

/* What a person does with boxes, as edits for the one door. `agent` is who does it; `now` UTC seconds. */

/* A box is put on the table. Whose case is known goes to it, and the case is told that a parcel came
 * in; the others wait, with their order where one is known. An edit of size 0: it lies there already,
 * and nothing has become known since. */
DaybookEdit *daybook_box_act_scan    (const DaybookParcelFind *find,
                                      const char              *remark,
                                      const DaybookId         *agent,
                                      gint64                   now);
/* It belongs to this case. Errors: REFUSED: it has another one. */
DaybookEdit *daybook_box_act_match   (const DaybookRow        *box,
                                      const DaybookRow        *to,
                                      const DaybookId         *agent,
                                      gint64                   now,
                                      GError                 **error);
/* It came of this order; the case is still to be made. */
DaybookEdit *daybook_box_act_order   (const DaybookRow        *box,
                                      const DaybookRow        *order,
                                      const DaybookId         *agent);
/* It is not of the case that it was taken for: it waits again. */
DaybookEdit *daybook_box_act_release (const DaybookRow        *box,
                                      const DaybookId         *agent);

G_END_DECLS
