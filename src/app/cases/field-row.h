/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/cases/told-field.h"
#include "app/common/desk.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One field of a case, edited where it stands: its name, and what suits its type. What was typed
 * counts when the focus leaves it or with Enter; what cannot be read is said under it, and
 * nothing is lost. */
#define DAYBOOK_TYPE_FIELD_ROW (daybook_field_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFieldRow, daybook_field_row, DAYBOOK, FIELD_ROW, AdwBin)

/* `field` of the register's table, which is not bookkeeping. */
GtkWidget *daybook_field_row_new   (DaybookDesk      *desk,
                                    DaybookRegister  *definition,
                                    guint             field);
guint      daybook_field_row_get_field (DaybookFieldRow *self);
/* Shows what the row has; what is being typed stays. */
void       daybook_field_row_show  (DaybookFieldRow  *self,
                                    const DaybookRow *row);
/* Says whether a stage waits for it. */
void       daybook_field_row_mark  (DaybookFieldRow  *self,
                                    gboolean          needed);
/* Whether there is something in it, or somebody is at it. */
gboolean   daybook_field_row_is_used (DaybookFieldRow *self);
/* Names of equal width make one column. */
void       daybook_field_row_align (DaybookFieldRow  *self,
                                    GtkSizeGroup     *names);
/* Emits `changed` now if something was typed that nobody knows of. */
void       daybook_field_row_flush (DaybookFieldRow  *self);
void       daybook_field_row_begin (DaybookFieldRow  *self);
/* Of one that customers read (DaybookRegisterField.told): opens the picker of phrases for it, or lets the one that is
 * open put what is chosen into it. FALSE: it is none. */
gboolean   daybook_field_row_take  (DaybookFieldRow  *self);
/* Of what is saved now: what was taken into it, once. FALSE: nothing was. */
gboolean   daybook_field_row_give_told (DaybookFieldRow *self,
                                    DaybookTold      *told);
/* It can be read, and not changed. */
void       daybook_field_row_lock  (DaybookFieldRow  *self);

/* Signal `changed` (DaybookValue *value): another value was given; the handler copies it. */
G_END_DECLS
