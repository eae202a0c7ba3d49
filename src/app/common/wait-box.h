/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How far something is that takes its time, and a button that ends it. What is over in a moment is not shown at all. */
#define DAYBOOK_TYPE_WAIT_BOX (daybook_wait_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWaitBox, daybook_wait_box, DAYBOOK, WAIT_BOX, GtkBox)

GtkWidget *daybook_wait_box_new   (const char     *text);
/* It begins, or begins anew; the button cancels `cancellable`. */
void       daybook_wait_box_begin (DaybookWaitBox *self,
                                   GCancellable   *cancellable);
void       daybook_wait_box_end   (DaybookWaitBox *self);

/* With what daybook_bar_tell() (common/told-bar.h) tells it how far it is. (transfer full): goes to daybook_weak_free(). */
gpointer   daybook_wait_box_ear   (DaybookWaitBox *self);

/* Signal `stopped`: the button was pressed. */

G_END_DECLS
