/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/desk.h"
#include "app/vips/vips-page.h"
#include "core/customer.h"
#include "core/grade.h"
#include "stage.h"

/* The lists of VIPs, which are asked for anew every minute. */

static void
add_vip (Book       *book,
         const char *name)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, name, daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_customers, &id);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_FIRST_SEEN, daybook_value_int (BOOK_NOW));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  book_set (book, &daybook_customers, &id, DAYBOOK_CUSTOMER_GRADE, daybook_value_int (DAYBOOK_GRADE_1));
}

static gboolean
has_four (gpointer list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) == 4;
}

static void
test_many_stay_selected (void)
{
  Book book;
  book_open (&book);
  add_vip (&book, "Chen");
  add_vip (&book, "Li");
  add_vip (&book, "Wang");
  DaybookPage *page = daybook_vips_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  GtkWidget *all = test_await (GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, "All VIPs");
  g_autoptr(GtkBitset) selected = NULL;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (all), TRUE);
  GtkWidget *list = test_await (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL);
  gtk_selection_model_select_all (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  add_vip (&book, "Zhao");
  daybook_store_fix_now (book.store, BOOK_NOW + 60);
  daybook_clock_tick (daybook_desk_get_clock (daybook_desk_of (book.store)));
  test_wait_until (has_four, list);
  selected = gtk_selection_model_get_selection (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 3);

  test_stage_close (stage);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/vips-page/many-stay-selected", test_many_stay_selected);
  return g_test_run ();
}
