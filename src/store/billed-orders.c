/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/billed-orders.h"

#include "core/billed.h"
#include "core/payment.h"
#include "core/shop.h"
#include "store/order-number.h"
#include "store/reader-private.h"
#include "store/row-sql.h"

/* What all payments of an order come to, minor units of its currency. */
typedef struct
{
  gint64   received;
  gint64   returned;
  gboolean any;
} Sum;

gboolean
daybook_billed_any (DaybookDatabase *db)
{
  return daybook_database_number (db, "SELECT EXISTS (SELECT 1 FROM payments)", 0, NULL) != 0;
}

/* A line may say of itself how much of it went back: bills then have a line of that too. */
static void
add_line (DaybookStatement *statement,
          Sum              *sum,
          gint64           *beside)
{
  DaybookPaymentKind kind = (DaybookPaymentKind) sqlite3_column_int64 (statement, 0);
  gint64 amount = sqlite3_column_int64 (statement, 1);

  if (kind == DAYBOOK_PAYMENT_RECEIVED)
    {
      sum->received += amount;
      *beside += sqlite3_column_int64 (statement, 2);
    }
  else if (kind == DAYBOOK_PAYMENT_REFUNDED)
    sum->returned += amount;
  else
    return;
  sum->any = TRUE;
}

static gboolean
add_up (DaybookDatabase   *db,
        const DaybookRow  *order,
        Sum               *sum,
        GError           **error)
{
  const char *payment = daybook_row_text (order, DAYBOOK_ORDER_PAYMENT);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT kind, amount, refunded FROM payments"
    " WHERE " DAYBOOK_BILLED_MATCH " AND shop = (SELECT shop FROM orders WHERE rowid = :order) AND deleted = 0 AND stage = :done"
    " AND ifnull (currency, :currency) IS :currency", error);
  GError *local = NULL;
  gint64 beside = 0;

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":number", daybook_row_text (order, DAYBOOK_ORDER_NUMBER));
  daybook_bind_text (statement, ":payment", *payment != '\0' ? payment : NULL);
  daybook_bind_int (statement, ":order", order->rowid);
  daybook_bind_int (statement, ":done", DAYBOOK_PAYMENT_DONE);
  daybook_bind_text (statement, ":currency", daybook_row_text (order, DAYBOOK_ORDER_CURRENCY));
  while (daybook_statement_next (statement, &local))
    add_line (statement, sum, &beside);
  sum->returned = MAX (sum->returned, beside);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
set (DaybookTransaction  *transaction,
     gint64               order,
     guint                field,
     DaybookValue         value,
     GError             **error)
{
  return daybook_transaction_set (transaction, &daybook_orders, order, field, &value, error);
}

gboolean
daybook_billed_tell (DaybookTransaction  *transaction,
                     gint64               order,
                     GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  g_autoptr(DaybookRow) row = daybook_row_load (db, &daybook_orders, order, error);
  const DaybookValue none = DAYBOOK_VALUE_INIT;
  DaybookBills bills = DAYBOOK_BILLS_NONE;
  Sum sum = { 0 };

  if (row == NULL || !add_up (db, row, &sum, error))
    return FALSE;

  if (sum.any)
    bills = daybook_billed_judge (row, sum.received, sum.returned);
  return set (transaction, order, DAYBOOK_ORDER_BILLS, daybook_value_int (bills), error)
         && set (transaction, order, DAYBOOK_ORDER_RECEIVED, sum.any ? daybook_value_int (sum.received) : none, error)
         && set (transaction, order, DAYBOOK_ORDER_RETURNED, sum.any ? daybook_value_int (sum.returned) : none, error);
}

static gboolean
tell_all (DaybookTransaction  *transaction,
          GArray              *orders,
          GError             **error)
{
  for (guint i = 0; orders != NULL && i < orders->len; i++)
    if (!daybook_billed_tell (transaction, g_array_index (orders, gint64, i), error))
      return FALSE;

  return orders != NULL;
}

gboolean
daybook_billed_tell_number (DaybookTransaction  *transaction,
                            gint64               shop,
                            const char          *number,
                            GError             **error)
{
  g_autoptr(GArray) orders = NULL;

  if (*number == '\0')
    return TRUE;
  orders = daybook_orders_of_number (daybook_transaction_database (transaction), shop, number, error);
  return tell_all (transaction, orders, error);
}

static void
add_keys (GArray *keys,
          GArray *more)
{
  g_autoptr(GArray) found = more;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      gint64 key = g_array_index (found, gint64, i);
      gboolean is_there = FALSE;

      for (guint k = 0; k < keys->len && !is_there; k++)
        is_there = g_array_index (keys, gint64, k) == key;
      if (!is_there)
        g_array_append_val (keys, key);
    }
}

/* Those that name the payment themselves. */
static GArray *
find_paid_by (DaybookDatabase  *db,
              gint64            shop,
              const char       *number,
              GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT rowid FROM orders WHERE payment = :number AND platform NOT IN ('taobao', 'tmall') AND shop = :shop", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":number", number);
  daybook_bind_int (statement, ":shop", shop);
  return daybook_statement_keys (statement, error);
}

GArray *
daybook_billed_orders (DaybookDatabase   *db,
                       const DaybookRow  *payment,
                       GError           **error)
{
  const char *numbers[] = { daybook_row_text (payment, DAYBOOK_PAYMENT_ORDER_NUMBER), daybook_row_text (payment, DAYBOOK_PAYMENT_MERCHANT_NUMBER) };
  const char *payments[] = { daybook_row_text (payment, DAYBOOK_PAYMENT_NUMBER), numbers[1] };
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *local = NULL;
  gint64 shop = daybook_row_key (db, &daybook_shops, daybook_row_ref_id (payment, DAYBOOK_PAYMENT_SHOP), NULL, NULL, &local);

  for (gsize i = 0; local == NULL && i < G_N_ELEMENTS (numbers); i++)
    if (*numbers[i] != '\0')
      add_keys (keys, daybook_orders_of_number (db, shop, numbers[i], &local));
  for (gsize i = 0; local == NULL && i < G_N_ELEMENTS (payments); i++)
    if (*payments[i] != '\0')
      add_keys (keys, find_paid_by (db, shop, payments[i], &local));
  if (local == NULL)
    return g_steal_pointer (&keys);

  g_propagate_error (error, local);
  return NULL;
}

gboolean
daybook_billed_tell_payment (DaybookTransaction  *transaction,
                             gint64               payment,
                             GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  g_autoptr(DaybookRow) row = daybook_row_load (db, &daybook_payments, payment, error);
  g_autoptr(GArray) orders = row != NULL ? daybook_billed_orders (db, row, error) : NULL;

  return tell_all (transaction, orders, error);
}

static gboolean
is_of_money (guint field)
{
  return field == DAYBOOK_ORDER_TOTAL || field == DAYBOOK_ORDER_PAID || field == DAYBOOK_ORDER_REFUNDED
         || field == DAYBOOK_ORDER_CURRENCY || field == DAYBOOK_ORDER_PAYMENT;
}

gboolean
daybook_billed_tell_undone (DaybookTransaction  *transaction,
                            const DaybookTable  *table,
                            gint64               row,
                            guint                field,
                            GError             **error)
{
  if (table == &daybook_payments)
    return daybook_billed_tell_payment (transaction, row, error);
  if (table != &daybook_orders || !is_of_money (field) || !daybook_billed_any (daybook_transaction_database (transaction)))
    return TRUE;

  return daybook_billed_tell (transaction, row, error);
}
