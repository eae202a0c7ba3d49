/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"
#include "core/stock.h"
#include "store/billed-orders.h"
#include "store/brake.h"
#include "store/case-row.h"
#include "store/history.h"
#include "store/house-rule.h"
#include "store/row-sql.h"
#include "store/stock-products.h"
#include "store/undo-currency.h"
#include "store/undo-told.h"

#include <glib/gi18n-lib.h>

#define OPS_PER_STEP DAYBOOK_UNDO_OPS_PER_STEP

struct _DaybookUndo
{
  DaybookStore   *store;  /* borrowed */
  DaybookActSpec  spec;
  char           *title;  /* the spec's */
  gint64          target; /* act taken back */
  gboolean        foreign; /* it is another laptop's: its operations count down */
  gboolean        resumed; /* what a person began has to end: no rule stops it */
  gint64          cursor; /* distance of the operation looked at last */
  gint64          done;
  gint64          total;
  DaybookOutcome *outcome;
  GHashTable     *told;   /* "tbl/row/field" already in `kept` */
  DaybookUndoCurrency currency; /* of the transaction at hand */
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
  DaybookValue        old;
  gint64              base;
} Op;

static void
clear_op (gpointer data)
{
  daybook_value_clear (&((Op *) data)->old);
}

/* --- Keeping what others have changed since ----------------------------- */

static void
keep (DaybookUndo     *self,
      DaybookDatabase *db,
      const Op        *op,
      const char      *name,
      gint64           act)
{
  g_autofree char *key = g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%s", op->table->kind, op->row, name);
  g_autoptr(DaybookRow) row = daybook_row_load_whole (db, op->table, op->row, NULL);

  if (row == NULL || !g_hash_table_add (self->told, g_steal_pointer (&key)))
    return;

  self->outcome->n_kept++;
  if (self->outcome->kept->len >= DAYBOOK_KEPT_MAX)
    return;

  DaybookKept *kept = g_new0 (DaybookKept, 1);
  kept->table = daybook_table_field (row->table, name) >= 0 ? row->table : op->table;
  kept->row = row->id;
  kept->title = daybook_row_title (db, row);
  kept->field = (guint) MAX (DAYBOOK_FIELD_DELETED, daybook_table_field (kept->table, name));
  daybook_history_who (db, act, &kept->by, &kept->at);
  g_ptr_array_add (self->outcome->kept, kept);
}

static gint64
visible_op (DaybookDatabase  *db,
            const Op         *op,
            GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT op FROM field_ops WHERE tbl = :tbl AND row = :row AND field = :field", error);

  if (statement == NULL)
    return 0;

  daybook_bind_text (statement, ":tbl", op->table->kind);
  daybook_bind_int (statement, ":row", op->row);
  daybook_bind_text (statement, ":field", op->table->fields[op->field].name);
  return daybook_statement_next (statement, error) ? sqlite3_column_int64 (statement, 0) : 0;
}

/* Whether the visible value comes from elsewhere than the operation to be
 * undone: then somebody has changed it since, and it is kept. */
static gboolean
changed_since (DaybookUndo        *self,
               DaybookTransaction *transaction,
               const Op           *op,
               GError            **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  gint64 visible = visible_op (db, op, error);
  gint64 act, own_act;

  if (visible == op->n || visible == 0)
    return FALSE;
  if (daybook_history_act_of (db, visible) == self->spec.key)
    return FALSE; /* this undo's own: the act had set the field twice */
  if (daybook_history_origin (db, visible, &act) == daybook_history_origin (db, op->n, &own_act))
    return FALSE;

  keep (self, db, op, op->table->fields[op->field].name, act);
  return TRUE;
}

/* Whether the value goes with an amount that somebody has changed since. */
static gboolean
is_held (DaybookUndo        *self,
         DaybookTransaction *transaction,
         const Op           *op,
         GError            **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  gint64 by = daybook_undo_currency_held_by (&self->currency, db, self->target, self->spec.key, op->table, op->row, op->field, error);

  if (by != 0)
    keep (self, db, op, op->table->fields[op->field].name, by);
  return by != 0;
}

/* The acts that this undo is about: the one taken back, and if that is a redo,
 * what it brought back. */
static gboolean
is_of_chain (DaybookUndo     *self,
             DaybookDatabase *db,
             gint64           act)
{
  gint64 link = self->target;

  while (link != 0 && link != act)
    link = daybook_history_of_act (db, link);

  return link != 0;
}

static gboolean
is_settled (const DaybookTable *table,
            int                 field)
{
  return field >= 0 && (table->fields[field].flags & DAYBOOK_FIELD_SETTLED) != 0;
}

/* Whether it counts as work of others, or of later, on what is to be undone. */
static gboolean
is_later_work (DaybookUndo     *self,
               DaybookDatabase *db,
               gint64           act)
{
  return act != 0 && act != self->spec.key && !is_of_chain (self, db, act) && daybook_history_is_later (db, act, self->target);
}

/* Work on a row since it was made or came out of the trash: a visible value that comes
 * from a later act than the one taken back. */
static gboolean
worked_on (DaybookUndo        *self,
           DaybookTransaction *transaction,
           const Op           *op,
           GError            **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT op, field FROM field_ops WHERE tbl = :tbl AND row = :row AND field <> 'deleted'", error);

  if (statement == NULL)
    return TRUE;

  daybook_bind_text (statement, ":tbl", op->table->kind);
  daybook_bind_int (statement, ":row", op->row);
  while (daybook_statement_next (statement, error))
    {
      int field = daybook_table_field (op->table, daybook_column_text (statement, 1));
      gint64 act;

      if (is_settled (op->table, field))
        continue;
      daybook_history_origin (db, sqlite3_column_int64 (statement, 0), &act);
      if (!is_later_work (self, db, act) || daybook_history_made (db, op->table, op->row, act))
        continue;
      keep (self, db, op, daybook_column_text (statement, 1), act);
      return TRUE;
    }

  return FALSE;
}

/* Somebody has written into the case, or hung something on it, since it was made. */
static gboolean
has_grown (DaybookUndo        *self,
           DaybookTransaction *transaction,
           const Op           *op,
           GError            **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  g_autoptr(GArray) births = daybook_table_base (op->table) != &daybook_cases ? g_array_new (FALSE, FALSE, sizeof (gint64))
    : daybook_case_births (db, op->row, error);

  for (guint i = 0; births != NULL && i < births->len; i++)
    {
      gint64 act = daybook_history_act_of (db, g_array_index (births, gint64, i));

      if (!is_later_work (self, db, act))
        continue;
      keep (self, db, op, op->table->fields[DAYBOOK_FIELD_DELETED].name, act);
      return TRUE;
    }

  return births == NULL;
}

/* A customer or product that a row of another act still points at is needed:
 * it stays, and that is nothing to report. */
static gboolean
still_needed (DaybookTransaction *transaction,
              const Op           *op,
              GError            **error)
{
  const char *sql = NULL;

  if (op->table == &daybook_customers)
    sql = "SELECT 1 FROM orders WHERE customer = :row AND deleted = 0 LIMIT 1";

  else if (op->table == &daybook_products)
    sql = "SELECT 1 FROM order_lines l JOIN orders o ON o.rowid = l.\"order\""
          " WHERE l.product = :row AND l.deleted = 0 AND o.deleted = 0 LIMIT 1";
  else
    return FALSE;

  g_autoptr(DaybookStatement) statement =
    daybook_database_prepare (daybook_transaction_database (transaction), sql, error);
  if (statement == NULL)
    return TRUE;

  daybook_bind_int (statement, ":row", op->row);
  return daybook_statement_next (statement, error);
}

/* A line guessed from joined titles that the undo would bring back beside those that an
 * item file has given since: nothing to report either. */
static gboolean
is_replaced (DaybookTransaction  *transaction,
             const Op            *op,
             GError             **error)
{
  if (op->table != &daybook_order_lines || op->field != DAYBOOK_FIELD_DELETED)
    return FALSE;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (daybook_transaction_database (transaction),
    "SELECT 1 FROM order_lines g JOIN order_lines l ON l.\"order\" = g.\"order\""
    " WHERE g.rowid = :row AND g.provisional <> 0 AND g.deleted <> 0 AND l.provisional = 0 AND l.deleted = 0", error);
  if (statement == NULL)
    return TRUE;

  daybook_bind_int (statement, ":row", op->row);
  return daybook_statement_next (statement, error);
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
count_gone_before (DaybookUndo      *self,
                   DaybookDatabase  *db,
                   GError          **error)
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
note_consent (DaybookUndo         *self,
              DaybookTransaction  *transaction,
              GError             **error)
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

/* Whether what had put a row in the trash before the operation is itself taken back:
 * the row would not be there without the operation either. */
static gboolean
is_brought_back (DaybookDatabase *db,
                 const Op        *op)
{
  gint64 act = op->base != 0 ? daybook_history_act_of (db, op->base) : 0;
  gboolean undone = FALSE;

  if (act != 0 && daybook_history_of_act (db, act) != 0)
    daybook_history_last (db, act, &undone);
  return undone;
}

/* Whether a row that the undo would put in the trash has to stay out of it. */
static gboolean
must_stay (DaybookUndo         *self,
           DaybookTransaction  *transaction,
           const Op            *op,
           GError             **error)
{
  return worked_on (self, transaction, op, error)
         || has_grown (self, transaction, op, error)
         || still_needed (transaction, op, error);
}

/* What a redone import had told of the order. Its time was written after its values, and
 * comes after them here too. */
static gboolean
tell_again (DaybookUndo         *self,
            DaybookTransaction  *transaction,
            const Op            *op,
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
          const Op            *op,
          GError             **error)
{
  GError *local = NULL;

  gboolean into_trash = op->field == DAYBOOK_FIELD_DELETED && op->old.type == DAYBOOK_VALUE_INT && op->old.number != 0;

  if (changed_since (self, transaction, op, &local)
      || is_held (self, transaction, op, &local)
      || (into_trash && must_stay (self, transaction, op, &local)))
    {
      if (local == NULL)
        return tell_again (self, transaction, op, error);
      g_propagate_error (error, local);
      return FALSE;
    }

  if (into_trash ? is_brought_back (daybook_transaction_database (transaction), op)
                 : is_replaced (transaction, op, &local))
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
             const Op            *op,
             GError             **error)
{
  DaybookValue yes = daybook_value_int (1);
  GError *local = NULL;

  /* Another laptop made the row too, and before: it is not this act's to take away. */
  if (!daybook_history_made (daybook_transaction_database (transaction), op->table, op->row, self->target))
    return TRUE;

  if (must_stay (self, transaction, op, &local))
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
select_ops (DaybookUndo      *self,
            DaybookDatabase  *db,
            GError          **error)
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
find_place (Op         *op,
            const char *kind,
            const char *field)
{
  const DaybookTable *table = daybook_registry_find (kind);
  const DaybookTable *of = table != NULL ? daybook_table_of_field (table, field, &op->field) : NULL;

  op->table = of != NULL ? of : table;
  if (of == NULL)
    op->field = -1;
}

static GArray *
read_ops (DaybookUndo      *self,
          DaybookDatabase  *db,
          GError          **error)
{
  g_autoptr(GArray) ops = g_array_new (FALSE, TRUE, sizeof (Op));
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = select_ops (self, db, error);

  g_array_set_clear_func (ops, clear_op);
  if (statement == NULL)
    return NULL;

  while (daybook_statement_next (statement, &local))
    {
      Op op = { .n = sqlite3_column_int64 (statement, 0), .kind = (DaybookChangeKind) sqlite3_column_int64 (statement, 1) };

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
             const Op            *op,
             guint                field,
             GError             **error)
{
  return op->table == &daybook_stocks ? daybook_stock_tell_row (transaction, op->row, error)
                                      : daybook_billed_tell_undone (transaction, op->table, op->row, field, error);
}

static gboolean
undo_op (DaybookUndo         *self,
         DaybookTransaction  *transaction,
         const Op            *op,
         GError             **error)
{
  if (op->table == NULL)
    return TRUE; /* of a table that a newer Daybook has: it undoes it */
  if (op->kind == DAYBOOK_CHANGE_CREATE)
    return undo_create (self, transaction, op, error)
           && tell_undone (transaction, op, DAYBOOK_FIELD_DELETED, error);

  return op->field < 0 || is_settled (op->table, op->field)
         || (undo_set (self, transaction, op, error)
             && tell_undone (transaction, op, (guint) op->field, error));
}

/* An import that was cut off counts as whole from the moment on at which its
 * undoing has begun: in the same transaction, or a kill between the two would
 * leave half an import that looks whole. */
static gboolean
close_target (DaybookUndo         *self,
              DaybookTransaction  *transaction,
              GError             **error)
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
end_act (DaybookTransaction  *transaction,
         GError             **error)
{
  return daybook_transaction_act (transaction, error) != 0 && daybook_transaction_end_act (transaction, error);
}

static gboolean
undo_ops (DaybookUndo         *self,
          DaybookTransaction  *transaction,
          GArray             **ops,
          GError             **error)
{
  *ops = read_ops (self, daybook_transaction_database (transaction), error);
  if (*ops == NULL)
    return FALSE;

  for (guint i = 0; i < (*ops)->len; i++)
    if (!undo_op (self, transaction, &g_array_index (*ops, Op, i), error))
      return FALSE;

  return (*ops)->len == OPS_PER_STEP || end_act (transaction, error);
}

/* A step that leaves the book a shop, and the shop an owner. */
static gboolean
take_back (DaybookUndo         *self,
           DaybookTransaction  *transaction,
           GArray             **ops,
           GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  g_auto(DaybookHouse) house = { 0 };

  return (self->resumed || daybook_house_read (db, &house, error))
         && close_target (self, transaction, error)
         && undo_ops (self, transaction, ops, error)
         && note_consent (self, transaction, error)
         && daybook_house_check (db, &house, error);
}

DaybookStep
daybook_undo_step (DaybookUndo    *self,
                   DaybookWriter  *writer,
                   GError        **error)
{
  g_autoptr(GArray) ops = NULL;
  gint64 key = self->spec.key;
  g_autoptr(DaybookTransaction) transaction =
    daybook_transaction_begin (daybook_writer_database (writer), &self->spec, daybook_store_get_now_ms (self->store), error);

  if (transaction == NULL)
    return DAYBOOK_STEP_DONE;

  self->currency = (DaybookUndoCurrency) { 0 };
  gboolean done = take_back (self, transaction, &ops, error);
  guint64 size = daybook_transaction_size (transaction);
  if (!done || !daybook_transaction_commit (g_steal_pointer (&transaction), error))
    {
      self->spec.key = key; /* the act's row went with the rollback */
      return DAYBOOK_STEP_DONE;
    }

  daybook_store_notify (self->store);
  self->outcome->n_changes += size;
  self->done += ops->len;
  if (ops->len > 0)
    self->cursor = ABS (g_array_index (ops, Op, ops->len - 1).n);

  return ops->len == OPS_PER_STEP ? DAYBOOK_STEP_AGAIN : DAYBOOK_STEP_DONE;
}

/* --- Making an undo ----------------------------------------------------- */

static gboolean
read_target (DaybookUndo      *self,
             DaybookDatabase  *db,
             DaybookActKind   *kind,
             GError          **error)
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
  return self;
}

DaybookUndo *
daybook_undo_new (DaybookStore     *store,
                  DaybookDatabase  *db,
                  gint64            act,
                  const DaybookId  *agent,
                  GError          **error)
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
daybook_undo_resume (DaybookStore     *store,
                     DaybookDatabase  *db,
                     gint64            key,
                     GError          **error)
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
