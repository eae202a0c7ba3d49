/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/reveal.h"

#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"

#include <string.h>

static DaybookLook
make_look (void)
{
  DaybookLook look = { .at = 1763800000, .how = DAYBOOK_REVEAL_WINDOW, .reason = NULL };

  daybook_id_random (&look.agent);
  return look;
}

static void
assert_refused (DaybookEdit *edit,
                const char  *word)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (daybook_edit_check (edit, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_a_look_says_who_when_and_which (void)
{
  const DaybookLook look = make_look ();
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);
  DaybookId order;

  daybook_id_random (&order);
  g_autofree char *order_text = daybook_id_to_string (&order);
  daybook_reveal_add_field (edit, &look, &daybook_orders, &order, DAYBOOK_ORDER_PHONE);
  g_assert_true (daybook_edit_check (edit, NULL));
  g_assert_cmpint (daybook_edit_kind (edit), ==, DAYBOOK_ACT_REVEAL);

  const DaybookValue *values = daybook_edit_change (edit, 0)->values;
  g_assert_cmpstr (values[DAYBOOK_REVEAL_ROW_KIND].text, ==, "order");
  g_assert_cmpstr (values[DAYBOOK_REVEAL_ROW].text, ==, order_text);
  g_assert_cmpstr (values[DAYBOOK_REVEAL_FIELD].text, ==, "phone");
  g_assert_cmpint (values[DAYBOOK_REVEAL_ROWS].number, ==, 1);
  g_assert_true (daybook_id_equal (&values[DAYBOOK_REVEAL_AGENT].id, &look.agent));
  g_assert_cmpint (values[DAYBOOK_REVEAL_AT].number, ==, look.at);
  g_assert_cmpint (values[DAYBOOK_REVEAL_REASON].type, ==, DAYBOOK_VALUE_NONE);
}

static void
test_a_long_list_is_one_entry (void)
{
  const DaybookLook look = make_look ();
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);

  daybook_reveal_add_list (edit, &look, &daybook_customers, 12000);
  g_assert_true (daybook_edit_check (edit, NULL));
  g_assert_cmpuint (daybook_edit_size (edit), ==, 1);

  const DaybookValue *values = daybook_edit_change (edit, 0)->values;
  g_assert_cmpint (values[DAYBOOK_REVEAL_ROWS].number, ==, 12000);
  g_assert_cmpint (values[DAYBOOK_REVEAL_ROW].type, ==, DAYBOOK_VALUE_NONE);
}

/* Written once, by looking and by nothing else. */
static void
test_the_log_is_not_edited (void)
{
  const DaybookLook look = make_look ();
  g_autoptr(DaybookEdit) changed = daybook_edit_new (DAYBOOK_ACT_EDIT, "test", &look.agent);
  g_autoptr(DaybookEdit) deleted = daybook_edit_new (DAYBOOK_ACT_EDIT, "test", &look.agent);
  g_autoptr(DaybookEdit) forged = daybook_edit_new (DAYBOOK_ACT_EDIT, "test", &look.agent);
  g_autoptr(DaybookEdit) hidden = daybook_reveal_edit_new (&look);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_set (changed, &daybook_reveals, &id, DAYBOOK_REVEAL_REASON, daybook_value_text ("a better one"));
  assert_refused (changed, "Reason");
  daybook_edit_delete (deleted, &daybook_reveals, &id);
  assert_refused (deleted, "Deleted");
  daybook_reveal_add_row (forged, &look, &daybook_orders, &id);
  assert_refused (forged, "log");
  daybook_edit_set (hidden, &daybook_orders, &id, DAYBOOK_ORDER_NOTE, daybook_value_text ("nobody sees this act"));
  assert_refused (hidden, "log");
}

static void
test_what_hides_nothing_is_no_look (void)
{
  g_autoptr(DaybookRow) order = daybook_row_new (&daybook_orders);

  order->values[DAYBOOK_ORDER_PHONE] = daybook_value_text ("13812341234");
  order->values[DAYBOOK_ORDER_BUYER] = daybook_value_text ("tea lover");
  order->values[DAYBOOK_ORDER_NUMBER] = daybook_value_text ("1001");
  g_assert_true (daybook_row_hides (order, DAYBOOK_ORDER_PHONE));
  g_assert_false (daybook_row_hides (order, DAYBOOK_ORDER_ADDRESS));
  g_assert_false (daybook_row_hides (order, DAYBOOK_ORDER_BUYER));
  g_assert_false (daybook_row_hides (order, DAYBOOK_ORDER_NUMBER));

  g_assert_true (daybook_table_has_masks (&daybook_orders));
  g_assert_true (daybook_table_has_masks (&daybook_contacts));
  g_assert_false (daybook_table_has_masks (&daybook_products));
  g_assert_false (daybook_table_has_masks (&daybook_reveals));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reveal/a-look-says-who-when-and-which", test_a_look_says_who_when_and_which);
  g_test_add_func ("/reveal/a-long-list-is-one-entry", test_a_long_list_is_one_entry);
  g_test_add_func ("/reveal/the-log-is-not-edited", test_the_log_is_not_edited);
  g_test_add_func ("/reveal/what-hides-nothing-is-no-look", test_what_hides_nothing_is_no_look);

  return g_test_run ();
}
