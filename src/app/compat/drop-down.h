/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the button of a GtkDropDown says while nothing of its list is selected.
 * GTK has no property for it and says "(None)", which is an answer and not a
 * question. */
void daybook_drop_down_set_question (GtkDropDown *drop_down,
                                     const char  *question);

G_END_DECLS
