/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include <string.h>

/* An undo takes nothing back that would break what a register demands: that case stays, with the
 * reason, and the rest goes back. */

#define DEFINITION \
  "{\"register\": \"back\", \"prefix\": \"BA\", \"title\": \"Goods back\"," \
  " \"money\": {\"refund\": \"refund\"}, \"fields\": {\"goods\": {\"type\": \"lines\", \"label\": \"Goods\"}, \"refund\": {\"type\": \"money\", \"label\": \"Refund\"}}," \
  " \"stages\": {\"asked\": {\"label\": \"Asked\", \"moves\": [\"agreed\", \"withdrawn\"]}," \
  "  \"agreed\": {\"label\": \"Agreed\", \"requires\": [\"opinion\"], \"moves\": [\"asked\", \"withdrawn\"]}," \
  "  \"withdrawn\": {\"label\": \"Withdrawn\", \"ends\": true, \"moves\": [\"asked\"]}}}"

typedef struct
{
  Book      book;
  DaybookId order;
  DaybookId line;
  DaybookId first;
  DaybookId second;
} Fixture;

static DaybookId
make_case (Fixture *fixture)
{
  DaybookCaseDraft *draft = case_begin (&fixture->book, "back");
  g_autoptr(DaybookRow) order = book_row (&fixture->book, &daybook_orders, &fixture->order);

  daybook_case_draft_take_order (draft, order);
  return case_save (&fixture->book, draft);
}

static void
set_up (Fixture *fixture)
{
  book_open (&fixture->book);
  case_adopt (&fixture->book, DEFINITION);
  fixture->order = case_add_order (&fixture->book, "1001", 2, &fixture->line);
  fixture->first = make_case (fixture);
  fixture->second = make_case (fixture);
}

static void
tear_down (Fixture *fixture)
{
  book_close (&fixture->book);
}

/* Both in one act, as a bulk change does; returns the act. */
static DaybookId
move_both (Fixture    *fixture,
           const char *stage)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  const DaybookId *const ids[] = { &fixture->first, &fixture->second };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(DaybookCaseDraft) draft = case_open (&fixture->book, ids[i]);

      case_move (draft, stage);
      daybook_case_draft_build (draft, NULL, edit);
    }
  return case_commit (&fixture->book, edit);
}

static DaybookId
move (Fixture         *fixture,
      const DaybookId *id,
      const char      *stage)
{
  g_autoptr(DaybookCaseDraft) draft = case_open (&fixture->book, id);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);

  case_move (draft, stage);
  daybook_case_draft_build (draft, NULL, edit);
  return case_commit (&fixture->book, edit);
}

static void
add_goods (Fixture         *fixture,
           const DaybookId *id,
           int              quantity)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);

  case_add_goods (edit, id, &(CaseGoods) { &fixture->line, quantity, -1, -1 });
  case_commit (&fixture->book, edit);
}

static void
assert_kept (DaybookOutcome  *undone,
             const char      *number,
             const char      *reason)
{
  g_assert_cmpuint (undone->n_kept, ==, 1);
  g_assert_cmpuint (undone->kept->len, ==, 1);

  const DaybookKept *kept = g_ptr_array_index (undone->kept, 0);
  g_assert_cmpstr (kept->title, ==, number);
  g_assert_cmpstr (kept->reason, ==, reason);
}

/* Between, another case has taken the goods that the first had let go. */
static void
test_goods_that_are_in_another_case_by_now (void)
{
  Fixture fixture;
  set_up (&fixture);
  add_goods (&fixture, &fixture.first, 2);
  DaybookId act = move_both (&fixture, "withdrawn");
  DaybookId third = make_case (&fixture);
  add_goods (&fixture, &third, 1);

  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &act);
  assert_kept (undone, "BA-A1001", "“红色连衣裙”: 2 were bought, and 3 would be in cases like this one. Lower the quantity.");
  case_assert_text (&fixture.book, &fixture.first, "stage", "withdrawn");
  case_assert_text (&fixture.book, &fixture.second, "stage", "asked");
  tear_down (&fixture);
}

static void
test_money_that_goes_back_elsewhere_by_now (void)
{
  Fixture fixture;
  set_up (&fixture);
  case_set (&fixture.book, &fixture.first, "refund", daybook_value_int (12800));
  DaybookId act = move (&fixture, &fixture.first, "withdrawn");
  case_set (&fixture.book, &fixture.second, "refund", daybook_value_int (100));

  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &act);
  assert_kept (undone, "BA-A1001", "¥128.00 cannot go back: ¥128.00 was paid, and ¥1.00 of it goes back by other cases.");
  g_assert_cmpuint (undone->n_changes, ==, 0);
  case_assert_text (&fixture.book, &fixture.first, "stage", "withdrawn");
  tear_down (&fixture);
}

/* The same without an undo: it is opened again. */
static void
test_opening_again_counts_its_money (void)
{
  Fixture fixture;
  set_up (&fixture);
  case_set (&fixture.book, &fixture.first, "refund", daybook_value_int (12800));
  move (&fixture, &fixture.first, "withdrawn");
  case_set (&fixture.book, &fixture.second, "refund", daybook_value_int (100));

  DaybookCaseDraft *draft = case_open (&fixture.book, &fixture.first);
  case_move (draft, "asked");
  case_save_refused (&fixture.book, draft, "¥128.00 cannot go back: ¥128.00 was paid, and ¥1.00 of it goes back by other cases.");
  tear_down (&fixture);
}

static void
test_what_the_stage_demands_by_now (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId act = case_set (&fixture.book, &fixture.first, "opinion", daybook_value_text ("She is right"));
  move (&fixture, &fixture.first, "agreed");

  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &act);
  assert_kept (undone, "BA-A1001", "“Agreed” needs: Handling opinion.");
  case_assert_text (&fixture.book, &fixture.first, "opinion", "She is right");
  tear_down (&fixture);
}

/* A value of one act was changed since, another was not: a stage that is no end does not go with
 * the time of closing. */
static void
test_a_move_goes_back_as_one (void)
{
  Fixture fixture;
  set_up (&fixture);
  move (&fixture, &fixture.first, "withdrawn");
  DaybookId act = move (&fixture, &fixture.first, "asked");
  case_set (&fixture.book, &fixture.first, "stage", daybook_value_text ("withdrawn"));
  case_set (&fixture.book, &fixture.first, "stage", daybook_value_text ("asked"));

  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &act);
  const DaybookValue none = DAYBOOK_VALUE_INIT;
  g_assert_cmpuint (undone->n_changes, ==, 0);
  case_assert (&fixture.book, &fixture.first, "closed_at", &none);
  case_assert_int (&fixture.book, &fixture.first, "reopened", 1);
  tear_down (&fixture);
}

/* In the trash no rule is asked, but what is in it is fit to come back. */
static void
test_what_is_done_in_the_trash (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId act = case_set (&fixture.book, &fixture.first, "opinion", daybook_value_text ("She is right"));
  move (&fixture, &fixture.first, "agreed");
  case_set (&fixture.book, &fixture.first, "deleted", daybook_value_int (1));

  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &act);
  assert_kept (undone, "BA-A1001", "“Agreed” needs: Handling opinion.");
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-back/goods-that-are-in-another-case-by-now", test_goods_that_are_in_another_case_by_now);
  g_test_add_func ("/case-back/money-that-goes-back-elsewhere-by-now", test_money_that_goes_back_elsewhere_by_now);
  g_test_add_func ("/case-back/opening-again-counts-its-money", test_opening_again_counts_its_money);
  g_test_add_func ("/case-back/what-the-stage-demands-by-now", test_what_the_stage_demands_by_now);
  g_test_add_func ("/case-back/a-move-goes-back-as-one", test_a_move_goes_back_as_one);
  g_test_add_func ("/case-back/what-is-done-in-the-trash", test_what_is_done_in_the_trash);
  return g_test_run ();
}
