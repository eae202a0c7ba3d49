/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge.h"

#include "core/intern.h"
#include "core/money.h"
#include "store/book-lines.h"
#include "store/merge-rule.h"
#include "store/reader-private.h"
#include "store/row-sql.h"

#include <string.h>

/* --- What the book has -------------------------------------------------- */

static gboolean
is_said_better (GArray          *lines,
                DaybookLineList  list)
{
  return list == DAYBOOK_LIST_GUESSED
         && (daybook_book_lines_have (lines, DAYBOOK_LIST_NUMBERED) || daybook_book_lines_have (lines, DAYBOOK_LIST_WHOLE));
}

/* Whether a line gives way to the record's list, which is the newest. */
static gboolean
gives_way (const DaybookBookLine *line,
           DaybookLineList        list)
{
  return !line->deleted && line->told_by < 0
         && (line->list == DAYBOOK_LIST_GUESSED || (line->list == DAYBOOK_LIST_WHOLE && list == DAYBOOK_LIST_WHOLE));
}

/* Whether a line that was guessed is told now. */
static gboolean
ends_guess (GArray          *lines,
            DaybookLineList  list)
{
  for (guint i = 0; i < lines->len && list != DAYBOOK_LIST_GUESSED; i++)
    {
      const DaybookBookLine *line = &g_array_index (lines, DaybookBookLine, i);

      if (line->list == DAYBOOK_LIST_GUESSED && line->told_by >= 0 && !line->deleted)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_more (GArray          *lines,
          DaybookLineList  list)
{
  for (guint i = 0; i < lines->len; i++)
    if (gives_way (&g_array_index (lines, DaybookBookLine, i), list) && g_array_index (lines, DaybookBookLine, i).list == list)
      return TRUE;

  return FALSE;
}

/* --- One line's values -------------------------------------------------- */

static gboolean
takes (const DaybookRow   *line,
       guint               field,
       const DaybookValue *value,
       gint64              as_of,
       gint64              known_as_of)
{
  const DaybookValue *old = &line->values[field];

  if (field == DAYBOOK_LINE_POSITION)
    return FALSE;
  if (field == DAYBOOK_LINE_PROVISIONAL)
    return old->number != 0 && value->number == 0;
  if (daybook_value_is_empty (value) || daybook_value_equal (old, value))
    return FALSE;

  return daybook_value_is_empty (old) || as_of >= known_as_of;
}

/* Whether the book goes on saying otherwise than the record. */
static gboolean
overrules (const DaybookRow   *line,
           const DaybookValue *values,
           gint64              as_of,
           gint64              known_as_of)
{
  for (guint i = DAYBOOK_LINE_NUMBER; i < DAYBOOK_LINE_N_FIELDS; i++)
    if (takes (line, i, &values[i], known_as_of, known_as_of)
        && !takes (line, i, &values[i], as_of, known_as_of))
      return TRUE;

  return FALSE;
}

/* What the record says of a line, of an order in that currency ("": none yet): a price
 * without a currency of its own is in the order's. The values borrow their texts. */
static void
fill_values (DaybookValue              values[DAYBOOK_LINE_N_FIELDS],
             const char               *currency,
             const DaybookOrderRecord *record,
             const DaybookLineRecord  *line)
{
  memcpy (values, line->values, sizeof line->values);
  values[DAYBOOK_LINE_PROVISIONAL] = daybook_value_int (daybook_line_list_of (record) == DAYBOOK_LIST_GUESSED);
  if (values[DAYBOOK_LINE_PRICE].type != DAYBOOK_VALUE_INT || !daybook_value_is_empty (&values[DAYBOOK_LINE_CURRENCY]))
    return;

  values[DAYBOOK_LINE_PRICE].number = daybook_merge_amount (currency, record, values[DAYBOOK_LINE_PRICE].number);
  values[DAYBOOK_LINE_CURRENCY].type = DAYBOOK_VALUE_TEXT;
  values[DAYBOOK_LINE_CURRENCY].text = (char *) currency;
}

/* --- Effects ------------------------------------------------------------ */

/* Gives the effect of one line, or less when that is known already. */
static gboolean
find_line_effect (DaybookDatabase          *db,
                  gint64                    key,
                  gint64                    known_as_of,
                  const DaybookValue       *values,
                  DaybookRecordEffect      *effect,
                  GError                  **error)
{
  g_autoptr(DaybookRow) row = daybook_row_load (db, &daybook_order_lines, key, error);

  if (row == NULL)
    return FALSE;

  for (guint k = DAYBOOK_LINE_NUMBER; k < DAYBOOK_LINE_N_FIELDS; k++)
    if ((row->table->fields[k].flags & DAYBOOK_FIELD_HIDDEN) != 0)
      continue;
    else if (takes (row, k, &values[k], DAYBOOK_EFFECT_ALWAYS, known_as_of))
      *effect = DAYBOOK_EFFECT_ALWAYS;
    else if (takes (row, k, &values[k], known_as_of, known_as_of))
      *effect = MIN (*effect, known_as_of);
  return TRUE;
}

gboolean
daybook_lines_find_effect (DaybookDatabase           *db,
                           const DaybookOrderRecord  *record,
                           const DaybookKnownOrder   *known,
                           DaybookRecordEffect       *effect,
                           GError                   **error)
{
  gint64 known_as_of = daybook_known_order_lines (known, record);
  g_autoptr(GArray) ids = daybook_merge_line_ids (record, &known->row->id);
  g_autoptr(GArray) lines = NULL;
  DaybookLineList list = daybook_line_list_of (record);

  if (ids->len == 0)
    return TRUE;
  lines = daybook_book_lines_read (db, known->row->rowid, error);
  if (lines == NULL)
    return FALSE;
  if (is_said_better (lines, list))
    return TRUE;

  gboolean all = daybook_book_lines_tell (lines, record, ids);
  if (ends_guess (lines, list) || (!all && (list == DAYBOOK_LIST_NUMBERED || !daybook_book_lines_have (lines, list))))
    *effect = DAYBOOK_EFFECT_ALWAYS;
  else if (!all || (list != DAYBOOK_LIST_NUMBERED && has_more (lines, list)))
    *effect = MIN (*effect, known_as_of);

  for (guint i = 0; *effect != DAYBOOK_EFFECT_ALWAYS && i < ids->len; i++)
    {
      const DaybookBookLine *line = daybook_book_lines_told_by (lines, i);
      DaybookValue values[DAYBOOK_LINE_N_FIELDS];

      fill_values (values, daybook_row_text (known->row, DAYBOOK_ORDER_CURRENCY), record,
                   &g_array_index (record->lines, DaybookLineRecord, i));
      if (line != NULL && !line->deleted && !find_line_effect (db, line->key, known_as_of, values, effect, error))
        return FALSE;
    }

  return TRUE;
}

/* --- Merging ------------------------------------------------------------ */

static gboolean
make_line (DaybookMergeContext  *context,
           gint64                order,
           gint64                product,
           DaybookValue         *values,
           const DaybookId      *id,
           GError              **error)
{
  values[DAYBOOK_LINE_ORDER] = daybook_value_int (order);
  if (product != 0)
    values[DAYBOOK_LINE_PRODUCT] = daybook_value_int (product);
  return daybook_transaction_create (context->transaction, &daybook_order_lines, id, values, error) != 0;
}

/* `product`: its key; 0: none. */
static gboolean
link_product (DaybookMergeContext  *context,
              gint64                line,
              gint64                product,
              GError              **error)
{
  DaybookValue of = DAYBOOK_VALUE_INIT;
  DaybookId id;

  if (product != 0)
    {
      if (!daybook_row_id (daybook_transaction_database (context->transaction), &daybook_products, product, &id, error))
        return FALSE;
      of = daybook_value_id (&id);
    }

  return daybook_transaction_set (context->transaction, &daybook_order_lines, line, DAYBOOK_LINE_PRODUCT, &of, error);
}

/* A line that is gone from the book comes back as the record says it, and not with
 * what it had. */
static gboolean
bring_line_back (DaybookMergeContext  *context,
                 gint64                key,
                 gint64                product,
                 const DaybookValue   *values,
                 GError              **error)
{
  DaybookTransaction *transaction = context->transaction;
  DaybookValue no = daybook_value_int (0);

  if (!daybook_transaction_set (transaction, &daybook_order_lines, key, DAYBOOK_FIELD_DELETED, &no, error)
      || !link_product (context, key, product, error))
    return FALSE;

  for (guint i = DAYBOOK_LINE_NUMBER; i < DAYBOOK_LINE_N_FIELDS; i++)
    if (!daybook_transaction_set (transaction, &daybook_order_lines, key, i, &values[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
update_line (DaybookMergeContext  *context,
             gint64                key,
             gint64                product,
             gint64                known_as_of,
             const DaybookValue   *values,
             gboolean             *overruled,
             GError              **error)
{
  g_autoptr(DaybookRow) row = daybook_row_load (daybook_transaction_database (context->transaction),
                                                &daybook_order_lines, key, error);

  if (row == NULL
      || (product != 0 && !daybook_row_has (row, DAYBOOK_LINE_PRODUCT) && !link_product (context, key, product, error)))
    return FALSE;

  for (guint i = DAYBOOK_LINE_NUMBER; i < DAYBOOK_LINE_N_FIELDS; i++)
    if (takes (row, i, &values[i], context->spec->as_of, known_as_of)
        && !daybook_transaction_set (context->transaction, &daybook_order_lines, key, i, &values[i], error))
      return FALSE;

  *overruled = *overruled || overrules (row, values, context->spec->as_of, known_as_of);
  return TRUE;
}

static gboolean
drop_lines (DaybookMergeContext  *context,
            GArray               *lines,
            DaybookLineList       list,
            GError              **error)
{
  DaybookValue yes = daybook_value_int (1);

  for (guint i = 0; i < lines->len; i++)
    if (gives_way (&g_array_index (lines, DaybookBookLine, i), list)
        && !daybook_transaction_set (context->transaction, &daybook_order_lines, g_array_index (lines, DaybookBookLine, i).key,
                                     DAYBOOK_FIELD_DELETED, &yes, error))
      return FALSE;

  return TRUE;
}

/* Of an order made anew none of the lines is what it was. */
static gboolean
forget_lines (DaybookMergeContext  *context,
              GArray               *lines,
              GError              **error)
{
  DaybookValue yes = daybook_value_int (1);

  for (guint i = 0; i < lines->len; i++)
    {
      DaybookBookLine *line = &g_array_index (lines, DaybookBookLine, i);

      if (!line->deleted && line->told_by < 0
          && !daybook_transaction_set (context->transaction, &daybook_order_lines, line->key, DAYBOOK_FIELD_DELETED, &yes, error))
        return FALSE;
      line->deleted = TRUE;
    }

  return TRUE;
}

gboolean
daybook_lines_follow_currency (DaybookMergeContext  *context,
                               gint64                order,
                               const char           *guessed,
                               const char           *currency,
                               GError              **error)
{
  DaybookDatabase *db = daybook_transaction_database (context->transaction);
  DaybookValue named = { .type = DAYBOOK_VALUE_TEXT, .text = (char *) currency };
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT rowid FROM order_lines WHERE \"order\" = :order AND deleted = 0 AND currency = :guessed", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  daybook_bind_text (statement, ":guessed", guessed);
  g_autoptr(GArray) keys = daybook_statement_keys (statement, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      gint64 key = g_array_index (keys, gint64, i);
      g_autoptr(DaybookRow) line = daybook_row_load (db, &daybook_order_lines, key, error);

      if (line == NULL || !daybook_transaction_set (context->transaction, &daybook_order_lines, key, DAYBOOK_LINE_CURRENCY, &named, error))
        return FALSE;

      DaybookValue price = daybook_value_int (daybook_money_rescale (daybook_row_int (line, DAYBOOK_LINE_PRICE), guessed, currency));
      if (daybook_row_has (line, DAYBOOK_LINE_PRICE)
          && !daybook_transaction_set (context->transaction, &daybook_order_lines, key, DAYBOOK_LINE_PRICE, &price, error))
        return FALSE;
    }

  return keys != NULL;
}

/* The currency of the order as it is by now: the file's where it names one, and the text is
 * the record's then. NULL on error. */
static const char *
read_currency (DaybookMergeContext       *context,
               gint64                     order,
               const DaybookOrderRecord  *record,
               GError                   **error)
{
  const DaybookValue *named = &record->values[DAYBOOK_ORDER_CURRENCY];
  g_autoptr(DaybookRow) row = NULL;

  if (daybook_record_carries (record, DAYBOOK_ORDER_CURRENCY))
    return named->type == DAYBOOK_VALUE_TEXT ? named->text : "";

  row = daybook_row_load (daybook_transaction_database (context->transaction), &daybook_orders, order, error);
  return row != NULL ? daybook_intern (daybook_row_text (row, DAYBOOK_ORDER_CURRENCY)) : NULL;
}

gboolean
daybook_merge_lines (DaybookMergeContext     *context,
                     gint64                   order,
                     DaybookOrderStanding     standing,
                     gint64                   known_as_of,
                     const DaybookMergeItem  *item,
                     GArray                  *products,
                     gboolean                *overruled,
                     GError                 **error)
{
  const DaybookOrderRecord *record = item->record;
  DaybookLineList list = daybook_line_list_of (record);
  g_autoptr(GArray) lines = NULL;

  if (record->lines->len == 0 && standing != DAYBOOK_ORDER_FORGOTTEN)
    return TRUE;

  lines = standing == DAYBOOK_ORDER_NEW ? g_array_new (FALSE, FALSE, sizeof (DaybookBookLine))
                 : daybook_book_lines_read (daybook_transaction_database (context->transaction), order, error);
  if (lines == NULL)
    return FALSE;
  if (standing == DAYBOOK_ORDER_KNOWN && is_said_better (lines, list))
    return TRUE;

  gboolean all = daybook_book_lines_tell (lines, record, item->lines);
  if (standing == DAYBOOK_ORDER_FORGOTTEN && !forget_lines (context, lines, error))
    return FALSE;

  /* An older list completes what is there; its own lines are not the order's any more. */
  gboolean only_fills = list != DAYBOOK_LIST_NUMBERED && context->spec->as_of < known_as_of && daybook_book_lines_have (lines, list);
  if (only_fills)
    *overruled = *overruled || !all || has_more (lines, list);
  else if (!drop_lines (context, lines, list, error))
    return FALSE;

  const char *currency = read_currency (context, order, record, error);
  for (guint i = 0; currency != NULL && i < record->lines->len; i++)
    {
      DaybookId id = g_array_index (item->lines, DaybookId, i);
      gint64 product = g_array_index (products, gint64, i);
      const DaybookBookLine *known = daybook_book_lines_told_by (lines, i);
      DaybookValue values[DAYBOOK_LINE_N_FIELDS];
      gboolean done;

      fill_values (values, currency, record, &g_array_index (record->lines, DaybookLineRecord, i));
      if (daybook_book_lines_repeat (item->lines, i))
        done = TRUE;
      else if (known != NULL && !known->deleted)
        done = update_line (context, known->key, product, known_as_of, values, overruled, error);
      else if (only_fills)
        done = TRUE;
      else if (known != NULL)
        done = bring_line_back (context, known->key, product, values, error);
      else
        {
          daybook_book_lines_free_id (lines, &id);
          done = make_line (context, order, product, values, &id, error);
        }
      if (!done)
        return FALSE;
    }

  return currency != NULL;
}
