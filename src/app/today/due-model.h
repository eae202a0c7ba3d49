/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "app/today/due-object.h"

G_BEGIN_DECLS

/* What is due today as a list, the worst first: its marks fetched by a worker, each thing read as it comes
 * into view. A list that is new has its first rows at once, and the rest a moment later. It follows the
 * book and the clock, and tells just what has changed. Items are DaybookDueObject. */
#define DAYBOOK_TYPE_DUE_MODEL (daybook_due_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDueModel, daybook_due_model, DAYBOOK, DUE_MODEL, GObject)

DaybookDueModel *daybook_due_model_new      (DaybookDesk     *desk);
/* Only what is the person's at the desk, or everyone's. */
void             daybook_due_model_set_mine (DaybookDueModel *self,
                                             gboolean         mine);
/* How many are due, and do not stand still. */
guint            daybook_due_model_count_due (DaybookDueModel *self);
/* Where that of `key` stands, or GTK_INVALID_LIST_POSITION. */
guint            daybook_due_model_find     (DaybookDueModel *self,
                                             gint64           key);

/* Signal `settled`: all of it is as the book is. */

G_END_DECLS
