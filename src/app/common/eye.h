/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The button that shows personal data in full, for 30 seconds (UX 20). */
#define DAYBOOK_TYPE_EYE (daybook_eye_get_type ())
G_DECLARE_FINAL_TYPE (DaybookEye, daybook_eye, DAYBOOK, EYE, AdwBin)

#define DAYBOOK_EYE_SECONDS 30

DaybookShow daybook_eye_get_show (DaybookEye *self);
/* Masks at once: another person is shown. */
void        daybook_eye_close    (DaybookEye *self);

/* Signal `changed`: what daybook_eye_get_show() says is another. */

G_END_DECLS
