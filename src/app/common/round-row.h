/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of a list of things to go through (common/round-list.h): what it is, with a word beside it, what there is to say of it
 * under that, and at the end, or below where there is no room, what can be done about it.
 *
 * In the template of a derived class <child type="lead"> stands before all of that, and other children at its end. */
#define DAYBOOK_TYPE_ROUND_ROW (daybook_round_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (DaybookRoundRow, daybook_round_row, DAYBOOK, ROUND_ROW, GtkBox)

struct _DaybookRoundRowClass
{
  GtkBoxClass parent_class;
};

void         daybook_round_row_set_desk   (DaybookRoundRow *self,
                                           DaybookDesk    *desk);
DaybookDesk *daybook_round_row_get_desk   (DaybookRoundRow *self);
/* What is at hand; NULL: nothing. */
void     daybook_round_row_set_object (DaybookRoundRow *self,
                                           gpointer        object);
gpointer     daybook_round_row_get_object (DaybookRoundRow *self);

/* The labels, to be filled. (transfer none) */
GtkLabel    *daybook_round_row_get_name   (DaybookRoundRow *self);
GtkLabel    *daybook_round_row_get_word   (DaybookRoundRow *self);
GtkLabel    *daybook_round_row_get_about  (DaybookRoundRow *self);

/* Emits `step` (GObject *, guint): somebody wants that of the object at hand. */
void         daybook_round_row_want       (DaybookRoundRow *self,
                                           guint           step);

G_END_DECLS
