/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-views.h"
#include "core/order.h"
#include "core/shop.h"
#include "exchange/mapping.h"
#include "fixture.h"

#include <string.h>

/* Which orders the views that Daybook brings count (OR-01, OR-03): facts before alarms
 * (RECORDS §6). */

/* As an import of a file of the platform would; `paid_at` and `paid` 0: not said. */
static void
add_order (Book         *book,
           const char   *number,
           const char   *platform,
           DaybookStage  stage,
           gint64        paid_at,
           gint64        paid)
{
  DaybookId id = book_add_order (book, number, BOOK_NOW);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));

  daybook_edit_set (edit, &daybook_orders, &id, DAYBOOK_ORDER_PLATFORM, daybook_value_text (platform));
  daybook_edit_set (edit, &daybook_orders, &id, DAYBOOK_ORDER_STAGE, daybook_value_int (stage));
  daybook_edit_set (edit, &daybook_orders, &id, DAYBOOK_ORDER_PAID, daybook_value_int (paid));
  if (paid_at != 0)
    daybook_edit_set (edit, &daybook_orders, &id, DAYBOOK_ORDER_PAID_AT, daybook_value_int (paid_at));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}

static DaybookQuery *
query_of (Book       *book,
          const char *key)
{
  g_autoptr(DaybookViewList) views = daybook_order_views_for (book->store);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (views)); i++)
    {
      g_autoptr(DaybookView) view = g_list_model_get_item (G_LIST_MODEL (views), i);
      g_autoptr(GError) error = NULL;

      if (!g_str_equal (daybook_view_get_key (view), key))
        continue;
      DaybookQuery *query = daybook_view_make_query (view, &daybook_orders, &error);
      g_assert_no_error (error);
      return query;
    }

  g_error ("There is no view “%s”.", key);
}

static void
assert_count (Book       *book,
              const char *key,
              gint64      expected)
{
  g_autoptr(DaybookQuery) query = query_of (book, key);
  g_autofree char *where = daybook_query_print_where (query);

  g_test_message ("%s: %s", key, where);
  g_assert_cmpint (daybook_reader_count (daybook_store_get_reader (book->store), query, 0, NULL), ==, expected);
}

/* Shopify's export has no tracking numbers: none of its orders lacks one. */
static void
test_no_tracking_where_files_have_it (void)
{
  Book book;
  book_open (&book);

  add_order (&book, "1", "shopify", DAYBOOK_STAGE_SHIPPED, BOOK_NOW, 100);
  assert_count (&book, "no-tracking", 0);
  add_order (&book, "2", "tmall", DAYBOOK_STAGE_SHIPPED, BOOK_NOW, 100);
  assert_count (&book, "no-tracking", 1);
  add_order (&book, "3", "taobao", DAYBOOK_STAGE_SHIPPED, BOOK_NOW, 100);
  add_order (&book, "4", "taobao", DAYBOOK_STAGE_PAID, BOOK_NOW, 100);
  assert_count (&book, "no-tracking", 2);

  book_close (&book);
}

/* The view names exactly the platforms of data/platforms/ with a column for it. */
static void
test_as_the_platforms_files_say (void)
{
  Book book;
  book_open (&book);
  g_autoptr(DaybookQuery) query = query_of (&book, "no-tracking");
  g_autofree char *where = daybook_query_print_where (query);
  g_autofree char *platforms = g_build_filename (g_getenv ("DAYBOOK_SOURCE_ROOT"), "data", "platforms", NULL);
  g_autoptr(GDir) folder = g_dir_open (platforms, 0, NULL);
  const char *name;
  guint n_with = 0, n_without = 0;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (platforms, name, NULL);
      g_autofree char *json = NULL;
      g_autofree char *id = g_strndup (name, strlen (name) - MIN (strlen (name), strlen (".json")));

      if (!g_str_has_suffix (name, ".json"))
        continue;
      g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
      gboolean carries = strstr (json, "\"tracking\":") != NULL;
      n_with += carries;
      n_without += !carries;
      g_assert_cmpint (strstr (where, id) != NULL, ==, carries);
    }
  g_assert_cmpuint (n_with, >, 0);
  g_assert_cmpuint (n_without, >, 0);

  book_close (&book);
}

static void
remember_mapping (Book       *book,
                  const char *key,
                  const char *field)
{
  g_autoptr(DaybookMapping) mapping = daybook_mapping_new ("generic");
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Mapped", daybook_store_get_agent (book->store));
  g_autofree char *json = NULL;
  DaybookId id;

  daybook_mapping_set (mapping, "number", "Ticket");
  daybook_mapping_set (mapping, field, "Column");
  json = daybook_mapping_to_json (mapping);
  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_settings, &id);
  daybook_edit_give (edit, DAYBOOK_SETTING_KEY, daybook_value_text (key));
  daybook_edit_give (edit, DAYBOOK_SETTING_VALUE, daybook_value_text (json));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}

/* A shop's own table has what its people said that it has. */
static void
test_tables_with_a_mapping (void)
{
  Book book;
  book_open (&book);
  add_order (&book, "1", "generic", DAYBOOK_STAGE_SHIPPED, BOOK_NOW, 100);

  assert_count (&book, "no-tracking", 0);
  remember_mapping (&book, "mapping.0000000000000001", "paid");
  assert_count (&book, "no-tracking", 0);
  remember_mapping (&book, "another.0000000000000002", "tracking");
  assert_count (&book, "no-tracking", 0);
  remember_mapping (&book, "mapping.0000000000000003", "tracking");
  assert_count (&book, "no-tracking", 1);

  book_close (&book);
}

/* Files without a status leave the stage unknown: what was paid was sold all the same. */
static void
test_paid_orders_of_unknown_stage_want_an_agent (void)
{
  Book book;
  book_open (&book);

  add_order (&book, "1", "tmall", DAYBOOK_STAGE_UNKNOWN, 0, 0);
  add_order (&book, "2", "tmall", DAYBOOK_STAGE_UNPAID, 0, 0);
  add_order (&book, "3", "tmall", DAYBOOK_STAGE_CLOSED, BOOK_NOW, 100);
  assert_count (&book, "no-agent", 0);

  add_order (&book, "4", "tmall", DAYBOOK_STAGE_UNKNOWN, 0, 100);
  assert_count (&book, "no-agent", 1);
  add_order (&book, "5", "tmall", DAYBOOK_STAGE_UNKNOWN, BOOK_NOW, 0);
  assert_count (&book, "no-agent", 2);
  /* Of a known stage that needs no amount. */
  add_order (&book, "6", "tmall", DAYBOOK_STAGE_PAID, 0, 0);
  add_order (&book, "7", "tmall", DAYBOOK_STAGE_COMPLETED, 0, 0);
  assert_count (&book, "no-agent", 4);

  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order-views/no-tracking-where-files-have-it", test_no_tracking_where_files_have_it);
  g_test_add_func ("/order-views/as-the-platforms-files-say", test_as_the_platforms_files_say);
  g_test_add_func ("/order-views/tables-with-a-mapping", test_tables_with_a_mapping);
  g_test_add_func ("/order-views/paid-orders-of-unknown-stage-want-an-agent",
                   test_paid_orders_of_unknown_stage_want_an_agent);

  return g_test_run ();
}
