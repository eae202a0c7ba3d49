/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chores/chore-panel.h"
#include "app/chores/chores-page.h"
#include "app/chores/recurrence-form.h"
#include "stage.h"

#include "core/chore.h"

#define DAY 86400

/* --- How often ------------------------------------------------------------------------------ */

/* What is shown is what would be saved, whatever it is. */
static void
test_what_is_shown_is_kept (void)
{
  static const char *const TEXTS[] = {
    "daily 18:00", "weekly mon,sun 14:30", "monthly 1,16 10:00 open-after", "monthly last 17:00 open-before", "monthly 15,last 09:05 open-only",
    "every 3 weeks from 2026-11-29 14:30",
  };
  DaybookRecurrenceForm *form = g_object_ref_sink (g_object_new (DAYBOOK_TYPE_RECURRENCE_FORM, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      daybook_recurrence_form_show (form, TEXTS[i]);
      g_autofree char *kept = daybook_recurrence_form_get (form);
      g_assert_cmpstr (kept, ==, TEXTS[i]);
    }
  g_object_unref (form);
}

/* --- The page -------------------------------------------------------------------------------- */

static GtkWidget *
find_switch (GtkWidget  *page,
             const char *title)
{
  GtkWidget *row = gtk_widget_get_ancestor (test_await (page, GTK_TYPE_LABEL, title), ADW_TYPE_ACTION_ROW);

  return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
}

static void
test_a_template_is_switched_on (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_chores_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));

  gtk_switch_set_active (GTK_SWITCH (find_switch (GTK_WIDGET (page), "Report for the Weekly Meeting")), TRUE);
  GtkWidget *panel = test_await (GTK_WIDGET (page), DAYBOOK_TYPE_CHORE_PANEL, NULL);
  test_await (panel, GTK_TYPE_LABEL, "Next: Tomorrow 14:30");
  test_await (panel, GTK_TYPE_LABEL, "Sun 11-23 · 0 of 3");
  g_assert_cmpuint (book_count (&book, &daybook_chores, "used = true"), ==, 1);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (test_await (panel, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  test_await (panel, GTK_TYPE_LABEL, "Sun 11-23 · 1 of 3");
  /* It is all done in this week: the next one is there, and is not done with the same button. */
  test_press (panel, "Done");
  test_await (panel, GTK_TYPE_LABEL, "Next: 11-30 14:30");
  g_assert_null (test_find (panel, GTK_TYPE_BUTTON, "Done"));
  test_stage_close (stage);
  book_close (&book);
}

static void
test_one_of_the_shops_own (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_chores_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  GtkWidget *add = test_await (GTK_WIDGET (page), ADW_TYPE_ENTRY_ROW, "New chore");

  gtk_editable_set_text (GTK_EDITABLE (add), " <Shutters> ");
  g_signal_emit_by_name (add, "apply");
  GtkWidget *panel = test_await (GTK_WIDGET (page), DAYBOOK_TYPE_CHORE_PANEL, NULL);
  test_await (panel, GTK_TYPE_LABEL, "<Shutters>");
  test_await (panel, GTK_TYPE_LABEL, "Next: 18:00");
  test_press (panel, "Move to the Trash");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "From the handbook: switch on what your shop does. Times, people and lines can be changed afterwards.");
  g_assert_cmpuint (book_count (&book, &daybook_chores, ""), ==, 0);
  test_stage_close (stage);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/chores-page/what-is-shown-is-kept", test_what_is_shown_is_kept);
  g_test_add_func ("/chores-page/template", test_a_template_is_switched_on);
  g_test_add_func ("/chores-page/own", test_one_of_the_shops_own);
  return g_test_run ();
}
