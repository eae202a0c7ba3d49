/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that is nothing but its fields, edited in place, each as its type asks: a line, a choice, a switch, a person, a day,
 * a text. What is refused stays, marked, to be mended. */
#define DAYBOOK_TYPE_PLAIN_PANEL (daybook_plain_panel_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPlainPanel, daybook_plain_panel, DAYBOOK, PLAIN_PANEL, AdwBin)

/* What else a value means for the row: adds it to the edit, beside the value itself. */
typedef void (*DaybookPlainFollows) (DaybookEdit      *edit,
                                     DaybookStore     *store,
                                     const DaybookRow *row,
                                     guint             field,
                                     gint64            number);

/* `fields`: those in sight, in their order, ended by -1; fields that are written once are only shown. `follows`: or NULL. */
GtkWidget *daybook_plain_panel_new  (DaybookDesk         *desk,
                                     const DaybookTable  *table,
                                     const int           *fields,
                                     DaybookPlainFollows  follows);
/* Puts a widget under the fields; taken over. */
void       daybook_plain_panel_add  (DaybookPlainPanel   *self,
                                     GtkWidget           *widget);
void       daybook_plain_panel_show (DaybookPlainPanel   *self,
                                     const DaybookRow    *row);

/* Signal `edit` (DaybookEdit *edit): complete, to be committed. */

G_END_DECLS
