/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/customer-merge.h"
#include "core/customer.h"
#include "core/likeness.h"

/* What stays of two customers who are one, and in what two look alike. */

static DaybookRow *
make_row (guint8 number)
{
  DaybookRow *row = daybook_row_new (&daybook_customers);

  row->id.bytes[0] = number;
  row->rowid = number;
  return row;
}

static void
set_text (DaybookRow *row,
          guint       field,
          const char *text)
{
  daybook_value_clear (&row->values[field]);
  row->values[field] = daybook_value_text (text);
}

static void
set_number (DaybookRow *row,
            guint       field,
            gint64      number)
{
  row->values[field] = daybook_value_int (number);
}

/* Two rows, of which the first stays. */
static GPtrArray *
make_two (void)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  g_ptr_array_add (rows, make_row (1));
  g_ptr_array_add (rows, make_row (2));
  return rows;
}

static void
assert_usual_text (GPtrArray  *rows,
                   guint       field,
                   const char *expected)
{
  g_auto(DaybookValue) value = daybook_customer_merge_usual (rows, rows->pdata[0], field);

  g_assert_cmpstr (value.type == DAYBOOK_VALUE_TEXT ? value.text : "", ==, expected);
}

static void
assert_usual_number (GPtrArray *rows,
                     guint      field,
                     gint64     expected)
{
  g_auto(DaybookValue) value = daybook_customer_merge_usual (rows, rows->pdata[0], field);

  g_assert_cmpint (value.number, ==, expected);
}

static void
test_no_text_is_lost (void)
{
  g_autoptr(GPtrArray) rows = make_two ();

  set_text (rows->pdata[0], DAYBOOK_CUSTOMER_NOTE, "likes green tea\ncalls late");
  set_text (rows->pdata[1], DAYBOOK_CUSTOMER_NOTE, "calls late\nhas a cat");
  set_text (rows->pdata[0], DAYBOOK_CUSTOMER_TAGS, "tea");
  set_text (rows->pdata[1], DAYBOOK_CUSTOMER_TAGS, "cat tea");
  assert_usual_text (rows, DAYBOOK_CUSTOMER_NOTE, "likes green tea\ncalls late\nhas a cat");
  assert_usual_text (rows, DAYBOOK_CUSTOMER_TAGS, "tea cat");
  assert_usual_text (rows, DAYBOOK_CUSTOMER_WISHES, "");
}

/* The higher grade stays, and whatever lets the shop do less. */
static void
test_what_stays (void)
{
  g_autoptr(GPtrArray) rows = make_two ();

  set_number (rows->pdata[1], DAYBOOK_CUSTOMER_GRADE, DAYBOOK_GRADE_2);
  set_number (rows->pdata[1], DAYBOOK_CUSTOMER_QUIET, 1);
  set_number (rows->pdata[0], DAYBOOK_CUSTOMER_CONSENT, DAYBOOK_CONSENT_GIVEN);
  set_text (rows->pdata[0], DAYBOOK_CUSTOMER_CONSENT_HOW, "in the chat");
  set_number (rows->pdata[1], DAYBOOK_CUSTOMER_CONSENT, DAYBOOK_CONSENT_WITHDRAWN);
  set_text (rows->pdata[1], DAYBOOK_CUSTOMER_CONSENT_HOW, "by mail");
  assert_usual_number (rows, DAYBOOK_CUSTOMER_GRADE, DAYBOOK_GRADE_2);
  assert_usual_number (rows, DAYBOOK_CUSTOMER_QUIET, 1);
  assert_usual_number (rows, DAYBOOK_CUSTOMER_CONSENT, DAYBOOK_CONSENT_WITHDRAWN);
  assert_usual_text (rows, DAYBOOK_CUSTOMER_CONSENT_HOW, "by mail");
}

static void
assert_refused (GPtrArray        *rows,
                const DaybookRow *keep)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "merge", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (daybook_customer_merge (edit, rows, keep, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
}

static void
test_who_can_be_merged (void)
{
  g_autoptr(GPtrArray) rows = make_two ();
  g_autoptr(DaybookRow) stranger = make_row (3);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "merge", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (daybook_customer_merge (edit, rows, rows->pdata[0], NULL, &error));
  g_assert_cmpuint (daybook_edit_size (edit), ==, 1);
  assert_refused (rows, stranger);
  set_number (rows->pdata[1], DAYBOOK_CUSTOMER_DELETED, 1);
  assert_refused (rows, rows->pdata[0]);
  set_number (rows->pdata[1], DAYBOOK_CUSTOMER_DELETED, 0);
  ((DaybookRow *) rows->pdata[1])->values[DAYBOOK_CUSTOMER_MERGED_INTO] = daybook_value_id (&stranger->id);
  assert_refused (rows, rows->pdata[0]);
  g_ptr_array_set_size (rows, 1);
  assert_refused (rows, rows->pdata[0]);
}

static void
test_both_orders_are_one_pair (void)
{
  DaybookId one = { { 1 } }, other = { { 2 } }, third = { { 3 } }, first, second, stranger;

  daybook_not_same_id (&first, &one, &other);
  daybook_not_same_id (&second, &other, &one);
  daybook_not_same_id (&stranger, &one, &third);
  g_assert_true (daybook_id_equal (&first, &second));
  g_assert_false (daybook_id_equal (&first, &stranger));
}

/* Takes over both. */
static void
assert_alike (char     *one,
              char     *other,
              gboolean  alike)
{
  g_autofree char *first = one;
  g_autofree char *second = other;

  g_test_message ("%s / %s", first, second);
  g_assert_true ((first != NULL && g_strcmp0 (first, second) == 0) == alike);
}

static void
test_likeness (void)
{
  assert_alike (daybook_likeness_phone ("138-1234-1234"), daybook_likeness_phone ("+86 13812341234"), TRUE);
  assert_alike (daybook_likeness_phone ("138****1234"), daybook_likeness_phone ("138****1234"), FALSE);
  assert_alike (daybook_likeness_nick ("tmall", "Tea ＡＢ"), daybook_likeness_nick ("tmall", " tea ab"), TRUE);
  assert_alike (daybook_likeness_nick ("tmall", "tea"), daybook_likeness_nick ("jd", "tea"), FALSE);
  assert_alike (daybook_likeness_nick ("tmall", "t***a"), daybook_likeness_nick ("tmall", "t***a"), FALSE);
  assert_alike (daybook_likeness_address ("张三", "浙江省 杭州市 龙井路1号"), daybook_likeness_address ("張三", "浙江省杭州市龍井路1號"), TRUE);
  assert_alike (daybook_likeness_address ("张三", "浙江省 杭州市"), daybook_likeness_address ("张三", "浙江省 杭州市"), FALSE);
  assert_alike (daybook_likeness_address ("张*", "龙井路1号"), daybook_likeness_address ("张*", "龙井路1号"), FALSE);
  assert_alike (daybook_likeness_address ("张三", "龙井路1号"), daybook_likeness_address ("李四", "龙井路1号"), FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/customer-merge/no-text-is-lost", test_no_text_is_lost);
  g_test_add_func ("/customer-merge/what-stays", test_what_stays);
  g_test_add_func ("/customer-merge/who-can-be-merged", test_who_can_be_merged);
  g_test_add_func ("/customer-merge/both-orders-are-one-pair", test_both_orders_are_one_pair);
  g_test_add_func ("/customer-merge/likeness", test_likeness);
  return g_test_run ();
}
