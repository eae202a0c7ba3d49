/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/call-context.h"

#include "core/case.h"
#include "core/contact.h"
#include "core/customer.h"
#include "core/event.h"
#include "core/order.h"
#include "store/customer-group.h"
#include "store/reader-private.h"

#define MOST_CASES 5

void
daybook_call_context_clear (DaybookCallContext *self)
{
  g_clear_pointer (&self->customer, daybook_row_unref);
  g_clear_pointer (&self->number, daybook_row_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->order, daybook_row_unref);
  g_clear_pointer (&self->promise, daybook_row_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
}

/* --- Of a customer ---------------------------------------------------------------------------- */

/* The rows whose keys the statement gives, in its order. (element-type DaybookRow) */
static GPtrArray *
read_rows (DaybookReader       *reader,
           const DaybookTable  *table,
           const char          *sql,
           gint64               customer,
           GError             **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, sql, error);
  g_autoptr(GArray) keys = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":customer", customer);
  keys = daybook_statement_keys (statement, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      DaybookRow *row = daybook_reader_row (reader, table, g_array_index (keys, gint64, i), error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }
  return keys != NULL ? g_steal_pointer (&rows) : NULL;
}

/* The first row, or none: NULL without error. */
static gboolean
read_row (DaybookReader       *reader,
          const DaybookTable  *table,
          const char          *sql,
          gint64               customer,
          DaybookRow         **row,
          GError             **error)
{
  g_autoptr(GPtrArray) rows = read_rows (reader, table, sql, customer, error);

  if (rows != NULL && rows->len > 0 && *row == NULL)
    *row = daybook_row_ref (g_ptr_array_index (rows, 0));
  return rows != NULL;
}

static gboolean
read_number (DaybookReader       *reader,
             gint64               customer,
             DaybookCallContext  *self,
             GError             **error)
{
  gint64 now = daybook_store_get_now (reader->store);
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM contacts WHERE customer IN " DAYBOOK_CUSTOMER_GROUP (":customer")
                                          " AND kind = %d AND deleted = 0 ORDER BY rowid DESC", DAYBOOK_CONTACT_PHONE);
  g_autoptr(GPtrArray) phones = read_rows (reader, &daybook_contacts, sql, customer, error);
  DaybookRow *best = phones != NULL ? daybook_contacts_pick_phone (phones, now) : NULL;

  if (phones == NULL)
    return FALSE;

  self->number = best != NULL ? daybook_row_ref (best) : NULL;
  self->outlived = best == NULL && phones->len > 0;
  self->order_outlived = self->order != NULL && daybook_contacts_have_outlived (phones, daybook_row_text (self->order, DAYBOOK_ORDER_PHONE), now);
  return TRUE;
}

static gboolean
read_of_customer (DaybookReader       *reader,
                  DaybookCallContext  *self,
                  GError             **error)
{
  gint64 customer = self->customer->rowid;

  return (self->notes = read_rows (reader, &daybook_events,
               "SELECT rowid FROM events WHERE customer IN " DAYBOOK_CUSTOMER_GROUP (":customer") " AND text IS NOT NULL AND deleted = 0 ORDER BY at DESC, rowid DESC LIMIT 3",
               customer, error)) != NULL
         && read_row (reader, &daybook_orders,
               "SELECT rowid FROM orders WHERE customer IN " DAYBOOK_CUSTOMER_GROUP (":customer") " AND deleted = 0 ORDER BY created DESC, rowid DESC LIMIT 1",
               customer, &self->order, error)
         && read_number (reader, customer, self, error)
         && read_row (reader, &daybook_events,
               "SELECT rowid FROM events WHERE customer IN " DAYBOOK_CUSTOMER_GROUP (":customer") " AND promised_at IS NOT NULL AND deleted = 0 ORDER BY at DESC LIMIT 1",
               customer, &self->promise, error)
         && (self->cases = read_rows (reader, &daybook_cases,
               "SELECT rowid FROM cases WHERE customer IN " DAYBOOK_CUSTOMER_GROUP (":customer") " AND closed_at IS NULL AND deleted = 0 AND merged_into IS NULL"
               " ORDER BY opened_at DESC LIMIT " G_STRINGIFY (MOST_CASES), customer, error)) != NULL;
}

/* --- Of whatever it is about --------------------------------------------------------------------- */

/* NULL without error: it is not there, or in the trash. */
static DaybookRow *
find_live (DaybookReader       *reader,
           const DaybookTable  *table,
           const DaybookId     *id,
           GError             **error)
{
  GError *local = NULL;
  DaybookRow *row = id != NULL ? daybook_reader_find (reader, table, id, &local) : NULL;

  if (g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    g_clear_error (&local);
  if (local != NULL)
    g_propagate_error (error, local);
  if (row != NULL && daybook_row_int (row, DAYBOOK_FIELD_DELETED) != 0)
    g_clear_pointer (&row, daybook_row_unref);
  return row;
}

gboolean
daybook_call_context_read (DaybookReader       *reader,
                           const DaybookRow    *of,
                           DaybookCallContext  *self,
                           GError             **error)
{
  const DaybookTable *base = daybook_table_base (of->table);
  GError *local = NULL;

  if (base == &daybook_customers)
    self->customer = daybook_row_ref ((DaybookRow *) of);
  else
    self->customer = find_live (reader, &daybook_customers,
                                daybook_row_ref_id (of, base == &daybook_orders ? DAYBOOK_ORDER_CUSTOMER : DAYBOOK_CASE_CUSTOMER), &local);
  if (base == &daybook_orders)
    self->order = daybook_row_ref ((DaybookRow *) of);
  else if (base == &daybook_cases && local == NULL)
    self->order = find_live (reader, &daybook_orders, daybook_row_ref_id (of, DAYBOOK_CASE_ORDER), &local);
  if (local == NULL && self->customer != NULL)
    read_of_customer (reader, self, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}
