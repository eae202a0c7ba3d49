/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/aftersale-orders.h"

#include "core/aftersale.h"
#include "store/known-order.h"
#include "store/order-number.h"

/* What all after-sales of an order come to. */
typedef struct
{
  gint64   refunded; /* what has gone back, minor units of the order's currency */
  gboolean open;     /* more is asked for */
} Sum;

gboolean
daybook_aftersale_any (DaybookDatabase *db)
{
  return daybook_database_number (db, "SELECT EXISTS (SELECT 1 FROM aftersales)", 0, NULL) != 0;
}

/* What is refused the buyer may take further. */
static gboolean
is_open (DaybookAftersaleStage stage)
{
  return stage != DAYBOOK_AFTERSALE_UNKNOWN && stage != DAYBOOK_AFTERSALE_DONE && stage != DAYBOOK_AFTERSALE_CLOSED;
}

/* FALSE on failure, or when there are none. */
static gboolean
add_up (DaybookDatabase   *db,
        const DaybookRow  *order,
        Sum               *sum,
        GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT a.stage, a.amount FROM aftersales a JOIN orders o ON o.shop = a.shop AND o.number = a.order_number"
    " WHERE o.rowid = :order AND a.order_number = :number AND a.deleted = 0 AND ifnull (a.currency, o.currency) IS o.currency", error);
  gboolean any = FALSE;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order->rowid);
  daybook_bind_text (statement, ":number", daybook_row_text (order, DAYBOOK_ORDER_NUMBER));
  for (; daybook_statement_next (statement, error); any = TRUE)
    {
      DaybookAftersaleStage stage = (DaybookAftersaleStage) sqlite3_column_int64 (statement, 0);

      sum->refunded += stage == DAYBOOK_AFTERSALE_DONE ? sqlite3_column_int64 (statement, 1) : 0;
      sum->open = sum->open || is_open (stage);
    }

  return any;
}

static gboolean
set (DaybookTransaction  *transaction,
     gint64               order,
     guint                field,
     gint64               number,
     GError             **error)
{
  DaybookValue value = daybook_value_int (number);

  return daybook_transaction_set (transaction, &daybook_orders, order, field, &value, error);
}

static gint64
amount_or_unknown (const DaybookRow *order,
                   guint             field)
{
  return daybook_row_has (order, field) ? daybook_row_int (order, field) : DAYBOOK_AMOUNT_UNKNOWN;
}

static gboolean
raise_refund (DaybookTransaction  *transaction,
              const DaybookRow    *order,
              gint64               refunded,
              GError             **error)
{
  gint64 total = amount_or_unknown (order, DAYBOOK_ORDER_TOTAL);
  /* What was paid may be less what went back before: it only stands in for the total. */
  gint64 paid = total > 0 ? DAYBOOK_AMOUNT_UNKNOWN : amount_or_unknown (order, DAYBOOK_ORDER_PAID);

  return set (transaction, order->rowid, DAYBOOK_ORDER_REFUNDED, refunded, error)
         && set (transaction, order->rowid, DAYBOOK_ORDER_REFUND, daybook_refund_of_amounts (refunded, total, paid), error);
}

/* What was asked for before stays, where a newer file has told of it. */
static gboolean
note_asked (DaybookTransaction       *transaction,
            const DaybookKnownOrder  *known,
            gboolean                  open,
            gint64                    as_of,
            GError                  **error)
{
  DaybookRefund refund = (DaybookRefund) daybook_row_int (known->row, DAYBOOK_ORDER_REFUND);

  if (as_of < daybook_known_order_time (known, DAYBOOK_ORDER_REFUND))
    return TRUE;
  if (open && refund == DAYBOOK_REFUND_NONE)
    return set (transaction, known->row->rowid, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_ASKED, error);

  return open || refund != DAYBOOK_REFUND_ASKED
         || set (transaction, known->row->rowid, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_NONE, error);
}

gboolean
daybook_aftersale_tell (DaybookTransaction  *transaction,
                        gint64               order,
                        gint64               as_of,
                        GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  g_autoptr(DaybookKnownOrder) known = daybook_known_order_load (db, order, error);
  GError *local = NULL;
  Sum sum = { 0 };

  if (known == NULL)
    return FALSE;
  if (!add_up (db, known->row, &sum, &local))
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return local == NULL;
    }

  return sum.refunded > daybook_row_int (known->row, DAYBOOK_ORDER_REFUNDED)
         ? raise_refund (transaction, known->row, sum.refunded, error)
         : note_asked (transaction, known, sum.open, as_of, error);
}

gboolean
daybook_aftersale_tell_number (DaybookTransaction  *transaction,
                               gint64               shop,
                               const char          *number,
                               gint64               as_of,
                               GError             **error)
{
  g_autoptr(GArray) orders = *number != '\0'
    ? daybook_orders_of_number (daybook_transaction_database (transaction), shop, number, error)
    : g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; orders != NULL && i < orders->len; i++)
    if (!daybook_aftersale_tell (transaction, g_array_index (orders, gint64, i), as_of, error))
      return FALSE;

  return orders != NULL;
}
