/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-panel.h"
#include "app/customers/customers-page.h"
#include "app/customers/happenings.h"
#include "core/mask.h"
#include "core/phrase.h"
#include "core/use.h"
#include "stage.h"
#include "store/customer-totals.h"
#include "store/grades.h"

/* A customer that is known by an e-mail address alone, as of a Shopify export. */
static DaybookId
add_customer (Book       *book,
              const char *account)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId customer, handle;

  daybook_id_random (&customer);
  daybook_id_random (&handle);
  daybook_edit_create (edit, &daybook_customers, &customer);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_FIRST_SEEN, daybook_value_int (BOOK_NOW - 7200));
  daybook_edit_create (edit, &daybook_handles, &handle);
  daybook_edit_give (edit, DAYBOOK_HANDLE_CUSTOMER, daybook_value_id (&customer));
  daybook_edit_give (edit, DAYBOOK_HANDLE_PLATFORM, daybook_value_text ("shopify"));
  daybook_edit_give (edit, DAYBOOK_HANDLE_ACCOUNT, daybook_value_text (account));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  return customer;
}

/* An order of the customer, of which 128.00 was paid. */
static DaybookId
add_order (Book            *book,
           const DaybookId *customer,
           const char      *number,
           gint64           created)
{
  DaybookId order = book_add_order (book, number, created);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_edit_set (edit, &daybook_orders, &order, DAYBOOK_ORDER_CUSTOMER, daybook_value_id (customer));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  return order;
}

static void
test_a_customer_is_never_without_a_name (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add_customer (&book, "chenxiaoyue@example.com");
  g_autoptr(DaybookRow) customer = book_row (&book, &daybook_customers, &id);
  DaybookMask mask;
  g_autofree char *title = daybook_reader_title (daybook_store_get_reader (book.store), customer, &mask);
  g_autofree char *masked = daybook_mask (mask, title);
  g_autofree char *shown = daybook_desk_format (daybook_desk_of (book.store), customer, DAYBOOK_CUSTOMER_NAME,
                                                DAYBOOK_SHOW_MASKED);

  g_assert_cmpstr (title, ==, "chenxiaoyue@example.com");
  g_assert_cmpstr (masked, ==, "c***@example.com");
  g_assert_cmpstr (shown, ==, masked);

  book_close (&book);
}

static void
test_totals_of_a_customer (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add_customer (&book, "chenxiaoyue@example.com");
  g_autoptr(DaybookRow) customer = book_row (&book, &daybook_customers, &id);
  add_order (&book, &id, "1001", BOOK_NOW - 3600);
  add_order (&book, &id, "1002", BOOK_NOW - 60);
  DaybookId gone = add_order (&book, &id, "1003", BOOK_NOW);
  book_add_order (&book, "1004", BOOK_NOW);
  book_set (&book, &daybook_orders, &gone, DAYBOOK_FIELD_DELETED, daybook_value_int (1));

  g_autoptr(DaybookCustomerTotals) totals
    = daybook_reader_customer_totals (daybook_store_get_reader (book.store), customer->rowid, NULL);
  g_assert_nonnull (totals);
  g_assert_cmpuint (totals->n_orders, ==, 2);
  g_assert_cmpint (totals->newest, ==, BOOK_NOW - 60);
  g_assert_cmpuint (totals->paid->len, ==, 1);
  g_assert_cmpstr (g_array_index (totals->paid, DaybookTotal, 0).currency, ==, "CNY");
  g_assert_cmpint (g_array_index (totals->paid, DaybookTotal, 0).amount, ==, 2 * 12800);

  book_close (&book);
}

static void
test_the_list_tells_customers_apart (void)
{
  static const char *const TITLES[] = { "Name", "Account", "Orders", "Last order", "Paid" };
  Book book;
  book_open (&book);
  DaybookId id = add_customer (&book, "chenxiaoyue@example.com");
  add_order (&book, &id, "1001", BOOK_NOW - 3600);
  DaybookPage *page = daybook_customers_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  GtkColumnView *view = GTK_COLUMN_VIEW (test_await (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (TITLES); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), i);

      g_assert_cmpstr (gtk_column_view_column_get_title (column), ==, TITLES[i]);
    }

  test_stage_close (stage);
  book_close (&book);
}

#define MANY 120

static void
add_contacts (Book            *book,
              const DaybookId *customer)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  for (int i = 0; i < MANY; i++)
    {
      DaybookId contact;
      g_autofree char *value = g_strdup_printf ("no%d@example.com", i);

      daybook_id_random (&contact);
      daybook_edit_create (edit, &daybook_contacts, &contact);
      daybook_edit_give (edit, DAYBOOK_CONTACT_CUSTOMER, daybook_value_id (customer));
      daybook_edit_give (edit, DAYBOOK_CONTACT_KIND, daybook_value_int (DAYBOOK_CONTACT_EMAIL));
      daybook_edit_give (edit, DAYBOOK_CONTACT_VALUE, daybook_value_text (value));
    }

  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}

static guint
count_copies (GtkWidget *root)
{
  guint n = GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), "edit-copy-symbolic") == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_copies (child);
  return n;
}

/* Rows are dear to make, and every change of the book comes by the panel. */
static void
test_a_reseller_is_shown_in_part_and_once (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add_customer (&book, "reseller");
  add_contacts (&book, &id);
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", 1000 + i);

      add_order (&book, &id, number, BOOK_NOW - i);
    }
  g_autoptr(DaybookRow) customer = book_row (&book, &daybook_customers, &id);
  DaybookCustomerPanel *panel = g_object_new (DAYBOOK_TYPE_CUSTOMER_PANEL, NULL);
  daybook_customer_panel_set_desk (panel, daybook_desk_of (book.store));
  daybook_customer_panel_show (panel, customer);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (panel));

  GtkWidget *rest = test_await (GTK_WIDGET (panel), GTK_TYPE_LABEL, "and 70 more");
  test_await (GTK_WIDGET (panel), ADW_TYPE_ACTION_ROW, "1007");
  g_assert_nonnull (test_find (GTK_WIDGET (panel), GTK_TYPE_LABEL, "and 52 more"));
  g_assert_null (test_find (GTK_WIDGET (panel), ADW_TYPE_ACTION_ROW, "1008"));

  /* The first that stands there is that of the orders. */
  g_signal_emit_by_name (test_find (GTK_WIDGET (panel), GTK_TYPE_BUTTON, "Show Older"), "clicked");
  GtkWidget *order = test_await (GTK_WIDGET (panel), ADW_TYPE_ACTION_ROW, "1049");
  g_assert_nonnull (test_find (GTK_WIDGET (panel), GTK_TYPE_LABEL, "and 10 more"));
  g_assert_null (test_find (GTK_WIDGET (panel), ADW_TYPE_ACTION_ROW, "1050"));
  g_assert_cmpuint (count_copies (GTK_WIDGET (panel)), ==, 1 + 50);

  g_object_add_weak_pointer (G_OBJECT (rest), (gpointer *) &rest);
  g_object_add_weak_pointer (G_OBJECT (order), (gpointer *) &order);
  daybook_customer_panel_show (panel, customer);
  g_assert_nonnull (rest);
  g_assert_nonnull (order);

  /* What is new is shown, and of what was there only as much as is. */
  add_order (&book, &id, "2000", BOOK_NOW + 1);
  add_contacts (&book, &id);
  daybook_customer_panel_show (panel, customer);
  test_await (GTK_WIDGET (panel), ADW_TYPE_ACTION_ROW, "2000");
  g_assert_nonnull (test_find (GTK_WIDGET (panel), GTK_TYPE_LABEL, "and 190 more"));
  g_assert_null (test_find (GTK_WIDGET (panel), GTK_TYPE_LABEL, "and 70 more"));
  g_assert_cmpuint (count_copies (GTK_WIDGET (panel)), ==, 1 + 50);

  test_stage_close (stage);
  book_close (&book);
}

static gint64
read_grade (Book            *book,
            const DaybookId *id)
{
  g_autoptr(DaybookRow) customer = book_row (book, &daybook_customers, id);

  return daybook_row_int (customer, DAYBOOK_CUSTOMER_GRADE);
}

typedef struct
{
  GtkDropDown *grade;
  guint        expected;
} Awaited;

static gboolean
shows_grade (gpointer data)
{
  const Awaited *awaited = data;

  return gtk_drop_down_get_selected (awaited->grade) == awaited->expected;
}

/* What a person chooses is an act, which is undone like any other; what comes from elsewhere is shown. */
static void
test_the_grade_is_chosen (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);
  DaybookId id = add_customer (&book, "regular");
  DaybookPage *page = daybook_customers_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  test_await (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL);
  daybook_page_open_row (page, &id);
  Awaited awaited = { GTK_DROP_DOWN (test_await (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, NULL)), 0 };

  g_assert_cmpuint (gtk_drop_down_get_selected (awaited.grade), ==, DAYBOOK_GRADE_NONE);
  gtk_drop_down_set_selected (awaited.grade, DAYBOOK_GRADE_2);
  g_assert_cmpint (read_grade (&book, &id), ==, DAYBOOK_GRADE_2);
  g_assert_cmpstr (test_stage_get_said (stage), ==, "VIP grade: VIP 2");

  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (book.store, NULL, &error);
  g_assert_no_error (error);
  test_wait_until (shows_grade, &awaited);
  g_assert_cmpint (read_grade (&book, &id), ==, DAYBOOK_GRADE_NONE);

  test_stage_close (stage);
  book_close (&book);
}

/* --- The timeline -------------------------------------------------------------------------- */

static GPtrArray *
read_happenings (Book            *book,
                 const DaybookId *id,
                 DaybookHappened  kind)
{
  g_autoptr(DaybookRow) customer = book_row (book, &daybook_customers, id);

  return daybook_happenings_read (daybook_desk_of (book->store), customer, kind, 50);
}

/* How many of them lead to the order and say that. */
static guint
count_told (GPtrArray       *all,
            const DaybookId *order,
            const char      *text)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const DaybookHappening *happening = g_ptr_array_index (all, i);

      n += happening->row != NULL && daybook_id_equal (&happening->row->id, order) && g_strcmp0 (happening->text, text) == 0;
    }
  return n;
}

static void
test_what_became_of_an_order (void)
{
  Book book;
  book_open (&book);
  DaybookId customer = add_customer (&book, "chenxiaoyue@example.com"), order = add_order (&book, &customer, "9001", BOOK_NOW - 7200);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_FLAG, daybook_value_int (DAYBOOK_FLAG_RED));
  DaybookId taken_back = book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_FLAG, daybook_value_int (DAYBOOK_FLAG_BLUE));
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("wrap it"));

  g_autoptr(GPtrArray) before = read_happenings (&book, &customer, DAYBOOK_HAPPENED_CHANGE);
  g_assert_cmpuint (count_told (before, &order, "Flag: None → Red"), ==, 1);
  g_assert_cmpuint (count_told (before, &order, "Flag: Red → Blue"), ==, 1);

  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, &taken_back, NULL);
  g_assert_nonnull (undone);
  g_autoptr(GPtrArray) after = read_happenings (&book, &customer, DAYBOOK_HAPPENED_CHANGE);
  g_assert_cmpuint (count_told (after, &order, "Flag: Red → Blue"), ==, 0);
  g_assert_cmpuint (count_told (after, &order, "Flag: None → Red"), ==, 1);

  book_close (&book);
}

static void
test_which_phrase_was_said (void)
{
  Book book;
  book_open (&book);
  DaybookId customer = add_customer (&book, "chenxiaoyue@example.com"), phrase, use;
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Said", daybook_store_get_agent (book.store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  guint n = 0;

  daybook_id_random (&phrase);
  daybook_id_random (&use);
  daybook_edit_create (edit, &daybook_phrases, &phrase);
  daybook_edit_give (edit, DAYBOOK_PHRASE_TITLE, daybook_value_text ("Winter sale"));
  daybook_edit_give (edit, DAYBOOK_PHRASE_TEXT, daybook_value_text ("Our sale begins."));
  daybook_edit_create (edit, &daybook_uses, &use);
  daybook_edit_give (edit, DAYBOOK_USE_PHRASE, daybook_value_id (&phrase));
  daybook_edit_give (edit, DAYBOOK_USE_CUSTOMER, daybook_value_id (&customer));
  daybook_edit_give (edit, DAYBOOK_USE_AT, daybook_value_int (BOOK_NOW));
  outcome = daybook_store_commit (book.store, edit, NULL);
  g_assert_nonnull (outcome);

  g_autoptr(GPtrArray) messages = read_happenings (&book, &customer, DAYBOOK_HAPPENED_MESSAGE);
  for (guint i = 0; i < messages->len; i++)
    n += g_strcmp0 (((const DaybookHappening *) messages->pdata[i])->text, "Winter sale") == 0;
  g_assert_cmpuint (n, ==, 1);

  book_close (&book);
}

static gboolean
calls_it_so (gpointer data)
{
  const Awaited *awaited = data;
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (awaited->grade));

  return g_str_equal (gtk_string_list_get_string (names, awaited->expected), "Old friend");
}

/* A grade has the name that the shop gives it; that it is renamed is no choice of the customer's. */
static void
test_the_grade_is_called_as_the_shop_does (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);
  DaybookId id = add_customer (&book, "regular");
  DaybookPage *page = daybook_customers_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  test_await (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL);
  daybook_page_open_row (page, &id);
  Awaited awaited = { GTK_DROP_DOWN (test_await (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, NULL)), DAYBOOK_GRADE_2 };
  gtk_drop_down_set_selected (awaited.grade, DAYBOOK_GRADE_2);

  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "a name", daybook_store_get_agent (book.store));
  g_assert_true (daybook_grade_say (edit, daybook_store_get_reader (book.store), DAYBOOK_GRADE_2, DAYBOOK_GRADE_RULE_NAME,
                                    daybook_value_text ("Old friend"), &error));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book.store, edit, &error);
  g_assert_no_error (error);
  test_wait_until (calls_it_so, &awaited);
  g_assert_cmpuint (gtk_drop_down_get_selected (awaited.grade), ==, DAYBOOK_GRADE_2);
  g_assert_cmpint (read_grade (&book, &id), ==, DAYBOOK_GRADE_2);

  test_stage_close (stage);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/customers-page/a-customer-is-never-without-a-name", test_a_customer_is_never_without_a_name);
  g_test_add_func ("/customers-page/totals-of-a-customer", test_totals_of_a_customer);
  g_test_add_func ("/customers-page/the-list-tells-customers-apart", test_the_list_tells_customers_apart);
  g_test_add_func ("/customers-page/a-reseller-is-shown-in-part-and-once", test_a_reseller_is_shown_in_part_and_once);
  g_test_add_func ("/customers-page/the-grade-is-chosen", test_the_grade_is_chosen);
  g_test_add_func ("/customers-page/what-became-of-an-order", test_what_became_of_an_order);
  g_test_add_func ("/customers-page/which-phrase-was-said", test_which_phrase_was_said);
  g_test_add_func ("/customers-page/the-grade-is-called-as-the-shop-does", test_the_grade_is_called_as_the_shop_does);
  return g_test_run ();
}
