/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge.h"

#include "core/customer.h"
#include "core/money.h"
#include "core/shop.h"
#include "store/aftersale-orders.h"
#include "store/billed-orders.h"
#include "store/born-cases.h"
#include "store/history.h"
#include "store/reader-private.h"
#include "store/row-sql.h"
#include "store/sight.h"
#include "store/source.h"
#include "store/stock-products.h"

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
  context->has_aftersales = daybook_aftersale_any (daybook_transaction_database (context->transaction));
  context->has_reviews = daybook_database_number (daybook_transaction_database (context->transaction), "SELECT EXISTS (SELECT 1 FROM reviews)", 0, NULL) != 0;
  context->has_payments = daybook_billed_any (daybook_transaction_database (context->transaction));
  context->has_stock = daybook_stock_any (daybook_transaction_database (context->transaction));
  return context->shop != 0
         && daybook_source_note_form (daybook_transaction_database (context->transaction), context->spec->form,
                                      context->spec->header, error);
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

      if (deleted && daybook_history_is_forgotten (db, &daybook_products, key)
          && !daybook_transaction_set (context->transaction, &daybook_products, key, DAYBOOK_PRODUCT_TITLE,
                                       &line->values[DAYBOOK_LINE_TITLE], error))
        return 0;
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
  key = daybook_transaction_create (context->transaction, &daybook_products, &id, values, error);
  if (key != 0 && context->has_stock && !daybook_stock_tell (context->transaction, context->shop, sku->text, error))
    return 0;
  return key;
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

/* --- Parcels ------------------------------------------------------------ */

/* A parcel that is gone comes back with what the record says of it; one that is there
 * keeps what the record leaves out. */
static gboolean
update_parcel (DaybookMergeContext  *context,
               gint64                parcel,
               gboolean              deleted,
               const DaybookValue   *values,
               GError              **error)
{
  DaybookValue no = daybook_value_int (0);

  if (!daybook_transaction_set (context->transaction, &daybook_parcels, parcel, DAYBOOK_FIELD_DELETED, &no, error))
    return FALSE;

  for (guint i = DAYBOOK_PARCEL_TRACKING; i < DAYBOOK_PARCEL_N_FIELDS; i++)
    if ((deleted || !daybook_value_is_empty (&values[i]))
        && !daybook_transaction_set (context->transaction, &daybook_parcels, parcel, i, &values[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
merge_parcel (DaybookMergeContext     *context,
              gint64                   order,
              const DaybookMergeItem  *item,
              char                    *tracking,
              GError                 **error)
{
  const DaybookOrderRecord *record = item->record;
  char owner[DAYBOOK_ID_STRING_SIZE];
  const char *parts[] = { owner, tracking };
  DaybookValue values[DAYBOOK_PARCEL_N_FIELDS] = {
    [DAYBOOK_PARCEL_ORDER] = daybook_value_int (order),
    [DAYBOOK_PARCEL_TRACKING] = { .type = DAYBOOK_VALUE_TEXT, .text = tracking },
    [DAYBOOK_PARCEL_COURIER] = record->values[DAYBOOK_ORDER_COURIER],
    [DAYBOOK_PARCEL_SHIPPED_AT] = record->values[DAYBOOK_ORDER_SHIPPED_AT],
  };
  GError *local = NULL;
  gboolean deleted = FALSE;
  DaybookId id;

  daybook_id_print (&item->staged.order, owner);
  daybook_id_derive (&id, "parcel", parts, G_N_ELEMENTS (parts));
  gint64 parcel = daybook_row_key_within (daybook_transaction_database (context->transaction), &daybook_parcels, order, &id,
                                          NULL, &deleted, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (parcel != 0)
    return update_parcel (context, parcel, deleted, values, error);

  return daybook_transaction_create (context->transaction, &daybook_parcels, &id, values, error) != 0;
}

static gboolean
drop_parcels (DaybookMergeContext  *context,
              gint64                order,
              GError              **error)
{
  DaybookValue yes = daybook_value_int (1);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (
    daybook_transaction_database (context->transaction),
    "SELECT rowid FROM parcels WHERE \"order\" = :order AND deleted = 0", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  g_autoptr(GArray) keys = daybook_statement_keys (statement, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (!daybook_transaction_set (context->transaction, &daybook_parcels, g_array_index (keys, gint64, i),
                                  DAYBOOK_FIELD_DELETED, &yes, error))
      return FALSE;

  return keys != NULL;
}

static gboolean
merge_parcels (DaybookMergeContext     *context,
               gint64                   order,
               const DaybookMergeItem  *item,
               GError                 **error)
{
  g_auto(GStrv) numbers = g_strsplit_set (record_text (item->record, DAYBOOK_ORDER_TRACKING), ",; \n", -1);

  for (guint i = 0; numbers[i] != NULL; i++)
    if (*numbers[i] != '\0' && !merge_parcel (context, order, item, numbers[i], error))
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

/* What files said of it is forgotten, and that others had seen it. */
static gboolean
forget_sources (DaybookMergeContext  *context,
                gint64                order,
                GError              **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (daybook_transaction_database (context->transaction),
    "DELETE FROM source_rows WHERE \"order\" = :order", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  return daybook_statement_run (statement, error)
         && daybook_sight_forget (daybook_transaction_database (context->transaction), order, error);
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
    values[i] = daybook_merge_first_value (record, i);
  values[DAYBOOK_ORDER_SHOP] = daybook_value_int (context->shop);
  values[DAYBOOK_ORDER_PLATFORM] = (DaybookValue) { .type = DAYBOOK_VALUE_TEXT, .text = (char *) context->spec->platform };
  values[DAYBOOK_ORDER_AS_OF] = daybook_value_int (context->spec->as_of);
  if (customer != 0)
    values[DAYBOOK_ORDER_CUSTOMER] = daybook_value_int (customer);

  return daybook_transaction_create (context->transaction, &daybook_orders, id, values, error);
}

/* The buyer's account may have been corrected since; one that was known before is only
 * left for what a newer file says. */
static gboolean
set_customer (DaybookMergeContext     *context,
              const DaybookKnownOrder *known,
              const DaybookMergeItem  *item,
              gint64                   customer,
              GError                 **error)
{
  const DaybookRow *row = known->row;
  gboolean newer = context->spec->as_of >= daybook_known_order_time (known, DAYBOOK_ORDER_CUSTOMER)
                   || daybook_merge_is_ahead (known, item->record, context->spec->as_of);
  DaybookDatabase *db = daybook_transaction_database (context->transaction);
  DaybookId id;

  if (customer == 0 || (daybook_row_has (row, DAYBOOK_ORDER_CUSTOMER) && !newer))
    return TRUE;
  if (!daybook_row_id (db, &daybook_customers, customer, &id, error))
    return FALSE;

  DaybookValue value = daybook_value_id (&id);
  return daybook_transaction_set (context->transaction, &daybook_orders, row->rowid, DAYBOOK_ORDER_CUSTOMER, &value, error);
}

static gboolean
update_order (DaybookMergeContext     *context,
              const DaybookKnownOrder *known,
              const DaybookMergeItem  *item,
              gint64                   customer,
              guint64                 *taken,
              GError                 **error)
{
  DaybookTransaction *transaction = context->transaction;
  const DaybookOrderRecord *record = item->record;
  DaybookValue no = daybook_value_int (0);

  if (!daybook_transaction_set (transaction, &daybook_orders, known->row->rowid, DAYBOOK_FIELD_DELETED, &no, error)
      || !set_customer (context, known, item, customer, error))
    return FALSE;

  for (guint i = DAYBOOK_RECORD_FIRST; i <= DAYBOOK_RECORD_LAST; i++)
    {
      const DaybookValue value = daybook_merge_value (known, record, i); /* borrows the text */

      if (!daybook_record_fills (i) || !daybook_merge_takes (known, record, i, context->spec->as_of))
        continue;
      if (!daybook_transaction_set (transaction, &daybook_orders, known->row->rowid, i, &value, error))
        return FALSE;
      *taken |= G_GUINT64_CONSTANT (1) << i;
    }

  return TRUE;
}

/* An order on its way into the book. */
typedef struct
{
  gint64               key;
  DaybookOrderStanding standing;
  gint64               known_as_of;
  gint64               lines_as_of;
  gint64               parcels_as_of;
  gboolean             overruled; /* the book goes on saying otherwise */
  guint64              taken;     /* bit i: order field i was taken over */
  guint64              news;      /* what nobody told later; see daybook_record_tells() */
} Target;

/* What the record says of an order that nothing in force speaks of: as where it makes one, also
 * what is only guessed, and masked. Of a currency that is only the shop's nobody has told. */
static guint64
all_said (const DaybookOrderRecord *record)
{
  guint64 said = daybook_record_tells (record);

  for (guint i = DAYBOOK_RECORD_FIRST; i <= DAYBOOK_RECORD_LAST; i++)
    if (i != DAYBOOK_ORDER_CURRENCY && !daybook_value_is_empty (&record->values[i]))
      said |= G_GUINT64_CONSTANT (1) << i;

  return said;
}

/* What was said of the order or of what hangs on it is as of the file's time; so is what
 * it only repeats. Of what was taken over the operation tells. */
static gboolean
set_as_of (DaybookMergeContext  *context,
           const Target         *target,
           guint64               told,
           gboolean              changed,
           GError              **error)
{
  DaybookTransaction *transaction = context->transaction;
  DaybookValue as_of = daybook_value_int (context->spec->as_of);
  gint64 act;

  if (changed && as_of.number >= target->known_as_of
      && !daybook_transaction_set (transaction, &daybook_orders, target->key, DAYBOOK_ORDER_AS_OF, &as_of, error))
    return FALSE;
  if ((target->news & ~target->taken) == 0)
    return TRUE;

  act = daybook_transaction_act (transaction, error);
  return act != 0 && daybook_sight_add (daybook_transaction_database (transaction), target->key, act, told & ~target->taken, error);
}

/* What of the order the file has only guessed. */
static gboolean
note_guesses (DaybookMergeContext       *context,
              const Target              *target,
              const DaybookOrderRecord  *record,
              GError                   **error)
{
  guint64 guesses = daybook_merge_guesses (record);
  guint64 noted = 0;
  gint64 act;

  if (target->standing == DAYBOOK_ORDER_KNOWN)
    guesses &= target->taken;
  if ((guesses >> DAYBOOK_ORDER_PAID & 1) != 0)
    noted |= G_GUINT64_CONSTANT (1) << DAYBOOK_SIGHT_GUESSED_PAID;
  if (((guesses >> DAYBOOK_ORDER_REFUND | guesses >> DAYBOOK_ORDER_REFUNDED) & 1) != 0)
    noted |= G_GUINT64_CONSTANT (1) << DAYBOOK_SIGHT_GUESSED_REFUND;
  if (noted == 0)
    return TRUE;

  act = daybook_transaction_act (context->transaction, error);
  return act != 0 && daybook_sight_add (daybook_transaction_database (context->transaction), target->key, act, noted, error);
}

/* An order that nothing in force speaks of is as the file says it: what a file had
 * said that was taken back does not come back with it. */
static gboolean
remake_order (DaybookMergeContext     *context,
              gint64                   order,
              const DaybookMergeItem  *item,
              gint64                   customer,
              GError                 **error)
{
  DaybookTransaction *transaction = context->transaction;
  DaybookDatabase *db = daybook_transaction_database (transaction);
  DaybookValue no = daybook_value_int (0);
  DaybookValue as_of = daybook_value_int (context->spec->as_of);
  DaybookValue buyer = DAYBOOK_VALUE_INIT;
  DaybookId id;

  if (customer != 0)
    {
      if (!daybook_row_id (db, &daybook_customers, customer, &id, error))
        return FALSE;
      buyer = daybook_value_id (&id);
    }
  if (!daybook_transaction_set (transaction, &daybook_orders, order, DAYBOOK_FIELD_DELETED, &no, error)
      || !daybook_transaction_set (transaction, &daybook_orders, order, DAYBOOK_ORDER_CUSTOMER, &buyer, error))
    return FALSE;

  for (guint i = DAYBOOK_RECORD_FIRST; i <= DAYBOOK_RECORD_LAST; i++)
    {
      const DaybookValue value = daybook_merge_first_value (item->record, i); /* borrows the text */

      if (daybook_record_fills (i) && !daybook_transaction_set (transaction, &daybook_orders, order, i, &value, error))
        return FALSE;
    }

  return daybook_transaction_set (transaction, &daybook_orders, order, DAYBOOK_ORDER_AS_OF, &as_of, error)
         && forget_sources (context, order, error)
         && drop_parcels (context, order, error);
}

static gboolean
find_target (DaybookMergeContext  *context,
             const DaybookId      *id,
             Target               *target,
             GError              **error)
{
  DaybookDatabase *db = daybook_transaction_database (context->transaction);
  GError *local = NULL;
  gboolean deleted = FALSE;

  target->key = daybook_row_key (db, &daybook_orders, id, NULL, &deleted, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  target->standing = target->key == 0 ? DAYBOOK_ORDER_NEW
                     : deleted && daybook_history_is_forgotten (db, &daybook_orders, target->key) ? DAYBOOK_ORDER_FORGOTTEN
                     : DAYBOOK_ORDER_KNOWN;
  return TRUE;
}

/* What an older file was right about, since its status is further on, is as new as what it
 * replaces: files from in between do not take it back. */
static gboolean
keep_times (DaybookMergeContext     *context,
            const DaybookKnownOrder *known,
            guint64                  told,
            GError                 **error)
{
  guint64 left = told & ~daybook_known_order_news (known, told, context->spec->as_of);

  for (guint i = 0; i < DAYBOOK_SIGHT_N; i++)
    {
      gint64 act = known->seen[i].act;
      guint64 same = (left >> i & 1) != 0 ? daybook_known_order_by (known, left, act) : 0;

      if (same != 0 && !daybook_sight_add (daybook_transaction_database (context->transaction), known->row->rowid, act, same, error))
        return FALSE;
      left &= ~same;
    }

  return TRUE;
}

/* What is in the order's currency: its amounts, and the prices of its lines. */
static guint64
currency_bits (void)
{
  guint64 bits = DAYBOOK_RECORD_ALL_LINES;

  for (guint i = DAYBOOK_RECORD_FIRST; i <= DAYBOOK_RECORD_LAST; i++)
    if (daybook_orders.fields[i].type == DAYBOOK_TYPE_MONEY)
      bits |= G_GUINT64_CONSTANT (1) << i;

  return bits;
}

/* What stands in the book in a currency that was only guessed is in the right one from now
 * on, as the figures say it, and no newer than it was. */
static gboolean
follow_currency (DaybookMergeContext      *context,
                 const DaybookKnownOrder  *known,
                 const DaybookOrderRecord *record,
                 GError                  **error)
{
  const DaybookRow *order = known->row;
  const char *guessed = daybook_row_text (order, DAYBOOK_ORDER_CURRENCY);
  const char *named = record_text (record, DAYBOOK_ORDER_CURRENCY);

  if (!daybook_transaction_set (context->transaction, &daybook_orders, order->rowid, DAYBOOK_ORDER_CURRENCY,
                                &record->values[DAYBOOK_ORDER_CURRENCY], error))
    return FALSE;

  for (guint i = DAYBOOK_RECORD_FIRST; i <= DAYBOOK_RECORD_LAST; i++)
    {
      DaybookValue value = daybook_value_int (daybook_money_rescale (daybook_row_int (order, i), guessed, named));

      if (daybook_orders.fields[i].type == DAYBOOK_TYPE_MONEY && daybook_row_has (order, i)
          && !daybook_transaction_set (context->transaction, &daybook_orders, order->rowid, i, &value, error))
        return FALSE;
    }

  return daybook_lines_follow_currency (context, order->rowid, guessed, named, error)
         && keep_times (context, known, currency_bits (), error);
}

/* The order as the file finds it. A currency goes first: amounts are compared in one. */
static DaybookKnownOrder *
load_known (DaybookMergeContext     *context,
            Target                  *target,
            const DaybookMergeItem  *item,
            GError                 **error)
{
  DaybookDatabase *db = daybook_transaction_database (context->transaction);
  g_autoptr(DaybookKnownOrder) known = daybook_known_order_load (db, target->key, error);

  if (known == NULL
      || !daybook_row_has (known->row, DAYBOOK_ORDER_CURRENCY)
      || !daybook_merge_takes (known, item->record, DAYBOOK_ORDER_CURRENCY, context->spec->as_of))
    return g_steal_pointer (&known);
  if (!follow_currency (context, known, item->record, error))
    return NULL;

  target->taken |= G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_CURRENCY;
  return daybook_known_order_load (db, target->key, error);
}

static gboolean
merge_known (DaybookMergeContext     *context,
             Target                  *target,
             const DaybookMergeItem  *item,
             gint64                   customer,
             GError                 **error)
{
  g_autoptr(DaybookKnownOrder) known = load_known (context, target, item, error);
  guint64 told = daybook_record_tells (item->record);
  gint64 as_of = context->spec->as_of;

  if (known == NULL)
    return FALSE;

  gboolean ahead = daybook_merge_is_ahead (known, item->record, as_of);
  target->known_as_of = known->as_of;
  target->lines_as_of = MIN (daybook_known_order_lines (known, item->record), ahead ? as_of : G_MAXINT64);
  target->parcels_as_of = MIN (daybook_known_order_time (known, DAYBOOK_ORDER_TRACKING), ahead ? as_of : G_MAXINT64);
  target->news = daybook_known_order_news (known, told, as_of);
  target->overruled = daybook_merge_overrules (known, item->record, as_of);
  return update_order (context, known, item, customer, &target->taken, error)
         && (!ahead || keep_times (context, known, told, error));
}

static gboolean
merge_fields (DaybookMergeContext     *context,
              Target                  *target,
              const DaybookMergeItem  *item,
              gint64                   customer,
              GError                 **error)
{
  switch (target->standing)
    {
    case DAYBOOK_ORDER_NEW:
      target->key = make_order (context, item->record, &item->staged.order, customer, error);
      return target->key != 0
             && (!context->has_aftersales || daybook_aftersale_tell (context->transaction, target->key, context->spec->as_of, error))
             && (!(context->has_aftersales || context->has_reviews)
                 || daybook_born_cases_meet_order (context->transaction, target->key, error));
    case DAYBOOK_ORDER_FORGOTTEN:
      target->news = all_said (item->record);
      return remake_order (context, target->key, item, customer, error);
    case DAYBOOK_ORDER_KNOWN:
    default:
      return merge_known (context, target, item, customer, error);
    }
}

/* A parcel of which an older file tells is the order's no longer, once a newer one
 * has told of another. */
static gboolean
tells_parcels (DaybookMergeContext      *context,
               const Target             *target,
               const DaybookOrderRecord *record)
{
  g_autoptr(DaybookStatement) statement = NULL;

  if (*record_text (record, DAYBOOK_ORDER_TRACKING) == '\0' || context->spec->as_of >= target->parcels_as_of)
    return TRUE;

  statement = daybook_database_prepare (daybook_transaction_database (context->transaction),
    "SELECT 1 FROM parcels WHERE \"order\" = :order AND deleted = 0 LIMIT 1", NULL);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", target->key);
  return !daybook_statement_next (statement, NULL);
}

gboolean
daybook_merge_order (DaybookMergeContext     *context,
                     const DaybookMergeItem  *item,
                     GError                 **error)
{
  const DaybookOrderRecord *record = item->record;
  guint64 before = daybook_transaction_size (context->transaction);
  GError *local = NULL;
  Target target = { 0 };

  if (!find_target (context, &item->staged.order, &target, error))
    return FALSE;

  g_autoptr(GArray) products = merge_products (context, record, &local);
  gint64 customer = local == NULL ? daybook_merge_customer (context, item, &local) : 0;

  if (local == NULL
      && merge_fields (context, &target, item, customer, &local)
      && (!context->has_payments || daybook_billed_tell (context->transaction, target.key, &local))
      && note_guesses (context, &target, record, &local)
      && daybook_merge_lines (context, target.key, target.standing, target.lines_as_of, item, products, &target.overruled, &local)
      && (!tells_parcels (context, &target, record) || merge_parcels (context, target.key, item, &local))
      && (target.standing == DAYBOOK_ORDER_NEW
          || set_as_of (context, &target, target.standing == DAYBOOK_ORDER_FORGOTTEN ? all_said (record) : daybook_record_tells (record),
                        daybook_transaction_size (context->transaction) > before, &local))
      && write_source (context, target.key, record, target.overruled ? 0 : item->staged.digest, &local))
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}
