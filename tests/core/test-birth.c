/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/birth.h"

#include "core/aftersale.h"
#include "core/order.h"
#include "core/review.h"

#include <string.h>

/* How a definition says of which rows cases become, and what they have of them. */

#define HEAD "{\n\"register\": \"fix\",\n\"prefix\": \"X\",\n\"title\": \"Fixes\",\n"
#define FIELDS \
  "\"fields\": {\"sum\": {\"type\": \"money\", \"label\": \"Sum\"}, \"stars\": {\"type\": \"stars\", \"label\": \"Stars\"}," \
  " \"side\": {\"type\": \"choice\", \"label\": \"Side\", \"choices\": {\"good\": \"Good\", \"bad\": \"Bad\"}}," \
  " \"goods\": {\"type\": \"lines\", \"label\": \"Goods\"}, \"back\": {\"type\": \"parcel\", \"label\": \"Back\"}," \
  " \"ours\": {\"type\": \"yes_no\", \"label\": \"Ours\"}},\n" \
  "\"reasons\": {\"size\": \"Size\", \"other\": \"Other\"},\n"
#define STAGES \
  "\"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"later\", \"shut\"]}, \"later\": {\"label\": \"Later\", \"moves\": [\"shut\"]}," \
  " \"shut\": {\"label\": \"Shut\", \"ends\": true}}"

#define ASKED "{\"rows\": \"aftersale\", \"when\": {\"kind\": [\"refund\", \"other\"]}, \"closed\": \"ended_at\"," \
  " \"stages\": {\"status\": {\"gone\": \"shut\"}, \"stage\": {\"agreed\": \"later\", \"done\": \"shut\"}}," \
  " \"fields\": {\"sum\": \"amount\", \"content\": [\"reason\", \"words\"], \"name\": \"buyer\", \"back\": \"tracking\", \"back_courier\": \"courier\"," \
  "  \"ours\": {\"from\": \"goods\", \"is\": {\"yes\": [\"here\"], \"no\": [\"away\"]}}," \
  "  \"reason\": {\"from\": \"reason\", \"is\": {\"size\": [\"SIZE\", \"尺码\"], \"other\": [\"other\"]}}}}"

static DaybookRegister *
parse (const char  *birth,
       GError     **error)
{
  g_autofree char *json = g_strconcat (HEAD FIELDS "\"born_from\": ", birth, ",\n" STAGES "}", NULL);

  return daybook_register_parse (json, -1, "fix.json", error);
}

static DaybookRegister *
parse_good (const char *birth)
{
  g_autoptr(GError) error = NULL;
  DaybookRegister *self = parse (birth, &error);

  g_assert_no_error (error);
  return self;
}

#define AS_OF 5000

static const DaybookBirthFacts FACTS = { .shop = { { 1 } }, .currency = "CNY", .as_of = AS_OF };

/* A request of the buyer's of which nothing more is known than these. */
static DaybookRow *
asked (DaybookAftersaleStage stage)
{
  DaybookRow *row = daybook_row_new (&daybook_aftersales);

  row->id = (DaybookId) { { 7 } };
  row->values[DAYBOOK_AFTERSALE_PLATFORM] = daybook_value_text ("tmall");
  row->values[DAYBOOK_AFTERSALE_NUMBER] = daybook_value_text ("9001");
  row->values[DAYBOOK_AFTERSALE_KIND] = daybook_value_int (DAYBOOK_AFTERSALE_REFUND);
  row->values[DAYBOOK_AFTERSALE_STAGE] = daybook_value_int (stage);
  row->values[DAYBOOK_AFTERSALE_ASKED_AT] = daybook_value_int (3000);
  return row;
}

static void
give (DaybookRow *row,
      guint       field,
      const char *text)
{
  row->values[field] = daybook_value_text (text);
}

static void
assert_text (const DaybookRow *row,
             const char       *name,
             const char       *text)
{
  g_assert_cmpstr (daybook_row_text (row, (guint) daybook_table_field (row->table, name)), ==, text);
}

static gint64
number (const DaybookRow *row,
        const char       *name)
{
  return daybook_row_int (row, (guint) daybook_table_field (row->table, name));
}

/* --- Of which rows -------------------------------------------------------------- */

static void
test_which_rows_are_wanted (void)
{
  g_autoptr(DaybookRegister) self = parse_good (ASKED);
  const DaybookBirth *birth = daybook_register_get_birth (self);
  g_autoptr(DaybookRow) row = asked (DAYBOOK_AFTERSALE_ASKED);
  g_autoptr(DaybookRow) review = daybook_row_new (&daybook_reviews);

  g_assert_true (birth->by_itself);
  g_assert_true (daybook_birth_wants (birth, row));
  row->values[DAYBOOK_AFTERSALE_KIND] = daybook_value_int (DAYBOOK_AFTERSALE_RETURN);
  g_assert_false (daybook_birth_wants (birth, row));
  g_assert_false (daybook_birth_wants (birth, review));
}

static void
test_the_switch (void)
{
  g_autoptr(DaybookRegister) off = parse_good ("{\"rows\": \"review\", \"by_itself\": false}");
  g_autoptr(DaybookRegister) on = parse_good ("{\"rows\": \"review\", \"by_itself\": true}");

  g_assert_false (daybook_register_get_birth (off)->by_itself);
  g_assert_true (daybook_register_get_birth (on)->by_itself);
}

/* --- What the case has ------------------------------------------------------------ */

static void
test_a_case_has_what_the_row_says (void)
{
  g_autoptr(DaybookRegister) self = parse_good (ASKED);
  g_autoptr(DaybookRow) row = asked (DAYBOOK_AFTERSALE_ASKED);
  DaybookId id;

  row->values[DAYBOOK_AFTERSALE_AMOUNT] = daybook_value_int (1250);
  row->values[DAYBOOK_AFTERSALE_DEADLINE] = daybook_value_int (9000);
  give (row, DAYBOOK_AFTERSALE_CURRENCY, "USD");
  give (row, DAYBOOK_AFTERSALE_REASON, "Wrong size");
  give (row, DAYBOOK_AFTERSALE_WORDS, "Too small");
  give (row, DAYBOOK_AFTERSALE_BUYER, "anna");
  give (row, DAYBOOK_AFTERSALE_GOODS, "still away");
  give (row, DAYBOOK_AFTERSALE_TRACKING, "SF1");
  give (row, DAYBOOK_AFTERSALE_COURIER, "SF");
  g_autoptr(DaybookRow) made = daybook_birth_make (self, row, &FACTS);

  daybook_birth_id (&id, &row->id);
  g_assert_true (daybook_id_equal (&id, &made->id));
  assert_text (made, "register", "fix");
  assert_text (made, "stage", "open");
  assert_text (made, "platform", "tmall");
  assert_text (made, "platform_number", "9001");
  assert_text (made, "currency", "USD");
  assert_text (made, "content", "Wrong size\nToo small");
  assert_text (made, "reason", "size");
  assert_text (made, "name", "anna");
  assert_text (made, "back", "SF1");
  assert_text (made, "back_courier", "SF");
  g_assert_cmpint (number (made, "sum"), ==, 1250);
  g_assert_cmpint (number (made, "ours"), ==, DAYBOOK_ANSWER_NO);
  g_assert_cmpint (number (made, "platform_deadline"), ==, 9000);
  g_assert_cmpint (number (made, "opened_at"), ==, 3000);
  g_assert_cmpint (number (made, "stage_since"), ==, 3000);
  g_assert_false (daybook_row_has (made, DAYBOOK_CASE_OWNER));
  g_assert_false (daybook_row_has (made, DAYBOOK_CASE_CLOSED_AT));
}

static void
test_what_the_row_does_not_say_is_empty (void)
{
  g_autoptr(DaybookRegister) self = parse_good (ASKED);
  g_autoptr(DaybookRow) row = asked (DAYBOOK_AFTERSALE_UNKNOWN);
  g_autoptr(DaybookRow) made = NULL;

  give (row, DAYBOOK_AFTERSALE_REASON, "whatever");
  give (row, DAYBOOK_AFTERSALE_WORDS, "whatever");
  made = daybook_birth_make (self, row, &FACTS);
  assert_text (made, "content", "whatever");
  assert_text (made, "reason", "");
  assert_text (made, "currency", "CNY");
  g_assert_false (daybook_row_has (made, DAYBOOK_CASE_PLATFORM_DEADLINE));
  g_assert_false (daybook_row_has (made, (guint) daybook_table_field (made->table, "sum")));
}

static void
test_the_order_and_its_customer (void)
{
  g_autoptr(DaybookRegister) self = parse_good (ASKED);
  g_autoptr(DaybookRow) row = asked (DAYBOOK_AFTERSALE_ASKED);
  g_autoptr(DaybookRow) order = daybook_row_new (&daybook_orders);
  DaybookBirthFacts facts = FACTS;

  order->id = (DaybookId) { { 2 } };
  order->values[DAYBOOK_ORDER_CUSTOMER] = daybook_value_id (&(DaybookId) { { 3 } });
  give (row, DAYBOOK_AFTERSALE_BUYER, "anna");
  facts.order = order;
  g_autoptr(DaybookRow) made = daybook_birth_make (self, row, &facts);

  g_assert_true (daybook_id_equal (daybook_row_ref_id (made, DAYBOOK_CASE_ORDER), &order->id));
  g_assert_true (daybook_id_equal (daybook_row_ref_id (made, DAYBOOK_CASE_CUSTOMER), &(DaybookId) { { 3 } }));
  /* Whoever is in a customer's file is not named a second time. */
  assert_text (made, "name", "");
}

static void
assert_stage (DaybookRegister       *self,
              DaybookAftersaleStage  told,
              const char            *status,
              gint64                 ended,
              const char            *stage,
              gint64                 since)
{
  g_autoptr(DaybookRow) row = asked (told);
  g_autoptr(DaybookRow) made = NULL;

  give (row, DAYBOOK_AFTERSALE_STATUS, status);
  if (ended != 0)
    row->values[DAYBOOK_AFTERSALE_ENDED_AT] = daybook_value_int (ended);
  made = daybook_birth_make (self, row, &FACTS);
  assert_text (made, "stage", stage);
  g_assert_cmpint (number (made, "stage_since"), ==, since);
  g_assert_cmpint (number (made, "closed_at"), ==, g_str_equal (stage, "shut") ? since : 0);
}

static void
test_where_it_stands (void)
{
  g_autoptr(DaybookRegister) self = parse_good (ASKED);

  assert_stage (self, DAYBOOK_AFTERSALE_ASKED, "new", 0, "open", 3000);
  assert_stage (self, DAYBOOK_AFTERSALE_AGREED, "new", 0, "later", AS_OF);
  assert_stage (self, DAYBOOK_AFTERSALE_DONE, "new", 4000, "shut", 4000);
  assert_stage (self, DAYBOOK_AFTERSALE_DONE, "new", 0, "shut", AS_OF);
  assert_stage (self, DAYBOOK_AFTERSALE_AGREED, "gone", 0, "shut", AS_OF);
  /* What an export dates ahead of itself. */
  assert_stage (self, DAYBOOK_AFTERSALE_DONE, "new", 6000, "shut", AS_OF);
}

#define REVIEWED "{\"rows\": \"review\", \"stages\": {\"reply\": {\"*\": \"shut\"}, \"stars\": {\"5\": \"later\"}}," \
  " \"fields\": {\"stars\": \"stars\", \"side\": {\"from\": \"stars\", \"is\": {\"bad\": [\"1\", \"2\"], \"good\": [\"5\"]}}}}"

static void
assert_review (gint64      stars,
               const char *reply,
               const char *side,
               const char *stage)
{
  g_autoptr(DaybookRegister) self = parse_good (REVIEWED);
  g_autoptr(DaybookRow) row = daybook_row_new (&daybook_reviews);
  g_autoptr(DaybookRow) made = NULL;

  row->values[DAYBOOK_REVIEW_STARS] = daybook_value_int (stars);
  give (row, DAYBOOK_REVIEW_REPLY, reply);
  made = daybook_birth_make (self, row, &FACTS);
  g_assert_cmpint (number (made, "stars"), ==, stars);
  assert_text (made, "side", side);
  assert_text (made, "stage", stage);
}

static void
test_numbers_and_whatever_is_there (void)
{
  assert_review (1, NULL, "bad", "open");
  assert_review (3, NULL, "", "open");
  assert_review (5, NULL, "good", "later");
  assert_review (5, "Thank you", "good", "shut");
}

static void
test_what_the_row_gives (void)
{
  g_autoptr(DaybookRegister) self = parse_good (ASKED);
  const DaybookTable *table = daybook_register_get_table (self);

  g_assert_true (daybook_birth_gives (self, DAYBOOK_CASE_STAGE));
  g_assert_true (daybook_birth_gives (self, DAYBOOK_CASE_CONTENT));
  g_assert_true (daybook_birth_gives (self, (guint) daybook_table_field (table, "sum")));
  g_assert_false (daybook_birth_gives (self, (guint) daybook_table_field (table, "side")));
  g_assert_false (daybook_birth_gives (self, DAYBOOK_CASE_OPENED_AT));
  g_assert_false (daybook_birth_gives (self, DAYBOOK_CASE_OWNER));
}

/* --- What is wrong ------------------------------------------------------------------ */

static void
assert_wrong (const char *birth,
              const char *why)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRegister) self = parse (birth, &error);

  g_assert_null (self);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  if (strstr (error->message, why) == NULL)
    g_error ("“%s” is not in: %s", why, error->message);
}

static void
test_what_is_wrong_is_named (void)
{
  assert_wrong ("{}", "“rows” is missing");
  assert_wrong ("{\"rows\": \"order\"}", "“rows” is “order”");
  assert_wrong ("{\"rows\": \"review\", \"by_itself\": 1}", "“by_itself” is not what it should be");
  assert_wrong ("{\"rows\": \"review\", \"closed\": \"stars\"}", "“closed” is “stars”");
  assert_wrong ("{\"rows\": \"aftersale\", \"when\": {\"kind\": [\"gift\"]}}", "no such row has “gift” in “kind”");
  assert_wrong ("{\"rows\": \"aftersale\", \"when\": {\"colour\": [\"red\"]}}", "no such row has “red” in “colour”");
  assert_wrong ("{\"rows\": \"aftersale\", \"stages\": {\"stage\": {\"asked\": \"nowhere\"}}}", "“nowhere”, which is no stage");
  assert_wrong ("{\"rows\": \"aftersale\", \"stages\": {\"stage\": {\"gone\": \"shut\"}}}", "no such row has “gone” in “stage”");
  assert_wrong ("{\"rows\": \"aftersale\", \"fields\": {\"sum\": \"colour\"}}", "which is no field of such a row");
  assert_wrong ("{\"rows\": \"aftersale\", \"fields\": {\"sum\": []}}", "“sum” names no field of the row");
  assert_wrong ("{\"rows\": \"aftersale\", \"fields\": {\"sum\": \"reason\"}}", "“sum” cannot take what stands there");
  assert_wrong ("{\"rows\": \"aftersale\", \"fields\": {\"sum\": [\"amount\", \"paid\"]}}", "“sum” cannot take what stands there");
  assert_wrong ("{\"rows\": \"aftersale\", \"fields\": {\"reason\": \"reason\"}}", "“reason” cannot take what stands there");
  assert_wrong ("{\"rows\": \"aftersale\", \"fields\": {\"side\": {\"from\": \"reason\", \"is\": {\"up\": [\"x\"]}}}}", "“side” has no choice “up”");
  assert_wrong ("{\"rows\": \"aftersale\", \"fields\": {\"content\": {\"from\": \"reason\", \"is\": {\"up\": [\"x\"]}}}}", "no field with choices");
  assert_wrong ("{\"rows\": \"aftersale\", \"fields\": {\"goods\": \"title\"}}", "“goods” is no field that a row fills");
  assert_wrong ("{\"rows\": \"aftersale\", \"fields\": {\"owner\": \"buyer\"}}", "“owner” is no field that a row fills");
  assert_wrong ("{\"rows\": \"aftersale\", \"fields\": {\"stage\": \"status\"}}", "“stage” is no field that a row fills");
  assert_wrong ("{\"rows\": \"aftersale\", \"fields\": {\"platform_number\": \"number\"}}", "“platform_number” is no field that a row fills");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/birth/which-rows", test_which_rows_are_wanted);
  g_test_add_func ("/birth/switch", test_the_switch);
  g_test_add_func ("/birth/has", test_a_case_has_what_the_row_says);
  g_test_add_func ("/birth/empty", test_what_the_row_does_not_say_is_empty);
  g_test_add_func ("/birth/order", test_the_order_and_its_customer);
  g_test_add_func ("/birth/stage", test_where_it_stands);
  g_test_add_func ("/birth/numbers", test_numbers_and_whatever_is_there);
  g_test_add_func ("/birth/gives", test_what_the_row_gives);
  g_test_add_func ("/birth/wrong", test_what_is_wrong_is_named);

  return g_test_run ();
}
