/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/view-acts.h"
#include "app/common/view-list.h"
#include "fixture.h"

/* What a person does with the shop's views, and the list that follows. */

static const DaybookShippedView SHIPPED[] = {
  { "all", "All", "view-list-symbolic", "", NULL },
  { NULL },
};

/* Commits what there is to do; takes the edit over. */
static gboolean
commit (Book        *book,
        DaybookEdit *act)
{
  g_autoptr(DaybookEdit) edit = act;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (edit == NULL)
    return FALSE;

  outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  return outcome->n_changes > 0;
}

static DaybookId
save (Book       *book,
      const char *name)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(DaybookEdit) edit = daybook_view_act_save (book->store, query, name, "starred-symbolic");
  DaybookId id = daybook_edit_change (edit, 0)->row;

  g_assert_true (commit (book, daybook_edit_ref (edit)));
  return id;
}

/* The names in the sidebar, e.g. "All,a,b". */
static char *
list_names (Book *book)
{
  g_autoptr(DaybookViewList) views = daybook_view_list_new (book->store, &daybook_orders, SHIPPED);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (views)); i++)
    {
      g_autoptr(DaybookView) view = g_list_model_get_item (G_LIST_MODEL (views), i);

      g_string_append_printf (names, "%s%s", i > 0 ? "," : "", daybook_view_get_name (view));
    }

  return g_string_free (names, FALSE);
}

static void
assert_names (Book       *book,
              const char *expected)
{
  g_autofree char *names = list_names (book);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_new_ones_stand_behind (void)
{
  Book book;
  book_open (&book);

  save (&book, "b");
  save (&book, "a");
  assert_names (&book, "All,b,a");

  book_close (&book);
}

static void
test_moved_and_undone (void)
{
  Book book;
  book_open (&book);
  save (&book, "a");
  save (&book, "b");
  DaybookId c = save (&book, "c");

  g_assert_true (commit (&book, daybook_view_act_move (book.store, &c, -1)));
  assert_names (&book, "All,a,c,b");
  g_assert_true (commit (&book, daybook_view_act_move (book.store, &c, -1)));
  assert_names (&book, "All,c,a,b");
  /* Not over what Daybook brings. */
  g_assert_null (daybook_view_act_move (book.store, &c, -1));
  g_assert_true (commit (&book, daybook_view_act_move (book.store, &c, 2)));
  assert_names (&book, "All,a,b,c");
  g_assert_null (daybook_view_act_move (book.store, &c, 1));

  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, NULL, NULL);
  assert_names (&book, "All,c,a,b");

  book_close (&book);
}

static void
test_renamed_and_undone (void)
{
  Book book;
  book_open (&book);
  DaybookId view = save (&book, "a");

  g_assert_null (daybook_view_act_change (book.store, &view, "a", NULL));
  g_assert_null (daybook_view_act_change (book.store, &view, "a", "starred-symbolic"));
  g_autoptr(DaybookEdit) both = daybook_view_act_change (book.store, &view, "待回访", "alarm-symbolic");
  g_assert_cmpuint (daybook_edit_size (both), ==, 2);
  g_assert_true (commit (&book, daybook_edit_ref (both)));
  assert_names (&book, "All,待回访");
  g_autoptr(DaybookRow) row = book_row (&book, &daybook_views, &view);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_VIEW_ICON), ==, "alarm-symbolic");

  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, NULL, NULL);
  assert_names (&book, "All,a");

  book_close (&book);
}

static void
test_deleted_and_back_in_its_place (void)
{
  Book book;
  book_open (&book);
  DaybookId a = save (&book, "a");
  save (&book, "b");

  g_assert_true (commit (&book, daybook_view_act_delete (book.store, &a)));
  assert_names (&book, "All,b");
  g_assert_null (daybook_view_act_delete (book.store, &a));
  g_assert_null (daybook_view_act_change (book.store, &a, "x", NULL));
  g_assert_null (daybook_view_act_move (book.store, &a, 1));

  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, NULL, NULL);
  assert_names (&book, "All,a,b");

  book_close (&book);
}

#define PATIENCE_S 20

static gboolean
on_too_late (gpointer data)
{
  g_assert_not_reached ();
}

static gint64
count_of (DaybookViewList *views,
          const char      *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (views)); i++)
    {
      g_autoptr(DaybookView) view = g_list_model_get_item (G_LIST_MODEL (views), i);
      gint64 n;

      g_object_get (view, "count", &n, NULL);
      if (g_str_equal (daybook_view_get_name (view), name))
        return n;
    }

  g_assert_not_reached ();
}

static void
await_count (DaybookViewList *views,
             const char      *name,
             gint64           n)
{
  guint watchdog = g_timeout_add_seconds (PATIENCE_S, on_too_late, NULL);

  while (count_of (views, name) != n)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (watchdog);
}

/* A filter for 1.50 means nothing in a shop that has come to count in yen. */
static void
test_one_without_a_meaning_does_not_stop_the_others (void)
{
  static const char *const WORDS[] = { "1.50", NULL };
  Book book;
  book_open (&book);
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  daybook_query_add (query, DAYBOOK_ORDER_PAID, DAYBOOK_OP_GT, WORDS);
  g_assert_true (commit (&book, daybook_view_act_save (book.store, query, "dear", "starred-symbolic")));
  save (&book, "last");
  book_add_order (&book, "1001", BOOK_NOW);

  g_autoptr(DaybookViewList) views = daybook_view_list_new (book.store, &daybook_orders, SHIPPED);
  await_count (views, "dear", 1);
  await_count (views, "last", 1);

  book_set (&book, &daybook_shops, daybook_store_get_shop (book.store), DAYBOOK_SHOP_CURRENCY, daybook_value_text ("JPY"));
  book_add_order (&book, "1002", BOOK_NOW);
  await_count (views, "All", 2);
  await_count (views, "last", 2);
  g_assert_cmpint (count_of (views, "dear"), ==, DAYBOOK_COUNT_UNKNOWN);

  g_clear_object (&views);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view-acts/new-ones-stand-behind", test_new_ones_stand_behind);
  g_test_add_func ("/view-acts/moved-and-undone", test_moved_and_undone);
  g_test_add_func ("/view-acts/renamed-and-undone", test_renamed_and_undone);
  g_test_add_func ("/view-acts/deleted-and-back-in-its-place", test_deleted_and_back_in_its_place);
  g_test_add_func ("/view-acts/one-without-a-meaning-does-not-stop-the-others",
                   test_one_without_a_meaning_does_not_stop_the_others);

  return g_test_run ();
}
