/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register.h"

#include <string.h>

/* What a definition demands of some of its cases: limits and requirements with conditions. */

#define HEAD "{\n\"register\": \"fix\",\n\"prefix\": \"X\",\n\"title\": \"Fixes\",\n"
#define FIELDS \
  "\"fields\": {\"door\": {\"type\": \"choice\", \"label\": \"Door\", \"choices\": {\"front\": \"Front\", \"side\": \"Side\"}}," \
  " \"marks\": {\"type\": \"choices\", \"label\": \"Marks\", \"choices\": {\"rust\": \"Rust\", \"dent\": \"Dent\"}}," \
  " \"ours\": {\"type\": \"yes_no\", \"label\": \"Ours\"}, \"place\": {\"type\": \"text\", \"label\": \"Place\"}," \
  " \"back\": {\"type\": \"parcel\", \"label\": \"Back\"}},\n"
#define STAGES \
  "\"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"shut\", \"lost\"]}," \
  " \"shut\": {\"label\": \"Shut\", \"ends\": true}, \"lost\": {\"label\": \"Lost\", \"ends\": true, \"closing\": [\"told\"]}}"

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

/* A case of it that has nothing but this. Takes over `value`. */
static DaybookRow *
case_with (DaybookRegister *self,
           const char      *name,
           DaybookValue     value)
{
  DaybookRow *row = daybook_row_new (daybook_register_get_table (self));

  row->values[daybook_table_field (row->table, name)] = value;
  return row;
}

/* --- Limits ------------------------------------------------------------------ */

static void
assert_respond (const char  *limits,
                const char  *name,
                DaybookValue value,
                guint        hours)
{
  g_autofree char *members = g_strdup_printf ("\"respond\": %s,", limits);
  g_autoptr(DaybookRegister) self = parse_good (members);
  g_autoptr(DaybookRow) row = case_with (self, name, value);

  g_assert_cmpuint (daybook_limit_of (daybook_register_get_respond (self), row)->within, ==, hours * 3600);
}

#define BY_DOOR "[{\"within\": \"1h\", \"when\": {\"door\": [\"front\"]}}, {\"within\": \"2h\", \"when\": {\"door\": [\"side\", \"front\"]}}, {\"within\": \"9h\"}]"

static void
test_the_first_limit_that_suits_is_the_one (void)
{
  assert_respond (BY_DOOR, "door", daybook_value_text ("front"), 1);
  assert_respond (BY_DOOR, "door", daybook_value_text ("side"), 2);
  assert_respond (BY_DOOR, "subject", daybook_value_text ("no door"), 9);
  assert_respond ("[{\"within\": \"1h\", \"when\": {\"door\": [\"front\"]}}]", "door", daybook_value_text ("side"), 0);
  assert_respond ("{\"within\": \"4h\"}", "door", daybook_value_text ("side"), 4);
  assert_respond ("[]", "door", daybook_value_text ("side"), 0);
}

static void
test_of_a_case_of_which_nothing_is_known (void)
{
  g_autoptr(DaybookRegister) self = parse_good ("\"respond\": " BY_DOOR ", \"resolve\": [{\"within\": \"1h\", \"when\": {\"door\": [\"front\"]}}],");

  g_assert_cmpuint (daybook_limit_of (daybook_register_get_respond (self), NULL)->within, ==, 9 * 3600);
  g_assert_cmpuint (daybook_limit_of (daybook_register_get_resolve (self), NULL)->within, ==, 0);
}

static void
test_conditions_on_words_that_are_numbers_inside (void)
{
  static const char OURS[] = "[{\"within\": \"1h\", \"when\": {\"ours\": [\"yes\"]}}, {\"within\": \"2h\", \"when\": {\"ours\": [\"unknown\"]}}]";
  static const char URGENT[] = "[{\"within\": \"1h\", \"when\": {\"priority\": [\"urgent\", \"high\"]}}, {\"within\": \"8h\"}]";

  assert_respond (OURS, "ours", daybook_value_int (DAYBOOK_ANSWER_YES), 1);
  assert_respond (OURS, "ours", daybook_value_int (DAYBOOK_ANSWER_NO), 0);
  assert_respond (OURS, "subject", daybook_value_text ("x"), 2);
  assert_respond (URGENT, "priority", daybook_value_int (DAYBOOK_URGENCY_URGENT), 1);
  assert_respond (URGENT, "priority", daybook_value_int (DAYBOOK_URGENCY_LOW), 8);
  assert_respond (URGENT, "priority", daybook_value_int (99), 8); /* a newer laptop's */
}

/* Of several choices one is enough. */
static void
test_conditions_on_one_of_several_choices (void)
{
  static const char RUST[] = "[{\"within\": \"1h\", \"when\": {\"marks\": [\"rust\"]}}]";

  assert_respond (RUST, "marks", daybook_value_text ("rust"), 1);
  assert_respond (RUST, "marks", daybook_value_text ("dent"), 0);
  assert_respond (RUST, "marks", daybook_value_text ("dent rust"), 1);
}

static void
test_what_a_limit_says_besides (void)
{
  g_autoptr(DaybookRegister) self = parse_good (
    "\"respond\": [{\"within\": \"1h\", \"when\": {\"door\": [\"front\"]}, \"hours\": \"always\", \"warn\": 0}, {\"within\": \"2h\"}],");
  const DaybookLimit *first = g_ptr_array_index (daybook_register_get_respond (self), 0);
  const DaybookLimit *second = g_ptr_array_index (daybook_register_get_respond (self), 1);

  g_assert_cmpuint (daybook_register_get_respond (self)->len, ==, 2);
  g_assert_cmpstr (first->when.field, ==, "door");
  g_assert_cmpint (first->hours, ==, DAYBOOK_HOURS_ALWAYS);
  g_assert_cmpuint (first->warn, ==, 0);
  g_assert_null (second->when.field);
  g_assert_cmpint (second->hours, ==, DAYBOOK_HOURS_SHOP);
  g_assert_cmpuint (second->warn, ==, 70);
}

/* --- Closing ------------------------------------------------------------------ */

static void
test_an_end_says_itself_what_it_asks (void)
{
  g_autoptr(DaybookRegister) self = parse_good ("\"closing\": [\"result\", \"cause\"],");
  g_autoptr(DaybookRegister) silent = parse_good ("");

  g_assert_cmpint (daybook_register_get_stage (self, 0)->asks, ==, DAYBOOK_ASKS_NOTHING);
  g_assert_cmpint (daybook_register_get_stage (self, 1)->asks, ==, DAYBOOK_ASKS_RESULT | DAYBOOK_ASKS_CAUSE);
  g_assert_cmpint (daybook_register_get_stage (self, 2)->asks, ==, DAYBOOK_ASKS_TOLD);
  g_assert_cmpint (daybook_register_get_stage (silent, 1)->asks, ==, DAYBOOK_ASKS_NOTHING);
}

/* --- What is wrong ---------------------------------------------------------------- */

typedef struct
{
  const char *members;
  const char *said;
} Wrong;

static void
assert_wrong (const Wrong *wrong)
{
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", wrong->members);
  g_assert_null (parse (wrong->members, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  if (strstr (error->message, wrong->said) == NULL)
    g_error ("%s\nnot: %s", error->message, wrong->said);
}

/* HEAD has four lines, FIELDS one. */
static void
test_wrong_conditions (void)
{
  static const Wrong WRONG[] = {
    { "\"call_first\": {\"by\": \"owner\"},\n", "line 6: “within” is missing" },
    { "\"call_first\": {\"within\": \"soon\"},\n", "line 6: “within” is “soon”, which is no time" },
    { "\"call_first\": {\"within\": \"1h\", \"by\": \"nobody\"},\n", "line 6: “by” is “nobody”, which is none of" },
    { "\"call_first\": {\"within\": \"1h\", \"when\": {\"door\": [\"back\"]}},\n", "line 6: “when” names “back”, which is no choice of “door”" },
    { "\"respond\": {\"within\": \"1h\", \"when\": {}},\n", "line 6: “when” names one field" },
    { "\"respond\": {\"within\": \"1h\", \"when\": {\"door\": [\"front\"], \"ours\": [\"yes\"]}},\n", "line 6: “when” names one field" },
    { "\"respond\": {\"within\": \"1h\", \"when\": [\"door\"]},\n", "line 6: “when” is not what it should be" },
    { "\"respond\": {\"within\": \"1h\", \"when\": {\"door\": \"front\"}},\n", "line 6: “door” is not what it should be" },
    { "\"respond\": {\"within\": \"1h\", \"when\": {\"window\": [\"front\"]}},\n", "line 6: “when” names “window”, which is no field with choices" },
    { "\"respond\": {\"within\": \"1h\", \"when\": {\"place\": [\"front\"]}},\n", "line 6: “when” names “place”, which is no field with choices" },
    { "\"respond\": {\"within\": \"1h\", \"when\": {\"subject\": [\"front\"]}},\n", "line 6: “when” names “subject”, which is no field with choices" },
    { "\n\"resolve\": {\"within\": \"1h\", \"when\": {\"door\": [\"front\", \"back\"]}},\n", "line 7: “when” names “back”, which is no choice of “door”" },
    { "\"respond\": [{\"within\": \"1h\"}, 5],\n", "line 6: “respond” holds something that is no limit" },
    { "\"respond\": 5,\n", "line 6: “respond” is not what it should be" },
    { "\"respond\": [{}],\n", "line 6: “within” is missing" },
    { "\"respond\": [{\"within\": \"soon\"}],\n", "line 6: “within” is “soon”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (WRONG); i++)
    assert_wrong (&WRONG[i]);
}

/* Who writes “telephone” for “phone” would wait for a case that never comes. */
static void
test_conditions_on_words_that_nothing_has (void)
{
  static const Wrong WRONG[] = {
    { "\"respond\": {\"within\": \"1h\", \"when\": {\"channel\": [\"telephone\"]}},\n", "line 6: “when” names “telephone”, which is no choice of “channel”" },
    { "\"respond\": {\"within\": \"1h\", \"when\": {\"ours\": [\"maybe\"]}},\n", "line 6: “when” names “maybe”, which is no choice of “ours”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (WRONG); i++)
    assert_wrong (&WRONG[i]);
}

/* `requires` of a stage that stands beside the others. */
static void
assert_wrong_requirement (const char *requires,
                          const char *said)
{
  g_autofree char *json = g_strdup_printf (HEAD FIELDS "\"stages\": {\n\"open\": {\"label\": \"Open\", \"ends\": true,\n\"requires\": %s}}}", requires);
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_register_parse (json, -1, "fix.json", &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  if (strstr (error->message, said) == NULL)
    g_error ("%s\nnot: %s", error->message, said);
}

static void
test_wrong_requirements (void)
{
  assert_wrong_requirement ("[\"window\"]", "line 8: “requires” names “window”, which is no field");
  assert_wrong_requirement ("[{\"one_of\": [\"place\", \"window\"]}]", "line 8: “requires” names “window”, which is no field");
  assert_wrong_requirement ("[{\"one_of\": [\"place\"], \"when\": {\"door\": [\"back\"]}}]", "“when” names “back”");
  assert_wrong_requirement ("[{\"when\": {\"door\": [\"front\"]}}]", "line 8: “requires” holds something that names no field");
  assert_wrong_requirement ("[{\"one_of\": []}]", "line 8: “requires” holds something that names no field");
  assert_wrong_requirement ("[5]", "line 8: “requires” holds something that names no field");
  assert_wrong_requirement ("\"place\"", "line 8: “requires” is not what it should be");
  assert_wrong_requirement ("[\"deleted\"]", "line 8: “requires” names “deleted”, which is no field");
}

/* In JSON, EXPR and the courier of a parcel they would be somebody else's. */
static void
test_names_that_are_taken (void)
{
  static const struct { const char *name; const char *said; } TAKEN[] = {
    { "id", "“id” is what every row has" },
    { "kind", "“kind” is what every row has" },
    { "title", "“title” is what every row has" },
    { "deleted", "“deleted” is a field that every case has" },
    { "order", "“order” is a field that every case has" },
    { "away_courier", "“away_courier” is the courier of a parcel" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (TAKEN); i++)
    {
      g_autofree char *json = g_strdup_printf (HEAD "\"fields\": {\"away\": {\"type\": \"parcel\", \"label\": \"Away\"},\n"
                                               "\"%s\": {\"type\": \"text\", \"label\": \"x\"}},\n" STAGES "}", TAKEN[i].name);
      g_autoptr(GError) error = NULL;

      g_assert_null (daybook_register_parse (json, -1, "fix.json", &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, "line 6:"));
      g_assert_nonnull (strstr (error->message, TAKEN[i].said));
    }

  /* A courier of a field that is no parcel is a name like others. */
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRegister) fine = daybook_register_parse (HEAD "\"fields\": {\"away\": {\"type\": \"text\", \"label\": \"Away\"},"
    " \"away_courier\": {\"type\": \"text\", \"label\": \"x\"}}," STAGES "}", -1, "fix.json", &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register-rules/the-first-limit-that-suits-is-the-one", test_the_first_limit_that_suits_is_the_one);
  g_test_add_func ("/register-rules/of-a-case-of-which-nothing-is-known", test_of_a_case_of_which_nothing_is_known);
  g_test_add_func ("/register-rules/conditions-on-words-that-are-numbers-inside", test_conditions_on_words_that_are_numbers_inside);
  g_test_add_func ("/register-rules/what-a-limit-says-besides", test_what_a_limit_says_besides);
  g_test_add_func ("/register-rules/an-end-says-itself-what-it-asks", test_an_end_says_itself_what_it_asks);
  g_test_add_func ("/register-rules/wrong-conditions", test_wrong_conditions);
  g_test_add_func ("/register-rules/wrong-requirements", test_wrong_requirements);
  g_test_add_func ("/register-rules/names-that-are-taken", test_names_that_are_taken);
  g_test_add_func ("/register-rules/conditions-on-one-of-several-choices", test_conditions_on_one_of_several_choices);
  g_test_add_func ("/register-rules/conditions-on-words-that-nothing-has", test_conditions_on_words_that_nothing_has);

  return g_test_run ();
}
