/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/act-model.h"
#include "fixture.h"

typedef struct
{
  guint emissions;
  guint removed;
  guint added;
  guint position;
} Count;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Count      *count)
{
  count->emissions++;
  count->position = position;
  count->removed += removed;
  count->added += added;
}

static const DaybookAct *
act_at (DaybookActModel *model,
        guint            position)
{
  g_autoptr (DaybookActItem) item = g_list_model_get_item (G_LIST_MODEL (model), position);

  return daybook_act_item_get (item);
}

static void
add_notes (Book            *book,
           const DaybookId *order,
           guint            n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *note = g_strdup_printf ("note %u", i);

      book_set (book, &daybook_orders, order, DAYBOOK_ORDER_NOTE, daybook_value_text (note));
    }
}

static void
test_pages_come_newest_first (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  add_notes (&book, &order, 2 * DAYBOOK_ACT_PAGE);

  g_autoptr (DaybookActModel) model = daybook_act_model_new (book.store);
  GListModel *list = G_LIST_MODEL (model);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, DAYBOOK_ACT_PAGE);
  g_assert_true (daybook_act_model_load_more (model, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2 * DAYBOOK_ACT_PAGE);

  /* The notes fill two pages; the order and the opening of the book come after. */
  g_assert_true (daybook_act_model_load_more (model, NULL));
  g_assert_false (daybook_act_model_load_more (model, NULL));
  guint n = g_list_model_get_n_items (list);
  g_assert_cmpuint (n, >, 2 * DAYBOOK_ACT_PAGE);
  for (guint i = 1; i < n; i++)
    g_assert_cmpint (act_at (model, i)->key, <, act_at (model, i - 1)->key);
  g_assert_null (g_list_model_get_item (list, n));

  book_close (&book);
}

static void
test_a_new_act_is_one_insertion (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  g_autoptr (DaybookActModel) model = daybook_act_model_new (book.store);
  Count count = { 0 };

  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), &count);
  g_assert_true (daybook_act_model_reload (model, NULL));
  g_assert_cmpuint (count.emissions, ==, 0);

  DaybookId act = book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("x"));
  g_assert_true (daybook_act_model_reload (model, NULL));
  g_assert_cmpuint (count.emissions, ==, 1);
  g_assert_cmpuint (count.position, ==, 0);
  g_assert_cmpuint (count.removed, ==, 0);
  g_assert_cmpuint (count.added, ==, 1);
  g_assert_true (daybook_id_equal (&act_at (model, 0)->id, &act));

  book_close (&book);
}

static void
count_change (DaybookActItem *item,
              guint          *n)
{
  (*n)++;
}

static void
test_an_undone_act_stays_the_same_item (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  DaybookId act = book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("x"));
  g_autoptr (DaybookActModel) model = daybook_act_model_new (book.store);
  g_autoptr (DaybookActItem) item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  guint changes = 0;

  g_signal_connect (item, "changed", G_CALLBACK (count_change), &changes);
  g_assert_false (daybook_act_item_get (item)->undone);
  g_autoptr (DaybookOutcome) undone = daybook_store_undo (book.store, &act, NULL);
  g_assert_nonnull (undone);

  g_assert_true (daybook_act_model_reload (model, NULL));
  g_autoptr (DaybookActItem) second = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_assert_true (second == item);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_true (daybook_act_item_get (item)->undone);
  g_assert_true (daybook_id_equal (&daybook_act_item_get (item)->undone_by, &undone->act));

  book_close (&book);
}

/* What the history's Redo does: it takes back the undo that is in force. */
static void
test_any_act_can_be_redone (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  DaybookId act = book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("x"));
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_FLAG, daybook_value_int (DAYBOOK_FLAG_RED));
  DaybookReader *reader = daybook_store_get_reader (book.store);

  for (int round = 0; round < 3; round++)
    {
      g_autoptr (DaybookOutcome) undone = daybook_store_undo (book.store, &act, NULL);
      g_assert_nonnull (undone);
      g_autoptr (DaybookAct) after = daybook_reader_act (reader, &act, NULL);
      g_assert_true (after->undone);

      g_autoptr (DaybookOutcome) redone = daybook_store_undo (book.store, &after->undone_by, NULL);
      g_assert_nonnull (redone);
      g_autoptr (DaybookAct) again = daybook_reader_act (reader, &act, NULL);
      g_assert_false (again->undone);
      g_assert_true (daybook_id_is_null (&again->undone_by));
      g_autoptr (DaybookRow) row = book_row (&book, &daybook_orders, &order);
      g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ORDER_NOTE), ==, "x");
    }

  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/act-model/pages-come-newest-first", test_pages_come_newest_first);
  g_test_add_func ("/act-model/a-new-act-is-one-insertion", test_a_new_act_is_one_insertion);
  g_test_add_func ("/act-model/an-undone-act-stays-the-same-item", test_an_undone_act_stays_the_same_item);
  g_test_add_func ("/act-model/any-act-can-be-redone", test_any_act_can_be_redone);
  return g_test_run ();
}
