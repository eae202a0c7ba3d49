/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case-rule.h"
#include "core/register-money.h"

#include <string.h>

/* Which fields play a part in money, goods and claims: what a definition says, and what is wrong
 * where it says it badly. */

#define HEAD "{\n\"register\": \"fix\",\n\"prefix\": \"X\",\n\"title\": \"Fixes\",\n"
#define FIELDS \
  "\"fields\": {\"sum\": {\"type\": \"money\", \"label\": \"Sum\"}, \"way\": {\"type\": \"money\", \"label\": \"Freight\"}," \
  " \"way_by\": {\"type\": \"choice\", \"label\": \"Who\", \"choices\": {\"they\": \"They\", \"we\": \"We\"}}," \
  " \"out\": {\"type\": \"parcel\", \"label\": \"Out\"}, \"follow\": {\"type\": \"link\", \"label\": \"Follow\"}," \
  " \"place\": {\"type\": \"text\", \"label\": \"Place\"}},\n"
#define STAGES \
  "\"stages\": {\"open\": {\"label\": \"Open\", \"paid_first\": true, \"moves\": [\"shut\"]}, \"shut\": {\"label\": \"Shut\", \"ends\": true}}"

static DaybookRegister *
parse (const char  *members,
       GError     **error)
{
  g_autofree char *json = g_strconcat (HEAD FIELDS, members, STAGES, "}", NULL);

  return daybook_register_parse (json, -1, "fix.json", error);
}

static DaybookRegister *
parse_good (const char *members)
{
  g_autoptr(GError) error = NULL;
  DaybookRegister *self = parse (members, &error);

  g_assert_no_error (error);
  return self;
}

static void
test_what_is_said (void)
{
  g_autoptr(DaybookRegister) self = parse_good (
    "\"money\": {\"refund\": \"sum\", \"parts\": {\"way\": {\"by\": \"way_by\", \"takes\": [\"they\"]}}},"
    "\"claim\": {\"amount\": \"sum\", \"paid\": \"way\"}, \"replaces\": \"out\","
    "\"outcomes\": {\"into\": [\"swap\", \"back\"], \"stage\": \"shut\", \"link\": \"follow\"},");
  const DaybookRegisterMoney *money = daybook_register_get_money (self);
  const DaybookRegisterOutcomes *outcomes = daybook_register_get_outcomes (self);
  const DaybookMoneyPart *part = g_ptr_array_index (money->parts, 0);

  g_assert_cmpstr (money->refund, ==, "sum");
  g_assert_null (money->compensation);
  g_assert_cmpuint (money->parts->len, ==, 1);
  g_assert_cmpstr (part->amount, ==, "way");
  g_assert_cmpstr (part->by, ==, "way_by");
  g_assert_cmpstr (part->takes[0], ==, "they");
  g_assert_null (part->gives[0]);
  g_assert_cmpstr (daybook_register_get_claim (self)->paid, ==, "way");
  g_assert_cmpstr (daybook_register_get_replaces (self), ==, "out");
  g_assert_cmpstr (outcomes->into[1], ==, "back");
  g_assert_cmpstr (outcomes->stage, ==, "shut");
  g_assert_cmpstr (outcomes->link, ==, "follow");
  g_assert_null (outcomes->from);
  g_assert_true (daybook_register_get_stage (self, 0)->paid_first);
  g_assert_false (daybook_register_get_stage (self, 1)->paid_first);
}

static void
test_nothing_is_said (void)
{
  g_autoptr(DaybookRegister) self = parse_good ("");

  g_assert_null (daybook_register_get_money (self)->refund);
  g_assert_cmpuint (daybook_register_get_money (self)->parts->len, ==, 0);
  g_assert_null (daybook_register_get_claim (self)->amount);
  g_assert_null (daybook_register_get_replaces (self));
  g_assert_null (daybook_register_get_outcomes (self)->into);
}

/* Line 6 is the first after the fields. */
static void
test_what_is_wrong (void)
{
  static const struct
  {
    const char *members;
    const char *said;
  } WRONG[] = {
    { "\"money\": {\"refund\": \"price\"},\n", "line 6: “refund” names “price”, which is no field of its own" },
    { "\"money\": {\"refund\": \"place\"},\n", "line 6: “refund” names “place”, which is a field of another type" },
    { "\"money\": {\"compensation\": \"out\"},\n", "“compensation” names “out”, which is a field of another type" },
    { "\"money\": {\"refund\": 7},\n", "“refund” is not what it should be" },
    { "\"money\": [],\n", "“money” is not what it should be" },
    { "\"money\": {\n\"parts\": {\"place\": {\"by\": \"way_by\"}}},\n", "line 7: “place” names “place”, which is a field of another type" },
    { "\"money\": {\"parts\": {\"way\": {}}},\n", "“by” is missing" },
    { "\"money\": {\"parts\": {\"way\": {\"by\": \"place\"}}},\n", "“by” names “place”, which is a field of another type" },
    { "\"money\": {\"parts\": {\"way\": {\"by\": \"way_by\", \"takes\": [\"them\"]}}},\n", "“takes” names “them”, which is no choice of “way_by”" },
    { "\"money\": {\"parts\": {\"way\": {\"by\": \"way_by\", \"gives\": [\"us\"]}}},\n", "“gives” names “us”, which is no choice of “way_by”" },
    { "\"money\": {\"parts\": {\"way\": {\"by\": \"way_by\", \"takes\": [\"we\"], \"gives\": [\"we\"]}}},\n", "“we” both takes and gives" },
    { "\"claim\": {\"amount\": \"sum\"},\n", "“paid” is missing" },
    { "\"claim\": {\"amount\": \"sum\", \"paid\": \"place\"},\n", "“paid” names “place”, which is a field of another type" },
    { "\"ledger\": {\"agent\": \"sum\"},\n", "“counts” is missing" },
    { "\"ledger\": {\"agent\": \"sum\", \"counts\": \"gone\"},\n", "“agent” names “sum”, which is a field of another type" },
    { "\"assign\": [],\n", "“assign” names no role" },
    { "\"replaces\": \"sum\",\n", "“replaces” names “sum”, which is a field of another type" },
    { "\"replaces\": \"gone\",\n", "“replaces” names “gone”, which is no field of its own" },
    { "\"outcomes\": {\"into\": [\"fix\"]},\n", "“into” names “fix”, which is no other register" },
    { "\"outcomes\": {\"into\": [\"A B\"]},\n", "“into” names “A B”, which is no other register" },
    { "\"outcomes\": {\"into\": [\"swap\"], \"stage\": \"open\"},\n", "“stage” is “open”, which is no stage that ends" },
    { "\"outcomes\": {\"into\": [\"swap\"], \"stage\": \"gone\"},\n", "“stage” is “gone”, which is no stage that ends" },
    { "\"outcomes\": {\"into\": [\"swap\"], \"link\": \"place\"},\n", "“link” names “place”, which is a field of another type" },
    { "\"outcomes\": {\"into\": [\"swap\"], \"from\": \"sum\"},\n", "“from” names “sum”, which is a field of another type" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (WRONG); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(DaybookRegister) self = parse (WRONG[i].members, &error);

      g_test_message ("%s", WRONG[i].members);
      g_assert_null (self);
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, WRONG[i].said));
    }
}

/* What a change does with the goods, by the parts that its fields play. */
static void
test_what_a_change_does (void)
{
  static const struct
  {
    const char     *members;
    const char     *name;
    gint64          before; /* -1: nothing is there */
    gint64          after;
    gboolean        moves;
    DaybookCaseDoes does;
  } CHANGES[] = {
    { "\"money\": {\"refund\": \"sum\"},", "sum", -1, 100, FALSE, DAYBOOK_CASE_PAYS_BACK },
    { "\"money\": {\"refund\": \"sum\"},", "sum", 100, 200, FALSE, DAYBOOK_CASE_PAYS_BACK },
    { "\"money\": {\"refund\": \"sum\"},", "sum", 100, 50, FALSE, DAYBOOK_CASE_DOES_NEITHER },
    { "\"money\": {\"refund\": \"sum\"},", "sum", 100, 100, FALSE, DAYBOOK_CASE_DOES_NEITHER },
    { "\"money\": {\"refund\": \"sum\"},", "sum", 100, 100, TRUE, DAYBOOK_CASE_PAYS_BACK },
    { "\"money\": {\"refund\": \"sum\"},", "way", -1, 100, FALSE, DAYBOOK_CASE_DOES_NEITHER },
    { "\"money\": {\"compensation\": \"sum\"},", "sum", -1, 100, TRUE, DAYBOOK_CASE_DOES_NEITHER },
    { "\"replaces\": \"out\",", "out", -1, 1, FALSE, DAYBOOK_CASE_SENDS },
    { "\"replaces\": \"out\",", "out", 1, 2, FALSE, DAYBOOK_CASE_DOES_NEITHER },
    { "\"replaces\": \"out\",", "place", -1, 1, TRUE, DAYBOOK_CASE_DOES_NEITHER },
    { "", "sum", -1, 100, TRUE, DAYBOOK_CASE_DOES_NEITHER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CHANGES); i++)
    {
      g_autoptr(DaybookRegister) self = parse_good (CHANGES[i].members);
      g_autoptr(DaybookRow) before = daybook_row_new (daybook_register_get_table (self));
      g_autoptr(DaybookRow) after = daybook_row_new (before->table);
      guint field = (guint) daybook_table_field (before->table, CHANGES[i].name);
      gboolean text = before->table->fields[field].type == DAYBOOK_TYPE_TEXT;

      if (CHANGES[i].before >= 0)
        before->values[field] = text ? daybook_value_text ("SF1") : daybook_value_int (CHANGES[i].before);
      after->values[field] = text ? daybook_value_text ("SF2") : daybook_value_int (CHANGES[i].after);
      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpint (daybook_case_does (self, before, after, CHANGES[i].moves), ==, CHANGES[i].does);
      if (CHANGES[i].before < 0)
        g_assert_cmpint (daybook_case_does (self, NULL, after, CHANGES[i].moves), ==, CHANGES[i].does);
    }
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register-money/what-is-said", test_what_is_said);
  g_test_add_func ("/register-money/nothing-is-said", test_nothing_is_said);
  g_test_add_func ("/register-money/what-is-wrong", test_what_is_wrong);
  g_test_add_func ("/register-money/what-a-change-does", test_what_a_change_does);
  return g_test_run ();
}
