/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* `reason` is NULL when the person leaves it. */
typedef void (*DaybookReasonGiven) (const char *reason,
                                    gpointer    data);

/* Asks why somebody's data has to be seen, in a window over the one of `widget`. `given` is called once, and takes over
 * `data`. */
void daybook_reason_dialog_ask (GtkWidget          *widget,
                                DaybookReasonGiven  given,
                                gpointer            data);

G_END_DECLS
