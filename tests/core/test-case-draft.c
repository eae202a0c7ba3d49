/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case-draft.h"

#include "core/order.h"
#include "core/task.h"

#define NOW G_GINT64_CONSTANT (1795910400)
#define LATER (NOW + 3600)
#define DAY 86400

/* One that asks at `done`, and nothing at `withdrawn`. */
#define STAGES \
  "\"stages\": {\"asked\": {\"label\": \"Asked\", \"moves\": [\"agreed\", \"done\", \"withdrawn\"]}," \
  " \"agreed\": {\"label\": \"Agreed\", \"moves\": [\"asked\", \"done\"]}," \
  " \"done\": {\"label\": \"Done\", \"ends\": true, \"moves\": [\"agreed\", \"withdrawn\"]}," \
  " \"withdrawn\": {\"label\": \"Withdrawn\", \"ends\": true, \"closing\": [], \"moves\": [\"asked\"]}}"

typedef struct
{
  DaybookRegister  *definition;
  DaybookCaseDraft *draft;
  DaybookId         shop;
  DaybookId         me;
  DaybookId         colleague;
  DaybookId         lead;
} Fixture;

static DaybookRegister *
parse (const char *call_back)
{
  g_autofree char *json = g_strdup_printf ("{\"register\": \"fix\", \"prefix\": \"X\", \"title\": \"Fixes\", \"one\": \"Fix\","
                                           " \"start\": \"asked\", \"closing\": [\"result\", \"told\"], %s"
                                           " \"fields\": {\"fee\": {\"type\": \"money\", \"label\": \"Fee\"}}," STAGES "}", call_back);
  g_autoptr(GError) error = NULL;
  DaybookRegister *self = daybook_register_parse (json, -1, "fix.json", &error);

  g_assert_no_error (error);
  return self;
}

/* A new case of me, with what the register says of call-backs. */
static void
set_up (Fixture    *fixture,
        const char *call_back)
{
  *fixture = (Fixture) { .definition = parse (call_back) };
  daybook_id_random (&fixture->shop);
  daybook_id_random (&fixture->me);
  daybook_id_random (&fixture->colleague);
  daybook_id_random (&fixture->lead);
  fixture->draft = daybook_case_draft_new (fixture->definition, &fixture->shop, &fixture->me, "CNY", NOW);
}

static void
tear_down (Fixture *fixture)
{
  daybook_case_draft_free (fixture->draft);
  g_object_unref (fixture->definition);
}

static const DaybookRow *
row_of (Fixture *fixture)
{
  return daybook_case_draft_row (fixture->draft);
}

static void
move (Fixture    *fixture,
      const char *stage)
{
  daybook_case_draft_move (fixture->draft, (guint) daybook_register_find_stage (fixture->definition, stage));
}

/* As if what the draft has was saved, and was opened again an hour later. */
static void
go_on (Fixture *fixture)
{
  DaybookCaseDraft *old = fixture->draft;

  fixture->draft = daybook_case_draft_of (fixture->definition, daybook_case_draft_row (old), LATER);
  daybook_case_draft_free (old);
}

static DaybookEdit *
build (Fixture *fixture)
{
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "test", &fixture->me);

  daybook_case_draft_build (fixture->draft, &fixture->lead, edit);
  g_assert_true (daybook_edit_check (edit, NULL));
  return edit;
}

static void
assert_text (Fixture    *fixture,
             guint       field,
             const char *text)
{
  g_assert_cmpstr (daybook_row_text (row_of (fixture), field), ==, text);
}

static void
assert_int (Fixture *fixture,
            guint    field,
            gint64   number)
{
  g_assert_cmpint (daybook_row_int (row_of (fixture), field), ==, number);
}

static void
assert_is (const DaybookId *id,
           const DaybookId *expected)
{
  g_assert_true (id != NULL && daybook_id_equal (id, expected));
}

/* --- Beginning ----------------------------------------------------------------- */

static void
test_a_new_case (void)
{
  Fixture fixture;
  set_up (&fixture, "");
  g_autoptr(DaybookEdit) edit = build (&fixture);
  const DaybookChange *change = daybook_edit_change (edit, 0);
  gint64 made;

  g_assert_true (row_of (&fixture)->table == daybook_register_get_table (fixture.definition));
  assert_text (&fixture, DAYBOOK_CASE_REGISTER, "fix");
  assert_text (&fixture, DAYBOOK_CASE_STAGE, "asked");
  assert_text (&fixture, DAYBOOK_CASE_CURRENCY, "CNY");
  assert_int (&fixture, DAYBOOK_CASE_OPENED_AT, NOW);
  assert_int (&fixture, DAYBOOK_CASE_STAGE_SINCE, NOW);
  assert_is (daybook_row_ref_id (row_of (&fixture), DAYBOOK_CASE_SHOP), &fixture.shop);
  assert_is (daybook_row_ref_id (row_of (&fixture), DAYBOOK_CASE_OWNER), &fixture.me);
  g_assert_false (daybook_row_has (row_of (&fixture), DAYBOOK_CASE_NUMBER)); /* the book gives it */
  g_assert_false (daybook_row_has (row_of (&fixture), DAYBOOK_CASE_CLOSED_AT));
  g_assert_true (daybook_id_made_at (&row_of (&fixture)->id, &made));
  g_assert_cmpint (made, ==, NOW * 1000);

  g_assert_cmpuint (daybook_edit_size (edit), ==, 1);
  g_assert_cmpint (change->kind, ==, DAYBOOK_CHANGE_CREATE);
  g_assert_true (change->table == row_of (&fixture)->table);
  g_assert_true (daybook_id_equal (&change->row, &row_of (&fixture)->id));
  for (guint i = 0; i < change->table->n_fields; i++)
    g_assert_true (daybook_value_equal (&change->values[i], &row_of (&fixture)->values[i]));
  tear_down (&fixture);
}

static void
test_a_case_of_nobody (void)
{
  Fixture fixture;
  set_up (&fixture, "");
  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_new (fixture.definition, &fixture.shop, NULL, "JPY", NOW);

  g_assert_false (daybook_row_has (daybook_case_draft_row (draft), DAYBOOK_CASE_OWNER));
  g_assert_cmpstr (daybook_row_text (daybook_case_draft_row (draft), DAYBOOK_CASE_CURRENCY), ==, "JPY");
  tear_down (&fixture);
}

/* It was born from a platform's row. */
static void
test_a_case_named_by_a_platform (void)
{
  Fixture fixture;
  set_up (&fixture, "");
  DaybookId id;

  daybook_id_random (&id);
  daybook_case_draft_name (fixture.draft, &id);
  assert_is (&row_of (&fixture)->id, &id);
  g_autoptr(DaybookEdit) edit = build (&fixture);
  assert_is (&daybook_edit_change (edit, 0)->row, &id);
  tear_down (&fixture);
}

static DaybookRow *
make_order (const DaybookId *shop,
            const DaybookId *customer)
{
  DaybookRow *order = daybook_row_new (&daybook_orders);

  daybook_id_random (&order->id);
  order->values[DAYBOOK_ORDER_SHOP] = daybook_value_id (shop);
  order->values[DAYBOOK_ORDER_CUSTOMER] = daybook_value_id (customer);
  order->values[DAYBOOK_ORDER_CURRENCY] = daybook_value_text ("EUR");
  order->values[DAYBOOK_ORDER_PLATFORM] = daybook_value_text ("shopify");
  return order;
}

static void
test_an_order_says_whose_its_case_is (void)
{
  Fixture fixture;
  set_up (&fixture, "");
  g_autoptr(DaybookRow) order = make_order (&fixture.colleague, &fixture.lead);

  daybook_case_draft_take_order (fixture.draft, order);
  assert_is (daybook_row_ref_id (row_of (&fixture), DAYBOOK_CASE_ORDER), &order->id);
  assert_is (daybook_row_ref_id (row_of (&fixture), DAYBOOK_CASE_CUSTOMER), &fixture.lead);
  assert_is (daybook_row_ref_id (row_of (&fixture), DAYBOOK_CASE_SHOP), &fixture.colleague);
  assert_text (&fixture, DAYBOOK_CASE_CURRENCY, "EUR");
  assert_text (&fixture, DAYBOOK_CASE_PLATFORM, "shopify");
  tear_down (&fixture);
}

/* An order that does not say it leaves what is known. */
static void
test_an_order_that_says_little (void)
{
  Fixture fixture;
  set_up (&fixture, "");
  g_autoptr(DaybookRow) order = daybook_row_new (&daybook_orders);

  daybook_id_random (&order->id);
  daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_CUSTOMER, daybook_value_id (&fixture.lead));
  daybook_case_draft_take_order (fixture.draft, order);
  assert_is (daybook_row_ref_id (row_of (&fixture), DAYBOOK_CASE_ORDER), &order->id);
  assert_is (daybook_row_ref_id (row_of (&fixture), DAYBOOK_CASE_CUSTOMER), &fixture.lead);
  assert_is (daybook_row_ref_id (row_of (&fixture), DAYBOOK_CASE_SHOP), &fixture.shop);
  assert_text (&fixture, DAYBOOK_CASE_CURRENCY, "CNY");
  tear_down (&fixture);
}

/* The order was found later: what a case has once is not changed by that. */
static void
test_an_order_of_a_case_that_exists (void)
{
  Fixture fixture;
  set_up (&fixture, "");
  g_autoptr(DaybookRow) order = make_order (&fixture.colleague, &fixture.lead);

  go_on (&fixture);
  daybook_case_draft_take_order (fixture.draft, order);
  assert_is (daybook_row_ref_id (row_of (&fixture), DAYBOOK_CASE_ORDER), &order->id);
  assert_is (daybook_row_ref_id (row_of (&fixture), DAYBOOK_CASE_CUSTOMER), &fixture.lead);
  assert_is (daybook_row_ref_id (row_of (&fixture), DAYBOOK_CASE_SHOP), &fixture.shop);
  assert_text (&fixture, DAYBOOK_CASE_CURRENCY, "CNY");
  assert_text (&fixture, DAYBOOK_CASE_PLATFORM, "");
  g_autoptr(DaybookEdit) edit = build (&fixture);
  g_assert_cmpuint (daybook_edit_size (edit), ==, 2);
  tear_down (&fixture);
}

/* --- Moving ------------------------------------------------------------------------ */

static void
test_a_move_sets_since_when (void)
{
  Fixture fixture;
  set_up (&fixture, "");

  go_on (&fixture);
  move (&fixture, "agreed");
  assert_text (&fixture, DAYBOOK_CASE_STAGE, "agreed");
  assert_int (&fixture, DAYBOOK_CASE_STAGE_SINCE, LATER);
  g_assert_false (daybook_row_has (row_of (&fixture), DAYBOOK_CASE_CLOSED_AT));
  g_assert_false (daybook_row_has (row_of (&fixture), DAYBOOK_CASE_REOPENED));
  tear_down (&fixture);
}

static void
test_a_move_to_where_it_is_is_none (void)
{
  Fixture fixture;
  set_up (&fixture, "");

  go_on (&fixture);
  move (&fixture, "asked");
  assert_int (&fixture, DAYBOOK_CASE_STAGE_SINCE, NOW);
  g_autoptr(DaybookEdit) edit = build (&fixture);
  g_assert_cmpuint (daybook_edit_size (edit), ==, 0);
  tear_down (&fixture);
}

static void
test_an_end_closes (void)
{
  Fixture fixture;
  set_up (&fixture, "");

  go_on (&fixture);
  move (&fixture, "done");
  assert_int (&fixture, DAYBOOK_CASE_CLOSED_AT, LATER);
  assert_int (&fixture, DAYBOOK_CASE_STAGE_SINCE, LATER);
  assert_int (&fixture, DAYBOOK_CASE_REOPENED, 0);
  tear_down (&fixture);
}

/* Whether the customer was told was said of the old end (AS-08). */
static void
test_opening_again_counts_and_asks_anew (void)
{
  Fixture fixture;
  set_up (&fixture, "");

  for (int round = 1; round <= 2; round++)
    {
      move (&fixture, "done");
      daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_RESULT, daybook_value_text ("Oiled"));
      daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_TOLD, daybook_value_int (DAYBOOK_ANSWER_YES));
      daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_SATISFIED, daybook_value_int (DAYBOOK_ANSWER_NO));
      go_on (&fixture);
      move (&fixture, "agreed");
      assert_int (&fixture, DAYBOOK_CASE_REOPENED, round);
      assert_int (&fixture, DAYBOOK_CASE_TOLD, DAYBOOK_ANSWER_UNKNOWN);
      assert_int (&fixture, DAYBOOK_CASE_SATISFIED, DAYBOOK_ANSWER_UNKNOWN);
      assert_text (&fixture, DAYBOOK_CASE_RESULT, "Oiled");
      g_assert_false (daybook_row_has (row_of (&fixture), DAYBOOK_CASE_CLOSED_AT));
      go_on (&fixture);
    }
  tear_down (&fixture);
}

static void
test_from_one_end_to_another_it_stays_closed (void)
{
  Fixture fixture;
  set_up (&fixture, "");

  move (&fixture, "done");
  daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_TOLD, daybook_value_int (DAYBOOK_ANSWER_YES));
  go_on (&fixture);
  move (&fixture, "withdrawn");
  assert_int (&fixture, DAYBOOK_CASE_CLOSED_AT, LATER);
  assert_int (&fixture, DAYBOOK_CASE_REOPENED, 0);
  assert_int (&fixture, DAYBOOK_CASE_TOLD, DAYBOOK_ANSWER_YES);
  tear_down (&fixture);
}

/* In a form one stage is chosen, then another: only what is saved counts. */
static void
test_who_thinks_better_of_it_has_not_opened_again (void)
{
  Fixture fixture;
  set_up (&fixture, "");

  daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_TOLD, daybook_value_int (DAYBOOK_ANSWER_YES));
  go_on (&fixture);
  move (&fixture, "done");
  move (&fixture, "agreed");
  assert_int (&fixture, DAYBOOK_CASE_REOPENED, 0);
  assert_int (&fixture, DAYBOOK_CASE_TOLD, DAYBOOK_ANSWER_YES);
  g_assert_false (daybook_row_has (row_of (&fixture), DAYBOOK_CASE_CLOSED_AT));
  tear_down (&fixture);
}

/* --- The edit ---------------------------------------------------------------------- */

static void
test_only_what_changed_is_in_the_edit (void)
{
  Fixture fixture;
  set_up (&fixture, "");
  guint fee = (guint) daybook_table_field (row_of (&fixture)->table, "fee");

  daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_SUBJECT, daybook_value_text ("The hinge"));
  go_on (&fixture);
  daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_SUBJECT, daybook_value_text ("The hinge"));
  daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_NEED, daybook_value_text ("Oil"));
  daybook_case_draft_set (fixture.draft, fee, daybook_value_int (500));
  g_autoptr(DaybookEdit) edit = build (&fixture);

  g_assert_cmpuint (daybook_edit_size (edit), ==, 2);
  const DaybookChange *need = daybook_edit_change (edit, 0);
  const DaybookChange *own = daybook_edit_change (edit, 1);
  g_assert_cmpint (need->kind, ==, DAYBOOK_CHANGE_SET);
  g_assert_cmpuint (need->field, ==, DAYBOOK_CASE_NEED);
  g_assert_cmpstr (need->value.text, ==, "Oil");
  g_assert_cmpuint (own->field, ==, fee);
  g_assert_cmpint (own->value.number, ==, 500);
  g_assert_true (own->table == row_of (&fixture)->table);
  tear_down (&fixture);
}

static void
test_the_row_that_was_given_is_not_touched (void)
{
  Fixture fixture;
  set_up (&fixture, "");
  g_autoptr(DaybookRow) given = daybook_row_copy (row_of (&fixture));
  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_of (fixture.definition, given, LATER);

  daybook_case_draft_set (draft, DAYBOOK_CASE_STAGE, daybook_value_text ("done"));
  g_assert_cmpstr (daybook_row_text (given, DAYBOOK_CASE_STAGE), ==, "asked");
  g_assert_cmpstr (daybook_row_text (daybook_case_draft_row (draft), DAYBOOK_CASE_STAGE), ==, "done");
  tear_down (&fixture);
}

/* --- Call-backs (AS-14, AS-23) -------------------------------------------------------- */

/* The task that the edit makes, or NULL. */
static const DaybookChange *
find_task (DaybookEdit *edit)
{
  const DaybookChange *task = NULL;

  for (guint i = 0; i < daybook_edit_size (edit); i++)
    if (daybook_edit_change (edit, i)->table == &daybook_tasks)
      {
        g_assert_null (task);
        task = daybook_edit_change (edit, i);
      }
  return task;
}

static void
assert_caller (Fixture         *fixture,
               const DaybookId *expected)
{
  g_autoptr(DaybookEdit) edit = build (fixture);
  const DaybookChange *task = find_task (edit);

  g_assert_nonnull (task);
  assert_is (&task->values[DAYBOOK_TASK_AGENT].id, expected);
}

static void
assert_no_call (Fixture *fixture)
{
  g_autoptr(DaybookEdit) edit = build (fixture);

  g_assert_null (find_task (edit));
}

static void
test_what_a_call_back_says (void)
{
  Fixture fixture;
  set_up (&fixture, "\"call_back\": {\"when\": \"always\", \"by\": \"owner\", \"after\": \"1d\"},");
  g_autoptr(DaybookRow) order = make_order (&fixture.shop, &fixture.lead);

  daybook_case_draft_take_order (fixture.draft, order);
  go_on (&fixture);
  move (&fixture, "done");
  g_autoptr(DaybookEdit) edit = build (&fixture);
  const DaybookChange *task = find_task (edit);

  g_assert_nonnull (task);
  g_assert_cmpint (task->kind, ==, DAYBOOK_CHANGE_CREATE);
  g_assert_cmpint (task->values[DAYBOOK_TASK_KIND].number, ==, DAYBOOK_TASK_CALL_BACK);
  g_assert_cmpstr (task->values[DAYBOOK_TASK_TITLE].text, ==, "Call back: Fix");
  assert_is (&task->values[DAYBOOK_TASK_CASE].id, &row_of (&fixture)->id);
  assert_is (&task->values[DAYBOOK_TASK_ORDER].id, &order->id);
  assert_is (&task->values[DAYBOOK_TASK_CUSTOMER].id, &fixture.lead);
  g_assert_cmpint (task->values[DAYBOOK_TASK_DUE].number, ==, LATER + DAY);
  g_assert_cmpint (task->values[DAYBOOK_TASK_DONE_AT].type, ==, DAYBOOK_VALUE_NONE);
  tear_down (&fixture);
}

static void
test_who_calls_back (void)
{
  static const char *const BY[] = { "owner", "handler", "lead" };

  for (gsize i = 0; i < G_N_ELEMENTS (BY); i++)
    {
      g_autofree char *call_back = g_strdup_printf ("\"call_back\": {\"when\": \"always\", \"by\": \"%s\"},", BY[i]);
      Fixture fixture;
      set_up (&fixture, call_back);
      const DaybookId *expected[] = { &fixture.me, &fixture.colleague, &fixture.lead };

      daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_HANDLER, daybook_value_id (&fixture.colleague));
      move (&fixture, "done");
      assert_caller (&fixture, expected[i]);

      /* Whoever is named in the case comes first. */
      daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_CALL_BACK, daybook_value_id (&fixture.shop));
      assert_caller (&fixture, &fixture.shop);
      tear_down (&fixture);
    }
}

static void
test_where_nobody_is_meant_the_owner_calls (void)
{
  Fixture fixture;
  set_up (&fixture, "\"call_back\": {\"when\": \"always\", \"by\": \"handler\"},");

  move (&fixture, "done");
  assert_caller (&fixture, &fixture.me);
  tear_down (&fixture);

  set_up (&fixture, "\"call_back\": {\"when\": \"always\", \"by\": \"lead\"},");
  move (&fixture, "done");
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "test", NULL);
  daybook_case_draft_build (fixture.draft, NULL, edit);
  assert_is (&find_task (edit)->values[DAYBOOK_TASK_AGENT].id, &fixture.me);
  tear_down (&fixture);
}

static void
test_who_was_told_is_not_called (void)
{
  Fixture fixture;
  set_up (&fixture, "\"call_back\": {\"when\": \"untold\"},");

  move (&fixture, "done");
  assert_caller (&fixture, &fixture.me);
  daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_TOLD, daybook_value_int (DAYBOOK_ANSWER_NO));
  assert_caller (&fixture, &fixture.me);
  daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_TOLD, daybook_value_int (DAYBOOK_ANSWER_YES));
  assert_no_call (&fixture);
  tear_down (&fixture);
}

static void
test_always_and_never (void)
{
  Fixture fixture;
  set_up (&fixture, "\"call_back\": {\"when\": \"always\"},");

  daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_TOLD, daybook_value_int (DAYBOOK_ANSWER_YES));
  move (&fixture, "done");
  assert_caller (&fixture, &fixture.me);
  tear_down (&fixture);

  set_up (&fixture, "\"call_back\": {\"when\": \"never\"},");
  move (&fixture, "done");
  assert_no_call (&fixture);
  tear_down (&fixture);

  set_up (&fixture, "");
  move (&fixture, "done");
  assert_no_call (&fixture);
  tear_down (&fixture);
}

/* Nothing came of it that could be asked about. */
static void
test_an_end_that_asks_nothing_calls_nobody (void)
{
  Fixture fixture;
  set_up (&fixture, "\"call_back\": {\"when\": \"always\"},");

  move (&fixture, "withdrawn");
  assert_no_call (&fixture);
  tear_down (&fixture);
}

static void
test_only_coming_to_an_end_calls (void)
{
  Fixture fixture;
  set_up (&fixture, "\"call_back\": {\"when\": \"always\"},");

  assert_no_call (&fixture);
  move (&fixture, "done");
  go_on (&fixture);
  daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_SUBJECT, daybook_value_text ("The hinge"));
  assert_no_call (&fixture);
  move (&fixture, "agreed");
  assert_no_call (&fixture);
  go_on (&fixture);
  move (&fixture, "done");
  assert_caller (&fixture, &fixture.me);
  tear_down (&fixture);
}

/* --- Calls that come first (AS-28, RV-03, RV-08) ---------------------------------------- */

#define FIRST "\"call_first\": {\"within\": \"2h\"},"
#define FIRST_IF_HIGH "\"call_first\": {\"within\": \"30min\", \"by\": \"lead\", \"when\": {\"priority\": [\"high\"]}},"

static void
test_a_case_begins_with_a_call (void)
{
  Fixture fixture;
  set_up (&fixture, FIRST);
  g_autoptr(DaybookEdit) edit = build (&fixture);
  const DaybookChange *task = find_task (edit);

  g_assert_nonnull (task);
  g_assert_cmpint (task->values[DAYBOOK_TASK_KIND].number, ==, DAYBOOK_TASK_CALL);
  g_assert_cmpstr (task->values[DAYBOOK_TASK_TITLE].text, ==, "Call the customer: Fix");
  g_assert_cmpint (task->values[DAYBOOK_TASK_DUE].number, ==, NOW + 2 * 3600);
  assert_is (&task->values[DAYBOOK_TASK_AGENT].id, &fixture.me);
  assert_is (&task->values[DAYBOOK_TASK_CASE].id, &row_of (&fixture)->id);

  go_on (&fixture);
  move (&fixture, "agreed");
  assert_no_call (&fixture);
  tear_down (&fixture);
}

/* Whoever writes down what is settled has called already. */
static void
test_what_is_settled_begins_with_no_call (void)
{
  Fixture fixture;
  set_up (&fixture, FIRST);

  move (&fixture, "withdrawn");
  assert_no_call (&fixture);
  tear_down (&fixture);
}

/* It is known later that the case is one of those; known twice, it is one call. */
static void
test_a_case_becomes_one_that_is_called (void)
{
  Fixture fixture;
  set_up (&fixture, FIRST_IF_HIGH);

  assert_no_call (&fixture);
  go_on (&fixture);
  daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_PRIORITY, daybook_value_int (DAYBOOK_URGENCY_HIGH));
  g_autoptr(DaybookEdit) edit = build (&fixture);
  const DaybookChange *task = find_task (edit);
  g_assert_nonnull (task);
  g_assert_cmpint (task->values[DAYBOOK_TASK_DUE].number, ==, LATER + 1800);
  assert_is (&task->values[DAYBOOK_TASK_AGENT].id, &fixture.lead);

  go_on (&fixture);
  daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_SUBJECT, daybook_value_text ("The hinge"));
  assert_no_call (&fixture);
  daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_PRIORITY, daybook_value_int (DAYBOOK_URGENCY_LOW));
  go_on (&fixture);
  daybook_case_draft_set (fixture.draft, DAYBOOK_CASE_PRIORITY, daybook_value_int (DAYBOOK_URGENCY_HIGH));
  g_autoptr(DaybookEdit) again = build (&fixture);
  assert_is (&find_task (again)->row, &task->row);
  tear_down (&fixture);
}

/* --- Opened again -------------------------------------------------------------------------- */

static DaybookRow *
make_task (DaybookTaskKind kind,
           gint64          done_at)
{
  DaybookRow *task = daybook_row_new (&daybook_tasks);

  daybook_id_random (&task->id);
  task->values[DAYBOOK_TASK_KIND] = daybook_value_int (kind);
  if (done_at != 0)
    task->values[DAYBOOK_TASK_DONE_AT] = daybook_value_int (done_at);
  return task;
}

/* Of the case's tasks: an open call-back, one that was made, and a call. */
static GPtrArray *
make_tasks (void)
{
  GPtrArray *tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  g_ptr_array_add (tasks, make_task (DAYBOOK_TASK_CALL_BACK, 0));
  g_ptr_array_add (tasks, make_task (DAYBOOK_TASK_CALL_BACK, NOW));
  g_ptr_array_add (tasks, make_task (DAYBOOK_TASK_CALL, 0));
  return tasks;
}

static guint
count_changed_tasks (DaybookEdit     *edit,
                     const DaybookId *of)
{
  guint n = 0;

  for (guint i = 0; i < daybook_edit_size (edit); i++)
    if (daybook_edit_change (edit, i)->table == &daybook_tasks)
      {
        assert_is (&daybook_edit_change (edit, i)->row, of);
        n++;
      }
  return n;
}

static void
test_opening_again_gives_call_backs_up (void)
{
  Fixture fixture;
  set_up (&fixture, "");
  g_autoptr(GPtrArray) tasks = make_tasks ();
  const DaybookRow *open = g_ptr_array_index (tasks, 0);

  move (&fixture, "done");
  go_on (&fixture);
  daybook_case_draft_know_tasks (fixture.draft, tasks);
  move (&fixture, "withdrawn");
  g_autoptr(DaybookEdit) ended = build (&fixture);
  g_assert_cmpuint (count_changed_tasks (ended, &open->id), ==, 0);

  move (&fixture, "agreed");
  g_autoptr(DaybookEdit) edit = build (&fixture);
  g_assert_cmpuint (count_changed_tasks (edit, &open->id), ==, 3); /* outcome, why, and when */
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-draft/a-new-case", test_a_new_case);
  g_test_add_func ("/case-draft/a-case-of-nobody", test_a_case_of_nobody);
  g_test_add_func ("/case-draft/a-case-named-by-a-platform", test_a_case_named_by_a_platform);
  g_test_add_func ("/case-draft/an-order-says-whose-its-case-is", test_an_order_says_whose_its_case_is);
  g_test_add_func ("/case-draft/an-order-that-says-little", test_an_order_that_says_little);
  g_test_add_func ("/case-draft/an-order-of-a-case-that-exists", test_an_order_of_a_case_that_exists);
  g_test_add_func ("/case-draft/a-move-sets-since-when", test_a_move_sets_since_when);
  g_test_add_func ("/case-draft/a-move-to-where-it-is-is-none", test_a_move_to_where_it_is_is_none);
  g_test_add_func ("/case-draft/an-end-closes", test_an_end_closes);
  g_test_add_func ("/case-draft/opening-again-counts-and-asks-anew", test_opening_again_counts_and_asks_anew);
  g_test_add_func ("/case-draft/from-one-end-to-another-it-stays-closed", test_from_one_end_to_another_it_stays_closed);
  g_test_add_func ("/case-draft/only-what-changed-is-in-the-edit", test_only_what_changed_is_in_the_edit);
  g_test_add_func ("/case-draft/the-row-that-was-given-is-not-touched", test_the_row_that_was_given_is_not_touched);
  g_test_add_func ("/case-draft/what-a-call-back-says", test_what_a_call_back_says);
  g_test_add_func ("/case-draft/who-calls-back", test_who_calls_back);
  g_test_add_func ("/case-draft/where-nobody-is-meant-the-owner-calls", test_where_nobody_is_meant_the_owner_calls);
  g_test_add_func ("/case-draft/who-was-told-is-not-called", test_who_was_told_is_not_called);
  g_test_add_func ("/case-draft/always-and-never", test_always_and_never);
  g_test_add_func ("/case-draft/an-end-that-asks-nothing-calls-nobody", test_an_end_that_asks_nothing_calls_nobody);
  g_test_add_func ("/case-draft/only-coming-to-an-end-calls", test_only_coming_to_an_end_calls);
  g_test_add_func ("/case-draft/who-thinks-better-of-it-has-not-opened-again", test_who_thinks_better_of_it_has_not_opened_again);
  g_test_add_func ("/case-draft/a-case-begins-with-a-call", test_a_case_begins_with_a_call);
  g_test_add_func ("/case-draft/what-is-settled-begins-with-no-call", test_what_is_settled_begins_with_no_call);
  g_test_add_func ("/case-draft/a-case-becomes-one-that-is-called", test_a_case_becomes_one_that_is_called);
  g_test_add_func ("/case-draft/opening-again-gives-call-backs-up", test_opening_again_gives_call_backs_up);

  return g_test_run ();
}
