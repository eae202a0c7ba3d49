/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The button that shows personal data in full (UX 20): for whom the owner trusts as long as the panel stays open, for
 * others for 30 seconds, for part-timers after they have said why, and for each so often a day (RECORDS §9). It opens
 * when the look is written down and not before; what cannot be written down is not shown. */
#define DAYBOOK_TYPE_EYE (daybook_eye_get_type ())
G_DECLARE_FINAL_TYPE (DaybookEye, daybook_eye, DAYBOOK, EYE, AdwBin)

#define DAYBOOK_EYE_SECONDS 30

/* Once, before the first click: where looks are written down, and by whom. */
void        daybook_eye_set_desk (DaybookEye  *self,
                                  DaybookDesk *desk);
DaybookShow daybook_eye_get_show (DaybookEye  *self);
/* Masks at once: another person is shown. So does leaving the panel. */
void        daybook_eye_close    (DaybookEye  *self);
/* Masks when there is more to see by now than was written down. */
void        daybook_eye_check    (DaybookEye  *self);

/* Signals: `asked` (GPtrArray *rows): somebody wants to see; whoever shows rows adds
 * those that it would show in full (DaybookRow, a reference each).
 * `changed`: what daybook_eye_get_show() says is another. */

G_END_DECLS
