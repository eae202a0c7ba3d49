/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/item.h"
#include "core/query.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* A query as a list (DESIGN §1.2): the keys of all its rows, fetched by a
 * worker, and the rows themselves as they come into view. It follows the book:
 * after a change it asks again and emits just the differences, so that position
 * and selection stay with their rows. Items are DaybookItem; an item is the same
 * object as long as anybody holds it, wherever its row moves. */
#define DAYBOOK_TYPE_RESULT_MODEL (daybook_result_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookResultModel, daybook_result_model, DAYBOOK, RESULT_MODEL, GObject)

typedef enum
{
  DAYBOOK_RESULT_LOADING, /* there may be more than what is there */
  DAYBOOK_RESULT_READY,
  DAYBOOK_RESULT_FAILED,
} DaybookResultState;

/* So many keys come before the whole list: what fits on a tall screen. For each that
 * it is given GTK 4.8 makes a row, up to 200, before it draws any. */
#define DAYBOOK_RESULT_FIRST 64
/* And of those so many at once, the others in the turns of the main loop after it. */
#define DAYBOOK_RESULT_A_TURN 24

DaybookResultModel *daybook_result_model_new       (DaybookStore       *store);
/* Asks another question about the same table; the query is copied. The old list stays until the
 * first rows of the new one are there. */
void                daybook_result_model_set_query (DaybookResultModel *self,
                                                    const DaybookQuery *query);
/* NULL before the first one. */
const DaybookQuery *daybook_result_model_get_query (DaybookResultModel *self);
DaybookResultState  daybook_result_model_get_state (DaybookResultModel *self);
/* Why it FAILED. */
const GError       *daybook_result_model_get_error (DaybookResultModel *self);
/* Where the row of `key` stands, or GTK_INVALID_LIST_POSITION. */
guint               daybook_result_model_find      (DaybookResultModel *self,
                                                    gint64              key);
/* The key at a position. */
gint64              daybook_result_model_get_key   (DaybookResultModel *self,
                                                    guint               position);
/* Shown times may read otherwise from now on: a new day has begun. */
void                daybook_result_model_redraw    (DaybookResultModel *self);

/* Property `state` notifies. Signal `turned`: the first rows of another question are
 * there; whoever shows them begins at the top. Signal `settled`: all rows are those of
 * the answer, after another question or a change of the book. */

G_END_DECLS
