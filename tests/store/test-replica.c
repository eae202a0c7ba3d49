/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "two-laptops.h"

#include <string.h>

static void
set_note (Book            *book,
          const DaybookId *order,
          const char      *note)
{
  book_set (book, &daybook_orders, order, DAYBOOK_ORDER_NOTE, daybook_value_text (note));
}

static void
assert_note (Book            *book,
             const DaybookId *order,
             const char      *note)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_orders, order);

  g_assert_nonnull (row);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ORDER_NOTE), ==, note);
}

static guint
count_hits (Book       *book,
            const char *text)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GError) error = NULL;

  daybook_store_settle (book->store);
  query->search = g_strdup (text);
  gint64 count = daybook_reader_count (daybook_store_get_reader (book->store), query, 0, &error);
  g_assert_no_error (error);
  return (guint) count;
}

static void
test_pairing (void)
{
  g_autoptr(GError) error = NULL;
  Book a, b;
  book_open (&a);

  g_assert_false (daybook_replica_become (a.store, "B", &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_clear_error (&error);

  DaybookId order = book_add_order (&a, "1001", BOOK_NOW);
  g_assert_true (daybook_replica_pair (a.store, &error));
  g_assert_no_error (error);
  g_assert_false (daybook_replica_pair (a.store, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_clear_error (&error);
  g_autoptr(GPtrArray) nothing = shop_outbox (&a, 10);
  g_assert_cmpuint (nothing->len, ==, 0);

  set_note (&a, &order, "not sent yet");
  shop_copy_book (&a, &b);
  g_assert_false (daybook_replica_become (b.store, "B", &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);

  book_close (&a);
  book_close (&b);
}

/* A copy has the history of the first laptop, but none of its own. */
static void
test_a_copy_is_a_laptop_of_its_own (void)
{
  Shop shop;
  shop_open (&shop);

  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM ops WHERE n > 0"), ==, 0);
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM acts WHERE device = 1"), ==, 0);
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM devices"), ==, 2);
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM shops s JOIN ops o ON o.n = s.born"), ==, 1);
  g_assert_false (daybook_id_is_null (daybook_store_get_shop (shop.b.store)));
  g_assert_true (daybook_id_equal (daybook_store_get_shop (shop.a.store), daybook_store_get_shop (shop.b.store)));

  book_add_order (&shop.b, "1001", BOOK_NOW);
  g_assert_cmpint (book_number (&shop.b, "SELECT min (n) FROM ops WHERE n > 0"), ==, 1);
  shop_close (&shop);
}

static void
test_an_operation_is_the_same_line_every_time (void)
{
  Shop shop;
  shop_open (&shop);
  DaybookId order = book_add_order (&shop.a, "1001", BOOK_NOW);
  set_note (&shop.a, &order, "told her");
  g_autoptr(GPtrArray) before = shop_outbox (&shop.a, G_MAXUINT);
  g_assert_cmpuint (before->len, ==, 2);

  set_note (&shop.a, &order, "told her twice");
  book_reopen (&shop.a);
  g_autoptr(GPtrArray) after = shop_outbox (&shop.a, G_MAXUINT);
  g_assert_cmpuint (after->len, ==, 3);
  for (guint i = 0; i < before->len; i++)
    g_assert_cmpstr (g_ptr_array_index (before, i), ==, g_ptr_array_index (after, i));

  shop_close (&shop);
}

static void
test_an_act_is_not_split (void)
{
  Shop shop;
  shop_open (&shop);
  DaybookId order = book_add_order (&shop.a, "1001", BOOK_NOW);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Three", daybook_store_get_agent (shop.a.store));

  for (int i = 1; i <= 3; i++)
    daybook_edit_set (edit, &daybook_orders, &order, DAYBOOK_ORDER_FLAG, daybook_value_int (i));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (shop.a.store, edit, NULL);
  g_assert_cmpuint (outcome->n_changes, ==, 3);
  set_note (&shop.a, &order, "one more");

  g_autoptr(GPtrArray) one = shop_outbox (&shop.a, 1);
  g_autoptr(GPtrArray) act = shop_outbox (&shop.a, 2);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (act->len, ==, 4);
  shop_close (&shop);
}

static void
test_what_one_does_the_other_sees (void)
{
  Shop shop;
  shop_open (&shop);
  DaybookId order = book_add_order (&shop.a, "1001", BOOK_NOW);
  set_note (&shop.a, &order, "打过电话");
  g_assert_cmpint (book_number (&shop.a, "SELECT count (*) FROM ops WHERE n > 2 AND kind = 0 AND value NOTNULL"), ==, 1);
  shop_publish (&shop, &shop.a, 'a');
  shop_deliver (&shop);

  assert_note (&shop.b, &order, "打过电话");
  g_assert_cmpuint (book_count (&shop.b, &daybook_order_lines, ""), ==, 1);
  g_assert_cmpuint (count_hits (&shop.b, "电话"), ==, 1);
  g_assert_cmpuint (count_hits (&shop.b, "1001"), ==, 1);
  g_autoptr(GPtrArray) acts = daybook_reader_history (daybook_store_get_reader (shop.b.store), &daybook_orders, &order, 0, 0, NULL);
  g_assert_cmpuint (acts->len, ==, 2);

  /* The author has nothing left to send, and nothing twice. */
  g_autoptr(GPtrArray) rest = shop_outbox (&shop.a, G_MAXUINT);
  g_assert_cmpuint (rest->len, ==, 0);
  g_assert_cmpint (book_number (&shop.a, "SELECT count (*) FROM ops WHERE kind = 0 AND value NOTNULL"), ==, 0);
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM ops WHERE kind = 0 AND value NOTNULL"), ==, 0);
  g_assert_cmpint (book_number (&shop.a, "SELECT count (*) FROM shadows"), ==, 0);
  shop_close (&shop);
}

/* Lines are looked up within their order, whose id therefore travels with them. */
static void
test_a_line_travels_with_its_order (void)
{
  Shop shop;
  shop_open (&shop);
  DaybookId order = book_add_order (&shop.a, "1001", BOOK_NOW);
  DaybookReader *reader = daybook_store_get_reader (shop.a.store);
  gint64 key = book_number (&shop.a, "SELECT rowid FROM order_lines");
  g_autoptr(DaybookRow) line = daybook_reader_row (reader, &daybook_order_lines, key, NULL);
  g_autofree char *of = daybook_id_to_string (&order);
  g_autofree char *member = g_strdup_printf ("\"of\":\"%s\"", of);

  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", NULL);
  daybook_edit_set (edit, &daybook_order_lines, &line->id, DAYBOOK_LINE_QUANTITY, daybook_value_int (7));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (shop.a.store, edit, NULL);
  g_assert_nonnull (outcome);
  shop_publish (&shop, &shop.a, 'a');
  shop_deliver (&shop);

  g_assert_nonnull (strstr (g_ptr_array_index (shop.lines, shop.lines->len - 1), member));
  g_assert_cmpint (book_number (&shop.b, "SELECT quantity FROM order_lines"), ==, 7);
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM order_lines"), ==, 1);
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM held_ops"), ==, 0);
  shop_close (&shop);
}

static void
test_a_colleagues_act_can_be_undone (void)
{
  Shop shop;
  shop_open (&shop);
  DaybookId order = book_add_order (&shop.a, "1001", BOOK_NOW);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Twice", daybook_store_get_agent (shop.a.store));
  g_autoptr(GError) error = NULL;

  /* The field twice in one act: only newest first leads back to nothing. */
  daybook_edit_set (edit, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("first"));
  daybook_edit_set (edit, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("second"));
  g_autoptr(DaybookOutcome) done = daybook_store_commit (shop.a.store, edit, NULL);
  shop_publish (&shop, &shop.a, 'a');
  shop_deliver (&shop);
  assert_note (&shop.b, &order, "second");

  g_autoptr(DaybookOutcome) undone = daybook_store_undo (shop.b.store, &done->act, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_kept, ==, 0);
  assert_note (&shop.b, &order, "");
  shop_publish (&shop, &shop.b, 'a');
  shop_deliver (&shop);
  assert_note (&shop.a, &order, "");
  shop_close (&shop);
}

/* Concurrent notes: what is in the outbox is seen until the server has decided. */
static void
test_own_edits_cover_what_arrives (void)
{
  Shop shop;
  shop_open (&shop);
  DaybookId order = book_add_order (&shop.a, "1001", BOOK_NOW);
  shop_publish (&shop, &shop.a, 'a');
  shop_deliver (&shop);

  set_note (&shop.a, &order, "hers");
  set_note (&shop.b, &order, "mine");
  set_note (&shop.b, &order, "mine again");
  shop_publish (&shop, &shop.a, 'a');
  shop_deliver (&shop);
  assert_note (&shop.a, &order, "hers");
  assert_note (&shop.b, &order, "mine again");

  /* Both of hers lose; the first needs no decision, for she replaced it herself. */
  shop_publish (&shop, &shop.b, 'l');
  shop_deliver (&shop);
  assert_note (&shop.b, &order, "hers");
  g_assert_cmpint (book_number (&shop.a, "SELECT count (*) FROM conflicts WHERE value = 'mine again' AND loser < 0 AND winner > 0"), ==, 1);
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM conflicts WHERE value = 'mine again' AND loser > 0 AND winner < 0"), ==, 1);
  g_assert_cmpint (book_number (&shop.a, "SELECT count (*) FROM conflicts"), ==, 1);
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM shadows"), ==, 0);
  shop_close (&shop);
}

static void
test_a_winner_keeps_what_it_replaced (void)
{
  Shop shop;
  shop_open (&shop);
  DaybookId order = book_add_order (&shop.a, "1001", BOOK_NOW);
  shop_publish (&shop, &shop.a, 'a');
  shop_deliver (&shop);

  set_note (&shop.a, &order, "hers");
  set_note (&shop.b, &order, "mine");
  shop_publish (&shop, &shop.a, 'a');
  shop_deliver (&shop);
  shop_publish (&shop, &shop.b, 'w');
  shop_deliver (&shop);
  assert_note (&shop.a, &order, "mine");
  assert_note (&shop.b, &order, "mine");
  g_assert_cmpint (book_number (&shop.a, "SELECT count (*) FROM conflicts WHERE value = 'hers'"), ==, 1);
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM conflicts WHERE value = 'hers'"), ==, 1);
  shop_close (&shop);
}

/* Both import the same order before they meet: one row, of whoever was first. */
static void
test_a_row_made_twice_is_one (void)
{
  Shop shop;
  shop_open (&shop);
  DaybookId order = book_add_order (&shop.a, "1001", BOOK_NOW);
  DaybookId other = book_add_order (&shop.b, "1001", BOOK_NOW);
  g_assert_true (daybook_id_equal (&order, &other));
  set_note (&shop.b, &order, "mine");

  shop_publish (&shop, &shop.a, 'a');
  shop_deliver (&shop);
  assert_note (&shop.b, &order, "mine");
  g_assert_cmpint (book_number (&shop.b, "SELECT born < 0 FROM orders"), ==, 1);

  shop_publish (&shop, &shop.b, 'e');
  g_ptr_array_index (shop.verdicts, shop.verdicts->len - 1) =
    (g_free (g_ptr_array_index (shop.verdicts, shop.verdicts->len - 1)), g_strdup ("a"));
  shop_deliver (&shop);
  assert_note (&shop.a, &order, "mine");
  g_assert_cmpint (book_number (&shop.a, "SELECT count (*) FROM orders"), ==, 1);
  g_assert_cmpint (book_number (&shop.a, "SELECT count (*) FROM order_lines"), ==, 2); /* made up, not derived */
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM order_lines"), ==, 2);
  g_assert_cmpuint (count_hits (&shop.a, "mine"), ==, 1);
  shop_close (&shop);
}

static void
test_deliveries_may_come_twice_but_not_with_gaps (void)
{
  g_autoptr(GError) error = NULL;
  Shop shop;
  shop_open (&shop);
  DaybookId order = book_add_order (&shop.a, "1001", BOOK_NOW);
  set_note (&shop.a, &order, "told her");
  shop_publish (&shop, &shop.a, 'a');

  g_assert_false (shop_deliver_from (&shop, &shop.b, 1, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT);
  g_assert_cmpuint (book_count (&shop.b, &daybook_orders, ""), ==, 0);
  g_assert_cmpint (daybook_replica_get_cursor (shop.b.store, NULL), ==, shop.end);

  shop_deliver (&shop);
  shop_deliver (&shop);
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM ops WHERE origin > 2"), ==, 2);
  g_assert_cmpint (daybook_replica_get_cursor (shop.b.store, NULL), ==, shop.end + 2);
  shop_close (&shop);
}

/* A newer laptop knows a field and a table that this one does not. */
static void
test_what_is_unknown_waits (void)
{
  Shop shop;
  shop_open (&shop);
  DaybookId order = book_add_order (&shop.a, "1001", BOOK_NOW);
  set_note (&shop.a, &order, "told her");
  set_note (&shop.a, &order, "told him");
  shop_publish (&shop, &shop.a, 'a');

  g_autoptr(GString) field = g_string_new (g_ptr_array_index (shop.lines, 1));
  g_string_replace (field, "\"note\"", "\"aura\"", 0);
  g_free (g_ptr_array_index (shop.lines, 1));
  g_ptr_array_index (shop.lines, 1) = g_strdup (field->str);
  g_autoptr(GString) table = g_string_new (g_ptr_array_index (shop.lines, 2));
  g_string_replace (table, "\"order\"", "\"saint\"", 0);
  g_free (g_ptr_array_index (shop.lines, 2));
  g_ptr_array_index (shop.lines, 2) = g_strdup (table->str);

  g_autoptr(GError) error = NULL;
  g_assert_true (shop_deliver_from (&shop, &shop.b, 0, &error));
  g_assert_no_error (error);
  assert_note (&shop.b, &order, "");
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM held_ops"), ==, 2);

  /* As if this version had learnt the field: the next call places it. */
  book_run_sql (&shop.b, "UPDATE held_ops SET op = replace (op, '\"aura\"', '\"note\"')");
  g_assert_true (daybook_replica_apply (shop.b.store, NULL, 0, &error));
  g_assert_no_error (error);
  assert_note (&shop.b, &order, "told her");
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM held_ops"), ==, 1);
  book_run_sql (&shop.b, "UPDATE held_ops SET op = replace (op, '\"saint\"', '\"order\"')");
  g_assert_true (daybook_replica_apply (shop.b.store, NULL, 0, &error));
  assert_note (&shop.b, &order, "told him");
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM held_ops"), ==, 0);
  shop_close (&shop);
}

static void
test_nonsense_changes_nothing (void)
{
  static const char *const LINES[] = {
    "", "{}", "[]", "nonsense", "{\"op\":\"x:1\"}", "{\"op\":7,\"act\":[],\"rows\":{}}",
    "{\"op\":\"6b9d1f4e-2c57-5a83-9e30-7da15c08f246:-1\",\"laptop\":\"A\",\"act\":{},\"kind\":\"set\",\"rows\":[]}",
    "{\"op\":\"6b9d1f4e-2c57-5a83-9e30-7da15c08f246:1\",\"laptop\":\"A\","
    "\"act\":{\"id\":\"6b9d1f4e-2c57-5a83-9e30-7da15c08f246\",\"hlc\":1,\"kind\":0,\"title\":\"x\"},"
    "\"kind\":\"set\",\"rows\":[{\"t\":\"order\",\"id\":\"6b9d1f4e-2c57-5a83-9e30-7da15c08f246\",\"f\":{\"note\":1.5}}]}",
  };
  Shop shop;
  shop_open (&shop);

  for (gsize i = 0; i < G_N_ELEMENTS (LINES); i++)
    {
      const DaybookLogEntry entry = { shop.end + 1, 1, "a", LINES[i] };
      g_autoptr(GError) error = NULL;

      g_assert_false (daybook_replica_apply (shop.b.store, &entry, 1, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      g_assert_cmpint (daybook_replica_get_cursor (shop.b.store, NULL), ==, shop.end);
    }

  /* A verdict too few, and an entry of this laptop that it never wrote. */
  g_autoptr(GError) error = NULL;
  book_add_order (&shop.a, "1001", BOOK_NOW);
  shop_publish (&shop, &shop.a, 'a');
  const DaybookLogEntry few = { shop.end + 1, 1, "a", g_ptr_array_index (shop.lines, 0) };
  g_assert_false (daybook_replica_apply (shop.b.store, &few, 1, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT);
  g_clear_error (&error);

  g_autoptr(GString) foreign = g_string_new (g_ptr_array_index (shop.lines, 0));
  g_string_replace (foreign, ":3\"", ":9\"", 0);
  const DaybookLogEntry never = { shop.end + 1, 1, g_ptr_array_index (shop.verdicts, 0), foreign->str };
  g_assert_false (daybook_replica_apply (shop.a.store, &never, 1, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT);
  g_assert_cmpuint (book_count (&shop.b, &daybook_orders, ""), ==, 0);
  shop_close (&shop);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/replica/pairing", test_pairing);
  g_test_add_func ("/replica/a-copy-is-a-laptop-of-its-own", test_a_copy_is_a_laptop_of_its_own);
  g_test_add_func ("/replica/an-operation-is-the-same-line-every-time", test_an_operation_is_the_same_line_every_time);
  g_test_add_func ("/replica/a-line-travels-with-its-order", test_a_line_travels_with_its_order);
  g_test_add_func ("/replica/an-act-is-not-split", test_an_act_is_not_split);
  g_test_add_func ("/replica/what-one-does-the-other-sees", test_what_one_does_the_other_sees);
  g_test_add_func ("/replica/a-colleagues-act-can-be-undone", test_a_colleagues_act_can_be_undone);
  g_test_add_func ("/replica/own-edits-cover-what-arrives", test_own_edits_cover_what_arrives);
  g_test_add_func ("/replica/a-winner-keeps-what-it-replaced", test_a_winner_keeps_what_it_replaced);
  g_test_add_func ("/replica/a-row-made-twice-is-one", test_a_row_made_twice_is_one);
  g_test_add_func ("/replica/deliveries-may-come-twice-but-not-with-gaps", test_deliveries_may_come_twice_but_not_with_gaps);
  g_test_add_func ("/replica/what-is-unknown-waits", test_what_is_unknown_waits);
  g_test_add_func ("/replica/nonsense-changes-nothing", test_nonsense_changes_nothing);

  return g_test_run ();
}
