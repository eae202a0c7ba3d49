/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/checkpointer.h"
#include "store/transaction.h"
#include "store/undo.h"
#include "store/writer.h"

G_BEGIN_DECLS

/* What acts of many short transactions have in common, an import and an edit of many
 * rows: one at a time in all programs, and taken back when it is stopped or fails. In the
 * writer's thread. */
typedef struct
{
  const char          *stopped;      /* translated: what is told who stopped it */
  const char          *half;         /* ... when it can be neither finished nor taken back now */

  DaybookActSpec       spec;
  gboolean             ended;        /* the last transaction is committed */
  guint64              n_changes;    /* operations written */
  DaybookUndo         *undo;         /* while it is taken back */
  gboolean             locked;
  DaybookCheckpointer *checkpointer; /* of a really long one */
  DaybookWriter       *writer;       /* borrowed: of the transaction at hand */
  gint64               began;        /* when that did, monotonic time */
} DaybookLongAct;

/* Puts the next part of an act into a transaction; `data` is the act's. What sets `*last`
 * has written the act's end too, and may do so only in one with DAYBOOK_SYNC_NOW. */
typedef gboolean (*DaybookLongActWrite) (gpointer             data,
                                         DaybookTransaction  *transaction,
                                         DaybookSync          sync,
                                         gboolean            *last,
                                         GError             **error);

/* For tests, before a store is open: at most so many rows in each transaction from now on. How many
 * there are follows from the speed of the machine otherwise. */
void        daybook_long_act_shorten   (guint            rows);
void        daybook_long_act_clear     (DaybookLongAct  *self);
/* What an earlier act left half-done goes first. DAYBOOK_STEP_AGAIN: there is more of it;
 * else it is over, or the request has an error. */
DaybookStep daybook_long_act_settle    (DaybookLongAct  *self,
                                        DaybookRequest  *request,
                                        DaybookWriter   *writer);
/* The lock of long acts. BUSY: another program has it. */
gboolean    daybook_long_act_lock      (DaybookStore    *store,
                                        GError         **error);
/* One transaction with what `write` puts into it; or none, and the same is to be asked again,
 * where the log has to be copied first. With DAYBOOK_SYNC_LATER it reaches the disk with a
 * later one. On error nothing of it is in the book. */
gboolean    daybook_long_act_write     (DaybookLongAct  *self,
                                        DaybookWriter   *writer,
                                        DaybookSync      sync,
                                        DaybookLongActWrite write,
                                        gpointer         data,
                                        GError         **error);
/* Whether the transaction at hand may take in row `n` of it: it is short, and ends early
 * where somebody waits for it. Of fewer and larger ones less has to be written: a page of an
 * index that is not in the order of the rows is written by nearly each. */
gboolean    daybook_long_act_goes_on   (DaybookLongAct  *self,
                                        guint            n);
/* The next step of taking back what was committed so far, and the end of it. */
DaybookStep daybook_long_act_turn_back (DaybookLongAct  *self,
                                        DaybookRequest  *request,
                                        DaybookWriter   *writer);
/* Gives the lock back and sets the request's outcome or error. */
DaybookStep daybook_long_act_end       (DaybookLongAct  *self,
                                        DaybookRequest  *request,
                                        DaybookWriter   *writer);
/* Of any act of several transactions: `sentence` instead of the request's error; what is
 * left half-done is settled when there is room, or at the next start. */
void        daybook_long_act_leave_half (DaybookRequest *request,
                                        DaybookWriter   *writer,
                                        const char      *sentence);

G_END_DECLS
