/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo-told.h"

#include "core/order.h"
#include "core/record.h"
#include "store/book-lines.h"
#include "store/history.h"
#include "store/sight.h"

static gboolean
forget_digest (DaybookDatabase  *db,
               gint64            order,
               GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "UPDATE source_rows SET digest = NULL WHERE \"order\" = :order", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  return daybook_statement_run (statement, error);
}

gboolean
daybook_undo_forget_told (DaybookDatabase     *db,
                          gint64               act,
                          const DaybookTable  *table,
                          gint64               row,
                          int                  field,
                          GError             **error)
{
  GError *local = NULL;
  gint64 order;

  if (table == &daybook_orders)
    return forget_digest (db, row, error)
           && (field < 0 || daybook_sight_withdraw (db, row, act, G_GUINT64_CONSTANT (1) << field, error));
  if (table != &daybook_order_lines)
    return TRUE;

  order = daybook_line_order (db, row, &local);
  if (order != 0)
    return forget_digest (db, order, error) && daybook_sight_withdraw (db, order, act, DAYBOOK_RECORD_ALL_LINES, error);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* Whether the redo has put anything of the order back. */
static gboolean
has_put_back (DaybookDatabase  *db,
              gint64            order,
              gint64            redo,
              GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM ops WHERE kind = 1 AND tbl = :tbl AND row = :row AND act = :act LIMIT 1", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":tbl", daybook_orders.kind);
  daybook_bind_int (statement, ":row", order);
  daybook_bind_int (statement, ":act", redo);
  return daybook_statement_next (statement, error);
}

/* The order's fields that the act had changed. */
static gboolean
read_changed (DaybookDatabase  *db,
              gint64            order,
              gint64            act,
              guint64          *changed,
              GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT field FROM ops WHERE kind = 1 AND tbl = :tbl AND row = :row AND act = :act", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":tbl", daybook_orders.kind);
  daybook_bind_int (statement, ":row", order);
  daybook_bind_int (statement, ":act", act);
  while (daybook_statement_next (statement, &local))
    {
      int field = daybook_table_field (&daybook_orders, daybook_column_text (statement, 0));

      if (field >= 0)
        *changed |= G_GUINT64_CONSTANT (1) << field;
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_undo_tell_again (DaybookDatabase  *db,
                         gint64            order,
                         gint64            redo,
                         gint64            act,
                         GError          **error)
{
  guint64 changed = 0;
  GError *local = NULL;

  if (!has_put_back (db, order, redo, &local))
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return local == NULL;
    }

  for (gint64 link = act; link != 0; link = daybook_history_of_act (db, link))
    act = link;
  return read_changed (db, order, act, &changed, error) && daybook_sight_add (db, order, act, changed, error);
}
