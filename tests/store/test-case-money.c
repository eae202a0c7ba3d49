/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/aftersale.h"
#include "core/payment.h"
#include "store/case-continue.h"
#include "store/case-merge.h"
#include "store/case-money.h"

/* What cases of one order do with the same money and the same goods, and what the platform says
 * of it. */

#define BOUGHT 2
#define PAID 12800

#define DEFINITION(key, prefix, members) \
  "{\"register\": \"" key "\", \"prefix\": \"" prefix "\", \"title\": \"" key "\"," \
  " \"fields\": {\"goods\": {\"type\": \"lines\", \"label\": \"Goods\"}, \"sum\": {\"type\": \"money\", \"label\": \"Sum\"}," \
  "  \"out\": {\"type\": \"parcel\", \"label\": \"Out\"}}," members \
  " \"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"shut\"]}, \"shut\": {\"label\": \"Shut\", \"ends\": true, \"moves\": [\"open\"]}}}"

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
  case_adopt (&fixture->book, DEFINITION ("pay", "PA", "\"money\": {\"refund\": \"sum\"},"
                                           " \"outcomes\": {\"into\": [\"more\", \"gone\"], \"stage\": \"shut\"},"));
  case_adopt (&fixture->book, DEFINITION ("more", "MO", "\"money\": {\"refund\": \"sum\"},"));
  case_adopt (&fixture->book, DEFINITION ("swap", "SW", "\"replaces\": \"out\","));
  case_adopt (&fixture->book, DEFINITION ("plain", "PL", ""));
  fixture->order = case_add_order (&fixture->book, "1001", BOUGHT, &fixture->line);
}

static void
tear_down (Fixture *fixture)
{
  book_close (&fixture->book);
}

/* A case of the order about so many pieces; 0: it names no goods. */
static DaybookId
make_case (Fixture    *fixture,
           const char *key,
           int         pieces)
{
  const CaseGoods goods = { &fixture->line, pieces, -1, -1 };
  g_autoptr(DaybookCaseDraft) draft = case_begin (&fixture->book, key);
  g_autoptr(DaybookRow) order = book_row (&fixture->book, &daybook_orders, &fixture->order);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  DaybookId id = daybook_case_draft_row (draft)->id;

  daybook_case_draft_take_order (draft, order);
  daybook_case_draft_build (draft, NULL, edit);
  if (pieces > 0)
    case_add_goods (edit, &id, &goods);
  case_commit (&fixture->book, edit);
  return id;
}

static DaybookEdit *
write_event (Fixture                *fixture,
             const DaybookId        *id,
             const DaybookCaseEvent *event)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookRow) row = case_row (&fixture->book, id);

  g_assert_true (daybook_case_event_add (edit, row, event, daybook_edit_agent (edit), BOOK_NOW, NULL));
  return g_steal_pointer (&edit);
}

static DaybookId
move_money (Fixture         *fixture,
            const DaybookId *id,
            gint64           amount,
            DaybookMoneyWay  way)
{
  const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_MONEY, .amount = amount, .way = way };
  g_autoptr(DaybookEdit) edit = write_event (fixture, id, &event);

  return case_commit (&fixture->book, edit);
}

static void
money_refused (Fixture         *fixture,
               const DaybookId *id,
               const char      *said)
{
  const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_MONEY, .amount = 100 };
  g_autoptr(DaybookEdit) edit = write_event (fixture, id, &event);

  case_commit_refused (&fixture->book, edit, said);
}

static void
mean_both (Fixture         *fixture,
           const DaybookId *id,
           const char      *other)
{
  const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_BOTH, .text = "Half of it was never sent", .reference = other };
  g_autoptr(DaybookEdit) edit = write_event (fixture, id, &event);

  case_commit (&fixture->book, edit);
}

static void
refund_refused (Fixture         *fixture,
                const DaybookId *id,
                const char      *said)
{
  DaybookCaseDraft *draft = case_open (&fixture->book, id);

  case_put (draft, "sum", daybook_value_int (100));
  case_save_refused (&fixture->book, draft, said);
}

static DaybookValue
cents (gint64 amount)
{
  return daybook_value_int (amount);
}

static void
shut (Fixture         *fixture,
      const DaybookId *id)
{
  DaybookCaseDraft *draft = case_open (&fixture->book, id);

  case_move (draft, "shut");
  case_save (&fixture->book, draft);
}

/* --- Doubles -------------------------------------------------------------------- */

#define SENDS "SW-A1001 sends other goods for these. Say first that both are meant"

static void
test_no_money_for_goods_that_are_sent_anew (void)
{
  Fixture fixture;
  set_up (&fixture);
  make_case (&fixture, "swap", BOUGHT);
  DaybookId pay = make_case (&fixture, "pay", 1);

  refund_refused (&fixture, &pay, SENDS);
  money_refused (&fixture, &pay, SENDS);
  move_money (&fixture, &pay, -100, DAYBOOK_WAY_UNKNOWN);

  mean_both (&fixture, &pay, "SW-A1001");
  case_set (&fixture.book, &pay, "sum", cents (100));
  move_money (&fixture, &pay, 100, DAYBOOK_WAY_UNKNOWN);
  tear_down (&fixture);
}

/* Another register's number, or a note of another kind, says nothing of it. */
static void
test_the_other_case_is_named (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId swap = make_case (&fixture, "swap", BOUGHT);
  DaybookId pay = make_case (&fixture, "pay", 1);

  mean_both (&fixture, &pay, "SW-A1002");
  case_note (&fixture.book, &pay, "SW-A1001");
  refund_refused (&fixture, &pay, SENDS);

  /* It may as well be said there. */
  mean_both (&fixture, &swap, "PA-A1001");
  case_set (&fixture.book, &pay, "sum", cents (100));
  tear_down (&fixture);
}

static void
test_enough_was_bought_for_both (void)
{
  Fixture fixture;
  set_up (&fixture);
  make_case (&fixture, "swap", 1);
  DaybookId pay = make_case (&fixture, "pay", 1);

  case_set (&fixture.book, &pay, "sum", cents (100));
  tear_down (&fixture);
}

static void
test_where_no_goods_are_named_all_are_meant (void)
{
  Fixture fixture;
  set_up (&fixture);
  make_case (&fixture, "swap", 1);
  DaybookId pay = make_case (&fixture, "pay", 0);

  refund_refused (&fixture, &pay, SENDS);
  tear_down (&fixture);
}

/* One that ended has sent something if its parcel is written. */
static void
test_an_exchange_that_came_to_nothing (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId swap = make_case (&fixture, "swap", BOUGHT);
  DaybookId pay = make_case (&fixture, "pay", 1);

  shut (&fixture, &swap);
  case_set (&fixture.book, &pay, "sum", cents (100));

  case_set (&fixture.book, &pay, "sum", (DaybookValue) DAYBOOK_VALUE_INIT);
  case_set (&fixture.book, &swap, "out", daybook_value_text ("SF1"));
  refund_refused (&fixture, &pay, SENDS);
  tear_down (&fixture);
}

/* The other way round: the money goes back already. */
static void
test_nothing_is_sent_for_goods_that_are_paid_back (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId pay = make_case (&fixture, "pay", BOUGHT);
  case_set (&fixture.book, &pay, "sum", cents (100));
  DaybookId swap = make_case (&fixture, "swap", BOUGHT);
  DaybookCaseDraft *draft;

  draft = case_open (&fixture.book, &swap);
  case_put (draft, "out", daybook_value_text ("SF1"));
  case_save_refused (&fixture.book, draft, "By PA-A1001 the money for these goods goes back. Say first that both are meant");

  mean_both (&fixture, &swap, "PA-A1001");
  case_set (&fixture.book, &swap, "out", daybook_value_text ("SF1"));
  tear_down (&fixture);
}

/* What is not about it goes on: lowering, other fields, registers in which nothing plays a part. */
static void
test_what_is_not_held_up (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId pay = make_case (&fixture, "pay", 1);
  DaybookId act = case_set (&fixture.book, &pay, "sum", cents (200));
  make_case (&fixture, "swap", BOUGHT);
  DaybookId plain = make_case (&fixture, "plain", 1);

  case_set (&fixture.book, &pay, "sum", cents (100));
  case_set (&fixture.book, &pay, "subject", daybook_value_text ("Too small"));
  case_set (&fixture.book, &plain, "sum", cents (100));
  move_money (&fixture, &plain, 100, DAYBOOK_WAY_UNKNOWN);
  g_autoptr(DaybookRow) row = case_row (&fixture.book, &pay);
  g_assert_cmpint (daybook_row_int (row, case_field (&fixture.book, "pay", "sum")), ==, 100);
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &act);
  g_assert_nonnull (undone);
  tear_down (&fixture);
}

/* --- What was moved ------------------------------------------------------------- */

static gint64
moved (Fixture         *fixture,
       const DaybookId *id)
{
  g_autoptr(DaybookRow) row = case_row (&fixture->book, id);
  gint64 sum = -1;

  g_assert_true (daybook_reader_case_moved (daybook_store_get_reader (fixture->book.store), row, &sum, NULL));
  return sum;
}

static void
test_moved (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId first = make_case (&fixture, "pay", 1);
  DaybookId second = make_case (&fixture, "pay", 1);

  g_assert_cmpint (moved (&fixture, &first), ==, 0);
  DaybookId act = move_money (&fixture, &first, 5000, DAYBOOK_WAY_PLATFORM);
  move_money (&fixture, &first, -1000, DAYBOOK_WAY_CASH);
  move_money (&fixture, &second, 700, DAYBOOK_WAY_CASH);
  g_assert_cmpint (moved (&fixture, &first), ==, 4000);

  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &act);
  g_assert_cmpint (moved (&fixture, &first), ==, -1000);
  book_run_sql (&fixture.book, "UPDATE events SET currency = 'EUR' WHERE amount = -1000");
  g_assert_cmpint (moved (&fixture, &first), ==, 0);
  tear_down (&fixture);
}

/* The money of a case goes where the case goes, also twice. */
static void
test_moved_by_merged_cases (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId ids[3];

  for (guint i = 0; i < 3; i++)
    {
      ids[i] = make_case (&fixture, "pay", 0);
      move_money (&fixture, &ids[i], 100 << i, DAYBOOK_WAY_UNKNOWN);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
      g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
      g_autoptr(GError) error = NULL;

      g_ptr_array_add (cases, case_row (&fixture.book, &ids[i]));
      g_ptr_array_add (cases, case_row (&fixture.book, &ids[i + 1]));
      daybook_case_merge (daybook_store_get_reader (fixture.book.store), edit, cases, g_ptr_array_index (cases, 1), NULL, BOOK_NOW, &error);
      g_assert_no_error (error);
      case_commit (&fixture.book, edit);
    }

  g_assert_cmpint (moved (&fixture, &ids[2]), ==, 700);
  tear_down (&fixture);
}

/* --- Continued ----------------------------------------------------------------------- */

static DaybookId
go_on (Fixture         *fixture,
       const DaybookId *id,
       const char      *into,
       DaybookId       *act)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookRow) row = case_row (&fixture->book, id);
  g_autoptr(GError) error = NULL;
  DaybookReader *reader = daybook_store_get_reader (fixture->book.store);
  DaybookId new_id;

  daybook_case_continue (reader, edit, row, daybook_reader_register (reader, into), "too late", BOOK_NOW, &new_id, &error);
  g_assert_no_error (error);
  *act = case_commit (&fixture->book, edit);
  return new_id;
}

static guint
count_parts (Fixture            *fixture,
             const DaybookTable *table,
             const DaybookId    *id)
{
  g_autoptr(GPtrArray) parts = daybook_reader_parts (daybook_store_get_reader (fixture->book.store), table, (guint) table->owner, id, NULL);

  return parts->len;
}

static void
test_what_is_known_goes_along (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId old = make_case (&fixture, "pay", 1);
  DaybookId act;
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);

  case_add_photo (edit, &old, "0123");
  case_commit (&fixture.book, edit);
  case_set (&fixture.book, &old, "subject", daybook_value_text ("Too small"));
  case_set (&fixture.book, &old, "out", daybook_value_text ("SF1"));
  case_set (&fixture.book, &old, "sum", cents (PAID));
  DaybookId new_id = go_on (&fixture, &old, "more", &act);

  /* All of the money, which the old one has let go of. */
  case_assert_int (&fixture.book, &new_id, "sum", PAID);
  case_assert_text (&fixture.book, &new_id, "subject", "Too small");
  case_assert_text (&fixture.book, &new_id, "out", "SF1");
  case_assert_text (&fixture.book, &new_id, "stage", "open");
  g_assert_cmpuint (count_parts (&fixture, &daybook_case_lines, &new_id), ==, 1);
  g_assert_cmpuint (count_parts (&fixture, &daybook_attachments, &new_id), ==, 1);
  g_assert_cmpuint (count_parts (&fixture, &daybook_case_links, &new_id), ==, 1);
  case_assert_text (&fixture.book, &old, "stage", "shut");
  case_assert_text (&fixture.book, &old, "result", "Continued as “more”: too late");

  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &act);
  case_assert_text (&fixture.book, &old, "stage", "open");
  case_assert_int (&fixture.book, &new_id, "deleted", 1);
  tear_down (&fixture);
}

/* What was moved stays with the case that moved it, and is not promised twice. */
static void
test_moved_money_stays (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId old = make_case (&fixture, "pay", 1);
  DaybookId act;

  case_set (&fixture.book, &old, "sum", cents (PAID));
  move_money (&fixture, &old, 100, DAYBOOK_WAY_CASH);
  DaybookId new_id = go_on (&fixture, &old, "more", &act);
  g_autoptr(DaybookRow) row = case_row (&fixture.book, &new_id);
  g_assert_false (daybook_row_has (row, case_field (&fixture.book, "more", "sum")));
  tear_down (&fixture);
}

static void
test_where_a_case_does_not_lead (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = make_case (&fixture, "pay", 1);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookRow) row = case_row (&fixture.book, &id);
  g_autoptr(GError) error = NULL;
  DaybookReader *reader = daybook_store_get_reader (fixture.book.store);
  DaybookId new_id;

  g_assert_false (daybook_case_continue (reader, edit, row, daybook_reader_register (reader, "swap"), NULL, BOOK_NOW, &new_id, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_assert_cmpuint (daybook_edit_size (edit), ==, 0);
  tear_down (&fixture);
}

/* --- The platform ------------------------------------------------------------------ */

static void
give (DaybookEdit *edit,
      guint        field,
      gint64       number)
{
  daybook_edit_give (edit, field, daybook_value_int (number));
}

static void
add_aftersale (Fixture              *fixture,
               const char           *number,
               DaybookAftersaleKind  kind,
               DaybookAftersaleStage stage,
               gint64                amount)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_IMPORT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_aftersales, &id);
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_SHOP, daybook_value_id (daybook_store_get_shop (fixture->book.store)));
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_PLATFORM, daybook_value_text ("taobao"));
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_NUMBER, daybook_value_text (number));
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_ORDER_NUMBER, daybook_value_text ("1001"));
  daybook_edit_give (edit, DAYBOOK_AFTERSALE_CURRENCY, daybook_value_text ("CNY"));
  give (edit, DAYBOOK_AFTERSALE_KIND, kind);
  give (edit, DAYBOOK_AFTERSALE_STAGE, stage);
  give (edit, DAYBOOK_AFTERSALE_AMOUNT, amount);
  give (edit, DAYBOOK_AFTERSALE_ENDED_AT, BOOK_NOW);
  case_commit (&fixture->book, edit);
}

static void
add_payment (Fixture             *fixture,
             const char          *number,
             DaybookPaymentKind   kind,
             DaybookPaymentStage  stage,
             gint64               amount)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_IMPORT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_payments, &id);
  daybook_edit_give (edit, DAYBOOK_PAYMENT_SHOP, daybook_value_id (daybook_store_get_shop (fixture->book.store)));
  daybook_edit_give (edit, DAYBOOK_PAYMENT_PLATFORM, daybook_value_text ("alipay"));
  daybook_edit_give (edit, DAYBOOK_PAYMENT_NUMBER, daybook_value_text (number));
  daybook_edit_give (edit, DAYBOOK_PAYMENT_ORDER_NUMBER, daybook_value_text ("1001"));
  daybook_edit_give (edit, DAYBOOK_PAYMENT_CURRENCY, daybook_value_text ("CNY"));
  give (edit, DAYBOOK_PAYMENT_KIND, kind);
  give (edit, DAYBOOK_PAYMENT_STAGE, stage);
  give (edit, DAYBOOK_PAYMENT_AMOUNT, amount);
  case_commit (&fixture->book, edit);
}

static void
assert_platform (Fixture         *fixture,
                 const DaybookId *id,
                 const char      *verdict,
                 const char      *said)
{
  g_autoptr(DaybookRow) row = case_row (&fixture->book, id);
  g_auto(DaybookPlatformMoney) money = { 0 };
  g_autofree char *words = NULL;

  g_assert_true (daybook_reader_platform_money (daybook_store_get_reader (fixture->book.store), row, &money, NULL));
  words = daybook_platform_money_say (&money, "CNY", daybook_store_get_zone (fixture->book.store));
  g_assert_cmpstr (daybook_platform_verdict_word (money.verdict), ==, verdict);
  g_assert_cmpstr (words, ==, said);
}

static void
test_the_list_of_refunds (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId pay = make_case (&fixture, "pay", 1);
  DaybookId other = make_case (&fixture, "pay", 1);

  assert_platform (&fixture, &pay, "silent", "");
  add_aftersale (&fixture, "1", DAYBOOK_AFTERSALE_REFUND, DAYBOOK_AFTERSALE_CLOSED, 900);
  add_aftersale (&fixture, "2", DAYBOOK_AFTERSALE_EXCHANGE, DAYBOOK_AFTERSALE_DONE, 900);
  assert_platform (&fixture, &pay, "silent", "");

  add_aftersale (&fixture, "12345", DAYBOOK_AFTERSALE_RETURN, DAYBOOK_AFTERSALE_DONE, 5000);
  assert_platform (&fixture, &pay, "differs", "Platform: refunded ¥50.00 on 22 Nov 2025, refund 12345, but by the book ¥0.00 went that way.");
  move_money (&fixture, &pay, 2000, DAYBOOK_WAY_PLATFORM);
  move_money (&fixture, &other, 3000, DAYBOOK_WAY_UNKNOWN);
  move_money (&fixture, &other, 400, DAYBOOK_WAY_CASH);
  assert_platform (&fixture, &pay, "agrees", "Platform: refunded ¥50.00 on 22 Nov 2025, refund 12345. It agrees with the book.");

  add_aftersale (&fixture, "12346", DAYBOOK_AFTERSALE_REFUND, DAYBOOK_AFTERSALE_PAYING, 700);
  move_money (&fixture, &pay, 700, DAYBOOK_WAY_PLATFORM);
  assert_platform (&fixture, &pay, "waits", "Platform: refunded ¥50.00 on 22 Nov 2025, refund 12345; ¥7.00 is asked for and not paid yet.");
  move_money (&fixture, &pay, 1, DAYBOOK_WAY_PLATFORM);
  assert_platform (&fixture, &pay, "differs", "Platform: refunded ¥50.00 on 22 Nov 2025, refund 12345, but by the book ¥57.01 went that way.");
  add_aftersale (&fixture, "12347", DAYBOOK_AFTERSALE_OTHER, DAYBOOK_AFTERSALE_DONE, 701);
  assert_platform (&fixture, &pay, "waits", "Platform: refunded ¥57.01 in 2 payments; ¥7.00 is asked for and not paid yet.");
  tear_down (&fixture);
}

/* Where no list says anything, the bills do; then the order's own export. */
static void
test_bills_and_the_order (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId pay = make_case (&fixture, "pay", 1);

  book_run_sql (&fixture.book, "UPDATE orders SET refunded = 600");
  assert_platform (&fixture, &pay, "differs", "Platform: refunded ¥6.00, but by the book ¥0.00 went that way.");
  add_payment (&fixture, "9", DAYBOOK_PAYMENT_RECEIVED, DAYBOOK_PAYMENT_DONE, PAID);
  add_payment (&fixture, "10", DAYBOOK_PAYMENT_REFUNDED, DAYBOOK_PAYMENT_FAILED, 900);
  assert_platform (&fixture, &pay, "differs", "Platform: refunded ¥6.00, but by the book ¥0.00 went that way.");
  add_payment (&fixture, "11", DAYBOOK_PAYMENT_REFUNDED, DAYBOOK_PAYMENT_DONE, 500);
  assert_platform (&fixture, &pay, "differs", "Bills: refunded ¥5.00, refund 11, but by the book ¥0.00 went that way.");
  move_money (&fixture, &pay, 500, DAYBOOK_WAY_ALIPAY);
  assert_platform (&fixture, &pay, "agrees", "Bills: refunded ¥5.00, refund 11. It agrees with the book.");
  add_aftersale (&fixture, "1", DAYBOOK_AFTERSALE_REFUND, DAYBOOK_AFTERSALE_DONE, 400);
  assert_platform (&fixture, &pay, "differs", "Platform: refunded ¥4.00 on 22 Nov 2025, refund 1, but by the book ¥5.00 went that way.");
  tear_down (&fixture);
}

static void
test_a_case_without_an_order (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId id = case_make (&fixture.book, "pay", "On the telephone");

  assert_platform (&fixture, &id, "silent", "");
  g_assert_cmpint (moved (&fixture, &id), ==, 0);
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-money/no-money-for-goods-that-are-sent-anew", test_no_money_for_goods_that_are_sent_anew);
  g_test_add_func ("/case-money/the-other-case-is-named", test_the_other_case_is_named);
  g_test_add_func ("/case-money/enough-was-bought-for-both", test_enough_was_bought_for_both);
  g_test_add_func ("/case-money/where-no-goods-are-named-all-are-meant", test_where_no_goods_are_named_all_are_meant);
  g_test_add_func ("/case-money/an-exchange-that-came-to-nothing", test_an_exchange_that_came_to_nothing);
  g_test_add_func ("/case-money/nothing-is-sent-for-goods-that-are-paid-back", test_nothing_is_sent_for_goods_that_are_paid_back);
  g_test_add_func ("/case-money/what-is-not-held-up", test_what_is_not_held_up);
  g_test_add_func ("/case-money/moved", test_moved);
  g_test_add_func ("/case-money/moved-by-merged-cases", test_moved_by_merged_cases);
  g_test_add_func ("/case-money/what-is-known-goes-along", test_what_is_known_goes_along);
  g_test_add_func ("/case-money/moved-money-stays", test_moved_money_stays);
  g_test_add_func ("/case-money/where-a-case-does-not-lead", test_where_a_case_does_not_lead);
  g_test_add_func ("/case-money/the-list-of-refunds", test_the_list_of_refunds);
  g_test_add_func ("/case-money/bills-and-the-order", test_bills_and_the_order);
  g_test_add_func ("/case-money/a-case-without-an-order", test_a_case_without_an_order);
  return g_test_run ();
}
