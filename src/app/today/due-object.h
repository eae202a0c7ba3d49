/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "store/due-list.h"

G_BEGIN_DECLS

/* One thing that is due, as a list shows it. */
#define DAYBOOK_TYPE_DUE_OBJECT (daybook_due_object_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDueObject, daybook_due_object, DAYBOOK, DUE_OBJECT, GObject)

/* Reads it; one that is due no longer has no item. */
DaybookDueObject     *daybook_due_object_new      (DaybookDesk      *desk,
                                                   gint64            key);
/* Reads it anew. */
void                  daybook_due_object_refresh  (DaybookDueObject *self);
gint64                daybook_due_object_get_key  (DaybookDueObject *self);
/* NULL: it is due no longer. (transfer none) */
const DaybookDueItem *daybook_due_object_get_item (DaybookDueObject *self);
/* The case or task; NULL: it is not there. (transfer none) */
const DaybookRow     *daybook_due_object_get_row  (DaybookDueObject *self);
/* "Answer the customer", of a task its title. */
const char           *daybook_due_object_get_what (DaybookDueObject *self);
/* "Return and refund · R-A2031"; of a task whose case it is, or "". */
const char           *daybook_due_object_get_of   (DaybookDueObject *self);
/* The customer, masked, or "". */
const char           *daybook_due_object_get_who  (DaybookDueObject *self);
/* Whose it is, or "". */
const char           *daybook_due_object_get_agent (DaybookDueObject *self);
const char           *daybook_due_object_get_icon (DaybookDueObject *self);
/* What stands above it, where its section begins with it; or NULL. */
const char           *daybook_due_object_get_heading (DaybookDueObject *self);
void                  daybook_due_object_set_heading (DaybookDueObject *self,
                                                   const char       *heading);
/* The time has gone on. */
void                  daybook_due_object_tick     (DaybookDueObject *self);

/* Signal `changed`: it is to be shown anew. */

G_END_DECLS
