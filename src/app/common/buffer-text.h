/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All that stands in the buffer. (transfer full) */
char *daybook_buffer_text (GtkTextBuffer *buffer);
/* ... in that of the view. (transfer full) */
char *daybook_view_text   (GtkTextView   *view);

G_END_DECLS
