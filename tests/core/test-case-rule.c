/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case-rule.h"

#include <string.h>

/* asked → agreed → received → done | kept; asked → refused | withdrawn; parked is retired. */
#define STAGES \
  "\"stages\": {" \
  "\"asked\": {\"label\": \"Asked\", \"moves\": [\"agreed\", \"refused\", \"withdrawn\", \"parked\"]}," \
  "\"agreed\": {\"label\": \"Agreed\", \"requires\": [\"reason\", {\"one_of\": [\"customer\", \"name\"]}], \"moves\": [\"received\"]}," \
  "\"received\": {\"label\": \"Received\", \"moves\": [\"done\", \"kept\"], \"requires\": [\"goods\", \"photos\"," \
  " {\"one_of\": [\"place\"], \"when\": {\"door\": [\"side\", \"roof\"]}}," \
  " {\"one_of\": [\"contact\"], \"when\": {\"channel\": [\"phone\"]}}]}," \
  "\"parked\": {\"label\": \"Parked\", \"retired\": true, \"moves\": [\"asked\"]}," \
  "\"done\": {\"label\": \"Done\", \"ends\": true, \"moves\": [\"received\", \"kept\"]}," \
  "\"kept\": {\"label\": \"Kept\", \"ends\": true, \"closing\": [\"told\"], \"requires\": [\"refund\", \"ours\"]}," \
  "\"refused\": {\"label\": \"Refused\", \"ends\": true, \"closing\": [\"result\"], \"moves\": [\"withdrawn\"]}," \
  "\"withdrawn\": {\"label\": \"Withdrawn\", \"ends\": true, \"closing\": []}}"

#define FIELDS \
  "\"money\": {\"refund\": \"refund\"}," \
  "\"fields\": {\"goods\": {\"type\": \"lines\", \"label\": \"Goods\"}, \"photos\": {\"type\": \"photos\", \"label\": \"Photos\"}," \
  " \"place\": {\"type\": \"text\", \"label\": \"Place\"}, \"ours\": {\"type\": \"yes_no\", \"label\": \"Ours\"}," \
  " \"refund\": {\"type\": \"money\", \"label\": \"Refund\"}, \"marks\": {\"type\": \"choices\", \"label\": \"Marks\"," \
  " \"choices\": {\"rust\": \"Rust\", \"dent\": \"Dent\"}}," \
  " \"door\": {\"type\": \"choice\", \"label\": \"Door\", \"choices\": {\"front\": \"Front\", \"side\": \"Side\", \"roof\": \"Roof\"}}},"

#define CAUSES "\"causes\": {\"haste\": \"Haste\"},"

#define PAID 12800

typedef struct
{
  DaybookRegister *definition;
  DaybookRow      *before; /* NULL: the case is new */
  DaybookRow      *after;
  DaybookCaseFacts facts;
  DaybookId        me;
  DaybookId        colleague;
} Fixture;

static DaybookRegister *
parse (const char *members)
{
  g_autofree char *json = g_strconcat ("{\"register\": \"fix\", \"prefix\": \"X\", \"title\": \"Fixes\", \"reasons\": {\"rust\": \"Rust\"},"
                                       " \"assign\": [\"lead\", \"agent\"], \"closing\": [\"result\", \"cause\", \"told\", \"satisfied\"],",
                                       members, STAGES, "}", NULL);
  g_autoptr(GError) error = NULL;
  DaybookRegister *self = daybook_register_parse (json, -1, "fix.json", &error);

  g_assert_no_error (error);
  return self;
}

/* Takes over `value`. */
static void
put (DaybookRow  *row,
     const char  *name,
     DaybookValue value)
{
  int field = daybook_table_field (row->table, name);

  g_assert_cmpint (field, >=, 0);
  daybook_value_clear (&row->values[field]);
  row->values[field] = value;
}

static void
put_text (DaybookRow *row,
          const char *name,
          const char *text)
{
  put (row, name, daybook_value_text (text));
}

static void
put_int (DaybookRow *row,
         const char *name,
         gint64      number)
{
  put (row, name, daybook_value_int (number));
}

static void
empty (DaybookRow *row,
       const char *name)
{
  put (row, name, (DaybookValue) DAYBOOK_VALUE_INIT);
}

static void
set_up_with (Fixture    *fixture,
             const char *members)
{
  *fixture = (Fixture) { .definition = parse (members), .facts = { .handler_role = DAYBOOK_ROLE_AGENT } };
  daybook_id_random (&fixture->me);
  daybook_id_random (&fixture->colleague);
  fixture->after = daybook_row_new (daybook_register_get_table (fixture->definition));
  put_text (fixture->after, "currency", "CNY");
  put (fixture->after, "owner", daybook_value_id (&fixture->me));
}

static void
set_up (Fixture *fixture)
{
  set_up_with (fixture, FIELDS CAUSES);
}

static void
tear_down (Fixture *fixture)
{
  g_object_unref (fixture->definition);
  g_clear_pointer (&fixture->before, daybook_row_unref);
  daybook_row_unref (fixture->after);
}

/* From now on what is put is a change: the case was like this. */
static void
was_so (Fixture    *fixture,
        const char *stage)
{
  put_text (fixture->after, "stage", stage);
  g_clear_pointer (&fixture->before, daybook_row_unref);
  fixture->before = daybook_row_copy (fixture->after);
}

static void
move (Fixture    *fixture,
      const char *stage)
{
  put_text (fixture->after, "stage", stage);
}

static void
assert_allowed (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  gboolean allowed = daybook_case_check (fixture->definition, fixture->before, fixture->after, &fixture->facts, &error);

  g_assert_no_error (error);
  g_assert_true (allowed);
}

static void
assert_refused (Fixture    *fixture,
                const char *sentence)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (daybook_case_check (fixture->definition, fixture->before, fixture->after, &fixture->facts, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_assert_cmpstr (error->message, ==, sentence);
}

/* --- Moves ------------------------------------------------------------------ */

static void
test_a_case_goes_where_its_stage_leads (void)
{
  Fixture fixture;
  set_up (&fixture);

  was_so (&fixture, "asked");
  assert_allowed (&fixture);
  move (&fixture, "withdrawn");
  assert_allowed (&fixture);
  move (&fixture, "received");
  assert_refused (&fixture, "From “Asked” a case does not go to “Received”.");
  move (&fixture, "done");
  assert_refused (&fixture, "From “Asked” a case does not go to “Done”.");
  move (&fixture, "nowhere");
  assert_refused (&fixture, "“Fixes” has no stage “nowhere”.");
  move (&fixture, "");
  assert_refused (&fixture, "“Fixes” has no stage “”.");

  /* Not back, where no move says so. */
  was_so (&fixture, "withdrawn");
  move (&fixture, "asked");
  assert_refused (&fixture, "From “Withdrawn” a case does not go to “Asked”.");
  tear_down (&fixture);
}

static void
test_a_retired_stage_is_left_and_not_come_to (void)
{
  Fixture fixture;
  set_up (&fixture);

  was_so (&fixture, "asked");
  move (&fixture, "parked");
  assert_refused (&fixture, "From “Asked” a case does not go to “Parked”.");

  was_so (&fixture, "parked");
  put_text (fixture.after, "subject", "still here");
  assert_allowed (&fixture);
  move (&fixture, "asked");
  assert_allowed (&fixture);
  tear_down (&fixture);
}

static void
test_from_a_stage_that_is_gone_all_can_be_reached (void)
{
  static const char *const GOALS[] = { "asked", "agreed", "received", "withdrawn" };
  Fixture fixture;
  set_up (&fixture);

  put_text (fixture.after, "reason", "rust");
  put_text (fixture.after, "name", "Lin");
  fixture.facts.n_lines = fixture.facts.n_photos = 1;
  was_so (&fixture, "melted");
  for (gsize i = 0; i < G_N_ELEMENTS (GOALS); i++)
    {
      move (&fixture, GOALS[i]);
      assert_allowed (&fixture);
    }

  /* What these demand they demand of it, too. */
  fixture.facts.n_photos = 0;
  move (&fixture, "received");
  assert_refused (&fixture, "“Received” needs: Photos.");
  tear_down (&fixture);
}

/* Somebody has taken the stage out of the definition: what is written into the case meanwhile is
 * no move. */
static void
test_a_case_whose_stage_is_gone_can_be_written_in (void)
{
  Fixture fixture;
  set_up (&fixture);

  was_so (&fixture, "melted");
  put_text (fixture.after, "subject", "The hinge");
  assert_allowed (&fixture);
  tear_down (&fixture);
}

/* It was settled while it was told. */
static void
test_a_new_case_begins_one_move_away_at_most (void)
{
  Fixture fixture;
  set_up (&fixture);

  move (&fixture, "asked");
  assert_allowed (&fixture);
  move (&fixture, "withdrawn");
  assert_allowed (&fixture);
  move (&fixture, "agreed");
  assert_refused (&fixture, "“Agreed” needs: Reason, Customer or Name.");
  put_text (fixture.after, "reason", "rust");
  put_text (fixture.after, "name", "Lin");
  assert_allowed (&fixture);
  move (&fixture, "received");
  assert_refused (&fixture, "From “Asked” a case does not go to “Received”.");
  move (&fixture, "parked");
  assert_refused (&fixture, "From “Asked” a case does not go to “Parked”.");
  tear_down (&fixture);
}

/* --- What a stage demands ----------------------------------------------------- */

static void
test_all_that_is_missing_is_named_at_once (void)
{
  Fixture fixture;
  set_up (&fixture);

  was_so (&fixture, "asked");
  move (&fixture, "agreed");
  assert_refused (&fixture, "“Agreed” needs: Reason, Customer or Name.");
  put_text (fixture.after, "name", "Lin");
  assert_refused (&fixture, "“Agreed” needs: Reason.");
  put_text (fixture.after, "reason", "rust");
  assert_allowed (&fixture);
  tear_down (&fixture);
}

static void
test_one_of_several_is_enough (void)
{
  Fixture fixture;
  set_up (&fixture);

  put_text (fixture.after, "reason", "rust");
  was_so (&fixture, "asked");
  move (&fixture, "agreed");
  assert_refused (&fixture, "“Agreed” needs: Customer or Name.");
  put (fixture.after, "customer", daybook_value_id (&fixture.colleague));
  assert_allowed (&fixture);
  put_text (fixture.after, "name", "Lin");
  assert_allowed (&fixture);

  /* One for the other. */
  empty (fixture.after, "name");
  was_so (&fixture, "agreed");
  put_text (fixture.after, "name", "Lin");
  empty (fixture.after, "customer");
  assert_allowed (&fixture);
  empty (fixture.after, "name");
  assert_refused (&fixture, "“Agreed” needs: Customer or Name.");
  tear_down (&fixture);
}

static void
test_goods_and_photos_can_be_demanded (void)
{
  Fixture fixture;
  set_up (&fixture);

  put_text (fixture.after, "reason", "rust");
  put_text (fixture.after, "name", "Lin");
  was_so (&fixture, "agreed");
  move (&fixture, "received");
  assert_refused (&fixture, "“Received” needs: Goods, Photos.");
  fixture.facts.n_lines = 2;
  assert_refused (&fixture, "“Received” needs: Photos.");
  fixture.facts.n_photos = 1;
  assert_allowed (&fixture);
  tear_down (&fixture);
}

/* Of a case that is received, with goods and photos. */
static void
set_up_received (Fixture *fixture)
{
  set_up (fixture);
  fixture->facts.n_lines = fixture->facts.n_photos = 1;
  was_so (fixture, "received");
}

static void
test_what_is_demanded_of_some_cases_only (void)
{
  Fixture fixture;
  set_up_received (&fixture);

  was_so (&fixture, "agreed");
  move (&fixture, "received");
  assert_allowed (&fixture);
  put_text (fixture.after, "door", "front");
  assert_allowed (&fixture);
  put_text (fixture.after, "door", "roof");
  assert_refused (&fixture, "“Received” needs: Place.");
  put_text (fixture.after, "place", "over there");
  assert_allowed (&fixture);

  /* By what every case has, and both at once. */
  put_int (fixture.after, "channel", DAYBOOK_CHANNEL_PHONE);
  assert_refused (&fixture, "“Received” needs: Contact.");
  empty (fixture.after, "place");
  assert_refused (&fixture, "“Received” needs: Place, Contact.");
  put_int (fixture.after, "channel", DAYBOOK_CHANNEL_EMAIL);
  put_text (fixture.after, "door", "front");
  assert_allowed (&fixture);
  tear_down (&fixture);
}

/* What was not demanded before is not there: the change is what demands it. */
static void
test_a_change_that_demands_more_brings_it (void)
{
  Fixture fixture;
  set_up_received (&fixture);

  put_text (fixture.after, "door", "side");
  assert_refused (&fixture, "“Received” needs: Place.");
  put_text (fixture.after, "place", "over there");
  assert_allowed (&fixture);
  tear_down (&fixture);
}

static void
test_what_is_demanded_is_not_taken_away (void)
{
  Fixture fixture;
  set_up (&fixture);

  put_text (fixture.after, "reason", "rust");
  put_text (fixture.after, "name", "Lin");
  was_so (&fixture, "agreed");
  empty (fixture.after, "reason");
  assert_refused (&fixture, "“Agreed” needs: Reason.");
  put_text (fixture.after, "reason", "");
  assert_refused (&fixture, "“Agreed” needs: Reason.");
  empty (fixture.after, "name");
  assert_refused (&fixture, "“Agreed” needs: Reason, Customer or Name.");

  /* Where it is not demanded, it may go. */
  was_so (&fixture, "asked");
  empty (fixture.after, "name");
  assert_allowed (&fixture);
  tear_down (&fixture);
}

/* An import has brought it like this: nobody is held up by what was missing before. */
static void
test_what_was_missing_before_holds_nothing_up (void)
{
  Fixture fixture;
  set_up (&fixture);

  put_text (fixture.after, "name", "Lin");
  was_so (&fixture, "agreed");
  put_text (fixture.after, "subject", "The hinge");
  assert_allowed (&fixture);
  empty (fixture.after, "name");
  assert_refused (&fixture, "“Agreed” needs: Customer or Name.");
  tear_down (&fixture);
}

/* An amount of nought was decided; an answer that is not known was not given. */
static void
test_nought_is_an_amount_and_unknown_is_no_answer (void)
{
  Fixture fixture;
  set_up_received (&fixture);

  put_int (fixture.after, "told", DAYBOOK_ANSWER_YES);
  move (&fixture, "kept");
  assert_refused (&fixture, "“Kept” needs: Refund, Ours.");
  put_int (fixture.after, "refund", 0);
  put_int (fixture.after, "ours", DAYBOOK_ANSWER_UNKNOWN);
  assert_refused (&fixture, "“Kept” needs: Ours.");
  put_int (fixture.after, "ours", DAYBOOK_ANSWER_NO);
  assert_allowed (&fixture);
  tear_down (&fixture);
}

static void
test_missing_requirements_are_given_as_such (void)
{
  Fixture fixture;
  set_up (&fixture);
  guint agreed = (guint) daybook_register_find_stage (fixture.definition, "agreed");
  g_autoptr(GPtrArray) all = daybook_case_missing (fixture.definition, agreed, fixture.after, &fixture.facts);

  g_assert_cmpuint (all->len, ==, 2);
  g_autofree char *first = daybook_case_name_requirement (fixture.definition, g_ptr_array_index (all, 0));
  g_autofree char *second = daybook_case_name_requirement (fixture.definition, g_ptr_array_index (all, 1));
  g_assert_cmpstr (first, ==, "Reason");
  g_assert_cmpstr (second, ==, "Customer or Name");

  put_text (fixture.after, "name", "Lin");
  put_text (fixture.after, "reason", "rust");
  g_autoptr(GPtrArray) none = daybook_case_missing (fixture.definition, agreed, fixture.after, &fixture.facts);
  g_assert_cmpuint (none->len, ==, 0);
  tear_down (&fixture);
}

/* --- Handing on ------------------------------------------------------------------ */

#define UNTOLD "Whoever is given a case is told what is required, and by when it is expected."

static void
test_whoever_is_given_a_case_is_told_what_and_by_when (void)
{
  Fixture fixture;
  set_up (&fixture);

  was_so (&fixture, "asked");
  put (fixture.after, "handler", daybook_value_id (&fixture.colleague));
  assert_refused (&fixture, UNTOLD);
  put_text (fixture.after, "need", "Look at the hinge");
  assert_refused (&fixture, UNTOLD);
  put_int (fixture.after, "expected_at", 1000);
  assert_allowed (&fixture);
  put_text (fixture.after, "need", "");
  assert_refused (&fixture, UNTOLD);

  /* So it is for a new one. */
  g_clear_pointer (&fixture.before, daybook_row_unref);
  assert_refused (&fixture, UNTOLD);
  put_text (fixture.after, "need", "Look at the hinge");
  assert_allowed (&fixture);
  tear_down (&fixture);
}

static void
test_whoever_takes_a_case_on_needs_no_telling (void)
{
  Fixture fixture;
  set_up (&fixture);

  fixture.facts.handler_role = DAYBOOK_ROLE_OWNER; /* of the shop: not among those who are given cases */
  was_so (&fixture, "asked");
  put (fixture.after, "handler", daybook_value_id (&fixture.me));
  assert_allowed (&fixture);

  /* Owner and handler together. */
  put (fixture.after, "handler", daybook_value_id (&fixture.colleague));
  put (fixture.after, "owner", daybook_value_id (&fixture.colleague));
  assert_allowed (&fixture);
  tear_down (&fixture);
}

static void
test_who_has_a_case_already_is_not_told_again (void)
{
  Fixture fixture;
  set_up (&fixture);

  put (fixture.after, "handler", daybook_value_id (&fixture.colleague));
  fixture.facts.handler_role = DAYBOOK_ROLE_READ_ONLY;
  was_so (&fixture, "asked");
  put_text (fixture.after, "subject", "The hinge");
  assert_allowed (&fixture);
  empty (fixture.after, "handler");
  assert_allowed (&fixture);
  tear_down (&fixture);
}

static void
test_only_some_roles_are_given_cases (void)
{
  static const gboolean MAY[] = {
    [DAYBOOK_ROLE_OWNER] = FALSE, [DAYBOOK_ROLE_LEAD] = TRUE, [DAYBOOK_ROLE_AGENT] = TRUE,
    [DAYBOOK_ROLE_PART_TIME] = FALSE, [DAYBOOK_ROLE_READ_ONLY] = FALSE,
  };
  Fixture fixture;
  set_up (&fixture);

  was_so (&fixture, "asked");
  put (fixture.after, "handler", daybook_value_id (&fixture.colleague));
  put_text (fixture.after, "need", "Look at the hinge");
  put_int (fixture.after, "expected_at", 1000);
  for (guint role = 0; role < G_N_ELEMENTS (MAY); role++)
    {
      fixture.facts.handler_role = (DaybookRole) role;
      if (MAY[role])
        assert_allowed (&fixture);
      else
        assert_refused (&fixture, "Cases of “Fixes” are not given to people of this role. Choose somebody else.");
    }
  tear_down (&fixture);
}

/* --- Closing ------------------------------------------------------------------------ */

static void
test_closing_asks (void)
{
  Fixture fixture;
  set_up_received (&fixture);

  move (&fixture, "done");
  assert_refused (&fixture, "Before a case is closed, this is answered: Result, Cause, Customer was told, Customer is satisfied.");
  put_text (fixture.after, "result", "Oiled");
  assert_refused (&fixture, "Before a case is closed, this is answered: Cause, Customer was told, Customer is satisfied.");
  put_text (fixture.after, "cause", "haste");
  put_int (fixture.after, "told", DAYBOOK_ANSWER_YES);
  assert_refused (&fixture, "Before a case is closed, this is answered: Customer is satisfied.");
  put_int (fixture.after, "satisfied", DAYBOOK_ANSWER_NO);
  assert_allowed (&fixture);
  tear_down (&fixture);
}

static void
test_who_was_not_told_cannot_be_satisfied (void)
{
  Fixture fixture;
  set_up_received (&fixture);

  put_text (fixture.after, "result", "Oiled");
  put_text (fixture.after, "cause", "haste");
  move (&fixture, "done");
  put_int (fixture.after, "told", DAYBOOK_ANSWER_UNKNOWN);
  assert_refused (&fixture, "Before a case is closed, this is answered: Customer was told, Customer is satisfied.");
  put_int (fixture.after, "told", DAYBOOK_ANSWER_NO);
  assert_allowed (&fixture);
  tear_down (&fixture);
}

static void
test_where_there_are_no_causes_none_is_asked (void)
{
  Fixture fixture;
  set_up_with (&fixture, FIELDS);

  fixture.facts.n_lines = fixture.facts.n_photos = 1;
  was_so (&fixture, "received");
  put_text (fixture.after, "result", "Oiled");
  put_int (fixture.after, "told", DAYBOOK_ANSWER_NO);
  move (&fixture, "done");
  assert_allowed (&fixture);
  tear_down (&fixture);
}

static void
test_an_end_may_ask_for_itself (void)
{
  Fixture fixture;
  set_up (&fixture);

  was_so (&fixture, "asked");
  move (&fixture, "refused");
  assert_refused (&fixture, "Before a case is closed, this is answered: Result.");
  put_text (fixture.after, "result", "No.");
  assert_allowed (&fixture);
  empty (fixture.after, "result");
  move (&fixture, "withdrawn");
  assert_allowed (&fixture);
  tear_down (&fixture);
}

/* Once it is closed, it is written in freely; another end asks anew. */
static void
test_only_coming_to_an_end_asks (void)
{
  Fixture fixture;
  set_up_received (&fixture);

  was_so (&fixture, "done");
  put_text (fixture.after, "subject", "The hinge");
  assert_allowed (&fixture);
  put_int (fixture.after, "refund", 0);
  put_int (fixture.after, "ours", DAYBOOK_ANSWER_YES);
  move (&fixture, "kept");
  assert_refused (&fixture, "Before a case is closed, this is answered: Customer was told.");
  put_int (fixture.after, "told", DAYBOOK_ANSWER_NO);
  assert_allowed (&fixture);
  move (&fixture, "received");
  empty (fixture.after, "told");
  assert_allowed (&fixture);
  tear_down (&fixture);
}

static void
test_a_result_is_accepted_before_closing (void)
{
  static const char WAITS[] = "The result is still to be reviewed: accept it before the case is closed.";
  Fixture fixture;
  set_up (&fixture);

  was_so (&fixture, "asked");
  put_text (fixture.after, "result", "No.");
  put_int (fixture.after, "result_review", DAYBOOK_RESULT_TO_REVIEW);
  assert_allowed (&fixture);
  move (&fixture, "refused");
  assert_refused (&fixture, WAITS);
  put_int (fixture.after, "result_review", DAYBOOK_RESULT_SENT_BACK);
  assert_refused (&fixture, WAITS);
  put_int (fixture.after, "result_review", DAYBOOK_RESULT_ACCEPTED);
  assert_allowed (&fixture);
  put_int (fixture.after, "result_review", DAYBOOK_RESULT_NONE);
  assert_allowed (&fixture);

  /* In a case that is closed already it may be looked at again. */
  was_so (&fixture, "refused");
  put_int (fixture.after, "result_review", DAYBOOK_RESULT_TO_REVIEW);
  assert_allowed (&fixture);
  tear_down (&fixture);
}

static void
test_what_is_unanswered (void)
{
  Fixture fixture;
  set_up (&fixture);
  guint done = (guint) daybook_register_find_stage (fixture.definition, "done");
  guint asked = (guint) daybook_register_find_stage (fixture.definition, "asked");

  g_assert_cmpint (daybook_case_unanswered (fixture.definition, done, fixture.after), ==,
                   DAYBOOK_ASKS_RESULT | DAYBOOK_ASKS_CAUSE | DAYBOOK_ASKS_TOLD | DAYBOOK_ASKS_SATISFIED);
  put_int (fixture.after, "told", DAYBOOK_ANSWER_NO);
  g_assert_cmpint (daybook_case_unanswered (fixture.definition, done, fixture.after), ==, DAYBOOK_ASKS_RESULT | DAYBOOK_ASKS_CAUSE);
  g_assert_cmpint (daybook_case_unanswered (fixture.definition, asked, fixture.after), ==, DAYBOOK_ASKS_NOTHING);
  tear_down (&fixture);
}

/* --- Money ------------------------------------------------------------------------------ */

static void
set_up_paid (Fixture *fixture)
{
  set_up (fixture);
  fixture->facts.paid_known = TRUE;
  fixture->facts.paid = PAID;
  was_so (fixture, "asked");
}

static void
test_no_more_goes_back_than_was_paid (void)
{
  Fixture fixture;
  set_up_paid (&fixture);

  put_int (fixture.after, "refund", PAID);
  assert_allowed (&fixture);
  put_int (fixture.after, "refund", PAID + 1);
  assert_refused (&fixture, "¥128.01 cannot go back: ¥128.00 was paid.");
  put_int (fixture.after, "refund", 0);
  assert_allowed (&fixture);
  tear_down (&fixture);
}

static void
test_what_goes_back_by_other_cases_counts (void)
{
  Fixture fixture;
  set_up_paid (&fixture);

  fixture.facts.elsewhere = 10000;
  put_int (fixture.after, "refund", 2800);
  assert_allowed (&fixture);
  put_int (fixture.after, "refund", 2801);
  assert_refused (&fixture, "¥28.01 cannot go back: ¥128.00 was paid, and ¥100.00 of it goes back by other cases.");
  tear_down (&fixture);
}

static void
test_less_than_nothing_does_not_go_back (void)
{
  static const char BELOW[] = "An amount that goes back to the customer is not below zero.";
  Fixture fixture;
  set_up_paid (&fixture);

  put_int (fixture.after, "refund", -1);
  assert_refused (&fixture, BELOW);
  fixture.facts.paid_known = FALSE;
  assert_refused (&fixture, BELOW);
  tear_down (&fixture);
}

static void
test_what_was_paid_may_be_unknown (void)
{
  Fixture fixture;
  set_up_paid (&fixture);

  fixture.facts = (DaybookCaseFacts) { .elsewhere = 10000, .handler_role = DAYBOOK_ROLE_AGENT };
  put_int (fixture.after, "refund", 100 * PAID);
  assert_allowed (&fixture);
  tear_down (&fixture);
}

static void
test_an_unchanged_refund_is_held_against_nothing (void)
{
  Fixture fixture;
  set_up_paid (&fixture);

  put_int (fixture.after, "refund", 2 * PAID);
  was_so (&fixture, "asked");
  put_text (fixture.after, "subject", "The hinge");
  assert_allowed (&fixture);
  put_int (fixture.after, "refund", 2 * PAID - 1);
  assert_refused (&fixture, "¥255.99 cannot go back: ¥128.00 was paid.");
  tear_down (&fixture);
}

/* Two laptops have promised too much together: the way out is to take one of them back. */
static void
test_a_refund_can_be_taken_back_where_too_much_was_promised (void)
{
  Fixture fixture;
  set_up_paid (&fixture);

  fixture.facts.elsewhere = PAID + 1;
  put_int (fixture.after, "refund", PAID);
  was_so (&fixture, "asked");
  empty (fixture.after, "refund");
  assert_allowed (&fixture);
  put_int (fixture.after, "refund", 0);
  assert_allowed (&fixture);
  tear_down (&fixture);
}

/* No field means anything by its name. */
static void
test_a_refund_is_one_by_its_part_alone (void)
{
  Fixture fixture;
  set_up_with (&fixture, "\"fields\": {\"goods\": {\"type\": \"lines\", \"label\": \"Goods\"}, \"photos\": {\"type\": \"photos\", \"label\": \"Photos\"},"
               " \"place\": {\"type\": \"text\", \"label\": \"Place\"}, \"ours\": {\"type\": \"yes_no\", \"label\": \"Ours\"},"
               " \"refund\": {\"type\": \"money\", \"label\": \"Refund\"},"
               " \"door\": {\"type\": \"choice\", \"label\": \"Door\", \"choices\": {\"side\": \"Side\", \"roof\": \"Roof\"}}},");

  fixture.facts.paid_known = TRUE;
  was_so (&fixture, "asked");
  put_int (fixture.after, "refund", -5);
  assert_allowed (&fixture);
  put_int (fixture.after, "refund", PAID);
  assert_allowed (&fixture);
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-rule/a-case-goes-where-its-stage-leads", test_a_case_goes_where_its_stage_leads);
  g_test_add_func ("/case-rule/a-retired-stage-is-left-and-not-come-to", test_a_retired_stage_is_left_and_not_come_to);
  g_test_add_func ("/case-rule/from-a-stage-that-is-gone-all-can-be-reached", test_from_a_stage_that_is_gone_all_can_be_reached);
  g_test_add_func ("/case-rule/a-new-case-begins-one-move-away-at-most", test_a_new_case_begins_one_move_away_at_most);
  g_test_add_func ("/case-rule/all-that-is-missing-is-named-at-once", test_all_that_is_missing_is_named_at_once);
  g_test_add_func ("/case-rule/one-of-several-is-enough", test_one_of_several_is_enough);
  g_test_add_func ("/case-rule/goods-and-photos-can-be-demanded", test_goods_and_photos_can_be_demanded);
  g_test_add_func ("/case-rule/what-is-demanded-of-some-cases-only", test_what_is_demanded_of_some_cases_only);
  g_test_add_func ("/case-rule/a-change-that-demands-more-brings-it", test_a_change_that_demands_more_brings_it);
  g_test_add_func ("/case-rule/what-is-demanded-is-not-taken-away", test_what_is_demanded_is_not_taken_away);
  g_test_add_func ("/case-rule/what-was-missing-before-holds-nothing-up", test_what_was_missing_before_holds_nothing_up);
  g_test_add_func ("/case-rule/nought-is-an-amount-and-unknown-is-no-answer", test_nought_is_an_amount_and_unknown_is_no_answer);
  g_test_add_func ("/case-rule/missing-requirements-are-given-as-such", test_missing_requirements_are_given_as_such);
  g_test_add_func ("/case-rule/whoever-is-given-a-case-is-told-what-and-by-when", test_whoever_is_given_a_case_is_told_what_and_by_when);
  g_test_add_func ("/case-rule/whoever-takes-a-case-on-needs-no-telling", test_whoever_takes_a_case_on_needs_no_telling);
  g_test_add_func ("/case-rule/who-has-a-case-already-is-not-told-again", test_who_has_a_case_already_is_not_told_again);
  g_test_add_func ("/case-rule/only-some-roles-are-given-cases", test_only_some_roles_are_given_cases);
  g_test_add_func ("/case-rule/closing-asks", test_closing_asks);
  g_test_add_func ("/case-rule/who-was-not-told-cannot-be-satisfied", test_who_was_not_told_cannot_be_satisfied);
  g_test_add_func ("/case-rule/where-there-are-no-causes-none-is-asked", test_where_there_are_no_causes_none_is_asked);
  g_test_add_func ("/case-rule/an-end-may-ask-for-itself", test_an_end_may_ask_for_itself);
  g_test_add_func ("/case-rule/only-coming-to-an-end-asks", test_only_coming_to_an_end_asks);
  g_test_add_func ("/case-rule/a-result-is-accepted-before-closing", test_a_result_is_accepted_before_closing);
  g_test_add_func ("/case-rule/what-is-unanswered", test_what_is_unanswered);
  g_test_add_func ("/case-rule/no-more-goes-back-than-was-paid", test_no_more_goes_back_than_was_paid);
  g_test_add_func ("/case-rule/what-goes-back-by-other-cases-counts", test_what_goes_back_by_other_cases_counts);
  g_test_add_func ("/case-rule/less-than-nothing-does-not-go-back", test_less_than_nothing_does_not_go_back);
  g_test_add_func ("/case-rule/what-was-paid-may-be-unknown", test_what_was_paid_may_be_unknown);
  g_test_add_func ("/case-rule/an-unchanged-refund-is-held-against-nothing", test_an_unchanged_refund_is_held_against_nothing);
  g_test_add_func ("/case-rule/a-refund-is-one-by-its-part-alone", test_a_refund_is_one_by_its_part_alone);
  g_test_add_func ("/case-rule/a-case-whose-stage-is-gone-can-be-written-in", test_a_case_whose_stage_is_gone_can_be_written_in);
  g_test_add_func ("/case-rule/a-refund-can-be-taken-back-where-too-much-was-promised", test_a_refund_can_be_taken_back_where_too_much_was_promised);

  return g_test_run ();
}
