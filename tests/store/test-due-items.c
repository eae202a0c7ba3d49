/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/case-call.h"
#include "core/event.h"
#include "core/moment.h"
#include "core/opening.h"
#include "core/rule.h"
#include "store/backup.h"
#include "store/due-acts.h"
#include "store/due-list.h"
#include "store/due-rebuild.h"

#include <string.h>

/* What is due follows, in the same transaction, from what people write; and from rules, in a rebuild. */

#define HOUR G_GINT64_CONSTANT (3600)
#define DAY (24 * HOUR)

#define DEFINITION \
  "{\"register\": \"watch\", \"prefix\": \"WW\", \"title\": \"Watches\"," \
  " \"stages\": {\"asked\": {\"label\": \"Asked\", \"step\": {\"within\": \"2h\", \"hours\": \"always\"}, \"moves\": [\"away\", \"shut\"]}," \
  "  \"away\": {\"label\": \"Away\", \"waits_for\": \"courier\", \"pauses\": true, \"moves\": [\"asked\", \"shut\"]}," \
  "  \"shut\": {\"label\": \"Shut\", \"ends\": true, \"moves\": [\"asked\"]}}," \
  " \"respond\": {\"within\": \"4h\", \"hours\": \"always\"}, \"resolve\": {\"within\": \"24h\", \"hours\": \"always\"}}"

typedef struct
{
  Book      book;
  DaybookId of;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  case_adopt (&fixture->book, DEFINITION);
  fixture->of = case_make (&fixture->book, "watch", "It stands still");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  book_close (&fixture->book);
}

static DaybookReader *
reader_of (Fixture *fixture)
{
  return daybook_store_get_reader (fixture->book.store);
}

static void
go_on (Fixture *fixture,
       gint64   seconds)
{
  daybook_store_fix_now (fixture->book.store, daybook_store_get_now (fixture->book.store) + seconds);
}

/* What is due of the case by the rule: its moment; 0: nothing is. */
static gint64
due_of (Fixture       *fixture,
        DaybookRuleId  rule)
{
  g_autoptr(DaybookRow) row = case_row (&fixture->book, &fixture->of);
  g_autoptr(DaybookDueItem) item = daybook_due_find (reader_of (fixture), row, rule, 0, NULL);

  return item != NULL ? item->due.due : 0;
}

static void
assert_due (Fixture       *fixture,
            DaybookRuleId  rule,
            gint64         after)
{
  g_assert_cmpint (due_of (fixture, rule), ==, BOOK_NOW + after);
}

static DaybookId
write_event (Fixture          *fixture,
             DaybookEventKind  kind,
             gint64            promised_at)
{
  const DaybookCaseEvent event = { .kind = kind, .text = "said", .promised_at = promised_at };
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookRow) row = case_row (&fixture->book, &fixture->of);
  g_autoptr(GError) error = NULL;

  daybook_case_event_add (edit, row, &event, daybook_edit_agent (edit), daybook_store_get_now (fixture->book.store), &error);
  g_assert_no_error (error);
  return case_commit (&fixture->book, edit);
}

static void
move (Fixture    *fixture,
      const char *stage)
{
  DaybookCaseDraft *draft = case_open (&fixture->book, &fixture->of);

  case_move (draft, stage);
  case_save (&fixture->book, draft);
}

static void
settle (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  daybook_due_settle (fixture->book.store, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
count_today (Fixture *fixture)
{
  return daybook_due_count (reader_of (fixture), NULL, DAYBOOK_DUE_LIST_PLAIN, daybook_store_get_now (fixture->book.store), NULL);
}

/* --- Following the writes ------------------------------------------------------------------- */

static void
test_a_case_is_due (Fixture       *fixture,
                    gconstpointer  data)
{
  assert_due (fixture, DAYBOOK_RULE_RESPOND, 4 * HOUR);
  assert_due (fixture, DAYBOOK_RULE_STEP, 2 * HOUR);
  assert_due (fixture, DAYBOOK_RULE_RESOLVE, DAY);
  /* 16:26 in Shanghai: what is due tomorrow is not today's. */
  g_assert_cmpint (count_today (fixture), ==, 2);
}

static void
test_answered_and_undone (Fixture       *fixture,
                          gconstpointer  data)
{
  go_on (fixture, HOUR);
  DaybookId act = write_event (fixture, DAYBOOK_EVENT_TOLD, 0);
  g_assert_cmpint (due_of (fixture, DAYBOOK_RULE_RESPOND), ==, 0);
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture->book, &act);
  assert_due (fixture, DAYBOOK_RULE_RESPOND, 4 * HOUR);
  /* What the customer says is no answer. */
  write_event (fixture, DAYBOOK_EVENT_HEARD, 0);
  assert_due (fixture, DAYBOOK_RULE_RESPOND, 4 * HOUR);
}

static void
test_a_promise (Fixture       *fixture,
                gconstpointer  data)
{
  write_event (fixture, DAYBOOK_EVENT_TOLD, BOOK_NOW + 3 * HOUR);
  assert_due (fixture, DAYBOOK_RULE_PROMISE, 3 * HOUR);
  /* Another one, within the same second. */
  write_event (fixture, DAYBOOK_EVENT_TOLD, BOOK_NOW + 5 * HOUR);
  assert_due (fixture, DAYBOOK_RULE_PROMISE, 5 * HOUR);
  write_event (fixture, DAYBOOK_EVENT_CALL, 0);
  g_assert_cmpint (due_of (fixture, DAYBOOK_RULE_PROMISE), ==, 0);
}

static void
test_pauses (Fixture       *fixture,
             gconstpointer  data)
{
  go_on (fixture, HOUR);
  move (fixture, "away");
  g_assert_cmpint (due_of (fixture, DAYBOOK_RULE_RESPOND), ==, G_MAXINT64);
  go_on (fixture, 3 * HOUR);
  move (fixture, "asked");
  assert_due (fixture, DAYBOOK_RULE_RESPOND, 7 * HOUR);
  assert_due (fixture, DAYBOOK_RULE_STEP, 6 * HOUR);
  g_autoptr(DaybookRow) row = case_row (&fixture->book, &fixture->of);
  g_autoptr(DaybookDueItem) item = daybook_due_find (reader_of (fixture), row, DAYBOOK_RULE_RESOLVE, 0, NULL);
  g_assert_cmpuint (item->due.paused, ==, 3 * HOUR);
  g_assert_cmpint (item->due.waits, ==, DAYBOOK_WAITS_FOR_COURIER);
}

/* A move that was a mistake paused nothing. */
static void
test_an_undone_pause (Fixture       *fixture,
                      gconstpointer  data)
{
  go_on (fixture, HOUR);
  DaybookCaseDraft *draft = case_open (&fixture->book, &fixture->of);
  case_move (draft, "away");
  case_save (&fixture->book, draft);
  go_on (fixture, HOUR);
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (fixture->book.store, NULL, NULL);
  assert_due (fixture, DAYBOOK_RULE_RESPOND, 4 * HOUR);
  go_on (fixture, HOUR);
  g_autoptr(DaybookOutcome) redone = daybook_store_redo (fixture->book.store, NULL);
  g_assert_cmpint (due_of (fixture, DAYBOOK_RULE_RESPOND), ==, G_MAXINT64);
}

static void
test_closed_and_opened_again (Fixture       *fixture,
                              gconstpointer  data)
{
  write_event (fixture, DAYBOOK_EVENT_TOLD, 0);
  go_on (fixture, HOUR);
  move (fixture, "shut");
  g_assert_cmpint (due_of (fixture, DAYBOOK_RULE_RESOLVE), ==, 0);
  go_on (fixture, DAY);
  move (fixture, "asked");
  assert_due (fixture, DAYBOOK_RULE_RESPOND, DAY + 5 * HOUR);
  assert_due (fixture, DAYBOOK_RULE_RESOLVE, DAY + HOUR + DAY);
}

static void
test_in_the_trash (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);

  daybook_edit_delete (edit, &daybook_cases, &fixture->of);
  DaybookId act = case_commit (&fixture->book, edit);
  g_assert_cmpint (count_today (fixture), ==, 0);
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture->book, &act);
  g_assert_cmpint (count_today (fixture), ==, 2);
}

/* CU-11 */
static void
test_a_grade (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_IMPORT);
  DaybookId customer;

  daybook_id_random (&customer);
  daybook_edit_create (edit, &daybook_customers, &customer);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text ("张三"));
  case_commit (&fixture->book, edit);
  case_set (&fixture->book, &fixture->of, "customer", daybook_value_id (&customer));
  assert_due (fixture, DAYBOOK_RULE_RESPOND, 4 * HOUR);
  book_set (&fixture->book, &daybook_customers, &customer, DAYBOOK_CUSTOMER_GRADE, daybook_value_int (DAYBOOK_GRADE_2));
  assert_due (fixture, DAYBOOK_RULE_RESPOND, 2 * HOUR);
}

/* --- Done and put off ------------------------------------------------------------------------ */

static DaybookDueItem *
item_of (Fixture       *fixture,
         DaybookRuleId  rule)
{
  g_autoptr(DaybookRow) row = case_row (&fixture->book, &fixture->of);
  g_autoptr(GError) error = NULL;
  DaybookDueItem *item = daybook_due_find (reader_of (fixture), row, rule, 0, &error);

  g_assert_no_error (error);
  return item;
}

static GPtrArray *
just (DaybookDueItem *item)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);

  g_ptr_array_add (items, item);
  return items;
}

static DaybookId
do_done (Fixture        *fixture,
         DaybookDueItem *item)
{
  g_autoptr(GPtrArray) items = just (item);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_due_act_done (reader_of (fixture), items, daybook_store_get_agent (fixture->book.store),
                                                      daybook_store_get_now (fixture->book.store), &error);

  g_assert_no_error (error);
  return case_commit (&fixture->book, edit);
}

static DaybookId
do_snooze (Fixture        *fixture,
           DaybookDueItem *item,
           gint64          until,
           DaybookSnooze   manner)
{
  g_autoptr(GPtrArray) items = just (item);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_due_act_snooze (reader_of (fixture), items, until, manner, daybook_store_get_agent (fixture->book.store),
                                                        daybook_store_get_now (fixture->book.store), &error);

  g_assert_no_error (error);
  return case_commit (&fixture->book, edit);
}

static void
test_done_and_undone (Fixture       *fixture,
                      gconstpointer  data)
{
  DaybookId act = do_done (fixture, item_of (fixture, DAYBOOK_RULE_STEP));

  g_assert_cmpint (due_of (fixture, DAYBOOK_RULE_STEP), ==, 0);
  assert_due (fixture, DAYBOOK_RULE_RESPOND, 4 * HOUR);
  /* It outlives a rebuild. */
  g_assert_true (daybook_due_rebuild (fixture->book.store, NULL, NULL, NULL));
  g_assert_cmpint (due_of (fixture, DAYBOOK_RULE_STEP), ==, 0);
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture->book, &act);
  assert_due (fixture, DAYBOOK_RULE_STEP, 2 * HOUR);
  g_autoptr(DaybookOutcome) redone = case_redo (&fixture->book);
  g_assert_cmpint (due_of (fixture, DAYBOOK_RULE_STEP), ==, 0);
  /* The next stage is another step. */
  go_on (fixture, HOUR);
  move (fixture, "away");
  go_on (fixture, HOUR);
  move (fixture, "asked");
  assert_due (fixture, DAYBOOK_RULE_STEP, 4 * HOUR);
}

static void
test_snoozed (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 until = BOOK_NOW + 3 * HOUR;

  do_snooze (fixture, item_of (fixture, DAYBOOK_RULE_STEP), until, DAYBOOK_SNOOZE_UNTIL_HEARD);
  g_assert_cmpint (count_today (fixture), ==, 1);
  g_autoptr(DaybookDueItem) item = item_of (fixture, DAYBOOK_RULE_STEP);
  g_assert_cmpint (item->shows, ==, until);
  go_on (fixture, 3 * HOUR);
  g_assert_cmpint (count_today (fixture), ==, 2);
}

static void
test_an_answer_wakes (Fixture       *fixture,
                      gconstpointer  data)
{
  do_snooze (fixture, item_of (fixture, DAYBOOK_RULE_STEP), BOOK_NOW + 3 * HOUR, DAYBOOK_SNOOZE_UNTIL_HEARD);
  do_snooze (fixture, item_of (fixture, DAYBOOK_RULE_RESPOND), BOOK_NOW + 3 * HOUR, DAYBOOK_SNOOZE_ANYWAY);
  g_assert_cmpint (count_today (fixture), ==, 0);
  go_on (fixture, 60);
  write_event (fixture, DAYBOOK_EVENT_HEARD, 0);
  g_assert_cmpint (count_today (fixture), ==, 1);
  /* Put off once more, it is. */
  go_on (fixture, 60);
  do_snooze (fixture, item_of (fixture, DAYBOOK_RULE_STEP), BOOK_NOW + 4 * HOUR, DAYBOOK_SNOOZE_UNTIL_HEARD);
  g_assert_cmpint (count_today (fixture), ==, 0);
}

static void
test_not_until_the_past (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(GPtrArray) items = just (item_of (fixture, DAYBOOK_RULE_STEP));
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_due_act_snooze (reader_of (fixture), items, BOOK_NOW, DAYBOOK_SNOOZE_UNTIL_HEARD,
                                         daybook_store_get_agent (fixture->book.store), BOOK_NOW, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
}

static void
test_a_task (Fixture       *fixture,
             gconstpointer  data)
{
  const DaybookCaseCall task = { DAYBOOK_TASK_TODO, "Sweep the shop", daybook_store_get_agent (fixture->book.store), BOOK_NOW + HOUR, NULL };
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);

  daybook_case_call_add (edit, NULL, &task, BOOK_NOW);
  case_commit (&fixture->book, edit);
  g_assert_cmpint (count_today (fixture), ==, 3);

  g_autoptr(GArray) marks = daybook_due_today (reader_of (fixture), NULL, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, 0, NULL);
  DaybookDueItem *first = daybook_due_item (reader_of (fixture), g_array_index (marks, DaybookDueMark, 0).key, NULL);
  g_autofree char *title = daybook_due_item_title (reader_of (fixture), first);
  g_assert_cmpstr (title, ==, "Sweep the shop");
  DaybookId act = do_done (fixture, first);
  g_assert_cmpint (book_number (&fixture->book, "SELECT count (*) FROM tasks WHERE done_at IS NULL"), ==, 0);
  g_assert_cmpint (count_today (fixture), ==, 2);
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture->book, &act);
  g_assert_cmpint (count_today (fixture), ==, 3);
}

/* Late in the evening the next hour goes on behind midnight, and what is due in it is listed. */
static void
test_behind_midnight (Fixture       *fixture,
                      gconstpointer  data)
{
  gint64 midnight = daybook_moment_day (BOOK_NOW, daybook_store_get_zone (fixture->book.store), 1);
  const DaybookCaseCall task = { DAYBOOK_TASK_TODO, "Lock the door", daybook_store_get_agent (fixture->book.store), midnight + 10 * 60, NULL };
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  const struct { gint64 before; gint64 n; } rows[] = { { 2 * HOUR, 0 }, { HOUR, 0 }, { 50 * 60, 1 }, { 1, 1 } };

  daybook_case_call_add (edit, NULL, &task, BOOK_NOW);
  case_commit (&fixture->book, edit);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (daybook_due_count (reader_of (fixture), NULL, DAYBOOK_DUE_LIST_PLAIN, midnight - rows[i].before, NULL), ==, 2 + rows[i].n);
}

static void
test_whose (Fixture       *fixture,
            gconstpointer  data)
{
  DaybookId other = case_add_agent (&fixture->book, "小王", DAYBOOK_ROLE_AGENT);

  g_assert_cmpint (daybook_due_count (reader_of (fixture), &other, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 0);
  case_set (&fixture->book, &fixture->of, "owner", daybook_value_id (&other));
  g_assert_cmpint (daybook_due_count (reader_of (fixture), &other, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 2);
}

/* --- Rules ------------------------------------------------------------------------------------ */

static void
say_hours (Fixture    *fixture,
           const char *week)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_opening_row_id (&id, DAYBOOK_OPENING_SHOP);
  daybook_edit_create (edit, &daybook_openings, &id);
  daybook_edit_give (edit, DAYBOOK_OPENING_KEY, daybook_value_text (DAYBOOK_OPENING_SHOP));
  daybook_edit_give (edit, DAYBOOK_OPENING_WEEK, daybook_value_text (week));
  case_commit (&fixture->book, edit);
}

#define IN_SHOP_HOURS "{\"register\": \"watch\", \"prefix\": \"WW\", \"title\": \"Watches\"," \
  " \"stages\": {\"asked\": {\"label\": \"Asked\", \"moves\": [\"shut\"]}, \"shut\": {\"label\": \"Shut\", \"ends\": true, \"moves\": [\"asked\"]}}," \
  " \"respond\": {\"within\": \"4h\"}}"

/* 16:26 on a Saturday in Shanghai. */
static void
test_other_hours (Fixture       *fixture,
                  gconstpointer  data)
{
  DaybookId key;
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);

  daybook_register_row_id (&key, "watch");
  daybook_edit_set (edit, &daybook_registers, &key, DAYBOOK_REGISTER_CHANGES, daybook_value_text (IN_SHOP_HOURS));
  case_commit (&fixture->book, edit);
  settle (fixture);
  assert_due (fixture, DAYBOOK_RULE_RESPOND, 4 * HOUR);
  g_assert_cmpint (due_of (fixture, DAYBOOK_RULE_STEP), ==, 0);
  say_hours (fixture, "{\"mon\": [\"09:00-17:00\"]}");
  settle (fixture);
  /* Monday at nine begins 40 h 33 min 20 s later. */
  assert_due (fixture, DAYBOOK_RULE_RESPOND, 40 * HOUR + 33 * 60 + 20 + 4 * HOUR);
}

static void
test_a_rule_is_off (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_rule_row_id (&id, "step");
  daybook_edit_create (edit, &daybook_rules, &id);
  daybook_edit_give (edit, DAYBOOK_RULE_ROW_KEY, daybook_value_text ("step"));
  daybook_edit_give (edit, DAYBOOK_RULE_ROW_USED, daybook_value_int (DAYBOOK_ANSWER_NO));
  DaybookId act = case_commit (&fixture->book, edit);
  settle (fixture);
  g_assert_cmpint (due_of (fixture, DAYBOOK_RULE_STEP), ==, 0);
  assert_due (fixture, DAYBOOK_RULE_RESPOND, 4 * HOUR);
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture->book, &act);
  settle (fixture);
  assert_due (fixture, DAYBOOK_RULE_STEP, 2 * HOUR);
}

/* A book of a version that reckoned otherwise, and one whose rebuild was cut off. */
static void
test_wanted_when_opened (Fixture       *fixture,
                         gconstpointer  data)
{
  settle (fixture);
  book_run_sql (&fixture->book, "DELETE FROM due_items");
  book_run_sql (&fixture->book, "UPDATE local SET value = 0 WHERE key = 'due_program'");
  book_reopen (&fixture->book);
  settle (fixture);
  assert_due (fixture, DAYBOOK_RULE_STEP, 2 * HOUR);

  book_run_sql (&fixture->book, "DELETE FROM due_items");
  book_run_sql (&fixture->book, "UPDATE local SET value = value - 1 WHERE key = 'due_made'");
  book_reopen (&fixture->book);
  settle (fixture);
  assert_due (fixture, DAYBOOK_RULE_STEP, 2 * HOUR);
}

/* What nothing asks for any more is swept away, whoever has left it there. */
static void
test_leftovers_go (Fixture       *fixture,
                   gconstpointer  data)
{
  settle (fixture);
  book_run_sql (&fixture->book, "INSERT INTO due_items (kind, row, rule, cycle, due, warn, shows, began, within, hours, paused, waits, generation)"
                                " VALUES ('case', 12345, 'moonlight', 0, 1, 1, 0, 0, 0, 0, 0, 0, -1)");
  g_assert_true (daybook_due_rebuild (fixture->book.store, NULL, NULL, NULL));
  g_assert_cmpint (book_number (&fixture->book, "SELECT count (*) FROM due_items WHERE rule = 'moonlight'"), ==, 0);
  g_assert_cmpint (book_number (&fixture->book, "SELECT count (*) FROM due_items"), ==, 3);
}

static const char *
find_fault (GPtrArray *checks)
{
  for (guint i = 0; i < checks->len; i++)
    if (((DaybookCheck *) g_ptr_array_index (checks, i))->fault != NULL)
      return ((DaybookCheck *) g_ptr_array_index (checks, i))->fault;

  return "";
}

/* So many of the list are its first, and their number is that of the list. */
static void
test_the_first_of_them (Fixture       *fixture,
                        gconstpointer  data)
{
  const gint64 now = BOOK_NOW + 2 * DAY;
  g_autoptr(GArray) all = daybook_due_today (reader_of (fixture), NULL, DAYBOOK_DUE_LIST_PLAIN, now, 0, NULL);

  g_assert_cmpuint (all->len, ==, 3);
  for (guint n = 1; n <= all->len + 1; n++)
    {
      g_autoptr(GArray) first = daybook_due_today (reader_of (fixture), NULL, DAYBOOK_DUE_LIST_PLAIN, now, n, NULL);

      g_assert_cmpuint (first->len, ==, MIN (n, all->len));
      for (guint i = 0; i < first->len; i++)
        g_assert_cmpint (g_array_index (first, DaybookDueMark, i).key, ==, g_array_index (all, DaybookDueMark, i).key);
    }
  g_assert_cmpint (daybook_due_count (reader_of (fixture), NULL, DAYBOOK_DUE_LIST_PLAIN, now, NULL), ==, 3);
}

/* A list that has lost something, or has too much, is found by whoever looks the book through. */
static void
test_looked_through (Fixture       *fixture,
                     gconstpointer  data)
{
  settle (fixture);
  g_autoptr(GPtrArray) sound = daybook_store_verify (fixture->book.store, NULL, NULL);
  g_assert_cmpstr (find_fault (sound), ==, "");
  book_run_sql (&fixture->book, "UPDATE due_items SET row = 12345");
  g_autoptr(GPtrArray) wrong = daybook_store_verify (fixture->book.store, NULL, NULL);
  g_assert_nonnull (strstr (find_fault (wrong), "3 things are missing"));
  g_assert_true (daybook_due_rebuild (fixture->book.store, NULL, NULL, NULL));
  g_autoptr(GPtrArray) mended = daybook_store_verify (fixture->book.store, NULL, NULL);
  g_assert_cmpstr (find_fault (mended), ==, "");
}

#define ADD(name, func) g_test_add ("/due/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-case-is-due", test_a_case_is_due);
  ADD ("answered-and-undone", test_answered_and_undone);
  ADD ("a-promise", test_a_promise);
  ADD ("pauses", test_pauses);
  ADD ("an-undone-pause", test_an_undone_pause);
  ADD ("closed-and-opened-again", test_closed_and_opened_again);
  ADD ("in-the-trash", test_in_the_trash);
  ADD ("a-grade", test_a_grade);
  ADD ("done-and-undone", test_done_and_undone);
  ADD ("snoozed", test_snoozed);
  ADD ("an-answer-wakes", test_an_answer_wakes);
  ADD ("not-until-the-past", test_not_until_the_past);
  ADD ("a-task", test_a_task);
  ADD ("behind-midnight", test_behind_midnight);
  ADD ("whose", test_whose);
  ADD ("other-hours", test_other_hours);
  ADD ("a-rule-is-off", test_a_rule_is_off);
  ADD ("wanted-when-opened", test_wanted_when_opened);
  ADD ("leftovers-go", test_leftovers_go);
  ADD ("looked-through", test_looked_through);
  ADD ("the-first-of-them", test_the_first_of_them);

  return g_test_run ();
}
