/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"
#include "two-laptops.h"

#include "core/aftersale.h"
#include "store/backup.h"
#include "store/box-acts.h"

#include <string.h>

/* Parcels that came back: which case or order they belong to (OR-15). */

#define NUMBER "SF1234567890123"
#define OTHER "75312345678901"

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

static DaybookParcelFind *
find (Book       *book,
      const char *text)
{
  g_autoptr(GError) error = NULL;
  DaybookParcelFind *found;

  daybook_store_settle (book->store);
  found = daybook_reader_find_parcel (reader_of (book), text, &error);
  g_assert_no_error (error);
  return found;
}

/* Commits, if there is anything to commit. */
static void
commit (Book        *book,
        DaybookEdit *edit)
{
  g_autoptr(DaybookEdit) owned = edit;

  if (daybook_edit_size (edit) > 0)
    case_commit (book, edit);
}

/* Puts the box on the table; returns its number as it is kept. */
static char *
scan (Book       *book,
      const char *text)
{
  g_autoptr(DaybookParcelFind) found = find (book, text);

  commit (book, daybook_box_act_scan (found, NULL, daybook_store_get_agent (book->store), daybook_store_get_now (book->store)));
  return g_strdup (found->number);
}

static DaybookRow *
box_of (Book       *book,
        const char *number)
{
  g_autoptr(GError) error = NULL;
  DaybookRow *box = daybook_reader_box (reader_of (book), number, &error);

  g_assert_no_error (error);
  return box;
}

static void
assert_box (Book            *book,
            const char      *number,
            DaybookBoxState  state,
            const DaybookId *of)
{
  g_autoptr(DaybookRow) box = box_of (book, number);

  g_assert_nonnull (box);
  g_assert_cmpint (daybook_row_int (box, DAYBOOK_BOX_STATE), ==, state);
  g_assert_true ((of != NULL) == daybook_row_has (box, DAYBOOK_BOX_CASE));
  g_assert_true (of == NULL || daybook_id_equal (of, daybook_row_ref_id (box, DAYBOOK_BOX_CASE)));
}

/* A return whose parcel back has that number. */
static DaybookId
make_return (Book       *book,
             const char *number)
{
  DaybookCaseDraft *draft = case_begin (book, "return");

  case_put (draft, "subject", daybook_value_text ("Cup"));
  if (number != NULL)
    case_put (draft, "back", daybook_value_text (number));
  return case_save (book, draft);
}

static void
match (Book            *book,
       const char      *number,
       const DaybookId *to)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) box = box_of (book, number);
  g_autoptr(DaybookRow) row = case_row (book, to);
  DaybookEdit *edit = daybook_box_act_match (box, row, daybook_store_get_agent (book->store), BOOK_NOW, &error);

  g_assert_no_error (error);
  commit (book, edit);
}

static guint
count_goods_events (Book *book)
{
  return book_count (book, &daybook_events, "kind = goods");
}

/* --- Its case ----------------------------------------------------------------------- */

static void
test_a_case_is_found_by_its_parcel (void)
{
  Book book;
  book_open (&book);
  DaybookId id = make_return (&book, "顺丰 sf 1234-5678-90123");
  make_return (&book, OTHER);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(DaybookParcelFind) found = find (&book, i == 0 ? NUMBER : "https://a.sf/q?n=" NUMBER);

      g_assert_cmpuint (found->cases->len, ==, 1);
      g_assert_true (daybook_id_equal (&id, &daybook_parcel_find_case (found)->id));
      g_assert_null (found->box);
    }
  g_autofree char *number = scan (&book, NUMBER);
  g_assert_cmpstr (number, ==, NUMBER);
  assert_box (&book, NUMBER, DAYBOOK_BOX_MATCHED, &id);
  g_assert_cmpuint (count_goods_events (&book), ==, 1);
  book_close (&book);
}

/* A text of digits in another field is no parcel; nor is a part of a number the number. */
static void
test_only_parcels_are_found (void)
{
  Book book;
  book_open (&book);
  DaybookCaseDraft *draft = case_begin (&book, "trace");
  case_put (draft, "ticket", daybook_value_text (NUMBER));
  case_save (&book, draft);
  make_return (&book, NUMBER "4");

  g_autoptr(DaybookParcelFind) found = find (&book, NUMBER);
  g_assert_cmpuint (found->cases->len, ==, 0);
  book_close (&book);
}

static void
assert_n_cases (Book *book,
                guint n)
{
  g_autoptr(DaybookParcelFind) found = find (book, NUMBER);

  g_assert_cmpuint (found->cases->len, ==, n);
}

/* What is found follows the case: other numbers, undo, the trash, and being made anew. */
static void
test_numbers_follow_the_case (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);
  DaybookId id = make_return (&book, NULL);

  assert_n_cases (&book, 0);
  DaybookId act = case_set (&book, &id, "back", daybook_value_text (NUMBER));
  assert_n_cases (&book, 1);
  daybook_outcome_free (case_undo (&book, &act));
  assert_n_cases (&book, 0);
  case_set (&book, &id, "back", daybook_value_text (NUMBER));
  assert_n_cases (&book, 1);
  book_run_sql (&book, "DELETE FROM case_parcels");
  assert_n_cases (&book, 0);
  g_assert_true (daybook_store_rebuild (book.store, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_n_cases (&book, 1);
  case_set (&book, &id, "back", daybook_value_text (OTHER));
  assert_n_cases (&book, 0);
  case_set (&book, &id, "back", daybook_value_text (NUMBER));
  case_set (&book, &id, "deleted", daybook_value_int (1));
  assert_n_cases (&book, 0);
  book_close (&book);
}

/* Two open cases: a person says which. One open and one closed: the open one. */
static void
test_a_doubt_is_left_to_a_person (void)
{
  Book book;
  book_open (&book);
  DaybookId first = make_return (&book, NUMBER);
  DaybookId second = make_return (&book, NUMBER);
  g_autofree char *number = scan (&book, NUMBER);

  assert_box (&book, NUMBER, DAYBOOK_BOX_WAITING, NULL);
  DaybookCaseDraft *draft = case_open (&book, &first);
  case_move (draft, "withdrawn");
  case_put (draft, "result", daybook_value_text ("kept it"));
  case_put (draft, "cause", daybook_value_text ("buyer"));
  case_put (draft, "told", daybook_value_int (DAYBOOK_ANSWER_YES));
  case_put (draft, "satisfied", daybook_value_int (DAYBOOK_ANSWER_YES));
  case_save (&book, draft);
  g_autofree char *again = scan (&book, NUMBER);
  assert_box (&book, NUMBER, DAYBOOK_BOX_MATCHED, &second);
  book_close (&book);
}

/* --- Its order ------------------------------------------------------------------------ */

static void
set_tracking (Book            *book,
              const DaybookId *order,
              const char      *tracking)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_IMPORT);

  daybook_edit_set (edit, &daybook_orders, order, DAYBOOK_ORDER_TRACKING, daybook_value_text (tracking));
  case_commit (book, edit);
}

/* It came back without having been delivered: with the number with which it went out. */
static void
test_an_order_is_found_by_its_parcels (void)
{
  Book book;
  DaybookId line;
  book_open (&book);
  DaybookId order = case_add_order (&book, "1001", 1, &line);
  DaybookId other = case_add_order (&book, "1002", 1, &line);
  DaybookCaseDraft *draft = case_begin (&book, "inquiry");

  case_put (draft, "order", daybook_value_id (&order));
  DaybookId beside = case_save (&book, draft);
  set_tracking (&book, &order, OTHER "," NUMBER);
  set_tracking (&book, &other, NUMBER "4");

  g_autoptr(DaybookParcelFind) found = find (&book, NUMBER);
  g_assert_cmpuint (found->cases->len, ==, 0);
  g_assert_cmpuint (found->orders->len, ==, 1);
  g_assert_true (daybook_id_equal (&order, &((const DaybookRow *) g_ptr_array_index (found->orders, 0))->id));
  g_assert_cmpuint (found->beside->len, ==, 1);
  g_assert_true (daybook_id_equal (&beside, &((const DaybookRow *) g_ptr_array_index (found->beside, 0))->id));

  g_autofree char *number = scan (&book, NUMBER);
  assert_box (&book, NUMBER, DAYBOOK_BOX_WAITING, NULL);
  g_autoptr(DaybookRow) box = box_of (&book, NUMBER);
  g_assert_true (daybook_id_equal (&order, daybook_row_ref_id (box, DAYBOOK_BOX_ORDER)));
  book_close (&book);
}

/* The number that the buyer typed in at the platform is in its list of refunds. */
static void
test_an_order_is_found_by_its_refund (void)
{
  Book book;
  DaybookId line, id;
  book_open (&book);
  DaybookId order = case_add_order (&book, "1001", 1, &line);
  g_autoptr(DaybookEdit) edit = case_edit (&book, DAYBOOK_ACT_IMPORT);

  /* That something came from there is what order numbers are looked up by. */
  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_imports, &id);
  daybook_edit_give (edit, DAYBOOK_IMPORT_ACT, daybook_value_text ("none"));
  daybook_edit_give (edit, DAYBOOK_IMPORT_SHOP, daybook_value_id (daybook_store_get_shop (book.store)));
  daybook_edit_give (edit, DAYBOOK_IMPORT_PLATFORM, daybook_value_text ("tmall"));
  daybook_edit_give (edit, DAYBOOK_IMPORT_STATE, daybook_value_int (DAYBOOK_IMPORT_FINISHED));
  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_aftersales, &id);
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_SHOP, daybook_value_id (daybook_store_get_shop (book.store)));
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_PLATFORM, daybook_value_text ("tmall"));
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_NUMBER, daybook_value_text ("T-1"));
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_ORDER_NUMBER, daybook_value_text ("1001"));
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_TRACKING, daybook_value_text (NUMBER));
  case_commit (&book, edit);

  g_autoptr(DaybookParcelFind) found = find (&book, NUMBER);
  g_assert_cmpuint (found->orders->len, ==, 1);
  g_assert_true (daybook_id_equal (&order, &((const DaybookRow *) g_ptr_array_index (found->orders, 0))->id));
  book_close (&book);
}

/* --- Without a case ---------------------------------------------------------------------- */

static void
test_a_box_waits_and_is_matched (void)
{
  Book book;
  book_open (&book);
  g_autofree char *number = scan (&book, NUMBER);
  DaybookId id = make_return (&book, NULL);

  assert_box (&book, NUMBER, DAYBOOK_BOX_WAITING, NULL);
  g_assert_cmpuint (book_count (&book, &daybook_boxes, "state = waiting"), ==, 1);
  match (&book, NUMBER, &id);
  assert_box (&book, NUMBER, DAYBOOK_BOX_MATCHED, &id);
  g_assert_cmpuint (count_goods_events (&book), ==, 1);

  /* Another one is refused until it is taken from the first. */
  g_autoptr(DaybookRow) box = box_of (&book, NUMBER);
  g_autoptr(DaybookRow) row = case_row (&book, &id);
  g_autoptr(GError) error = NULL;
  g_assert_null (daybook_box_act_match (box, row, daybook_store_get_agent (book.store), BOOK_NOW, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  commit (&book, daybook_box_act_release (box, daybook_store_get_agent (book.store)));
  assert_box (&book, NUMBER, DAYBOOK_BOX_WAITING, NULL);
  book_close (&book);
}

/* Undo takes the match back with what the case was told, then the box. */
static void
test_all_is_taken_back (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);
  g_autofree char *number = scan (&book, NUMBER);
  DaybookId id = make_return (&book, NULL);

  match (&book, NUMBER, &id);
  daybook_outcome_free (daybook_store_undo (book.store, NULL, &error));
  g_assert_no_error (error);
  assert_box (&book, NUMBER, DAYBOOK_BOX_WAITING, NULL);
  g_assert_cmpuint (count_goods_events (&book), ==, 0);
  daybook_outcome_free (daybook_store_redo (book.store, &error));
  assert_box (&book, NUMBER, DAYBOOK_BOX_MATCHED, &id);
  book_close (&book);
}

/* Scanned twice it is one; scanned again after it was taken back, it is there again. */
static void
test_a_box_is_one (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);
  g_autofree char *first = scan (&book, NUMBER);
  g_autofree char *second = scan (&book, "sf 1234567890123");

  g_assert_cmpuint (book_count (&book, &daybook_boxes, ""), ==, 1);
  daybook_outcome_free (daybook_store_undo (book.store, NULL, &error));
  g_assert_null (box_of (&book, NUMBER));
  g_autofree char *third = scan (&book, NUMBER);
  assert_box (&book, NUMBER, DAYBOOK_BOX_WAITING, NULL);
  book_close (&book);
}

/* The case that is made, or is given the number, later is offered the box. */
static void
test_a_waiting_box_is_offered (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);
  g_autofree char *number = scan (&book, NUMBER);
  DaybookId id = make_return (&book, "sf-1234567890123");
  g_autoptr(DaybookRow) row = case_row (&book, &id);
  g_autoptr(GPtrArray) boxes = daybook_reader_boxes_of (reader_of (&book), row, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (boxes->len, ==, 1);
  match (&book, NUMBER, &id);
  g_autoptr(GPtrArray) matched = daybook_reader_boxes_of (reader_of (&book), row, &error);
  g_assert_cmpuint (matched->len, ==, 1);
  DaybookId other = make_return (&book, NUMBER);
  g_autoptr(DaybookRow) other_row = case_row (&book, &other);
  g_autoptr(GPtrArray) none = daybook_reader_boxes_of (reader_of (&book), other_row, &error);
  g_assert_cmpuint (none->len, ==, 0);
  book_close (&book);
}

static void
test_what_is_no_number_is_refused (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);

  g_assert_null (daybook_reader_find_parcel (reader_of (&book), "a box", &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  book_close (&book);
}

/* --- Two laptops ---------------------------------------------------------------------------- */

/* Both scan the same box, offline: it is one. What one laptop makes of it, the other has. */
static void
test_two_laptops_have_one_box (void)
{
  Shop shop;
  shop_open (&shop);
  DaybookId id = make_return (&shop.a, NULL);
  g_autofree char *a = scan (&shop.a, NUMBER);
  g_autofree char *b = scan (&shop.b, NUMBER);

  shop_publish (&shop, &shop.a, 'a');
  shop_publish (&shop, &shop.b, 'a');
  shop_deliver (&shop);
  g_assert_cmpuint (book_count (&shop.a, &daybook_boxes, ""), ==, 1);
  g_assert_cmpuint (book_count (&shop.b, &daybook_boxes, ""), ==, 1);
  match (&shop.a, NUMBER, &id);
  case_set (&shop.a, &id, "back", daybook_value_text (NUMBER));
  shop_publish (&shop, &shop.a, 'a');
  shop_deliver (&shop);
  assert_box (&shop.b, NUMBER, DAYBOOK_BOX_MATCHED, &id);
  assert_n_cases (&shop.b, 1);
  shop_close (&shop);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/box/case", test_a_case_is_found_by_its_parcel);
  g_test_add_func ("/box/only-parcels", test_only_parcels_are_found);
  g_test_add_func ("/box/follows", test_numbers_follow_the_case);
  g_test_add_func ("/box/doubt", test_a_doubt_is_left_to_a_person);
  g_test_add_func ("/box/order", test_an_order_is_found_by_its_parcels);
  g_test_add_func ("/box/refund", test_an_order_is_found_by_its_refund);
  g_test_add_func ("/box/match", test_a_box_waits_and_is_matched);
  g_test_add_func ("/box/undo", test_all_is_taken_back);
  g_test_add_func ("/box/one", test_a_box_is_one);
  g_test_add_func ("/box/offered", test_a_waiting_box_is_offered);
  g_test_add_func ("/box/no-number", test_what_is_no_number_is_refused);
  g_test_add_func ("/box/two-laptops", test_two_laptops_have_one_box);

  return g_test_run ();
}
