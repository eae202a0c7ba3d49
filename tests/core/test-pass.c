/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/pass.h"

#include "core/error.h"

#include <string.h>

static const char ROUNDS[] = "  \"rounds\": {\"before\": {\"en\": \"Before\"}, \"after\": \"After\"},\n";

static void
test_a_pass_is_read (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *json = g_strconcat (
    "{\"pass\": \"walk\", \"title\": {\"zh_CN\": \"走一圈\", \"en\": \"Walk\"}, \"help\": \"Every day.\",\n", ROUNDS,
    "  \"steps\": {\"door\": {\"label\": \"Door\", \"hint\": \"Locked?\"},"
    " \"post\": {\"label\": \"Post\", \"begins\": \"inquiry\", \"found\": \"A letter\"}}}", NULL);
  g_autoptr(DaybookPass) pass = daybook_pass_parse (json, "walk", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (pass->title, ==, "Walk");
  g_assert_cmpuint (pass->rounds->len, ==, 2);
  g_assert_cmpuint (pass->steps->len, ==, 2);
  g_assert_cmpstr (daybook_pass_find_round (pass, "after")->label, ==, "After");
  g_assert_cmpstr (daybook_pass_find_step (pass, "door")->hint, ==, "Locked?");
  g_assert_null (daybook_pass_find_step (pass, "door")->begins);
  g_assert_cmpstr (daybook_pass_find_step (pass, "post")->begins, ==, "inquiry");
  g_assert_null (daybook_pass_find_step (pass, "window"));
  g_assert_null (daybook_pass_find_round (pass, "noon"));
}

static void
assert_refused (const char *json,
                const char *said)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookPass) pass = daybook_pass_parse (json, "walk.json", &error);

  g_test_message ("%s", json);
  g_assert_null (pass);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "walk.json"));
  g_assert_nonnull (strstr (error->message, said));
}

/* The sentence names the line and what is wrong there. */
static void
test_what_is_wrong_is_named (void)
{
  assert_refused ("", "line 1");
  assert_refused ("[]", "{");
  assert_refused ("{\"pass\": \"walk\",\n\"title\": 7}", "line 2: “title”");
  assert_refused ("{\"pass\": \"walk\", \"title\": \"W\", \"help\": \"h\", \"rounds\": {\"a\": \"A\"}}", "“steps” is missing");
  assert_refused ("{\"pass\": \"walk\", \"title\": \"W\", \"help\": \"h\", \"rounds\": {}, \"steps\": {\"a\": {\"label\": \"A\"}}}", "rounds");
  assert_refused ("{\"pass\": \"walk\", \"title\": \"W\", \"help\": \"h\", \"rounds\": {\"A b\": \"A\"}, \"steps\": {\"a\": {\"label\": \"A\"}}}",
                  "“A b” is no name");
  assert_refused ("{\"pass\": \"walk\", \"title\": \"W\", \"help\": \"h\", \"rounds\": {\"a\": \"A\"},\n\"steps\": {\"a\": {\"label\": \"A\", \"begins\": \"review\"}}}",
                  "“found” is missing");
}

/* A round that is a chore says how often. */
static void
test_when (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookPass) pass = daybook_pass_parse (
    "{\"pass\": \"walk\", \"title\": \"W\", \"help\": \"h\", \"who\": \"lead\", \"rounds\": {\"a\": \"A\", \"b\": \"B\"},"
    " \"when\": {\"b\": \"weekly sun 14:30\"}, \"steps\": {\"a\": {\"label\": \"A\"}}}", "walk", &error);

  g_assert_no_error (error);
  g_assert_cmpint (pass->who, ==, DAYBOOK_PASS_LEAD);
  g_assert_null (daybook_pass_find_round (pass, "a")->when);
  g_assert_cmpstr (daybook_pass_find_round (pass, "b")->when, ==, "weekly sun 14:30");
  assert_refused ("{\"pass\": \"walk\", \"title\": \"W\", \"help\": \"h\", \"rounds\": {\"a\": \"A\"},\n\"when\": {\"b\": \"daily 18:00\"},"
                  " \"steps\": {\"a\": {\"label\": \"A\"}}}", "there is no round “b”");
  assert_refused ("{\"pass\": \"walk\", \"title\": \"W\", \"help\": \"h\", \"rounds\": {\"a\": \"A\"},\n\"when\": {\"a\": \"daily\"},"
                  " \"steps\": {\"a\": {\"label\": \"A\"}}}", "“daily” does not say how often");
}

/* A tick made on two laptops is one; another day, round or place is another. */
static void
test_a_tick_has_one_id (void)
{
  DaybookId a, b;

  daybook_pass_tick_id (&a, "walk", "2026-11-29", "before", "door");
  daybook_pass_tick_id (&b, "walk", "2026-11-29", "before", "door");
  g_assert_true (daybook_id_equal (&a, &b));
  daybook_pass_tick_id (&b, "walk", "2026-11-30", "before", "door");
  g_assert_false (daybook_id_equal (&a, &b));
  daybook_pass_tick_id (&b, "walk", "2026-11-29", "after", "door");
  g_assert_false (daybook_id_equal (&a, &b));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pass/read", test_a_pass_is_read);
  g_test_add_func ("/pass/wrong", test_what_is_wrong_is_named);
  g_test_add_func ("/pass/when", test_when);
  g_test_add_func ("/pass/tick-id", test_a_tick_has_one_id);

  return g_test_run ();
}
