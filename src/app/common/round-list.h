/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/lane.h"
#include "app/common/page.h"

G_BEGIN_DECLS

/* The list of a page that is no table of the book: things to go through one after the other, found by a question that
 * is asked beside the main thread. It asks anew when the book changes: at once while somebody looks, else when the page
 * is turned to. */
#define DAYBOOK_TYPE_ROUND_LIST (daybook_round_list_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRoundList, daybook_round_list, DAYBOOK, ROUND_LIST, GObject)

/* What the page has to do for it; static. */
typedef struct
{
  GType      (*type)     (void);              /* of the things */
  GtkWidget *(*make_row) (DaybookPage  *page);
  /* Shows it in the row; NULL: nothing any more. */
  void       (*show_row) (DaybookPage  *page,
                          GtkWidget    *row,
                          gpointer      object);
  /* Asks in the lane, and lets the list take what comes. */
  void       (*ask)      (DaybookPage  *page,
                          DaybookLane  *lane,
                          GCancellable *cancellable);
  /* What tells it from the others of the list. */
  gint64     (*key)      (gpointer      object);
  /* Hands it what is known of it by now: `newer` has the same key. */
  void       (*renew)    (gpointer      object,
                          gpointer      newer);
} DaybookRoundListSpec;

/* `page` is borrowed: it owns this. */
DaybookRoundList *daybook_round_list_new        (DaybookPage               *page,
                                                 DaybookStore              *store,
                                                 GtkListView               *view,
                                                 const DaybookRoundListSpec *spec);
/* Puts `objects` (owned by the array) in the place of what is in it. Of what stays nothing moves: it is selected, focused and in sight as
 * before, and only told anew. */
void             daybook_round_list_take       (DaybookRoundList           *self,
                                                GPtrArray                  *objects);
/* Something is being done with what stands at `position`: if it has gone when the list takes the next answer, it goes on
 * there with what came after. */
void             daybook_round_list_leave      (DaybookRoundList           *self,
                                                guint                      position);
void             daybook_round_list_clear      (DaybookRoundList           *self);
/* (transfer none) */
GtkSelectionModel *daybook_round_list_get_selection (DaybookRoundList      *self);
guint            daybook_round_list_count      (DaybookRoundList           *self);
/* (transfer full), or NULL */
gpointer         daybook_round_list_at         (DaybookRoundList           *self,
                                                guint                      position);
/* GTK_INVALID_LIST_POSITION: it is not in it any more. */
guint            daybook_round_list_find       (DaybookRoundList           *self,
                                                gpointer                   object);
guint            daybook_round_list_count_selected (DaybookRoundList       *self);
/* GTK_INVALID_LIST_POSITION: nothing is selected. */
guint            daybook_round_list_first_selected (DaybookRoundList       *self);
/* In their order. (transfer full) */
GPtrArray       *daybook_round_list_selected   (DaybookRoundList           *self);
/* That one alone, and brings it in sight. */
void             daybook_round_list_select     (DaybookRoundList           *self,
                                                guint                      position);

/* Asks now, instead of what is being asked. */
void             daybook_round_list_ask        (DaybookRoundList           *self);
/* The answer may be another one. */
void             daybook_round_list_outdate    (DaybookRoundList           *self);
/* The page was turned to. */
void             daybook_round_list_shown      (DaybookRoundList           *self);

/* The commands `next`, `previous` and `select-all`; FALSE: it is none of them. */
gboolean         daybook_round_list_can        (DaybookRoundList           *self,
                                                const char                *command,
                                                gboolean                  *possible);
gboolean         daybook_round_list_perform    (DaybookRoundList           *self,
                                                const char                *command);

G_END_DECLS
