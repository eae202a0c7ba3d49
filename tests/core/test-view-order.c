/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/view-order.h"

#include "core/shop.h"

/* Adds a view, and gives its id; position 0 is none. */
static DaybookId
add_view (GPtrArray  *views,
          const char *name,
          const char *kind,
          gint64      position)
{
  DaybookRow *view = daybook_row_new (&daybook_views);

  daybook_id_random (&view->id);
  view->values[DAYBOOK_VIEW_NAME] = daybook_value_text (name);
  view->values[DAYBOOK_VIEW_KIND] = daybook_value_text (kind);
  if (position != 0)
    view->values[DAYBOOK_VIEW_POSITION] = daybook_value_int (position);
  g_ptr_array_add (views, view);
  return view->id;
}

static char *
names_of (GPtrArray *sorted)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < sorted->len; i++)
    g_string_append (names, daybook_row_text (g_ptr_array_index (sorted, i), DAYBOOK_VIEW_NAME));
  return g_string_free (names, FALSE);
}

static void
assert_names (GPtrArray  *sorted,
              const char *expected)
{
  g_autofree char *names = names_of (sorted);

  g_assert_cmpstr (names, ==, expected);
}

/* Does to the rows what the edit would, as the store does. */
static void
apply (GPtrArray         *views,
       const DaybookEdit *edit)
{
  for (guint i = 0; i < daybook_edit_size (edit); i++)
    {
      const DaybookChange *change = daybook_edit_change (edit, i);
      DaybookRow *view = g_ptr_array_index (views, daybook_view_order_find (views, &change->row));

      g_assert_cmpuint (change->field, ==, DAYBOOK_VIEW_POSITION);
      daybook_value_clear (&view->values[DAYBOOK_VIEW_POSITION]);
      view->values[DAYBOOK_VIEW_POSITION] = daybook_value_copy (&change->value);
    }
}

static GPtrArray *
new_views (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
}

static void
test_by_position_then_by_name (void)
{
  g_autoptr(GPtrArray) views = new_views ();

  add_view (views, "d", "orders", 2);
  add_view (views, "c", "orders", 0);
  add_view (views, "x", "customers", 1);
  add_view (views, "b", "orders", 0);
  add_view (views, "a", "orders", 7);

  g_autoptr(GPtrArray) sorted = daybook_view_order_sort (views, "orders");
  assert_names (sorted, "bcda");
  g_assert_cmpint (daybook_view_order_next (sorted), ==, 8);

  g_autoptr(GPtrArray) none = daybook_view_order_sort (views, "products");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (daybook_view_order_next (none), ==, 1);
}

/* Every place from every place; those that had no position get one. */
static void
test_moving (void)
{
  static const struct
  {
    guint       from;
    guint       to;
    const char *expected;
  } MOVES[] = {
    { 0, 1, "bacd" }, { 1, 0, "bacd" }, { 0, 3, "bcda" }, { 3, 0, "dabc" }, { 2, 1, "acbd" }, { 1, 99, "acdb" }, { 2, 2, "abcd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (MOVES); i++)
    {
      g_autoptr(GPtrArray) views = new_views ();
      g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "test", NULL);
      const char *const NAMES[] = { "a", "b", "c", "d" };

      for (gsize n = 0; n < G_N_ELEMENTS (NAMES); n++)
        add_view (views, NAMES[n], "orders", i % 2 == 0 ? 0 : 3);
      g_autoptr(GPtrArray) before = daybook_view_order_sort (views, "orders");
      daybook_view_order_move (edit, before, MOVES[i].from, MOVES[i].to);
      g_assert_true (daybook_edit_check (edit, NULL));
      apply (views, edit);

      g_autoptr(GPtrArray) after = daybook_view_order_sort (views, "orders");
      assert_names (after, MOVES[i].expected);
    }
}

/* Where all have their places already, only two change theirs. */
static void
test_a_step_changes_two (void)
{
  g_autoptr(GPtrArray) views = new_views ();
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "test", NULL);
  g_autoptr(DaybookEdit) nothing = daybook_edit_new (DAYBOOK_ACT_EDIT, "test", NULL);

  for (int i = 1; i <= 9; i++)
    add_view (views, "v", "orders", i);
  g_autoptr(GPtrArray) sorted = daybook_view_order_sort (views, "orders");
  daybook_view_order_move (edit, sorted, 4, 5);
  g_assert_cmpuint (daybook_edit_size (edit), ==, 2);
  daybook_view_order_move (nothing, sorted, 8, 9);
  g_assert_cmpuint (daybook_edit_size (nothing), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view-order/by-position-then-by-name", test_by_position_then_by_name);
  g_test_add_func ("/view-order/moving", test_moving);
  g_test_add_func ("/view-order/a-step-changes-two", test_a_step_changes_two);

  return g_test_run ();
}
