/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The columns of a table as chips that can be dragged onto what they are. Only for the
 * pointer: whoever uses the keyboard chooses from lists. */
#define DAYBOOK_TYPE_COLUMN_STRIP (daybook_column_strip_get_type ())
G_DECLARE_FINAL_TYPE (DaybookColumnStrip, daybook_column_strip, DAYBOOK, COLUMN_STRIP, AdwBin)

void daybook_column_strip_clear    (DaybookColumnStrip *self);
/* Adds the next column. `hint`: what it holds, or "". */
void daybook_column_strip_add      (DaybookColumnStrip *self,
                                    const char         *heading,
                                    const char         *hint);
/* Greys the column that is something already. */
void daybook_column_strip_set_used (DaybookColumnStrip *self,
                                    guint               column,
                                    gboolean            used);

/* A column was dropped on `target`. */
typedef void (*DaybookColumnFunc) (GtkWidget *target,
                                   guint      column,
                                   gpointer   data);

/* Lets columns be dropped on a widget; `data` must outlive it. */
void daybook_column_strip_take     (GtkWidget          *target,
                                    DaybookColumnFunc   func,
                                    gpointer            data);

G_END_DECLS
