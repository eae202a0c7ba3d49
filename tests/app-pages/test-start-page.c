/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/start-page.h"
#include "stage.h"

static void
count (DaybookStartPage *page,
       guint            *n)
{
  (*n)++;
}

static void
test_three_doors_and_nothing_else (void)
{
  Book book;
  book_open (&book);
  GtkWidget *page = daybook_start_page_new ();
  TestStage *stage = test_stage_new (book.store, page);
  GtkWidget *import = test_await (page, ADW_TYPE_ACTION_ROW, "Import my _orders");
  GtkWidget *sample = test_find (page, ADW_TYPE_ACTION_ROW, "Look around a _sample shop");
  GtkWidget *server = test_find (page, ADW_TYPE_ACTION_ROW, "Join my shop’s server");
  guint n_samples = 0;

  g_assert_nonnull (import);
  g_assert_true (gtk_widget_is_sensitive (import));
  g_assert_null (test_find (page, GTK_TYPE_EDITABLE, NULL));

  g_signal_connect (page, "sample-requested", G_CALLBACK (count), &n_samples);
  g_signal_emit_by_name (sample, "activated");
  g_assert_cmpuint (n_samples, ==, 1);

  /* Why the third is closed stands on the page. */
  g_assert_false (gtk_widget_is_sensitive (server));
  g_assert_nonnull (test_find (page, GTK_TYPE_LABEL,
                               "Joining a server comes with a later version of Daybook. "
                               "What you enter until then can join too."));
  test_stage_close (stage);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/start-page/three-doors-and-nothing-else", test_three_doors_and_nothing_else);
  return g_test_run ();
}
