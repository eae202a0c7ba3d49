/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/list-page.h"
#include "app/plain/trade-page.h"
#include "core/trade-contact.h"
#include "stage.h"

/* The panel of a plain page, on one of the shop's own contacts. */

typedef struct
{
  Book         book;
  DaybookPage *page;
  TestStage   *stage;
  DaybookId    courier;
  DaybookId    warehouse;
} Fixture;

static DaybookId
add_contact (Book       *book,
             const char *name,
             const char *phone)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, name, daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_trade_contacts, &id);
  daybook_edit_give (edit, DAYBOOK_TRADE_CONTACT_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_TRADE_CONTACT_PHONE, daybook_value_text (phone));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  return id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  fixture->courier = add_contact (&fixture->book, "Wang", "1001");
  fixture->warehouse = add_contact (&fixture->book, "Li", "2002");
  fixture->page = daybook_trade_page_new (fixture->book.store);
  fixture->stage = test_stage_new (fixture->book.store, GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_stage_close (fixture->stage);
  book_close (&fixture->book);
}

static GtkEditable *
get_line (Fixture    *fixture,
          const char *title)
{
  return GTK_EDITABLE (test_await (GTK_WIDGET (fixture->page), ADW_TYPE_ENTRY_ROW, title));
}

static gboolean
is_courier (gpointer data)
{
  GtkWidget *kind = test_find (data, ADW_TYPE_COMBO_ROW, "Kind");

  return kind != NULL && adw_combo_row_get_selected (ADW_COMBO_ROW (kind)) == DAYBOOK_TRADE_COURIER;
}

/* ... though another field is chosen meanwhile, by hand or by somebody else. */
static void
test_what_is_being_typed_stands (Fixture       *fixture,
                                 gconstpointer  data)
{
  daybook_list_page_open (DAYBOOK_LIST_PAGE (fixture->page), &fixture->courier);
  GtkEditable *phone = get_line (fixture, "Phone"), *company = get_line (fixture, "Company");

  gtk_editable_set_text (phone, "1001 55");
  book_set (&fixture->book, &daybook_trade_contacts, &fixture->courier, DAYBOOK_TRADE_CONTACT_COMPANY, daybook_value_text ("SF"));
  book_set (&fixture->book, &daybook_trade_contacts, &fixture->courier, DAYBOOK_TRADE_CONTACT_KIND, daybook_value_int (DAYBOOK_TRADE_COURIER));
  test_wait_until (is_courier, fixture->page);
  g_assert_cmpstr (gtk_editable_get_text (phone), ==, "1001 55");
  g_assert_cmpstr (gtk_editable_get_text (company), ==, "SF");

  g_signal_emit_by_name (phone, "apply");
  g_autoptr(DaybookRow) row = book_row (&fixture->book, &daybook_trade_contacts, &fixture->courier);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_TRADE_CONTACT_PHONE), ==, "1001 55");
}

static gboolean
is_second (gpointer data)
{
  Fixture *fixture = data;

  return g_str_equal (gtk_editable_get_text (get_line (fixture, "Name")), "Li");
}

static void
test_another_row_has_its_own (Fixture       *fixture,
                              gconstpointer  data)
{
  daybook_list_page_open (DAYBOOK_LIST_PAGE (fixture->page), &fixture->courier);
  gtk_editable_set_text (get_line (fixture, "Phone"), "1001 55");
  daybook_list_page_open (DAYBOOK_LIST_PAGE (fixture->page), &fixture->warehouse);
  test_wait_until (is_second, fixture);
  g_assert_cmpstr (gtk_editable_get_text (get_line (fixture, "Phone")), ==, "2002");
}

#define ADD(name, func) g_test_add ("/plain-panel/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("what-is-being-typed-stands", test_what_is_being_typed_stands);
  ADD ("another-row-has-its-own", test_another_row_has_its_own);
  return g_test_run ();
}
