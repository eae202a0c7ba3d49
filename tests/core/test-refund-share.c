/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/refund-share.h"

#include "core/case-parts.h"
#include "core/order.h"

/* What would go back for the goods of a case. */

#define UNKNOWN -1

typedef struct
{
  gint64 price;
  gint64 bought;
  gint64 quantity; /* in the case; UNKNOWN: the line is not in it */
  gint64 received;
} Line;

static const struct
{
  const char *what;
  gint64      paid;
  gint64      postage;
  Line        lines[3]; /* to the first without a price and quantity */
  gint64      share;
} SHARES[] = {
  { "two of three", 9000, 0, { { 3000, 3, 2, UNKNOWN } }, 6000 },
  { "one of the two came", 9000, 0, { { 3000, 3, 2, 1 } }, 3000 },
  { "none came", 9000, 0, { { 3000, 3, 2, 0 } }, 0 },
  { "all of it", 9000, 0, { { 3000, 3, 3, 3 } }, 9000 },
  { "what nobody counted did not come", 10000, 0, { { 3000, 2, 2, 1 }, { 4000, 1, 1, UNKNOWN } }, 3000 },
  { "a discount is shared", 8000, 0, { { 3000, 2, 1, UNKNOWN }, { 4000, 1, UNKNOWN, UNKNOWN } }, 2400 },
  { "to the nearest cent", 9999, 0, { { 3333, 3, 1, UNKNOWN } }, 3333 },
  { "half a cent goes up", 5, 0, { { 100, 2, 1, UNKNOWN } }, 3 },
  { "the postage is not for goods", 9800, 800, { { 3000, 3, 1, UNKNOWN } }, 3000 },
  { "not more than was bought", 9000, 0, { { 3000, 3, 5, UNKNOWN } }, 9000 },
  { "a gift costs nothing", 9000, 0, { { 3000, 3, UNKNOWN, UNKNOWN }, { 0, 1, 1, UNKNOWN } }, 0 },
  { "no goods are named", 9000, 0, { { 3000, 3, UNKNOWN, UNKNOWN } }, UNKNOWN },
  { "a price is missing", 9000, 0, { { 3000, 3, 1, UNKNOWN }, { UNKNOWN, 1, UNKNOWN, UNKNOWN } }, UNKNOWN },
  { "what was paid is missing", UNKNOWN, 0, { { 3000, 3, 1, UNKNOWN } }, UNKNOWN },
  { "all cost nothing", 9000, 0, { { 0, 3, 1, UNKNOWN } }, UNKNOWN },
  { "amounts without sense", G_MAXINT64, 0, { { G_MAXINT64, 3, 1, UNKNOWN } }, UNKNOWN },
};

static void
put (DaybookRow *row,
     guint       field,
     gint64      number)
{
  if (number != UNKNOWN)
    row->values[field] = daybook_value_int (number);
}

static void
add_line (GPtrArray  *lines,
          GPtrArray  *goods,
          const Line *from)
{
  DaybookRow *line = daybook_row_new (&daybook_order_lines);

  daybook_id_random (&line->id);
  put (line, DAYBOOK_LINE_PRICE, from->price);
  put (line, DAYBOOK_LINE_QUANTITY, from->bought);
  g_ptr_array_add (lines, line);
  if (from->quantity == UNKNOWN)
    return;

  DaybookRow *part = daybook_row_new (&daybook_case_lines);

  part->values[DAYBOOK_CASE_LINE_LINE] = daybook_value_id (&line->id);
  put (part, DAYBOOK_CASE_LINE_QUANTITY, from->quantity);
  put (part, DAYBOOK_CASE_LINE_RECEIVED, from->received);
  g_ptr_array_add (goods, part);
}

static void
test_shares (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (SHARES); i++)
    {
      g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
      g_autoptr(GPtrArray) goods = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
      g_autoptr(DaybookRow) order = daybook_row_new (&daybook_orders);

      put (order, DAYBOOK_ORDER_PAID, SHARES[i].paid);
      put (order, DAYBOOK_ORDER_POSTAGE, SHARES[i].postage);
      for (gsize n = 0; n < G_N_ELEMENTS (SHARES[i].lines) && SHARES[i].lines[n].bought != 0; n++)
        add_line (lines, goods, &SHARES[i].lines[n]);
      g_test_message ("%s", SHARES[i].what);
      g_assert_cmpint (daybook_refund_share (goods, lines, order), ==, SHARES[i].share);
    }
}

/* Goods that are in no order have no price. */
static void
test_goods_without_a_line (void)
{
  const Line cup = { 3000, 3, 1, UNKNOWN };
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GPtrArray) goods = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(DaybookRow) order = daybook_row_new (&daybook_orders);

  put (order, DAYBOOK_ORDER_PAID, 9000);
  add_line (lines, goods, &cup);
  g_assert_cmpint (daybook_refund_share (goods, lines, order), ==, 3000);
  g_ptr_array_add (goods, daybook_row_new (&daybook_case_lines));
  g_assert_cmpint (daybook_refund_share (goods, lines, order), ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refund-share/shares", test_shares);
  g_test_add_func ("/refund-share/goods-without-a-line", test_goods_without_a_line);
  return g_test_run ();
}
