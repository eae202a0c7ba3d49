/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/query.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The conditions of a query as chips, each with its ×, and the line in which
 * another one is put together. Text is typed in a line of the page, never in a
 * popover: input methods break there. */
#define DAYBOOK_TYPE_FILTER_BAR (daybook_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFilterBar, daybook_filter_bar, DAYBOOK, FILTER_BAR, AdwBin)

/* In place of a condition's index: that the rows are those of one act. */
#define DAYBOOK_FILTER_ACT G_MAXUINT
/* ... or those of a count (daybook_query_set_keys()). */
#define DAYBOOK_FILTER_KEYS (G_MAXUINT - 1)

/* Once, before the first query. */
void daybook_filter_bar_set_table (DaybookFilterBar   *self,
                                   DaybookDesk        *desk,
                                   const DaybookTable *table);
/* Shows the conditions of the query. */
void daybook_filter_bar_set_query (DaybookFilterBar   *self,
                                   const DaybookQuery *query);
/* Opens the line for another condition, with the focus in it. */
void daybook_filter_bar_begin     (DaybookFilterBar   *self);
/* Closes it; FALSE when it was not open. */
gboolean daybook_filter_bar_end (DaybookFilterBar *self);

/* Signals: `added` (uint field, int DaybookOp, GStrv words; a NULL array is "empty"),
 * `removed` (uint index of the condition). */

G_END_DECLS
