/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tally/tally-page.h"
#include "core/tally.h"
#include "stage.h"

static void
press_class (DaybookPage *page,
             const char  *label)
{
  GtkWidget *text = test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, label);

  g_signal_emit_by_name (gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON), "clicked");
}

static gboolean
has_three (gpointer data)
{
  return book_count (data, &daybook_tallies, "") == 3;
}

/* Each press counts one of the channel that is chosen; what was used last is chosen at the next start. */
static void
test_a_press_counts (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_tally_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));

  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL,
              "Nothing was counted in the last seven days. A number key, 1 for the first class, counts one.");
  press_class (page, "Product");
  g_assert_cmpstr (test_stage_get_said (stage), ==, "Product · Shop chat: 1 today");
  press_class (page, "Product");
  g_assert_cmpstr (test_stage_get_said (stage), ==, "Product · Shop chat: 2 today");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (test_find (GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, "Phone")), TRUE);
  press_class (page, "Fees");
  test_wait_until (has_three, &book);
  g_assert_cmpuint (book_count (&book, &daybook_tallies, "class = product and channel = shop_chat"), ==, 2);
  g_assert_cmpuint (book_count (&book, &daybook_tallies, "class = fees and channel = phone"), ==, 1);
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "All");
  g_assert_null (test_find (GTK_WIDGET (page), GTK_TYPE_LABEL,
                            "Nothing was counted in the last seven days. A number key, 1 for the first class, counts one."));
  test_stage_close (stage);

  page = daybook_tally_page_new (book.store);
  stage = test_stage_new (book.store, GTK_WIDGET (page));
  GtkWidget *phone = test_await (GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, "Phone");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (phone)));
  test_stage_close (stage);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/tally-page/press", test_a_press_counts);
  return g_test_run ();
}
