/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What an undo left as it was, and why: field, who changed it, when. (element-type
 * DaybookKept) */
void daybook_kept_list_fill (GtkListBox   *list,
                             DaybookStore *store,
                             GPtrArray    *kept);

G_END_DECLS
