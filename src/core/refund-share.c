/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/refund-share.h"

#include "core/case-parts.h"
#include "core/order.h"

/* Adds price × pieces; FALSE: one of them is no amount, or the sum is beyond all sense. */
static gboolean
add_worth (guint64          *sum,
           const DaybookRow *line,
           gint64            pieces)
{
  gint64 price = daybook_row_int (line, DAYBOOK_LINE_PRICE);
  guint64 worth;

  return daybook_row_has (line, DAYBOOK_LINE_PRICE) && price >= 0 && pieces >= 0
         && g_uint64_checked_mul (&worth, (guint64) price, (guint64) pieces) && g_uint64_checked_add (sum, *sum, worth);
}

/* A line that says no quantity is one piece. */
static gint64
bought (const DaybookRow *line)
{
  return daybook_row_has (line, DAYBOOK_LINE_QUANTITY) ? daybook_row_int (line, DAYBOOK_LINE_QUANTITY) : 1;
}

static gboolean
sum_up_lines (GPtrArray *lines,
              guint64   *sum)
{
  *sum = 0;
  for (guint i = 0; i < lines->len; i++)
    if (!add_worth (sum, g_ptr_array_index (lines, i), bought (g_ptr_array_index (lines, i))))
      return FALSE;

  return *sum > 0;
}

static const DaybookRow *
find_line (GPtrArray        *lines,
           const DaybookRow *part)
{
  const DaybookId *id = daybook_row_ref_id (part, DAYBOOK_CASE_LINE_LINE);

  for (guint i = 0; id != NULL && i < lines->len; i++)
    if (daybook_id_equal (id, &((const DaybookRow *) g_ptr_array_index (lines, i))->id))
      return g_ptr_array_index (lines, i);

  return NULL;
}

/* Once one piece was counted, those that nobody counted did not come. */
static gboolean
is_counted (GPtrArray *goods)
{
  for (guint i = 0; i < goods->len; i++)
    if (daybook_row_has (g_ptr_array_index (goods, i), DAYBOOK_CASE_LINE_RECEIVED))
      return TRUE;

  return FALSE;
}

static gboolean
sum_up_goods (GPtrArray *goods,
              GPtrArray *lines,
              guint64   *sum)
{
  guint pieces = is_counted (goods) ? DAYBOOK_CASE_LINE_RECEIVED : DAYBOOK_CASE_LINE_QUANTITY;

  *sum = 0;
  for (guint i = 0; i < goods->len; i++)
    {
      const DaybookRow *part = g_ptr_array_index (goods, i);
      const DaybookRow *line = find_line (lines, part);

      if (line == NULL || !add_worth (sum, line, MIN (daybook_row_int (part, pieces), bought (line))))
        return FALSE;
    }
  return goods->len > 0;
}

gint64
daybook_refund_share (GPtrArray        *goods,
                      GPtrArray        *lines,
                      const DaybookRow *order)
{
  gint64 paid = daybook_row_int (order, DAYBOOK_ORDER_PAID) - daybook_row_int (order, DAYBOOK_ORDER_POSTAGE);
  guint64 all, some, product;

  if (!daybook_row_has (order, DAYBOOK_ORDER_PAID) || paid < 0 || !sum_up_lines (lines, &all) || !sum_up_goods (goods, lines, &some)
      || !g_uint64_checked_mul (&product, (guint64) paid, some) || !g_uint64_checked_add (&product, product, all / 2))
    return -1;

  return (gint64) (product / all);
}
