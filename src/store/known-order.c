/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/known-order.h"

#include "store/history.h"
#include "store/row-sql.h"

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

/* What is decided together, so that no half of it is of another file. */
static const guint64 GROUPS[] = {
  BIT (DAYBOOK_ORDER_STAGE) | BIT (DAYBOOK_ORDER_STATUS) | BIT (DAYBOOK_ORDER_CLOSE_REASON),
  BIT (DAYBOOK_ORDER_REFUND) | BIT (DAYBOOK_ORDER_REFUNDED),
  BIT (DAYBOOK_ORDER_SELLER_NOTE) | BIT (DAYBOOK_ORDER_SELLER_FLAG),
};

static guint64
group_of (guint field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (GROUPS); i++)
    if ((GROUPS[i] & BIT (field)) != 0)
      return GROUPS[i];

  return BIT (field);
}

static gboolean
is_nothing (const DaybookRow *row,
            guint             field)
{
  const DaybookValue *value = &row->values[field];

  return daybook_value_is_empty (value) || (row->table->fields[field].type == DAYBOOK_TYPE_ENUM && value->number == 0);
}

/* --- Loading ------------------------------------------------------------ */

/* A file that was taken back tells nothing. Most of an order is of one. */
static gboolean
is_in_force (DaybookKnownOrder *self,
             DaybookDatabase   *db,
             gint64             act)
{
  gboolean undone = FALSE;

  if (act != self->asked)
    {
      daybook_history_last (db, act, &undone);
      self->asked = act;
      self->in_force = !undone;
    }

  return self->in_force;
}

/* What no operation has changed since is from the file that made the order; what is
 * still nothing it need not have told. What a file repeats that makes anew an order that
 * was taken back, is noted as seen. */
static gboolean
read_birth (DaybookKnownOrder  *self,
            DaybookDatabase    *db,
            GError            **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT a.key, a.as_of FROM orders r JOIN ops o ON o.n = r.born JOIN acts a ON a.key = o.act WHERE r.rowid = :order", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", self->row->rowid);
  if (daybook_statement_next (statement, &local) && is_in_force (self, db, sqlite3_column_int64 (statement, 0)))
    for (guint i = 0; i < DAYBOOK_ORDER_N_FIELDS; i++)
      if (!is_nothing (self->row, i))
        self->seen[i] = (DaybookSight) { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* The file in force from which an operation's value is: of an undo's, what it put back. */
static DaybookSight
origin_of (DaybookKnownOrder *self,
           DaybookDatabase   *db,
           gint64             n)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "SELECT as_of FROM acts WHERE key = :act", NULL);
  DaybookSight sight = { 0 };

  if (statement == NULL)
    return sight;

  daybook_history_origin (db, n, &sight.act);
  daybook_bind_int (statement, ":act", sight.act);
  if (daybook_statement_next (statement, NULL) && is_in_force (self, db, sight.act))
    sight.as_of = sqlite3_column_int64 (statement, 0);
  return sight;
}

static gboolean
read_changes (DaybookKnownOrder  *self,
              DaybookDatabase    *db,
              GError            **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT f.field, f.op, a.key, a.as_of FROM field_ops f JOIN ops o ON o.n = f.op JOIN acts a ON a.key = o.act"
    " WHERE f.tbl = :tbl AND f.row = :row", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":tbl", daybook_orders.kind);
  daybook_bind_int (statement, ":row", self->row->rowid);
  while (daybook_statement_next (statement, &local))
    {
      int field = daybook_table_field (&daybook_orders, daybook_column_text (statement, 0));

      if (field < 0 || daybook_value_is_empty (&self->row->values[field]))
        continue;
      if (sqlite3_column_type (statement, 3) == SQLITE_INTEGER)
        self->seen[field] = is_in_force (self, db, sqlite3_column_int64 (statement, 2))
                            ? (DaybookSight) { sqlite3_column_int64 (statement, 2), sqlite3_column_int64 (statement, 3) }
                            : (DaybookSight) { 0 };
      else if (!is_nothing (self->row, (guint) field))
        self->seen[field] = origin_of (self, db, sqlite3_column_int64 (statement, 1));
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* From when an operation's value is known: of an undo's, what it put back. */
static DaybookSight
read_time (DaybookKnownOrder *self,
           DaybookDatabase   *db,
           DaybookStatement  *statement)
{
  return sqlite3_column_type (statement, 2) == SQLITE_INTEGER
         ? (DaybookSight) { sqlite3_column_int64 (statement, 1), sqlite3_column_int64 (statement, 2) }
         : origin_of (self, db, sqlite3_column_int64 (statement, 0));
}

/* Lines have no operations of the order's own. What made, dropped or changed some of them
 * tells of all: of the file that made the order, of other laptops', and in books from before.
 * That they follow the order's currency (their price then in its digits) tells nothing. */
static gboolean
read_line_changes (DaybookKnownOrder  *self,
                   DaybookDatabase    *db,
                   guint               bit,
                   GError            **error)
{
  DaybookSight *lines = &self->seen[bit];
  g_autoptr(DaybookStatement) statement = NULL;
  GError *local = NULL;

  if (lines->as_of >= self->as_of)
    return TRUE;

  statement = daybook_database_prepare (db,
    "WITH l (row, born, deleted) AS (SELECT rowid, born, deleted FROM order_lines WHERE \"order\" = :order AND provisional = :guessed),"
    /* One that was gone and came back is known by what brought it back. */
    " n (op) AS (SELECT ifnull ((SELECT op FROM field_ops WHERE tbl = :tbl AND row = l.row AND field = 'deleted'), l.born)"
    "  FROM l WHERE l.deleted = 0"
    "  UNION SELECT f.op FROM l CROSS JOIN field_ops f ON f.tbl = :tbl AND f.row = l.row"
    /* What made the order anew without lines dropped those of before. */
    "  WHERE l.deleted = 0 AND f.field NOT IN ('currency', 'price') OR f.field = 'deleted' AND NOT EXISTS"
    "   (SELECT 1 FROM field_ops m JOIN ops made ON made.n = m.op JOIN ops gone ON gone.n = f.op"
    "    WHERE m.tbl = :orders AND m.row = :order AND m.field = 'deleted' AND made.act = gone.act)"
    "  UNION SELECT p.op FROM l CROSS JOIN field_ops p ON p.tbl = :tbl AND p.row = l.row AND p.field = 'price'"
    "  WHERE l.deleted = 0 AND NOT EXISTS (SELECT 1 FROM field_ops c JOIN ops mine ON mine.n = c.op JOIN ops price ON price.n = p.op"
    "   WHERE c.tbl = :tbl AND c.row = l.row AND c.field = 'currency' AND mine.act = price.act))"
    " SELECT o.n, a.key, a.as_of FROM n CROSS JOIN ops o ON o.n = n.op CROSS JOIN acts a ON a.key = o.act", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", self->row->rowid);
  daybook_bind_int (statement, ":guessed", bit == DAYBOOK_RECORD_GUESS_BIT);
  daybook_bind_text (statement, ":tbl", daybook_order_lines.kind);
  daybook_bind_text (statement, ":orders", daybook_orders.kind);
  while (daybook_statement_next (statement, &local))
    {
      const DaybookSight sight = read_time (self, db, statement);

      if (sight.as_of > lines->as_of && is_in_force (self, db, sight.act))
        *lines = sight;
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* What files have repeated since. The shop's currency may stand for one that no file has
 * named; one that repeats it names it. */
static gboolean
read_sights (DaybookKnownOrder  *self,
             DaybookDatabase    *db,
             GError            **error)
{
  const DaybookSight named = self->seen[DAYBOOK_ORDER_CURRENCY];
  g_autoptr(DaybookStatement) statement = NULL;
  GError *local = NULL;

  if (!daybook_sight_raise (db, self->row->rowid, self->seen, error))
    return FALSE;
  if (self->seen[DAYBOOK_ORDER_CURRENCY].act != named.act)
    return TRUE;

  statement = daybook_database_prepare (db,
    "SELECT 1 FROM orders o JOIN shops s ON s.rowid = o.shop WHERE o.rowid = :order AND s.currency = o.currency", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", self->row->rowid);
  self->may_guess_currency = daybook_statement_next (statement, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

DaybookKnownOrder *
daybook_known_order_load (DaybookDatabase  *db,
                          gint64            order,
                          GError          **error)
{
  g_autoptr(DaybookKnownOrder) self = g_new0 (DaybookKnownOrder, 1);

  self->as_of = daybook_sight_known (db, order, error);
  self->row = self->as_of >= 0 ? daybook_row_load (db, &daybook_orders, order, error) : NULL;
  if (self->row == NULL
      || !read_birth (self, db, error)
      || !read_changes (self, db, error)
      || !read_sights (self, db, error)
      || !read_line_changes (self, db, DAYBOOK_RECORD_LINES_BIT, error)
      || !read_line_changes (self, db, DAYBOOK_RECORD_GUESS_BIT, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
daybook_known_order_free (DaybookKnownOrder *self)
{
  g_clear_pointer (&self->row, daybook_row_unref);
  g_free (self);
}

/* --- Asking ------------------------------------------------------------- */

gint64
daybook_known_order_time (const DaybookKnownOrder *self,
                          guint                    field)
{
  guint64 group = group_of (field);
  gint64 latest = 0;

  for (guint i = 0; i < DAYBOOK_ORDER_N_FIELDS; i++)
    if ((group & BIT (i)) != 0)
      latest = MAX (latest, self->seen[i].as_of);

  return latest;
}

gint64
daybook_known_order_lines (const DaybookKnownOrder  *self,
                           const DaybookOrderRecord *record)
{
  return self->seen[daybook_record_lines_bit (record)].as_of;
}

guint64
daybook_known_order_news (const DaybookKnownOrder *self,
                          guint64                  told,
                          gint64                   as_of)
{
  guint64 news = 0;

  for (guint i = 0; i < DAYBOOK_SIGHT_N; i++)
    if ((told & BIT (i)) != 0 && self->seen[i].as_of < as_of)
      news |= BIT (i);

  return news;
}

guint64
daybook_known_order_by (const DaybookKnownOrder *self,
                        guint64                  told,
                        gint64                   act)
{
  guint64 known = 0;

  for (guint i = 0; i < DAYBOOK_SIGHT_N; i++)
    if (self->seen[i].act == act)
      known |= BIT (i);

  return known & told;
}

gboolean
daybook_known_order_is_guess (const DaybookKnownOrder *self,
                              guint                    field)
{
  gint64 guessed = 0;

  if (field == DAYBOOK_ORDER_PAID)
    guessed = self->seen[DAYBOOK_SIGHT_GUESSED_PAID].act;
  else if (field == DAYBOOK_ORDER_REFUND || field == DAYBOOK_ORDER_REFUNDED)
    {
      guessed = self->seen[DAYBOOK_SIGHT_GUESSED_REFUND].act;
      field = daybook_row_has (self->row, DAYBOOK_ORDER_REFUNDED) ? DAYBOOK_ORDER_REFUNDED : DAYBOOK_ORDER_REFUND;
    }

  return guessed != 0 && self->seen[field].act == guessed;
}

gboolean
daybook_known_order_is_open (const DaybookKnownOrder *self,
                             guint                    field)
{
  guint64 group = group_of (field);

  for (guint i = 0; i < DAYBOOK_ORDER_N_FIELDS; i++)
    if ((group & BIT (i)) != 0 && !is_nothing (self->row, i))
      return FALSE;

  return TRUE;
}
