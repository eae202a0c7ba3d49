/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/passes/pass-page.h"
#include "core/pass.h"
#include "stage.h"

#define DAY 86400

/* A tick is a row with who and when; without it the row is gone. The day after it is yesterday’s. */
static void
test_a_place_is_ticked (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_sweep_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));

  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Before the Shift · 0 of 5");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (test_await (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Before the Shift · 1 of 5");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "16:26 · Owner");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "After the Shift · 0 of 5");
  g_assert_cmpuint (book_count (&book, &daybook_pass_ticks, "round = before and step = reviews and day = '2025-11-22'"), ==, 1);

  GtkWidget *check = test_await (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Before the Shift · 0 of 5");
  g_assert_cmpuint (book_count (&book, &daybook_pass_ticks, ""), ==, 0);
  test_stage_close (stage);
  book_close (&book);
}

static void
test_yesterday_is_seen (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_sweep_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (test_await (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Before the Shift · 1 of 5");
  test_stage_close (stage);

  daybook_store_fix_now (book.store, BOOK_NOW + DAY);
  page = daybook_sweep_page_new (book.store);
  stage = test_stage_new (book.store, GTK_WIDGET (page));
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Before the Shift · 0 of 5");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Yesterday: Before the Shift · 1 of 5");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Not looked at");
  test_stage_close (stage);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/pass-page/tick", test_a_place_is_ticked);
  g_test_add_func ("/pass-page/yesterday", test_yesterday_is_seen);
  return g_test_run ();
}
