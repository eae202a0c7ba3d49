/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/case.h"
#include "core/moment.h"
#include "store/quick-add.h"

#include <string.h>

#define NUMBER "1234567890123456789"
#define NOW "2026-11-30 10:00"

static const DaybookQuickWish NOTHING = { NULL, NULL, 0 };

typedef struct
{
  Book       book;
  DaybookId  order;
  DaybookId  ann; /* customers */
  DaybookId  zhang;
  DaybookId  wang; /* an agent */
} Desk;

static gint64
at (const char *text)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  gint64 moment;

  g_assert_true (daybook_moment_parse (text, zone, &moment, NULL));
  return moment;
}

static void
commit (Desk        *desk,
        DaybookEdit *edit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (desk->book.store, edit, &error);

  g_assert_no_error (error);
}

static DaybookId
add_customer (Desk       *desk,
              const char *name,
              const char *nick)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (desk->book.store));
  DaybookId id, handle;

  daybook_id_random (&id);
  daybook_id_random (&handle);
  daybook_edit_create (edit, &daybook_customers, &id);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text (name));
  daybook_edit_create (edit, &daybook_handles, &handle);
  daybook_edit_give (edit, DAYBOOK_HANDLE_CUSTOMER, daybook_value_id (&id));
  daybook_edit_give (edit, DAYBOOK_HANDLE_PLATFORM, daybook_value_text ("tmall"));
  daybook_edit_give (edit, DAYBOOK_HANDLE_ACCOUNT, daybook_value_text (nick));
  commit (desk, edit);
  return id;
}

static DaybookId
add_agent (Desk        *desk,
           const char  *code,
           const char  *name,
           DaybookRole  role)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Agent", daybook_store_get_agent (desk->book.store));
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_agents, &id);
  daybook_edit_give (edit, DAYBOOK_AGENT_CODE, daybook_value_text (code));
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (role));
  commit (desk, edit);
  return id;
}

/* That something came from there is what order numbers are looked up by. */
static void
give_import (DaybookEdit     *edit,
             const DaybookId *shop)
{
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_imports, &id);
  daybook_edit_give (edit, DAYBOOK_IMPORT_ACT, daybook_value_text ("none"));
  daybook_edit_give (edit, DAYBOOK_IMPORT_SHOP, daybook_value_id (shop));
  daybook_edit_give (edit, DAYBOOK_IMPORT_PLATFORM, daybook_value_text ("tmall"));
  daybook_edit_give (edit, DAYBOOK_IMPORT_STATE, daybook_value_int (DAYBOOK_IMPORT_FINISHED));
}

static void
open_desk (Desk *desk)
{
  g_autoptr(DaybookEdit) edit = NULL;

  book_open (&desk->book);
  daybook_store_fix_now (desk->book.store, at (NOW));
  desk->order = book_add_order (&desk->book, NUMBER, at ("2026-11-20 12:00"));
  desk->ann = add_customer (desk, "Ann Lee", "ann_1999");
  desk->zhang = add_customer (desk, "张三", "小鱼儿");
  desk->wang = add_agent (desk, "007", "王小明", DAYBOOK_ROLE_AGENT);
  edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (desk->book.store));
  daybook_edit_set (edit, &daybook_orders, &desk->order, DAYBOOK_ORDER_CUSTOMER, daybook_value_id (&desk->zhang));
  give_import (edit, daybook_store_get_shop (desk->book.store));
  commit (desk, edit);
}

static DaybookReader *
reader_of (Desk *desk)
{
  return daybook_store_get_reader (desk->book.store);
}

static DaybookQuickPlan *
plan_with (Desk                   *desk,
           const char             *text,
           const DaybookQuickWish *wish)
{
  g_autoptr(GError) error = NULL;
  DaybookQuickPlan *plan = daybook_reader_plan_quick_add (reader_of (desk), text, wish, daybook_store_get_now (desk->book.store),
                                                          daybook_store_get_zone (desk->book.store), &error);

  g_assert_no_error (error);
  return plan;
}

static DaybookQuickPlan *
plan_of (Desk       *desk,
         const char *text)
{
  return plan_with (desk, text, &NOTHING);
}

/* The part that reads so; it fails when there is none. */
static const DaybookQuickChip *
chip_of (const DaybookQuickPlan *plan,
         const char             *text)
{
  for (guint i = 0; i < plan->chips->len; i++)
    {
      const DaybookQuickChip *chip = g_ptr_array_index (plan->chips, i);

      if (g_str_equal (chip->text, text))
        return chip;
    }

  g_error ("no part reads “%s”", text);
}

static void
assert_remark (Desk       *desk,
               const char *text,
               const char *part,
               const char *said)
{
  g_autoptr(DaybookQuickPlan) plan = plan_of (desk, text);
  const DaybookQuickChip *chip = chip_of (plan, part);

  g_assert_false (chip->resolved);
  g_assert_nonnull (chip->remark);
  g_assert_nonnull (strstr (chip->remark, said));
  g_assert_nonnull (strstr (plan->title, part));
}

static DaybookRow *
make (Desk                   *desk,
      const DaybookQuickPlan *plan)
{
  const DaybookTable *table;
  DaybookId id;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_quick_plan_build (plan, reader_of (desk), desk->book.store, &table, &id, &error);

  g_assert_no_error (error);
  commit (desk, edit);
  return book_row (&desk->book, table, &id);
}

static void
assert_ref (const DaybookRow *row,
            guint             field,
            const DaybookId  *id)
{
  g_assert_nonnull (daybook_row_ref_id (row, field));
  g_assert_true (daybook_id_equal (daybook_row_ref_id (row, field), id));
}

/* The handbook's line. */
static void
test_case (void)
{
  Desk desk;

  open_desk (&desk);
  g_autoptr(DaybookQuickPlan) plan = plan_of (&desk, "退货 张三 " NUMBER " 运费我们出 明天10点 @王小明 #易碎 #大件");
  g_autofree char *sentence = daybook_quick_plan_describe (plan, at (NOW), daybook_store_get_zone (desk.book.store));
  g_autoptr(DaybookRow) row = make (&desk, plan);

  g_assert_cmpstr (chip_of (plan, "张三")->label, ==, "Customer 张*");
  g_assert_cmpstr (sentence, ==, "Return and refund, order …6789, for 王小明, promised for tomorrow 10:00: 运费我们出");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_REGISTER), ==, "return");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_SUBJECT), ==, "运费我们出");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_TAGS), ==, "易碎 大件");
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_CASE_PROMISED_AT), ==, at ("2026-12-01 10:00"));
  g_assert_false (daybook_row_has (row, DAYBOOK_CASE_CONTENT));
  g_assert_true (g_str_has_prefix (daybook_row_text (row, DAYBOOK_CASE_NUMBER), "R-A"));
  assert_ref (row, DAYBOOK_CASE_ORDER, &desk.order);
  assert_ref (row, DAYBOOK_CASE_CUSTOMER, &desk.zhang);
  assert_ref (row, DAYBOOK_CASE_OWNER, &desk.wang);
  book_close (&desk.book);
}

/* Without an order the customer is who is named; without a person it is whoever writes. */
static void
test_case_of_customer (void)
{
  Desk desk;

  open_desk (&desk);
  g_autoptr(DaybookQuickPlan) plan = plan_of (&desk, "complaint from Ann Lee 13812345678 box was wet");
  g_autoptr(DaybookRow) row = make (&desk, plan);

  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_REGISTER), ==, "complaint");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_SUBJECT), ==, "from box was wet");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_CONTACT), ==, "13812345678");
  g_assert_cmpstr (chip_of (plan, "13812345678")->label, ==, "138****5678");
  g_assert_false (daybook_row_has (row, DAYBOOK_CASE_PROMISED_AT));
  assert_ref (row, DAYBOOK_CASE_CUSTOMER, &desk.ann);
  assert_ref (row, DAYBOOK_CASE_OWNER, daybook_store_get_agent (desk.book.store));
  book_close (&desk.book);
}

static void
test_task (void)
{
  Desk desk;

  open_desk (&desk);
  g_autoptr(DaybookQuickPlan) plan = plan_of (&desk, "call ANN_1999 in 2 hours @007 #cups");
  g_autofree char *sentence = daybook_quick_plan_describe (plan, at (NOW), daybook_store_get_zone (desk.book.store));
  g_autoptr(DaybookRow) row = make (&desk, plan);

  g_assert_cmpstr (sentence, ==, "Task, for 王小明, due 12:00: call ANN_1999 #cups");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_TASK_TITLE), ==, "call ANN_1999 #cups");
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_TASK_DUE), ==, at ("2026-11-30 12:00"));
  assert_ref (row, DAYBOOK_TASK_CUSTOMER, &desk.ann);
  assert_ref (row, DAYBOOK_TASK_AGENT, &desk.wang);
  g_assert_nonnull (strstr (chip_of (plan, "#cups")->remark, "no tags"));
  book_close (&desk.book);
}

/* Of an order, of a case, of nothing: with what is left of the words, and a time of its own. */
static void
test_what_tasks_are_about (void)
{
  Desk desk;

  open_desk (&desk);
  DaybookId of = case_make (&desk.book, "return", "cup");
  g_autoptr(DaybookRow) of_row = case_row (&desk.book, &of);
  g_autofree char *line = g_strconcat (daybook_row_text (of_row, DAYBOOK_CASE_NUMBER), " 回电 周五17:00", NULL);
  g_autoptr(DaybookQuickPlan) plan = plan_of (&desk, line);
  g_autoptr(DaybookRow) row = make (&desk, plan);
  g_autoptr(DaybookQuickPlan) only = plan_of (&desk, NUMBER);
  g_autoptr(DaybookRow) named = make (&desk, only);
  g_autoptr(DaybookQuickPlan) memo = plan_of (&desk, "胶带快用完了");
  g_autoptr(DaybookRow) plain = make (&desk, memo);

  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_TASK_TITLE), ==, "回电");
  assert_ref (row, DAYBOOK_TASK_CASE, &of);
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_TASK_DUE), ==, at ("2026-12-04 17:00"));
  g_assert_cmpstr (daybook_row_text (named, DAYBOOK_TASK_TITLE), ==, "Task, order …6789");
  assert_ref (named, DAYBOOK_TASK_ORDER, &desk.order);
  g_assert_false (memo->said_when);
  g_assert_cmpstr (daybook_row_text (plain, DAYBOOK_TASK_TITLE), ==, "胶带快用完了");
  g_assert_cmpint (daybook_row_int (plain, DAYBOOK_TASK_DUE), ==, at ("2026-12-01 09:00"));
  assert_ref (plain, DAYBOOK_TASK_AGENT, daybook_store_get_agent (desk.book.store));
  book_close (&desk.book);
}

/* What names nothing, or too much, stays among the words and says why. */
static void
test_remarks (void)
{
  Desk desk;

  open_desk (&desk);
  add_customer (&desk, "Ann Lee", "another_ann");
  add_agent (&desk, "099", "Reader", DAYBOOK_ROLE_READ_ONLY);
  add_agent (&desk, "100", "王小红", DAYBOOK_ROLE_AGENT);
  assert_remark (&desk, "退货 99999999999", "99999999999", "No order has this number");
  assert_remark (&desk, "退货 SF1234567890123", "SF1234567890123", "No order has a parcel");
  assert_remark (&desk, "退货 Ann Lee", "Ann Lee", "Several customers");
  assert_remark (&desk, "退货 " NUMBER " ann_1999", "ann_1999", "somebody else");
  assert_remark (&desk, "退货 @nobody", "@nobody", "Nobody in the shop");
  assert_remark (&desk, "退货 @王小", "@王小", "Nobody in the shop");
  assert_remark (&desk, "退货 @099", "@099", "People of this role");
  assert_remark (&desk, "退货 @007 @100", "@100", "somebody already");
  assert_remark (&desk, "R-A9999 call", "R-A9999", "no case of this number");
  assert_remark (&desk, NUMBER " 退货 订单 " NUMBER, "订单 " NUMBER, "one order already");
  book_close (&desk.book);
}

static void
test_two_shops (void)
{
  Desk desk;
  DaybookId other, order;
  const char *parts[] = { NULL, "tmall", NUMBER };

  open_desk (&desk);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Second shop", daybook_store_get_agent (desk.book.store));
  g_autoptr(DaybookRow) first = book_row (&desk.book, &daybook_shops, daybook_store_get_shop (desk.book.store));
  daybook_id_random (&other);
  daybook_shop_open (edit, first, &other, "分店");
  give_import (edit, &other);
  g_autofree char *shop = daybook_id_to_string (&other);
  parts[0] = shop;
  daybook_id_derive (&order, "order", parts, G_N_ELEMENTS (parts));
  daybook_edit_create (edit, &daybook_orders, &order);
  daybook_edit_give (edit, DAYBOOK_ORDER_SHOP, daybook_value_id (&other));
  daybook_edit_give (edit, DAYBOOK_ORDER_PLATFORM, daybook_value_text ("tmall"));
  daybook_edit_give (edit, DAYBOOK_ORDER_NUMBER, daybook_value_text (NUMBER));
  daybook_edit_give (edit, DAYBOOK_ORDER_STAGE, daybook_value_int (DAYBOOK_STAGE_PAID));
  daybook_edit_give (edit, DAYBOOK_ORDER_CREATED, daybook_value_int (at ("2026-11-20 12:00")));
  daybook_edit_give (edit, DAYBOOK_ORDER_CURRENCY, daybook_value_text ("CNY"));
  commit (&desk, edit);

  assert_remark (&desk, "退货 " NUMBER, NUMBER, "Several shops have an order of this number");
  assert_remark (&desk, "退货 " NUMBER, NUMBER, "分店");
  book_close (&desk.book);
}

/* What a person corrects. */
static void
test_wishes (void)
{
  Desk desk;
  static const char *const PLAIN[] = { "退货", "张三", "明天", NULL };
  const DaybookQuickWish plain = { PLAIN, NULL, 0 };
  const DaybookQuickWish exchange = { NULL, "exchange", at ("2026-12-24 09:00") };
  const DaybookQuickWish task = { NULL, "", 0 };

  open_desk (&desk);
  g_autoptr(DaybookQuickPlan) words = plan_with (&desk, "退货 张三 明天", &plain);
  g_autoptr(DaybookQuickPlan) other = plan_with (&desk, "退货 张三 明天", &exchange);
  g_autoptr(DaybookQuickPlan) todo = plan_with (&desk, "退货 张三 明天", &task);
  g_autoptr(DaybookQuickPlan) timed = plan_with (&desk, "胶带", &exchange);

  g_assert_null (words->definition);
  g_assert_null (words->customer);
  g_assert_cmpstr (words->title, ==, "退货 张三 明天");
  g_assert_cmpstr (daybook_register_get_key (other->definition), ==, "exchange");
  g_assert_cmpstr (other->title, ==, "退货");
  g_assert_cmpint (other->at, ==, at ("2026-12-24 09:00"));
  g_assert_null (todo->definition);
  g_assert_nonnull (todo->customer);
  g_assert_cmpstr (todo->title, ==, "退货 张三");
  g_assert_cmpint (timed->at, ==, at ("2026-12-24 09:00"));
  book_close (&desk.book);
}

/* A register that the shop does not show is none. */
static void
test_hidden_register (void)
{
  Desk desk;
  g_autoptr(GError) error = NULL;

  open_desk (&desk);
  g_autoptr(DaybookQuickPlan) before = plan_of (&desk, "补发 杯子");
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Use", daybook_store_get_agent (desk.book.store));
  g_assert_true (daybook_registers_use (reader_of (&desk), edit, "resend", TRUE, &error));
  commit (&desk, edit);
  g_autoptr(DaybookQuickPlan) after = plan_of (&desk, "补发 杯子");

  g_assert_null (before->definition);
  g_assert_cmpstr (daybook_register_get_key (after->definition), ==, "resend");
  book_close (&desk.book);
}

static void
test_pasted_message (void)
{
  static const char MESSAGE[] = "\n退货 收到就是坏的\n杯子裂了\r\n\r\n要求退款 明天10点";
  Desk desk;

  open_desk (&desk);
  g_autoptr(DaybookQuickPlan) plan = plan_of (&desk, MESSAGE);
  g_autoptr(DaybookRow) row = make (&desk, plan);
  g_autoptr(DaybookQuickPlan) todo = plan_with (&desk, MESSAGE, &(DaybookQuickWish) { NULL, "", 0 });
  g_autoptr(DaybookRow) task = make (&desk, todo);

  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_SUBJECT), ==, "收到就是坏的");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_CONTENT), ==, "退货 收到就是坏的\n杯子裂了\r\n\r\n要求退款 明天10点");
  g_assert_false (daybook_row_has (row, DAYBOOK_CASE_PROMISED_AT));
  g_assert_cmpstr (daybook_row_text (task, DAYBOOK_TASK_TITLE), ==, "退货 收到就是坏的 杯子裂了 要求退款 明天10点");
  book_close (&desk.book);
}

static void
test_nothing (void)
{
  Desk desk;
  const DaybookTable *table = NULL;
  DaybookId id;
  g_autoptr(GError) error = NULL;

  open_desk (&desk);
  g_autoptr(DaybookQuickPlan) plan = plan_of (&desk, " \n ，");
  g_autoptr(DaybookEdit) edit = daybook_quick_plan_build (plan, reader_of (&desk), desk.book.store, &table, &id, &error);

  g_assert_true (daybook_quick_plan_is_empty (plan));
  g_assert_null (edit);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_assert_null (table);
  book_close (&desk.book);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quick-plan/case", test_case);
  g_test_add_func ("/quick-plan/case-of-customer", test_case_of_customer);
  g_test_add_func ("/quick-plan/task", test_task);
  g_test_add_func ("/quick-plan/what-tasks-are-about", test_what_tasks_are_about);
  g_test_add_func ("/quick-plan/remarks", test_remarks);
  g_test_add_func ("/quick-plan/two-shops", test_two_shops);
  g_test_add_func ("/quick-plan/wishes", test_wishes);
  g_test_add_func ("/quick-plan/hidden-register", test_hidden_register);
  g_test_add_func ("/quick-plan/pasted-message", test_pasted_message);
  g_test_add_func ("/quick-plan/nothing", test_nothing);
  return g_test_run ();
}
