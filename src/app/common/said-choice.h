/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/said-case.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which cases come of what a customer has just said: a box to tick for each that can, none where nothing is to be done. */
#define DAYBOOK_TYPE_SAID_CHOICE (daybook_said_choice_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSaidChoice, daybook_said_choice, DAYBOOK, SAID_CHOICE, AdwBin)

/* What cannot come of it (any more) is not ticked either. */
void daybook_said_choice_show (DaybookSaidChoice       *self,
                               DaybookReader           *reader,
                               const DaybookSurveySaid *said);
/* `becomes`: DAYBOOK_SAID_N of them. */
void daybook_said_choice_read (DaybookSaidChoice       *self,
                               gboolean                *becomes);

G_END_DECLS
