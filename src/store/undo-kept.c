/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo-private.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"
#include "store/case-row.h"
#include "store/customer-group.h"
#include "store/history.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>

/* What an undo leaves as it is: what others have changed since, what is needed, what a rule holds. */

static void
keep (DaybookUndo         *self,
      DaybookDatabase     *db,
      const DaybookUndoOp *op,
      const char          *name,
      gint64               act)
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

void
daybook_undo_keep_case (const DaybookRow *row,
                        const char       *sentence,
                        gpointer          data)
{
  DaybookUndo *self = data;

  self->outcome->n_kept++;
  if (self->outcome->kept->len >= DAYBOOK_KEPT_MAX)
    return;

  DaybookKept *kept = g_new0 (DaybookKept, 1);
  kept->table = row->table;
  kept->row = row->id;
  kept->title = g_strdup (daybook_row_text (row, DAYBOOK_CASE_NUMBER));
  kept->field = DAYBOOK_CASE_STAGE;
  kept->reason = g_strdup (sentence);
  g_ptr_array_add (self->outcome->kept, kept);
}

static gint64
visible_op (DaybookDatabase  *db,
            const DaybookUndoOp         *op,
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
gboolean
daybook_undo_changed_since (DaybookUndo         *self,
                            DaybookTransaction  *transaction,
                            const DaybookUndoOp *op,
                            GError             **error)
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
gboolean
daybook_undo_is_held (DaybookUndo         *self,
                      DaybookTransaction  *transaction,
                      const DaybookUndoOp *op,
                      GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  gint64 by = daybook_undo_currency_held_by (&self->currency, db, self->target, self->spec.key, op->table, op->row, op->field, error);

  if (by != 0)
    keep (self, db, op, op->table->fields[op->field].name, by);
  return by != 0;
}

static void
keep_with_reason (DaybookUndo         *self,
                  DaybookDatabase     *db,
                  const DaybookUndoOp *op,
                  const char          *sentence)
{
  g_autoptr(DaybookRow) row = daybook_row_load_whole (db, op->table, op->row, NULL);
  DaybookKept *kept;

  self->outcome->n_kept++;
  if (row == NULL || self->outcome->kept->len >= DAYBOOK_KEPT_MAX)
    return;

  kept = g_new0 (DaybookKept, 1);
  kept->table = op->table;
  kept->row = row->id;
  kept->title = daybook_row_title (db, row);
  kept->field = (guint) op->field;
  kept->reason = g_strdup (sentence);
  g_ptr_array_add (self->outcome->kept, kept);
}

void
daybook_undo_keep_erased (DaybookUndo *self)
{
  DaybookKept *kept;

  if (!g_hash_table_add (self->told, g_strdup ("erased")))
    return;

  self->outcome->n_kept++;
  kept = g_new0 (DaybookKept, 1);
  kept->table = &daybook_customers;
  kept->title = g_strdup (_("Erased person"));
  kept->field = DAYBOOK_FIELD_DELETED;
  kept->reason = g_strdup (_("The person was erased for good: nothing brings them back."));
  g_ptr_array_add (self->outcome->kept, kept);
}

gboolean
daybook_undo_makes_ring (DaybookUndo         *self,
                         DaybookTransaction  *transaction,
                         const DaybookUndoOp *op,
                         GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  g_autoptr(GError) ring = NULL;
  GError *local = NULL;
  gint64 into;

  if (op->table != &daybook_customers || op->field != DAYBOOK_CUSTOMER_MERGED_INTO || op->old.type != DAYBOOK_VALUE_ID)
    return FALSE;

  into = daybook_row_key (db, &daybook_customers, &op->old.id, NULL, NULL, &local);
  if (local == NULL && daybook_customer_check_merge (db, op->row, into, &ring))
    return FALSE;
  if (g_error_matches (ring, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT))
    keep_with_reason (self, db, op, ring->message);
  else
    g_propagate_error (error, local != NULL ? local : g_steal_pointer (&ring));
  return TRUE;
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

gboolean
daybook_undo_is_settled (const DaybookTable *table,
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
worked_on (DaybookUndo         *self,
           DaybookTransaction  *transaction,
           const DaybookUndoOp *op,
           GError             **error)
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

      if (daybook_undo_is_settled (op->table, field))
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
has_grown (DaybookUndo         *self,
           DaybookTransaction  *transaction,
           const DaybookUndoOp *op,
           GError             **error)
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
still_needed (DaybookTransaction  *transaction,
              const DaybookUndoOp *op,
              GError             **error)
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
gboolean
daybook_undo_is_replaced (DaybookTransaction  *transaction,
                          const DaybookUndoOp *op,
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

/* Whether what had put a row in the trash before the operation is itself taken back:
 * the row would not be there without the operation either. */
gboolean
daybook_undo_is_brought_back (DaybookDatabase     *db,
                              const DaybookUndoOp *op)
{
  gint64 act = op->base != 0 ? daybook_history_act_of (db, op->base) : 0;
  gboolean undone = FALSE;

  if (act != 0 && daybook_history_of_act (db, act) != 0)
    daybook_history_last (db, act, &undone);
  return undone;
}

/* Whether a row that the undo would put in the trash has to stay out of it. */
gboolean
daybook_undo_must_stay (DaybookUndo         *self,
                        DaybookTransaction  *transaction,
                        const DaybookUndoOp *op,
                        GError             **error)
{
  return worked_on (self, transaction, op, error)
         || has_grown (self, transaction, op, error)
         || still_needed (transaction, op, error);
}
