/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/customer-totals.h"

#include "store/customer-group.h"
#include "store/reader-private.h"

/* The key of an order carries its day: the newest come first. */
#define SELECT_ORDERS(whose) \
  "SELECT created, currency, paid" \
  " FROM orders" \
  " WHERE customer " whose " AND deleted = 0" \
  " ORDER BY rowid DESC" \
  " LIMIT :limit"

/* Hardly anybody was merged: for all others the index gives the newest first. */
static DaybookStatement *
prepare_orders (DaybookDatabase  *db,
                gint64            customer,
                GError          **error)
{
  g_autoptr(GArray) group = daybook_customer_group (db, customer, error);
  DaybookStatement *statement = group == NULL ? NULL
    : group->len == 1 ? daybook_database_prepare (db, SELECT_ORDERS ("= :customer"), error)
    : daybook_database_prepare (db, SELECT_ORDERS ("IN " DAYBOOK_CUSTOMER_GROUP (":customer")), error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":customer", customer);
  daybook_bind_int (statement, ":limit", DAYBOOK_TOTALS_MAX);
  return statement;
}

static void
clear_total (gpointer data)
{
  g_free (((DaybookTotal *) data)->currency);
}

static void
add_paid (DaybookCustomerTotals *totals,
          const char            *currency,
          gint64                 amount)
{
  DaybookTotal total = { NULL, amount };

  for (guint i = 0; i < totals->paid->len; i++)
    {
      DaybookTotal *known = &g_array_index (totals->paid, DaybookTotal, i);

      if (g_str_equal (known->currency, currency))
        {
          known->amount += amount;
          return;
        }
    }

  total.currency = g_strdup (currency);
  g_array_append_val (totals->paid, total);
}

static void
add_order (DaybookCustomerTotals *totals,
           DaybookStatement      *statement)
{
  const char *currency = daybook_column_text (statement, 1);

  totals->n_orders++;
  totals->newest = MAX (totals->newest, sqlite3_column_int64 (statement, 0));
  if (sqlite3_column_type (statement, 2) != SQLITE_NULL)
    add_paid (totals, currency != NULL ? currency : "", sqlite3_column_int64 (statement, 2));
}

DaybookCustomerTotals *
daybook_reader_customer_totals (DaybookReader  *self,
                                gint64          customer,
                                GError        **error)
{
  g_autoptr(DaybookStatement) statement = prepare_orders (self->db, customer, error);
  g_autoptr(DaybookCustomerTotals) totals = g_new0 (DaybookCustomerTotals, 1);
  GError *local = NULL;

  totals->paid = g_array_new (FALSE, FALSE, sizeof (DaybookTotal));
  g_array_set_clear_func (totals->paid, clear_total);
  if (statement == NULL)
    return NULL;

  while (daybook_statement_next (statement, &local))
    add_order (totals, statement);
  if (local == NULL)
    return g_steal_pointer (&totals);

  g_propagate_error (error, local);
  return NULL;
}

void
daybook_customer_totals_free (DaybookCustomerTotals *totals)
{
  g_array_unref (totals->paid);
  g_free (totals);
}
