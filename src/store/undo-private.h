/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/undo-cases.h"
#include "store/undo-currency.h"
#include "store/undo.h"

G_BEGIN_DECLS

struct _DaybookUndo
{
  DaybookStore   *store;  /* borrowed */
  DaybookActSpec  spec;
  char           *title;  /* the spec's */
  gint64          target; /* act taken back */
  gboolean        foreign; /* it is another laptop's: its operations count down */
  gboolean        resumed; /* what a person began has to end: no rule stops it */
  gboolean        last;   /* the step at hand is */
  gint64          cursor; /* distance of the operation looked at last */
  gint64          done;
  gint64          total;
  DaybookOutcome *outcome;
  GHashTable     *told;   /* "tbl/row/field" already in `kept` */
  DaybookUndoCurrency currency; /* of the transaction at hand */
  DaybookUndoCases *cases;
  GHashTable     *gone;   /* DaybookTable → how many of its rows were deleted */
};

/* One operation of the act, as read. */
typedef struct
{
  gint64              n;
  DaybookChangeKind   kind;
  const DaybookTable *table;
  gint64              row;
  int                 field;
  gboolean            erased; /* of a row of a person who was erased: its table is NULL */
  DaybookValue        old;
  gint64              base;
} DaybookUndoOp;

/* Whether the visible value comes from elsewhere than the operation to be undone: then somebody has
 * changed it since, and it is kept. */
gboolean daybook_undo_changed_since   (DaybookUndo         *self,
                                       DaybookTransaction  *transaction,
                                       const DaybookUndoOp *op,
                                       GError             **error);
/* Whether the value goes with an amount that somebody has changed since. */
gboolean daybook_undo_is_held         (DaybookUndo         *self,
                                       DaybookTransaction  *transaction,
                                       const DaybookUndoOp *op,
                                       GError             **error);
/* Whether a row that the undo would put in the trash has to stay out of it. */
gboolean daybook_undo_must_stay       (DaybookUndo         *self,
                                       DaybookTransaction  *transaction,
                                       const DaybookUndoOp *op,
                                       GError             **error);
/* A line guessed from joined titles that the undo would bring back beside those that an item file
 * has given since: nothing to report. */
gboolean daybook_undo_is_replaced     (DaybookTransaction  *transaction,
                                       const DaybookUndoOp *op,
                                       GError             **error);
/* Whether what had put a row in the trash before the operation is itself taken back: the row would
 * not be there without the operation either. */
gboolean daybook_undo_is_brought_back (DaybookDatabase     *db,
                                       const DaybookUndoOp *op);
/* Whether the field follows from other rows. */
gboolean daybook_undo_is_settled      (const DaybookTable  *table,
                                       int                  field);
/* Whether the value would merge a customer into one who was merged into them since. */
gboolean daybook_undo_makes_ring      (DaybookUndo         *self,
                                       DaybookTransaction  *transaction,
                                       const DaybookUndoOp *op,
                                       GError             **error);
/* Tells that the act was on a person who was erased since: nothing brings them back. */
void     daybook_undo_keep_erased     (DaybookUndo         *self);
/* Tells that a case stays, whole, and why; `data`: the undo. */
void     daybook_undo_keep_case       (const DaybookRow    *row,
                                       const char          *sentence,
                                       gpointer             data);

G_END_DECLS
