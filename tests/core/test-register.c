/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register.h"

#include <string.h>

#define STAGES "\"stages\": {\n\"open\": {\"label\": \"Open\", \"moves\": [\"shut\"]},\n\"shut\": {\"label\": \"Shut\", \"ends\": true, \"moves\": [\"open\"]}\n}"
#define HEAD "{\n\"register\": \"lost_keys\",\n\"prefix\": \"K\",\n\"title\": \"Lost keys\",\n"

/* `members` come before the stages, each with a comma behind it. */
static DaybookRegister *
parse (const char  *members,
       GError     **error)
{
  g_autofree char *json = g_strconcat (HEAD, members, STAGES, "}", NULL);

  return daybook_register_parse (json, -1, "lost.json", error);
}

static DaybookRegister *
parse_good (const char *members)
{
  g_autoptr(GError) error = NULL;
  DaybookRegister *self = parse (members, &error);

  g_assert_no_error (error);
  return self;
}

/* The smallest there is, and what is left out. */
static void
test_small (void)
{
  g_autoptr(DaybookRegister) self = parse_good ("");
  DaybookCallBackBy by;
  guint after;

  g_assert_cmpstr (daybook_register_get_key (self), ==, "lost_keys");
  g_assert_cmpstr (daybook_register_get_prefix (self), ==, "K");
  g_assert_cmpstr (daybook_register_get_label (self), ==, "Lost keys");
  g_assert_null (daybook_register_get_help (self));
  g_assert_cmpstr (daybook_register_get_color (self), ==, "blue");
  g_assert_false (daybook_register_is_first (self));
  g_assert_cmpuint (daybook_register_get_n_fields (self), ==, 0);
  g_assert_cmpuint (daybook_register_get_n_stages (self), ==, 2);
  g_assert_cmpuint (daybook_register_get_start (self), ==, 0);
  g_assert_cmpuint (daybook_limit_of (daybook_register_get_respond (self), NULL)->within, ==, 0);
  g_assert_cmpint (daybook_register_get_call_back (self, &by, &after), ==, DAYBOOK_CALL_BACK_NEVER);
  g_assert_null (daybook_register_get_call_first (self));
  g_assert_true (daybook_register_may_assign (self, DAYBOOK_ROLE_PART_TIME));
  g_assert_false (daybook_register_may_assign (self, DAYBOOK_ROLE_READ_ONLY));
}

/* What else people call one. */
static void
test_names (void)
{
  g_autoptr(DaybookRegister) none = parse_good ("");
  g_autoptr(DaybookRegister) some = parse_good ("\"words\": [\"key\", \"钥匙\"],\n");
  g_autoptr(GError) error = NULL;

  g_assert_null (*daybook_register_get_names (none));
  g_assert_cmpstr (daybook_register_get_names (some)[0], ==, "key");
  g_assert_cmpstr (daybook_register_get_names (some)[1], ==, "钥匙");
  g_assert_null (daybook_register_get_names (some)[2]);
  g_assert_null (parse ("\"words\": \"key\",\n", &error));
  g_assert_nonnull (strstr (error->message, "line 5: “words”"));
}

static void
test_moves (void)
{
  g_autoptr(DaybookRegister) self = parse_good ("");
  guint open = (guint) daybook_register_find_stage (self, "open");
  guint shut = (guint) daybook_register_find_stage (self, "shut");

  g_assert_true (daybook_register_may_move (self, open, shut));
  g_assert_true (daybook_register_may_move (self, shut, open));
  g_assert_false (daybook_register_may_move (self, open, open));
  g_assert_cmpint (daybook_register_find_stage (self, "ajar"), ==, -1);
  g_assert_cmpint (daybook_register_get_stage (self, open)->waits, ==, DAYBOOK_WAITS_FOR_SHOP);
  g_assert_cmpint (daybook_register_get_stage (self, shut)->waits, ==, DAYBOOK_WAITS_FOR_NOBODY);
}

static void
test_fields (void)
{
  g_autoptr(DaybookRegister) self = parse_good (
    "\"fields\": {\"door\": {\"type\": \"choice\", \"label\": \"Door\", \"choices\": {\"front\": \"Front\","
    " \"side\": {\"label\": \"Side\", \"retired\": true}}},"
    " \"weight\": {\"type\": \"number\", \"label\": \"Weight\", \"digits\": 3},"
    " \"story\": {\"type\": \"long_text\", \"label\": \"Story\", \"told\": true},"
    " \"paid_back\": {\"type\": \"money\", \"label\": \"Paid\", \"class\": \"guarded\"},"
    " \"finder\": {\"type\": \"text\", \"label\": \"Finder\", \"mask\": \"phone\", \"told\": true},"
    " \"other\": {\"type\": \"link\", \"label\": \"Other\", \"register\": \"return\"}},");
  const DaybookRegisterField *door = daybook_register_find_field (self, "door");

  g_assert_cmpuint (daybook_register_get_n_fields (self), ==, 6);
  g_assert_cmpint (door->input, ==, DAYBOOK_INPUT_CHOICE);
  g_assert_cmpuint (door->choices->len, ==, 2);
  g_assert_false (daybook_option_find (door->choices, "front")->retired);
  g_assert_true (daybook_option_find (door->choices, "side")->retired);
  g_assert_null (daybook_option_find (door->choices, "back"));
  g_assert_cmpuint (daybook_register_find_field (self, "weight")->digits, ==, 3);
  g_assert_cmpint (daybook_register_find_field (self, "story")->field_class, ==, DAYBOOK_CLASS_TEXT);
  g_assert_true (daybook_register_find_field (self, "story")->told);
  g_assert_false (daybook_register_find_field (self, "finder")->told); /* a line is no text to a customer */
  g_assert_false (daybook_register_find_field (self, "weight")->told);
  g_assert_cmpint (daybook_register_find_field (self, "paid_back")->field_class, ==, DAYBOOK_CLASS_GUARDED);
  g_assert_cmpint (daybook_register_find_field (self, "finder")->mask, ==, DAYBOOK_MASK_PHONE);
  g_assert_cmpstr (daybook_register_find_field (self, "other")->target, ==, "return");
  g_assert_null (daybook_register_find_field (self, "window"));
}

/* What closing asks, who may be given a case, what is shown and printed. */
static void
test_the_rest (void)
{
  g_autoptr(DaybookRegister) self = parse_good (
    "\"icon\": \"key-symbolic\", \"help\": \"Every key the day it is found.\", \"one\": \"Lost key\", \"first\": true, \"start\": \"shut\","
    " \"causes\": {\"haste\": \"Haste\"}, \"respond\": {\"within\": \"2h\", \"warn\": 50}, \"resolve\": {\"within\": \"3d\", \"hours\": \"always\"},"
    " \"assign\": [\"lead\"], \"closing\": [\"cause\", \"told\"], \"call_back\": {\"when\": \"always\", \"by\": \"lead\", \"after\": \"1d\"},"
    " \"call_first\": {\"within\": \"2h\", \"by\": \"handler\", \"when\": {\"priority\": [\"high\", \"urgent\"]},"
    "  \"questions\": {\"lost\": \"Where was it lost?\"}},"
    " \"questions\": {\"q\": \"Does it fit?\"}, \"columns\": [\"number\"], \"print\": {\"top\": {\"label\": \"Top\", \"fields\": [\"subject\"]}},");
  const DaybookPrintPart *part = g_ptr_array_index (daybook_register_get_print (self), 0);
  DaybookCallBackBy by;
  guint after;

  g_assert_cmpstr (daybook_register_get_icon (self), ==, "key-symbolic");
  g_assert_cmpstr (daybook_register_get_label (self), ==, "Lost key");
  g_assert_true (daybook_register_is_first (self));
  g_assert_cmpuint (daybook_register_get_start (self), ==, 1);
  g_assert_nonnull (daybook_option_find (daybook_register_get_causes (self), "haste"));
  g_assert_cmpuint (daybook_limit_of (daybook_register_get_respond (self), NULL)->within, ==, 7200);
  g_assert_cmpuint (daybook_limit_of (daybook_register_get_respond (self), NULL)->warn, ==, 50);
  g_assert_cmpint (daybook_limit_of (daybook_register_get_respond (self), NULL)->hours, ==, DAYBOOK_HOURS_SHOP);
  g_assert_cmpint (daybook_limit_of (daybook_register_get_resolve (self), NULL)->hours, ==, DAYBOOK_HOURS_ALWAYS);
  g_assert_true (daybook_register_may_assign (self, DAYBOOK_ROLE_LEAD));
  g_assert_false (daybook_register_may_assign (self, DAYBOOK_ROLE_AGENT));
  g_assert_cmpint (daybook_register_get_stage (self, 1)->asks, ==, DAYBOOK_ASKS_CAUSE | DAYBOOK_ASKS_TOLD);
  g_assert_cmpint (daybook_register_get_call_back (self, &by, &after), ==, DAYBOOK_CALL_BACK_ALWAYS);
  g_assert_cmpint (by, ==, DAYBOOK_CALL_BACK_BY_LEAD);
  g_assert_cmpuint (after, ==, 86400);
  g_assert_cmpuint (daybook_register_get_call_first (self)->within, ==, 7200);
  g_assert_cmpint (daybook_register_get_call_first (self)->by, ==, DAYBOOK_CALL_BACK_BY_HANDLER);
  g_assert_cmpstr (daybook_register_get_call_first (self)->when.field, ==, "priority");
  g_assert_cmpstr (daybook_register_get_call_first (self)->questions[0], ==, "Where was it lost?");
  g_assert_cmpstr (daybook_register_get_questions (self)[0], ==, "Does it fit?");
  g_assert_cmpstr (daybook_register_get_columns (self)[0], ==, "number");
  g_assert_cmpstr (part->heading, ==, "Top");
  g_assert_cmpstr (part->fields[0], ==, "subject");
}

static void
test_spans (void)
{
  static const struct { const char *text; guint seconds; } GOOD[] = {
    { "1min", 60 }, { "90min", 5400 }, { "24h", 86400 }, { "3d", 259200 }, { "366d", 366 * 86400 },
  };
  static const char *const BAD[] = { "", "h", "0h", "-1h", "1", "1.5h", "1 h", "367d", "99999999999999999999d", "24hours", "1h1" };

  for (gsize i = 0; i < G_N_ELEMENTS (GOOD); i++)
    {
      guint seconds = 0;

      g_assert_true (daybook_span_parse (GOOD[i].text, &seconds));
      g_assert_cmpuint (seconds, ==, GOOD[i].seconds);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++)
    {
      guint seconds = 7;

      g_assert_false (daybook_span_parse (BAD[i], &seconds));
      g_assert_cmpuint (seconds, ==, 7);
    }
}

/* What is wrong is named with its line; HEAD has four. */
static void
test_wrong (void)
{
  static const struct
  {
    const char *members;
    const char *said;
  } WRONG[] = {
    { "\"color\": \"mauve\",\n", "line 5: “color” is “mauve”" },
    { "\"icon\": 5,\n", "line 5: “icon” is not" },
    { "\n\n\"fields\": {\n\"Door\": {}},\n", "line 8: “Door” is no name" },
    { "\"fields\": {\"stage\": {\"type\": \"text\", \"label\": \"x\"}},\n", "line 5: “stage” is a field that every case has" },
    { "\"fields\": {\"door\": {\n\"label\": \"x\"}},\n", "line 6: “type” is missing" },
    { "\"fields\": {\"door\": {\"type\": \"choice\", \"label\": \"x\"}},\n", "line 5: “choices” is missing" },
    { "\"fields\": {\"door\": {\"type\": \"gate\", \"label\": \"x\"}},\n", "line 5: “type” is “gate”" },
    { "\"fields\": {\"door\": {\"type\": \"number\", \"label\": \"x\", \"digits\": 9}},\n", "line 5: “digits” is not" },
    { "\"start\": \"ajar\",\n", "line 5: “start” is “ajar”" },
    { "\"columns\": [\"number\", \"window\"],\n", "line 5: “columns” names “window”" },
    { "\"respond\": {\"within\": \"soon\"},\n", "line 5: “within” is “soon”" },
    { "\"assign\": [\"king\"],\n", "line 5: “assign” has “king”" },
    { "\"print\": {\"top\": {\"fields\": [\"window\"]}},\n", "line 5: “fields” names “window”" },
    { "\"title\": \"\",\n", "line 5: “title” is not" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (WRONG); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (parse (WRONG[i].members, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      if (strstr (error->message, WRONG[i].said) == NULL || strstr (error->message, "lost.json") == NULL)
        g_error ("%s\nnot: %s", error->message, WRONG[i].said);
    }
}

static void
assert_wrong (const char *json,
              const char *said)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_register_parse (json, -1, "lost.json", &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  if (strstr (error->message, said) == NULL)
    g_error ("%s\nnot: %s", error->message, said);
}

/* A case comes to every stage, and from each to an end. */
static void
test_stages_that_lead_nowhere (void)
{
  assert_wrong (HEAD "\"stages\": {}}", "one to 32 stages");
  assert_wrong (HEAD "\"stages\": {\"open\": {\"label\": \"Open\"}}}", "from the stage “Open” no case can be closed");
  assert_wrong (HEAD "\"stages\": {\"open\": {\"label\": \"Open\", \"ends\": true},\n\"lost\": {\"label\": \"Lost\", \"ends\": true}}}",
                "line 6: no case can come to the stage “Lost”");
  assert_wrong (HEAD "\"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"gone\"]}}}", "“moves” names “gone”");
  assert_wrong (HEAD "\"stages\": {\"open\": {\"label\": \"Open\", \"retired\": true, \"moves\": [\"shut\"]}, \"shut\": {\"label\": \"Shut\", \"ends\": true}}}",
                "begin in a retired stage");
  assert_wrong (HEAD "\"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"old\"]},\n\"old\": {\"label\": \"Old\", \"retired\": true, \"moves\": [\"shut\"]},"
                " \"shut\": {\"label\": \"Shut\", \"ends\": true}}}", "from the stage “Open” no case can be closed");
  assert_wrong (HEAD "\"stages\": {\"open\": {\"label\": \"Open\", \"requires\": [\"key\"], \"ends\": true}}}", "“requires” names “key”");
  assert_wrong ("[]", "does not begin with {");
  assert_wrong ("{\n\n\"a\" 1}", "line 3 is not written as JSON is");
}

/* What a new version says of a field holds in a book whose shop has changed the field before. */
static void
test_changes_of_an_old_book (void)
{
  static const char BASE[] = HEAD "\"fields\": {\"reply\": {\"type\": \"long_text\", \"label\": \"Reply\", \"told\": true}},\n" STAGES "}";
  static const char CHANGES[] = "{\"fields\": {\"reply\": {\"label\": \"Answer\"}}}", OWN[] = "{\"fields\": {\"reply\": {\"told\": null}}}";
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRegister) self = daybook_register_parse_with (BASE, "lost.json", CHANGES, &error);
  g_autoptr(DaybookRegister) without = daybook_register_parse_with (BASE, "lost.json", OWN, NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (daybook_register_find_field (self, "reply")->label, ==, "Answer");
  g_assert_true (daybook_register_find_field (self, "reply")->told);
  g_assert_nonnull (without);
  g_assert_false (daybook_register_find_field (without, "reply")->told);
}

/* A shop's changes go onto whatever version there is, and what they retire stays known. */
static void
test_changes (void)
{
  static const char BASE[] = HEAD "\"reasons\": {\"theft\": \"Theft\", \"rust\": \"Rust\"},\n" STAGES "}";
  static const char CHANGES[] =
    "{\"title\": \"Keys\", \"reasons\": {\"rust\": {\"label\": \"Rust\", \"retired\": true}, \"loan\": \"Lent\"},"
    " \"fields\": {\"door\": {\"type\": \"text\", \"label\": \"Door\"}}, \"stages\": {\"open\": {\"label\": \"New\", \"step\": {\"within\": \"2h\"}}}}";
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRegister) self = daybook_register_parse_with (BASE, "lost.json", CHANGES, &error);
  g_autoptr(GError) wrong = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (daybook_register_get_title (self), ==, "Keys");
  g_assert_cmpuint (daybook_register_get_reasons (self)->len, ==, 3);
  g_assert_true (daybook_option_find (daybook_register_get_reasons (self), "rust")->retired);
  g_assert_false (daybook_option_find (daybook_register_get_reasons (self), "theft")->retired);
  g_assert_nonnull (daybook_register_find_field (self, "door"));
  g_assert_cmpstr (daybook_register_get_stage (self, 0)->label, ==, "New");
  g_assert_cmpuint (daybook_limit_of (daybook_register_get_stage (self, 0)->step, NULL)->within, ==, 7200);
  g_assert_true (daybook_register_may_move (self, 0, 1));

  g_assert_null (daybook_register_parse_with (BASE, "lost.json", "{\"stages\": {\"shut\": null}}", &wrong));
  g_assert_error (wrong, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (wrong->message, "own changes"));
  g_clear_error (&wrong);
  g_assert_null (daybook_register_parse_with (BASE, "lost.json", "nonsense", &wrong));
  g_assert_error (wrong, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
}

/* What a patch cannot say. */
static void
test_order (void)
{
  static const char BASE[] = HEAD "\"reasons\": {\"theft\": \"Theft\", \"rust\": \"Rust\"},\n" STAGES "}";
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRegister) self = daybook_register_parse_with (BASE, "lost.json",
    "{\"reasons\": {\"loan\": \"Lent\"}, \"reasons_order\": [\"loan\", \"gone\", \"rust\", \"loan\"], \"stages_order\": [\"shut\"], \"start\": \"open\"}", &error);
  GPtrArray *reasons;

  g_assert_no_error (error);
  reasons = daybook_register_get_reasons (self);
  g_assert_cmpuint (reasons->len, ==, 3);
  g_assert_cmpstr (((const DaybookOption *) reasons->pdata[0])->key, ==, "loan");
  g_assert_cmpstr (((const DaybookOption *) reasons->pdata[1])->key, ==, "rust");
  g_assert_cmpstr (((const DaybookOption *) reasons->pdata[2])->key, ==, "theft");
  g_assert_cmpstr (daybook_register_get_stage (self, 0)->key, ==, "shut");
  g_assert_true (daybook_register_may_move (self, 1, 0));
  g_assert_cmpuint (daybook_register_get_start (self), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/small", test_small);
  g_test_add_func ("/register/names", test_names);
  g_test_add_func ("/register/moves", test_moves);
  g_test_add_func ("/register/fields", test_fields);
  g_test_add_func ("/register/the-rest", test_the_rest);
  g_test_add_func ("/register/spans", test_spans);
  g_test_add_func ("/register/wrong", test_wrong);
  g_test_add_func ("/register/stages-that-lead-nowhere", test_stages_that_lead_nowhere);
  g_test_add_func ("/register/changes", test_changes);
  g_test_add_func ("/register/old-book", test_changes_of_an_old_book);
  g_test_add_func ("/register/order", test_order);
  return g_test_run ();
}
