/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/customer-context.h"

#include "core/event.h"
#include "core/order.h"
#include "store/customer-group.h"
#include "store/reader-private.h"

/* A customer is talked with often: so far back a promise is looked for. */
#define PROMISE_AMONG 500

#define SELECT_NOTES \
  "SELECT rowid FROM events INDEXED BY events_customer WHERE customer IN " DAYBOOK_CUSTOMER_GROUP (":customer") " AND deleted = 0 AND text IS NOT NULL ORDER BY at DESC LIMIT :limit"
#define SELECT_PROMISE \
  "SELECT key FROM (SELECT rowid AS key, promised_at, deleted FROM events INDEXED BY events_customer WHERE customer IN " DAYBOOK_CUSTOMER_GROUP (":customer") " ORDER BY at DESC LIMIT :limit)" \
  " WHERE promised_at IS NOT NULL AND deleted = 0 LIMIT 1"
#define SELECT_ORDER "SELECT rowid FROM orders WHERE customer IN " DAYBOOK_CUSTOMER_GROUP (":customer") " AND deleted = 0 ORDER BY rowid DESC LIMIT :limit"

/* (element-type DaybookRow) (transfer full) */
static GPtrArray *
read_rows (DaybookReader       *reader,
           const char          *sql,
           const DaybookTable  *table,
           const DaybookRow    *customer,
           guint                limit,
           GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, sql, error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GArray) keys = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":customer", customer->rowid);
  daybook_bind_int (statement, ":limit", limit);
  keys = daybook_statement_keys (statement, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      DaybookRow *row = daybook_reader_row (reader, table, g_array_index (keys, gint64, i), NULL);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  return keys != NULL ? g_steal_pointer (&rows) : NULL;
}

static gboolean
read_one (DaybookReader       *reader,
          const char          *sql,
          const DaybookTable  *table,
          const DaybookRow    *customer,
          guint                limit,
          DaybookRow         **row,
          GError             **error)
{
  g_autoptr(GPtrArray) rows = read_rows (reader, sql, table, customer, limit, error);

  if (rows != NULL && rows->len > 0)
    *row = daybook_row_ref (rows->pdata[0]);
  return rows != NULL;
}

DaybookCustomerContext *
daybook_reader_customer_context (DaybookReader     *reader,
                                 const DaybookRow  *customer,
                                 GError           **error)
{
  g_autoptr(DaybookCustomerContext) context = g_new0 (DaybookCustomerContext, 1);

  context->notes = read_rows (reader, SELECT_NOTES, &daybook_events, customer, DAYBOOK_CONTEXT_NOTES, error);
  if (context->notes == NULL || !read_one (reader, SELECT_PROMISE, &daybook_events, customer, PROMISE_AMONG, &context->promise, error)
      || !read_one (reader, SELECT_ORDER, &daybook_orders, customer, 1, &context->order, error))
    return NULL;

  return g_steal_pointer (&context);
}

void
daybook_customer_context_free (DaybookCustomerContext *context)
{
  g_clear_pointer (&context->notes, g_ptr_array_unref);
  g_clear_pointer (&context->promise, daybook_row_unref);
  g_clear_pointer (&context->order, daybook_row_unref);
  g_free (context);
}
