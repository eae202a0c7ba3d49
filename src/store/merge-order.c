/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge.h"

#include "core/customer.h"
#include "core/shop.h"
#include "store/reader-private.h"
#include "store/row-sql.h"
#include "store/sight.h"

static const char *
record_text (const DaybookOrderRecord *record,
             guint                     field)
{
  return record->values[field].type == DAYBOOK_VALUE_TEXT ? record->values[field].text : "";
}

gboolean
daybook_merge_context_begin (DaybookMergeContext  *context,
                             GError              **error)
{
  context->shop = daybook_row_key (daybook_transaction_database (context->transaction), &daybook_shops,
                                   &context->spec->shop, NULL, NULL, error);
  return context->shop != 0;
}

/* --- Products ----------------------------------------------------------- */

/* The product of a line, made when new; 0 when the line has no SKU. */
static gint64
merge_product (DaybookMergeContext      *context,
               const DaybookLineRecord  *line,
               GError                  **error)
{
  DaybookDatabase *db = daybook_transaction_database (context->transaction);
  const DaybookValue *sku = &line->values[DAYBOOK_LINE_SKU];
  char shop[DAYBOOK_ID_STRING_SIZE];
  GError *local = NULL;
  gboolean deleted;
  DaybookId id;

  if (sku->type != DAYBOOK_VALUE_TEXT || *sku->text == '\0')
    return 0;

  daybook_id_print (&context->spec->shop, shop);
  const char *parts[] = { shop, context->spec->platform, sku->text };
  daybook_id_derive (&id, "product", parts, G_N_ELEMENTS (parts));

  gint64 key = daybook_row_key (db, &daybook_products, &id, NULL, &deleted, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return 0;
    }

  if (key != 0)
    {
      DaybookValue no = daybook_value_int (0);

      if (deleted && !daybook_transaction_set (context->transaction, &daybook_products, key, DAYBOOK_FIELD_DELETED, &no, error))
        return 0;
      return key;
    }

  DaybookValue values[DAYBOOK_PRODUCT_N_FIELDS] = {
    [DAYBOOK_PRODUCT_SHOP] = daybook_value_int (context->shop),
    [DAYBOOK_PRODUCT_PLATFORM] = { .type = DAYBOOK_VALUE_TEXT, .text = (char *) context->spec->platform },
    [DAYBOOK_PRODUCT_NUMBER] = *sku,
    [DAYBOOK_PRODUCT_SKU] = *sku,
    [DAYBOOK_PRODUCT_TITLE] = line->values[DAYBOOK_LINE_TITLE],
  };
  return daybook_transaction_create (context->transaction, &daybook_products, &id, values, error);
}

/* The products of a record's lines. They are made before the order, so that an
 * undo, which goes backwards, takes the order away first. */
static GArray *
merge_products (DaybookMergeContext       *context,
                const DaybookOrderRecord  *record,
                GError                   **error)
{
  g_autoptr(GArray) products = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *local = NULL;

  for (guint i = 0; local == NULL && i < record->lines->len; i++)
    {
      gint64 product = merge_product (context, &g_array_index (record->lines, DaybookLineRecord, i), &local);
      g_array_append_val (products, product);
    }
  if (local == NULL)
    return g_steal_pointer (&products);

  g_propagate_error (error, local);
  return NULL;
}

/* --- Lines -------------------------------------------------------------- */

static gboolean
make_line (DaybookMergeContext      *context,
           gint64                    order,
           gint64                    product,
           const DaybookLineRecord  *line,
           const DaybookId          *id,
           GError                  **error)
{
  DaybookValue values[DAYBOOK_LINE_N_FIELDS];

  for (guint i = 0; i < DAYBOOK_LINE_N_FIELDS; i++)
    values[i] = line->values[i];
  values[DAYBOOK_LINE_ORDER] = daybook_value_int (order);
  if (product != 0)
    values[DAYBOOK_LINE_PRODUCT] = daybook_value_int (product);
  return daybook_transaction_create (context->transaction, &daybook_order_lines, id, values, error) != 0;
}

static gboolean
update_line (DaybookMergeContext      *context,
             gint64                    key,
             gint64                    known_as_of,
             const DaybookLineRecord  *line,
             gboolean                 *overruled,
             GError                  **error)
{
  g_autoptr(DaybookRow) row = daybook_row_load (daybook_transaction_database (context->transaction),
                                                &daybook_order_lines, key, error);

  if (row == NULL)
    return FALSE;

  for (guint i = DAYBOOK_LINE_NUMBER; i < DAYBOOK_LINE_N_FIELDS; i++)
    if (daybook_merge_takes_line (row, i, &line->values[i], context->spec->as_of, known_as_of)
        && !daybook_transaction_set (context->transaction, &daybook_order_lines, key, i, &line->values[i], error))
      return FALSE;

  *overruled = *overruled || daybook_merge_overrules_line (row, line, context->spec->as_of, known_as_of);
  return TRUE;
}

/* Whether the order has lines, in `kind`: 0 whole ones, 1 provisional ones. */
static gboolean
has_lines (DaybookMergeContext *context,
           gint64               order,
           int                  provisional)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (
    daybook_transaction_database (context->transaction),
    "SELECT 1 FROM order_lines WHERE \"order\" = :order AND deleted = 0 AND provisional = :provisional LIMIT 1", NULL);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  daybook_bind_int (statement, ":provisional", provisional);
  return daybook_statement_next (statement, NULL);
}

static gboolean
drop_provisional (DaybookMergeContext  *context,
                  gint64                order,
                  GError              **error)
{
  DaybookValue yes = daybook_value_int (1);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (
    daybook_transaction_database (context->transaction),
    "SELECT rowid FROM order_lines WHERE \"order\" = :order AND deleted = 0 AND provisional = 1", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  g_autoptr(GArray) keys = daybook_statement_keys (statement, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (!daybook_transaction_set (context->transaction, &daybook_order_lines, g_array_index (keys, gint64, i),
                                  DAYBOOK_FIELD_DELETED, &yes, error))
      return FALSE;

  return keys != NULL;
}

static gboolean
is_provisional (const DaybookOrderRecord *record)
{
  return record->lines->len > 0
         && g_array_index (record->lines, DaybookLineRecord, 0).values[DAYBOOK_LINE_PROVISIONAL].number != 0;
}

static gboolean
merge_lines (DaybookMergeContext       *context,
             gint64                     order,
             gboolean                   is_new,
             gint64                     known_as_of,
             const DaybookOrderRecord  *record,
             GArray                    *ids,
             GArray                    *products,
             gboolean                  *overruled,
             GError                   **error)
{
  DaybookDatabase *db = daybook_transaction_database (context->transaction);

  if (record->lines->len == 0)
    return TRUE;
  if (!is_new && is_provisional (record) && has_lines (context, order, 0))
    return TRUE; /* an item file has said it better */
  if (!is_new && !is_provisional (record) && !drop_provisional (context, order, error))
    return FALSE;

  for (guint i = 0; i < record->lines->len; i++)
    {
      const DaybookLineRecord *line = &g_array_index (record->lines, DaybookLineRecord, i);
      const DaybookId *id = &g_array_index (ids, DaybookId, i);
      gint64 product = g_array_index (products, gint64, i);
      gint64 key = is_new ? 0 : daybook_row_key_within (db, &daybook_order_lines, order, id, NULL, NULL, NULL);

      if (key != 0 ? !update_line (context, key, known_as_of, line, overruled, error) : !make_line (context, order, product, line, id, error))
        return FALSE;
    }

  return TRUE;
}

/* --- Parcels ------------------------------------------------------------ */

static gboolean
merge_parcel (DaybookMergeContext       *context,
              gint64                     order,
              const DaybookOrderRecord  *record,
              const DaybookId           *order_id,
              char                      *tracking,
              GError                   **error)
{
  char owner[DAYBOOK_ID_STRING_SIZE];
  const char *parts[] = { owner, tracking };
  GError *local = NULL;
  DaybookId id;

  daybook_id_print (order_id, owner);
  daybook_id_derive (&id, "parcel", parts, G_N_ELEMENTS (parts));
  if (daybook_row_key_within (daybook_transaction_database (context->transaction), &daybook_parcels, order, &id,
                              NULL, NULL, &local) != 0)
    return TRUE;

  DaybookValue values[DAYBOOK_PARCEL_N_FIELDS] = {
    [DAYBOOK_PARCEL_ORDER] = daybook_value_int (order),
    [DAYBOOK_PARCEL_TRACKING] = { .type = DAYBOOK_VALUE_TEXT, .text = tracking },
    [DAYBOOK_PARCEL_COURIER] = record->values[DAYBOOK_ORDER_COURIER],
    [DAYBOOK_PARCEL_SHIPPED_AT] = record->values[DAYBOOK_ORDER_SHIPPED_AT],
  };
  if (local == NULL)
    return daybook_transaction_create (context->transaction, &daybook_parcels, &id, values, error) != 0;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
merge_parcels (DaybookMergeContext       *context,
               gint64                     order,
               const DaybookOrderRecord  *record,
               const DaybookId           *order_id,
               GError                   **error)
{
  const char *cell = record_text (record, DAYBOOK_ORDER_TRACKING);

  if (*cell == '\0')
    return TRUE;

  g_auto(GStrv) numbers = g_strsplit_set (cell, ",; \n", -1);
  for (guint i = 0; numbers[i] != NULL; i++)
    if (*numbers[i] != '\0' && !merge_parcel (context, order, record, order_id, numbers[i], error))
      return FALSE;

  return TRUE;
}

/* --- The source cells --------------------------------------------------- */

/* `digest` 0: the book says otherwise, so the record is not known as merged. */
static gboolean
write_source (DaybookMergeContext       *context,
              gint64                     order,
              const DaybookOrderRecord  *record,
              guint64                    digest,
              GError                   **error)
{
  DaybookDatabase *db = daybook_transaction_database (context->transaction);
  g_autoptr(DaybookStatement) row = daybook_database_prepare (db,
    "INSERT INTO source_rows (\"order\", form, digest, raw) VALUES (:order, :form, nullif (:digest, 0), :raw)"
    " ON CONFLICT (\"order\", form) DO UPDATE SET digest = nullif (:digest, 0), raw = :raw", error);

  if (row == NULL)
    return FALSE;

  daybook_bind_int (row, ":order", order);
  daybook_bind_int (row, ":form", (gint64) context->spec->form);
  daybook_bind_int (row, ":digest", (gint64) digest);
  daybook_bind_text (row, ":raw", record->raw->str);
  return daybook_statement_run (row, error);
}

/* --- Orders ------------------------------------------------------------- */

static gint64
make_order (DaybookMergeContext       *context,
            const DaybookOrderRecord  *record,
            const DaybookId           *id,
            gint64                     customer,
            GError                   **error)
{
  DaybookValue values[DAYBOOK_ORDER_N_FIELDS] = { DAYBOOK_VALUE_INIT };

  for (guint i = DAYBOOK_RECORD_FIRST; i <= DAYBOOK_RECORD_LAST; i++)
    values[i] = record->values[i];
  values[DAYBOOK_ORDER_SHOP] = daybook_value_int (context->shop);
  values[DAYBOOK_ORDER_PLATFORM] = (DaybookValue) { .type = DAYBOOK_VALUE_TEXT, .text = (char *) context->spec->platform };
  values[DAYBOOK_ORDER_AS_OF] = daybook_value_int (context->spec->as_of);
  if (customer != 0)
    values[DAYBOOK_ORDER_CUSTOMER] = daybook_value_int (customer);

  return daybook_transaction_create (context->transaction, &daybook_orders, id, values, error);
}

static gboolean
set_customer (DaybookMergeContext  *context,
              const DaybookRow     *row,
              gint64                customer,
              GError              **error)
{
  DaybookId id;

  if (customer == 0 || daybook_row_has (row, DAYBOOK_ORDER_CUSTOMER))
    return TRUE;
  if (!daybook_row_id (daybook_transaction_database (context->transaction), &daybook_customers, customer, &id, error))
    return FALSE;

  DaybookValue value = daybook_value_id (&id);
  return daybook_transaction_set (context->transaction, &daybook_orders, row->rowid, DAYBOOK_ORDER_CUSTOMER, &value, error);
}

static gboolean
update_order (DaybookMergeContext       *context,
              const DaybookRow          *row,
              const DaybookOrderRecord  *record,
              gint64                     customer,
              GError                   **error)
{
  DaybookTransaction *transaction = context->transaction;
  DaybookValue no = daybook_value_int (0);

  if (!daybook_transaction_set (transaction, &daybook_orders, row->rowid, DAYBOOK_FIELD_DELETED, &no, error)
      || !set_customer (context, row, customer, error))
    return FALSE;

  for (guint i = DAYBOOK_RECORD_FIRST; i <= DAYBOOK_RECORD_LAST; i++)
    if (daybook_record_fills (i)
        && daybook_merge_takes (row, record, i, context->spec->as_of)
        && !daybook_transaction_set (transaction, &daybook_orders, row->rowid, i, &record->values[i], error))
      return FALSE;

  return TRUE;
}

/* What was said of the order or of what hangs on it is as of the file's time. */
static gboolean
set_as_of (DaybookMergeContext  *context,
           gint64                order,
           gint64                known_as_of,
           gboolean              changed,
           GError              **error)
{
  DaybookValue as_of = daybook_value_int (context->spec->as_of);

  if (as_of.number < known_as_of)
    return TRUE;
  if (!changed)
    return daybook_sight_note (context->transaction, order, as_of.number, error);

  return daybook_transaction_set (context->transaction, &daybook_orders, order, DAYBOOK_ORDER_AS_OF, &as_of, error);
}

gboolean
daybook_merge_order (DaybookMergeContext     *context,
                     const DaybookMergeItem  *item,
                     GError                 **error)
{
  DaybookDatabase *db = daybook_transaction_database (context->transaction);
  const DaybookOrderRecord *record = item->record;
  const DaybookId *id = &item->staged.order;
  GError *local = NULL;
  gint64 order = daybook_row_key (db, &daybook_orders, id, NULL, NULL, &local);
  gboolean is_new = order == 0;
  gint64 known_as_of = 0;
  gboolean overruled = FALSE;
  guint64 before = daybook_transaction_size (context->transaction);
  g_autoptr(GArray) products = local == NULL ? merge_products (context, record, &local) : NULL;
  gint64 customer = local == NULL ? daybook_merge_customer (context, item, &local) : 0;

  if (local == NULL && is_new)
    order = make_order (context, record, id, customer, &local);
  else if (local == NULL)
    {
      g_autoptr(DaybookRow) row = daybook_merge_load_order (db, order, &local);

      known_as_of = row != NULL ? daybook_row_int (row, DAYBOOK_ORDER_AS_OF) : 0;
      overruled = row != NULL && daybook_merge_overrules (row, record, context->spec->as_of);
      if (row != NULL)
        update_order (context, row, record, customer, &local);
    }

  if (local == NULL
      && merge_lines (context, order, is_new, known_as_of, record, item->lines, products, &overruled, &local)
      && merge_parcels (context, order, record, id, &local)
      && (is_new || set_as_of (context, order, known_as_of, daybook_transaction_size (context->transaction) > before, &local))
      && write_source (context, order, record, overruled ? 0 : item->staged.digest, &local))
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}
