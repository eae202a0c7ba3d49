/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/born-goods.h"

#include "core/aftersale.h"
#include "core/case-parts.h"
#include "core/order.h"
#include "core/review.h"

/* What such rows call the goods. */
static const char *
goods_of (const DaybookRow *row)
{
  return daybook_row_text (row, row->table == &daybook_reviews ? DAYBOOK_REVIEW_PRODUCT : DAYBOOK_AFTERSALE_TITLE);
}

/* The line of the order with the row's SKU, or the only one there is. `*line`: a key, 0: it is not
 * known which; `*quantity`: of it. */
static gboolean
find_line (DaybookDatabase   *db,
           const DaybookRow  *order,
           const char        *sku,
           gint64            *line,
           gint64            *quantity,
           GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT rowid, quantity, count (*) OVER () FROM order_lines"
    " WHERE \"order\" = :order AND deleted = 0 AND (:sku = '' OR sku = :sku)", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order->rowid);
  daybook_bind_text (statement, ":sku", sku);
  if (daybook_statement_next (statement, &local) && sqlite3_column_int64 (statement, 2) == 1)
    {
      *line = sqlite3_column_int64 (statement, 0);
      *quantity = sqlite3_column_int64 (statement, 1);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gboolean
write_goods (DaybookTransaction  *transaction,
             gint64               key,
             const DaybookId     *id,
             gint64               line,
             const char          *title,
             gint64               quantity,
             GError             **error)
{
  DaybookValue values[DAYBOOK_CASE_LINE_N_FIELDS] = { DAYBOOK_VALUE_INIT };
  char text[DAYBOOK_ID_STRING_SIZE];
  const char *parts[] = { text, "1" };
  DaybookId own;

  daybook_id_print (id, text);
  daybook_id_derive (&own, daybook_case_lines.kind, parts, G_N_ELEMENTS (parts));
  values[DAYBOOK_CASE_LINE_CASE] = daybook_value_int (key);
  if (line != 0)
    values[DAYBOOK_CASE_LINE_LINE] = daybook_value_int (line);
  else
    values[DAYBOOK_CASE_LINE_TITLE] = (DaybookValue) { .type = DAYBOOK_VALUE_TEXT, .text = (char *) title };
  values[DAYBOOK_CASE_LINE_QUANTITY] = daybook_value_int (MAX (1, quantity));
  return daybook_transaction_create (transaction, &daybook_case_lines, &own, values, error) != 0;
}

gboolean
daybook_born_goods_add (DaybookTransaction  *transaction,
                        DaybookRegister     *definition,
                        gint64               key,
                        const DaybookId     *id,
                        const DaybookRow    *row,
                        const DaybookRow    *order,
                        GError             **error)
{
  int sku = daybook_table_field (row->table, "sku");
  int told = daybook_table_field (row->table, "quantity");
  gint64 line = 0, quantity = 0;

  if (!daybook_register_has_goods (definition))
    return TRUE;
  if (order != NULL && !find_line (daybook_transaction_database (transaction), order, sku >= 0 ? daybook_row_text (row, (guint) sku) : "",
                                   &line, &quantity, error))
    return FALSE;
  if (line == 0 && *goods_of (row) == '\0')
    return TRUE;

  if (told >= 0 && daybook_row_int (row, (guint) told) > 0)
    quantity = daybook_row_int (row, (guint) told);
  return write_goods (transaction, key, id, line, goods_of (row), quantity, error);
}
