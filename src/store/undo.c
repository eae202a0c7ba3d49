/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo-private.h"

#include "core/order.h"
#include "core/shop.h"
#include "core/stock.h"
#include "store/billed-orders.h"
#include "store/brake.h"
#include "store/case-row.h"
#include "store/history.h"
#include "store/house-rule.h"
#include "store/stock-products.h"
#include "store/undo-told.h"

#include <glib/gi18n-lib.h>

#define OPS_PER_STEP DAYBOOK_UNDO_OPS_PER_STEP

static void
clear_op (gpointer data)
{
  daybook_value_clear (&((DaybookUndoOp *) data)->old);
}

/* --- Consent ------------------------------------------------------------ */

static void
count_gone (DaybookUndo        *self,
            const DaybookTable *table,
            guint               n)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->gone, table));

  g_hash_table_insert (self->gone, (gpointer) table, GUINT_TO_POINTER (before + n));
}

/* What it deleted before it was cut off. */
static gboolean
count_gone_before (DaybookUndo     *self,
                   DaybookDatabase *db,
                   GError         **error)
{
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT tbl, count (*) FROM ops WHERE act = :act AND field = 'deleted' AND value <> 0 GROUP BY tbl", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":act", self->spec.key);
  while (daybook_statement_next (statement, &local))
    {
      const DaybookTable *table = daybook_registry_find (daybook_column_text (statement, 0));

      if (table != NULL)
        count_gone (self, table, (guint) sqlite3_column_int64 (statement, 1));
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* Whoever asked for an undo that deletes much wants that too: the act says so, and no
 * other laptop asks again (RECORDS §5). What the program takes back nobody asked for. */
static gboolean
note_consent (DaybookUndo        *self,
              DaybookTransaction *transaction,
              GError            **error)
{
  GHashTableIter iter;
  gpointer table, n;
  GError *local = NULL;

  if (self->spec.consent || daybook_id_is_null (&self->spec.agent))
    return TRUE;

  g_hash_table_iter_init (&iter, self->gone);
  while (!self->spec.consent && local == NULL && g_hash_table_iter_next (&iter, &table, &n))
    self->spec.consent = daybook_brake_holds (daybook_transaction_database (transaction), table,
                                              GPOINTER_TO_UINT (n), GPOINTER_TO_UINT (n), &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  return !self->spec.consent || daybook_transaction_consent (transaction, error);
}

/* --- Taking back -------------------------------------------------------- */

/* What a redone import had told of the order. Its time was written after its values, and
 * comes after them here too. */
static gboolean
tell_again (DaybookUndo         *self,
            DaybookTransaction  *transaction,
            const DaybookUndoOp *op,
            GError             **error)
{
  return self->spec.kind != DAYBOOK_ACT_REDO
         || op->table != &daybook_orders
         || op->field != DAYBOOK_ORDER_AS_OF
         || daybook_undo_tell_again (daybook_transaction_database (transaction), op->row, self->spec.key, self->target, error);
}

static gboolean
undo_set (DaybookUndo         *self,
          DaybookTransaction  *transaction,
          const DaybookUndoOp *op,
          GError             **error)
{
  GError *local = NULL;

  gboolean into_trash = op->field == DAYBOOK_FIELD_DELETED && op->old.type == DAYBOOK_VALUE_INT && op->old.number != 0;

  if (daybook_undo_changed_since (self, transaction, op, &local)
      || daybook_undo_is_held (self, transaction, op, &local)
      || daybook_undo_makes_ring (self, transaction, op, &local)
      || (into_trash && daybook_undo_must_stay (self, transaction, op, &local)))
    {
      if (local == NULL)
        return tell_again (self, transaction, op, error);
      g_propagate_error (error, local);
      return FALSE;
    }

  if (into_trash ? daybook_undo_is_brought_back (daybook_transaction_database (transaction), op)
                 : daybook_undo_is_replaced (transaction, op, &local))
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return local == NULL;
    }

  if ((into_trash
       || op->table == &daybook_order_lines /* one that comes back, too */
       || op->table->fields[op->field].field_class == DAYBOOK_CLASS_PLATFORM)
      && !daybook_undo_forget_told (daybook_transaction_database (transaction), self->target, op->table, op->row, op->field, error))
    return FALSE;

  if (into_trash)
    count_gone (self, op->table, 1);
  return daybook_transaction_set (transaction, op->table, op->row, (guint) op->field, &op->old, error);
}

static gboolean
undo_create (DaybookUndo         *self,
             DaybookTransaction  *transaction,
             const DaybookUndoOp *op,
             GError             **error)
{
  DaybookValue yes = daybook_value_int (1);
  GError *local = NULL;

  /* Another laptop made the row too, and before: it is not this act's to take away. */
  if (!daybook_history_made (daybook_transaction_database (transaction), op->table, op->row, self->target))
    return TRUE;

  if (daybook_undo_must_stay (self, transaction, op, &local))
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return local == NULL;
    }

  count_gone (self, op->table, 1);
  return daybook_undo_forget_told (daybook_transaction_database (transaction), self->target, op->table, op->row, -1, error)
         && daybook_transaction_set (transaction, op->table, op->row, DAYBOOK_FIELD_DELETED, &yes, error);
}

/* The next operations, newest first: own ones have the largest number, those of
 * other laptops the smallest (001.sql, ops). */
static DaybookStatement *
select_ops (DaybookUndo     *self,
            DaybookDatabase *db,
            GError         **error)
{
  DaybookStatement *statement = daybook_database_prepare (db, self->foreign
    ? "SELECT n, kind, tbl, row, field, old, base FROM ops"
      " WHERE act = :act AND n > -:cursor ORDER BY n LIMIT :limit"
    : "SELECT n, kind, tbl, row, field, old, base FROM ops"
      " WHERE act = :act AND n < :cursor ORDER BY n DESC LIMIT :limit", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":act", self->target);
  daybook_bind_int (statement, ":cursor", self->cursor);
  daybook_bind_int (statement, ":limit", OPS_PER_STEP);
  return statement;
}

/* A field that no version knows leaves the table; a table that none knows leaves nothing. */
static void
find_place (DaybookUndoOp *op,
            const char    *kind,
            const char    *field)
{
  const DaybookTable *table = daybook_registry_find (kind);
  const DaybookTable *of = table != NULL ? daybook_table_of_field (table, field, &op->field) : NULL;

  op->erased = g_str_has_prefix (kind, "erased.");
  op->table = of != NULL ? of : table;
  if (of == NULL)
    op->field = -1;
}

static GArray *
read_ops (DaybookUndo     *self,
          DaybookDatabase *db,
          GError         **error)
{
  g_autoptr(GArray) ops = g_array_new (FALSE, TRUE, sizeof (DaybookUndoOp));
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = select_ops (self, db, error);

  g_array_set_clear_func (ops, clear_op);
  if (statement == NULL)
    return NULL;

  while (daybook_statement_next (statement, &local))
    {
      DaybookUndoOp op = { .n = sqlite3_column_int64 (statement, 0), .kind = (DaybookChangeKind) sqlite3_column_int64 (statement, 1) };

      find_place (&op, daybook_column_text (statement, 2), daybook_column_text (statement, 4));
      op.row = sqlite3_column_int64 (statement, 3);
      op.old = daybook_column_value (statement, 5);
      op.base = sqlite3_column_int64 (statement, 6);
      g_array_append_val (ops, op);
    }

  if (local == NULL)
    return g_steal_pointer (&ops);

  g_propagate_error (error, local);
  return NULL;
}

/* What follows from the row is worked out anew. */
static gboolean
tell_undone (DaybookTransaction  *transaction,
             const DaybookUndoOp *op,
             guint                field,
             GError             **error)
{
  return op->table == &daybook_stocks ? daybook_stock_tell_row (transaction, op->row, error)
                                      : daybook_billed_tell_undone (transaction, op->table, op->row, field, error);
}

static gboolean
undo_op (DaybookUndo         *self,
         DaybookTransaction  *transaction,
         const DaybookUndoOp *op,
         GError             **error)
{
  gboolean stays = FALSE;

  if (op->erased)
    daybook_undo_keep_erased (self);
  if (op->table == NULL)
    return TRUE; /* of a table that a newer Daybook has: it undoes it */
  if (!daybook_undo_cases_touch (self->cases, daybook_transaction_database (transaction), op->table, op->row, &stays, error))
    return FALSE;
  if (stays)
    return TRUE;
  if (op->kind == DAYBOOK_CHANGE_CREATE)
    return undo_create (self, transaction, op, error)
           && tell_undone (transaction, op, DAYBOOK_FIELD_DELETED, error);

  return op->field < 0 || daybook_undo_is_settled (op->table, op->field)
         || (undo_set (self, transaction, op, error)
             && tell_undone (transaction, op, (guint) op->field, error));
}

/* An import that was cut off counts as whole from the moment on at which its
 * undoing has begun: in the same transaction, or a kill between the two would
 * leave half an import that looks whole. */
static gboolean
close_target (DaybookUndo        *self,
              DaybookTransaction *transaction,
              GError            **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "UPDATE acts SET state = 0 WHERE key = :key AND state <> 0", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":key", self->target);
  return daybook_statement_run (statement, error)
         && (sqlite3_changes (db->handle) == 0 || daybook_transaction_act (transaction, error) != 0);
}

/* An act of which everything was kept is undone as well: else the person's next undo
 * would ask for the same one, and what is before it could not be reached. */
static gboolean
end_act (DaybookTransaction *transaction,
         GError            **error)
{
  return daybook_transaction_act (transaction, error) != 0 && daybook_transaction_end_act (transaction, error);
}

/* Leaves to the next step what was done to one case and is only begun here: half of it could be
 * what its register does not allow. */
static gboolean
leave_case_whole (DaybookDatabase *db,
                  GArray          *ops,
                  GError         **error)
{
  guint left = ops->len;
  DaybookId last, id;

  do
    {
      const DaybookUndoOp *op = &g_array_index (ops, DaybookUndoOp, left - 1);

      id = (DaybookId) { { 0 } };
      if (op->table != NULL && !daybook_case_id_of_row (db, op->table, op->row, &id, error))
        return FALSE;
      if (left == ops->len)
        last = id;
    }
  while (!daybook_id_is_null (&last) && daybook_id_equal (&id, &last) && --left > 0);

  if (!daybook_id_is_null (&last) && left > 0)
    g_array_set_size (ops, left);
  return TRUE;
}

static gboolean
undo_ops (DaybookUndo        *self,
          DaybookTransaction *transaction,
          GArray            **ops,
          GError            **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);

  *ops = read_ops (self, db, error);
  if (*ops == NULL)
    return FALSE;

  self->last = (*ops)->len < OPS_PER_STEP;
  if (!self->last && !leave_case_whole (db, *ops, error))
    return FALSE;

  for (guint i = 0; i < (*ops)->len; i++)
    if (!undo_op (self, transaction, &g_array_index (*ops, DaybookUndoOp, i), error))
      return FALSE;

  return !self->last || end_act (transaction, error);
}

/* A step that leaves the book a shop, and the shop an owner. */
static gboolean
take_back (DaybookUndo        *self,
           DaybookTransaction *transaction,
           GArray            **ops,
           GError            **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  g_auto(DaybookHouse) house = { 0 };

  return (self->resumed || daybook_house_read (db, &house, error))
         && close_target (self, transaction, error)
         && undo_ops (self, transaction, ops, error)
         && note_consent (self, transaction, error)
         && daybook_house_check (db, &house, error);
}

/* What one attempt at a step gave. */
typedef struct
{
  GArray   *ops;
  guint64   size;
  gboolean  again; /* nothing was done: some cases stay, as is known now */
} Attempt;

static gboolean
attempt_step (DaybookUndo     *self,
              DaybookDatabase *db,
              Attempt         *attempt,
              GError         **error)
{
  g_autoptr(DaybookTransaction) transaction =
    daybook_transaction_begin (db, &self->spec, daybook_store_get_now_ms (self->store), error);

  if (transaction == NULL)
    return FALSE;

  daybook_undo_cases_begin (self->cases);
  if (!take_back (self, transaction, &attempt->ops, error)
      || !daybook_undo_cases_end (self->cases, db, daybook_undo_keep_case, self, &attempt->again, error))
    return FALSE;

  attempt->size = daybook_transaction_size (transaction);
  return attempt->again || daybook_transaction_commit (g_steal_pointer (&transaction), error);
}

/* What an attempt that came to nothing has counted. */
static void
forget_attempt (DaybookUndo *self,
                GHashTable  *gone,
                gint64       key,
                gboolean     consent)
{
  self->spec.key = key; /* the act's row went with the rollback */
  self->spec.consent = consent;
  g_hash_table_unref (self->gone);
  self->gone = g_hash_table_ref (gone);
}

static GHashTable *
copy_gone (DaybookUndo *self)
{
  GHashTable *copy = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer table, n;

  g_hash_table_iter_init (&iter, self->gone);
  while (g_hash_table_iter_next (&iter, &table, &n))
    g_hash_table_insert (copy, table, n);
  return copy;
}

/* Each attempt that is to be made again has found cases that stay: it ends. */
static gboolean
make_step (DaybookUndo     *self,
           DaybookDatabase *db,
           Attempt         *attempt,
           GError         **error)
{
  gint64 key = self->spec.key;
  gboolean consent = self->spec.consent;
  gboolean made;

  do
    {
      g_autoptr(GHashTable) gone = copy_gone (self);

      g_clear_pointer (&attempt->ops, g_array_unref);
      self->currency = (DaybookUndoCurrency) { 0 };
      made = attempt_step (self, db, attempt, error);
      if (!made || attempt->again)
        forget_attempt (self, gone, key, consent);
    }
  while (made && attempt->again);

  return made;
}

DaybookStep
daybook_undo_step (DaybookUndo   *self,
                   DaybookWriter *writer,
                   GError       **error)
{
  Attempt attempt = { 0 };
  gboolean made = make_step (self, daybook_writer_database (writer), &attempt, error);
  g_autoptr(GArray) ops = attempt.ops;

  if (!made)
    return DAYBOOK_STEP_DONE;

  daybook_store_notify (self->store);
  self->outcome->n_changes += attempt.size;
  self->done += ops->len;
  if (ops->len > 0)
    self->cursor = ABS (g_array_index (ops, DaybookUndoOp, ops->len - 1).n);

  return self->last ? DAYBOOK_STEP_DONE : DAYBOOK_STEP_AGAIN;
}

/* --- Making an undo ----------------------------------------------------- */

static gboolean
read_target (DaybookUndo     *self,
             DaybookDatabase *db,
             DaybookActKind  *kind,
             GError         **error)
{
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "WITH RECURSIVE chain (key, of_act, title) AS ("
    " SELECT key, of_act, title FROM acts WHERE key = :act"
    " UNION ALL SELECT a.key, a.of_act, a.title FROM acts a JOIN chain c ON a.key = c.of_act)"
    " SELECT a.kind, a.size, (SELECT title FROM chain WHERE of_act IS NULL), a.device <> 1"
    " FROM acts a WHERE a.key = :act", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":act", self->target);
  if (!daybook_statement_next (statement, &local))
    {
      if (local != NULL)
        g_propagate_error (error, local);
      else
        daybook_history_set_no_act (error);
      return FALSE;
    }

  *kind = sqlite3_column_int64 (statement, 0) == DAYBOOK_ACT_UNDO ? DAYBOOK_ACT_REDO : DAYBOOK_ACT_UNDO;
  self->total = sqlite3_column_int64 (statement, 1);
  self->foreign = sqlite3_column_int64 (statement, 3) != 0;
  self->title = g_strdup_printf (*kind == DAYBOOK_ACT_REDO ? _("Redo: %s") : _("Undo: %s"),
                                 daybook_column_text (statement, 2));
  return TRUE;
}

static DaybookUndo *
make_undo (DaybookStore *store,
           gint64        target)
{
  DaybookUndo *self = g_new0 (DaybookUndo, 1);

  self->store = store;
  self->target = target;
  self->cursor = G_MAXINT64;
  self->outcome = daybook_outcome_new ();
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->gone = g_hash_table_new (NULL, NULL);
  self->cases = daybook_undo_cases_new ();
  return self;
}

DaybookUndo *
daybook_undo_new (DaybookStore    *store,
                  DaybookDatabase *db,
                  gint64           act,
                  const DaybookId *agent,
                  GError         **error)
{
  g_autoptr(DaybookUndo) self = make_undo (store, act);
  DaybookActKind kind;

  if (!read_target (self, db, &kind, error))
    return NULL;

  daybook_act_spec_init (&self->spec, store, kind, self->title, agent);
  self->spec.of_act = act;
  self->spec.long_running = TRUE;
  return g_steal_pointer (&self);
}

DaybookUndo *
daybook_undo_resume (DaybookStore    *store,
                     DaybookDatabase *db,
                     gint64           key,
                     GError         **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT a.of_act, a.id, a.kind, a.title, t.device <> 1, a.agent, a.consent"
    " FROM acts a JOIN acts t ON t.key = a.of_act WHERE a.key = :key", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":key", key);
  if (!daybook_statement_next (statement, error))
    return NULL;

  g_autoptr(DaybookUndo) self = make_undo (store, sqlite3_column_int64 (statement, 0));
  self->title = g_strdup (daybook_column_text (statement, 3));
  self->foreign = sqlite3_column_int64 (statement, 4) != 0;
  self->resumed = TRUE;
  self->spec.key = key;
  self->spec.kind = (DaybookActKind) sqlite3_column_int64 (statement, 2);
  self->spec.title = self->title;
  daybook_column_id (statement, 1, &self->spec.id);
  daybook_column_id (statement, 5, &self->spec.agent);
  self->spec.consent = sqlite3_column_int64 (statement, 6) != 0;
  return count_gone_before (self, db, error) ? g_steal_pointer (&self) : NULL;
}

void
daybook_undo_free (DaybookUndo *self)
{
  g_clear_pointer (&self->outcome, daybook_outcome_free);
  g_hash_table_unref (self->told);
  g_hash_table_unref (self->gone);
  daybook_undo_cases_free (self->cases);
  g_free (self->title);
  g_free (self);
}

DaybookOutcome *
daybook_undo_steal_outcome (DaybookUndo *self)
{
  if (self->spec.key != 0)
    self->outcome->act = self->spec.id;
  self->outcome->title = g_strdup (self->title);
  return g_steal_pointer (&self->outcome);
}

void
daybook_undo_get_progress (DaybookUndo *self,
                           gint64      *done,
                           gint64      *total)
{
  *done = self->done;
  *total = self->total;
}

gint64
daybook_undo_get_key (DaybookUndo *self)
{
  return self->spec.key;
}
