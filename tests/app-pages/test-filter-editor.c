/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/condition.h"
#include "app/common/filter-editor.h"
#include "app/orders/orders-page.h"
#include "core/query.h"
#include "stage.h"

/* Filters by days, ready-made and as people write them. */

typedef struct
{
  Book          book;
  TestStage    *stage;
  GtkWidget    *editor;
  DaybookQuery *query; /* what was added */
} Desk;

static void
on_added (DaybookFilterEditor *editor,
          guint                field,
          int                  op,
          const char *const   *words,
          gpointer             data)
{
  Desk *desk = data;

  daybook_query_add (desk->query, field, op, words);
}

static void
desk_open (Desk *desk)
{
  book_open (&desk->book);
  desk->query = daybook_query_new (&daybook_orders);
  desk->editor = daybook_filter_editor_new (daybook_desk_of (desk->book.store), &daybook_orders);
  desk->stage = test_stage_new (desk->book.store, desk->editor);
  g_signal_connect (desk->editor, "added", G_CALLBACK (on_added), desk);
}

static void
desk_close (Desk *desk)
{
  daybook_query_free (desk->query);
  test_stage_close (desk->stage);
  book_close (&desk->book);
}

/* Chooses a field by its label. */
static void
choose_field (Desk       *desk,
              const char *label)
{
  GtkDropDown *choice = GTK_DROP_DOWN (test_await (desk->editor, GTK_TYPE_DROP_DOWN, NULL));
  GListModel *labels = gtk_drop_down_get_model (choice);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (labels), i), label))
      {
        gtk_drop_down_set_selected (choice, i);
        return;
      }
  g_error ("No field is called %s", label);
}

static void
assert_query (Desk       *desk,
              const char *expected)
{
  g_autofree char *where = daybook_query_print_where (desk->query);

  g_assert_cmpstr (where, ==, expected);
}

static void
test_days_are_offered (void)
{
  Desk desk;

  desk_open (&desk);
  choose_field (&desk, "Ordered");
  test_press (desk.editor, "Yesterday");
  assert_query (&desk, "created >= today-1 and created < today");
  test_press (desk.editor, "Last 7 Days");
  test_press (desk.editor, "This Month");
  assert_query (&desk, "created >= today-1 and created < today and created >= today-6 and created >= month");
  choose_field (&desk, "Paid");
  test_turn_loop ();
  g_assert_null (test_find (desk.editor, GTK_TYPE_BUTTON, "Yesterday"));
  desk_close (&desk);
}

static void
test_days_are_typed (void)
{
  Desk desk;
  GtkWidget *entry;

  desk_open (&desk);
  choose_field (&desk, "Ordered");
  entry = test_await (desk.editor, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "昨天");
  test_press (desk.editor, "Add Filter");
  gtk_editable_set_text (GTK_EDITABLE (entry), "3天前");
  test_press (desk.editor, "Add Filter");
  assert_query (&desk, "created >= today-1 and created >= today-3");
  gtk_editable_set_text (GTK_EDITABLE (entry), "someday");
  test_press (desk.editor, "Add Filter");
  assert_query (&desk, "created >= today-1 and created >= today-3");
  desk_close (&desk);
}

static void
test_chips_read_well (void)
{
  static const char *const CASES[][2] = {
    { "created >= today-1", "Ordered is since yesterday" },
    { "created >= 昨天", "Ordered is since yesterday" },
    { "created >= today", "Ordered is since today" },
    { "created < today-3", "Ordered is before 3 days ago" },
    { "created >= month", "Ordered is since the first of this month" },
  };
  Book book;

  book_open (&book);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
      g_autofree char *text = NULL;

      g_assert_true (daybook_query_parse_where (query, CASES[i][0], NULL));
      text = daybook_condition_describe (daybook_desk_of (book.store), query, 0);
      g_assert_cmpstr (text, ==, CASES[i][1]);
    }
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/filter-editor/days-are-offered", test_days_are_offered);
  g_test_add_func ("/filter-editor/days-are-typed", test_days_are_typed);
  g_test_add_func ("/filter-editor/chips-read-well", test_chips_read_well);

  return g_test_run ();
}
