/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Saves `text` as the note in `field` of the row, through the shell of `widget`. */
void daybook_set_note (GtkWidget        *widget,
                       const DaybookRow *row,
                       guint             field,
                       const DaybookId  *by,
                       const char       *text);

G_END_DECLS
