/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As tall as its child, up to a height from which on the child is scrolled. In GTK 4.8 a GtkScrolledWindow asks
 * its child how tall it would like to be, and not how tall at this width: text that wraps is cut. */
#define DAYBOOK_TYPE_CAPPED_SCROLLER (daybook_capped_scroller_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCappedScroller, daybook_capped_scroller, DAYBOOK, CAPPED_SCROLLER, GtkWidget)

/* Once. `cap` in pixels. */
void daybook_capped_scroller_set_child (DaybookCappedScroller *self,
                                        GtkWidget             *child,
                                        int                    cap);

G_END_DECLS
