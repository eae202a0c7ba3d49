/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was begun in a window is done also when the window is closed meanwhile: the
 * words of a note are nowhere else. Main thread. */

/* Between the two the program does not end, with or without a window. */
void daybook_last_act_hold    (void);
void daybook_last_act_release (void);

/* Commits the edit through the shell that `widget` stands in, which says so, or
 * without one when its window is gone, or that widget (NULL); a failure is in the log then. Takes a reference
 * of its own to `edit`. */
void daybook_last_act_commit  (GtkWidget    *widget,
                               DaybookStore *store,
                               DaybookEdit  *edit);

G_END_DECLS
