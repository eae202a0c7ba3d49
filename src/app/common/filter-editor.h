/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The line in which a condition is put together: field, comparison, value. */
#define DAYBOOK_TYPE_FILTER_EDITOR (daybook_filter_editor_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFilterEditor, daybook_filter_editor, DAYBOOK, FILTER_EDITOR, AdwBin)

GtkWidget *daybook_filter_editor_new   (DaybookDesk         *desk,
                                        const DaybookTable  *table);
/* Puts the focus into it. */
void       daybook_filter_editor_begin (DaybookFilterEditor *self);

/* Signal `added` (uint field, int DaybookOp, GStrv words; a NULL array is "empty"):
 * words that the field understands. */

G_END_DECLS
