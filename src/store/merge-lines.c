/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge.h"

#include "core/money.h"
#include "store/merge-rule.h"
#include "store/reader-private.h"
#include "store/row-sql.h"

#include <string.h>

/* Lines with a number of the platform's stand each for itself. Without one, what the
 * file says of the order is the list of its lines, and so is what an order file's
 * joined titles let guess: of these the newest list goes. */
typedef enum
{
  LIST_NUMBERED, /* or lines of which the record tells only some */
  LIST_WHOLE,
  LIST_GUESSED,
} List;

/* A line as the book has it, the deleted ones too. */
typedef struct
{
  gint64    key;
  DaybookId id;
  List      list;
  gboolean  deleted;
  gboolean  told; /* by the record at hand */
} BookLine;

static List
list_of (const DaybookOrderRecord *record)
{
  if (daybook_record_lines_bit (record) == DAYBOOK_RECORD_GUESS_BIT)
    return LIST_GUESSED;

  if ((record->carried & DAYBOOK_RECORD_PART) != 0)
    return LIST_NUMBERED;
  for (guint i = 0; i < record->lines->len; i++)
    if (!daybook_value_is_empty (&g_array_index (record->lines, DaybookLineRecord, i).values[DAYBOOK_LINE_NUMBER]))
      return LIST_NUMBERED;

  return LIST_WHOLE;
}

/* --- What the book has -------------------------------------------------- */

static GArray *
read_lines (DaybookDatabase  *db,
            gint64            order,
            GError          **error)
{
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (BookLine));
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT rowid, id, deleted, provisional, ifnull (number, '') <> '' FROM order_lines WHERE \"order\" = :order", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":order", order);
  while (daybook_statement_next (statement, &local))
    {
      BookLine line = { .key = sqlite3_column_int64 (statement, 0), .deleted = sqlite3_column_int64 (statement, 2) != 0 };

      daybook_column_id (statement, 1, &line.id);
      line.list = sqlite3_column_int64 (statement, 3) != 0 ? LIST_GUESSED
                  : sqlite3_column_int64 (statement, 4) != 0 ? LIST_NUMBERED : LIST_WHOLE;
      g_array_append_val (lines, line);
    }
  if (local == NULL)
    return g_steal_pointer (&lines);

  g_propagate_error (error, local);
  return NULL;
}

static BookLine *
find_line (GArray          *lines,
           const DaybookId *id)
{
  for (guint i = 0; i < lines->len; i++)
    if (daybook_id_equal (&g_array_index (lines, BookLine, i).id, id))
      return &g_array_index (lines, BookLine, i);

  return NULL;
}

/* Marks the lines of which the record tells. FALSE: it tells of some that the book has not. */
static gboolean
mark_told (GArray *lines,
           GArray *ids)
{
  gboolean all = TRUE;

  for (guint i = 0; i < ids->len; i++)
    {
      BookLine *line = find_line (lines, &g_array_index (ids, DaybookId, i));

      if (line != NULL)
        line->told = TRUE;
      all = all && line != NULL && !line->deleted;
    }

  return all;
}

static gboolean
has_list (GArray *lines,
          List    list)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, BookLine, i).list == list && !g_array_index (lines, BookLine, i).deleted)
      return TRUE;

  return FALSE;
}

static gboolean
is_said_better (GArray *lines,
                List    list)
{
  return list == LIST_GUESSED && (has_list (lines, LIST_NUMBERED) || has_list (lines, LIST_WHOLE));
}

/* Whether a line gives way to the record's list, which is the newest. */
static gboolean
gives_way (const BookLine *line,
           List            list)
{
  return !line->deleted && !line->told && (line->list == LIST_GUESSED || line->list == list) && line->list != LIST_NUMBERED;
}

static gboolean
has_more (GArray *lines,
          List    list)
{
  for (guint i = 0; i < lines->len; i++)
    if (gives_way (&g_array_index (lines, BookLine, i), list) && g_array_index (lines, BookLine, i).list == list)
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

  if (field == DAYBOOK_LINE_POSITION || field == DAYBOOK_LINE_PROVISIONAL)
    return FALSE;
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
  g_autoptr(GArray) lines = ids->len > 0 ? read_lines (db, known->row->rowid, error) : g_array_new (FALSE, FALSE, sizeof (BookLine));
  List list = list_of (record);

  if (lines == NULL)
    return FALSE;
  if (ids->len == 0 || is_said_better (lines, list))
    return TRUE;

  gboolean all = mark_told (lines, ids);
  if (!all && (list == LIST_NUMBERED || !has_list (lines, list)))
    *effect = DAYBOOK_EFFECT_ALWAYS;
  else if (!all || (list != LIST_NUMBERED && has_more (lines, list)))
    *effect = MIN (*effect, known_as_of);

  for (guint i = 0; *effect != DAYBOOK_EFFECT_ALWAYS && i < ids->len; i++)
    {
      const BookLine *line = find_line (lines, &g_array_index (ids, DaybookId, i));
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
  DaybookValue of = DAYBOOK_VALUE_INIT;
  DaybookId id;

  if (product != 0)
    {
      if (!daybook_row_id (daybook_transaction_database (transaction), &daybook_products, product, &id, error))
        return FALSE;
      of = daybook_value_id (&id);
    }
  if (!daybook_transaction_set (transaction, &daybook_order_lines, key, DAYBOOK_FIELD_DELETED, &no, error)
      || !daybook_transaction_set (transaction, &daybook_order_lines, key, DAYBOOK_LINE_PRODUCT, &of, error))
    return FALSE;

  for (guint i = DAYBOOK_LINE_NUMBER; i < DAYBOOK_LINE_N_FIELDS; i++)
    if (!daybook_transaction_set (transaction, &daybook_order_lines, key, i, &values[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
update_line (DaybookMergeContext  *context,
             gint64                key,
             gint64                known_as_of,
             const DaybookValue   *values,
             gboolean             *overruled,
             GError              **error)
{
  g_autoptr(DaybookRow) row = daybook_row_load (daybook_transaction_database (context->transaction),
                                                &daybook_order_lines, key, error);

  if (row == NULL)
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
            List                  list,
            GError              **error)
{
  DaybookValue yes = daybook_value_int (1);

  for (guint i = 0; i < lines->len; i++)
    if (gives_way (&g_array_index (lines, BookLine, i), list)
        && !daybook_transaction_set (context->transaction, &daybook_order_lines, g_array_index (lines, BookLine, i).key,
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
      BookLine *line = &g_array_index (lines, BookLine, i);

      if (!line->deleted && !line->told
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
  return row != NULL ? g_intern_string (daybook_row_text (row, DAYBOOK_ORDER_CURRENCY)) : NULL;
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
  List list = list_of (record);
  g_autoptr(GArray) lines = NULL;

  if (record->lines->len == 0 && standing != DAYBOOK_ORDER_FORGOTTEN)
    return TRUE;

  lines = standing == DAYBOOK_ORDER_NEW ? g_array_new (FALSE, FALSE, sizeof (BookLine))
                 : read_lines (daybook_transaction_database (context->transaction), order, error);
  if (lines == NULL)
    return FALSE;
  if (standing == DAYBOOK_ORDER_KNOWN && is_said_better (lines, list))
    return TRUE;

  gboolean all = mark_told (lines, item->lines);
  if (standing == DAYBOOK_ORDER_FORGOTTEN && !forget_lines (context, lines, error))
    return FALSE;

  /* An older list completes what is there; its own lines are not the order's any more. */
  gboolean only_fills = list != LIST_NUMBERED && context->spec->as_of < known_as_of && has_list (lines, list);
  if (only_fills)
    *overruled = *overruled || !all || has_more (lines, list);
  else if (!drop_lines (context, lines, list, error))
    return FALSE;

  const char *currency = read_currency (context, order, record, error);
  for (guint i = 0; currency != NULL && i < record->lines->len; i++)
    {
      const DaybookId *id = &g_array_index (item->lines, DaybookId, i);
      gint64 product = g_array_index (products, gint64, i);
      const BookLine *known = find_line (lines, id);
      DaybookValue values[DAYBOOK_LINE_N_FIELDS];
      gboolean done;

      fill_values (values, currency, record, &g_array_index (record->lines, DaybookLineRecord, i));
      if (known != NULL && !known->deleted)
        done = update_line (context, known->key, known_as_of, values, overruled, error);
      else if (only_fills)
        done = TRUE;
      else if (known != NULL)
        done = bring_line_back (context, known->key, product, values, error);
      else
        done = make_line (context, order, product, values, id, error);
      if (!done)
        return FALSE;
    }

  return currency != NULL;
}
