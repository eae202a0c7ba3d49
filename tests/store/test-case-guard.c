/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

/* What a person does is held to the registers' rules in the transaction that writes it, by what
 * the book holds then. */

#define BOUGHT 2
#define PAID 12800

/* asked → agreed → received → done; asked, agreed → withdrawn. From an end nothing leads back
 * but for done → received. */
#define DEFINITION(key, prefix, fields) \
  "{\"register\": \"" key "\", \"prefix\": \"" prefix "\", \"title\": \"Goods back\", \"assign\": [\"owner\", \"agent\"]," \
  " \"fields\": {" fields "}," \
  " \"money\": {\"refund\": \"refund\"}," \
  " \"stages\": {\"asked\": {\"label\": \"Asked\", \"moves\": [\"agreed\", \"withdrawn\"]}," \
  "  \"agreed\": {\"label\": \"Agreed\", \"requires\": [\"subject\"], \"moves\": [\"received\", \"withdrawn\"]}," \
  "  \"received\": {\"label\": \"Received\", \"requires\": [\"goods\", \"photos\"], \"moves\": [\"done\"]}," \
  "  \"done\": {\"label\": \"Done\", \"ends\": true, \"moves\": [\"received\"]}," \
  "  \"withdrawn\": {\"label\": \"Withdrawn\", \"ends\": true}}}"

#define GOODS "\"goods\": {\"type\": \"lines\", \"label\": \"Goods\"}, \"photos\": {\"type\": \"photos\", \"label\": \"Photos\"}"
#define PLACE "\"place\": {\"type\": \"text\", \"label\": \"Place\"}"
#define MORE \
  "\"a\": {\"type\": \"text\", \"label\": \"A\"}, \"b\": {\"type\": \"text\", \"label\": \"B\"}, \"c\": {\"type\": \"text\", \"label\": \"C\"}"
#define REFUND "\"refund\": {\"type\": \"money\", \"label\": \"Refund\"}"

typedef struct
{
  Book      book;
  DaybookId order;
  DaybookId line;
} Fixture;

static void
set_up (Fixture *fixture)
{
  book_open (&fixture->book);
  case_adopt (&fixture->book, DEFINITION ("back", "BA", GOODS ", " PLACE ", " REFUND));
  case_adopt (&fixture->book, DEFINITION ("swap", "SW", GOODS ", " PLACE ", " REFUND));
  fixture->order = case_add_order (&fixture->book, "1001", BOUGHT, &fixture->line);
}

static void
tear_down (Fixture *fixture)
{
  book_close (&fixture->book);
}

/* A case of the order. */
static DaybookId
make_case (Fixture    *fixture,
           const char *key)
{
  DaybookCaseDraft *draft = case_begin (&fixture->book, key);
  g_autoptr(DaybookRow) order = book_row (&fixture->book, &daybook_orders, &fixture->order);

  daybook_case_draft_take_order (draft, order);
  case_put (draft, "subject", daybook_value_text ("Too small"));
  return case_save (&fixture->book, draft);
}

static void
move (Fixture         *fixture,
      const DaybookId *id,
      const char      *stage)
{
  DaybookCaseDraft *draft = case_open (&fixture->book, id);

  case_move (draft, stage);
  case_save (&fixture->book, draft);
}

static void
move_refused (Fixture         *fixture,
              const DaybookId *id,
              const char      *stage,
              const char      *said)
{
  DaybookCaseDraft *draft = case_open (&fixture->book, id);

  case_move (draft, stage);
  case_save_refused (&fixture->book, draft, said);
}

/* As an import or another laptop would: no rule is asked. */
static void
force (Fixture         *fixture,
       const DaybookId *id,
       const char      *name,
       DaybookValue     value)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_IMPORT);
  g_autoptr(DaybookRow) row = case_row (&fixture->book, id);

  daybook_edit_set (edit, row->table, id, (guint) daybook_table_field (row->table, name), value);
  case_commit (&fixture->book, edit);
}

/* --- Two at once ---------------------------------------------------------------- */

/* Both have seen the same case: the second one's move does not go from where it is now. */
static void
test_the_second_of_two_is_held_to_what_the_first_has_done (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");
  DaybookCaseDraft *first = case_open (&fixture.book, &id);
  DaybookCaseDraft *second = case_open (&fixture.book, &id);

  case_move (first, "withdrawn");
  case_move (second, "agreed");
  case_save (&fixture.book, first);
  case_save_refused (&fixture.book, second, "From “Withdrawn” a case does not go to “Agreed”.");
  case_assert_text (&fixture.book, &id, "stage", "withdrawn");
  tear_down (&fixture);
}

/* One takes away what the other's stage demands. */
static void
test_what_a_move_needs_is_asked_of_the_book (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");
  DaybookCaseDraft *first = case_open (&fixture.book, &id);
  DaybookCaseDraft *second = case_open (&fixture.book, &id);

  case_put (first, "subject", (DaybookValue) DAYBOOK_VALUE_INIT);
  case_move (second, "agreed");
  case_save (&fixture.book, first);
  case_save_refused (&fixture.book, second, "“Agreed” needs: Subject.");
  tear_down (&fixture);
}

static void
test_two_refunds_at_once (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId a = make_case (&fixture, "back");
  DaybookId b = make_case (&fixture, "back");
  DaybookCaseDraft *first = case_open (&fixture.book, &a);
  DaybookCaseDraft *second = case_open (&fixture.book, &b);

  case_put (first, "refund", daybook_value_int (PAID));
  case_put (second, "refund", daybook_value_int (1));
  case_save (&fixture.book, first);
  case_save_refused (&fixture.book, second, "¥0.01 cannot go back: ¥128.00 was paid, and ¥128.00 of it goes back by other cases.");
  tear_down (&fixture);
}

/* --- Refusals ------------------------------------------------------------------------ */

/* All that a refused edit could leave behind. */
static char *
traces (Book *book)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          book_number (book, "SELECT count (*) FROM acts"),
                          book_number (book, "SELECT count (*) FROM ops"),
                          book_number (book, "SELECT count (*) FROM events"),
                          book_number (book, "SELECT count (*) FROM cases"),
                          book_number (book, "SELECT sum (value) FROM local WHERE key LIKE 'number %'"));
}

static void
test_a_refused_edit_leaves_nothing (void)
{
  static const DaybookCaseEvent note = { .kind = DAYBOOK_EVENT_NOTE, .text = "she called" };
  Fixture fixture;
  set_up (&fixture);
  DaybookId a = make_case (&fixture, "back");
  DaybookId b = make_case (&fixture, "back");
  g_autofree char *before = traces (&fixture.book);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookCaseDraft) good = case_open (&fixture.book, &a);
  g_autoptr(DaybookCaseDraft) bad = case_open (&fixture.book, &b);
  g_autoptr(DaybookCaseDraft) new = case_begin (&fixture.book, "back");

  case_move (good, "agreed");
  case_put (good, "place", daybook_value_text ("on the shelf"));
  daybook_case_draft_build (good, NULL, edit);
  daybook_case_draft_build (new, NULL, edit);
  daybook_case_event_add (edit, daybook_case_draft_row (good), &note, NULL, BOOK_NOW, NULL);
  case_move (bad, "done");
  daybook_case_draft_build (bad, NULL, edit);
  case_commit_refused (&fixture.book, edit, "BA-A1002: From “Asked” a case does not go to “Done”.");

  g_autofree char *after = traces (&fixture.book);
  g_assert_cmpstr (after, ==, before);
  case_assert_text (&fixture.book, &a, "stage", "asked");
  g_autoptr(DaybookRow) row = case_row (&fixture.book, &a);
  g_assert_false (daybook_row_has (row, case_field (&fixture.book, "back", "place")));

  /* The next one is as if nothing had been. */
  DaybookId next = make_case (&fixture, "back");
  case_assert_text (&fixture.book, &next, "number", "BA-A1003");
  tear_down (&fixture);
}

/* Roles and files are looked up in the book. */
static void
test_what_the_book_knows_of_a_case (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");
  DaybookId agent = case_add_agent (&fixture.book, "小李", DAYBOOK_ROLE_AGENT);
  DaybookId part_time = case_add_agent (&fixture.book, "小张", DAYBOOK_ROLE_PART_TIME);
  g_autoptr(DaybookEdit) photo = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookEdit) goods = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);

  DaybookCaseDraft *draft = case_open (&fixture.book, &id);
  case_put (draft, "need", daybook_value_text ("Look at it"));
  case_put (draft, "expected_at", daybook_value_int (BOOK_NOW + 60));
  case_put (draft, "handler", daybook_value_id (&part_time));
  case_save_refused (&fixture.book, draft, "Cases of “Goods back” are not given to people of this role. Choose somebody else.");
  case_set (&fixture.book, &id, "need", daybook_value_text ("Look at it"));
  case_set (&fixture.book, &id, "expected_at", daybook_value_int (BOOK_NOW + 60));
  case_set (&fixture.book, &id, "handler", daybook_value_id (&agent));

  move (&fixture, &id, "agreed");
  move_refused (&fixture, &id, "received", "“Received” needs: Goods, Photos.");
  case_add_goods (goods, &id, &(CaseGoods) { &fixture.line, 1, -1, -1 });
  case_commit (&fixture.book, goods);
  move_refused (&fixture, &id, "received", "“Received” needs: Photos.");
  case_add_photo (photo, &id, "aa");
  case_commit (&fixture.book, photo);
  move (&fixture, &id, "received");
  tear_down (&fixture);
}

/* Goods and photos that come with the move. */
static void
test_what_comes_in_the_same_edit_counts (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);

  move (&fixture, &id, "agreed");
  g_autoptr(DaybookCaseDraft) draft = case_open (&fixture.book, &id);
  case_move (draft, "received");
  daybook_case_draft_build (draft, NULL, edit);
  case_add_goods (edit, &id, &(CaseGoods) { &fixture.line, 1, -1, -1 });
  case_add_photo (edit, &id, "aa");
  case_commit (&fixture.book, edit);
  case_assert_text (&fixture.book, &id, "stage", "received");
  tear_down (&fixture);
}

/* --- Who is not held to it ---------------------------------------------------------- */

static void
test_imports_and_rules_are_held_to_nothing (void)
{
  static const DaybookActKind KINDS[] = { DAYBOOK_ACT_IMPORT, DAYBOOK_ACT_RULE, DAYBOOK_ACT_SAMPLE };
  Fixture fixture;
  set_up (&fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, KINDS[i]);
      DaybookId id = make_case (&fixture, "back");
      g_autoptr(DaybookCaseDraft) draft = case_open (&fixture.book, &id);

      case_move (draft, "done");
      case_put (draft, "refund", daybook_value_int (2 * PAID));
      daybook_case_draft_build (draft, NULL, edit);
      case_add_goods (edit, &id, &(CaseGoods) { &fixture.line, 9, 9, 9 });
      case_commit (&fixture.book, edit);
      case_assert_text (&fixture.book, &id, "stage", "done");
    }
  tear_down (&fixture);
}

static void
test_an_undo_goes_ways_that_are_no_moves (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");

  move (&fixture, &id, "withdrawn");
  move_refused (&fixture, &id, "asked", "From “Withdrawn” a case does not go to “Asked”.");
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, NULL);
  g_assert_cmpuint (undone->n_kept, ==, 0);
  case_assert_text (&fixture.book, &id, "stage", "asked");
  const DaybookValue none = DAYBOOK_VALUE_INIT;
  case_assert (&fixture.book, &id, "closed_at", &none);
  tear_down (&fixture);
}

/* Of a register that cannot be read there are no rules, and in the trash none counts. */
static void
test_what_no_rule_is_about (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");

  case_set (&fixture.book, &id, "deleted", daybook_value_int (1));
  case_set (&fixture.book, &id, "stage", daybook_value_text ("done"));
  case_set (&fixture.book, &id, "deleted", daybook_value_int (0));
  book_run_sql (&fixture.book, "UPDATE cases SET register = 'saints'");
  case_set (&fixture.book, &id, "stage", daybook_value_text ("asked"));
  tear_down (&fixture);
}

/* --- Goods ------------------------------------------------------------------------------ */

static void
add_goods (Fixture         *fixture,
           const DaybookId *id,
           CaseGoods        goods)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);

  case_add_goods (edit, id, &goods);
  case_commit (&fixture->book, edit);
}

static void
goods_refused (Fixture         *fixture,
               const DaybookId *id,
               CaseGoods        goods,
               const char      *said)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);

  case_add_goods (edit, id, &goods);
  case_commit_refused (&fixture->book, edit, said);
}

#define THREE_IN_CASES "“红色连衣裙”: 2 were bought, and 3 would be in cases like this one. Lower the quantity."

static void
test_no_more_comes_back_than_was_bought (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");

  goods_refused (&fixture, &id, (CaseGoods) { &fixture.line, 3, -1, -1 }, THREE_IN_CASES);
  add_goods (&fixture, &id, (CaseGoods) { &fixture.line, 2, -1, -1 });
  goods_refused (&fixture, &id, (CaseGoods) { &fixture.line, 1, -1, -1 }, THREE_IN_CASES);
  add_goods (&fixture, &id, (CaseGoods) { &fixture.line, -1, -1, -1 });
  tear_down (&fixture);
}

static void
test_a_quantity_that_is_changed (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  DaybookId goods = case_add_goods (edit, &id, &(CaseGoods) { &fixture.line, 2, -1, -1 });
  case_commit (&fixture.book, edit);

  g_autoptr(DaybookEdit) more = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  daybook_edit_set (more, &daybook_case_lines, &goods, DAYBOOK_CASE_LINE_QUANTITY, daybook_value_int (3));
  case_commit_refused (&fixture.book, more, THREE_IN_CASES);

  /* Goods in the trash are none. */
  g_autoptr(DaybookEdit) away = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  daybook_edit_delete (away, &daybook_case_lines, &goods);
  case_commit (&fixture.book, away);
  add_goods (&fixture, &id, (CaseGoods) { &fixture.line, 2, -1, -1 });
  g_autoptr(DaybookEdit) back = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  daybook_edit_restore (back, &daybook_case_lines, &goods);
  case_commit_refused (&fixture.book, back, "2 were bought, and 4 would be in cases like this one. Lower the quantity.");
  tear_down (&fixture);
}

static void
test_a_new_case_with_too_many_goods (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookCaseDraft) draft = case_begin (&fixture.book, "back");

  daybook_case_draft_build (draft, NULL, edit);
  case_add_goods (edit, &daybook_case_draft_row (draft)->id, &(CaseGoods) { &fixture.line, 3, -1, -1 });
  case_commit_refused (&fixture.book, edit, THREE_IN_CASES);
  g_assert_cmpuint (case_count (&fixture.book, "back", ""), ==, 0);
  g_assert_cmpuint (book_count (&fixture.book, &daybook_case_lines, ""), ==, 0);
  tear_down (&fixture);
}

static void
test_open_cases_share_what_was_bought (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId first = make_case (&fixture, "back");
  DaybookId second = make_case (&fixture, "back");
  DaybookId other = make_case (&fixture, "swap");

  add_goods (&fixture, &first, (CaseGoods) { &fixture.line, 1, -1, -1 });
  add_goods (&fixture, &other, (CaseGoods) { &fixture.line, 2, -1, -1 });
  goods_refused (&fixture, &second, (CaseGoods) { &fixture.line, 2, -1, -1 }, THREE_IN_CASES);
  add_goods (&fixture, &second, (CaseGoods) { &fixture.line, 1, -1, -1 });
  tear_down (&fixture);
}

static void
test_a_closed_case_lets_go_of_its_goods (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId first = make_case (&fixture, "back");
  DaybookId second = make_case (&fixture, "back");

  add_goods (&fixture, &first, (CaseGoods) { &fixture.line, 2, -1, -1 });
  goods_refused (&fixture, &second, (CaseGoods) { &fixture.line, 1, -1, -1 }, THREE_IN_CASES);
  move (&fixture, &first, "withdrawn");
  add_goods (&fixture, &second, (CaseGoods) { &fixture.line, 1, -1, -1 });

  /* It cannot be as open as it was. */
  force (&fixture, &first, "stage", daybook_value_text ("done"));
  g_autoptr(DaybookEdit) photo = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  case_add_photo (photo, &first, "aa");
  case_commit (&fixture.book, photo);
  move_refused (&fixture, &first, "received", THREE_IN_CASES);
  tear_down (&fixture);
}

static void
test_a_case_in_the_trash_lets_go_of_its_goods (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId first = make_case (&fixture, "back");
  DaybookId second = make_case (&fixture, "back");

  add_goods (&fixture, &first, (CaseGoods) { &fixture.line, 2, -1, -1 });
  case_set (&fixture.book, &first, "deleted", daybook_value_int (1));
  add_goods (&fixture, &second, (CaseGoods) { &fixture.line, 1, -1, -1 });
  g_autoptr(DaybookEdit) back = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  daybook_edit_restore (back, &daybook_cases, &first);
  case_commit_refused (&fixture.book, back, THREE_IN_CASES);
  tear_down (&fixture);
}

static void
test_what_came_back_and_what_of_it_is_damaged (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");

  goods_refused (&fixture, &id, (CaseGoods) { &fixture.line, 2, 3, -1 }, "“红色连衣裙”: 2 were bought, and 3 cannot have come back. Check how many were received.");
  goods_refused (&fixture, &id, (CaseGoods) { &fixture.line, 2, 1, 2 }, "“红色连衣裙”: 1 came back, and 2 of them cannot be damaged. Check how many were received.");
  goods_refused (&fixture, &id, (CaseGoods) { NULL, 2, 1, 2 }, "“A hinge”: 1 came back, and 2 of them cannot be damaged. Check how many were received.");
  add_goods (&fixture, &id, (CaseGoods) { &fixture.line, 2, 2, 2 });
  tear_down (&fixture);
}

static void
test_a_quantity_is_not_below_nothing (void)
{
  static const guint FIELDS[] = { DAYBOOK_CASE_LINE_QUANTITY, DAYBOOK_CASE_LINE_RECEIVED, DAYBOOK_CASE_LINE_DAMAGED };
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");

  for (gsize i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);

      case_add_goods (edit, &id, &(CaseGoods) { NULL, -1, -1, -1 });
      daybook_edit_give (edit, FIELDS[i], daybook_value_int (-1));
      case_commit_refused (&fixture.book, edit, "“A hinge”: a quantity is not below nothing.");
    }
  tear_down (&fixture);
}

/* Goods that are in no order, and an order that does not say how many. */
static void
test_how_many_were_bought_may_be_unknown (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");

  add_goods (&fixture, &id, (CaseGoods) { NULL, 100, 50, 25 });
  book_run_sql (&fixture.book, "UPDATE order_lines SET quantity = NULL");
  add_goods (&fixture, &id, (CaseGoods) { &fixture.line, 100, 50, 25 });
  tear_down (&fixture);
}

/* --- Money -------------------------------------------------------------------------------- */

static void
refund_refused (Fixture         *fixture,
                const DaybookId *id,
                gint64           refund,
                const char      *said)
{
  DaybookCaseDraft *draft = case_open (&fixture->book, id);

  case_put (draft, "refund", daybook_value_int (refund));
  case_save_refused (&fixture->book, draft, said);
}

/* The case takes so much, and one more is too much. */
static void
assert_rest (Fixture         *fixture,
             const DaybookId *id,
             gint64           rest)
{
  refund_refused (fixture, id, rest + 1, "cannot go back");
  case_set (&fixture->book, id, "refund", daybook_value_int (rest));
  case_set (&fixture->book, id, "refund", (DaybookValue) DAYBOOK_VALUE_INIT);
}

static void
test_what_goes_back_by_another_case (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId first = make_case (&fixture, "back");
  DaybookId second = make_case (&fixture, "back");
  DaybookId other = make_case (&fixture, "swap");

  assert_rest (&fixture, &first, PAID);
  case_set (&fixture.book, &first, "refund", daybook_value_int (10000));
  assert_rest (&fixture, &second, PAID - 10000);
  refund_refused (&fixture, &second, 2801, "¥28.01 cannot go back: ¥128.00 was paid, and ¥100.00 of it goes back by other cases.");

  /* Whatever its register. */
  case_set (&fixture.book, &other, "refund", daybook_value_int (2000));
  assert_rest (&fixture, &second, PAID - 12000);
  tear_down (&fixture);
}

/* What was decided counts while the case is open, and then what has moved. */
static void
test_a_closed_case_counts_if_money_has_moved (void)
{
  static const DaybookCaseEvent paid = { .kind = DAYBOOK_EVENT_MONEY, .amount = 10000, .way = DAYBOOK_WAY_PLATFORM };
  Fixture fixture;
  set_up (&fixture);
  DaybookId first = make_case (&fixture, "back");
  DaybookId second = make_case (&fixture, "back");
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);

  case_set (&fixture.book, &first, "refund", daybook_value_int (10000));
  move (&fixture, &first, "withdrawn");
  assert_rest (&fixture, &second, PAID);
  g_autoptr(DaybookRow) row = case_row (&fixture.book, &first);
  daybook_case_event_add (edit, row, &paid, NULL, BOOK_NOW, NULL);
  DaybookId act = case_commit (&fixture.book, edit);
  assert_rest (&fixture, &second, PAID - 10000);

  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &act);
  assert_rest (&fixture, &second, PAID);
  tear_down (&fixture);
}

static void
test_cases_that_do_not_count (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId first = make_case (&fixture, "back");
  DaybookId second = make_case (&fixture, "back");
  DaybookId other_line;
  DaybookId other_order = case_add_order (&fixture.book, "1002", 1, &other_line);

  case_set (&fixture.book, &first, "refund", daybook_value_int (10000));
  case_set (&fixture.book, &first, "deleted", daybook_value_int (1));
  assert_rest (&fixture, &second, PAID);
  case_set (&fixture.book, &first, "deleted", daybook_value_int (0));
  assert_rest (&fixture, &second, PAID - 10000);
  force (&fixture, &first, "merged_into", daybook_value_id (&second));
  assert_rest (&fixture, &second, PAID);
  force (&fixture, &first, "merged_into", (DaybookValue) DAYBOOK_VALUE_INIT);
  case_set (&fixture.book, &first, "order", daybook_value_id (&other_order));
  assert_rest (&fixture, &second, PAID);
  tear_down (&fixture);
}

/* Without an order, or in another currency, nobody knows what was paid. */
static void
test_what_was_paid_may_be_unknown (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");

  book_run_sql (&fixture.book, "UPDATE cases SET currency = 'USD'");
  case_set (&fixture.book, &id, "refund", daybook_value_int (2 * PAID));
  book_run_sql (&fixture.book, "UPDATE cases SET currency = 'CNY'");
  refund_refused (&fixture, &id, 2 * PAID + 1, "cannot go back");
  case_set (&fixture.book, &id, "order", (DaybookValue) DAYBOOK_VALUE_INIT);
  case_set (&fixture.book, &id, "refund", daybook_value_int (2 * PAID + 1));

  /* Once it has an order, that one's payment counts. */
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  daybook_edit_set (edit, &daybook_cases, &id, DAYBOOK_CASE_ORDER, daybook_value_id (&fixture.order));
  case_commit_refused (&fixture.book, edit, "cannot go back");
  tear_down (&fixture);
}

/* --- What holds nobody up ------------------------------------------------------------------- */

/* The platform has sent a corrected export: the case says more goods than were bought. Whoever
 * writes something else into it is not asked to mend that first. */
static void
test_goods_that_nobody_touches_hold_nothing_up (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");
  g_autoptr(DaybookEdit) import = case_edit (&fixture.book, DAYBOOK_ACT_IMPORT);

  add_goods (&fixture, &id, (CaseGoods) { &fixture.line, 2, -1, -1 });
  daybook_edit_set (import, &daybook_order_lines, &fixture.line, DAYBOOK_LINE_QUANTITY, daybook_value_int (1));
  case_commit (&fixture.book, import);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  g_autoptr(GError) error = NULL;
  daybook_edit_set (edit, &daybook_cases, &id, DAYBOOK_CASE_SUBJECT, daybook_value_text ("Much too small"));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (fixture.book.store, edit, &error);
  g_assert_no_error (error);
  tear_down (&fixture);
}

/* A case that was received with goods and photos has them, until somebody moves it. */
static void
test_goods_that_a_stage_demands_are_not_taken_away (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookEdit) away = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  DaybookId goods = case_add_goods (edit, &id, &(CaseGoods) { &fixture.line, 1, -1, -1 });

  case_add_photo (edit, &id, "aa");
  case_commit (&fixture.book, edit);
  move (&fixture, &id, "agreed");
  move (&fixture, &id, "received");
  daybook_edit_delete (away, &daybook_case_lines, &goods);
  case_commit_refused (&fixture.book, away, "“Received” needs: Goods.");
  tear_down (&fixture);
}

static void
test_photos_that_a_stage_demands_are_not_taken_away (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookEdit) away = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);

  case_add_goods (edit, &id, &(CaseGoods) { &fixture.line, 1, -1, -1 });
  case_add_photo (edit, &id, "aa");
  case_commit (&fixture.book, edit);
  move (&fixture, &id, "agreed");
  move (&fixture, &id, "received");
  g_autoptr(GPtrArray) photos = daybook_reader_parts (daybook_store_get_reader (fixture.book.store), &daybook_attachments,
                                                      DAYBOOK_ATTACHMENT_CASE, &id, NULL);
  g_assert_cmpuint (photos->len, ==, 1);
  daybook_edit_delete (away, &daybook_attachments, &((DaybookRow *) g_ptr_array_index (photos, 0))->id);
  case_commit_refused (&fixture.book, away, "“Received” needs: Photos.");
  tear_down (&fixture);
}

/* The definition changes in the same edit: the case as it was is compared field by field, not
 * place by place. */
static void
test_a_definition_that_changes_with_its_cases (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "back");
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  g_autoptr(GError) error = NULL;

  force (&fixture, &id, "refund", daybook_value_int (2 * PAID));
  g_autofree char *key = daybook_registers_adopt (daybook_store_get_reader (fixture.book.store), edit,
                                                  DEFINITION ("back", "BA", GOODS ", " MORE ", " PLACE ", " REFUND),
                                                  "back.json", &error);
  g_assert_no_error (error);
  daybook_edit_set (edit, &daybook_cases, &id, DAYBOOK_CASE_SUBJECT, daybook_value_text ("Much too small"));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (fixture.book.store, edit, &error);
  g_assert_no_error (error);
  case_assert_int (&fixture.book, &id, "refund", 2 * PAID);
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-guard/the-second-of-two-is-held-to-what-the-first-has-done", test_the_second_of_two_is_held_to_what_the_first_has_done);
  g_test_add_func ("/case-guard/what-a-move-needs-is-asked-of-the-book", test_what_a_move_needs_is_asked_of_the_book);
  g_test_add_func ("/case-guard/two-refunds-at-once", test_two_refunds_at_once);
  g_test_add_func ("/case-guard/a-refused-edit-leaves-nothing", test_a_refused_edit_leaves_nothing);
  g_test_add_func ("/case-guard/what-the-book-knows-of-a-case", test_what_the_book_knows_of_a_case);
  g_test_add_func ("/case-guard/what-comes-in-the-same-edit-counts", test_what_comes_in_the_same_edit_counts);
  g_test_add_func ("/case-guard/imports-and-rules-are-held-to-nothing", test_imports_and_rules_are_held_to_nothing);
  g_test_add_func ("/case-guard/an-undo-goes-ways-that-are-no-moves", test_an_undo_goes_ways_that_are_no_moves);
  g_test_add_func ("/case-guard/what-no-rule-is-about", test_what_no_rule_is_about);
  g_test_add_func ("/case-guard/no-more-comes-back-than-was-bought", test_no_more_comes_back_than_was_bought);
  g_test_add_func ("/case-guard/a-quantity-that-is-changed", test_a_quantity_that_is_changed);
  g_test_add_func ("/case-guard/a-new-case-with-too-many-goods", test_a_new_case_with_too_many_goods);
  g_test_add_func ("/case-guard/open-cases-share-what-was-bought", test_open_cases_share_what_was_bought);
  g_test_add_func ("/case-guard/a-closed-case-lets-go-of-its-goods", test_a_closed_case_lets_go_of_its_goods);
  g_test_add_func ("/case-guard/a-case-in-the-trash-lets-go-of-its-goods", test_a_case_in_the_trash_lets_go_of_its_goods);
  g_test_add_func ("/case-guard/what-came-back-and-what-of-it-is-damaged", test_what_came_back_and_what_of_it_is_damaged);
  g_test_add_func ("/case-guard/a-quantity-is-not-below-nothing", test_a_quantity_is_not_below_nothing);
  g_test_add_func ("/case-guard/how-many-were-bought-may-be-unknown", test_how_many_were_bought_may_be_unknown);
  g_test_add_func ("/case-guard/what-goes-back-by-another-case", test_what_goes_back_by_another_case);
  g_test_add_func ("/case-guard/a-closed-case-counts-if-money-has-moved", test_a_closed_case_counts_if_money_has_moved);
  g_test_add_func ("/case-guard/cases-that-do-not-count", test_cases_that_do_not_count);
  g_test_add_func ("/case-guard/what-was-paid-may-be-unknown", test_what_was_paid_may_be_unknown);
  g_test_add_func ("/case-guard/goods-that-nobody-touches-hold-nothing-up", test_goods_that_nobody_touches_hold_nothing_up);
  g_test_add_func ("/case-guard/goods-that-a-stage-demands-are-not-taken-away", test_goods_that_a_stage_demands_are_not_taken_away);
  g_test_add_func ("/case-guard/photos-that-a-stage-demands-are-not-taken-away", test_photos_that_a_stage_demands_are_not_taken_away);
  g_test_add_func ("/case-guard/a-definition-that-changes-with-its-cases", test_a_definition_that_changes_with_its_cases);

  return g_test_run ();
}
