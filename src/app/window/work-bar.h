/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* At the foot of the window: an act that takes longer than a moment, how far it is, and
 * the button that stops it (UX 21). */
#define DAYBOOK_TYPE_WORK_BAR (daybook_work_bar_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWorkBar, daybook_work_bar, DAYBOOK, WORK_BAR, AdwBin)

/* `what`: what goes on, for people; `stopping`: what does once its button was pressed,
 * which cancels `cancellable`. */
DaybookWorkBar *daybook_work_bar_new      (const char     *what,
                                           const char     *stopping,
                                           GCancellable   *cancellable);
void            daybook_work_bar_progress (DaybookWorkBar *self,
                                           goffset         current,
                                           goffset         total);

G_END_DECLS
