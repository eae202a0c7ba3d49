/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A progress bar that is told from another thread how far something is. */

/* What daybook_bar_tell() is told with. (transfer full): goes to daybook_weak_free(). */
gpointer daybook_bar_ear  (GtkProgressBar *bar);
/* A GFileProgressCallback, for any thread. */
void     daybook_bar_tell (goffset         done,
                           goffset         total,
                           gpointer        ear);

G_END_DECLS
