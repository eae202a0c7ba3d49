/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/customer-numbers.h"

#include "core/order.h"
#include "core/shop.h"
#include "store/customer-group.h"
#include "store/reader-private.h"

/* The key of an order carries its day: the newest come first. */
#define NEWEST "SELECT rowid FROM orders WHERE customer IN " DAYBOOK_CUSTOMER_GROUP (":customer") " AND deleted = 0 ORDER BY rowid DESC LIMIT :limit"
#define SELECT_ORDERS \
  "SELECT created, coalesce (currency, ''), coalesce (paid, 0), coalesce (refunded, 0), refund" \
  " FROM orders WHERE rowid IN (" NEWEST ") ORDER BY created"
#define SELECT_CURRENCY \
  "SELECT coalesce (currency, '') FROM orders WHERE rowid IN (" NEWEST ") AND paid > 0 GROUP BY 1 ORDER BY count (*) DESC, 1 LIMIT 1"
#define SELECT_PRODUCTS \
  "SELECT coalesce (l.title, p.title), sum (coalesce (l.quantity, 1)) AS n FROM orders o JOIN order_lines l ON l.\"order\" = o.rowid" \
  " LEFT JOIN products p ON p.rowid = l.product" \
  " WHERE o.rowid IN (" NEWEST ") AND o.paid > 0 AND l.deleted = 0 AND coalesce (l.title, p.title) IS NOT NULL" \
  " GROUP BY coalesce (l.product, l.title) ORDER BY n DESC, max (o.rowid) DESC LIMIT :products"

static void
clear_month (gpointer data)
{
  g_free (((DaybookCustomerMonth *) data)->month);
}

static void
clear_product (gpointer data)
{
  g_free (((DaybookCustomerProduct *) data)->title);
}

static DaybookStatement *
prepare (DaybookReader  *self,
         const char     *sql,
         gint64          customer,
         GError        **error)
{
  DaybookStatement *statement = daybook_database_prepare (self->db, sql, error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":customer", customer);
  daybook_bind_int (statement, ":limit", DAYBOOK_TOTALS_MAX);
  return statement;
}

/* --- Orders -------------------------------------------------------------------------------- */

/* Orders come by their time: the month is the last there is, or a new one. */
static DaybookCustomerMonth *
obtain_month (DaybookCustomerNumbers *numbers,
              gint64                  created,
              GTimeZone              *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (created);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *month = g_date_time_format (local, "%Y-%m");
  DaybookCustomerMonth made = { NULL, 0, 0 };

  for (guint i = numbers->months->len; i > 0; i--)
    {
      DaybookCustomerMonth *known = &g_array_index (numbers->months, DaybookCustomerMonth, i - 1);

      if (g_str_equal (known->month, month))
        return known;
    }
  made.month = g_steal_pointer (&month);
  g_array_append_val (numbers->months, made);
  return &g_array_index (numbers->months, DaybookCustomerMonth, numbers->months->len - 1);
}

static void
add_order (DaybookReader          *self,
           DaybookCustomerNumbers *numbers,
           DaybookStatement       *statement)
{
  gint64 created = sqlite3_column_int64 (statement, 0), paid = sqlite3_column_int64 (statement, 2), refunded = sqlite3_column_int64 (statement, 3);
  DaybookCustomerMonth *month;

  if (paid <= 0)
    return;

  numbers->n_orders++;
  numbers->n_returns += refunded > 0 || sqlite3_column_int (statement, 4) >= DAYBOOK_REFUND_PART;
  if (created != 0 && numbers->first == 0)
    numbers->first = created;
  numbers->newest = MAX (numbers->newest, created);
  if (!g_str_equal (daybook_column_text (statement, 1), numbers->currency))
    {
      numbers->n_others++;
      return;
    }

  numbers->paid += paid;
  numbers->refunded += refunded;
  if (created == 0)
    return;
  month = obtain_month (numbers, created, daybook_store_get_zone (self->store));
  month->paid += paid;
  month->refunded += refunded;
}

static gboolean
read_currency (DaybookReader           *self,
               DaybookCustomerNumbers  *numbers,
               gint64                   customer,
               GError                 **error)
{
  g_autoptr(DaybookStatement) statement = prepare (self, SELECT_CURRENCY, customer, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  numbers->currency = g_strdup (daybook_statement_next (statement, &local) ? daybook_column_text (statement, 0) : "");
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
read_orders (DaybookReader           *self,
             DaybookCustomerNumbers  *numbers,
             gint64                   customer,
             GError                 **error)
{
  g_autoptr(DaybookStatement) statement = prepare (self, SELECT_ORDERS, customer, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  while (daybook_statement_next (statement, &local))
    add_order (self, numbers, statement);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* --- Products ---------------------------------------------------------------------------------- */

static gboolean
read_products (DaybookReader           *self,
               DaybookCustomerNumbers  *numbers,
               gint64                   customer,
               GError                 **error)
{
  g_autoptr(DaybookStatement) statement = prepare (self, SELECT_PRODUCTS, customer, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":products", DAYBOOK_CUSTOMER_PRODUCTS);
  while (daybook_statement_next (statement, &local))
    {
      const DaybookCustomerProduct product = { g_strdup (daybook_column_text (statement, 0)), sqlite3_column_int64 (statement, 1) };

      g_array_append_val (numbers->products, product);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

DaybookCustomerNumbers *
daybook_reader_customer_numbers (DaybookReader  *self,
                                 gint64          customer,
                                 GError        **error)
{
  g_autoptr(DaybookCustomerNumbers) numbers = g_new0 (DaybookCustomerNumbers, 1);

  numbers->months = g_array_new (FALSE, FALSE, sizeof (DaybookCustomerMonth));
  numbers->products = g_array_new (FALSE, FALSE, sizeof (DaybookCustomerProduct));
  g_array_set_clear_func (numbers->months, clear_month);
  g_array_set_clear_func (numbers->products, clear_product);
  if (!read_currency (self, numbers, customer, error) || !read_orders (self, numbers, customer, error)
      || !read_products (self, numbers, customer, error))
    return NULL;

  if (*numbers->currency == '\0')
    {
      g_free (numbers->currency);
      numbers->currency = g_strdup (daybook_store_get_currency (self->store));
    }
  return g_steal_pointer (&numbers);
}

void
daybook_customer_numbers_free (DaybookCustomerNumbers *numbers)
{
  g_free (numbers->currency);
  g_array_unref (numbers->months);
  g_array_unref (numbers->products);
  g_free (numbers);
}
