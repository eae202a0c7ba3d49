/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "store/case-acts.h"

#include <string.h>

/* Several cases at once: what the rules allow goes through as one act, the rest is named. */

/* To be away a case needs its place, closing asks for the result. */
#define DEFINITION \
  "{\"register\": \"bulk\", \"prefix\": \"BU\", \"title\": \"Bulk\", \"closing\": [\"result\"], \"assign\": [\"agent\"]," \
  " \"call_back\": {\"when\": \"always\"}," \
  " \"fields\": {\"place\": {\"type\": \"text\", \"label\": \"Place\"}, \"goods\": {\"type\": \"lines\", \"label\": \"Goods\"}}," \
  " \"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"away\", \"shut\"]}," \
  "  \"away\": {\"label\": \"Away\", \"requires\": [\"place\"], \"moves\": [\"open\"]}," \
  "  \"shut\": {\"label\": \"Shut\", \"ends\": true, \"moves\": [\"open\"]}}}"

typedef struct
{
  Book      book;
  DaybookId cases[3];
  GArray   *keys;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  case_adopt (&fixture->book, DEFINITION);
  fixture->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < G_N_ELEMENTS (fixture->cases); i++)
    {
      fixture->cases[i] = case_make (&fixture->book, "bulk", "One of three");
      g_autoptr(DaybookRow) row = case_row (&fixture->book, &fixture->cases[i]);
      g_array_append_val (fixture->keys, row->rowid);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_array_unref (fixture->keys);
  book_close (&fixture->book);
}

static DaybookCaseAct *
new_act (Fixture            *fixture,
         DaybookCaseActKind  kind)
{
  return daybook_case_act_new (kind, g_array_ref (fixture->keys), daybook_store_get_agent (fixture->book.store),
                               daybook_store_get_now (fixture->book.store));
}

static DaybookCaseAct *
new_move (Fixture    *fixture,
          const char *stage)
{
  DaybookCaseAct *act = new_act (fixture, DAYBOOK_CASES_MOVE);

  act->stage = g_strdup (stage);
  return act;
}

static void
answer (Fixture        *fixture,
        DaybookCaseAct *act,
        const char     *name,
        DaybookValue    value)
{
  daybook_case_act_answer (act, &case_table (&fixture->book, "bulk")->fields[case_field (&fixture->book, "bulk", name)], value);
}

static DaybookCasesDone *
build (Fixture        *fixture,
       DaybookCaseAct *act)
{
  g_autoptr(GError) error = NULL;
  DaybookCasesDone *done = daybook_case_act_build (act, daybook_store_get_reader (fixture->book.store), NULL, &error);

  g_assert_no_error (error);
  return done;
}

static guint
count (Fixture    *fixture,
       const char *where)
{
  return case_count (&fixture->book, "bulk", where);
}

static void
test_what_may_not_go_is_named_and_the_rest_goes (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr(DaybookCaseAct) act = new_move (fixture, "away");

  case_set (&fixture->book, &fixture->cases[0], "extra.place", daybook_value_text ("here"));
  case_set (&fixture->book, &fixture->cases[2], "extra.place", daybook_value_text ("here"));
  g_autoptr(DaybookCasesDone) done = build (fixture, act);
  g_assert_cmpuint (done->n_done, ==, 2);
  g_assert_cmpuint (done->refused->len, ==, 1);
  const DaybookCaseRefusal *refusal = g_ptr_array_index (done->refused, 0);
  g_assert_cmpstr (refusal->number, ==, "BU-A1002");
  g_assert_cmpstr (refusal->why, ==, "“Away” needs: Place.");
  g_assert_true (daybook_id_equal (&refusal->id, &fixture->cases[1]));
  g_assert_cmpstr (daybook_edit_title (done->edit), ==, "2 cases moved to “Away”");

  case_commit (&fixture->book, done->edit);
  g_assert_cmpuint (count (fixture, "stage = away"), ==, 2);
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture->book, NULL);
  g_assert_cmpuint (count (fixture, "stage = open"), ==, 3);
}

/* What was asked once is for those that lack it. */
static void
test_answers_fill_gaps (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(DaybookCaseAct) act = new_move (fixture, "away");

  case_set (&fixture->book, &fixture->cases[0], "extra.place", daybook_value_text ("mine"));
  answer (fixture, act, "extra.place", daybook_value_text ("everybody's"));
  g_autoptr(DaybookCasesDone) done = build (fixture, act);
  g_assert_cmpuint (done->refused->len, ==, 0);
  case_commit (&fixture->book, done->edit);
  g_assert_cmpuint (count (fixture, "stage = away"), ==, 3);
  case_assert_text (&fixture->book, &fixture->cases[0], "extra.place", "mine");
  case_assert_text (&fixture->book, &fixture->cases[1], "extra.place", "everybody's");
}

/* Each that is closed calls its customer back, and one undo takes that back too. */
static void
test_closing_is_one_act (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(DaybookCaseAct) act = new_move (fixture, "shut");

  answer (fixture, act, "result", daybook_value_text ("Settled"));
  g_autoptr(DaybookCasesDone) done = build (fixture, act);
  case_commit (&fixture->book, done->edit);
  g_assert_cmpuint (count (fixture, "stage = shut and result = Settled"), ==, 3);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_tasks, ""), ==, 3);
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture->book, NULL);
  g_assert_cmpuint (undone->n_kept, ==, 0);
  g_assert_cmpuint (count (fixture, "stage = open and result = null"), ==, 3);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_tasks, ""), ==, 0);
}

/* Those that are there already are neither moved nor refused. */
static void
test_those_there_stay (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(DaybookCaseAct) act = new_move (fixture, "open");
  g_autoptr(DaybookCasesDone) done = build (fixture, act);

  g_assert_cmpuint (done->n_done, ==, 0);
  g_assert_cmpuint (done->refused->len, ==, 0);
  g_assert_cmpuint (daybook_edit_size (done->edit), ==, 0);
}

/* The guard looks at the goods too: what it would refuse is known before. */
static void
test_goods_are_looked_at (Fixture       *fixture,
                          gconstpointer  data)
{
  DaybookId line;
  DaybookId order = case_add_order (&fixture->book, "1234567", 1, &line);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookEdit) fewer = case_edit (&fixture->book, DAYBOOK_ACT_IMPORT);
  g_autoptr(DaybookCaseAct) act = new_move (fixture, "shut");

  case_set (&fixture->book, &fixture->cases[1], "order", daybook_value_id (&order));
  case_add_goods (edit, &fixture->cases[1], &(CaseGoods) { &line, 1, -1, -1 });
  case_commit (&fixture->book, edit);
  daybook_edit_set (fewer, &daybook_order_lines, &line, DAYBOOK_LINE_QUANTITY, daybook_value_int (0));
  case_commit (&fixture->book, fewer);

  answer (fixture, act, "result", daybook_value_text ("Settled"));
  g_autoptr(DaybookCasesDone) done = build (fixture, act);
  g_assert_cmpuint (done->refused->len, ==, 1);
  g_assert_nonnull (strstr (((DaybookCaseRefusal *) g_ptr_array_index (done->refused, 0))->why, "Lower the quantity"));
  case_commit (&fixture->book, done->edit);
  g_assert_cmpuint (count (fixture, "stage = shut"), ==, 2);
}

static void
test_a_field_of_all (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(DaybookCaseAct) act = new_act (fixture, DAYBOOK_CASES_SET);

  case_set (&fixture->book, &fixture->cases[0], "priority", daybook_value_int (DAYBOOK_URGENCY_LOW));
  case_set (&fixture->book, &fixture->cases[1], "priority", daybook_value_int (DAYBOOK_URGENCY_URGENT));
  answer (fixture, act, "priority", daybook_value_int (DAYBOOK_URGENCY_URGENT));
  g_autoptr(DaybookCasesDone) done = build (fixture, act);
  g_assert_cmpuint (done->n_done, ==, 2);
  g_assert_cmpstr (daybook_edit_title (done->edit), ==, "Priority: 2 cases changed");
  case_commit (&fixture->book, done->edit);
  g_assert_cmpuint (count (fixture, "priority = urgent"), ==, 3);
}

/* Whoever is given cases is told what is required (AS-04): those of which it is not said stay. */
static void
test_handing_on_asks_what_is_required (Fixture       *fixture,
                                       gconstpointer  data)
{
  DaybookId lin = case_add_agent (&fixture->book, "Lin", DAYBOOK_ROLE_AGENT);
  g_autoptr(DaybookCaseAct) act = new_act (fixture, DAYBOOK_CASES_SET);

  case_set (&fixture->book, &fixture->cases[0], "need", daybook_value_text ("Call them"));
  case_set (&fixture->book, &fixture->cases[0], "expected_at", daybook_value_int (BOOK_NOW + 3600));
  answer (fixture, act, "handler", daybook_value_id (&lin));
  g_autoptr(DaybookCasesDone) done = build (fixture, act);
  g_assert_cmpuint (done->n_done, ==, 1);
  g_assert_cmpuint (done->refused->len, ==, 2);

  answer (fixture, act, "need", daybook_value_text ("Write to them"));
  answer (fixture, act, "expected_at", daybook_value_int (BOOK_NOW + 7200));
  g_autoptr(DaybookCasesDone) all = build (fixture, act);
  g_assert_cmpuint (all->refused->len, ==, 0);
  case_commit (&fixture->book, all->edit);
  g_assert_cmpuint (count (fixture, "need = 'Write to them' and handler != null"), ==, 3);
}

static void
test_trash_and_what_is_gone (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(DaybookCaseAct) act = new_act (fixture, DAYBOOK_CASES_TRASH);

  case_set (&fixture->book, &fixture->cases[1], "deleted", daybook_value_int (1));
  g_autoptr(DaybookCasesDone) done = build (fixture, act);
  g_assert_cmpuint (done->n_done, ==, 2);
  case_commit (&fixture->book, done->edit);
  g_assert_cmpuint (count (fixture, ""), ==, 0);
}

static void
test_it_can_be_stopped (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(DaybookCaseAct) act = new_move (fixture, "shut");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (daybook_case_act_build (act, daybook_store_get_reader (fixture->book.store), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define TEST(name, func) g_test_add ("/case-acts/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("what-may-not-go-is-named", test_what_may_not_go_is_named_and_the_rest_goes);
  TEST ("answers-fill-gaps", test_answers_fill_gaps);
  TEST ("closing-is-one-act", test_closing_is_one_act);
  TEST ("those-there-stay", test_those_there_stay);
  TEST ("goods", test_goods_are_looked_at);
  TEST ("a-field-of-all", test_a_field_of_all);
  TEST ("handing-on", test_handing_on_asks_what_is_required);
  TEST ("trash", test_trash_and_what_is_gone);
  TEST ("stopped", test_it_can_be_stopped);

  return g_test_run ();
}
