/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-views.h"
#include "core/attachment.h"
#include "core/box.h"
#include "core/case.h"
#include "core/case-parts.h"
#include "core/customer.h"
#include "core/event.h"
#include "core/order.h"
#include "core/shop.h"
#include "core/task.h"
#include "fixture.h"
#include "store/reader-private.h"

#include <string.h>

/* Without statistics the planner decides by the schema alone: what it does with
 * an empty book it does with a million orders. */

static char *
explain (Book               *book,
         const DaybookQuery *query,
         DaybookPart         part)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookSelect) select = daybook_select_new ();
  g_autoptr(GString) plan = g_string_new (NULL);
  DaybookReader *reader = daybook_store_get_reader (book->store);

  g_string_append (select->sql, "EXPLAIN QUERY PLAN ");
  daybook_select_add_keys (select, reader, query, part, 200, &error);
  g_assert_no_error (error);

  g_autoptr(DaybookStatement) statement = daybook_select_prepare (select, reader->db, &error);
  while (daybook_statement_next (statement, &error))
    g_string_append_printf (plan, "%s\n", daybook_column_text (statement, 3));
  g_assert_no_error (error);
  return g_strdup (plan->str);
}

/* The first rows come from an index and in its order: what is sorted apart are at
 * most those that are equal in the index. */
static void
assert_in_order (Book               *book,
                 const DaybookQuery *query,
                 const char         *index,
                 DaybookPart         part)
{
  g_autofree char *plan = explain (book, query, part);

  g_test_message ("%s", plan);
  g_assert_nonnull (strstr (plan, index));
  g_assert_null (strstr (plan, "B-TREE FOR ORDER BY"));
}

static DaybookQuery *
make_query (const DaybookTable *table,
            const char         *where,
            const char         *sort)
{
  g_autoptr(GError) error = NULL;
  DaybookQuery *query = daybook_query_new (table);

  daybook_query_parse_where (query, where, &error);
  g_assert_no_error (error);
  daybook_query_parse_sort (query, sort, &error);
  g_assert_no_error (error);
  return query;
}

static void
test_shipped_views (void)
{
  Book book;
  book_open (&book);
  g_autoptr(DaybookViewList) views = daybook_order_views_for (book.store);
  guint n_views = g_list_model_get_n_items (G_LIST_MODEL (views));

  g_assert_cmpuint (n_views, >, 5);
  for (guint i = 0; i < n_views; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(DaybookView) view = g_list_model_get_item (G_LIST_MODEL (views), i);
      g_autoptr(DaybookQuery) query = daybook_view_make_query (view, &daybook_orders, &error);

      g_assert_no_error (error);
      g_test_message ("%s", daybook_view_get_name (view));
      assert_in_order (&book, query, "USING INDEX orders_", DAYBOOK_PART_ALL);
    }

  g_clear_object (&views);
  book_close (&book);
}

/* That the index fits, and not only some index. */
static void
test_indexes_of_filters (void)
{
  static const struct
  {
    const char *where;
    const char *index;
  } FILTERS[] = {
    { "", "USING INDEX orders_list" },
    { "created >= today-7", "USING INDEX orders_list (created>" },
    { "stage = unpaid", "USING INDEX orders_stage (stage=?)" },
    { "stage = shipped and tracking = null", "USING INDEX orders_untracked (stage=?)" },
    { "agent = null", "USING INDEX orders_agent (agent=?)" },
    { "agent = 6ba7b810-9dad-11d1-80b4-00c04fd430c8", "USING INDEX orders_agent (agent=?)" },
    { "refund in (asked, part, full)", "USING INDEX orders_refund" },
    { "refund != none", "USING INDEX orders_refund" },
    { "flag = red", "USING INDEX orders_flag (flag=?)" },
    { "flag != none", "USING INDEX orders_flagged" },
    { "flag in (none, red)", "USING INDEX orders_list" },
  };
  Book book;
  book_open (&book);

  for (gsize i = 0; i < G_N_ELEMENTS (FILTERS); i++)
    {
      g_autoptr(DaybookQuery) query = make_query (&daybook_orders, FILTERS[i].where, "");

      g_test_message ("%s", FILTERS[i].where);
      assert_in_order (&book, query, FILTERS[i].index, DAYBOOK_PART_ALL);
    }

  book_close (&book);
}

static void
assert_sorted_by_index (Book               *book,
                        const DaybookTable *table,
                        const char         *sort)
{
  g_autoptr(DaybookQuery) query = make_query (table, "", sort);
  g_autofree char *index = g_strdup_printf ("USING INDEX %s_", table->plural);

  g_test_message ("%s by %s", table->plural, sort);
  if (!daybook_query_has_blanks (query))
    {
      assert_in_order (book, query, index, DAYBOOK_PART_ALL);
      return;
    }

  assert_in_order (book, query, index, DAYBOOK_PART_FILLED);
  assert_in_order (book, query, index, DAYBOOK_PART_BLANK);
}

static void
test_sortable_columns (void)
{
  Book book;
  guint n_tables;
  guint n_sorts = 0;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);
  book_open (&book);

  for (guint i = 0; i < n_tables; i++)
    for (guint k = 0; k < tables[i]->n_fields; k++)
      {
        const DaybookField *field = &tables[i]->fields[k];
        g_autofree char *turned = g_strconcat ("-", field->name, NULL);

        if ((field->flags & DAYBOOK_FIELD_SORT) == 0)
          continue;
        /* The order of what is masked would tell it. */
        g_assert_cmpint (field->mask, ==, DAYBOOK_MASK_NONE);
        assert_sorted_by_index (&book, tables[i], field->name);
        assert_sorted_by_index (&book, tables[i], turned);
        n_sorts++;
      }

  g_assert_cmpuint (n_sorts, >, 5);
  book_close (&book);
}

/* The titles of the rows from the first on, parted by blanks. */
static char *
list_sorted (Book               *book,
             const DaybookTable *table,
             const char         *sort)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuery) query = make_query (table, "", sort);
  DaybookReader *reader = daybook_store_get_reader (book->store);
  g_autoptr(GArray) keys = daybook_reader_keys (reader, query, 0, &error);
  GString *titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr(DaybookRow) row = daybook_reader_row (reader, table, g_array_index (keys, gint64, i), &error);

      g_assert_no_error (error);
      g_string_append_printf (titles, i > 0 ? " %s" : "%s", daybook_row_text (row, (guint) table->title));
    }

  return g_string_free (titles, FALSE);
}

static void
assert_sorted (Book       *book,
               const char *sort,
               const char *expected)
{
  g_autofree char *numbers = list_sorted (book, &daybook_orders, sort);

  g_test_message ("by %s", sort);
  g_assert_cmpstr (numbers, ==, expected);
}

/* As an import would; the times fall, so that the oldest is added last. */
static void
add_order (Book       *book,
           const char *number,
           const char *receiver,
           const char *buyer,
           gint64      total)
{
  static gint64 created = BOOK_NOW;
  DaybookId id = book_add_order (book, number, created -= 60);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));

  if (receiver != NULL)
    daybook_edit_set (edit, &daybook_orders, &id, DAYBOOK_ORDER_RECEIVER, daybook_value_text (receiver));
  daybook_edit_set (edit, &daybook_orders, &id, DAYBOOK_ORDER_BUYER, daybook_value_text (buyer));
  daybook_edit_set (edit, &daybook_orders, &id, DAYBOOK_ORDER_TOTAL, daybook_value_int (total));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}

/* Columns without an index, too; what has nothing comes last either way. */
static void
test_any_column_sorts (void)
{
  Book book;
  book_open (&book);
  add_order (&book, "#1001", "Berta", "nick-b", 3000);
  add_order (&book, "#999", "Anna", "nick-c", 20000);
  add_order (&book, "#1000", NULL, "nick-a", 100);

  assert_sorted (&book, "number", "#999 #1000 #1001");
  assert_sorted (&book, "-number", "#1001 #1000 #999");
  assert_sorted (&book, "receiver", "#999 #1001 #1000");
  assert_sorted (&book, "-receiver", "#1001 #999 #1000");
  assert_sorted (&book, "buyer", "#1000 #1001 #999");
  assert_sorted (&book, "-total", "#999 #1001 #1000");

  book_close (&book);
}

/* What is shown of these two accounts is the same: then the newest goes first or last,
 * and not the one whose hidden letters come first. */
static void
test_no_order_by_what_is_hidden (void)
{
  Book book;
  book_open (&book);
  add_order (&book, "1", "A", "nina@example.com", 1);
  add_order (&book, "2", "B", "nora@example.com", 1);
  add_order (&book, "3", "C", "nelly@example.com", 1);

  assert_sorted (&book, "-buyer", "1 2 3");
  assert_sorted (&book, "buyer", "3 2 1");

  for (guint i = 0; i < daybook_orders.n_fields; i++)
    {
      const DaybookField *field = &daybook_orders.fields[i];
      g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
      gboolean hides = field->mask == DAYBOOK_MASK_PHONE || field->mask == DAYBOOK_MASK_EMAIL
                       || field->mask == DAYBOOK_MASK_ADDRESS;

      g_assert_cmpint (daybook_query_parse_sort (query, field->name, NULL), ==, !hides);
      g_assert_true (!hides || !daybook_field_has_order (field));
    }

  book_close (&book);
}

/* What a panel shows beside its row is found, not looked for among all. */
static void
test_parts_are_found (void)
{
  static const struct { const DaybookTable *table; guint field; } PARTS[] = {
    { &daybook_order_lines, DAYBOOK_LINE_ORDER }, { &daybook_handles, DAYBOOK_HANDLE_CUSTOMER },
    { &daybook_cases, DAYBOOK_CASE_MERGED_INTO }, { &daybook_cases, DAYBOOK_CASE_ORDER }, { &daybook_cases, DAYBOOK_CASE_CUSTOMER },
    { &daybook_case_lines, DAYBOOK_CASE_LINE_CASE }, { &daybook_events, DAYBOOK_EVENT_CASE }, { &daybook_tasks, DAYBOOK_TASK_CASE },
    { &daybook_case_links, DAYBOOK_CASE_LINK_CASE }, { &daybook_case_links, DAYBOOK_CASE_LINK_OTHER },
    { &daybook_watchers, DAYBOOK_WATCHER_CASE }, { &daybook_attachments, DAYBOOK_ATTACHMENT_CASE }, { &daybook_boxes, DAYBOOK_BOX_CASE },
  };
  static const char *const ORDERS[] = { "ORDER BY rowid", "ORDER BY rowid DESC" };
  Book book;
  book_open (&book);

  for (gsize i = 0; i < G_N_ELEMENTS (PARTS) * G_N_ELEMENTS (ORDERS); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *sql = daybook_parts_sql (PARTS[i / 2].table, PARTS[i / 2].field, ORDERS[i % 2]);
      g_autofree char *question = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (daybook_store_get_reader (book.store)->db, question, &error);
      g_autoptr(GString) plan = g_string_new (NULL);

      while (daybook_statement_next (statement, &error))
        g_string_append_printf (plan, "%s\n", daybook_column_text (statement, 3));
      g_assert_no_error (error);
      g_test_message ("%s\n%s", sql, plan->str);
      g_assert_null (strstr (plan->str, "SCAN"));
    }

  book_close (&book);
}

static void
test_plain_lists (void)
{
  Book book;
  book_open (&book);
  g_autoptr(DaybookQuery) customers = make_query (&daybook_customers, "", "");
  g_autoptr(DaybookQuery) products = make_query (&daybook_products, "", "");
  g_autoptr(DaybookQuery) trash = make_query (&daybook_orders, "", "");

  assert_in_order (&book, customers, "USING INDEX customers_list", DAYBOOK_PART_ALL);
  assert_in_order (&book, products, "SCAN", DAYBOOK_PART_ALL);
  trash->rows = DAYBOOK_ROWS_DELETED;
  assert_in_order (&book, trash, "USING INDEX orders_trash", DAYBOOK_PART_ALL);

  book_close (&book);
}

/* What one act made is found by its operations, not by going through those of all. */
static void
test_rows_of_one_act (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  book_add_order (&book, "1002", BOOK_NOW);
  g_autoptr(GPtrArray) lines = daybook_reader_parts (daybook_store_get_reader (book.store), &daybook_order_lines,
                                                     DAYBOOK_LINE_ORDER, &order, NULL);
  const DaybookRow *line = g_ptr_array_index (lines, 0);
  g_autoptr(DaybookQuery) query = make_query (&daybook_orders, "", "");

  /* In a part: the order's line. */
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book.store));
  daybook_edit_set (edit, &daybook_order_lines, &line->id, DAYBOOK_LINE_TITLE, daybook_value_text ("茶针"));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book.store, edit, NULL);
  query->act = outcome->act;
  g_autofree char *plan = explain (&book, query, DAYBOOK_PART_ALL);
  g_test_message ("%s", plan);
  g_assert_nonnull (strstr (plan, "ops_by_act (act=?)"));
  g_assert_null (strstr (plan, "SCAN c"));
  g_assert_cmpint (daybook_reader_count (daybook_store_get_reader (book.store), query, 0, NULL), ==, 1);

  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/list-plans/shipped-views", test_shipped_views);
  g_test_add_func ("/list-plans/indexes-of-filters", test_indexes_of_filters);
  g_test_add_func ("/list-plans/sortable-columns", test_sortable_columns);
  g_test_add_func ("/list-plans/any-column-sorts", test_any_column_sorts);
  g_test_add_func ("/list-plans/no-order-by-what-is-hidden", test_no_order_by_what_is_hidden);
  g_test_add_func ("/list-plans/plain-lists", test_plain_lists);
  g_test_add_func ("/list-plans/parts", test_parts_are_found);

  g_test_add_func ("/list-plans/rows-of-one-act", test_rows_of_one_act);

  return g_test_run ();
}
