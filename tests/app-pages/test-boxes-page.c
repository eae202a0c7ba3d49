/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/boxes/box-panel.h"
#include "app/boxes/box-scan.h"
#include "app/boxes/boxes-page.h"
#include "case-book.h"
#include "stage.h"
#include "store/box-acts.h"

#include <string.h>

#define NUMBER "SF1234567890123"
#define OTHER "75312345678901"

typedef struct
{
  Book         book;
  DaybookPage *page;
  TestStage   *stage;
  DaybookId    id; /* a return that waits for the parcel NUMBER */
} Fixture;

static void
set_up (Fixture *fixture)
{
  DaybookCaseDraft *draft;

  book_open (&fixture->book);
  draft = case_begin (&fixture->book, "return");
  case_put (draft, "back", daybook_value_text (NUMBER));
  fixture->id = case_save (&fixture->book, draft);
  fixture->page = daybook_boxes_page_new (fixture->book.store);
  fixture->stage = test_stage_new (fixture->book.store, GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->stage), 1200, 700);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_ENTRY, NULL);
}

static void
tear_down (Fixture *fixture)
{
  test_stage_close (fixture->stage);
  book_close (&fixture->book);
}

static GtkWidget *
await_label (Fixture    *fixture,
             const char *text)
{
  return test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, text);
}

/* The line for numbers. */
static GtkWidget *
find_line (Fixture *fixture)
{
  GtkWidget *scan_bar = test_await (GTK_WIDGET (fixture->page), DAYBOOK_TYPE_BOX_SCAN, NULL);

  return test_await (scan_bar, GTK_TYPE_ENTRY, NULL);
}

/* As a scanner does, or a person. */
static void
scan (Fixture    *fixture,
      const char *text)
{
  GtkWidget *entry = find_line (fixture);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static guint
count (Fixture    *fixture,
       const char *where)
{
  return book_count (&fixture->book, &daybook_boxes, where);
}

/* Boxes go to their cases, or wait, and the line is free for the next one at once. */
static void
test_a_pile_is_scanned (void)
{
  Fixture fixture;
  set_up (&fixture);

  scan (&fixture, "sf 1234-5678 90123");
  await_label (&fixture, NUMBER ": R-A1001 · Return and refund · Asked for");
  await_label (&fixture, "Box on the table since 16:26: " NUMBER); /* in the panel of the case */
  await_label (&fixture, "No Box Is Without a Case");
  g_assert_cmpuint (count (&fixture, "state = matched"), ==, 1);
  GtkWidget *entry = find_line (&fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_true (gtk_widget_get_focus_child (entry) != NULL || gtk_widget_has_focus (entry));

  scan (&fixture, OTHER);
  await_label (&fixture, OTHER ": Box without a case");
  await_label (&fixture, "No case and no order has this number. It is kept until it has one.");
  test_await (GTK_WIDGET (fixture.page), GTK_TYPE_LABEL, "Whose Is It?");
  g_assert_cmpuint (count (&fixture, "state = waiting"), ==, 1);

  scan (&fixture, NUMBER);
  await_label (&fixture, "Scanned before: 16:26, Owner.");
  g_assert_cmpuint (count (&fixture, ""), ==, 2);
  tear_down (&fixture);
}

static gboolean
is_matched (gpointer data)
{
  return count (data, "state = matched") == 1;
}

/* A box that waits is given to the case whose number is typed; a number of nothing is refused in place. */
static void
test_a_box_is_matched (void)
{
  Fixture fixture;
  GtkWidget *entry;
  set_up (&fixture);

  scan (&fixture, OTHER);
  entry = test_await (test_await (GTK_WIDGET (fixture.page), DAYBOOK_TYPE_BOX_PANEL, NULL), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "R-Z9");
  g_signal_emit_by_name (entry, "activate");
  await_label (&fixture, "There is no case and no order of this number.");
  g_assert_cmpuint (count (&fixture, "state = waiting"), ==, 1);

  gtk_editable_set_text (GTK_EDITABLE (entry), "r-a1001");
  g_signal_emit_by_name (entry, "activate");
  test_wait_until (is_matched, &fixture);
  await_label (&fixture, "R-A1001");

  /* Taken back, it waits again. */
  test_press (GTK_WIDGET (fixture.page), "Not This Case");
  test_await (GTK_WIDGET (fixture.page), GTK_TYPE_LABEL, "Whose Is It?");
  g_assert_cmpuint (count (&fixture, "state = waiting"), ==, 1);
  tear_down (&fixture);
}

/* The case that came later is offered, and taken with one press. */
static void
test_a_later_case_is_offered (void)
{
  Fixture fixture;
  set_up (&fixture);

  scan (&fixture, OTHER);
  await_label (&fixture, "Whose Is It?");
  DaybookCaseDraft *draft = case_begin (&fixture.book, "return");
  case_put (draft, "back", daybook_value_text (OTHER));
  case_save (&fixture.book, draft);
  test_press (GTK_WIDGET (fixture.page), "It Belongs to R-A1002 · Asked for");
  test_wait_until (is_matched, &fixture);
  tear_down (&fixture);
}

static void
test_what_is_no_number_does_nothing (void)
{
  Fixture fixture;
  set_up (&fixture);

  scan (&fixture, "abc");
  await_label (&fixture, "abc");
  g_assert_cmpuint (count (&fixture, ""), ==, 0);
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/boxes-page/pile", test_a_pile_is_scanned);
  g_test_add_func ("/boxes-page/match", test_a_box_is_matched);
  g_test_add_func ("/boxes-page/offered", test_a_later_case_is_offered);
  g_test_add_func ("/boxes-page/no-number", test_what_is_no_number_does_nothing);
  return g_test_run ();
}
