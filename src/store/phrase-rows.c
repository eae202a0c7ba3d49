/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/phrase-rows.h"

#include "core/case-parts.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"
#include "store/customer-merge.h"
#include "store/registers.h"

/* A reseller's nick has thousands; one that is not covered is enough. */
#define MOST_HANDLES 50

/* The row that a field of another one points at; of a row that is NULL, or points nowhere, there is none.
 * FALSE: an error. */
static gboolean
follow (DaybookReader       *reader,
        const DaybookRow    *from,
        guint                field,
        const DaybookTable  *table,
        DaybookRow         **to,
        GError             **error)
{
  const DaybookId *id = from != NULL ? daybook_row_ref_id (from, field) : NULL;

  if (id != NULL)
    *to = daybook_reader_find (reader, table, id, error);
  return id == NULL || *to != NULL;
}

static gboolean
read_parts (DaybookReader       *reader,
            const DaybookRow    *of,
            const DaybookTable  *table,
            guint                field,
            GPtrArray          **parts,
            GError             **error)
{
  if (of != NULL)
    *parts = daybook_reader_parts (reader, table, field, &of->id, error);
  return of == NULL || *parts != NULL;
}

static gboolean
read_order (DaybookReader      *reader,
            DaybookPhraseRows  *rows,
            GError            **error)
{
  return read_parts (reader, rows->order, &daybook_order_lines, DAYBOOK_LINE_ORDER, &rows->about.lines, error)
         && read_parts (reader, rows->order, &daybook_parcels, DAYBOOK_PARCEL_ORDER, &rows->about.parcels, error)
         && (rows->customer != NULL || follow (reader, rows->order, DAYBOOK_ORDER_CUSTOMER, &daybook_customers, &rows->customer, error));
}

static gboolean
read_customer (DaybookReader      *reader,
               DaybookPhraseRows  *rows,
               GError            **error)
{
  if (rows->customer == NULL || !daybook_reader_take_customer_root (reader, &rows->customer, error))
    return rows->customer == NULL;

  rows->about.handles = daybook_reader_some_parts (reader, &daybook_handles, DAYBOOK_HANDLE_CUSTOMER, &rows->customer->id,
                                                   DAYBOOK_PARTS_LAST, MOST_HANDLES, error);
  return rows->about.handles != NULL;
}

/* The case, the order and the customer, whichever the row is or names. */
static gboolean
read_of (DaybookReader      *reader,
         const DaybookRow   *of,
         DaybookPhraseRows  *rows,
         GError            **error)
{
  const DaybookTable *base = of != NULL ? daybook_table_base (of->table) : NULL;

  if (base == &daybook_cases)
    {
      rows->about.of = of;
      rows->about.definition = daybook_reader_register (reader, daybook_row_text (of, DAYBOOK_CASE_REGISTER));
    }
  else if (base == &daybook_orders)
    rows->order = daybook_row_ref ((DaybookRow *) of);
  else if (base == &daybook_customers)
    rows->customer = daybook_row_ref ((DaybookRow *) of);

  return follow (reader, rows->about.of, DAYBOOK_CASE_ORDER, &daybook_orders, &rows->order, error)
         && follow (reader, rows->about.of, DAYBOOK_CASE_CUSTOMER, &daybook_customers, &rows->customer, error)
         && read_parts (reader, rows->about.of, &daybook_case_lines, DAYBOOK_CASE_LINE_CASE, &rows->about.goods, error)
         && read_order (reader, rows, error) && read_customer (reader, rows, error);
}

/* A book that is not one person's may be read by nobody in particular. */
static gboolean
read_house (DaybookStore       *store,
            DaybookReader      *reader,
            DaybookPhraseRows  *rows,
            GError            **error)
{
  const DaybookId *agent = daybook_store_get_agent (store);
  gboolean known = agent != NULL && !daybook_id_is_null (agent);

  if (!follow (reader, rows->about.of, DAYBOOK_CASE_SHOP, &daybook_shops, &rows->shop, error)
      || (rows->shop == NULL && !follow (reader, rows->order, DAYBOOK_ORDER_SHOP, &daybook_shops, &rows->shop, error)))
    return FALSE;
  if (rows->shop == NULL && (rows->shop = daybook_reader_find (reader, &daybook_shops, daybook_store_get_shop (store), error)) == NULL)
    return FALSE;

  if (known)
    rows->agent = daybook_reader_find (reader, &daybook_agents, agent, error);
  return !known || rows->agent != NULL;
}

gboolean
daybook_phrase_rows_read (DaybookStore       *store,
                          const DaybookRow   *of,
                          DaybookPhraseRows  *rows,
                          GError            **error)
{
  DaybookReader *reader = daybook_store_get_reader (store);

  *rows = (DaybookPhraseRows) { 0 };
  if (!read_of (reader, of, rows, error) || !read_house (store, reader, rows, error))
    {
      daybook_phrase_rows_clear (rows);
      return FALSE;
    }

  rows->about.order = rows->order;
  rows->about.customer = rows->customer;
  rows->about.agent = rows->agent;
  rows->about.shop = rows->shop;
  rows->about.zone = daybook_store_get_zone (store);
  rows->about.now = daybook_store_get_now (store);
  return TRUE;
}

void
daybook_phrase_rows_clear (DaybookPhraseRows *rows)
{
  g_clear_pointer (&rows->about.lines, g_ptr_array_unref);
  g_clear_pointer (&rows->about.parcels, g_ptr_array_unref);
  g_clear_pointer (&rows->about.goods, g_ptr_array_unref);
  g_clear_pointer (&rows->about.handles, g_ptr_array_unref);
  g_clear_pointer (&rows->order, daybook_row_unref);
  g_clear_pointer (&rows->customer, daybook_row_unref);
  g_clear_pointer (&rows->agent, daybook_row_unref);
  g_clear_pointer (&rows->shop, daybook_row_unref);
  rows->about = (DaybookPhraseAbout) { 0 };
}
