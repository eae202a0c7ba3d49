/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo-currency.h"

#include "core/order.h"
#include "store/book-lines.h"
#include "store/history.h"

/* The order to which the amount or currency belongs; 0: it is neither, or on error. */
static gint64
order_of (DaybookDatabase     *db,
          const DaybookTable  *table,
          gint64               row,
          int                  field,
          GError             **error)
{
  if (table == &daybook_orders)
    return field == DAYBOOK_ORDER_CURRENCY || table->fields[field].type == DAYBOOK_TYPE_MONEY ? row : 0;
  if (table != &daybook_order_lines || (field != DAYBOOK_LINE_CURRENCY && field != DAYBOOK_LINE_PRICE))
    return 0;

  return daybook_line_order (db, row, error);
}

static gboolean
has_named (DaybookDatabase  *db,
           gint64            act,
           gint64            order,
           GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM ops WHERE kind = 1 AND tbl = :tbl AND row = :row AND act = :act AND field = :currency", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":tbl", daybook_orders.kind);
  daybook_bind_int (statement, ":row", order);
  daybook_bind_int (statement, ":act", act);
  daybook_bind_text (statement, ":currency", daybook_orders.fields[DAYBOOK_ORDER_CURRENCY].name);
  return daybook_statement_next (statement, error);
}

/* The later act that has written an amount of the order, or the price of one of its lines;
 * 0: none has. */
static gint64
find_later_amount (DaybookDatabase  *db,
                   gint64            act,
                   gint64            undo,
                   gint64            order,
                   GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT op, field FROM field_ops WHERE tbl = :orders AND row = :order"
    " UNION ALL SELECT f.op, NULL FROM order_lines l JOIN field_ops f ON f.tbl = :lines AND f.row = l.rowid AND f.field = 'price'"
    "  WHERE l.\"order\" = :order AND l.deleted = 0"
    " UNION ALL SELECT born, NULL FROM order_lines WHERE \"order\" = :order AND deleted = 0 AND price IS NOT NULL", error);

  if (statement == NULL)
    return 0;

  daybook_bind_text (statement, ":orders", daybook_orders.kind);
  daybook_bind_text (statement, ":lines", daybook_order_lines.kind);
  daybook_bind_int (statement, ":order", order);
  while (daybook_statement_next (statement, error))
    {
      const char *name = daybook_column_text (statement, 1);
      int field = *name != '\0' ? daybook_table_field (&daybook_orders, name) : DAYBOOK_ORDER_TOTAL;
      gint64 by;

      if (field < 0 || daybook_orders.fields[field].type != DAYBOOK_TYPE_MONEY)
        continue;
      daybook_history_origin (db, sqlite3_column_int64 (statement, 0), &by);
      if (by != undo && daybook_history_is_later (db, by, act))
        return by;
    }

  return 0;
}

/* All of an order's amounts are held, or none. */
static gint64
find_holder (DaybookUndoCurrency  *last,
             DaybookDatabase      *db,
             gint64                act,
             gint64                undo,
             gint64                order,
             GError              **error)
{
  GError *local = NULL;

  if (order != last->order)
    {
      gint64 by = has_named (db, act, order, &local) ? find_later_amount (db, act, undo, order, &local) : 0;

      if (local == NULL)
        *last = (DaybookUndoCurrency) { order, by };
    }
  if (local == NULL)
    return last->by;

  g_propagate_error (error, local);
  return 0;
}

gint64
daybook_undo_currency_held_by (DaybookUndoCurrency *last,
                               DaybookDatabase     *db,
                               gint64               act,
                               gint64               undo,
                               const DaybookTable  *table,
                               gint64               row,
                               int                  field,
                               GError             **error)
{
  GError *local = NULL;
  gint64 order = order_of (db, table, row, field, &local);

  if (local == NULL)
    return order != 0 ? find_holder (last, db, act, undo, order, error) : 0;

  g_propagate_error (error, local);
  return 0;
}
