/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/history/act-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which acts the history shows: of one kind, of one person, with these words in
 * their title. A GtkFilter over DaybookActItem. */
#define DAYBOOK_TYPE_ACT_FILTER (daybook_act_filter_get_type ())
G_DECLARE_FINAL_TYPE (DaybookActFilter, daybook_act_filter, DAYBOOK, ACT_FILTER, GtkFilter)

#define DAYBOOK_ACT_ANY_KIND (-1)

DaybookActFilter *daybook_act_filter_new        (void);
/* A DaybookActKind, or DAYBOOK_ACT_ANY_KIND. A redo counts as an undo. */
void              daybook_act_filter_set_kind   (DaybookActFilter *self,
                                                 int               kind);
/* NULL: everybody. */
void              daybook_act_filter_set_agent  (DaybookActFilter *self,
                                                 const DaybookId  *agent);
/* Found in any case, anywhere in the title; all words must be. */
void              daybook_act_filter_set_words  (DaybookActFilter *self,
                                                 const char       *words);
/* Whether everything passes. */
gboolean          daybook_act_filter_is_open    (DaybookActFilter *self);

G_END_DECLS
