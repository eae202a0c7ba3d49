/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge.h"

#include "core/aftersale.h"
#include "core/membership.h"
#include "core/payment.h"
#include "core/stock.h"
#include "store/aftersale-orders.h"
#include "store/billed-orders.h"
#include "store/born-cases.h"
#include "store/entry-rule.h"
#include "store/history.h"
#include "store/membership-customers.h"
#include "store/row-sql.h"
#include "store/stock-products.h"

/* The cells, and that the file told of the row. */
static gboolean
write_source (DaybookMergeContext  *context,
              const DaybookEntry   *entry,
              gint64                key,
              GError              **error)
{
  DaybookDatabase *db = daybook_transaction_database (context->transaction);
  gint64 act = daybook_transaction_act (context->transaction, error);
  g_autoptr(DaybookStatement) statement = act != 0 ? daybook_database_prepare (db,
    "INSERT INTO entry_sources (tbl, row, form, act, raw) VALUES (:tbl, :row, :form, :act, :raw)"
    " ON CONFLICT DO UPDATE SET act = excluded.act, raw = excluded.raw", error) : NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":tbl", entry->table->kind);
  daybook_bind_int (statement, ":row", key);
  daybook_bind_int (statement, ":form", (gint64) context->spec->form);
  daybook_bind_int (statement, ":act", act);
  daybook_bind_text (statement, ":raw", entry->raw->str);
  return daybook_statement_run (statement, error);
}

static gint64
make_row (DaybookMergeContext  *context,
          const DaybookEntry   *entry,
          const DaybookId      *id,
          GError              **error)
{
  DaybookValue values[DAYBOOK_ENTRY_MAX_FIELDS];
  DaybookEntryFields fields = { 0 };

  daybook_entry_fields (entry->table, &fields);
  for (guint i = 0; i < entry->table->n_fields; i++)
    values[i] = entry->values[i];
  values[fields.shop] = daybook_value_int (context->shop);
  values[fields.platform] = (DaybookValue) { .type = DAYBOOK_VALUE_TEXT, .text = (char *) context->spec->platform };
  values[fields.as_of] = daybook_value_int (context->spec->as_of);
  return daybook_transaction_create (context->transaction, entry->table, id, values, error);
}

/* A row that nothing in force speaks of is as the file says it. */
static gboolean
remake_row (DaybookMergeContext  *context,
            const DaybookEntry   *entry,
            gint64                key,
            GError              **error)
{
  DaybookValue no = daybook_value_int (0);
  DaybookValue as_of = daybook_value_int (context->spec->as_of);
  DaybookEntryFields fields = { 0 };

  daybook_entry_fields (entry->table, &fields);
  for (guint i = fields.number; i < entry->table->n_fields; i++)
    {
      gboolean is_choice = entry->table->fields[i].type == DAYBOOK_TYPE_ENUM && daybook_value_is_empty (&entry->values[i]);
      const DaybookValue *value = i == fields.as_of ? &as_of : is_choice ? &no : &entry->values[i];

      if (!daybook_transaction_set (context->transaction, entry->table, key, i, value, error))
        return FALSE;
    }

  return daybook_transaction_set (context->transaction, entry->table, key, DAYBOOK_FIELD_DELETED, &no, error);
}

static gboolean
update_row (DaybookMergeContext  *context,
            const DaybookEntry   *entry,
            const DaybookRow     *row,
            gint64                known,
            GError              **error)
{
  DaybookTransaction *transaction = context->transaction;
  guint64 before = daybook_transaction_size (transaction);
  DaybookValue no = daybook_value_int (0);
  DaybookValue as_of = daybook_value_int (context->spec->as_of);
  DaybookEntryFields fields = { 0 };

  daybook_entry_fields (entry->table, &fields);
  if (!daybook_transaction_set (transaction, entry->table, row->rowid, DAYBOOK_FIELD_DELETED, &no, error))
    return FALSE;
  for (guint i = 0; i < entry->table->n_fields; i++)
    if (daybook_entry_takes (row, entry, i, known, context->spec->as_of)
        && !daybook_transaction_set (transaction, entry->table, row->rowid, i, &entry->values[i], error))
      return FALSE;

  return daybook_transaction_size (transaction) == before || as_of.number < known
         || daybook_transaction_set (transaction, entry->table, row->rowid, fields.as_of, &as_of, error);
}

/* A file that only repeats what the book has, and is no newer, leaves no trace. */
static gboolean
merge_known (DaybookMergeContext  *context,
             const DaybookEntry   *entry,
             gint64                key,
             GError              **error)
{
  DaybookDatabase *db = daybook_transaction_database (context->transaction);
  guint64 before = daybook_transaction_size (context->transaction);
  g_autoptr(DaybookRow) row = daybook_row_load (db, entry->table, key, error);
  gint64 known = row != NULL ? daybook_entry_known_from (db, row, error) : -1;

  if (known < 0 || !update_row (context, entry, row, known, error))
    return FALSE;

  return (daybook_transaction_size (context->transaction) == before && context->spec->as_of <= known)
         || write_source (context, entry, key, error);
}

/* `*key`: of the row. `*fresh`: it was not there, or in the trash. */
static gboolean
merge_row (DaybookMergeContext  *context,
           const DaybookEntry   *entry,
           const DaybookId      *id,
           gint64               *key,
           gboolean             *fresh,
           GError              **error)
{
  DaybookDatabase *db = daybook_transaction_database (context->transaction);
  GError *local = NULL;
  gboolean deleted = FALSE;

  *key = daybook_row_key (db, entry->table, id, NULL, &deleted, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  *fresh = *key == 0 || deleted;
  if (*key == 0)
    {
      *key = make_row (context, entry, id, error);
      return *key != 0 && write_source (context, entry, *key, error);
    }
  if (deleted && daybook_history_is_forgotten (db, entry->table, *key))
    return remake_row (context, entry, *key, error) && write_source (context, entry, *key, error);
  return merge_known (context, entry, *key, error);
}

/* What follows for the orders, products and customers that the row speaks of. */
static gboolean
tell_others (DaybookMergeContext  *context,
             const DaybookEntry   *entry,
             gint64                key,
             GError              **error)
{
  const char *number;

  if (entry->table == &daybook_payments)
    return daybook_billed_tell_payment (context->transaction, key, error);
  if (entry->table == &daybook_memberships)
    return daybook_membership_tell (context, entry, key, error);
  if (entry->table == &daybook_stocks)
    return daybook_stock_tell_row (context->transaction, key, error);
  if (entry->table != &daybook_aftersales)
    return TRUE;

  number = daybook_entry_text (entry, DAYBOOK_AFTERSALE_ORDER_NUMBER);
  return daybook_aftersale_tell_number (context->transaction, context->shop, number, context->spec->as_of, error)
         && (!context->has_payments || daybook_billed_tell_number (context->transaction, context->shop, number, error));
}

gboolean
daybook_merge_entry (DaybookMergeContext  *context,
                     const DaybookEntry   *entry,
                     const DaybookId      *id,
                     GError              **error)
{
  guint64 before = daybook_transaction_size (context->transaction);
  gboolean fresh = FALSE;
  gint64 key = 0;

  if (!merge_row (context, entry, id, &key, &fresh, error))
    return FALSE;

  DaybookBornStanding standing = fresh ? DAYBOOK_BORN_NEW
    : daybook_transaction_size (context->transaction) > before ? DAYBOOK_BORN_CHANGED : DAYBOOK_BORN_SAME;
  return tell_others (context, entry, key, error)
         && (context->born == NULL
             || daybook_born_case_take (context->transaction, context->born, entry->table, key, standing, context->spec->as_of, error));
}
