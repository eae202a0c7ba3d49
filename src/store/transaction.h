/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/row.h"
#include "store/database.h"

G_BEGIN_DECLS

/* One write transaction under one act: the only code that changes shared rows.
 * Every row made and every field changed leaves its operation in the history in
 * the same transaction (RECORDS §2). Runs in the writer's thread. */
typedef struct
{
  DaybookId      id;     /* of the act */
  DaybookActKind kind;
  const char    *title;
  DaybookId      agent;  /* null: the program */
  gint64         of_act; /* key of the act undone or redone, or 0 */
  gint64         as_of;  /* import: export time of the file, UTC seconds; else 0 */
  gint64         key;    /* of the act in the file; 0 until it is written */
  gboolean       consent; /* whoever does it was asked, because it deletes much, and wants it */
  gboolean       long_running; /* stays marked running until daybook_act_end() */
} DaybookActSpec;

typedef struct _DaybookTransaction DaybookTransaction;

/* BEGIN IMMEDIATE. `spec` is borrowed until the end; its key is set when the
 * act's row is written, which happens with the first operation. `now_ms` stamps
 * the act. Errors: BUSY, FULL, REFUSED ... */
DaybookTransaction *daybook_transaction_begin  (DaybookDatabase     *db,
                                                DaybookActSpec      *spec,
                                                gint64               now_ms,
                                                GError             **error);
/* Commits; frees in any case. On failure everything is
 * rolled back. */
gboolean            daybook_transaction_commit (DaybookTransaction  *self,
                                                GError             **error);
/* Rolls back unless committed, and frees. */
void                daybook_transaction_abort  (DaybookTransaction  *self);

/* Makes a row. `values` has one per field; references may be ids or local keys.
 * A part of a row made in this same transaction shares its operation. Returns
 * the key, 0 on error. The row must not exist. */
gint64              daybook_transaction_create (DaybookTransaction  *self,
                                                const DaybookTable  *table,
                                                const DaybookId     *id,
                                                const DaybookValue  *values,
                                                GError             **error);
/* Changes one field; equal values change nothing. */
gboolean            daybook_transaction_set    (DaybookTransaction  *self,
                                                const DaybookTable  *table,
                                                gint64               rowid,
                                                guint                field,
                                                const DaybookValue  *value,
                                                GError             **error);
/* Applies one change of an edit (see daybook_edit_create() for what creating an
 * existing row means). */
gboolean            daybook_transaction_apply  (DaybookTransaction  *self,
                                                const DaybookChange *change,
                                                GError             **error);
/* Makes sure that the act's row is there, and returns its key. */
gint64              daybook_transaction_act    (DaybookTransaction  *self,
                                                GError             **error);
/* When the act is, in milliseconds since 1970. */
gint64              daybook_transaction_now    (DaybookTransaction  *self);
DaybookDatabase    *daybook_transaction_database (DaybookTransaction *self);
/* Operations written so far. */
guint64             daybook_transaction_size   (DaybookTransaction  *self);
/* Marks the act as one that its person has consented to. */
gboolean            daybook_transaction_consent (DaybookTransaction *self,
                                                GError             **error);
/* Marks a long-running act as whole, in its last transaction. */
gboolean            daybook_transaction_end_act (DaybookTransaction *self,
                                                GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookTransaction, daybook_transaction_abort)

G_END_DECLS
