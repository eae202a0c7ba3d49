/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/presences.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What whoever sits at the desk says of themselves: on a shift, off it, away from the desk, back (SH-06, SH-07). */

/* Does it, or says in `widget`'s window why not; of who leaves the desk it is asked why, and until when. */
void daybook_presence_act (GtkWidget          *widget,
                           DaybookStore       *store,
                           DaybookPresenceAct  act);

G_END_DECLS
